"""Documents as workbooks: one sheet, a paragraph a row, merged cells merged. Every cell is a text."""

from __future__ import annotations

from io import BytesIO

import xlsxwriter
import xlwt

from govdisclose.document import Document, Paragraph

__all__ = ["xls", "xlsx"]


def _cells(document: Document) -> list[tuple[str, int, int, int, int]]:
    """Every text with its first and last row and column."""
    found = []
    top = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.append((block.text, top, 0, top, 0))
            top += 1
            continue
        for cell in block.cells:
            last = top + cell.row + cell.rowspan - 1, cell.column + cell.colspan - 1
            found.append((cell.text, top + cell.row, cell.column, *last))
        top += block.rows
    return found


def xlsx(document: Document) -> bytes:
    """As ``.xlsx``, every cell a text."""
    file = BytesIO()
    options = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as workbook:
        sheet = workbook.add_worksheet("年度报告")
        for text, top, left, bottom, right in _cells(document):
            if (top, left) != (bottom, right):
                sheet.merge_range(top, left, bottom, right, text)
            elif text:
                sheet.write_string(top, left, text)
    return file.getvalue()


def xls(document: Document) -> bytes:
    """As ``.xls``, every cell a text."""
    workbook = xlwt.Workbook(encoding="utf-8")
    sheet = workbook.add_sheet("年度报告")
    for text, top, left, bottom, right in _cells(document):
        if (top, left) != (bottom, right):
            sheet.write_merge(top, bottom, left, right, text)
        elif text:
            sheet.write(top, left, text)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()
