"""What lies over the cells of an ``.xlsx``: pictures, shapes, charts, controls, notes."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from workbook_edits import Book, Sheet, made, read, texts, told

UNREAD = "\ufffc"


def over(put: Callable[[Sheet], object]) -> bytes:
    """Numbers in two columns and three rows, and something that lies over some of them."""

    def make(book: Book, sheet: Sheet) -> None:
        for row in range(3):
            sheet.write_row(row, 0, [f"第{row}项", row + 11, row + 21])
        put(sheet)

    return made(make)


def test_a_picture_takes_the_cells_that_it_covers_and_no_others() -> None:
    from workbook_noise import png

    def put(sheet: Sheet) -> None:
        sheet.insert_image(
            1,
            1,
            "dot.png",
            {"image_data": BytesIO(png()), "x_scale": 3.5, "y_scale": 1.0, "x_offset": 4, "y_offset": 2},
        )

    source = over(put)
    assert [
        ["第0项", "11", "21"],
        ["第1项", f"12{UNREAD}", "22"],
        ["第2项", "13", "23"],
    ] == texts(source)
    assert ["cell-not-read picture"] == told(source)
    assert ["xl/media/image1.png"] == [picture.address for picture in read(source).pictures]


def test_a_picture_over_a_blank_cell_inside_the_table() -> None:
    from workbook_noise import png

    def make(book: Book, sheet: Sheet) -> None:
        sheet.write_row(0, 0, ["规章", None, 12])
        sheet.insert_image(0, 1, "dot.png", {"image_data": BytesIO(png())})

    assert ["cell-is-picture"] == told(made(make))


def test_a_shape_a_chart_and_a_button() -> None:
    for put, what in (
        (lambda sheet: sheet.insert_textbox(1, 1, "3", {"width": 60, "height": 18}), "drawing"),
        (lambda sheet: sheet.insert_button(1, 1, {"width": 60, "height": 18}), "control"),
    ):
        source = over(put)
        assert f"12{UNREAD}" == texts(source)[1][1]
        assert [f"cell-not-read {what}"] == told(source)


def test_a_note_that_waits_to_be_pointed_at_covers_nothing_and_one_that_is_shown_does() -> None:
    assert [] == told(over(lambda sheet: sheet.write_comment(0, 0, "上年为3")))
    shown = over(lambda sheet: sheet.write_comment(0, 0, "上年为3", {"visible": True}))
    assert {"cell-not-read annotation"} == set(told(shown))
