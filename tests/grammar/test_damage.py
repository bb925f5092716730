"""One line of a table damaged: no number moves, none is lost without an error, all else stays.

Every entry has a number of its own, so that a number in a wrong place shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from form_samples import PROSE, TITLE, edit, only, retext
from govdisclose import Document, NotAReportError, Result, parse_document
from govdisclose.document import Block, Paragraph
from govdisclose.grammar.draw import draw
from govdisclose.grammar.layout import Layout
from govdisclose.grid import Cell, Grid
from govdisclose.layouts import CN_2019, CN_2021

FORMS = pytest.mark.parametrize("layout", [CN_2019, CN_2021], ids=["cn-2019", "cn-2021"])
TABLES = pytest.mark.parametrize("number", [1, 2, 3])


def sample(layout: Layout) -> Document:
    numbers = count(1001)
    texts = {table.key: {cell: str(next(numbers)) for cell in table.cells()} for table in layout.tables}
    return draw(layout, texts, title=TITLE, prose=PROSE)


def truth(layout: Layout) -> dict[str, int]:
    numbers = count(1001)
    return {
        f"{table.key}:{row}:{column}": next(numbers)
        for table in layout.tables
        for row, column in table.cells()
    }


def values(result: Result) -> dict[str, object]:
    return {f"{entry.table}:{entry.row}:{entry.column}": entry.value for entry in result.entries}


def wrong(result: Result, layout: Layout) -> dict[str, object]:
    """The numbers that are not those printed under their headings."""
    right = truth(layout)
    return {
        path: value
        for path, value in values(result).items()
        if value is not None and value != right.get(path, value)
    }


def lost(result: Result) -> set[str]:
    return {path for path, value in values(result).items() if value is None}


def has_error(result: Result) -> bool:
    return any(item.severity == "error" for item in result.findings)


def is_number(cell: Cell) -> bool:
    return cell.text.isdigit()


def without_column(found: Grid, column: int) -> Grid:
    cells = []
    for cell in found.cells:
        start, end = cell.column, cell.column + cell.colspan
        if start <= column < end:
            if cell.colspan > 1:
                cells.append(attrs.evolve(cell, colspan=cell.colspan - 1))
        else:
            cells.append(attrs.evolve(cell, column=start - (start > column)))
    return Grid(tuple(cells), found.rows, found.columns - 1, found.number)


def with_blank_column(found: Grid, at: int) -> Grid:
    """An empty column more before position ``at``; cells that reach over it are wider."""
    cells = []
    for cell in found.cells:
        start, end = cell.column, cell.column + cell.colspan
        if start < at < end:
            cells.append(attrs.evolve(cell, colspan=cell.colspan + 1))
        else:
            cells.append(attrs.evolve(cell, column=start + (start >= at)))
    held = {row for cell in cells if cell.column < at < cell.column + cell.colspan for row in _rows(cell)}
    held |= {row for cell in cells if cell.column == at for row in _rows(cell)}
    cells += [Cell("", row, at) for row in range(found.rows) if row not in held]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid(tuple(cells), found.rows, found.columns + 1, found.number)


def _rows(cell: Cell) -> range:
    return range(cell.row, cell.row + cell.rowspan)


@FORMS
def test_a_sound_form_has_every_number_in_its_place(layout: Layout) -> None:
    assert values(parse_document(sample(layout))) == truth(layout)


@FORMS
@TABLES
def test_a_row_that_is_lost_takes_no_other_with_it(layout: Layout, number: int) -> None:
    document = sample(layout)
    found = document.grids[number - 1]
    for row in range(found.rows):
        rest = [at for at in range(found.rows) if at != row]
        result = parse_document(edit(document, number, lambda old, rest=rest: only(old, rest)))  # type: ignore[misc]
        assert wrong(result, layout) == {}
        gone = {cell.text for cell in found.cells if cell.row == row and is_number(cell)}
        if gone:
            assert {str(truth(layout)[path]) for path in lost(result)} == gone
            assert has_error(result)


@FORMS
@TABLES
def test_a_column_that_is_lost_moves_no_number(layout: Layout, number: int) -> None:
    document = sample(layout)
    for column in range(document.grids[number - 1].columns):
        damaged = without_column(document.grids[number - 1], column)
        result = parse_document(edit(document, number, lambda _, damaged=damaged: damaged))  # type: ignore[misc]
        assert wrong(result, layout) == {}
        if lost(result):
            assert has_error(result)


@FORMS
@TABLES
def test_a_label_that_is_lost_moves_no_number_and_loses_none_silently(layout: Layout, number: int) -> None:
    document = sample(layout)
    for cell in document.grids[number - 1].cells:
        if is_number(cell) or not cell.text:
            continue
        place = {(cell.row, cell.column): ""}
        result = parse_document(edit(document, number, lambda old, place=place: retext(old, place)))  # type: ignore[misc]
        assert wrong(result, layout) == {}
        if lost(result):
            assert has_error(result)
            assert len(lost(result)) <= 25


@FORMS
@TABLES
def test_a_label_in_other_words_moves_no_number_and_loses_none_silently(layout: Layout, number: int) -> None:
    document = sample(layout)
    for cell in document.grids[number - 1].cells:
        if is_number(cell) or not cell.text:
            continue
        place = {(cell.row, cell.column): "别的说法"}
        result = parse_document(edit(document, number, lambda old, place=place: retext(old, place)))  # type: ignore[misc]
        assert wrong(result, layout) == {}
        if lost(result):
            assert has_error(result)


@FORMS
@TABLES
def test_an_empty_column_more_moves_and_loses_no_number(layout: Layout, number: int) -> None:
    document = sample(layout)
    for at in range(document.grids[number - 1].columns + 1):
        damaged = with_blank_column(document.grids[number - 1], at)
        result = parse_document(edit(document, number, lambda _, damaged=damaged: damaged))  # type: ignore[misc]
        assert wrong(result, layout) == {}
        if lost(result):
            assert has_error(result)


@FORMS
@TABLES
def test_a_number_that_is_a_hole_takes_at_most_its_row(layout: Layout, number: int) -> None:
    document = sample(layout)
    found = document.grids[number - 1]
    for hole in [cell for cell in found.cells if is_number(cell)][::7]:
        rest = attrs.evolve(found, cells=tuple(cell for cell in found.cells if cell is not hole))
        result = parse_document(edit(document, number, lambda _, rest=rest: rest))  # type: ignore[misc]
        assert wrong(result, layout) == {}
        assert has_error(result)
        gone = {cell.text for cell in found.cells if cell.row == hole.row and is_number(cell)}
        assert {str(truth(layout)[path]) for path in lost(result)} <= gone


# --- whatever stands in a document

WORDS = st.sampled_from(
    [
        "自然人", "总计", "其他", "法人或其他组织", "商业企业", "申请人情况", "一、本年新收政府信息公开申请数量",
        "三、本年度办理结果", "（三）不予公开", "1.属于国家秘密", "（四）无", "法提供", "结果维持", "行政复议",
        "行政诉讼", "未经复议直接起诉", "第二十条第（五）项", "信息内容", "规章", "采购总金额（万元）",
        "二、主动公开政府信息情况",
        "總計", "一、", "1.", "（一）", "0", "12", "３", "减4", "/", "无", "- 4 -", "", "\u3000", "\ufffd", "长" * 450,
    ]
)  # fmt: skip


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 7))
    free = {(row, column) for row in range(rows) for column in range(columns)}
    ragged = draw(st.booleans())
    cells = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) not in free:
                continue
            down, across = (
                (1, 1) if ragged else draw(st.sampled_from([(1, 1), (1, 1), (1, 2), (2, 1), (3, 2)]))
            )
            covered = set(_covered(row, column, down, across))
            if covered <= free:
                free -= covered
                cells.append(Cell(draw(WORDS), row, column, down, across))
    return Grid(tuple(cells), rows, columns, 1, ragged)


def _covered(row: int, column: int, down: int, across: int) -> Iterator[tuple[int, int]]:
    for at in range(row, row + down):
        for place in range(column, column + across):
            yield at, place


@given(st.lists(st.one_of(grids(), WORDS.filter(str.strip)), max_size=8))
@settings(max_examples=150, deadline=2000)
def test_any_document_gives_a_result_or_is_no_report(parts: list[Grid | str]) -> None:
    blocks: list[Block] = [
        Paragraph(part, number) if isinstance(part, str) else attrs.evolve(part, number=number)
        for number, part in enumerate(parts, 1)
    ]
    try:
        result = parse_document(Document(tuple(blocks), "test"))
    except NotAReportError:
        return
    assert all(item.message("zh") and item.message("en") for item in result.findings)
    assert all((entry.value is not None) == (entry.state == "number") for entry in result.entries)
