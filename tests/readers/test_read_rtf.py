r"""The text of an RTF file: groups, characters in all their spellings, what is passed over, numbers of lists."""

from __future__ import annotations

import pytest

import govdisclose
from govdisclose import registry
from govdisclose.document import Document, Limits
from govdisclose.errors import DamagedDocumentError, EmptyDocumentError, UnknownFormatError
from govdisclose.readers.docx import READER as DOCX
from govdisclose.readers.html import READER as HTML
from govdisclose.readers.rtf import READER
from govdisclose.readers.text import READER as TEXT
from rtf_writer import read, rtf


def lines(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b" \r\n\t"])
def test_one_reader_knows_it_by_its_content(before: bytes) -> None:
    head = before + rtf("12")
    assert [reader.id for reader in (DOCX, HTML, READER, TEXT) if reader.claims(head)] == ["rtf"]
    assert lines(govdisclose.registry.reader_for(head).read(head, Limits())) == ["12"]


@pytest.mark.parametrize(
    "head", [b"", b"rtf1", b"{\\html", b"\\rtf1", b"PK\x03\x04{\\rtf", b"<p>{\\rtf1</p>"]
)
def test_other_files_are_not_claimed(head: bytes) -> None:
    assert READER.claims(head) is False


def test_where_no_reader_of_it_is_asked_it_is_named() -> None:
    with pytest.raises(UnknownFormatError, match="this is RTF; none of the readers asked reads it"):
        registry.reader_for(rtf("12"), (DOCX, HTML, TEXT))


@pytest.mark.parametrize(
    ("source", "error", "words"),
    [
        (b"", EmptyDocumentError, "the file has no bytes"),
        (b"{\\rtf1}", EmptyDocumentError, "the document holds no text"),
        (b"12", DamagedDocumentError, "the file begins as b'12', and every RTF file as"),
        (b"{\\rtf1 {\\b 12", DamagedDocumentError, "it was probably cut off"),
        (b"{\\rtf1 \\trowd\\cellx9\\intbl 1", DamagedDocumentError, "it was probably cut off"),
        (b"{\\rtf1 \\trowd\\cellx9\\intbl 1\\cell ", DamagedDocumentError, "it was probably cut off"),
    ],
)
def test_what_cannot_be_read_is_told(source: bytes, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        READER.read(source, Limits())


def test_a_file_without_its_last_brace_is_read() -> None:
    assert lines(READER.read(b"{\\rtf1 12\\par 34", Limits())) == ["12", "34"]


def test_what_stands_behind_the_last_brace_is_none_of_it() -> None:
    assert lines(READER.read(b"{\\rtf1 12}34}}{56", Limits())) == ["12"]


# --- characters

SPELLINGS = {
    r"a\{b\}\\c": "a{b}\\c",
    "a\r\nb": "ab",
    r"a\~b\_c\-d": "a\u00a0b-cd",
    r"a\emdash b\endash c\bullet": "a—b–c•",
    r"\lquote a\rquote\ldblquote b\rdblquote": "‘a’“b”",
    r"a\tab b": "a\tb",
    r"a\line b": "a\nb",
    r"a\page b": "a\nb",
    r"\page a": "a",
    "a\\\tb": "a\tb",
}


@pytest.mark.parametrize("spelled", SPELLINGS)
def test_a_character_is_read_however_it_is_spelled(spelled: str) -> None:
    assert lines(read(spelled)) == [SPELLINGS[spelled]]


UNICODE = {
    r"\u20013?1": "中1",
    r"\u20013\'d6 1": "中 1",
    r"\uc2\u20013\'d6\'d01": "中1",
    r"\uc0\u49 2": "12",
    r"{\uc0\u49}\u50?3": "123",
    r"\u20013 12": "中2",  # the blank ends the word, and 1 stands in for those that do not know it
    r"\u20013\{1": "中1",
    r"\u20013\b 12": "中12",  # a control word stands in for nothing
    r"\u20013\u22269": "中国",
    r"{\u20013}12": "中12",
    r"\u-236?": "\uff14",
    r"\u-10187?\u-9216?": "\U0001d400",
    r"\u-10187?2": "\ufffd2",
    r"\uc1\u49\'322": "12",
}


@pytest.mark.parametrize("spelled", UNICODE)
def test_a_character_of_unicode_takes_the_place_of_those_that_stand_in_for_it(spelled: str) -> None:
    assert lines(read(spelled)) == [UNICODE[spelled]]


FONTS = r"{\fonttbl{\f0\fcharset134 A;}{\f1\fcharset0 B;}{\f2\fcharset136 C;}{\f3\fcharset128 D;}{\f4 E;}{\f5\cpg1251 F;}}"
BYTES = {
    r"\'d6\'d0\'b9\'fa": "中国",
    "\u00d6\u00d0": "中",  # as they are, and not in hexadecimal
    r"\'d6" + "\n" + r"\'d0": "中",
    r"\'d6{\b\'d0}1": "中1",  # the bytes of a character stand in two runs
    r"\'b5\\1": "礬1",  # the second byte is a backslash
    r"\'81A\'a1\'a3": "丄。",  # the second byte is a letter
    r"\'8112": "\ufffd12",  # and never a digit
    r"\'d6\par 12": "\ufffd|12",
    r"\'d6\u20013?": "\ufffd中",
    r"\'ff12": "\ufffd12",
    r"\f2\'a4\'a4\'a4\'e5": "中文",
    r"\f3\'93\'fa\'96\'7b": "日本",
    r"\f1\'d6\'d0": "中",  # the font says nothing: the code page of the file
    r"\f4\'d6\'d0": "中",
    r"\f5\'cf": "П",
    r"\f1\dbch\af2\loch\f1 a\dbch\'a4\'a4": "a中",  # the font of Chinese letters
    r"\'a3\'b1\'a3\'b2": "１２",
}


@pytest.mark.parametrize("spelled", BYTES)
def test_bytes_are_read_by_the_font_and_the_code_page(spelled: str) -> None:
    assert "|".join(lines(read(spelled, FONTS))) == BYTES[spelled]


@pytest.mark.parametrize(
    ("page", "spelled", "expected"),
    [
        (r"\ansicpg1252", r"\'e9", "é"),
        (r"\ansicpg936", r"\'d6\'d0", "中"),
        (r"\ansicpg950", r"\'a4\'a4", "中"),
        (r"\ansicpg65001", r"\'e4\'b8\'ad", "中"),
        (r"\ansicpg99999", r"\'d6\'d0", "中"),
        ("", r"\'d6\'d0", "中"),  # nothing is said, and it is Chinese
        ("", r"caf\'e9 1", "café 1"),
        (r"\mac", r"\'8e", "é"),
        (r"\pc", r"\'82", "é"),
    ],
)
def test_the_code_page_of_the_file(page: str, spelled: str, expected: str) -> None:
    source = rf"{{\rtf1\ansi{page} {spelled}}}".encode("latin-1")
    assert lines(READER.read(source, Limits())) == [expected]


def test_bytes_in_binary_are_passed_over_by_their_number() -> None:
    assert lines(read(r"1\bin5 {{{}}2{\*\x\bin3 }}}}3{\header\bin2 {{}4")) == ["1234"]


# --- what is no text of the body

NO_TEXT = (
    r"{\header 9}",
    r"{\footerf 9\par}",
    r"{\footnote 9}",
    r"{\*\annotation 9}",
    r"{\*\atnid 9}{\*\atnauthor 9}",
    r"{\info{\title 9}{\author 9}}",
    r"{\*\unheard 9{\b 9}}",
    r"{\*\generator 9;}",
    r"{\xe 9}",
    r"{\*\bkmkstart b9}{\*\bkmkend b9}",
    r"{\nonshppict{\pict 9}}",
    r"{\*\pn\pnlvlbody{\pntxtb 9}{\pntxta 9}}",
    r"{\*\listtable{\list{\listname 9;}\listid1}}",
    r"{\stylesheet{\s0 9;}{\*\cs9 9;}}",
    r"{\*\ftnsep 9}",
    r"{\*\themedata 9}",
    r"{\field{\*\fldinst XE 9}}",
    r"{\upr{9}{\*\ud }}",
    r"{\v 9}",
    r"{\deleted 9}",
    r"{\*\xmlnstbl{\xmlns1 9}}",
)


@pytest.mark.parametrize("group", NO_TEXT)
def test_what_shows_nothing_in_the_text_is_passed_over(group: str) -> None:
    assert lines(read(rf"1{group}2")) == ["12"]


def test_a_group_that_is_not_known_is_text_where_it_does_not_say_that_it_may_be_passed_over() -> None:
    assert lines(read(r"1{\unheard 2}3")) == ["123"]


def test_the_text_in_unicode_is_taken_where_a_file_has_both() -> None:
    assert lines(read(r"1{\upr{x}{\*\ud \u20013?}}2")) == ["1中2"]


def test_a_group_takes_back_what_it_changed() -> None:
    assert lines(read(r"1{\v 2{\v0 3}4}5\par\v 6\plain 7")) == ["135", "7"]


# --- numbers of lists


def test_the_number_of_an_item_is_printed() -> None:
    body = r"\pard{\listtext\pard\plain\f0 \u19968?\u12289?\tab}\ls1\ilvl0 a\par{\pntext 2.\tab}b\par"
    assert lines(read(body)) == ["一、\ta", "2.\tb"]


def test_a_bullet_is_no_text() -> None:
    head = r"{\fonttbl{\f0\fcharset134 A;}{\f3\fcharset2 Symbol;}}"
    assert lines(read(r"{\listtext\f3\'b7\tab}a\par{\pntext\bullet\tab}b\par", head)) == ["a", "b"]


LISTS = (
    r"{\*\listtable{\list\listtemplateid1"
    r"{\listlevel\levelnfc37\levelfollow2\levelstartat1{\leveltext\'02\'00\u12289?;}{\levelnumbers\'01;}}"
    r"{\listlevel\levelnfc0\levelfollow0\levelstartat3{\leveltext\'04(\'01).;}{\levelnumbers\'02;}}"
    r"\listid7}}{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls2}}"
)


def test_numbers_are_counted_where_the_file_does_not_write_them_down() -> None:
    body = r"\pard\ls2\ilvl0 a\par b\par\ilvl1 c\par d\par\ilvl0 e\par\pard f\par"
    assert lines(read(body, LISTS)) == ["一、a", "二、b", "(3). c", "(4). d", "三、e", "f"]


def test_numbers_are_not_counted_twice() -> None:
    body = r"\pard{\listtext\'a3\'b1\tab}\ls2\ilvl0 a\par\pard\ls2\ilvl0 b\par"
    assert lines(read(body, LISTS)) == ["１\ta", "b"]
