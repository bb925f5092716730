"""From a file to a result: what can be given, what is raised, what a result says."""

from __future__ import annotations

import pickle
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import attrs
import pytest

import govdisclose
from form_samples import filled, kinds, ragged
from govdisclose import (
    NOT_ASKED,
    DamagedDocumentError,
    Document,
    EmptyDocumentError,
    EncryptedDocumentError,
    FindingsError,
    GovdiscloseError,
    LimitError,
    Limits,
    NotAReportError,
    Severity,
    State,
    UnknownFormatError,
)
from govdisclose.document import Paragraph
from govdisclose.grammar import Outcome
from govdisclose.writers import docx, html, text
from parse_samples import sample
from section_samples import KEYS

# --- what can be given


def test_a_path_bytes_and_an_open_file_give_the_same(tmp_path: Path) -> None:
    content = html.write(sample())
    path = tmp_path / "report.bin"
    path.write_bytes(content)
    with path.open("rb") as opened:
        sources: list[Any] = [str(path), path, content, bytearray(content), memoryview(content), opened]
        results = [govdisclose.parse(source) for source in sources]
    assert {result.report.organ for result in results} == {"示例市数据局"}
    assert all(result.entries == results[0].entries for result in results)


def test_a_stream_is_read_from_where_it_stands() -> None:
    stream = BytesIO(b"junk" + html.write(sample()))
    stream.seek(4)
    assert govdisclose.parse(stream).report.year == 2019


@pytest.mark.parametrize("name", ["report.docx", "report.doc", "report.pdf", "report"])
def test_the_suffix_of_a_file_does_not_matter(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(html.write(sample()))
    assert govdisclose.parse(path).document.format == "html"


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (html.write(sample()), "html"),
        (docx.WRITER.write(sample()), "docx"),
        (text.write(sample()), "text"),
    ],
    ids=["html", "docx", "text"],
)
def test_the_format_is_told_by_the_content(content: bytes, form: str) -> None:
    assert govdisclose.parse(content).document.format == form


def test_a_file_in_text_mode_is_a_type_error_that_says_so() -> None:
    source: Any = StringIO("二、主动公开政府信息情况")
    with pytest.raises(TypeError, match="the file gives str; open it in binary mode"):
        govdisclose.parse(source)


def test_a_path_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        govdisclose.parse(tmp_path / "none.html")


@pytest.mark.parametrize("source", [None, 3, 2.5, ["a"], object()])
def test_what_is_no_source_is_a_type_error(source: Any) -> None:
    with pytest.raises(TypeError, match="expected a path, bytes or a binary file"):
        govdisclose.parse(source)


# --- what cannot be read


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (b"", EmptyDocumentError, "the file is empty: 0 bytes"),
        (b"%PDF-1.7\n1 0 obj", DamagedDocumentError, "the PDF breaks off or contradicts itself"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", UnknownFormatError, "this is a PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", UnknownFormatError, "this is a JPEG picture"),
        (b"GIF89a\x01\0\x01\0", UnknownFormatError, "this is a GIF picture"),
        (b"II*\x00\x08\0\0\0", UnknownFormatError, "this is a TIFF picture"),
        (b"{\\rtf1\\ansi }", EmptyDocumentError, "the document holds no text"),
        (b"{\\rtf1\\ansi {\\b 12", DamagedDocumentError, "the file ends before its last group is closed"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            DamagedDocumentError,
            "the file begins as an old Office file .* and its directory cannot be read",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            EncryptedDocumentError,
            "the document is encrypted; save it without a password",
        ),
        (b"\0\x01\x02\x03" * 40, UnknownFormatError, "are those of no installed format"),
    ],
)
def test_what_cannot_be_read_is_named(content: bytes, error: type[GovdiscloseError], words: str) -> None:
    with pytest.raises(error, match=words):
        govdisclose.parse(content)


def test_an_archive_without_a_word_document_is_named() -> None:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("a.txt", "示例")
    with pytest.raises(GovdiscloseError, match=r"(?i)zip|word"):
        govdisclose.parse(target.getvalue())


@pytest.mark.parametrize("content", [b" \n\t", b"\xef\xbb\xbf", "\u3000\n".encode()])
def test_white_space_alone_is_an_unreadable_document(content: bytes) -> None:
    with pytest.raises(govdisclose.UnreadableDocumentError):
        govdisclose.parse(content)


def test_a_text_that_is_no_report_says_what_was_looked_for() -> None:
    with pytest.raises(NotAReportError) as caught:
        govdisclose.parse("示例市今日天气晴朗。\n气温二十度。".encode())
    assert str(caught.value) == (
        "no table, no two section headings and no title (政府信息公开工作年度报告) of the layouts cn-2019, cn-2021 "
        'was found in 0 tables and 2 paragraphs. It begins "示例市今日天气晴朗。".'
    )


def test_tables_of_something_else_are_no_report() -> None:
    with pytest.raises(NotAReportError, match="was found in 1 tables and 0 paragraphs"):
        govdisclose.parse_document(Document((ragged(["姓名", "总计"], ["甲", "3"]),), "test"))


def test_a_document_of_nothing_is_no_report() -> None:
    with pytest.raises(NotAReportError, match="0 tables and 0 paragraphs"):
        govdisclose.parse_document(Document((), "test"))


def test_no_layout_at_all_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="layouts is empty: at least one is needed"):
        govdisclose.parse_document(sample(), layouts=[])


# --- limits


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    path.write_bytes(b"x" * 101)
    with pytest.raises(LimitError, match=r"limit bytes is 100, found 101 in large\.html") as caught:
        govdisclose.parse(path, limits=Limits(bytes=100))
    assert (caught.value.limit, caught.value.allowed, caught.value.found) == ("bytes", 100, 101)


@pytest.mark.parametrize("wrap", [bytes, BytesIO], ids=["bytes", "stream"])
def test_bytes_and_streams_over_the_limit_are_refused(wrap: Any) -> None:
    with pytest.raises(LimitError, match="limit bytes is 100, found 101"):
        govdisclose.parse(wrap(b"x" * 101), limits=Limits(bytes=100))


def test_a_limit_is_inclusive() -> None:
    content = html.write(sample())
    assert govdisclose.parse(content, limits=Limits(bytes=len(content))).report.year == 2019


@pytest.mark.parametrize(
    "limits", [Limits(cells=50), Limits(blocks=5), Limits(characters=100), Limits(elements=20)]
)
def test_each_limit_reaches_the_reader(limits: Limits) -> None:
    with pytest.raises(LimitError):
        govdisclose.parse(html.write(sample()), limits=limits)


# --- findings and identities


def test_identities_that_hold_and_that_the_form_does_not_have() -> None:
    result = govdisclose.parse_document(sample())
    outcomes = {
        name: result.outcome(name)
        for name in (
            "requests-balance",
            "requests-row-total",
            "requests-column-total",
            "reviews-row-total",
            "disclosure-row-total",
            "no-such-identity",
        )
    }
    assert outcomes == {
        "requests-balance": Outcome.HOLDS,
        "requests-row-total": Outcome.HOLDS,
        "requests-column-total": Outcome.HOLDS,
        "reviews-row-total": Outcome.HOLDS,
        "disclosure-row-total": Outcome.NOT_ASKED,
        "no-such-identity": Outcome.NOT_ASKED,
    }


def test_an_identity_broken_anywhere_is_broken_and_the_numbers_stay() -> None:
    result = govdisclose.parse_document(filled(requests={"carried_in:total": "1"}))
    assert result.outcome("requests-row-total") is Outcome.BROKEN
    assert result.entry("requests", "carried_in", "total").value == 1


def test_a_blank_form_cannot_be_assessed() -> None:
    result = govdisclose.parse_document(filled(text=""))
    assert result.outcome("requests-balance") is Outcome.NOT_ASSESSABLE
    assert result.outcome("reviews-row-total") is Outcome.NOT_ASSESSABLE


def test_a_report_without_errors_raises_nothing() -> None:
    govdisclose.parse_document(sample()).raise_for_findings()


def test_findings_at_least_as_severe_are_raised_with_the_first_in_words() -> None:
    result = govdisclose.parse_document(sample())
    with pytest.raises(FindingsError) as caught:
        result.raise_for_findings("info")
    assert str(caught.value) == (
        "info change-in-words [table 1, row 7, column 3: disclosure:licensing/licences:change]: "
        'the change "减4" was read as -4'
    )
    assert caught.value.findings == result.findings


def test_kinds_that_are_ignored_are_not_raised() -> None:
    govdisclose.parse_document(sample()).raise_for_findings(Severity.INFO, ignore=["change-in-words"])


def test_several_findings_are_counted_in_the_message() -> None:
    result = govdisclose.parse_document(filled(requests={"carried_in:total": "1"}))
    with pytest.raises(FindingsError, match=r"and \d+ more$"):
        result.raise_for_findings("warning")


def test_an_unknown_severity_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="fatal"):
        govdisclose.parse_document(sample()).raise_for_findings("fatal")


def test_findings_are_counted_by_severity() -> None:
    result = govdisclose.parse_document(sample())
    assert result.counts() == {Severity.ERROR: 0, Severity.WARNING: 0, Severity.INFO: 1}


def test_a_result_can_be_pickled_and_is_equal() -> None:
    result = govdisclose.parse_document(sample())
    again = pickle.loads(pickle.dumps(result))  # noqa: S301 - our own bytes
    assert again.entries == result.entries
    assert again.report == result.report
    assert again.findings == result.findings


# --- reports with something missing


def without(*numbers: int, words: str = "") -> Document:
    document = sample()
    blocks = tuple(
        block
        for block in document.blocks
        if (isinstance(block, Paragraph) and block.text != words)
        or (not isinstance(block, Paragraph) and block.number not in numbers)
    )
    return attrs.evolve(document, blocks=blocks)


def test_a_report_without_table_2_keeps_the_others() -> None:
    result = govdisclose.parse_document(without(1))
    assert kinds(result.findings) == ["table-not-found"]
    assert [item.path for item in result.findings] == ["disclosure"]
    assert result.entry("requests", "received", "total").value == 48
    assert {entry.state for entry in result.entries if entry.table == "disclosure"} == {State.MISSING}
    assert len(result.entries) == 198
    assert result.report.disclosure.documents.regulations.newly_made is None
    assert result.report.disclosure.documents.regulations.issued is NOT_ASKED


def test_a_report_without_section_five_keeps_all_else() -> None:
    result = govdisclose.parse_document(without(words="五、存在的主要问题及改进情况"))
    assert [str(item) for item in result.findings if item.severity == "warning"] == [
        'warning section-not-found: no heading of section "五、存在的主要问题及改进情况" was found'
    ]
    assert result.report.section("problems") is None
    assert result.read == 198


def test_tables_published_as_pictures_are_said_to_be_missing() -> None:
    result = govdisclose.parse_document(without(1, 2, 3))
    lost = sorted(item.path for item in result.findings if item.kind == "table-not-found")
    assert lost == ["disclosure", "requests", "reviews"]
    assert kinds(result.findings) == ["no-table-found", "table-not-found"]
    assert result.layout is None
    assert [section.key for section in result.report.sections] == KEYS
    assert result.report.organ == "示例市数据局"
    assert result.read == 0


def test_the_findings_of_the_reader_come_first() -> None:
    content = html.write(sample(), declare="gb2312")
    result = govdisclose.parse(content)
    assert result.findings[0].kind == "encoding-mismatch"
