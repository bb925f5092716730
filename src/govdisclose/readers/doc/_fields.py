"""Which marks of a story make a field: what stands between the first and the second is its code."""

from __future__ import annotations

import re
from collections.abc import Callable

__all__ = ["BEGIN", "END", "SEPARATOR", "Marks", "marks_of"]

BEGIN, SEPARATOR, END = "\x13", "\x14", "\x15"
_MARKS = re.compile("[\x13-\x15]")

Marks = dict[int, bool]
"""For each mark that belongs to a field, whether what follows it is code."""


def marks_of(text: str, start: int, end: int, is_mark: Callable[[int], bool]) -> Marks:
    """The marks of all fields that are closed. One that is not hides nothing, so its marks are none."""
    found: Marks = {}
    # Of each field that is open: where it begins, where its result does, and whether it stands in code.
    opened: list[tuple[int, int, bool]] = []
    for mark in _MARKS.finditer(text, start, end):
        at = mark.start()
        if not is_mark(at):
            continue
        if mark[0] == BEGIN:
            opened.append((at, -1, bool(opened) and opened[-1][1] < 0))
        elif mark[0] == SEPARATOR and opened and opened[-1][1] < 0:
            opened[-1] = (opened[-1][0], at, opened[-1][2])
        elif mark[0] == END and opened:
            begin, separator, inside = opened.pop()
            found[begin], found[at] = True, inside
            if separator >= 0:
                found[separator] = inside
    return found
