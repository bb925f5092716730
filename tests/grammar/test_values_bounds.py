"""How long a number may be."""

from __future__ import annotations

from decimal import Decimal

import pytest

from govdisclose.grammar.values import Parsed, State, amount, change, count, heading_unit, parse_value

TEXT = Parsed(State.TEXT, None, None, False)


@pytest.mark.parametrize(
    ("printed", "parsed"),
    [
        ("1" + " " * 57 + "件", Parsed(State.NUMBER, 1, "件", False)),
        ("1" + " " * 58 + "件", Parsed(State.NUMBER, 1, "件", False)),
        ("1" + " " * 59 + "件", TEXT),
    ],
    ids=["59", "60", "61"],
)
def test_a_number_and_its_unit_have_up_to_sixty_characters(printed: str, parsed: Parsed) -> None:
    assert parse_value(printed, count()) == parsed
    assert parse_value("\u200b" + printed, count()) == parsed


def test_a_count_has_up_to_eighteen_digits() -> None:
    assert parse_value("9" * 17, count()).value == 99999999999999999
    assert parse_value("9" * 18, count()).value == 999999999999999999
    assert parse_value("9" * 19, count()) == TEXT
    assert parse_value("-" + "9" * 18, change()).value == -999999999999999999
    assert parse_value("-" + "9" * 19, change()) == TEXT


def test_an_amount_has_up_to_eighteen_digits_before_and_after_its_point() -> None:
    assert parse_value("9" * 16 + ".25", amount()).value == Decimal("9999999999999999.25")
    assert parse_value("9" * 17 + ".25", amount()) == TEXT


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("采购总金额(万元)", ("采购总金额", "万元")),
        ("采购总金额(单位万元)", ("采购总金额", "万元")),
        ("采购总金额(单位:万元)", ("采购总金额", "万元")),
        ("采购总金额(人民币万元)", ("采购总金额", "万元")),
        ("采购总金额(单位:人民币万元)", ("采购总金额", "万元")),
        ("采购总金额(万元,保留两位小数)", ("采购总金额", "万元")),
        ("采购总金额(万元)等", ("采购总金额(万元)等", None)),
        ("采购总金额(美元)", ("采购总金额(美元)", None)),
    ],
)
def test_the_unit_of_a_heading_stands_in_brackets_at_its_end(
    heading: str, expected: tuple[str, str | None]
) -> None:
    assert heading_unit(heading) == expected
