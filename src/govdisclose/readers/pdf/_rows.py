"""The rows of a table without rules: which values stand beside which label.

（三）不   1.属于国家秘密      0   12      a label goes on in the line under it until another begins; its values
予公开     2.其他法律行政      4           stand at its middle, its first or its last line, the same in all rows
           法规禁止公开                    a label beside those of several rows is a heading over them
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from statistics import median
from typing import NamedTuple

from attrs import define, field

from govdisclose.readers.pdf._page import ASCENT, DESCENT, Rule
from govdisclose.readers.pdf._words import Word
from govdisclose.text import Enumerator, label

__all__ = ["Row", "begins_numbered", "find_rows"]

_LEVEL = 0.3  # of the size: a value stands at the height of its label
_LEAD = 1.75  # of the size: lines of one label are no further apart
_LEAD_NUMBERED = 2.2  # the same where the next label is told by its number
_LEAD_BANDED = 4.0  # the same where rules part the rows
_BANDED = 0.7  # of the lines of values have a rule: then rules part the rows
_BESIDE = 1.2  # of the size: words of one line of a label are no further apart
_TALLEST = 2.8  # of the size: a row is no higher over its lines
_DOUBLED = 3.0  # points: rules no further apart are one
_SHARED = 0.3  # of the size: what overlaps so much in height stands side by side


class Row(NamedTuple):
    """A row: the words of its label, those of its values, and whether they belong together for sure.

    ``unsure`` are values that may be a part of a value of this row, or of another one.
    """

    label: tuple[Word, ...]
    values: tuple[Word, ...]
    sure: bool
    unsure: tuple[Word, ...] = ()


@define(eq=False)
class _Block:
    """One label: its words, from top to bottom."""

    words: list[Word]
    left: float
    right: float
    last: float
    enumerator: Enumerator | None
    sure: bool = True
    line: int = -1
    values: tuple[Word, ...] | None = None
    unsure: list[Word] = field(factory=list)

    @property
    def size(self) -> float:
        return self.words[0].size

    @property
    def first(self) -> float:
        return self.words[0].base

    @property
    def middle(self) -> float:
        return (self.first + self.last) / 2

    @property
    def top(self) -> float:
        return self.first - ASCENT * self.size

    @property
    def bottom(self) -> float:
        return self.last + DESCENT * self.size

    def add(self, word: Word) -> None:
        self.words.append(word)
        self.left, self.right = min(self.left, word.left), max(self.right, word.right)
        self.last = max(self.last, word.base)


def find_rows(
    labels: Sequence[Sequence[Word]],
    values: Sequence[Sequence[Word]],
    rules: Sequence[Rule],
    *,
    begun: bool,
    goes_on: bool,
) -> list[Row]:
    """The rows, from the top: ``labels`` and ``values`` are the lines of both, ``rules`` the horizontal ones.

    ``begun`` and ``goes_on``: what a label without values had beside it may stand on the page before or after.
    """
    bands = _bands(values, rules)
    blocks = _blocks(labels, rules, banded=len(bands) > _BANDED * len(values))
    blocks = [part for block in blocks for part in _divided(block, values)]
    leaves, groups = _parted(blocks)
    unmatched = _match(leaves, values, bands)
    for at in unmatched:
        _doubt(leaves, values[at])
    for block in leaves:
        if block.values is None and (
            (begun and block.first < values[0][0].base) or (goes_on and block.last > values[-1][0].base)
        ):
            block.sure = False
    items: list[tuple[float, _Block | None, tuple[Word, ...]]] = [
        (block.values[0].base if block.values else block.middle, block, block.values or ())
        for block in leaves
    ]
    items += [(values[at][0].base, None, tuple(values[at])) for at in unmatched]
    items.sort(key=lambda item: item[0])
    _regroup(items, groups)
    order = [(block, own) for _, block, own in items]
    for group in sorted(groups, key=lambda group: -(group.enumerator.level if group.enumerator else 9)):
        order.insert(_place(order, group), (group, ()))
    return [
        Row(
            tuple(block.words) if block is not None else (),
            own,
            block is not None and block.sure,
            tuple(block.unsure) if block is not None else (),
        )
        for block, own in order
    ]


# --- lines to labels


def _blocks(lines: Sequence[Sequence[Word]], rules: Sequence[Rule], *, banded: bool) -> list[_Block]:
    """The labels. ``banded``: rules stand between the rows, so that lines without one between them are one label."""
    found: list[_Block] = []
    open_: list[_Block] = []
    for number, line in enumerate(lines):
        if not line:
            continue
        base = line[0].base
        reach = _LEAD_BANDED if banded else _LEAD_NUMBERED
        open_ = [block for block in open_ if base - block.last <= reach * block.size]
        before: _Block | None = None
        begun: list[_Block] = []
        for word in line:
            enumerator = _enumerator(word.text)
            block: _Block | None = None
            if enumerator is None:
                block = _continued(open_, word, rules, banded=banded)
                if block is None and before is not None and word.left - before.right <= _BESIDE * word.size:
                    block = before
            if block is None:
                block = _Block([word], word.left, word.right, word.base, enumerator, line=number)
                begun.append(block)
            else:
                block.add(word)
            before = block
        found += begun
        open_ += begun
    return found


def begins_numbered(text: str) -> bool:
    """Whether a label begins with its number: 一、 （一） 1."""
    return _enumerator(text) is not None


def _enumerator(text: str) -> Enumerator | None:
    """The number that a label begins with, also where the words behind it are on the next line."""
    return label(text + "项").enumerator


def _continued(blocks: Sequence[_Block], word: Word, rules: Sequence[Rule], *, banded: bool) -> _Block | None:
    """The label over a word that it goes on from; where it may be several, none of them is sure."""
    over = [
        block
        for block in blocks
        if block.left < word.right
        and word.left < block.right
        and (banded or word.base - block.last <= (_LEAD_NUMBERED if block.enumerator else _LEAD) * word.size)
        and abs(word.size - block.size) <= 0.1 * word.size
        and not _is_ruled(rules, block.last, word.base, word.centre)
    ]
    if len(over) > 1:
        # of labels that are over each other the lower one goes on
        low = max(block.last for block in over)
        over = [block for block in over if low - block.last <= _LEVEL * word.size]
    if len(over) > 1:
        for block in over:
            block.sure = False
    return over[0] if over else None


def _is_ruled(rules: Sequence[Rule], above: float, below: float, x: float) -> bool:
    """Whether a rule stands between two baselines."""
    for rule in rules[bisect_left(rules, (above,)) :]:
        if rule.at > below:
            return False
        if rule.start <= x <= rule.end:
            return True
    return False


def _divided(block: _Block, values: Sequence[Sequence[Word]]) -> list[_Block]:
    """A label of which each line has values of its own, as several; where only some have, it is not sure."""
    bases = sorted({word.base for word in block.words})
    if len(bases) == 1:
        return [block]
    slack = _LEVEL * block.size
    own = [line[0].base for line in _between(values, block.first - slack, block.last + slack)]
    if len(own) < 2:
        return [block]
    lines = [[word for word in block.words if word.base == base] for base in bases]
    if (
        block.enumerator is not None
        or len(own) != len(bases)
        or any(abs(one - other) > slack for one, other in zip(own, bases, strict=True))
    ):
        return [block]
    return [
        _Block(
            line,
            min(word.left for word in line),
            max(word.right for word in line),
            line[0].base,
            None,
            block.sure,
        )
        for line in lines
    ]


def _between(values: Sequence[Sequence[Word]], low: float, high: float) -> Sequence[Sequence[Word]]:
    def base(line: Sequence[Word]) -> float:
        return line[0].base

    return values[bisect_left(values, low, key=base) : bisect_right(values, high, key=base)]


def _parted(blocks: Sequence[_Block]) -> tuple[list[_Block], list[_Block]]:
    """Labels of rows, and headings over several of them: these have other labels on their right."""
    ordered = sorted(blocks, key=lambda block: block.top)
    groups: set[int] = set()
    live: list[_Block] = []
    for block in ordered:
        live = [other for other in live if other.bottom > block.top]
        for other in live:
            if min(other.bottom, block.bottom) - max(other.top, block.top) <= _SHARED * block.size:
                continue
            if other.right <= block.left:
                groups.add(id(other))
            elif block.right <= other.left:
                groups.add(id(block))
            else:
                block.sure = other.sure = False
        live.append(block)
    return (
        [block for block in ordered if id(block) not in groups],
        [block for block in ordered if id(block) in groups],
    )


# --- labels and values


def _match(leaves: Sequence[_Block], values: Sequence[Sequence[Word]], bands: Sequence[float]) -> list[int]:
    """Give the labels their values; the lines of values that belong to none, or to none for sure."""
    ways: tuple[Callable[[_Block], float], ...] = (
        lambda block: block.middle,
        lambda block: block.first,
        lambda block: block.last,
    )
    best: dict[int, _Block] = {}
    for way in ways:
        found = _matched(leaves, values, way)
        if len(found) > len(best):
            best = found
    for at, block in _in_bands(leaves, values, bands).items():
        if at not in best and not any(block is other for other in best.values()):
            best[at] = block
    for at, block in best.items():
        block.values = tuple(values[at])
    return [at for at in range(len(values)) if at not in best]


def _matched(
    leaves: Sequence[_Block], values: Sequence[Sequence[Word]], place: Callable[[_Block], float]
) -> dict[int, _Block]:
    ordered = sorted(leaves, key=place)
    size = median(block.size for block in leaves) if leaves else 0.0
    found: dict[int, _Block] = {}
    taken: set[int] = set()
    for at, line in enumerate(values):
        # a number that is set smaller to fit stands a little higher or lower
        slack = _LEVEL * line[0].size + max(abs(word.size - size) for word in line)
        start = bisect_left(ordered, line[0].base - slack, key=place)
        end = bisect_right(ordered, line[0].base + slack, key=place)
        if end - start == 1 and id(ordered[start]) not in taken:
            found[at] = ordered[start]
            taken.add(id(ordered[start]))
    return found


def _bands(values: Sequence[Sequence[Word]], rules: Sequence[Rule]) -> list[float]:
    """The rules over all columns of values, without doubled ones."""
    if not values:
        return []
    left = min(line[0].left for line in values)
    right = max(line[-1].right for line in values)
    bands: list[float] = []
    for rule in rules:
        if rule.start <= left and rule.end >= right - 1 and (not bands or rule.at - bands[-1] > _DOUBLED):
            bands.append(rule.at)
    return bands


def _in_bands(
    leaves: Sequence[_Block], values: Sequence[Sequence[Word]], at: Sequence[float]
) -> dict[int, _Block]:
    """The values that stand between two rules with one label alone, where these leave no room for a second row."""
    labels: dict[int, list[_Block]] = {}
    for block in leaves:
        band = bisect_left(at, block.middle)
        if band == bisect_left(at, block.first) == bisect_left(at, block.last):
            labels.setdefault(band, []).append(block)
    lines: dict[int, list[int]] = {}
    for number, line in enumerate(values):
        lines.setdefault(bisect_left(at, line[0].base), []).append(number)
    return {
        lines[band][0]: own[0]
        for band, own in labels.items()
        if 0 < band < len(at)
        and len(own) == 1
        and len(lines.get(band, ())) == 1
        and at[band] - at[band - 1] <= own[0].last - own[0].first + _TALLEST * own[0].size
    }


def _doubt(leaves: Sequence[_Block], line: Sequence[Word]) -> None:
    """Values that belong to no label may be a part of those over and under them, or of a row that seems empty."""
    base = line[0].base
    above = [block for block in leaves if block.values and block.values[0].base < base]
    below = [block for block in leaves if block.values and block.values[0].base > base]
    low, high = float("-inf"), float("inf")
    if above:
        upper = max(above, key=lambda block: block.values[0].base if block.values else low)
        upper.unsure += line
        low = upper.values[0].base if upper.values else low
    if below:
        lower = min(below, key=lambda block: block.values[0].base if block.values else high)
        lower.unsure += line
        high = lower.values[0].base if lower.values else high
    for block in leaves:
        if block.values is None and low < block.middle < high:
            block.sure = False


# --- the order of rows and of headings over them


def _regroup(items: list[tuple[float, _Block | None, tuple[Word, ...]]], groups: list[_Block]) -> None:
    """Take out a label without values that stands between two rows which follow each other: it is over them."""
    at = 1
    while at < len(items) - 1:
        block = items[at][1]
        before, after = items[at - 1][1], items[at + 1][1]
        if (
            block is not None
            and block.values is None
            and block.enumerator is not None
            and before is not None
            and after is not None
            and before.enumerator is not None
            and after.enumerator is not None
            and before.enumerator.level == after.enumerator.level > block.enumerator.level
            and after.enumerator.number == before.enumerator.number + 1
        ):
            groups.append(block)
            del items[at]
        else:
            at += 1


def _place(order: Sequence[tuple[_Block | None, tuple[Word, ...]]], group: _Block) -> int:
    """Where a heading over rows belongs: before the first row under it, which is numbered 1."""
    slack = _LEVEL * group.size
    if group.enumerator is not None:
        level = group.enumerator.level
        deeper = [
            block.enumerator.level
            for block, _ in order
            if block is not None and block.enumerator is not None and block.enumerator.level > level
        ]
        for at in range(len(order) - 1, -1, -1):
            block = order[at][0]
            if (
                block is not None
                and block.enumerator is not None
                and block.enumerator.level == min(deeper, default=0)
                and block.enumerator.number == 1
                and (block.middle <= group.middle + slack or block.top <= group.top + slack)
            ):
                return at
    for at, (block, own) in enumerate(order):
        base = own[0].base if own else block.middle if block is not None else 0.0
        if base >= group.first - slack:
            return at
    return len(order)
