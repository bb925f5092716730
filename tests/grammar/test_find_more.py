"""How far a page may part a table."""

from __future__ import annotations

import pytest

from form_samples import SMALL, filled, grid, only, replace_grids, shown
from govdisclose import Document, parse_document
from govdisclose.document import Paragraph
from govdisclose.grammar.find import find, label_index
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.match import match
from govdisclose.layouts import CN_2019

UPHELD = {":reconsideration/upheld": "3", ":reconsideration/total": "3"}


@pytest.mark.parametrize(("count", "value"), [(0, 3), (2, 3), (3, 3), (4, None)])
def test_numbers_alone_go_on_with_a_table_over_at_most_three_paragraphs(
    count: int, value: int | None
) -> None:
    document = filled(reviews=UPHELD)
    whole = document.grids[2]
    head, body = only(whole, range(whole.rows - 1)), only(whole, [whole.rows - 1], number=4)
    between = [Paragraph(f"— {number} —") for number in range(1, count + 1)]
    result = parse_document(replace_grids(document, 3, [head, *between, body]))
    assert result.entry("reviews", "", "reconsideration/upheld").value == value


@pytest.mark.parametrize("heading", ["一、总体情况", "一、總體情況", "（一）总体情况", "总 体 情 况"])
def test_a_section_heading_is_known_in_either_characters(heading: str) -> None:
    assert label_index(CN_2019).is_section(heading)
    assert not label_index(CN_2019).is_section(heading + "如下")


def test_the_title_of_a_band_that_is_a_paragraph_is_one_cell_at_the_head_of_its_grid() -> None:
    document = filled()
    whole = document.grids[0]
    title, rest = whole.row(0)[0].text, only(whole, range(1, whole.rows))
    found = find(replace_grids(document, 1, [Paragraph(title), rest]), CN_2019)
    ((head, body),) = found.copies["disclosure"]
    assert [(cell.text, cell.row, cell.column) for cell in head.grid.cells] == [(title, 0, 0)]
    assert tuple(head.rows) == (0,)
    assert tuple(body.rows) == tuple(range(whole.rows - 1))
    assert title not in [line.text for line in found.lines]


def test_the_end_of_a_label_alone_in_a_grid_goes_on_with_its_table() -> None:
    head = grid(
        ["项目", "甲", "乙组", "<", "总计"],
        ["^", "^", "乙一", "乙二", "^"],
        ["一、新收", "1", "2", "3", "6"],
        ["三、结", "10", "20", "30", "60"],
    )
    layout = Layout("small", "小表", "无", (SMALL,))
    for words, parts in (("转", 2), ("转" * 200, 1)):
        (runs,) = find(Document((head, grid([words], number=2)), "drawn"), layout).copies["small"]
        assert len(runs) == parts
        assert shown(match(SMALL, runs).entries)["left:a"] == (10 if parts == 2 else "missing")
