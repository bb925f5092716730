"""What is drawn: pictures, objects, formulas, controls, lines, and the text boxes among them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from govdisclose.readers._wordml import escape
from govdisclose.readers.odt._lengths import points
from govdisclose.readers.odt._names import DR3D, DRAW, MATH, OFFICE, SHAPES, SVG, TABLE, TEXT, XLINK
from govdisclose.readers.odt._walk import Walk

__all__ = ["CONTROL", "FIELD_THING", "PICTURE", "UNKNOWN_THING", "drawn", "formula_of", "written_formula"]

CONTROL, FIELD_THING = "<w:control/>", "<w:pgNum/>"
UNKNOWN_THING = "<w:unread><w:t>?</w:t></w:unread>"
"""Something that is not known and holds something."""
_EMBEDDED, _OBJECT = "<w:altChunk/>", "<w:object/>"
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_LINE = f"<w:pict><v:line {_VML}/></w:pict>"
PICTURE = f"<w:pict><v:shape {_VML}><v:imagedata/></v:shape></w:pict>"
"""A picture in the line of the text."""
_CHART = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></wp:inline>'
    "</w:drawing>"
)
_LINES = frozenset(DRAW + name for name in ("line", "connector", "polyline", "measure"))
_LINE_TYPES = frozenset(("line", "mso-spt20", "mso-spt32", "ooxml-line", "ooxml-straightConnector1"))
_WORDS = (TEXT + "p", TEXT + "h", TEXT + "list")
_ROWS = frozenset(MATH + name for name in ("math", "mrow", "mstyle", "semantics"))
_TOKENS = frozenset(MATH + name for name in ("mn", "mi", "mo", "mtext"))


def drawn(shape: etree._Element, walk: Walk, depth: int) -> str:
    """The markup of what a shape shows, for a run; a formula that is a line of text is none of it."""
    walk.check_depth(depth)
    if shape.get(DRAW + "display") == "none":
        return ""
    tag = shape.tag
    if tag == DRAW + "control":
        return CONTROL
    if tag == DRAW + "frame":
        return _frame(shape, walk, depth)
    if tag in _LINES or _is_line(shape):
        return _LINE + (_box(shape, shape, walk, depth) if _has_words(shape) else "")
    if tag == DRAW + "g":
        return _group(shape, walk, depth)
    if tag == DR3D + "scene" or _is_art(shape) or not _has_words(shape):
        return _shape(shape, "")
    return _box(shape, shape, walk, depth)


def formula_of(shape: etree._Element, walk: Walk) -> etree._Element | None:
    """The formula that a frame shows."""
    for item in shape.iterchildren(DRAW + "object"):
        inside = item.find(MATH + "math")
        if inside is None and (name := item.get(XLINK + "href")):
            inside = walk.source.embedded(name)
        if inside is not None and inside.tag == MATH + "math":
            return inside
    return None


def written_formula(formula: etree._Element, walk: Walk, depth: int) -> str:
    """The markup of a formula: as text where it is a line of text, else as one that is not read."""
    parts = list(_tokens(formula, walk, depth))
    plain = None not in parts and not _two_numbers(parts)
    inner = "<m:f/>"
    if plain:
        shown = "".join(part for part in parts if part is not None)
        inner = f"<m:r><m:t>{escape(shown)}</m:t></m:r>"
    return f'<m:oMath xmlns:m="{_MATH}">{inner}</m:oMath>'


def _two_numbers(parts: list[str | None]) -> bool:
    """Whether two numbers stand side by side, between which some programs leave room."""
    return any(one and other and one[-1].isdigit() and other[0].isdigit() for one, other in pairwise(parts))


def _tokens(element: etree._Element, walk: Walk, depth: int) -> Iterator[str | None]:
    """The words of a formula; None for what is no word in the line."""
    walk.check_depth(depth)
    tag = element.tag
    if tag in _TOKENS:
        yield "".join((element.text or "").split()) if len(element) == 0 else None
    elif tag in _ROWS:
        # What is said of all of it: the first is what is shown.
        children = list(element)[:1] if tag == MATH + "semantics" else list(element)
        for child in children:
            yield from _tokens(child, walk, depth + 1)
    else:
        yield None


def _frame(frame: etree._Element, walk: Walk, depth: int) -> str:
    """What stands first in a frame is what is shown: the others are for programs that cannot show it."""
    for child in frame:
        tag = child.tag
        if tag == DRAW + "text-box":
            return _box(frame, child, walk, depth)
        if tag == DRAW + "image":
            return _shape(frame, "<v:imagedata/>")
        if tag == DRAW + "object":
            return _object(child, walk)
        if tag == DRAW + "floating-frame":
            return _EMBEDDED
        if tag in (DRAW + "object-ole", DRAW + "plugin", DRAW + "applet"):
            return _OBJECT
        if tag == TABLE + "table":
            return UNKNOWN_THING
    return ""


def _object(item: etree._Element, walk: Walk) -> str:
    inside: etree._Element | None = item
    if len(item) == 0:
        inside = walk.source.embedded(item.get(XLINK + "href", ""))
    chart = inside is not None and next(inside.iter(f"{OFFICE}chart"), None) is not None
    return _CHART if chart else _OBJECT


def _group(group: etree._Element, walk: Walk, depth: int) -> str:
    """The words of a group, and that it shows something."""
    shapes = list(_grouped(group, walk, depth))
    words = "".join(_words(group, shape, walk, depth) for shape in shapes)
    picture = any(next(shape.iterchildren(DRAW + "image"), None) is not None for shape in shapes)
    line = _LINE if any(shape.tag in _LINES or _is_line(shape) for shape in shapes) else ""
    return (
        words + line + ("" if words and not picture else _shape(group, "<v:imagedata/>" if picture else ""))
    )


def _grouped(group: etree._Element, walk: Walk, depth: int) -> Iterator[etree._Element]:
    """The shapes of a group and of those inside it, but for what stands in their words."""
    walk.check_depth(depth)
    for child in group:
        if child.tag in (DRAW + "g", DRAW + "a"):
            yield from _grouped(child, walk, depth + 1)
        elif child.tag in SHAPES:
            yield child


def _words(group: etree._Element, shape: etree._Element, walk: Walk, depth: int) -> str:
    boxes = list(shape.iterchildren(DRAW + "text-box"))
    if not boxes and not _is_art(shape):
        boxes = [shape]
    return "".join(_box(group, box, walk, depth + 2) for box in boxes if _has_words(box))


def _box(shape: etree._Element, content: etree._Element, walk: Walk, depth: int) -> str:
    """A text box. What it holds is written as the text of a page is."""
    inner = walk.blocks(content, walk, depth + 1) or "<w:p/>"
    return _shape(shape, f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>", is_box=True)


def _shape(shape: etree._Element, inner: str, *, is_box: bool = False) -> str:
    """A shape of its size, in the line or floating. One that floats and has no size is taken for one in the line."""
    sides = [points(shape.get(SVG + name)) for name in ("width", "height")]
    floats = shape.get(TEXT + "anchor-type", "as-char") != "as-char"
    style = ""
    if not is_box and None not in sides:
        style = f"width:{sides[0]:.2f}pt;height:{sides[1]:.2f}pt"
    if floats and (is_box or style or shape.tag == DRAW + "g"):
        style = f"position:absolute;{style}"
    return f'<w:pict><v:shape {_VML} style="{style}">{inner}</v:shape></w:pict>'


def _has_words(shape: etree._Element) -> bool:
    return any(
        any(str(part).strip() for part in item.itertext()) or next(item.iter(*SHAPES), None) is not None
        for item in shape.iterchildren(*_WORDS)
    )


def _is_art(shape: etree._Element) -> bool:
    """Whether the words of a shape are bent to its outline."""
    return any(
        item.get(DRAW + "text-path") == "true" or item.get(DRAW + "type", "").startswith("fontwork")
        for item in shape.iterchildren(DRAW + "enhanced-geometry")
    )


def _is_line(shape: etree._Element) -> bool:
    return any(
        item.get(DRAW + "type") in _LINE_TYPES for item in shape.iterchildren(DRAW + "enhanced-geometry")
    )
