"""Lines that are drawn through text: a level one strikes it out, a slanting one or a curve crosses it.

─12─  struck out         ──┬──  a rule of a table, which is one that touches upright rules: it strikes nothing,
1╱2   crossed            12│    but digits with such a rule through them are not read for sure
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from govdisclose.locate import Box
from govdisclose.readers.pdf._ink import Ink
from govdisclose.readers.pdf._page import Point, Rule, Run
from govdisclose.readers.pdf._sights import Seen, Sights, split
from govdisclose.readers.pdf._surface import Contour, Places, flat
from govdisclose.readers.pdf._work import Work
from govdisclose.shown import Sight

__all__ = ["Lines", "Mark", "Strikes"]

_STRIKES = (0.17, 0.55)  # of the size over the baseline: a line there goes through the middle of digits
_THIRD = (0.23, 0.47)  # of the size: the middle third of digits
_SHARE = 0.3  # of a character's width: a line, or the dashes of one, over so much of it goes through it
_REACH = 0.55  # of a digit's width: a line that reaches over less of it leaves open whether it is struck
_TOUCH = 1.0  # points: a line that ends so near to a rule touches it
_ENDS = 0.15  # of the size: a line that ends so near to both ends of the text is drawn for it
_INNER = 0.12  # of a character's width: at its sides a line only touches it
_CORE = (0.14, 0.58)  # of the size: a slanting line has to pass so high over the baseline
_SEVERAL = 2
_HEAVY = 8  # comparisons: what one line and one character cost
_VALUES = frozenset("/／—–－-无")

_Shown = Callable[[float, float], Point]
"""From the page turned upright to the page as shown."""

_PLAIN = (Sight.PLAIN, "")


class Mark(NamedTuple):
    """A form that is drawn with lines: slanting ones, curves."""

    contour: Contour
    box: Box
    ink: Ink
    painted: int


class Lines(NamedTuple):
    """The level rules of a page, and of each how many surfaces were painted before it, and its ink."""

    rules: Sequence[Rule]
    painted: Sequence[int]
    inks: Sequence[Ink]


class Strikes:
    """The lines of a page that go through its text, once it is turned upright."""

    def __init__(self, lines: Lines, verticals: Sequence[Rule], marks: Sequence[Mark], work: Work) -> None:
        self.lines = lines
        self.order = sorted(range(len(lines.rules)), key=lambda at: lines.rules[at].at)
        self.levels = [lines.rules[at].at for at in self.order]
        self.verticals = sorted(verticals)
        self.marks = marks
        self.places = Places((mark.box for mark in marks), work)
        self.work = work
        self.used: set[int] = set()
        """The rules that strike something out."""
        self._tables: dict[int, bool] = {}
        self._through: dict[int, set[float]] = {}

    def parts(self, run: Run, seen: Seen, shown: _Shown) -> Iterator[Run]:
        """The run in parts that are struck out, crossed, or neither."""
        low, high = _STRIKES
        first = bisect_left(self.levels, run.base - high * run.size)
        last = bisect_right(self.levels, run.base - low * run.size)
        self.work.step(last - first)
        left, right = run.edges[0], run.edges[-1]
        across = [
            at
            for at in self.order[first:last]
            if self.lines.rules[at].start < right and left < self.lines.rules[at].end
        ]
        marks = self._marks(run) if self.marks else []
        if not across and not marks:
            yield run
            return
        found: Sights = [_PLAIN] * len(run.chars)
        for number, char in enumerate(run.chars):
            if not char.isspace():
                found[number] = self._sight(run, number, across, marks, seen, shown)
        for number in range(1, len(found) - 1):
            if run.chars[number].isspace() and found[number - 1] == found[number + 1]:
                found[number] = found[number - 1]
        yield from split(run, found)

    def _sight(
        self, run: Run, at: int, across: Sequence[int], marks: Sequence[Mark], seen: Seen, shown: _Shown
    ) -> tuple[Sight, str]:
        start, end = run.edges[at], run.edges[at + 1]
        own, crossed = 0.0, 0.0
        first, last = end, start
        hits: list[int] = []
        self.work.step(_HEAVY * len(across))
        for number in across:
            rule = self.lines.rules[number]
            share = min(end, rule.end) - max(start, rule.start)
            if share <= 0:
                continue
            x, y = shown((start + end) / 2, rule.at)
            if not seen.is_seen(self.lines.inks[number], self.lines.painted[number], x, y):
                continue
            if self._is_table(number) and not _fits(rule, run):
                if _THIRD[0] <= (run.base - rule.at) / run.size <= _THIRD[1]:
                    crossed += share
                    self._passes(number, run)
            else:
                own += share
                first, last = min(first, max(start, rule.start)), max(last, min(end, rule.end))
                hits.append(number)
        least = _SHARE * (end - start)
        if own > 0 and own >= least:
            self.used.update(hits)
            if last - first < _REACH * (end - start) and run.chars[at].isdigit():
                return Sight.NOT_READ, "drawing"  # the line ends in the middle of it
            return Sight.STRUCK, ""
        is_value = run.chars[at].isdigit() or run.chars[at] in _VALUES
        if is_value and (
            (crossed > 0 and crossed >= least) or any(_crosses(mark, run, at) for mark in marks)
        ):
            return Sight.NOT_READ, "drawing"
        return run.sight, run.why

    def _passes(self, number: int, run: Run) -> None:
        """A rule over a whole row that goes through several texts of it was drawn to strike the row out."""
        through = self._through.setdefault(number, set())
        through.add(run.edges[0])
        if len(through) >= _SEVERAL:
            self.used.add(number)

    def _marks(self, run: Run) -> list[Mark]:
        if not any(char.isdigit() or char in _VALUES for char in run.chars):
            return []
        high, low = run.base - _CORE[1] * run.size, run.base - _CORE[0] * run.size
        near = self.places.near((run.edges[0], high, run.edges[-1], low))
        self.work.step(len(run.chars) * sum(len(self.marks[at].contour.points) for at in near))
        return [self.marks[at] for at in near]

    def _is_table(self, number: int) -> bool:
        """Whether a level rule touches or crosses an upright one."""
        known = self._tables.get(number)
        if known is None:
            at, start, end = self.lines.rules[number]
            first = bisect_left(self.verticals, (start - _TOUCH,))
            last = bisect_right(self.verticals, (end + _TOUCH, float("inf")))
            self.work.step(last - first)
            known = any(rule.start - _TOUCH <= at <= rule.end + _TOUCH for rule in self.verticals[first:last])
            self._tables[number] = known
        return known


def _fits(rule: Rule, run: Run) -> bool:
    """Whether a line is as long as the text, as those are that are drawn for it."""
    most = _ENDS * run.size
    return abs(rule.start - run.edges[0]) <= most and abs(rule.end - run.edges[-1]) <= most


def _crosses(mark: Mark, run: Run, at: int) -> bool:
    """Whether a drawn line passes through the body of a character."""
    start, end = run.edges[at], run.edges[at + 1]
    inner = _INNER * (end - start)
    box = (start + inner, run.base - _CORE[1] * run.size, end - inner, run.base - _CORE[0] * run.size)
    points = flat(mark.contour)
    if mark.contour.closed:
        points = [*points, points[0]]
    return any(_meets(one, other, box) for one, other in pairwise(points))


def _meets(start: Point, end: Point, box: Box) -> bool:
    """Whether a straight line has a part in a box."""
    (x0, y0), (x1, y1) = start, end
    left, top, right, bottom = box
    if max(x0, x1) < left or min(x0, x1) > right or max(y0, y1) < top or min(y0, y1) > bottom:
        return False
    low, high = 0.0, 1.0
    for begin, step, least, most in ((x0, x1 - x0, left, right), (y0, y1 - y0, top, bottom)):
        if step == 0:
            continue
        one, other = (least - begin) / step, (most - begin) / step
        low, high = max(low, min(one, other)), min(high, max(one, other))
    return low <= high
