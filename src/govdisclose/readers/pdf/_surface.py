"""Surfaces that a page is painted with, one over another, and where each of them is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from math import ceil, log2
from typing import NamedTuple

from govdisclose.locate import Box
from govdisclose.readers.pdf._ink import PAPER, SAME, SOLID, Colour, Ink, apart, over
from govdisclose.readers.pdf._page import Point
from govdisclose.readers.pdf._thing import Reach, Thing
from govdisclose.readers.pdf._work import Work

__all__ = ["Contour", "Outline", "Places", "Surface", "blocks", "flat", "ground"]

_FINEST = 4  # the smallest squares of an index are of 16 points
_MOST_THROUGH = 32  # surfaces over each other whose colours are mixed
_LARGEST_BLOCK = 300.0  # points: larger forms are grounds
_DARK = 0.6  # how light a colour is at most that is not taken for the shading of a text
_STEPS = 5  # straight lines for a curve


class Contour(NamedTuple):
    """One stretch of a path. A curved one has three points for each part, the first two of which bend it."""

    points: Sequence[Point]
    curved: bool = False
    closed: bool = False


class Outline:
    """The filled area of a path."""

    def __init__(self, contours: Sequence[Contour], work: Work, *, evenodd: bool) -> None:
        self.work = work
        self.evenodd = evenodd
        self.contours = contours

    @cached_property
    def rings(self) -> list[tuple[Box, Sequence[Point]]]:
        """Of each contour its box and its points."""
        return [(_bounds(contour.points), flat(contour)) for contour in self.contours if contour.points]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is painted."""
        winding = 0
        self.work.step(len(self.rings))
        for (left, top, right, bottom), points in self.rings:
            if left <= x <= right and top <= y <= bottom:
                self.work.step(len(points))
                for (x0, y0), (x1, y1) in pairwise([*points, points[0]]):
                    if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
                        winding += 1 if y1 > y0 else -1
        return bool(winding % 2 if self.evenodd else winding)


class Surface(NamedTuple):
    """What is filled: a rectangle, an outline, a picture. Its box is what is seen of it."""

    box: Box
    ink: Ink
    outline: Outline | None = None
    picture: bool = False

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is painted."""
        left, top, right, bottom = self.box
        return (
            left <= x <= right and top <= y <= bottom and (self.outline is None or self.outline.holds(x, y))
        )


class Places:
    """Boxes by their place, in squares as large as they are: each is in four squares at most."""

    def __init__(self, boxes: Iterable[Box], work: Work) -> None:
        self.work = work
        self.boxes = [*boxes]
        self.levels: dict[int, dict[tuple[int, int], list[int]]] = {}
        for number, box in enumerate(self.boxes):
            large = max(box[2] - box[0], box[3] - box[1], 1.0)
            level = max(ceil(log2(large)), _FINEST)
            squares = self.levels.setdefault(level, {})
            for square in _squares(box, level):
                squares.setdefault(square, []).append(number)

    def near(self, box: Box) -> list[int]:
        """The numbers of the boxes that share something with a box, in order."""
        left, top, right, bottom = box
        boxes = self.boxes
        found: set[int] = set()
        for level, squares in self.levels.items():
            for square in _squares(box, level, squares):
                inside = squares.get(square, ())
                self.work.step(len(inside))
                for number in inside:
                    x0, y0, x1, y1 = boxes[number]
                    if x0 <= right and left <= x1 and y0 <= bottom and top <= y1:
                        found.add(number)
        return sorted(found)


def ground(surfaces: Sequence[Surface], below: Sequence[int], x: float, y: float) -> Colour | None:
    """The colour at a point before anything else was painted there, ``None`` if it is not known.

    ``below``: the numbers of the surfaces that may be there, in the order painted.
    """
    through: list[Ink] = []
    colour: Colour | None = PAPER
    for number in reversed(below):
        surface = surfaces[number]
        if surface.holds(x, y):
            if surface.ink.solid:
                colour = surface.ink.colour
                break
            through.append(surface.ink)
            if len(through) > _MOST_THROUGH:
                return None
    for ink in reversed(through):
        colour = over(ink, colour)
    return colour


def blocks(surfaces: Iterable[Surface]) -> Iterator[Thing]:
    """The surfaces that may be bars, buttons or the like: dark ones, and round ones of any colour that is seen.

    What is pale and has corners is taken for the shading of a text. A browser cuts corners round by a clip.
    """
    for surface in surfaces:
        left, top, right, bottom = surface.box
        colour, alpha, clipped = surface.ink
        if colour is None or alpha < SOLID or surface.picture:
            continue
        if max(right - left, bottom - top) > _LARGEST_BLOCK or apart(colour, PAPER) <= SAME:
            continue
        outline = surface.outline
        rounded = clipped or (outline is not None and any(one.curved for one in outline.contours))
        if rounded or _lightness(colour) <= _DARK:
            yield Thing(surface.box, "drawing", Reach.BLOCK, closed=True)


def _lightness(colour: Colour) -> float:
    red, green, blue = colour
    return 0.21 * red + 0.72 * green + 0.07 * blue


def flat(contour: Contour) -> Sequence[Point]:
    """The points of a contour with straight lines for its curves."""
    points = contour.points
    if not contour.curved:
        return points
    found = [points[0]]
    for at in range(1, len(points) - 2, 3):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points[at - 1 : at + 3]
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            u = 1 - t
            a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
            found.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return found


def _squares(box: Box, level: int, known: Collection[tuple[int, int]] = ()) -> Iterable[tuple[int, int]]:
    """The squares that a box is in; where that would be more than are known, all of these."""
    size = 2.0**level
    left, right = int(box[0] // size), int(box[2] // size)
    top, bottom = int(box[1] // size), int(box[3] // size)
    if left == right and top == bottom:
        return ((left, top),)
    if known and (right - left + 1) * (bottom - top + 1) > len(known):
        return known
    return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]


def _bounds(points: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))
