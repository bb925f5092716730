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

from govdisclose.findings import Finding, finding
from govdisclose.grammar.axis import chain_of, choose, observed_in
from govdisclose.grammar.boxhead import heading_notes
from govdisclose.grammar.entry import entry_path
from govdisclose.grammar.index import Candidate, TreeIndex, is_remnant
from govdisclose.grammar.row import Row
from govdisclose.grammar.stubrow import StubRow
from govdisclose.grid import Cell
from govdisclose.text import Wording, is_blank, label, one_line

__all__ = ["StubReader", "StubRow"]


class StubReader:
    """Reads the rows of one table in order; remembers which headings are open."""

    def __init__(self, tree: TreeIndex, table: str, prefix: str, rows: Sequence[Row]) -> None:
        self._tree = tree
        self._table = table
        self._prefix = prefix
        self._open: tuple[int, ...] = ()
        # by column of the stub, the cell last printed there and its heading
        self._printed: dict[int, tuple[Cell, int | None]] = {}
        self._alone: set[int] = set()  # groups that stood in a row of their own
        self._said: set[str] = set()
        self._observed = observed_in(tree, rows)
        self.findings: list[Finding] = []

    def read(self, row: Row, cells: Sequence[Cell], body: Sequence[Cell | None]) -> StubRow:
        """Find the heading of a row from the cells of its stub. ``body`` is handed through."""
        chain, kept = chain_of(cells)
        innermost = kept[-1].column
        over: list[int] = []  # columns whose empty cells stand left of the innermost label
        lost: list[int] = []  # those of them that may be groups of which the text is lost
        if len(kept) < len(cells):
            blanks = [cell for cell in cells if cell.column < innermost and is_blank(cell.text)]
            over = [cell.column for cell in blanks]
            lost = [cell.column for cell in blanks if cell.rowspan > 1 and self._may_be_lost(cell.column)]
        words = tuple(one_line(cell.text) for cell in kept)
        # without column edges an empty cell may have left no trace; with them it stands there or is a hole
        inherits = bool(over) or (
            kept[0].column == 0
            if row.grid.ragged
            else any(row.line[column] is None for column in range(innermost))
        )
        alone = self._alone.intersection(self._open) if self._alone else ()
        seen = self._open if inherits else alone
        candidate = choose(
            self._tree, chain, self._over(over) if over else (), seen, self._observed, remnants=True
        )
        if lost:
            rest = self._over([column for column in over if column not in lost])
            other = choose(self._tree, chain, rest, alone, self._observed, remnants=True)
            if candidate is None or (other is not None and other.node != candidate.node):
                candidate = other if candidate is None else None
        self._print(chain, kept, candidate)
        if candidate is None:
            self._open = self._still_open(chain, over, body)
            return StubRow(row, None, False, words, body)
        node = self._tree.nodes[candidate.node]
        inherited = any(number in self._open and number in self._observed for number in candidate.skipped)
        self._note(candidate, kept, row)
        self._open = (*node.above, node.number)
        if not node.leaf:
            self._alone.add(node.number)
        instructed = candidate.hits[-1].instruction
        return StubRow(row, self._prefix + node.path, node.leaf, words, body, inherited, instructed)

    def _may_be_lost(self, column: int) -> bool:
        """Whether a merged empty cell may be a group whose text is lost: the label above it is merged as well."""
        above, number = self._printed.get(column, (None, None))
        return above is not None and above.rowspan > 1 and number is not None

    def _over(self, blanks: Sequence[int]) -> list[Sequence[int]]:
        """The headings that the empty cells left of a label repeat, but for rows; none for one that is not the form's."""
        printed = [self._printed[column][1] for column in blanks if column in self._printed]
        return [
            () if number is None else (number,)
            for number in printed
            if number is None or not self._tree.nodes[number].leaf
        ]

    def _print(self, chain: Sequence[Wording], cells: Sequence[Cell], candidate: Candidate | None) -> None:
        """Remember what stands in each column of the stub; a new label ends those right of it."""
        for read, cell in zip(chain, cells, strict=True):
            hits = [hit.node for hit in self._tree.hits(read)]
            if candidate is not None:
                path = (*self._tree.nodes[candidate.node].above, candidate.node)
                hits = [number for number in hits if number in path] or [
                    number
                    for number in candidate.skipped
                    if is_remnant(label(cell.text), self._tree.nodes[number].heading)
                ]
            for column in [column for column in self._printed if column > cell.column]:
                del self._printed[column]
            self._printed[cell.column] = (cell, hits[0] if len(hits) == 1 else None)

    def _still_open(
        self, chain: Sequence[Wording], over: Sequence[int], body: Sequence[Cell | None]
    ) -> tuple[int, ...]:
        """The headings that are open after a row whose innermost label is none of the form's there."""
        if len(chain) > 1:
            return self._tree.longest_prefix(chain[:-1], remnants=True)
        printed = [self._printed[column][1] for column in over if column in self._printed]
        groups = [number for number in printed if number is not None]
        if groups:
            return (*self._tree.nodes[groups[-1]].above, groups[-1])
        kept = [number for number in self._open if not self._tree.nodes[number].leaf]
        if chain and chain[-1].enumerator is not None:
            level = chain[-1].enumerator.level
            known = [(number, label(self._tree.nodes[number].heading.label).enumerator) for number in kept]
            return tuple(number for number, outer in known if outer is not None and outer.level < level)
        # without an enumerator: numbers make it a row among the others, none make it a heading over the next
        return tuple(kept) if any(cell is not None and not is_blank(cell.text) for cell in body) else ()

    def _note(self, candidate: Candidate, cells: Sequence[Cell], row: Row) -> None:
        node = self._tree.nodes[candidate.node]
        for number in candidate.skipped:
            if number in self._open or number in self._observed:
                continue
            skipped = self._tree.nodes[number]
            if skipped.path not in self._said:
                self._said.add(skipped.path)
                # said once, of the heading: all rows under it are in the same case
                over = self._place(skipped.path)
                facts = {"label": node.heading.label, "skipped": skipped.heading.label}
                self.findings.append(finding("heading-skipped", row.at, over, **facts))
        if any(hit.via != "label" or hit.note for hit in candidate.hits):
            self.findings += heading_notes(self._tree, candidate, cells, row.grid, self._place, self._said)

    def _place(self, path: str) -> str:
        """The path in findings of a heading of the stub."""
        return entry_path(self._table, self._prefix + path)
