"""A formula that says no more than its text; all else is a thing that is not read."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from govdisclose.limits import Limits
from govdisclose.readers.docx._looks import PLAIN, Look, Part
from govdisclose.readers.docx._names import FORMULAS, SILENT
from govdisclose.readers.docx._walk import Raw
from govdisclose.readers.docx._xml import M, W
from govdisclose.shown import Piece, Sight

__all__ = ["read_formula"]

_R, _RPR, _T = M + "r", M + "rPr", M + "t"
_THROUGH = FORMULAS | {W + "ins", W + "moveTo"}
_NOTHING = SILENT | {M + name for name in ("oMathParaPr", "ctrlPr", "jc")}
_PLAIN_PROPERTIES = frozenset(M + name for name in ("sty", "nor", "lit", "aln"))


def read_formula(
    formula: etree._Element, limits: Limits, depth: int, see: Callable[[etree._Element], Look]
) -> Raw:
    """A formula in one line as text. A fraction, a root, a power and the like cannot be said in one line."""
    parts: Raw = []
    if _collect(formula, limits, depth, see, parts):
        return parts
    return [Piece("", Sight.NOT_READ, "formula")]


def _collect(
    parent: etree._Element, limits: Limits, depth: int, see: Callable[[etree._Element], Look], parts: Raw
) -> bool:
    """Whether all of it is text in one line."""
    if depth > limits.depth:
        limits.check("depth", depth)
    for child in parent:
        tag = child.tag
        if tag == _R:
            seen = see(child)
            for piece in child:
                if piece.tag == _T:
                    if piece.text:
                        parts.append(piece.text if seen is PLAIN else Part(piece.text, seen))
                elif piece.tag == _RPR:
                    if any(item.tag not in _PLAIN_PROPERTIES for item in piece):
                        return False
                elif piece.tag not in _NOTHING:
                    return False
        elif tag in _THROUGH:
            if not _collect(child, limits, depth + 1, see, parts):
                return False
        elif tag not in _NOTHING:
            return False
    return True
