"""How many findings are told one by one.

A table of 19,000 rows that the form does not have makes as many findings, and nobody reads the second hundred. Of
one kind in one table the first ones are listed; one more finding, of the same severity, says how many there are
beyond. Nothing else is lost: that finding counts for all of them, in ``count_by_severity`` too.
"""

from __future__ import annotations

from collections.abc import Sequence

from govdisclose.catalogue import CATALOGUE, MORE
from govdisclose.findings import Finding, finding

__all__ = ["MOST_LISTED", "listed"]

MOST_LISTED = 200
"""Findings of one kind in one table: more than any table of the national forms has cells."""


def listed(findings: Sequence[Finding], most: int = MOST_LISTED) -> tuple[Finding, ...]:
    """The findings in their order; of each kind in each table (or in none) the first ones, and how many more."""
    if len(findings) <= most:
        return tuple(findings)
    kept: list[Finding] = []
    counts: dict[tuple[str, str], int] = {}
    for item in findings:
        key = item.kind, item.path.partition(":")[0]
        count = counts[key] = counts.get(key, 0) + 1
        if count <= most:
            kept.append(item)
    for (kind, table), count in counts.items():
        if count > most:
            more = MORE[CATALOGUE[kind].severity]
            kept.append(finding(more, None, table, kind=kind, count=count - most))
    return tuple(kept)
