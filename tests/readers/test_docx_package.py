"""The package of a Word document: its parts, their relationships, and what is no package."""

from __future__ import annotations

from zipfile import ZIP_BZIP2

import pytest
from docx_archive import CELL, MAIN, OFFICE, RELATIONS, TEXT, archive, read, read_body, relations, texts, xml

from govdisclose.errors import (
    DamagedDocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    UnknownFormatError,
)

# --- the package


@pytest.mark.parametrize(
    "target",
    ["word/missing.xml", "../../etc/passwd", "file:///etc/passwd", "", "\\\\host\\share", "word/../../x.xml"],
)
def test_a_relationship_that_leads_nowhere_is_passed_over(target: str) -> None:
    assert texts(read(archive(relations(target), (MAIN, xml(TEXT))))) == ["示例市"]


@pytest.mark.parametrize(
    "target", ["/a/main.xml", "a/main.xml", "./a/main.xml", "A/Main.XML", "b/../a/main.xml"]
)
def test_the_main_part_is_the_one_that_the_package_names(target: str) -> None:
    data = archive(relations(target), ("a/main.xml", xml(TEXT)), (MAIN, xml("")))
    assert texts(read(data)) == ["示例市"]


def test_an_external_main_part_is_never_fetched() -> None:
    external = f'<Relationship Id="x" Type="{OFFICE}/officeDocument" TargetMode="External" Target="a.xml"/>'
    data = archive(relations("none.xml", external), ("a.xml", xml("")), (MAIN, xml(TEXT)))
    assert texts(read(data)) == ["示例市"]


def test_damaged_relationships_are_passed_over() -> None:
    assert texts(read(archive(("_rels/.rels", "<x"), (MAIN, xml(TEXT))))) == ["示例市"]


def test_a_damaged_numbering_is_passed_over() -> None:
    numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
    links = (
        "word/_rels/document.xml.rels",
        f'<Relationships xmlns="{RELATIONS}">'
        f'<Relationship Id="r" Type="{OFFICE}/numbering" Target="numbering.xml"/></Relationships>',
    )
    data = archive((MAIN, xml(numbered)), links, ("word/numbering.xml", "<!DOCTYPE x><x/>"))
    assert texts(read(data)) == ["甲"]


def test_a_missing_main_part_is_named() -> None:
    with pytest.raises(
        DamagedDocumentError, match=r"the part word/document\.xml, which holds the text, is missing"
    ):
        read(archive(relations(MAIN), ("word/styles.xml", "<x/>")))


def test_two_main_parts_are_refused() -> None:
    with pytest.raises(DamagedDocumentError, match=r"word/document\.xml stands more than once"):
        read(archive((MAIN, xml(TEXT)), ("Word/document.xml", xml("<w:p/>"))))


@pytest.mark.parametrize("name", ["/word/document.xml", "../word/document.xml", "x/../word/document.xml"])
def test_absolute_names_and_names_with_dots_are_passed_over(name: str) -> None:
    assert texts(read(archive((name, xml("<w:p/>")), (MAIN, xml(TEXT)), (name, "")))) == ["示例市"]


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("xl/workbook.xml", "an Excel workbook"),
        ("ppt/presentation.xml", "a PowerPoint presentation"),
        ("META-INF/manifest.xml", "an OpenDocument file"),
        ("OFD.xml", "an OFD document"),
        ("other.txt", "a ZIP archive and holds no Word document"),
    ],
)
def test_another_kind_of_archive_is_named(entry: str, kind: str) -> None:
    with pytest.raises(UnknownFormatError, match=kind):
        read(archive((entry, "<x/>")))


def test_a_workbook_that_its_package_names_is_no_document() -> None:
    with pytest.raises(UnknownFormatError, match="an Excel workbook"):
        read(archive(relations("xl/workbook.xml"), ("xl/workbook.xml", "<x/>")))


def test_an_encrypted_part_asks_for_a_password() -> None:
    data = bytearray(archive((MAIN, xml(TEXT))))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(EncryptedDocumentError, match="asks for a password"):
        read(bytes(data))


def test_a_method_that_inflates_without_bounds_is_refused() -> None:
    with pytest.raises(DamagedDocumentError, match="compressed by method 12"):
        read(archive((MAIN, xml(TEXT)), method=ZIP_BZIP2))


def test_a_truncated_file_is_damaged_at_every_length() -> None:
    data = archive(relations(MAIN), (MAIN, xml(TEXT)))
    with pytest.raises(DamagedDocumentError, match="its end is missing, so it was probably cut off"):
        read(data[: len(data) // 2])
    for length in range(1, len(data)):
        with pytest.raises(DamagedDocumentError):
            read(data[:length])


def test_nothing_at_all_is_an_empty_document() -> None:
    with pytest.raises(EmptyDocumentError, match="no bytes"):
        read(b"")
    blank = f"<w:tbl><w:tr>{CELL.format('', ' ') * 2}</w:tr></w:tbl>"
    for body in ("", "<w:p/>", "<w:p><w:r><w:drawing/></w:r></w:p>", "<w:tbl/>", blank):
        with pytest.raises(EmptyDocumentError, match="holds no text"):
            read_body(body)
