"""Which column of a grid is which leaf of the boxhead.

    ┌──────────┬───────────────────────────┬──────┐
    │ 自然人   │      法人或其他组织       │ 总计 │      the chain over a column, from the outermost:
    │          ├──────────┬─────┬──────────┤      │      自然人 │ 法人或其他组织 / 商业企业 │ … │ 总计
    │          │ 商业企业 │  …  │   其他   │      │
    └──────────┴──────────┴─────┴──────────┴──────┘

In a grid the chain is geometry. In a ragged grid there is none: the labels, row after row, must be those of the
tree; each heading's children stand together, in the order of their parents.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from attrs import frozen

from govdisclose.findings import Finding, finding
from govdisclose.grammar.entry import Scope
from govdisclose.grammar.index import Candidate, TreeIndex
from govdisclose.grammar.lookup import SPANNER, STUBHEAD, BandIndex
from govdisclose.grammar.row import Row
from govdisclose.grid import Cell, Grid
from govdisclose.text import Label, is_blank, label, one_line

__all__ = ["Column", "Columns", "read_columns"]

_MOST_SEEN = 500
_NO_GRID = Grid((), 0, 0)


@frozen
class Column:
    """Grid positions ``start`` to ``end`` (exclusive) under one heading; in a ragged grid, counts of body cells.

    ``path`` is None where the heading is none of the form's. ``words`` is the chain as printed. ``cells``
    counts the heading cells: more than one where a merged cell is repeated with its text.
    """

    start: int
    end: int
    path: str | None
    words: tuple[str, ...]
    unit: str | None = None
    cells: int = 1


@frozen
class Columns:
    """The body columns of a grid, left to right. ``first`` is where the body begins (0 in a ragged grid).

    ``spare`` counts the empty cells that a single heading row of a ragged grid has at its end; its rows may
    have as many. ``by_count``: the rows of another grid stand under these columns, whose edges are not theirs.
    """

    grid: Grid
    columns: tuple[Column, ...]
    first: int
    findings: tuple[Finding, ...]
    signature: tuple[tuple[int, int, str | None], ...] = ()
    spare: int = 0
    by_count: bool = False

    def fits(self, grid: Grid) -> bool:
        """Whether rows of this grid can stand under these columns."""
        return grid is self.grid or (
            grid.ragged == self.grid.ragged and (grid.ragged or grid.columns == self.grid.columns)
        )


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
    columns = _arranged(index, scope, rows) if grid.ragged else _geometric(index, scope, rows, stub_end)
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
    observed = _observed(tree, rows)
    unknown = _has_unknown(index, rows)
    lowest: Cell | None = None
    repaired: set[str] = set()
    for position in range(grid.columns):
        chain, cells, is_stub = _chain(index, rows, position)
        if is_stub or not chain:
            lowest = None
            if position >= stub_end and not is_stub:
                found.append(Column(position, position + 1, None, ()))
            continue
        words = tuple(label(cell.text).core for cell in cells)
        if found and found[-1].end == position and found[-1].words == words:
            count = found[-1].cells + (cells[-1] is not lowest)
            lowest = cells[-1]
            found[-1] = attrs.evolve(found[-1], end=position + 1, cells=count)
            continue
        same_cell = cells[-1] is lowest and bool(found) and found[-1].end == position
        lowest = cells[-1]
        candidate, repairs = _choose(tree, chain, rows, position, observed, unknown=unknown)
        if candidate is not None and not tree.nodes[candidate.node].leaf:
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
        found.append(Column(position, position + 1, node.path, words, candidate.hits[-1].unit))
    return _checked(grid, tuple(found), scope, tree, findings, rows)


def _chain(
    index: BandIndex, rows: Sequence[Row], position: int
) -> tuple[tuple[Label, ...], list[Cell], bool]:
    """The labels over a column, the cells that hold them, and whether the stubhead is one of them."""
    labels: list[Label] = []
    cells: list[Cell] = []
    last: Cell | None = None
    for row in rows:
        cell = row.line[position]
        if cell is None or cell is last or is_blank(cell.text):
            last = cell
            continue
        last = cell
        roles = index.roles(cell.text)
        if roles & STUBHEAD:
            return (), [], True
        if roles & SPANNER and not labels:
            continue
        read = label(cell.text)
        if labels and labels[-1] == read:  # a merged cell whose text is repeated in every row
            cells[-1] = cell
            continue
        labels.append(read)
        cells.append(cell)
    return tuple(labels), cells, False


def _observed(tree: TreeIndex, rows: Sequence[Row]) -> set[int]:
    """The headings whose label stands anywhere in the heading rows."""
    return {hit.node for row in rows for cell in row.cells for hit in tree.hits(label(cell.text))}


def _has_unknown(index: BandIndex, rows: Sequence[Row]) -> bool:
    """Whether a text in the heading rows is none of the form's, so that it may be any heading that is not seen."""
    return any(not is_blank(cell.text) and not index.roles(cell.text) for row in rows for cell in row.cells)


def _choose(
    tree: TreeIndex,
    chain: tuple[Label, ...],
    rows: Sequence[Row],
    position: int,
    observed: set[int],
    *,
    unknown: bool,
) -> tuple[Candidate | None, tuple[int, ...]]:
    """The one heading that the chain is the path of, and the headings over it that an unmerged cell stands for."""
    over = _unmerged_over(tree, rows, position)
    candidates = [
        candidate
        for candidate in tree.resolve(chain)
        if all(nodes & {*tree.nodes[candidate.node].above} for nodes in over)
    ]
    if len(candidates) == 1 and not candidates[0].skipped:
        return candidates[0], ()
    fitting: list[tuple[Candidate, tuple[int, ...]]] = []
    for candidate in candidates:
        if not candidate.skipped:
            return None, ()  # several headings have this whole path: no declaration allows it
        repairs = tuple(node for node in candidate.skipped if any(node in nodes for nodes in over))
        rest = [node for node in candidate.skipped if node not in repairs]
        if not any(node in observed for node in rest):
            fitting.append((candidate, repairs))
    if len(fitting) != 1 or (unknown and len(candidates) > 1):
        return None, ()  # the heading that is left out does not say which of several it is
    return fitting[0]


def _unmerged_over(tree: TreeIndex, rows: Sequence[Row], position: int) -> list[set[int]]:
    """The spanners that a person sees over a column through empty cells: for each, the headings that it can be.

    An empty cell above a label belongs to the nearest label on its left, if that is one with headings under it; not
    if it is merged over several headings itself.
    """
    lowest = max(
        (
            at
            for at, row in enumerate(rows)
            if (cell := row.line[position]) is not None and not is_blank(cell.text)
        ),
        default=0,
    )
    found: list[set[int]] = []
    for row in rows[:lowest]:
        here = row.line[position]
        if here is None or not is_blank(here.text) or _has_lost_text(tree, row, here, rows[lowest]):
            continue
        if nodes := _left_of(tree, row, position):
            found.append(nodes)
    return found


def _has_lost_text(tree: TreeIndex, row: Row, blank: Cell, lowest: Row) -> bool:
    """Whether an empty cell is a spanner whose text is lost: it is merged over several headings, beside others."""
    if blank.colspan < 2:
        return False
    under = {id(cell) for cell in lowest.line[blank.column : blank.column + blank.colspan]}
    return len(under) > 1 and any(
        tree.hits(label(cell.text)) for cell in row.cells if not is_blank(cell.text)
    )


def _left_of(tree: TreeIndex, row: Row, position: int) -> set[int]:
    """The headings with others under them that the nearest label on the left can be."""
    for column in range(position - 1, -1, -1):
        cell = row.line[column]
        if cell is not None and not is_blank(cell.text):
            return {hit.node for hit in tree.hits(label(cell.text)) if not tree.nodes[hit.node].leaf}
    return set()


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
    notes = heading_notes(tree, candidate, cells, grid, where, repaired)
    for number in candidate.skipped:
        name = tree.nodes[number].heading.label
        if number in repairs:
            if name not in repaired:
                repaired.add(name)
                notes.append(finding("span-repaired", at, where, label=name))
        else:
            notes.append(finding("heading-skipped", at, where, label=node.heading.label, skipped=name))
    return notes


def heading_notes(
    tree: TreeIndex, candidate: Candidate, cells: Sequence[Cell], grid: Grid, where: str, said: set[str]
) -> list[Finding]:
    """Findings on the wording of the labels of a path: aliases and traditional characters, each once."""
    notes: list[Finding] = []
    for hit, cell in zip(reversed(candidate.hits), reversed(cells), strict=False):
        if hit.via == "alias":
            printed = one_line(cell.text)
            if printed not in said:
                said.add(printed)
                official = tree.nodes[hit.node].heading.label
                notes.append(
                    finding("label-by-alias", grid.locate(cell), where, found=printed, official=official)
                )
        elif hit.via == "traditional" and "traditional" not in said:
            said.add("traditional")
            notes.append(finding("label-traditional", grid.locate(cell), where.split(":")[0]))
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
    signature = tuple((column.start, column.end, column.path) for column in kept)
    return Columns(grid, tuple(kept), first, tuple(findings), signature)


# --- order, where there is no geometry


def _arranged(index: BandIndex, scope: Scope, rows: Sequence[Row]) -> Columns:
    grid = rows[0].grid
    tree = index.boxhead
    cells = [
        cell
        for row in rows
        for cell in row.cells
        if not is_blank(cell.text) and not index.roles(cell.text) & (SPANNER | STUBHEAD)
    ]
    # in lines of text an unknown word may be a piece of a label, whose other piece stands elsewhere
    leaves = _arrange(tree, [label(cell.text) for cell in cells], unknown=min(grid.number, 1))
    if leaves is None:
        words = "、".join(one_line(cell.text) for cell in cells)
        found = finding("boxhead-undecided", rows[0].at, scope.path, labels=words[:200])
        return Columns(grid, (), 0, (found,), ())
    findings: list[Finding] = []
    said: set[str] = set()
    columns: list[Column] = []
    for order, (node, read, which) in enumerate(leaves):
        unit = None
        if node is None:
            printed = one_line(cells[which].text)
            findings.append(
                finding("column-not-matched", grid.locate(cells[which]), scope.path, label=printed)
            )
        else:
            hit = next(hit for hit in tree.hits(read) if hit.node == node)
            unit = hit.unit
            where = scope.column(tree.nodes[node].path)
            alone = Candidate(node, (), (hit,))
            findings += heading_notes(tree, alone, [cells[which]], grid, where, said)
        name = tree.nodes[node].path if node is not None else None
        columns.append(Column(order, order + 1, name, (read.core,), unit))
    signature = tuple((column.start, column.end, column.path) for column in columns)
    spare = 0
    if len(rows) == 1:
        for cell in reversed(rows[0].cells):
            if not is_blank(cell.text):
                break
            spare += 1
    return Columns(grid, tuple(columns), 0, tuple(findings), signature, spare)


_Slot = tuple[int | None, Label, int]  # the heading or None, its label, which of the labels it is


def _arrange(tree: TreeIndex, labels: Sequence[Label], *, unknown: int) -> list[_Slot] | None:
    """The leaves in the order printed, if the labels are the tree's, level by level; else None.

    One unknown label among the children of a heading stands for the one child that is not named; ``unknown`` is
    how many such labels there may be under each heading, 1 or 0.
    """
    children: dict[int, list[int]] = {-1: []}
    for node in tree.nodes:
        children.setdefault(node.number, [])
        children[node.above[-1] if node.above else -1].append(node.number)
    level: list[_Slot] = [(-1, Label(None, ""), -1)]
    position = 0
    while any(slot[0] is not None and children[slot[0]] for slot in level):
        below: list[_Slot] = []
        for slot in level:
            inner = children[slot[0]] if slot[0] is not None else []
            if not inner:
                below.append(slot)
                continue
            taken = labels[position : position + len(inner)]
            if len(taken) < len(inner):
                return None
            nodes: list[int | None] = []
            for read in taken:
                hits = [hit.node for hit in tree.hits(read) if hit.node in inner]
                if any(number in nodes for number in hits):
                    return None  # one label twice: neither place is certain
                nodes.append(hits[0] if len(hits) == 1 else None)
            if nodes.count(None) > (unknown if len(inner) > 1 else 0):
                return None
            missing = [number for number in inner if number not in nodes]
            if missing and children[missing[0]]:
                return None
            below.extend(
                (number, read, position + at)
                for at, (number, read) in enumerate(zip(nodes, taken, strict=True))
            )
            position += len(inner)
        level = below
    return level if position == len(labels) else None
