"""The main part of a Word document: what is seen, in reading order."""

from __future__ import annotations

from functools import partial

from lxml import etree

from govdisclose.errors import DamagedDocumentError, UnreadableDocumentError
from govdisclose.limits import Limits
from govdisclose.readers.docx._fields import find_fields
from govdisclose.readers.docx._grid import Merge
from govdisclose.readers.docx._names import UNDERSTOOD
from govdisclose.readers.docx._numbering import Numbering, read_numbering
from govdisclose.readers.docx._package import Package, find_related, read_part
from govdisclose.readers.docx._plain import is_special
from govdisclose.readers.docx._rows import UNMERGED, items_of
from govdisclose.readers.docx._tracked import find_tracked
from govdisclose.readers.docx._walk import Item, Walk
from govdisclose.readers.docx._watch import Sheets, is_odd
from govdisclose.readers.docx._xml import W, flag, namespaces, number, parse_xml

_TC, _VAL = W + "tc", W + "val"
_SPAN, _VMERGE, _HMERGE = W + "gridSpan", W + "vMerge", W + "hMerge"


def read_body(package: Package, main: str, limits: Limits) -> list[Item]:
    """The items of the document. Raises ``DamagedDocumentError`` if the part is no Word document."""
    data = read_part(package, main)
    root = parse_xml(data, limits, main)
    if root.tag != W + "document":
        raise DamagedDocumentError(f"{main} is no Word document: its root is {str(root.tag)[:100]}")
    body = root.find(W + "body")
    if body is None:
        raise DamagedDocumentError(f"{main} has no w:body")
    # One search for the few merged cells is cheaper than a look into the properties of all.
    spans: dict[etree._Element, tuple[int, Merge, bool]] = {}
    for item in body.iter(_SPAN, _VMERGE, _HMERGE):
        properties = item.getparent()
        cell = properties.getparent() if properties is not None else None
        if cell is not None and cell.tag == _TC:  # not the former properties that a tracked change keeps
            spans[cell] = _merged(item, *spans.get(cell, UNMERGED))
    sheets = _sheets(package, main)
    foreign = tuple(f"{{{name}}}*" for name in sorted(namespaces(root, data) - UNDERSTOOD) if name)
    special = is_special(body, foreign)
    tracked = find_tracked(body) if special else {}
    numbering, odd_numbers = _numbering(package, main, root, sheets)
    walk = Walk(
        limits,
        numbering,
        sheets,
        spans,
        tracked,
        find_fields(body, {cell for cell, change in tracked.items() if change == "cellDel"})
        if special
        else None,
        deleted=special and next(body.iter(W + "del", W + "moveFrom"), None) is not None,
        special=special,
        foreign=foreign,
        odd=odd_numbers or is_odd(body, sheets, data),
        prompts=special and any(flag(prompt) for prompt in body.iter(W + "showingPlcHdr")),
    )
    return items_of(body, walk, 2)


def _sheets(package: Package, main: str) -> Sheets:
    """The style sheet; an empty one where there is none or it is broken."""
    try:
        name = find_related(package, main, "styles")
        data = read_part(package, name) if name else b""
    except UnreadableDocumentError:
        return Sheets(b"", lambda: None)
    return Sheets(data, partial(_root, package, data, name or ""))


def _root(package: Package, data: bytes, name: str) -> etree._Element | None:
    try:
        return parse_xml(data, package.limits, name) if data else None
    except UnreadableDocumentError:
        return None


def _numbering(
    package: Package, main: str, root: etree._Element, sheets: Sheets
) -> tuple[Numbering | None, bool]:
    """The document's lists, and whether their numbers may be hidden or marked.

    None if no paragraph is in a list, or if the part that declares them is broken.
    """
    listed, styled = (next(root.iter(W + name), None) is not None for name in ("numPr", "pStyle"))
    numbered = styled and b"numPr" in sheets.data
    if not (listed or numbered):
        return None, False
    try:
        name = find_related(package, main, "numbering")
        if name is None:
            return None, False
        lists = parse_xml(read_part(package, name), package.limits, name)
        styles = parse_xml(sheets.data, package.limits, "the styles") if numbered else None
    except UnreadableDocumentError:
        return None, False
    return read_numbering(lists, styles), is_odd(lists, sheets)


def _merged(item: etree._Element, span: int, merge: Merge, continues: bool) -> tuple[int, Merge, bool]:
    """What is said of a merged cell, with what one more of its properties says."""
    tag = item.tag
    if tag == _SPAN:
        return max(number(item, 1), 1), merge, continues
    restarts = item.get(_VAL) == "restart"
    if tag == _VMERGE:
        return span, Merge.RESTART if restarts else Merge.CONTINUE, continues
    return span, merge, not restarts
