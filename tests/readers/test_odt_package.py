"""The files of OpenDocument texts: zipped and flat, encrypted, damaged, of another kind."""

from __future__ import annotations

import subprocess
import sys
from zipfile import ZIP_DEFLATED, ZIP_STORED

import pytest
from odt_markup import (
    KIND,
    MIMETYPE,
    SPACES,
    archive,
    content,
    flat,
    p,
    sheet,
    span,
    tbl,
    tc,
    text_style,
    texts,
    tr,
)

import govdisclose
from govdisclose import registry
from govdisclose.containers import members_of
from govdisclose.document import DEFAULT_LIMITS, Document, Picture
from govdisclose.errors import (
    DamagedDocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    UnknownFormatError,
)
from govdisclose.readers.odt import READER

BODY = p("示例市") + tbl(tr(tc("规章"), tc("12")))


def read(source: bytes) -> Document:
    return READER.read(source, DEFAULT_LIMITS)


def claimed(source: bytes) -> bool:
    return READER.claims(source[:65_536], members_of(source))


def test_a_package_and_a_flat_file_say_the_same() -> None:
    packed, single = read(archive({"content.xml": content(BODY)})), read(flat(BODY))
    assert texts(packed) == ["示例市", "规章|12"]
    assert packed.blocks == single.blocks
    assert (packed.format, single.format) == ("odt", "odt")


def test_common_styles_stand_in_a_part_of_their_own() -> None:
    hidden = text_style("h", 'text:display="none"')
    source = archive({"content.xml": content(p("12" + span("3", "h"))), "styles.xml": sheet(hidden)})
    assert texts(read(source)) == ["12"]
    single = content(p("12" + span("3", "T1")), text_style("T1", "", "h"))
    assert texts(read(archive({"content.xml": single, "styles.xml": sheet(hidden)}))) == ["12"]


def test_styles_that_are_damaged_may_have_hidden_anything() -> None:
    with pytest.raises(DamagedDocumentError, match=r"styles\.xml is not well-formed XML"):
        read(archive({"content.xml": content(BODY), "styles.xml": b"<"}))


def test_the_pictures_of_a_package_are_named() -> None:
    source = archive({"content.xml": content(BODY), "Pictures/1.png": b"1", "Thumbnails/2.png": b"2"})
    assert read(source).pictures == (Picture("Pictures/1.png"),)


@pytest.mark.parametrize("kind", ["", "-template", "-master", "-web"])
def test_texts_of_every_kind_are_known_by_their_content(kind: str) -> None:
    source = archive({"mimetype": MIMETYPE + kind.encode(), "content.xml": content(BODY)})
    assert registry.reader_for(source) is READER
    assert registry.reader_for(flat(BODY).replace(KIND.encode(), KIND.encode() + kind.encode(), 1)) is READER


def test_a_package_is_known_whatever_the_order_of_its_parts() -> None:
    source = archive({"content.xml": content(BODY), "mimetype": MIMETYPE})
    assert registry.reader_for(source) is READER
    assert (
        registry.reader_for(archive({"content.xml": content(BODY), "META-INF/manifest.xml": b"<m/>"}))
        is READER
    )


def test_the_beginning_of_a_package_is_enough() -> None:
    source = archive({"content.xml": content(BODY)})
    assert READER.claims(source[:200])
    with pytest.raises(DamagedDocumentError, match="probably cut off"):
        read(source[:200])


def test_a_flat_file_may_begin_with_a_mark_and_white_space_and_be_in_utf_8_only() -> None:
    assert registry.reader_for(b"\xef\xbb\xbf" + flat(BODY)) is READER
    assert registry.reader_for(b"\n " + flat(BODY).split(b"?>", 1)[1]) is READER


@pytest.mark.parametrize("kind", ["spreadsheet", "presentation", "graphics", "chart", "spreadsheet-template"])
def test_other_kinds_are_left_to_other_readers(kind: str) -> None:
    mimetype = f"application/vnd.oasis.opendocument.{kind}".encode()
    source = archive({"mimetype": mimetype, "content.xml": content(BODY)})
    assert not claimed(source)
    assert not claimed(flat(BODY).replace(MIMETYPE, mimetype))
    with pytest.raises(UnknownFormatError, match=rf"an OpenDocument {kind.partition('-')[0]}, not a text"):
        read(source)


def test_an_archive_that_is_no_text_is_not_claimed() -> None:
    assert not claimed(archive({"word/document.xml": b"<w/>", "[Content_Types].xml": b"<t/>"}))
    assert not claimed(archive({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<c/>"}))
    assert not claimed(b"<office:document>")
    assert not claimed(b"<html><body>application/vnd.oasis.opendocument.text</body></html>")


def test_a_body_of_another_kind_is_named() -> None:
    body = f"<office:document-content {SPACES}><office:body><office:spreadsheet/></office:body></office:document-content>"
    with pytest.raises(UnknownFormatError, match="an OpenDocument spreadsheet, not a text"):
        read(archive({"content.xml": body.encode()}))


@pytest.mark.parametrize(
    "parts",
    [
        {"content.xml": b"\x00\x01", "META-INF/manifest.xml": b"<m><manifest:encryption-data/></m>"},
        {"encrypted-package": b"\x00\x01", "content.xml": b""},
    ],
)
def test_an_encrypted_file_is_named(parts: dict[str, bytes]) -> None:
    with pytest.raises(EncryptedDocumentError, match="the document is encrypted; save it without a password"):
        read(archive(parts))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (archive({"styles.xml": b"<s/>"}), r"content\.xml, which holds the text, is missing"),
        (archive({"content.xml": b"<office"}), r"content\.xml is not well-formed XML"),
        (archive({"content.xml": b"<a/>"}), r"content\.xml is no OpenDocument: its root is a"),
        (
            archive({"content.xml": f"<office:document-content {SPACES}/>".encode()}),
            "the file has no office:text",
        ),
        (b"PK\x05\x06" + bytes(18), "is none that holds anything"),
        (flat(BODY)[:-20], "not well-formed XML"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + flat(BODY).split(b"?>", 1)[1], "declares a DOCTYPE"),
    ],
)
def test_a_damaged_file_says_what_is_wrong(source: bytes, message: str) -> None:
    with pytest.raises(DamagedDocumentError, match=message):
        read(source)


def test_another_root_is_another_format() -> None:
    with pytest.raises(UnknownFormatError, match="no OpenDocument: its root is html"):
        read(b"<html/>")


def test_an_empty_file_and_an_empty_text_are_named() -> None:
    with pytest.raises(EmptyDocumentError, match="the file has no bytes"):
        read(b"")
    with pytest.raises(EmptyDocumentError, match="the document holds no text"):
        read(flat(p(" ")))


def test_the_kind_may_be_compressed() -> None:
    from io import BytesIO
    from zipfile import ZipFile

    target = BytesIO()
    with ZipFile(target, "w") as written:
        written.writestr("content.xml", content(BODY), ZIP_STORED)
        written.writestr("mimetype", MIMETYPE + b"\n", ZIP_DEFLATED)
    assert registry.reader_for(target.getvalue()) is READER
    assert texts(read(target.getvalue())) == ["示例市", "规章|12"]


def test_a_report_is_read_through_the_front_door() -> None:
    from govdisclose.layouts import CN_2021
    from govdisclose.testing.documents import filled
    from govdisclose.testing.numbers import base_cells, completed
    from govdisclose.testing.values import printed
    from govdisclose.writers.odt import WRITER, write_flat

    cells = {
        table.key: printed(table, completed(table, dict.fromkeys(base_cells(table), 3)))
        for table in CN_2021.tables
    }
    drawn = filled(CN_2021, cells, year=2022)
    for write in (WRITER.write, write_flat):
        result = govdisclose.parse(write(drawn.document))
        assert {(entry.table, entry.row, entry.column): entry.raw for entry in result.entries} == drawn.truth
        assert result.report.organ == "示例市教育局"


def test_nothing_heavy_is_loaded_before_a_file_is_read() -> None:
    code = (
        "import sys; import govdisclose.readers.odt; print('lxml' in sys.modules, 'zipfile' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout == "False False\n"
