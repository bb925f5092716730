"""What a page shows, judged without the code that reads its source: the page is printed, and both must agree.

Run with ``poe shown`` (``--count`` reports for each format, from ``--first`` on; the same numbers give the same
reports). Each report of either national form has noise of several kinds in its cells (``govdisclose.testing.cells``).
LibreOffice prints the Word documents and Chromium the web pages, as far as they are installed; the source and the
print are read, the print by both backends, and every entry of each reading is held against what a person sees there.
An entry is exact, or it has no value and findings say why; it is silent where it has no value and nothing is said, wrong
where it has another value, and an alarm where something harmless costs a value or a warning. Each of the latter three
is printed with the number of its report. The command fails if there is one.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random

from attrs import frozen
from pdf_producers import CHROMIUM, SOFFICE, by_chromium, by_soffice
from pdf_samples import BACKENDS, read

import govdisclose
from govdisclose.errors import GovdiscloseError
from govdisclose.grammar.layout import Layout
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.testing.cells import (
    CELL_NOISES,
    CellNoise,
    Format,
    Judged,
    Noised,
    Outcome,
    judged,
    noised,
    paired,
)
from govdisclose.testing.documents import Filled, filled
from govdisclose.testing.numbers import base_cells, completed
from govdisclose.testing.values import printed

__all__ = ["BAD", "PRODUCERS", "Report", "every_kind", "judge", "main", "printed_reports", "report"]

LAYOUTS = (CN_2019, CN_2021)
PRODUCERS: Mapping[Format, str | None] = {"docx": SOFFICE, "html": CHROMIUM}
BAD = (Outcome.SILENT, Outcome.WRONG, Outcome.ALARM)
BATCH = 40  # reports that one run of a producer prints, or one process
ENTRIES, PAIRS = 6, 1  # cells of a report with noise of one kind, and of two
LABELED = 2  # every so many reports a label has noise


@frozen
class Report:
    """One report by its number: the file and what is seen in it."""

    number: int
    noised: Noised


def form(layout: Layout, random: Random) -> Filled:
    """A filled form that adds up, with numbers of two or three digits where it may have noise."""
    texts = {}
    for table in layout.tables:
        numbers = {cell: random.randrange(10, 60) for cell in base_cells(table)}
        texts[table.key] = printed(table, completed(table, numbers))
    return filled(layout, texts, year=random.randrange(2019, 2026))


def report(kind: Format, number: int) -> Report:
    """The same number is the same report; the kinds are dealt in turn, so that each comes as often as others."""
    random = Random(f"shown {kind} {number}")  # noqa: S311
    entries = [noise for noise in CELL_NOISES[kind].values() if noise.on == "entry"]
    labels = [noise for noise in CELL_NOISES[kind].values() if noise.on == "label"]
    noises = _dealt(entries, number * ENTRIES, ENTRIES)
    if number % LABELED == 0:
        noises += _dealt(labels, number // LABELED, 1)
    both: list[CellNoise] = []
    while len(both) < PAIRS:
        if (pair := paired(random.choice(entries), random.choice(entries))) is not None:
            both.append(pair)
    return Report(number, noised(form(LAYOUTS[number % 2], random), [*noises, *both], number))


def every_kind(kind: Format, *, entries: int = 24, labels: int = 4) -> Iterator[Report]:
    """The fewest reports in which each kind comes once: so many of them in the cells of a report, and on its labels."""
    kinds = CELL_NOISES[kind].values()
    in_cells = [noise for noise in kinds if noise.on == "entry"]
    on_labels = [noise for noise in kinds if noise.on == "label"]
    for number in range(max(-(-len(in_cells) // entries), -(-len(on_labels) // labels))):
        noises = in_cells[number * entries :][:entries] + on_labels[number * labels :][:labels]
        filled_in = form(LAYOUTS[number % 2], Random(f"every {kind} {number}"))  # noqa: S311
        yield Report(number, noised(filled_in, noises, number))


def _dealt(kinds: Sequence[CellNoise], start: int, count: int) -> list[CellNoise]:
    """Some kinds of a pack that is shuffled anew each time that it is used up."""
    dealt = []
    for at in range(start, start + count):
        pack = list(kinds)
        Random(f"pack {at // len(pack)}").shuffle(pack)  # noqa: S311
        dealt.append(pack[at % len(pack)])
    return list(dict.fromkeys(dealt))


def printed_reports(kind: Format, reports: Sequence[Report], folder: Path) -> dict[str, bytes]:
    """The PDF of each report by its number, as the program for its format prints it."""
    files = {str(item.number): item.noised.data for item in reports}
    return by_soffice(files, folder) if kind == "docx" else by_chromium(files, folder)


def judge(item: Report, pdf: bytes | None) -> Iterator[tuple[str, Judged]]:
    """Every entry of the source and, where there is a print, of each backend's reading of it."""
    for name in ("source", *(BACKENDS if pdf is not None else ())):
        try:
            if pdf is None or name == "source":
                result = govdisclose.parse(item.noised.data)
            else:
                result = govdisclose.parse_document(read(pdf, name))
        except GovdiscloseError as error:
            yield name, Judged("", "", Outcome.SILENT, f"{type(error).__name__}: {error}")
            continue
        for verdict in judged(item.noised, result, printed=name != "source"):
            yield name, verdict


def _batch(kind: Format, numbers: range) -> tuple[dict[tuple[str, str], Counter[Outcome]], list[str]]:
    reports = [report(kind, number) for number in numbers]
    with tempfile.TemporaryDirectory() as folder:
        pdfs = printed_reports(kind, reports, Path(folder))
    counts: dict[tuple[str, str], Counter[Outcome]] = defaultdict(Counter)
    bad = []
    for item in reports:
        for reading, verdict in judge(item, pdfs[str(item.number)]):
            name = "two kinds" if "+" in verdict.noise else verdict.noise or "(no noise)"
            counts[name, "source" if reading == "source" else "print"][verdict.outcome] += 1
            if verdict.outcome in BAD:
                where = f"{kind} {item.number} {reading}: {verdict.noise or '(no noise)'}"
                bad.append(f"{verdict.outcome.upper()}: {where}: {verdict.path} {verdict.said}")
    return counts, bad


def table(kind: Format, counts: Mapping[tuple[str, str], Counter[Outcome]]) -> Iterator[str]:
    """A line for each kind of noise: how the entries that have it came out of the source and of the print."""
    titles = [Outcome.EXACT, Outcome.FLAGGED, *BAD]
    yield f"{kind:32} source{'':44} print"
    yield f"{'':32}" + "  ".join("".join(f"{title:>9}" for title in titles) for _ in range(2))
    for name in dict.fromkeys(["(no noise)", *CELL_NOISES[kind], "two kinds"]):
        found = [counts.get((name, reading), Counter()) for reading in ("source", "print")]
        if any(found):
            yield f"{name:32}" + "  ".join("".join(f"{each[title]:9,}" for title in titles) for each in found)
    sums: list[Counter[Outcome]] = [Counter(), Counter()]
    for (_, side), counter in counts.items():
        sums[side == "print"] += counter
    yield f"{'all':32}" + "  ".join("".join(f"{each[title]:9,}" for title in titles) for each in sums)


def main(arguments: Sequence[str] | None = None) -> int:
    """The number of entries that were read wrong, silently lost, or said too much of."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--count", type=int, default=200, help="reports for each format")
    parser.add_argument("--first", type=int, default=0, help="the number of the first report")
    parser.add_argument("--format", choices=tuple(PRODUCERS), action="append")
    options = parser.parse_args(arguments)
    bad: list[str] = []
    for kind in options.format or PRODUCERS:
        if PRODUCERS[kind] is None:
            print(f"{kind}: what prints it is not installed")
            continue
        counts: dict[tuple[str, str], Counter[Outcome]] = defaultdict(Counter)
        end = options.first + options.count
        batches = [range(start, min(start + BATCH, end)) for start in range(options.first, end, BATCH)]
        with ProcessPoolExecutor(os.cpu_count()) as pool:
            for found, lines in pool.map(_batch, [kind] * len(batches), batches):
                for key, counter in found.items():
                    counts[key] += counter
                bad += lines
                print(f"{kind}: {sum(len(one) for one in batches)} reports, a batch is done", file=sys.stderr)
        print(*table(kind, counts), "", sep="\n")
    print(*bad, sep="\n", end="\n" if bad else "")
    return len(bad)


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
