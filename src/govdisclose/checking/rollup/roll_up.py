"""``roll_up``: a parent's report against those of its children."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from govdisclose.checking.assessment import Checked
from govdisclose.checking.rollup._assess import assess
from govdisclose.checking.rollup._causes import causes_of
from govdisclose.checking.rollup._cells import roll_cells
from govdisclose.checking.rollup._members import Member, members_of
from govdisclose.checking.rollup.rules import ROLLUP_RULES
from govdisclose.checking.rollup.values import ChildState, RolledUp
from govdisclose.checking.scope import Scope, scope_of
from govdisclose.grammar.entry import State
from govdisclose.result import Result

__all__ = ["roll_up"]


def roll_up(
    parent: Result,
    children: Iterable[tuple[str, Result] | Result],
    *,
    expected: Sequence[str] = (),
    renamed: Mapping[str, str] | None = None,
    scope: Scope | str | None = None,
) -> RolledUp:
    """Add the children's reports up, cell by cell, and hold the sums against the parent's report.

    ``children`` are results, each alone or with what to call it. ``expected`` are the names of all children, the
    parent's own office among them; without it those given are taken for all. A name is also found with or without
    the parent's place before it, if only one can be meant. ``renamed`` gives new names of organs by their old ones.
    ``scope`` says whose numbers the parent's are where its report does not tell it right: only those of an ``area``
    are a sum. Raises ``ValueError`` for another scope.
    """
    whose = Scope(scope) if scope is not None else scope_of(parent.report)
    unclear = whose is not Scope.AREA
    members = tuple(_told(item) for item in members_of(parent, children, expected, renamed or {}))
    rolled = roll_cells(parent, members, unclear)
    cells = tuple(item.cell for item in rolled)
    report = parent.report
    layout = parent.layout.id if parent.layout is not None else None
    found = tuple(assess(parent, members, cells, unclear))
    ids = tuple(rule.id for rule in ROLLUP_RULES)
    return RolledUp(
        report.organ,
        report.year,
        layout,
        tuple(member.child for member in members),
        cells,
        causes_of(parent, members, rolled, unclear),
        Checked(report.organ, report.year, layout, ids, found),
    )


def _told(member: Member) -> Member:
    """With what a child that counts leaves blank, and whether an amount of it has no unit."""
    child = member.child
    if not child.counted or member.result is None:
        return member
    blank = tuple(path for path, entry in member.entries.items() if entry.state is State.BLANK)
    unknown = any(
        entry.value and entry.unit is None and _is_amount(member.result, entry.table, entry.row, entry.column)
        for entry in member.entries.values()
    )
    if not unknown:
        return evolve(member, child=evolve(child, blank=blank))
    if child.state is ChildState.READ:
        return evolve(member, child=evolve(child, blank=blank, state=ChildState.UNIT_UNKNOWN))
    return evolve(member, child=evolve(child, blank=blank, also=(ChildState.UNIT_UNKNOWN,)))


def _is_amount(result: Result, table: str, row: str, column: str) -> bool:
    return result.layout is not None and result.layout.table(table).kind_of(row, column).name == "amount"
