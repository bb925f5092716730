from __future__ import annotations

from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govdisclose.document import DEFAULT_LIMITS, Block, Cell, Document, Grid, Paragraph
from govdisclose.readers.text import read
from govdisclose.writers.text import WRITER, Shape, write

# ┌────┬───────┐
# │    │   乙   │
# │ 甲 ├───┬───┤
# │    │ 0 │   │
# ├────┴───┼───┤
# │   丙    │ 1 │
# └────────┴───┘
MERGED = Grid(
    (
        Cell("甲", 0, 0, rowspan=2),
        Cell("乙", 0, 1, colspan=2),
        Cell("0", 1, 1),
        Cell("", 1, 2),
        Cell("丙\n丁", 2, 0, colspan=2),
        Cell("1", 2, 2),
    ),
    rows=3,
    columns=3,
)
DOCUMENT = Document((Paragraph("前"), MERGED, Paragraph("后", 2)), format="text")


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ("cells", "前\n\t甲\n\t乙\n\n\t\n\t0\n\t\n\n\t丙\n丁\n\t1\n\n\n后\n"),
        ("lines", "前\n\n甲\n\n乙\n\n0\n\n丙\n丁\n\n1\n\n后\n\n"),
        ("tabs", "前\n甲\t乙\t\n\t0\t\n丙 丁\t\t1\n\n\n后\n"),
        ("pipes", "前\n| 甲 | 乙 |  |\n|  | 0 |  |\n| 丙 丁 |  | 1 |\n\n后\n"),
    ],
)
def test_each_shape_writes_merged_cells_in_its_way(shape: Shape, expected: str) -> None:
    assert write(DOCUMENT, shape=shape).decode() == expected


def test_the_writer_writes_cells() -> None:
    assert WRITER.write(DOCUMENT) == write(DOCUMENT, shape="cells")


def test_a_wide_cell_that_goes_on_below_is_one_empty_cell() -> None:
    grid = Grid(
        (Cell("甲", 0, 0, rowspan=2, colspan=2), Cell("乙", 0, 2), Cell("0", 1, 2)), rows=2, columns=3
    )
    assert write(Document((grid,), format="text")).decode() == "\t甲\n\t乙\n\n\t\n\t0\n\n\n"


def test_a_hole_is_no_cell_but_keeps_its_place_between_tabs() -> None:
    document = Document((Grid((Cell("甲", 0, 0), Cell("0", 0, 2)), rows=1, columns=3),), format="text")
    assert write(document).decode() == "\t甲\n\t0\n\n\n"
    assert write(document, shape="tabs").decode() == "甲\t\t0\n\n\n"


@pytest.mark.parametrize("shape", ["tabs", "pipes"])
def test_rows_one_a_line_come_back_position_by_position(shape: Shape) -> None:
    grid = read(write(DOCUMENT, shape=shape), DEFAULT_LIMITS).grids[0]
    assert grid.ragged is False
    assert [[cell.text for cell in grid.row(row)] for row in range(grid.rows)] == [
        ["甲", "乙", ""],
        ["", "0", ""],
        ["丙 丁", "", "1"],
    ]


def test_a_text_can_be_written_in_gbk() -> None:
    assert write(Document((Paragraph("年报"),), format="text"), encoding="gbk") == "年报\n".encode("gbk")


def test_a_text_that_the_encoding_does_not_hold_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        write(Document((Paragraph("镕㐀"),), format="text"), encoding="gb2312")


def test_an_unknown_shape_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="shape is 'csv', expected one of cells, lines, tabs, pipes"):
        write(DOCUMENT, shape=cast(Shape, "csv"))


def test_tabs_and_blank_lines_in_a_cell_break_no_row() -> None:
    grid = Grid((Cell("甲\t乙\r\n\n \n丙", 0, 0), Cell("0", 0, 1)), rows=1, columns=2)
    assert write(Document((grid,), format="text")).decode() == "\t甲 乙\n丙\n\t0\n\n\n"


LINES = st.text("甲乙丙0|｜-│:/\u3000 一，", min_size=1, max_size=6).map(str.strip).filter(bool)
CELLS = st.lists(LINES, max_size=2).map("\n".join)


@st.composite
def ragged(draw: st.DrawFn) -> Grid:
    rows = draw(st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=4))
    rows[0].append(draw(CELLS))
    cells = tuple(Cell(text, r, c) for r, row in enumerate(rows) for c, text in enumerate(row))
    return Grid(cells, len(rows), max(map(len, rows)), ragged=True)


def plain(document: Document) -> list[str | list[list[str]]]:
    return [
        block.text
        if isinstance(block, Paragraph)
        else [[cell.text for cell in block.row(row)] for row in range(block.rows)]
        for block in document.blocks
    ]


@given(st.lists(LINES.map(Paragraph) | ragged(), max_size=6))
@example([Paragraph("甲|乙"), Paragraph("---"), Paragraph("丙|丁")])
@example([Grid((Cell("", 0, 0), Cell("", 0, 1)), 1, 2, ragged=True)] * 2)
def test_what_is_written_as_cells_is_read_back(blocks: list[Block]) -> None:
    document = Document((*blocks, Paragraph("尾")), format="text")
    assert plain(read(write(document), DEFAULT_LIMITS)) == plain(document)
