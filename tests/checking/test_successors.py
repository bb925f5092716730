"""The table of renamed organs, and what a merger leaves to compare."""

from __future__ import annotations

import pytest

from govdisclose.checking.example import result_of
from govdisclose.checking.rule import Example
from govdisclose.checking.successors import (
    Succession,
    Successors,
    SuccessorsError,
    check_merged,
    read_successors,
)
from govdisclose.errors import GovdiscloseError
from govdisclose.result import Result

MERGED = "old,new,year\n示例县甲局,示例县新局,2023\n示例县乙局,示例县新局,2023\n"


@pytest.mark.parametrize(
    "text",
    [
        "old,new,year\n示例县甲局,示例县新局,2023\n",
        "\ufeff原名称,现名称,年份\r\n示例县甲局,示例县新局,2023年\r\n",
        "年份,note,现名称,原名称\n2023,x,示例县新局, 示例县甲局\n\n",
    ],
)
def test_the_table_is_read_by_its_head(text: str) -> None:
    assert read_successors(text) == Successors((Succession("示例县甲局", "示例县新局", 2023),))


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "it is empty"),
        ("示例县甲局,示例县新局,2023\n", 1, "expected the columns old, new, year"),
        ("old,old,new,year\n", 1, "expected the columns"),
        ("old,new,year\n示例县甲局,示例县新局\n", 2, "2 cells, expected 3"),
        ("old,new,year\n示例县甲局,,2023\n", 2, "a name is blank"),
        ("old,new,year\n示例县甲局,示例县新局,明年\n", 2, "'明年' is no year"),
        ("old,new,year\n示例县甲局,示例县新局,²023\n", 2, "is no year"),
        ('old,new,year\n"示例县甲局,示例县新局,2023\n', 2, "no CSV"),
    ],
)
def test_a_malformed_table_names_the_line(text: str, line: int, message: str) -> None:
    with pytest.raises(SuccessorsError, match=message) as caught:
        read_successors(text)
    assert caught.value.line == line
    assert isinstance(caught.value, GovdiscloseError)


def test_names_by_year_and_an_organ_that_was_split_has_none() -> None:
    table = read_successors(MERGED + "示例县丙局,示例县丁局,2021\n示例县丙局,示例县戊局,2021\n")
    assert table.renamed() == {"示例县甲局": "示例县新局", "示例县乙局": "示例县新局"}
    assert table.renamed(2022) == {}
    assert table.merged_into("示例县新局", 2023) == ("示例县甲局", "示例县乙局")
    assert table.merged_into("示例县新局", 2022) == ()


def last(organ: str, out: str, year: int = 2022) -> Result:
    return result_of(Example(organ=organ, year=year, entries={"requests:carried_out:total": out}))


def now(carried_in: str) -> Result:
    return result_of(Example(organ="示例县新局", entries={"requests:carried_in:total": carried_in}))


@pytest.mark.parametrize(
    ("carried_in", "outs", "expected"),
    [
        ("5", ("2", "3"), ("holds", None, 5)),
        ("4", ("2", "3"), ("broken", None, 5)),
        ("5", ("2", ""), ("not_assessable", "blank", None)),
        ("/", ("2", "3"), ("not_assessable", "not-applicable", None)),
    ],
)
def test_a_merger_adds_up_what_was_carried_out(
    carried_in: str, outs: tuple[str, str], expected: tuple[str, str | None, int | None]
) -> None:
    found = check_merged(now(carried_in), [last("示例县甲局", outs[0]), last("示例县乙局", outs[1])])
    total = found[0]
    assert (total.outcome.value, total.reason, total.bases[0].value) == expected
    assert len(found) == 7
    assert total.other == "示例县甲局 2022、示例县乙局 2022"


def test_a_merger_that_cannot_be_compared_is_said_once() -> None:
    assert [item.reason for item in check_merged(now("1"), [])] == ["no-year-before"]
    assert [item.reason for item in check_merged(now("1"), [last("示例县甲局", "1", 2021)])] == [
        "years-apart"
    ]
