"""Lines and paragraphs of a page, and tables over several pages."""

from __future__ import annotations

import pytest
from pdf_samples import BACKENDS, filled, line, pages, read, ruled, text
from pdf_texts import TABLE, cells, kinds, texts

pytestmark = pytest.mark.parametrize("backend", BACKENDS)


# --- pages


def test_lines_are_paragraphs_in_reading_order(backend: str) -> None:
    content = text(50, 100, "三、其他") + text(50, 280, "一、概述") + text(50, 180, "二、情况") + TABLE
    document = read(pages(content), backend)
    assert [getattr(block, "text", "grid") for block in document.blocks] == [
        "一、概述",
        "grid",
        "二、情况",
        "三、其他",
    ]
    assert [item.number for item in document.paragraphs] == [1, 2, 3]
    assert document.paragraphs[0].box == pytest.approx((50, 11.4, 90, 21.4), abs=0.6)


def test_full_lines_of_prose_are_one_paragraph_and_a_heading_is_its_own(backend: str) -> None:
    content = (
        text(40, 280, "本" * 32)
        + text(40, 266, "机关。")
        + text(40, 252, "二、情况")
        + text(40, 238, "公开。")
    )
    document = read(pages(content), backend)
    assert [item.text for item in document.paragraphs] == ["本" * 32 + "机关。", "二、情况", "公开。"]


def test_page_numbers_and_running_heads_are_left_out(backend: str) -> None:
    def page(number: int) -> bytes:
        return (
            text(150, 285, "示例市年度报告")
            + text(190, 12, f"- {number} -")
            + text(50, 200, f"第{number}部分")
        )

    document = read(pages(page(1), page(2)), backend)
    assert [(item.text, item.page) for item in document.paragraphs] == [("第1部分", 1), ("第2部分", 2)]
    assert kinds(document) == ["running-lines-left-out"]


def test_a_bare_number_at_the_foot_is_a_page_number_only_in_a_row_of_them(backend: str) -> None:
    one = read(pages(text(50, 200, "总计") + text(190, 12, "4")), backend)
    assert [item.text for item in one.paragraphs] == ["总计", "4"]
    two = read(
        pages(text(50, 200, "总计") + text(190, 12, "4"), text(50, 200, "合计") + text(190, 12, "5")), backend
    )
    assert [item.text for item in two.paragraphs] == ["总计", "合计"]


def test_the_parts_of_a_table_over_pages_have_the_same_columns(backend: str) -> None:
    xs = [50, 100, 200, 260]
    first = ruled(xs, [60, 40, 20]) + filled(xs, [60, 40, 20], [["三、", "（一）", "1"], ["", "（二）", "2"]])
    narrow = [50, 200, 260]
    second = ruled(narrow, [290, 270, 250]) + filled(narrow, [290, 270, 250], [["四、", "3"], ["五、", "4"]])
    upper, lower = read(pages(first, second), backend).grids
    assert (upper.columns, lower.columns) == (3, 3)
    assert cells(lower) == [("四、", 0, 0, 1, 2), ("3", 0, 2, 1, 1), ("五、", 1, 0, 1, 2), ("4", 1, 2, 1, 1)]


def test_a_side_that_is_not_drawn_on_the_next_page_is_taken_from_the_first(backend: str) -> None:
    xs = [50, 100, 150, 200, 260]
    first = ruled(xs, [60, 40]) + filled(xs, [60, 40], [["三、", "（一）", "1", "2"]])
    second = (
        ruled(xs[1:], [290, 270]) + filled(xs[1:], [290, 270], [["（二）", "3", "4"]]) + text(54, 276, "果")
    )
    _, lower = read(pages(first, second), backend).grids
    assert [cell.text for cell in lower.cells] == ["果", "（二）", "3", "4"]


def test_sides_of_merged_cells_that_go_through_a_whole_page_belong_to_the_table(backend: str) -> None:
    # No row begins beside them on this page, so that they touch no rule.
    alone = line(50, 250, 50, 290) + line(100, 250, 100, 290)
    table = line(150, 250, 150, 290) + line(200, 250, 200, 290) + line(150, 270, 200, 270)
    words = text(54, 276, "果") + text(104, 276, "（三）") + text(154, 276, "1") + text(154, 256, "2")
    (grid,) = read(pages(alone + table + line(150, 250, 200, 250) + words), backend).grids
    assert cells(grid) == [
        ("果", 0, 0, 2, 1),
        ("（三）", 0, 1, 2, 1),
        ("1", 0, 2, 1, 1),
        ("2", 1, 2, 1, 1),
    ]


def test_an_upright_line_of_another_height_is_no_side_of_the_table(backend: str) -> None:
    table = ruled([150, 200], [290, 270, 250]) + text(154, 276, "1") + text(154, 256, "2")
    (grid,) = read(pages(line(50, 200, 50, 290) + table), backend).grids
    assert grid.columns == 1


def test_text_that_hangs_out_under_the_last_rule_belongs_to_the_cell_over_it(backend: str) -> None:
    xs = [50, 150, 200, 260]
    first = ruled(xs, [80, 60, 40]) + filled(
        xs, [80, 60, 40], [["一、", "（一）", "1"], ["二、", "（二）", "2"]]
    )
    hanging = text(54, 28, "公开") + text(154, 28, "不予")
    second = ruled(xs, [290, 270]) + filled(xs, [290, 270], [["三、", "（三）", "3"]])
    document = read(pages(first + hanging, second), backend)
    upper, lower = document.grids
    assert [cell.text for cell in upper.row(1)] == ["二、\n公开", "（二）\n不予", "2"]
    assert (document.paragraphs, lower.rows) == ((), 1)


@pytest.mark.parametrize("words", ["12", "- 12 -", "注：以上数据不含下属单位的数据，各单位另行公布。"])
def test_a_page_number_or_a_note_under_the_last_rule_is_no_part_of_a_cell(words: str, backend: str) -> None:
    xs = [50, 150, 200, 260]
    first = ruled(xs, [80, 60]) + filled(xs, [80, 60], [["一、", "（一）", "1"]])
    second = ruled(xs, [290, 270]) + filled(xs, [290, 270], [["三、", "（三）", "3"]])
    upper, _ = read(pages(first + text(54, 48, words), second), backend).grids
    assert [cell.text for cell in upper.row(0)] == ["一、", "（一）", "1"]


def test_digits_that_fill_their_cell_at_the_foot_of_a_page_may_be_cut(backend: str) -> None:
    xs = [50, 150, 166]
    first = (
        ruled(xs, [60, 40, 20])
        + text(54, 46, "规章")
        + text(153, 46, "20")
        + text(54, 26, "许可")
        + text(153, 26, "17")
    )
    second = ruled(xs, [290, 270]) + text(153, 276, "8")
    document = read(pages(first, second), backend)
    assert texts(document) == [["规章", "20", "许可", "17\ufffd"], ["", "8\ufffd"]]
    assert kinds(document) == ["number-cut"]


def test_writing_that_stands_askew_is_left_out_with_a_finding(backend: str) -> None:
    stamp = b"BT /F 20 Tf 0.7 0.7 -0.7 0.7 80 150 Tm <6d4b8bd5> Tj ET\n"
    document = read(pages(TABLE + stamp), backend)
    assert texts(document) == [["信息内容", "数量", "规章", "12"]]
    assert [(item.kind, dict(item.facts)) for item in document.findings] == [("text-askew", {"count": "2"})]


def test_cells_of_one_row_that_end_at_different_heights_are_one_row(backend: str) -> None:
    rules = (
        line(50, 250, 220, 250) + line(50, 232, 150, 232) + line(150, 220, 220, 220) + line(50, 200, 220, 200)
    )
    rules += line(50, 250, 50, 200) + line(150, 250, 150, 200) + line(220, 250, 220, 200)
    document = read(
        pages(rules + text(54, 238, "（五）") + text(154, 236, "12") + text(154, 206, "3")), backend
    )
    assert kinds(document) == ["rows-uneven"]
    assert [cell.text for cell in document.grids[0].cells] == ["（五）", "12", "", "3"]
