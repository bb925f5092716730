"""Things that a page shows and that are no text that was read: pictures, drawn characters, annotations, controls.

Whatever paints them, they are kept in one list of the page, and ``_touch`` says which cells they concern.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from govdisclose.locate import Box

__all__ = ["LARGEST", "MANY", "Reach", "Thing", "cut", "drawn", "is_boxlike", "may_be_drawn"]

LARGEST = 45.0
"""Points: larger forms are no characters."""

MANY = 5
"""Corners: a filled form with so many may be a character."""

_LEAST = 2.0
_DIGIT = (4.0, 20.0)  # points: how high a digit is
_SLIM = 0.9  # of its height: how wide
_STRAIGHT = 0.3  # points that the ends of a straight line may differ by
_SEAL = (60.0, 190.0)  # points: seals measure 40 to 60 mm
_OVAL = 1.8  # times as wide as high, or as high as wide
_CORNER = 0.15  # of the box: a round form leaves its corners free

Point = tuple[float, float]


class Reach(Enum):
    """By what rule a thing concerns a cell."""

    TOUCHING = auto()
    """It concerns every cell that it reaches into."""
    LINE = auto()
    """A straight line of an annotation: as ``TOUCHING``, but under or over text it is only an underline or a rule."""
    WITHIN = auto()
    """A picture or a stamp: one that lies over several cells, as a seal does, is none of their text."""
    INSIDE = auto()
    """Text that is turned: it is of a cell if it stands in it as a whole."""
    SHAPE = auto()
    """A drawn form: a character if it is as large as one."""
    BLOCK = auto()
    """A dark or bright filled form: no shading, and something that the cell shows where no text lies on it."""
    RING = auto()
    """A round form of the size of a seal. It concerns no cell, and what is drawn in it is the seal's."""


class Thing(NamedTuple):
    """One thing with its box on the page turned as its text is.

    ``what`` is a key of ``catalogue.TERMS``. ``closed``: a form that is filled, or whose line ends where it began.
    ``straight``: one straight line. ``upright``: a rectangle, which may be drawn for the cell.
    """

    box: Box
    what: str
    reach: Reach
    closed: bool = False
    straight: bool = False
    upright: bool = False


def cut(box: Box, clip: Box | None) -> Box | None:
    """What is seen of a box, which may be a line; ``None`` if nothing."""
    if clip is not None:
        box = (max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3]))
    return box if box[0] <= box[2] and box[1] <= box[3] else None


def may_be_drawn(points: Sequence[Point], many: int, *, stroke: bool, fill: bool) -> bool:
    """Whether a path of straight lines that is no rectangle may be a drawn character."""
    return (fill and len(set(points)) >= many) or (stroke and _slants(points))


def is_boxlike(box: Box) -> bool:
    """Whether a rectangle is as high and as slim as a digit."""
    wide, high = box[2] - box[0], box[3] - box[1]
    low, most = _DIGIT
    return low <= high <= most and wide <= _SLIM * high


def drawn(points: Sequence[Point], box: Box, largest: float, *, curved: bool, closed: bool) -> Thing | None:
    """What a form that is seen in the box is, if it is anything but decoration."""
    wide, high = box[2] - box[0], box[3] - box[1]
    if max(wide, high) > largest:
        return Thing(box, "drawing", Reach.RING) if curved and _is_round(points, box) else None
    if max(wide, high) < _LEAST:
        return None
    straight = len(points) == 2 and not curved
    return Thing(box, "outline", Reach.SHAPE, closed, straight)


def _slants(points: Sequence[Point]) -> bool:
    """Whether one of the lines is neither level nor upright."""
    return any(
        abs(x1 - x0) > _STRAIGHT and abs(y1 - y0) > _STRAIGHT for (x0, y0), (x1, y1) in pairwise(points)
    )


def _is_round(points: Sequence[Point], box: Box) -> bool:
    """Whether a form is a circle or an oval in the size of a seal."""
    left, top, right, bottom = box
    wide, high = right - left, bottom - top
    low, most = _SEAL
    if not (low <= min(wide, high) and max(wide, high) <= min(most, _OVAL * min(wide, high))):
        return False
    return not any(
        min(x - left, right - x) < _CORNER * wide and min(y - top, bottom - y) < _CORNER * high
        for x, y in points
    )
