"""Which cell stands under which heading, where the edges do not agree; short and long rows."""

from __future__ import annotations

import pytest

from form_samples import SMALL, grid, kinds, match_small, ragged, shown
from govdisclose.grammar import H, Table, tree
from govdisclose.grid import Cell, Grid

TABLE = Table(
    "t",
    "表",
    boxhead=tree(H("a", "甲"), H("b", "乙"), H("c", "丙")),
    stub=tree(H("one", "一、上行"), H("two", "二、下行")),
    stubhead="项目",
)
BARE = Table(
    "t",
    "表",
    boxhead=tree(
        H("g", "前", H("a", "甲"), H("total", "总计", total=True)),
        H("h", "后", H("a", "甲"), H("total", "总计", total=True)),
    ),
)


def wide(*rows: list[tuple[str, int]]) -> Grid:
    """Rows of cells with their widths."""
    cells = []
    for at, row in enumerate(rows):
        column = 0
        for text, width in row:
            cells.append(Cell(text, at, column, 1, width))
            column += width
    return Grid(tuple(cells), len(rows), max(cell.column + cell.colspan for cell in cells), 1)


HEAD = [("项目", 10), ("甲", 10), ("乙", 10), ("丙", 10)]


def test_cells_under_their_headings_are_the_plain_case() -> None:
    found = match_small(
        grid(["项目", "甲", "乙", "丙"], ["一、上行", "1", "2", "3"], ["二、下行", "4", "5", "6"]),
        table=TABLE,
    )
    assert shown(found.entries) == {
        "one:a": 1, "one:b": 2, "one:c": 3, "two:a": 4, "two:b": 5, "two:c": 6,
    }  # fmt: skip
    assert found.findings == ()


@pytest.mark.parametrize(
    "row",
    [
        [("一、上行", 10), ("1", 11), ("2", 10), ("3", 9)],
        [("一、上行", 10), ("1", 9), ("2", 11), ("3", 10)],
        [("一、上行", 10), ("1", 14), ("2", 10), ("3", 6)],
    ],
)
def test_edges_that_differ_a_little_are_noted_and_each_cell_is_under_its_own(
    row: list[tuple[str, int]],
) -> None:
    found = match_small(wide(HEAD, row, [("二、下行", 10), ("4", 10), ("5", 10), ("6", 10)]), table=TABLE)
    assert shown(found.entries) == {
        "one:a": 1, "one:b": 2, "one:c": 3, "two:a": 4, "two:b": 5, "two:c": 6,
    }  # fmt: skip
    assert kinds(found.findings) == ["edges-differ"]


@pytest.mark.parametrize(
    "row",
    [
        [("一、上行", 10), ("1", 3), ("2", 3), ("3", 24)],
        [("一、上行", 10), ("1", 21), ("2", 4), ("3", 5)],
        [("一、上行", 10), ("1", 16), ("2", 10), ("3", 4)],
    ],
)
def test_edges_that_differ_much_give_no_number_to_a_wrong_column(row: list[tuple[str, int]]) -> None:
    found = match_small(wide(HEAD, row), table=TABLE)
    values = shown(found.entries)
    right = {"one:a": 1, "one:b": 2, "one:c": 3}
    wrong = {key: value for key, value in values.items() if isinstance(value, int) and right[key] != value}
    assert wrong == {}


def test_a_ghost_column_shifts_nothing() -> None:
    # a column of hardly any width at the left edge, as a converted file has it
    found = wide(
        [("前", 11), ("后", 10)],
        [("甲", 6), ("总计", 5), ("甲", 5), ("总计", 5)],
        [("", 1), ("1", 5), ("2", 5), ("3", 5), ("4", 5)],
    )
    result = match_small(found, table=BARE)
    assert shown(result.entries) == {":g/a": 1, ":g/total": 2, ":h/a": 3, ":h/total": 4}


def test_a_ghost_column_between_two_headings_takes_no_number() -> None:
    found = wide(
        [("前", 10), ("", 1), ("后", 10)],
        [("甲", 5), ("总计", 5), ("", 1), ("甲", 5), ("总计", 5)],
        [("1", 5), ("2", 5), ("", 1), ("3", 5), ("4", 5)],
    )
    result = match_small(found, table=BARE)
    assert shown(result.entries) == {":g/a": 1, ":g/total": 2, ":h/a": 3, ":h/total": 4}
    assert kinds(result.findings) == []


def test_a_cell_under_two_headings_gives_no_value_to_either() -> None:
    found = match_small(wide(HEAD, [("一、上行", 10), ("12", 20), ("3", 10)]), table=TABLE)
    assert shown(found.entries) == {
        "one:a": "unreadable", "one:b": "unreadable", "one:c": 3,
        "two:a": "missing", "two:b": "missing", "two:c": "missing",
    }  # fmt: skip
    assert [dict(item.facts) for item in found.findings if item.kind == "cell-spans-headings"] == [
        {"text": "12", "count": "2"}
    ]


def test_an_empty_cell_under_two_headings_leaves_both_blank() -> None:
    found = match_small(wide(HEAD, [("一、上行", 10), ("", 20), ("3", 10)]), table=TABLE)
    values = shown(found.entries)
    assert (values["one:a"], values["one:b"], values["one:c"]) == ("blank", "blank", 3)


def test_two_numbers_under_one_heading_give_no_value() -> None:
    found = match_small(wide(HEAD, [("一、上行", 10), ("1", 5), ("7", 5), ("2", 10), ("3", 10)]), table=TABLE)
    values = shown(found.entries)
    assert (values["one:a"], values["one:b"], values["one:c"]) == ("unreadable", 2, 3)
    assert [dict(item.facts) for item in found.findings if item.kind == "cells-under-one-heading"] == [
        {"text": "1 | 7", "count": "2"}
    ]


def test_a_number_and_an_empty_cell_under_one_heading_are_the_number() -> None:
    found = match_small(wide(HEAD, [("一、上行", 10), ("1", 5), ("", 5), ("2", 10), ("3", 10)]), table=TABLE)
    values = shown(found.entries)
    assert (values["one:a"], values["one:b"], values["one:c"]) == (1, 2, 3)


def test_a_number_that_spans_two_rows_gives_no_value_to_either() -> None:
    found = match_small(
        grid(["项目", "甲", "乙", "丙"], ["一、上行", "1", "2", "3"], ["二、下行", "^", "5", "6"]),
        table=TABLE,
    )
    assert shown(found.entries) == {
        "one:a": "unreadable", "one:b": 2, "one:c": 3, "two:a": "unreadable", "two:b": 5, "two:c": 6,
    }  # fmt: skip
    assert kinds(found.findings) == ["cell-spans-headings"]


@pytest.mark.parametrize(
    "row", [["一、上行", "1", "2", "."], ["一、上行", "1", ".", "3"], ["一、上行", ".", "2", "3"]]
)
def test_a_row_with_a_hole_gives_no_value_at_all(row: list[str]) -> None:
    found = match_small(grid(["项目", "甲", "乙", "丙"], row, ["二、下行", "4", "5", "6"]), table=TABLE)
    assert shown(found.entries) == {
        "one:a": "unreadable", "one:b": "unreadable", "one:c": "unreadable",
        "two:a": 4, "two:b": 5, "two:c": 6,
    }  # fmt: skip
    assert [dict(item.facts) for item in found.findings] == [{"found": "2", "expected": "3", "kept": "0"}]


def test_a_cell_with_two_numbers_is_text() -> None:
    found = match_small(grid(["项目", "甲", "乙", "丙"], ["一、上行", "17\n8", "2", "3"]), table=TABLE)
    entry = found.entries[0]
    assert (entry.state.value, entry.value, entry.raw) == ("text", None, "17\n8")


# --- rows without edges


RAGGED_HEAD = ["项目", "甲", "乙", "丙"]


@pytest.mark.parametrize("row", [["一、上行", "1", "2"], ["一、上行", "1"], ["一、上行"]])
def test_a_short_row_without_edges_gives_no_value(row: list[str]) -> None:
    found = match_small(ragged(RAGGED_HEAD, row, ["二、下行", "4", "5", "6"]), table=TABLE)
    values = shown(found.entries)
    assert [values[f"one:{column}"] for column in "abc"] == ["unreadable"] * 3
    assert [values[f"two:{column}"] for column in "abc"] == [4, 5, 6]
    assert "row-too-short" in kinds(found.findings)


def test_a_long_row_without_edges_gives_no_value() -> None:
    found = match_small(ragged(RAGGED_HEAD, ["一、上行", "1", "2", "3", "4"]), table=TABLE)
    values = shown(found.entries)
    assert [values[f"one:{column}"] for column in "abc"] == ["unreadable"] * 3
    assert [dict(item.facts) for item in found.findings if item.kind == "row-too-long"] == [
        {"found": "4", "expected": "3"}
    ]


def test_empty_cells_without_edges_count() -> None:
    found = match_small(
        ragged(RAGGED_HEAD, ["一、上行", "", "2", ""], ["二、下行", "4", "5", "6"]), table=TABLE
    )
    values = shown(found.entries)
    assert [values[f"one:{column}"] for column in "abc"] == ["blank", 2, "blank"]


def test_empty_cells_at_the_end_of_every_row_are_no_columns() -> None:
    found = match_small(
        ragged([*RAGGED_HEAD, ""], ["一、上行", "1", "2", "3", ""], ["二、下行", "4", "5", "6", ""]),
        table=TABLE,
    )
    assert [entry.value for entry in found.entries] == [1, 2, 3, 4, 5, 6]


def test_an_empty_row_under_its_label_is_blank_and_not_missing() -> None:
    found = match_small(grid(["项目", "甲", "乙", "丙"], ["一、上行", "", "", ""]), table=TABLE)
    values = shown(found.entries)
    assert [values[f"one:{column}"] for column in "abc"] == ["blank"] * 3


def test_a_table_without_stub_takes_the_row_under_its_headings() -> None:
    found = match_small(
        grid(["前", "<", "后", "<"], ["甲", "总计", "甲", "总计"], ["1", "", "/", "0"]), table=BARE
    )
    assert shown(found.entries) == {
        ":g/a": 1,
        ":g/total": "blank",
        ":h/a": "not_applicable",
        ":h/total": 0,
    }


def test_two_filled_rows_under_a_table_without_stub_give_no_value() -> None:
    found = match_small(
        grid(
            ["前", "<", "后", "<"], ["甲", "总计", "甲", "总计"], ["1", "1", "0", "0"], ["2", "2", "0", "0"]
        ),
        table=BARE,
    )
    assert set(shown(found.entries).values()) == {"unreadable"}
    assert kinds(found.findings) == ["row-repeated"]


def test_an_empty_row_beside_the_row_of_numbers_does_not_count() -> None:
    found = match_small(
        grid(["前", "<", "后", "<"], ["甲", "总计", "甲", "总计"], ["", "", "", ""], ["2", "2", "0", "0"]),
        table=BARE,
    )
    assert [entry.value for entry in found.entries] == [2, 2, 0, 0]


def test_a_table_without_stub_and_numbers_has_a_missing_row() -> None:
    found = match_small(grid(["前", "<", "后", "<"], ["甲", "总计", "甲", "总计"]), table=BARE)
    assert set(shown(found.entries).values()) == {"missing"}
    assert kinds(found.findings) == ["row-missing"]


def test_the_body_may_stand_right_of_a_wider_stub() -> None:
    assert SMALL.boxhead is not None
    found = match_small(
        grid(
            ["项目", "<", "甲", "乙", "丙"],
            ["一、上行", "<", "1", "2", "3"],
            ["二、下行", "<", "4", "5", "6"],
        ),
        table=TABLE,
    )
    assert [entry.value for entry in found.entries] == [1, 2, 3, 4, 5, 6]


def test_the_label_of_a_row_is_never_its_first_number() -> None:
    found = match_small(
        grid(
            ["项目", "甲", "乙", "丙"],
            ["一、上行", "<", "2", "3"],
            ["二、下行", "4", "5", "6"],
        ),
        table=TABLE,
    )
    entry = found.entries[0]
    assert (entry.value, entry.state.value) == (None, "unreadable")
    assert [item.value for item in found.entries[1:]] == [2, 3, 4, 5, 6]
