"""Which row is which: merged, empty, repeated and flattened stubs; skipped headings, duplicates, other rows."""

from __future__ import annotations

import pytest

from form_samples import SMALL, grid, kinds, match_small, shown
from govdisclose.grid import Grid

HEAD = (
    ["项目", "<", "<", "甲", "乙组", "<", "总计"],
    ["^", "^", "^", "^", "乙一", "乙二", "^"],
)
NUMBERS = [[str(row), "0", "0", str(row)] for row in range(1, 8)]
VALUES = {
    f"{path}:{column}": value
    for row, path in enumerate(
        ("first", "done/open", "done/closed/secret", "done/closed/other", "done/other", "done/total", "left"),
        1,
    )
    for column, value in (("a", row), ("group/b", 0), ("group/c", 0), ("total", row))
}


def table(*stubs: list[str], head: tuple[list[str], ...] = HEAD) -> Grid:
    return grid(*head, *([*stub, *numbers] for stub, numbers in zip(stubs, NUMBERS, strict=True)))


MERGED = (
    ["一、新收", "<", "<"],
    ["二、办理", "（一）公开", "<"],
    ["^", "（二）不公开", "1.秘密"],
    ["^", "^", "2.其他"],
    ["^", "（三）其他", "<"],
    ["^", "（四）总计", "<"],
    ["三、结转", "<", "<"],
)
EMPTY = (
    ["一、新收", "", ""],
    ["二、办理", "（一）公开", ""],
    ["", "（二）不公开", "1.秘密"],
    ["", "", "2.其他"],
    ["", "（三）其他", ""],
    ["", "（四）总计", ""],
    ["三、结转", "", ""],
)
REPEATED = (
    ["一、新收", "一、新收", "一、新收"],
    ["二、办理", "（一）公开", "（一）公开"],
    ["二、办理", "（二）不公开", "1.秘密"],
    ["二、办理", "（二）不公开", "2.其他"],
    ["二、办理", "（三）其他", "（三）其他"],
    ["二、办理", "（四）总计", "（四）总计"],
    ["三、结转", "三、结转", "三、结转"],
)
TWO_SPANS = (
    ["一、新收", "<", "<"],
    ["二、办理", "（一）公开", "<"],
    ["^", "（二）不公开", "1.秘密"],
    ["二、办理", "（二）不公开", "2.其他"],
    ["^", "（三）其他", "<"],
    ["^", "（四）总计", "<"],
    ["三、结转", "<", "<"],
)
NO_ENUMERATORS = (
    ["新收", "<", "<"],
    ["办理", "公开", "<"],
    ["^", "不公开", "秘密"],
    ["^", "^", "其他"],
    ["^", "其他", "<"],
    ["^", "总计", "<"],
    ["结转", "<", "<"],
)
TALL = (
    ["一、新收", "<", "<"],
    ["二\n、\n办\n理", "（一）公开", "<"],
    ["^", "（二） 不\n公开", "１．秘密"],
    ["^", "^", "2、其他"],
    ["^", "(三) 其他", "<"],
    ["^", "（四）总　计", "<"],
    ["三、结\u00a0转", "<", "<"],
)


@pytest.mark.parametrize(
    ("stubs", "notes"),
    [
        (MERGED, []),
        (EMPTY, ["heading-inherited"]),
        (REPEATED, []),
        (TWO_SPANS, []),
        (NO_ENUMERATORS, []),
        (TALL, []),
    ],
    ids=["merged", "empty", "repeated", "two spans", "no enumerators", "white space"],
)
def test_the_rows_are_found_in_every_printing(stubs: tuple[list[str], ...], notes: list[str]) -> None:
    found = match_small(table(*stubs))
    assert shown(found.entries) == VALUES
    assert kinds(found.findings) == notes


FLAT_HEAD = (["项目", "甲", "乙组", "<", "总计"], ["^", "^", "乙一", "乙二", "^"])


def test_a_stub_flattened_to_one_column_nests_again() -> None:
    found = match_small(
        grid(
            *FLAT_HEAD,
            ["一、新收", "1", "0", "0", "1"],
            ["二、办理", "", "", "", ""],
            ["（一）公开", "2", "0", "0", "2"],
            ["（二）不公开", "", "", "", ""],
            ["1.秘密", "3", "0", "0", "3"],
            ["2.其他", "4", "0", "0", "4"],
            ["（三）其他", "5", "0", "0", "5"],
            ["（四）总计", "6", "0", "0", "6"],
            ["三、结转", "7", "0", "0", "7"],
        )
    )
    assert shown(found.entries) == VALUES


def test_a_flattened_stub_whose_groups_span_the_row_nests_again() -> None:
    found = match_small(
        grid(
            *FLAT_HEAD,
            ["一、新收", "1", "0", "0", "1"],
            ["二、办理", "<", "<", "<", "<"],
            ["（一）公开", "2", "0", "0", "2"],
            ["（二）不公开", "<", "<", "<", "<"],
            ["1.秘密", "3", "0", "0", "3"],
            ["2.其他", "4", "0", "0", "4"],
            ["（三）其他", "5", "0", "0", "5"],
            ["（四）总计", "6", "0", "0", "6"],
            ["三、结转", "7", "0", "0", "7"],
        )
    )
    assert shown(found.entries) == VALUES


def test_an_outer_heading_that_is_never_printed_is_skipped_with_a_finding() -> None:
    found = match_small(table(*([stub[0] if "办理" not in stub[0] else "", *stub[1:]] for stub in EMPTY)))
    assert shown(found.entries) == VALUES
    assert [item.facts["skipped"] for item in found.findings if item.kind == "heading-skipped"] == [
        "二、办理"
    ]


def test_a_heading_that_stands_nowhere_is_not_inherited() -> None:
    found = match_small(
        table(
            ["一、新收", "<", "<"],
            ["", "（一）公开", "<"],
            ["^", "（二）不公开", "1.秘密"],
            ["^", "^", "2.其他"],
            ["^", "（三）其他", "<"],
            ["^", "（四）总计", "<"],
            ["三、结转", "<", "<"],
        )
    )
    assert kinds(found.findings) == ["heading-skipped"]


def test_a_group_that_is_never_printed_is_skipped_where_its_rows_are_certain() -> None:
    stubs = list(EMPTY)
    stubs[2] = ["", "", "1.秘密"]
    found = match_small(table(*stubs))
    values = shown(found.entries)
    assert values["done/closed/secret:a"] == 3
    # 2.其他 could only be that of the group; （三）其他 has another number
    assert values["done/other:a"] == 5


def test_other_under_the_wrong_group_is_never_taken() -> None:
    stubs = list(EMPTY)
    stubs[2], stubs[3] = ["", "（二）不公开", "1.秘密"], ["", "（三）其他", "2.其他"]
    stubs[4] = ["", "（三）其他", ""]
    values = shown(match_small(table(*stubs)).entries)
    assert values["done/closed/other:a"] == "missing"


def test_rows_in_another_order_keep_their_numbers() -> None:
    order = [6, 0, 5, 4, 2, 3, 1]
    found = match_small(grid(*HEAD, *([*REPEATED[row], *NUMBERS[row]] for row in order)))
    assert shown(found.entries) == VALUES
    assert kinds(found.findings) == []


def test_a_row_that_stands_twice_gives_no_value() -> None:
    found = match_small(grid(*HEAD, *([*REPEATED[row], *NUMBERS[row]] for row in (0, 1, 1, 2, 3, 4, 5, 6))))
    values = shown(found.entries)
    assert values["done/open:a"] == "unreadable"
    assert {key: value for key, value in values.items() if "done/open" not in key} == {
        key: value for key, value in VALUES.items() if "done/open" not in key
    }
    assert [(item.kind, item.facts["count"], item.facts["label"]) for item in found.findings] == [
        ("row-repeated", "2", "（一）公开")
    ]


@pytest.mark.parametrize("label", ["（一）公布", "（五）公开", "公开公开", "一"])
def test_a_label_in_unknown_words_is_reported_and_takes_no_row(label: str) -> None:
    stubs = list(MERGED)
    stubs[1] = ["二、办理", label, "<"]
    found = match_small(table(*stubs))
    values = shown(found.entries)
    assert values["done/open:a"] == "missing"
    assert {key: value for key, value in values.items() if "done/open" not in key} == {
        key: value for key, value in VALUES.items() if "done/open" not in key
    }
    assert kinds(found.findings) == ["row-missing", "row-not-matched"]


def test_a_row_of_the_form_that_is_not_there_is_missing() -> None:
    found = match_small(grid(*HEAD, *([*REPEATED[row], *NUMBERS[row]] for row in (0, 1, 2, 4, 5, 6))))
    assert shown(found.entries)["done/closed/other:a"] == "missing"
    assert [(item.kind, item.path) for item in found.findings] == [("row-missing", "small:done/closed/other")]


def test_an_unknown_row_does_not_move_those_under_it() -> None:
    rows = [[*stub, *numbers] for stub, numbers in zip(REPEATED, NUMBERS, strict=True)]
    rows.insert(3, ["二、办理", "（二）不公开", "3.另行", "99", "0", "0", "99"])
    found = match_small(grid(*HEAD, *rows))
    assert shown(found.entries) == VALUES
    assert [(item.kind, item.facts["label"]) for item in found.findings] == [
        ("row-not-matched", "二、办理 / （二）不公开 / 3.另行")
    ]


def test_numbers_in_a_group_row_are_reported_and_belong_to_no_row() -> None:
    rows = [[*stub, *numbers] for stub, numbers in zip(REPEATED, NUMBERS, strict=True)]
    rows.insert(1, ["二、办理", "<", "<", "99", "0", "0", "99"])
    found = match_small(grid(*HEAD, *rows))
    assert shown(found.entries) == VALUES
    assert [(item.kind, item.path, item.facts["text"]) for item in found.findings] == [
        ("row-with-values-not-asked", "small:done", "99 | 0 | 0 | 99")
    ]


def test_a_row_of_numbers_without_a_label_is_reported() -> None:
    rows = [[*stub, *numbers] for stub, numbers in zip(REPEATED, NUMBERS, strict=True)]
    rows.insert(2, ["", "<", "<", "99", "0", "0", "99"])
    found = match_small(grid(*HEAD, *rows))
    assert shown(found.entries) == VALUES
    assert kinds(found.findings) == ["row-without-heading"]


def test_a_page_number_between_two_rows_is_passed_over() -> None:
    rows = [[*stub, *numbers] for stub, numbers in zip(REPEATED, NUMBERS, strict=True)]
    rows.insert(2, ["4", "<", "<", "<", "<", "<", "<"])
    found = match_small(grid(*HEAD, *rows))
    assert shown(found.entries) == VALUES
    assert [(item.kind, item.facts["text"]) for item in found.findings] == [("text-passed-over", "4")]


def test_an_alias_of_a_row_is_taken_with_a_finding() -> None:
    stubs = list(MERGED)
    stubs[0] = ["一、新收件", "<", "<"]
    found = match_small(table(*stubs))
    assert shown(found.entries) == VALUES
    assert [dict(item.facts) for item in found.findings] == [{"found": "一、新收件", "official": "一、新收"}]


def test_a_total_as_a_row_before_any_other_row_is_no_heading() -> None:
    assert SMALL.stub is not None
    found = match_small(grid(*HEAD, *([*REPEATED[row], *NUMBERS[row]] for row in (5, 0, 1, 2, 3, 4, 6))))
    assert shown(found.entries) == VALUES


@pytest.mark.parametrize("over", ["\ufffd、办\ufffd", "\ufffd", "二、\ufffd理"])
def test_rows_under_a_heading_that_the_edge_of_the_paper_cuts_are_told_by_their_own_labels(over: str) -> None:
    head = (["项目", "<", "<", "甲", "乙组", "<", "总计"], ["^", "^", "^", "^", "乙一", "乙二", "^"])
    first = grid(*head, [over, "（一）公开", "<", "2", "0", "0", "2"])
    second = grid(["", "（二）不公开", "1.秘密", "3", "0", "0", "3"], number=2)
    found = match_small(first, second)
    values = shown(found.entries)
    assert (values["done/open:a"], values["done/closed/secret:a"]) == (2, 3)
    assert [dict(item.facts) for item in found.findings if item.kind == "heading-skipped"] == [
        {"label": "（一）公开", "skipped": "二、办理"}
    ]


@pytest.mark.parametrize("over", ["\ufffd、结\ufffd", "三、\ufffd理", "办结\ufffd"])
def test_what_is_left_of_another_heading_still_hides_its_rows(over: str) -> None:
    head = (["项目", "<", "<", "甲", "乙组", "<", "总计"], ["^", "^", "^", "^", "乙一", "乙二", "^"])
    found = match_small(grid(*head, [over, "（一）公开", "<", "2", "0", "0", "2"]))
    assert shown(found.entries)["done/open:a"] == "missing"
    assert "row-not-matched" in kinds(found.findings)
