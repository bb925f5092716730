"""Word documents as one XML file: the same as the DOCX whose parts they hold."""

from __future__ import annotations

import attrs
import pytest
from docx_archive import read_body
from shown_figures import report
from word_xml_samples import flat_opc, opc, parts_of, read_flat, to_2003

from govdisclose import registry
from govdisclose.document import DEFAULT_LIMITS, Document
from govdisclose.errors import (
    DamagedDocumentError,
    EmptyDocumentError,
    UnknownFormatError,
)
from govdisclose.readers.docx import READER as DOCX
from govdisclose.readers.flat_opc import READER
from govdisclose.testing.conformance import reader_tests
from govdisclose.testing.conformance._files import documents
from govdisclose.testing.formats import BYTES

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

test_the_reader_conforms = reader_tests(READER, flat_opc)


def same(document: Document, docx: bytes) -> bool:
    return attrs.evolve(document, format="docx") == DOCX.read(docx, DEFAULT_LIMITS)


def document(body: str) -> bytes:
    return f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()


def related(*targets: tuple[str, str]) -> bytes:
    found = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{RELATIONS}">{found}</Relationships>'.encode()


TEXT = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def texts(found: Document) -> list[str]:
    return [paragraph.text for paragraph in found.paragraphs]


@pytest.mark.parametrize("number", range(40))
def test_a_report_with_noise_in_its_cells_is_read_as_the_docx_is(number: int) -> None:
    docx = report("docx", number).noised.data
    found = read_flat(opc(parts_of(docx)))
    assert found.format == "flat-opc"
    assert same(found, docx)


@pytest.mark.parametrize("number", range(3))
def test_a_document_is_read_as_the_docx_is(number: int) -> None:
    docx = BYTES["docx"](documents()[number])
    assert same(read_flat(opc(parts_of(docx))), docx)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_it_is_claimed_by_this_reader_alone(codec: str) -> None:
    source = opc(parts_of(report("docx", 1).noised.data)).decode()
    source = source.replace('encoding="UTF-8"', f'encoding="{codec.removesuffix("-sig")}"')
    data = source.encode(codec)
    claims = [reader.id for reader in registry.builtin_readers() if reader.claims(data[:65536])]
    assert claims == ["flat-opc"]
    assert len(READER.read(data, DEFAULT_LIMITS).grids) == 3


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"<pkg:package>",
        b'<pkg:package xmlns:pkg="urn:other">',
        b'<a><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/></a>',
        b'<html xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">',
        b"\xff\xfe",
    ],
)
def test_other_files_are_not_claimed(head: bytes) -> None:
    assert not READER.claims(head)


@pytest.mark.parametrize(
    "root",
    [
        b'<package xmlns="http://schemas.microsoft.com/office/2006/xmlPackage">',
        b"<!-- a --><?b c?>\r\n<p:package\n  xmlns:p='http://schemas.microsoft.com/office/2006/xmlPackage'>",
    ],
)
def test_the_root_is_known_under_any_prefix(root: bytes) -> None:
    assert READER.claims(root)


def test_the_relationships_name_the_text_and_its_styles() -> None:
    styles = f'<w:styles xmlns:w="{W}"><w:style w:type="character" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    hidden = '<w:p><w:r><w:t>12</w:t></w:r><w:r><w:rPr><w:rStyle w:val="a"/></w:rPr><w:t>3</w:t></w:r></w:p>'
    parts = {
        "_rels/.rels": related(("officeDocument", "a/main.xml")),
        "a/main.xml": document(hidden),
        "a/_rels/main.xml.rels": related(("styles", "b/s.xml")),
        "a/b/s.xml": styles.encode(),
        "word/document.xml": document(TEXT.format("别的")),
    }
    assert texts(read_flat(opc(parts))) == ["12"]


def test_the_text_is_found_without_relationships() -> None:
    assert texts(read_flat(opc({"word/document.xml": document(TEXT.format("正文"))}))) == ["正文"]


def test_a_part_in_base64_is_read_where_it_is_needed() -> None:
    source = opc({"word/document.bin": document(TEXT.format("正文")), "word/media/a.png": b"a"})
    found = read_flat(source.replace(b"/word/document.bin", b"/word/document.xml"))
    assert texts(found) == ["正文"]
    assert [picture.address for picture in found.pictures] == ["word/media/a.png"]


def test_a_picture_of_any_size_is_passed_over() -> None:
    parts = {"word/document.xml": document(TEXT.format("正文")), "word/media/a.png": bytes(2_000_000)}
    assert texts(read_flat(opc(parts))) == ["正文"]


def test_namespaces_of_the_package_are_those_of_its_parts() -> None:
    source = opc({"word/document.xml": b"@"}).replace(
        b"@", f"<w:document><w:body>{TEXT.format('正文')}</w:body></w:document>".encode()
    )
    assert texts(read_flat(source.replace(b"<pkg:package ", f'<pkg:package xmlns:w="{W}" '.encode()))) == [
        "正文"
    ]


def test_a_cell_is_read_as_in_a_docx() -> None:
    raised = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>3</w:t></w:r>"
    cells = f"<w:tc>{TEXT.format('规章')}</w:tc><w:tc>{TEXT.format('12').replace('</w:p>', raised + '</w:p>')}</w:tc>"
    body = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    found = read_flat(opc({"word/document.xml": document(body)}))
    assert [cell.text for cell in found.grids[0].cells] == ["规章", "12"]
    assert found.grids == read_body(body).grids


ONE = opc({"word/document.xml": document(TEXT.format("1"))})
TWICE = ONE.replace(
    b"</pkg:package>",
    b'<pkg:part pkg:name="\\WORD\\document.xml"><pkg:xmlData><a/></pkg:xmlData></pkg:part></pkg:package>',
)
NOTHING = opc({"word/document.xml": b"@"}).replace(b"<pkg:xmlData>@</pkg:xmlData>", b"")


@pytest.mark.parametrize(
    ("source", "error", "said"),
    [
        (b" ", EmptyDocumentError, "no bytes"),
        (b"<a/>", DamagedDocumentError, "its root is a"),
        (opc({"word/document.xml": document("")}), EmptyDocumentError, "no text"),
        (opc({"word/styles.xml": b"<a/>"}), DamagedDocumentError, "word/document.xml"),
        (opc({"ppt/presentation.xml": b"<a/>"}), UnknownFormatError, "PowerPoint"),
        (NOTHING, DamagedDocumentError, "holds nothing"),
        (ONE[:-400], DamagedDocumentError, "not well-formed"),
        (TWICE, DamagedDocumentError, "more than once"),
        (ONE.replace(b"<?mso", b"<!DOCTYPE a><?mso"), DamagedDocumentError, "DOCTYPE"),
        (opc({}).replace(b"UTF-8", b"GBK"), DamagedDocumentError, "declares the encoding GBK"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(source: bytes, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        read_flat(source)


def test_a_document_of_word_2003_is_not_taken_for_one() -> None:
    assert not READER.claims(to_2003(BYTES["docx"](documents()[0]))[:65536])
