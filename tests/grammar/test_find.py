"""Which grid is which table: several in one, one in several, cut, repeated, titled from outside."""

from __future__ import annotations

from itertools import pairwise

import attrs
import pytest

from form_samples import edit, filled, kinds, only, replace_grids, retext
from govdisclose import Document, Result, State, parse_document
from govdisclose.document import Block, Paragraph
from govdisclose.grid import Cell, Grid
from section_samples import KEYS

VALUES = {
    "disclosure": {
        "documents/normative_documents:newly_made": "21",
        "enforcement/penalties:decisions": "9",
        "procurement/central_procurement:items": "12",
    },
    "requests": {
        "received:natural_person": "2",
        "received:total": "2",
        "results/unavailable/not_compiled:natural_person": "2",
        "results/unavailable/not_compiled:total": "2",
        "results/total:natural_person": "2",
        "results/total:total": "2",
    },
    "reviews": {":reconsideration/upheld": "3", ":reconsideration/total": "3"},
}
PRINTED = {f"{table}:{path}": int(raw) for table, texts in VALUES.items() for path, raw in texts.items()}


def sample() -> Document:
    return filled(disclosure=VALUES["disclosure"], requests=VALUES["requests"], reviews=VALUES["reviews"])


def printed(result: Result) -> dict[str, object]:
    return {
        f"{entry.table}:{entry.row}:{entry.column}": entry.value for entry in result.entries if entry.value
    }


def whole(result: Result) -> bool:
    return {entry.state for entry in result.entries} == {State.NUMBER} and printed(result) == PRINTED


def widened(found: Grid, width: int) -> Grid:
    """The grid over more columns: the last of each row reaches to the edge."""
    cells = tuple(
        attrs.evolve(cell, colspan=cell.colspan + width - found.columns)
        if cell.column + cell.colspan == found.columns
        else cell
        for cell in found.cells
    )
    return Grid(cells, found.rows, width, found.number)


def stacked(*grids: Grid, titles: tuple[str, ...] = ()) -> Grid:
    """Grids under each other as one, each with a title row if there is one."""
    width = max(found.columns for found in grids)
    cells: list[Cell] = []
    top = 0
    for at, found in enumerate(grids):
        if titles:
            cells.append(Cell(titles[at], top, 0, 1, width))
            top += 1
        cells += [attrs.evolve(cell, row=cell.row + top) for cell in widened(found, width).cells]
        top += found.rows
    return Grid(tuple(cells), top, width, 1)


def with_grids(*blocks: Block, keep_headings: bool = True) -> Document:
    document = sample()
    rest = [block for block in document.blocks if isinstance(block, Paragraph)]
    if not keep_headings:
        rest = [block for block in rest if block.text[:2] not in ("二、", "三、", "四、")]
    place = next(at for at, block in enumerate(rest) if block.text.startswith(("五、",)))
    return attrs.evolve(document, blocks=(*rest[:place], *blocks, *rest[place:]))


def bands(found: Grid) -> list[tuple[int, int]]:
    """The rows of each band, its title first."""
    starts = [cell.row for cell in found.cells if cell.text.startswith("第二十条")] + [found.rows]
    return list(pairwise(starts))


def test_three_tables_in_three_grids_are_the_plain_case() -> None:
    result = parse_document(sample())
    assert whole(result)
    assert kinds(result.findings) == []


def test_three_tables_in_one_grid_are_told_apart() -> None:
    result = parse_document(with_grids(stacked(*sample().grids)))
    assert whole(result)
    assert [item for item in result.findings if item.severity == "error"] == []


def test_three_tables_in_one_grid_with_the_section_headings_as_rows() -> None:
    titles = (
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
    )
    result = parse_document(with_grids(stacked(*sample().grids, titles=titles), keep_headings=False))
    assert whole(result)
    assert [item for item in result.findings if item.severity == "error"] == []
    assert result.report.section("requests") is not None


def test_the_order_of_the_tables_does_not_matter() -> None:
    result = parse_document(with_grids(*reversed(sample().grids)))
    assert whole(result)


def test_table_2_as_five_grids_is_one_table() -> None:
    first = sample().grids[0]
    parts = [only(first, range(start, end), number=1) for start, end in bands(first)]
    result = parse_document(replace_grids(sample(), 1, parts))
    assert whole(result)
    assert [item for item in result.findings if item.severity == "error"] == []


def test_table_2_as_five_grids_with_the_titles_as_paragraphs() -> None:
    first = sample().grids[0]
    blocks: list[Block] = []
    for start, end in bands(first):
        title = first.row(start)[0].text
        blocks += [Paragraph(title), only(first, range(start + 1, end), number=1)]
    result = parse_document(replace_grids(sample(), 1, blocks))
    assert whole(result)
    assert [item for item in result.findings if item.severity == "error"] == []


def test_titles_of_bands_that_are_paragraphs_are_no_prose() -> None:
    first = sample().grids[0]
    blocks: list[Block] = []
    for start, end in bands(first):
        blocks += [Paragraph(first.row(start)[0].text), only(first, range(start + 1, end), number=1)]
    section = parse_document(replace_grids(sample(), 1, blocks)).report.section("disclosure")
    assert section is not None
    assert section.text == ""


@pytest.mark.parametrize("row", range(4, 26))
def test_table_3_cut_by_a_page_before_any_row_is_joined(row: int) -> None:
    found = sample().grids[1]
    first, second = only(found, range(row)), only(found, range(row, found.rows))
    result = parse_document(replace_grids(sample(), 2, [first, Paragraph("- 4 -"), second]))
    assert whole(result)
    assert [item for item in result.findings if item.severity == "error"] == []
    assert "table-joined" in kinds(result.findings)


@pytest.mark.parametrize("row", range(4, 26))
def test_table_3_cut_by_a_page_with_its_headings_repeated_is_joined(row: int) -> None:
    found = sample().grids[1]
    first, second = only(found, range(row)), only(found, [0, 1, 2, *range(row, found.rows)])
    result = parse_document(replace_grids(sample(), 2, [first, second]))
    assert whole(result)
    assert kinds(result.findings) == ["heading-repeated"]


@pytest.mark.parametrize("row", range(1, 18))
def test_table_2_cut_by_a_page_before_any_row_is_joined(row: int) -> None:
    found = sample().grids[0]
    assert found.rows == 18
    first, second = only(found, range(row)), only(found, range(row, 18))
    result = parse_document(replace_grids(sample(), 1, [first, Paragraph("4"), second]))
    assert whole(result)
    assert [item for item in result.findings if item.severity == "error"] == []


@pytest.mark.parametrize("row", [1, 2, 3])
def test_table_4_cut_by_a_page_is_joined(row: int) -> None:
    found = sample().grids[2]
    first, second = only(found, range(row)), only(found, range(row, found.rows))
    result = parse_document(replace_grids(sample(), 3, [first, second]))
    values = [entry for entry in result.entries if entry.table == "reviews"]
    wrong = [
        entry.path
        for entry in values
        if entry.value not in (None, 0) and f"reviews:{entry.row}:{entry.column}" not in PRINTED
    ]
    assert wrong == []
    if row == 3:
        assert whole(result)


def test_a_page_number_between_two_rows_of_a_grid_is_no_number() -> None:
    found = sample().grids[0]
    cells = [attrs.evolve(cell, row=cell.row + 1) if cell.row >= 10 else cell for cell in found.cells] + [
        Cell("- 4 -", 10, 0, 1, found.columns)
    ]
    made = Grid(
        tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))), found.rows + 1, found.columns, 1
    )
    result = parse_document(replace_grids(sample(), 1, [made]))
    assert whole(result)
    assert kinds(result.findings) == ["text-passed-over"]


def test_the_same_table_twice_is_taken_once() -> None:
    second = sample().grids[1]
    result = parse_document(
        replace_grids(sample(), 2, [second, Paragraph("附表"), attrs.evolve(second, number=9)])
    )
    assert whole(result)
    assert [(item.kind, item.path, item.facts["count"]) for item in result.findings] == [
        ("table-repeated", "requests", "2")
    ]


def test_two_copies_that_differ_give_no_value_where_they_differ() -> None:
    second = sample().grids[1]
    other = retext(second, {(7, 3): "5", (7, 9): "5"})
    result = parse_document(replace_grids(sample(), 2, [second, Paragraph("附表"), other]))
    differing = {entry.path for entry in result.entries if entry.state is State.UNREADABLE}
    assert differing == {
        "requests:results/refused/state_secret:natural_person",
        "requests:results/refused/state_secret:total",
    }
    assert [item.path for item in result.findings if item.kind == "table-conflict"] == ["requests"]
    assert result.entry("requests", "received", "total").value == 2


def test_the_table_of_last_year_left_in_is_a_conflict_and_never_a_choice() -> None:
    last = filled(requests={"received:natural_person": "7", "received:total": "7"}).grids[1]
    result = parse_document(
        replace_grids(sample(), 2, [Paragraph("2018年"), last, Paragraph("2019年"), sample().grids[1]])
    )
    assert result.entry("requests", "received", "total").state is State.UNREADABLE
    assert result.entry("requests", "received", "total").value is None
    assert "table-conflict" in kinds(result.findings)


def test_a_copy_without_numbers_does_not_hide_the_one_with_numbers() -> None:
    blank = filled(text="").grids[1]
    result = parse_document(replace_grids(sample(), 2, [blank, Paragraph("又"), sample().grids[1]]))
    values = [entry for entry in result.entries if entry.table == "requests"]
    assert [entry.path for entry in values if entry.value is None and entry.state is State.NUMBER] == []
    taken = result.entry("requests", "received", "total")
    assert (taken.value, taken.state) in ((2, State.NUMBER), (None, State.UNREADABLE))


def test_an_unrelated_table_is_left_alone() -> None:
    other = Grid(
        tuple(
            Cell(text, at, column)
            for at, row in enumerate([["姓名", "电话"], ["甲", "123"]])
            for column, text in enumerate(row)
        ),
        2,
        2,
        9,
    )
    result = parse_document(with_grids(other, *sample().grids))
    assert whole(result)
    assert kinds(result.findings) == []


def test_a_whole_page_inside_one_layout_table_is_read() -> None:
    document = sample()
    cells: list[Cell] = []
    top = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            cells.append(Cell(block.text, top, 0, 1, 15))
            top += 1
        else:
            cells += [attrs.evolve(cell, row=cell.row + top) for cell in widened(block, 15).cells]
            top += block.rows
    result = parse_document(Document((Grid(tuple(cells), top, 15, 1),), "drawn"))
    assert whole(result)
    assert result.report.year == 2019
    assert [section.key for section in result.report.sections] == KEYS
    assert [item for item in result.findings if item.severity == "error"] == []


def test_a_paragraph_between_a_heading_and_its_table_is_prose_of_the_section() -> None:
    document = sample()
    blocks = list(document.blocks)
    at = blocks.index(document.grids[1])
    blocks.insert(at, Paragraph("具体情况见下表。"))
    result = parse_document(attrs.evolve(document, blocks=tuple(blocks)))
    section = result.report.section("requests")
    assert section is not None
    assert section.text == "具体情况见下表。"
    assert whole(result)


def test_prose_inside_the_first_cell_of_a_table_moves_no_number() -> None:
    result = parse_document(edit(sample(), 2, lambda found: retext(found, {(0, 0): "单位：件"})))
    assert whole(result)
