"""Where merges are lost, cells stand under other headings than their own: no number is taken from there."""

from __future__ import annotations

import pytest

from form_samples import filled, grid, kinds, read_small, shown
from govdisclose import parse_document
from govdisclose.document import Document
from govdisclose.grammar import H, Table, tree
from govdisclose.grid import Cell, Grid
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.result import Result
from govdisclose.testing.grids import map_grids

TABLE = Table(
    "small",
    "小表",
    spanner="情况",
    boxhead=tree(
        H("a", "甲"),
        H("group", "乙组", H("b", "乙一"), H("c", "乙二")),
        H("total", "总计", total=True),
    ),
    stub=tree(H("first", "一、新收"), H("left", "三、结转")),
    stubhead="项目",
)
VALUES = {
    "first:a": 11, "first:group/b": 12, "first:group/c": 13, "first:total": 14,
    "left:a": 21, "left:group/b": 22, "left:group/c": 23, "left:total": 24,
}  # fmt: skip
BODY = (["一、新收", "11", "12", "13", "14"], ["三、结转", "21", "22", "23", "24"])


def lost(result: Result) -> set[str]:
    """The entries without a value; each other one has to be what is printed, and none may be blank."""
    read = shown(result.entries)
    assert {key: value for key, value in read.items() if isinstance(value, int)}.items() <= VALUES.items()
    assert "blank" not in read.values()
    return {key for key, value in read.items() if not isinstance(value, int)}


def table_of(*rows: list[tuple[str, int, int]]) -> Grid:
    """Rows of cells (text, colspan, rowspan), each in the first place that is free, as a browser puts them."""
    taken: set[tuple[int, int]] = set()
    cells = []
    for at, row in enumerate(rows):
        column = 0
        for text, across, down in row:
            while (at, column) in taken:
                column += 1
            cells.append(Cell(text, at, column, down, across))
            taken |= {(at + y, column + x) for y in range(down) for x in range(across)}
            column += across
    width = max(cell.column + cell.colspan for cell in cells)
    return Grid(tuple(cells), len(rows), width, 1)


def plain(row: list[str]) -> list[tuple[str, int, int]]:
    return [(text, 1, 1) for text in row]


def test_a_heading_row_that_moved_left_names_no_column() -> None:
    # 甲 and 总计 do not reach down: 乙一 stands under 甲, and 乙二 over the numbers of 乙一
    result = read_small(
        grid(["项目", "甲", "乙组", "<", "总计"], ["^", "乙一", "乙二", ".", "."], *BODY), table=TABLE
    )
    assert lost(result) == {
        f"{row}:{column}" for row in ("first", "left") for column in ("a", "group/b", "group/c")
    }
    assert [
        (item.path, item.facts["labels"]) for item in result.findings if item.kind == "headings-displaced"
    ] == [("small", "项目、乙一、乙二")]
    assert {entry.state.value for entry in result.entries if entry.value is None} == {"unreadable"}


def test_headings_that_begin_at_the_edge_name_no_column() -> None:
    # the stubhead does not reach down: all the others stand one column too far left
    found = grid(
        ["项目", "情况", "<", "<", "<"],
        ["甲", "乙组", "<", "总计", "."],
        ["乙一", "乙二", ".", ".", "."],
        *BODY,
    )
    result = read_small(found, table=TABLE)
    assert len(lost(result)) == 8
    assert "headings-displaced" in kinds(result.findings)


@pytest.mark.parametrize("first", range(2, 5))
def test_headings_that_are_displaced_name_no_column_of_the_next_page(first: int) -> None:
    rows = [
        ["项目", "情况", "<", "<", "<"],
        ["甲", "乙组", "<", "总计", "."],
        ["乙一", "乙二", ".", ".", "."],
        *BODY,
    ]
    result = read_small(grid(*rows[:first]), "- 3 -", grid(*rows[first:], number=2), table=TABLE)
    assert len(lost(result)) == 8


def test_a_spanner_that_lost_its_width_leaves_nothing_under_its_neighbours() -> None:
    found = table_of(
        [("项目", 1, 2), ("甲", 1, 2), ("乙组", 1, 1), ("总计", 1, 2)],
        [("乙一", 1, 1), ("乙二", 1, 1)],
        *(plain(row) for row in BODY),
    )
    result = read_small(found, table=TABLE)
    assert {"first:group/c", "first:total"} <= lost(result)


def test_a_hole_under_a_heading_that_has_none_below_it_displaces_nothing() -> None:
    # only 总计 does not reach down: it is the last, so that nothing moved
    found = grid(["项目", "甲", "乙组", "<", "总计"], ["^", "^", "乙一", "乙二", "."], *BODY)
    result = read_small(found, table=TABLE)
    assert lost(result) == set()
    assert "headings-displaced" not in kinds(result.findings)


def test_empty_cells_in_place_of_merged_ones_displace_nothing() -> None:
    found = grid(["项目", "甲", "乙组", "", "总计"], ["", "", "乙一", "乙二", ""], *BODY)
    assert lost(read_small(found, table=TABLE)) == set()


def test_a_number_where_the_headings_have_ended_takes_its_row_with_it() -> None:
    found = grid(
        ["项目", "甲", "乙组", "<", "总计", "."],
        ["^", "^", "乙一", "乙二", "^", "."],
        ["一、新收", "99", "11", "12", "13", "14"],
        [*BODY[1], "."],
    )
    result = read_small(found, table=TABLE)
    assert lost(result) == {key for key in VALUES if key.startswith("first")}
    assert [(item.path, item.facts["text"]) for item in result.findings if item.kind == "row-displaced"] == [
        ("small:first", "14")
    ]


def test_numbers_that_go_on_past_the_headings_in_many_rows_stand_under_none() -> None:
    # the stubhead lost its width: all headings stand one column too far left, over rows that did not
    found = grid(
        ["项目", "甲", "乙组", "<", "总计", "."],
        ["^", "^", "乙一", "乙二", "^", "."],
        ["一、新收", "", "11", "12", "13", "14"],
        ["三、结转", "", "21", "22", "23", "24"],
    )
    result = read_small(found, table=TABLE)
    assert len(lost(result)) == 8
    assert "headings-displaced" in kinds(result.findings)


def test_a_number_among_the_labels_takes_its_row_with_it() -> None:
    # labels of groups printed once, rows filled up at their ends
    table = TABLE.derive(
        stub=tree(H("first", "一、新收"), H("done", "二、办理", H("x", "（一）公开"), H("y", "（二）其他")))
    )
    found = grid(
        ["项目", "<", "<", "甲", "乙组", "<", "总计"],
        ["^", "<", "<", "^", "乙一", "乙二", "^"],
        ["一、新收", "<", "<", "11", "12", "13", "14"],
        ["二、办理", "（一）公开", "21", "22", "23", "24", ""],
        ["（二）其他", "31", "32", "33", "34", "", ""],
    )
    result = read_small(found, table=table)
    assert {key: value for key, value in shown(result.entries).items() if isinstance(value, int)} == {
        "first:a": 11, "first:group/b": 12, "first:group/c": 13, "first:total": 14,
    }  # fmt: skip
    assert {entry.state.value for entry in result.entries} <= {"number", "unreadable", "missing"}
    assert {"row-displaced", "row-not-matched"} & set(kinds(result.findings))


def test_where_rows_are_packed_to_the_left_one_that_ends_empty_is_not_believed() -> None:
    # of 二、办理 the label was written once; of its first row the first number is empty, so that none is among the labels
    table = TABLE.derive(
        stub=tree(H("first", "一、新收"), H("done", "二、办理", H("x", "（一）公开"), H("y", "（二）其他")))
    )
    found = grid(
        ["项目", "", "", "甲", "乙组", "<", "总计"],
        ["", "", "", "", "乙一", "乙二", ""],
        ["一、新收", "11", "12", "13", "14", "", ""],
        ["二、办理", "（一）公开", "", "22", "23", "24", ""],
        ["（二）其他", "31", "32", "33", "34", "", ""],
    )
    result = read_small(found, table=table)
    assert {entry.value for entry in result.entries} == {None}
    assert "blank" not in shown(result.entries).values()
    assert "row-too-short" in kinds(result.findings)


def test_a_column_whose_heading_is_lost_takes_no_row_with_it() -> None:
    found = grid(["项目", "", "乙组", "<", "总计"], ["^", "", "乙一", "乙二", "^"], *BODY)
    result = read_small(found, table=TABLE)
    assert lost(result) == {"first:a", "left:a"}
    assert "column-without-heading" in kinds(result.findings)


def test_a_label_under_a_heading_of_columns_takes_its_row_with_it() -> None:
    found = grid(
        ["项目", "甲", "乙组", "<", "总计"],
        ["^", "^", "乙一", "乙二", "^"],
        ["一、新收", "一、新收", "11", "12", "13"],
        BODY[1],
    )
    result = read_small(found, table=TABLE)
    assert lost(result) == {key for key in VALUES if key.startswith("first")}


def test_a_piece_of_other_width_is_not_counted_under_a_column_without_heading() -> None:
    upper = grid(
        ["项目", "<", "甲", "", "乙组", "<", "总计"],
        ["^", "<", "^", "", "乙一", "乙二", "^"],
        ["一、新收", "<", "11", "", "12", "13", "14"],
    )
    lower = grid(["三、结转", "21", "22", "23", "24"], number=2)
    result = read_small(upper, lower, table=TABLE)
    assert lost(result) == {key for key in VALUES if key.startswith("left")}


def unmerged(rows_of: int, *, cut: int | None) -> Document:
    """The form of 2021 (or 2019) with no vertical merge kept: what a merged cell reached into is a cell shorter."""

    def change(found: Grid) -> list[Grid]:
        rows: list[list[tuple[str, int, int]]] = [[] for _ in range(found.rows)]
        for cell in found.cells:
            rows[cell.row].append((cell.text, cell.colspan, 1))
        at = cut if cut is not None and 0 < cut < len(rows) else len(rows)
        return [table_of(*part) for part in (rows[:at], rows[at:]) if part]

    layout = CN_2019 if rows_of == 2019 else CN_2021
    document = filled(layout)
    count = iter(range(100, 1000))
    numbered = map_grids(
        document,
        lambda found: Grid(
            tuple(
                Cell(
                    str(next(count)) if cell.text == "0" else cell.text,
                    cell.row,
                    cell.column,
                    cell.rowspan,
                    cell.colspan,
                )
                for cell in found.cells
            ),
            found.rows,
            found.columns,
            found.number,
        ),
    )
    whole = parse_document(numbered)
    TRUTH[rows_of] = {entry.path: entry.raw for entry in whole.entries}
    return map_grids(numbered, change)


TRUTH: dict[int, dict[str, str]] = {}


@pytest.mark.parametrize("cut", [None, *range(1, 27)])
@pytest.mark.parametrize("form", [2019, 2021])
def test_national_tables_without_vertical_merges_give_no_wrong_number_wherever_they_are_cut(
    form: int, cut: int | None
) -> None:
    result = parse_document(unmerged(form, cut=cut))
    assert [
        entry.path
        for entry in result.entries
        if entry.value is not None and entry.raw != TRUTH[form][entry.path]
    ] == []
    assert all(entry.state.value != "blank" for entry in result.entries)
