"""Paths of OFD: ``M x y L x y Q … B … A … C`` to the contours that the page is drawn with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import atan2, ceil, cos, pi, radians, sin, sqrt, tan

from govdisclose.errors import DamagedDocumentError
from govdisclose.readers.ofd._values import number
from govdisclose.readers.pdf._page import Matrix, Point
from govdisclose.readers.pdf._surface import Contour
from govdisclose.readers.pdf._work import Work

__all__ = ["contours", "is_rectangle"]

_TOKEN = re.compile(r"[A-DF-Za-df-z]|[^\sA-DF-Za-df-z]+")
_TAKES = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_TOKENS_PER_ELEMENT = 4
_STRAIGHT = 1e-3

Bend = tuple[Point, Point, Point]
"""The two points that bend a curve, and its end."""


def contours(data: str, matrix: Matrix, work: Work) -> list[Contour]:
    """The stretches of a path on the page. Raises ``DamagedDocumentError`` for what is no path."""
    tokens = _TOKEN.findall(data)
    work.spend(len(tokens) // _TOKENS_PER_ELEMENT)
    found: list[Contour] = []
    parts: list[Bend | Point] = []
    start: Point = (0.0, 0.0)
    at = 0

    def end(*, closed: bool) -> None:
        if parts:
            found.append(_contour(start, parts, matrix, closed=closed))

    while at < len(tokens):
        takes = _TAKES.get(tokens[at])
        numbers = [number(text, "a path") for text in tokens[at + 1 : at + 1 + (takes or 0)]]
        if takes is None or len(numbers) != takes:
            raise DamagedDocumentError(f"a path of the OFD cannot be followed at {tokens[at][:20]!r}")
        kind = tokens[at]
        here = start if not parts else parts[-1] if len(parts[-1]) == 2 else parts[-1][2]
        at += 1 + takes
        if kind in "SM":
            end(closed=False)
            parts, start = [], (numbers[0], numbers[1])
        elif kind == "C":
            end(closed=True)
            parts = []
        elif kind == "L":
            parts.append((numbers[0], numbers[1]))
        elif kind == "A":
            parts += _arc(here, numbers)
        elif kind == "B":
            parts.append(((numbers[0], numbers[1]), (numbers[2], numbers[3]), (numbers[4], numbers[5])))
        else:
            x, y, to_x, to_y = numbers
            first = (here[0] + 2 / 3 * (x - here[0]), here[1] + 2 / 3 * (y - here[1]))
            parts.append((first, (to_x + 2 / 3 * (x - to_x), to_y + 2 / 3 * (y - to_y)), (to_x, to_y)))
    end(closed=False)
    return found


def _contour(start: Point, parts: Sequence[Bend | Point], matrix: Matrix, *, closed: bool) -> Contour:
    a, b, c, d, e, f = matrix
    curved = any(len(part) == 3 for part in parts)
    points = [start, *(_bent(start, parts) if curved else parts)]
    shown = [(a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f) for point in points]
    return Contour(shown, curved, closed)


def _bent(start: Point, parts: Sequence[Bend | Point]) -> Iterator[Point]:
    """Three points for each part, for a straight one too."""
    here = start
    for part in parts:
        if len(part) == 2:
            yield from (here, part, part)
            here = part
        else:
            yield from part
            here = part[2]


def _arc(start: Point, numbers: Sequence[float]) -> Iterator[Bend | Point]:
    """An arc of an ellipse, given by its radii, its turn, which of four it is, and its end; a straight line if it is none."""
    wide, high, turn, large, sweep, x, y = numbers
    wide, high = abs(wide), abs(high)
    if not wide or not high or start == (x, y):
        yield (x, y)
        return
    over, down = cos(radians(turn)), sin(radians(turn))
    half_x, half_y = (start[0] - x) / 2, (start[1] - y) / 2
    one, other = over * half_x + down * half_y, over * half_y - down * half_x
    stretch = sqrt(max((one / wide) ** 2 + (other / high) ** 2, 1.0))
    wide, high = wide * stretch, high * stretch
    share = (one / wide) ** 2 + (other / high) ** 2
    away = sqrt(max(1 / share - 1, 0.0)) if share else 0.0
    if bool(large) == bool(sweep):
        away = -away
    middle_x, middle_y = away * wide * other / high, -away * high * one / wide
    centre = (
        over * middle_x - down * middle_y + (start[0] + x) / 2,
        down * middle_x + over * middle_y + (start[1] + y) / 2,
    )
    first = atan2((other - middle_y) / high, (one - middle_x) / wide)
    last = atan2((-other - middle_y) / high, (-one - middle_x) / wide)
    way = last - first
    if sweep and way < 0:
        way += 2 * pi
    elif not sweep and way > 0:
        way -= 2 * pi
    count = max(ceil(abs(way) / (pi / 2) - _STRAIGHT), 1)
    step = way / count
    bend = 4 / 3 * tan(step / 4)

    def on(angle: float, along: float) -> Point:
        """A point on the ellipse, and so far along its tangent."""
        across, up = cos(angle) - along * sin(angle), sin(angle) + along * cos(angle)
        return (
            centre[0] + over * wide * across - down * high * up,
            centre[1] + down * wide * across + over * high * up,
        )

    for at in range(count):
        begin, stop = first + at * step, first + (at + 1) * step
        yield (on(begin, bend), on(stop, -bend), (x, y) if at == count - 1 else on(stop, 0.0))


def is_rectangle(found: Sequence[Contour]) -> bool:
    """Whether a path is one rectangle with upright sides."""
    if len(found) != 1 or found[0].curved or len(found[0].points) not in (4, 5):
        return False
    xs, ys = {round(x, 1) for x, _ in found[0].points}, {round(y, 1) for _, y in found[0].points}
    return len(xs) <= 2 and len(ys) <= 2
