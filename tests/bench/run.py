"""What a whole parse costs, by ratio to what others pay for the same bytes.

Run with ``poe bench``. Each pair is timed in turn, many times, and the median of the ratios pair by pair is printed,
so that a machine whose speed drifts does not decide. Nothing here is a test: no time is asserted.
"""

from __future__ import annotations

import io
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import attrs

import govdisclose
from govdisclose.document import Document
from govdisclose.grammar.draw import draw
from govdisclose.layouts import CN_2019
from govdisclose.writers.docx import WRITER as DOCX
from govdisclose.writers.html import WRITER as HTML
from govdisclose.writers.text import write as write_text

ROUNDS = 40


@attrs.frozen
class Pair:
    """Two jobs on the same bytes, and the ratio that is promised."""

    name: str
    ours: Callable[[], object]
    theirs: Callable[[], object]
    promised: float


def report() -> Document:
    """A report of the 2019 form with all 198 entries, and prose of the usual length."""
    texts = {table.key: {path: "0" for number, path in enumerate(table.cells())} for table in CN_2019.tables}
    sentence = "本单位按照要求及时公开各类信息，健全工作制度，明确责任分工，接受社会监督。"
    prose = {section.key: [sentence * 3] * 3 for section in CN_2019.sections}
    return draw(CN_2019, texts, title=["示例市机关事务管理局2019年政府信息公开工作年度报告"], prose=prose)


def pairs() -> list[Pair]:
    """The jobs. pandas and python-docx are imported here, not with the module."""
    import pandas
    from docx import Document as WordDocument

    document = report()
    docx, html, text = DOCX.write(document), HTML.write(document), write_text(document)
    opened = WordDocument(io.BytesIO(docx))

    def row_cells() -> int:
        return sum(len(row.cells) for table in opened.tables for row in table.rows)

    def read_cells() -> list[str]:
        word = WordDocument(io.BytesIO(docx))
        return [cell.text for table in word.tables for row in table.rows for cell in row.cells]

    page = html.decode("utf-8")
    return [
        Pair(
            "docx: parse / python-docx open, row.cells, text",
            lambda: govdisclose.parse(docx),
            read_cells,
            1 / 8,
        ),
        Pair(
            "docx: parse / row.cells of an open document", lambda: govdisclose.parse(docx), row_cells, 1 / 8
        ),
        Pair(
            "html: parse / pandas.read_html",
            lambda: govdisclose.parse(html),
            lambda: pandas.read_html(io.StringIO(page)),
            1,
        ),
        Pair(
            "text: parse / html: parse", lambda: govdisclose.parse(text), lambda: govdisclose.parse(html), 2
        ),
    ]


def measure(pair: Pair) -> tuple[float, float, float]:
    """Median milliseconds of ours and theirs, and the median of the ratios."""
    pair.ours(), pair.theirs()
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(ROUNDS):
        for job, times in ((pair.ours, ours), (pair.theirs, theirs)):
            start = time.perf_counter()
            job()
            times.append(1000 * (time.perf_counter() - start))
    ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    return statistics.median(ours), statistics.median(theirs), statistics.median(ratios)


def import_times() -> tuple[float, float, float]:
    """The same for ``import govdisclose`` against ``import attrs``, each in fresh processes."""

    def run(code: str) -> float:
        timed = (
            f"import time; start = time.perf_counter(); {code}; print(1000 * (time.perf_counter() - start))"
        )
        return float(subprocess.run([sys.executable, "-c", timed], check=True, capture_output=True).stdout)  # noqa: S603

    ours, theirs = [], []
    for _ in range(15):
        ours.append(run("import govdisclose"))
        theirs.append(run("import attrs"))
    ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    return statistics.median(ours), statistics.median(theirs), statistics.median(ratios)


def main() -> None:
    """Measure all and print a table."""
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, {ROUNDS} rounds"
    )
    print(f"{'':48} {'ours ms':>9} {'theirs ms':>9} {'ratio':>7} {'promised':>9}")
    for pair in pairs():
        ours, theirs, ratio = measure(pair)
        print(f"{pair.name:48} {ours:9.2f} {theirs:9.2f} {ratio:7.3f} {pair.promised:9.3f}")
    ours, theirs, ratio = import_times()
    print(f"{'import govdisclose / import attrs':48} {ours:9.2f} {theirs:9.2f} {ratio:7.3f} {2:9.3f}")


if __name__ == "__main__":
    main()
