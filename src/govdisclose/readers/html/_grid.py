"""Cells to a grid, by the table model of the HTML standard, with spans that cannot make it explode."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from lxml import etree

from govdisclose.findings import Finding, finding
from govdisclose.grid import Cell, Grid
from govdisclose.limits import Limits
from govdisclose.locate import Locator
from govdisclose.readers.html._flow import cell_texts
from govdisclose.readers.html._looks import Looks
from govdisclose.readers.html._style import source_line
from govdisclose.readers.html._table import RawTable, width_of
from govdisclose.text import is_blank

# The caps of the HTML standard.
_MOST_COLUMNS = 1000
_MOST_ROWS = 65534

_GHOST = 2.0
"""A column no wider than this many pixels is a seam: LibreOffice makes such where edges differ by a twip."""
_REAL = 10.0
"""Where no column is this wide, the widths are proportions and say nothing of seams."""


_Placed = tuple[etree._Element, int, int, int, int]
"""A cell, its row and column, and how many rows and columns it covers."""

_Spans = dict[etree._Element, tuple[str | None, str | None]]
"""What the cells that span declare: colspan and rowspan."""

_SPANNING: Callable[[etree._Element], Any] = etree.XPath("descendant::*[@colspan or @rowspan]")


def build_grid(
    table: RawTable, number: int, looks: Looks, limits: Limits, used: int, findings: list[Finding]
) -> Grid:
    """One grid. ``used`` counts the grid positions of the tables before it; ``findings`` is added to."""
    where = f"table {number}"
    limits.check("rows", len(table.rows), where)
    spans: _Spans = {cell: (cell.get("colspan"), cell.get("rowspan")) for cell in _SPANNING(table.element)}
    placed, spanning, overlapping = _place(table, spans, limits, used, where)
    columns = max([place[2] + place[4] for place in placed], default=0)
    # Holes cost too: a grid is a matrix.
    limits.check("cells", used + len(table.rows) * columns, where)
    texts, told = cell_texts([place[0] for place in placed], looks)
    kept = _kept_columns(table, placed, texts, columns)
    cells: list[Cell] = []
    for index, ((element, row, start, rowspan, width), text) in enumerate(zip(placed, texts, strict=True)):
        column = kept[start]
        colspan = kept[start + width] - column
        if colspan and index in told:
            at = Locator(table=number, row=row + 1, column=column + 1, line=source_line(element))
            findings += told[index].findings(at)
        if colspan:
            cells.append(Cell(text, row, column, rowspan, colspan, source_line(element)))
    for place in spanning:
        noticed = _noticed(place, spans[place[0]], overlaps=place[0] in overlapping)
        if noticed:
            at = Locator(table=number, row=place[1] + 1, column=kept[place[2]] + 1)
            findings += [note(at) for note in noticed]
    return Grid(tuple(cells), len(table.rows), kept[columns], number)


def _place(
    table: RawTable, spans: _Spans, limits: Limits, used: int, where: str
) -> tuple[list[_Placed], list[_Placed], set[etree._Element]]:
    """Where each cell stands. A span wider than any table may be is cut to the columns of the others.

    Then those of them that declare a span, and the cells that were cut where they would overlap others.
    """
    if not any((_number(colspan) or 1) > limits.columns for colspan, _ in spans.values()):
        return _place_within(table, spans, None, limits, used, where)
    alone, _, _ = _place_within(table, spans, 1, limits, used, where)
    width = max(place[2] + place[4] for place in alone)
    return _place_within(table, spans, width, limits, used, where)


def _place_within(
    table: RawTable, spans: _Spans, width: int | None, limits: Limits, used: int, where: str
) -> tuple[list[_Placed], list[_Placed], set[etree._Element]]:
    placed: list[_Placed] = []
    spanning: list[_Placed] = []
    overlapping: set[etree._Element] = set()
    until: list[int] = []  # for each column, the row at which the cell from above has ended
    most_columns, most_cells = limits.columns, limits.cells
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while column < len(until) and until[column] > row:
                column += 1
            if cell not in spans:
                placed.append((cell, row, column, 1, 1))
                column += 1
                used += 1
                if column > most_columns:
                    limits.check("columns", column, where)
                if used > most_cells:
                    limits.check("cells", used, where)
                continue
            colspan, rowspan = spans[cell]
            columns = min(_number(colspan) or 1, _MOST_COLUMNS) if colspan else 1
            rows = _rows(rowspan, table.ends[row] - row) if rowspan else 1
            if width is not None and columns > most_columns:
                columns = max(1, width - column)
            end = column + columns
            if end > most_columns:
                limits.check("columns", end, where)
            taken = column + 1
            while taken < end and (taken >= len(until) or until[taken] <= row):
                taken += 1
            until.extend([0] * (taken - len(until)))
            for covered in range(column, taken):
                until[covered] = row + rows
            used += (taken - column) * rows
            if used > most_cells:
                limits.check("cells", used, where)
            spanning.append((cell, row, column, rows, taken - column))
            placed.append(spanning[-1])
            if taken < end:
                overlapping.add(cell)
            column = taken
    return placed, spanning, overlapping


def _number(declared: str | None) -> int | None:
    """A span as declared; None for what is no whole number."""
    if declared is None:
        return None
    digits = declared.strip()
    if not (digits.isascii() and digits.isdigit()):
        return None
    return int(digits) if len(digits) < 10 else 10**9


def _rows(declared: str, left: int) -> int:
    number = _number(declared)
    if number is None:
        return 1
    # 0 is legal and means: to the end of the row group.
    return min(number, _MOST_ROWS, left) if number else left


def _noticed(
    place: _Placed, declared: tuple[str | None, str | None], *, overlaps: bool
) -> list[Callable[[Locator], Finding]]:
    """What is to be said of a cell that spans, once its place is known."""
    colspan, rowspan = declared
    _, _, _, rows, columns = place
    noticed: list[Callable[[Locator], Finding]] = []
    if overlaps:
        noticed.append(partial(finding, "cells-overlap"))
    elif colspan and _number(colspan) != columns:
        noticed.append(partial(finding, "span-clamped", declared=colspan[:40], axis="columns", used=columns))
    if rowspan and _number(rowspan) not in (rows, 0):
        noticed.append(partial(finding, "span-clamped", declared=rowspan[:40], axis="rows", used=rows))
    return noticed


def _kept_columns(table: RawTable, placed: list[_Placed], texts: list[str], columns: int) -> list[int]:
    """For each column edge, how many columns stand left of it once columns that hold nothing are gone.

    A column in which no cell starts is a part of the one before: whatever covers it covers that one too.
    """
    ghosts = _ghosts(table, placed, texts) | table.folded
    starts = {place[2] for place in placed} - ghosts
    if ghosts:
        # What starts in a seam and goes on beyond it starts, to the eye, in the next column.
        starts |= {
            next((k for k in range(column, column + width) if k not in ghosts), -1)
            for _, _, column, _, width in placed
        }
    kept = [0]
    for column in range(columns):
        kept.append(kept[-1] + (column in starts))
    return kept


def _ghosts(table: RawTable, placed: list[_Placed], texts: list[str]) -> set[int]:
    """The seams: columns declared 1 or 2 pixels wide in which nothing is printed."""
    narrow = {column for column, width in enumerate(table.widths) if width is not None and width <= _GHOST}
    own: dict[int, bool] = {}
    for (element, _, column, _, width), text in zip(placed, texts, strict=True):
        if width == 1 and column not in narrow and own.get(column, True):
            own[column] = is_blank(text) and (width_of(element) or _REAL) <= _GHOST
    ghosts = narrow | {column for column, is_ghost in own.items() if is_ghost}
    if not ghosts:
        return ghosts
    declared = [width for width in table.widths if width is not None]
    if declared and max(declared) < _REAL:
        return set()
    for (_, _, column, _, width), text in zip(placed, texts, strict=True):
        covered = range(column, column + width)
        if not is_blank(text) and ghosts.issuperset(covered):
            ghosts.difference_update(covered)
    return ghosts
