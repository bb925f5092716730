"""Columns: what is kept of a heading besides its path, and headings that are repeated, lost or in other characters."""

from __future__ import annotations

import pytest

from form_samples import SMALL, grid, kinds, match_small, ragged, shown
from govdisclose.grammar import H, Table, tree
from govdisclose.grammar.boxhead import Column
from govdisclose.grid import Grid

TABLE = SMALL.derive(stub=tree(H("first", "一、新收"), H("left", "三、结转")), stubhead="项目")

ROW = ["一、新收", "1", "2", "3", "6"]
LAST = ["三、结转", "10", "20", "30", "60"]


def columns(found: Grid) -> tuple[Column, ...]:
    return match_small(found, table=TABLE).bands[0].columns[0].columns


def test_the_words_of_a_column_are_its_path_once_where_a_merged_heading_is_repeated_below() -> None:
    found = grid(
        ["项目", "甲", "乙组", "<", "总计"],
        ["项目", "甲", "乙一", "乙二", "总计"],
        ["项目", "甲", "乙一", "乙二", "总计"],
        ROW,
        LAST,
    )
    assert [column.words for column in columns(found)] == [
        ("甲",),
        ("乙组", "乙一"),
        ("乙组", "乙二"),
        ("总计",),
    ]


def test_columns_beside_one_that_is_named_twice_are_read() -> None:
    found = grid(["项目", "总计", "乙组", "<", "总计"], ["^", "^", "乙一", "乙二", "^"], ROW, LAST)
    assert shown(match_small(found, table=TABLE).entries) == {
        "first:a": "missing",
        "first:group/b": 2,
        "first:group/c": 3,
        "first:total": "missing",
        "left:a": "missing",
        "left:group/b": 20,
        "left:group/c": 30,
        "left:total": "missing",
    }


def test_traditional_characters_are_said_once_of_the_whole_table() -> None:
    found = grid(["項目", "甲", "乙組", "<", "總計"], ["^", "^", "乙一", "乙二", "^"], ROW, LAST)
    notes = match_small(found, table=TABLE).findings
    assert [(item.kind, item.path) for item in notes] == [("label-traditional", "small")]


def test_columns_without_edges_are_counted_one_by_one() -> None:
    found = ragged(["项目", "甲", "乙组", "总计"], ["乙一", "乙二"], ROW, LAST)
    assert [(column.start, column.end, column.path) for column in columns(found)] == [
        (0, 1, "a"),
        (1, 2, "group/b"),
        (2, 3, "group/c"),
        (3, 4, "total"),
    ]


def test_an_empty_merged_heading_over_two_columns_is_not_the_one_on_its_left() -> None:
    table = Table(
        "t",
        "表",
        boxhead=tree(H("g", "前", H("x", "其他"), H("y", "甲")), H("h", "后", H("x", "其他"), H("y", "乙"))),
        stub=tree(H("one", "一、行")),
    )
    found = grid(
        ["", "前", "<", "", "<"],
        ["", "其他", "甲", "其他", "乙"],
        ["一、行", "1", "2", "3", "4"],
    )
    matched = match_small(found, table=table)
    assert shown(matched.entries) == {"one:g/x": 1, "one:g/y": 2, "one:h/x": 3, "one:h/y": 4}
    assert kinds(matched.findings) == ["heading-skipped"]


def test_labels_that_do_not_decide_the_columns_are_quoted_up_to_two_hundred_characters() -> None:
    found = ragged(["项目", "甲" * 150, "乙" * 150], ["一、新收", "1", "2", "3", "6"])
    quoted = [
        item.facts["labels"]
        for item in match_small(found, table=TABLE).findings
        if item.kind == "boxhead-undecided"
    ]
    assert quoted == ["甲" * 150 + "、" + "乙" * 49]


def test_an_unknown_label_does_not_stand_for_the_only_heading_of_a_group() -> None:
    table = Table(
        "t",
        "表",
        boxhead=tree(H("a", "甲"), H("g", "组", H("x", "丙")), H("b", "乙")),
        stub=tree(H("one", "一、行")),
    )
    matched = match_small(ragged(["甲", "组", "乙"], ["丁"], ["一、行", "1", "2", "3"]), table=table)
    assert set(shown(matched.entries).values()) == {"unreadable"}
    assert "boxhead-undecided" in kinds(matched.findings)


def test_headings_that_a_page_cuts_between_two_levels_are_read_together() -> None:
    head = grid(["项目", "甲", "乙组", "<", "总计"])
    body = grid(["", "", "乙一", "乙二", ""], ROW, LAST, number=2)
    assert shown(match_small(head, body, table=TABLE).entries) == {
        "first:a": 1,
        "first:group/b": 2,
        "first:group/c": 3,
        "first:total": 6,
        "left:a": 10,
        "left:group/b": 20,
        "left:group/c": 30,
        "left:total": 60,
    }


def test_headings_of_three_levels_that_a_page_cuts_after_the_first_are_read_together() -> None:
    table = Table(
        "t",
        "表",
        boxhead=tree(
            H("g", "甲组", H("h", "乙组", H("x", "丙"), H("y", "丁"))), H("total", "总计", total=True)
        ),
        stub=tree(H("one", "一、行")),
    )
    head = grid(["", "甲组", "<", "总计"])
    body = grid(["", "乙组", "<", ""], ["", "丙", "丁", ""], ["一、行", "1", "2", "3"], number=2)
    assert shown(match_small(head, body, table=table).entries) == {
        "one:g/h/x": 1,
        "one:g/h/y": 2,
        "one:total": 3,
    }


TWICE = TABLE.derive(
    boxhead=tree(
        H("north", "北区", H("old", "旧"), H("new", "新")),
        H("south", "南区", H("old", "旧"), H("new", "新")),
        H("total", "总计"),
    )
)


@pytest.mark.parametrize("over", ["南\ufffd", "别区"])
def test_a_heading_that_stands_twice_is_not_told_by_elimination_beside_one_that_cannot_be_read(
    over: str,
) -> None:
    # 北区 has moved to the right of its first heading; that 南区 is not seen makes 旧 none of its own
    found = grid(
        ["项目", "旧", "北区", over, "<", "总计"],
        ["^", "^", "新", "旧", "新", "^"],
        ["一、新收", "1", "2", "3", "4", "10"],
    )
    values = shown(match_small(found, table=TWICE).entries)
    assert [values[f"first:{path}"] for path in ("north/old", "south/old", "total")] == [
        "missing",
        "missing",
        10,
    ]


def test_a_column_under_an_empty_cell_right_of_an_unknown_heading_is_none_of_the_forms() -> None:
    found = grid(["项目", "甲", "丁组", "", "总计"], ["", "", "乙一", "乙二", ""], ROW, LAST)
    assert shown(match_small(found, table=TABLE).entries) == {
        "first:a": 1,
        "first:group/b": "missing",
        "first:group/c": "missing",
        "first:total": 6,
        "left:a": 10,
        "left:group/b": "missing",
        "left:group/c": "missing",
        "left:total": 60,
    }


def test_an_unknown_text_over_the_stub_says_nothing_of_the_first_column() -> None:
    found = grid(["事项", "", "乙组", "<", "总计"], ["", "甲", "乙一", "乙二", ""], ROW, LAST)
    assert [column.path for column in columns(found)] == ["a", "group/b", "group/c", "total"]
