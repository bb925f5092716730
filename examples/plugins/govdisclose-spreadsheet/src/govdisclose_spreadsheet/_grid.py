"""A sheet as a grid."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from govdisclose.document import Cell, Grid, Limits

from govdisclose_spreadsheet._workbook import Range, Sheet, Value

__all__ = ["grid_of", "text_of"]

_LAST = (65_535, 1_048_575)  # the last row of a sheet, in .xls and .xlsx
_LAST_COLUMN = (255, 16_383)


def text_of(value: Value) -> str:
    """The text of a cell.

    A whole number has no decimals (3.0 is ``3``); another one has exactly those that it takes to tell it from its
    neighbours (7390.1), never an exponent. A date is ``2022-01-31``, with the time behind it if there is one. True and
    false are ``TRUE`` and ``FALSE``. Text is as it is: ``007`` typed as text stays ``007``. A look that a number
    format adds (a unit, thousands, a percent sign) is not there, and a percentage is its fraction.
    """
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        if not math.isfinite(value):
            return str(value)
        return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


def grid_of(sheet: Sheet, number: int, limits: Limits) -> Grid | None:
    """The sheet as table ``number``; None if it shows nothing. Raises ``LimitError``."""
    where = f"sheet {sheet.name!r}"
    limits.check("rows", len(sheet.rows), where)
    texts = {
        (row, column): text
        for row, values in enumerate(sheet.rows)
        for column, value in enumerate(values)
        if (text := text_of(value))
    }
    if not texts:
        return None
    last = max(row for row, _ in texts), max(column for _, column in texts)
    merged = [_within(item, last) for item in sheet.merged]
    rows = 1 + max(last[0], *(end[0] for _, end in merged), 0)
    columns = 1 + max(last[1], *(end[1] for _, end in merged), 0)
    limits.check("rows", rows, where)
    limits.check("columns", columns, where)
    limits.check("cells", rows * columns, where)
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for start, end in merged:
        over = [(row, at) for row in range(start[0], end[0] + 1) for at in range(start[1], end[1] + 1)]
        if over and covered.isdisjoint(
            over
        ):  # ranges that overlap are a fault of the file: the first one counts
            covered.update(over)
            spans[start] = (end[0] - start[0] + 1, end[1] - start[1] + 1)
    cells = [
        Cell(texts.get((row, column), ""), row, column, *spans.get((row, column), (1, 1)))
        for row in range(rows)
        for column in range(columns)
        if (row, column) in spans or (row, column) not in covered
    ]
    return Grid(tuple(cells), rows, columns, number)


def _within(merged: Range, last: tuple[int, int]) -> Range:
    """A range that goes to the end of the sheet ends where the contents end."""
    (top, left), (bottom, right) = merged
    if bottom in _LAST:
        bottom = max(last[0], top)
    if right in _LAST_COLUMN:
        right = max(last[1], left)
    return (top, left), (bottom, right)
