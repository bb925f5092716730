"""Small workbooks for tests, and changes to the parts of their packages."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any, TypeAlias

import xlsxwriter

from govdisclose.document import Document, Limits
from govdisclose.readers.spreadsheet import READER

__all__ = ["SHEET", "STRINGS", "STYLES", "Book", "Sheet", "changed", "made", "read", "texts", "told"]

SHEET, STRINGS, STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"

# xlsxwriter is not typed
Book: TypeAlias = Any
Sheet: TypeAlias = Any
Make = Callable[[Book, Sheet], object]


def made(make: Make, *, computed: bool = True) -> bytes:
    """An ``.xlsx`` of one sheet that ``make`` fills. ``computed``: what formulas gave is what will be seen."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file)
    book.calc_on_load = not computed
    make(book, book.add_worksheet("表"))
    book.close()
    return file.getvalue()


def changed(
    source: bytes, part: str, change: Callable[[bytes], bytes], more: Mapping[str, bytes] | None = None
) -> bytes:
    """The package with another part, and with ``more`` parts."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(source)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
        for name, data in (more or {}).items():
            new.writestr(name, data)
    return file.getvalue()


def read(source: bytes) -> Document:
    """What the reader makes of a workbook."""
    return READER.read(source, Limits())


def texts(source: bytes) -> list[list[str]]:
    """The texts of the only table, row by row."""
    (grid,) = read(source).grids
    return [[cell.text for cell in grid.row(row)] for row in range(grid.rows)]


def told(source: bytes) -> list[str]:
    """The findings, each with what it is about."""
    found = []
    for item in read(source).findings:
        facts = dict(item.facts)
        found.append(" ".join([item.kind, str(facts.get("what") or facts.get("why") or "")]).strip())
    return found
