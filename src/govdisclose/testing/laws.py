"""What must hold of any result, to be asserted in a test: what was printed, against what was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from govdisclose.findings import Finding, Severity
from govdisclose.grammar.entry import Entry, State
from govdisclose.result import Result
from govdisclose.testing.documents import Filled, Key

__all__ = ["Reading", "differences", "is_doubted", "reading", "silently_wrong"]

Reading = tuple[State, int | Decimal | None, str | None]
"""What an entry says: state, value and unit."""


def reading(entries: Iterable[Entry], *, units: bool = True) -> dict[Key, Reading]:
    """What each entry says, by table, row and column."""
    return {
        (entry.table, entry.row, entry.column): (entry.state, entry.value, entry.unit if units else None)
        for entry in entries
    }


def differences(before: Result, after: Result, *, units: bool = True) -> list[str]:
    """Where two results differ, a line each; empty where they say the same."""
    left, right = reading(before.entries, units=units), reading(after.entries, units=units)
    return [
        f"{':'.join(key)}: {left.get(key)} became {right.get(key)}"
        for key in dict.fromkeys([*left, *right])
        if left.get(key) != right.get(key)
    ]


def is_doubted(entry: Entry, findings: Sequence[Finding]) -> bool:
    """Whether a finding of weight (warning or error) names the entry, its row or its column."""
    return any(_names(item.path, entry) for item in findings if item.severity is not Severity.INFO)


def _names(path: str, entry: Entry) -> bool:
    table, _, rest = path.partition(":")
    row, _, column = rest.partition(":")
    if table != entry.table or not (row or column):
        return False
    return _is_within(row, entry.row) and _is_within(column, entry.column)


def _is_within(outer: str, inner: str) -> bool:
    return not outer or inner == outer or inner.startswith(outer + "/")


def silently_wrong(
    filled: Filled, result: Result, printed: Mapping[Key, Sequence[str]], *, merges: bool = True
) -> list[str]:
    """Entries with a number that is not printed under just their headings, and no finding that says so.

    ``printed`` gives, by table, row and column, every text that stands under exactly these headings. A number
    that is the one drawn there, though a heading of it is lost, or that is printed there twice, needs a finding of
    weight in its table; any other one needs a finding that names the entry, its row or its column. With
    ``merges=False`` (the document went through a format that keeps no merged cells, so that a fault in them
    cannot be seen) the former needs none.
    """
    troubled = {item.path.partition(":")[0] for item in result.findings if item.severity is not Severity.INFO}
    wrong: list[str] = []
    for entry in result.entries:
        if entry.value is None or is_doubted(entry, result.findings):
            continue
        raw = entry.raw.strip()
        there = list(printed.get((entry.table, entry.row, entry.column), ()))
        was = filled.truth.get((entry.table, entry.row, entry.column))
        sure = there == [raw]
        noted = set(there) == {raw} or raw == was
        if not sure and not (noted and (entry.table in troubled or not merges)):
            wrong.append(f"{entry.path} is read {entry.raw!r}, printed there is {there}, drawn was {was!r}")
    return wrong
