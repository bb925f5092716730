r"""The tables of an RTF file: cells by edges, merges, rows that are declared late, twice or not at all, tables in tables."""

from __future__ import annotations

import pytest

from govdisclose.document import Document
from govdisclose.grid import Grid
from rtf_writer import read


def row(*cells: str, declared: str = "") -> str:
    """A row of cells, each 1,000 twips wide where nothing else is declared."""
    edges = declared or "".join(rf"\cellx{1000 * (at + 1)}" for at in range(len(cells)))
    inner = "".join(rf"\pard\intbl {cell}\cell" for cell in cells)
    return rf"\trowd{edges}{inner}\row"


def said(document: Document) -> list[object]:
    """The text of each paragraph, and of each table its rows of texts; spans of a cell stand behind its text."""
    return [_rows(block) if isinstance(block, Grid) else block.text for block in document.blocks]


def _rows(grid: Grid) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        spans = "" if (cell.rowspan, cell.colspan) == (1, 1) else f" [{cell.rowspan}x{cell.colspan}]"
        rows[cell.row].append(cell.text + spans)
    return rows


def test_cells_stand_between_the_edges_that_are_declared() -> None:
    body = row("a", "b", declared=r"\cellx1000\cellx3000") + row("1", "2", "3")
    assert said(read(rf"vor\par{body}\pard nach\par")) == ["vor", [["a", "b [1x2]"], ["1", "2", "3"]], "nach"]


def test_a_row_that_declares_nothing_has_the_edges_of_the_row_before() -> None:
    assert said(read(row("a", "b") + r"\pard\intbl 1\cell 2\cell\row")) == [[["a", "b"], ["1", "2"]]]


def test_a_row_may_be_declared_behind_its_cells() -> None:
    body = r"\pard\intbl a\cell b\cell{\trowd\cellx1000\cellx3000\row}"
    assert said(read(body + row("1", "2", "3"))) == [[["a", "b [1x2]"], ["1", "2", "3"]]]


def test_cells_without_any_declared_edge_stand_side_by_side() -> None:
    assert said(read(r"\pard\intbl a\cell b\cell\row\intbl 1\cell 2\cell\row")) == [[["a", "b"], ["1", "2"]]]


def test_more_cells_than_edges_are_shown_right_of_the_others() -> None:
    body = row("a", "b", "c", declared=r"\cellx1000\cellx2000") + row(
        "1", "2", declared=r"\cellx1000\cellx2000"
    )
    assert said(read(body)) == [[["a", "b", "c"], ["1", "2"]]]


def test_a_row_of_fewer_cells_than_edges_ends_early() -> None:
    body = row("a", "b") + row("1", declared=r"\cellx1000\cellx2000")
    assert said(read(body)) == [[["a", "b"], ["1"]]]


def test_cells_merged_across_and_downwards() -> None:
    body = (
        row("a", "", "b", declared=r"\clmgf\cellx1000\clmrg\cellx2000\clvmgf\cellx3000")
        + row("1", "2", "", declared=r"\cellx1000\cellx2000\clvmrg\cellx3000")
        + row("3", "4", "5")
    )
    assert said(read(body)) == [[["a [1x2]", "b [2x1]"], ["1", "2"], ["3", "4", "5"]]]


def test_text_in_a_cell_that_is_merged_to_the_left_is_shown_with_it() -> None:
    body = row("1", "2", declared=r"\clmgf\cellx1000\clmrg\cellx2000") + row("a", "b")
    assert said(read(body)) == [[["1\n2 [1x2]"], ["a", "b"]]]


def test_text_in_a_cell_that_is_merged_upwards_is_not_shown() -> None:
    body = row("1", "a", declared=r"\clvmgf\cellx1000\cellx2000")
    assert said(read(body + row("2", "b", declared=r"\clvmrg\cellx1000\cellx2000"))) == [
        [["1 [2x1]", "a"], ["b"]]
    ]


def test_left_edges_that_differ_by_the_margin_of_the_text_are_one() -> None:
    body = row("a", "b", declared=r"\trgaph108\trleft-108\cellx1000\cellx2000") * 2 + row("1", "2")
    assert said(read(body)) == [[["a", "b"], ["a", "b"], ["1", "2"]]]


def test_a_table_that_begins_left_of_the_margin() -> None:
    declared = r"\trleft-1000\cellx0\cellx1000"
    body = row("a", "b", declared=declared) + row(
        "1", "2", "3", declared=r"\trleft-1000\cellx-500\cellx0\cellx1000"
    )
    assert said(read(body)) == [[["a [1x2]", "b"], ["1", "2", "3"]]]


def test_a_row_that_begins_right_of_the_others_has_no_cell_left_of_it() -> None:
    document = read(row("a", "b", "c") + row("2", "3", declared=r"\trleft1000\cellx2000\cellx3000"))
    assert [(cell.text, cell.column) for cell in document.grids[0].cells[3:]] == [("2", 1), ("3", 2)]


@pytest.mark.parametrize("edge", [r"\cellx1000", r"\cellx500", r"\cellx-9"])
def test_a_cell_without_width_is_seen_where_it_holds_text(edge: str) -> None:
    blank = row("a", "", "b", declared=rf"\cellx1000{edge}\cellx2000")
    assert said(read(blank + row("1", "2"))) == [[["a", "b"], ["1", "2"]]]
    held = row("a", "7", "b", declared=rf"\cellx1000{edge}\cellx2000")
    assert said(read(held + row("1", "2"))) == [[["a", "7", "b"], ["1", "2 [1x2]"]]]


# --- text and the edge of a table


def test_text_before_a_table_is_none_of_its_first_cell() -> None:
    assert said(read(r"vor \trowd\cellx1000\cellx2000\pard\intbl a\cell b\cell\row")) == [
        "vor ",
        [["a", "b"]],
    ]


def test_a_digit_before_a_table_makes_the_first_cell_uncertain_where_no_paragraph_ends_between_them() -> None:
    body = r"vor 1\trowd\cellx1000\cellx2000\pard\intbl 2\cell 3\cell\row"
    document = read(body + row("4", "5"))
    assert said(document) == ["vor 1", [["2\n\ufffc", "3"], ["4", "5"]]]
    assert [finding.kind for finding in document.findings] == ["cell-not-read"]
    assert said(read(body.replace(r"\trowd", r"\par\trowd"))) == ["vor 1", [["2", "3"]]]


@pytest.mark.parametrize(
    "body",
    [
        r"\trowd\cellx1000\cellx2000\pard 1\par 2\cell 3\cell\row",  # no paragraph says that it is in a table
        r"\trowd\cellx1000\cellx2000\pard 1\par\pard\intbl 2\cell 3\cell\row",
        r"\trowd\cellx1000\cellx2000\pard\intbl 1\par\pard 2\cell\pard\intbl 3\cell\row",
    ],
)
def test_a_paragraph_of_a_row_that_does_not_say_so_is_in_its_cell(body: str) -> None:
    assert said(read(body + r"\pard nach\par")) == [[["1\n2", "3"]], "nach"]


def test_a_row_that_is_declared_and_never_comes_takes_no_text() -> None:
    body = row("a", "b") + r"\trowd\cellx1000\pard 1\par 2\par" + row("c", "d")
    assert said(read(body)) == [[["a", "b"]], "1", "2", [["c", "d"]]]


def test_cells_whose_row_never_ends_are_a_row() -> None:
    assert said(read(r"\trowd\cellx1000\cellx2000\pard\intbl a\cell b\cell\pard nach\par")) == [
        [["a", "b"]],
        "nach",
    ]


def test_paragraphs_and_lines_of_a_cell() -> None:
    assert said(read(row(r"a\par b\line c", "1"))) == [[["a\nb\nc", "1"]]]


# --- tables in tables

INNER = r"{\*\nesttableprops\trowd\cellx500\cellx1000\nestrow}{\nonesttables\par}"


def test_a_table_in_a_cell_makes_the_outer_one_layout() -> None:
    cell = rf"vor\par\pard\intbl\itap2 1\nestcell 2\nestcell{INNER}\pard\intbl nach"
    assert said(read(row(cell, "b"))) == ["vor", [["1", "2"]], "nach", "b"]


def test_the_edges_of_the_inner_table_are_not_those_of_the_outer_one() -> None:
    inner = rf"\pard\intbl\itap2 1\nestcell 2\nestcell{INNER}"
    body = rf"\trowd\cellx4000\cellx8000\pard\intbl {inner}\pard\intbl x\cell y\cell\row"
    assert said(read(body)) == [[["1", "2"]], "x", "y"]


# --- grounds, rows that are not seen

HEAD = r"{\colortbl;\red0\green0\blue0;\red255\green255\blue255;\red217\green217\blue217;}"
GROUNDS = {
    r"\cellx1000": "",
    r"\clcbpat1\cellx1000": "12",
    r"\clcfpat1\clshdng10000\cellx1000": "12",
    r"\clcbpat2\cellx1000": "",
    r"\clcbpat9\cellx1000": "",
    r"\trcbpat1\cellx1000": "12",
    r"\trcbpat1\clcbpat2\cellx1000": "",
}


@pytest.mark.parametrize("declared", GROUNDS)
def test_white_letters_are_seen_on_a_dark_ground(declared: str) -> None:
    document = read(row(r"{\cf2 12}", "1", declared=rf"{declared}\cellx2000"), HEAD)
    assert said(document) == [[[GROUNDS[declared], "1"]]]


def test_a_row_that_is_hidden_or_deleted_is_not_there() -> None:
    for look in (r"\v", r"\deleted"):
        body = row("a", "b") + rf"{{{look} {row('1', '2')}}}" + row("c", "d")
        assert said(read(body)) == [[["a", "b"], ["c", "d"]]]


def test_a_row_of_which_only_the_end_is_hidden_is_there() -> None:
    body = row("a", "b") + r"\trowd\cellx1000\cellx2000\pard\intbl 1\cell 2\cell{\v\row}"
    assert said(read(body)) == [[["a", "b"], ["1", "2"]]]


def test_a_row_that_is_too_low_for_its_text_is_not_read() -> None:
    low = row("1", "2", declared=r"\trrh-20\cellx1000\cellx2000")
    assert said(read(low + row("3", "4", declared=r"\trrh-400\cellx1000\cellx2000"))) == [
        [["\ufffc", "\ufffc"], ["3", "4"]]
    ]


CROSSED = {
    r"\cldglu\brdrs\cellx1000": "12\ufffc",
    r"\cldgll\brdrs\brdrw10\cellx1000": "12\ufffc",
    r"\cldgll\brdrnone\cellx1000": "12",
    r"\clbrdrt\brdrs\cldglu\brdrnil\clbrdrl\brdrs\cellx1000": "12",
    r"\cldglu\brdrs\clbrdrl\brdrnone\cellx1000": "12\ufffc",
}


@pytest.mark.parametrize("declared", CROSSED)
def test_a_line_across_a_number(declared: str) -> None:
    assert said(read(row("12", "1", declared=rf"{declared}\cellx2000"))) == [[[CROSSED[declared], "1"]]]


def test_where_a_cell_was_deleted_with_tracked_changes_those_behind_it_have_no_value() -> None:
    changed = row("9", "1", "2", declared=r"\cldel\cellx500\cellx1000\cellx2000")
    assert said(read(row("a", "b") + changed)) == [[["a [1x2]", "b"], ["1\ufffc", "2\ufffc"]]]
