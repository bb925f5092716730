"""What the MHT reader makes of pages that browsers, Word and scripts saved in one file."""

from __future__ import annotations

import attrs
import pytest
from mht_samples import BLINK, LETTER, WORD, Part, page, read, saved, write
from shown_figures import report

from govdisclose import registry
from govdisclose.document import DEFAULT_LIMITS, Document
from govdisclose.errors import (
    DamagedDocumentError,
    LimitError,
    ReportElsewhereError,
    UnreadableDocumentError,
)
from govdisclose.readers.html import READER as HTML
from govdisclose.readers.mht import READER
from govdisclose.readers.text import READER as TEXT
from govdisclose.testing.conformance import reader_tests
from govdisclose.testing.conformance._files import documents
from govdisclose.testing.formats import BYTES

TABLE = "<table><tr><td>规章</td><td>{}</td></tr></table>"
BASE = "http://www.example.gov.cn/a/"
ENCODINGS = ["quoted-printable", "base64", "8bit", "binary"]

test_the_reader_conforms = reader_tests(READER, write)


def html(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def cells(document: Document) -> list[str]:
    return [cell.text for grid in document.grids for cell in grid.cells]


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def same(document: Document, source: bytes) -> bool:
    """Whether a document is what the HTML reader makes of a page."""
    return attrs.evolve(document, format="html") == HTML.read(source, DEFAULT_LIMITS)


# --- the same as the page


@pytest.mark.parametrize("number", range(40))
def test_a_report_with_noise_in_its_cells_is_read_as_the_page_is(number: int) -> None:
    source = report("html", number).noised.data
    document = read(page(source, encoding=ENCODINGS[number % 4]))
    assert document.format == "mht"
    assert same(document, source)


@pytest.mark.parametrize("shape", ["html", "html-word", "html-gb18030"])
@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_shape_of_page_is_read_as_the_page_is(shape: str, number: int, encoding: str) -> None:
    source = BYTES[shape](documents()[number])
    assert same(read(page(source, encoding=encoding)), source)


@pytest.mark.parametrize("charset", ["gb2312", "GBK", "gb18030"])
def test_the_encoding_of_the_part_is_known(charset: str) -> None:
    document = read(page("<p>联通</p>".encode("gb18030"), charset))
    assert texts(document) == ["联通"]
    assert document.encoding == "gb18030"


def test_a_page_in_utf_16_is_read() -> None:
    source = "<html><body><p>正文</p></body></html>".encode("utf-16")
    assert texts(read(page(source, "unicode", "base64"))) == ["正文"]


def test_the_part_goes_before_what_the_page_says_itself() -> None:
    source = '<meta charset="utf-8"><p>联通</p>'.encode("gb18030")
    assert texts(read(page(source, "gb2312"))) == ["联通"]


# --- who claims what


def claims(source: bytes) -> list[str]:
    return [reader.id for reader in registry.builtin_readers() if reader.claims(source[:65536])]


@pytest.mark.parametrize(
    "head",
    [
        WORD,
        BLINK,
        "From: <Saved by Windows Internet Explorer 8>\r\nSubject: a\r\nDate: b\r\nMIME-Version: 1.0\r\n",
        "From: =?gb2312?B?08kgTWljcm9zb2Z0?=\r\nSubject: a\r\nMIME-Version: 1.0\r\n",
        "\ufeffMIME-Version: 1.0\n",
        "\r\nMIME-Version: 1.0\r\nX-MimeOLE: Produced By Microsoft MimeOLE\r\n",
    ],
)
def test_a_saved_page_is_claimed_by_this_reader_alone(head: str) -> None:
    assert claims(saved([Part(html("<p>正文</p>"))], head)) == ["mht"]


@pytest.mark.parametrize(
    "source",
    [
        b"MIME-Version: 1.0\nContent-Type: text/html\nContent-Location: http://a.example/\n\n<p>a",
        b"Snapshot-Content-Location: http://a.example/\nContent-Type: text/html; charset=utf-8\n\n<p>a",
        b"From: <Saved by a program>\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>a",
    ],
)
def test_a_page_without_other_parts_is_claimed_if_it_was_saved(source: bytes) -> None:
    assert READER.claims(source)
    assert texts(READER.read(source, DEFAULT_LIMITS)) == ["a"]


@pytest.mark.parametrize(
    "source",
    [
        saved([Part(b"<p>a")], LETTER),
        saved([Part(b"<p>a")], "From: someone@a.example\r\nMIME-Version: 1.0\r\n"),
        saved([Part(b"<p>a")], kind="multipart/mixed"),
        b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>a",
        b"MIME-Version: 1.0\nContent-Type: text/plain\nContent-Location: http://a.example/\n\na",
        b"Content-Type: multipart/related; boundary=a\nTo: other@b.example\n\n--a\n\n",
        "收件人：某某\n\n正文".encode(),
        b"<html>",
        b"",
        b": a\n",
    ],
)
def test_letters_and_other_files_are_not_claimed(source: bytes) -> None:
    assert not READER.claims(source)


@pytest.mark.parametrize("head", [WORD, BLINK, LETTER])
def test_what_begins_with_headers_of_mime_is_no_text(head: str) -> None:
    assert not TEXT.claims(saved([Part(html("<p>正文</p>"))], head))


@pytest.mark.parametrize(
    "text", ["标题: 年度报告\n\n正文", "Content-Type: 正文\n\n二", "From: 某某\nTo: 某某\n"]
)
def test_a_text_whose_first_line_has_a_colon_is_a_text(text: str) -> None:
    assert TEXT.claims(text.encode())


# --- which part is the page


def test_the_page_is_the_part_that_start_names() -> None:
    parts = [Part(html("<p>一</p>"), identity="a@x"), Part(html("<p>二</p>"), identity="b@x")]
    assert texts(read(saved(parts, more='; start="<b@x>"'))) == ["二"]
    assert texts(read(saved(parts, more='; start="<c@x>"'))) == ["一"]
    assert texts(read(saved(parts))) == ["一"]


def test_a_page_within_alternatives_is_found() -> None:
    inner = saved(
        [Part("一".encode(), "text/plain"), Part(html("<p>二</p>"))],
        "",
        boundary="x",
        kind="multipart/alternative",
    )
    assert texts(read(saved([inner, Part(b"GIF8", "image/gif", encoding="base64")]))) == ["二"]


def test_headers_and_footers_that_word_saves_beside_the_page_are_not_read() -> None:
    parts = [
        Part(html("<p>正文</p>"), location=BASE + "b.htm"),
        Part(html("<p>第1页</p>"), location=BASE + "b.files/header.htm"),
    ]
    assert texts(read(saved(parts))) == ["正文"]


def test_a_file_without_a_page_says_what_it_holds() -> None:
    with pytest.raises(UnreadableDocumentError, match="its parts are of the kinds: image/png, text/plain"):
        read(saved([Part(b"a", "text/plain"), Part(b"b", "image/png", encoding="base64")]))


@pytest.mark.parametrize("kind", ["text/html", "TEXT/HTML", "application/xhtml+xml"])
def test_the_name_of_a_kind_is_told_whatever_its_case(kind: str) -> None:
    assert texts(read(saved([Part(html("<p>正文</p>"), kind)]))) == ["正文"]


# --- style sheets


def linked(sheet: str, body: str, head: str, **part: str) -> Document:
    parts = [
        Part(html(body, head), charset="utf-8", location=BASE + "b.html"),
        Part(sheet.encode(), "text/css", **part),
    ]
    return read(saved(parts, BLINK))


@pytest.mark.parametrize(
    ("href", "part"),
    [
        ("s.css", {"location": BASE + "s.css"}),
        ("/c/s.css?v=1&amp;w=2", {"location": "http://www.example.gov.cn/c/s.css?v=1&w=2"}),
        ("cid:css-1@mhtml.blink", {"identity": "css-1@mhtml.blink"}),
        ("cid:css-1@mhtml.blink", {"location": "cid:css-1@mhtml.blink"}),
        ("b.files/s.css", {"location": "b.files/s.css"}),
        ("s.css", {"location": BASE + "s.css", "encoding": "base64"}),
    ],
)
def test_what_a_linked_sheet_hides_is_not_seen(href: str, part: dict[str, str]) -> None:
    body = TABLE.format('12<span class="old">3</span>')
    head = f'<link rel="stylesheet" type="text/css" href="{href}">'
    assert cells(linked(".old { display: none }", body, head, **part)) == ["规章", "12"]


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="alternate stylesheet" href="s.css">',
        '<link rel="stylesheet" href="s.css" disabled>',
        '<link rel="stylesheet" href="other.css">',
        '<link rel="stylesheet" href="s.css" media="(max-width: 300px)">',
        '<link rel="icon" href="s.css">',
        '<link rel="stylesheet" type="text/less" href="s.css">',
        '<link rel="stylesheet">',
    ],
)
def test_a_sheet_that_is_not_for_the_page_hides_nothing(head: str) -> None:
    body = TABLE.format('12<span class="old">3</span>')
    assert cells(linked(".old { display: none }", body, head, location=BASE + "s.css")) == ["规章", "123"]


def test_a_sheet_for_print_alone_leaves_it_unsure() -> None:
    body = TABLE.format('12<span class="old">3</span>')
    document = linked(
        ".old { display: none }",
        body,
        '<link rel="stylesheet" href="s.css" media="print">',
        location=BASE + "s.css",
    )
    assert [finding.kind for finding in document.findings] == ["cell-not-read"]


def test_sheets_and_styles_apply_in_the_order_in_which_they_stand() -> None:
    body = TABLE.format('12<span class="old">3</span>')
    link = '<link rel="stylesheet" href="s.css">'
    shown = "<style>.old { display: inline }</style>"
    sheet = ".old { display: none }"
    assert cells(linked(sheet, body, link + shown, location=BASE + "s.css")) == ["规章", "123"]
    assert cells(linked(sheet, body, shown + link, location=BASE + "s.css")) == ["规章", "12"]


@pytest.mark.parametrize(
    "line",
    ['@import "t.css";', "@import url(t.css);", "/* a */ @charset 'utf-8'; @import url('t.css') screen;"],
)
def test_a_sheet_that_another_one_imports_is_used(line: str) -> None:
    body = TABLE.format('12<span class="old">3</span>')
    parts = [
        Part(html(body, '<link rel="stylesheet" href="c/s.css">'), location=BASE + "b.html"),
        Part(f"{line} p {{ color: red }}".encode(), "text/css", location=BASE + "c/s.css"),
        Part(b".old { display: none }", "text/css", location=BASE + "c/t.css"),
    ]
    assert cells(read(saved(parts, BLINK))) == ["规章", "12"]


@pytest.mark.parametrize(
    "line", ['@import "t.css" print and (width: 1px);', '@import "t.css" layer(a);', '@import "u.css";']
)
def test_a_sheet_that_is_not_imported_for_the_screen_hides_nothing(line: str) -> None:
    body = TABLE.format('12<span class="old">3</span>')
    parts = [
        Part(html(body, f"<style>{line}</style>"), location=BASE + "b.html"),
        Part(b".old { display: none }", "text/css", location=BASE + "t.css"),
    ]
    assert cells(read(saved(parts, BLINK))) == ["规章", "123"]


def test_sheets_that_import_each_other_end() -> None:
    parts = [
        Part(html(TABLE.format("12"), '<link rel="stylesheet" href="s.css">'), location=BASE + "b.html"),
        Part(b"@import 't.css'; @import 't.css';", "text/css", location=BASE + "s.css"),
        Part(b"@import 's.css'; @import 's.css';", "text/css", location=BASE + "t.css"),
    ]
    assert cells(read(saved(parts, BLINK))) == ["规章", "12"]


def test_sheets_are_counted_as_often_as_they_are_linked() -> None:
    link = '<link rel="stylesheet" href="s.css">'
    parts = [
        Part(html(TABLE.format("12"), link * 100), location=BASE + "b.html"),
        Part(b" " * 200_000, "text/css", encoding="8bit", location=BASE + "s.css"),
    ]
    with pytest.raises(LimitError, match="found 10025000 in the style sheets of the page"):
        read(saved(parts, BLINK))


# --- frames

FRAMESET = '<html><frameset cols="20%,80%"><frame src="menu.html"><frame src="{}"></frameset></html>'


def framed(root: str, *others: tuple[str, bytes]) -> bytes:
    parts = [Part(root.encode(), location=BASE + "b.html")]
    parts += [Part(content, location=BASE + name) for name, content in others]
    return saved(parts, BLINK)


MENU = ("menu.html", html("<p>目录</p>"))


def test_the_only_page_with_a_table_in_a_frameset_is_the_page() -> None:
    document = read(framed(FRAMESET.format("r.html"), MENU, ("r.html", html(TABLE.format("12")))))
    assert cells(document) == ["规章", "12"]
    assert texts(document) == []


def test_a_page_in_a_frame_of_a_page_without_a_table_is_the_page() -> None:
    root = '<html><body><h1>公开</h1><iframe src="cid:f@mhtml.blink"></iframe></body></html>'
    parts = [Part(root.encode(), location=BASE), Part(html(TABLE.format("12")), identity="f@mhtml.blink")]
    assert cells(read(saved(parts, BLINK))) == ["规章", "12"]


def test_a_frame_beside_a_table_is_not_read() -> None:
    root = f'<html><body>{TABLE.format("12")}<iframe src="r.html"></iframe></body></html>'
    assert cells(read(framed(root, ("r.html", html(TABLE.format("34")))))) == ["规章", "12"]


def test_two_pages_with_tables_in_a_frameset_are_refused() -> None:
    table = html(TABLE.format("12"))
    with pytest.raises(UnreadableDocumentError, match="the page shows 2 pages with tables in frames"):
        read(framed(FRAMESET.format("r.html"), ("menu.html", table), ("r.html", table)))


def test_a_frameset_whose_pages_are_not_in_the_file_is_empty() -> None:
    with pytest.raises(ReportElsewhereError):
        read(framed(FRAMESET.format("r.html"), MENU))


def test_a_page_that_frames_itself_is_read_once() -> None:
    root = '<html><body><h1>公开</h1><iframe src="b.html"></iframe><table></table></body></html>'
    assert texts(read(framed(root))) == ["公开"]


# --- damage


def test_a_number_that_a_soft_line_break_divides_is_whole() -> None:
    body = b"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>1=\r\n2= \t\r\n3</p>"
    assert texts(read(saved([body]))) == ["123"]


def test_a_page_that_breaks_off_with_the_file_is_refused() -> None:
    source = page(html(TABLE.format("12")), encoding="8bit")
    with pytest.raises(DamagedDocumentError, match="it was probably cut off"):
        read(source[: source.index(b"2</td>")])


def test_a_page_that_is_whole_is_read_though_the_last_boundary_is_lost() -> None:
    source = saved([Part(html(TABLE.format("12")))], closed=False)
    assert cells(read(source)) == ["规章", "12"]


@pytest.mark.parametrize(
    "bad", ["PGh0bWw+PHA+MTIzPC9wPjwvaHRtbD4", "PGh0b!Ww+PHA+MTIzPC9wPjwvaHRtbD4=", "PGh0=bWw+"]
)
def test_base64_that_is_not_whole_is_refused(bad: str) -> None:
    part = f"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n{bad}".encode()
    with pytest.raises(DamagedDocumentError, match="no whole base64"):
        read(saved([part]))


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (b"", "no bytes"),
        (
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--a\r\n",
            "does not say what stands between",
        ),
        (b"Content-Type: multipart/related; boundary=a\r\n\r\nabc", "the line between them is nowhere"),
        (
            b"Content-Type: multipart/related; boundary=\xe4\r\n\r\n--\xe4\r\n",
            "does not say what stands between",
        ),
        (b"A: b\r\n" * 20_000, "the headers of a part do not end"),
        (saved([Part(b"<p>a", encoding="x-uuencode")]), "is encoded as 'x-uuencode'"),
    ],
)
def test_what_is_no_saved_page_is_refused_by_name(source: bytes, said: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=said):
        read(source)
