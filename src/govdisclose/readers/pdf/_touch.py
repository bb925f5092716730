"""Which cells the things of a page concern: those that show something that was not read.

Size and form decide, measured by the text of the table. A drawn form is a character if it is as large as one and
stands clear of the cell's edges:

    ┌──────────┐                          harmless: what is longer than characters (rules, slanting lines of
    │ ╱    4 ◠ │   ◠ is a character,      headings, shading), flat (underlines, waves) or tiny (dots), what goes
    └──────────┘   ╱ from edge to edge    round the text or lies behind all of it, what is part of a seal.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import median

from govdisclose.limits import Limits
from govdisclose.locate import Box
from govdisclose.readers.pdf._page import Page, Rule, Run
from govdisclose.readers.pdf._rules import SNAP, Lattice
from govdisclose.readers.pdf._thing import Reach, Thing
from govdisclose.shown import Composed, Piece, Sight, compose

__all__ = ["composed", "in_lattice"]

_INSET = 1.0  # points: what reaches no further into a cell only touches its edge
_BORDER = 1.5  # points: forms whose middle is so near to an edge are drawn along it
_LEAST_OVER = 0.5
_TINY = 2.0  # points: a picture no larger holds a place and shows nothing
_MOSTLY = 0.6  # of a picture is in the cell that it belongs to
_STRIP = 2.5  # of the size: a picture no higher may be a line of text over several cells
_WHOLE = 0.9  # of a cell's height: a picture that runs through it lies behind a row
_HUGS = 1.2  # of the size: a picture that reaches no further round the text is its shadow
_EVEN = 0.45  # of the size: and reaches as far on both sides
_DOT, _FLAT = 0.35, 0.3  # of the size: smaller, flatter forms are no characters
_WIDEST, _HIGHEST = 2.6, 1.8  # of the size: characters may be larger than those of the table, and joined
_BAR = (0.45, 1.4)  # of the size: an upright line of this length that touches no other may be a 1
_MOST_AT_ONCE = 16  # comparisons that cost as much as an element
_CAP = 0.72  # of the size: how high a digit is
_STRIKES = (0.12, 0.62)  # of the size over the baseline: a line there goes through the text
_USUAL = 10.0
_BLOCK = 0.6  # of the size: smaller filled forms are the signs of lists
_HANGS = 0.2  # of the height of a digit: where less of it is over an edge, the row is narrow

Near = Callable[[Box], Iterable[int]]


def composed(text: str, things: Sequence[str]) -> Composed:
    """The text of a cell that shows these things too, and what is to be told of it."""
    return compose([Piece(text), *(Piece("", Sight.NOT_READ, what) for what in things)])


def in_lattice(
    lattice: Lattice, page: Page, runs: Sequence[Sequence[Run]], limits: Limits
) -> dict[int, list[str]]:
    """For the cells of a lattice, by their place among its spans, what each shows that was not read."""
    if not page.things and not page.verticals:
        return {}
    xs, ys, own = lattice.xs, lattice.ys, lattice.owners
    boxes = [
        (xs[column], ys[row], xs[column + wide], ys[row + high]) for row, column, high, wide in lattice.spans
    ]

    def near(box: Box) -> set[int]:
        left, top, right, bottom = box
        first, last = max(bisect_right(xs, left) - 1, 0), bisect_left(xs, right)
        above, below = max(bisect_right(ys, top) - 1, 0), bisect_left(ys, bottom)
        # a line on an edge is in the cells after it
        return {
            cell for line in own[above : max(below, above + 1)] for cell in line[first : max(last, first + 1)]
        }

    return _Touched(page, boxes, runs, near, limits).found()


class _Touched:
    """The cells of one table and what concerns them."""

    def __init__(
        self,
        page: Page,
        boxes: Sequence[Box],
        runs: Sequence[Sequence[Run]],
        near: Near,
        limits: Limits,
    ) -> None:
        self.page = page
        self.boxes = boxes
        self.runs = runs
        self.near = near
        self.limits = limits
        self.rings = [thing.box for thing in page.things if thing.reach is Reach.RING]
        sizes = [run.size for own in runs for run in own]
        self.size = median(sizes) if sizes else _USUAL

    def found(self) -> dict[int, list[str]]:
        """What each cell shows, each kind of thing once."""
        found: dict[int, list[str]] = {}
        rules = {
            Reach.TOUCHING: self._touches,
            Reach.LINE: self._crosses,
            Reach.WITHIN: self._holds,
            Reach.SHAPE: self._draws,
            Reach.INSIDE: self._keeps,
        }
        things = [thing for thing in self.page.things if thing.reach in rules]
        things += self._bars()
        for thing in things:
            for at in self.near(thing.box):
                if thing.what not in found.get(at, ()) and rules[thing.reach](thing, at):
                    found.setdefault(at, []).append(thing.what)
        for box in self._hanging():
            for at in self.near(box):
                if at not in found and self._hangs_in(box, at):
                    found[at] = ["moved"]
        for run in self.page.runs:
            if run.sight is Sight.NOT_READ and any(map(str.isdigit, run.chars)):
                box = _digits(run)
                for at in self.near(box):
                    _, top, _, bottom = self.boxes[at]
                    # in its own cell it is not read anyway
                    if (
                        not top <= (box[1] + box[3]) / 2 < bottom
                        and at not in found
                        and self._hangs_in(box, at)
                    ):
                        found[at] = ["moved"]
        for thing in self.page.things:
            if thing.reach is Reach.BLOCK:
                for at in self.near(thing.box):
                    if at not in found and self._fills(thing, at):
                        found[at] = [thing.what]
        return found

    def _touches(self, thing: Thing, at: int) -> bool:
        """Whether it reaches into the cell, and not only over its edge."""
        left, top, right, bottom = self.boxes[at]
        x0, y0, x1, y1 = thing.box
        wide = min(x1, right - _INSET) - max(x0, left + _INSET)
        high = min(y1, bottom - _INSET) - max(y0, top + _INSET)
        return wide >= min(_LEAST_OVER, x1 - x0) and high >= min(_LEAST_OVER, y1 - y0)

    def _crosses(self, thing: Thing, at: int) -> bool:
        if not self._touches(thing, at):
            return False
        x0, y0, x1, y1 = thing.box
        runs = self.runs[at]
        if not runs or y1 - y0 > x1 - x0:
            return True
        low, high = _STRIKES
        return any(
            run.edges[0] < x1
            and x0 < run.edges[-1]
            and run.base - high * run.size <= (y0 + y1) / 2 <= run.base - low * run.size
            for run in runs
        )

    def _holds(self, thing: Thing, at: int) -> bool:
        """Whether a picture belongs to the cell, and is not only a shadow behind its text."""
        _, top, _, bottom = self.boxes[at]
        x0, y0, x1, y1 = thing.box
        if min(x1 - x0, y1 - y0) <= _TINY or not self._touches(thing, at):
            return False
        if not self._is_mostly_in(thing.box, at):
            if y1 - y0 > _STRIP * self.size and x1 - x0 > _STRIP * self.size:
                return False
            if min(y1, bottom) - max(y0, top) >= _WHOLE * (bottom - top):
                return False
            if any(self._is_mostly_in(thing.box, other) for other in self.near(thing.box)):
                return False
        runs = self.runs[at]
        if not runs:
            return True
        before, after = min(run.edges[0] for run in runs) - x0, x1 - max(run.edges[-1] for run in runs)
        behind = all(y0 <= run.base - _CAP * run.size / 2 <= y1 for run in runs)
        hugs = min(before, after) >= -_LEAST_OVER and max(before, after) <= _HUGS * self.size
        return not (behind and hugs and abs(before - after) <= _EVEN * self.size)

    def _is_mostly_in(self, box: Box, at: int) -> bool:
        left, top, right, bottom = self.boxes[at]
        x0, y0, x1, y1 = box
        if left - SNAP <= x0 and top - SNAP <= y0 and x1 <= right + SNAP and y1 <= bottom + SNAP:
            return True
        over = max(min(x1, right) - max(x0, left), 0.0) * max(min(y1, bottom) - max(y0, top), 0.0)
        return over >= _MOSTLY * (x1 - x0) * (y1 - y0)

    def _keeps(self, thing: Thing, at: int) -> bool:
        """Whether turned text stands in the cell as a whole."""
        left, top, right, bottom = self.boxes[at]
        x0, y0, x1, y1 = thing.box
        return left - SNAP <= x0 and top - SNAP <= y0 and x1 <= right + SNAP and y1 <= bottom + SNAP

    def _draws(self, thing: Thing, at: int) -> bool:
        """Whether a form is a character in the cell."""
        left, top, right, bottom = self.boxes[at]
        x0, y0, x1, y1 = thing.box
        wide, high = x1 - x0, y1 - y0
        x, y, size = (x0 + x1) / 2, (y0 + y1) / 2, self.size
        if (
            max(wide, high) < _DOT * size
            or high < _FLAT * size
            or wide > _WIDEST * size
            or high > _HIGHEST * size
        ):
            return False
        if min(x - left, right - x, y - top, bottom - y) <= _BORDER:
            return False
        if x0 < left - SNAP or y0 < top - SNAP or x1 > right + SNAP or y1 > bottom + SNAP:
            return False
        if thing.upright and (
            min(x0 - left, right - x1, y0 - top, bottom - y1) <= SNAP or self._marks(thing.box, at)
        ):
            return False
        if thing.straight and self._goes_from_edge_to_edge(thing.box, at):
            return False
        if any(r0 <= x0 and r1 <= y0 and x1 <= r2 and y1 <= r3 for r0, r1, r2, r3 in self.rings):
            return False
        return not (thing.closed and self._surrounds(thing.box, at))

    def _hanging(self) -> Iterator[Box]:
        """Where digits stand over a level edge of their cell, with a part on each side that is seen."""
        for (_, top, _, bottom), own in zip(self.boxes, self.runs, strict=True):
            for run in own:
                box = _digits(run)
                most = _HANGS * (box[3] - box[1])
                if (box[1] < top - most or box[3] > bottom + most) and any(map(str.isdigit, run.chars)):
                    yield box

    def _hangs_in(self, box: Box, at: int) -> bool:
        left, top, right, bottom = self.boxes[at]
        x0, y0, x1, y1 = box
        return min(x1, right) - max(x0, left) > _LEAST_OVER and min(y1, bottom) - max(y0, top) >= _HANGS * (
            y1 - y0
        )

    def _fills(self, thing: Thing, at: int) -> bool:
        """Whether a filled form stands in the cell, clear of its text and its left edge: a bar, a button, a player.

        One that is wider than its cell hangs over into the next one or is cut off at the edge of the table, and is of the
        cell in which it begins; a ground begins at an edge.
        """
        left, top, right, bottom = self.boxes[at]
        x0, y0, x1, y1 = thing.box
        if min(x0 - left, right - x0, y0 - top, bottom - y1) <= _BORDER:
            return False
        if max(x1 - x0, y1 - y0) < _BLOCK * self.size:
            return False
        if any(r0 <= x0 and r1 <= y0 and x1 <= r2 and y1 <= r3 for r0, r1, r2, r3 in self.rings):
            return False
        return not any(
            run.base - run.size <= y1
            and y0 <= run.base - _LEAST_OVER
            and run.edges[0] < x1 - _LEAST_OVER
            and x0 + _LEAST_OVER < run.edges[-1]
            for run in self.runs[at]
        )

    def _marks(self, box: Box, at: int) -> bool:
        """Whether a rectangle lies behind a character of the cell, as what marks it in colour does."""
        x0, y0, x1, y1 = box
        return any(
            x0 < (start + end) / 2 < x1
            for run in self.runs[at]
            if run.base - _CAP * run.size < y1 and y0 < run.base
            for start, end, char in zip(run.edges[:-1], run.edges[1:], run.chars, strict=True)
            if not char.isspace()
        )

    def _goes_from_edge_to_edge(self, box: Box, at: int) -> bool:
        left, top, right, bottom = self.boxes[at]

        def on_edge(x: float, y: float) -> bool:
            return min(abs(x - left), abs(x - right), abs(y - top), abs(y - bottom)) <= SNAP

        x0, y0, x1, y1 = box
        return (on_edge(x0, y0) and on_edge(x1, y1)) or (on_edge(x0, y1) and on_edge(x1, y0))

    def _surrounds(self, box: Box, at: int) -> bool:
        """Whether a form lies behind or round text: round each character that it overlaps, all of it."""
        x0, y0, x1, y1 = box
        some = False
        for run in self.runs[at]:
            top, bottom = run.base - _CAP * run.size, run.base
            if top >= y1 or bottom <= y0:
                continue
            for start, end, char in zip(run.edges[:-1], run.edges[1:], run.chars, strict=True):
                if char.isspace() or start >= x1 or end <= x0:
                    continue
                if not (x0 <= start and end <= x1 and y0 <= top and bottom <= y1):
                    return False
                some = True
        return some

    def _bars(self) -> list[Thing]:
        """Upright lines as long as a digit is high that touch no other line."""
        least, most = _BAR[0] * self.size, _BAR[1] * self.size
        down = [rule for rule in self.page.verticals if least <= rule.end - rule.start <= most]
        found: list[Thing] = []
        across: list[Rule] | None = None
        compared = 0
        for rule in down:
            box = (rule.at, rule.start, rule.at, rule.end)
            if not any(self._stands_clear(box, at) for at in self.near(box)):
                continue
            if across is None:
                across = sorted(self.page.horizontals)
            first = bisect_left(across, (rule.start - _INSET,))
            last = bisect_right(across, (rule.end + _INSET,))
            compared += last - first
            self.limits.check("elements", compared // _MOST_AT_ONCE, "the lines in a table")
            if not any(one.start - _INSET <= rule.at <= one.end + _INSET for one in across[first:last]):
                found.append(Thing(box, "outline", Reach.TOUCHING))
        return found

    def _stands_clear(self, box: Box, at: int) -> bool:
        left, top, right, bottom = self.boxes[at]
        x, start, _, end = box
        return left + SNAP < x < right - SNAP and top + _INSET < start and end < bottom - _INSET


def _digits(run: Run) -> Box:
    """The box of the digits of a run."""
    return (run.edges[0], run.base - _CAP * run.size, run.edges[-1], run.base)
