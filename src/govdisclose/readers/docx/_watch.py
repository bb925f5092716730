"""Whether run properties matter at all below an element: in nearly all documents they do not.

One search by libxml2 finds the properties that may hide, strike or mark text; then their values are looked at. What
is found to be plain here is plain in the general way as well; what is not is only looked at more closely there.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import define, field
from lxml import etree

from govdisclose.readers.docx._colour import AUTO, PALE, PAPER, colour, near_any, shading
from govdisclose.readers.docx._properties import AS_COLOUR, Properties, has_symbol_font, is_clipped
from govdisclose.readers.docx._styles import UNPREFIXED, Sheet, Style, is_harmless, read_sheet
from govdisclose.readers.docx._xml import W, flag

__all__ = ["Sheets", "is_crossed", "is_odd", "sizes_differ"]

_VAL = W + "val"
_LEAST_SIZE = 4
_SIZE = W + "sz"
_STYLES = {W + "pStyle": "paragraph", W + "rStyle": "character", W + "tblStyle": "table"}
_FLAGS = tuple(W + name for name in ("vanish", "specVanish", "webHidden", "strike", "dstrike", "rtl"))
_BORDERS = (W + "tl2br", W + "tr2bl")
_COMBINED, _VERT, _POSITION, _SCALE = W + "eastAsianLayout", W + "vertAlign", W + "position", W + "w"
_SPACING, _HEIGHT = W + "spacing", W + "trHeight"
_HEIGHT_RULE, _LINE_RULE = W + "hRule", W + "lineRule"
_COLOUR, _SHADING, _HIGHLIGHT = W + "color", W + "shd", W + "highlight"
_THEME, _FILL, _INK, _THEME_FILL = W + "themeColor", W + "fill", W + "color", W + "themeFill"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_TEXT_FILL, _NO_FILL, _RGB, _SCHEME, _ALPHA = (
    _W14 + name for name in ("textFill", "noFill", "srgbClr", "schemeClr", "alpha")
)
_W14_VAL = _W14 + "val"
_FONTS = W + "rFonts"
_OFTEN = frozenset((_COLOUR, _SHADING, _SIZE, _FONTS, _SCHEME))
_FEW = 50
_NAMES = (
    *_FLAGS,
    *_BORDERS,
    *(_COMBINED, _VERT, _POSITION, _SCALE, _SPACING, _HEIGHT, _HIGHLIGHT, _NO_FILL, _RGB, _ALPHA),
)
_EVERY = (*_NAMES, *_OFTEN)
_LINES = frozenset((_SPACING, _HEIGHT))

_COMMON = re.compile(rb":((?:color|shd|sz|rFonts|schemeClr)\s[^>]*)")
# Colours of which the first part is low enough that they are seen on paper; no ground but paper; 2 points or more.
_USUAL = {
    b"color": re.compile(rb"\w+:val=\"(?:auto|[0-9A-Ba-b][0-9A-Fa-f]{5})\"\s*/?\Z"),
    b"shd": re.compile(rb"(?:\w+:(?:val=\"(?:clear|nil)\"|color=\"auto\"|fill=\"(?:auto|FFFFFF)\")\s*)+/?\Z"),
    b"sz": re.compile(rb"\w+:val=\"(?:[4-9]|\d\d\d?)\"\s*/?\Z"),
    b"rFonts": re.compile(rb"(?!.*(?:dings|dingbats|marlett|mt extra|&))", re.I | re.S),
    b"schemeClr": re.compile(rb"\w+:val=\"(?:tx|dk|accent)\d\"\s*/?\Z"),
}
_UNSIZED = etree.XPath(
    "boolean(descendant::w:r[not(w:rPr/w:sz)][w:t or w:sym])", namespaces={"w": W[1:-1]}, smart_strings=False
)


@define
class Sheets:
    """The style sheet of a document, read as late as can be. ``load`` gives the root of the part."""

    data: bytes
    load: Callable[[], etree._Element | None]
    harmless: bool = field(init=False)
    read: Sheet | None = field(init=False, default=None)

    def __attrs_post_init__(self) -> None:
        self.harmless = is_harmless(self.data)

    @property
    def sheet(self) -> Sheet:
        """The styles."""
        if self.read is None:
            self.read = read_sheet(self.load())
        return self.read


def _is_usual(data: bytes) -> bool:
    """Whether the bytes of a part show that what nearly every run of some programs has hides nothing.

    Those are its colour, ground, size, fonts and fill: thousands of elements with a handful of different values.
    """
    if UNPREFIXED.search(data) or b"\0" in data[:100]:
        return False  # the names may stand without a prefix, or in another encoding
    found = [text.split(None, 1) for text in set(_COMMON.findall(data))]
    return all(len(parts) == 2 and _USUAL[parts[0]].match(parts[1]) for parts in found)


def is_odd(parent: etree._Element, sheets: Sheets, data: bytes = b"") -> bool:
    """Whether properties below an element, or of the styles that are used there, may hide, strike or mark text.

    ``data``: the bytes of the part, from which properties that stand there in great number are judged at once.
    """
    colours: set[str] = set()
    grounds = {PAPER}
    if _any_odd(parent, colours, grounds, data):
        return True
    if not sheets.harmless or len(grounds) > 1:  # else no style has a colour that is near its ground
        sheet = sheets.sheet
        for style in _used(parent, sheet):
            for properties in (style.properties, *style.parts.values()):
                if _is_odd_style(properties):
                    return True
                colours |= {properties.get("colour", AUTO), properties.get("fill", AUTO)}
                grounds |= {properties.get(name) or PAPER for name in ("shading", "ground", "cell")}
        if _is_odd_style(sheet.defaults):
            return True
        colours.add(sheet.defaults.get("colour", AUTO))
        grounds.add(sheet.defaults.get("shading") or PAPER)
    return near_any(colours, grounds)


def _any_odd(parent: etree._Element, colours: set[str], grounds: set[str], data: bytes) -> bool:
    """Whether a property says what is not plain. Colours of letters and of grounds are added to the sets."""
    often = 0
    # One search for all: each goes through the whole tree, and costs more than what it finds.
    for element in parent.iter(*_EVERY):
        tag = element.tag
        if tag in _LINES:
            # Each row has a height and many a paragraph its spacing: most are told here from those that matter.
            get = element.get
            if get(_HEIGHT_RULE) != "exact" and get(_LINE_RULE) != "exact" and get(_VAL, "")[:1] != "-":
                continue
        elif tag in _OFTEN:
            often += 1
            if often == _FEW and data and _is_usual(data):
                return any(_is_odd(rare.tag, rare, colours) for rare in parent.iter(*_NAMES))
            if tag == _COLOUR:
                colours.add(colour(element))
            elif tag == _SHADING:
                grounds.add(shading(element) or PAPER)
            elif tag == _SIZE:
                if _is_tiny(element.get(_VAL, "")):
                    return True
            elif element.get(_W14_VAL) in PALE or (tag == _FONTS and has_symbol_font(element)):
                return True
            continue
        if _is_odd(tag, element, colours):
            return True
    return False


def _is_odd(tag: str, element: etree._Element, colours: set[str]) -> bool:
    """Whether a property says what is not plain. A colour is added to ``colours``."""
    value = element.get(_VAL, "")
    if tag in _FLAGS:
        return flag(element)
    if tag in _BORDERS:
        return value not in ("nil", "none")
    if tag == _VERT:
        return value != "baseline"
    if tag == _POSITION:
        return value not in ("0", "")
    if tag == _SCALE:
        return len(value.rstrip("%")) < 2
    if tag == _SPACING:
        return value.startswith("-") or is_clipped(element, "line", "lineRule")
    if tag == _HEIGHT:
        return is_clipped(element, "val", "hRule")
    if tag == _COMBINED:
        return element.get(W + "combine") is not None
    if tag == _HIGHLIGHT:
        return value != "none"
    if tag == _NO_FILL:
        return _is_of_letters(element)
    if tag == _ALPHA:
        return True
    colours.add(element.get(_W14_VAL, "").upper())
    return len(element) > 0


def _is_of_letters(fill: etree._Element) -> bool:
    """Whether a fill is that of letters, not of their outline or shadow."""
    parent = fill.getparent()
    return parent is not None and parent.tag == _TEXT_FILL


def _is_odd_style(properties: Properties) -> bool:
    return (
        any(
            properties.get(name) == "1"
            for name in (
                "strike",
                "dstrike",
                "vanish",
                "specVanish",
                "webHidden",
                "symbols",
                "combined",
                "clipped",
                "rtl",
            )
        )
        or properties.get("vertAlign", "baseline") != "baseline"
        or properties.get("position", "0") not in ("0", "")
        or properties.get("fill", AS_COLOUR) in ("none", "")
        or bool(properties.get("highlight"))
        or properties.get("spacing", "").startswith("-")
        or len(properties.get("scale", "100").rstrip("%")) < 2
        or _is_tiny(properties.get("size", "20"))
    )


def _is_tiny(value: str) -> bool:
    return not (value.isascii() and value.isdigit()) or int(value[:6]) < _LEAST_SIZE


def _used(parent: etree._Element, sheet: Sheet) -> list[Style]:
    """The styles that are named below an element, and the usual ones."""
    named = {(_STYLES[element.tag], element.get(_VAL, "")) for element in parent.iter(*_STYLES)}
    named |= {("paragraph", sheet.usual), ("table", sheet.usual_table)}
    return [sheet.style(kind, name) for kind, name in named]


def sizes_differ(parent: etree._Element, sheets: Sheets) -> bool:
    """Whether letters of a table stand in such different sizes that the small ones may be marks."""
    if sheets.harmless and next(parent.iter(_SIZE, W + "rStyle"), None) is None:
        return False  # what differs by the style of the paragraph does not stand in one line
    found = {element.get(_VAL, "") for element in parent.iter(_SIZE)}
    if _UNSIZED(parent) or not sheets.harmless:
        sheet = sheets.sheet
        found |= {style.properties.get("size", "") for style in _used(parent, sheet)}
        found.add(sheet.defaults.get("size", "20"))
    sizes = [int(size) for size in found if size.isascii() and size.isdigit() and len(size) < 6]
    return bool(sizes) and min(sizes) * 4 <= max(sizes) * 3


def is_crossed(cell: etree._Element) -> bool:
    """Whether a slanting border runs through a cell."""
    borders = cell.find(f"{W}tcPr/{W}tcBorders")
    return borders is not None and any(
        border.tag in _BORDERS and border.get(_VAL, "nil") not in ("nil", "none") for border in borders
    )
