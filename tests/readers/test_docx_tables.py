"""Tables of Word: cells, merges, layout and columns that nobody sees."""

from __future__ import annotations

import pytest
from docx_samples import cells, p, read, tbl, tc, texts, tr


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


START, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


# --- tables


def test_spans_of_columns_and_rows_are_read() -> None:
    body = tbl(
        tr(tc("申请人情况", START, span(2)), tc("总计")),
        tr(tc("", GO_ON, span(2)), tc("1")),
        tr(tc("a"), tc("b"), tc("c")),
    )
    (grid,) = read(body).grids
    assert (grid.rows, grid.columns) == (3, 3)
    assert cells(grid) == [
        ("申请人情况", 0, 0, 2, 2),
        ("总计", 0, 2, 1, 1),
        ("1", 1, 2, 1, 1),
        ("a", 2, 0, 1, 1),
        ("b", 2, 1, 1, 1),
        ("c", 2, 2, 1, 1),
    ]


def test_a_cell_holds_its_paragraphs_as_lines() -> None:
    (grid,) = read(tbl(tr(f"<w:tc>{p('商业')}{p('企')}<w:p/></w:tc>", "<w:tc/>"))).grids
    assert cells(grid) == [("商业\n企\n", 0, 0, 1, 1), ("", 0, 1, 1, 1)]


def test_a_tab_in_a_cell_is_a_space() -> None:
    (grid,) = read(tbl(tr("<w:tc><w:p><w:r><w:t>1</w:t><w:tab/></w:r></w:p></w:tc>", tc("2")))).grids
    assert cells(grid) == [("1 ", 0, 0, 1, 1), ("2", 0, 1, 1, 1)]


def test_rows_may_begin_late_and_end_early() -> None:
    body = tbl(tr(tc("a"), tc("b"), tc("c")), tr(tc("d"), properties='<w:gridBefore w:val="1"/>'))
    (grid,) = read(body).grids
    assert cells(grid)[3:] == [("d", 1, 1, 1, 1)]
    assert grid.at(1, 0) is None
    assert grid.at(1, 2) is None


def test_the_old_horizontal_merge_is_a_span() -> None:
    body = tbl(
        tr(tc("a", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("b")),
        tr(tc("1"), tc("2"), tc("3")),
    )
    (grid,) = read(body).grids
    assert cells(grid)[:2] == [("a", 0, 0, 1, 2), ("b", 0, 2, 1, 1)]


def test_deleted_and_hidden_rows_are_left_out() -> None:
    body = tbl(
        tr(tc("a"), tc("1")),
        tr(tc("b"), tc("2"), properties="<w:del/>"),
        tr(tc("c"), tc("3"), properties="<w:hidden/>"),
        tr(tc("d"), tc("4"), properties="<w:ins/>"),
    )
    assert texts(read(body)) == ["a|1|d|4"]


def test_text_that_a_merge_hides_is_not_read() -> None:
    body = tbl(tr(tc("三、", START), tc("1")), tr(tc("三、", GO_ON), tc("2")))
    assert cells(read(body).grids[0]) == [("三、", 0, 0, 2, 1), ("1", 0, 1, 1, 1), ("2", 1, 1, 1, 1)]


def test_a_merge_that_goes_on_under_other_edges_is_a_start_with_a_finding() -> None:
    body = tbl(
        tr(tc("a", START, span(2)), tc("b")),
        tr(tc("c", GO_ON), tc("d"), tc("e")),
        tr(tc("f", GO_ON), tc("g"), tc("h")),
    )
    document = read(body)
    assert cells(document.grids[0])[2] == ("c", 1, 0, 2, 1)
    assert [str(item) for item in document.findings] == [
        "warning merge-without-start [table 1, row 2, column 1]: a vertically merged cell continues a cell "
        "that does not exist; it was taken as a start"
    ]


def test_former_properties_of_a_tracked_change_are_not_read() -> None:
    changed = "<w:tcPrChange><w:tcPr><w:gridSpan w:val='4'/></w:tcPr></w:tcPrChange>"
    assert cells(read(tbl(tr(tc("a", changed), tc("b")))).grids[0]) == [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1)]


# --- layout


def test_a_table_of_one_cell_is_dissolved() -> None:
    inner = tbl(tr(tc("规章"), tc("1")))
    body = tbl(tr(f"<w:tc>{p('标题')}{inner}{p('说明')}</w:tc>"))
    assert texts(read(body)) == ["标题", "规章|1", "说明"]


def test_a_table_that_holds_tables_is_dissolved_in_reading_order() -> None:
    inner = tbl(tr(tc("规章"), tc("1")))
    body = tbl(tr(tc("导航"), tc("搜索")), tr(f"<w:tc>{p('一、')}{inner}<w:p/></w:tc>", tc("页脚")))
    document = read(body)
    assert texts(document) == ["导航", "搜索", "一、", "规章|1", "页脚"]
    assert [grid.number for grid in document.grids] == [1]


def test_an_empty_table_inside_a_cell_does_not_make_layout_of_the_outer() -> None:
    body = tbl(tr(tc("规章"), f"<w:tc>{tbl()}{p('1')}</w:tc>"))
    assert texts(read(body)) == ["规章|1"]


def test_a_table_of_one_cell_inside_a_cell_is_the_text_of_that_cell() -> None:
    inner = tbl(tr(tc("12")))
    assert cells(read(tbl(tr(tc("规章"), f"<w:tc>{inner}<w:p/></w:tc>"))).grids[0]) == [
        ("规章", 0, 0, 1, 1),
        ("12", 0, 1, 1, 1),
    ]


# --- columns that nobody sees


def test_columns_that_no_cell_tells_apart_are_one() -> None:
    body = tbl(
        tr(tc("a", span(3)), tc("b")), tr(tc("1", span(3)), tc("2", span(2))), widths=(5, 900, 5, 900, 900)
    )
    document = read(body)
    assert cells(document.grids[0]) == [
        ("a", 0, 0, 1, 1),
        ("b", 0, 1, 1, 1),
        ("1", 1, 0, 1, 1),
        ("2", 1, 1, 1, 2),
    ]
    assert document.findings == ()


def test_edges_a_twip_apart_are_one_with_a_finding() -> None:
    body = tbl(
        tr(tc("行政机关"), tc("事业单位", span(2)), tc("合计")),
        tr(tc("1", span(2)), tc("2"), tc("3")),
        widths=(1490, 1, 1010, 890),
    )
    document = read(body)
    assert cells(document.grids[0]) == [
        ("行政机关", 0, 0, 1, 1),
        ("事业单位", 0, 1, 1, 1),
        ("合计", 0, 2, 1, 1),
        ("1", 1, 0, 1, 1),
        ("2", 1, 1, 1, 1),
        ("3", 1, 2, 1, 1),
    ]
    assert [str(item) for item in document.findings] == [
        "info edges-snapped [table 1]: 1 column edges stand no wider than a rounding error beside another "
        "and were taken for it"
    ]


def test_a_blank_ghost_column_vanishes() -> None:
    body = tbl(tr(tc("a"), tc(""), tc("b")), tr(tc("1"), tc(""), tc("2")), widths=(1490, 1, 1010))
    assert cells(read(body).grids[0]) == [
        ("a", 0, 0, 1, 1),
        ("b", 0, 1, 1, 1),
        ("1", 1, 0, 1, 1),
        ("2", 1, 1, 1, 1),
    ]


def test_a_narrow_cell_with_text_is_never_dropped() -> None:
    body = tbl(tr(tc("a"), tc("7"), tc("b")), tr(tc("1", span(2)), tc("2")), widths=(1490, 1, 1010))
    document = read(body)
    assert cells(document.grids[0]) == [
        ("a", 0, 0, 1, 1),
        ("7", 0, 1, 1, 1),
        ("b", 0, 2, 1, 1),
        ("1", 1, 0, 1, 2),
        ("2", 1, 2, 1, 1),
    ]
    assert document.findings == ()


@pytest.mark.parametrize("widths", [(), (1490, 1), (0, 0, 0, 0), (30, 20, 30, 30), (1490, -1, 1010, 890)])
def test_edges_stay_where_the_widths_do_not_tell(widths: tuple[int, ...]) -> None:
    body = tbl(tr(tc("a"), tc("b", span(2)), tc("c")), tr(tc("1", span(2)), tc("2"), tc("3")), widths=widths)
    assert read(body).grids[0].columns == 4
