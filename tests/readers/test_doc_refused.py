"""Files that look like Word 97 documents and are none, are locked or broken: a typed error says which."""

from __future__ import annotations

import struct

import pytest
from doc_writer import Files, doc, ole, par, row

from govdisclose import parse
from govdisclose.containers import is_plausible, members_of
from govdisclose.document import DEFAULT_LIMITS
from govdisclose.errors import (
    DamagedDocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    LimitError,
    UnknownFormatError,
    UnreadableDocumentError,
)
from govdisclose.limits import Limits
from govdisclose.readers.doc import READER
from govdisclose.registry import reader_for

DOCUMENT = doc([par("总体情况"), *row("规章", "12"), par()])


def refused(source: bytes, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        READER.read(source, DEFAULT_LIMITS)


def changed(at: int, data: bytes) -> bytes:
    """The document with bytes of its main stream changed, which begins behind the head of the file."""
    place = 512 + at
    return DOCUMENT[:place] + data + DOCUMENT[place + len(data) :]


def test_a_document_is_told_by_the_name_of_its_main_stream() -> None:
    assert members_of(DOCUMENT) == ("1Table", "WordDocument")
    assert reader_for(DOCUMENT).id == "doc"


def test_the_name_may_be_written_in_other_letters() -> None:
    assert READER.claims(DOCUMENT[:100], ("WORDDOCUMENT",))


def test_an_ole_file_without_the_stream_is_claimed_by_nobody() -> None:
    works = ole({"MatOST": b"1", "CONTENTS": b"2"})
    with pytest.raises(UnknownFormatError, match="of a program that is not known"):
        reader_for(works)
    refused(works, UnknownFormatError, "holds no stream WordDocument")


def test_word_95_and_before() -> None:
    refused(
        changed(2, struct.pack("<H", 104)), UnknownFormatError, r"Word 95 or before \(version 104\).*DOCX"
    )
    refused(changed(0, struct.pack("<H", 0xA5DC)), UnknownFormatError, "Word 95 or before")


def test_an_encrypted_document() -> None:
    refused(changed(0x0A, struct.pack("<H", 0x0300)), EncryptedDocumentError, "save it without a password")
    with pytest.raises(EncryptedDocumentError):
        parse(changed(0x0A, struct.pack("<H", 0x8300)))


def test_a_main_stream_of_something_else() -> None:
    refused(changed(0, b"\0\0"), DamagedDocumentError, "not as Word writes it")


def test_a_table_stream_that_is_missing() -> None:
    refused(changed(0x0A, b"\0\0"), DamagedDocumentError, "0table.*is missing")


@pytest.mark.parametrize(
    ("index", "message"),
    [(33, "table of pieces is missing"), (12, "pages of properties"), (13, "pages of properties")],
)
def test_a_table_that_is_missing(index: int, message: str) -> None:
    refused(changed(0x9A + 8 * index, bytes(8)), DamagedDocumentError, message)


def test_a_document_without_text() -> None:
    refused(doc([], Files(after="\r", counts=(0, 1))), EmptyDocumentError, "no text")
    refused(doc([par()]), EmptyDocumentError, "no text")


def test_a_file_without_bytes_and_one_that_is_no_ole_file() -> None:
    refused(b"", EmptyDocumentError, "no bytes")
    refused(b"PK\3\4", DamagedDocumentError, "no OLE file")


def test_a_style_sheet_that_is_missing_says_nothing() -> None:
    document = READER.read(changed(0x9A + 8, bytes(8)), DEFAULT_LIMITS)
    assert len(document.blocks) == 2


def test_counts_of_stories_that_are_not_true() -> None:
    refused(changed(0x4C, struct.pack("<I", 900)), DamagedDocumentError, "more characters than it has")
    refused(changed(0x50, struct.pack("<I", 0xFFFFFFFF)), DamagedDocumentError, "fewer than no")


def test_a_file_that_was_cut_off() -> None:
    for size in (600, 2000, 3000, len(DOCUMENT) // 2, len(DOCUMENT) - 600):
        with pytest.raises(UnreadableDocumentError):
            READER.read(DOCUMENT[:size], DEFAULT_LIMITS)


def test_the_limits_on_bytes_and_characters() -> None:
    for limits in (Limits(bytes=100), Limits(characters=5), Limits(elements=10), Limits(inflated=100)):
        with pytest.raises(LimitError):
            READER.read(DOCUMENT, limits)


def test_counts_of_sectors_that_the_file_cannot_hold() -> None:
    assert is_plausible(DOCUMENT)
    for at in (44, 64, 72):
        lying = DOCUMENT[:at] + struct.pack("<I", 100_000) + DOCUMENT[at + 4 :]
        assert not is_plausible(lying)
        assert members_of(lying) == ()
        refused(lying, DamagedDocumentError, "more sectors than the file has")


def test_a_stream_that_is_said_to_be_longer_than_the_file() -> None:
    place = DOCUMENT.index("WordDocument".encode("utf-16-le")) + 120
    lying = DOCUMENT[:place] + struct.pack("<I", 0x7FFFFFFF) + DOCUMENT[place + 4 :]
    refused(lying, DamagedDocumentError, "longer than the file")
