"""Places of a page as it is shown on the page turned upright, and back. ``turn`` counts quarter turns clockwise."""

from __future__ import annotations

from collections.abc import Sequence

from govdisclose.locate import Box
from govdisclose.readers.pdf._page import Point, Rule, Run

__all__ = ["shown_box", "shown_point", "turned_box", "turned_point", "turned_rules"]

Size = tuple[float, float]
"""Width and height of the page as it is shown."""


def shown_box(run: Run, size: Size) -> Box:
    """The box of a run on the page as shown."""
    width, height = size
    left, right, top, bottom = run.edges[0], run.edges[-1], run.top, run.bottom
    if run.turn == 1:
        return (width - bottom, left, width - top, right)
    if run.turn == 2:
        return (width - right, height - bottom, width - left, height - top)
    if run.turn == 3:
        return (top, height - right, bottom, height - left)
    return (left, top, right, bottom)


def shown_point(x: float, y: float, turn: int, size: Size) -> Point:
    """A point of the page turned upright on the page as shown."""
    width, height = size
    return ((x, y), (width - y, x), (width - x, height - y), (y, height - x))[turn]


def turned_point(point: Point, turn: int, size: Size) -> Point:
    """A point of the page as shown on the page turned upright."""
    (x, y), (width, height) = point, size
    return ((x, y), (y, width - x), (width - x, height - y), (height - y, x))[turn]


def turned_box(box: Box, turn: int, size: Size) -> Box:
    """A box of the page as shown on the page turned upright."""
    if not turn:
        return box
    x0, y0 = turned_point((box[0], box[1]), turn, size)
    x1, y1 = turned_point((box[2], box[3]), turn, size)
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def turned_rules(
    horizontals: Sequence[Rule], verticals: Sequence[Rule], turn: int, size: Size
) -> tuple[Sequence[Rule], Sequence[Rule]]:
    """The level and the upright rules of the page turned upright, each in the order in which they were."""
    width, height = size
    if turn == 1:
        # the top of the turned page is the right of the page as shown
        return (
            [Rule(width - at, start, end) for at, start, end in verticals],
            [Rule(at, width - end, width - start) for at, start, end in horizontals],
        )
    if turn == 2:
        return (
            [Rule(height - at, width - end, width - start) for at, start, end in horizontals],
            [Rule(width - at, height - end, height - start) for at, start, end in verticals],
        )
    if turn == 3:
        return (
            [Rule(at, height - end, height - start) for at, start, end in verticals],
            [Rule(height - at, start, end) for at, start, end in horizontals],
        )
    return horizontals, verticals
