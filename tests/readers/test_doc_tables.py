"""Tables of a Word 97 document: rows by edges, merges across and down, tables in tables, counts that do not agree."""

from __future__ import annotations

import struct

import pytest
from doc_cells import UNREAD, grids, lines, read, texts
from doc_writer import Cell, Par, Run, doc, par, row, sprm

from govdisclose.document import DEFAULT_LIMITS
from govdisclose.errors import LimitError
from govdisclose.grid import Grid
from govdisclose.readers.doc import READER

FIRST_ACROSS, ACROSS, FIRST_DOWN, DOWN = 1, 2, 0x60, 0x20
IN_TABLE, ROW_END, DEPTH, INNER_CELL, INNER_ROW, DELETED, VANISH = (
    0x2416,
    0x2417,
    0x6649,
    0x244B,
    0x244C,
    0x0800,
    0x083C,
)

Shape = list[tuple[str | None, int, int, int, int]]


def shape(paragraphs: list[Par]) -> Shape:
    """Of the cells of the first table the text, row, column, and how many rows and columns they are."""
    return [
        (cell.text, cell.row, cell.column, cell.rowspan, cell.colspan) for cell in grids(paragraphs)[0].cells
    ]


def test_columns_are_what_lies_between_two_edges_of_any_row() -> None:
    rows = [*row(Cell("信息内容", 1000), Cell("本年", 2000)), *row("规章", "12", "3")]
    assert shape(rows) == [
        ("信息内容", 0, 0, 1, 1),
        ("本年", 0, 1, 1, 2),
        ("规章", 1, 0, 1, 1),
        ("12", 1, 1, 1, 1),
        ("3", 1, 2, 1, 1),
    ]


def test_a_row_that_begins_farther_right_leaves_its_first_column_empty() -> None:
    rows = [*row("规章", "12"), *row(Cell("3", 1000), left=892)]
    assert shape(rows) == [("规章", 0, 0, 1, 1), ("12", 0, 1, 1, 1), ("3", 1, 1, 1, 1)]


@pytest.mark.parametrize("flags", [(1, 2, 2), (2, 1, 1), (3, 1, 1)])
def test_cells_merged_across_by_flags_in_either_reading_of_them(flags: tuple[int, int, int]) -> None:
    rows = [*row(*(Cell(text, 1000, flag) for text, flag in zip(("12", "", ""), flags, strict=True)), "0")]
    rows += row("1", "2", "3", "4")
    assert shape(rows)[:2] == [("12", 0, 0, 1, 3), ("0", 0, 3, 1, 1)]


def test_two_groups_merged_across_side_by_side() -> None:
    rows = row(*(Cell(text, 1000, flag) for text, flag in (("1", 1), ("", 2), ("2", 1), ("", 2))))
    rows += row("a", "b", "c", "d")
    assert shape(rows)[:2] == [("1", 0, 0, 1, 2), ("2", 0, 2, 1, 2)]


def test_cells_merged_down_by_flags() -> None:
    rows = [*row(Cell("一", 1000, FIRST_DOWN), "1"), *row(Cell("", 1000, DOWN), "2"), *row("二", "3")]
    assert shape(rows) == [
        ("一", 0, 0, 2, 1),
        ("1", 0, 1, 1, 1),
        ("2", 1, 1, 1, 1),
        ("二", 2, 0, 1, 1),
        ("3", 2, 1, 1, 1),
    ]


def test_a_merge_down_of_a_merge_across() -> None:
    rows = row(Cell("一", 1000, FIRST_DOWN | FIRST_ACROSS), Cell("", 1000, FIRST_DOWN | ACROSS), "1")
    rows += row(Cell("", 1000, DOWN | FIRST_ACROSS), Cell("", 1000, DOWN | ACROSS), "2")
    rows += row("a", "b", "c")
    assert shape(rows)[:3] == [("一", 0, 0, 2, 2), ("1", 0, 2, 1, 1), ("2", 1, 2, 1, 1)]


@pytest.mark.parametrize(
    ("more", "first"),
    [
        (sprm(0x5624, 0x0200), [("1", 0, 0, 1, 2), ("3", 0, 2, 1, 1)]),
        (
            sprm(0x5624, 0x0200) + sprm(0x5625, 0x0200),
            [("1", 0, 0, 1, 1), ("", 0, 1, 1, 1), ("3", 0, 2, 1, 1)],
        ),
        (sprm(0x7623, 0x07D00100), [("1", 0, 0, 1, 2), ("", 0, 2, 1, 1), ("3", 0, 3, 1, 1)]),
    ],
)
def test_changes_to_the_cells_of_a_row_behind_their_definition(more: bytes, first: Shape) -> None:
    rows = [*row("1", "", "3", more=more), *row("a", "b", "c"), *row("1", "2", "3", "4")]
    assert shape(rows)[: len(first)] == first


def test_a_merge_down_by_a_property_of_its_own() -> None:
    rows = row("一", "1", more=sprm(0xD62B, b"\0\3")) + row("", "2", more=sprm(0xD62B, b"\0\1"))
    assert shape(rows) == [("一", 0, 0, 2, 1), ("1", 0, 1, 1, 1), ("2", 1, 1, 1, 1)]


def test_cells_added_and_taken_away_behind_the_definition() -> None:
    added = row("1", "2", more=b"")
    ended = added[-1]
    added[-1] = Par((), "\x07", 0, ended.properties + sprm(0x7621, 0x03E80102))  # one cell more, at the end
    added.insert(2, Par((Run("3"),), "\x07", 0, sprm(IN_TABLE)))
    assert texts([*added, *row("a", "b", "c")])[:3] == ["1", "2", "3"]
    fewer = row("1", "2", "3", more=sprm(0x5622, 0x0302))
    del fewer[2]
    assert texts([*fewer, *row("a", "b")])[:2] == ["1", "2"]


def test_fewer_cells_than_the_row_defines_have_no_value() -> None:
    rows = row("规章", "12", "3")
    del rows[1]
    assert texts([*rows, *row("a", "b", "c")])[:3] == ["规章\n" + UNREAD, "3\n" + UNREAD, UNREAD]


def test_more_cells_than_the_row_defines_have_no_value_and_none_is_lost() -> None:
    rows = row("规章", "12")
    rows.insert(1, Par((Run("3"),), "\x07", 0, sprm(IN_TABLE)))
    assert texts([*rows, *row("a", "b")])[:3] == ["规章\n" + UNREAD, "3\n" + UNREAD, "12\n" + UNREAD]


def test_a_row_that_defines_no_cells_has_no_value() -> None:
    rows = [*row("规章", "12")[:2], Par((), "\x07", 0, sprm(IN_TABLE) + sprm(ROW_END))]
    assert texts([*rows, *row("a", "b")])[:2] == ["规章\n" + UNREAD, "12\n" + UNREAD]


def test_cells_whose_row_never_ends_are_lines() -> None:
    assert lines(row("规章", "12")[:2]) == ["规章", "12"]


def test_text_before_the_end_of_a_row_is_a_cell_without_a_value() -> None:
    rows = row("规章", "12")
    rows[-1] = Par((Run("9"),), "\x07", 0, rows[-1].properties)
    assert texts([*rows, *row("a", "b")])[:3] == ["规章\n" + UNREAD, "12\n" + UNREAD, "9\n" + UNREAD]


def test_a_mark_of_a_cell_outside_of_tables_ends_a_line() -> None:
    assert lines([Par((Run("12"),), "\x07"), par("3")]) == ["12", "3"]


def test_a_narrow_cell_with_text_is_kept() -> None:
    rows = [*row("规章", Cell("7", 0), "12"), *row("a", Cell("", 0), "b")]
    assert [cell.text for cell in grids(rows)[0].cells] == ["规章", "7", "12", "a", "b"]


def test_edges_that_run_backwards_lose_no_text() -> None:
    rows = row("规章", Cell("7", -500), Cell("12", 2000))
    assert texts([*rows, *row("a", "b")])[:3] == ["规章", "7", "12"]


def test_a_row_of_more_cells_than_a_page_of_properties_holds() -> None:
    cells = [Cell(str(number), 100) for number in range(60)]
    assert texts([*row(*cells), *row(*cells)])[:60] == [str(number) for number in range(60)]


def test_a_row_that_was_deleted_with_tracked_changes_is_gone() -> None:
    rows = [*row("规章", "12"), *row("旧", "9", of_mark=sprm(DELETED)), *row("新", "3")]
    assert texts(rows) == ["规章", "12", "新", "3"]


def test_a_row_of_which_all_is_hidden_is_gone() -> None:
    hidden = [
        Par((Run("旧", sprm(VANISH)),), of_mark=sprm(VANISH)),
        Par((Run("9", sprm(VANISH)),), of_mark=sprm(VANISH)),
    ]
    rows = row(*(Cell([content]) for content in hidden), of_mark=sprm(VANISH))
    assert texts([*row("规章", "12"), *rows, *row("新", "3")]) == ["规章", "12", "新", "3"]
    seen = row("旧", Cell([hidden[1]]), of_mark=sprm(VANISH))
    assert texts([*row("规章", "12"), *seen]) == ["规章", "12", "旧", ""]


def test_two_paragraphs_of_a_cell_are_two_lines() -> None:
    assert texts(row("规章", Cell([par("1"), par("2")]))) == ["规章", "1\n2"]


def test_a_table_in_a_cell_is_a_grid_of_its_own() -> None:
    inner = sprm(IN_TABLE) + sprm(DEPTH, 2)
    held = [par(text, properties=inner + sprm(INNER_CELL)) for text in ("甲", "7")]
    ended = row("甲", "7")[-1].properties.replace(sprm(ROW_END), sprm(DEPTH, 2) + sprm(INNER_ROW))
    content = [*held, par(properties=ended), par("后")]
    document = read([*row("规章", Cell(content))])
    found = [
        [cell.text for cell in block.cells] if isinstance(block, Grid) else block.text
        for block in document.blocks
    ]
    assert found == ["规章", ["甲", "7"], "后"]


def test_a_hundred_tables_in_each_other_are_over_the_limit() -> None:
    deep = [par(str(depth), properties=sprm(IN_TABLE) + sprm(DEPTH, depth)) for depth in range(1, 300)]
    with pytest.raises(LimitError, match="limit depth is 200"):
        READER.read(doc(deep), DEFAULT_LIMITS)


def test_a_depth_of_two_thousand_million_is_refused_at_once() -> None:
    with pytest.raises(LimitError, match="limit depth is 200, found 2000000000"):
        READER.read(doc([par("1", properties=sprm(IN_TABLE) + sprm(DEPTH, 2_000_000_000))]), DEFAULT_LIMITS)


def test_a_depth_below_none_is_none() -> None:
    rows = row("规章", "12")
    moved = [Par(one.runs, one.mark, 0, one.properties + sprm(0x664A, -5)) for one in rows]
    assert texts(moved) == ["规章", "12"]


def test_the_definition_of_a_row_that_is_cut_off() -> None:
    cut = struct.pack("<HHB", 0xD608, 3, 5) + b"\0"
    rows = [*row("规章", "12")[:2], Par((), "\x07", 0, sprm(IN_TABLE) + sprm(ROW_END) + cut)]
    assert texts([*rows, *row("a", "b")])[:2] == ["规章\n" + UNREAD, "12\n" + UNREAD]
