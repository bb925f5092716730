"""What must add up: identities over entries, never a change to them.

An identity holds, is broken, or is not assessable because a part is no number: an empty total is not a wrong
total. Where one cell, printed otherwise, would mend every broken identity of a table and break none, a finding
names it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from attrs import frozen

from govdisclose.findings import Finding, finding
from govdisclose.grammar.entry import Entry, entry_path
from govdisclose.grammar.identity import EXPLAINS, TOTAL, Outcome, Relation
from govdisclose.grammar.table import Table
from govdisclose.grammar.totals import totals_of

__all__ = ["Check", "check", "identities_of"]

_Cell = tuple[str, str]  # row path, column path


@frozen
class Identity:
    """One sum of one table: the cells ``left`` stand to the cells ``right`` in a relation. ``path`` is where it stands."""

    id: str
    path: str
    left: tuple[_Cell, ...]
    right: tuple[_Cell, ...]
    relation: Relation


@frozen
class Check:
    """An identity with its outcome. ``left`` and ``right`` are the sums, None where they cannot be assessed."""

    identity: Identity
    outcome: Outcome
    left: int | Decimal | None
    right: int | Decimal | None


@lru_cache(maxsize=64)
def identities_of(table: Table) -> tuple[Identity, ...]:
    """Every identity of a table: totals of its boxhead by row, totals of its stub by column, balances by column."""
    found: list[Identity] = []
    for prefix, part in table.parts():
        assert part.boxhead is not None
        rows = [prefix + row for row in part.stub.leaves] if part.stub else [""]
        for total, parts in totals_of(part.boxhead):
            for row in rows:
                where = entry_path(table.key, row, total) if row else f"{table.key}::{total}"
                cells = tuple((row, column) for column in parts)
                found.append(Identity(f"{table.key}-row-total", where, cells, ((row, total),), TOTAL))
        if part.stub is None:
            continue
        for column in part.boxhead.leaves:
            for total, parts in totals_of(part.stub):
                where = entry_path(table.key, prefix + total, column)
                cells = tuple((prefix + row, column) for row in parts)
                found.append(
                    Identity(f"{table.key}-column-total", where, cells, ((prefix + total, column),), TOTAL)
                )
            for declared in part.identities:
                where = f"{entry_path(table.key, prefix.rstrip('/'))}:{'' if prefix else ':'}{column}"
                left = tuple((prefix + row, column) for row in declared.left)
                right = tuple((prefix + row, column) for row in declared.right)
                found.append(Identity(declared.id, where, left, right, declared.relation))
    said = {cell for cell in table.cells() if table.kind_of(*cell).number is None}
    return tuple(item for item in found if said.isdisjoint((*item.left, *item.right)))


def check(table: Table, entries: Sequence[Entry]) -> tuple[tuple[Check, ...], list[Finding]]:
    """Assess every identity of a table over its entries."""
    values = {(entry.row, entry.column): entry.value for entry in entries}
    checks: list[Check] = []
    for identity in identities_of(table):
        left = _sum(values, identity.left)
        right = _sum(values, identity.right)
        if left is None or right is None:
            checks.append(Check(identity, Outcome.NOT_ASSESSABLE, left, right))
        else:
            outcome = Outcome.HOLDS if identity.relation.holds(left, right) else Outcome.BROKEN
            checks.append(Check(identity, outcome, left, right))
    broken = [item for item in checks if item.outcome is Outcome.BROKEN]
    if not broken:
        return tuple(checks), []
    by_cell = {(entry.row, entry.column): entry for entry in entries}
    findings = [_finding(table, item, by_cell) for item in broken]
    findings += _explain(checks, broken, by_cell)
    return tuple(checks), findings


def _sum(values: Mapping[_Cell, int | Decimal | None], cells: Sequence[_Cell]) -> int | Decimal | None:
    total: int | Decimal = 0
    for cell in cells:
        value = values.get(cell)
        if value is None:
            return None
        total += value
    return total


def _finding(table: Table, item: Check, entries: Mapping[_Cell, Entry]) -> Finding:
    identity = item.identity
    assert item.left is not None and item.right is not None
    known: dict[str, object] = {
        "left": item.left,
        "right": item.right,
        "over": item.left - item.right,
        "under": item.right - item.left,
        "left_label": _labels(table, identity.left),
        "right_label": _labels(table, identity.right),
        "cells": _cells(table, identity, entries),
    }
    facts = {name: known[source] for name, source in identity.relation.facts}
    return finding(identity.relation.broken, entries[identity.right[0]].at, identity.path, **facts)


def _labels(table: Table, side: Sequence[_Cell]) -> str:
    return "、".join(labels[-1] for row, _ in side if (labels := table.row_labels(row)))


def _cells(table: Table, identity: Identity, entries: Mapping[_Cell, Entry]) -> str:
    """The cells of an identity with their numbers; zeros only counted, they explain nothing."""
    named: list[str] = []
    zeros = 0
    for row, column in (*identity.left, *identity.right):
        entry = entries[row, column]
        if not entry.value and (row, column) not in identity.right:
            zeros += 1
            continue
        rows = {cell[0] for cell in (*identity.left, *identity.right)}
        words = table.row_labels(row)[-1] if len(rows) > 1 else table.column_labels(row, column)[-1]
        named.append(f"{words} {entry.value}")
    return "; ".join(named) + (f"; 0 × {zeros}" if zeros else "")


def _explain(
    checks: Sequence[Check], broken: Sequence[Check], entries: Mapping[_Cell, Entry]
) -> list[Finding]:
    """The one cell that, printed otherwise, would mend all broken identities; nothing if there are several."""
    sound = {
        cell
        for item in checks
        if item.outcome is Outcome.HOLDS
        for cell in (*item.identity.left, *item.identity.right)
    }
    if not all(item.identity.relation.exact for item in broken):
        return []
    answers: list[tuple[_Cell, int | Decimal]] = []
    first = broken[0].identity
    for cell in dict.fromkeys((*first.left, *first.right)):
        if cell in sound:
            continue
        changes = {_change(item, cell) for item in broken}
        if len(changes) == 1 and (change := changes.pop()) is not None:
            answers.append((cell, change))
    if len(answers) != 1:
        return []
    cell, change = answers[0]
    entry = entries[cell]
    assert entry.value is not None
    suggested = entry.value + change
    if suggested < 0 <= entry.value:
        return []
    return [
        finding(
            EXPLAINS,
            entry.at,
            entry.path,
            printed=entry.value,
            suggested=suggested,
            count=len(broken),
        )
    ]


def _change(item: Check, cell: _Cell) -> int | Decimal | None:
    """By how much the cell would have to differ for this identity to hold; None if it is no part of it."""
    assert item.left is not None and item.right is not None
    times = item.identity.left.count(cell) - item.identity.right.count(cell)
    if times not in (1, -1):
        return None
    return (item.right - item.left) * times
