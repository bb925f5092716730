"""Stubs: labels repeated beside themselves, and groups that are none of the form's."""

from __future__ import annotations

import pytest

from form_samples import SMALL, grid, kinds, match_small, ragged, shown
from govdisclose.grammar import H, Table, tree
from govdisclose.grid import Grid

HEAD = (
    ["项目", "<", "<", "甲", "乙组", "<", "总计"],
    ["^", "^", "^", "^", "乙一", "乙二", "^"],
)
TOTALS = [f"{path}:total" for path in SMALL.stub.leaves] if SMALL.stub else []


def table(*stubs: list[str]) -> Grid:
    return grid(*HEAD, *([*stub, "0", "0", "0", str(number)] for number, stub in enumerate(stubs, 1)))


def totals(found: Grid) -> list[object]:
    values = shown(match_small(found).entries)
    return [values[path] for path in TOTALS]


def test_a_group_repeated_beside_itself_does_not_end_the_labels_of_the_row() -> None:
    found = table(
        ["一、新收", "一、新收", "一、新收"],
        ["二、办理", "二、办理", "（一）公开"],
        ["二、办理", "（二）不公开", "1.秘密"],
        ["二、办理", "（二）不公开", "2.其他"],
        ["二、办理", "二、办理", "（三）其他"],
        ["二、办理", "二、办理", "（四）总计"],
        ["三、结转", "三、结转", "三、结转"],
    )
    assert totals(found) == [1, 2, 3, 4, 5, 6, 7]
    assert kinds(match_small(found).findings) == []


def test_rows_under_empty_cells_below_an_unknown_group_are_none_of_the_forms() -> None:
    found = table(
        ["一、新收", "", ""],
        ["二、别处", "（一）公开", ""],
        ["", "（二）不公开", "1.秘密"],
        ["", "", "2.其他"],
        ["", "（三）其他", ""],
        ["", "（四）总计", ""],
        ["三、结转", "", ""],
    )
    assert totals(found) == [1, "missing", "missing", "missing", "missing", "missing", 7]
    assert kinds(match_small(found).findings) == ["row-missing", "row-not-matched"]


def test_a_row_beside_an_empty_cell_below_a_group_that_is_not_its_own_is_none_of_the_forms() -> None:
    found = table(
        ["一、新收", "", ""],
        ["二、办理", "（一）公开", ""],
        ["", "（二）不公开", "1.秘密"],
        ["", "", "2.其他"],
        ["", "（三）其他", ""],
        ["", "（四）总计", ""],
        ["", "三、结转", ""],
    )
    assert totals(found) == [1, 2, 3, 4, 5, 6, "missing"]
    assert kinds(match_small(found).findings) == ["heading-inherited", "row-missing", "row-not-matched"]


def test_an_unknown_row_of_a_group_leaves_the_group_open() -> None:
    found = table(
        ["一、新收", "", ""],
        ["二、办理", "（九）移送", ""],
        ["", "（一）公开", ""],
        ["", "（二）不公开", "1.秘密"],
        ["", "", "2.其他"],
        ["", "（三）其他", ""],
        ["", "（四）总计", ""],
        ["三、结转", "", ""],
    )
    assert totals(found) == [1, 3, 4, 5, 6, 7, 8]
    assert kinds(match_small(found).findings) == ["heading-inherited", "row-not-matched"]


def test_an_unknown_row_of_an_outer_level_ends_the_groups_of_a_flattened_stub() -> None:
    found = grid(
        ["项目", "甲", "乙组", "<", "总计"],
        ["^", "^", "乙一", "乙二", "^"],
        ["一、新收", "0", "0", "0", "1"],
        ["二、办理", "", "", "", ""],
        ["（一）公开", "0", "0", "0", "2"],
        ["四、移送", "0", "0", "0", "3"],
        ["（三）其他", "0", "0", "0", "4"],
        ["三、结转", "0", "0", "0", "5"],
    )
    assert totals(found) == [1, 2, "missing", "missing", "missing", "missing", 5]
    assert [
        item.facts["label"] for item in match_small(found).findings if item.kind == "row-not-matched"
    ] == [
        "四、移送",
        "（三）其他",
    ]


@pytest.mark.parametrize(
    ("printed", "after"),
    [(["0", "0", "0", "3"], [4, 5]), (["", "", "", ""], ["missing", "missing"])],
    ids=["a row among the others", "a heading over the next rows"],
)
def test_an_unknown_row_without_enumerator_ends_a_group_only_where_it_has_no_numbers(
    printed: list[str], after: list[object]
) -> None:
    found = grid(
        ["项目", "甲", "乙组", "<", "总计"],
        ["^", "^", "乙一", "乙二", "^"],
        ["一、新收", "0", "0", "0", "1"],
        ["二、办理", "", "", "", ""],
        ["（一）公开", "0", "0", "0", "2"],
        ["移送", *printed],
        ["（三）其他", "0", "0", "0", "4"],
        ["（四）总计", "0", "0", "0", "5"],
        ["三、结转", "0", "0", "0", "6"],
    )
    assert totals(found) == [1, 2, "missing", "missing", *after, 6]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (["一、新收", "说明"], "row-not-matched"),
        (["一、新收", "9"], "row-too-long"),
        (["9"], "row-not-matched"),
        (["说明"], "row-not-matched"),
    ],
    ids=["words beside a label", "a number beside a label", "a number alone", "words alone"],
)
def test_what_stands_left_of_a_whole_row_without_edges_gives_it_no_value(words: list[str], kind: str) -> None:
    found = ragged(
        ["项目", "甲", "乙组", "总计"],
        ["乙一", "乙二"],
        [*words, "1", "2", "3", "6"],
        ["三、结转", "10", "20", "30", "60"],
    )
    matched = match_small(found)
    values = shown(matched.entries)
    assert {values["first:a"], values["first:total"]} <= {"missing", "unreadable"}
    assert (values["left:a"], values["left:total"]) == (10, 60)
    assert [
        item.kind for item in matched.findings if item.kind.startswith("row-") and item.at is not None
    ] == [kind]


def test_a_row_beside_an_empty_cell_is_that_of_the_group_above_and_not_one_of_a_group_that_is_not_there() -> (
    None
):
    small = Table(
        "small",
        "小表",
        boxhead=tree(H("a", "甲"), H("b", "乙")),
        stub=tree(
            H("first", "第一组", H("kept", "维持"), H("changed", "纠正")),
            H("second", "第二组", H("kept", "维持"), H("changed", "纠正")),
        ),
    )
    found = grid(
        ["", "", "甲", "乙"],
        ["丁组", "维持", "1", "2"],
        ["", "纠正", "3", "4"],
        ["第二组", "维持", "5", "6"],
        ["", "纠正", "7", "8"],
    )
    assert shown(match_small(found, table=small).entries) == {
        "first/kept:a": "missing",
        "first/kept:b": "missing",
        "first/changed:a": "missing",
        "first/changed:b": "missing",
        "second/kept:a": 5,
        "second/kept:b": 6,
        "second/changed:a": 7,
        "second/changed:b": 8,
    }
