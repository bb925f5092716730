"""What a person sees of the cells, rows, columns and sheets of an ``.xlsx``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

import pytest
from workbook_edits import SHEET, STRINGS, STYLES, Book, Sheet, changed, made, read, texts, told

from govdisclose.errors import EmptyDocumentError

UNREAD = "\ufffc"


def test_values_of_every_kind() -> None:
    def make(book: Book, sheet: Sheet) -> None:
        sheet.write_row(0, 0, ["项目", 12, 7390.1, 3.0, True])
        sheet.write_datetime(1, 0, datetime(2022, 1, 31), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.set_column(0, 0, 12)
        sheet.write_number(1, 1, 0.25, book.add_format({"num_format": "0%"}))
        sheet.write_formula(1, 2, "=B1*2", None, 24)
        sheet.write_rich_string(1, 3, "行政", book.add_format({"bold": True}), "许可")
        sheet.write_formula(1, 4, "=1/0", None, "#DIV/0!")

    source = made(make)
    assert [
        ["项目", "12", "7390.1", "3", "TRUE"],
        ["2022-01-31", "25%", "24", "行政许可", "#DIV/0!"],
    ] == texts(source)
    assert [] == told(source)


def test_hidden_rows_columns_and_sheets_are_not_there() -> None:
    def make(book: Book, sheet: Sheet) -> None:
        for row in range(4):
            sheet.write_row(row, 0, [10 * row + column for column in range(4)])
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_row(2, 0)
        sheet.set_column(1, 1, None, None, {"hidden": True})
        sheet.set_column(2, 2, 0)
        other = book.add_worksheet("隐")
        other.write(0, 0, "不可见")
        other.hide()
        deep = book.add_worksheet("深")
        deep.write(0, 0, "不可见")
        deep.very_hidden()

    assert [["0", "3"], ["30", "33"]] == texts(made(make))


def test_a_merged_range_is_one_cell_and_hides_what_is_under_it() -> None:
    def make(book: Book, sheet: Sheet) -> None:
        sheet.merge_range(1, 0, 2, 1, "组")
        sheet.write(2, 1, 77)
        sheet.write(0, 2, "右")

    source = made(make)
    (grid,) = read(source).grids
    assert [
        ("", 0, 0, 1, 1),
        ("", 0, 1, 1, 1),
        ("右", 0, 2, 1, 1),
        ("组", 1, 0, 2, 2),
        ("", 1, 2, 1, 1),
        ("", 2, 2, 1, 1),
    ] == [(cell.text, cell.row, cell.column, cell.rowspan, cell.colspan) for cell in grid.cells]
    assert ["text-covered"] == told(source)


def test_a_merged_range_loses_the_rows_and_columns_that_are_hidden_but_not_its_text() -> None:
    def make(book: Book, sheet: Sheet) -> None:
        sheet.merge_range(0, 0, 2, 2, "组")
        sheet.write(3, 0, "下")
        sheet.write(0, 3, "右")
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})

    (grid,) = read(made(make)).grids
    assert ("组", 2, 2) == (grid.cells[0].text, grid.cells[0].rowspan, grid.cells[0].colspan)


def test_a_range_to_the_end_of_the_sheet_ends_with_the_contents() -> None:
    def make(book: Book, sheet: Sheet) -> None:
        sheet.merge_range(0, 0, 0, 16_383, "标题")
        sheet.write_row(1, 0, ["一", "二"])
        sheet.merge_range(2, 0, 1_048_575, 0, "合计")
        sheet.write(3, 1, 5)

    (grid,) = read(made(make)).grids
    assert (4, 2) == (grid.rows, grid.columns)
    assert [("标题", 1, 2), ("合计", 2, 1)] == [
        (cell.text, cell.rowspan, cell.colspan) for cell in grid.cells if cell.rowspan * cell.colspan > 1
    ]


def test_of_two_ranges_that_overlap_the_first_counts_and_both_are_in_doubt() -> None:
    merged = b'<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="A2:B2"/></mergeCells>'
    source = changed(
        made(lambda book, sheet: sheet.write_column(0, 0, ["甲", "乙", "丙"])),
        SHEET,
        lambda part: part.replace(b"</sheetData>", b"</sheetData>" + merged),
    )
    assert f"甲{UNREAD}" == read(source).grids[0].cells[0].text


def test_a_workbook_that_shows_nothing_is_empty() -> None:
    with pytest.raises(EmptyDocumentError, match="no sheet of the workbook shows any text"):
        read(made(lambda book, sheet: None))
    with pytest.raises(EmptyDocumentError):
        read(made(lambda book, sheet: sheet.write(0, 0, "白", book.add_format({"font_color": "#FFFFFF"}))))


Put = Callable[[Book, Sheet], object]


def look(**properties: object) -> Put:
    """The number 12 in a format."""
    return lambda book, sheet: sheet.write_number(0, 1, 12, book.add_format(properties))


@pytest.mark.parametrize(
    ("put", "text", "findings"),
    [
        (look(), "12", []),
        (look(bold=True, italic=True, underline=1, bg_color="#FFFF00", font_color="#FF0000"), "12", []),
        (look(font_color="#FFFFFF", bg_color="#1F4E79"), "12", []),
        (look(font_color="#FFFFFF"), "", ["cell-unseen colour"]),
        (look(font_color="#FFFF00", bg_color="#FFFF00"), "", ["cell-unseen colour"]),
        (
            look(font_color="#FFFFFF", pattern=2, fg_color="#FFFFFF", bg_color="#000000"),
            UNREAD,
            ["cell-not-read style"],
        ),
        (look(bg_color="#000000"), "", ["cell-unseen colour"]),
        (look(num_format=";;;"), "", ["cell-unseen hidden"]),
        (look(num_format="[White]0"), "", ["cell-unseen colour"]),
        (look(font_size=1), "", ["cell-unseen small"]),
        (look(font_strikeout=True), UNREAD, ["cell-struck-out"]),
        (look(font_script=1), UNREAD, ["mark-uncertain"]),
        (look(font_name="Wingdings"), UNREAD, ["cell-not-read symbol"]),
        (look(rotation=90), f"12{UNREAD}", ["cell-not-read turned"]),
        (look(align="fill"), f"12{UNREAD}", ["cell-not-read style"]),
        (look(diag_type=1, diag_border=1), f"12{UNREAD}", ["cell-not-read drawing"]),
        (look(num_format="# ?/?"), UNREAD, ["cell-not-read format"]),
        (look(font_size=90), UNREAD, ["cell-not-read narrow"]),
        (look(font_size=90, shrink=True), "12", []),
        (look(num_format="0.000000000"), UNREAD, ["cell-not-read narrow"]),
    ],
)
def test_how_a_number_is_set(put: Put, text: str, findings: list[str]) -> None:
    def make(book: Book, sheet: Sheet) -> None:
        sheet.write(0, 0, "规章")
        put(book, sheet)

    source = made(make)
    assert [["规章", text]] == texts(source)
    assert findings == told(source)


@pytest.mark.parametrize(
    ("parts", "text", "findings"),
    [
        ((("1", {}), ("2", {"bold": True})), "12", []),
        ((("12", {}), ("1", {"font_script": 1})), "12", ["mark-left-out"]),
        ((("15", {"font_strikeout": True}), ("12", {})), "12", ["text-struck-out"]),
        ((("12", {}), ("3", {"font_color": "white"})), "12", ["text-unseen colour"]),
        (
            (("1", {}), ("5", {"font_strikeout": True}), ("2", {})),
            f"1{UNREAD}2",
            ["text-struck-out", "number-divided"],
        ),
        ((("12", {}), ("3", {"font_size": 6})), "12", ["mark-left-out"]),
    ],
)
def test_a_text_of_several_fonts(
    parts: tuple[tuple[str, dict[str, object]], ...], text: str, findings: list[str]
) -> None:
    def make(book: Book, sheet: Sheet) -> None:
        given: list[object] = []
        for words, properties in parts:
            given += [book.add_format({"font_size": 11, **properties}), words]
        sheet.write_rich_string(0, 0, *given)
        sheet.write(1, 0, "规章")

    source = made(make)
    assert [[text], ["规章"]] == texts(source)
    assert findings == told(source)


def test_how_a_text_is_said_is_no_part_of_it() -> None:
    spoken = b'<rPh sb="0" eb="1"><t>3</t></rPh><phoneticPr fontId="1"/>'
    source = changed(
        made(lambda book, sheet: sheet.write(0, 0, "规章")),
        STRINGS,
        lambda part: part.replace(b"</t></si>", b"</t>" + spoken + b"</si>"),
    )
    assert [["规章"]] == texts(source)


def test_characters_that_markup_cannot_hold() -> None:
    source = changed(
        made(lambda book, sheet: sheet.write(0, 0, "规章")),
        STRINGS,
        lambda part: part.replace("规章".encode(), "规_x000D_章_x005F_x0041__xD83D__xDE00_".encode()),
    )
    assert [["规\n章_x0041_\U0001f600"]] == texts(source)


def test_zeros_that_are_not_shown() -> None:
    def make(book: Book, sheet: Sheet) -> None:
        sheet.write_row(0, 0, ["规章", 0, 12, "0"])
        sheet.hide_zero()

    source = made(make)
    assert [["规章", "", "12", "0"]] == texts(source)
    assert ["cell-unseen hidden"] == told(source)


def test_formulas_that_are_shown_in_place_of_their_values() -> None:
    def make(book: Book, sheet: Sheet) -> None:
        sheet.write(0, 0, "规章")
        sheet.write_formula(0, 1, "=6+6", None, 12)

    source = changed(
        made(make), SHEET, lambda part: part.replace(b"<sheetView ", b'<sheetView showFormulas="1" ')
    )
    assert [["规章", UNREAD]] == texts(source)


@pytest.mark.parametrize(
    ("formula", "value", "computed", "text"),
    [
        ("=6+6", 12, True, "12"),
        ("=6+6", 12, False, UNREAD),
        ("=TODAY()-TODAY()+12", 12, True, UNREAD),
        ('=DISPIMG("ID_1",1)', 12, True, UNREAD),
        ('="十二"', "十二", True, "十二"),
        ("=A9", "#REF!", True, "#REF!"),
    ],
)
def test_a_formula(formula: str, value: object, computed: bool, text: str) -> None:
    def make(book: Book, sheet: Sheet) -> None:
        sheet.write(0, 0, "规章")
        sheet.write_formula(0, 1, formula, None, value)

    assert [["规章", text]] == texts(made(make, computed=computed))


def test_a_formula_that_was_never_computed() -> None:
    def make(book: Book, sheet: Sheet) -> None:
        sheet.write(0, 0, "规章")
        sheet.write_formula(0, 1, "=6+6", None, 12)

    source = changed(made(make), SHEET, lambda part: part.replace(b"<v>12</v>", b""))
    assert [["规章", UNREAD]] == texts(source)
    assert ["cell-not-read formula"] == told(source)


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (
            {"type": "cell", "criteria": ">", "value": 0, "font": {"font_color": "#FF0000", "bold": True}},
            "12",
        ),
        ({"type": "cell", "criteria": ">", "value": 0, "font": {"font_color": "#FFFFFF"}}, UNREAD),
        ({"type": "cell", "criteria": ">", "value": 0, "font": {"bg_color": "#000000"}}, UNREAD),
        ({"type": "cell", "criteria": ">", "value": 0, "font": {"num_format": ";;;"}}, f"12{UNREAD}"),
        ({"type": "cell", "criteria": ">", "value": 0, "font": {"font_strikeout": True}}, f"12{UNREAD}"),
        ({"type": "data_bar"}, "12"),
        ({"type": "data_bar", "bar_only": True}, f"12{UNREAD}"),
        ({"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#63BE7B"}, "12"),
        ({"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#000000"}, UNREAD),
    ],
)
def test_a_condition(options: dict[str, object], text: str) -> None:
    def make(book: Book, sheet: Sheet) -> None:
        sheet.write_row(0, 0, ["规章", 12])
        given = {name: value for name, value in options.items() if name != "font"}
        if "font" in options:
            given["format"] = book.add_format(options["font"])
        sheet.conditional_format("B1:B1048576", given)

    source = made(make)
    assert [text] == [
        cell.text.replace(f"{UNREAD}{UNREAD}", UNREAD) for cell in read(source).grids[0].cells[1:]
    ]


def test_a_cell_that_stands_twice() -> None:
    source = changed(
        made(lambda book, sheet: sheet.write_row(0, 0, ["规章", 12])),
        SHEET,
        lambda part: part.replace(b"</row>", b'<c r="B1"><v>34</v></c></row>'),
    )
    assert UNREAD in texts(source)[0][1]


def _replaced(old: bytes, new: bytes, part: bytes) -> bytes:
    return part.replace(old, new)


def test_a_number_and_a_string_that_are_none() -> None:
    for old, new in ((b"<v>12</v>", b"<v>twelve</v>"), (b't="s"><v>0</v>', b't="s"><v>9</v>')):
        source = changed(
            made(lambda book, sheet: sheet.write_row(0, 0, ["规章", 12])),
            SHEET,
            partial(_replaced, old, new),
        )
        assert ["cell-not-read unknown"] == told(source)


def test_rows_that_are_hidden_unless_they_are_said_to_be_there() -> None:
    source = changed(
        made(lambda book, sheet: sheet.write_column(0, 0, ["甲", "乙"])),
        SHEET,
        lambda part: (
            part.replace(b"<sheetFormatPr ", b'<sheetFormatPr zeroHeight="1" ')
            .replace(b'<row r="2"', b'<row r="9"')
            .replace(b'r="A2"', b'r="A9"')
        ),
    )
    assert [["甲"], ["乙"]] == texts(source)


def test_a_row_that_is_too_low_for_its_number() -> None:
    def make(book: Book, sheet: Sheet) -> None:
        sheet.write_row(0, 0, ["规章", 12])
        sheet.set_row(0, 2)
        sheet.write(1, 0, "下")

    assert {"cell-not-read narrow"} == set(told(made(make)))


def test_a_colour_that_is_not_known_is_not_taken_for_one_that_is_seen() -> None:
    source = changed(
        made(lambda book, sheet: sheet.write(0, 0, 12, book.add_format({"font_color": "#FF0000"}))),
        STYLES,
        lambda part: part.replace(b'rgb="FFFF0000"', b'theme="77"'),
    )
    assert [[UNREAD]] == texts(source)
