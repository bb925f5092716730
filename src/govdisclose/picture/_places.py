"""Where findings stand on the pages, and their numbers."""

from __future__ import annotations

from collections.abc import Iterable

from govdisclose.document import Document
from govdisclose.findings import Finding
from govdisclose.grid import Cell, Grid
from govdisclose.locate import Box, Locator
from govdisclose.picture.shapes import Mark

__all__ = ["number_findings"]

_Place = tuple[int, Box | None]


def number_findings(
    document: Document, findings: Iterable[Finding]
) -> tuple[tuple[Finding, ...], dict[int, list[Mark]]]:
    """The findings in the order of their numbers, and the marks of each page."""
    grids = {grid.number: grid for grid in document.grids}
    lines = {item.number: item for item in document.paragraphs}
    placed: list[tuple[Finding, _Place]] = []
    loose: list[Finding] = []
    for item in findings:
        place = None
        if item.at is not None:
            place = _place(item.at, grids)
            if place is None and item.at.paragraph in lines:
                line = lines[item.at.paragraph]
                place = (line.page, line.box) if line.page is not None else None
        if place is None:
            loose.append(item)
        else:
            placed.append((item, place))
    placed.sort(
        key=lambda pair: (pair[1][0], *((0.0, 0.0) if (box := pair[1][1]) is None else (box[1], box[0])))
    )
    marks: dict[int, list[Mark]] = {}
    for number, (item, (page, box)) in enumerate(placed, 1):
        marks.setdefault(page, []).append(Mark(number, item.severity, box))
    return (*(item for item, _ in placed), *loose), marks


def _place(at: Locator, grids: dict[int, Grid]) -> _Place | None:
    if at.page is not None and at.box is not None:
        return at.page, at.box
    grid = grids.get(at.table) if at.table is not None else None
    if grid is not None:
        row = min(at.row - 1 if at.row is not None else 0, grid.rows - 1)
        cells = [cell for cell in grid.row(row) if cell.row == row] or grid.row(row)
        if at.column is not None:
            cells = [cell for cell in cells if cell.column == at.column - 1] or cells
        around = _around(cells)
        if around is not None:
            return around
    return (at.page, None) if at.page is not None else None


def _around(cells: Iterable[Cell]) -> _Place | None:
    """The page of the first cell, and the box around the cells on it."""
    placed = [(cell.page, cell.box) for cell in cells if cell.page is not None and cell.box is not None]
    if not placed:
        return None
    page = placed[0][0]
    lefts, tops, rights, bottoms = zip(*(box for on, box in placed if on == page), strict=True)
    return page, (min(lefts), min(tops), max(rights), max(bottoms))
