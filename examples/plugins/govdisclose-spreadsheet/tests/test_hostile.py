"""A workbook that costs more than it should is refused before room is made for it."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
import xlsxwriter
import xlwt
from govdisclose import Limits
from govdisclose.errors import DamagedDocumentError, EncryptedDocumentError, LimitError

from govdisclose_spreadsheet import READER, _isolated

SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def workbook(rows: int = 2) -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for row in range(rows):
            sheet.write(row, 0, "行政许可")
            sheet.write(row, 1, row)
    return file.getvalue()


def changed(source: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(source)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return file.getvalue()


def limit_of(source: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(LimitError) as error:
        READER.read(source, limits or Limits())
    return error.value.limit


@pytest.mark.parametrize(
    ("old", "new", "limit"),
    [
        (b'r="B2"', b'r="XFD2"', "columns"),
        (b'r="B2"', b'r="B1048576"', "rows"),
        (b'r="B2"', b"r='IV19000'", "cells"),
        (b'<row r="2"', b'<row r="1048576"', "rows"),
    ],
    ids=["column", "row", "area", "row of cells without a place"],
)
def test_a_cell_far_out(old: bytes, new: bytes, limit: str) -> None:
    def move(part: bytes) -> bytes:
        part = part.replace(old, new)
        return part.replace(b' r="A2"', b"").replace(b' r="B2"', b"") if b"<row" in old else part

    assert limit == limit_of(changed(workbook(), SHEET, move))


def test_an_empty_cell_far_out_costs_nothing() -> None:
    source = changed(
        workbook(),
        SHEET,
        lambda part: part.replace(b"</row></sheetData>", b'<c r="XFD2" s="0"/></row></sheetData>'),
    )
    assert 2 == READER.read(source, Limits()).grids[0].columns


def test_counts_that_are_not_true_are_not_believed() -> None:
    source = changed(workbook(), SHEET, lambda part: part.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"'))
    source = changed(
        source,
        STRINGS,
        lambda part: part.replace(b'count="', b'count="99999999').replace(b'ueCount="', b'ueCount="9999999'),
    )
    assert 2 == READER.read(source, Limits()).grids[0].rows


def test_a_long_text_that_many_cells_share() -> None:
    long = "政府信息公开".encode() * 2000
    source = changed(workbook(2000), STRINGS, lambda part: part.replace("行政许可".encode(), long))
    assert "characters" == limit_of(source)


def test_a_part_that_inflates_without_end() -> None:
    source = changed(workbook(), STRINGS, lambda part: part + b" " * 70_000_000)
    assert len(source) < 100_000
    assert "inflated" == limit_of(source)


def test_markup_without_end() -> None:
    source = changed(
        workbook(), SHEET, lambda part: part.replace(b"<sheetData>", b"<sheetData>" + b"<row/>" * 400_001)
    )
    assert "elements" == limit_of(source)
    source = changed(
        workbook(),
        SHEET,
        lambda part: part.replace(b"</sheetData>", b"<a>" * 201 + b"</a>" * 201 + b"</sheetData>"),
    )
    assert "depth" == limit_of(source)


def test_an_entity_that_grows_is_not_expanded() -> None:
    inner = [b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 50) for at in range(6)]
    entities = b'<!DOCTYPE sst [<!ENTITY a "' + b"x" * 1000 + b'">' + b"".join(inner) + b"]>"

    def grow(part: bytes) -> bytes:
        return part.replace(b"<sst", entities + b"<sst", 1).replace("行政许可".encode(), b"&g;")

    with pytest.raises((DamagedDocumentError, LimitError)):
        READER.read(changed(workbook(), STRINGS, grow), Limits())


def test_a_part_that_is_not_well_formed() -> None:
    source = changed(workbook(), SHEET, lambda part: part.replace(b"</sheetData>", b""))
    with pytest.raises(DamagedDocumentError, match=r"xl/worksheets/sheet1\.xml is not well formed"):
        READER.read(source, Limits())


def test_a_package_without_a_workbook() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("xl/styles.xml", "<a/>")
    with pytest.raises(DamagedDocumentError, match="the workbook cannot be read"):
        READER.read(file.getvalue(), Limits())


def test_a_package_with_a_password() -> None:
    source = bytearray(workbook())
    for at in range(len(source) - 4):
        if source[at : at + 4] == b"PK\x01\x02":
            source[at + 8] |= 1
    with pytest.raises(EncryptedDocumentError):
        READER.read(bytes(source), Limits())


def old_workbook(row: int = 1, column: int = 1) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    sheet.write(0, 0, "行政许可")
    sheet.write(row, column, 5)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_limits_hold_for_xls() -> None:
    assert "rows" == limit_of(old_workbook(row=20_000))
    assert "cells" == limit_of(old_workbook(row=1000, column=255))
    assert 2 == READER.read(old_workbook(), Limits()).grids[0].rows


def test_an_xls_that_needs_too_much_memory_does_not_end_the_process() -> None:
    source = old_workbook()
    at = source.index(struct.pack("<HHII", 0x0200, 14, 0, 2))  # DIMENSIONS: first row, row behind the last
    damaged = source[: at + 8] + struct.pack("<I", 0x7FFFFFFF) + source[at + 12 :]
    with pytest.raises(DamagedDocumentError, match="needs more than 1024 MB"):
        READER.read(damaged, Limits())


def test_an_xls_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_isolated, "SECONDS", 0.001)
    with pytest.raises(DamagedDocumentError, match="is not read within"):
        READER.read(old_workbook(), Limits())
