"""Text for a screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclose.explain.lines import Section, Span, flow, line, to_text
from govdisclose.explain.text import cut, cut_left, pad, printable, width, wrap
from govdisclose.explain.words import place
from govdisclose.locate import Locator


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("示例市　档案局", "示例市　档案局"),
        ("a\x1b[31mb", r"a\x1b[31mb"),
        ("文\u202e物", r"文\u202e物"),
        ("零\u200b宽", r"零\u200b宽"),
        ("一\n二\t三\r", r"一\n二\t三\r"),
        ("\ufeff头", r"\ufeff头"),
        ("\udcff", r"\udcff"),
        ("\U000e0041", r"\U000e0041"),
        ("\u3164", r"\u3164"),
        ("\x9b31m", r"\x9b31m"),
    ],
)
def test_what_a_terminal_would_obey_or_hide_is_written_out(text: str, shown: str) -> None:
    assert shown == printable(text)


@given(st.text())
def test_printable_text_is_only_seen_characters_and_stays_as_it_is(text: str) -> None:
    shown = printable(text)
    assert all(char.isprintable() or char.isspace() for char in shown)
    assert not {"\x1b", "\n", "\r", "\u202e", "\u200b"} & set(shown)
    assert shown == printable(shown)


def test_a_chinese_character_takes_two_columns() -> None:
    assert (width("总计"), width("a总"), width("e\u0301")) == (4, 3, 1)
    assert pad("总计", 6) + "|" == "总计  |"
    assert pad("总计", 6, right=True) == "  总计"


def test_a_cut_text_is_never_wider_than_asked() -> None:
    assert cut("法人或其他组织", 5) == "法人…"
    assert cut("法人或其他组织", 6) == "法人…"
    assert cut_left("法人或其他组织", 6) == "…组织"
    assert cut("总计", 4) == "总计"


@given(st.text(alphabet="总计ab 、/", max_size=60), st.integers(4, 20))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert all(width(piece) <= columns for piece in lines)
    assert text.replace(" ", "") == "".join(lines).replace(" ", "")


def test_the_further_lines_of_a_text_begin_under_the_first() -> None:
    lines = flow(["  ", Span("总: ")], "一 二 three four five six seven", 26)
    assert [str(item) for item in lines] == ["  总: 一 二 three four", "      five six seven"]


def test_sections_become_text() -> None:
    sections = (Section("甲", (line("  a", Span("b", "bad")),)), Section("乙", ()))
    assert to_text(sections) == "甲\n  ab\n\n乙\n"


def test_a_place_is_said_in_both_languages() -> None:
    at = Locator(table=2, row=3, column=4)
    assert (place("en", at), place("zh", at)) == ("table 2, row 3, column 4", "表2 第3行 第4列")
    assert place("zh", None) == ""
