"""What offices do to the form's tables before they publish them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import attrs

from _making.source import Source
from govdisclose import Document
from govdisclose.document import Block, Paragraph
from govdisclose.grammar.draw import draw_table
from govdisclose.grid import Cell, Grid

__all__ = [
    "body",
    "cut",
    "document",
    "one_table",
    "relabel",
    "repeat_down",
    "repeat_merged",
    "shift_values",
    "split_bands",
    "unmerge",
]

Reshape = Callable[[str, Grid], Sequence[Block]]
"""What becomes of a table, by its key."""


def body(source: Source, reshape: Reshape = lambda _, grid: (grid,)) -> list[Block]:
    """The six sections with their tables, each table after the prose of its section."""
    tables = {table.key: table for table in source.layout.tables}
    blocks: list[Block] = []
    for section in source.layout.sections:
        if section.key not in source.headings or not source.headings[section.key]:
            continue
        blocks.append(Paragraph(source.headings[section.key]))
        blocks += [Paragraph(line) for line in source.prose.get(section.key, ())]
        if section.key in tables:
            blocks += reshape(section.key, draw_table(tables[section.key], source.texts[section.key]))
            blocks += [Paragraph(line) for line in source.prose.get(f"after_{section.key}", ())]
    return blocks


def document(source: Source, blocks: Sequence[Block]) -> Document:
    """The whole report: title, introduction, sections, closing lines."""
    before = [Paragraph(line) for line in (*source.title, *source.intro)]
    return Document((*before, *blocks, *map(Paragraph, source.closing)), "drawn")


def relabel(grid: Grid, labels: Mapping[str, str]) -> Grid:
    """Other words in the cells that hold exactly these."""
    cells = tuple(attrs.evolve(cell, text=labels.get(cell.text, cell.text)) for cell in grid.cells)
    return Grid(cells, grid.rows, grid.columns)


def unmerge(grid: Grid) -> Grid:
    """No cell is merged: the text stands in the first, the others are empty."""
    return _single(
        grid, lambda cell, row, column: cell.text if (cell.row, cell.column) == (row, column) else ""
    )


def repeat_merged(grid: Grid) -> Grid:
    """No cell is merged: the text stands in each."""
    return _single(grid, lambda cell, row, column: cell.text)


def repeat_down(grid: Grid) -> Grid:
    """No cell is merged with those below: the text stands in each row."""
    cells = [
        attrs.evolve(cell, row=row, rowspan=1)
        for cell in grid.cells
        for row in range(cell.row, cell.row + cell.rowspan)
    ]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid(tuple(cells), grid.rows, grid.columns)


def _single(grid: Grid, text: Callable[[Cell, int, int], str]) -> Grid:
    cells = [
        Cell(text(cell, row, column), row, column)
        for row in range(grid.rows)
        for column, cell in enumerate(grid.line(row))
        if cell is not None
    ]
    return Grid(tuple(cells), grid.rows, grid.columns)


def _rows(grid: Grid, rows: Sequence[int]) -> Grid:
    """Some rows as a table of their own; what is merged with rows left out loses only these."""
    new = {row: at for at, row in enumerate(rows)}
    cells: list[Cell] = []
    for cell in grid.cells:
        kept = [new[row] for row in range(cell.row, cell.row + cell.rowspan) if row in new]
        runs = [at for at in kept if at - 1 not in kept]
        for start in runs:
            length = next(count for count in range(1, len(kept) + 1) if start + count not in kept)
            cells.append(attrs.evolve(cell, row=start, rowspan=length))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid(tuple(cells), len(rows), grid.columns)


def cut(grid: Grid, row: int, headings: int) -> tuple[Grid, Grid]:
    """A page break before ``row``; the first ``headings`` rows stand again on the next page."""
    return _rows(grid, range(row)), _rows(grid, [*range(headings), *range(row, grid.rows)])


def shift_values(grid: Grid, headings: Collection[str]) -> Grid:
    """The first edge of the rows of values stands a hair right of that of the headings: a narrow column between.

    Rows of headings are those that begin with one of ``headings``.
    """

    def moved(edge: int, row: int) -> int:
        if edge != 1:
            return edge + (edge > 1)
        first = grid.at(row, 0)
        return 1 if first is not None and first.text in headings else 2

    cells: list[Cell] = []
    for cell in grid.cells:
        start, end = moved(cell.column, cell.row), moved(cell.column + cell.colspan, cell.row)
        cells.append(attrs.evolve(cell, column=start, colspan=end - start))
    return Grid(tuple(cells), grid.rows, grid.columns + 1)


def split_bands(grid: Grid) -> list[Grid]:
    """Table 2 as one table a band, each with the columns it needs."""
    starts = [cell.row for cell in grid.cells if cell.colspan == grid.columns]
    ends = [*starts[1:], grid.rows]
    return [_narrow(_rows(grid, range(start, end))) for start, end in zip(starts, ends, strict=True)]


def _narrow(grid: Grid) -> Grid:
    edges = sorted({cell.column for cell in grid.cells} | {grid.columns})
    at = {edge: place for place, edge in enumerate(edges)}
    cells = [
        attrs.evolve(cell, column=at[cell.column], colspan=at[cell.column + cell.colspan] - at[cell.column])
        for cell in grid.cells
    ]
    return Grid(tuple(cells), grid.rows, len(edges) - 1)


def one_table(grids: Sequence[tuple[str, Grid]], columns: int) -> Grid:
    """Tables under each other in one, each under a full-width row with the heading of its section."""
    cells: list[Cell] = []
    top = 0
    for heading, grid in grids:
        edges = [at * columns // grid.columns for at in range(grid.columns + 1)]
        cells.append(Cell(heading, top, 0, 1, columns))
        for cell in grid.cells:
            start, end = edges[cell.column], edges[cell.column + cell.colspan]
            cells.append(attrs.evolve(cell, row=top + 1 + cell.row, column=start, colspan=end - start))
        top += grid.rows + 1
    return Grid(tuple(cells), top, columns)
