"""Which row is which leaf of the stub.

The chain of a row is what stands left of its numbers, from the outermost. Three printings are one form:

    ┌────────────┬────────────┬──────────────┐   ┌────────────┬────────────┬──────────────┐   ┌──────────────────┐
    │ 三、…结果  │（四）无法… │ 1.本机关不…  │   │ 三、…结果  │（四）无法… │ 1.本机关不…  │   │ 三、…结果        │
    │            │            ├──────────────┤   ├────────────┼────────────┼──────────────┤   │（四）无法提供    │
    │            │            │ 2.没有现成…  │   │            │            │ 2.没有现成…  │   │ 1.本机关不掌握…  │
    └────────────┴────────────┴──────────────┘   └────────────┴────────────┴──────────────┘   └──────────────────┘
              merged                                  empty, to be inherited                      flattened

A heading that the row leaves out must be open above it, or stand nowhere in the table.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from govdisclose.findings import Finding, finding
from govdisclose.grammar.columns import heading_notes
from govdisclose.grammar.entry import entry_path
from govdisclose.grammar.index import Candidate, TreeIndex
from govdisclose.grammar.row import Row
from govdisclose.grid import Cell
from govdisclose.text import Label, is_blank, label

__all__ = ["StubReader", "StubRow"]


@frozen
class StubRow:
    """A row with what was found of its stub.

    ``path`` is the heading it stands for, or None; ``leaf`` whether that is a row of numbers. ``words`` are the
    labels as printed, ``body`` the cells right of them.
    """

    row: Row
    path: str | None
    leaf: bool
    words: tuple[str, ...]
    body: Sequence[Cell | None]
    inherited: bool = False


class StubReader:
    """Reads the rows of one table in order; remembers which headings are open."""

    def __init__(self, tree: TreeIndex, table: str, prefix: str, rows: Sequence[Row]) -> None:
        self._tree = tree
        self._table = table
        self._prefix = prefix
        self._open: tuple[int, ...] = ()
        self._said: set[str] = set()
        self._observed = {
            hit.node
            for row in rows
            for cell in row.cells
            if len(cell.text) > 1
            for hit in tree.hits(label(cell.text))
        }
        self.findings: list[Finding] = []

    def read(self, row: Row, cells: Sequence[Cell], body: Sequence[Cell | None]) -> StubRow:
        """Find the heading of a row from the cells of its stub. ``body`` is handed through."""
        chain: list[Label] = []
        kept: list[Cell] = []
        for cell in cells:
            if is_blank(cell.text):
                continue
            read = label(cell.text)
            if chain and chain[-1] == read:  # a merged cell whose text is repeated
                kept[-1] = cell
                continue
            chain.append(read)
            kept.append(cell)
        words = tuple(" ".join(cell.text.split()) for cell in kept)
        candidate = self._choose(tuple(chain))
        if candidate is None:
            prefix = self._tree.longest_prefix(chain)
            # a row with an unknown innermost label leaves the headings over it open
            self._open = prefix if len(prefix) == len(chain) - 1 or prefix else self._reopened(chain)
            return StubRow(row, None, False, words, body)
        node = self._tree.nodes[candidate.node]
        inherited = any(number in self._open for number in candidate.skipped)
        self._note(candidate, kept, row)
        self._open = (*node.above, node.number)
        return StubRow(row, self._prefix + node.path, node.leaf, words, body, inherited)

    def _reopened(self, chain: Sequence[Label]) -> tuple[int, ...]:
        """What stays open after a row that names nothing known: the headings over its level, if that shows."""
        if not chain or chain[-1].enumerator is None:
            return ()
        level = chain[-1].enumerator.level
        kept = []
        for number in self._open:
            known = label(self._tree.nodes[number].heading.label).enumerator
            if known is not None and known.level < level:
                kept.append(number)
        return tuple(kept)

    def _choose(self, chain: tuple[Label, ...]) -> Candidate | None:
        candidates = self._tree.resolve(chain)
        if len(candidates) == 1 and not candidates[0].skipped:
            return candidates[0]
        fitting = [
            candidate
            for candidate in candidates
            if all(
                self._is_open(candidate, number) or number not in self._observed
                for number in candidate.skipped
            )
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _is_open(self, candidate: Candidate, number: int) -> bool:
        """Whether the heading and all over it are those open now."""
        above = self._tree.nodes[number].above
        path = (*above, number)
        return self._open[: len(path)] == path

    def _note(self, candidate: Candidate, cells: Sequence[Cell], row: Row) -> None:
        node = self._tree.nodes[candidate.node]
        where = entry_path(self._table, self._prefix + node.path)
        for number in candidate.skipped:
            if number in self._open or number in self._observed:
                continue
            name = self._tree.nodes[number].heading.label
            if name not in self._said:
                self._said.add(name)
                self.findings.append(
                    finding("heading-skipped", row.at, where, label=node.heading.label, skipped=name)
                )
        if any(hit.via != "label" for hit in candidate.hits):
            self.findings += heading_notes(self._tree, candidate, cells, row.grid, where, self._said)
