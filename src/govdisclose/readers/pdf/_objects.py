"""What PDFium tells of the objects of a page: ruling lines, pictures, and what decides whether text is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import Any

from attrs import define, field

from govdisclose.errors import LimitError
from govdisclose.locate import Box
from govdisclose.readers.pdf._calls import Library, handle
from govdisclose.readers.pdf._canvas import Canvas
from govdisclose.readers.pdf._device import DEEPEST_FORM
from govdisclose.readers.pdf._page import Matrix, Point, multiply
from govdisclose.readers.pdf._work import Work

__all__ = ["Painter", "Visible", "Work", "is_white"]

_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
_BEZIER, _MOVE = 1, 2  # kinds of segments; 0 is a line
_WHITE = 248
_THIN = 3.5
_MOST_CLIP_POINTS = 1000
_BOX_POINTS = (4, 5)

Visible = tuple[Box | None, int]
"""The clip of a text object, and how many surfaces were painted before it."""


@define
class Painter:
    """Walks the objects of one page in the order painted."""

    library: Library
    canvas: Canvas
    work: Work
    visible: dict[int, Visible] = field(factory=dict)
    """Of each text object, by its address."""
    _last_clip: tuple[object, Box | None] = (None, None)

    def page(self, page: object, matrix: Matrix) -> None:
        """Everything that a page paints."""
        count = self.library.count_objects(page)
        self.work.spend(max(count, 0))
        self._objects([*map(self.library.object, repeat(page), range(count))], matrix, None, 0)

    def _objects(self, items: Sequence[int], matrix: Matrix, outer: Box | None, depth: int) -> None:
        library = self.library
        handles = [*map(handle, items)]
        kinds = map(library.kind, handles)
        clips = [*map(library.clip, handles)]
        cuts = map(library.count_clips, clips)
        for item, at, kind, path, cut in zip(items, handles, kinds, clips, cuts, strict=True):
            clip = self._clip(path, cut, matrix, outer) if cut > 0 else outer
            if kind == _TEXT:
                self.visible[item] = (clip, len(self.canvas.surfaces))
                continue
            if cut > 0 and self._is_small(clip) and self._has_form(path, cut):
                self.canvas.seen_through(clip)
            if kind == _PATH:
                self._path(at, matrix, clip)
            elif kind == _IMAGE:
                self.canvas.picture(self._bounds(at, matrix), clip)
            elif kind == _SHADING:
                self.canvas.shading(clip)
            elif kind == _FORM:
                self._form(item, at, matrix, clip, depth)

    def _form(self, item: int, at: object, matrix: Matrix, clip: Box | None, depth: int) -> None:
        if depth >= DEEPEST_FORM:
            raise LimitError("depth", DEEPEST_FORM, depth + 1, "forms within forms", fixed=True)
        inner = multiply(self._matrix(at), matrix)
        count = self.library.count_inner(at)
        self.work.spend(max(count, 0))
        items = [self.library.inner(item, number) for number in range(count)]
        self._objects(items, inner, clip, depth + 1)

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
        for at in range(count):
            segments = library.count_clip_segments(path, at)
            if segments not in _BOX_POINTS:
                return True
            kinds = [
                library.segment_kind(library.clip_segment(path, at, segment)) for segment in range(segments)
            ]
            if _BEZIER in kinds:
                return True
        return False

    def _clip_point(self, path: Any, at: int, segment: int) -> Point:
        x_at, y_at, _, _ = self.library.float_at
        found = self.library.clip_segment(path, at, segment)
        if not found or not self.library.point(found, x_at, y_at):
            return (0.0, 0.0)
        x, y, _, _ = self.library.floats[:]
        return (x, y)

    # --- paths

    def _path(self, at: object, matrix: Matrix, clip: Box | None) -> None:
        library = self.library
        fill_at, stroke_at, _, _ = library.number_at
        library.mode(at, fill_at, stroke_at)
        fill_mode, stroke_mode, _, _ = library.numbers[:]
        filled, stroked = fill_mode != 0, stroke_mode != 0
        if not filled and not stroked:
            return
        box = self._bounds(at, matrix)
        thin = box[2] - box[0] <= _THIN or box[3] - box[1] <= _THIN
        if thin and library.count_segments(at) <= 6:
            self.canvas.rectangle(box, clip, stroke=stroked, fill=filled, white=False)
            return
        white = filled and not thin and is_white(library, library.fill, at)
        canvas = self.canvas
        for points, closed, curved in self._subpaths(at, multiply(self._matrix(at), matrix)):
            if curved:
                closed = closed or filled
                canvas.shape(points, clip, stroke=stroked, white=white, curved=True, closed=closed)
            else:
                canvas.polygon(points, clip, stroke=stroked, fill=filled, white=white, closed=closed)

    def _subpaths(self, item: object, matrix: Matrix) -> Iterator[tuple[list[Point], bool, bool]]:
        library = self.library
        x_at, y_at, _, _ = library.float_at
        a, b, c, d, e, f = matrix
        count = library.count_segments(item)
        self.work.spend(max(count, 0))
        points: list[Point] = []
        curved = closed = False
        for at in range(count):
            segment = library.segment(item, at)
            kind = library.segment_kind(segment)
            library.point(segment, x_at, y_at)
            x, y, _, _ = library.floats[:]
            if kind == _MOVE:
                if len(points) > 1:
                    yield points, closed, curved
                points, curved, closed = [], False, False
            elif kind == _BEZIER:
                curved = True
            points.append((a * x + c * y + e, b * x + d * y + f))
            closed = closed or bool(library.closes(segment))
        if len(points) > 1:
            yield points, closed, curved


def is_white(library: Library, color: Callable[..., int], item: object) -> bool:
    """Whether the colour that an object is filled or stroked with is known to be white."""
    if not color(item, *library.number_at):
        return False
    red, green, blue, _ = library.numbers[:]
    return min(red, green, blue) >= _WHITE


def _mapped(points: Sequence[Point], matrix: Matrix) -> Box:
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x, y in points]
    ys = [b * x + d * y + f for x, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _cut(box: Box, clip: Box | None) -> Box:
    if clip is None:
        return box
    return (max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3]))
