"""The lists of Word 2003 as the numbering part of a package."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from govdisclose.readers.docx._xml import W, number

__all__ = ["rename_lists"]

_VAL = W + "val"
_FORMATS: Mapping[int, str] = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    10: "ideographDigital",
    11: "japaneseCounting",
    14: "decimalFullWidth",
    18: "decimalEnclosedCircle",
    19: "decimalFullWidth2",
    22: "decimalZero",
    23: "bullet",
    28: "decimalEnclosedCircleChinese",
    30: "ideographTraditional",
    33: "taiwaneseCounting",
    35: "taiwaneseCountingThousand",
    37: "chineseCounting",
    39: "chineseCountingThousand",
}
"""Ways to write a number that the road of DOCX knows, by the number that Word has for each; of others none is written."""


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
            written.set(_VAL, _FORMATS.get(number(written, 0), "unknown"))
        suffix = level.find(W + "suff")
        if suffix is not None:
            suffix.set(_VAL, suffix.get(_VAL, "").lower())
