"""What a cell of a Word 97 document shows: switches relative to styles, tracked changes, colours, marks, things, fields."""

from __future__ import annotations

import struct

import pytest
from doc_cells import UNREAD, cell, kinds
from doc_writer import Files, Par, Run, Style, par, sprm

STRIKE, DSTRIKE, VANISH, CHARACTER_STYLE, PARAGRAPH_STYLE = 0x0837, 0x2A53, 0x083C, 0x4A30, 0x4600
DELETED, INSERTED, SPECIAL, DATA, OBJECT, SYMBOL = 0x0800, 0x0801, 0x0855, 0x0806, 0x0856, 0x6A09
SIZE, RAISED, POSITION, INDEXED, COLOUR, HIGHLIGHT, GROUND = (
    0x4A43,
    0x2A48,
    0x4845,
    0x2A42,
    0x6870,
    0x2A0C,
    0xCA71,
)
SPACING, SCALE, RIGHT_TO_LEFT, WEB, FIELD_VANISH = 0x8840, 0x4852, 0x085A, 0x0811, 0x0802

ON, OFF, AS_STYLE, NOT_AS_STYLE = 1, 0, 0x80, 0x81


def special(text: str, more: bytes = b"") -> Run:
    return Run(text, sprm(SPECIAL) + more)


# --- switches


@pytest.mark.parametrize(
    ("style", "said", "shown"),
    [
        (OFF, ON, "5"),
        (OFF, OFF, "125"),
        (OFF, AS_STYLE, "125"),
        (OFF, NOT_AS_STYLE, "5"),
        (ON, ON, "5"),
        (ON, OFF, "125"),
        (ON, AS_STYLE, "5"),
        (ON, NOT_AS_STYLE, "125"),
    ],
)
def test_a_switch_of_a_run_is_relative_to_the_style_or_absolute(style: int, said: int, shown: str) -> None:
    styles = Files(styles=(Style(), Style(characters=sprm(VANISH, style))))
    runs = Run("12", sprm(VANISH, said)), Run("5", sprm(VANISH, OFF))
    assert cell(par(*runs, style=1), files=styles) == shown


def test_a_deletion_beside_a_strike_written_as_not_as_the_style() -> None:
    deleted = Run("13,444", sprm(DELETED) + sprm(STRIKE, NOT_AS_STYLE))
    assert cell(par(deleted, Run("30,000", sprm(INSERTED)))) == "30,000"


def test_a_strike_written_as_the_style_is_that_of_the_style() -> None:
    files = Files(styles=(Style(), Style(characters=sprm(STRIKE, ON))))
    assert (
        cell(par(Run("12", sprm(STRIKE, AS_STYLE)), Run("15", sprm(STRIKE, OFF)), style=1), files=files)
        == "15"
    )


def test_a_style_that_hides_hides_through_all_that_is_based_on_it() -> None:
    files = Files(styles=(Style(), Style(characters=sprm(VANISH)), Style(base=1), Style(base=2)))
    assert cell(par(Run("3"), style=3), par("12"), files=files) == "\n12"


def test_a_style_of_characters_hides() -> None:
    files = Files(styles=(Style(), Style(kind=2, characters=sprm(VANISH))))
    assert cell(par("12", Run("3", sprm(CHARACTER_STYLE, 1))), files=files) == "12"


def test_a_style_of_characters_that_is_none_says_nothing() -> None:
    files = Files(styles=(Style(), Style(kind=1, characters=sprm(VANISH))))
    assert cell(par("12", Run("3", sprm(CHARACTER_STYLE, 1))), files=files) == "123"


def test_two_styles_that_both_hide_are_not_known() -> None:
    files = Files(styles=(Style(), Style(characters=sprm(VANISH)), Style(kind=2, characters=sprm(VANISH))))
    assert cell(par(Run("12", sprm(CHARACTER_STYLE, 2)), style=1), files=files) == UNREAD


def test_styles_in_a_circle_end() -> None:
    files = Files(styles=(Style(base=1), Style(base=0, characters=sprm(VANISH))))
    assert cell(par("12", Run("3", sprm(VANISH, NOT_AS_STYLE)), style=1), files=files) == "3"


def test_plain_takes_back_what_a_run_said() -> None:
    assert cell(par(Run("12", sprm(VANISH) + sprm(0x2A33)))) == "12"


# --- struck, deleted, unseen, raised


@pytest.mark.parametrize(
    ("properties", "shown", "kind"),
    [
        (sprm(STRIKE), "15", "text-struck-out"),
        (sprm(DSTRIKE), "15", "text-struck-out"),
        (sprm(VANISH), "15", "text-unseen"),
        (sprm(INDEXED, 8), "15", "text-unseen"),
        (sprm(COLOUR, 0xFFFFFF), "15", "text-unseen"),
        (sprm(SIZE, 2), "15", "text-unseen"),
        (sprm(INDEXED, 1) + sprm(HIGHLIGHT, 1), "15", "text-unseen"),
        (
            sprm(COLOUR, 0x0000FF) + sprm(GROUND, struct.pack("<IIH", 0xFF000000, 0x0000FF, 0)),
            "15",
            "text-unseen",
        ),
        (sprm(WEB), UNREAD + "15", "cell-not-read"),
        (sprm(FIELD_VANISH), UNREAD + "15", "cell-not-read"),
        (sprm(RIGHT_TO_LEFT), UNREAD + "15", "cell-not-read"),
        (sprm(SPACING, -200), UNREAD + "15", "cell-not-read"),
        (sprm(SCALE, 5), "15", "text-unseen"),
    ],
)
def test_what_a_property_makes_of_digits(properties: bytes, shown: str, kind: str) -> None:
    paragraph = par(Run("12", properties), "15")
    assert cell(paragraph) == shown
    assert kinds(paragraph) == [kind]


@pytest.mark.parametrize(
    "properties",
    [
        sprm(STRIKE, OFF),
        sprm(INDEXED, 0),
        sprm(INDEXED, 6),
        sprm(COLOUR, 0xFF000000),
        sprm(COLOUR, 0x0000FF),
        sprm(HIGHLIGHT, 7),
        sprm(INDEXED, 8) + sprm(HIGHLIGHT, 1),
        sprm(0x0835),
        sprm(0x2A3E),
        sprm(SCALE, 90),
        sprm(SPACING, 20),
        sprm(INSERTED),
    ],
)
def test_what_changes_nothing(properties: bytes) -> None:
    paragraph = par(Run("12", properties))
    assert cell(paragraph) == "12"
    assert kinds(paragraph) == []


@pytest.mark.parametrize(
    "properties", [sprm(RAISED, 1), sprm(RAISED, 2), sprm(POSITION, 12), sprm(POSITION, -12), sprm(SIZE, 12)]
)
def test_a_raised_lowered_or_small_digit_is_a_mark(properties: bytes) -> None:
    assert cell(par("12", Run("1", properties))) == "12"


def test_the_size_of_most_of_the_text_is_no_size_of_its_own() -> None:
    paragraphs = [par(Run("政府信息" * 40, sprm(SIZE, 32)))]
    assert cell(par(Run("12", sprm(SIZE, 32)), Run("1", sprm(SIZE, 20))), before=paragraphs) == "12"
    assert cell(par(Run("12", sprm(SIZE, 20))), before=paragraphs) == "12"


def test_a_cell_of_nothing_but_a_deletion_has_no_value() -> None:
    paragraph = par(Run("12", sprm(DELETED)))
    assert (cell(paragraph), kinds(paragraph)) == ("", ["cell-unseen"])


def test_a_deleted_mark_of_a_paragraph_joins_it_to_the_next() -> None:
    assert cell(par("1", of_mark=sprm(DELETED)), par("2")) == "12"


def test_white_on_a_painted_cell_is_seen() -> None:
    dark = struct.pack("<IIH", 0xFF000000, 0x000000, 0)
    paragraph = par(Run("12", sprm(INDEXED, 8)))
    assert cell(paragraph, more=sprm(0xD612, dark * 2)) == "12"
    assert cell(paragraph, more=sprm(0xD62D, bytes((1, 2)) + dark)) == "12"
    assert cell(paragraph, more=sprm(0xD62D, bytes((0, 1)) + dark)) == ""
    assert cell(paragraph, more=sprm(0xD609, struct.pack("<HH", 1 << 5, 1 << 5))) == "12"


def test_white_on_a_painted_paragraph_is_seen() -> None:
    dark = struct.pack("<IIH", 0xFF000000, 0x000000, 0)
    assert cell(par(Run("12", sprm(INDEXED, 8)), properties=sprm(0xC64D, dark))) == "12"


def test_a_row_that_is_too_low_for_its_text() -> None:
    assert cell(par("12"), more=sprm(0x9407, -20)) == UNREAD
    assert cell(par("12"), more=sprm(0x9407, -400)) == "12"
    assert cell(par("12"), more=sprm(0x9407, 20)) == "12"


def test_a_line_that_is_too_low_for_its_text() -> None:
    assert cell(par("12", properties=sprm(0x6412, struct.pack("<hh", -20, 0)))) == UNREAD
    assert cell(par("12", properties=sprm(0x6412, struct.pack("<hh", 240, 1)))) == "12"


# --- characters that stand for something else


@pytest.mark.parametrize(
    ("run", "shown"),
    [
        (special("\x01"), UNREAD),
        (special("\x01", sprm(OBJECT)), UNREAD),
        (special("\x01", sprm(DATA)), ""),
        (special("\x08"), UNREAD),
        (special("\x05"), ""),
        (special("\x00"), UNREAD),
        (Run("("), "("),
        (Run("(", sprm(SYMBOL, struct.pack("<HH", 1, 0xF032))), "2"),
        (Run("(", sprm(SYMBOL, struct.pack("<HH", 2, 0xF032))), UNREAD),
        (Run("(", sprm(SYMBOL, struct.pack("<HH", 9, 0xF032))), UNREAD),
        (Run("\x1e"), "-"),
        (Run("\x1f"), ""),
        (Run("\x0b"), "\n"),
        (Run("\t"), " "),
        (Run("\x01"), ""),
    ],
)
def test_a_character_that_stands_for_something_else(run: Run, shown: str) -> None:
    files = Files(tables={15: fonts("宋体", "Symbol", "Wingdings")})
    assert cell(par("1", run), files=files) == "1" + shown


def fonts(*names: str) -> bytes:
    found = struct.pack("<HH", len(names), 0)
    for name in names:
        entry = bytes(39) + name.encode("utf-16-le") + b"\0\0"
        found += bytes([len(entry)]) + entry
    return found


def test_digits_in_a_font_of_symbols_are_none() -> None:
    files = Files(tables={15: fonts("宋体", "Wingdings")})
    assert cell(par("1", Run("2", sprm(0x4A4F, 1))), files=files) == "1" + UNREAD
    assert cell(par("1", Run("2", sprm(0x4A51, 0))), files=files) == "12"


def test_a_note_that_word_counts_is_no_text_where_it_is_raised() -> None:
    assert cell(par("12", special("\x02", sprm(RAISED, 1)))) == "12"
    assert cell(par("12", special("\x02"))) == "12" + UNREAD


def test_a_mark_of_a_note_that_the_author_typed() -> None:
    notes = struct.pack("<IIH", 5, 100, 0)  # behind 规章, the mark of its cell, and 12
    assert cell(par("12", Run("1")), files=Files(tables={2: notes})) == "12"


# --- fields


def begin(code: str, result: str | None, more: bytes = b"") -> list[Run]:
    middle = [special("\x14", more), Run(result)] if result is not None else []
    return [special("\x13", more), Run(code, more), *middle, special("\x15", more)]


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        (begin(" PAGE ", "2"), "12"),
        (begin(" =SUM(ABOVE) ", "2"), "12"),
        (begin(" SYMBOL 50 ", None), "12"),
        (begin(" EQ \\o(2,3) ", None), "1" + UNREAD),
        (begin(" FORMTEXT ", "2"), "12"),
        (begin(" FORMCHECKBOX ", None), "1" + UNREAD),
        ([special("\x13"), Run("2")], "12"),
        ([Run("\x13"), Run("2"), Run("\x15")], "12"),
        ([special("\x15"), Run("2")], "12"),
        (
            [
                special("\x13"),
                Run(" IF "),
                *begin(" PAGE ", "7"),
                Run(" = 7 "),
                special("\x14"),
                Run("2"),
                special("\x15"),
            ],
            "12",
        ),
    ],
)
def test_a_field_shows_its_result(runs: list[Run], shown: str) -> None:
    assert cell(par("1", *runs)) == shown


def test_a_field_whose_code_goes_on_in_the_next_paragraph() -> None:
    first = par(special("\x13"), Run(" SET x 9"))
    assert cell(first, par(Run("9"), special("\x14"), Run("2"), special("\x15"))) == "\n2"


def test_a_field_that_runs_into_the_next_cell_is_read_in_neither() -> None:
    from doc_cells import texts
    from doc_writer import Cell, row

    rows = row(
        "规章",
        Cell([par("1", special("\x13"), Run(" PAGE "))]),
        Cell([par(special("\x14"), Run("2"), special("\x15"))]),
    )
    assert texts(rows) == ["规章", "1" + UNREAD, UNREAD + "2" + UNREAD]


def test_half_a_pair_of_surrogates_is_lost() -> None:
    assert cell(par("\ud840\udc001")) == "\U000200001"
    assert cell(par("1\ud840")) == "1\ufffd"


def test_a_paragraph_takes_its_style_from_its_properties() -> None:
    files = Files(styles=(Style(), Style(characters=sprm(VANISH))))
    assert cell(Par((Run("12"),), properties=sprm(PARAGRAPH_STYLE, 1)), par("3"), files=files) == "\n3"
