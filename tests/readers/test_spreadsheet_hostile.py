"""Workbooks that cost more than they should are refused, in bounded time and memory."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from workbook_edits import SHEET, STRINGS, changed, made
from workbook_samples import xls

from bounded import said_of
from govdisclose import Limits
from govdisclose.document import Cell, Document, Grid
from govdisclose.errors import (
    DamagedDocumentError,
    EncryptedDocumentError,
    LimitError,
    UnknownFormatError,
    UnreadableDocumentError,
)
from govdisclose.readers.spreadsheet import READER

_END = b"</sheetData>"


def workbook(rows: int = 2) -> bytes:
    return made(lambda book, sheet: [sheet.write_row(row, 0, ["行政许可", row]) for row in range(rows)])


def older(*texts: str) -> bytes:
    return xls(
        Document((Grid(tuple(Cell(text, row, 0) for row, text in enumerate(texts)), len(texts), 1),), "x")
    )


def said(source: bytes, folder: Path) -> str:
    return said_of(source, folder, "read_spreadsheet")


@pytest.mark.parametrize(
    ("old", "new", "limit"),
    [
        (b'r="B2"', b'r="XFD2"', "columns"),
        (b'r="B2"', b'r="B1048576"', "rows"),
        (b'r="B2"', b'r="XFD1048576"', "rows"),
        (b'r="B2"', b'r="IV19000"', "cells"),
    ],
)
def test_a_cell_far_out(old: bytes, new: bytes, limit: str, tmp_path: Path) -> None:
    assert f"LimitError {limit}" == said(
        changed(workbook(), SHEET, lambda part: part.replace(old, new)), tmp_path
    )


def test_an_empty_cell_far_out_costs_nothing(tmp_path: Path) -> None:
    source = changed(
        workbook(),
        SHEET,
        lambda part: part.replace(_END, b'<row r="1048576"><c r="XFD1048576"/></row>' + _END),
    )
    assert "read" == said(source, tmp_path)


def test_a_part_that_inflates_without_end(tmp_path: Path) -> None:
    source = changed(workbook(), STRINGS, lambda part: part + b" " * 70_000_000)
    assert len(source) < 100_000
    assert "LimitError inflated" == said(source, tmp_path)


def test_parts_that_inflate_without_end_together(tmp_path: Path) -> None:
    more = "".join(f'<sheet name="{at}" sheetId="{at + 2}" r:id="rId1"/>' for at in range(3000)).encode()
    source = changed(
        workbook(4000), "xl/workbook.xml", lambda part: part.replace(b"</sheets>", more + b"</sheets>")
    )
    assert said(source, tmp_path).startswith("LimitError")


def test_a_long_text_that_many_cells_share(tmp_path: Path) -> None:
    long = "政府信息公开".encode() * 2000
    source = changed(workbook(2000), STRINGS, lambda part: part.replace("行政许可".encode(), long))
    assert "LimitError characters" == said(source, tmp_path)


def test_ten_thousand_fonts_in_a_text_that_many_cells_share(tmp_path: Path) -> None:
    runs = "<r><rPr><b/></rPr><t>项</t></r>".encode() * 10_000
    source = changed(workbook(2000), STRINGS, lambda part: part.replace("<t>行政许可</t>".encode(), runs))
    assert "LimitError elements" == said(source, tmp_path)


def test_markup_without_end(tmp_path: Path) -> None:
    rows = changed(workbook(), SHEET, lambda part: part.replace(_END, b"<row/>" * 400_001 + _END))
    assert "LimitError elements" == said(rows, tmp_path)
    deep = changed(workbook(), SHEET, lambda part: part.replace(_END, b"<a>" * 300 + b"</a>" * 300 + _END))
    assert "LimitError depth" == said(deep, tmp_path)


def test_ranges_that_are_merged_again_and_again(tmp_path: Path) -> None:
    ranges = b"".join(b'<mergeCell ref="A%d:IV700"/>' % (at % 300 + 1) for at in range(50_000))
    source = changed(
        workbook(700),
        SHEET,
        lambda part: part.replace(_END, _END + b"<mergeCells>" + ranges + b"</mergeCells>"),
    )
    assert said(source, tmp_path) in ("read", "LimitError cells")


def test_conditions_over_the_whole_sheet_again_and_again(tmp_path: Path) -> None:
    rule = b'<cfRule type="dataBar"><dataBar showValue="0"/></cfRule>'
    many = b'<conditionalFormatting sqref="A1:XFD1048576">' + rule * 10 + b"</conditionalFormatting>"
    source = changed(workbook(2000), SHEET, lambda part: part.replace(_END, _END + many * 5000))
    assert "LimitError cells" == said(source, tmp_path)


def test_an_entity_is_not_expanded() -> None:
    source = changed(
        workbook(),
        STRINGS,
        lambda part: part.replace(b"<sst", b'<!DOCTYPE sst [<!ENTITY a "9">]><sst', 1).replace(
            "行政许可".encode(), b"&a;"
        ),
    )
    with pytest.raises(DamagedDocumentError, match="DOCTYPE"):
        READER.read(source, Limits())


def test_parts_that_are_missing_or_encrypted() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("xl/styles.xml", "<a/>")
    with pytest.raises(DamagedDocumentError, match=r"xl/workbook\.xml, which names the sheets, is missing"):
        READER.read(file.getvalue(), Limits())
    source = bytearray(workbook())
    for at in range(len(source) - 4):
        if source[at : at + 4] == b"PK\x01\x02":
            source[at + 8] |= 1
    with pytest.raises((EncryptedDocumentError, DamagedDocumentError)):
        READER.read(bytes(source), Limits())


def test_a_number_format_that_is_not_closed() -> None:
    def make(book: object, sheet: object) -> None:
        sheet.write_number(0, 0, 12, book.add_format({"num_format": '0"件'}))  # type: ignore[attr-defined]

    assert "\ufffc" == READER.read(made(make), Limits()).grids[0].cells[0].text


# --- the older kind


def test_limits_hold_for_xls(tmp_path: Path) -> None:
    source = older("行政许可", "规章")
    at = source.index(struct.pack("<HHHH", 0x00FD, 10, 1, 0))  # the text of the second row
    assert "LimitError rows" == said(
        source[: at + 4] + struct.pack("<H", 65_000) + source[at + 6 :], tmp_path
    )


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        (0x0200, 4, b"\xff\xff\xff\x7f"),  # the extent of the sheet
        (0x00FC, 4, b"\xff\xff\xff\x7f"),  # the number of texts
        (0x00FC, 8, b"\xff\xff"),  # the length of a text
        (0x0085, 0, b"\xff\xff\xff\x7f"),  # where a sheet begins
        (0x00FD, 6, b"\xff\xff\xff\x7f"),  # which text a cell has
        (0x00FD, 4, b"\xff\xff"),  # which look
    ],
)
def test_records_that_lie(record: int, field: int, value: bytes, tmp_path: Path) -> None:
    source = older("行政许可", "规章")
    at = source.index(struct.pack("<H", record), 512)
    while not 4 < struct.unpack_from("<H", source, at + 2)[0] < 200:
        at = source.index(struct.pack("<H", record), at + 1)
    assert said(source[: at + 4 + field] + value + source[at + 4 + field + len(value) :], tmp_path) in (
        "read",
        "DamagedDocumentError",
        "EmptyDocumentError",
    )


def test_every_cut_and_every_byte_of_an_xls_gives_a_document_or_a_typed_error() -> None:
    source = older("行政许可", "规章", "12")
    start = source.index(struct.pack("<HHH", 0x0809, 16, 0x0600))
    for at in range(start, start + 6000, 7):
        for damaged in (source[:at], source[:at] + b"\xff" + source[at + 1 :]):
            try:
                READER.read(damaged, Limits())
            except (UnreadableDocumentError, LimitError):
                continue


# --- what is not read is named


def test_other_spreadsheets_are_named() -> None:
    ods = BytesIO()
    with zipfile.ZipFile(ods, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", "<a/>")
    xlsb = BytesIO()
    with zipfile.ZipFile(xlsb, "w") as package:
        package.writestr("xl/workbook.bin", b"\0")
    for source, name in ((ods.getvalue(), r"\.ods"), (xlsb.getvalue(), r"\.xlsb")):
        with pytest.raises(UnknownFormatError, match=rf"\({name}\), which is not read; save it as \.xlsx"):
            READER.read(source, Limits())


def test_a_document_that_holds_a_workbook_is_none() -> None:
    members = ("[Content_Types].xml", "word/document.xml", "word/embeddings/1.xlsx")
    assert not READER.claims(b"PK\x03\x04", members)
    assert READER.claims(b"PK\x03\x04", ("[Content_Types].xml", "xl/workbook.xml"))
    assert READER.claims(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ("Workbook",))
    assert not READER.claims(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ("WordDocument", "1Table", "ObjectPool/1/Workbook")
    )


# --- what would take long although it is small


def test_columns_that_are_set_again_and_again(tmp_path: Path) -> None:
    columns = b"<cols>" + b'<col min="1" max="16384" width="9"/>' * 100_000 + b"</cols><sheetData>"
    source = changed(workbook(), SHEET, lambda part: part.replace(b"<sheetData>", columns))
    assert "LimitError elements" == said(source, tmp_path)


def test_conditions_over_many_ranges(tmp_path: Path) -> None:
    ranges = b"A1:XFD1048576 " * 600_000
    rule = (
        b'<conditionalFormatting sqref="'
        + ranges
        + b'"><cfRule type="dataBar"><dataBar showValue="0"/></cfRule></conditionalFormatting>'
    )
    source = changed(workbook(2000), SHEET, lambda part: part.replace(_END, _END + rule))
    assert said(source, tmp_path).startswith("LimitError")


def test_a_colour_scale_without_end(tmp_path: Path) -> None:
    colours = b"".join(b'<color rgb="FF%06X"/>' % at for at in range(100_000))
    rule = b'<conditionalFormatting sqref="A1:B9000"><cfRule type="colorScale"><colorScale>' + colours
    rule += b"</colorScale></cfRule></conditionalFormatting>"
    source = changed(workbook(9000), SHEET, lambda part: part.replace(_END, _END + rule))
    assert said(source, tmp_path) in ("read", "LimitError elements")


def test_drawings_over_rows_without_end(tmp_path: Path) -> None:
    anchor = (
        b"<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>0</xdr:row></xdr:from>"
        b'<xdr:ext cx="1" cy="999999999"/><xdr:sp/></xdr:oneCellAnchor>'
    )
    source = made(lambda book, sheet: [sheet.write_row(0, 0, ["规章", 12]), sheet.insert_textbox(0, 1, "3")])
    source = changed(
        source,
        "xl/drawings/drawing1.xml",
        lambda part: part.replace(b"</xdr:wsDr>", anchor * 30_000 + b"</xdr:wsDr>"),
    )
    assert said(source, tmp_path).startswith(("LimitError", "Damaged"))


def test_merged_ranges_outside_of_what_is_shown(tmp_path: Path) -> None:
    ranges = b"".join(b'<mergeCell ref="ZZ%d:ZZ%d"/>' % (at + 90_000, at + 90_001) for at in range(350_000))
    source = changed(
        workbook(), SHEET, lambda part: part.replace(_END, _END + b"<mergeCells>" + ranges + b"</mergeCells>")
    )
    assert said(source, tmp_path) in ("read", "LimitError cells")
