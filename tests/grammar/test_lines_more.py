"""Lines of text: words that are a column and a row, and labels far from each other."""

from __future__ import annotations

import pytest

from form_samples import kinds, shown
from govdisclose import Document, parse_document
from govdisclose.document import Paragraph
from govdisclose.grammar import H, Table, tree
from govdisclose.grammar.draw import draw
from govdisclose.grammar.find import find
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.match import match
from govdisclose.grammar.row import Run
from govdisclose.layouts import CN_2021

TABLE = Table(
    "t",
    "表",
    spanner="办理情况",
    stubhead="项目",
    boxhead=tree(H("a", "甲种"), H("b", "乙种"), H("total", "总计", total=True)),
    stub=tree(
        H("sum", "（一）总计"),
        H("handled", "（二）办理情况"),
        H("items", "（三）项目"),
        H("left", "（四）结转"),
    ),
)


def copies(*lines: str) -> tuple[tuple[Run, ...], ...]:
    document = Document(tuple(Paragraph(line, at, line=at) for at, line in enumerate(lines, 1)), "drawn")
    return find(document, Layout("one-table", "表", "无", (TABLE,))).copies["t"]


def test_a_word_that_is_a_heading_and_a_row_is_a_heading_among_headings_and_a_row_after_numbers() -> None:
    (runs,) = copies(
        "项目 办理情况",
        "甲种 乙种 总计",
        "（一）总计 1 2 3",
        "办理情况 4 5 9",
        "项目 6 7 13",
        "（四）结转 8 9 17",
    )
    matched = match(TABLE, runs)
    assert shown(matched.entries) == {
        "sum:a": 1,
        "sum:b": 2,
        "sum:total": 3,
        "handled:a": 4,
        "handled:b": 5,
        "handled:total": 9,
        "items:a": 6,
        "items:b": 7,
        "items:total": 13,
        "left:a": 8,
        "left:b": 9,
        "left:total": 17,
    }
    assert kinds(matched.findings) == []


@pytest.mark.parametrize(("words", "first"), [(26, 1), (27, 5)])
def test_labels_more_than_thirty_pieces_apart_do_not_stand_in_one_stretch(words: int, first: int) -> None:
    (runs,) = copies(
        "项目 甲种 乙种 总计",
        "（一）总计 1 2 3",
        "（二）办理情况 4 5 9",
        " ".join(["某"] * words),
        "项目 甲种 乙种 总计",
        "（三）项目 6 7 13",
        "（四）结转 8 9 17",
    )
    assert runs[0].grid.cells[0].line == first


def test_a_whole_row_whose_total_is_wrong_does_not_keep_a_short_row_from_its_total() -> None:
    (runs,) = copies(
        "项目 办理情况",
        "甲种 乙种 总计",
        "（一）总计 1 2 9",
        "（二）办理情况 4 5 9",
        "（三）项目 6 7 13",
        "（四）结转 8 8",
    )
    matched = match(TABLE, runs)
    values = shown(matched.entries)
    assert [values[f"sum:{column}"] for column in ("a", "b", "total")] == [1, 2, 9]
    assert [values[f"left:{column}"] for column in ("a", "b", "total")] == ["unreadable", "unreadable", 8]
    assert kinds(matched.findings) == ["row-too-short"]


@pytest.mark.parametrize("number", [str(number) for number in range(1, 9)])
def test_a_number_before_a_label_that_begins_with_one_is_no_part_of_it(number: str) -> None:
    # 7 begins 7.属于行政执法案卷; before 3.其他 it is the last number of the row above
    found = draw(
        CN_2021, {table.key: dict.fromkeys(table.cells(), number) for table in CN_2021.tables}
    ).grids[1]
    lines = tuple(Paragraph(cell.text, at, line=at) for at, cell in enumerate(found.cells, 1))
    result = parse_document(Document(lines, "text"))
    assert {entry.value for entry in result.entries if entry.table == "requests"} == {int(number)}


@pytest.mark.parametrize(
    ("row", "items"),
    [
        (["（三）项目 6⁴ 7 13"], ["text", 7, 13]),
        (["（三）项目 6 ⁴ 7 13"], ["text", 7, 13]),
        (["（三）项目 6 [⁴] 7 13"], ["text", 7, 13]),
        (["（三）项目¹ 6 7 13"], [6, 7, 13]),
        (["（三）项目 ¹ 6 7 13"], [6, 7, 13]),
        (["（三）项目 6", "⁴", "7", "13"], ["text", 7, 13]),
        (["（三）项目 6￼ 7 13"], ["unreadable", 7, 13]),
        (["（三）项目 6 ￼ 7 13"], ["unreadable", 7, 13]),
        (["（三）项目￼6 7 13"], ["unreadable", 7, 13]),
        (["（三）项目6￼", "7", "13"], ["unreadable", 7, 13]),
        (["（三）项目6⁴", "7", "13"], ["text", 7, 13]),
        (["（三）项目 6￼ 件 7 13"], ["unreadable", 7, 13]),
        (["（三）项目 6 7 ￼13"], [6, 7, "unreadable"]),
    ],
)
def test_a_mark_or_a_thing_beside_a_number_of_a_line_costs_that_number_alone(
    row: list[str], items: list[int | str]
) -> None:
    assert _items(row) == items


@pytest.mark.parametrize("sign", ["⁴", "₄", "[⁴]", "*", "※", "①", "[4]", "￼"])
def test_a_sign_alone_is_no_number_that_would_shift_the_others(sign: str) -> None:
    assert _items([f"（三）项目 6 {sign} 13"]) == ["unreadable"] * 3


def _items(row: list[str]) -> list[object]:
    (runs,) = copies(
        "项目 甲种 乙种 总计",
        "（一）总计 1 2 3",
        "（二）办理情况 4 5 9",
        *row,
        "（四）结转 8 9 17",
    )
    found = shown(match(TABLE, runs).entries)
    assert [found[f"left:{column}"] for column in ("a", "b", "total")] == [8, 9, 17]
    return [found[f"items:{column}"] for column in ("a", "b", "total")]
