"""A printed cell as a number, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govdisclose.grammar.values import (
    EntryKind,
    Parsed,
    State,
    amount,
    change,
    count,
    heading_unit,
    parse_value,
)

NUMBER, BLANK, NOT_APPLICABLE = State.NUMBER, State.BLANK, State.NOT_APPLICABLE
TEXT, UNREADABLE = State.TEXT, State.UNREADABLE
KINDS = [count(), change(), amount()]


def by_name(kind: EntryKind) -> str:
    return kind.name


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("0", 0),
        ("12", 12),
        ("　　0", 0),
        ("\u00a00\u00a0", 0),
        (" \n3\t", 3),
        ("\u200b3", 3),
        ("\ufeff3\u2060", 3),
        ("０", 0),
        ("１２", 12),
        ("1２", 12),
        ("1,234", 1234),
        ("1，234", 1234),
        ("１，２３４", 1234),
        ("12,345,678", 12345678),
        ("11398889", 11398889),
        ("999999999999999999", 999999999999999999),
    ],
)
def test_digits_are_a_count(raw: str, value: int) -> None:
    assert parse_value(raw, count()) == Parsed(NUMBER, value, None, False)


@pytest.mark.parametrize(
    ("raw", "value", "unit"),
    [("0件", 0, "件"), ("12 条", 12, "条"), ("3项", 3, "项"), ("2个", 2, "个"), ("１件", 1, "件")],
)
def test_a_count_may_have_its_unit(raw: str, value: int, unit: str) -> None:
    assert parse_value(raw, count()) == Parsed(NUMBER, value, unit, False)


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
@pytest.mark.parametrize(
    "raw", ["", " ", "\u00a0", "\u3000\u3000", "\n", "\u200b", "\ufeff", "\u00ad \u2060"]
)
def test_nothing_printed_is_blank_and_not_zero(raw: str, kind: EntryKind) -> None:
    assert parse_value(raw, kind) == Parsed(BLANK, None, None, False)


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
@pytest.mark.parametrize("raw", ["/", "／", "-", "－", "—", "——", "–", "--", "\\", " / ", "───"])
def test_a_slash_or_dash_is_not_applicable_and_neither_blank_nor_zero(raw: str, kind: EntryKind) -> None:
    assert parse_value(raw, kind) == Parsed(NOT_APPLICABLE, None, None, False)


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
@pytest.mark.parametrize(
    "raw",
    [
        "无",
        "零",
        "〇",
        "○",
        "Ｏ",
        "O",
        "详见附表",
        "三",
        "②",
        "٣",
        "३",
        "²",
        "½",
        "Ⅲ",
        "㈠",
        "x",
        "NaN",
        "nan",
        "inf",
        "Infinity",
        "1e9",
        "1E9",
        "1_000",
        "0x10",
        "007",
        "00",
        "01",
        "0,123",
        "1,23",
        "1,2345",
        "12,34,567",
        "1234,567",
        ",123",
        "1,",
        "1 2",
        "1 234",
        "1\u3000234",
        "17\n8",
        "17\t8",
        "1\u00a02",
        "1.",
        ".5",
        "1..2",
        "1.2.3",
        "1/2",
        "1-2",
        "3人",
        "约3",
        "3+",
        "3*",
        "(3)",
        "=1+1",
        "=cmd|'/C calc'!A0",
        "\u202e12",
        "1\u202e2",
        "\u206612\u2069",
        "\u200e5",
        "5\u200f",
        "1\u200d2",
        "6\ufe0f9",
        "1\x002",
        "9" * 19,
        "9" * 5000,
        "1," + ",".join(["000"] * 6),
        "0" * 5000,
        "-" * 7,
        "/" * 5000,
    ],
)
def test_what_is_no_number_is_text(raw: str, kind: EntryKind) -> None:
    assert parse_value(raw, kind) == Parsed(TEXT, None, None, False)


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
@pytest.mark.parametrize("raw", ["\ufffd", "1\ufffd", "\ufffd12", "\ufffc"])
def test_a_character_that_could_not_be_decoded_is_unreadable(raw: str, kind: EntryKind) -> None:
    assert parse_value(raw, kind) == Parsed(UNREADABLE, None, None, False)


@pytest.mark.parametrize("raw", ["+2", "-1", "1.0", "3.5", "减4", "7390.1", "3.27万元", "－1"])
def test_a_count_has_no_sign_and_no_decimals(raw: str) -> None:
    assert parse_value(raw, count()) == Parsed(TEXT, None, None, False)


@pytest.mark.parametrize(
    ("raw", "value", "worded"),
    [
        ("0", 0, False),
        ("2", 2, False),
        ("+2", 2, False),
        ("＋2", 2, False),
        ("-15", -15, False),
        ("－15", -15, False),
        ("−15", -15, False),
        ("减4", -4, True),
        ("减少4", -4, True),
        ("增4", 4, True),
        ("增加4", 4, True),
        ("增加1,234", 1234, True),
        ("-0", 0, False),
    ],
)
def test_a_change_has_a_sign_or_a_word(raw: str, value: int, worded: bool) -> None:
    assert parse_value(raw, change()) == Parsed(NUMBER, value, None, worded)


@pytest.mark.parametrize(
    "raw", ["减", "+", "+-2", "--2", "减-4", "增减4", "+ 2", "减 4", "4减", "1.5", "-1.5"]
)
def test_a_change_with_two_signs_or_none_of_them_whole_is_text(raw: str) -> None:
    assert parse_value(raw, change()).state is TEXT


@pytest.mark.parametrize(
    ("raw", "value", "unit"),
    [
        ("0", "0", None),
        ("7390.1", "7390.1", None),
        ("24252.311082", "24252.311082", None),
        ("225940元", "225940", "元"),
        ("251000 元", "251000", "元"),
        ("3.27万元", "3.27", "万元"),
        ("３．２７万元", "3.27", "万元"),
        ("1.5亿元", "1.5", "亿元"),
        ("12千元", "12", "千元"),
        ("3百万元", "3", "百万元"),
        ("1,234.50", "1234.50", None),
        ("-1.5", "-1.5", None),
        ("0.00", "0.00", None),
    ],
)
def test_an_amount_is_a_decimal_with_its_unit(raw: str, value: str, unit: str | None) -> None:
    parsed = parse_value(raw, amount())
    assert parsed == Parsed(NUMBER, Decimal(value), unit, False)
    assert str(parsed.value) == value


@pytest.mark.parametrize(
    "raw", ["3.27万", "¥3", "￥3.27", "3元万元", "万元", "3.27 万 元", "1.5e3元", "+3元", "3美元"]
)
def test_an_amount_in_other_words_is_text(raw: str) -> None:
    assert parse_value(raw, amount()).state is TEXT


@pytest.mark.parametrize(
    ("core", "words", "unit"),
    [
        ("采购总金额(万元)", "采购总金额", "万元"),
        ("采购总金额(元)", "采购总金额", "元"),
        ("采购总金额(单位:万元)", "采购总金额", "万元"),
        ("采购总金额(万元,保留四位小数)", "采购总金额", "万元"),
        ("本年收费金额(单位:亿元)", "本年收费金额", "亿元"),
        ("采购总金额(人民币万元)", "采购总金额", "万元"),
        ("采购总金额", "采购总金额", None),
        ("采购总金额(件)", "采购总金额(件)", None),
        ("采购总金额万元", "采购总金额万元", None),
        ("采购(万元)总金额", "采购(万元)总金额", None),
        ("", "", None),
    ],
)
def test_a_unit_of_money_in_brackets_is_taken_off_the_heading(
    core: str, words: str, unit: str | None
) -> None:
    assert heading_unit(core) == (words, unit)


def digits(text: str) -> str:
    """The decimal digits of a text, as ASCII."""
    return "".join(
        char
        for char in text.translate(str.maketrans("０１２３４５６７８９", "0123456789"))
        if char in "0123456789"
    )


PRINTED = st.one_of(
    st.text(max_size=20),
    st.text(alphabet="0123456789０１２３,，.．+-－减增加少件元万亿 \n\u3000\u200b/—٣②〇", max_size=12),
    st.from_regex(r"\A[+-]?[0-9]{1,30}(,[0-9]{3}){0,2}(\.[0-9]{1,8})?(元|万元|件)?\Z"),
)


@given(PRINTED, st.sampled_from(KINDS))
@example("0" * 30, count())
@example("1" * 18 + "." + "1" * 10, amount())
def test_a_number_has_exactly_the_digits_that_are_printed(raw: str, kind: EntryKind) -> None:
    parsed = parse_value(raw, kind)
    assert (parsed.state is NUMBER) == (parsed.value is not None)
    if parsed.value is not None:
        assert digits(raw) == digits(
            f"{parsed.value:f}" if isinstance(parsed.value, Decimal) else str(parsed.value)
        )


@given(PRINTED, st.sampled_from(KINDS))
def test_white_space_around_a_cell_does_not_matter(raw: str, kind: EntryKind) -> None:
    assert parse_value(f"\u3000 {raw}\n", kind) == parse_value(raw, kind)
