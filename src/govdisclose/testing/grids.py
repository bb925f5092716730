"""Edits of grids: whole rows and columns, cuts and merges. Each gives a new grid and keeps no two cells in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from govdisclose.document import Block, Document, Paragraph
from govdisclose.grid import Cell, Grid

__all__ = [
    "below",
    "cut",
    "grid_of",
    "map_cells",
    "map_grids",
    "unmerged",
    "with_blocks",
    "with_column",
    "with_row",
    "with_texts",
    "without_columns",
    "without_rows",
]


def grid_of(cells: Iterable[Cell], *, number: int = 1, ragged: bool = False) -> Grid:
    """A grid as large as its cells, which are put in reading order."""
    ordered = sorted(cells, key=lambda cell: (cell.row, cell.column))
    rows = max((cell.row + cell.rowspan for cell in ordered), default=0)
    columns = max((cell.column + cell.colspan for cell in ordered), default=0)
    return Grid(tuple(ordered), rows, columns, number, ragged)


def with_blocks(document: Document, blocks: Iterable[Block]) -> Document:
    """The document with other blocks, its grids and paragraphs counted anew."""
    counted: list[Block] = []
    grids = paragraphs = 0
    for block in blocks:
        if isinstance(block, Grid):
            grids += 1
            counted.append(attrs.evolve(block, number=grids))
        else:
            paragraphs += 1
            counted.append(attrs.evolve(block, number=paragraphs))
    return attrs.evolve(document, blocks=tuple(counted))


def map_grids(document: Document, change: Callable[[Grid], Grid | Sequence[Block]]) -> Document:
    """Put for each grid another one, or several blocks."""
    blocks: list[Block] = []
    for block in document.blocks:
        new = block if isinstance(block, Paragraph) else change(block)
        blocks += [new] if isinstance(new, Paragraph | Grid) else new
    return with_blocks(document, blocks)


def map_cells(grid: Grid, change: Callable[[Cell], Cell]) -> Grid:
    """Change each cell; positions and spans must stay."""
    return attrs.evolve(grid, cells=tuple(change(cell) for cell in grid.cells))


def with_texts(grid: Grid, texts: Mapping[tuple[int, int], str]) -> Grid:
    """Print other texts in the cells that begin at these rows and columns."""
    return map_cells(
        grid, lambda cell: attrs.evolve(cell, text=texts.get((cell.row, cell.column), cell.text))
    )


def without_rows(grid: Grid, rows: Iterable[int]) -> Grid:
    """Take rows out; a cell over one of them gets shorter, and keeps its text as long as a row is left."""
    gone = set(rows)
    kept = [row for row in range(grid.rows) if row not in gone]
    place = {row: at for at, row in enumerate(kept)}
    cells: list[Cell] = []
    for cell in grid.cells:
        left = [place[row] for row in range(cell.row, cell.row + cell.rowspan) if row in place]
        if left:
            cells.append(attrs.evolve(cell, row=left[0], rowspan=len(left)))
    return Grid(tuple(sorted(cells, key=_order)), len(kept), grid.columns, grid.number, grid.ragged)


def without_columns(grid: Grid, columns: Iterable[int]) -> Grid:
    """Take columns out; a cell over one of them gets narrower."""
    gone = set(columns)
    kept = [column for column in range(grid.columns) if column not in gone]
    place = {column: at for at, column in enumerate(kept)}
    cells: list[Cell] = []
    for cell in grid.cells:
        left = [place[at] for at in range(cell.column, cell.column + cell.colspan) if at in place]
        if left:
            cells.append(attrs.evolve(cell, column=left[0], colspan=len(left)))
    return Grid(tuple(sorted(cells, key=_order)), grid.rows, len(kept), grid.number, grid.ragged)


def with_row(grid: Grid, before: int, cells: Sequence[Cell]) -> Grid:
    """Put a row in; cells that reach over the place get longer, ``cells`` (their row is ignored) stand beside them."""
    moved: list[Cell] = []
    covered: set[int] = set()
    for cell in grid.cells:
        if cell.row >= before:
            moved.append(attrs.evolve(cell, row=cell.row + 1))
        elif cell.row + cell.rowspan > before:
            covered.update(range(cell.column, cell.column + cell.colspan))
            moved.append(attrs.evolve(cell, rowspan=cell.rowspan + 1))
        else:
            moved.append(cell)
    new = [
        attrs.evolve(cell, row=before)
        for cell in cells
        if not covered & set(range(cell.column, cell.column + cell.colspan))
    ]
    return Grid(
        tuple(sorted([*moved, *new], key=_order)), grid.rows + 1, grid.columns, grid.number, grid.ragged
    )


def with_column(grid: Grid, before: int, texts: Mapping[int, str], *, widen: Iterable[int] = ()) -> Grid:
    """Put a column in, printing ``texts`` by row. In the rows ``widen`` the cell to the left reaches over it."""
    wide = set(widen)
    moved: list[Cell] = []
    covered: set[int] = set()
    for cell in grid.cells:
        end = cell.column + cell.colspan
        rows = range(cell.row, cell.row + cell.rowspan)
        if cell.column >= before:
            moved.append(attrs.evolve(cell, column=cell.column + 1))
        elif end > before or (end == before and wide.issuperset(rows)):
            covered.update(rows)
            moved.append(attrs.evolve(cell, colspan=cell.colspan + 1))
        else:
            moved.append(cell)
    new = [Cell(texts.get(row, ""), row, before) for row in range(grid.rows) if row not in covered]
    return Grid(
        tuple(sorted([*moved, *new], key=_order)), grid.rows, grid.columns + 1, grid.number, grid.ragged
    )


def cut(grid: Grid, start: int, end: int, *, repeat: bool = False) -> Grid:
    """The rows from ``start`` to ``end`` (exclusive). A cell from above goes on empty, or with its text again."""
    cells: list[Cell] = []
    for cell in grid.cells:
        first, last = max(cell.row, start), min(cell.row + cell.rowspan, end)
        if first < last:
            text = cell.text if first == cell.row or repeat else ""
            cells.append(attrs.evolve(cell, text=text, row=first - start, rowspan=last - first))
    return Grid(tuple(sorted(cells, key=_order)), end - start, grid.columns, grid.number, grid.ragged)


def below(grids: Sequence[Grid]) -> Grid:
    """One grid of several, under each other; narrower ones reach to the right edge with their last cells."""
    width = max(grid.columns for grid in grids)
    cells: list[Cell] = []
    top = 0
    for grid in grids:
        for cell in grid.cells:
            last = cell.column + cell.colspan == grid.columns
            span = cell.colspan + (width - grid.columns if last else 0)
            cells.append(attrs.evolve(cell, row=top + cell.row, colspan=span))
        top += grid.rows
    return Grid(tuple(cells), top, width, grids[0].number)


def unmerged(grid: Grid, chosen: Callable[[Cell], bool], *, repeat: bool) -> Grid:
    """Divide merged cells, their text repeated in each part or only in the first."""
    cells: list[Cell] = []
    for cell in grid.cells:
        if not chosen(cell):
            cells.append(cell)
            continue
        for row in range(cell.row, cell.row + cell.rowspan):
            for column in range(cell.column, cell.column + cell.colspan):
                first = (row, column) == (cell.row, cell.column)
                cells.append(Cell(cell.text if first or repeat else "", row, column))
    return attrs.evolve(grid, cells=tuple(sorted(cells, key=_order)))


def _order(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column
