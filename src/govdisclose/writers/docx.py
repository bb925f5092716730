"""Word documents, as the form is published: A4 upright, title, headings, ruled tables with merged cells.

What ``read`` of the docx reader gives for the bytes has the same paragraphs and the same grids, with these
limits of the format: a table of one cell comes back as a paragraph, a hole between two cells of a row as an
empty cell, columns that no cell tells apart as one, and characters that XML cannot hold not at all.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as Package
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.shared import Cm

from govdisclose.document import Block, Document, Paragraph, Writer
from govdisclose.writers._docx_run import indent_xml, run_xml, size_xml, xml_text
from govdisclose.writers._docx_styles import FONT_TABLE, set_styles
from govdisclose.writers._docx_table import table_xml
from govdisclose.writers._setting import TITLE_SIZE, set_title

__all__ = ["WRITER"]

_LONGEST_TITLE = 255
_STYLES = {"title": "Title", "heading": "Heading1", "body": "BodyText"}
# Of the template no more than a form needs: no lists, no preview.
_PARTS = {
    *("officeDocument", "core-properties", "extended-properties"),
    *("styles", "settings", "fontTable", "theme"),
}
# One moment for every file, so that the same document gives the same bytes.
_MOMENT = datetime(2020, 1, 1)
_ENTRY_MOMENT = (1980, 1, 1, 0, 0, 0)


def _write(document: Document) -> bytes:
    package = docx.Document()
    _set_up(package, document.title or "")
    body = package.element.body
    end = body.sectPr
    for place, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            after = document.blocks[place + 1] if place + 1 < len(document.blocks) else None
            end.addprevious(parse_xml(_paragraph(block, after)))
            if block.role == "heading" and _is_open(after):
                end.addprevious(parse_xml(f"<w:p {nsdecls('w')}>{_style('BodyText')}</w:p>"))
        elif block.rows and block.columns:
            end.addprevious(parse_xml(table_xml(block)))
            # Word joins two tables that touch, and asks for a paragraph behind the last.
            end.addprevious(parse_xml(f"<w:p {nsdecls('w')}/>"))
    return _pack(package)


def _is_open(after: Block | None) -> bool:
    """Whether a section has nothing in it: then an empty line waits for the text."""
    return after is None or (isinstance(after, Paragraph) and after.role != "body")


def _paragraph(paragraph: Paragraph, after: Block | None) -> str:
    style, properties = "", ""
    if paragraph.role is not None:
        style = _style(_STYLES[paragraph.role])
    if paragraph.role == "title":
        size, side = set_title(paragraph.text)
        goes_on = isinstance(after, Paragraph) and after.role == "title"
        more = '<w:spacing w:after="0"/>' if goes_on else ""
        style = _style("Title", more + (indent_xml(side) if side else ""))
        if size != TITLE_SIZE:
            properties = size_xml(size)
    return f"<w:p {nsdecls('w')}>{style}{run_xml(paragraph.text, properties)}</w:p>"


def _style(key: str, more: str = "") -> str:
    return f'<w:pPr><w:pStyle w:val="{key}"/>{more}</w:pPr>'


def _set_up(package: Package, title: str) -> None:
    section = package.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.5)
    set_styles(package)
    for relations in (package.part.rels, package.part.package.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] not in _PARTS:
                relations.pop(key)
    properties = package.core_properties
    properties.created = properties.modified = _MOMENT
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title = xml_text(title)[:_LONGEST_TITLE]


def _pack(package: Package) -> bytes:
    """The bytes of the package, with the fonts named and the times of writing taken out."""
    saved, fixed = BytesIO(), BytesIO()
    package.save(saved)
    with ZipFile(saved) as source, ZipFile(fixed, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, _ENTRY_MOMENT)
            entry.compress_type = ZIP_DEFLATED
            content = source.read(name)
            if name == "word/fontTable.xml":
                content = content.replace(b"</w:fonts>", FONT_TABLE.encode() + b"</w:fonts>")
            target.writestr(entry, content)
    return fixed.getvalue()


WRITER = Writer(
    id="docx",
    media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    suffixes=(".docx",),
    write=_write,
)
