"""Names of cells and ranges: ``B2``, ``A1:C3``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdisclose.readers.spreadsheet._model import Area

__all__ = ["area", "areas", "place"]

_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_COLUMNS = re.compile(r"\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})")
_ROWS = re.compile(r"\$?([0-9]{1,7}):\$?([0-9]{1,7})")


def place(text: str) -> tuple[int, int] | None:
    """The row and column of a cell; None if it is none of a sheet."""
    found = _PLACE.fullmatch(text)
    if found is None:
        return None
    row, column = int(found[2]) - 1, _column(found[1])
    return (row, column) if 0 <= row < _MOST_ROWS and column < _MOST_COLUMNS else None


def area(text: str) -> Area | None:
    """A range, whichever of its corners is named first; None if it is none of a sheet."""
    if columns := _COLUMNS.fullmatch(text):
        left, right = sorted((_column(columns[1]), _column(columns[2])))
        return Area(0, left, _MOST_ROWS - 1, min(right, _MOST_COLUMNS - 1))
    if rows := _ROWS.fullmatch(text):
        top, bottom = sorted((int(rows[1]) - 1, int(rows[2]) - 1))
        return Area(max(top, 0), 0, min(bottom, _MOST_ROWS - 1), _MOST_COLUMNS - 1)
    first, _, last = text.partition(":")
    start, end = place(first), place(last or first)
    if start is None or end is None:
        return None
    return Area(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))


def areas(text: str | None) -> Iterator[Area]:
    """The ranges of a list that are ranges."""
    for item in (text or "").split():
        if (found := area(item.rpartition("!")[2])) is not None:
            yield found


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1
