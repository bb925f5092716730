"""What a cell shows that is no text: pictures, drawings, charts, objects, word art. And the text boxes inside.

A thing in the line of the text is a part of what the cell shows. One that floats, as a seal does, is placed on the
page and belongs to no cell, unless it is no larger than a number: then nobody can say that it is none of it. The
text of a box that floats may be shown anywhere: it is read, as the words on both sides of a slanting line are, but
digits in it are no number of the cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from govdisclose.limits import Limits
from govdisclose.readers.docx._names import ALTERNATE, choose
from govdisclose.readers.docx._xml import W

__all__ = ["Box", "Thing", "things"]

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_BOX = W + "txbxContent"
_BLIP, _DATA, _IMAGE = _A + "blip", _A + "graphicData", _V + "imagedata"
_FRAMES = (_WP + "inline", _WP + "anchor")
_VML = frozenset(
    _V + name
    for name in ("shape", "rect", "roundrect", "oval", "polyline", "curve", "arc", "image", "group", "line")
)
_KINDS = {"picture": "picture", "chart": "chart", "chartex": "chart"}
_LINES = frozenset(("line", "straightConnector1"))

_POINT = 12_700
"""In the units of a drawing."""
_SMALL = 36.0
"""Points: half an inch, three times the height of a digit on these pages. The smallest seal is three times as wide."""
_UNITS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.35, "mm": 2.835, "pc": 12.0, "": 0.75}
_LENGTH = re.compile(r"(-?[0-9]{0,6}\.?[0-9]{0,6})\s*([a-z]{0,2})")


class Thing(NamedTuple):
    """Something that is shown and is no text: a key of ``catalogue.TERMS``; empty for a line without more."""

    what: str


class Box(NamedTuple):
    """A text box."""

    content: etree._Element
    floats: bool


def things(shape: etree._Element, limits: Limits, depth: int) -> Iterator[Thing | Box]:
    """What a ``w:drawing``, ``w:pict`` or ``w:object`` shows."""
    if depth > limits.depth:
        limits.check("depth", depth)
    if shape.find(W + "control") is not None:
        yield Thing("control")
        return
    found = False
    for child in shape:
        if child.tag in _FRAMES:
            yield from _drawn(child, limits, depth + 1)
            found = True
        elif child.tag in _VML:
            yield from _vml(child, limits, depth + 1)
            found = True
    if not found:
        yield from (Box(box, False) for box in _boxes(shape, limits, depth))
        if next(shape.iter(_BLIP, _IMAGE), None) is not None:
            yield Thing("picture")
    if shape.tag == W + "object" and next(shape.iter(_IMAGE), None) is None:
        yield Thing("object")


def _drawn(frame: etree._Element, limits: Limits, depth: int) -> Iterator[Thing | Box]:
    """A frame of DrawingML, in the line or floating."""
    about = frame.find(_WP + "docPr")
    if about is not None and about.get("hidden") in ("1", "true", "on"):
        return
    size = _extent(frame)
    if size is not None and min(size) < 1:
        # A line that lies level or upright has no height or no width.
        if max(size) >= 1 and _is_line(frame):
            yield Thing("")
        return
    floats = frame.tag == _FRAMES[1]
    boxes = [Box(box, floats) for box in _boxes(frame, limits, depth)]
    yield from boxes
    if _is_line(frame):
        yield Thing("")
    elif floats:
        if not boxes and size is not None and max(size) <= _SMALL:
            yield Thing("picture" if next(frame.iter(_BLIP), None) is not None else "drawing")
    elif next(frame.iter(_BLIP), None) is not None:
        yield Thing("picture")
    else:
        data = next(frame.iter(_DATA), None)
        kind = (data.get("uri", "") if data is not None else "").rpartition("/")[2]
        if not (boxes and kind == "wordprocessingShape") and data is not None:
            yield Thing(_KINDS.get(kind, "drawing"))


def _is_line(frame: etree._Element) -> bool:
    if next(frame.iter(_WPS + "cNvCnPr"), None) is not None:
        return True
    return any(shape.get("prst") in _LINES for shape in frame.iter(_A + "prstGeom"))


def _extent(frame: etree._Element) -> tuple[float, float] | None:
    extent = frame.find(_WP + "extent")
    if extent is None:
        return None
    sides = [extent.get(name, "") for name in ("cx", "cy")]
    if not all(side.isascii() and side.isdigit() and len(side) < 12 for side in sides):
        return None
    return int(sides[0]) / _POINT, int(sides[1]) / _POINT


def _vml(shape: etree._Element, limits: Limits, depth: int) -> Iterator[Thing | Box]:
    """A shape of VML, in the line or floating."""
    style = _style(shape.get("style", ""))
    if style.get("visibility") == "hidden" or style.get("display") == "none":
        return
    size = [_points(style.get(name)) for name in ("width", "height")]
    if any(side is not None and side < 1 for side in size) and shape.tag != _V + "line":
        return
    floats = style.get("position") == "absolute"
    boxes = [Box(box, floats) for box in _boxes(shape, limits, depth)]
    yield from boxes
    if shape.tag == _V + "line":
        yield Thing("")
        return
    if shape.get(_O + "hr") in ("t", "true", "1"):
        return
    what = _what(shape)
    if floats and not (not boxes and all(side is not None and side <= _SMALL for side in size)):
        return
    if what == "picture" or not boxes:
        yield Thing(what)


def _what(shape: etree._Element) -> str:
    return "picture" if next(shape.iter(_IMAGE), None) is not None else "drawing"


def _style(text: str) -> dict[str, str]:
    pairs = (item.partition(":") for item in text[:2000].lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def _points(text: str | None) -> float | None:
    found = _LENGTH.fullmatch(text or "-")
    if found is None or found[2] not in _UNITS:
        return None
    try:
        return float(found[1]) * _UNITS[found[2]]
    except ValueError:
        return None


def _boxes(shape: etree._Element, limits: Limits, depth: int) -> Iterator[etree._Element]:
    if depth > limits.depth:
        limits.check("depth", depth)
    for child in shape:
        if child.tag == _BOX:
            yield child
        elif child.tag == ALTERNATE:
            chosen = choose(child)
            if chosen is not None:
                yield from _boxes(chosen, limits, depth + 2)
        else:
            yield from _boxes(child, limits, depth + 1)
