from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclose.readers._encoding import decode

SENTENCE = "信息公开年度报告，共3件。\n"


def kinds(source: bytes, declared: str | None = None) -> list[str]:
    return [item.kind for item in decode(source, declared).findings]


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_the_encoding_is_found_without_a_declaration(codec: str, encoding: str) -> None:
    decoded = decode(SENTENCE.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.findings) == (SENTENCE, encoding, ())


def test_latin_letters_in_utf16_are_no_chinese_the_wrong_way_round() -> None:
    assert decode("annual report".encode("utf-16-be")).text == "annual report"


@pytest.mark.parametrize(
    ("source", "encoding"),
    [
        (b"\xff\xfe" + SENTENCE.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + SENTENCE.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(source: bytes, encoding: str) -> None:
    decoded = decode(source)
    assert (decoded.text, decoded.encoding) == (SENTENCE, encoding)


def test_a_character_outside_gb2312_does_not_cut_a_page_that_declares_gb2312() -> None:
    decoded = decode("朱镕基㐀后文".encode("gb18030"), "gb2312")
    assert (decoded.text, decoded.encoding, decoded.findings) == ("朱镕基㐀后文", "gb18030", ())


def test_utf8_declared_as_gb2312_is_read_as_utf8_with_a_finding() -> None:
    decoded = decode("年度报告".encode(), "GB2312")
    assert decoded.text == "年度报告"
    assert [item.message() for item in decoded.findings] == [
        "the file declares the encoding GB2312 and was read as utf-8"
    ]


def test_gbk_declared_as_utf8_is_read_as_gb18030_with_a_finding() -> None:
    decoded = decode("年度报告".encode("gbk"), "utf-8")
    assert (decoded.text, decoded.encoding) == ("年度报告", "gb18030")
    assert kinds("年度报告".encode("gbk"), "utf-8") == ["encoding-mismatch"]


def test_ascii_contradicts_no_declaration() -> None:
    assert kinds(b"2019", "iso-8859-1") == []


def test_an_unknown_declaration_is_a_mismatch_and_nothing_worse() -> None:
    assert kinds("年".encode(), "no\0such") == ["encoding-mismatch"]


def test_big5_is_read_only_where_it_is_declared() -> None:
    source = "資訊公開年度報告".encode("big5")
    assert (decode(source, "Big5").text, decode(source, "Big5").encoding) == ("資訊公開年度報告", "big5")
    assert decode(source).encoding == "gb18030"


def test_a_short_gbk_text_that_is_utf8_as_well_follows_the_declaration() -> None:
    assert decode("联通".encode("gbk"), "gbk").text == "联通"


def test_utf8_cut_in_a_character_stays_utf8() -> None:
    decoded = decode("政府信息公开工作年度报告".encode()[:-1])
    assert (decoded.text, decoded.encoding) == ("政府信息公开工作年度报\ufffd", "utf-8")
    assert [item.message() for item in decoded.findings] == [
        "1 byte sequences are no characters in utf-8; they stand as U+FFFD"
    ]


def test_bytes_that_are_no_character_are_counted() -> None:
    decoded = decode("年度".encode("gbk") + b"\xff" + "报告".encode("gbk"))
    assert (decoded.text, decoded.encoding) == ("年度\ufffd报告", "gb18030")
    assert decoded.findings[0].facts["count"] == "1"


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=60))
def test_every_text_in_utf8_with_a_mark_comes_back(text: str) -> None:
    assert decode(text.encode("utf-8-sig")).text == text


@given(st.binary(max_size=200), st.none() | st.text(max_size=12))
def test_no_bytes_and_no_declaration_raise(source: bytes, declared: str | None) -> None:
    assert isinstance(decode(source, declared).text, str)
