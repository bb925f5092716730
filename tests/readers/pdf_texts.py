"""What is read of a page, as plain lists."""

from __future__ import annotations

from pdf_samples import filled, ruled

from govdisclose.document import Document, Grid

XS, YS = [50, 150, 220], [250, 230, 210]
ROWS = [["信息内容", "数量"], ["规章", "12"]]
TABLE = ruled(XS, YS) + filled(XS, YS, ROWS)


def cells(grid: Grid) -> list[tuple[str, int, int, int, int]]:
    return [(cell.text, cell.row, cell.column, cell.rowspan, cell.colspan) for cell in grid.cells]


def texts(document: Document) -> list[list[str]]:
    return [[cell.text for cell in grid.cells] for grid in document.grids]


def kinds(document: Document) -> list[str]:
    return [item.kind for item in document.findings]
