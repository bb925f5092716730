"""A table without a stub that is printed upright: its boxhead as a stub, its numbers in a column.

┌──────────┬──────────────┬───┐
│          │   结果维持   │ 1 │
│ 行政复议 ├──────────────┼───┤      Turned about its diagonal it is the table of the form.
│          │   结果纠正   │ 2 │
└──────────┴──────────────┴───┘
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs
from attrs import field, frozen

from govdisclose.grammar.index import TreeIndex
from govdisclose.grammar.lookup import band_index
from govdisclose.grammar.table import Table
from govdisclose.grid import Cell, Grid
from govdisclose.locate import Locator
from govdisclose.text import is_blank, wording

__all__ = ["Turned", "turned"]


@frozen
class Turned(Grid):
    """A grid whose rows are the columns of another one; its cells know where they stand on the page."""

    origin: Grid = field(factory=lambda: Grid((), 0, 0), eq=False, repr=False)
    printed: Mapping[tuple[int, int], Cell] = field(factory=dict, eq=False, repr=False)

    def locate(self, cell: Cell) -> Locator:
        """The place of the cell in the grid that was turned."""
        return self.origin.locate(self.printed[cell.row, cell.column])


def turned(table: Table, grid: Grid, rows: Sequence[int]) -> Turned | None:
    """The rows of a table that is printed upright as those of the form; None where it is not.

    Upright are its innermost labels if they stand in more rows than columns.
    """
    if table.stub is not None or table.boxhead is None or grid.ragged or not grid.number:
        return None
    if 2 * len(rows) < len(table.boxhead.leaves):
        return None  # most of its labels could not stand one under the other
    first, end = rows[0], rows[-1] + 1
    cells = [cell for row in rows for cell in grid.row(row) if cell.row == row or row == first]
    tree = band_index(table).boxhead
    leaves = [cell for cell in cells if _is_leaf(tree, cell)]
    if len({cell.row for cell in leaves}) <= len({cell.column for cell in leaves}):
        return None
    printed: dict[tuple[int, int], Cell] = {}
    made: list[Cell] = []
    for cell in cells:
        top, bottom = max(cell.row, first) - first, min(cell.row + cell.rowspan, end) - first
        across, down = bottom - top, cell.colspan
        made.append(attrs.evolve(cell, row=cell.column, column=top, rowspan=down, colspan=across))
        printed[cell.column, top] = cell
    made.sort(key=lambda cell: (cell.row, cell.column))
    return Turned(tuple(made), grid.columns, end - first, grid.number, origin=grid, printed=printed)


def _is_leaf(tree: TreeIndex, cell: Cell) -> bool:
    return not is_blank(cell.text) and any(tree.nodes[hit.node].leaf for hit in tree.hits(wording(cell.text)))
