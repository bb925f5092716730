"""Pages made to break a reader: a typed error or the right text, in bounded time."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govdisclose.document import DEFAULT_LIMITS, Document, Limits
from govdisclose.errors import EmptyDocumentError, LimitError, UnreadableDocumentError
from govdisclose.readers.html import READER


def read(page: str | bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    return READER.read(page.encode() if isinstance(page, str) else page, limits)


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_a_page_that_declares_gb2312_and_holds_more_is_not_cut() -> None:
    page = '<html><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>朱镕<p>后文'
    document = read(page.encode("gb18030"))
    assert texts(document) == ["朱镕", "后文"]
    assert document.encoding == "gb18030"


@pytest.mark.parametrize("head", ["<meta charset=gb2312>", '<?xml version="1.0" encoding="gb2312"?>'])
def test_a_wrong_declaration_is_noticed(head: str) -> None:
    document = read(f"{head}<html><body><p>朱镕𠮷</p>")
    assert texts(document) == ["朱镕𠮷"]
    assert [str(finding) for finding in document.findings] == [
        "info encoding-mismatch: the file declares the encoding gb2312 and was read as utf-8"
    ]


@pytest.mark.parametrize("levels", [255, 3_000, 30_000])
def test_deep_nesting_is_an_error_and_not_an_empty_page(levels: int) -> None:
    with pytest.raises(LimitError) as raised:
        read("<div>" * levels + "正文" + "</div>" * levels)
    assert raised.value.limit == "depth"


def test_deep_nesting_is_read_when_the_limit_is_raised() -> None:
    page = "<div>" * 1_500 + "正文" + "</div>" * 1_500 + "后文"
    assert texts(read(page, Limits(depth=2_000))) == ["正文", "后文"]


def test_nested_tables_without_rows_are_no_recursion() -> None:
    assert texts(read("<table>" * 1_500 + "<tr><td>正文", Limits(depth=2_000))) == ["正文"]


def test_levels_of_formatting_are_taken_away_and_reported() -> None:
    document = read("<font><b>" * 400 + "正文</b></font><p>后文")
    assert texts(document) == ["正文", "后文"]
    assert [finding.kind for finding in document.findings] == ["markup-nested-too-deep"]


def test_formatting_that_hides_text_is_not_taken_away() -> None:
    with pytest.raises(LimitError, match="depth"):
        read("<span style='display:none'>" * 400 + "正文")


@pytest.mark.parametrize("value", ["", '=">"', "='a b'", "=x"])
def test_many_attributes_in_a_tag_are_refused_before_they_cost(value: str) -> None:
    start = time.perf_counter()
    with pytest.raises(LimitError) as raised:
        read("<!--><p " + " ".join(f"a{n}{value}" for n in range(40_000)) + ">正文")
    assert raised.value.limit == "attributes"
    assert time.perf_counter() - start < 2


def test_attributes_count_among_elements_two_for_one() -> None:
    page = f"<p>正文{'<i a b=1 c>x</i>' * 400}"
    assert texts(read(page, Limits(elements=600))) == ["正文" + "x" * 400]
    with pytest.raises(LimitError, match="found more than 1199 attributes in the tags of the page") as raised:
        read(page, Limits(elements=599))
    assert raised.value.limit == "elements"


def test_a_long_attribute_is_one_attribute() -> None:
    assert texts(read(f"<img src='data:{'A b=' * 50_000}'><p>正文")) == ["正文"]


def test_blank_lines_that_are_kept_are_no_paragraphs() -> None:
    assert texts(read("<pre>甲\n\n \n\n乙\n　\n丙</pre>")) == ["甲", "乙", "丙"]


def test_lines_that_are_kept_stay_the_lines_of_a_cell() -> None:
    (grid,) = read("<table><tr><td>题<td>甲<pre>一\n\n二 三</pre>乙</table>").grids
    assert [cell.text for cell in grid.cells] == ["题", "甲\n一\n\n二 三\n乙"]


def test_a_long_run_of_text_is_not_cut() -> None:
    assert texts(read("<p>" + "示例" * 2_000_000 + "</p>后文")) == ["示例" * 2_000_000, "后文"]


def test_scripts_and_comments_are_no_tags() -> None:
    page = f"<script>if (a<b) {{ {'x y '} {'a=1 ' * 3_000} }}</script><!-- <p {'a=1 ' * 3_000}> --><p>正文"
    assert texts(read(page)) == ["正文"]


@pytest.mark.parametrize("span", ["999999999", "1000", "257", "9" * 5_000])
def test_a_giant_colspan_takes_the_columns_that_the_other_rows_have(span: str) -> None:
    document = read(f"<table><tr><td colspan={span}>题<tr><td>a<td>b<td>c</table>")
    (grid,) = document.grids
    assert [(cell.text, cell.column, cell.colspan) for cell in grid.cells] == [
        ("题", 0, 3),
        ("a", 0, 1),
        ("b", 1, 1),
        ("c", 2, 1),
    ]
    assert [finding.kind for finding in document.findings] == ["span-clamped"]


def test_a_giant_rowspan_takes_the_rows_that_there_are() -> None:
    document = read("<table><tr><td rowspan=999999999>题<td>a<tr><td>b</table>")
    assert [(cell.text, cell.rowspan) for cell in document.grids[0].cells] == [("题", 2), ("a", 1), ("b", 1)]
    assert [finding.kind for finding in document.findings] == ["span-clamped"]


@pytest.mark.parametrize(
    ("limit", "page"),
    [
        ("bytes", b"<p>" + b"x" * 20_000_000),
        ("characters", b"<p>" + b"x" * 10_000_001),
        ("elements", b"<b>" + b"</b><b>" * 400_000 + b"x"),
        ("blocks", b"<p>x" * 100_001),
        ("rows", b"<table>" + b"<tr><td>x" * 20_001),
        ("columns", b"<table><tr>" + b"<td>x" * 257),
        ("cells", b"<table>" + b"<tr><td colspan=200>x<td>y" * 1_000),
        ("cells", b"<table><tr>" + b"<td>x" * 200 + b"<tr><td>y" * 1_500),
        ("cells", (b"<table><tr>" + b"<td>x" * 200 + b"<tr><td>y" * 500 + b"</table>") * 2),
    ],
)
def test_each_limit_is_kept(limit: str, page: bytes) -> None:
    with pytest.raises(LimitError) as raised:
        read(page)
    assert raised.value.limit == limit


@pytest.mark.parametrize(
    "page",
    [
        "<x>" * 150 + "</y>" * 1_000_000 + "正文",
        "<" * 2_000_000 + "正文",
        "<a " * 500_000 + "<p>正文",
        "<a b='" * 100_000,
        "<p>正文" + "<!--" * 500_000,
        "<table>" + "<tr>" * 300_000 + "正文",
        "<p>正文" + "&nbsp" * 500_000,
        "<table>" * 190 + "<tr><td>x" * 19_000,
        "<table><tr><td>" + "<b><td>" * 90 + "<p>x" * 90_000,
    ],
)
def test_awkward_pages_end_soon(page: str) -> None:
    start = time.perf_counter()
    with suppress(LimitError, UnreadableDocumentError):
        read(page)
    assert time.perf_counter() - start < 8


@pytest.mark.parametrize(
    "page",
    ["", " \n", "<html></html>", "<title>题</title>", "<table><tr><td><td>&nbsp;</table>", "<img>"],
)
def test_a_page_without_text_is_empty(page: str) -> None:
    with pytest.raises(EmptyDocumentError):
        read(page)


def test_control_characters_end_nothing() -> None:
    assert texts(read("<p>a\0b\x01c&#0;d&#x1F;e\x0cf\ufffe&#160;</p><p>后文")) == ["abcde f", "后文"]


def test_entities_of_a_dtd_are_not_expanded() -> None:
    page = '<!DOCTYPE html [<!ENTITY a "秘密"><!ENTITY b SYSTEM "file:///etc/hostname">]><p>&a;|&b;</p>'
    assert "&a;|&b;" in texts(read(page))[-1]


def test_a_page_that_ends_in_an_open_tag_or_comment_keeps_what_was_before() -> None:
    assert texts(read("<p>正文 2023</p><!-- 未完")) == ["正文 2023"]
    assert texts(read("<p>正文&#160;2023</p><p class='未完")) == ["正文\xa02023"]
    assert texts(read("<p>正文</p><script>var a = '1'")) == ["正文"]


PIECES = (
    """
<table>|<tr>|<td>|<td colspan=3>|</td>|</tr>|</table>|<p>|</p>|<br>|<div>|</div>|<b>|</body>|<thead>|<tfoot>
<caption>|<th rowspan=2>|<form>|</form>|<pre>|<select>|<title>|</html>|<li>|&nbsp;|&#0;|&amp|示例市|12|\0
<!--|-->|<script>|</script>|<span hidden>|</span>|<|>|'|=|<col>|<td rowspan=0>|<td rowspan=70000 colspan=5000>
<p style='white-space:pre'>|<col width=1 span=2>|<table style='visibility:hidden'>
""".strip("\n")
    .replace("\n", "|\n|")
    .split("|")
)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@example("<td><tbody><tr>x</td>")
@example("<table><td>x</td></table></html></body><td><tr>y")
def test_mangled_markup_gives_a_document_or_a_typed_error(page: str) -> None:
    try:
        document = read(page)
    except (UnreadableDocumentError, LimitError):
        return
    for grid in document.grids:
        covered = [
            (row, column)
            for cell in grid.cells
            for row in range(cell.row, cell.row + cell.rowspan)
            for column in range(cell.column, cell.column + cell.colspan)
        ]
        assert len(covered) == len(set(covered))
        assert all(row < grid.rows and column < grid.columns for row, column in covered)
    assert all(paragraph.text.strip() for paragraph in document.paragraphs)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_document_or_a_typed_error(source: bytes) -> None:
    assert READER.claims(source) in (True, False)
    with suppress(UnreadableDocumentError, LimitError):
        read(source)
