"""Cells under a heading that is printed once for each of its positions."""

from __future__ import annotations

from form_samples import SMALL, grid, match_small, shown
from govdisclose.grammar import H, tree

TABLE = SMALL.derive(stub=tree(H("first", "一、新收"), H("left", "三、结转")), stubhead="项目")


def test_of_two_cells_under_a_repeated_heading_one_that_is_empty_leaves_the_other_in_doubt() -> None:
    matched = match_small(
        grid(
            ["项目", "甲", "甲", "乙组", "<", "总计"],
            ["^", "^", "^", "乙一", "乙二", "^"],
            ["一、新收", "1", "", "2", "3", "6"],
            ["三、结转", "10", "10", "20", "30", "60"],
        ),
        table=TABLE,
    )
    assert shown(matched.entries) == {
        "first:a": "unreadable",
        "first:group/b": 2,
        "first:group/c": 3,
        "first:total": 6,
        "left:a": 10,
        "left:group/b": 20,
        "left:group/c": 30,
        "left:total": 60,
    }
    assert [(item.kind, item.path) for item in matched.findings] == [
        ("columns-repeat-heading", "small::a"),
        ("cells-under-one-heading", "small:first:a"),
    ]
