"""The command for damaged files tells what comes of each, and a number is always the same copy."""

from __future__ import annotations

import pytest
from damaged_files import mutant
from mutant_figures import FORMATS, bases_of, outcome, tried

from govdisclose.document import Document, Limits, Reader
from govdisclose.errors import DamagedDocumentError, LimitError

BASES = [b"<a><b c='1'>12</b><d/><b e=\"3\">45</b></a>", b"plain 12 text 345"]


def failing(error: BaseException) -> Reader:
    def read(source: bytes, limits: Limits) -> Document:
        raise error

    return Reader("x", ("x/x",), (".x",), lambda head: True, read)


def test_a_number_is_always_the_same_copy_and_others_are_others() -> None:
    copies = [mutant(BASES, "a", number) for number in range(60)]
    assert copies == [mutant(BASES, "a", number) for number in range(60)]
    assert len(set(copies)) > 40


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (DamagedDocumentError("a"), "DamagedDocumentError"),
        (LimitError("rows", 1, 2), "LimitError rows"),
        (KeyError("a"), "UNTYPED KeyError: 'a'"),
        (MemoryError(), "UNTYPED MemoryError: "),
    ],
)
def test_what_comes_of_a_file_is_told(error: BaseException, said: str) -> None:
    assert outcome(failing(error), b"a") == said


@pytest.mark.parametrize("format", ["mht", "flat-opc", "word-xml", "html", "docx", "text"])
def test_the_files_of_a_format_are_of_its_reader(format: str) -> None:
    bases, reader = bases_of(format)
    assert reader is not None
    assert reader.id == format
    assert [outcome(reader, base) for base in bases] == ["document"] * len(bases)


def test_copies_are_read_in_a_process_of_their_own() -> None:
    bases, reader = bases_of("text")
    assert reader is not None
    found = list(tried("text", bases, reader, range(5)))
    assert [number for number, _, _ in found] == [0, 1, 2, 3, 4]
    assert {said for _, said, _ in found} <= {"document", "UnknownFormatError", "EmptyDocumentError"}


def test_every_format_that_office_programs_save_is_there() -> None:
    assert {"doc", "rtf", "odt", "fodt"} <= set(FORMATS)
