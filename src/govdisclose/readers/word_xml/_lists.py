"""The lists of Word 2003 as the numbering part of a package."""

from __future__ import annotations

from lxml import etree

from govdisclose.readers._wordml import number_format
from govdisclose.readers.docx._xml import W, number

__all__ = ["rename_lists"]

_VAL = W + "val"


def rename_lists(lists: etree._Element) -> None:
    """Turn ``w:lists`` into ``w:numbering``."""
    lists.tag = W + "numbering"
    for child in lists:
        if child.tag == W + "listDef":
            child.tag = W + "abstractNum"
            child.set(W + "abstractNumId", child.get(W + "listDefId", ""))
        elif child.tag == W + "list":
            child.tag = W + "num"
            child.set(W + "numId", child.get(W + "ilfo", ""))
            shared = child.find(W + "ilst")
            if shared is not None:
                shared.tag = W + "abstractNumId"
    for level in lists.iter(W + "lvl"):
        written = level.find(W + "nfc")
        if written is not None:
            written.tag = W + "numFmt"
            written.set(_VAL, number_format(number(written, 0)))
        suffix = level.find(W + "suff")
        if suffix is not None:
            suffix.set(_VAL, suffix.get(_VAL, "").lower())
