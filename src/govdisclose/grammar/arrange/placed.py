"""Tables that rules do not divide, by the places of declared labels: a value belongs to the heading that it alone
stands under and to the row whose label it alone stands beside.

What may belong to several places makes all of them uncertain: none of them has a value, and none is called blank.
A number that has another one under it in a narrow column may go on there, so neither is a whole number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from govdisclose.findings import Finding
from govdisclose.grammar.arrange.alike import doubt_unlike
from govdisclose.grammar.arrange.drawn import PlacedRow, draw_rows
from govdisclose.grammar.arrange.glyphs import Stretch, Text, union, words_of
from govdisclose.grammar.arrange.heads import Head, read_head
from govdisclose.grammar.arrange.labels import PlacedLabel, Work, find_labels
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.lookup import BOXHEAD, SPANNER, STUB, BandIndex, band_index
from govdisclose.grammar.row import Run
from govdisclose.grammar.table import Table
from govdisclose.locate import Locator
from govdisclose.text import label

__all__ = ["PlacedTable", "find_placed"]

_ABOVE = 0.55  # of the size: what reaches into the height of a line of a label stands in its row: rows do not overlap
_MOST_LABELS, _MOST_TEXTS = 1_500, 10_000  # of a document; a report has a tenth of them
_GAP = 0.35  # of the size: between digits of two columns there is more
_NEAR = 3.0  # of the size: what stands further under a table is none of it
_UNSURE = "\ufffd"
_VALUE = re.compile(r"[0-9０-９/／+\-—–－,，.．〇无零\ufffc\ufffd]+")
"""What stands for a number, or for none, or for what cannot be read."""


@frozen
class PlacedTable:
    """One copy of a table: its rows as a grid, what is not certain in it, and the paragraphs that it is made of."""

    table: int
    runs: tuple[Run, ...]
    findings: tuple[Finding, ...]
    paragraphs: frozenset[int]
    columns: int
    at: Locator


def find_placed(stretches: Sequence[Stretch], layout: Layout) -> list[PlacedTable]:
    """The tables of a layout that stand on pages without rules to divide them, in reading order."""
    found: list[PlacedTable] = []
    work = Work()
    most_labels, most_texts = _MOST_LABELS, _MOST_TEXTS
    for stretch in stretches:
        labels = find_labels(stretch, layout, work)
        texts = words_of(stretch) if labels else []
        most_labels, most_texts = most_labels - len(labels), most_texts - len(texts)
        if most_labels < 0 or most_texts < 0:
            break
        for number, start, end in _regions(labels, layout):
            inside = [item for item in labels if item.roles[number] and start <= item.middle < end]
            words = [text for text in texts if start <= text.base < end]
            made = _table(number, layout.tables[number], inside, words)
            if made is not None:
                found.append(made)
    return found


def _regions(labels: Sequence[PlacedLabel], layout: Layout) -> list[tuple[int, float, float]]:
    """Which table stands from where to where: a label that one table alone knows begins it or goes on with it."""
    begins: list[tuple[int, float]] = []
    pending: float | None = None
    for item in labels:
        known = [number for number, roles in enumerate(item.roles) if roles]
        top = item.first - item.size
        if len(known) > 1:
            pending = top if pending is None else pending
        elif not begins or begins[-1][0] != known[0]:
            begins.append((known[0], min(top, pending) if pending is not None else top))
            pending = None
        else:
            pending = None
    ends = [*[start for _, start in begins[1:]], float("inf")][: len(begins)]
    return [(number, start, end) for (number, start), end in zip(begins, ends, strict=True)]


def _table(
    number: int, table: Table, labels: Sequence[PlacedLabel], words: Sequence[Text]
) -> PlacedTable | None:
    runs: list[Run] = []
    findings: list[Finding] = []
    widths: list[int] = []
    for prefix, band, title, start, end in _bands(table, labels):
        index = band_index(band)
        inside = [item for item in labels if item is not title and start <= item.middle < end]
        own = [text for text in words if start <= text.base < end]
        part = _Part(index)
        part.read([item for item in inside if index.roles(item.text)], own)
        grids, notes = draw_rows(part.rows, table.key, prefix, title)
        widths += [len(head.paths) for head in part.heads]
        runs += [Run(grid, range(grid.rows)) for grid in grids]
        findings += notes
    if not runs:
        return None
    used = {glyph.paragraph for item in labels for glyph in item.glyphs}
    low, high = min(item.first for item in labels), max(item.last for item in labels)
    used |= {text.glyphs[0].paragraph for text in words if low <= text.base <= high + _NEAR * text.size}
    page, box = union(glyph for item in labels for glyph in item.glyphs)
    columns = max(widths)
    at = Locator(page=page, box=box)
    return PlacedTable(number, tuple(runs), tuple(findings), frozenset(used), columns, at)


def _bands(
    table: Table, labels: Sequence[PlacedLabel]
) -> list[tuple[str, Table, PlacedLabel | None, float, float]]:
    """The bands of a table with their titles and from where to where they stand; a table without bands whole."""
    infinite = float("inf")
    if not table.bands:
        return [("", table, None, -infinite, infinite)]
    titles = [
        (prefix, band, item)
        for item in labels
        for prefix, band in table.parts()
        if band_index(band).roles(item.text) & SPANNER
    ]
    ends = [*[item.first - item.size / 2 for _, _, item in titles[1:]], infinite][: len(titles)]
    return [
        (prefix, band, item, item.last + item.size / 2, end)
        for (prefix, band, item), end in zip(titles, ends, strict=True)
    ]


class _Part:
    """The reading of one table without bands, or of one band."""

    def __init__(self, index: BandIndex) -> None:
        self.index = index
        self.rows: list[PlacedRow] = []
        self.heads: list[Head] = []

    def read(self, labels: Sequence[PlacedLabel], words: Sequence[Text]) -> None:
        if self.index.stub is None:
            self._one_row(labels, words)
        else:
            self._rows_of_labels(labels)
            self._place(words)

    # --- labels to headings and rows

    def _rows_of_labels(self, labels: Sequence[PlacedLabel]) -> None:
        tree = self.index.stub
        assert tree is not None
        firsts = [item.first for item in labels if self._roles(item) & (BOXHEAD | STUB) == STUB]
        body = min(firsts, default=float("inf"))
        pending: list[PlacedLabel] = []
        stubs: list[tuple[PlacedLabel, Head | None]] = []
        head: Head | None = None
        for item in labels:
            roles = self._roles(item)
            is_head = bool(roles & BOXHEAD) and not (
                roles & STUB
                and (
                    label(item.text).enumerator is not None
                    or (item.middle >= body and head is not None and item.centre < head.left)
                )
            )
            if is_head:
                pending.append(item)
                continue
            if not roles & STUB:
                continue
            if pending:
                read = read_head(self.index.boxhead, pending)
                if read is not None:
                    head = read
                    self.heads.append(read)
                    pending = []
                elif head is not None:
                    pending = []  # a piece of headings again: those over it go on to count
            stubs.append((item, head))
        leaves = [
            (item, own)
            for item, own in stubs
            if any(tree.nodes[hit.node].leaf for hit in tree.hits(label(item.text)))
        ]
        groups = {
            hit.node: item
            for item, _ in stubs
            for hit in tree.hits(label(item.text))
            if not tree.nodes[hit.node].leaf
        }
        leaves.sort(key=lambda pair: pair[0].middle)
        options = [
            {
                (hit.node, tree.nodes[hit.node].above)
                for hit in tree.hits(label(item.text))
                if tree.nodes[hit.node].leaf
            }
            for item, _ in leaves
        ]
        for at, (item, own) in enumerate(leaves):
            found = options[at]
            if len(found) > 1:  # of several, the one in whose group a row beside it is for sure
                near = {
                    above
                    for other in (options[at - 1] if at else set(), *options[at + 1 : at + 2])
                    if len(other) == 1
                    for _, above in other
                }
                found = {(node, above) for node, above in found if above in near}
            if len(found) != 1:
                continue
            [(node, above)] = found
            chain = (*(groups[number] for number in above if number in groups), item)
            width = len(own.paths) if own is not None else 0
            self.rows.append(PlacedRow(chain, tree.nodes[node].path, own, [[] for _ in range(width)]))

    def _roles(self, item: PlacedLabel) -> int:
        return self.index.roles(item.text)

    # --- words to rows and columns

    def _place(self, words: Sequence[Text]) -> None:
        rows = [row for row in self.rows if row.head is not None]
        if not rows:
            return
        close = _close(words)
        spans = [(row, row.top, row.bottom) for row in rows]
        for word in words:
            base = word.base
            beside = [row for row, top, bottom in spans if top <= base <= bottom]
            near = beside or (_nearest(spans, word) if _VALUE.fullmatch(word.text) else [])
            if not near:
                continue
            head = near[0].head
            assert head is not None
            if word.right <= min(row.chain[-1].right for row in near):
                continue  # it stands among the labels
            at, may = head.columns_of(word)
            if id(word) in close:
                at = None
            if len(beside) == 1 and at is not None:
                beside[0].texts[at].append(word)
                continue
            for row in near:
                row.doubts.update(may if at is None else [at])
        self._doubt_ends()
        for head in self.heads:
            doubt_unlike([(row.texts, row.doubts) for row in rows if row.head is head], head.leaves)

    def _doubt_ends(self) -> None:
        """Where the first or last row of the form is not there, what is beside them may be lost in part as well."""
        tree = self.index.stub
        assert tree is not None
        for row, leaf in ((self.rows[0], tree.leaves[0]), (self.rows[-1], tree.leaves[-1])):
            if row.path != tree.nodes[leaf].path:
                row.doubts.update(range(len(row.texts)))

    def _one_row(self, labels: Sequence[PlacedLabel], words: Sequence[Text]) -> None:
        """A table without a stub: its one row stands under the headings."""
        head = read_head(self.index.boxhead, [item for item in labels if self._roles(item) & BOXHEAD])
        if head is None:
            return
        self.heads.append(head)
        under = [word for word in words if word.base > head.bottom and _VALUE.fullmatch(word.text)]
        if not under:
            return
        size = under[0].size
        # whatever stands under the headings without a gap: a second row of numbers takes the certainty from the first
        block = [under[0]]
        for word in under[1:]:
            if word.base - block[-1].base <= _NEAR * size:
                block.append(word)
        texts: list[list[Text]] = [[] for _ in head.paths]
        doubts: set[int] = set()
        for word in block:
            at, may = head.columns_of(word)
            if at is None:
                doubts.update(may)
            else:
                texts[at].append(word)
        doubt_unlike([(texts, doubts)], head.leaves)
        self.rows.append(PlacedRow((), "", head, texts, doubts))


def _close(words: Sequence[Text]) -> set[int]:
    """The ``id`` of values so near beside each other that they may be one number with a gap in it."""
    found: set[int] = set()
    for one, other in pairwise(words):
        if (
            one.base == other.base
            and one.text[-1].isdigit()
            and other.text[0].isdigit()
            and other.left - one.right <= _GAP * one.size
        ):
            found |= {id(one), id(other)}
    return found


def _nearest(spans: Sequence[tuple[PlacedRow, float, float]], word: Text) -> list[PlacedRow]:
    """The rows next above and next below a word that stands beside none: it may belong to either.

    ``spans`` are the rows from the top, each with where it begins and ends.
    """
    base = word.base
    above = [row for row, _, bottom in spans if bottom < base]
    below = [row for row, top, _ in spans if top > base]
    if not below and base - above[-1].bottom > _NEAR * word.size:
        return []
    return [*above[-1:], *below[:1]]
