"""Read one report and take numbers out of it.

    python examples/read_one.py examples/reports/market-regulation-2022.html

Its numbers as typed records and as entries with their place; what must add up; what was noticed on the way.
"""

from __future__ import annotations

import sys

import govdisclose


def main(path: str) -> None:
    result = govdisclose.parse(path)
    report = result.report
    print(f"{report.organ}, {report.year}, form {result.layout.id if result.layout else 'unknown'}")

    # As typed records, the same for both national forms:
    received = report.requests.received
    print(f"requests received: {received.total}, of these from natural persons: {received.natural_person}")
    print(f"refused for enforcement files: {report.requests.results.refused.enforcement_files.total}")
    print(f"fees: {report.disclosure.fees.administrative_fees.amount!r}")
    print(f"procurement: {report.disclosure.procurement.central_procurement.amount!r}")

    # As entries, each with its state, its printed text and its place:
    entry = result.entry("requests", "results/unavailable/not_held", "total")
    print(f"{entry.path} = {entry.value} ({entry.state}, printed {entry.raw!r}, {entry.at})")

    # What must add up, and what was noticed:
    print(f"一 + 二 = 三（七） + 四: {result.outcome('requests-balance')}")
    for finding in result.findings:
        print(finding)


if __name__ == "__main__":
    main(sys.argv[1])
