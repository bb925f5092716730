"""Characters of a page to the labels that a layout declares, wherever a narrow cell has wrapped them.

    商业  科研  社会公  法律服     the next character of a label stands right of the last one, or begins the next
    企业  机构  益组织  务机构     line under it; which of them it is, the declared words tell

Labels are looked for from each character on, along declared beginnings only; the longest is taken. What stands so
near that it may be a part of the label is looked at last: a label that is a part of other words is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from statistics import median

from attrs import define, field

from govdisclose.grammar.arrange.glyphs import Glyph, Stretch
from govdisclose.grammar.heading import YEAR
from govdisclose.grammar.index import index_of
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.lookup import band_index
from govdisclose.grammar.table import Table
from govdisclose.grammar.values import MONEY_UNITS
from govdisclose.text import fold, label, simplify

__all__ = ["PlacedLabel", "Work", "find_labels", "roles_in"]

_BESIDE = 1.2  # of the size: characters of one line of a label stand no further apart
_LEADING = 2.4  # of the size: lines of one label stand no further apart
_OUT = 1.5  # of the size: a line of a centred label begins no further left of the others
_APART = 0.35  # of the size: what stands nearer goes on from what is left of it
_TOUCH = 0.12  # of the size: characters of one line stand nearer, those of two columns do not
_INSIDE = 0.2  # of the size
_ALIKE = 0.1  # of the size: the characters of one label are of one size
_MOST_TRIES = 400  # steps for each first character
_PITCH = 1.3  # of the size: from line to line where no label shows it
_LOOSE = 1.2  # times the pitch: what stands nearer under a label may go on from it

_OF_VALUES = frozenset("无零〇件条项个宗次份元万")

_Trie = dict[str, "_Trie"]
_END = ""


@define
class Work:
    """How many looks at characters are left for one document; a report takes a hundredth of them."""

    left: int = 1_000_000


@define(eq=False)
class PlacedLabel:
    """A declared label on the page: its text as printed, its characters line by line, and what it can be by table."""

    text: str
    lines: tuple[tuple[Glyph, ...], ...]
    roles: tuple[int, ...]
    left: float = field(init=False)
    right: float = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.left = min(line[0].left for line in self.lines)
        self.right = max(line[-1].right for line in self.lines)

    @property
    def glyphs(self) -> Iterator[Glyph]:
        """All its characters."""
        return (glyph for line in self.lines for glyph in line)

    @property
    def first(self) -> float:
        """The baseline of its first line."""
        return self.lines[0][0].base

    @property
    def last(self) -> float:
        """The baseline of its last line."""
        return self.lines[-1][0].base

    @property
    def size(self) -> float:
        """The size of its letters."""
        return self.lines[0][0].size

    @property
    def middle(self) -> float:
        """Half way between its first and last line."""
        return (self.first + self.last) / 2

    @property
    def centre(self) -> float:
        """Half way between its left and right end."""
        return (self.left + self.right) / 2


def roles_in(table: Table, text: str) -> int:
    """What a text can be in a table or any of its bands, as bits."""
    roles = 0
    for _, part in table.parts():
        roles |= band_index(part).roles(text)
    return roles


@lru_cache(maxsize=64)
def _trie(layout: Layout) -> _Trie:
    """Every wording of every label of the layout, character by character."""
    root: _Trie = {}
    for table in layout.tables:
        for words in _wordings(table):
            node = root
            for char in words:
                node = node.setdefault(char, {})
            node[_END] = {}
    return root


def _wordings(table: Table) -> Iterator[str]:
    for _, part in table.parts():
        names = {name for name in (part.spanner, part.stubhead) if name is not None}
        for tree in (part.boxhead, part.stub):
            if tree is not None:
                names |= {name for _, heading in tree.walk() for name in (heading.label, *heading.aliases)}
                names |= set(index_of(tree).cores)
                names |= {
                    f"{core}{unit}"
                    for _, heading in tree.walk()
                    if heading.entry is not None and heading.entry.needs_unit
                    for core in (heading.label.split("（")[0],)
                    for money in MONEY_UNITS
                    for unit in (f"（{money}）", f"（单位：{money}）", f"（单位:{money}）")
                }
        for name in names:
            if YEAR not in name:
                folded = simplify(fold(name))
                yield from {folded, label(folded).core, folded.replace("、", "", 1)}


def find_labels(stretch: Stretch, layout: Layout, work: Work) -> list[PlacedLabel]:
    """The labels of a layout, from the top. Their characters are marked as used."""
    trie = _trie(layout)
    search = _Search(stretch, work)
    found: list[list[list[Glyph]]] = []
    for line in stretch.lines:
        for glyph in line:
            glyph.used = False
            if (node := trie.get(glyph.folded)) is not None:
                best = search.longest(glyph, node)
                if best is not None:
                    found.append(best)
    found.sort(key=lambda lines: -sum(map(len, lines)))
    labels: list[PlacedLabel] = []
    for pieces in found:
        if any(glyph.used for piece in pieces for glyph in piece):
            continue
        text = "".join(glyph.char for piece in pieces for glyph in piece)
        roles = tuple(roles_in(table, text) for table in layout.tables)
        if any(roles):
            for piece in pieces:
                for glyph in piece:
                    glyph.used = True
            labels.append(PlacedLabel(text, tuple(map(tuple, pieces)), roles))
    kept = _whole(stretch, labels, work)
    kept.sort(key=lambda item: (item.first, item.left))
    return kept


class _Search:
    """The search for the longest label from one character on; its work is counted."""

    def __init__(self, stretch: Stretch, work: Work) -> None:
        self.stretch = stretch
        self.work = work

    def longest(self, start: Glyph, node: _Trie) -> list[list[Glyph]] | None:
        best: list[list[Glyph]] | None = None
        length = 0
        stack: list[tuple[_Trie, list[list[Glyph]]]] = [(node, [[start]])]
        tries = _MOST_TRIES
        while stack and tries and self.work.left > 0:
            tries -= 1
            self.work.left -= 1
            node, lines = stack.pop()
            size = sum(map(len, lines))
            if _END in node and size > length:
                best, length = lines, size
            last = lines[-1][-1]
            stack += [(node[glyph.folded], [*lines, [glyph]]) for glyph in self._under(lines, node)]
            beside = self.stretch.right_of(last)
            if beside is not None and beside.folded in node and _goes_on(last, beside):
                stack.append((node[beside.folded], [*lines[:-1], [*lines[-1], beside]]))
        return best

    def _under(self, lines: Sequence[Sequence[Glyph]], node: _Trie) -> list[Glyph]:
        """The characters that may begin the next line of a label."""
        last = lines[-1][-1]
        size = last.size
        after = self.stretch.right_of(last)
        if after is not None and after.left - last.right <= _TOUCH * size:
            return []  # the line goes on
        left = min(line[0].left for line in lines)
        right = max(line[-1].right for line in lines)
        found: list[Glyph] = []
        for line in self.stretch.lines[last.line + 1 :]:
            if line[0].base - last.base > _LEADING * size:
                break
            self.work.left -= len(line)
            blocked = False
            for glyph in line:
                if glyph.right <= left - _OUT * size:
                    continue
                if glyph.left >= right:
                    break
                blocked = blocked or (
                    glyph.right > left + _INSIDE * size and glyph.left < right - _INSIDE * size
                )
                if glyph.folded in node and abs(glyph.size - size) <= _ALIKE * size:
                    before = self.stretch.left_of(glyph)
                    if before is None or glyph.left - before.right > _TOUCH * size:
                        found.append(glyph)
            if blocked:
                break
        return found[::-1]


def _goes_on(last: Glyph, beside: Glyph) -> bool:
    return (
        beside.left - last.right <= _BESIDE * last.size and abs(beside.size - last.size) <= _ALIKE * last.size
    )


def _whole(stretch: Stretch, labels: Sequence[PlacedLabel], work: Work) -> list[PlacedLabel]:
    """The labels that are no part of other words. The characters of the others are free again."""
    pitches = [
        (below[0].base - above[0].base) / below[0].size
        for item in labels
        for above, below in zip(item.lines, item.lines[1:], strict=False)
        if above[0].page == below[0].page
    ]
    near = _LOOSE * (median(pitches) if pitches else _PITCH)
    kept: list[PlacedLabel] = []
    for item in labels:
        if work.left <= 0 or _is_part(stretch, item, near, work):
            for glyph in item.glyphs:
                glyph.used = False
        else:
            kept.append(item)
    return kept


def _is_part(stretch: Stretch, item: PlacedLabel, near: float, work: Work) -> bool:
    for line in item.lines:
        before, after = stretch.left_of(line[0]), stretch.right_of(line[-1])
        for other, gap in (
            (before, line[0].left - before.right if before else 0.0),
            (after, after.left - line[-1].right if after else 0.0),
        ):
            if other is not None and not other.used and gap <= _APART * item.size and _is_word(other):
                return True
    reach = near * item.size
    return any(_overlaps(item, glyph) for glyph in _around(stretch, item, reach, work))


def _around(stretch: Stretch, item: PlacedLabel, reach: float, work: Work) -> Iterator[Glyph]:
    """The letters that no label has, so near over or under a label that they may be a part of it."""
    for step, start, edge in (
        (-1, item.lines[0][0].line - 1, item.first),
        (1, item.lines[-1][0].line + 1, item.last),
    ):
        at = start
        while 0 <= at < len(stretch.lines) and abs(stretch.lines[at][0].base - edge) <= reach:
            work.left -= len(stretch.lines[at])
            for glyph in stretch.lines[at]:
                if _is_letter(glyph) and abs(glyph.size - item.size) <= _ALIKE * item.size:
                    yield glyph
            at += step


def _overlaps(item: PlacedLabel, glyph: Glyph) -> bool:
    return item.left < glyph.right and glyph.left < item.right


def _is_letter(glyph: Glyph) -> bool:
    """Whether it is a free letter, and none of those that stand for a number or behind one."""
    return not glyph.used and glyph.char.isalpha() and glyph.char not in _OF_VALUES


def _is_word(glyph: Glyph) -> bool:
    return glyph.char.isalnum()
