from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govdisclose.document import DEFAULT_LIMITS, Document, Grid, Limits, Paragraph
from govdisclose.errors import EmptyDocumentError, GovdiscloseError, LimitError, UnknownFormatError
from govdisclose.readers.text import READER, read, sniff


def parsed(text: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    return read(text.encode(), limits)


def rows(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in grid.row(row)] for row in range(grid.rows)]


def shown(text: str) -> list[str | list[list[str]]]:
    """The blocks: a paragraph as its text, a grid as its rows."""
    return [block.text if isinstance(block, Paragraph) else rows(block) for block in parsed(text).blocks]


class TestLines:
    def test_every_line_is_a_paragraph_with_its_number(self) -> None:
        document = parsed("甲\n\n  乙 丙\u3000\n")
        assert document.blocks == (Paragraph("甲", 1, line=1), Paragraph("乙 丙", 2, line=3))

    def test_cells_one_a_line_without_tabs_stay_lines(self) -> None:
        assert shown("甲\n\n0\n\n乙\n丙\n\n1\n") == ["甲", "0", "乙", "丙", "1"]

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
    def test_every_line_ending_ends_a_line(self, end: str) -> None:
        assert shown(f"甲{end}乙") == ["甲", "乙"]

    def test_a_page_break_is_no_part_of_a_line(self) -> None:
        assert shown("甲\n\f乙\n") == ["甲", "乙"]

    def test_white_space_within_a_line_is_kept(self) -> None:
        assert shown("甲\u00a0\u3000 乙") == ["甲\u00a0\u3000 乙"]

    def test_a_line_of_invisible_characters_is_no_paragraph(self) -> None:
        assert shown("甲\n\u200b\n乙") == ["甲", "乙"]


class TestCellsLedByTabs:
    TABLE = "\t甲\n\t乙\n\n\t丙\n\t\n\t0\n\n\n"

    def test_a_blank_line_ends_a_row_and_two_end_the_table(self) -> None:
        assert shown(f"前\n{self.TABLE}{self.TABLE}后") == [
            "前",
            [["甲", "乙"], ["丙", "", "0"]],
            [["甲", "乙"], ["丙", "", "0"]],
            "后",
        ]

    def test_the_grid_is_ragged_and_its_cells_know_their_lines(self) -> None:
        grid = parsed(f"前\n{self.TABLE}").grids[0]
        assert (grid.ragged, grid.rows, grid.columns, grid.number) == (True, 2, 3, 1)
        assert [(cell.row, cell.column, cell.line) for cell in grid.cells] == [
            (0, 0, 2),
            (0, 1, 3),
            (1, 0, 5),
            (1, 1, 6),
            (1, 2, 7),
        ]

    def test_a_line_without_a_tab_continues_the_cell(self) -> None:
        assert shown("\t甲\n乙\n\t丙\n") == [[["甲\n乙", "丙"]]]

    def test_a_line_after_a_blank_line_is_a_paragraph(self) -> None:
        assert shown("\t甲\n\t乙\n\n丙\n") == [[["甲", "乙"]], "丙"]

    def test_a_cell_of_white_space_is_empty_and_outer_white_space_goes(self) -> None:
        assert shown("\t\u3000\u3000 0\n\t\u00a0\n\t1 \n") == [[["0", "", "1"]]]

    def test_one_tab_before_a_line_makes_no_table(self) -> None:
        assert shown("\t机关\n标题\n\n正文\n") == ["机关", "标题", "正文"]

    def test_paragraphs_indented_with_tabs_make_no_table(self) -> None:
        assert shown("\t一\n\n\t二\n\n\t三\n") == ["一", "二", "三"]

    def test_long_prose_indented_with_tabs_makes_no_table(self) -> None:
        prose = "长" * 150
        assert shown(f"\t一\n\t{prose}\n\t二\n") == ["一", prose, "二"]

    def test_a_table_whose_blank_lines_are_lost_is_read_as_lines(self) -> None:
        assert shown("\t0\n" * 60) == ["0"] * 60

    def test_a_page_break_within_a_row_ends_nothing(self) -> None:
        assert shown("\t甲\n\f\n\t乙\n\n\f\t丙\n\t丁\n") == [[["甲", "乙"], ["丙", "丁"]]]

    def test_a_stray_tab_in_a_cell_does_not_change_the_table(self) -> None:
        assert shown("\t甲\n\t0\t1\n\t丙\n\n\t丁\n\t2\n") == [[["甲", "0\t1", "丙"], ["丁", "2"]]]

    def test_a_title_with_a_tab_does_not_change_the_table_after_it(self) -> None:
        assert shown("机关\t标题\n\t甲\n\t乙\n\n\t丙\n\t0\n") == ["机关\t标题", [["甲", "乙"], ["丙", "0"]]]


class TestRowsOneALine:
    def test_rows_of_equal_length_are_columns(self) -> None:
        document = parsed("前\n甲\t乙\t丙\n丁\t\t0\n后\n")
        assert shown("前\n甲\t乙\t丙\n丁\t\t0\n后\n") == ["前", [["甲", "乙", "丙"], ["丁", "", "0"]], "后"]
        assert document.grids[0].ragged is False
        assert [cell.line for cell in document.grids[0].cells] == [2, 2, 2, 3, 3, 3]

    def test_rows_of_unequal_length_are_ragged(self) -> None:
        assert parsed("甲\t乙\t丙\n丁\t0\n").grids[0].ragged is True

    def test_a_leading_tab_is_an_empty_first_cell(self) -> None:
        assert shown("\t甲\t乙\n丙\t0\t1\n") == [[["", "甲", "乙"], ["丙", "0", "1"]]]

    def test_a_blank_line_between_rows_ends_nothing(self) -> None:
        assert shown("甲\t0\n\n乙\t1\n\n\n丙\t2\t3\n") == [[["甲", "0"], ["乙", "1"]], [["丙", "2", "3"]]]

    def test_a_lone_line_with_one_tab_is_a_paragraph(self) -> None:
        assert shown("日期\t机关\n") == ["日期\t机关"]


class TestPipes:
    def test_outer_pipes_bound_no_cells_and_rules_are_no_rows(self) -> None:
        text = "前\n| 甲 | 乙 |\n|----|:--:|\n| 丙 |  |\n后\n"
        assert shown(text) == ["前", [["甲", "乙"], ["丙", ""]], "后"]
        assert parsed(text).grids[0].ragged is False

    def test_pipes_may_stand_only_between_cells(self) -> None:
        assert shown("甲|乙|丙\n丁|0|1\n") == [[["甲", "乙", "丙"], ["丁", "0", "1"]]]

    def test_a_pipe_that_only_some_rows_begin_with_bounds_an_empty_cell(self) -> None:
        assert shown("甲|乙|丙\n|0|1\n") == [[["甲", "乙", "丙"], ["", "0", "1"]]]

    def test_tabs_beside_pipes_are_spacing(self) -> None:
        assert shown("| 甲\t| 乙 |\n| 丙\t| 0 |\n") == [[["甲", "乙"], ["丙", "0"]]]

    def test_a_cell_led_by_a_tab_is_no_row_between_pipes(self) -> None:
        assert shown("首页|年报\n\t甲|乙\n\t0\n") == ["首页|年报", [["甲|乙", "0"]]]

    def test_boxes_are_pipes(self) -> None:
        assert shown("┌──┬──┐\n│甲│乙│\n├──┼──┤\n│丙│0│\n└──┴──┘\n") == [[["甲", "乙"], ["丙", "0"]]]

    def test_wide_pipes_are_pipes(self) -> None:
        assert shown("甲｜乙\n丙｜0\n") == [[["甲", "乙"], ["丙", "0"]]]

    def test_a_row_of_dashes_in_its_cells_is_a_row(self) -> None:
        assert shown("| 甲 | 乙 |\n| - | - |\n| — | / |\n") == [[["甲", "乙"], ["-", "-"], ["—", "/"]]]

    def test_an_escaped_pipe_is_text(self) -> None:
        assert shown("| 甲\\|乙 | 丙 |\n| 丁 | 0 |\n") == [[["甲|乙", "丙"], ["丁", "0"]]]

    def test_rows_of_unequal_length_are_ragged(self) -> None:
        assert parsed("|甲|乙|\n|丙|0|1|\n").grids[0].ragged is True

    def test_one_line_with_pipes_is_a_paragraph(self) -> None:
        assert shown("首页 | 公开 | 年报\n正文\n") == ["首页 | 公开 | 年报", "正文"]

    def test_a_rule_alone_is_a_paragraph(self) -> None:
        assert shown("甲\n-----\n乙\n") == ["甲", "-----", "乙"]


class TestSniff:
    def test_text_in_gbk_is_text(self) -> None:
        assert READER.claims("一、总体情况\n".encode("gbk")) is True

    def test_a_head_cut_within_a_character_is_text(self) -> None:
        assert sniff("年度报告".encode()[:-1]) is True

    @pytest.mark.parametrize(
        "tag",
        [
            'var s = "<div class=foot>";',
            "其中<table>一栏未填。",
            "</script>",
            "<br>",
            "见<head>与<body>之间。",
            "<样例>",
        ],
    )
    def test_a_tag_within_a_text_leaves_it_a_text(self, tag: str) -> None:
        assert sniff(f"示例市财政局2022年政府信息公开工作年度报告\n{tag}\n一、总体情况\n".encode()) is True

    @pytest.mark.parametrize(
        "rest",
        [
            "\n<!DOCTYPE html><title>a</title>",
            "\n  <html><body>",
            "</td><td>5</td></tr>",
            "<tr class=a>\n<td>规章",
            "<p>甲</p><p>乙</p><p>丙</p><p>丁</p>",
        ],
    )
    def test_the_rest_of_a_page_is_no_text(self, rest: str) -> None:
        assert sniff(f"规章{rest}".encode()) is False

    @pytest.mark.parametrize(
        "head",
        [
            b"",
            b" \n",
            b"PK\x03\x04rest",
            b"%PDF-1.7",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"{\\rtf1",
            b"<!DOCTYPE html><p>a</p>",
            "\ufeff\n <HTML>".encode(),
            b"<?xml version='1.0'?>",
            "前言<table><tr><td>甲".encode(),
            b"\x89PNG\r\n\x1a\n\x00\x00",
            bytes(range(1, 256)),
        ],
    )
    def test_other_formats_are_not_text(self, head: bytes) -> None:
        assert sniff(head) is False


class TestRefusals:
    @pytest.mark.parametrize("source", [b"", b" \n\t\n\f", "\u3000\u200b".encode(), b"\xef\xbb\xbf"])
    def test_nothing_to_read_is_an_empty_document(self, source: bytes) -> None:
        with pytest.raises(EmptyDocumentError):
            read(source, DEFAULT_LIMITS)

    def test_nul_bytes_are_no_text(self) -> None:
        with pytest.raises(UnknownFormatError):
            read(b"\0\x01\x02\0\0\0a", DEFAULT_LIMITS)

    @pytest.mark.parametrize(
        ("text", "limits", "limit"),
        [
            ("abcde", Limits(bytes=4), "bytes"),
            ("abcde", Limits(characters=4), "characters"),
            ("a\nb\nc\n", Limits(blocks=2), "blocks"),
            ("\ta\n\tb\n\n" * 3, Limits(rows=2), "rows"),
            ("a\tb\n" * 3, Limits(rows=2), "rows"),
            ("\ta\n\tb\n\tc\n", Limits(columns=2), "columns"),
            ("a\tb\tc\n", Limits(columns=2), "columns"),
            ("|a|b|c|\n" * 2, Limits(columns=2), "columns"),
            ("\ta\n\tb\n\n" * 3, Limits(cells=5), "cells"),
            ("|a|b|c|\n" * 2, Limits(cells=5), "cells"),
            ("\ta\n\tb\n\n\n" * 3, Limits(cells=5), "cells"),
            ("\ta\n\tb\n\n\ta\n\n\ta\n", Limits(cells=5), "cells"),
        ],
    )
    def test_each_limit_is_named(self, text: str, limits: Limits, limit: str) -> None:
        with pytest.raises(LimitError) as caught:
            parsed(text, limits)
        assert caught.value.limit == limit

    @pytest.mark.parametrize(
        "piece",
        [
            "\ta\nb\n",
            "\t\n",
            "\n",
            "a|b\n",
            "---\n",
            "a\tb\nc\n\td\n",
            "a|b\nc\n",
            "\ta\nb\n\n",
            "\t",
            "|",
            " ",
            "-",
        ],
    )
    def test_the_worst_repetitions_end_in_time(self, piece: str) -> None:
        source = (piece * (2_000_000 // len(piece))).encode()
        began = time.process_time()  # of this process alone: a busy machine does not decide
        with suppress(LimitError, EmptyDocumentError):
            read(source, DEFAULT_LIMITS)
        assert time.process_time() - began < 10

    @given(st.binary(max_size=300) | st.text("\t\n |｜-─:a年\f\r\u3000", max_size=80).map(str.encode))
    @example(b"\t\n-|")
    def test_any_bytes_give_a_document_or_a_typed_error(self, source: bytes) -> None:
        assert sniff(source) in (True, False)
        try:
            document = read(source, DEFAULT_LIMITS)
        except GovdiscloseError:
            return
        assert [block.number for block in document.grids] == list(range(1, len(document.grids) + 1))
        assert [block.number for block in document.paragraphs] == list(range(1, len(document.paragraphs) + 1))
        assert all(block.text.strip() for block in document.paragraphs)

    @given(st.text("\t\n |-a年0", max_size=60))
    def test_no_letter_is_lost_or_moved(self, text: str) -> None:
        try:
            document = parsed(text)
        except GovdiscloseError:
            assert not text.strip()
            return
        found = "".join(
            block.text if isinstance(block, Paragraph) else "".join(cell.text for cell in block.cells)
            for block in document.blocks
        )
        assert [char for char in found if char in "a年0"] == [char for char in text if char in "a年0"]


def test_the_findings_of_decoding_are_the_documents() -> None:
    document = read("年度\n".encode("gbk") + b"\xff\n", DEFAULT_LIMITS)
    assert document.encoding == "gb18030"
    assert [item.kind for item in document.findings] == ["characters-undecodable"]


@pytest.mark.parametrize(
    "source",
    [
        "规章\n0\n1\n\f许可\n5\n2\n\f结转\n3\n",
        "封面\n\f许可\n5\n2\n\f结转\n  3  \n\f",
    ],
)
def test_bare_numbers_that_count_the_pages_are_left_out(source: str) -> None:
    document = read(source.encode(), DEFAULT_LIMITS)
    assert [item.kind for item in document.findings] == ["running-lines-left-out"]
    assert [block.text for block in document.paragraphs][-1] == "结转"
    assert "5" in [block.text for block in document.paragraphs]


@pytest.mark.parametrize(
    "source",
    [
        "规章\n1\n\f许可\n3\n",  # they do not count the pages
        "规章\n1\n\f许可\n2\n\f其他需要报告的事项。\n",  # not every page has one
        "规章\n1\n\f许可\n",
        "规章\n1\n许可\n2\n",
        "规章\n1\n",
    ],
)
def test_a_number_at_the_end_of_a_page_is_kept_where_pages_are_not_counted(source: str) -> None:
    document = read(source.encode(), DEFAULT_LIMITS)
    assert document.findings == ()
    assert "1" in [block.text for block in document.paragraphs]
