"""The HTML writer is the inverse of the reader."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govdisclose.document import DEFAULT_LIMITS, Block, Cell, Document, Grid, Paragraph
from govdisclose.readers.html import READER
from govdisclose.writers.html import WRITER, Encoding, Style, write


def read(page: bytes) -> Document:
    return READER.read(page, DEFAULT_LIMITS)


def plain(blocks: tuple[Block, ...]) -> list[Block]:
    """The blocks without their lines in the source."""
    return [
        evolve(block, line=None)
        if isinstance(block, Paragraph)
        else evolve(block, cells=tuple(evolve(cell, line=None) for cell in block.cells))
        for block in blocks
    ]


SMALL = Document(
    (
        Paragraph("示例市2023年<政府信息公开>&年度报告", 1),
        Grid(
            (
                Cell("信息\n内容", 0, 0, 2, 1),
                Cell("总计", 0, 1, 1, 2),
                Cell("1", 1, 1),
                Cell("", 1, 2),
                Cell("2", 2, 0),
            ),
            rows=3,
            columns=3,
        ),
        Paragraph("\t1\t 2", 2),
    ),
    format="html",
)


def test_a_page_is_complete_and_escaped() -> None:
    page = WRITER.write(SMALL).decode()
    assert page.startswith(
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>示例市'
    )
    assert "<p>示例市2023年&lt;政府信息公开&gt;&amp;年度报告</p>\n" in page
    assert (
        '<tr><td rowspan="2">信息<br>内容</td><td colspan="2">总计</td></tr>\n'
        "<tr><td>1</td><td></td></tr>\n<tr><td>2</td></tr>\n"
    ) in page
    assert page.endswith("</body>\n</html>\n")


def test_a_written_page_reads_back() -> None:
    assert plain(SMALL.blocks) == plain(read(write(SMALL)).blocks)


def test_the_page_declares_what_it_is_told_to_declare() -> None:
    document = Document((Paragraph("朱镕"),), format="html")
    page = write(document, encoding="gb18030", declare="gb2312")
    assert b'<meta charset="gb2312">' in page
    assert [paragraph.text for paragraph in read(page).paragraphs] == ["朱镕"]


def test_word_style_pastes_as_word_does() -> None:
    page = write(SMALL, style="word").decode()
    assert (
        '<td><p class="MsoNormal">1<o:p></o:p></p></td><td><p class="MsoNormal">&nbsp;<o:p></o:p></p></td>'
        in page
    )
    (grid,) = read(page.encode()).grids
    assert [cell.text for cell in grid.cells] == ["信息\n内容", "总计", "1", "\xa0", "2"]


def test_a_hole_between_cells_is_written_as_an_empty_cell() -> None:
    grid = Grid((Cell("a", 0, 0), Cell("b", 0, 2), Cell("c", 1, 0), Cell("d", 1, 1), Cell("e", 1, 2)), 2, 3)
    (found,) = read(write(Document((grid,), format="text"))).grids
    assert [(cell.text, cell.row, cell.column) for cell in found.cells][:3] == [
        ("a", 0, 0),
        ("", 0, 1),
        ("b", 0, 2),
    ]


def test_a_ragged_grid_is_written_as_plain_cells() -> None:
    grid = Grid((Cell("a", 0, 0), Cell("b", 0, 1), Cell("c", 1, 0)), 2, 2, ragged=True)
    (found,) = read(write(Document((grid,), format="text"))).grids
    assert plain((found,)) == [evolve(grid, ragged=False)]


TEXT = st.text(st.sampled_from("本年新收0123456789 \xa0\u3000\t\n/-—<>&\"'（）𠮷㐂"), max_size=8)
LINE = TEXT.map(lambda text: text.replace("\n", " "))


@st.composite
def tilings(draw: st.DrawFn) -> Grid:
    """A grid of random rectangles, with no column in which no cell starts."""
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            width = draw(st.integers(1, columns - column))
            while any((row, column + k) in taken for k in range(width)):
                width -= 1
            height = draw(st.integers(1, rows - row))
            taken |= {(row + j, column + k) for j in range(height) for k in range(width)}
            cells.append(Cell(draw(TEXT), row, column, height, width))
    starts = sorted({cell.column for cell in cells})
    folded = [
        evolve(
            cell,
            column=starts.index(cell.column),
            colspan=sum(cell.column <= start < cell.column + cell.colspan for start in starts),
        )
        for cell in cells
    ]
    return Grid(tuple(folded), rows, len(starts))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    blocks: list[Block] = []
    paragraphs = grids = 0
    for block in draw(st.lists(st.one_of(LINE.filter(str.strip), tilings()), min_size=1, max_size=4)):
        if isinstance(block, str):
            paragraphs += 1
            blocks.append(Paragraph(block, paragraphs))
        elif len(block.cells) > 1:
            grids += 1
            blocks.append(evolve(block, number=grids))
    texts = [cell.text for block in blocks if isinstance(block, Grid) for cell in block.cells]
    if not paragraphs and not any(text.strip() for text in texts):
        blocks.append(Paragraph("完", 1))
    return Document(tuple(blocks), format="html")


@given(documents(), st.sampled_from(["utf-8", "gb18030"]))
def test_every_document_reads_back(document: Document, encoding: Encoding) -> None:
    assert plain(document.blocks) == plain(read(write(document, encoding=encoding)).blocks)


@pytest.mark.parametrize("style", ["plain", "word"])
@given(document=documents())
def test_every_style_keeps_geometry_and_numbers(style: Style, document: Document) -> None:
    found = read(write(document, style=style))
    geometry = [
        [(cell.row, cell.column, cell.rowspan, cell.colspan, cell.text.strip()) for cell in grid.cells]
        for grid in document.grids
    ]
    assert geometry == [
        [(cell.row, cell.column, cell.rowspan, cell.colspan, cell.text.strip()) for cell in grid.cells]
        for grid in found.grids
    ]
