"""What stands under which headings in a drawn table: a second, plain reading to hold the grammar against.

It knows only tables as ``draw`` makes them, merged where the form merges, whatever faults are in them. A cell is
printed under a path if the labels to its left and over it are all the labels of that path, official and
complete, and the innermost heading is exactly as wide as the cell. Nothing is joined, skipped or guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdisclose.document import Document
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.table import Table
from govdisclose.grid import Cell, Grid
from govdisclose.testing.documents import Key
from govdisclose.text import fold, is_blank

__all__ = ["printed_in"]

_FIGURE = re.compile(r"增加|增|减少|减|千元|百万元|万元|亿元|元|件|条|第\d+页|\d|\W")


def printed_in(document: Document, layout: Layout) -> dict[Key, list[str]]:
    """Every text that stands under exactly the headings of an entry, by table, row and column."""
    paths = {
        (rows, columns): (table.key, row, column)
        for table in layout.tables
        for row, column in table.cells()
        for rows, columns in _chains(table, row, column)
    }
    found: dict[Key, list[str]] = {}
    for grid in document.grids:
        for cell in grid.cells:
            if not _is_label(cell.text) and (over := _over(grid, cell)) is not None:
                key = paths.get((_left(grid, cell), over))
                if key is not None:
                    found.setdefault(key, []).append(cell.text)
    return found


def _chains(table: Table, row: str, column: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The labels left of an entry and over it; the spanner or the title of the band may stand over them or not."""
    rows = tuple(fold(name) for name in table.row_labels(row))
    columns = tuple(fold(name) for name in table.column_labels(row, column))
    if table.bands:
        yield rows[1:], (rows[0], *columns)
        yield rows[1:], columns
        return
    yield rows, columns
    if table.spanner is not None:
        yield rows, (fold(table.spanner), *columns)


def _is_label(text: str) -> bool:
    return bool(_FIGURE.sub("", text))


def _left(grid: Grid, cell: Cell) -> tuple[str, ...]:
    """The labels left of a cell, if it is one row high."""
    if cell.rowspan > 1:
        return ("",)
    beside = dict.fromkeys(other for other in grid.line(cell.row)[: cell.column] if other is not None)
    return tuple(fold(other.text) for other in beside if _is_label(other.text))


def _over(grid: Grid, cell: Cell) -> tuple[str, ...] | None:
    """The labels over a cell up to the next figures; None if the lowest is not as wide as the cell."""
    labels: list[Cell] = []
    for row in range(cell.row - 1, -1, -1):
        other = grid.at(row, cell.column)
        if other is None or (labels and other is labels[-1]):
            continue
        if _is_label(other.text):
            labels.append(other)
            if other.colspan == grid.columns:  # the title of a band
                break
        elif labels and not is_blank(other.text):
            break
    if not labels or (labels[0].column, labels[0].colspan) != (cell.column, cell.colspan):
        return None
    return tuple(fold(label.text) for label in reversed(labels))
