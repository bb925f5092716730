"""The columns of a table without rules: where values stand under headings.

商业企业    科研机构    其他       a column is what stands under one heading and under no other; its values
   12          0          3        begin, end or have their middle at one place, that of the heading
  104          5                   where all columns do so. A value at another place is in no column.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Literal

from attrs import frozen

from govdisclose.readers.pdf._words import Word

__all__ = ["MODES", "Column", "Columns", "Mode", "at_mode", "find_columns", "tolerance"]

Mode = Literal["left", "centre", "right"]
MODES: tuple[Mode, ...] = ("centre", "left", "right")

_TOUCH = 0.3  # points: what overlaps less only touches
_LEAD = 1.75  # of the size: lines of one heading are no further apart
_SLACK = 1.25  # of the distance of two lines of a heading
_LEVEL = 0.5  # of the size: words nearer are on one line
_APART = 0.9  # of the distance of two rows
_WALL = 0.6  # of the size: words of two headings are further apart
_MOST = 256
_EVEN = 1.2  # points: headings are level
_STRICT = 0.5  # of the values stand as their headings do: then all have to
_PEERS = 2  # headings beside one that show on which level it is


@frozen
class Column:
    """One column: how far its text reaches, the words of its heading, and where its values stand.

    ``anchor`` is None where no value tells. ``upper`` are words over the heading, within the column.
    """

    left: float
    right: float
    heading: tuple[Word, ...]
    upper: tuple[Word, ...]
    mode: Mode
    anchor: float | None


@frozen
class Columns:
    """The columns from left to right, and the words over several of them. ``edges`` has one more than columns."""

    columns: tuple[Column, ...]
    edges: tuple[float, ...]
    over: tuple[Word, ...]
    stub: tuple[float, float] | None
    stubhead: tuple[Word, ...]
    strict: bool

    def column_of(self, word: Word) -> tuple[int, range]:
        """The column that a word stands in, and those that it may belong to: none where it is that one for sure."""
        most = len(self.columns) - 1
        first = min(max(bisect_left(self.edges, word.left + _TOUCH) - 1, 0), most)
        last = min(max(bisect_left(self.edges, word.right - _TOUCH) - 1, 0), most)
        if first != last or word.left < self.edges[0] - _TOUCH or word.right > self.edges[-1] + _TOUCH:
            return min(first, last), range(min(first, last), last + 1)
        column = self.columns[first]
        if column.anchor is not None and abs(at_mode(word, column.mode) - column.anchor) <= tolerance(word):
            return first, range(0)
        # what stands beside all that is sure of a column may be the next one's
        before, after = word.left < column.left, word.right > column.right
        return first, range(max(first - before, 0), min(first + after, most) + 1)


def at_mode(word: Word, mode: Mode) -> float:
    """Where a word begins, ends or has its middle."""
    return word.left if mode == "left" else word.right if mode == "right" else word.centre


def tolerance(word: Word) -> float:
    """How far from its place a word may stand."""
    return 0.12 * word.size + 0.3


def find_columns(
    stub: tuple[float, float] | None,
    values: Sequence[Word],
    headings: Sequence[Sequence[Word]],
    pitch: float,
) -> Columns | None:
    """The columns of values under the lines of headings; None where there are none.

    ``stub`` is how far the labels of the rows reach. ``headings`` are lines, from the top. ``pitch`` is the least
    distance of two rows.
    """
    spans: list[list[float]] = _clusters(_narrow(values, headings))
    if len(spans) > _MOST:
        return None
    stacks: list[list[Word]] = [[] for _ in spans]
    if stub is not None:
        spans.insert(0, [stub[0], stub[1]])
        stacks.insert(0, [])
    over: list[Word] = []
    for line in reversed(headings):
        for word in line:
            at = bisect_left([span[1] for span in spans], word.left + _TOUCH)
            end = at
            while end < len(spans) and spans[end][0] < word.right - _TOUCH:
                end += 1
            if end == at:
                spans.insert(at, [word.left, word.right])
                stacks.insert(at, [word])
            elif sum(bool(stack) for stack in stacks[at:end]) > 1 or (stub is not None and at == 0 < end - 1):
                over.append(word)
            else:
                # values that do not stand over each other, under one heading
                spans[at:end] = [[min(spans[at][0], word.left), max(spans[end - 1][1], word.right)]]
                stacks[at:end] = [[*(one for stack in stacks[at:end] for one in stack), word]]
    stubhead: list[Word] = []
    if stub is not None:
        stub = (spans[0][0], spans[0][1])
        # a heading left of the labels of the rows is none of a column
        if spans[0][0] > stub[0]:
            return None
        stubhead = stacks[0]
        spans, stacks = spans[1:], stacks[1:]
    if not spans or not any(stacks):
        return None
    over += _titles(spans, stacks, values)
    # values under no heading are in no column
    headed = [at for at, stack in enumerate(stacks) if stack]
    spans, stacks = [spans[at] for at in headed], [stacks[at] for at in headed]
    if not spans:
        return None
    lead = _leading(stacks, pitch)
    parts = _levelled([_cut(stack, lead) for stack in stacks])
    own: list[list[Word]] = [[] for _ in spans]
    lefts = [span[0] for span in spans]
    for word in values:
        at = max(bisect_left(lefts, word.left + _TOUCH) - 1, 0)
        if word.right <= spans[at][1] + _TOUCH:
            own[at].append(word)
    mode, strict = _common(own, [heading for heading, _ in parts])
    columns = []
    for (heading, upper), inside in zip(parts, own, strict=True):
        anchor = _anchor(inside, heading, mode, strict=strict)
        placed = [
            word
            for word in inside
            if anchor is not None and abs(at_mode(word, mode) - anchor) <= tolerance(word)
        ]
        reach = _block([*heading, *placed])
        columns.append(Column(reach.left, reach.right, tuple(heading), tuple(upper), mode, anchor))
    edges = _edges(stub, spans)
    return Columns(tuple(columns), edges, tuple(over), stub, tuple(stubhead), strict)


def _titles(spans: list[list[float]], stacks: list[list[Word]], values: Sequence[Word]) -> list[Word]:
    """Take out what stands over all headings of columns and over no value: it is no column."""
    taken: list[Word] = []
    for at in range(len(spans) - 1, -1, -1):
        left, right = spans[at]
        others = [word.base for number, stack in enumerate(stacks) if number != at for word in stack]
        if (
            stacks[at]
            and others
            and max(word.base for word in stacks[at]) < min(others) - _LEVEL * stacks[at][0].size
            and not any(value.left < right and left < value.right for value in values)
        ):
            taken += stacks[at]
            del spans[at], stacks[at]
    return taken


def _narrow(values: Sequence[Word], headings: Sequence[Sequence[Word]]) -> list[Word]:
    """The values without those that reach under two headings beside each other."""
    walls: list[tuple[float, float]] = []
    lower: list[Word] = []
    for line in reversed(headings):
        for word, after in pairwise(line):
            if after.left - word.right > _WALL * word.size and not any(
                other.left < word.right and other.right > after.left for other in lower
            ):
                walls.append((word.right - _TOUCH, after.left + _TOUCH))
        lower += line
    return [
        value
        for value in values
        if not any(value.left < left and right < value.right for left, right in walls)
    ]


def _clusters(values: Sequence[Word]) -> list[list[float]]:
    """Stretches of x on which values stand over each other. One that is as wide as two is in neither."""
    spans: list[list[float]] = []
    for word in sorted(values, key=lambda word: (word.right - word.left, word.left)):
        at = bisect_left(spans, word.left + _TOUCH, key=lambda span: span[1])
        end = at
        while end < len(spans) and spans[end][0] < word.right - _TOUCH:
            end += 1
        if end == at:
            spans.insert(at, [word.left, word.right])
        elif end == at + 1:
            span = spans[at]
            span[0], span[1] = min(span[0], word.left), max(span[1], word.right)
    return spans


def _leading(stacks: Sequence[Sequence[Word]], pitch: float) -> float:
    """The distance of two lines of one heading: the least that there is.

    0 where there are none: what stands once over a heading as far as two rows are apart is a line of its own.
    """
    least = float("inf")
    taller = 0
    for stack in stacks:
        bases = sorted(word.base for word in stack)
        gaps = [below - above for above, below in pairwise(bases) if below - above > _LEVEL * stack[0].size]
        least = min(least, *gaps) if gaps else least
        taller += bool(gaps)
    return 0.0 if taller == 1 and least >= _APART * pitch else least


def _cut(stack: Sequence[Word], lead: float) -> tuple[list[Word], list[Word]]:
    """The words of the lowest heading, and those over it."""
    heading: list[Word] = []
    ordered = sorted(stack, key=lambda word: (-word.base, word.left))
    for at, word in enumerate(ordered):
        gap = heading[-1].base - word.base if heading else 0.0
        if gap > _LEVEL * word.size and gap > min(lead * _SLACK, _LEAD * word.size):
            return heading, ordered[at:]
        heading.append(word)
    return heading, []


def _levelled(parts: list[tuple[list[Word], list[Word]]]) -> list[tuple[list[Word], list[Word]]]:
    """Without the lines of headings that are over them: a heading is level with those beside it, by its middle or top."""
    tops = [_places(heading) for heading, _ in parts]
    how = max(
        (0, 1),
        key=lambda at: sum(_support(tops, number, tops[number][at], at) > 0 for number in range(len(tops))),
    )
    found: list[tuple[list[Word], list[Word]]] = []
    for number, (heading, upper) in enumerate(parts):
        bases = sorted({word.base for word in heading})
        others = [part for at, part in enumerate(parts) if at != number]
        if len(bases) > 1 and (
            not _support(tops, number, tops[number][how], how) or _is_wider(heading, bases[0], others)
        ):
            for base in bases[1:]:
                lower = [word for word in heading if word.base >= base]
                if _support(tops, number, _places(lower)[how], how) >= _PEERS:
                    upper = [word for word in heading if word.base < base] + upper
                    heading = lower
                    break
        found.append((heading, upper))
    return found


def _is_wider(heading: Sequence[Word], base: float, others: Sequence[tuple[list[Word], list[Word]]]) -> bool:
    """Whether the first line of a heading is longer than each word of the others."""
    first = max(word.right - word.left for word in heading if word.base == base)
    return all(first > word.right - word.left for other, _ in others for word in other)


def _places(heading: Sequence[Word]) -> tuple[float, float]:
    """The middle and the top of a heading, by its baselines."""
    bases = [word.base for word in heading] or [float("-inf")]
    return (min(bases) + max(bases)) / 2, min(bases)


def _support(tops: Sequence[tuple[float, float]], number: int, place: float, how: int) -> int:
    """How many other headings are level with one at this place."""
    return sum(at != number and abs(other[how] - place) <= _EVEN for at, other in enumerate(tops))


def _block(words: Sequence[Word]) -> Word:
    """The words as one, as wide as all of them."""
    left, right = min(word.left for word in words), max(word.right for word in words)
    return Word("", left, right, words[0].base, words[0].size)


def _agreeing(words: Sequence[Word], mode: Mode) -> list[Word]:
    middle = median(at_mode(word, mode) for word in words)
    return [word for word in words if abs(at_mode(word, mode) - middle) <= tolerance(word)]


def _common(own: Sequence[Sequence[Word]], headings: Sequence[Sequence[Word]]) -> tuple[Mode, bool]:
    """How the values of most columns stand, and whether their headings stand so too."""
    both = [
        (words, _block(heading)) for words, heading in zip(own, headings, strict=True) if words and heading
    ]
    best: tuple[float, float, Mode] = (-1.0, -1.0, "centre")
    for mode in MODES:
        agree = sum(len(_agreeing(words, mode)) / len(words) for words in own if words)
        headed = sum(_share_at(words, at_mode(block, mode), mode) for words, block in both)
        score = (round(headed, 2) if headed >= _STRICT * len(both) else 0.0, round(agree, 2), mode)
        if score[:2] > best[:2]:
            best = score
    return best[2], best[0] > 0


def _share_at(words: Sequence[Word], place: float, mode: Mode) -> float:
    """How many of the words, as a share, stand at a place."""
    return sum(abs(at_mode(word, mode) - place) <= tolerance(word) for word in words) / len(words)


def _anchor(inside: Sequence[Word], heading: Sequence[Word], mode: Mode, *, strict: bool) -> float | None:
    """Where the values of a column stand; None where these do not agree, or not with the heading."""
    block = _block(heading)
    if strict or not inside:
        return at_mode(block, mode)
    agreeing = _agreeing(inside, mode)
    if 2 * len(agreeing) <= len(inside):
        return None
    if not any(word.left < block.right and block.left < word.right for word in agreeing):
        return None
    return median(at_mode(word, mode) for word in agreeing)


def _edges(stub: tuple[float, float] | None, spans: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """Half way between the texts of two columns; outside of the outer ones as far as half way."""
    inner = [(before[1] + after[0]) / 2 for before, after in pairwise(spans)]
    first = (stub[1] + spans[0][0]) / 2 if stub is not None else spans[0][0] - 6.0
    return (first, *inner, spans[-1][1] + 6.0)
