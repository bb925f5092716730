"""Tables without rules, or with only some: what is found by the places of labels, and what is left without a value."""

from __future__ import annotations

import pytest
from pdf_samples import BACKENDS, box, form, found, line, pages, read, ruled, text
from pdf_unruled import CENTRES, HEAD, NAMES, PLAIN, centred, kinds, row

import govdisclose
from govdisclose.document import Document, Grid
from govdisclose.grammar.heading import H, tree
from govdisclose.grammar.table import Table

pytestmark = pytest.mark.parametrize("backend", BACKENDS)
UNKNOWN = "\ufffd"
_COLUMNS = tree(H("before", "上年数量"), H("now", "本年数量"), H("total", "合计"))
NUMBERED = form(
    Table(
        "files",
        "文件",
        stubhead="信息内容",
        boxhead=_COLUMNS,
        stub=tree(H("rules", "1.规章"), H("others", "2.其他"), H("norms", "3.规范性文件")),
    )
)


def rows(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in grid.row(number)] for number in range(grid.rows)]


def only(document: Document) -> list[list[str]]:
    (grid,) = document.grids
    return rows(grid)


MISSING = ["-", "-", "-"]


# --- rows


def test_a_label_on_two_lines_has_its_values_at_its_middle(backend: str) -> None:
    content = (
        HEAD
        + row(240, "规章", "1", "2", "3")
        + text(20, 222, "规范性")
        + text(20, 210, "文件")
        + b"".join(centred(x, 216, word) for x, word in zip(CENTRES, "456", strict=True))
        + row(192, "其他文件", "7", "8", "9")
    )
    assert found(read(pages(content), backend)) == [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"]]


def test_values_beside_no_label_make_their_neighbours_uncertain(backend: str) -> None:
    # 12 over 3 may be one number that its cell was too narrow for, or two
    content = (
        HEAD
        + row(240, "规章", "1", "12", "3")
        + centred(230, 229, "3")
        + row(210, "规范性文件", "4", "5", "6")
        + row(190, "其他文件", "7", "8", "9")
    )
    assert found(read(pages(content), backend)) == [["1", "?", "3"], ["4", "?", "6"], ["7", "8", "9"]]


def test_a_row_without_values_is_blank_if_all_values_have_their_labels(backend: str) -> None:
    content = (
        HEAD
        + row(240, "1.规章", "1", "2", "3")
        + row(220, "2.其他")
        + row(200, "3.规范性文件", "7", "8", "9")
    )
    assert found(read(pages(content), backend), NUMBERED)[1] == ["", "", ""]


def test_a_row_without_values_is_uncertain_beside_values_without_label(backend: str) -> None:
    content = (
        HEAD
        + row(240, "1.规章", "1", "2", "3")
        + row(218, "2.其他")
        + centred(230, 224, "4")
        + centred(230, 212, "5")
        + row(190, "3.规范性文件", "7", "8", "9")
    )
    assert found(read(pages(content), backend), NUMBERED) == [["1", "?", "3"], ["", "?", ""], ["7", "?", "9"]]


def test_a_label_beside_those_of_several_rows_stands_over_them(backend: str) -> None:
    grouped = form(
        Table(
            "groups",
            "分组",
            boxhead=tree(H("before", "上年数量"), H("now", "本年数量")),
            stub=tree(
                H(
                    "closed",
                    "（一）不公开",
                    H("secret", "1.秘密"),
                    H("safety", "2.安全"),
                    H("other", "3.其他"),
                ),
                H("none", "（二）无法", H("organ", "1.机关"), H("absent", "2.没有")),
            ),
        )
    )
    content = b"".join(
        centred(x, 260, word) for x, word in zip((200, 280), ("上年数量", "本年数量"), strict=True)
    )
    for y, label, values in (
        (240, "1.秘密", "12"),
        (220, "2.安全", "34"),
        (200, "3.其他", "56"),
        (180, "1.机关", "78"),
        (160, "2.没有", "90"),
    ):
        content += text(100, y, label) + centred(200, y, values[0]) + centred(280, y, values[1])
    content += text(20, 220, "（一）不公开") + text(20, 170, "（二）无法")
    document = read(pages(content), backend)
    assert found(document, grouped) == [["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"], ["9", "0"]]
    assert kinds(document, grouped) == ["columns-by-alignment"]


def test_the_rest_of_a_table_on_the_next_page_stands_under_the_same_columns(backend: str) -> None:
    first = text(20, 280, "本单位情况如下。") + HEAD + row(240, "规章", "1", "22", "333")
    second = row(280, "规范性文件", "4", "", "6") + row(260, "其他文件", "7", "8", "")
    assert found(read(pages(first, second), backend)) == [["1", "22", "333"], ["4", "", "6"], ["7", "8", ""]]


def test_values_on_the_next_page_that_stand_elsewhere_are_uncertain(backend: str) -> None:
    first = HEAD + row(240, "规章", "1", "22", "333")
    second = text(20, 280, "规范性文件") + centred(170, 280, "4") + centred(310, 280, "6")
    second += row(260, "其他文件", "7", "8", "9")
    assert found(read(pages(first, second), backend)) == [
        ["1", "22", "333"],
        ["?", "?", "6"],
        ["7", "8", "9"],
    ]


def test_a_row_without_values_at_the_foot_of_a_page_is_uncertain_beside_values_on_the_next(
    backend: str,
) -> None:
    # a page may cut a row below its label and over its values
    first = HEAD + row(240, "规章", "1", "22", "333") + row(220, "规范性文件")
    second = b"".join(centred(x, 280, word) for x, word in zip(CENTRES, "456", strict=True))
    second += row(260, "其他文件", "7", "8", "9")
    assert found(read(pages(first, second), backend)) == [
        ["1", "22", "333"],
        ["?", "?", "?"],
        ["?", "?", "?"],
    ]


def test_a_row_beside_a_lost_one_is_uncertain(backend: str) -> None:
    # what took the last row of the form may have taken a part of the row over it
    content = HEAD + row(240, "规章", "1", "22", "333") + row(220, "规范性文件", "4", "", "6")
    assert found(read(pages(content), backend)) == [["1", "22", "333"], ["?", "?", "?"], MISSING]


def test_a_row_at_the_edge_of_a_page_is_no_page_number(backend: str) -> None:
    # 1 / 2 reads as a page of pages, and stands at the same height on both
    head = row(250, "信息内容", *NAMES)  # below what is the margin of a small page
    content = head + row(40, "规章", "7", "8", "9") + row(19, "规范性文件")
    content += centred(150, 19, "1") + centred(230, 19, "/") + centred(310, 19, "2")
    second = row(250, "其他文件", "4", "5", "6")
    assert found(read(pages(content, second), backend)) == [["7", "8", "9"], ["1", "/", "2"], ["4", "5", "6"]]


def test_values_that_touch_are_none(backend: str) -> None:
    content = PLAIN + row(200, "其他文件", "7") + text(225, 200, "8899/") + centred(310, 200, "6")
    assert found(read(pages(content), backend))[2] == ["7", "?", "?"]


# --- rules that are only some


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param(ruled([10, 390], [275, 210]), id="a frame"),
        pytest.param(b"".join(line(10, y, 390, y) for y in (275, 252, 210)), id="three rules"),
        pytest.param(b"".join(line(10, y, 390, y) for y in (275, 252, 232, 210)), id="rules between rows"),
        pytest.param(ruled([10, 390], [275, 252, 232, 210]), id="rules between rows in a frame"),
        pytest.param(ruled([10, 110, 190, 270, 390], [275, 210]), id="rules between columns"),
        pytest.param(
            ruled([10, 110, 390], [275, 252, 232, 210]) + line(270, 210, 270, 275), id="one rule missing"
        ),
        pytest.param(b"0.9 g " + box(10, 212, 380, 20) + box(10, 252, 380, 20) + b"0 g ", id="shaded rows"),
    ],
)
def test_rules_that_are_there_do_not_hinder(rules: bytes, backend: str) -> None:
    document = read(pages(rules + PLAIN + row(190, "其他文件", "7", "8", "9")), backend)
    assert found(document) == [["1", "22", "333"], ["4", "5", "6"], ["7", "8", "9"]]
    assert kinds(document) == ["columns-by-alignment"]


def test_a_ruled_table_stays_as_its_rules_divide_it(backend: str) -> None:
    content = (
        ruled([10, 110, 190, 270, 390], [275, 252, 232, 210])
        + HEAD
        + row(240, "规章", "1", "22", "333")
        + row(220, "规范性文件", "4", "", "6")
        + text(200, 220, "7")
        + text(240, 220, "8")
    )
    document = read(pages(content), backend)
    assert only(document)[2] == ["规范性文件", "4", "7 8", "6"]
    assert document.findings == ()


def test_a_number_wrapped_in_ruled_cells_is_not_taken_for_rows(backend: str) -> None:
    content = ruled([10, 110, 130, 150], [275, 200]) + text(20, 240, "规章")
    for x in (113, 133):
        content += text(x, 250, "123") + text(x, 238, "456") + text(x, 226, "7")
    assert only(read(pages(content), backend)) == [["规章", "1234567", "1234567"]]


# --- what is no table


@pytest.mark.parametrize(
    "lines",
    [
        ["本年受理申请 12 件，均已答复。", "上年受理申请 10 件。", "共计 22 件。"],
        ["目录", "一、总体情况            1", "二、主动公开            2", "三、收到申请            5"],
        ["1", "2", "3"],
        ["第 1 项    第 2 项", "5 件"],
        ["联系电话    12345678", "邮政编码    100000"],
        ["一、总体情况", "2021    2020", "增加 5 件，减少 3 件"],
    ],
)
def test_prose_and_lists_are_no_tables(lines: list[str], backend: str) -> None:
    content = b"".join(text(20, 260 - 20 * at, words) for at, words in enumerate(lines))
    document = read(pages(content), backend)
    assert document.grids == ()
    assert len(document.paragraphs) == len(lines)


def test_what_stands_under_a_table_is_not_a_row_of_it(backend: str) -> None:
    content = PLAIN + row(200, "其他文件", "7", "", "9")
    document = read(pages(content + text(20, 180, "四、其他") + text(40, 160, "下一步加强培训。")), backend)
    assert found(document)[2] == ["7", "", "9"]


# --- text that is cut off


@pytest.mark.parametrize("shown", ["1234", "12"])
def test_what_is_clipped_character_by_character_is_not_whole(shown: str, backend: str) -> None:
    clip = 154 + 5 * len(shown)
    content = ruled([50, 150, 220], [250, 220, 190]) + text(54, 230, "规章")
    content += b"q 0 0 %d 300 re W n " % clip
    content += b"".join(text(154 + 5 * at, 230, char) for at, char in enumerate("123456"))
    content += b"Q "
    assert only(read(pages(content), backend))[0] == ["规章", shown + UNKNOWN]


def test_a_number_that_ends_where_a_table_is_cut_off_may_go_on(backend: str) -> None:
    content = b"".join(line(50, y, 220, y) for y in (250, 230, 210))
    content += line(50, 210, 50, 250) + line(150, 210, 150, 250)
    content += (
        text(54, 236, "规章") + text(195, 236, "12345") + text(54, 216, "其他") + text(189, 216, "12345")
    )
    assert only(read(pages(content), backend)) == [["规章", "12345" + UNKNOWN], ["其他", "12345"]]


def test_nothing_is_certain_in_the_last_column_where_text_is_cut_off(backend: str) -> None:
    whole = PLAIN + row(200, "其他文件", "7", "8", "9")
    content = b"q 0 0 325 300 re W n " + whole + text(330, 100, "12") + b"Q "
    assert found(read(pages(content), backend)) == [["1", "22", "?"], ["4", "5", "6"], ["7", "8", "9"]]


# --- a whole table


def test_a_report_without_rules_gives_values_and_says_how(backend: str) -> None:
    content = (
        centred(200, 285, "第二十条第（五）项")
        + text(20, 265, "信息内容")
        + b"".join(
            centred(x, 265, word)
            for x, word in zip((170, 260, 350), ("上一年项目数量", "本年增/减", "处理决定数量"), strict=True)
        )
    )
    for y, label, values in ((245, "行政许可", "123"), (225, "其他对外管理服务事项", "456")):
        content += text(20, y, label)
        content += b"".join(centred(x, y, value) for x, value in zip((170, 260, 350), values, strict=True))
    result = govdisclose.parse_document(read(pages(content), backend))
    assert [
        entry.value for entry in result.entries if entry.table == "disclosure" and entry.value is not None
    ] == [1, 2, 3, 4, 5, 6]
    assert "columns-by-alignment" in [item.kind for item in result.findings]


def test_headings_that_each_page_repeats_near_its_edge_are_no_running_head(backend: str) -> None:
    # a heading at the edge of both pages, with rows close under it
    four = form(
        Table(
            "four",
            "四行",
            stubhead="信息内容",
            boxhead=_COLUMNS,
            stub=tree(H("rules", "规章"), H("norms", "规范性文件"), H("permits", "许可"), H("fines", "处罚")),
        )
    )
    first = HEAD + row(240, "规章", "1", "22", "333") + row(220, "规范性文件", "4", "5", "6")
    second = HEAD + row(240, "许可", "7", "8", "9") + row(220, "处罚", "10", "11", "12")
    document = read(pages(first, second), backend)
    assert found(document, four) == [["1", "22", "333"], ["4", "5", "6"], ["7", "8", "9"], ["10", "11", "12"]]
