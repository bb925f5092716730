"""The styles of an OpenDocument text: common ones, those made for single places, and the defaults of each family.

A style says what its own properties say, over those of its parent, over the default of its family. A chain of parents
may be as long as the sheet, and a circle: each style is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field, frozen
from lxml import etree

from govdisclose.readers.odt._names import OFFICE, STYLE, SVG, TEXT
from govdisclose.readers.odt._properties import Properties, Value, over, read_box, read_line, read_text

__all__ = ["NO_STYLE", "Sheet", "Style", "read_sheet"]

_PARENT, _NAME, _FAMILY, _LIST = (
    STYLE + name for name in ("parent-style-name", "name", "family", "list-style-name")
)
_BOXES = {
    "table-cell": STYLE + "table-cell-properties",
    "table-row": STYLE + "table-row-properties",
    "table": STYLE + "table-properties",
}
_USUAL = "Standard"
"""The paragraph style of paragraphs that name none."""


@frozen
class Style:
    """What a style says, its parents included.

    ``text`` of letters, ``line`` of paragraphs, ``box`` of cells, rows and tables. ``listed`` is the list style that a
    paragraph style names: None if it names none, empty if it names that there is none.
    ``maps``: styles that stand in its place under some condition; ``reckons``: values of its cells are shown by a format.
    """

    text: Properties = field(factory=dict)
    line: Properties = field(factory=dict)
    box: Properties = field(factory=dict)
    listed: str | None = None
    maps: tuple[str, ...] = ()
    reckons: bool = False


NO_STYLE = Style()


@define
class Sheet:
    """The styles by family and name. ``single`` are those made for single places, which go before the common ones."""

    common: dict[tuple[str, str], etree._Element] = field(factory=dict)
    single: dict[tuple[str, str], etree._Element] = field(factory=dict)
    defaults: dict[str, Style] = field(factory=dict)
    lists: dict[str, etree._Element] = field(factory=dict)
    outline: etree._Element | None = None
    notes: dict[str, str] = field(factory=dict)
    faces: dict[str, str] = field(factory=dict)
    paper: str = ""
    found: dict[tuple[str, str, bool], Style] = field(factory=dict)

    def style(self, family: str, name: str | None) -> Style:
        """A style with its parents. One that is not there says what the family does without any."""
        key = (family, name or "")
        if key not in self.single and key not in self.common:
            if family == "paragraph" and name != _USUAL:
                return self.style(family, _USUAL)
            return self.defaults.get(family, NO_STYLE)
        return self._resolved(family, name or "", single=key in self.single)

    def has(self, family: str, name: str) -> bool:
        """Whether there is a style of this name."""
        return (family, name) in self.single or (family, name) in self.common

    def _resolved(self, family: str, name: str, *, single: bool) -> Style:
        chain: list[tuple[tuple[str, str, bool], etree._Element]] = []
        passed: set[tuple[str, str, bool]] = set()
        at = (family, name, single)
        base = NO_STYLE if family == "text" else self.defaults.get(family, NO_STYLE)
        while at not in passed:
            if at in self.found:
                base = self.found[at]
                break
            own = (self.single if at[2] else self.common).get((family, at[1]))
            if own is None:
                break
            passed.add(at)
            chain.append((at, own))
            at = (family, own.get(_PARENT, ""), False)
        for named, own in reversed(chain):
            base = self._over(base, own, family)
            self.found[named] = base
        return base

    def _over(self, base: Style, own: etree._Element, family: str) -> Style:
        text = over(base.text, self._named_font(read_text(own.find(STYLE + "text-properties"))))
        line = {**base.line, **read_line(own.find(STYLE + "paragraph-properties"))}
        box = {**base.box, **read_box(own.find(_BOXES[family]))} if family in _BOXES else base.box
        return Style(
            text,
            line,
            box,
            own.get(_LIST, base.listed),
            (*base.maps, *(item.get(STYLE + "apply-style-name", "") for item in own.iterfind(STYLE + "map"))),
            base.reckons or bool(own.get(STYLE + "data-style-name")),
        )

    def _named_font(self, found: dict[str, Value]) -> dict[str, Value]:
        """With the name of the font in the place of that of its face."""
        face = found.pop("face", None)
        if face is not None and "font" not in found:
            found["font"] = self.faces.get(str(face), str(face))
        return found


def read_sheet(roots: Sequence[etree._Element]) -> Sheet:
    """The styles below some roots, of which the last is that of the text."""
    sheet = Sheet()
    for root in roots:
        for face in root.iterfind(f"{OFFICE}font-face-decls/{STYLE}font-face"):
            sheet.faces[face.get(_NAME, "")] = face.get(SVG + "font-family", "").strip("'\" ")
    for root in roots:
        for style in _children(root, "styles"):
            _add(style, sheet.common, sheet)
    for style in _children(roots[-1], "automatic-styles"):
        _add(style, sheet.single, sheet)
    sheet.paper = _paper(roots)
    return sheet


def _children(root: etree._Element, name: str) -> Iterator[etree._Element]:
    for group in root.iterchildren(OFFICE + name):
        yield from group


def _add(style: etree._Element, among: dict[tuple[str, str], etree._Element], sheet: Sheet) -> None:
    tag = style.tag
    if tag == STYLE + "style":
        among[style.get(_FAMILY, ""), style.get(_NAME, "")] = style
    elif tag == STYLE + "default-style":
        family = style.get(_FAMILY, "")
        sheet.defaults[family] = sheet._over(NO_STYLE, style, family)
    elif tag == TEXT + "list-style":
        sheet.lists[style.get(_NAME, "")] = style
    elif tag == TEXT + "outline-style":
        sheet.outline = style
    elif tag == TEXT + "notes-configuration":
        named = style.get(TEXT + "citation-body-style-name")
        if named is not None:
            sheet.notes[style.get(TEXT + "note-class", "")] = named


def _paper(roots: Sequence[etree._Element]) -> str:
    """The colour of the pages: empty for white, ``?`` where it cannot be told for all of them."""
    place = f"{OFFICE}automatic-styles/{STYLE}page-layout/{STYLE}page-layout-properties"
    found = {str(read_box(page).get("fill", "")) for root in roots for page in root.iterfind(place)}
    found = {"" if colour == "FFFFFF" else colour for colour in found} or {""}
    return found.pop() if len(found) == 1 else "?"
