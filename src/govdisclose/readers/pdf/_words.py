"""Lines to words: what stands between gaps, and which of it is a value.

Of a table without rules nothing is left but these: where each word begins and ends, and on which line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdisclose.document import Word
from govdisclose.readers.pdf._lines import Line
from govdisclose.readers.pdf._page import ASCENT, DESCENT, UNKNOWN, Run

__all__ = ["is_value", "may_hold_value", "to_words"]

_GAP = 0.4  # of the size: a wider gap, or white space, ends a word
_GAP_OF_DIGITS = 0.2  # the same between two digits: 12 and 345 are not 12345
_MAY_BE_VALUE = re.compile(rf"(?<!\S)[-+0-9０-９,，.．/／—–－无〇零{UNKNOWN}]+(?!\S)")
_VALUES = re.compile(rf"[0-9０-９/／+\-—–－,，.．〇{UNKNOWN}]*[0-9０-９/／\-—–－〇{UNKNOWN}]|无|零")
_OVER = 0.3  # of the size: what reaches further under another is printed over it
_TWICE = 0.15  # of the size: the same character so near is printed twice to look bold


def is_value(word: Word) -> bool:
    """Whether it is what stands in a cell of numbers, or in several: digits, known or not, a slash, a dash."""
    return _VALUES.fullmatch(word.text) is not None


def may_hold_value(runs: Sequence[Run]) -> bool:
    """Whether one of the words of the runs may be a value: a quick look that misses none."""
    return _MAY_BE_VALUE.search(" ".join("".join(run.chars) for run in runs)) is not None


def to_words(line: Line) -> list[Word]:
    """The words of a line from left to right. Text printed twice to look bold is one; over other text it is unknown."""
    chars = sorted(
        (run.edges[at], run.edges[at + 1], char, run.base, run.size)
        for run in line.runs
        for at, char in enumerate(run.chars)
    )
    words: list[Word] = []
    text, right, base, size, before = "", 0.0, line.base, line.size, ""
    edges: list[float] = []
    for start, end, char, own_base, own_size in chars:
        if char.isspace():
            before = char
            continue
        gap = _GAP_OF_DIGITS if before.isdigit() and char.isdigit() else _GAP
        if text and not before.isspace() and start - right <= gap * size:
            if start < right - _OVER * size:
                if char == before and abs(end - right) <= _TWICE * size:
                    continue
                text += UNKNOWN
                edges.append(start)
            text += char
            edges.append(start)
        else:
            if text:
                words.append(_word(text, (*edges, right), base, size))
            text, right, base, size = char, end, own_base, own_size
            edges = [start]
        right, before = max(right, end), char
    if text:
        words.append(_word(text, (*edges, right), base, size))
    return words


def _word(text: str, edges: tuple[float, ...], base: float, size: float) -> Word:
    box = (edges[0], base - ASCENT * size, edges[-1], base + DESCENT * size)
    return Word(text, box, edges, box)
