"""A table without a stub that is printed upright, its boxhead as a stub: read as if it were turned."""

from __future__ import annotations

from collections.abc import Sequence

from form_samples import edit, filled, grid, kinds, match_small, shown
from govdisclose import parse_document
from govdisclose.document import Document
from govdisclose.grammar import H, Table, tree
from govdisclose.grid import Cell, Grid
from govdisclose.layouts import CN_2021
from govdisclose.picture._cells import taken_cells
from govdisclose.picture.shapes import Kind
from govdisclose.result import Result
from govdisclose.testing.grids import grid_of

REVIEWS = {f":{column}": str(at) for at, (_, column) in enumerate(CN_2021.table("reviews").cells(), 1)}
RESULTS = (H("kept", "维持"), H("changed", "纠正"))
TABLE = Table("small", "小表", boxhead=tree(H("first", "复议", *RESULTS), H("second", "诉讼", *RESULTS)))


def upright(found: Grid) -> Grid:
    cells = (Cell(cell.text, cell.column, cell.row, cell.colspan, cell.rowspan) for cell in found.cells)
    return grid_of(cells, number=found.number)


def report() -> Document:
    return edit(filled(CN_2021, reviews=REVIEWS), 3, upright)


def reviews(result: Result) -> list[object]:
    return [entry.value for entry in result.entries if entry.table == "reviews"]


def read(*rows: Sequence[str]) -> dict[str, object]:
    return {
        key.lstrip(":"): value for key, value in shown(match_small(grid(*rows), table=TABLE).entries).items()
    }


def test_the_table_of_reviews_is_read_where_it_is_printed_upright() -> None:
    result = parse_document(report())
    assert reviews(result) == list(range(1, 16))
    assert kinds(result.findings).count("table-upright") == 1


def test_an_entry_and_a_finding_tell_their_place_on_the_page_and_not_in_the_turned_table() -> None:
    result = parse_document(report())
    entry = next(entry for entry in result.entries if entry.column == "litigation/direct/upheld")
    note = next(item for item in result.findings if item.kind == "table-upright")
    assert [str(entry.at), str(note.at)] == ["table 3, row 6, column 4", "table 3, row 1"]


def test_the_cells_of_an_upright_table_are_taken_for_its_headings_and_entries() -> None:
    document = report()
    taken = taken_cells(document, parse_document(document))
    assert taken[3, 5, 1] == (Kind.COLUMN_HEADING, ("litigation/direct",))
    assert taken[3, 6, 2] == (Kind.COLUMN_HEADING, ("litigation/direct/corrected",))
    assert taken[3, 6, 3][1] == ("", "litigation/direct/corrected")


def test_empty_cells_of_an_upright_table_stand_under_the_group_above() -> None:
    assert read(
        ["类别", "结果", "数量"],
        ["复议", "维持", "1"],
        ["", "纠正", "2"],
        ["诉讼", "维持", "3"],
        ["", "纠正", "4"],
    ) == {"first/kept": 1, "first/changed": 2, "second/kept": 3, "second/changed": 4}
    assert read(["复议", "维持", "1"], ["", "纠正", "2"], ["诉讼", "维持", "3"], ["", "纠正", ""]) == {
        "first/kept": 1,
        "first/changed": 2,
        "second/kept": 3,
        "second/changed": "blank",
    }


def test_two_columns_of_numbers_beside_upright_labels_give_no_value() -> None:
    found = read(
        ["复议", "维持", "1", "5"], ["", "纠正", "2", "6"], ["诉讼", "维持", "3", "7"], ["", "纠正", "4", "8"]
    )
    assert set(found.values()) == {"unreadable"}


def test_labels_and_numbers_side_by_side_twice_give_no_value() -> None:
    found = read(
        ["复议", "维持", "1", "诉讼", "维持", "3"],
        ["^", "纠正", "2", "^", "纠正", "4"],
        ["", "", "", "", "", ""],
    )
    assert not [value for value in found.values() if isinstance(value, int)]


def test_a_table_whose_innermost_labels_stand_in_as_many_columns_as_rows_is_not_turned() -> None:
    table = Table("small", "小表", boxhead=tree(H("only", "件数")))
    found = match_small(grid(["件数"], ["7"]), table=table)
    assert shown(found.entries) == {":only": 7}
    assert kinds(found.findings) == []
