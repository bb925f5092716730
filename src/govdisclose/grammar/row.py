"""A row on its way through the match: the cells over it, and where they come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from attrs import frozen

from govdisclose.grammar.turned import Turned
from govdisclose.grid import Cell, Grid
from govdisclose.locate import Locator
from govdisclose.text import is_blank, one_line

__all__ = ["Row", "Run", "rows_of"]


class Run(NamedTuple):
    """Rows of one grid that belong to one table."""

    grid: Grid
    rows: Sequence[int]


@frozen
class Row:
    """One row: ``line`` is position by position (None is a hole), ``cells`` are its cells once each.

    In a ragged grid positions are only the order of the cells in the row.
    """

    grid: Grid
    index: int
    line: Sequence[Cell | None]
    cells: Sequence[Cell]

    @property
    def at(self) -> Locator:
        """The place of the row."""
        first = self.cells[0] if self.cells else None
        if not self.grid.number:
            return Locator(line=first.line if first else None)
        if first and isinstance(self.grid, Turned):
            return self.grid.locate(first)
        return Locator(
            table=self.grid.number,
            row=self.index + 1,
            line=first.line if first else None,
            page=first.page if first else None,
        )

    @property
    def number(self) -> int:
        """The row of the grid in which it stands, or begins where it was turned, counted from 1."""
        return (self.at.row or 0) if isinstance(self.grid, Turned) else self.index + 1

    @property
    def text(self) -> str:
        """What is printed in the row, cell by cell, shortened for a message."""
        words = " | ".join(one_line(cell.text) for cell in self.cells if not is_blank(cell.text))
        return words if len(words) <= 60 else words[:59] + "…"


def rows_of(runs: Iterable[Run]) -> list[Row]:
    """The rows of all runs in order."""
    rows: list[Row] = []
    for grid, indexes in runs:
        for index in indexes:
            line = grid.line(index)
            cells = [cell for cell in line if cell is not None] if grid.ragged else grid.row(index)
            rows.append(Row(grid, index, line, cells))
    return rows
