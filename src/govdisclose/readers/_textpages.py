"""Page numbers in a text that was taken from pages: the last line before each form feed."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["page_numbers"]

_NUMBER = re.compile(r"\s*(\d{1,4})\s*", re.ASCII)


def page_numbers(lines: Sequence[str]) -> frozenset[int]:
    """The positions of the lines that only number a page. ``lines`` still hold their form feeds.

    The last line of every page but perhaps the first has to be a bare number, and these count the pages: a number
    that merely ends one page is one of a table.
    """
    last: list[int | None] = [None]  # for each page, its last line that is not blank
    for at, line in enumerate(lines):
        pieces = line.split("\f")
        for number, piece in enumerate(pieces):
            if number:
                last.append(None)
            if piece and not piece.isspace():
                last[-1] = at
    while last and last[-1] is None:
        last.pop()  # many texts end with a form feed
    found: dict[int, int] = {}
    for page, position in enumerate(last):
        match = _NUMBER.fullmatch(lines[position].replace("\f", "")) if position is not None else None
        if match is not None and position is not None:
            found[position] = int(match[1]) - page
        elif page:
            return frozenset()
    return frozenset(found) if len(found) > 1 and len(set(found.values())) == 1 else frozenset()
