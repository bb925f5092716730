"""A grid as a table of WordprocessingML."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.ns import nsdecls

from govdisclose.grid import Cell, Grid
from govdisclose.writers._docx_run import indent_xml, run_xml, size_xml
from govdisclose.writers._docx_styles import CELL_STYLES
from govdisclose.writers._setting import NARROW, TEXT_WIDTH, set_cell

__all__ = ["table_xml"]

_TWIPS = 20  # in a point
_ROOM = (80, 40)  # twips between ruling and text, in a wide table and in a narrow one
_HEIGHT = (480, 360)  # twips of a row at least
_MOST_KEPT = 45  # rows that may fit on one page


def table_xml(grid: Grid) -> str:
    """The table: ruled, of fixed widths, centred; kept on one page if it may fit there."""
    widths = [round(width * _TWIPS) for width in grid.widths or [TEXT_WIDTH / grid.columns] * grid.columns]
    is_narrow = grid.widths is not None and min(grid.widths) < NARROW
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    sides = "".join(f'<w:{side} w:w="{_ROOM[is_narrow]}" w:type="dxa"/>' for side in ("left", "right"))
    rows = "".join(_row(grid, row, widths, is_narrow=is_narrow) for row in range(grid.rows))
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(grid: Grid, row: int, widths: Sequence[int], *, is_narrow: bool) -> str:
    line = grid.line(row)
    covered = [column for column, cell in enumerate(line) if cell is not None]
    first, last = (covered[0], covered[-1]) if covered else (0, 0)
    before = f'<w:gridBefore w:val="{first}"/>' if first else ""
    after = f'<w:gridAfter w:val="{grid.columns - 1 - last}"/>' if last < grid.columns - 1 else ""
    # A table whose rows all keep with the next one is not cut by the end of a page.
    keep = "<w:keepNext/>" if row < grid.rows - 1 and grid.rows <= _MOST_KEPT else ""
    cells: list[str] = []
    column = first
    while column <= last:
        cell = line[column]
        span = min(cell.colspan, grid.columns - column) if cell is not None else 1
        cells.append(_cell(cell, row, span, sum(widths[column : column + span]), keep, is_narrow=is_narrow))
        column += span
    height = f'<w:cantSplit/><w:trHeight w:val="{_HEIGHT[is_narrow]}" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr>{before}{after}{height}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(cell: Cell | None, row: int, span: int, width: int, keep: str, *, is_narrow: bool) -> str:
    """One cell of one row; a cell of three rows stands three times, with its text in the first."""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    text = cell.text if cell is not None else ""
    if cell is not None and cell.rowspan > 1:
        spans += '<w:vMerge w:val="restart"/>' if cell.row == row else "<w:vMerge/>"
        text = text if cell.row == row else ""
    style, points = CELL_STYLES[is_narrow]
    size, side = set_cell(text, points, (width - 2 * _ROOM[is_narrow]) / _TWIPS)
    properties = f'<w:pStyle w:val="{style}"/>{keep}{indent_xml(side) if side else ""}'
    run = size_xml(size) if size != points else ""
    paragraphs = "".join(
        f"<w:p><w:pPr>{properties}</w:pPr>{run_xml(line, run)}</w:p>" for line in text.split("\n")
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}<w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraphs}</w:tc>"
    )
