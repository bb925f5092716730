"""Bands whose rows and columns have the same labels: the title tells them apart."""

from __future__ import annotations

from form_samples import grid, kinds, match_small, shown
from govdisclose.grammar import H, Table, tree

COLUMNS = tree(H("n", "数量", H("old", "原有"), H("new", "新增")))
ROWS = tree(H("one", "一项"), H("two", "二项"))
STACK = Table(
    "stack",
    "叠表",
    bands=(
        Table("upper", "上篇", spanner="上篇情况", boxhead=COLUMNS, stub=ROWS, stubhead="内容"),
        Table("lower", "下篇", spanner="下篇情况", boxhead=COLUMNS, stub=ROWS, stubhead="内容"),
    ),
)

UPPER = (
    ["上篇情况", "<", "<"],
    ["内容", "数量", "<"],
    ["^", "原有", "新增"],
    ["一项", "1", "2"],
    ["二项", "3", "4"],
)
LOWER = (
    ["下篇情况", "<", "<"],
    ["内容", "数量", "<"],
    ["^", "原有", "新增"],
    ["一项", "5", "6"],
    ["二项", "7", "8"],
)
VALUES = {
    "upper/one:n/old": 1,
    "upper/one:n/new": 2,
    "upper/two:n/old": 3,
    "upper/two:n/new": 4,
    "lower/one:n/old": 5,
    "lower/one:n/new": 6,
    "lower/two:n/old": 7,
    "lower/two:n/new": 8,
}


def test_a_title_holds_for_the_headings_below_it_and_for_their_rows() -> None:
    matched = match_small(grid(*UPPER, *LOWER), table=STACK)
    assert shown(matched.entries) == VALUES
    assert kinds(matched.findings) == []


def test_bands_in_another_order_keep_their_rows() -> None:
    assert shown(match_small(grid(*LOWER, *UPPER), table=STACK).entries) == VALUES


def test_headings_again_after_rows_without_a_title_belong_to_no_band_that_can_be_told() -> None:
    matched = match_small(grid(*UPPER, *LOWER[1:]), table=STACK)
    values = shown(matched.entries)
    assert {path: value for path, value in values.items() if path.startswith("upper")} == {
        path: value for path, value in VALUES.items() if path.startswith("upper")
    }
    assert {value for path, value in values.items() if path.startswith("lower")} == {"missing"}
    assert "text-passed-over" in kinds(matched.findings)


def test_an_unknown_row_is_the_last_of_its_band_where_headings_follow() -> None:
    unknown = ["三项", "9", "9"]
    matched = match_small(grid(*UPPER[:3], unknown, *LOWER[1:]), table=STACK)
    assert set(shown(matched.entries).values()) == {"missing"}
    assert [item.facts["label"] for item in matched.findings if item.kind == "row-not-matched"] == ["三项"]
