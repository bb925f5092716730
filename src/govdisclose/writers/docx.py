"""Word documents, as the form's tables are published: A4 upright, ruled tables, merged cells.

What ``read`` of the docx reader gives for the bytes has the same paragraphs and the same grids, with these
limits of the format: a table of one cell comes back as a paragraph, a hole between two cells of a row as an
empty cell, columns that no cell tells apart as one, and characters that XML cannot hold not at all.
"""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as Package
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Cm, Pt

from govdisclose.document import Document, Paragraph, Writer
from govdisclose.grid import Cell, Grid

__all__ = ["WRITER"]

_FONT = "宋体"
_WIDTH = 17.0  # centimetres between the margins of 2 cm
_TWIPS_PER_CM = 567
_LONGEST_TITLE = 255
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PIECES = re.compile("([\t\n])")
_MARKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
# One moment for every file, so that the same document gives the same bytes.
_MOMENT = datetime(2020, 1, 1)
_ENTRY_MOMENT = (1980, 1, 1, 0, 0, 0)


def _write(document: Document) -> bytes:
    package = docx.Document()
    _set_up(package, document.title or "")
    body = package.element.body
    end = body.sectPr
    for block in document.blocks:
        if isinstance(block, Paragraph):
            end.addprevious(parse_xml(f"<w:p {nsdecls('w')}>{_run(block.text)}</w:p>"))
        elif block.rows and block.columns:
            end.addprevious(parse_xml(_table(block)))
            # Word joins two tables that touch, and asks for a paragraph behind the last.
            end.addprevious(parse_xml(f"<w:p {nsdecls('w')}/>"))
    return _pack(package)


def _set_up(package: Package, title: str) -> None:
    section = package.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    style = package.styles["Normal"]
    style.font.name = _FONT
    style.font.size = Pt(10.5)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    properties = package.core_properties
    properties.created = properties.modified = _MOMENT
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title = _NOT_XML.sub("", title)[:_LONGEST_TITLE]


def _pack(package: Package) -> bytes:
    """The bytes of the package with the times of writing taken out."""
    saved, fixed = BytesIO(), BytesIO()
    package.save(saved)
    with ZipFile(saved) as source, ZipFile(fixed, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, _ENTRY_MOMENT)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return fixed.getvalue()


def _run(text: str) -> str:
    """One run; a tab and a line break are elements of it."""
    pieces = (piece for piece in _PIECES.split(_NOT_XML.sub("", text)) if piece)
    inside = "".join(
        _MARKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece, {chr(13): "&#13;"})}</w:t>'
        for piece in pieces
    )
    return f"<w:r>{inside}</w:r>" if inside else ""


def _table(grid: Grid) -> str:
    width = int(_WIDTH * _TWIPS_PER_CM / grid.columns)
    columns = f'<w:gridCol w:w="{width}"/>' * grid.columns
    rows = "".join(_row(grid, row, width) for row in range(grid.rows))
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>'
        f'<w:jc w:val="center"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
    )


def _row(grid: Grid, row: int, width: int) -> str:
    line = grid.line(row)
    covered = [column for column, cell in enumerate(line) if cell is not None]
    first, last = (covered[0], covered[-1]) if covered else (0, 0)
    before = f'<w:gridBefore w:val="{first}"/>' if first else ""
    after = f'<w:gridAfter w:val="{grid.columns - 1 - last}"/>' if last < grid.columns - 1 else ""
    cells: list[str] = []
    column = first
    while column <= last:
        cell = line[column]
        span = min(cell.colspan, grid.columns - column) if cell is not None else 1
        cells.append(_cell(cell, row, span, width * span))
        column += span
    return f"<w:tr><w:trPr>{before}{after}<w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(cell: Cell | None, row: int, span: int, width: int) -> str:
    """One cell of one row; a cell of three rows stands three times, with its text in the first."""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    text = cell.text if cell is not None else ""
    if cell is not None and cell.rowspan > 1:
        spans += '<w:vMerge w:val="restart"/>' if cell.row == row else "<w:vMerge/>"
        text = text if cell.row == row else ""
    paragraphs = "".join(
        f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{_run(line)}</w:p>' for line in text.split("\n")
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}<w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraphs}</w:tc>"
    )


WRITER = Writer(
    id="docx",
    media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    suffixes=(".docx",),
    write=_write,
)
