"""A document and its result to shapes."""

from __future__ import annotations

from govdisclose.document import Document, Grid
from govdisclose.picture._cells import taken_cells
from govdisclose.picture._lines import line_kinds
from govdisclose.picture._placed import placed_shapes
from govdisclose.picture._places import number_findings
from govdisclose.picture.shapes import Drawing, Kind, PageShapes, Shape
from govdisclose.result import Result

__all__ = ["drawing"]


def drawing(document: Document, result: Result | None = None) -> Drawing:
    """What is to be drawn over the pages of a document. ``result`` is what was read from it, or None for no report.

    Blocks without a page and a box, as those of other formats than PDF, are left out.
    """
    cells = taken_cells(document, result)
    lines = line_kinds(document, result)
    pages: dict[int, list[Shape]] = {}
    for block in document.blocks:
        if isinstance(block, Grid):
            for cell in block.cells:
                taken = cells.get((block.number, cell.row, cell.column))
                if taken is not None and cell.page is not None and cell.box is not None:
                    kind, words = taken
                    pages.setdefault(cell.page, []).append(Shape(kind, cell.box, words))
        elif block.page is not None and block.box is not None:
            kind = lines.get(block.number, Kind.LINE)
            pages.setdefault(block.page, []).append(Shape(kind, block.box))
    for page, shape in placed_shapes(result) if result is not None else ():
        pages.setdefault(page, []).append(shape)
    findings, marks = number_findings(document, result.findings if result is not None else document.findings)
    found = [
        PageShapes(number, tuple(pages.get(number, ())), tuple(marks.get(number, ())))
        for number in sorted({*pages, *marks})
    ]
    return Drawing(tuple(found), findings)
