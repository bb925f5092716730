"""What the HTML reader makes of pages as organs publish them."""

from __future__ import annotations

import pytest

from govdisclose.document import DEFAULT_LIMITS, Document, Grid
from govdisclose.readers.html import READER


def read(page: str | bytes) -> Document:
    return READER.read(page.encode() if isinstance(page, str) else page, DEFAULT_LIMITS)


def texts(page: str | bytes) -> list[str]:
    return [paragraph.text for paragraph in read(page).paragraphs]


def rows(grid: Grid) -> list[list[str | None]]:
    return [[None if cell is None else cell.text for cell in grid.line(row)] for row in range(grid.rows)]


def only_rows(page: str) -> list[list[str | None]]:
    (grid,) = read(page).grids
    return rows(grid)


def kinds(document: Document) -> list[str]:
    return [finding.kind for finding in document.findings]


@pytest.mark.parametrize(
    "head",
    [
        b"<!DOCTYPE html><html>",
        b"\xef\xbb\xbf\r\n<!doctype HTML PUBLIC ''>",
        b"<!-- made by a machine -->\n<html>",
        b'<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml">',
        b'<html xmlns:o="urn:schemas-microsoft-com:office:office">',
        b"<table><tr><td>",
        b"<META charset=gb2312>",
        "\ufeff<html>".encode("utf-16"),
    ],
)
def test_sniff_knows_a_page(head: bytes) -> None:
    assert READER.claims(head)


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"%PDF-1.7",
        b"PK\x03\x04",
        "示例市2023年政府信息公开工作年度报告".encode(),
        b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>',
        b"{\\rtf1",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"<report><organ/></report>",
    ],
)
def test_sniff_leaves_other_files_alone(head: bytes) -> None:
    assert not READER.claims(head)


def test_blocks_and_line_breaks_part_paragraphs() -> None:
    page = "<div>示例市<p>一、总体情况<br>二、主动公开</div>三、<b>依申请</b>公开<ul><li>甲<li>乙</ul>"
    assert texts(page) == ["示例市", "一、总体情况", "二、主动公开", "三、依申请公开", "甲", "乙"]


def test_words_split_over_inline_tags_join_without_a_space() -> None:
    assert texts("<p><span>本年</span><span>新</span><o:p>收</o:p>") == ["本年新收"]


def test_ascii_white_space_collapses_and_wide_spaces_are_characters() -> None:
    assert texts("<p>  本年 \n\t 新&nbsp;收\u3000件 </p>") == ["本年 新\xa0收\u3000件"]


def test_paragraphs_and_cells_know_their_line() -> None:
    document = read("<html>\n<p>甲\n<table>\n<tr>\n<td>1<td>\n2</table>")
    assert [paragraph.line for paragraph in document.paragraphs] == [2]
    assert [cell.line for cell in document.grids[0].cells] == [5, 5]


def test_what_is_not_shown_is_left_out() -> None:
    page = (
        "<title>标题</title><style>p{}</style><p>甲</p><script>乙</script><!--丙--><p hidden>丁</p>"
        "<p style='DISPLAY: none'>戊</p><span style='visibility:hidden'>己</span><p style='mso-hide:all'>庚"
        "<textarea>辛</textarea><select><option>壬</select><noscript>癸</noscript><template>子</template>"
    )
    document = read(page)
    assert [paragraph.text for paragraph in document.paragraphs] == ["甲"]
    assert document.title == "标题"


def test_text_for_word_alone_is_shown_and_comments_for_word_are_not() -> None:
    page = "<!--[if gte mso 9]><xml>Normal</xml><![endif]--><![if !supportLists]>（一）<![endif]>概述"
    assert texts(page) == ["（一）概述"]


def test_preformatted_text_keeps_tabs_and_lines() -> None:
    assert texts("<pre>项目\t数量\n\t0\t  5\n</pre>") == ["项目\t数量", "\t0\t  5"]


def test_navigation_and_footers_stay() -> None:
    assert texts("<nav><a>首页</a></nav><main>正文</main><footer>主办</footer>") == ["首页", "正文", "主办"]


def test_text_after_the_end_of_the_page_stays() -> None:
    assert texts("<body><p>甲</p></body></html>\n<p>乙</p>") == ["甲", "乙"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<p>本年</p><p>新收</p>", "本年\n新收"),
        ("其他<br>处理", "其他\n处理"),
        ("<p>17<br></p>", "17"),
        ("<p class=MsoNormal><span>0<o:p></o:p></span></p>", "0"),
        ("&nbsp;", "\xa0"),
        ("<p>&nbsp;</p>", "\xa0"),
        ("\n  ", ""),
        ("<b>1</b><i>2</i>", "12"),
        ("1<span hidden>2</span>3", "13"),
        ("251000<span>元</span>", "251000元"),
        ("<table><tr><td>内<p>文</table>", "内\n文"),
        ("<ol><li>甲<li>乙</ol>", "甲\n乙"),
    ],
)
def test_the_text_of_a_cell(cell: str, expected: str) -> None:
    assert only_rows(f"<table><tr><td>{cell}<td>x</table>") == [[expected, "x"]]


def test_spans_follow_the_table_model() -> None:
    page = "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e</table>"
    assert only_rows(page) == [["a", "b", "b"], ["a", "c", "d"], ["e", None, None]]


def test_rowspan_zero_reaches_the_end_of_its_row_group() -> None:
    page = "<table><tbody><tr><td rowspan=0>a<td>b<tr><td>c</tbody><tbody><tr><td>d<td>e</table>"
    document = read(page)
    assert rows(document.grids[0]) == [["a", "b"], ["a", "c"], ["d", "e"]]
    assert kinds(document) == []


def test_a_rowspan_beyond_the_last_row_is_cut_and_reported() -> None:
    document = read("<table><tr><td rowspan=9>a<td>b<tr><td>c</table>")
    assert rows(document.grids[0]) == [["a", "b"], ["a", "c"]]
    assert [str(finding) for finding in document.findings] == [
        "warning span-clamped [table 1, row 1, column 1]: a cell declares 9 rows; 2 were taken"
    ]


@pytest.mark.parametrize("span", ["abc", "-1", "2.5", "0", "٣"])
def test_a_garbage_span_is_one_and_reported(span: str) -> None:
    document = read(f"<table><tr><td colspan='{span}'>a<td>b<tr><td>c<td>d</table>")
    assert rows(document.grids[0]) == [["a", "b"], ["c", "d"]]
    assert kinds(document) == ["span-clamped"]


def test_overlapping_cells_leave_the_position_to_the_earlier_one() -> None:
    page = "<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c<td>d</table>"
    document = read(page)
    assert rows(document.grids[0]) == [["a", "b", None], ["c", "b", "d"]]
    assert kinds(document) == ["cells-overlap"]


def test_head_and_foot_stand_where_they_are_shown() -> None:
    page = "<table><tfoot><tr><td>f<td>g</tfoot><tr><td>b<td>c<thead><tr><td>h<td>i</thead></table>"
    assert only_rows(page) == [["h", "i"], ["b", "c"], ["f", "g"]]


def test_a_caption_and_stray_text_stand_before_the_table() -> None:
    document = read("前<table><caption>题</caption>散<tr><td>1<td>2</table>后")
    assert [paragraph.text for paragraph in document.paragraphs] == ["前", "题", "散", "后"]
    assert isinstance(document.blocks[3], Grid)


@pytest.mark.parametrize(
    "page",
    [
        "<table><td>1<td>2<tr><td>3<td>4</table>",
        "<table><form><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></form></table>",
        "<table><tr><form><td>1</td><td>2</td></form></tr><tr><td>3<td>4</table>",
        "<table><tr><td><div>1<td><div>2<tr><td><div>3<td><div>4</table>",
        "<table><tbody><tr><td><b>1<td><u>2<tbody><tr><td><p>3<td>4</table>",
        "<table><colgroup><col width=90><col width=90><tr><td>1<td>2<tr><td>3<td>4</table>",
        "<table><tr><td><b>1<td><i>2<tr><td><p>3<td>4</table>",
        "<table><tr style='display:none'><td>9<td>9</tr><tr><td>1<td>2<tr><td>3<td>4</table>",
    ],
)
def test_sloppy_rows_are_rows(page: str) -> None:
    assert only_rows(page) == [["1", "2"], ["3", "4"]]


def test_cells_without_a_table_are_not_run_together() -> None:
    assert texts("<div><tr><td>1</td><td>2</td></tr></div>") == ["1", "2"]


def test_a_layout_table_is_dissolved_in_reading_order() -> None:
    page = (
        "<table><tr><td>导航<td><p>正文<table><tr><td>1<td>2</table>之间"
        "<table><tr><td>3<td>4</table><tr><td colspan=2>页脚</table>"
    )
    found = [rows(b) if isinstance(b, Grid) else b.text for b in read(page).blocks]
    assert found == ["导航", "正文", [["1", "2"]], "之间", [["3", "4"]], "页脚"]


def test_a_table_of_one_cell_is_its_text() -> None:
    assert texts("<table><tr><td><p>甲<p>乙</table>") == ["甲", "乙"]


def test_a_hidden_inner_table_makes_no_layout() -> None:
    page = "<table><tr><td>1<td>2<div style='display:none'><table><tr><td>8<td>9</table></div></table>"
    assert only_rows(page) == [["1", "2"]]


def test_columns_in_which_no_cell_starts_are_folded() -> None:
    page = "<table><tr><td colspan=3>a<td colspan=4>b<tr><td colspan=3>c<td colspan=2>d</table>"
    assert only_rows(page) == [["a", "b"], ["c", "d"]]


def test_seams_of_one_pixel_are_folded_into_the_column_before() -> None:
    page = (
        "<table><col width=149><col width=1><col width=101>"
        "<tr><td colspan=2>信息内容<td>本年制发<tr><td>规章<td></td><td>0<tr><td>文件<td colspan=2>3</table>"
    )
    assert only_rows(page) == [["信息内容", "本年制发"], ["规章", "0"], ["文件", "3"]]


def test_a_narrow_column_with_text_is_kept() -> None:
    page = "<table><tr><td width=90>a<td width=1>7<td width=90>b<tr><td>c<td width=1><td>d</table>"
    assert only_rows(page) == [["a", "7", "b"], ["c", "", "d"]]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_the_encoding_is_found_without_a_declaration(encoding: str) -> None:
    page = "<html><body><p>示例市政府信息公开工作年度报告，镕</p></body></html>"
    assert texts(page.encode(encoding)) == ["示例市政府信息公开工作年度报告，镕"]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ('<img src="12.png">', "\ufffc"),
        ('<p><span><img width="20" height="9px"></span></p>', "\ufffc"),
        ("<svg></svg>", "\ufffc"),
        # a place holder, a picture that is not shown
        ('<img src="blank.gif" width="1" height="1">', ""),
        ('<img style="display:none" src="12.png">', ""),
        ('<span style="visibility:hidden"><img src="12.png"></span>', ""),
    ],
)
def test_a_cell_with_a_picture_and_no_text_is_not_blank(inside: str, text: str) -> None:
    document = read(f"<table><tr><td>规章<td>{inside}<tr><td>许可<td></table>")
    assert [cell.text for cell in document.grids[0].cells] == ["规章", text, "许可", ""]
    noticed = [(item.kind, str(item.at)) for item in document.findings]
    assert noticed == ([("cell-is-picture", "table 1, row 1, column 2, line 1")] if text == "\ufffc" else [])
