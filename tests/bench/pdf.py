"""What a PDF report costs, by ratio to what others pay for the same pages.

Run with ``python tests/bench/pdf.py``. LibreOffice prints the report once (Chromium too, where it is installed);
then each pair is timed in turn, and the median of the ratios pair by pair is printed. No time is asserted.
"""

from __future__ import annotations

import io
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
from attrs import frozen
from pdfminer.converter import PDFPageAggregator
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

sys.path.insert(0, str(Path(__file__).parents[1] / "readers"))

from pdf_producers import CHROMIUM, SOFFICE, Shape, by_chromium, by_soffice, docx, html
from pdf_samples import read

import govdisclose
from govdisclose.layouts import CN_2019

ROUNDS = 15


@frozen
class Pair:
    """Two jobs on the same bytes, and the ratio that is promised."""

    name: str
    ours: Callable[[], object]
    theirs: Callable[[], object]
    promised: float


def report() -> Shape:
    """A report of the 2019 form with all 198 entries on A4."""
    values = {table.key: dict.fromkeys(table.cells(), "0") for table in CN_2019.tables}
    return Shape(7, CN_2019, values, (210, 297), 20, 10.5, True, False)


def interpret(source: bytes) -> int:
    """pdfminer.six interpreting every page, its characters and lines collected, with no layout analysis."""
    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=None)
    interpreter = PDFPageInterpreter(manager, device)
    found = 0
    for page in PDFPage.get_pages(io.BytesIO(source)):
        interpreter.process_page(page)
        found += len(device.get_result())
    return found


def plumb(source: bytes) -> int:
    """pdfplumber's tables of every page."""
    with pdfplumber.open(io.BytesIO(source)) as document:
        return sum(len(page.extract_tables()) for page in document.pages)


def parse(source: bytes, backend: str) -> object:
    """A whole parse with one backend."""
    return govdisclose.parse_document(read(source, backend))


def pairs(source: bytes) -> list[Pair]:
    """The ratios that are promised."""
    slow, fast = (lambda: parse(source, "pdfminer")), (lambda: parse(source, "pdfium"))
    return [
        Pair("parse (pdfminer) / pdfminer interpreting", slow, lambda: interpret(source), 1.2),
        Pair("parse (pdfminer) / pdfplumber extract_tables", slow, lambda: plumb(source), 1),
        Pair("parse (pdfium) / parse (pdfminer)", fast, slow, 0.2),
    ]


def measure(pair: Pair) -> tuple[float, float, float]:
    """Median milliseconds of ours and theirs, and the median of the ratios."""
    pair.ours(), pair.theirs()
    times: list[tuple[float, float]] = []
    for _ in range(ROUNDS):
        spent = []
        for job in (pair.ours, pair.theirs):
            start = time.perf_counter()
            job()
            spent.append(1000 * (time.perf_counter() - start))
        times.append((spent[0], spent[1]))
    ours, theirs = (statistics.median(column) for column in zip(*times, strict=True))
    return ours, theirs, statistics.median(mine / other for mine, other in times)


def main() -> None:
    """Print the report by each producer that is there, and measure."""
    with tempfile.TemporaryDirectory() as folder:
        files: dict[str, bytes] = {}
        if SOFFICE:
            files["soffice"] = by_soffice({"report": docx(report())}, Path(folder))["report"]
        if CHROMIUM:
            files["chromium"] = by_chromium({"report": html(report())}, Path(folder))["report"]
    print(f"{'':58} {'ours ms':>9} {'theirs ms':>9} {'ratio':>7} {'promised':>9}")
    for producer, source in files.items():
        for pair in pairs(source):
            ours, theirs, ratio = measure(pair)
            name = f"{producer}: {pair.name}"
            print(f"{name:58} {ours:9.2f} {theirs:9.2f} {ratio:7.3f} {pair.promised:9.3f}")


if __name__ == "__main__":
    main()
