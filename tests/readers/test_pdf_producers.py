"""Reports as LibreOffice and Chromium print them: every entry exact or flagged, and the same by both backends.

``GOVDISCLOSE_PDF_SHAPES`` sets how many reports each of them prints; the default is for everyday runs.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from pdf_figures import outcomes, some_rules
from pdf_ink import alarms
from pdf_producers import (
    CHROMIUM,
    SOFFICE,
    Shape,
    by_chromium,
    by_soffice,
    docx,
    docx_with,
    html,
    html_with,
    shape,
)
from pdf_samples import BACKENDS, read

import govdisclose
from govdisclose.document import DEFAULT_LIMITS, Document
from govdisclose.layouts import CN_2019
from govdisclose.readers.pdf import _pdfium
from govdisclose.result import Result
from seed_samples import SEEDS, needs_seeds

SHAPES = [shape(number) for number in range(int(os.environ.get("GOVDISCLOSE_PDF_SHAPES", "16")))]

Producer = tuple[Callable[[Shape], bytes], Callable[[Mapping[str, bytes], Path], dict[str, bytes]]]
PRODUCERS: dict[str, Producer] = {"soffice": (docx, by_soffice), "chromium": (html, by_chromium)}


@pytest.fixture(scope="module", params=PRODUCERS)
def producer(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    if {"soffice": SOFFICE, "chromium": CHROMIUM}[name] is None:
        pytest.skip(f"{name} is not installed")
    return name


@pytest.fixture(scope="module")
def printed(producer: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    write, convert = PRODUCERS[producer]
    return convert({str(item.number): write(item) for item in SHAPES}, tmp_path_factory.mktemp(producer))


def parse(document: Document) -> Result:
    return govdisclose.parse_document(document)


@pytest.mark.parametrize("backend", BACKENDS)
def test_every_entry_is_exact_or_flagged(printed: dict[str, bytes], backend: str) -> None:
    counts: Counter[str] = Counter()
    for item in SHAPES:
        found, wrong = outcomes(item, parse(read(printed[str(item.number)], backend)))
        assert wrong == []
        counts += found
    assert counts["exact"] > 8 * counts["flagged"]  # two of the tables are wider than their paper


def test_the_ink_of_each_cell_is_that_of_its_text(printed: dict[str, bytes]) -> None:
    for item in SHAPES[:4]:
        source = printed[str(item.number)]
        assert alarms(source, read(source, "pdfium"), _pdfium.read_pages(source, DEFAULT_LIMITS)) == []


def test_both_backends_read_the_same_tables(printed: dict[str, bytes]) -> None:
    def cells(source: bytes, backend: str) -> list[tuple[str, int, int, int, int]]:
        return [
            (
                cell.text if "\ufffd" not in cell.text else "",
                cell.row,
                cell.column,
                cell.rowspan,
                cell.colspan,
            )
            for grid in read(source, backend).grids
            for cell in grid.cells
        ]

    differing = [
        number for number, source in printed.items() if cells(source, "pdfminer") != cells(source, "pdfium")
    ]
    assert differing == []


@pytest.fixture(scope="module")
def unruled(producer: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    write = {"soffice": docx_with, "chromium": html_with}[producer]
    _, convert = PRODUCERS[producer]
    files = {str(item.number): write(item, *some_rules(item)) for item in SHAPES}
    return convert(files, tmp_path_factory.mktemp(f"{producer}-unruled"))


@pytest.mark.parametrize("backend", BACKENDS)
def test_without_rules_every_entry_is_exact_or_flagged(unruled: dict[str, bytes], backend: str) -> None:
    counts: Counter[str] = Counter()
    for item in SHAPES:
        found, wrong = outcomes(item, parse(read(unruled[str(item.number)], backend)))
        assert wrong == []
        counts += found
    assert counts["exact"] > 3 * counts["flagged"]  # before columns were aligned it was one of ten


@needs_seeds
@pytest.mark.parametrize("backend", BACKENDS)
def test_the_published_reports_keep_all_their_entries(producer: str, backend: str, tmp_path: Path) -> None:
    shapes = {}
    wanted = {}
    for number, path in enumerate(sorted(SEEDS.glob("*.txt"))):
        result = govdisclose.parse(path)
        values: dict[str, dict[tuple[str, str], str]] = {}
        for entry in result.entries:
            values.setdefault(entry.table, {})[entry.row, entry.column] = entry.raw.strip()
        shapes[str(number)] = Shape(number, CN_2019, values, (210, 297), 20, 10.5, True, False)
        wanted[str(number)] = [(entry.path, entry.state, entry.value) for entry in result.entries]
    write, convert = PRODUCERS[producer]
    files = convert({name: write(item) for name, item in shapes.items()}, tmp_path)
    for name, source in files.items():
        found = [(entry.path, entry.state, entry.value) for entry in parse(read(source, backend)).entries]
        assert (name, len(found)) == (name, 198)
        assert found == wanted[name]


EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"


def test_the_examples_read_the_same_when_printed(producer: str, tmp_path: Path) -> None:
    suffix = {"soffice": ".docx", "chromium": ".html"}[producer]
    sources = {path.stem: path for path in sorted(EXAMPLES.glob(f"*{suffix}"))}
    _, convert = PRODUCERS[producer]
    files = convert({name: path.read_bytes() for name, path in sources.items()}, tmp_path)

    def told(result: Result) -> tuple[object, ...]:
        report = result.report
        entries = [(entry.path, entry.state, entry.value) for entry in result.entries]
        return (report.organ, report.year, [section.key for section in report.sections], entries)

    assert len(files) == {"soffice": 4, "chromium": 6}[producer]
    assert [
        name
        for name in files
        if told(govdisclose.parse(files[name])) != told(govdisclose.parse(sources[name]))
    ] == []
