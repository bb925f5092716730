"""Workbooks with noise of many kinds in their cells, read and held against what a person sees.

Run with ``poe workbooks`` (``--count`` reports, from ``--first`` on; ``--format xls`` for those that LibreOffice saves in
the older format; ``--print`` to hold the prints of LibreOffice, read by the reader of PDF, against the same). Every
entry of a reading is exact, or it has no value and findings say why; each that is not is printed with the number of its
report. The command fails if an entry is wrong, silent or an alarm.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from pdf_producers import SOFFICE
from shown_figures import BAD, LAYOUTS, Report
from workbook_noise import KINDS, noised_workbook

import govdisclose
from govdisclose.errors import GovdiscloseError
from govdisclose.grammar.layout import Layout
from govdisclose.testing.cells import Judged, Outcome, judged
from govdisclose.testing.documents import Filled, filled
from govdisclose.testing.numbers import base_cells, completed
from govdisclose.testing.values import printed

__all__ = ["judge", "main", "saved", "workbook"]

_KINDS_A_REPORT = 8
_BATCH = 40


def workbook(number: int, *, older: bool = False) -> Report:
    """The same number is the same report; the kinds are dealt in turn. ``older``: as it is saved as ``.xls``."""
    pack = list(KINDS.values())
    dealt = []
    for at in range(number * _KINDS_A_REPORT, (number + 1) * _KINDS_A_REPORT):
        shuffled = list(pack)
        Random(f"pack {at // len(pack)}").shuffle(shuffled)  # noqa: S311
        dealt.append(shuffled[at % len(pack)])
    if older:  # LibreOffice strikes out other cells with a text that is struck in part
        dealt = [kind for kind in dealt if kind.id != "struck-beside"]
    report = _form(LAYOUTS[number % 2], Random(f"workbook {number}"))  # noqa: S311
    return Report(number, noised_workbook(report, dealt, number // 2, saved=older))


def _form(layout: Layout, random: Random) -> Filled:
    """A filled form that adds up; a third of its numbers is zero, as in reports."""
    texts = {}
    for table in layout.tables:
        numbers = {
            cell: random.choice((0, random.randrange(10, 60), random.randrange(10, 60)))
            for cell in base_cells(table)
        }
        texts[table.key] = printed(table, completed(table, numbers))
    return filled(layout, texts, year=random.randrange(2019, 2026))


def saved(files: Mapping[str, bytes], folder: Path, suffix: str, to: str, *options: str) -> dict[str, bytes]:
    """Files by name, as LibreOffice saves or prints them, all by one run of it. ``to`` is what it calls the format."""
    assert SOFFICE is not None
    for name, data in files.items():
        (folder / f"{name}.{suffix}").write_bytes(data)
    out = folder / "out"
    command = [SOFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless", *options]
    command += [
        "--convert-to",
        to,
        "--outdir",
        str(out),
        *(str(folder / f"{name}.{suffix}") for name in files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=600)  # noqa: S603 - a program found above
    return {name: (out / f"{name}.{to.partition(':')[0]}").read_bytes() for name in files}


def judge(item: Report, data: bytes, *, on_paper: bool = False) -> list[Judged]:
    """Every entry of the reading of a workbook, or of its print. An error is one silent entry."""
    try:
        result = govdisclose.parse(data)
    except GovdiscloseError as error:
        return [Judged("", "", Outcome.SILENT, f"{type(error).__name__}: {error}")]
    return judged(item.noised, result, printed=on_paper)


def _lines(counts: Mapping[str, Counter[Outcome]]) -> Iterator[str]:
    titles = [Outcome.EXACT, Outcome.FLAGGED, *BAD]
    yield f"{'':28}" + "".join(f"{title:>9}" for title in titles)
    total: Counter[Outcome] = Counter()
    for name in ["(no noise)", "zeros-hidden", *KINDS]:
        total += counts.get(name, Counter())
        yield f"{name:28}" + "".join(f"{counts.get(name, Counter())[title]:9,}" for title in titles)
    yield f"{'all':28}" + "".join(f"{total[title]:9,}" for title in titles)


def main(arguments: Sequence[str] | None = None) -> int:
    """The number of entries that were read wrong, silently lost, or said too much of."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--count", type=int, default=100, help="reports")
    parser.add_argument("--first", type=int, default=0, help="the number of the first report")
    parser.add_argument("--format", choices=("xlsx", "xls"), default="xlsx")
    parser.add_argument("--print", action="store_true", help="judge the prints, and not the workbooks")
    options = parser.parse_args(arguments)
    if SOFFICE is None and (options.format == "xls" or options.print):
        print("LibreOffice is not installed")
        return 0
    counts: dict[str, Counter[Outcome]] = defaultdict(Counter)
    bad: list[str] = []
    end = options.first + options.count
    for start in range(options.first, end, _BATCH):
        older = options.format == "xls"
        reports = [workbook(number, older=older) for number in range(start, min(start + _BATCH, end))]
        files = {str(item.number): item.noised.data for item in reports}
        with tempfile.TemporaryDirectory() as folder:
            if options.print:
                files = saved(files, Path(folder), "xlsx", "pdf")
            elif older:
                files = saved(files, Path(folder), "xlsx", "xls:MS Excel 97")
        for item in reports:
            for verdict in judge(item, files[str(item.number)], on_paper=options.print):
                counts[verdict.noise or "(no noise)"][verdict.outcome] += 1
                if verdict.outcome in BAD:
                    where = f"{item.number}: {verdict.noise or '(no noise)'}"
                    bad.append(f"{verdict.outcome.upper()}: {where}: {verdict.path} {verdict.said}")
        print(f"{min(start + _BATCH, end) - options.first} reports", file=sys.stderr)
    print(*_lines(counts), "", sep="\n")
    print(*bad, sep="\n", end="\n" if bad else "")
    return len(bad)


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
