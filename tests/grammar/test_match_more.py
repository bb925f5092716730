"""Where a finding of a row is: at the row that a person should look at."""

from __future__ import annotations

from form_samples import SMALL, grid, match_small, shown
from govdisclose.grammar import H, Table, tree

TABLE = SMALL.derive(stub=tree(H("first", "一、新收"), H("left", "三、结转")), stubhead="项目")


def test_a_row_that_stands_three_times_is_reported_where_it_stands_again() -> None:
    matched = match_small(
        grid(
            ["项目", "甲", "乙组", "<", "总计"],
            ["^", "^", "乙一", "乙二", "^"],
            ["一、新收", "1", "2", "3", "6"],
            ["三、结转", "10", "20", "30", "60"],
            ["一、新收", "1", "2", "3", "6"],
            ["一、新收", "1", "2", "3", "6"],
        ),
        table=TABLE,
    )
    assert [(item.kind, item.path, dict(item.facts)) for item in matched.findings] == [
        ("row-repeated", "small:first", {"label": "一、新收", "count": "3"})
    ]
    at = matched.findings[0].at
    assert at is not None
    assert (at.table, at.row) == (1, 5)
    assert shown(matched.entries)["first:a"] == "unreadable"
    assert shown(matched.entries)["left:a"] == 10
    assert (matched.lines, matched.misfits) == (8, 2)


def test_a_repeated_row_is_named_in_the_words_of_its_first_place() -> None:
    matched = match_small(
        grid(
            ["项目", "甲", "乙组", "<", "总计"],
            ["^", "^", "乙一", "乙二", "^"],
            ["一、新收", "1", "2", "3", "6"],
            ["新 收", "1", "2", "3", "6"],
            ["三、结转", "10", "20", "30", "60"],
        ),
        table=TABLE,
    )
    assert [(item.kind, item.facts["label"]) for item in matched.findings] == [("row-repeated", "一、新收")]


def test_one_cell_across_a_table_of_two_columns_is_no_row_of_it() -> None:
    table = Table(
        "t",
        "表",
        boxhead=tree(H("n", "数量"), H("m", "金额")),
        stub=tree(H("first", "一、新收"), H("left", "三、结转")),
    )
    matched = match_small(
        grid(["", "数量", "金额"], ["一、新收", "1", "2"], ["第3页", "<", "<"], ["三、结转", "3", "4"]),
        table=table,
    )
    assert shown(matched.entries) == {"first:n": 1, "first:m": 2, "left:n": 3, "left:m": 4}
    assert [(item.kind, item.facts["text"]) for item in matched.findings] == [("text-passed-over", "第3页")]
