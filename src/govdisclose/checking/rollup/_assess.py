"""A roll-up as assessments, so that it is counted and listed as everything else that was checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govdisclose.checking.assessment import Assessment, Basis
from govdisclose.checking.rollup._members import Member
from govdisclose.checking.rollup.rules import (
    CHILD_BLANK,
    CHILD_MISSING,
    CHILDREN_SUM,
    OTHER_FORM,
    SCOPE_UNCLEAR,
)
from govdisclose.checking.rollup.values import ChildState, RolledCell
from govdisclose.grammar.identity import Outcome
from govdisclose.result import Result

__all__ = ["assess"]

_NO_REPORT = {
    ChildState.OTHER_YEAR,
    ChildState.DUPLICATE,
    ChildState.NOT_EXPECTED,
    ChildState.IS_THE_PARENT,
}


def assess(
    parent: Result, members: Sequence[Member], cells: Sequence[RolledCell], unclear: bool
) -> Iterator[Assessment]:
    """Each cell, then each child that is missing, blank, of unclear scope or on another form."""
    entries = {item.path: item for item in parent.entries}
    for cell in cells:
        entry = entries.get(cell.path)
        yield CHILDREN_SUM.assess(
            cell.outcome,
            value=cell.parent,
            bases=(
                Basis(f"{cell.numbers}个下级之和", (cell.path,), cell.children if cell.numbers else None),
            ),
            at=entry.at if entry is not None else None,
            said=entry.raw if entry is not None else "",
            reason=cell.reason,
            severity=cell.severity if cell.outcome is Outcome.BROKEN else None,
        )
    if unclear:
        yield SCOPE_UNCLEAR.assess(Outcome.NOT_ASSESSABLE, reason="scope-unclear")
    for member in members:
        child, name = member.child, member.child.name
        if child.state is ChildState.MISSING:
            yield CHILD_MISSING.assess(Outcome.BROKEN, said=name, other=name)
        elif child.state in _NO_REPORT:
            yield CHILD_MISSING.assess(
                Outcome.NOT_ASSESSABLE, said=name, other=name, reason=child.state.value
            )
        elif child.state is ChildState.SCOPE_UNCLEAR:
            yield SCOPE_UNCLEAR.assess(Outcome.NOT_ASSESSABLE, said=name, other=name, reason="scope-unclear")
        elif child.state is ChildState.OTHER_FORM:
            yield OTHER_FORM.assess(Outcome.NOT_ASSESSABLE, said=name, other=name, reason="other-form")
        if child.blank:
            yield CHILD_BLANK.assess(
                Outcome.NOT_ASSESSABLE, paths=child.blank, said=name, other=name, reason="blank"
            )
