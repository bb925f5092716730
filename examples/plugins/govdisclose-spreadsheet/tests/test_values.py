"""A cell gives its value as text, and a sheet what is shown of it."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO

import pytest
import xlsxwriter
import xlwt
from govdisclose.document import Grid, Limits
from govdisclose.errors import EmptyDocumentError

from govdisclose_spreadsheet import READER, text_of
from govdisclose_spreadsheet._workbook import Value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3.0, "3"),
        (-0.0, "0"),
        (7390.1, "7390.1"),
        (24252.311082, "24252.311082"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1e-7, "0.0000001"),
        (1e21, "1000000000000000000000"),
        (11398889, "11398889"),
        (True, "TRUE"),
        (False, "FALSE"),
        (date(2022, 1, 31), "2022-01-31"),
        (datetime(2022, 1, 31), "2022-01-31"),
        (datetime(2022, 1, 31, 9, 5), "2022-01-31 09:05:00"),
        (time(9, 5), "09:05:00"),
        ("007", "007"),
        ("一\r\n二", "一\n二"),
        (float("inf"), "inf"),
    ],
)
def test_the_text_of_a_value(value: Value, expected: str) -> None:
    assert expected == text_of(value)


def texts(source: bytes) -> list[list[list[str]]]:
    grids = READER.read(source, Limits()).grids
    return [[[cell.text for cell in grid.row(row)] for row in range(grid.rows)] for grid in grids]


def test_what_is_typed_in_xlsx() -> None:
    file = BytesIO()
    with xlsxwriter.Workbook(file) as workbook:
        sheet = workbook.add_worksheet("表")
        sheet.write_row(0, 0, ["项目", 12, 7390.1, 3.0, True])
        sheet.write_datetime(1, 0, datetime(2022, 1, 31), workbook.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_number(1, 1, 0.25, workbook.add_format({"num_format": "0%"}))
        sheet.write_formula(1, 2, "=B1*2", None, 24)
        sheet.write_rich_string(1, 3, "行政", workbook.add_format({"bold": True}), "许可")
        workbook.add_worksheet("空")
        hidden = workbook.add_worksheet("隐")
        hidden.write(0, 0, "不可见")
        hidden.hide()
    assert [[["项目", "12", "7390.1", "3", "TRUE"], ["2022-01-31", "0.25", "24", "行政许可", ""]]] == texts(
        file.getvalue()
    )


def test_what_is_typed_in_xls() -> None:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("表")
    for column, value in enumerate(["项目", 12, 7390.1, 3.0, True]):
        sheet.write(0, column, value)
    hidden = workbook.add_sheet("隐")
    hidden.write(0, 0, "不可见")
    hidden.visibility = 1
    file = BytesIO()
    workbook.save(file)
    assert [[["项目", "12", "7390.1", "3", "TRUE"]]] == texts(file.getvalue())


def grid(source: bytes) -> Grid:
    (found,) = READER.read(source, Limits()).grids
    return found


def test_a_merged_range_is_one_cell_and_hides_what_is_under_it() -> None:
    file = BytesIO()
    with xlsxwriter.Workbook(file) as workbook:
        sheet = workbook.add_worksheet()
        sheet.merge_range(1, 0, 2, 1, "组")
        sheet.write(2, 1, "under")
        sheet.write(0, 2, "右")
    assert [
        ("", 0, 0, 1, 1),
        ("", 0, 1, 1, 1),
        ("右", 0, 2, 1, 1),
        ("组", 1, 0, 2, 2),
        ("", 1, 2, 1, 1),
        ("", 2, 2, 1, 1),
    ] == [
        (cell.text, cell.row, cell.column, cell.rowspan, cell.colspan) for cell in grid(file.getvalue()).cells
    ]


def test_a_range_to_the_end_of_the_sheet_ends_with_the_contents() -> None:
    file = BytesIO()
    with xlsxwriter.Workbook(file) as workbook:
        sheet = workbook.add_worksheet()
        sheet.merge_range(0, 0, 0, 16_383, "标题")
        sheet.write_row(1, 0, ["一", "二"])
        sheet.merge_range(2, 0, 1_048_575, 0, "合计")
        sheet.write(3, 1, 5)
    found = grid(file.getvalue())
    assert (4, 2) == (found.rows, found.columns)
    assert [("标题", 1, 2), ("合计", 2, 1)] == [
        (cell.text, cell.rowspan, cell.colspan) for cell in found.cells if cell.rowspan * cell.colspan > 1
    ]


def test_a_workbook_that_shows_nothing_is_empty() -> None:
    file = BytesIO()
    with xlsxwriter.Workbook(file) as workbook:
        workbook.add_worksheet()
    with pytest.raises(EmptyDocumentError, match="no sheet of the workbook shows anything"):
        READER.read(file.getvalue(), Limits())
