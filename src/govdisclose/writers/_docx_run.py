"""A text as a run of WordprocessingML."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

__all__ = ["indent_xml", "run_xml", "size_xml", "xml_text"]

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PIECES = re.compile("([\t\n])")
_MARKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


def xml_text(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)


def run_xml(text: str, properties: str = "") -> str:
    """One run; a tab and a line break are elements of it. Nothing for an empty text."""
    pieces = (piece for piece in _PIECES.split(xml_text(text)) if piece)
    inside = "".join(
        _MARKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece, {chr(13): "&#13;"})}</w:t>'
        for piece in pieces
    )
    return f"<w:r>{properties}{inside}</w:r>" if inside else ""


def size_xml(points: float) -> str:
    """The properties of a run of this size."""
    halves = round(points * 2)
    return f'<w:rPr><w:sz w:val="{halves}"/><w:szCs w:val="{halves}"/></w:rPr>'


def indent_xml(points: float) -> str:
    """The property of a paragraph that leaves as much free on either side."""
    twips = round(points * 20)
    return f'<w:ind w:left="{twips}" w:right="{twips}"/>'
