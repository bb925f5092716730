"""Colours of OFD as they are seen, by the colour spaces that a document declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from govdisclose.readers.ofd._values import all_of, child_of, whole
from govdisclose.readers.pdf._ink import Colour, to_colour

__all__ = ["RGB", "Space", "colour_of", "space_of"]

_SPACES = {"GRAY": ("DeviceGray", 1), "RGB": ("DeviceRGB", 3), "CMYK": ("DeviceCMYK", 4)}
_MOST_BITS, _LONGEST = 16, 200


class Space(NamedTuple):
    """A colour space: its kind, the largest value of a channel, the colours that are counted from 0."""

    kind: str = "RGB"
    most: int = 255
    palette: tuple[str, ...] = ()


RGB = Space()


def space_of(element: etree._Element) -> Space:
    """A ``ColorSpace`` of the resources."""
    bits = min(max(whole(element.get("BitsPerComponent") or "8", "a BitsPerComponent"), 1), _MOST_BITS)
    palette = child_of(element, "Palette")
    colours = tuple(item.text or "" for item in all_of(palette, "CV")) if palette is not None else ()
    return Space((element.get("Type") or "RGB").upper(), 2**bits - 1, colours)


def colour_of(element: etree._Element, spaces: Mapping[str, Space], usual: Space | None) -> Colour | None:
    """The colour of a ``FillColor`` or a ``StrokeColor``, ``None`` where a pattern or a shading is meant, or who knows.

    ``usual``: the colour space where it names none, ``None`` if that is not known.
    """
    if len(element):
        return None  # a pattern, or a shading
    name = element.get("ColorSpace")
    space = spaces.get(name) if name is not None else usual
    if space is None or space.kind not in _SPACES:
        return None
    kind, channels = _SPACES[space.kind]
    text = element.get("Value")
    if text is None and (index := element.get("Index")) is not None:
        at = whole(index, "an Index")
        if at >= len(space.palette):
            return None
        text = space.palette[at]
    if text is not None and len(text) > _LONGEST:
        return None
    values = [_channel(part, space.most) for part in text.split()] if text is not None else [0.0] * channels
    if len(values) != channels or None in values:
        return None
    return to_colour(values, kind)


def _channel(text: str, most: int) -> float | None:
    """A share of the largest value; hexadecimal after ``#``."""
    try:
        value = int(text[1:], 16) if text.startswith("#") else float(text)
    except ValueError:
        return None
    return value / most if 0 <= value <= most else None
