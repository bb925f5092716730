"""The properties of styles that decide what is seen, as short values by name.

========== ======================================================================================================
size       points; a share of the size below it as ``("%", 80)``, a difference as ``("+", -2)``; ``size_asian`` is that
           of Chinese letters
strike     ``1`` struck out, ``0`` not, ``?`` nobody can tell
hidden     the same
colour     six digits, or ``auto``
opacity    hundredths
ground     what is painted behind the letters: six digits, empty for nothing
raised     hundredths of the size, ``super`` or ``sub``; ``shrunk`` is the share of the size that is left
scale      width of the letters in hundredths
spacing    points between letters
combined   ``1``: two lines in the place of one
font       the name of the font
========== ======================================================================================================

Of a paragraph: ``line`` what is painted behind it (``?``: a picture or a pattern), ``low`` whether its lines are lower
than their text, ``off`` whether it is moved out of its place. Of a cell, row or table: ``fill`` and, of a row, ``low``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml import etree

from govdisclose.readers.odt._lengths import colour, points, share
from govdisclose.readers.odt._names import DRAW, FO, LOEXT, STYLE, TEXT, XLINK

__all__ = ["Properties", "Value", "is_off", "over", "read_box", "read_line", "read_text", "size_of"]

Value = str | float | tuple[str, float]
Properties = Mapping[str, Value]
_Taken = Callable[[str], Value | None]

USUAL_SIZE = 12.0
"""Points, where no style says any."""
_LEAST_LINE = 3.0
"""Points: what stands in lines or rows that are kept lower is cut off."""
_LEAST_SHARE = 25.0
_FAR = 72.0
"""Points to the left by which nobody moves text that is to stand in its cell."""


def _size(value: str) -> Value | None:
    part = share(value)
    return ("%", part) if part is not None else points(value)


def _relative(value: str) -> Value | None:
    more = points(value)
    return ("+", more) if more is not None else None


def _crossed(value: str) -> str:
    return "0" if value == "none" else "1"


def _hidden(value: str) -> str:
    return {"none": "1", "true": "0"}.get(value, "?")


def _spacing(value: str) -> Value | None:
    return 0.0 if value == "normal" else points(value)


def _combined(value: str) -> str:
    return "1" if value in ("lines", "letters") else "0"


def _family(value: str) -> str:
    return value.split(",")[0].strip().strip("'\"")


_TEXT_NAMES: Mapping[str, tuple[str, _Taken]] = {
    FO + "font-size": ("size", _size),
    STYLE + "font-size-rel": ("size", _relative),
    STYLE + "font-size-asian": ("size_asian", _size),
    STYLE + "font-size-rel-asian": ("size_asian", _relative),
    STYLE + "text-line-through-style": ("strike", _crossed),
    STYLE + "text-line-through-type": ("strike_type", _crossed),
    TEXT + "display": ("hidden", _hidden),
    FO + "color": ("colour", colour),
    LOEXT + "opacity": ("opacity", share),
    FO + "background-color": ("ground", colour),
    STYLE + "text-scale": ("scale", share),
    FO + "letter-spacing": ("spacing", _spacing),
    STYLE + "text-combine": ("combined", _combined),
    STYLE + "font-name": ("face", str),
    FO + "font-family": ("font", _family),
}
_POSITION, _WINDOW = STYLE + "text-position", STYLE + "use-window-font-color"


def read_text(element: etree._Element | None) -> dict[str, Value]:
    """What a ``style:text-properties`` says itself."""
    found: dict[str, Value] = {}
    if element is None:
        return found
    for name, text in element.attrib.items():
        known = _TEXT_NAMES.get(str(name))
        value = known[1](str(text)) if known is not None else None
        if known is not None and value is not None:
            found[known[0]] = value
    _settle_strike(found)
    position = element.get(_POSITION)
    if position is not None:
        _position(position, found)
    if element.get(_WINDOW) == "true":
        found["colour"], found["opacity"] = "auto", 100.0
    return found


def _settle_strike(found: dict[str, Value]) -> None:
    """A line that is of no style, or of no type, is none; where the two differ, programs do as well."""
    kind = found.pop("strike_type", None)
    if kind is not None:
        found["strike"] = kind if found.get("strike", kind) == kind else "?"


def _position(text: str, found: dict[str, Value]) -> None:
    words = text.split()
    raised = words[0] if words else "0%"
    height = share(raised)
    if raised in ("super", "sub"):
        found["raised"] = raised
    else:
        found["raised"] = height if height is not None else 0.0
    left = share(words[1]) if len(words) > 1 else None
    found["shrunk"] = left if left is not None else (58.0 if raised in ("super", "sub") else 100.0)


def over(below: Properties, above: Properties) -> dict[str, Value]:
    """The properties of a style, or of what stands around, with those of one that goes before it."""
    found = {**below, **above}
    for name in ("size", "size_asian"):
        value, base = above.get(name), below.get(name)
        if isinstance(value, tuple) and base is not None:
            found[name] = _sized(base, value)
    return found


def _sized(base: Value, value: tuple[str, float]) -> Value:
    """A size that is given by the one below it; relative still where that one is."""
    kind, part = value
    if isinstance(base, tuple):
        return (kind, base[1] * part / 100 if kind == "%" else base[1] + part) if base[0] == kind else value
    if not isinstance(base, float):
        return value
    return base * part / 100 if kind == "%" else max(base + part, 0.0)


def size_of(found: Properties, name: str) -> float:
    """The size of letters in points."""
    value = found.get(name, USUAL_SIZE)
    value = _sized(USUAL_SIZE, value) if isinstance(value, tuple) else value
    return value if isinstance(value, float) else USUAL_SIZE


def read_line(element: etree._Element | None) -> dict[str, Value]:
    """What a ``style:paragraph-properties`` says itself."""
    found: dict[str, Value] = {}
    if element is None:
        return found
    ground = _ground(element)
    if ground is not None:
        found["line"] = ground
    height = element.get(FO + "line-height")
    if height is not None:
        least, part = points(height), share(height)
        is_low = (least is not None and least < _LEAST_LINE) or (part is not None and part < _LEAST_SHARE)
        found["low"] = "1" if is_low else "0"
    for name in ("margin-left", "text-indent"):
        moved = points(element.get(FO + name))
        if moved is not None:
            found[name] = moved
    return found


def is_off(found: Properties) -> bool:
    """Whether a paragraph is moved to where nobody looks for it."""
    moved = 0.0
    for name in ("margin-left", "text-indent"):
        value = found.get(name, 0.0)
        moved += value if isinstance(value, float) else 0.0
    return moved < -_FAR


def read_box(element: etree._Element | None) -> dict[str, Value]:
    """What the properties of a cell, a row or a table say themselves."""
    found: dict[str, Value] = {}
    if element is None:
        return found
    ground = _ground(element)
    if ground is not None:
        found["fill"] = ground
    height = points(element.get(STYLE + "row-height"))
    if height is not None and height < _LEAST_LINE:
        found["low"] = "1"
    for name in ("diagonal-tl-br", "diagonal-bl-tr"):
        line = element.get(STYLE + name, "none")
        if not line.startswith("none") and line.strip():
            found[name] = "1"
    return found


def _ground(element: etree._Element) -> str | None:
    """What is painted behind: a colour, empty for nothing, ``?`` for a picture or a pattern; None if nothing is said."""
    picture = element.find(STYLE + "background-image")
    if picture is not None and (picture.get(XLINK + "href") or len(picture)):
        return "?"
    painted = element.get(DRAW + "fill")
    if painted in ("gradient", "bitmap", "hatch"):
        return "?"
    ground = colour(element.get(FO + "background-color"))
    if painted == "solid":
        return colour(element.get(DRAW + "fill-color")) or ground
    return ground
