"""Reads workbooks, ``.xlsx`` and ``.xls``: each sheet that shows something is a table.

A merged range is one cell with its spans. A title, and a line of prose between two tables, is a cell of the sheet and
stays a row of its table. Hidden sheets are not read; formulas are not run: what was last computed stands in the file.

A cell gives its value and not the look that a number format gives it: see ``text_of``.
"""

from __future__ import annotations

from govdisclose.document import Block, Document, Limits, Reader
from govdisclose.errors import DamagedDocumentError, EmptyDocumentError

from govdisclose_spreadsheet._grid import grid_of, text_of
from govdisclose_spreadsheet._isolated import read_isolated
from govdisclose_spreadsheet._package import examine_package
from govdisclose_spreadsheet._workbook import open_workbook, sheets

__all__ = ["READER", "read", "read_here", "sniff", "text_of"]

_ZIP = b"PK\x03\x04"
_CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARTS = (b"xl/workbook", b"xl/worksheets", b"xl/_rels", b"xl/styles", b"xl/sharedStrings", b"xl/theme")
_STREAMS = tuple(name.encode("utf-16-le") + b"\0\0" for name in ("Workbook", "Book"))
_BOF = (b"\x09\x08\x10\x00\x00\x06\x05\x00", b"\x09\x08\x08\x00\x00\x05\x05\x00")  # BIFF8, BIFF5


def sniff(head: bytes) -> bool:
    """Whether the first bytes are those of a workbook, by what is in the package and not by its name."""
    if head.startswith(_ZIP):
        return any(part in head for part in _PARTS)
    if not head.startswith(_CFB):
        return False
    return any(name in head for name in _STREAMS) or head[512:520] in _BOF


def read(source: bytes, limits: Limits) -> Document:
    """Read a workbook.

    Raises ``DamagedDocumentError``, ``EncryptedDocumentError``, ``EmptyDocumentError`` or ``LimitError``.
    """
    limits.check("bytes", len(source))
    if not source:
        raise EmptyDocumentError("the file has no bytes")
    if source.startswith(b"PK"):
        examine_package(source, limits)
        return read_here(source, limits)
    if source.startswith(_CFB):
        return read_isolated(source, limits)
    raise DamagedDocumentError(f"the file begins with {source[:8]!r}, as no workbook does")


def read_here(source: bytes, limits: Limits) -> Document:
    """Read a workbook that can be trusted with memory, in this process. Raises as ``read`` does."""
    blocks: list[Block] = []
    positions = characters = 0
    with open_workbook(source) as workbook:
        for sheet in sheets(workbook):
            grid = grid_of(sheet, len(blocks) + 1, limits)
            if grid is None:
                continue
            positions += grid.rows * grid.columns
            characters += sum(len(cell.text) for cell in grid.cells)
            limits.check("cells", positions)
            limits.check("characters", characters)
            blocks.append(grid)
            limits.check("blocks", len(blocks))
    if not blocks:
        raise EmptyDocumentError("no sheet of the workbook shows anything")
    return Document(tuple(blocks), format=READER.id)


READER = Reader(
    id="spreadsheet",
    media_types=(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.ms-excel",
    ),
    suffixes=(".xlsx", ".xlsm", ".xls"),
    sniff=sniff,
    read=read,
)
"""The reader. ``pyproject.toml`` names it as an entry point."""
