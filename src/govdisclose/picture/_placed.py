"""What was read of tables that rules do not divide: they stand among the lines of a page, and are no grids of it."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose.picture._cells import kinds_of_entries
from govdisclose.picture.shapes import Kind, Shape
from govdisclose.result import Result

__all__ = ["placed_shapes"]


def placed_shapes(result: Result) -> Iterator[tuple[int, Shape]]:
    """The headings and entries of such tables, each with its page."""
    kinds = kinds_of_entries(result)
    for entry in result.entries:
        at = entry.at
        if at is not None and at.table is None and at.page is not None and at.box is not None:
            yield at.page, Shape(kinds[entry.path], at.box, (entry.row, entry.column))
    for matched in result.selection.best.matched:
        for band in matched.bands:
            rows = [(row, Kind.COLUMN_HEADING, row.cells) for row in band.headings]
            rows += [
                (read.row, Kind.ROW_HEADING, [cell for cell in read.row.cells if cell not in read.body])
                for read in band.rows
            ]
            for row, kind, cells in rows:
                if not row.grid.number:
                    for cell in cells:
                        if cell.page is not None and cell.box is not None:
                            yield cell.page, Shape(kind, cell.box)
