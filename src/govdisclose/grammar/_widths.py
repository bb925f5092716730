"""How wide the columns of a drawn table are, so that it fits between the margins of an upright A4 page."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

__all__ = ["TEXT_WIDTH", "column_widths"]

TEXT_WIDTH = 453.5
"""Points between the margins: 16 cm."""

_STUB, _DEEP_STUB = 0.32, 0.5  # of the width: for a stub of one column, and of several
_MANY = 4  # from so many columns of numbers on, a character is small
_CHARACTER = (10.5, 9.0)  # points: 五号, 小五
_ROOM = 6.0  # points between the ruling and the text, both sides together
_LINE, _LINES = 5, 3  # a row group is so many characters wide, or as many as its label asks in three lines


def column_widths(groups: Sequence[int], body: int, *, stub: bool) -> tuple[float, ...]:
    """Points for each column of row groups, the column of row labels (if there is a ``stub``), and ``body`` columns.

    ``groups`` are the characters of the longest label in each column of row groups. Such a column is
    narrow; the labels of the rows get the rest of the stub; columns of numbers are all of one width.
    """
    character = _CHARACTER[body >= _MANY]
    narrow = [min(longest, max(_LINE, ceil(longest / _LINES))) * character + _ROOM for longest in groups]
    share = TEXT_WIDTH * (_DEEP_STUB if groups else _STUB) if stub else 0.0
    # Never less for the rows than for a group, whatever the labels are.
    narrow = [min(width, share / (len(groups) + 1)) for width in narrow]
    rows = [share - sum(narrow)] if stub else []
    return tuple(round(width, 1) for width in (*narrow, *rows, *[(TEXT_WIDTH - share) / body] * body))
