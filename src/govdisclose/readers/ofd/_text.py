"""Texts of OFD to runs of a page: where each character stands is in the file, how wide it is not always.

The distance to the next character tells the width of all but the last one. Where the distances are missing, viewers
do not agree, and digits are not read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import cos, hypot, radians, sin
from typing import NamedTuple
from unicodedata import east_asian_width

from govdisclose.locate import Box
from govdisclose.readers.ofd._values import deltas
from govdisclose.readers.pdf._drawing import bounds
from govdisclose.readers.pdf._page import ASCENT, DESCENT, Matrix, Point
from govdisclose.readers.pdf._work import Work

__all__ = ["Frame", "Places", "Stretch", "frame_of", "places", "stretches", "width_of"]

_GAP = 0.25  # of the size: a wider gap ends a run
_LEAST, _LEAST_DIGIT = 0.12, 0.3  # of the size: characters nearer to each other stand over each other
_LIKE = (0.5, 1.6)  # times the usual width of a character
_OFF = 0.02  # of the size: characters so far off the line begin another one
_WIDE_LETTERS = frozenset("mwMW@%—…")
_SLIM = frozenset(".,:;'|!()[]ijlI/-")


class Frame(NamedTuple):
    """How characters of a text are turned and how large they are on the page.

    ``way`` is one point along the line, ``size`` the height of the letters, ``unit`` the width of one em.
    """

    way: Point
    size: float
    unit: float
    mirrored: bool


class Stretch(NamedTuple):
    """Characters without a gap: where the first one stands, and the edges of all, in points along the line."""

    chars: list[str]
    origin: Point
    along: list[float]

    def box(self, frame: Frame) -> Box:
        """The box around them on the page."""
        (x, y), (a, b) = self.origin, frame.way
        up = (-frame.size * b, frame.size * a) if frame.mirrored else (frame.size * b, -frame.size * a)
        return bounds(
            [
                (x + a * at + up[0] * over, y + b * at + up[1] * over)
                for at in (self.along[0], self.along[-1])
                for over in (ASCENT, -DESCENT)
            ]
        )


def frame_of(matrix: Matrix, size: float, stretch: float, turned: float) -> Frame | None:
    """``turned``: degrees clockwise that each character is turned by. ``None`` if nothing of them is seen."""
    a, b, c, d, _, _ = matrix
    across, down = cos(radians(turned)), sin(radians(turned))
    way = (a * across + c * down, b * across + d * down)
    up = (a * down - c * across, b * down - d * across)
    long, high = hypot(*way), hypot(*up)
    if not long or not high or not size or not stretch:
        return None
    mirrored = way[0] * up[1] - way[1] * up[0] > 0
    return Frame((way[0] / long, way[1] / long), size * high, size * stretch * long, mirrored)


def width_of(char: str) -> float:
    """About how wide a character is, in em."""
    first = char[:1]
    if first.isascii():
        if first in _WIDE_LETTERS:
            return 0.85
        return 0.3 if first in _SLIM else 0.65 if first.isupper() else 0.5
    return 1.0 if east_asian_width(first) in "WFA" else 0.5


class Places(NamedTuple):
    """Where characters stand in the space of an object. ``sure``: the file says it.

    ``last`` is the width of the last one in em, where the file tells it: many writers give one distance more.
    """

    points: list[Point]
    sure: bool
    last: float | None


def places(
    chars: Sequence[str], start: Point, steps: tuple[str | None, str | None], em: float, work: Work
) -> Places:
    """Where each character stands. ``steps``: the distances over and down to the next one; ``em``: a width."""
    needed = len(chars) - 1
    over, down = (deltas(text, needed + 1, work) for text in steps)
    last: float | None = None
    if len(over) > needed and em:
        low, most = _LIKE
        usual = width_of(chars[-1])
        if low * usual <= over[needed] / em <= most * usual:
            last = min(over[needed] / em, max(usual, 1.0))
    over, down = over[:needed], down[:needed]
    sure = True
    if needed > 0 and not over and not down:
        over, sure = [em * width_of(char) for char in chars[:-1]], False
    for found in (over, down):
        if found and len(found) < needed:
            # viewers go on with the last one; back from where it stands would be no writing
            sure = sure and found[-1] >= 0
            found += found[-1:] * (needed - len(found))
    x, y = start
    points = [(x, y)]
    for at in range(needed):
        x, y = x + (over[at] if over else 0.0), y + (down[at] if down else 0.0)
        points.append((x, y))
    return Places(points, sure, last)


def stretches(
    chars: Sequence[str],
    points: Sequence[Point],
    frame: Frame,
    width: Callable[[str], float],
    last: float | None = None,
) -> Iterator[Stretch]:
    """The characters in runs. ``points``: where they stand on the page. ``width``: of a character, in em."""
    (a, b), unit = frame.way, frame.unit
    first = 0
    along = [0.0]
    for at in range(1, len(chars) + 1):
        own_width = (last if last is not None and at == len(chars) else width(chars[at - 1])) * unit
        if at < len(chars):
            x, y = points[at][0] - points[first][0], points[at][1] - points[first][1]
            own, off = x * a + y * b, x * b - y * a
            step = own - along[-1]
            least = _LEAST_DIGIT if chars[at - 1][-1:].isdigit() or chars[at][:1].isdigit() else _LEAST
            if abs(off) <= _OFF * frame.size and least * unit <= step <= own_width + _GAP * frame.size:
                along.append(own)
                continue
        along.append(along[-1] + own_width)
        yield Stretch(list(chars[first:at]), points[first], along)
        first, along = at, [0.0]
