"""What stands over one position of a grid, and the one heading that it is the path of."""

from __future__ import annotations

from collections.abc import Sequence

from govdisclose.grammar.index import Candidate, TreeIndex
from govdisclose.grammar.lookup import SPANNER, STUBHEAD, BandIndex
from govdisclose.grammar.row import Row
from govdisclose.grid import Cell
from govdisclose.text import Wording, is_blank, wording

__all__ = ["chain_over", "choose", "has_unknown", "observed_in"]


def chain_over(
    index: BandIndex, rows: Sequence[Row], position: int
) -> tuple[tuple[Wording, ...], list[Cell], bool]:
    """The labels over a column, the cells that hold them, and whether the stubhead is one of them."""
    labels: list[Wording] = []
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
        read = wording(cell.text)
        if labels and labels[-1] == read:  # a merged cell whose text is repeated in every row
            cells[-1] = cell
            continue
        labels.append(read)
        cells.append(cell)
    return tuple(labels), cells, False


def observed_in(tree: TreeIndex, rows: Sequence[Row]) -> set[int]:
    """The headings whose label stands anywhere in the heading rows."""
    return {hit.node for row in rows for cell in row.cells for hit in tree.hits(wording(cell.text))}


def has_unknown(index: BandIndex, rows: Sequence[Row]) -> bool:
    """Whether a text in the heading rows is none of the form's, so that it may be any heading that is not seen."""
    return any(not is_blank(cell.text) and not index.roles(cell.text) for row in rows for cell in row.cells)


def choose(
    tree: TreeIndex,
    chain: tuple[Wording, ...],
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
        tree.hits(wording(cell.text)) for cell in row.cells if not is_blank(cell.text)
    )


def _left_of(tree: TreeIndex, row: Row, position: int) -> set[int]:
    """The headings with others under them that the nearest label on the left can be."""
    for column in range(position - 1, -1, -1):
        cell = row.line[column]
        if cell is not None and not is_blank(cell.text):
            return {hit.node for hit in tree.hits(wording(cell.text)) if not tree.nodes[hit.node].leaf}
    return set()
