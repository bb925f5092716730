"""Grid and table to entries: every line matched or reported, every leaf found or reported.

Geometry and labels only; what a cell's text is worth is read by ``values``. There is no nearest match, no
first-wins and no positional fallback.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from govdisclose.findings import Finding, finding
from govdisclose.grammar.bands import BandRows, split_bands
from govdisclose.grammar.body import Body, headless_columns
from govdisclose.grammar.boxhead import Columns
from govdisclose.grammar.cells import can_settle
from govdisclose.grammar.columns import read_columns
from govdisclose.grammar.divided import Line, divided_columns
from govdisclose.grammar.entry import Scope, entry_path
from govdisclose.grammar.kinds import is_heading, is_title, ragged_end, stub_ends
from govdisclose.grammar.lookup import STUB, BandIndex, band_index
from govdisclose.grammar.matched import BandMatch, Matched
from govdisclose.grammar.mend import mend
from govdisclose.grammar.place import Placed, place
from govdisclose.grammar.row import Row, Run, rows_of
from govdisclose.grammar.stub import StubReader
from govdisclose.grammar.stubrow import StubRow
from govdisclose.grammar.table import Table
from govdisclose.grammar.turned import turned
from govdisclose.grammar.values import State, parse_value, words
from govdisclose.grid import Cell, Grid
from govdisclose.text import is_blank, one_line

__all__ = ["BandMatch", "Matched", "match"]


def match(table: Table, runs: Sequence[Run]) -> Matched:
    """Match the rows of one copy of a table. Entries come in the order of the form."""
    placed: dict[tuple[str, str], Placed] = {}
    findings: list[Finding] = []
    rows = rows_of(runs)
    if len(runs) == 1 and (upright := turned(table, *runs[0])) is not None:
        findings.append(finding("table-upright", rows[0].at, table.key))
        rows = rows_of([Run(upright, range(upright.rows))])
    bands: list[BandMatch] = []
    lines = misfits = 0
    parts = [BandRows("", table, rows, True)]
    if table.bands:
        parts, stray = split_bands(table, rows)
        findings += [
            finding("text-passed-over", row.at, table.key, text=row.text) for row in stray if row.text
        ]
    works = [_Match(table, prefix, band) for prefix, band, _, _ in parts]
    for work, part in zip(works, parts, strict=True):
        work.read(part.rows)
    divided = divided_columns([work.under for work in works])
    for work, own_divided, (prefix, band, own, titled) in zip(works, divided, parts, strict=True):
        work.finish(own_divided)
        if not titled and band.spanner is not None:
            findings.append(finding("band-title-missing", own[0].at, work.path, title=band.spanner))
        placed.update(work.placed)
        findings += work.findings
        bands.append(BandMatch(band, prefix, tuple(work.rows), tuple(work.headings), tuple(work.columns)))
        lines += work.lines
        misfits += work.misfits
    entries, notes = place(table, placed)
    return Matched(table, entries, (*findings, *notes), tuple(bands), max(lines, 1), misfits)


class _Match:
    """The match of one band: a worker whose steps share what they found."""

    def __init__(self, table: Table, prefix: str, band: Table) -> None:
        self.table = table
        self.prefix = prefix
        self.band = band
        self.index: BandIndex = band_index(band)
        self.scope = Scope(table.key, prefix)
        self.path = self.scope.path
        self.placed: dict[tuple[str, str], Placed] = {}
        self.findings: list[Finding] = []
        self.headings: list[Row] = []
        self.columns: list[Columns] = []
        self.rows: list[StubRow] = []
        self.columns_of: list[Columns | None] = []
        self.under: list[Line] = []
        self.cut: set[int] = set()
        self.lines = self.misfits = 0

    def read(self, rows: Sequence[Row]) -> None:
        """Rows to headings and rows of the stub."""
        mended, notes = mend(self.index, self.path, [row for row in rows if not is_title(self.index, row)])
        self.findings += notes
        self._read(mended)

    def finish(self, divided: Mapping[str, Sequence[Cell]]) -> None:
        """Rows and columns to cells, and what is said of them."""
        seen = self._place_rows(divided)
        under = [(row, own) for row, own in zip(self.rows, self.columns_of, strict=True) if own is not None]
        self.findings += headless_columns(self.index, self.path, self.columns, under)
        self._note_texts()
        self._count(seen)

    def _misfit(self, count: int = 1) -> None:
        """Count observed lines that are none of the form's."""
        self.lines += count
        self.misfits += count

    # --- rows to headings and rows of the stub

    def _read(self, rows: Sequence[Row]) -> None:
        headings = is_heading(self.index, rows)
        ends = stub_ends(self.index, rows, headings)
        reader = None
        if self.index.stub is not None:
            others = [row for row, heading in zip(rows, headings, strict=True) if not heading]
            reader = StubReader(self.index.stub, self.table.key, self.prefix, others)
        columns: Columns | None = None
        begun = False
        at = 0
        while at < len(rows):
            row = rows[at]
            if headings[at]:
                end = at + 1
                while end < len(rows) and headings[end] and rows[end].grid is row.grid:
                    end += 1
                end = self._head_end(rows, headings, at, end, ends.get(id(row.grid), 0))
                columns = self._read_columns(rows[at:end], ends.get(id(row.grid), 0), columns)
                at = end
                continue
            if columns is not None and row.grid is not columns.grid:
                columns = self._carried(columns, row, rows[at - 1])
            kept = len(self.rows)
            if reader is None:
                self._unlabelled(row, columns)
            else:
                self._labelled(row, columns, reader, ends)
            if columns is not None:
                labelled = len(self.rows) > kept
                begun = begun or (labelled and self.rows[-1].path is not None)
                self.under.append(Line(row, columns, labelled, not begun))
            at += 1
        if reader is not None:
            self.findings += reader.findings

    def _head_end(
        self, rows: Sequence[Row], headings: Sequence[bool], start: int, end: int, stub_end: int
    ) -> int:
        """Where the heading rows end that a page may have cut: further headings follow at the head of the next grid."""
        grid = rows[start].grid
        if end == len(rows) or not headings[end] or grid.ragged or rows[end].grid.columns != grid.columns:
            return end
        further = end + 1
        while further < len(rows) and headings[further] and rows[further].grid is rows[end].grid:
            further += 1
        here, there, both = (
            sum(
                column.path is not None
                for column in read_columns(self.index, self.scope, part, stub_end).columns
            )
            for part in (rows[start:end], rows[end:further], rows[start:further])
        )
        return further if both > max(here, there) else end

    def _read_columns(self, rows: Sequence[Row], stub_end: int, before: Columns | None) -> Columns:
        columns = read_columns(self.index, self.scope, rows, stub_end)
        self.headings += rows
        if before is not None:
            self.findings.append(finding("heading-repeated", rows[0].at, self.path))
        if before is None or before.signature != columns.signature:
            self.findings += columns.findings
            self._misfit(sum(column.path is None and bool(column.words) for column in columns.columns))
        self.columns.append(columns)
        return columns

    def _carried(self, columns: Columns, row: Row, before: Row) -> Columns | None:
        """The columns of an earlier grid over rows of another one, which a page has cut off."""
        if row.grid.ragged != columns.grid.ragged:
            return None
        if row.grid is not before.grid:
            self.findings.append(finding("table-joined", row.at, self.path))
        if columns.fits(row.grid) or columns.by_count:
            return columns
        if not all(column.words for column in columns.columns):
            return None  # without edges in common a column without a heading cannot be counted
        # the pieces have other edges, as where no row of the first one divides the stub
        self.findings.append(finding("edges-differ", row.at, self.path))
        return attrs.evolve(columns, by_count=True)

    def _unlabelled(self, row: Row, columns: Columns | None) -> None:
        """A row of a table without stub."""
        printed = [cell for cell in row.cells if not is_blank(cell.text)]
        if printed and (columns is None or self._is_aside(row, printed)):
            self._stray(row, printed)
        elif columns is not None and row.cells:
            self._keep(StubRow(row, self.prefix.rstrip("/"), True, (), row.line), columns)

    def _labelled(self, row: Row, columns: Columns | None, reader: StubReader, ends: dict[int, int]) -> None:
        printed = [cell for cell in row.cells if not is_blank(cell.text)]
        if not printed:
            return
        if row.grid.ragged:
            end = ragged_end(self.index, row, len(columns.columns) if columns else 0)
            stub: Sequence[Cell] = row.cells[:end]
            body: Sequence[Cell | None] = row.cells[end:]
        else:
            end = ends.get(id(row.grid), columns.first if columns else row.grid.columns)
            stub, body = [cell for cell in row.cells if cell.column < end], row.line[end:]
        named = any(not is_blank(cell.text) for cell in stub)
        if not named and self.rows and self.rows[-1].row.grid is not row.grid:
            # figures without a label at the head of a piece: what is above the cut may be the other half
            self.cut.add(len(self.rows) - 1)
        if not named or (self._is_aside(row, printed) and not self.index.roles(printed[0].text) & STUB):
            self._stray(row, printed)
        else:
            read = reader.read(row, stub, body)
            if not read.leaf and self._is_beheaded(row, stub, body):
                self.cut.add(len(self.rows) - 1)
            self._keep(read, columns)

    def _is_beheaded(self, row: Row, stub: Sequence[Cell], body: Sequence[Cell | None]) -> bool:
        """Whether a row at the head of a piece has figures, and of its labels only those of its groups."""
        return (
            not row.grid.ragged
            and bool(self.rows)
            and self.rows[-1].row.grid is not row.grid
            and bool(stub)
            and is_blank(stub[-1].text)
            and any(cell is not None and not is_blank(cell.text) for cell in body)
        )

    def _is_aside(self, row: Row, printed: Sequence[Cell]) -> bool:
        """Whether the row is one cell across the whole table: a page number, a remark."""
        return len(printed) == 1 and len(row.cells) == 1 and len(self.index.boxhead.leaves) > 1

    def _stray(self, row: Row, printed: Sequence[Cell]) -> None:
        """A row without label: something between the rows, or numbers that belong to nothing."""
        if self._is_aside(row, printed):
            self.findings.append(finding("text-passed-over", row.at, self.path, text=row.text))
        else:
            self.findings.append(finding("row-without-heading", row.at, self.path, text=row.text))
            self._misfit()

    def _keep(self, row: StubRow, columns: Columns | None) -> None:
        self.rows.append(row)
        self.columns_of.append(columns)

    # --- rows and columns to cells

    def _place_rows(self, divided: Mapping[str, Sequence[Cell]]) -> set[str]:
        """Place the cells of every row; the paths of the rows of numbers that were found."""
        by_path: dict[str, list[int]] = {}
        counted = self._counted()
        plain = {self.rows[at].path for at in counted if not self.rows[at].instructed}
        for at in counted:
            row = self.rows[at]
            if row.path is None or (row.instructed and row.path in plain):
                label = " / ".join(row.words)
                self.findings.append(finding("row-not-matched", row.row.at, self.path, label=label))
                self._misfit()
            elif row.leaf:
                by_path.setdefault(row.path, []).append(at)
            else:
                self._group(row, row.path)
        found = [at for indexes in by_path.values() for at in indexes]
        under = [(row, own) for row, own in zip(self.rows, self.columns_of, strict=True) if own is not None]
        body = Body(self.index, self.scope, divided, under)
        settling = self._can_settle(found)
        headless: Grid | None = None
        for path, indexes in by_path.items():
            row, columns = self.rows[indexes[0]], self.columns_of[indexes[0]]
            where = entry_path(self.table.key, path)
            if len(indexes) > 1:
                label = row.words[-1] if row.words else self.band.title
                at_second = self.rows[indexes[1]].row.at
                self.findings.append(
                    finding("row-repeated", at_second, where, label=label, count=len(indexes))
                )
                self._misfit(len(indexes) - 1)
                self._unreadable(path, row)
            elif indexes[0] in self.cut:
                self.findings.append(finding("row-cut", row.row.at, where))
                self._unreadable(path, row)
            elif columns is None:
                if row.row.grid is not headless:
                    headless = row.row.grid
                    self.findings.append(finding("boxhead-missing", row.row.at, self.path))
                self._unreadable(path, row)
            else:
                placed = body.place(row, columns, settling=settling)
                if placed is None:
                    self._unreadable(path, row)
                else:
                    self.placed.update(((path, column), value) for column, value in placed.items())
        body.note_columns(self.columns, self.headings)
        self.findings += body.findings
        return set(by_path)

    def _can_settle(self, rows: Sequence[int]) -> bool:
        """Whether short rows of a table made of lines may be filled by what must add up.

        Only if every short row can be, and another row with numbers shows that totals are printed.
        """
        filled = 0
        for at in rows:
            row, columns = self.rows[at], self.columns_of[at]
            if columns is None or row.row.grid.number:
                continue
            if not can_settle(self.band, row, columns):
                return False
            filled += bool(row.body)
        return filled > 1

    def _counted(self) -> list[int]:
        """The rows that count: all of them, or in a table without stub those with something printed."""
        if self.index.stub is not None or len(self.rows) <= 1:
            return list(range(len(self.rows)))
        filled = [
            at for at, row in enumerate(self.rows) if any(not is_blank(cell.text) for cell in row.row.cells)
        ]
        return filled or [0]

    def _unreadable(self, path: str, row: StubRow) -> None:
        for column in self.index.boxhead.leaves:
            key = (path, self.index.boxhead.nodes[column].path)
            self.placed[key] = Placed(None, row.row.grid, None, False)

    def _group(self, row: StubRow, path: str) -> None:
        """A row that is only a group heading: no number may be printed in it. A dash says that there is none."""
        nothing = (State.BLANK, State.NOT_APPLICABLE)
        cells = [
            cell
            for cell in dict.fromkeys(row.body)
            if cell is not None and parse_value(cell.text, words()).state not in nothing
        ]
        texts = [one_line(cell.text) for cell in cells if not self.index.roles(cell.text) & STUB]
        if texts:
            where = entry_path(self.table.key, path)
            label = row.words[-1] if row.words else ""
            text = " | ".join(texts)[:80]
            self.findings.append(
                finding("row-with-values-not-asked", row.row.at, where, label=label, text=text)
            )
            self._misfit()

    def _note_texts(self) -> None:
        """Say how the table was printed, where that is not the plain case."""
        if not self.rows:
            return
        first = self.rows[0].row
        if first.grid.ragged:
            if first.grid.number:
                self.findings.append(finding("table-from-text", first.at, self.path))
            return
        times = sum(row.inherited for row in self.rows)
        if times:
            self.findings.append(finding("heading-inherited", first.at, self.path, count=times))

    def _count(self, seen: set[str]) -> None:
        """Report every declared row and column that was not found, and count both."""
        stub = self.index.stub
        if stub is not None:
            self.lines += len(stub.leaves)
            for number in stub.leaves:
                node = stub.nodes[number]
                if self.prefix + node.path not in seen:
                    self.misfits += 1
                    where = entry_path(self.table.key, self.prefix + node.path)
                    self.findings.append(finding("row-missing", None, where, label=node.heading.label))
        elif not seen:
            self._misfit()
            self.findings.append(finding("row-missing", None, self.path, label=self.band.title))
        found = {column.path for columns in self.columns for column in columns.columns}
        twice = {item.path for item in self.findings if item.kind == "column-repeated"}
        leaves = self.index.boxhead.leaves
        self.lines += len(leaves)
        for number in leaves:
            node = self.index.boxhead.nodes[number]
            where = self.scope.column(node.path)
            if node.path not in found:
                self.misfits += 1
                if where not in twice and all(node.path not in columns.lost for columns in self.columns):
                    self.findings.append(finding("column-missing", None, where, label=node.heading.label))
