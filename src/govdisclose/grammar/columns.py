"""Which column of a grid is which leaf of the boxhead.

    ┌──────────┬───────────────────────────┬──────┐
    │ 自然人   │      法人或其他组织       │ 总计 │      the chain over a column, from the outermost:
    │          ├──────────┬─────┬──────────┤      │      自然人 │ 法人或其他组织 / 商业企业 │ … │ 总计
    │          │ 商业企业 │  …  │   其他   │      │
    └──────────┴──────────┴─────┴──────────┴──────┘

In a grid the chain is geometry. In a ragged grid there is none, and the order of the labels decides (``arranged``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from govdisclose.findings import Finding, finding
from govdisclose.grammar.arranged import arranged
from govdisclose.grammar.axis import chain_over, column_over, has_unknown, observed_in
from govdisclose.grammar.boxhead import Column, Columns, heading_notes
from govdisclose.grammar.displaced import displaced_rows, is_doubtful, reach_of
from govdisclose.grammar.entry import Scope
from govdisclose.grammar.index import Candidate, TreeIndex
from govdisclose.grammar.lookup import BandIndex
from govdisclose.grammar.row import Row
from govdisclose.grid import Cell, Grid
from govdisclose.text import is_blank, one_line, wording

__all__ = ["read_columns"]

_MOST_SEEN = 500
_NO_GRID = Grid((), 0, 0)


_SEEN: dict[tuple[object, ...], Columns] = {}


def read_columns(index: BandIndex, scope: Scope, rows: Sequence[Row], stub_end: int) -> Columns:
    """Read the heading rows. ``stub_end`` is the position up to which stub labels reach."""
    grid, top = rows[0].grid, rows[0].index
    texts = tuple(
        (cell.text, cell.row - top, cell.column, cell.colspan, cell.rowspan)
        for row in rows
        for cell in row.cells
    )
    key = (index, scope, grid.ragged, grid.columns, stub_end, len(rows), texts)
    known = _SEEN.get(key)
    if known is not None:
        return attrs.evolve(known, grid=grid)
    columns = arranged(index, scope, rows) if grid.ragged else _geometric(index, scope, rows, stub_end)
    if not columns.findings and len(_SEEN) < _MOST_SEEN:
        # most reports print the headings as others do; what is said of them has no place of its own
        _SEEN[key] = attrs.evolve(columns, grid=_NO_GRID)
    return columns


# --- geometry


def _geometric(index: BandIndex, scope: Scope, rows: Sequence[Row], stub_end: int) -> Columns:
    grid = rows[0].grid
    tree = index.boxhead
    findings: list[Finding] = []
    found: list[Column] = []
    observed = observed_in(tree, rows)
    unknown = has_unknown(index, rows)
    displaced = displaced_rows(index, rows, stub_end, observed, unknown=unknown)
    lowest: Cell | None = None
    repaired: set[str] = set()
    innermost: dict[str, Cell] = {}
    for position in range(reach_of(rows)):
        chain, cells, is_stub = chain_over(index, rows, position)
        if is_stub or not chain:
            lowest = None
            if position >= stub_end and not is_stub:
                found.append(Column(position, position + 1, None, ()))
            continue
        words = tuple(wording(cell.text).core for cell in cells)
        if found and found[-1].end == position and found[-1].words == words:
            count = found[-1].cells + (cells[-1] is not lowest)
            lowest = cells[-1]
            found[-1] = attrs.evolve(found[-1], end=position + 1, cells=count)
            continue
        same_cell = cells[-1] is lowest and bool(found) and found[-1].end == position
        lowest = cells[-1]
        candidate, repairs = column_over(
            index, rows, position, chain, observed, stub_end=stub_end, unknown=unknown
        )
        if candidate is not None and not tree.nodes[candidate.node].leaf:
            candidate = None
        if displaced and is_doubtful(rows, displaced, position):
            candidate = None
        if same_cell and (candidate is None or found[-1].path is None):
            # one heading cell under two others, as where a ghost column moves their edge
            column = found[-1]
            if candidate is not None:
                path, unit = tree.nodes[candidate.node].path, candidate.hits[-1].unit
                column = attrs.evolve(column, path=path, words=words, unit=unit)
            if column.path is not None:
                findings.append(
                    finding(
                        "heading-straddles",
                        grid.locate(lowest),
                        scope.column(column.path),
                        label=one_line(lowest.text),
                    )
                )
            found[-1] = attrs.evolve(column, end=position + 1)
            continue
        if candidate is None:
            if position >= stub_end:
                found.append(Column(position, position + 1, None, words))
            continue
        node = tree.nodes[candidate.node]
        findings += _notes(tree, candidate, cells, grid, scope, repairs, repaired)
        hit = candidate.hits[-1]
        innermost[node.path] = cells[-1]
        found.append(Column(position, position + 1, node.path, words, hit.unit, instructed=hit.instruction))
    divided = _divided(found, innermost)
    found = [attrs.evolve(item, path=None) if item.path in divided else item for item in found]
    read = _checked(grid, tuple(found), scope, tree, findings, rows)
    if divided:
        read = attrs.evolve(
            read, lost=frozenset(divided), findings=(*read.findings, *_divisions(tree, grid, scope, divided))
        )
    if not displaced:
        return read
    known = {column.path for column in read.columns}
    lost = frozenset(node.path for node in tree.nodes if node.leaf and node.number in observed) - known
    lost |= read.lost
    labels = "、".join(
        " ".join(cell.text.split()) for cell in rows[displaced[0]].cells if not is_blank(cell.text)
    )
    note = finding("headings-displaced", rows[displaced[0]].at, scope.path, labels=labels[:200])
    told = [item for item in read.findings if item.kind != "column-not-matched"]
    return attrs.evolve(read, findings=(note, *told), lost=lost)


def _divided(columns: Sequence[Column], innermost: Mapping[str, Cell]) -> dict[str, tuple[Cell, Column]]:
    """The headings under a part of which another one stands that is none of the form's, with that one.

    Whether the number beside it is the heading's own, or that of a second one without a name, is not known.
    """
    found: dict[str, tuple[Cell, Column]] = {}
    for path, cell in innermost.items():
        for other in columns:
            if other.path is None and other.words and cell.column <= other.start < cell.column + cell.colspan:
                found[path] = (cell, other)
                break
    return found


def _divisions(
    tree: TreeIndex, grid: Grid, scope: Scope, divided: Mapping[str, tuple[Cell, Column]]
) -> list[Finding]:
    labels = {node.path: node.heading.label for node in tree.nodes}
    return [
        finding(
            "columns-under-one-heading",
            grid.locate(cell),
            scope.column(path),
            label=labels[path],
            text=" / ".join(other.words)[:80],
        )
        for path, (cell, other) in divided.items()
    ]


def _notes(
    tree: TreeIndex,
    candidate: Candidate,
    cells: Sequence[Cell],
    grid: Grid,
    scope: Scope,
    repairs: tuple[int, ...],
    repaired: set[str],
) -> list[Finding]:
    node = tree.nodes[candidate.node]
    where = scope.column(node.path)
    at = grid.locate(cells[-1])
    notes = heading_notes(tree, candidate, cells, grid, scope.column, repaired)
    for number in candidate.skipped:
        name = tree.nodes[number].heading.label
        if number in repairs:
            if name not in repaired:
                repaired.add(name)
                notes.append(finding("span-repaired", at, where, label=name))
        else:
            notes.append(finding("heading-skipped", at, where, label=node.heading.label, skipped=name))
    return notes


def _checked(
    grid: Grid,
    columns: tuple[Column, ...],
    scope: Scope,
    tree: TreeIndex,
    findings: list[Finding],
    rows: Sequence[Row],
) -> Columns:
    """Drop columns that stand twice; report those that match nothing, and headings that are repeated."""
    plain = {column.path for column in columns if not column.instructed}
    columns = tuple(
        attrs.evolve(column, path=None) if column.instructed and column.path in plain else column
        for column in columns
    )
    paths = [column.path for column in columns]
    kept: list[Column] = []
    reported: set[str] = set()
    for column in columns:
        times = paths.count(column.path)
        if column.path is not None and times > 1:
            if column.path not in reported:
                reported.add(column.path)
                name = tree.nodes[[node.path for node in tree.nodes].index(column.path)].heading.label
                where = scope.column(column.path)
                findings.append(finding("column-repeated", rows[0].at, where, label=name, count=times))
            kept.append(Column(column.start, column.end, None, column.words))
            continue
        if column.path is None and column.words:
            cell = rows[-1].line[column.start] if column.start < len(rows[-1].line) else None
            at = grid.locate(cell) if cell is not None else rows[-1].at
            findings.append(finding("column-not-matched", at, scope.path, label=" / ".join(column.words)))
        if column.cells > 1 and column.path is not None:
            where, count = scope.column(column.path), column.cells
            findings.append(
                finding("columns-repeat-heading", rows[0].at, where, label=column.words[-1], count=count)
            )
        kept.append(column)
    named = [column.start for column in kept if column.words]
    first = min(named) if named else grid.columns
    return Columns(grid, tuple(kept), first, tuple(findings), reach=reach_of(rows))
