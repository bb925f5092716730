"""Numbers that Word counts by the lists of a Word 97 document stand before their paragraphs."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import pytest
from doc_cells import lines, texts
from doc_writer import Cell, Files, Par, Style, par, row, sprm

LIST, LEVEL, VANISH = 0x460B, 0x260A, 0x083C
LISTS, OVERRIDES = 73, 74


def level(
    text: str, code: int = 0, start: int = 1, *, follows: int = 2, properties: bytes = b"", flags: int = 0
) -> bytes:
    """One level. ``%1`` in its text stands for the number of the first level."""
    shown = "".join(
        chr(int(part[0]) - 1) + part[1:] if at else part for at, part in enumerate(text.split("%"))
    )
    head = struct.pack("<iBB9sBiiBBBB", start, code, flags, b"", follows, 0, 0, len(properties), 0, 0, 0)
    return head + properties + struct.pack("<H", len(shown)) + shown.encode("utf-16-le")


def lists(*levels: Sequence[bytes], uses: Sequence[tuple[int, bytes]] = ()) -> Files:
    """A document of lists, of one level or of nine; ``uses`` are the list and the changes of each use of one."""
    table = struct.pack("<H", len(levels))
    for number, own in enumerate(levels):
        table += struct.pack("<ii18sBB", number + 1, 0, b"", len(own) == 1, 0)
    used = uses or [(number + 1, b"") for number in range(len(levels))]
    over = struct.pack("<I", len(used))
    over += b"".join(struct.pack("<IIIBBBB", of, 0, 0, len(change) > 0, 0, 0, 0) for of, change in used)
    over += b"".join(struct.pack("<I", 0xFFFFFFFF) + change for _, change in used)
    behind = b"".join(one for own in levels for one in own)
    return Files(tables={LISTS: table, OVERRIDES: over}, behind={LISTS: behind})


def item(text: str, number: int = 1, depth: int = 0) -> Par:
    return par(text, properties=sprm(LIST, number) + sprm(LEVEL, depth))


@pytest.mark.parametrize(
    ("code", "text", "shown"),
    [
        (0, "%1.", "1.甲 2.乙"),
        (11, "%1、", "一、甲 二、乙"),
        (37, "（%1）", "（一）甲 （二）乙"),
        (39, "%1、", "一、甲 二、乙"),
        (14, "%1．", "１．甲 ２．乙"),
        (18, "%1", "①甲 ②乙"),
        (22, "%1.", "01.甲 02.乙"),
        (3, "%1.", "A.甲 B.乙"),
        (30, "%1、", "甲、甲 乙、乙"),
        (23, "\uf0b7", "甲 乙"),
        (255, "", "甲 乙"),
    ],
)
def test_the_formats_of_numbers(code: int, text: str, shown: str) -> None:
    assert " ".join(lines([item("甲"), item("乙")], lists([level(text, code)]))) == shown


def test_levels_count_each_for_itself_and_anew_below_the_next() -> None:
    nine = [level("%1、", 37), level("（%2）", 37), *[level("%3.")] * 7]
    found = lines(
        [item("甲"), item("乙", depth=1), item("丙", depth=1), item("丁"), item("戊", depth=1)], lists(nine)
    )
    assert found == ["一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊"]


def test_a_number_of_two_levels() -> None:
    nine = [level("%1."), level("%1.%2"), *[level("%3.")] * 7]
    assert lines([item("甲"), item("乙", depth=1), item("丙", depth=1)], lists(nine)) == [
        "1.甲",
        "1.1乙",
        "1.2丙",
    ]


def test_what_follows_a_number() -> None:
    assert lines([item("甲")], lists([level("%1.", follows=0)])) == ["1. 甲"]
    assert lines([item("甲")], lists([level("%1.", follows=1)])) == ["1. 甲"]


def test_a_list_that_begins_at_another_number() -> None:
    assert lines([item("甲")], lists([level("%1、", 37, start=3)])) == ["三、甲"]


def test_a_use_of_a_list_that_begins_anew() -> None:
    anew = struct.pack("<iI", 5, 0x10)
    found = lines(
        [item("甲"), item("乙", 2), item("丙", 2)], lists([level("%1.")], uses=[(1, b""), (1, anew)])
    )
    assert found == ["1.甲", "5.乙", "6.丙"]


def test_a_use_of_a_list_with_a_level_of_its_own() -> None:
    other = struct.pack("<iI", 0, 0x20) + level("%1、", 37)
    found = lines([item("甲"), item("乙", 2)], lists([level("%1.")], uses=[(1, b""), (1, other)]))
    assert found == ["1.甲", "二、乙"]


def test_a_list_by_the_style_of_the_paragraph() -> None:
    files = lists([level("%1、", 37)])
    files = Files(
        tables=files.tables, behind=files.behind, styles=(Style(), Style(lines=sprm(LIST, 1)), Style(base=1))
    )
    assert lines([par("甲", style=1), par("乙", style=2)], files) == ["一、甲", "二、乙"]
    assert lines([par("甲", style=1, properties=sprm(LIST, 0))], files) == ["甲"]


@pytest.mark.parametrize("number", [0, 0xF801, 9])
def test_numbers_that_name_no_list(number: int) -> None:
    assert lines([item("甲", number)], lists([level("%1.")])) == ["甲"]


def test_a_list_whose_indents_were_taken_away() -> None:
    assert lines([item("甲", 0xFFFF)], lists([level("%1.")])) == ["1.甲"]


def test_a_number_before_a_label_and_before_digits_in_a_cell() -> None:
    inside = sprm(LIST, 1)
    rows = row(Cell([par("规章", properties=inside)]), Cell([par("12", properties=inside)]))
    assert texts(rows, lists([level("%1.", follows=0)])) == ["1. 规章", "2. 12"]


def test_a_number_that_is_hidden_is_not_there() -> None:
    files = lists([level("%1.", properties=sprm(VANISH))])
    assert lines([item("甲")], files) == ["甲"]


def test_a_number_is_hidden_with_the_mark_of_its_paragraph() -> None:
    hidden = par("甲", properties=sprm(LIST, 1), of_mark=sprm(VANISH))
    assert lines([hidden], lists([level("%1.")])) == ["甲"]


def test_lists_that_are_cut_off_number_nothing() -> None:
    whole = lists([level("%1.")])
    cut = Files(tables={74: whole.tables[74], 73: struct.pack("<H", 60_000)})
    assert lines([item("甲")], cut) == ["甲"]


def test_lists_that_count_more_uses_than_there_are() -> None:
    whole = lists([level("%1.")])
    many = Files(tables={73: whole.tables[73], 74: struct.pack("<I", 0xFFFFFFF0)}, behind=whole.behind)
    assert lines([item("甲", 7)], many) == ["甲"]
