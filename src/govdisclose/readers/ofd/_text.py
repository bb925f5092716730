"""Texts of OFD to runs of a page: where each character stands is in the file, how wide it is not always.

The distance to the next character tells the width of all but the last one. Where the distances are missing, viewers
do not agree, and digits are not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, hypot, radians, sin
from typing import NamedTuple
from unicodedata import east_asian_width

from govdisclose.errors import DamagedDocumentError
from govdisclose.locate import Box
from govdisclose.readers.ofd._values import number, whole
from govdisclose.readers.pdf._drawing import bounds
from govdisclose.readers.pdf._page import ASCENT, DESCENT, Matrix, Point
from govdisclose.readers.pdf._work import Work

__all__ = ["Frame", "Stretch", "frame_of", "places", "stretches", "width_of"]

_GAP = 0.25  # of the size: a wider gap ends a run
_LEAST, _LEAST_DIGIT = 0.12, 0.3  # of the size: characters nearer to each other stand over each other
_OFF = 0.02  # of the size: characters so far off the line begin another one
_LIKE = (0.8, 1.25)  # times the usual width: what the distance between two of a kind can tell
_WIDE_LETTERS = frozenset("mwMW@%—…")
_CLOSING, _OPENING, _HALF = frozenset("，。、．：；！？）》”’】」』〉"), frozenset("（《“‘【「『〈"), 0.5
"""What fills only half of its em, the first or the last one."""

_SLIM = frozenset(" .,:;'|!()[]ijlI")


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
        return 0.3 if first in _SLIM and first != " " else 0.65 if first.isupper() else 0.5
    return 1.0 if east_asian_width(first) in "WFA" else 0.5


def places(
    chars: Sequence[str], start: Point, steps: tuple[str | None, str | None], em: float, work: Work
) -> tuple[list[Point], bool]:
    """Where each character stands in the space of the object, and whether the file says it."""
    needed = len(chars) - 1
    over, down = (_deltas(text, needed, work) for text in steps)
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
    return points, sure


def _deltas(text: str | None, needed: int, work: Work) -> list[float]:
    """The distances, of which ``g 3 2.5`` are three; no more than are needed."""
    found: list[float] = []
    parts = (text or "").split()
    work.spend(len(parts) // 4)
    at = 0
    while at < len(parts) and len(found) < needed:
        if parts[at] == "g":
            if at + 2 >= len(parts):
                raise DamagedDocumentError(
                    "a distance between characters of the OFD is repeated and not given"
                )
            count = whole(parts[at + 1], "a DeltaX or DeltaY")
            found += [number(parts[at + 2], "a DeltaX or DeltaY")] * min(count, needed - len(found))
            at += 3
        else:
            found.append(number(parts[at], "a DeltaX or DeltaY"))
            at += 1
    return found


def stretches(chars: Sequence[str], points: Sequence[Point], frame: Frame) -> Iterator[Stretch]:
    """The characters in runs. ``points``: where they stand on the page."""
    (a, b), unit = frame.way, frame.unit
    first = 0
    along = [0.0]
    for at in range(1, len(chars) + 1):
        if at < len(chars):
            x, y = points[at][0] - points[first][0], points[at][1] - points[first][1]
            own, off = x * a + y * b, x * b - y * a
            step = own - along[-1]
            least = _LEAST_DIGIT if chars[at - 1][-1:].isdigit() or chars[at][:1].isdigit() else _LEAST
            most = width_of(chars[at - 1]) * unit + _GAP * frame.size
            if abs(off) <= _OFF * frame.size and least * unit <= step <= most:
                along.append(own)
                continue
        along.append(along[-1] + _last(chars[first:at], along, unit))
        if chars[first] in _OPENING and at > first + 1:
            along[0] += _HALF * unit
        yield Stretch(list(chars[first:at]), points[first], along)
        first, along = at, [0.0]


def _last(chars: Sequence[str], along: Sequence[float], unit: float) -> float:
    """The width of the last character: as that of others of its kind, where they stand close."""
    usual = width_of(chars[-1])
    if chars[-1] in _CLOSING and len(chars) > 1:
        return _HALF * unit
    low, most = _LIKE
    known = [
        along[at + 1] - along[at]
        for at, char in enumerate(chars[:-1])
        if char.isdigit() == chars[-1].isdigit() and width_of(char) == usual
    ]
    least = min(known, default=0.0)
    return least if low * usual * unit <= least <= most * usual * unit else usual * unit
