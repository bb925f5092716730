"""Collects the lines, forms and surfaces that a backend paints on one page, in the order painted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from govdisclose.limits import Limits
from govdisclose.locate import Box
from govdisclose.readers.pdf._ink import BLACK, PALE, PAPER, SAME, UNSURE, Ink, apart
from govdisclose.readers.pdf._page import Point, Rule
from govdisclose.readers.pdf._strikes import Mark
from govdisclose.readers.pdf._surface import Contour, Outline, Surface
from govdisclose.readers.pdf._thing import LARGEST, MANY, Reach, Thing, cut, drawn, is_boxlike, may_be_drawn
from govdisclose.readers.pdf._work import Work

__all__ = ["Drawing", "bounds"]

_THIN = 3.5  # points: a filled rectangle no wider than this is a ruling line
_SIDE = 2.0  # points: a side of a border that is no wider is a ruling line
_STRAIGHT = 0.3  # points that the ends of a straight line may differ by
_MOST_BELOW = 64  # surfaces: below so many there is something


class Drawing:
    """What is painted on one page, but for its text.

    What is painted has an ``Ink``, ``None`` where it is not filled or not stroked.
    """

    def __init__(
        self, number: int, width: float, height: float, limits: Limits, work: Work | None = None
    ) -> None:
        self.number = number
        self.width = width
        self.height = height
        self.limits = limits
        self.work = work or Work(limits)
        self.horizontals: list[Rule] = []
        self.verticals: list[Rule] = []
        self.lines: tuple[list[tuple[int, Ink]], list[tuple[int, Ink]]] = ([], [])
        """Of the level and of the upright rules, how many surfaces were painted before each, and its ink."""
        self.dots: list[tuple[Box, int, Ink]] = []
        """What is no longer than it is high: one of a dotted line."""
        self.marks: list[Mark] = []
        self.surfaces: list[Surface] = []
        self.pictures: list[Box] = []
        self.things: list[Thing] = []
        self.largest_shape, self.least_corners = LARGEST, MANY

    def path(
        self,
        contours: Sequence[Contour],
        clip: Box | None,
        *,
        stroke: Ink | None,
        fill: Ink | None,
        evenodd: bool = False,
        width: float = 0.0,
    ) -> None:
        """Ruling lines, filled rectangles and forms. ``width``: of the line that it is stroked with."""
        for contour in contours:
            if contour.curved:
                self.shape(contour, clip, stroke=stroke, fill=fill)
            else:
                self._polygon(contour, clip, stroke, fill, width)
        if fill is not None:
            self._fill(contours, clip, fill, evenodd=evenodd)

    def rectangle(self, box: Box, clip: Box | None, *, stroke: Ink | None, fill: Ink | None) -> None:
        """The sides of a rectangle, or what is as thin as one: ruling lines."""
        x0, y0, x1, y1 = box
        if clip is not None:
            x0, y0, x1, y1 = max(x0, clip[0]), max(y0, clip[1]), min(x1, clip[2]), min(y1, clip[3])
            if x0 > x1 or y0 > y1:
                return
        wide, high = x1 - x0, y1 - y0
        ink = stroke or fill or BLACK
        if high <= _THIN:
            if wide > high:
                self._horizontal((y0 + y1) / 2, x0, x1, ink)
            if max(wide, high) <= _THIN:
                self.dots.append(((x0, y0, x1, y1), len(self.surfaces), ink))
        elif wide <= _THIN:
            self._vertical((x0 + x1) / 2, y0, y1, ink)
        elif stroke is not None:
            self._horizontal(y0, x0, x1, ink)
            self._horizontal(y1, x0, x1, ink)
            self._vertical(x0, y0, y1, ink)
            self._vertical(x1, y0, y1, ink)
        seen = (x0, y0, x1, y1)
        if min(wide, high) > _THIN and is_boxlike(seen) and not self._is_pale(ink):
            self.things.append(Thing(seen, "outline", Reach.SHAPE, closed=True, upright=True))

    @staticmethod
    def _is_pale(ink: Ink) -> bool:
        """Whether it shades what stands on it rather than be something itself."""
        return not ink.solid or ink.colour is None or apart(ink.colour, PAPER) <= PALE

    def _polygon(
        self, contour: Contour, clip: Box | None, stroke: Ink | None, fill: Ink | None, width: float
    ) -> None:
        """A path of straight lines: an upright rectangle, or, where it is stroked, one line after another."""
        points, _, closed = contour
        if len(points) == 5 and _same(points[0], points[-1]):
            points, closed = points[:4], True
        if len(points) == 4 and (closed or fill is not None) and (_is_upright(points) or _is_side(points)):
            self.rectangle(bounds(points), clip, stroke=stroke, fill=fill)
            return
        if may_be_drawn(points, self.least_corners, stroke=stroke is not None, fill=fill is not None):
            closed = closed or fill is not None
            self.shape(Contour(points, closed=closed), clip, stroke=stroke, fill=fill)
        elif fill is not None and stroke is None and (box := cut(bounds(points), self.crop(clip))):
            self._mark(contour, box, None, fill)
        if stroke is not None:
            ends = (
                [*pairwise(points), (points[-1], points[0])]
                if closed and len(points) > 2
                else pairwise(points)
            )
            for start, end in ends:
                self._segment(start, end, clip, stroke, width)

    def _segment(self, start: Point, end: Point, clip: Box | None, ink: Ink, width: float) -> None:
        """A stroked straight line. Slanting ones are no ruling lines, thick ones are surfaces too."""
        (x0, y0), (x1, y1) = start, end
        if clip is not None:
            left, top, right, bottom = clip
            if max(x0, x1) < left or min(x0, x1) > right or max(y0, y1) < top or min(y0, y1) > bottom:
                return
            x0, x1 = min(max(x0, left), right), min(max(x1, left), right)
            y0, y1 = min(max(y0, top), bottom), min(max(y1, top), bottom)
        half = width / 2
        level, upright = abs(y1 - y0) <= _STRAIGHT, abs(x1 - x0) <= _STRAIGHT
        if width > max(_THIN, 2 * max(abs(x1 - x0), abs(y1 - y0))) and level != upright:
            # wider than it is long: it runs the other way
            x0, x1 = (min(x0, x1), max(x0, x1)) if level else (x0 - half, x0 + half)
            y0, y1 = (min(y0, y1), max(y0, y1)) if upright else (y0 - half, y0 + half)
            self.rectangle((x0, y0, x1, y1), clip, stroke=None, fill=ink)
            self._surface((x0, y0, x1, y1), clip, ink)
        elif level:
            if abs(x1 - x0) > _STRAIGHT:
                self._horizontal((y0 + y1) / 2, min(x0, x1), max(x0, x1), ink)
                if width > _THIN:
                    self._surface(
                        (min(x0, x1), min(y0, y1) - half, max(x0, x1), max(y0, y1) + half), clip, ink
                    )
        elif upright:
            self._vertical((x0 + x1) / 2, min(y0, y1), max(y0, y1), ink)
            if width > _THIN:
                self._surface((min(x0, x1) - half, min(y0, y1), max(x0, x1) + half, max(y0, y1)), clip, ink)

    def _horizontal(self, at: float, start: float, end: float, ink: Ink) -> None:
        if -_THIN <= at <= self.height + _THIN and end >= 0 and start <= self.width:
            self.horizontals.append(Rule(at, max(start, 0), min(end, self.width)))
            self.lines[0].append((len(self.surfaces), ink))

    def _vertical(self, at: float, start: float, end: float, ink: Ink) -> None:
        if -_THIN <= at <= self.width + _THIN and end >= 0 and start <= self.height:
            self.verticals.append(Rule(at, max(start, 0), min(end, self.height)))
            self.lines[1].append((len(self.surfaces), ink))

    def shape(self, contour: Contour, clip: Box | None, *, stroke: Ink | None, fill: Ink | None) -> None:
        """A drawn form that is no rule and no rectangle."""
        box = cut(bounds(contour.points), self.crop(clip))
        if box is None or (stroke is None and fill is not None and self._is_lost_on_paper(fill, box)):
            return
        thing = drawn(
            contour.points,
            box,
            self.largest_shape,
            curved=contour.curved,
            closed=contour.closed or fill is not None,
        )
        if thing is not None:
            self.things.append(thing)
        if thing is None or thing.reach is not Reach.RING:
            self._mark(contour, box, stroke, fill)

    def _mark(self, contour: Contour, box: Box, stroke: Ink | None, fill: Ink | None) -> None:
        """Lines that may go through text. The edges of what is filled are none, unless it is as thin as a line."""
        ink = stroke or (fill if _is_thin(contour.points) else None)
        if ink is not None and ink.solid:
            closed = contour._replace(closed=contour.closed or stroke is None)
            self.marks.append(Mark(closed, box, ink, len(self.surfaces)))

    def _is_lost_on_paper(self, ink: Ink, box: Box) -> bool:
        """Whether something white has nothing behind it."""
        if ink.colour is None or apart(ink.colour, PAPER) > SAME:
            return False
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if len(self.surfaces) > _MOST_BELOW:
            return False
        for surface in reversed(self.surfaces):
            if surface.holds(x, y):
                return surface.ink == ink
        return True

    def seen_through(self, clip: Box | None) -> None:
        """Something is painted through a clip that has a form: what shows has that form."""
        box = cut(clip, self.crop(None)) if clip is not None else None
        if box is not None and max(box[2] - box[0], box[3] - box[1]) <= self.largest_shape:
            self.things.append(Thing(box, "outline", Reach.SHAPE))

    # --- surfaces

    def _fill(self, contours: Sequence[Contour], clip: Box | None, ink: Ink, *, evenodd: bool) -> None:
        outline: Outline | None = None
        alone = len(contours) == 1
        for contour in contours:
            box = bounds(contour.points)
            if box[2] - box[0] > _THIN and box[3] - box[1] > _THIN:
                points = contour.points
                is_box = not contour.curved and len(points) in (4, 5) and _is_upright(points)
                if outline is None and not (alone and is_box):
                    outline = Outline(contours, self.work, evenodd=evenodd)
                self._surface(box, clip, ink, outline)

    def _surface(self, box: Box, clip: Box | None, ink: Ink, outline: Outline | None = None) -> None:
        seen = cut(box, self.crop(clip))
        if seen is not None and min(seen[2] - seen[0], seen[3] - seen[1]) > _THIN:
            self.surfaces.append(Surface(seen, ink, outline))

    def picture(self, box: Box, clip: Box | None = None, ink: Ink = UNSURE) -> None:
        """A picture: letters of any colour can be seen on it."""
        seen = cut(box, self.crop(clip))
        if seen is None:
            return
        self._thin(seen, ink)
        self.pictures.append(seen)
        self.things.append(Thing(seen, "picture", Reach.WITHIN))
        self.surfaces.append(Surface(seen, ink, picture=True))

    def shading(self, clip: Box | None, ink: Ink = UNSURE) -> None:
        """Colours that run into each other, all over the clip: a ground."""
        if clip is not None:
            self._thin(self.crop(clip), ink)
        self._surface((0, 0, self.width, self.height), clip, ink)

    def _thin(self, box: Box, ink: Ink) -> None:
        """A picture or a shading no higher than a line may go through text as one."""
        left, top, right, bottom = box
        if 0 < bottom - top <= _THIN < right - left or 0 < right - left <= _THIN < bottom - top:
            points = [(left, top), (right, top), (right, bottom), (left, bottom)]
            self.marks.append(Mark(Contour(points, closed=True), box, ink, len(self.surfaces)))

    def crop(self, clip: Box | None) -> Box:
        if clip is None:
            return (0, 0, self.width, self.height)
        return (max(clip[0], 0), max(clip[1], 0), min(clip[2], self.width), min(clip[3], self.height))


def _same(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) <= _STRAIGHT and abs(one[1] - other[1]) <= _STRAIGHT


def _is_side(points: Sequence[Point]) -> bool:
    """Whether a form of four corners is a side of a border that is cut slantwise where it meets the next one."""
    left, top, right, bottom = bounds(points)
    wide, high = right - left, bottom - top
    return min(wide, high) <= _SIDE and max(wide, high) > 2 * _THIN


def bounds(points: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _is_upright(points: Sequence[Point]) -> bool:
    """Whether corners are those of a rectangle with upright sides."""
    return len({round(x, 1) for x, _ in points}) <= 2 and len({round(y, 1) for _, y in points}) <= 2


def _is_thin(points: Sequence[Point]) -> bool:
    """Whether a filled form is as thin as a line."""
    double = around = 0.0
    for (x0, y0), (x1, y1) in pairwise([*points, points[0]]):
        double += x0 * y1 - x1 * y0
        around += hypot(x1 - x0, y1 - y0)
    return abs(double) <= _THIN * around / 2
