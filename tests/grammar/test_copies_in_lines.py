"""A table that stands in a grid and once more in lines of text: where the two differ, neither is believed."""

from __future__ import annotations

import pytest

from form_samples import filled, kinds
from govdisclose import parse_document
from govdisclose.document import Block, Document, Paragraph
from govdisclose.findings import Severity
from govdisclose.grammar.layout import Layout
from govdisclose.grid import Grid
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.result import Result
from govdisclose.testing.grids import map_cells, with_blocks

TITLES = (
    "2025年度示例市数据局政府信息公开工作年度报告",
    "示例市数据局2025年政府信息公开工作年度报告",
    "2025-01-20",
)
FORMS = pytest.mark.parametrize("layout", [CN_2019, CN_2021])
TABLES = pytest.mark.parametrize("number", [1, 2, 3])
PLACES = pytest.mark.parametrize("place", ["first", "last"])


def lines_of(grid: Grid, by: int) -> list[Block]:
    """The cells of a grid one a line, numbers greater by some."""
    texts = [str(int(cell.text) + by) if cell.text.isdigit() else cell.text for cell in grid.cells]
    return [Paragraph(text) for text in texts]


def twice(layout: Layout, number: int, place: str, *, by: int, title: str = TITLES[0]) -> tuple[Result, str]:
    """A report with a copy of one table in lines, before its title or behind its end; and the key of the table."""
    made = filled(layout, "7", title=(title,))
    copy = lines_of(made.grids[number - 1], by)
    blocks = [*copy, *made.blocks] if place == "first" else [*made.blocks, Paragraph("附表"), *copy]
    return parse_document(with_blocks(made, blocks)), layout.tables[number - 1].key


@FORMS
@TABLES
@PLACES
@pytest.mark.parametrize("title", TITLES)
def test_entries_that_differ_in_a_copy_in_lines_have_no_value(
    layout: Layout, number: int, place: str, title: str
) -> None:
    result, key = twice(layout, number, place, by=5, title=title)
    assert {entry.value for entry in result.entries if entry.table == key} == {None}
    assert {entry.value for entry in result.entries if entry.table != key} == {7}
    assert "table-conflict" in kinds(item for item in result.findings if item.path == key)


@FORMS
@TABLES
@PLACES
def test_a_copy_in_lines_with_the_same_numbers_takes_none_away(
    layout: Layout, number: int, place: str
) -> None:
    result, key = twice(layout, number, place, by=0)
    assert {entry.value for entry in result.entries} == {7}
    assert [item.kind for item in result.findings if item.path == key] == ["table-repeated"]


@FORMS
def test_a_copy_of_which_nothing_can_be_read_is_told_of(layout: Layout) -> None:
    made = filled(layout, "7")
    copy = lines_of(made.grids[1], 5)
    short = [
        block
        for at, block in enumerate(copy)
        if at % 3 or not isinstance(block, Paragraph) or not block.text.isdigit()
    ]
    result = parse_document(with_blocks(made, [*made.blocks, Paragraph("附表"), *short]))
    assert {entry.value for entry in result.entries} == {7}
    assert [
        (item.severity, item.path, item.facts["count"])
        for item in result.findings
        if item.kind == "table-copy-unread"
    ] == [(Severity.WARNING, "requests", "1")]


def test_labels_in_a_menu_are_no_copy() -> None:
    made = filled(CN_2021, "7")
    menu = [
        Paragraph(text)
        for text in ("行政许可", "行政处罚", "行政强制", "行政复议", "行政诉讼", "规章", "信息内容")
    ]
    result = parse_document(with_blocks(made, [*menu, *made.blocks]))
    assert {entry.value for entry in result.entries} == {7}
    assert not {"table-copy-unread", "table-conflict", "table-repeated"} & set(kinds(result.findings))


def test_an_empty_copy_in_a_grid_is_no_other_opinion() -> None:
    made = filled(CN_2021, "7")
    empty = map_cells(
        made.grids[1], lambda cell: cell if cell.text != "7" else type(cell)("", cell.row, cell.column)
    )
    result = parse_document(Document((*made.blocks, empty), "html"))
    assert "table-copy-unread" not in kinds(result.findings)
