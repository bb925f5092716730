"""OpenDocument texts, as the form is published: A4 upright, title, headings, ruled tables with merged cells.

What ``read`` of the odt reader gives for the bytes has the same paragraphs and the same grids, with these limits of the
format: a table of one cell comes back as a paragraph, a hole that is not at the end of a row as an empty cell, columns
that no cell tells apart as one, and characters that XML cannot hold not at all.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from govdisclose.document import Block, Document, Paragraph, Writer
from govdisclose.writers._odt_styles import CONTENT, FLAT, MANIFEST, META, MIMETYPE, NAMESPACES, STYLES
from govdisclose.writers._odt_table import table_xml
from govdisclose.writers._odt_text import Made, paragraph_xml, text_xml
from govdisclose.writers._setting import TITLE_SIZE, set_title

__all__ = ["WRITER", "write_flat"]

_STYLES = {"title": "Title", "heading": "Heading_20_1", "body": "Text_20_body", None: "Standard"}
# One moment for every file, so that the same document gives the same bytes.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def write_flat(document: Document) -> bytes:
    """The document in one XML file (``.fodt``)."""
    automatic, body = _content(document)
    return FLAT.format(
        spaces=NAMESPACES, title=text_xml(document.title or ""), automatic=automatic, body=body
    ).encode()


def _write(document: Document) -> bytes:
    automatic, body = _content(document)
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in (
            ("mimetype", MIMETYPE),
            ("content.xml", CONTENT.format(spaces=NAMESPACES, automatic=automatic, body=body)),
            ("styles.xml", STYLES),
            ("meta.xml", META.format(spaces=NAMESPACES, title=text_xml(document.title or ""))),
            ("META-INF/manifest.xml", MANIFEST),
        ):
            entry = ZipInfo(name, _MOMENT)
            # The first member is what programs know the file by: it stands there as it is.
            entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            archive.writestr(entry, content.encode())
    return target.getvalue()


def _content(document: Document) -> tuple[str, str]:
    """The styles made for single places, and the body."""
    made = Made()
    parts: list[str] = []
    for place, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            after = document.blocks[place + 1] if place + 1 < len(document.blocks) else None
            parts.append(_paragraph(block, after, made))
            if block.role == "heading" and _is_open(after):
                parts.append('<text:p text:style-name="Text_20_body"/>')
        elif block.rows and block.columns:
            parts.append(table_xml(block, len(parts) + 1, made))
            parts.append('<text:p text:style-name="Standard"/>')
    return made.markup(), "".join(parts)


def _is_open(after: Block | None) -> bool:
    """Whether a section has nothing in it: then an empty line waits for the text."""
    return after is None or (isinstance(after, Paragraph) and after.role != "body")


def _paragraph(paragraph: Paragraph, after: Block | None, made: Made) -> str:
    style = _STYLES[paragraph.role]
    if paragraph.role == "title":
        size, side = set_title(paragraph.text)
        goes_on = isinstance(after, Paragraph) and after.role == "title"
        style = made.style(style, size if size != TITLE_SIZE else None, side, tight=goes_on)
    level = ' text:outline-level="1"' if paragraph.role == "heading" else ""
    return paragraph_xml(paragraph.text, style, "h" if level else "p", level)


WRITER = Writer(
    id="odt",
    media_types=("application/vnd.oasis.opendocument.text",),
    suffixes=(".odt",),
    write=_write,
)
