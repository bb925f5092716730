"""The one rule by which what stands over a column, or left of a row, is a heading of the form."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from govdisclose.grammar.index import Candidate, TreeIndex
from govdisclose.grammar.lookup import SPANNER, STUBHEAD, BandIndex
from govdisclose.grammar.row import Row
from govdisclose.grid import Cell
from govdisclose.text import Wording, is_blank, wording

__all__ = ["chain_of", "chain_over", "choose", "column_over", "has_unknown", "observed_in"]


def chain_of(cells: Iterable[Cell]) -> tuple[tuple[Wording, ...], list[Cell]]:
    """The labels of cells from the outermost in, and the cell of each: one that is repeated counts once."""
    labels: list[Wording] = []
    kept: list[Cell] = []
    for cell in cells:
        if is_blank(cell.text):
            continue
        read = wording(cell.text)
        if labels and labels[-1] == read:  # a merged cell whose text is repeated
            kept[-1] = cell
            continue
        labels.append(read)
        kept.append(cell)
    return tuple(labels), kept


def chain_over(
    index: BandIndex, rows: Sequence[Row], position: int
) -> tuple[tuple[Wording, ...], list[Cell], bool]:
    """The labels over a column, the cells that hold them, and whether the stubhead is one of them."""
    cells: list[Cell] = []
    for row in rows:
        cell = row.line[position]
        if cell is None or (cells and cell is cells[-1]) or is_blank(cell.text):
            continue
        roles = index.roles(cell.text)
        if roles & STUBHEAD:
            return (), [], True
        if cells or not roles & SPANNER:
            cells.append(cell)
    return *chain_of(cells), False


def observed_in(tree: TreeIndex, rows: Sequence[Row]) -> set[int]:
    """The headings whose label stands anywhere in the rows. A number is no label."""
    texts = (cell.text for row in rows for cell in row.cells if cell.text and not cell.text.isdigit())
    return {hit.node for text in texts for hit in tree.hits(wording(text))}


def has_unknown(index: BandIndex, rows: Sequence[Row]) -> bool:
    """Whether a text in the heading rows is none of the form's, so that it may be any heading that is not seen."""
    return any(not is_blank(cell.text) and not index.roles(cell.text) for row in rows for cell in row.cells)


def choose(
    tree: TreeIndex,
    chain: tuple[Wording, ...],
    over: Sequence[Collection[int]],
    seen: Collection[int],
    observed: Collection[int],
    *,
    unknown: bool = False,
    remnants: bool = False,
) -> Candidate | None:
    """The one heading that the chain of a column or of a row stands for.

    ``over`` are the labels that a person sees over it through empty cells: for each, the headings that it can be (none
    where it is none of the form's), of which one has to be over the candidate. A heading that the chain leaves out must be
    among those ``seen``, or stand nowhere in the table. ``unknown``: a label of the table is none of the form's, and may be
    the one that is left out.
    """
    candidates: Sequence[Candidate] = tree.resolve(chain, remnants=remnants)
    if over:
        candidates = [
            candidate
            for candidate in candidates
            if all(any(node in nodes for node in tree.nodes[candidate.node].above) for nodes in over)
        ]
    if len(candidates) == 1 and not candidates[0].skipped:
        return candidates[0]
    fitting = [
        candidate
        for candidate in candidates
        if all(node in seen or node not in observed for node in candidate.skipped)
    ]
    if len(fitting) != 1 or (unknown and len(candidates) > 1):
        return None  # what is left out does not say which of several it is
    return fitting[0]


def column_over(
    index: BandIndex,
    rows: Sequence[Row],
    position: int,
    chain: tuple[Wording, ...],
    observed: Collection[int],
    *,
    stub_end: int,
    unknown: bool,
) -> tuple[Candidate | None, tuple[int, ...]]:
    """The one heading of a column, and the headings over it that an unmerged cell stands for."""
    tree = index.boxhead
    over = _unmerged_over(index, rows, position, stub_end)
    seen = {node for nodes in over for node in nodes}
    candidate = choose(tree, chain, over, seen, observed, unknown=unknown)
    skipped = candidate.skipped if candidate else ()
    return candidate, tuple(node for node in skipped if node in seen) if skipped else ()


def _unmerged_over(index: BandIndex, rows: Sequence[Row], position: int, stub_end: int) -> list[set[int]]:
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
        if here is None or not is_blank(here.text) or _has_lost_text(index.boxhead, row, here, rows[lowest]):
            continue
        nodes = _left_of(index, row, position, stub_end)
        if nodes is not None:
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


def _left_of(index: BandIndex, row: Row, position: int, stub_end: int) -> set[int] | None:
    """The headings with others under them that the nearest label on the left can be; None where it is another one."""
    tree = index.boxhead
    for column in range(position - 1, -1, -1):
        cell = row.line[column]
        if cell is not None and not is_blank(cell.text):
            if column >= stub_end and not index.roles(cell.text):
                return set()  # it is none of the form's
            return {
                hit.node for hit in tree.hits(wording(cell.text)) if not tree.nodes[hit.node].leaf
            } or None
    return None
