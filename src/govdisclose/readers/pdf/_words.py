"""Lines to words: what stands between gaps, and which of it is a value.

Of a table without rules nothing is left but these: where each word begins and ends, and on which line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govdisclose.locate import Box
from govdisclose.readers.pdf._lines import Line
from govdisclose.readers.pdf._page import ASCENT, DESCENT, UNKNOWN, Run

__all__ = ["Word", "box_of", "is_value", "is_whole", "join", "may_hold_value", "to_rows", "to_words"]

_GAP = 0.4  # of the size: a wider gap, or white space, ends a word
_GAP_OF_DIGITS = 0.2  # the same between two digits: 12 and 345 are not 12345
_MAY_BE_VALUE = re.compile(rf"(?<!\S)[-+0-9０-９,，.．/／—–－无〇零{UNKNOWN}]+(?!\S)")
_VALUE = re.compile(r"[+-]?[0-9０-９](?:[0-9０-９,，.．]*[0-9０-９])?|[/／]|[-—–－]{1,2}|无|〇|零")
_VALUES = re.compile(rf"[0-9０-９/／+\-—–－,，.．〇{UNKNOWN}]*[0-9０-９/／\-—–－〇{UNKNOWN}]|无|零")
_OVER = 0.3  # of the size: what reaches further under another is printed over it
_TWICE = 0.15  # of the size: the same character so near is printed twice to look bold
_LEVEL = 0.45  # of the size: words whose baselines are nearer are on one line


class Word(NamedTuple):
    """Characters on one baseline without a gap."""

    text: str
    left: float
    right: float
    base: float
    size: float
    edges: tuple[float, ...] = ()

    @property
    def centre(self) -> float:
        """Half way between its ends."""
        return (self.left + self.right) / 2


def is_value(word: Word) -> bool:
    """Whether it is what stands in a cell of numbers, or in several: digits, known or not, a slash, a dash."""
    return _VALUES.fullmatch(word.text) is not None


def may_hold_value(runs: Sequence[Run]) -> bool:
    """Whether one of the words of the runs may be a value: a quick look that misses none."""
    return _MAY_BE_VALUE.search(" ".join("".join(run.chars) for run in runs)) is not None


def is_whole(word: Word) -> bool:
    """Whether it can be what stands in one cell: digits, or a slash, or a dash."""
    return _VALUE.fullmatch(word.text) is not None


def to_words(line: Line) -> list[Word]:
    """The words of a line from left to right. Text printed twice to look bold is one; over other text it is unknown."""
    chars = sorted(
        (run.edges[at], run.edges[at + 1], char, run.base, run.size)
        for run in line.runs
        for at, char in enumerate(run.chars)
    )
    words: list[Word] = []
    text, left, right, base, size, before = "", 0.0, 0.0, line.base, line.size, ""
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
                words.append(Word(text, left, right, base, size, (*edges, right)))
            text, left, right, base, size = char, start, end, own_base, own_size
            edges = [start]
        right, before = max(right, end), char
    if text:
        words.append(Word(text, left, right, base, size, (*edges, right)))
    return words


def to_rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words in lines, from the top and from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        if lines and word.base - lines[-1][0].base <= _LEVEL * max(word.size, lines[-1][0].size):
            lines[-1].append(word)
        else:
            lines.append([word])
    for line in lines:
        line.sort(key=lambda word: word.left)
    return lines


def join(words: Sequence[Word]) -> str:
    """The text of words that stand in one cell, a line for each baseline, from the top."""
    return "\n".join(" ".join(word.text for word in line) for line in to_rows(words))


def box_of(words: Sequence[Word]) -> Box:
    """The box around words, which are not none."""
    return (
        min(word.left for word in words),
        min(word.base - ASCENT * word.size for word in words),
        max(word.right for word in words),
        max(word.base + DESCENT * word.size for word in words),
    )
