"""Reports in the formats of word processors, as LibreOffice writes them, read and held against what a person sees.

Run with ``poe office --format doc`` (``--count`` reports, from ``--first`` on). The reports are those of ``poe shown``:
Word documents with noise of several kinds in their cells. LibreOffice saves them in the format; every entry of the
reading is exact, or it has no value and findings say why; each that is not is printed with the number of its report.
What LibreOffice does not keep or shows in another way is judged as its own print of the report is. An entry that is
read just as badly from the Word document that LibreOffice saves of the same report was lost when it opened the report,
as its print shows: it is counted apart. The command fails if another entry is wrong, silent or an alarm.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import evolve
from pdf_producers import by_soffice
from shown_figures import BAD, Report, report, table

import govdisclose
from govdisclose.errors import GovdiscloseError
from govdisclose.testing.cells import Judged, Outcome, judged

__all__ = ["FILTERS", "judge", "main", "saved_reports"]

FILTERS: Mapping[str, str] = {
    "doc": "doc:MS Word 97",
    "rtf": "rtf:Rich Text Format",
    "odt": "odt:writer8",
    "fodt": "fodt:OpenDocument Text Flat XML",
    "docx": "docx:MS Word 2007 XML",
}
"""What LibreOffice calls the formats."""
_BATCH = 40
_LOST = frozenset(("ok-inserted+ok-link",))
"""Kinds whose number LibreOffice does not take over from a Word document: its own print of that has a blank cell."""


def saved_reports(reports: Sequence[Report], format: str, folder: Path) -> dict[str, bytes]:
    """Each report by its number, saved by LibreOffice in a format; all by one run of it."""
    files = {str(item.number): item.noised.data for item in reports}
    return by_soffice(files, folder, FILTERS[format])


def judge(item: Report, data: bytes) -> list[Judged]:
    """Every entry of the reading of a saved report. An error is one silent entry."""
    try:
        result = govdisclose.parse(data)
    except GovdiscloseError as error:
        return [Judged("", "", Outcome.SILENT, f"{type(error).__name__}: {error}")]
    return [
        evolve(verdict, outcome=Outcome.EXACT)
        if verdict.noise in _LOST and verdict.said.startswith("blank ''")
        else verdict
        for verdict in judged(item.noised, result, printed=True)
    ]


def lost_before(items: Sequence[Report], bad: Mapping[int, Sequence[Judged]]) -> dict[int, list[Judged]]:
    """Of the bad verdicts on reports, those that LibreOffice's own Word document of the report gets as well."""
    reports = [item for item in items if bad.get(item.number)]
    if not reports:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        files = saved_reports(reports, "docx", Path(folder))
    found: dict[int, list[Judged]] = {}
    for item in reports:
        again = judge(item, files[str(item.number)])
        found[item.number] = [verdict for verdict in bad[item.number] if verdict in again]
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """The number of entries that were read wrong, silently lost, or said too much of."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--count", type=int, default=100, help="reports")
    parser.add_argument("--first", type=int, default=0, help="the number of the first report")
    parser.add_argument("--format", choices=tuple(FILTERS), required=True)
    options = parser.parse_args(arguments)
    counts: dict[tuple[str, str], Counter[Outcome]] = defaultdict(Counter)
    bad: list[str] = []
    lost = 0
    end = options.first + options.count
    for start in range(options.first, end, _BATCH):
        reports = [report("docx", number) for number in range(start, min(start + _BATCH, end))]
        with tempfile.TemporaryDirectory() as folder:
            files = saved_reports(reports, options.format, Path(folder))
        verdicts = {item.number: judge(item, files[str(item.number)]) for item in reports}
        gone = lost_before(
            reports, {key: [one for one in found if one.outcome in BAD] for key, found in verdicts.items()}
        )
        for item in reports:
            for verdict in verdicts[item.number]:
                if verdict in gone.get(item.number, ()):
                    lost += 1
                    continue
                name = "two kinds" if "+" in verdict.noise else verdict.noise or "(no noise)"
                counts[name, "source"][verdict.outcome] += 1
                if verdict.outcome in BAD:
                    where = f"{options.format} {item.number}: {verdict.noise or '(no noise)'}"
                    bad.append(f"{verdict.outcome.upper()}: {where}: {verdict.path} {verdict.said}")
        print(f"{options.format}: {min(start + _BATCH, end) - options.first} reports", file=sys.stderr)
    print(*table("docx", counts), "", sep="\n")
    print(f"lost by LibreOffice when it opened the report: {lost} entries")
    print(*bad, sep="\n", end="\n" if bad else "")
    return len(bad)


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
