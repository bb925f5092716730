"""Cells to a grid, by the table model of the HTML standard, with spans that cannot make it explode."""

from __future__ import annotations

from attrs import frozen

from govdisclose.findings import Finding, finding
from govdisclose.grid import Cell, Grid
from govdisclose.limits import Limits
from govdisclose.locate import Locator
from govdisclose.readers._html_flow import cell_text
from govdisclose.readers._html_style import Hiding, source_line
from govdisclose.readers._html_table import RawCell, RawTable, width_of
from govdisclose.text import is_blank

# The caps of the HTML standard.
_MOST_COLUMNS = 1000
_MOST_ROWS = 65534

_GHOST = 2.0
"""A column no wider than this many pixels is a seam: LibreOffice makes such where edges differ by a twip."""
_REAL = 10.0
"""Where no column is this wide, the widths are proportions and say nothing of seams."""


@frozen
class _Placed:
    raw: RawCell
    row: int
    column: int
    rows: int
    columns: int
    overlaps: bool
    declared: bool


def build_grid(
    table: RawTable, number: int, hiding: Hiding, limits: Limits, used: int, findings: list[Finding]
) -> Grid:
    """One grid. ``used`` counts the grid positions of the tables before it; ``findings`` is added to."""
    where = f"table {number}"
    limits.check("rows", len(table.rows), where)
    placed = _place(table, limits, used, where)
    columns = max((cell.column + cell.columns for cell in placed), default=0)
    # Holes cost too: a grid is a matrix.
    limits.check("cells", used + len(table.rows) * columns, where)
    texts = ["" if cell.raw.blanked else cell_text(cell.raw.element, hiding) for cell in placed]
    kept = _kept_columns(table, placed, texts, columns)
    cells: list[Cell] = []
    for item, text in zip(placed, texts, strict=True):
        column = kept[item.column]
        colspan = kept[item.column + item.columns] - column
        if colspan:
            cells.append(Cell(text, item.row, column, item.rows, colspan, source_line(item.raw.element)))
        if item.declared:
            _report(item, Locator(table=number, row=item.row + 1, column=column + 1), findings)
    return Grid(tuple(cells), len(table.rows), kept[columns], number)


def _place(table: RawTable, limits: Limits, used: int, where: str) -> list[_Placed]:
    """Where each cell stands. A span wider than any table may be is cut to the columns of the others."""
    giants = [
        cell.element
        for row in table.rows
        for cell in row
        if (_number(cell.element.get("colspan")) or 1) > limits.columns
    ]
    if not giants:
        return _place_within(table, None, limits, used, where)
    alone = _place_within(table, 1, limits, used, where)
    return _place_within(table, max(c.column + c.columns for c in alone), limits, used, where)


def _place_within(table: RawTable, width: int | None, limits: Limits, used: int, where: str) -> list[_Placed]:
    placed: list[_Placed] = []
    until: list[int] = []  # for each column, the row at which the cell from above has ended
    for row, cells in enumerate(table.rows):
        column = 0
        for raw in cells:
            while column < len(until) and until[column] > row:
                column += 1
            get = raw.element.get
            colspan, rowspan = get("colspan"), get("rowspan")
            declared = colspan is not None or rowspan is not None
            columns = min(_number(colspan) or 1, _MOST_COLUMNS) if colspan else 1
            rows = _rows(rowspan, table.ends[row] - row) if rowspan else 1
            if width is not None and columns > limits.columns:
                columns = max(1, width - column)
            end = column + columns
            if end > limits.columns:
                limits.check("columns", end, where)
            taken = column + 1
            while taken < end and (taken >= len(until) or until[taken] <= row):
                taken += 1
            until.extend([0] * (taken - len(until)))
            for covered in range(column, taken):
                until[covered] = row + rows
            used += (taken - column) * rows
            if used > limits.cells:
                limits.check("cells", used, where)
            placed.append(_Placed(raw, row, column, rows, taken - column, taken < end, declared))
            column = taken
    return placed


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


def _report(item: _Placed, at: Locator, findings: list[Finding]) -> None:
    get = item.raw.element.get
    colspan, rowspan = get("colspan"), get("rowspan")
    if item.overlaps:
        findings.append(finding("cells-overlap", at))
    elif colspan and _number(colspan) != item.columns:
        findings.append(finding("span-clamped", at, declared=colspan[:40], axis="columns", used=item.columns))
    if rowspan and _number(rowspan) not in (item.rows, 0):
        findings.append(finding("span-clamped", at, declared=rowspan[:40], axis="rows", used=item.rows))


def _kept_columns(table: RawTable, placed: list[_Placed], texts: list[str], columns: int) -> list[int]:
    """For each column edge, how many columns stand left of it once columns that hold nothing are gone.

    A column in which no cell starts is a part of the one before: whatever covers it covers that one too.
    """
    ghosts = _ghosts(table, placed, texts)
    starts = {cell.column for cell in placed if cell.column not in ghosts}
    if ghosts:
        # What starts in a seam and goes on beyond it starts, to the eye, in the next column.
        starts |= {
            next((k for k in range(cell.column, cell.column + cell.columns) if k not in ghosts), -1)
            for cell in placed
        }
    kept = [0]
    for column in range(columns):
        kept.append(kept[-1] + (column in starts))
    return kept


def _ghosts(table: RawTable, placed: list[_Placed], texts: list[str]) -> set[int]:
    """The seams: columns declared 1 or 2 pixels wide in which nothing is printed."""
    narrow = {column for column, width in enumerate(table.widths) if width is not None and width <= _GHOST}
    own: dict[int, bool] = {}
    for cell, text in zip(placed, texts, strict=True):
        if cell.columns == 1 and cell.column not in narrow and own.get(cell.column, True):
            own[cell.column] = is_blank(text) and (width_of(cell.raw.element) or _REAL) <= _GHOST
    ghosts = narrow | {column for column, is_ghost in own.items() if is_ghost}
    if not ghosts:
        return ghosts
    declared = [width for width in table.widths if width is not None]
    if declared and max(declared) < _REAL:
        return set()
    for cell, text in zip(placed, texts, strict=True):
        covered = range(cell.column, cell.column + cell.columns)
        if not is_blank(text) and ghosts.issuperset(covered):
            ghosts.difference_update(covered)
    return ghosts
