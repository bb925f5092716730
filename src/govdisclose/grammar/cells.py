"""Which cell of a matched row stands under which column.

The plain case is one cell exactly under one heading. A cell under two headings, or two filled cells under one,
give no value. A row that ends early gives none at all: nobody can tell which of its cells is lost.
"""

from __future__ import annotations

from collections.abc import Sequence

from govdisclose.findings import Finding, finding
from govdisclose.grammar.boxhead import Column, Columns
from govdisclose.grammar.place import Placed
from govdisclose.grammar.placement import is_possible, settle
from govdisclose.grammar.stubrow import StubRow
from govdisclose.grammar.table import Table
from govdisclose.grid import Cell, Grid
from govdisclose.text import is_blank, one_line

__all__ = ["can_settle", "place_cells"]

_Result = tuple[dict[str, Placed], list[Finding]]


def can_settle(band: Table, row: StubRow, columns: Columns) -> bool:
    """Whether a row made of lines of text is whole, or short in a way in which its totals are printed and right."""
    cells = [cell for cell in row.body if cell is not None]
    paths = [column.path for column in columns.columns]
    if len(cells) >= len(paths):
        return True
    return None not in paths and is_possible(
        band, [path or "" for path in paths], [cell.text for cell in cells]
    )


def place_cells(band: Table, row: StubRow, columns: Columns, where: str, *, settling: bool) -> _Result:
    """The cell under each matched column of one row, by column path, and what was odd about it.

    ``settling``: a short row of a table made of lines of text may be filled by what must add up.
    """
    grid = row.row.grid
    if grid.ragged or columns.by_count:
        return _by_count(band, row, columns, where, settling=settling)
    line = row.row.line
    placed: dict[str, Placed] = {}
    plain = True
    for column in columns.columns:
        cell = line[column.start]
        if (
            cell is None
            or cell.column != column.start
            or cell.colspan != column.end - column.start
            or (cell.rowspan != 1 and band.stub is not None)
        ):
            plain = False
            break
        if column.path is not None:
            placed[column.path] = Placed(cell, grid, column.unit)
    return (placed, []) if plain else _by_overlap(band, row, columns, where)


def _by_overlap(band: Table, row: StubRow, columns: Columns, where: str) -> _Result:
    grid, line = row.row.grid, row.row.line
    if not columns.columns:
        return {}, []
    first, last = columns.columns[0].start, columns.columns[-1].end
    if None in line[first:last]:
        return _short(row, columns, where)
    cells = list(dict.fromkeys(cell for cell in line[first:last] if cell is not None))
    notes: list[Finding] = []
    own: dict[Column, list[Cell]] = {
        column: [
            cell for cell in cells if cell.column < column.end and cell.column + cell.colspan > column.start
        ]
        for column in columns.columns
    }
    crossing = [
        cell for cell in cells if sum(cell in under for under in own.values()) > 1 or cell.column < first
    ]
    labels = [cell for cell in cells if one_line(cell.text) in row.words]
    if crossing and not labels and _one_each(cells, columns.columns):
        notes.append(finding("edges-differ", row.row.at, where))
        own = {column: [cell] for column, cell in zip(columns.columns, cells, strict=True)}
        crossing = []
    placed: dict[str, Placed] = {}
    for column, under in own.items():
        placed_one, more = _one_column(band, row, column, under, crossing, where)
        notes += more
        if column.path is not None:
            placed[column.path] = placed_one
    for cell in crossing:
        if not is_blank(cell.text):
            count = sum(cell in under for under in own.values())
            text = one_line(cell.text)
            notes.append(
                finding("cell-spans-headings", grid.locate(cell), where, text=text, count=max(count, 2))
            )
    return placed, notes


def _one_column(
    band: Table, row: StubRow, column: Column, under: Sequence[Cell], crossing: Sequence[Cell], where: str
) -> tuple[Placed, list[Finding]]:
    grid = row.row.grid
    filled = [cell for cell in under if not is_blank(cell.text)]
    where = f"{where}{'' if ':' in where else ':'}:{column.path or ''}"  # a table without a stub has no row
    if any(cell in crossing for cell in filled):
        return Placed(filled[0], grid, None, False), []
    if column.cells > 1 and len(under) > 1 and len({cell.text.strip() for cell in under}) == 1:
        return Placed(under[0], grid, column.unit), []
    if len(filled) > 1 or (filled and column.cells > 1 and len(under) > 1):
        texts = " | ".join(one_line(cell.text) for cell in under)
        note = finding("cells-under-one-heading", row.row.at, where, count=len(under), text=texts)
        return Placed(filled[0], grid, None, False), [note]
    cell = filled[0] if filled else under[0]
    if cell.rowspan > 1 and band.stub is not None and filled:
        text = one_line(cell.text)
        note = finding("cell-spans-headings", grid.locate(cell), where, text=text, count=cell.rowspan)
        return Placed(cell, grid, None, False), [note]
    return Placed(cell, grid, column.unit), []


def _one_each(cells: Sequence[Cell], columns: Sequence[Column]) -> bool:
    """As many cells as columns, each reaching most under its own."""
    if len(cells) != len(columns):
        return False
    for at, (cell, own) in enumerate(zip(cells, columns, strict=True)):
        shared = _shared(cell, own)
        if shared <= 0:
            return False
        for other in (*columns[max(at - 1, 0) : at], *columns[at + 1 : at + 2]):
            if _shared(cell, other) > shared:
                return False
    return True


def _shared(cell: Cell, column: Column) -> int:
    return min(cell.column + cell.colspan, column.end) - max(cell.column, column.start)


def _short(row: StubRow, columns: Columns, where: str) -> _Result:
    cells = [cell for cell in row.row.cells if cell.column >= columns.first]
    return _unreadable(columns, row.row.grid), [
        finding("row-too-short", row.row.at, where, found=len(cells), expected=len(columns.columns), kept=0)
    ]


def _unreadable(columns: Columns, grid: Grid) -> dict[str, Placed]:
    return {column.path: Placed(None, grid, None, False) for column in columns.columns if column.path}


def _by_count(band: Table, row: StubRow, columns: Columns, where: str, *, settling: bool) -> _Result:
    """A row without column edges: as many cells as columns, or no value. Blanks count where they are printed."""
    grid = row.row.grid
    cells = list(dict.fromkeys(cell for cell in row.body if cell is not None))
    if not grid.ragged and (None in row.body or any(cell.rowspan > 1 for cell in cells)):
        return _unreadable(columns, grid), [
            finding(
                "row-too-short", row.row.at, where, found=len(cells), expected=len(columns.columns), kept=0
            )
        ]
    assert band.boxhead is not None
    if not columns.columns:
        return {path: Placed(None, grid, None, False) for path in band.boxhead.leaves}, []
    expected = len(columns.columns)
    if (
        columns.spare
        and len(cells) == expected + columns.spare
        and all(is_blank(cell.text) for cell in cells[expected:])
    ):
        cells = cells[:expected]
    if len(cells) == expected:
        return {
            column.path: Placed(cell, grid, column.unit)
            for column, cell in zip(columns.columns, cells, strict=True)
            if column.path is not None
        }, []
    if len(cells) > expected:
        note = finding("row-too-long", row.row.at, where, found=len(cells), expected=expected)
        return _unreadable(columns, grid), [note]
    placed = _unreadable(columns, grid)
    kept = 0
    if not grid.number and (settling or not cells) and all(column.path for column in columns.columns):
        # lines of text: cells that were blank have left no trace, so a short row may be complete
        settled = settle(
            band, [column.path or "" for column in columns.columns], [cell.text for cell in cells]
        )
        for column, which in zip(columns.columns, settled, strict=True):
            if column.path is not None and which is not None:
                empty = Cell("", row.row.index, column.start, line=row.row.at.line)
                placed[column.path] = Placed(cells[which] if which >= 0 else empty, grid, column.unit)
                kept += 1
    if not cells and kept == expected:
        return placed, [finding("row-empty", row.row.at, where)]
    note = finding("row-too-short", row.row.at, where, found=len(cells), expected=expected, kept=kept)
    return placed, [note]
