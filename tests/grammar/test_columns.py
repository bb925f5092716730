"""Which column is which: merged and unmerged headings, other orders, unknown and repeated columns."""

from __future__ import annotations

import pytest

from form_samples import SMALL, grid, kinds, match_small, ragged, shown
from govdisclose.grammar import H, Table, amount, tree
from govdisclose.grid import Grid

BODY = tree(H("first", "一、新收"), H("left", "三、结转"))
TABLE = SMALL.derive(stub=BODY, stubhead="项目")

FIRST = {"first:a": 1, "first:group/b": 2, "first:group/c": 3, "first:total": 6}
LEFT = {"left:a": 10, "left:group/b": 20, "left:group/c": 30, "left:total": 60}


def lines(*heads: list[str]) -> Grid:
    return grid(
        *heads,
        ["一、新收", "1", "2", "3", "6"],
        ["三、结转", "10", "20", "30", "60"],
    )


def read(found: Grid) -> dict[str, object]:
    return dict(shown(match_small(found, table=TABLE).entries))


def noted(found: Grid) -> list[str]:
    return kinds(match_small(found, table=TABLE).findings)


PLAIN = lines(["项目", "甲", "乙组", "<", "总计"], ["^", "^", "乙一", "乙二", "^"])


@pytest.mark.parametrize(
    ("heads", "notes"),
    [
        ((["项目", "甲", "乙组", "<", "总计"], ["^", "^", "乙一", "乙二", "^"]), []),
        (
            (
                ["项目", "情况", "<", "<", "<"],
                ["^", "甲", "乙组", "<", "总计"],
                ["^", "^", "乙一", "乙二", "^"],
            ),
            [],
        ),
        ((["项目", "甲", "乙组", "<", "总计"], ["", "", "乙一", "乙二", ""]), []),
        ((["", "甲", "乙组", "<", "总计"], ["", "甲", "乙一", "乙二", "总计"]), []),
        ((["项目", "甲", "乙组", "", "总计"], ["", "", "乙一", "乙二", ""]), ["span-repaired"]),
        ((["项目", "甲", "乙组", "乙组", "总计"], ["项目", "甲", "乙一", "乙二", "总计"]), []),
        ((["项目", "甲", "乙一", "乙二", "总计"],), ["heading-skipped"]),
        ((["项目", "甲", "", "", "总计"], ["", "", "乙一", "乙二", ""]), ["heading-skipped"]),
        ((["项 目", "甲", "乙\n组", "<", "总　计"], ["^", "^", "乙 一", "乙二", "^"]), []),
        ((["项目", "甲", "乙组", "<", "总计"], ["^", "^", "乙一", "乙二类", "^"]), ["label-by-alias"]),
    ],
    ids=[
        "merged",
        "spanner",
        "empty below",
        "repeated downwards",
        "spanner not merged",
        "spanner repeated",
        "spanner not printed",
        "spanner blank",
        "white space",
        "alias",
    ],
)
def test_the_columns_are_found_in_every_printing(heads: tuple[list[str], ...], notes: list[str]) -> None:
    assert read(lines(*heads)) == FIRST | LEFT
    assert noted(lines(*heads)) == notes


def test_the_order_of_the_columns_is_that_of_the_page() -> None:
    found = grid(
        ["项目", "总计", "乙组", "<", "甲"],
        ["^", "^", "乙二", "乙一", "^"],
        ["一、新收", "6", "3", "2", "1"],
        ["三、结转", "60", "30", "20", "10"],
    )
    assert read(found) == FIRST | LEFT
    assert noted(found) == []


def test_an_unknown_column_is_reported_and_moves_no_number() -> None:
    found = grid(
        ["项目", "甲", "丙", "乙组", "<", "总计"],
        ["^", "^", "^", "乙一", "乙二", "^"],
        ["一、新收", "1", "99", "2", "3", "6"],
        ["三、结转", "10", "99", "20", "30", "60"],
    )
    assert read(found) == FIRST | LEFT
    assert [(item.kind, item.facts["label"]) for item in match_small(found, table=TABLE).findings] == [
        ("column-not-matched", "丙")
    ]


def test_an_unknown_column_under_a_known_heading_is_reported() -> None:
    found = grid(
        ["项目", "甲", "乙组", "<", "<", "总计"],
        ["^", "^", "乙一", "乙三", "乙二", "^"],
        ["一、新收", "1", "2", "99", "3", "6"],
        ["三、结转", "10", "20", "99", "30", "60"],
    )
    assert read(found) == FIRST | LEFT
    assert [(item.kind, item.facts["label"]) for item in match_small(found, table=TABLE).findings] == [
        ("column-not-matched", "乙组 / 乙三")
    ]


def test_a_column_that_is_not_there_is_missing() -> None:
    found = grid(
        ["项目", "甲", "乙组", "总计"],
        ["^", "^", "乙一", "^"],
        ["一、新收", "1", "2", "6"],
        ["三、结转", "10", "20", "60"],
    )
    assert read(found) == FIRST | LEFT | {"first:group/c": "missing", "left:group/c": "missing"}
    assert [(item.kind, item.path) for item in match_small(found, table=TABLE).findings] == [
        ("column-missing", "small::group/c")
    ]


def test_a_heading_in_other_words_gives_no_value_to_any_other() -> None:
    found = lines(["项目", "甲", "乙组", "<", "总计"], ["^", "^", "乙一", "乙三", "^"])
    assert read(found) == FIRST | LEFT | {"first:group/c": "missing", "left:group/c": "missing"}
    assert noted(found) == ["column-missing", "column-not-matched"]


def test_a_column_named_twice_gives_no_value() -> None:
    found = lines(["项目", "总计", "乙组", "<", "总计"], ["^", "^", "乙一", "乙二", "^"])
    values = read(found)
    assert (values["first:total"], values["first:a"]) == ("missing", "missing")
    assert noted(found) == ["column-missing", "column-repeated"]


def test_a_column_under_the_heading_of_another_is_not_taken() -> None:
    table = Table(
        "t",
        "表",
        boxhead=tree(H("g", "前", H("x", "其他")), H("h", "后", H("x", "其他"))),
        stub=tree(H("one", "一、行")),
    )
    found = grid(["", "后", "前"], ["", "其他", "其他"], ["一、行", "1", "2"])
    assert shown(match_small(found, table=table).entries) == {"one:g/x": 2, "one:h/x": 1}


def test_the_same_word_under_blank_headings_decides_nothing() -> None:
    table = Table(
        "t",
        "表",
        boxhead=tree(H("g", "前", H("x", "其他"), H("y", "甲")), H("h", "后", H("x", "其他"))),
        stub=tree(H("one", "一、行")),
    )
    found = grid(["", "", "", ""], ["", "其他", "甲", "其他"], ["一、行", "1", "2", "3"])
    assert shown(match_small(found, table=table).entries) == {
        "one:g/x": "missing",
        "one:g/y": 2,
        "one:h/x": "missing",
    }


def test_a_blank_spanner_is_not_taken_for_one_that_is_printed_elsewhere() -> None:
    table = Table(
        "t",
        "表",
        boxhead=tree(H("g", "前", H("x", "其他")), H("h", "后", H("x", "其他"), H("y", "乙"))),
        stub=tree(H("one", "一、行")),
    )
    # 后 stands over its own columns; a 其他 under nothing is not 前's either, for 前 is not printed
    found = grid(["", "", "后", "<"], ["", "其他", "其他", "乙"], ["一、行", "1", "2", "3"])
    assert shown(match_small(found, table=table).entries)["one:h/x"] == 2
    assert kinds(match_small(found, table=table).findings) == ["heading-skipped"]


def test_the_unit_of_the_heading_is_the_unit_of_its_numbers() -> None:
    table = Table(
        "t",
        "表",
        boxhead=tree(H("n", "数量"), H("p", "总金额", entry=amount())),
        stub=tree(H("one", "一、行")),
    )
    found = grid(["", "数量", "总金额（万元）"], ["一、行", "1", "3.27"])
    assert [(entry.column, entry.unit) for entry in match_small(found, table=table).entries] == [
        ("n", None),
        ("p", "万元"),
    ]


def test_headings_of_two_columns_in_one_cell_are_none_of_the_forms() -> None:
    found = lines(["项目", "甲", "乙组", "<", "总计"], ["^", "^", "乙一乙二", "<", "^"])
    values = read(found)
    assert (values["first:group/b"], values["first:group/c"]) == ("missing", "missing")
    assert (values["first:a"], values["first:total"]) == (1, 6)


# --- rows without column edges


def flat(*heads: list[str]) -> Grid:
    return ragged(*heads, ["一、新收", "1", "2", "3", "6"], ["三、结转", "10", "20", "30", "60"])


def test_labels_in_the_order_of_the_tree_give_the_columns() -> None:
    found = flat(["项目", "甲", "乙组", "总计"], ["", "", "乙一", "乙二", ""])
    assert read(found) == FIRST | LEFT
    assert noted(found) == ["table-from-text"]


def test_columns_in_another_order_are_followed_where_their_group_is() -> None:
    found = ragged(
        ["项目", "总计", "乙组", "甲"],
        ["乙二", "乙一"],
        ["一、新收", "6", "3", "2", "1"],
        ["三、结转", "60", "30", "20", "10"],
    )
    assert read(found) == FIRST | LEFT


def test_one_unknown_label_stands_for_the_one_that_is_not_named() -> None:
    found = flat(["项目", "甲", "乙组", "总计"], ["", "", "乙一", "乙三", ""])
    assert read(found) == FIRST | LEFT | {"first:group/c": "missing", "left:group/c": "missing"}
    assert noted(found) == ["column-missing", "column-not-matched", "table-from-text"]


@pytest.mark.parametrize(
    "heads",
    [
        (["项目", "甲", "总计"], ["乙一", "乙二"]),
        (["项目", "甲", "乙一", "乙二", "总计"],),
        (["项目", "甲", "乙组", "总计"], ["乙一"]),
        (["项目", "甲", "乙组", "总计"], ["乙一", "乙二", "乙三"]),
        (["项目", "乙一", "乙二"], ["甲", "乙组", "总计"]),
        (["项目", "甲", "乙组", "总计"], ["乙三", "乙四"]),
        (["项目", "甲", "甲", "乙组"], ["乙一", "乙二"]),
    ],
    ids=["no spanner", "one row", "one too few", "one too many", "rows swapped", "two unknown", "one twice"],
)
def test_labels_that_do_not_decide_the_columns_give_no_value(heads: tuple[list[str], ...]) -> None:
    found = flat(*heads)
    assert {value for value in read(found).values() if isinstance(value, int)} == set()
    assert "boxhead-undecided" in noted(found)


def test_rows_without_any_heading_give_no_value() -> None:
    found = ragged(["一、新收", "1", "2", "3", "6"], ["三、结转", "10", "20", "30", "60"])
    assert set(read(found).values()) == {"unreadable"}
    assert "boxhead-missing" in noted(found)


def test_a_blank_heading_over_other_columns_lends_them_no_neighbour() -> None:
    table = Table(
        "t",
        "表",
        boxhead=tree(
            H("g", "前", H("x", "维持"), H("y", "纠正"), H("z", "其他")),
            H("h", "后", H("x", "维持"), H("y", "纠正"), H("z", "其他")),
        ),
        stub=tree(H("one", "一、行")),
    )
    # 后 is not printed, and 前 lacks its column 其他
    found = grid(
        ["", "前", "<", "", "<", "<"],
        ["", "维持", "纠正", "维持", "纠正", "其他"],
        ["一、行", "1", "2", "3", "4", "5"],
    )
    assert shown(match_small(found, table=table).entries)["one:g/z"] != 5
