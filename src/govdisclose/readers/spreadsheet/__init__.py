"""Workbooks, ``.xlsx``, ``.xlsm``, ``.xls`` and ``.et``: each sheet that shows something is a table.

What is read is what the sheet shows when the workbook is opened, the whole of it: a print area says what goes on paper
and is not asked. A cell gives what its number format makes of its value, if that is known exactly; hidden sheets, rows
and columns are not there; struck, white and tiny text is left out, and raised digits are marks. A cell that a picture
lies over, a number that its column is too narrow for, a format whose look depends on the program and a conditional
format that may hide its cell leave no value. Formulas are not run: the value that was last computed is shown, where it
is the one that will be seen. A merged range is one cell, and what stands under it is not shown.

A title, and a line of prose between two tables, is a cell of the sheet and stays a row of its table.
"""

from __future__ import annotations

from govdisclose.containers import OLE, ZIP
from govdisclose.document import Document, Reader
from govdisclose.errors import DamagedDocumentError, UnknownFormatError
from govdisclose.limits import Limits
from govdisclose.readers._opening import opened

__all__ = ["READER"]

_ZIPPED = ("xl/workbook.xml", "xl/workbook.bin")
_STREAMS = ("workbook", "book")
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"


def _sniff(head: bytes, members: tuple[str, ...] = ()) -> bool:
    names = {name.lower() for name in members}
    if head.startswith(ZIP):
        if _OPEN_DOCUMENT in head[:120]:
            return True
        return any(name in names for name in _ZIPPED)
    return head.startswith(OLE) and any(name in names for name in _STREAMS) and "worddocument" not in names


def _read(source: bytes, limits: Limits) -> Document:
    return opened(source, limits, _opened)


def _opened(source: bytes, limits: Limits) -> Document:
    if source.startswith(ZIP) and _OPEN_DOCUMENT in source[:120]:
        raise UnknownFormatError(
            "this is an OpenDocument spreadsheet (.ods), which is not read; save it as .xlsx"
        )
    # lxml, zipfile and olefile are loaded on the first file read, not when formats are listed.
    from govdisclose.readers.spreadsheet._document import read_ole, read_zip

    if source.startswith(b"PK"):
        return read_zip(source, limits)
    if source.startswith(OLE):
        return read_ole(source, limits)
    raise DamagedDocumentError(f"the file begins with {source[:8]!r}, as no workbook does")


READER = Reader(
    id="spreadsheet",
    media_types=(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.ms-excel",
    ),
    suffixes=(".xlsx", ".xlsm", ".xls", ".et"),
    sniff=_sniff,
    read=_read,
)
