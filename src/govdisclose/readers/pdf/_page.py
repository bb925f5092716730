"""What is painted on a page: runs of characters with their boxes, and ruling lines.

Both backends fill a ``Canvas``, which makes a ``Page``; nothing after it knows which one did. All coordinates are
points from the top left corner of the page as it is shown, y downwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from attrs import frozen

from govdisclose.locate import Box
from govdisclose.readers.pdf._ink import BLACK, Ink
from govdisclose.readers.pdf._thing import Thing
from govdisclose.shown import Sight

__all__ = [
    "ASCENT",
    "DESCENT",
    "IDENTITY",
    "UNKNOWN",
    "Matrix",
    "Page",
    "Point",
    "Rule",
    "Run",
    "multiply",
    "page_matrix",
    "slants",
]

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
UNKNOWN = "\ufffd"
"""Stands for a character whose font does not say what it is."""

_TURNED = 0.02
ASCENT, DESCENT = 0.86, 0.14  # of the em box, which holds every Chinese character and every digit


class Run(NamedTuple):
    """Characters painted one after another on one baseline, without a gap.

    ``edges[n]`` is where the n-th character begins, ``edges[-1]`` where the last one ends. ``turn`` counts quarter
    turns clockwise of the direction of writing; -1 is a slanting line. For turned text ``edges`` and ``base`` are
    those on the page turned back.

    ``sight`` and ``why`` say how it is seen: ``why`` is a key of ``catalogue.TERMS`` for what is not seen and for what
    lies over it. ``painted``: how many surfaces were painted before it.
    """

    chars: Sequence[str]
    edges: Sequence[float]
    base: float
    size: float
    turn: int = 0
    ink: Ink = BLACK
    painted: int = 0
    sight: Sight = Sight.PLAIN
    why: str = ""

    @property
    def top(self) -> float:
        """The upper edge of the em box."""
        return self.base - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """The lower edge of the em box."""
        return self.base + DESCENT * self.size

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return self.base - (ASCENT - DESCENT) / 2 * self.size

    @property
    def bare(self) -> Run:
        """The run without white space at its ends: where its characters are seen. Blank runs have no characters."""
        chars = self.chars
        first, last = 0, len(chars)
        while first < last and chars[first].isspace():
            first += 1
        while first < last and chars[last - 1].isspace():
            last -= 1
        if last - first == len(chars):
            return self
        return self._replace(chars=chars[first:last], edges=self.edges[first : last + 1])


class Rule(NamedTuple):
    """A ruling line: ``at`` is its x (or y), from ``start`` to ``end`` along the other axis."""

    at: float
    start: float
    end: float


@frozen
class Page:
    """A page as painted. ``hidden`` counts the characters that nobody can see and that are in none of the runs,
    ``askew`` those that are not written the way most of the page is.

    ``pictures`` are their boxes on the page as shown, ``things`` all that is shown and is no text, on the page turned.
    ``turn`` counts the quarter turns by which the page was turned to make its text upright.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    horizontals: tuple[Rule, ...]
    verticals: tuple[Rule, ...]
    pictures: tuple[Box, ...] = ()
    hidden: int = 0
    askew: int = 0
    unknown: int = 0
    turn: int = 0
    things: tuple[Thing, ...] = ()

    def place(self, box: Box) -> Box:
        """A box of the turned page on the page as it is shown."""
        left, top, right, bottom = box
        if self.turn == 1:
            left, top, right, bottom = self.height - bottom, left, self.height - top, right
        elif self.turn == 2:
            left, top, right, bottom = (
                self.width - right,
                self.height - bottom,
                self.width - left,
                self.height - top,
            )
        elif self.turn == 3:
            left, top, right, bottom = top, self.width - right, bottom, self.width - left
        return (round(left, 2), round(top, 2), round(right, 2), round(bottom, 2))


def multiply(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies ``inner`` first."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def slants(matrix: Matrix) -> bool:
    """Whether a matrix turns by anything but quarters."""
    a, b, c, d, _, _ = matrix
    along, across = abs(a) + abs(d), abs(b) + abs(c)
    return min(along, across) > _TURNED * max(along, across)


def page_matrix(box: Box, rotate: int) -> tuple[Matrix, float, float]:
    """From the user space of a PDF page with this crop box to the page as shown, with its width and height."""
    x0, y0, x1, y1 = box
    width, height = x1 - x0, y1 - y0
    if rotate == 90:
        return (0, 1, 1, 0, -y0, -x0), height, width
    if rotate == 180:
        return (-1, 0, 0, 1, x1, -y0), width, height
    if rotate == 270:
        return (0, -1, -1, 0, y1, x1), height, width
    return (1, 0, 0, -1, -x0, y1), width, height
