"""Reports saved as Word 97 documents by a program that people use, read here and by programs that share no code with us."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from pdf_producers import SOFFICE, by_soffice, docx, shape
from shown_figures import BAD, report

from govdisclose.document import DEFAULT_LIMITS, Document
from govdisclose.grid import Grid
from govdisclose.readers.doc import READER
from govdisclose.readers.docx import READER as DOCX

if SOFFICE is None:
    pytest.skip("LibreOffice is not installed", allow_module_level=True)

PLAIN, NOISED = (0, 1, 2), (3, 7)


@pytest.fixture(scope="module")
def sources() -> dict[str, bytes]:
    """Word documents by name: reports as they are, and reports with noise in their cells."""
    plain = {f"plain {number}": docx(shape(number)) for number in PLAIN}
    return plain | {f"noised {number}": report("docx", number).noised.data for number in NOISED}


@pytest.fixture(scope="module")
def saved(sources: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same, as Word 97 documents; all by one run of the program."""
    names = {str(index): name for index, name in enumerate(sources)}
    files = {index: sources[name] for index, name in names.items()}
    found = by_soffice(files, tmp_path_factory.mktemp("doc"), "doc:MS Word 97")
    return {names[index]: data for index, data in found.items()}


def said(document: Document) -> list[object]:
    return [
        [(cell.text, cell.row, cell.column, cell.rowspan, cell.colspan) for cell in block.cells]
        if isinstance(block, Grid)
        else block.text
        for block in document.blocks
    ]


@pytest.mark.parametrize("name", [f"plain {number}" for number in PLAIN])
def test_a_report_is_read_as_the_word_document_that_it_was(
    name: str, sources: dict[str, bytes], saved: dict[str, bytes]
) -> None:
    read = said(READER.read(saved[name], DEFAULT_LIMITS))
    assert sum(isinstance(block, list) for block in read) >= 3
    assert read == said(DOCX.read(sources[name], DEFAULT_LIMITS))


@pytest.mark.parametrize("number", NOISED)
def test_no_entry_of_a_report_with_noise_is_wrong_or_silent(number: int, saved: dict[str, bytes]) -> None:
    from office_figures import judge

    verdicts = judge(report("docx", number), saved[f"noised {number}"])
    assert len(verdicts) > 150
    assert [verdict for verdict in verdicts if verdict.outcome in BAD] == []


@pytest.mark.parametrize("name", [f"plain {number}" for number in PLAIN])
def test_a_converter_of_another_author_comes_to_the_same(
    name: str, saved: dict[str, bytes], tmp_path: Path
) -> None:
    doc2docx = pytest.importorskip("doc2docx")
    source, target = tmp_path / "report.doc", tmp_path / "report.docx"
    source.write_bytes(saved[name])
    doc2docx.convert(source, target)
    other = DOCX.read(target.read_bytes(), DEFAULT_LIMITS)
    assert said(READER.read(saved[name], DEFAULT_LIMITS)) == said(other)


def test_a_report_takes_at_most_four_times_as_long_as_the_word_document(
    sources: dict[str, bytes], saved: dict[str, bytes]
) -> None:
    def fastest(work: object, source: bytes) -> float:
        assert callable(work)
        times: list[float] = []
        for _ in range(9):
            begun = time.process_time()  # a busy machine does not decide
            work(source, DEFAULT_LIMITS)
            times.append(time.process_time() - begun)
        return min(times)

    names = [f"plain {number}" for number in PLAIN]
    ours = sum(fastest(READER.read, saved[name]) for name in names)
    assert ours <= 4 * sum(fastest(DOCX.read, sources[name]) for name in names)
