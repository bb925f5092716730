"""What a person sees of an ``.xls``: the same rules, from its records."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
import xlwt
from workbook_edits import Sheet, texts, told

from govdisclose.errors import UnknownFormatError
from govdisclose.limits import Limits
from govdisclose.readers.spreadsheet import READER

UNREAD = "\ufffc"


def made(put: Callable[[Sheet], object]) -> bytes:
    book = xlwt.Workbook(encoding="utf-8", style_compression=2)
    sheet = book.add_sheet("表")
    put(sheet)
    hidden = book.add_sheet("隐")
    hidden.write(0, 0, "不可见")
    hidden.visibility = 1
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_values_of_every_kind() -> None:
    def put(sheet: Sheet) -> None:
        for column, value in enumerate(["项目", 12, 7390.1, 3.0, True, -5, 0.25, 1234567]):
            sheet.write(0, column, value)

    assert [["项目", "12", "7390.1", "3", "TRUE", "-5", "0.25", "1234567"]] == texts(made(put))


@pytest.mark.parametrize(
    ("style", "code", "text", "findings"),
    [
        ("font: bold on, colour red", "General", "12", []),
        ("pattern: pattern solid, fore_colour yellow", "0", "12", []),
        ("font: struck_out on", "General", UNREAD, ["cell-struck-out"]),
        ("font: colour white", "General", "", ["cell-unseen colour"]),
        ("font: colour white; pattern: pattern solid, fore_colour dark_blue", "General", "12", []),
        ("font: escapement superscript", "General", UNREAD, ["mark-uncertain"]),
        ("font: name Wingdings", "General", UNREAD, ["cell-not-read symbol"]),
        ("font: height 20", "General", "", ["cell-unseen small"]),
        ("font: height 1800", "General", UNREAD, ["cell-not-read narrow"]),
        ("align: rotation 90", "General", f"12{UNREAD}", ["cell-not-read turned"]),
        ("align: horiz filled", "General", f"12{UNREAD}", ["cell-not-read style"]),
        ("font: bold off", ";;;", "", ["cell-unseen hidden"]),
        ("font: bold off", "0.00", "12.00", []),
        ("font: bold off", '0"件"', "12件", []),
        ("font: bold off", "# ?/?", UNREAD, ["cell-not-read format"]),
    ],
)
def test_how_a_number_is_set(style: str, code: str, text: str, findings: list[str]) -> None:
    def put(sheet: Sheet) -> None:
        sheet.write(0, 0, "规章")
        sheet.write(0, 1, 12, xlwt.easyxf(style, num_format_str=code))

    source = made(put)
    assert [["规章", text]] == texts(source)
    assert findings == told(source)


def test_a_text_of_several_fonts() -> None:
    def put(sheet: Sheet) -> None:
        struck = xlwt.easyfont("struck_out on")
        raised = xlwt.easyfont("escapement superscript")
        sheet.write(0, 0, "规章")
        sheet.write_rich_text(0, 1, [("15", struck), "12"])
        sheet.write_rich_text(0, 2, ["12", ("1", raised)])

    source = made(put)
    assert [["规章", "12", "12"]] == texts(source)
    assert ["text-struck-out", "mark-left-out"] == told(source)


def test_hidden_rows_and_columns_are_not_there_and_merged_ranges_are_one() -> None:
    def put(sheet: Sheet) -> None:
        for row in range(3):
            for column in range(3):
                sheet.write(row, column, 10 * row + column)
        sheet.row(1).hidden = True
        sheet.col(1).hidden = True
        sheet.write_merge(3, 4, 0, 2, "组")

    assert [["0", "2"], ["20", "22"], ["组"], ["组"]] == texts(made(put))


def test_zeros_that_are_not_shown() -> None:
    def put(sheet: Sheet) -> None:
        sheet.write(0, 0, "规章")
        sheet.write(0, 1, 0)
        sheet.show_zero_values = False

    source = made(put)
    assert [["规章", ""]] == texts(source)
    assert ["cell-unseen hidden"] == told(source)


def test_a_formula_whose_program_did_not_compute_it() -> None:
    def put(sheet: Sheet) -> None:
        sheet.write(0, 0, "规章")
        sheet.write(0, 1, xlwt.Formula("6+6"))

    source = made(put)
    assert [["规章", UNREAD]] == texts(source)
    assert ["cell-not-read formula"] == told(source)


def test_a_text_that_goes_on_in_other_records() -> None:
    long = "政府信息公开" * 1000

    def put(sheet: Sheet) -> None:
        for row in range(5):
            sheet.write(row, 0, f"{row}{long}")

    assert [f"{row}{long}" for row in range(5)] == [row[0] for row in texts(made(put))]


def test_a_picture_over_a_cell() -> None:
    dot = b"BM" + (54 + 768).to_bytes(4, "little") + bytes(4) + (54).to_bytes(4, "little")
    dot += (
        (40).to_bytes(4, "little")
        + (16).to_bytes(4, "little") * 2
        + b"\1\0\x18\0"
        + bytes(24)
        + b"\x90" * 768
    )

    def put(sheet: Sheet) -> None:
        for row in range(3):
            sheet.write(row, 0, f"第{row}项")
            sheet.write(row, 1, row + 11)
        sheet.insert_bitmap_data(dot, 1, 1, 4, 2, 2, 0.8)

    source = made(put)
    assert [["第0项", "11"], ["第1项", f"12{UNREAD}"], ["第2项", "13"]] == texts(source)


def test_a_workbook_of_excel_95_is_named() -> None:
    source = made(lambda sheet: sheet.write(0, 0, "规章")).replace(
        b"\x09\x08\x10\x00\x00\x06\x05\x00", b"\x09\x08\x10\x00\x00\x05\x05\x00"
    )
    with pytest.raises(UnknownFormatError, match=r"Excel 5 or 95, which is not read; save it as \.xlsx"):
        READER.read(source, Limits())
