"""The language of Word 2003 in that of DOCX: names, values, tracked changes, and what is seen through."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from govdisclose.errors import LimitError
from govdisclose.readers.docx._names import UNDERSTOOD
from govdisclose.readers.docx._xml import W, namespaces

__all__ = ["rename"]

_WX = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_AML = "{http://schemas.microsoft.com/aml/2001/core}"
_VAL, _RUN, _CLEAR = W + "val", W + "r", W + "smartTag"

_ELEMENTS: Mapping[str, str] = {
    W + "vmerge": W + "vMerge",
    W + "hmerge": W + "hMerge",
    W + "hlink": W + "hyperlink",
    W + "cfChunk": _CLEAR,
    W + "ocx": W + "control",
    W + "applet": W + "control",
    W + "asianLayout": W + "eastAsianLayout",
    W + "listPr": W + "numPr",
    W + "ilfo": W + "numId",
}
_NOTES: Mapping[str, str] = {
    W + "footnote": W + "footnoteReference",
    W + "endnote": W + "endnoteReference",
}
_SHADING, _HIGHLIGHT = W + "shd", W + "highlight"
_HIDDEN = W + "rt"
"""What the road of DOCX passes over with all that it holds. Nothing is taken out of the tree, which is slow: each node
that loses the namespaces around it is given them anew."""
_HEADERS = (W + "hdr", W + "ftr")
_ANNOTATION, _CONTENT, _TYPE = _AML + "annotation", _AML + "content", W + "type"
_CHANGES: Mapping[str, str] = {"Word.Insertion": "ins", "Word.Deletion": "del"}
_PLACES = ("Bookmark", "Comment", "Insertion", "Deletion", "Formatting", "Numbering")
"""Annotations that show nothing: their kind is this word, or this word and ``.Start`` or ``.End``."""
_PROPERTIES = frozenset(
    W + name for name in ("rPr", "trPr", "pPr", "tblPr", "tblPrEx", "sectPr", "numPr", "listPr")
)
_CELL = W + "tcPr"
_SCHEMAS = 1_000
_BLOCKS = frozenset(W + name for name in ("p", "tbl", "tr", "tc", "r"))
_KNOWN = frozenset((W[1:-1], _WX[1:-1], _AML[1:-1]))


def rename(root: etree._Element, data: bytes) -> None:
    """Say in the names of DOCX what a document says. ``data`` are its bytes. Raises ``LimitError`` (elements)."""
    foreign = [f"{{{name}}}*" for name in namespaces(root, data) - UNDERSTOOD - _KNOWN if name]
    if len(foreign) > _SCHEMAS:
        raise LimitError("elements", _SCHEMAS, len(foreign), "the namespaces of the file", fixed=True)
    for header in list(root.iter(*_HEADERS)):
        header.tag = _HIDDEN
    for annotation in list(root.iter(_ANNOTATION)):
        _annotation(annotation)
    for element in list(root.iter(*_ELEMENTS, *_NOTES, _SHADING, _HIGHLIGHT)):
        tag = element.tag
        if tag == _SHADING:
            value = element.get(_VAL, "")
            if value.startswith("pct-"):
                element.set(_VAL, value.replace("-", ""))
        elif tag == _HIGHLIGHT:
            first, *others = element.get(_VAL, "").split("-")
            element.set(_VAL, first + "".join(other.capitalize() for other in others))
        elif tag in _ELEMENTS:
            element.tag = _ELEMENTS[tag]
        else:
            _note(element, _NOTES[tag])
    for hint in list(root.iter(_WX + "*")):
        if not _see_through(hint):
            hint.tag = _HIDDEN
    for element in list(root.iter(*foreign)) if foreign else ():
        _see_through(element)


def _note(note: etree._Element, name: str) -> None:
    """A note stands in the run of its mark; the mark is what is seen there."""
    parent = note.getparent()
    if parent is None or parent.tag != _RUN:
        return
    for paragraph in note:
        paragraph.tag = _HIDDEN
    note.tag = name
    own = note.attrib.pop(W + "suppressRef", "off")
    if own != "off":
        note.set(W + "customMarkFollows", "1")


def _annotation(annotation: etree._Element) -> None:
    """A tracked change, a comment, or a place. What is not known stays what it is: a thing without a rule."""
    parent = annotation.getparent()
    kind = annotation.get(_TYPE, "")
    change = _CHANGES.get(kind)
    content = annotation.find(_CONTENT)
    if parent is None:
        return
    if parent.tag == _CELL and kind != "Word.Formatting":
        annotation.tag = W + ("cellDel" if change == "del" else "cellIns")
    elif parent.tag in _PROPERTIES or parent.tag == _CELL:
        annotation.tag = _HIDDEN if change is None else W + change
    elif change is not None and content is not None:
        annotation.tag = W + change
        content.tag = _CLEAR
    elif kind.removeprefix("Word.").removesuffix(".Start").removesuffix(".End") in _PLACES:
        annotation.tag = _HIDDEN


def _see_through(element: etree._Element) -> bool:
    """The tags of a schema of the user, and of hints, are not seen; what they hold is: whether it is so of this one.

    One with a text of its own, or with nothing that Word knows, stays a thing without a rule.
    """
    holds = any(child.tag in _BLOCKS or child.tag == _CLEAR or _is_foreign(child) for child in element)
    if not holds or (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        return False
    element.tag = _CLEAR
    return True


def _is_foreign(element: etree._Element) -> bool:
    return str(element.tag)[1:].partition("}")[0] not in UNDERSTOOD
