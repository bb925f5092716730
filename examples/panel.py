"""A panel from a folder of reports: one row an organ, year and cell.

    python examples/panel.py examples/reports panel.csv

``value`` is empty unless a number is printed; ``doubt`` names the kinds of finding about the cell, its row, its
column, its table or the whole report, so that a study can leave the doubtful ones out.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import govdisclose
from govdisclose.export import csv_rows

COLUMNS = ("organ", "year", "table", "row", "column", "value", "unit", "state", "doubt")


def within(path: str, group: str) -> bool:
    return not group or path == group or path.startswith(f"{group}/")


def concerns(finding: govdisclose.Finding, entry: govdisclose.Entry) -> bool:
    table, row, column = [*finding.path.split(":"), "", ""][:3]
    return within(entry.table, table) and within(entry.row, row) and within(entry.column, column)


def main(folder: str, target: str) -> None:
    reports = numbers = doubtful = 0
    with open(target, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore")
        writer.writeheader()
        for path in sorted(Path(folder).iterdir()):
            try:
                result = govdisclose.parse(path)
            except govdisclose.GovdiscloseError as error:
                print(f"{path.name} left out: {error}")
                continue
            noted = [item for item in result.findings if item.severity is not govdisclose.Severity.INFO]
            for entry, row in zip(result.entries, csv_rows(result, path.name), strict=True):
                doubt = sorted({finding.kind for finding in noted if concerns(finding, entry)})
                writer.writerow(row | {"doubt": " ".join(doubt)})
                numbers += entry.value is not None
                doubtful += bool(doubt)
            reports += 1
    print(f"{reports} reports, {numbers} numbers, {doubtful} cells with a doubt")


if __name__ == "__main__":
    main(*sys.argv[1:])
