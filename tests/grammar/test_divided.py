"""Two columns of numbers under one heading: neither is known to be the heading's own."""

from __future__ import annotations

import pytest

from form_samples import grid, kinds, read_small, shown
from govdisclose.findings import Severity
from govdisclose.grammar import H, Table, tree
from govdisclose.grammar.table import stack
from govdisclose.result import Result

TABLE = Table(
    "small",
    "小表",
    boxhead=tree(H("a", "甲"), H("b", "乙")),
    stub=tree(H("first", "一、新收"), H("second", "二、办理"), H("left", "三、结转")),
    stubhead="项目",
)
BARE = Table(
    "small",
    "小表",
    boxhead=tree(H("g", "前", H("a", "甲"), H("b", "乙")), H("h", "后", H("a", "甲"), H("b", "乙"))),
)
HEAD = ["项目", "甲", "<", "乙", "<"]


def values(result: Result) -> list[int | None]:
    return [entry.value if isinstance(entry.value, int) else None for entry in result.entries]


def named(result: Result) -> list[str]:
    return [item.path for item in result.findings if item.kind == "columns-under-one-heading"]


@pytest.mark.parametrize(
    "parts",
    [
        ["2022", "2023"], ["2023", "2022"], ["2023年", "2022年"], ["数量", "占比（%）"], ["本年", "上年"],
        ["", "占比"], ["其中：网上", ""], ["累计", ""], ["", "2022"],
    ],
)  # fmt: skip
@pytest.mark.parametrize("label", ["", "年度", "^"])
def test_a_row_that_names_the_parts_of_a_heading_leaves_no_number_to_it(parts: list[str], label: str) -> None:
    rows = [["一、新收", "1", "", "", "2"], ["二、办理", "3", "", "", "4"], ["三、结转", "5", "", "", "6"]]
    result = read_small(grid(HEAD, [label, *parts, *parts], *rows), table=TABLE)
    assert values(result) == [None] * 6
    assert "blank" not in shown(result.entries).values()
    weighty = {item.path for item in result.findings if item.severity is Severity.ERROR}
    assert {"small::a", "small::b"} <= weighty


def test_a_row_in_which_both_are_filled_tells_that_there_are_two() -> None:
    result = read_small(
        grid(
            HEAD,
            ["一、新收", "1", "2", "3", ""],
            ["二、办理", "4", "", "5", ""],
            ["三、结转", "", "6", "7", ""],
        ),
        table=TABLE,
    )
    assert values(result) == [None, 3, None, 5, None, 7]
    assert named(result) == ["small::a"]
    assert [item.path for item in result.findings if item.kind == "cells-under-one-heading"] == [
        "small:first:a"
    ]


def test_numbers_that_stand_now_in_one_and_now_in_the_other_tell_it_too() -> None:
    result = read_small(
        grid(
            HEAD,
            ["一、新收", "1", "", "3", ""],
            ["二、办理", "4", "", "5", ""],
            ["三、结转", "", "6", "7", ""],
        ),
        table=TABLE,
    )
    assert values(result) == [None, 3, None, 5, None, 7]
    assert [dict(item.facts) for item in result.findings if item.kind == "columns-under-one-heading"] == [
        {"label": "甲", "text": "4 | 6"}
    ]


def test_where_two_headings_are_divided_so_is_every_other_that_is_as_wide() -> None:
    table = TABLE.derive(boxhead=tree(H("a", "甲"), H("b", "乙"), H("c", "丙")))
    result = read_small(
        grid(
            [*HEAD, "丙", "<"],
            ["一、新收", "1", "2", "3", "4", "5", ""],
            ["二、办理", "", "6", "", "7", "8", ""],
        ),
        table=table,
    )
    assert values(result) == [None] * 9
    assert named(result) == ["small::a", "small::b", "small::c"]


def test_a_band_of_a_stack_is_divided_where_the_others_are() -> None:
    bands = [
        TABLE.derive(key=key, spanner=title, stub=tree(H("x", row)))
        for key, title, row in (("one", "第一项", "规章"), ("two", "第二项", "许可"))
    ]
    table = stack("small", "小表", *bands)
    result = read_small(
        grid(
            ["第一项", "<", "<", "<", "<"],
            HEAD,
            ["规章", "1", "2", "3", "4"],
            ["第二项", "<", "<", "<", "<"],
            HEAD,
            ["许可", "5", "", "", "6"],
        ),
        table=table,
    )
    assert values(result) == [None] * 4
    assert named(result) == ["small:two:a", "small:two:b"]


def test_a_cell_as_wide_as_the_heading_is_its_own_and_two_empty_ones_are_blank() -> None:
    result = read_small(
        grid(
            HEAD,
            ["", "2022", "2023", "2022", "2023"],
            ["一、新收", "1", "<", "", ""],
            ["二、办理", "1", "2", "3", "<"],
        ),
        table=TABLE,
    )
    assert shown(result.entries) == {
        "first:a": 1, "first:b": "blank", "second:a": "unreadable", "second:b": 3,
        "left:a": "missing", "left:b": "missing",
    }  # fmt: skip


@pytest.mark.parametrize(
    "between",
    [
        [], [["", "", "", "", ""]], [["", "件", "", "件", ""]], [["", "（件）", "<", "（件）", "<"]],
        [["", "-", "", "/", ""]], [["单位：件", "<", "<", "<", "<"]], [["", "2023", "<", "2023", "<"]],
    ],
)  # fmt: skip
@pytest.mark.parametrize("ghost", [0, 1])
def test_an_empty_column_beside_the_numbers_divides_nothing(between: list[list[str]], ghost: int) -> None:
    def row(label: str, one: str, other: str) -> list[str]:
        return [label, "", one, "", other] if ghost else [label, one, "", other, ""]

    if ghost:
        between = [
            [label, other, one, other_, one_] if "<" not in line else line
            for line in between
            for label, one, other, one_, other_ in [line]
        ]
    result = read_small(
        grid(HEAD, *between, row("一、新收", "1", "2"), row("二、办理", "3", ""), row("三、结转", "5", "6")),
        table=TABLE,
    )
    assert values(result) == [1, 2, 3, None, 5, 6]
    assert shown(result.entries)["second:b"] == "blank"
    assert named(result) == []


def test_a_number_of_a_page_between_two_rows_divides_nothing() -> None:
    rows = [["一、新收", "1", "", "2", ""], ["", "", "- 4 -", "", ""], ["二、办理", "3", "", "4", ""]]
    assert values(read_small(grid(HEAD, *rows), table=TABLE))[:4] == [1, 2, 3, 4]


def test_a_merged_number_that_is_repeated_as_its_heading_is_one() -> None:
    result = read_small(
        grid(
            ["项目", "甲", "甲", "乙", "乙"],
            ["一、新收", "1", "1", "2", "2"],
            ["二、办理", "3", "3", "0", "0"],
        ),
        table=TABLE,
    )
    assert values(result)[:4] == [1, 2, 3, 0]


def test_columns_are_divided_on_the_next_page_too() -> None:
    upper = grid(HEAD, ["", "2022", "2023", "2022", "2023"], ["一、新收", "1", "2", "3", "4"])
    lower = grid(["二、办理", "5", "", "", "6"], ["三、结转", "", "7", "8", ""], number=2)
    again = grid(HEAD, ["二、办理", "5", "", "", "6"], ["三、结转", "", "7", "8", ""], number=2)
    for second in (lower, again):
        result = read_small(upper, second, table=TABLE)
        assert values(result) == [None] * 6
        assert named(result) == ["small::a", "small::b"]


def test_two_columns_under_the_headings_of_a_table_without_stub_are_named_by_their_entries() -> None:
    heads = (["前", "<", "<", "<", "后", "<", "<", "<"], ["甲", "<", "乙", "<", "甲", "<", "乙", "<"])
    result = read_small(grid(*heads, ["1", "2", "3", "4", "", "5", "6", ""]), table=BARE)
    assert values(result) == [None] * 4
    weighty = {item.path for item in result.findings if item.severity is Severity.ERROR}
    assert {"small::g/a", "small::g/b", "small::h/a", "small::h/b"} <= weighty
    years = read_small(grid(*heads, ["2022", "2023"] * 4, ["1", "", "3", "4", "", "5", "6", ""]), table=BARE)
    assert values(years) == [None] * 4
    assert "row-repeated" in kinds(years.findings)


def test_two_columns_under_one_heading_of_a_piece_with_other_edges_are_too_many_cells() -> None:
    upper = grid(["项目", "<", "甲", "<", "乙", "<"], ["一、新收", "<", "1", "2", "3", "4"])
    lower = grid(["二、办理", "5", "", "", "6"], number=2)
    assert values(read_small(upper, lower, table=TABLE)) == [None] * 6
