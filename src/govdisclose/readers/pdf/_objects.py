"""What PDFium tells of the objects of a page: ruling lines, pictures, and what decides whether text is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import Any, NamedTuple

from attrs import define, field

from govdisclose.errors import LimitError
from govdisclose.locate import Box
from govdisclose.readers.pdf._calls import Library, handle
from govdisclose.readers.pdf._canvas import Canvas
from govdisclose.readers.pdf._device import DEEPEST_FORM
from govdisclose.readers.pdf._ink import CLEAREST, UNSURE, Ink
from govdisclose.readers.pdf._page import Matrix, Point, multiply, slants
from govdisclose.readers.pdf._surface import Contour
from govdisclose.readers.pdf._work import Work

__all__ = ["Painter", "Visible"]

_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
_BEZIER, _MOVE = 1, 2  # kinds of segments; 0 is a line
_EVEN_ODD = 1
_FULL = 255
_THIN = 3.5
_FINEST = 0.5  # points that PDFium adds to a line of no width
_MOST_CLIP_POINTS = 1000
_MOST_CLIPS = 16
_BOX_POINTS = (4, 5)


class Visible(NamedTuple):
    """Of a text object its clip, how many surfaces were painted before it, and how the group that it is in covers."""

    clip: Box | None
    painted: int
    outer: Ink = UNSURE


@define
class Painter:
    """Walks the objects of one page in the order painted."""

    library: Library
    canvas: Canvas
    work: Work
    visible: dict[int, Visible] = field(factory=dict)
    """Of each text object, by its address."""
    masked: frozenset[tuple[int, int]] = frozenset()
    """The sizes of pictures that have holes, or what shines through them."""
    _last_clip: tuple[object, Box | None] = (None, None)

    def page(self, page: object, matrix: Matrix) -> None:
        """Everything that a page paints."""
        count = self.library.count_objects(page)
        self.work.spend(max(count, 0))
        self._objects([*map(self.library.object, repeat(page), range(count))], matrix, None, UNSURE, 0)

    def _objects(
        self, items: Sequence[int], matrix: Matrix, around: Box | None, outer: Ink, depth: int
    ) -> None:
        library, canvas = self.library, self.canvas
        handles = [*map(handle, items)]
        kinds = map(library.kind, handles)
        clips = [*map(library.clip, handles)]
        cuts = map(library.count_clips, clips)
        for item, at, kind, path, cut in zip(items, handles, kinds, clips, cuts, strict=True):
            clip = self._clip(path, cut, matrix, around) if cut > 0 else around
            if kind == _TEXT:
                self.visible[item] = Visible(clip, len(canvas.surfaces), outer)
                continue
            shaped = cut > 0 and self._has_form(path, cut)
            if shaped and self._is_small(clip):
                canvas.seen_through(clip)
            if kind == _PATH:
                self._path(at, matrix, clip, outer, shaped=shaped)
            elif kind == _IMAGE:
                ink = self._ink(None, at, outer)
                if shaped or self._has_holes(at) or slants(multiply(self._matrix(at), matrix)):
                    ink = ink._replace(mixed=True)
                canvas.picture(self._bounds(at, matrix), clip, ink)
            elif kind == _SHADING:
                ink = self._ink(None, at, outer)
                canvas.shading(clip, ink._replace(mixed=True) if shaped else ink)
            elif kind == _FORM:
                self._form(item, at, matrix, clip, self._ink(None, at, outer), depth)

    def _form(self, item: int, at: object, matrix: Matrix, clip: Box | None, outer: Ink, depth: int) -> None:
        if depth >= DEEPEST_FORM:
            raise LimitError("depth", DEEPEST_FORM, depth + 1, "forms within forms", fixed=True)
        inner = multiply(self._matrix(at), matrix)
        count = self.library.count_inner(at)
        self.work.spend(max(count, 0))
        items = [self.library.inner(item, number) for number in range(count)]
        self._objects(items, inner, clip, outer, depth + 1)

    def _ink(self, asked: Callable[..., int] | None, at: object, outer: Ink) -> Ink:
        """What an object is painted with: by the colour that is asked for, or with what has none."""
        library = self.library
        colour = None
        alpha = 255
        if (asked or library.fill)(at, *library.number_at):
            red, green, blue, alpha = library.numbers[:]
            colour = (red / 255, green / 255, blue / 255) if asked is not None else None
        mixed = outer.mixed or (alpha == _FULL and bool(library.transparent(at)))
        return Ink(colour, alpha / _FULL * outer.alpha, mixed)

    def _has_holes(self, at: object) -> bool:
        if not self.masked:
            return False
        wide, high, _, _ = self.library.number_at
        self.library.pixels(at, wide, high)
        return (self.library.numbers[0], self.library.numbers[1]) in self.masked

    def _matrix(self, at: object) -> Matrix:
        self.library.matrix(at, self.library.six_at)
        a, b, c, d, e, f = self.library.six
        return (a, b, c, d, e, f)

    def _bounds(self, at: object, matrix: Matrix) -> Box:
        left, bottom, right, top = self.library.float_at
        self.library.bounds(at, left, bottom, right, top)
        x0, y0, x1, y1 = self.library.floats[:]
        a, b, c, d, e, f = matrix
        x0, y0, x1, y1 = a * x0 + c * y0 + e, b * x0 + d * y0 + f, a * x1 + c * y1 + e, b * x1 + d * y1 + f
        if x0 > x1:
            x0, x1 = x1, x0
        return (x0, y1, x1, y0) if y0 > y1 else (x0, y0, x1, y1)

    # --- clips

    def _clip(self, path: Any, count: int, matrix: Matrix, outer: Box | None) -> Box | None:
        """The clip of an object, with the box of the form that it is in."""
        key: object = None
        if count == 1 and self.library.count_clip_segments(path, 0) in _BOX_POINTS:
            # mostly a rectangle, and that of the object before
            corners = [self._clip_point(path, 0, segment) for segment in range(4)]
            key = (corners, matrix, outer)
            if key == self._last_clip[0]:
                return self._last_clip[1]
        self.work.spend(count)
        box = outer
        for at in range(count):
            segments = min(self.library.count_clip_segments(path, at), _MOST_CLIP_POINTS)
            points = [self._clip_point(path, at, segment) for segment in range(segments)]
            if points:
                box = _cut(_mapped(points, matrix), box)
        self._last_clip = (key, box)
        return box

    def _is_small(self, clip: Box | None) -> bool:
        most = self.canvas.largest_shape
        return clip is not None and clip[2] - clip[0] <= most and clip[3] - clip[1] <= most

    def _has_form(self, path: Any, count: int) -> bool:
        """Whether one of the clips is more than a rectangle."""
        library = self.library
        sizes = [library.count_clip_segments(path, at) for at in range(min(count, _MOST_CLIPS))]
        if any(size not in _BOX_POINTS for size in sizes):
            return True
        self.work.spend(len(sizes))
        return any(
            library.segment_kind(library.clip_segment(path, at, segment)) == _BEZIER
            for at, size in enumerate(sizes)
            for segment in range(size)
        )

    def _clip_point(self, path: Any, at: int, segment: int) -> Point:
        x_at, y_at, _, _ = self.library.float_at
        found = self.library.clip_segment(path, at, segment)
        if not found or not self.library.point(found, x_at, y_at):
            return (0.0, 0.0)
        x, y, _, _ = self.library.floats[:]
        return (x, y)

    # --- paths

    def _path(self, at: object, matrix: Matrix, clip: Box | None, outer: Ink, *, shaped: bool) -> None:
        library = self.library
        fill_at, stroke_at, _, _ = library.number_at
        library.mode(at, fill_at, stroke_at)
        fill_mode, stroke_mode, _, _ = library.numbers[:]
        fill = self._ink(library.fill, at, outer) if fill_mode else None
        stroke = self._ink(library.stroke, at, outer) if stroke_mode else None
        if fill is not None and fill.alpha <= CLEAREST:
            fill = None
        if stroke is not None and stroke.alpha <= CLEAREST:
            stroke = None
        if fill is None and stroke is None:
            return
        box = self._bounds(at, matrix)
        wide = 0.0
        if stroke is not None and library.line_width(at, library.float_at[0]):
            wide = float(library.floats[0])
        thin = box[2] - box[0] <= _THIN or box[3] - box[1] <= _THIN
        if thin and wide <= _THIN and library.count_segments(at) <= 6:
            if stroke is not None:
                box = _without_pen(box, self._pen(at, matrix, wide) or _FINEST)
            self.canvas.rectangle(box, clip, stroke=stroke, fill=fill)
            return
        if fill is not None and shaped:
            fill = fill._replace(mixed=True)
        width = self._pen(at, matrix, wide)
        contours = [*self._contours(at, multiply(self._matrix(at), matrix))]
        evenodd = fill_mode == _EVEN_ODD
        self.canvas.path(contours, clip, stroke=stroke, fill=fill, evenodd=evenodd, width=width)

    def _pen(self, at: object, matrix: Matrix, wide: float) -> float:
        """The width of a line on the page."""
        if not wide:
            return 0.0
        a, b, c, d, _, _ = multiply(self._matrix(at), matrix)
        return float(wide * abs(a * d - b * c) ** 0.5)

    def _contours(self, item: object, matrix: Matrix) -> Iterator[Contour]:
        library = self.library
        x_at, y_at, _, _ = library.float_at
        a, b, c, d, e, f = matrix
        count = library.count_segments(item)
        self.work.spend(max(count, 0))
        points: list[Point] = []
        bent: list[bool] = []
        closed = False
        for at in range(count):
            segment = library.segment(item, at)
            kind = library.segment_kind(segment)
            library.point(segment, x_at, y_at)
            x, y, _, _ = library.floats[:]
            if kind == _MOVE:
                if len(points) > 1:
                    yield _contour(points, bent, closed=closed)
                points, bent, closed = [], [], False
            bent.append(kind == _BEZIER)
            points.append((a * x + c * y + e, b * x + d * y + f))
            closed = closed or bool(library.closes(segment))
        if len(points) > 1:
            yield _contour(points, bent, closed=closed)


def _contour(points: Sequence[Point], bent: Sequence[bool], *, closed: bool) -> Contour:
    """Of a curved one each straight part as three points too."""
    if True not in bent:
        return Contour(points, closed=closed)
    found = [points[0]]
    for before, point, curve in zip(points, points[1:], bent[1:], strict=False):
        found += [point] if curve else [before, point, point]
    return Contour(found, curved=True, closed=closed)


def _without_pen(box: Box, pen: float) -> Box:
    """The line itself: PDFium adds the width of the pen at all sides, at the ends of a line too."""
    x0, y0, x1, y1 = box
    if x1 - x0 > 2 * pen:
        x0, x1 = x0 + pen, x1 - pen
    if y1 - y0 > 2 * pen:
        y0, y1 = y0 + pen, y1 - pen
    return (x0, y0, x1, y1)


def _mapped(points: Sequence[Point], matrix: Matrix) -> Box:
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x, y in points]
    ys = [b * x + d * y + f for x, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _cut(box: Box, clip: Box | None) -> Box:
    if clip is None:
        return box
    return (max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3]))
