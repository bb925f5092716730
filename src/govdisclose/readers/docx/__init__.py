"""Word documents (Office Open XML): the ZIP package, its main part, paragraphs and tables in reading order.

What is read is what the page shows. Tracked deletions, field codes, headers, footers, notes and comments are not
read. Struck, hidden, white and tiny text is left out, and raised digits are marks: each is told of its cell. A
picture, an object, a symbol of an unknown font or anything that has no rule here leaves its cell without a value.
The text of a text box follows the paragraph that anchors it. A table that holds tables is layout, and so is a table
of one cell: their content stands in the document as if there were no table. Numbers that Word counts (一、 typed as
automatic numbering) are part of the text, since they are printed.
"""

from __future__ import annotations

from govdisclose.document import Block, Document, Paragraph, Picture, Reader
from govdisclose.errors import DamagedDocumentError, EmptyDocumentError, LimitError
from govdisclose.findings import Finding
from govdisclose.limits import Limits
from govdisclose.text import is_blank

__all__ = ["READER"]

_NAMES = (b"[Content_Types].xml", b"_rels/.rels", b"word/")
_MEDIA, _PICTURES = "word/media/", 200
_OTHERS = (b"xl/workbook", b"xl/worksheets", b"ppt/presentation")  # of the same family, for other readers


def _sniff(head: bytes) -> bool:
    if not head.startswith(b"PK\x03\x04") or not any(name in head for name in _NAMES):
        return False
    others = [at for name in _OTHERS if (at := head.find(name)) >= 0]
    word = head.find(b"word/")
    # a workbook may be embedded in a Word document: the package's own parts come first
    return not others or 0 <= word < min(others)


def _read(source: bytes, limits: Limits) -> Document:
    limits.check("bytes", len(source))
    if not source:
        raise EmptyDocumentError("the file has no bytes")
    if not source.startswith(b"PK"):
        raise DamagedDocumentError("the file is no ZIP archive, which every .docx is")
    try:
        return _document(source, limits)
    except RecursionError:
        # Only where the caller's own stack, or a raised limit, leaves too little room.
        raise LimitError("depth", limits.depth, "more than the stack holds") from None


def _document(source: bytes, limits: Limits) -> Document:
    # lxml and zipfile are loaded on the first file read, not when formats are listed.
    from govdisclose.readers.docx._body import read_body
    from govdisclose.readers.docx._grid import RawTable, build
    from govdisclose.readers.docx._package import find_main, open_package
    from govdisclose.readers.docx._rows import line_of

    package = open_package(source, limits)
    items = read_body(package, find_main(package), limits)
    limits.check("blocks", len(items))
    blocks: list[Block] = []
    findings: list[Finding] = []
    paragraphs = grids = positions = 0
    printed = False
    for item in items:
        if isinstance(item, RawTable):
            grid, noticed = build(item, grids + 1, limits)
            if grid.rows == 0:
                continue
            positions += grid.rows * grid.columns
            limits.check("cells", positions)
            grids += 1
            blocks.append(grid)
            findings += noticed
            printed = printed or any(cell.text and not is_blank(cell.text) for cell in grid.cells)
            continue
        text = item if isinstance(item, str) else line_of(item)
        if text and (text[0].isalnum() or not is_blank(text)):
            paragraphs += 1
            blocks.append(Paragraph(text, paragraphs))
            printed = True
    if not printed:
        raise EmptyDocumentError("the document holds no text; if it shows any, that is a picture")
    # A package does not say in which order its pictures stand, nor which of them stand in a running head.
    pictures = tuple(Picture(name) for name in sorted(package.entries) if name.startswith(_MEDIA))[:_PICTURES]
    return Document(tuple(blocks), "docx", findings=tuple(findings), pictures=pictures)


READER = Reader(
    id="docx",
    media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    suffixes=(".docx", ".docm"),
    sniff=_sniff,
    read=_read,
)
