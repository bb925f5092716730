"""Grid and table to entries: every line matched or reported, every leaf found or reported.

Geometry and labels only; what a cell's text is worth is read by ``values``. There is no nearest match, no
first-wins and no positional fallback.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import field, frozen

from govdisclose.findings import Finding, finding
from govdisclose.grammar.bands import split_bands
from govdisclose.grammar.columns import Columns, read_columns
from govdisclose.grammar.entry import Entry, entry_path
from govdisclose.grammar.lookup import BandIndex, band_index
from govdisclose.grammar.mend import mend
from govdisclose.grammar.place import Placed, place
from govdisclose.grammar.row import Row, Run, rows_of
from govdisclose.grammar.stub import StubReader, StubRow
from govdisclose.grammar.table import Table
from govdisclose.text import is_blank

__all__ = ["BandMatch", "Matched", "match"]

_BOXHEAD, _STUB, _SPANNER, _STUBHEAD = 1, 2, 4, 8


@frozen
class BandMatch:
    """How one table without bands, or one band, was read: kept for ``explain``."""

    band: Table
    prefix: str
    rows: tuple[StubRow, ...]
    headings: tuple[Row, ...]
    columns: tuple[Columns, ...]


@frozen
class Matched:
    """What became of one copy of a table.

    ``lines`` counts the declared rows and columns and the observed ones that are none of them; ``misfits``
    those of these that were not matched. Together they say how well the table fits.
    """

    table: Table
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    bands: tuple[BandMatch, ...] = ()
    lines: int = 1
    misfits: int = field(default=1)


def match(table: Table, runs: Iterable[Run]) -> Matched:
    """Match the rows of one copy of a table. Entries come in the order of the form."""
    rows = rows_of(runs)
    placed: dict[tuple[str, str], Placed] = {}
    findings: list[Finding] = []
    bands: list[BandMatch] = []
    lines = misfits = 0
    if table.bands:
        parts, stray = split_bands(table, rows)
        findings += [finding("text-passed-over", row.at, table.key, text=row.text) for row in stray]
    else:
        parts = [("", table, rows)]
    for prefix, band, own in parts:
        work = _Match(table, prefix, band)
        work.run(own)
        placed.update(work.placed)
        findings += work.findings
        bands.append(work.result())
        lines += work.lines
        misfits += work.misfits
    entries, notes = place(table, placed)
    return Matched(table, entries, (*findings, *notes), tuple(bands), max(lines, 1), misfits)


class _Match:
    """The match of one band. A worker object, so that its steps can share what they found."""

    def __init__(self, table: Table, prefix: str, band: Table) -> None:
        self.table = table
        self.prefix = prefix
        self.band = band
        self.index: BandIndex = band_index(band)
        self.path = entry_path(table.key, prefix.rstrip("/"))
        self.placed: dict[tuple[str, str], Placed] = {}
        self.findings: list[Finding] = []
        self.headings: list[Row] = []
        self.rows: list[StubRow] = []
        self.all_columns: list[Columns] = []
        self.column_of: list[Columns | None] = []
        self.lines = self.misfits = 0

    def result(self) -> BandMatch:
        return BandMatch(
            self.band, self.prefix, tuple(self.rows), tuple(self.headings), tuple(self.all_columns)
        )

    def run(self, rows: list[Row]) -> None:
        rows = [row for row in rows if not self._is_title(row)]
        rows, notes = mend(self.index, self.path, rows)
        self.findings += notes
        self._read_lines(rows)
        self._assign()
        self._count()

    def _is_title(self, row: Row) -> bool:
        """Whether the row is only the spanner over the whole table or the title of the band."""
        texts = [cell.text for cell in row.cells if not is_blank(cell.text)]
        return bool(texts) and all(self.index.roles(text) & (_SPANNER | _STUBHEAD) == _SPANNER for text in texts)

    # --- rows to headings and stub rows

    def _read_lines(self, rows: Sequence[Row]) -> None:
        kinds = self._kinds(rows)
        reader = (
            StubReader(self.index.stub, self.table.key, self.prefix, [row for row, kind in zip(rows, kinds, strict=True) if kind != "head"])
            if self.index.stub is not None
            else None
        )
        stub_end = self._stub_end(rows, kinds)
        columns: Columns | None = None
        texts: set[tuple[str, ...]] = set()
        at = 0
        while at < len(rows):
            row = rows[at]
            if kinds[at] == "head":
                end = at
                while end < len(rows) and kinds[end] == "head" and rows[end].grid is row.grid:
                    end += 1
                columns = self._read_heads(rows[at:end], stub_end.get(id(row.grid), 0), columns, texts)
                at = end
                continue
            if columns is not None and not columns.fits(row.grid):
                columns = None
            elif columns is not None and row.grid is not columns.grid and row.grid is not rows[at - 1].grid:
                self.findings.append(finding("table-joined", row.at, self.path))
            self._read_row(row, columns, reader, stub_end)
            at += 1
        if reader is not None:
            self.findings += reader.findings

    def _kinds(self, rows: Sequence[Row]) -> list[str]:
        """``head`` or ``line`` for each row. A heading row names columns and no row of the stub."""
        kinds: list[str] = []
        roles_of = self.index.roles
        begun = False
        for row in rows:
            roles = [roles_of(cell.text) for cell in row.cells if cell.text]
            heads = [role for role in roles if role & (_BOXHEAD | _SPANNER | _STUBHEAD)]
            stubs = any(role & _STUB and not role & (_BOXHEAD | _SPANNER | _STUBHEAD) for role in roles)
            pure = any(not role & _STUB for role in heads)
            if heads and not stubs and (pure or not begun):
                kinds.append("head")
            else:
                kinds.append("line")
                begun = begun or bool(stubs or any(role & _STUB for role in roles))
        return kinds

    def _stub_end(self, rows: Sequence[Row], kinds: Sequence[str]) -> dict[int, int]:
        """By grid, the position up to which the labels of the stub reach."""
        if self.index.stub is None:
            return {}
        roles_of = self.index.roles
        body: dict[int, int] = {}
        ends: dict[int, int] = {}
        last = None
        for row, kind in zip(rows, kinds, strict=True):
            if kind == "head":
                for cell in row.cells:
                    if roles_of(cell.text) & (_BOXHEAD | _SPANNER | _STUBHEAD) == _BOXHEAD:
                        body[id(row.grid)] = min(body.get(id(row.grid), cell.column), cell.column)
                        break
                last = body.get(id(row.grid), last)
                continue
            limit = body.get(id(row.grid), last)
            for cell in row.cells:
                end = cell.column + cell.colspan
                if cell.text and roles_of(cell.text) & _STUB and (limit is None or end <= limit):
                    ends[id(row.grid)] = max(ends.get(id(row.grid), 0), end)
        for key, start in body.items():
            ends.setdefault(key, start)
        return ends

    def _read_heads(
        self, heads: Sequence[Row], stub_end: int, before: Columns | None, texts: set[tuple[str, ...]]
    ) -> Columns:
        columns = read_columns(self.index, self.prefix, self.table.key, heads, stub_end)
        if before is None or before.signature != columns.signature:
            self.findings += columns.findings
        if before is not None:
            self.findings.append(finding("heading-repeated", heads[0].at, self.path))
        self.headings += heads
        self.all_columns.append(columns)
        return columns

    def _read_row(
        self, row: Row, columns: Columns | None, reader: StubReader | None, stub_end: dict[int, int]
    ) -> None:
        printed = [cell for cell in row.cells if not is_blank(cell.text)]
        if reader is None:
            if printed or row.cells:
                self._keep(StubRow(row, self.prefix.rstrip("/"), True, (), row.line), columns)
            return
        if not printed:
            return
        if row.grid.ragged:
            end = self._ragged_end(row, columns)
            stub, body = row.cells[:end], row.cells[end:]
        else:
            end = stub_end.get(id(row.grid), columns.first if columns else row.grid.columns)
            stub, body = [cell for cell in row.cells if cell.column < end], row.line[end:]
        labelled = [cell for cell in stub if not is_blank(cell.text)]
        if not labelled or (len(printed) == 1 and not self.index.roles(printed[0].text) & _STUB):
            self._stray(row, printed, columns)
            return
        self._keep(reader.read(row, stub, body), columns)

    def _ragged_end(self, row: Row, columns: Columns | None) -> int:
        """Where the labels end in a row without column edges: after the last one, or before as many cells as columns."""
        last = max((at for at, cell in enumerate(row.cells) if self.index.roles(cell.text) & _STUB), default=-1)
        split = len(row.cells) - len(columns.columns) if columns else 0
        if split <= last + 1:
            return last + 1
        unknown = row.cells[last + 1 : split]
        if all(is_blank(cell.text) or any(char.isdigit() for char in cell.text[:1]) and cell.text.strip().isdigit() for cell in unknown) and last >= 0:
            return last + 1
        return split

    def _stray(self, row: Row, printed: Sequence[object], columns: Columns | None) -> None:
        """A row without a label: a page number alone, or numbers that belong to nothing."""
        width = 1 if row.grid.ragged else row.grid.columns
        only = row.cells[0] if len(row.cells) == 1 else None
        if only is not None and (row.grid.ragged or only.colspan == width):
            self.findings.append(finding("text-passed-over", row.at, self.path, text=row.text))
            return
        self.findings.append(finding("row-without-heading", row.at, self.path, text=row.text))
        self.lines += 1
        self.misfits += 1

    def _keep(self, row: StubRow, columns: Columns | None) -> None:
        self.rows.append(row)
        self.column_of.append(columns)

    # --- headings to cells

    def _assign(self) -> None:
        tree = self.index.boxhead
        by_path: dict[str, list[int]] = {}
        rows = self._numbered()
        for at in rows:
            row = self.rows[at]
            if row.path is None:
                self.findings.append(
                    finding("row-not-matched", row.row.at, self.path, label=" / ".join(row.words))
                )
                self.lines += 1
                self.misfits += 1
            elif not row.leaf:
                self._group(row)
            else:
                by_path.setdefault(row.path, []).append(at)
        for path, indexes in by_path.items():
            if len(indexes) > 1:
                self._repeated(path, indexes)
                continue
            columns = self.column_of[indexes[0]]
            if columns is not None:
                self._place_row(path, self.rows[indexes[0]], columns)
        if any(row.inherited for row in self.rows) and not all(row.row.grid.ragged for row in self.rows):
            times = sum(row.inherited for row in self.rows)
            self.findings.append(finding("heading-inherited", self.rows[0].row.at, self.path, count=times))
        if self.rows and self.rows[0].row.grid.ragged and self.rows[0].row.grid.number:
            self.findings.append(finding("table-from-text", self.rows[0].row.at, self.path))
        self._missing(set(by_path), tree.leaves)

    def _numbered(self) -> list[int]:
        """The rows that count: all of them, or in a table without stub those with something printed."""
        if self.index.stub is not None or len(self.rows) <= 1:
            return list(range(len(self.rows)))
        printed = [
            at for at, row in enumerate(self.rows) if any(not is_blank(cell.text) for cell in row.row.cells)
        ]
        return printed or [0]

    def _group(self, row: StubRow) -> None:
        """A row that is only a group heading: nothing may be printed in it."""
        texts = [cell.text for cell in dict.fromkeys(row.body) if cell is not None and not is_blank(cell.text)]
        texts = [text for text in texts if not self.index.roles(text) & _STUB]
        if texts:
            where = entry_path(self.table.key, row.path or "")
            self.findings.append(
                finding(
                    "row-with-values-not-asked",
                    row.row.at,
                    where,
                    label=row.words[-1] if row.words else "",
                    text=" | ".join(" ".join(text.split()) for text in texts)[:80],
                )
            )
            self.lines += 1
            self.misfits += 1

    def _repeated(self, path: str, indexes: Sequence[int]) -> None:
        label = self._row_label(path)
        where = entry_path(self.table.key, path)
        at = self.rows[indexes[1]].row.at
        if not label:
            self.findings.append(finding("row-repeated", at, where or self.path, label=self.band.title, count=len(indexes)))
        else:
            self.findings.append(finding("row-repeated", at, where, label=label, count=len(indexes)))
        self.lines += len(indexes) - 1
        self.misfits += len(indexes) - 1
        for column in self.index.boxhead.leaves:
            key = (path, self.index.boxhead.nodes[column].path)
            self.placed[key] = Placed(None, self.rows[indexes[0]].row.grid, None)

    def _row_label(self, path: str) -> str:
        rest = path.removeprefix(self.prefix)
        return self.band.stub.at(rest).label if self.band.stub and rest else ""

    def _place_row(self, path: str, row: StubRow, columns: Columns) -> None:
        from govdisclose.grammar.cells import place_cells

        where = entry_path(self.table.key, path)
        placed, notes = place_cells(self.band, row, columns, where)
        self.findings += notes
        for column, value in placed.items():
            self.placed[path, column] = value

    def _missing(self, seen: set[str], leaves: Sequence[int]) -> None:
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
            self.lines += 1
            self.misfits += 1
            self.findings.append(finding("row-missing", None, self.path, label=self.band.title))
        found = {column.path for columns in self.all_columns for column in columns.columns}
        self.lines += len(leaves)
        for number in leaves:
            node = self.index.boxhead.nodes[number]
            if node.path not in found:
                self.misfits += 1
                where = f"{self.path}:{node.path}" if ":" in self.path else f"{self.path}::{node.path}"
                if not any(item.kind == "column-repeated" and item.path == where for item in self.findings):
                    self.findings.append(finding("column-missing", None, where, label=node.heading.label))

    def _count(self) -> None:
        unmatched = sum(
            1 for columns in self.all_columns[:1] for column in columns.columns if column.path is None and column.words
        )
        self.lines += unmatched
        self.misfits += unmatched
