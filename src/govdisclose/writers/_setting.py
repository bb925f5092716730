"""How large a text is set and where its lines break: titles, and labels in narrow cells.

Widths are in ems: a Chinese character is one wide, a digit or a Latin letter half.
"""

from __future__ import annotations

import re
import unicodedata
from math import ceil

__all__ = ["NARROW", "TEXT_WIDTH", "TITLE_SIZE", "set_cell", "set_title"]

TEXT_WIDTH = 453.5
"""Points between the margins of a page: 16 cm."""

TITLE_SIZE = 22.0
"""Points of a title that has room (二号)."""

NARROW = 45.0
"""Points; a table with a column below is set small and tight."""

_LEAST = 16.0  # points; a title that would be smaller in one line is set in two
_NUMBER = re.compile(r"(?<!\d)\d")
_SLACK = 0.45  # ems; less than a digit, so that a line takes no more than it is meant to
_SAFE = 1.0  # ems by which fonts may differ over a line
_MOVED = 1.0  # em that goes to the next line with a punctuation mark that may not stand at the edge


def set_title(text: str, size: float = TITLE_SIZE, width: float = TEXT_WIDTH) -> tuple[float, float]:
    """The size in points, ``size`` or less, and the points to leave free on either side.

    A title of one line fills at most ``width``. In two lines the second begins with a number (the year), if one
    stands near enough to the middle; else the two are of one length.
    """
    ems = _ems(text)
    if (ems + _SAFE) * _LEAST <= width:
        return min(size, _halves(width / (ems + _SAFE))), 0.0
    half = ems / 2
    cuts = [_ems(text[: match.start()]) for match in _NUMBER.finditer(text)]
    first = min(cuts, key=lambda cut: abs(cut - half), default=half)
    longer = max(first, ems - first) + _SLACK
    if first + 1 < ems - first or longer > 1.5 * half:  # the line would take in more than its part
        longer = half + 1
    size = min(size, _halves(width / longer))
    return size, max(0.0, (width - longer * size) / 2)


def set_cell(text: str, size: float, width: float) -> tuple[float, float]:
    """The size in points, ``size`` or less, and the points to leave free on either side, as in ``set_title``.

    A text of two lines has them of one length (商业/企业, not 商业企/业). A number is never broken: it is set
    smaller where it would not fit.
    """
    ems = _ems(text)
    if ems * size <= width or "\n" in text:
        return size, 0.0
    if text.isascii() and not any(map(str.isspace, text)):
        return max(1.0, min(size, _halves(width / ems))), 0.0
    if ems > 2 * int(width / size):
        return size, 0.0
    line = ceil(ems / 2) + _SLACK + (0 if text.isalnum() else _MOVED)
    return size, max(0.0, (width - line * size) / 2)


def _ems(text: str) -> float:
    return sum(1 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)


def _halves(points: float) -> float:
    return int(points * 2) / 2
