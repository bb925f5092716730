"""Collects what a backend paints on one page, in the order painted, and makes the page of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from govdisclose.limits import Limits
from govdisclose.locate import Box
from govdisclose.readers.pdf._page import ASCENT, DESCENT, UNKNOWN, Page, Point, Rule, Run
from govdisclose.readers.pdf._thing import LARGEST, MANY, Reach, Thing, cut, drawn, may_be_drawn

__all__ = ["Canvas", "Surface"]

_THIN = 3.5  # points: a filled rectangle no wider than this is a ruling line
_STRAIGHT = 0.3  # points that the ends of a straight line may differ by
_SLANT = 0.03


class Surface(NamedTuple):
    """A filled rectangle or a picture, on which text may stand."""

    box: Box
    white: bool


def _same(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) <= _STRAIGHT and abs(one[1] - other[1]) <= _STRAIGHT


def _goes_on(before: Run, run: Run) -> bool:
    """Whether a run is painted on from where another ends."""
    return (
        before.turn == run.turn
        and abs(before.base - run.base) <= 0.05 * run.size
        and abs(before.edges[-1] - run.edges[0]) <= 0.08 * run.size
        and not before.chars[-1].isspace()
        and not run.chars[0].isspace()
    )


class Canvas:
    """Collects what a backend finds on one page."""

    def __init__(self, number: int, width: float, height: float, limits: Limits) -> None:
        self.number = number
        self.width = width
        self.height = height
        self.limits = limits
        self.runs: list[Run] = []
        self.horizontals: list[Rule] = []
        self.verticals: list[Rule] = []
        self.surfaces: list[Surface] = []
        self.pictures: list[Box] = []
        self.things: list[Thing] = []
        self.largest_shape, self.least_corners = LARGEST, MANY
        self.hidden = 0
        self.askew = 0
        self.unknown = 0
        self.lost: Run | None = None

    def rectangle(self, box: Box, clip: Box | None, *, stroke: bool, fill: bool, white: bool) -> None:
        """A rectangle with upright sides. ``white``: its filling is. Thin ones are ruling lines."""
        x0, y0, x1, y1 = box
        if clip is not None:
            x0, y0, x1, y1 = max(x0, clip[0]), max(y0, clip[1]), min(x1, clip[2]), min(y1, clip[3])
            if x0 > x1 or y0 > y1:
                return
        wide, high = x1 - x0, y1 - y0
        if fill and wide > _THIN and high > _THIN:
            self.surfaces.append(Surface((x0, y0, x1, y1), white))
        if high <= _THIN:
            if wide > high:
                self._horizontal((y0 + y1) / 2, x0, x1)
        elif wide <= _THIN:
            self._vertical((x0 + x1) / 2, y0, y1)
            return
        elif stroke:
            self._horizontal(y0, x0, x1)
            self._horizontal(y1, x0, x1)
            self._vertical(x0, y0, y1)
            self._vertical(x1, y0, y1)

    def segment(self, start: Point, end: Point, clip: Box | None) -> None:
        """A stroked straight line. Slanting ones are no ruling lines."""
        (x0, y0), (x1, y1) = start, end
        if clip is not None:
            left, top, right, bottom = clip
            if max(x0, x1) < left or min(x0, x1) > right or max(y0, y1) < top or min(y0, y1) > bottom:
                return
            x0, x1 = min(max(x0, left), right), min(max(x1, left), right)
            y0, y1 = min(max(y0, top), bottom), min(max(y1, top), bottom)
        if abs(y1 - y0) <= _STRAIGHT:
            if abs(x1 - x0) > _STRAIGHT:
                self._horizontal((y0 + y1) / 2, min(x0, x1), max(x0, x1))
        elif abs(x1 - x0) <= _STRAIGHT:
            self._vertical((x0 + x1) / 2, min(y0, y1), max(y0, y1))

    def polygon(
        self,
        points: Sequence[Point],
        clip: Box | None,
        *,
        stroke: bool,
        fill: bool,
        white: bool,
        closed: bool,
    ) -> None:
        """A path of straight lines: an upright rectangle, or, where it is stroked, one line after another."""
        if len(points) == 5 and _same(points[0], points[-1]):
            points, closed = points[:4], True
        if len(points) == 4 and (closed or fill):
            xs, ys = sorted({round(x, 1) for x, _ in points}), sorted({round(y, 1) for _, y in points})
            if len(xs) <= 2 and len(ys) <= 2:
                left, right = min(x for x, _ in points), max(x for x, _ in points)
                top, bottom = min(y for _, y in points), max(y for _, y in points)
                self.rectangle((left, top, right, bottom), clip, stroke=stroke, fill=fill, white=white)
                return
        if may_be_drawn(points, self.least_corners, stroke=stroke, fill=fill):
            self.shape(points, clip, stroke=stroke, white=white, curved=False, closed=closed or fill)
        if stroke:
            for start, end in pairwise(points):
                self.segment(start, end, clip)
            if closed and len(points) > 2:
                self.segment(points[-1], points[0], clip)

    def shape(
        self,
        points: Sequence[Point],
        clip: Box | None,
        *,
        stroke: bool,
        white: bool,
        curved: bool,
        closed: bool,
    ) -> None:
        """A drawn form that is no rule and no rectangle. ``points``: its corners, and those that bend its curves."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = cut((min(xs), min(ys), max(xs), max(ys)), self._crop(clip))
        if box is None or (white and not stroke and not self._stands_on(box, self.surfaces)):
            return
        thing = drawn(points, box, self.largest_shape, curved=curved, closed=closed)
        if thing is not None:
            self.things.append(thing)

    def seen_through(self, clip: Box | None) -> None:
        """Something is painted through a clip that has a form: what shows has that form."""
        box = cut(clip, self._crop(None)) if clip is not None else None
        if box is not None and max(box[2] - box[0], box[3] - box[1]) <= self.largest_shape:
            self.things.append(Thing(box, "outline", Reach.SHAPE))

    def picture(self, box: Box, clip: Box | None = None) -> None:
        """A picture: white text can be seen on it."""
        seen = cut(box, self._crop(clip))
        if seen is None:
            return
        self.pictures.append(seen)
        self.things.append(Thing(seen, "picture", Reach.WITHIN))
        self.surfaces.append(Surface(seen, white=False))

    def shading(self, clip: Box | None) -> None:
        """Colours that run into each other, all over the clip: a ground."""
        box = cut((0, 0, self.width, self.height), clip)
        if box is not None:
            self.surfaces.append(Surface(box, white=False))

    def line(
        self,
        chars: Sequence[str],
        along: Sequence[float],
        origin: Point,
        way: Point,
        size: float,
        clip: Box | None,
        *,
        white: bool,
        painted: int | None = None,
    ) -> None:
        """A run of visible text: ``along`` are its edges in steps of ``way`` from the ``origin`` on its baseline."""
        (x, y), (a, b) = origin, way
        if abs(b) <= _SLANT * abs(a):
            if a > 0:
                turn, base, edges = 0, y + b * along[0], [x + a * at for at in along]
            else:
                turn, base, edges = 2, self.height - y, [self.width - x - a * at for at in along]
        elif abs(a) <= _SLANT * abs(b):
            if b > 0:
                turn, base, edges = 1, self.width - x, [y + b * at for at in along]
            else:
                turn, base, edges = 3, x, [self.height - y - b * at for at in along]
        else:
            self.askew += len(chars)
            return
        self.text(chars, edges, base, size, clip, turn=turn, white=white, painted=painted)

    def _horizontal(self, at: float, start: float, end: float) -> None:
        if -_THIN <= at <= self.height + _THIN and end >= 0 and start <= self.width:
            self.horizontals.append(Rule(at, max(start, 0), min(end, self.width)))

    def _vertical(self, at: float, start: float, end: float) -> None:
        if -_THIN <= at <= self.width + _THIN and end >= 0 and start <= self.height:
            self.verticals.append(Rule(at, max(start, 0), min(end, self.height)))

    def text(
        self,
        chars: Sequence[str],
        edges: Sequence[float],
        base: float,
        size: float,
        clip: Box | None,
        *,
        turn: int = 0,
        white: bool,
        painted: int | None = None,
    ) -> None:
        """A run of visible text, or of white text, which is left out unless it stands on something.

        ``edges`` and ``base`` are on the page turned back by ``turn``. ``painted``: how many of the surfaces were
        painted before the text, all of them where it is ``None``.
        """
        run = Run(chars, edges, base, size, turn)
        if turn:
            left, top, right, bottom = self.shown(run)
        else:
            left, right = edges[0], edges[-1]
            top, bottom = base - ASCENT * size, base + DESCENT * size
        if left < 0 or right > self.width or top < 0 or bottom > self.height:
            clip = self._crop(clip)
        if clip is not None and (left < clip[0] or right > clip[2] or top < clip[1] or bottom > clip[3]):
            cut = self._clipped(run, clip)
            if cut is None:
                self._lose(run)
                return
            run = cut
        if self.lost is not None and _goes_on(self.lost, run):
            run = run._replace(chars=[UNKNOWN, *run.chars], edges=[run.edges[0], *run.edges])
        self.lost = None
        if white and not self._stands_on(self.shown(run), self.surfaces[:painted]):
            self.hidden += len(chars)
            return
        if UNKNOWN in run.chars:
            self.unknown += list(run.chars).count(UNKNOWN)
        self.runs.append(run)

    def _lose(self, run: Run) -> None:
        """A clipped run: what it goes on from is not whole, where characters are painted one by one."""
        if not "".join(run.chars).strip():
            return
        before = self.runs[-1] if self.lost is None and self.runs else None
        if before is not None and _goes_on(before, run):
            self.runs[-1] = before._replace(
                chars=[*before.chars, UNKNOWN], edges=[*before.edges, before.edges[-1]]
            )
        self.lost = run

    def _crop(self, clip: Box | None) -> Box:
        if clip is None:
            return (0, 0, self.width, self.height)
        return (max(clip[0], 0), max(clip[1], 0), min(clip[2], self.width), min(clip[3], self.height))

    def shown(self, run: Run) -> Box:
        """The box of a run on the page as shown."""
        left, right, top, bottom = run.edges[0], run.edges[-1], run.top, run.bottom
        if run.turn == 1:
            return (self.width - bottom, left, self.width - top, right)
        if run.turn == 2:
            return (self.width - right, self.height - bottom, self.width - left, self.height - top)
        if run.turn == 3:
            return (top, self.height - right, bottom, self.height - left)
        return (left, top, right, bottom)

    def _clipped(self, run: Run, clip: Box) -> Run | None:
        """The characters whose middle is inside the clip, with U+FFFD for those that are cut off beside them."""
        left, top, right, bottom = self.shown(run)
        if not run.turn % 2:
            if not clip[1] <= (top + bottom) / 2 <= clip[3]:
                self.hidden += len(run.chars)
                return None
            low, high = (clip[0], clip[2]) if run.turn != 2 else (self.width - clip[2], self.width - clip[0])
        else:
            if not clip[0] <= (left + right) / 2 <= clip[2]:
                self.hidden += len(run.chars)
                return None
            low, high = (
                (clip[1], clip[3]) if run.turn == 1 else (self.height - clip[3], self.height - clip[1])
            )
        edges = run.edges
        kept = [at for at in range(len(run.chars)) if low <= (edges[at] + edges[at + 1]) / 2 <= high]
        self.hidden += len(run.chars) - len(kept)
        if not kept:
            return None
        first, last = kept[0], kept[-1] + 1
        chars, edges = list(run.chars[first:last]), list(edges[first : last + 1])
        # What is left of a number that is cut is another number.
        if "".join(run.chars[:first]).strip():
            chars.insert(0, UNKNOWN)
            edges.insert(0, edges[0])
        if "".join(run.chars[last:]).strip():
            chars.append(UNKNOWN)
            edges.append(edges[-1])
        return run._replace(chars=chars, edges=edges)

    def _stands_on(self, box: Box, surfaces: Sequence[Surface]) -> bool:
        """Whether white text has something behind it: the surface painted last there is not white."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for surface in reversed(surfaces):
            left, top, right, bottom = surface.box
            if left <= x <= right and top <= y <= bottom:
                return not surface.white
        return False

    def turn(self) -> int:
        """The quarter turns of most of the text."""
        counts = [0, 0, 0, 0]
        for run in self.runs:
            if run.turn >= 0:
                counts[run.turn] += len(run.chars)
        return counts.index(max(counts))

    def _turned(self, box: Box, turn: int) -> Box:
        """A box of the page as shown on the page turned back."""
        left, top, right, bottom = box
        if turn == 1:
            return (top, self.width - right, bottom, self.width - left)
        if turn == 2:
            return (self.width - right, self.height - bottom, self.width - left, self.height - top)
        if turn == 3:
            return (self.height - bottom, left, self.height - top, right)
        return box

    def page(self) -> Page:
        """The page, turned so that most of its text is upright."""
        turn = self.turn()
        width, height = (self.height, self.width) if turn % 2 else (self.width, self.height)
        horizontals, verticals = self.horizontals, self.verticals
        if turn == 1:
            # the top of the turned page is the right of the page as shown
            horizontals, verticals = (
                [Rule(self.width - at, start, end) for at, start, end in self.verticals],
                [Rule(at, self.width - end, self.width - start) for at, start, end in self.horizontals],
            )
        elif turn == 2:
            horizontals = [Rule(height - at, width - end, width - start) for at, start, end in horizontals]
            verticals = [Rule(width - at, height - end, height - start) for at, start, end in verticals]
        elif turn == 3:
            horizontals, verticals = (
                [Rule(at, self.height - end, self.height - start) for at, start, end in self.verticals],
                [Rule(self.height - at, start, end) for at, start, end in self.horizontals],
            )
        if turn:
            runs = tuple(run._replace(turn=0) for run in self.runs if run.turn == turn)
        else:
            runs = tuple(run for run in self.runs if run.turn == 0)
        return Page(
            self.number,
            width,
            height,
            runs,
            tuple(horizontals),
            tuple(verticals),
            tuple(self.pictures),
            self.hidden,
            self.askew + sum(len(run.chars) for run in self.runs if run.turn != turn),
            self.unknown,
            turn,
            tuple(thing._replace(box=self._turned(thing.box, turn)) for thing in self.things),
        )
