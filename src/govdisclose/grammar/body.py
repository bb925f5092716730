"""The body of a matched row: which cell stands under which column, and which of them is not to be believed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from govdisclose.findings import Finding, finding
from govdisclose.grammar.blanks import beside_blanks
from govdisclose.grammar.boxhead import Columns
from govdisclose.grammar.cells import place_cells
from govdisclose.grammar.displaced import ends_empty, out_of_place, packed_to_the_left, past_the_headings
from govdisclose.grammar.divided import in_part
from govdisclose.grammar.entry import Scope, entry_path
from govdisclose.grammar.lookup import STUB, BandIndex
from govdisclose.grammar.place import Placed
from govdisclose.grammar.row import Row
from govdisclose.grammar.stubrow import StubRow
from govdisclose.grid import Cell
from govdisclose.text import is_blank, one_line

__all__ = ["Body", "headless_columns"]

_Divided = Mapping[str, Sequence[Cell]]


class Body:
    """Places the cells of rows, one after the other, and keeps what is to be said of whole columns.

    ``divided`` are the headings that stand over several columns; ``rows`` all rows of numbers with their columns.
    """

    def __init__(
        self, index: BandIndex, scope: Scope, divided: _Divided, rows: Iterable[tuple[StubRow, Columns]]
    ) -> None:
        self._index = index
        self._scope = scope
        self._divided = divided
        under = list(rows)
        self._past = past_the_headings(index, under)
        self._packed = packed_to_the_left(index, under)
        self._in_part: dict[str, Placed] = {}
        self.findings: list[Finding] = []

    def place(self, row: StubRow, columns: Columns, *, settling: bool) -> dict[str, Placed] | None:
        """The cells of a row by column path; None where none of its numbers can be told."""
        if id(columns) in self._past:
            return None
        path = row.path or ""
        where = entry_path(self._scope.table, path)
        grid = row.row.grid
        if (odd := out_of_place(self._index, row, columns)) is not None:
            self.findings.append(finding("row-displaced", grid.locate(odd), where, text=_short(odd)))
            return None
        if id(columns) in self._packed and ends_empty(row, columns):
            found = sum(cell is not None and not is_blank(cell.text) for cell in dict.fromkeys(row.body))
            facts = {"found": found, "expected": len(columns.columns), "kept": 0}
            self.findings.append(finding("row-too-short", row.row.at, where, **facts))
            return None
        placed, notes = place_cells(self._index.band, row, columns, where, settling=settling)
        self.findings += notes
        for column, cell in beside_blanks(row.row, columns, placed).items():
            entry = entry_path(self._scope.table, path, column) if path else self._scope.column(column)
            self.findings.append(finding("number-beside-blank", grid.locate(cell), entry, text=_short(cell)))
            placed[column] = Placed(placed[column].cell, grid, None, False)
        for column, cell in in_part(row.row, columns, self._divided, placed).items():
            placed[column] = Placed(cell, grid, None, False)
            self._in_part.setdefault(column, placed[column])
        for lost in columns.lost:
            placed[lost] = Placed(None, grid, None, False)
        return placed

    def note_columns(self, columns: Iterable[Columns], headings: Iterable[Row]) -> None:
        """Say which headings stand over no numbers, and which over several columns of them."""
        tops: dict[int, Row] = {}
        for row in headings:
            tops.setdefault(id(row.grid), row)
        for item in columns:
            if id(item) in self._past:
                labels = "、".join(" / ".join(column.words) for column in item.columns if column.words)
                at = tops[id(item.grid)].at
                self.findings.append(finding("headings-displaced", at, self._scope.path, labels=labels[:200]))
        labels_of = {node.path: node.heading.label for node in self._index.boxhead.nodes}
        for path, cells in self._divided.items():
            one = self._in_part.get(path)
            if one is not None and one.cell is not None:
                text = " | ".join(map(_short, cells))[:80]
                facts = {"label": labels_of[path], "text": text}
                where = self._scope.column(path)
                self.findings.append(
                    finding("columns-under-one-heading", one.grid.locate(one.cell), where, **facts)
                )


def headless_columns(
    index: BandIndex, path: str, found: Iterable[Columns], rows: Sequence[tuple[StubRow, Columns]]
) -> list[Finding]:
    """Columns of a grid that hold something and have no heading at all."""
    notes: list[Finding] = []
    under: dict[int, list[StubRow]] = {}
    for row, own in rows:
        under.setdefault(id(own), []).append(row)
    for columns in found:
        for column in columns.columns:
            if column.words or columns.grid.ragged:
                continue
            filled = {
                cell
                for row in under.get(id(columns), ())
                if (cell := row.row.line[column.start]) is not None
                if cell.column == column.start and not is_blank(cell.text)
                if not index.roles(cell.text) & STUB
            }
            if filled:
                at = columns.grid.locate(min(filled, key=lambda cell: cell.row))
                notes.append(finding("column-without-heading", at, path, count=len(filled)))
    return notes


def _short(cell: Cell) -> str:
    return one_line(cell.text)[:60]
