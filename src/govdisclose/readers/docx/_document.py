"""From the package of a Word document to a ``Document``: also for formats that are made into such a package."""

from __future__ import annotations

from govdisclose.document import Block, Document, Paragraph, Picture
from govdisclose.errors import EmptyDocumentError
from govdisclose.findings import Finding
from govdisclose.readers.docx._body import read_body
from govdisclose.readers.docx._grid import RawTable, build
from govdisclose.readers.docx._package import Package, find_main
from govdisclose.readers.docx._rows import line_of
from govdisclose.text import is_blank

__all__ = ["document_of"]

_MEDIA, _PICTURES = "word/media/", 200


def document_of(package: Package, format: str) -> Document:
    """Read the package. ``format`` is the id of the reader.

    Raises ``UnreadableDocumentError``, one of its kinds, ``LimitError``, or ``RecursionError`` where the stack is small.
    """
    limits = package.limits
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
    return Document(tuple(blocks), format, findings=tuple(findings), pictures=pictures)
