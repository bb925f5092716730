from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from govdisclose.document import DEFAULT_LIMITS, Block, Cell, Document, Grid, Paragraph
from govdisclose.readers.docx import READER
from govdisclose.text import is_blank
from govdisclose.writers.docx import WRITER


def document(*blocks: Block) -> Document:
    return Document(blocks, "docx")


def back(written: Document) -> Document:
    return READER.read(WRITER.write(written), DEFAULT_LIMITS)


_HEAD = Grid(
    (
        Cell("申请人\n情况", 0, 0, rowspan=2, colspan=2),
        Cell("总计", 0, 2, rowspan=3),
        Cell("自然人", 2, 0),
        Cell("法人", 2, 1),
    ),
    rows=3,
    columns=3,
)


def test_a_written_document_is_read_back() -> None:
    written = document(Paragraph("示例市财政局2024年报告", 1), _HEAD, Paragraph("二、\n\t共12件", 2))
    assert back(written) == written


def test_two_tables_that_touch_stay_two() -> None:
    second = Grid((Cell("1", 0, 0), Cell("2", 0, 1)), 1, 2, number=2)
    assert back(document(_HEAD, second)).grids == (_HEAD, second)


def test_the_same_document_gives_the_same_bytes() -> None:
    written = document(Paragraph("示例市"), _HEAD)
    assert WRITER.write(written) == WRITER.write(written)
    with ZipFile(BytesIO(WRITER.write(written))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_another_library_reads_the_same_cells() -> None:
    (table,) = docx.Document(BytesIO(WRITER.write(document(_HEAD)))).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["申请人\n情况", "申请人\n情况", "总计"],
        ["申请人\n情况", "申请人\n情况", "总计"],
        ["自然人", "法人", "总计"],
    ]


def test_the_page_is_a4_and_the_font_is_songti() -> None:
    package = docx.Document(BytesIO(WRITER.write(document(Paragraph("示例市")))))
    section = package.sections[0]
    assert (section.page_width, section.page_height) == (7560310, 10692130)
    assert 'w:eastAsia="宋体"' in package.styles["Normal"].element.xml


def test_holes_at_the_ends_of_a_row_stay_holes() -> None:
    holed = Grid((Cell("a", 0, 0), Cell("b", 0, 1), Cell("c", 0, 2), Cell("d", 1, 1)), 2, 3)
    assert back(document(holed)).grids == (holed,)


def test_a_hole_between_two_cells_comes_back_as_an_empty_cell() -> None:
    holed = Grid((Cell("a", 0, 0), Cell("b", 0, 1), Cell("c", 0, 2), Cell("d", 1, 0), Cell("e", 1, 2)), 2, 3)
    (grid,) = back(document(holed)).grids
    assert [(cell.text, cell.row, cell.column) for cell in grid.cells[3:]] == [
        ("d", 1, 0),
        ("", 1, 1),
        ("e", 1, 2),
    ]


def test_a_table_of_one_cell_comes_back_as_a_paragraph() -> None:
    assert back(document(Grid((Cell("示例市", 0, 0),), 1, 1))).blocks == (Paragraph("示例市"),)


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe"])
def test_characters_that_xml_cannot_hold_are_dropped(character: str) -> None:
    assert back(document(Paragraph(f"示例{character}市"))).blocks == (Paragraph("示例市"),)


def test_markup_in_a_text_is_text() -> None:
    assert back(document(Paragraph("<w:t>&amp;</w:t>]]>"))).blocks == (Paragraph("<w:t>&amp;</w:t>]]>"),)


_LINES = st.text(
    st.sampled_from("示例市一二（）、.0123 \u3000\u00a0\u200b&<>\"'-－/无\r\U00020000")
    | st.characters(codec="utf-8"),
    max_size=8,
).map(lambda text: "".join(char for char in text if char >= " " and char not in "\ufffe\uffff") + "")
_CELLS = st.lists(_LINES, min_size=1, max_size=3).map("\n".join)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Tilings with spans: a first row of single cells makes sure that every column edge is used."""
    columns, rows = draw(st.integers(2, 6)), draw(st.integers(1, 6))
    cells = [Cell(draw(_CELLS), 0, column) for column in range(columns)]
    taken = {(0, column) for column in range(columns)}
    for row in range(1, rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            free = next((at for at in range(column, columns) if (row, at) in taken), columns) - column
            colspan = draw(st.integers(1, free))
            rowspan = draw(st.integers(1, rows - row))
            cells.append(Cell(draw(_CELLS), row, column, rowspan, colspan))
            taken |= {(row + down, column + right) for down in range(rowspan) for right in range(colspan)}
    return Grid(tuple(cells), rows, columns)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    blocks: list[Block] = [Paragraph("示例市政府信息公开工作年度报告", 1)]
    paragraphs, tables = 1, 0
    for block in draw(st.lists(grids() | _CELLS.filter(lambda text: not is_blank(text)), max_size=4)):
        if isinstance(block, Grid):
            tables += 1
            blocks.append(Grid(block.cells, block.rows, block.columns, tables))
        else:
            paragraphs += 1
            blocks.append(Paragraph(block, paragraphs))
    return document(*blocks)


@settings(max_examples=60, deadline=None)
@given(documents())
@example(document(Paragraph("示例市"), _HEAD))
def test_any_document_is_read_back_as_it_was(written: Document) -> None:
    assert back(written) == written
