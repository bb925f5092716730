"""calamine at work: what it raises becomes a typed error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from io import BytesIO

from attrs import frozen
from govdisclose.errors import DamagedDocumentError, EncryptedDocumentError
from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

__all__ = ["Range", "Sheet", "Value", "open_workbook", "sheets"]

Value = int | float | str | bool | time | date | datetime | timedelta
Range = tuple[tuple[int, int], tuple[int, int]]
"""A merged range: its first and its last row and column, from 0."""


@frozen
class Sheet:
    """What is in a sheet: its rows from the first row and column on, and its merged ranges."""

    name: str
    rows: list[list[Value]]
    merged: list[Range]


@contextmanager
def open_workbook(source: bytes) -> Iterator[CalamineWorkbook]:
    """The workbook, closed afterwards."""
    with _typed():
        workbook = CalamineWorkbook.from_filelike(BytesIO(source))
    try:
        yield workbook
    finally:
        workbook.close()


def sheets(workbook: CalamineWorkbook) -> Iterator[Sheet]:
    """The sheets that are shown, in their order."""
    for entry in workbook.sheets_metadata:
        if entry.typ != SheetTypeEnum.WorkSheet or entry.visible != SheetVisibleEnum.Visible:
            continue
        with _typed():
            sheet = workbook.get_sheet_by_name(entry.name)
            yield Sheet(entry.name, sheet.to_python(skip_empty_area=False), sheet.merged_cell_ranges or [])


@contextmanager
def _typed() -> Iterator[None]:
    try:
        yield
    except PasswordError as error:
        raise EncryptedDocumentError("the workbook asks for a password; save it without one") from error
    except (CalamineError, OSError, ValueError) as error:
        raise DamagedDocumentError(f"the workbook cannot be read: {error}") from error
    except BaseException as error:
        # A panic of calamine is no Exception, and its class cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise DamagedDocumentError(f"the workbook cannot be read: {error}") from error
