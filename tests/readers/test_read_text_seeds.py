"""Five published reports, read where they stand beside the repository."""

from __future__ import annotations

import pytest

from govdisclose.document import DEFAULT_LIMITS, Document, Grid
from govdisclose.readers.text import read, sniff
from seed_samples import needs_seeds, seed_path

pytestmark = needs_seeds


def seed(number: str) -> Document:
    return read(seed_path(number).read_bytes(), DEFAULT_LIMITS)


def row(grid: Grid, number: int) -> list[str]:
    return [cell.text for cell in grid.row(number)]


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_each_is_text_in_utf8(number: str) -> None:
    assert sniff(seed_path(number).read_bytes()) is True
    assert (seed(number).encoding, seed(number).findings) == ("utf-8", ())


@pytest.mark.parametrize("number", ["000", "002", "003", "004"])
def test_four_of_them_have_three_tables_of_18_26_and_4_rows(number: str) -> None:
    assert [(grid.rows, grid.columns, grid.ragged) for grid in seed(number).grids] == [
        (18, 4, True),
        (26, 10, True),
        (4, 15, True),
    ]


def test_one_of_them_is_lines_alone() -> None:
    document = seed("001")
    assert (len(document.grids), len(document.paragraphs)) == (0, 311)


def test_a_label_broken_in_its_cell_keeps_its_break() -> None:
    assert row(seed("000").grids[0], 1) == [
        "信息内容",
        "本年新\n制作数量",
        "本年新\n公开数量",
        "对外公开总数量",
    ]


def test_numbers_among_wide_spaces_are_the_numbers() -> None:
    assert row(seed("000").grids[0], 2) == ["规章", "0", "0", "31"]


def test_empty_cells_are_cells() -> None:
    assert row(seed("002").grids[1], 3) == [
        "一、本年新收政府信息公开申请数量",
        "47",
        "1",
        "",
        "",
        "",
        "",
        "48",
    ]


def test_a_cell_knows_its_line() -> None:
    cell = seed("000").grids[0].cells[0]
    assert (cell.text, cell.line) == ("第二十条第（一）项", 10)


def test_a_first_line_led_by_a_tab_is_no_table() -> None:
    assert seed("000").paragraphs[0].line == 1
    assert seed("000").paragraphs[1].line == 2


def test_the_heading_before_and_the_heading_after_a_table_are_paragraphs() -> None:
    texts = [item.text for item in seed("004").paragraphs]
    assert [text for text in texts if text.startswith(("三、", "四、"))] == [
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
    ]
