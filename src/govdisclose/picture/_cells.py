"""What each cell of the tables was taken for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from govdisclose.document import Document
from govdisclose.findings import Severity, Topic
from govdisclose.grammar.boxhead import Columns
from govdisclose.grammar.entry import Entry, State
from govdisclose.grammar.find import label_index
from govdisclose.grammar.identity import Outcome
from govdisclose.grammar.match import BandMatch
from govdisclose.grammar.row import Row
from govdisclose.grammar.stubrow import StubRow
from govdisclose.grid import Cell, Grid
from govdisclose.picture.shapes import Kind
from govdisclose.result import Result
from govdisclose.text import is_blank

__all__ = ["CellKey", "Taken", "kinds_of_entries", "taken_cells"]

CellKey = tuple[int, int, int]
"""The number of a grid, and the row and column in it where a cell begins, counted from 0."""

Taken = tuple[Kind, tuple[str, ...]]

_WEAK = (Kind.HEADING, Kind.UNMATCHED)
_AS_PRINTED = frozenset((State.NUMBER, State.BLANK, State.NOT_APPLICABLE))


def taken_cells(document: Document, result: Result | None) -> dict[CellKey, Taken]:
    """Each cell that is not an empty one of an empty row. Without a result nothing was taken for anything."""
    found: dict[CellKey, Taken] = {}
    if result is not None:
        found = _entries(result)
        for matched in result.selection.best.matched:
            for band in matched.bands:
                _headings(band, found)
                for row in band.rows:
                    _stub(row, band.prefix, found)
                for row in band.rows:
                    _unknown(row, found)
        _halves(document, result, found)
        _others(document, result, found)
    for grid in document.grids:
        for index in range(grid.rows):
            left = [cell for cell in grid.row(index) if cell.row == index and _key(grid, cell) not in found]
            if any(not is_blank(cell.text) for cell in left):
                found.update((_key(grid, cell), (Kind.UNMATCHED, ())) for cell in left)
    return found


def _key(grid: Grid, cell: Cell) -> CellKey:
    at = grid.locate(cell)
    return (grid.number, (at.row or 0) - 1, (at.column or 0) - 1)


# --- entries


def _entries(result: Result) -> dict[CellKey, Taken]:
    broken = _broken(result)
    found: dict[CellKey, Taken] = {}
    for entry in result.entries:
        at = entry.at
        if at is None or at.table is None or at.row is None or at.column is None:
            continue
        key = (at.table, at.row - 1, at.column - 1)
        if key not in found:  # one merged cell stands for several entries: the first names it
            found[key] = (_kind(entry, broken), (entry.row, entry.column))
    return found


def kinds_of_entries(result: Result) -> dict[str, Kind]:
    """By path, what each entry was taken for."""
    broken = _broken(result)
    return {entry.path: _kind(entry, broken) for entry in result.entries}


def _kind(entry: Entry, broken: set[str]) -> Kind:
    if entry.state not in _AS_PRINTED:
        return Kind.DOUBT
    return Kind.BROKEN if entry.path in broken else Kind.VALUE


def _broken(result: Result) -> set[str]:
    """The paths of entries with an error, in a broken sum, or that would explain one."""
    paths = {
        item.path for item in result.findings if item.severity is Severity.ERROR or item.topic is Topic.SUM
    }
    for check in result.checks:
        if check.outcome is Outcome.BROKEN:
            identity = check.identity
            table = identity.path.split(":")[0]
            cells = identity.right if identity.relation.total else (*identity.left, *identity.right)
            paths.update(f"{table}:{row}:{column}" for row, column in cells)
    return paths


# --- headings


def _headings(band: BandMatch, found: dict[CellKey, Taken]) -> None:
    for row in band.headings:
        columns = _columns_over(band.columns, row)
        for cell in row.cells:
            key = _key(row.grid, cell)
            if columns is None or (key in found and found[key][0] not in _WEAK):
                continue
            taken = _heading(columns, cell)
            if key not in found or taken[0] is not Kind.HEADING:  # a row may have been tried for two tables
                found[key] = taken


def _columns_over(all_columns: Iterable[Columns], row: Row) -> Columns | None:
    fitting = [columns for columns in all_columns if columns.fits(row.grid)]
    own = [columns for columns in fitting if columns.grid is row.grid]
    return next(iter(own or fitting), None)


def _heading(columns: Columns, cell: Cell) -> Taken:
    under = [
        column
        for column in columns.columns
        if column.start < cell.column + cell.colspan and cell.column < column.end
    ]
    paths = [column.path for column in under if column.path is not None]
    if not paths:
        return (Kind.UNMATCHED if any(column.words for column in under) else Kind.HEADING), ()
    shared = _shared([path.split("/") for path in paths])
    return Kind.COLUMN_HEADING, (("/".join(shared),) if shared else ())


def _shared(paths: Sequence[Sequence[str]]) -> list[str]:
    """The keys that all paths begin with."""
    return [keys[0] for keys in takewhile(lambda keys: len(set(keys)) == 1, zip(*paths, strict=False))]


def _stub(read: StubRow, prefix: str, found: dict[CellKey, Taken]) -> None:
    row = read.row
    if row.grid.ragged or not row.grid.number or read.path is None:
        return
    end = len(row.line) - len(read.body)
    cells = [cell for cell in row.cells if cell.column < end]
    printed = [cell for cell in cells if not is_blank(cell.text)]
    keys = read.path.removeprefix(prefix).split("/")
    for cell in cells:
        words: tuple[str, ...] = ()
        if printed and cell is printed[-1]:
            words = (read.path,)
        elif cell in printed and len(printed) == len(keys):
            words = (prefix + "/".join(keys[: printed.index(cell) + 1]),)
        found.setdefault(_key(row.grid, cell), (Kind.ROW_HEADING, words))
    if not read.leaf:  # a heading in a row of its own: what is empty beside it belongs to it
        for cell in row.cells:
            if is_blank(cell.text):
                found.setdefault(_key(row.grid, cell), (Kind.ROW_HEADING, ()))


def _unknown(read: StubRow, found: dict[CellKey, Taken]) -> None:
    """The innermost label of a row that is none of the form's, and all that stands right of it."""
    row = read.row
    if row.grid.ragged or not row.grid.number or read.path is not None:
        return
    end = len(row.line) - len(read.body)
    printed = [cell.column for cell in row.cells if cell.column < end and not is_blank(cell.text)]
    first = printed[-1] if printed else end
    for cell in row.cells:
        if cell.column >= first:
            found.setdefault(_key(row.grid, cell), (Kind.UNMATCHED, ()))


# --- what is left


def _halves(document: Document, result: Result, found: dict[CellKey, Taken]) -> None:
    """The lower half of a row that a page has cut: each cell is what the one above the cut is."""
    grids = {grid.number: grid for grid in document.grids}
    for item in result.findings:
        if item.kind != "label-joined" or item.at is None or item.at.table is None or item.at.row is None:
            continue
        lower, upper = grids.get(item.at.table), grids.get(item.at.table - 1)
        for cell in lower.row(item.at.row - 1) if lower is not None else ():
            above = upper.at(upper.rows - 1, cell.column) if upper and cell.column < upper.columns else None
            taken = found.get(_key(upper, above)) if upper is not None and above is not None else None
            found.setdefault((item.at.table, cell.row, cell.column), taken or (Kind.HEADING, ()))


def _others(document: Document, result: Result, found: dict[CellKey, Taken]) -> None:
    """Titles and corners of the tables that were read, further copies, and what stands in rows of one cell."""
    best = result.selection.best
    index = label_index(best.layout)
    own = {id(grid) for grid in document.grids}  # others were made from lines of text
    used = {
        (row.grid.number, row.number - 1)
        for matched in best.matched
        for band in matched.bands
        for row in (*(item.row for item in band.rows), *band.headings)
    }
    for number, table in enumerate(best.layout.tables):
        copies = best.found.copies[table.key]
        for copy in copies:
            runs = [run for run in copy if id(run.grid) in own]
            is_used = len(copies) == 1 or any(
                (run.grid.number, row) in used for run in runs for row in run.rows
            )
            for grid, cell in (
                (run.grid, cell) for run in runs for row in run.rows for cell in run.grid.row(row)
            ):
                if not is_used:
                    found.setdefault(_key(grid, cell), (Kind.COPY, ()))
                elif not is_blank(cell.text) and index.mask(cell.text) >> number & 1:
                    found.setdefault(_key(grid, cell), (Kind.HEADING, ()))
