"""Where things stand in a drawn form: its cells of numbers, its labels, its heading rows."""

from __future__ import annotations

from random import Random

from govdisclose.document import Document
from govdisclose.grid import Cell, Grid
from govdisclose.testing.documents import Filled, places
from govdisclose.testing.grids import map_grids

__all__ = ["bodies", "body_columns", "body_rows", "groups", "heads", "pick", "put", "row_labels", "spanners"]


def pick(filled: Filled, random: Random, *, stubbed: bool = False) -> Grid:
    """Any of the tables; ``stubbed`` for one with rows."""
    layout = filled.layout
    return random.choice(
        [
            grid
            for grid, table in zip(filled.document.grids, layout.tables, strict=True)
            if not stubbed or table.bands or table.stub is not None
        ]
    )


def put(filled: Filled, grid: Grid, *instead: Grid) -> Document:
    """The document with other grids in place of this one."""
    return map_grids(filled.document, lambda other: list(instead) if other.number == grid.number else other)


def bodies(filled: Filled, grid: Grid) -> list[Cell]:
    """The cells of numbers of a table as drawn."""
    there = {(row, column) for number, row, column in places(filled.layout).values() if number == grid.number}
    return [cell for cell in grid.cells if (cell.row, cell.column) in there]


def body_rows(filled: Filled, grid: Grid) -> list[int]:
    """The rows of numbers."""
    return sorted({cell.row for cell in bodies(filled, grid)})


def body_columns(filled: Filled, grid: Grid) -> list[int]:
    """The columns of numbers."""
    return sorted({cell.column for cell in bodies(filled, grid)})


def row_labels(filled: Filled, grid: Grid) -> list[Cell]:
    """The innermost label of each row of numbers."""
    lefts: dict[int, int] = {}
    for cell in bodies(filled, grid):
        lefts[cell.row] = min(lefts.get(cell.row, cell.column), cell.column)
    found = [grid.at(row, left - 1) for row, left in lefts.items() if left]
    return [cell for cell in found if cell is not None]


def groups(filled: Filled, grid: Grid) -> list[Cell]:
    """The labels of the stub that reach over several rows."""
    top = min(body_rows(filled, grid))
    return [cell for cell in grid.cells if cell.rowspan > 1 and cell.row >= top]


def heads(filled: Filled, grid: Grid) -> list[Cell]:
    """The lowest heading over each column of numbers."""
    body = bodies(filled, grid)
    places_ = {(cell.row, cell.column) for cell in body}
    found: dict[Cell, None] = {}
    for cell in body:
        row = cell.row - 1
        while row >= 0 and (row, cell.column) in places_:
            row -= 1
        over = grid.at(row, cell.column)
        if over is not None:
            found[over] = None
    return list(found)


def spanners(filled: Filled, grid: Grid) -> list[Cell]:
    """The headings that stand over several columns, not the title of a band nor the spanner over all."""
    lowest = heads(filled, grid)
    top = min(body_rows(filled, grid))
    left = min(body_columns(filled, grid))
    return [
        cell
        for cell in grid.cells
        if cell.colspan > 1
        and cell.row < top
        and cell not in lowest
        and cell.column >= left
        and cell.colspan < grid.columns - left
    ]
