"""The body of an OpenDocument text as the main part of a Word document."""

from __future__ import annotations

from lxml import etree

from govdisclose.errors import DamagedDocumentError, UnknownFormatError
from govdisclose.limits import Limits
from govdisclose.readers._wordml import MAIN, part
from govdisclose.readers.odt._fields import find_fields
from govdisclose.readers.odt._lists import Lists, Place
from govdisclose.readers.odt._looks import UNSURE, Looks, halves
from govdisclose.readers.odt._names import INDEXES, OFFICE, SHAPES, SILENT, STYLE_NAME, TABLE, TEXT
from govdisclose.readers.odt._package import Source
from govdisclose.readers.odt._properties import size_of
from govdisclose.readers.odt._styles import read_sheet
from govdisclose.readers.odt._tables import write_table
from govdisclose.readers.odt._text import holds_something, write_paragraph
from govdisclose.readers.odt._things import UNKNOWN_THING, drawn
from govdisclose.readers.odt._walk import HIDDEN, Walk, is_hidden

__all__ = ["parts_of"]

_P, _H, _LIST, _TABLE = TEXT + "p", TEXT + "h", TEXT + "list", TABLE + "table"
_ITEM, _HEADER, _NUMBERED = TEXT + "list-item", TEXT + "list-header", TEXT + "numbered-paragraph"
_STARTS, _ENDS, _CHANGE = TEXT + "change-start", TEXT + "change-end", TEXT + "change"
_LONGEST = 200
"""Characters of what was deleted: they are told, and decide nothing."""


def parts_of(source: Source, limits: Limits) -> dict[str, bytes]:
    """The parts of a Word document that says the same."""
    body = source.content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        held = source.content.find(OFFICE + "body")
        if held is not None and len(held):
            kind = str(held[0].tag).rpartition("}")[2][:40]
            raise UnknownFormatError(f"the file is an OpenDocument {kind}, not a text")
        raise DamagedDocumentError("the file has no office:text, which holds the text")
    sheet = read_sheet(source.sheets)
    usual = halves(size_of(sheet.style("paragraph", None).text, "size"))
    separated, closed = find_fields(body)
    walk = Walk(
        limits,
        source,
        sheet,
        Looks(sheet, usual),
        Lists(sheet),
        _blocks,
        _deleted(body),
        separated,
        closed,
        next(body.iter(TEXT + "hidden-paragraph"), None) is not None,
    )
    markup = _blocks(body, walk, 3)
    sizes = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="{usual}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    return {MAIN: part("document", [markup]), "word/styles.xml": part("styles", [sizes])}


def _deleted(body: etree._Element) -> dict[str, str]:
    """The text of each tracked deletion by its name; empty where it stands in its place."""
    found: dict[str, str] = {}
    for region in body.iterfind(f"{TEXT}tracked-changes/{TEXT}changed-region"):
        deletion = region.find(TEXT + "deletion")
        if deletion is None:
            continue
        words = [
            "".join(map(str, item.itertext()))[:_LONGEST]
            for item in deletion.iterchildren(_P, _H, _LIST, _TABLE)
        ]
        text = " ".join(" ".join(words).split())[:_LONGEST]
        for name in (region.get(TEXT + "id"), region.get("{http://www.w3.org/XML/1998/namespace}id")):
            if name:
                found[name] = text
    return found


def _blocks(parent: etree._Element, walk: Walk, depth: int) -> str:
    """The paragraphs and tables of a container."""
    walk.check_depth(depth)
    parts: list[str] = []
    for child in parent:
        tag = child.tag
        if tag == _P:
            parts.append(write_paragraph(child, walk, depth + 1))
        elif tag == _TABLE:
            parts.append(write_table(child, walk, depth + 1))
        elif tag == _H:
            parts.append(_heading(child, walk, depth + 1))
        elif tag == _LIST:
            parts.append(_list(child, walk, None, depth + 1))
        elif tag == _NUMBERED:
            parts.append(_numbered(child, walk, depth + 1))
        elif tag in INDEXES:
            parts.append(_section(child, walk, depth + 1))
        elif tag in (_STARTS, _ENDS, _CHANGE):
            _change(child, walk)
        elif tag in SHAPES:
            markup = drawn(child, walk, depth + 1)
            if markup and not walk.deleting:
                parts.append(f"<w:p><w:r>{markup}</w:r></w:p>")
        elif tag not in SILENT and holds_something(child):
            parts.append(f"<w:p><w:r>{UNKNOWN_THING}</w:r></w:p>")
    return "".join(parts)


def _heading(element: etree._Element, walk: Walk, depth: int) -> str:
    style = walk.sheet.style("paragraph", element.get(STYLE_NAME))
    prefix = walk.lists.heading(element) if style.listed != "" else None
    return write_paragraph(element, walk, depth, prefix)


def _list(element: etree._Element, walk: Walk, outer: Place | None, depth: int) -> str:
    walk.check_depth(depth)
    place = walk.lists.enter(element, outer)
    parts: list[str] = []
    for item in element:
        if item.tag not in (_ITEM, _HEADER):
            if item.tag not in SILENT and holds_something(item):
                parts.append(f"<w:p><w:r>{UNKNOWN_THING}</w:r></w:p>")
            continue
        first = item.tag == _ITEM
        for child in item:
            tag = child.tag
            if tag in (_P, _H):
                prefix = None
                if first:
                    listed = walk.sheet.style("paragraph", child.get(STYLE_NAME)).listed or ""
                    prefix = walk.lists.count(item, place, listed)
                parts.append(write_paragraph(child, walk, depth + 2, prefix))
                first = False
            elif tag == _LIST:
                parts.append(_list(child, walk, place, depth + 2))
            elif tag in (_STARTS, _ENDS, _CHANGE):
                _change(child, walk)
            elif tag not in SILENT and holds_something(child):
                parts.append(f"<w:p><w:r>{UNKNOWN_THING}</w:r></w:p>")
    return "".join(parts)


def _numbered(element: etree._Element, walk: Walk, depth: int) -> str:
    """A paragraph of a list that stands alone."""
    prefix = walk.lists.numbered(element)
    return "".join(write_paragraph(child, walk, depth + 1, prefix) for child in element.iterchildren(_P, _H))


def _section(element: etree._Element, walk: Walk, depth: int) -> str:
    """A section or an index. A hidden one is not there; in a cell its words are told."""
    display = element.get(TEXT + "display", "true")
    hidden = True if display == "none" else is_hidden(element) if display == "condition" else False
    if hidden and not walk.in_cell:
        return ""
    kept = walk.extra
    walk.extra += HIDDEN if hidden else UNSURE if hidden is None else ""
    markup = _blocks(element, walk, depth)
    walk.extra = kept
    return markup


def _change(element: etree._Element, walk: Walk) -> None:
    """A tracked deletion that begins or ends between paragraphs."""
    name = element.get(TEXT + "change-id", "")
    if element.tag == _ENDS:
        walk.deleting.discard(name)
    elif element.tag == _STARTS and name in walk.deleted:
        walk.deleting.add(name)
