"""An empty cell is blank only where no number that belongs to no column stands beside it."""

from __future__ import annotations

import pytest

from form_samples import grid, read_small, shown
from govdisclose.findings import Severity
from govdisclose.grammar import H, Table, amount, tree
from govdisclose.result import Result

TABLE = Table(
    "small",
    "小表",
    boxhead=tree(H("a", "甲"), H("b", "乙"), H("c", "丙", entry=amount())),
    stub=tree(H("first", "一、新收"), H("left", "三、结转")),
    stubhead="项目",
)


def beside(result: Result) -> list[tuple[str, str]]:
    found = [item for item in result.findings if item.kind == "number-beside-blank"]
    assert all(item.severity is Severity.ERROR for item in found)
    return [(item.path, item.facts["text"]) for item in found]


def test_a_cell_is_not_blank_beside_a_number_under_no_heading() -> None:
    # 甲 lost its width: its numbers stand one column right of it
    result = read_small(
        grid(
            ["项目", "甲", "", "乙", "丙"], ["一、新收", "", "6", "1", "17"], ["三、结转", "", "0", "", "2.5"]
        ),
        table=TABLE,
    )
    assert {key: str(value) for key, value in shown(result.entries).items()} == {
        "first:a": "unreadable", "first:b": "1", "first:c": "17",
        "left:a": "unreadable", "left:b": "unreadable", "left:c": "2.5",
    }  # fmt: skip
    assert beside(result) == [("small:first:a", "6"), ("small:left:a", "0"), ("small:left:b", "0")]


@pytest.mark.parametrize("number", ["6", "4.5", "-3", "减4", "1,234", "５", "12件", "3.27万元"])
def test_any_number_counts_and_so_does_one_farther_off_behind_empty_cells(number: str) -> None:
    rows = (["项目", "甲", "", "", "乙"], ["一、新收", "", "", number, "1"], ["三、结转", "5", "", "", "2"])
    result = read_small(grid(*rows), table=TABLE)
    assert shown(result.entries)["first:a"] == "unreadable"
    assert shown(result.entries)["left:a"] == 5


def test_a_number_left_of_an_empty_cell_counts_too() -> None:
    result = read_small(
        grid(["项目", "", "甲", "乙"], ["一、新收", "6", "", "1"], ["三、结转", "7", "2", ""]), table=TABLE
    )
    assert shown(result.entries)["first:a"] == "unreadable"
    assert shown(result.entries)["left:b"] == "blank"


@pytest.mark.parametrize("text", ["", "\u3000", "-", "/", "备注", "见附件"])
def test_words_dashes_and_empty_cells_under_no_heading_leave_blanks_as_they_are(text: str) -> None:
    result = read_small(
        grid(["项目", "甲", "", "乙", "丙"], ["一、新收", "", text, "", "3"], ["三、结转", "1", "", "2", ""]),
        table=TABLE,
    )
    assert [shown(result.entries)[key] for key in ("first:a", "first:b", "left:c")] == ["blank"] * 3
    assert beside(result) == []


def test_a_number_under_an_unknown_heading_belongs_to_that() -> None:
    result = read_small(
        grid(["项目", "甲", "外国人", "乙"], ["一、新收", "", "6", "1"], ["三、结转", "1", "7", "2"]),
        table=TABLE,
    )
    assert shown(result.entries)["first:a"] == "blank"


def test_only_the_row_with_the_number_is_touched() -> None:
    result = read_small(
        grid(["项目", "甲", "", "乙"], ["一、新收", "", "6", "1"], ["三、结转", "", "", "2"]), table=TABLE
    )
    assert [shown(result.entries)[key] for key in ("first:a", "left:a")] == ["unreadable", "blank"]


def test_in_a_table_without_stub_the_entry_is_named() -> None:
    table = Table("small", "小表", boxhead=tree(H("a", "甲数"), H("b", "乙数"), H("c", "丙数")))
    result = read_small(grid(["甲数", "", "乙数", "丙数"], ["", "6", "1", "2"]), table=table)
    assert shown(result.entries) == {":a": "unreadable", ":b": 1, ":c": 2}
    assert beside(result) == [("small::a", "6")]
