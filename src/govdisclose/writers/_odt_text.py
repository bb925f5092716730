"""Texts and paragraphs of OpenDocument, and the styles that are made for single places."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from attrs import define, field

from govdisclose.writers._docx_run import xml_text

__all__ = ["Made", "paragraph_xml", "text_xml"]

_PIECES = re.compile("(\t|\n|^ +|(?<= ) +| +$)")


def text_xml(text: str) -> str:
    """The text as markup, without the characters that XML cannot hold."""
    return escape(xml_text(text), {"\r": "&#13;"})


def paragraph_xml(text: str, style: str, name: str = "p", more: str = "") -> str:
    """One paragraph. White space that is more than one space stands in elements; a line break is one as well."""
    inside = "".join(_piece(piece) for piece in _PIECES.split(xml_text(text)) if piece)
    return f'<text:{name} text:style-name="{style}"{more}>{inside}</text:{name}>'


def _piece(piece: str) -> str:
    if piece == "\t":
        return "<text:tab/>"
    if piece == "\n":
        return "<text:line-break/>"
    return f'<text:s text:c="{len(piece)}"/>' if piece.isspace() and not piece.strip(" ") else text_xml(piece)


@define
class Made:
    """The styles that single paragraphs and tables need, each made once."""

    paragraphs: dict[tuple[str, float | None, float, bool], str] = field(factory=dict)
    others: list[str] = field(factory=list)

    def style(self, base: str, size: float | None, side: float, *, tight: bool = False) -> str:
        """The name of a paragraph style: ``base`` in another size, with so much free on either side (points).

        ``tight``: nothing is free below it.
        """
        if size is None and not side and not tight:
            return base
        return self.paragraphs.setdefault((base, size, side, tight), f"P{len(self.paragraphs) + 1}")

    def markup(self) -> str:
        """All of them."""
        parts = list(self.others)
        for (base, size, side, tight), name in self.paragraphs.items():
            paragraph = (
                f' fo:margin-left="{side:g}pt" fo:margin-right="{side:g}pt" fo:text-indent="0pt"'
                if side
                else ""
            )
            paragraph += ' fo:margin-bottom="0pt"' if tight else ""
            sizes = (
                f' fo:font-size="{size:g}pt" style:font-size-asian="{size:g}pt"' if size is not None else ""
            )
            parts.append(
                f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{base}">'
                f"<style:paragraph-properties{paragraph}/><style:text-properties{sizes}/></style:style>"
            )
        return "".join(parts)
