"""Rows that were put together from a page, as grids: headings over their columns, labels left of the values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from attrs import define, field

from govdisclose.findings import Finding, finding
from govdisclose.grammar.arrange.glyphs import Glyph, Text, union
from govdisclose.grammar.arrange.heads import Head
from govdisclose.grammar.arrange.labels import PlacedLabel
from govdisclose.grammar.entry import Scope, entry_path
from govdisclose.grid import Cell, Grid

__all__ = ["PlacedRow", "draw_rows"]

_ABOVE = 0.55
"""Of the size: what reaches so far into the height of a line of a label stands in its row, since rows do not overlap."""
_UNSURE = "\ufffd"


@define
class PlacedRow:
    """A row of numbers: its label and the labels over it, and in each column what stands there.

    ``doubts`` are the columns of which it is not certain that this is all that belongs there.
    """

    chain: tuple[PlacedLabel, ...]
    path: str
    head: Head | None
    texts: list[list[Text]]
    doubts: set[int] = field(factory=set)

    @property
    def top(self) -> float:
        """From here on a value stands beside the label."""
        return self.chain[-1].first - _ABOVE * self.chain[-1].size

    @property
    def bottom(self) -> float:
        """Down to here a value stands beside the label."""
        return self.chain[-1].last + _ABOVE * self.chain[-1].size


def draw_rows(
    rows: Sequence[PlacedRow], table: str, prefix: str, title: PlacedLabel | None
) -> tuple[list[Grid], list[Finding]]:
    """A grid for each set of headings with the rows under it, and a finding for each cell that is not certain.

    ``title`` is that of the band, over the first grid. A row over which no headings stand is left out.
    """
    grids: list[Grid] = []
    findings: list[Finding] = []
    for _, group in groupby(rows, key=lambda row: id(row.head)):
        own = list(group)
        head = own[0].head
        if head is None:
            continue
        depth = max(len(row.chain) for row in own)
        width = depth + len(head.paths)
        cells: list[Cell] = []
        at = 0
        if title is not None and not grids:
            cells.append(_cell(title.text, title.glyphs, 0, 0, width))
            at = 1
        at = _head_cells(head, cells, at, depth)
        for row in own:
            findings += _row_cells(row, head, cells, at, depth, Scope(table, prefix))
            at += 1
        grids.append(Grid(tuple(cells), at, width, number=0))
    return grids, findings


def _head_cells(head: Head, cells: list[Cell], at: int, depth: int) -> int:
    levels = max(map(len, head.chains))
    for level in range(levels):
        for column, chain in enumerate(head.chains):
            own = chain[min(level, len(chain) - 1)]
            cells.append(_cell(own.text, own.glyphs, at + level, depth + column))
        if depth:
            cells.append(Cell("", at + level, 0, colspan=depth))
    return at + levels


def _row_cells(
    row: PlacedRow, head: Head, cells: list[Cell], at: int, depth: int, scope: Scope
) -> list[Finding]:
    findings: list[Finding] = []
    for column, item in enumerate(row.chain):
        span = depth - column if item is row.chain[-1] else 1
        cells.append(_cell(item.text, item.glyphs, at, column, span))
    for column, found in enumerate(row.texts):
        text = "\n".join(word.text for word in found)
        unsure = column in row.doubts or len(found) > 1
        glyphs = [glyph for word in found for glyph in word.glyphs]
        cell = _cell(text + _UNSURE * unsure, glyphs, at, depth + column)
        cells.append(cell)
        if unsure:
            path = entry_path(scope.table, scope.prefix + row.path, head.paths[column])
            place = Grid((cell,), at + 1, depth + column + 1, number=0).locate(cell)
            findings.append(finding("place-uncertain", place, path, text=" ".join(text.split())))
    return findings


def _cell(text: str, glyphs: Iterable[Glyph], row: int, column: int, colspan: int = 1) -> Cell:
    some = list(glyphs)
    if not some:
        return Cell(text, row, column, colspan=colspan)
    page, box = union(some)
    return Cell(text, row, column, colspan=colspan, page=page, box=box)
