"""Colours as they are seen, and how near two of them have to be for an eye to take them for one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = [
    "BLACK",
    "CLEAREST",
    "PALE",
    "PAPER",
    "SAME",
    "SOLID",
    "UNSURE",
    "Colour",
    "Ink",
    "apart",
    "is_white",
    "over",
    "to_colour",
]

Colour = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""

SAME = 0.06
"""Letters and ground that differ by no more in any of the three colours look alike: 15 steps of 255. Letters on paper
are thin, and a difference that a large field would show is lost in them; that of 0.1 can just be read."""

PALE = 0.32
"""Letters that differ by no more from their ground are those of a watermark rather than of a table."""

PAPER: Colour = (1.0, 1.0, 1.0)
CLEAREST = 0.03
"""What is painted with no more than this is as good as not painted."""

SOLID = 0.99
_GREY = 5.0


class Ink(NamedTuple):
    """What something is painted with. ``colour`` is ``None`` where it is not known: a pattern, a picture.

    ``mixed``: a mask or a blending lets shine through what lies below, nobody says how much.
    """

    colour: Colour | None
    alpha: float = 1.0
    mixed: bool = False

    @property
    def solid(self) -> bool:
        """Whether nothing shines through."""
        return self.alpha >= SOLID and not self.mixed


BLACK = Ink((0.0, 0.0, 0.0))
UNSURE = Ink(None)


def apart(one: Colour, other: Colour) -> float:
    """How far two colours are apart, from 0 to 1."""
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]), abs(one[2] - other[2]))


def is_white(ink: Ink) -> bool:
    """Whether it is not seen on paper, however much of it there is."""
    return ink.colour is not None and apart(ink.colour, PAPER) <= SAME


def over(ink: Ink, ground: Colour | None) -> Colour | None:
    """What is seen of an ink on a ground, ``None`` where that is not known."""
    if ink.colour is None or ink.mixed:
        return None
    if ink.solid:
        return ink.colour
    if ground is None:
        return None
    alpha = ink.alpha
    (r, g, b), (x, y, z) = ink.colour, ground
    return (r * alpha + x * (1 - alpha), g * alpha + y * (1 - alpha), b * alpha + z * (1 - alpha))


def to_colour(values: object, space: str) -> Colour | None:
    """The colour of numbers in a colour space, ``None`` where they alone do not say it."""
    numbers: Sequence[object] = values if isinstance(values, tuple | list) else (values,)
    parts = [min(max(float(part), 0.0), 1.0) for part in numbers if isinstance(part, int | float)]
    if len(parts) != len(numbers):
        return None
    if space in ("Separation", "DeviceN"):
        return PAPER if parts and not any(parts) else None  # no ink at all
    if space == "Lab" and len(numbers) == 3:
        return _grey_of_lab(numbers)
    if not (space.startswith(("Device", "Cal")) or space == "ICCBased"):
        return None
    if len(parts) == 1:
        return (parts[0], parts[0], parts[0])
    if len(parts) == 3:
        return (parts[0], parts[1], parts[2])
    if len(parts) == 4:
        cyan, magenta, yellow, black = parts
        return ((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black))
    return None


def _grey_of_lab(numbers: Sequence[object]) -> Colour | None:
    """The grey of a lightness from 0 to 100 where the other two say that it is one."""
    light, *tints = (float(part) for part in numbers if isinstance(part, int | float))
    if any(abs(tint) > _GREY for tint in tints):
        return None
    grey = min(max(light / 100, 0.0), 1.0)
    return (grey, grey, grey)
