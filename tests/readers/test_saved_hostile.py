"""Saved pages and Word documents in XML that cost more than they weigh: each is refused, or read, within the bounds."""

from __future__ import annotations

from base64 import encodebytes
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from mht_samples import BLINK, WORD, Part, saved
from word_xml_samples import opc, word_document

from bounded import said_of

HEADERS = b"Content-Type: text/html\r\n\r\n"
HTML = b"<html><body><p>a</p></body></html>"
BASE = "http://a.example/"
LINK = b'<link rel="stylesheet" href="s.css">'


def nested(levels: int) -> bytes:
    heads = "".join(
        f'Content-Type: multipart/related; boundary="b{level}"\r\n\r\n--b{level}\r\n'
        for level in range(levels)
    )
    return (WORD + heads).encode() + HEADERS + HTML


def linked(head: bytes, sheet: bytes) -> bytes:
    page = b"<html><head>" + head + b"</head><body><p>a</p></body></html>"
    parts = [
        Part(page, encoding="8bit", location=BASE + "b.html"),
        Part(sheet, "text/css", encoding="8bit", location=BASE + "s.css"),
    ]
    return saved(parts, BLINK)


Cases = Mapping[str, tuple[Callable[[], bytes], str]]

MHT: Cases = {
    "parts-in-parts": (lambda: nested(200_000), "LimitError depth"),
    "no-end-of-parts": (lambda: saved([b"\r\na"] * 1_500_000), "LimitError elements"),
    "parts-of-parts": (
        lambda: saved([saved([b"\r\na"] * 9_000, "", boundary="x") for _ in range(100)]),
        "LimitError elements",
    ),
    "lines-of-boundaries": (
        lambda: saved([]) + b"\n------=_NextPart_01D783CD.817287A0 " * 400_000,
        "UnreadableDocumentError",
    ),
    "boundaries-with-spaces": (
        lambda: saved(
            [HEADERS + HTML + (b"\n------=_NextPart_01D783CD.817287A0" + b" " * 9_000 + b"x") * 2_000]
        ),
        "read",
    ),
    "headers-only": (lambda: saved([b"a:\n" * 5_000] * 1_300), "LimitError bytes"),
    "a-header-without-end": (
        lambda: WORD.encode() + b"a: b\r\n " + b"c" * 19_000_000,
        "DamagedDocumentError",
    ),
    "folded-headers": (lambda: b"a: b\n" + b" c\n" * 6_000_000, "DamagedDocumentError"),
    "quotes-in-a-kind": (
        lambda: saved([b"Content-Type: multipart/related; a=" + b'";' * 7_000 + b"\n\n--x\n"] * 1_300),
        "DamagedDocumentError",
    ),
    "quotes-in-a-page": (
        lambda: saved([b"Content-Type: text/html; a=" + b'";' * 7_000 + b"\n\n" + HTML] * 1_300),
        "LimitError bytes",
    ),
    "base64": (
        lambda: saved([Part(b"<p>" + b"a" * 14_000_000, encoding="base64")]),
        "LimitError characters",
    ),
    "base64-of-tags": (lambda: saved([Part(b"<i>" * 4_500_000, encoding="base64")]), "LimitError elements"),
    "base64-lines": (
        lambda: saved(
            [b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n" + b"Y\n" * 9_000_000]
        ),
        "read",
    ),
    "soft-breaks": (
        lambda: saved(
            [b"Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n" + b"=\n" * 9_500_000]
        ),
        "EmptyDocumentError",
    ),
    "soft-breaks-with-spaces": (
        lambda: saved(
            [
                b"Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
                + b"= \t \n" * 3_500_000
            ]
        ),
        "EmptyDocumentError",
    ),
    "spaces-after-signs": (
        lambda: saved(
            [
                b"Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\na="
                + b"= " * 9_000_000
            ]
        ),
        "LimitError characters",
    ),
    "a-sheet-for-each-link": (lambda: linked(LINK * 300_000, b"a{}"), "LimitError characters"),
    "sheets-that-import-themselves": (
        lambda: linked(LINK, b"@import 's.css';" * 500_000),
        "LimitError characters",
    ),
    "imports-of-nothing": (lambda: linked(LINK, b"@import 't';" * 1_000_000), "LimitError characters"),
    "a-large-sheet": (lambda: linked(LINK, b".a{color:red}" * 700_000), "LimitError styles"),
    "frames": (
        lambda: saved([Part(b"<iframe src=b.html>" * 50_000, encoding="8bit", location=BASE)]),
        "ReportElsewhereError",
    ),
}


@pytest.mark.parametrize("name", MHT)
def test_a_saved_page_is_read_or_refused_within_the_bounds(name: str, tmp_path: Path) -> None:
    make, said = MHT[name]
    source = make()
    assert 1_000_000 < len(source) or name == "frames"
    assert said_of(source[:20_000_000], tmp_path, "read_by", "mht") == said


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>"
ROW = b"<w:tr><w:tc>" + TEXT + b"</w:tc></w:tr>"
NAMESPACES = 130_000


def of_many_schemas() -> bytes:
    return TEXT + b"".join(b'<a%d:b xmlns:a%d="%d"/>' % (n, n, n) for n in range(NAMESPACES))


def flat(body: bytes, **parts: bytes) -> bytes:
    document = f'<w:document xmlns:w="{W}"><w:body>'.encode() + body + b"</w:body></w:document>"
    return opc({"word/document.xml": document, **parts})


def text_in_base64() -> bytes:
    coded = b"<pkg:binaryData>" + encodebytes(b"<a>" * 240_000) + b"</pkg:binaryData><pkg:x>"
    return flat(TEXT).replace(b"<pkg:xmlData>", coded).replace(b"</pkg:xmlData>", b"</pkg:x>")


def one_name() -> bytes:
    again = b'<pkg:part pkg:name="/word/document.xml"/>' * 9_000
    return flat(TEXT).replace(b"</pkg:package>", again + b"</pkg:package>")


BOMB = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
FLAT: Cases = {
    "elements": (lambda: flat(b"<w:p/>" * 2_500_000), "LimitError elements"),
    "attributes": (lambda: flat(b'<w:p a="" b="" c="" d="" e=""/>' * 600_000), "LimitError elements"),
    "depth": (lambda: flat(b"<w:p>" * 300_000), "LimitError depth"),
    "a-long-text": (
        lambda: flat(b"<w:p><w:r><w:t>" + b"a" * 12_000_000 + b"</w:t></w:r></w:p>"),
        "LimitError characters",
    ),
    "parts": (lambda: opc({f"a{number}.xml": b"<a/>" for number in range(100_000)}), "LimitError elements"),
    "one-name": (one_name, "DamagedDocumentError"),
    "base64": (lambda: flat(TEXT, **{"word/media/a.png": bytes(13_000_000)}), "read"),
    "base64-of-the-text": (text_in_base64, "LimitError depth"),
    "namespaces": (lambda: flat(of_many_schemas()), "read"),
    "entities": (lambda: BOMB + flat(b"<w:p>&b;</w:p>"), "DamagedDocumentError"),
}


@pytest.mark.parametrize("name", FLAT)
def test_a_flat_package_is_read_or_refused_within_the_bounds(name: str, tmp_path: Path) -> None:
    make, said = FLAT[name]
    assert said_of(make()[:20_000_000], tmp_path, "read_by", "flat-opc") == said


INSERTED = b'<aml:annotation w:type="Word.Insertion"><aml:content>'
END = b"</aml:content></aml:annotation>"
HINT = b'<w:p><w:r><w:rPr><wx:font wx:val="a"/></w:rPr></w:r></w:p>'
BINARY = b'<w:p><w:r><w:pict><w:binData w:name="wordml://1.png">'


def word(body: bytes) -> bytes:
    return word_document("@").replace(b"<w:body>@", b"<w:body>" + body)


def pictures() -> bytes:
    return b"".join(
        b'<w:p><w:pict><w:binData w:name="%d"/></w:pict></w:p>' % number for number in range(99_000)
    )


def listed() -> bytes:
    level = '<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
    paragraph = '<w:p><w:pPr><w:listPr><w:ilfo w:val="1"/></w:listPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    lists = f'<w:listDef w:listDefId="1">{level}</w:listDef>' * 20_000
    lists += '<w:list w:ilfo="1"><w:ilst w:val="1"/></w:list>' * 20_000
    return word_document(paragraph * 30_000, lists=lists)


XML: Cases = {
    "elements": (lambda: word(b"<w:p/>" * 2_500_000), "LimitError elements"),
    "rows": (lambda: word(b"<w:tbl>" + ROW * 66_000 + b"</w:tbl>"), "LimitError rows"),
    "depth": (lambda: word(b"<wx:sect>" * 300_000), "LimitError depth"),
    "changes-in-changes": (lambda: word((INSERTED * 90 + TEXT + END * 90) * 900), "read"),
    "changes": (lambda: word((INSERTED + TEXT + END) * 60_000), "read"),
    "comments": (
        lambda: word(
            TEXT + b'<aml:annotation w:type="Word.Comment">' + TEXT * 130_000 + b"</aml:annotation>"
        ),
        "read",
    ),
    "hints": (lambda: word(TEXT + HINT * 95_000), "read"),
    "tags-of-a-schema": (
        lambda: word(b"<ns0:a>" + b"<ns0:b><w:p/></ns0:b>" * 190_000 + TEXT + b"</ns0:a>"),
        "LimitError blocks",
    ),
    "schemas": (lambda: word(of_many_schemas()), "LimitError elements"),
    "pictures": (
        lambda: word(TEXT + BINARY + b"A" * 18_000_000 + b"</w:binData></w:pict></w:r></w:p>"),
        "read",
    ),
    "names-of-pictures": (lambda: word(TEXT + pictures()), "read"),
    "lists": (listed, "read"),
    "headers": (
        lambda: word(TEXT + b"<w:sectPr><w:hdr>" + TEXT * 130_000 + b"</w:hdr></w:sectPr>"),
        "read",
    ),
    "entities": (lambda: BOMB + word(b"<w:p>&b;</w:p>"), "DamagedDocumentError"),
}


@pytest.mark.parametrize("name", XML)
def test_a_document_of_word_2003_is_read_or_refused_within_the_bounds(name: str, tmp_path: Path) -> None:
    make, said = XML[name]
    assert said_of(make()[:20_000_000], tmp_path, "read_by", "word-xml") == said
