"""Tables of OpenDocument texts: spans, covered cells, repeats, tables within tables."""

from __future__ import annotations

import pytest
from odt_markup import (
    COVERED,
    UNREAD,
    across,
    box_style,
    down,
    grid,
    p,
    places,
    read,
    rows,
    shown,
    tbl,
    tc,
    texts,
    tr,
)

from govdisclose.errors import LimitError
from govdisclose.limits import Limits


def test_merged_cells_have_their_columns_and_spans() -> None:
    found = grid(
        tbl(
            tr(tc("申请人", across(2)), COVERED, tc("总计", down(3))),
            tr(tc("项目", f"{down(2)} {across(2)}"), COVERED, COVERED),
            tr(COVERED, COVERED, COVERED),
            tr(tc("1"), tc("2"), tc("3")),
            columns=3,
        )
    )
    assert places(found) == [
        ("申请人", 0, 0, 1, 2),
        ("总计", 0, 2, 3, 1),
        ("项目", 1, 0, 2, 2),
        ("1", 3, 0, 1, 1),
        ("2", 3, 1, 1, 1),
        ("3", 3, 2, 1, 1),
    ]


def test_what_stands_in_a_covered_cell_is_not_seen() -> None:
    hidden = "<table:covered-table-cell><text:p>9</text:p></table:covered-table-cell>"
    assert places(grid(tbl(tr(tc("规章", across(2)), hidden), tr(tc("1"), tc("2"))))) == [
        ("规章", 0, 0, 1, 2),
        ("1", 1, 0, 1, 1),
        ("2", 1, 1, 1, 1),
    ]


def test_repeated_cells_and_rows_stand_as_often_as_they_are_repeated() -> None:
    found = grid(
        tbl(
            tr(tc("a", 'table:number-columns-repeated="3"')),
            tr(tc("1"), tc("2"), tc("3"), attributes='table:number-rows-repeated="2"'),
            tr(tc("z"), '<table:table-cell table:number-columns-repeated="2"/>'),
            columns=3,
        )
    )
    # What is repeated is shown once by some programs.
    again = ["1\n" + UNREAD, "2\n" + UNREAD, "3\n" + UNREAD]
    assert rows(found) == [["a", "a", "a"], ["1", "2", "3"], again, ["z", "", ""]]
    empty = tr(
        "<table:table-cell><text:p/></table:table-cell>", tc("1"), attributes='table:number-rows-repeated="2"'
    )
    assert rows(grid(tbl(empty))) == [["", "1"], ["", "1\n" + UNREAD]]


def test_covered_cells_may_be_repeated() -> None:
    covered = '<table:covered-table-cell table:number-columns-repeated="2"/>'
    found = grid(tbl(tr(tc("a", across(3)), covered), tr(tc("1"), tc("2"), tc("3")), columns=3))
    assert places(found)[0] == ("a", 0, 0, 1, 3)


def test_rows_and_columns_may_stand_in_groups() -> None:
    body = (
        "<table:table><table:table-columns><table:table-column/></table:table-columns>"
        "<table:table-column-group><table:table-column/></table:table-column-group>"
        f"<table:table-header-rows>{tr(tc('项目'), tc('件数'))}</table:table-header-rows>"
        f"<table:table-row-group><table:table-rows>{tr(tc('规章'), tc('1'))}</table:table-rows>"
        f"<text:soft-page-break/>{tr(tc('总计'), tc('2'))}</table:table-row-group></table:table>"
    )
    assert texts(read(body)) == ["项目|件数", "规章|1", "总计|2"]


def test_a_row_that_ends_early_ends_early() -> None:
    assert rows(grid(tbl(tr(tc("1"), tc("2"), tc("3")), tr(tc("4")), columns=3))) == [["1", "2", "3"], ["4"]]


def test_a_cell_over_more_rows_than_there_are_ends_with_the_table() -> None:
    found = grid(tbl(tr(tc("a", down(9)), tc("1")), tr(COVERED, tc("2"))))
    assert places(found)[0] == ("a", 0, 0, 2, 1)


def test_where_the_file_leaves_out_covered_cells_the_others_have_to_fill_the_row() -> None:
    found = grid(tbl(tr(tc("a", down(2)), tc("1"), tc("2")), tr(tc("3"), tc("4")), columns=3))
    assert places(found)[3:] == [("3", 1, 1, 1, 1), ("4", 1, 2, 1, 1)]
    wide = grid(tbl(tr(tc("a", across(2)), tc("1")), tr(tc("2"), tc("3"), tc("4")), columns=3))
    assert places(wide)[:2] == [("a", 0, 0, 1, 2), ("1", 0, 2, 1, 1)]


def test_where_they_do_not_nobody_can_tell_what_stands_where() -> None:
    short = grid(tbl(tr(tc("a", down(2)), tc("1"), tc("2")), tr(tc("3")), columns=3))
    assert rows(short) == [["a", "1", "2"], ["3\n" + UNREAD]]
    mixed = grid(tbl(tr(tc("a", across(2)), tc("1"), COVERED), tr(tc("2"), tc("3"), tc("4")), columns=3))
    assert rows(mixed)[0][1] == "1\n" + UNREAD


def test_a_covered_cell_that_nothing_covers_leaves_the_rest_of_its_row_in_doubt() -> None:
    found = grid(tbl(tr(tc("1"), tc("2"), tc("3")), tr(tc("4"), COVERED, tc("5")), columns=3))
    assert rows(found) == [["1", "2", "3"], ["4", "", "5\n" + UNREAD]]


def test_a_cell_over_one_that_stands_in_its_way_is_in_doubt() -> None:
    found = grid(tbl(tr(tc("1"), tc("a", down(2))), tr(tc("2", across(2)), COVERED), tr(tc("3"), tc("4"))))
    assert rows(found) == [["1", "a"], ["2\n" + UNREAD], ["3", "4"]]


def test_cells_beyond_the_columns_of_the_table_are_in_doubt() -> None:
    assert rows(grid(tbl(tr(tc("1"), tc("2"), tc("3")), tr(tc("4"), tc("5")))))[0] == [
        "1",
        "2",
        "3\n" + UNREAD,
    ]


@pytest.mark.parametrize("visibility", ["collapse", "filter"])
def test_rows_and_columns_that_some_programs_hide_cannot_be_told(visibility: str) -> None:
    hidden = f'table:visibility="{visibility}"'
    found = grid(tbl(tr(tc("1"), tc("2")), tr(tc("3"), tc("4"), attributes=hidden)))
    assert rows(found) == [["1", "2"], [UNREAD, UNREAD]]
    columns = f"<table:table-column/><table:table-column {hidden}/>"
    body = f"<table:table>{columns}{tr(tc('1'), tc('2'))}{tr(tc('3'), tc('4'))}</table:table>"
    assert rows(grid(body)) == [["1", UNREAD], ["3", UNREAD]]


def test_what_is_not_known_in_the_place_of_a_cell_is_not_passed_over() -> None:
    found = grid(tbl(tr(tc("1"), "<x:cell><text:p>9</text:p></x:cell>"), tr(tc("3"), tc("4"))))
    assert rows(found) == [["1", UNREAD], ["3", "4"]]


def test_a_table_of_one_cell_and_one_that_holds_tables_are_layout() -> None:
    inner = tbl(tr(tc("规章"), tc("1")))
    assert texts(read(tbl(tr(tc("示例市")), columns=1))) == ["示例市"]
    assert texts(read(tbl(tr(tc(p("一") + inner + p("二"))), columns=1))) == ["一", "规章|1", "二"]
    assert texts(read(tbl(tr(tc(inner), tc("三"))))) == ["规章|1", "三"]


def test_a_cell_that_was_divided_is_not_read_and_the_others_keep_their_places() -> None:
    inner = (
        '<table:table table:is-sub-table="true"><table:table-column/>'
        + tr(tc("1"))
        + tr(tc("2"))
        + "</table:table>"
    )
    found = grid(tbl(tr(tc("规章"), tc(inner)), tr(tc("总计"), tc("3"))))
    assert rows(found) == [["规章", UNREAD + "\n" + UNREAD], ["总计", "3"]]


def test_paragraphs_of_a_cell_are_lines() -> None:
    found = grid(
        tbl(
            tr(
                tc(p("行政") + p("许可")),
                tc("<text:list><text:list-item><text:p>1</text:p></text:list-item></text:list>"),
            )
        )
    )
    assert rows(found) == [["行政\n许可", "1"]]


# --- styles of cells by row and column

DARK = box_style("d", "table-cell", 'fo:background-color="#000000"')


def white(text: str) -> str:
    return f'<text:p><text:span text:style-name="w">{text}</text:span></text:p>'


STYLES = (
    DARK
    + '<style:style style:name="w" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>'
)


def test_a_cell_without_a_style_has_that_of_its_row_or_column() -> None:
    default = 'table:default-cell-style-name="d"'
    body = (
        f"<table:table><table:table-column/><table:table-column {default}/>"
        f"{tr(tc(white('1')), tc(white('2')))}"
        f"{tr(tc(white('3')), tc(white('4')), attributes=default)}</table:table>"
    )
    assert rows(grid(body, STYLES)) == [["", "2"], ["3", "4"]]


def test_what_is_painted_behind_a_row_or_a_table_lies_behind_its_cells() -> None:
    style = STYLES + box_style("r", "table-row", 'fo:background-color="#000000"')
    body = tbl(
        tr(tc(white("1")), tc(white("2")), attributes='table:style-name="r"'), tr(tc("3"), tc(white("4")))
    )
    assert rows(grid(body, style)) == [["1", "2"], ["3", ""]]
    style = STYLES + box_style("t", "table", 'fo:background-color="#000000"')
    body = tbl(tr(tc(white("1")), tc(white("2"))), attributes='table:style-name="t"')
    assert rows(grid(body, style)) == [["1", "2"]]


def test_a_row_that_is_lower_than_its_text_cannot_be_told() -> None:
    style = box_style("r", "table-row", 'style:row-height="1pt"')
    body = tbl(tr(tc("1"), tc("2"), attributes='table:style-name="r"'), tr(tc("3"), tc("4")))
    assert rows(grid(body, style)) == [[UNREAD, UNREAD], ["3", "4"]]


# --- values

VALUED = '<style:style style:name="v" style:family="table-cell" style:data-style-name="N2"/>'


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("12", "12", "12"),
        ("1,200", "1200", "1,200"),
        ("12.3", "12.345", "12.3"),
        ("12", "99", "12\n" + UNREAD),
        ("", "99", "\n" + UNREAD),
        ("12件", "99", "12件\n" + UNREAD),
        ("12件", "12", "12件"),
        ("12.5%", "0.125", "12.5%"),
        ("总计", "99", "总计\n" + UNREAD),
    ],
)
def test_a_cell_whose_format_shows_another_number_than_its_text_is_in_doubt(
    text: str, value: str, expected: str
) -> None:
    cell = f'office:value-type="float" office:value="{value}"'
    assert shown(text, VALUED, cell=f'{cell} table:style-name="v"')[0] == expected
    assert shown(text, VALUED, cell=cell)[0] == text


# --- sections


def test_a_hidden_section_is_not_there() -> None:
    section = '<text:section text:display="none">{}</text:section>'
    assert texts(read(section.format(p("旧") + tbl(tr(tc("a"), tc("1")))) + p("示例市"))) == ["示例市"]
    assert shown(section.format(p("9")) + p("12")) == ("\n12", ["text-unseen"])


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('text:display="true"', "12"),
        ('text:display="condition" text:condition="x" text:is-hidden="false"', "12"),
        ('text:display="condition" text:condition="x" text:is-hidden="true"', ""),
        ('text:display="condition" text:condition="x"', UNREAD),
        ('text:display="condition" text:condition="ooow:true" text:is-hidden="false"', UNREAD),
    ],
)
def test_a_section_with_a_condition_is_what_the_file_keeps_of_it(attributes: str, expected: str) -> None:
    assert shown(f"<text:section {attributes}><text:p>12</text:p></text:section>")[0] == expected


def test_an_index_is_text() -> None:
    body = (
        "<text:table-of-content><text:table-of-content-source>9</text:table-of-content-source><text:index-body>"
        f"<text:index-title>{p('目录')}</text:index-title>{p('一、总体情况')}</text:index-body>"
        "</text:table-of-content>"
    )
    assert texts(read(body)) == ["目录", "一、总体情况"]


# --- limits


def test_a_table_may_have_256_columns() -> None:
    wide = tbl(tr(*[tc("1")] * 256), tr(*[tc("2")] * 256), columns=256)
    assert grid(wide).columns == 256
    with pytest.raises(LimitError, match="limit columns is 256, found 257"):
        read(tbl(tr(*[tc("1")] * 257), columns=257))


@pytest.mark.parametrize(
    ("row", "limit", "found"),
    [
        (tr(tc("1", 'table:number-columns-repeated="1000000000"')), "columns", "1000000000"),
        (tr(tc("1", across(1_000_000_000))), "columns", "1000000000"),
        (tr(tc("1"), tc("2"), attributes='table:number-rows-repeated="1000000000"'), "rows", "1000000000"),
        (
            tr(tc("1"), tc("2"), attributes='table:number-rows-repeated="99999999999999999999"'),
            "rows",
            "1000000000",
        ),
    ],
)
def test_what_is_repeated_too_often_is_refused_before_room_is_made(row: str, limit: str, found: str) -> None:
    with pytest.raises(LimitError, match=f"limit {limit} is [0-9]+, found {found}"):
        read(tbl(row))


def test_empty_cells_that_fill_up_a_row_are_no_columns() -> None:
    tail = '<table:table-cell table:number-columns-repeated="16000"/>'
    assert rows(grid(tbl(tr(tc("1"), tc("2"), tail), tr(tc("3"), tail)))) == [["1", "2"], ["3", ""]]


def test_all_rows_of_all_tables_count() -> None:
    row = tr(tc("1"), tc("2"), attributes='table:number-rows-repeated="20"')
    with pytest.raises(LimitError, match="limit cells is 60, found 80"):
        read(tbl(row) + tbl(row), limits=Limits(cells=60))
