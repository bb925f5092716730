"""Rows that are only the heading of a group: they have no numbers of their own, and dashes say so."""

from __future__ import annotations

import pytest

from form_samples import grid, kinds, ragged, read_small, shown
from govdisclose.grid import Grid

HEAD = (["项目", "<", "<", "甲", "乙组", "<", "总计"], ["^", "^", "^", "^", "乙一", "乙二", "^"])
VALUES = {
    f"{row}:{column}": int(f"{at}{place}")
    for at, row in enumerate(
        ("first", "done/open", "done/closed/secret", "done/closed/other", "done/other", "done/total", "left"),
        1,
    )
    for place, column in enumerate(("a", "group/b", "group/c", "total"), 1)
}


def table(done: list[str], closed: list[str]) -> Grid:
    """The small table with two rows for its groups, which hold these texts."""

    def row(label: list[str], at: int) -> list[str]:
        return [*label, *(f"{at}{place}" for place in range(1, 5))]

    return grid(
        *HEAD,
        row(["一、新收", "<", "<"], 1),
        ["二、办理", "<", "<", *done],
        row(["", "（一）公开", "<"], 2),
        ["", "（二）不公开", "<", *closed],
        row(["", "", "1.秘密"], 3),
        row(["", "", "2.其他"], 4),
        row(["", "（三）其他", "<"], 5),
        row(["", "（四）总计", "<"], 6),
        row(["三、结转", "<", "<"], 7),
    )


@pytest.mark.parametrize("sign", ["-", "—", "——", "/", "－", "", "\u3000"])
def test_a_dash_in_the_row_of_a_group_is_no_number_of_it(sign: str) -> None:
    result = read_small(table([sign] * 4, [sign] * 4))
    assert shown(result.entries) == VALUES
    assert "row-with-values-not-asked" not in kinds(result.findings)


def test_of_dashes_and_a_number_the_number_is_reported() -> None:
    result = read_small(table(["-", "5", "/", "-"], ["-"] * 4))
    assert shown(result.entries) == VALUES
    assert [
        (item.path, item.facts["text"])
        for item in result.findings
        if item.kind == "row-with-values-not-asked"
    ] == [("small:done", "5")]


@pytest.mark.parametrize("text", ["0", "无", "详见附表"])
def test_a_zero_or_a_word_in_the_row_of_a_group_is_reported(text: str) -> None:
    result = read_small(table([text, "", "", ""], ["-"] * 4))
    assert "row-with-values-not-asked" in kinds(result.findings)


def test_dashes_in_the_row_of_a_group_without_column_edges_are_no_numbers() -> None:
    rows = [
        ["甲", "乙组", "总计"],
        ["乙一", "乙二"],
        ["一、新收", "11", "12", "13", "14"],
        ["二、办理", "—", "—", "—", "—"],
        ["（一）公开", "21", "22", "23", "24"],
        ["（二）不公开", "/", "/", "/", "/"],
        ["1.秘密", "31", "32", "33", "34"],
        ["2.其他", "41", "42", "43", "44"],
        ["（三）其他", "51", "52", "53", "54"],
        ["（四）总计", "61", "62", "63", "64"],
        ["三、结转", "71", "72", "73", "74"],
    ]
    result = read_small(ragged(*rows), format="text")
    assert shown(result.entries) == VALUES
    assert "row-with-values-not-asked" not in kinds(result.findings)
