"""The properties of runs and paragraphs that decide what is seen, as short texts by name.

``read_run`` and ``read_paragraph`` read one ``w:rPr`` and ``w:pPr``; former properties of a tracked change stand in
an element of their own inside these and are not looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml import etree

from govdisclose.readers.docx._colour import HIGHLIGHTS, colour, shading, text_fill
from govdisclose.readers.docx._xml import W, flag

__all__ = [
    "AS_COLOUR",
    "SYMBOL_FONTS",
    "TOGGLES",
    "Properties",
    "has_symbol_font",
    "is_clipped",
    "over",
    "read_line",
    "read_run",
]

Properties = Mapping[str, str]

TOGGLES = ("strike", "vanish")
"""What two styles of different kinds that both set it switch off again. ``dstrike`` is no such property."""

SYMBOL_FONTS = ("wingdings", "webdings", "marlett", "zapf dingbats", "zapfdingbats", "mt extra")
"""Fonts, by how their names begin, in which digits look like something else. Those of Symbol are digits."""

AS_COLOUR = "as colour"
"""A fill of letters that is none: their colour counts."""

_FONT_NAMES = tuple(W + name for name in ("ascii", "hAnsi"))
_LEAST_LINE = 60
"""Twips: text in a line or row that is kept lower than 3 points is cut off."""


def _switch(element: etree._Element) -> str:
    return "1" if flag(element) else "0"


def _value(element: etree._Element) -> str:
    return element.get(W + "val", "")


def _combined(element: etree._Element) -> str:
    """Two lines of small text in the place of one."""
    return "0" if element.get(W + "combine", "0") in ("0", "false", "off") else "1"


def has_symbol_font(fonts: etree._Element) -> bool:
    """Whether digits of these ``w:rFonts`` are in a font of symbols."""
    return any(fonts.get(name, "").lower().startswith(SYMBOL_FONTS) for name in _FONT_NAMES)


def _font(element: etree._Element) -> str:
    named = any(element.get(name) is not None for name in _FONT_NAMES)
    return ("1" if has_symbol_font(element) else "0") if named else ""


_RUN: Mapping[str, tuple[str, Callable[[etree._Element], str]]] = {
    W + "strike": ("strike", _switch),
    W + "dstrike": ("dstrike", _switch),
    W + "vanish": ("vanish", _switch),
    W + "specVanish": ("specVanish", _switch),
    W + "webHidden": ("webHidden", _switch),
    W + "vertAlign": ("vertAlign", _value),
    W + "position": ("position", _value),
    W + "sz": ("size", _value),
    W + "w": ("scale", _value),
    W + "spacing": ("spacing", _value),
    W + "rtl": ("rtl", _switch),
    W + "color": ("colour", colour),
    W + "shd": ("shading", shading),
    W + "highlight": ("highlight", lambda element: HIGHLIGHTS.get(_value(element), "")),
    W + "eastAsianLayout": ("combined", _combined),
    W + "rFonts": ("symbols", _font),
    "{http://schemas.microsoft.com/office/word/2010/wordml}textFill": ("fill", text_fill),
}


def read_run(properties: etree._Element | None) -> dict[str, str]:
    """What a ``w:rPr`` says itself."""
    found: dict[str, str] = {}
    for element in () if properties is None else properties:
        known = _RUN.get(element.tag)
        if known is not None:
            found[known[0]] = known[1](element)
    if found.get("symbols") == "":
        del found["symbols"]
    if "colour" in found and "fill" not in found:
        found["fill"] = AS_COLOUR  # a colour that is set nearer than a fill takes its place
    return found


def read_line(properties: etree._Element | None) -> dict[str, str]:
    """What a ``w:pPr`` says itself of the ground and the height of its lines."""
    found: dict[str, str] = {}
    for element in () if properties is None else properties:
        if element.tag == W + "shd":
            found["ground"] = shading(element)
        elif element.tag == W + "spacing" and element.get(W + "line") is not None:
            found["clipped"] = "1" if is_clipped(element, "line", "lineRule") else "0"
    return found


def is_clipped(element: etree._Element, height: str, rule: str) -> bool:
    """Whether lines or rows are kept so low that what stands in them is cut off."""
    value = element.get(W + height, "")
    exact = element.get(W + rule) == "exact" and value.isascii() and value.isdigit() and len(value) < 9
    return exact and int(value) < _LEAST_LINE


def over(below: Properties, above: Properties) -> dict[str, str]:
    """The properties of a style with those of one that goes before it."""
    return {**below, **above}
