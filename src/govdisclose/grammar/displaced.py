"""Rows that do not stand where they belong, as where merges are lost: the cells of a row moved to the left.

    ┌──────────┬───────────────────────────┬──────┐
    │  自然人  │      法人或其他组织       │ 总计 │      自然人 reached down; where it does not, what is printed under
    ├──────────┼──────────┬─────┬──────────┼ ─ ─ ─┘      it begins one column too far left, and the row ends before
    │ 商业企业 │ 科研机构 │  …  │          │             the table does
    └──────────┴──────────┴─────┴──────────┘

Which heading stands over which column is then not known, whatever a position seems to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govdisclose.grammar.axis import chain_over, column_over
from govdisclose.grammar.boxhead import Columns
from govdisclose.grammar.lookup import STUB, BandIndex
from govdisclose.grammar.row import Row
from govdisclose.grammar.stubrow import StubRow
from govdisclose.grammar.values import State, count, parse_value
from govdisclose.grid import Cell
from govdisclose.text import is_blank, label

__all__ = [
    "displaced_rows",
    "ends_empty",
    "is_doubtful",
    "out_of_place",
    "packed_to_the_left",
    "past_the_headings",
    "reach_of",
]


def displaced_rows(
    index: BandIndex, rows: Sequence[Row], stub_end: int, observed: set[int], *, unknown: bool
) -> list[int]:
    """Which heading rows do not stand where they belong: they end before the table does, and what stands over some
    column is not the whole path of a heading.

    Where a merge over several rows is lost, the cells of the next row move to the left, and leave holes at its end.
    A hole alone is none of that: under the last heading of a row above, nothing need be printed.
    """
    reach = reach_of(rows)
    if all(None not in row.line[:reach] for row in rows):
        return []
    tree = index.boxhead
    for position in range(reach):
        chain, _, is_stub = chain_over(index, rows, position)
        if is_stub or (not chain and position < stub_end):
            continue
        candidate, repairs = column_over(
            index, rows, position, chain, observed, stub_end=stub_end, unknown=unknown
        )
        if (
            candidate is None
            or not tree.nodes[candidate.node].leaf
            or any(number not in repairs for number in candidate.skipped)
        ):
            return [at for at, row in enumerate(rows) if None in row.line]
    return []


def reach_of(rows: Sequence[Row]) -> int:
    """The position up to which the heading rows have cells, printed or empty."""
    return max((at + 1 for row in rows for at, cell in enumerate(row.line) if cell is not None), default=0)


def is_doubtful(rows: Sequence[Row], displaced: Sequence[int], position: int) -> bool:
    """Whether of what stands over a position something belongs, or is missing in, a row that is displaced."""
    printed = [at for at in range(len(rows)) if _begins(rows, at, position)]
    for at in displaced:
        cell = rows[at].line[position]
        empty = cell is None or is_blank(cell.text)
        if at in printed or (empty and any(below > at for below in printed)):
            return True
    return False


def _begins(rows: Sequence[Row], at: int, position: int) -> bool:
    """Whether a printed cell of a row stands over a position, and does not reach into it from the row above."""
    cell = rows[at].line[position]
    if cell is None or is_blank(cell.text):
        return False
    return at == 0 or rows[at - 1].line[position] is not cell


def past_the_headings(index: BandIndex, rows: Iterable[tuple[StubRow, Columns]]) -> set[int]:
    """By ``id``, the columns whose headings all end before the numbers do.

    In one row that is the row's fault; in several, no heading stands over its numbers. Where the heading rows go on with
    empty cells, one heading may be lost there; but if others stand where they cannot, all are packed to the left.
    """
    counted: dict[int, int] = {}
    ends: dict[int, tuple[int, int]] = {}  # where the headings end, and how many rows have to go on
    for row, columns in rows:
        if columns.by_count or row.row.grid.ragged:
            continue
        if id(columns) not in ends:
            packed = _is_packed(index, columns)
            ends[id(columns)] = (_last_heading(columns), 1) if packed else (columns.reach, 2)
        end = ends[id(columns)][0]
        past = any(
            cell is not None and cell.column >= end and not is_blank(cell.text) for cell in row.row.line
        )
        counted[id(columns)] = counted.get(id(columns), 0) + past
    return {key for key, past in counted.items() if past >= ends[key][1]}


def _last_heading(columns: Columns) -> int:
    """The position at which the last heading ends."""
    return max((column.end for column in columns.columns if column.words), default=0)


def _is_packed(index: BandIndex, columns: Columns) -> bool:
    """Whether a heading of the form stands over a column where it cannot be told which of its headings it is."""
    return any(
        column.path is None and bool(column.words) and bool(index.boxhead.hits(label(column.words[-1])))
        for column in columns.columns
    )


def out_of_place(index: BandIndex, row: StubRow, columns: Columns) -> Cell | None:
    """A cell that shows that the row does not stand under the headings: a number among its labels, a label under
    a heading of columns, or a number where the heading rows have ended.

    A number under no heading is none of that where a heading is missing: that one may be lost.
    """
    if row.row.grid.ragged or columns.by_count:
        return None
    start = len(row.row.line) - len(row.body)
    before: Cell | None = None
    for cell in row.body:
        if cell is None or cell is before or cell.column < start or is_blank(cell.text):
            continue
        before = cell
        if cell.column >= columns.reach:
            return cell
        if cell.column < columns.first and not _may_be_lost(index, cell, row, columns):
            return cell
    labels = (cell for cell in row.row.cells if cell.column >= columns.first)
    return next((cell for cell in labels if index.roles(cell.text) == STUB), None)


def packed_to_the_left(index: BandIndex, rows: Iterable[tuple[StubRow, Columns]]) -> set[int]:
    """By ``id``, the columns over rows of which some have a number among their labels, and empty cells at the end.

    Such rows were written from left to right and filled up; if empty cells were left out as well, the others look as
    if they had an empty cell at their end, and their numbers stand under other headings.
    """
    found: set[int] = set()
    for row, columns in rows:
        if id(columns) in found or not ends_empty(row, columns):
            continue
        odd = out_of_place(index, row, columns)
        among = any(parse_value(words, count()).state is State.NUMBER for words in row.words)
        if among or (odd is not None and odd.column < columns.first):
            found.add(id(columns))
    return found


def ends_empty(row: StubRow, columns: Columns) -> bool:
    """Whether the last cell of a row is empty, or is not there."""
    if row.row.grid.ragged or columns.by_count or not columns.columns:
        return False
    last = row.row.line[columns.columns[-1].start]
    return last is None or is_blank(last.text)


def _may_be_lost(index: BandIndex, cell: Cell, row: StubRow, columns: Columns) -> bool:
    """Whether a number left of the columns may be that of a column whose heading is lost."""
    if all(cell.column >= column.end or cell.column < column.start for column in columns.columns):
        return False
    if len({column.path for column in columns.columns if column.path}) < len(index.boxhead.leaves):
        return True
    last = row.row.line[columns.columns[-1].start]
    return last is not None and not is_blank(last.text)
