"""``roll_up``: a parent's report against those of its children."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from govdisclose.checking.assessment import Assessment, Basis, Checked
from govdisclose.checking.case import entries_of
from govdisclose.checking.rollup.causes import causes_of
from govdisclose.checking.rollup.cells import roll_cells
from govdisclose.checking.rollup.children import Placed, place_children
from govdisclose.checking.rollup.rules import (
    CHILD_BLANK,
    CHILD_MISSING,
    CHILDREN_SUM,
    OTHER_FORM,
    ROLLUP_RULES,
    SCOPE_UNCLEAR,
)
from govdisclose.checking.rollup.values import ChildState, RolledCell, RolledUp
from govdisclose.checking.scope import Scope, scope_of
from govdisclose.grammar.identity import Outcome
from govdisclose.result import Result

__all__ = ["roll_up"]


def roll_up(
    parent: Result,
    children: Iterable[Result | tuple[str, Result]],
    *,
    expected: Sequence[str] = (),
    renamed: Mapping[str, str] | None = None,
    scope: Scope | str | None = None,
) -> RolledUp:
    """Add up the reports of the children and hold them against the parent's, cell by cell.

    ``children`` are results, or pairs of a source and its result. ``expected`` are the names of all organs that should
    have a report; those without one are missing. A name stands for a report with or without the parent's place before
    it (教育局, 示例县教育局). ``renamed`` gives new names of organs by their old ones. ``scope`` ``"area"`` says that the
    parent's numbers are those of all its organs, where its name does not. A blank cell of a child counts as nothing,
    never as 0.
    """
    pairs = [item if isinstance(item, tuple) else (item.report.organ or "", item) for item in children]
    placed = place_children(parent, pairs, expected, renamed or {})
    own = Scope(scope) if scope is not None else scope_of(parent.report)
    clear = own is Scope.AREA
    cells = roll_cells(parent, placed, clear=clear)
    report = parent.report
    layout = parent.layout.id if parent.layout is not None else None
    items = tuple(_assessments(parent, placed, cells, clear=clear))
    return RolledUp(
        report.organ,
        report.year,
        layout,
        tuple(item.child for item in placed),
        cells,
        causes_of(parent, placed, cells, clear=clear),
        Checked(report.organ, report.year, layout, tuple(rule.id for rule in ROLLUP_RULES), items),
    )


def _assessments(
    parent: Result, placed: Sequence[Placed], cells: Sequence[RolledCell], *, clear: bool
) -> Iterator[Assessment]:
    entries = entries_of(parent)
    for cell in cells:
        entry = entries.get(cell.path)
        yield CHILDREN_SUM.assess(
            cell.outcome,
            value=cell.parent,
            bases=(Basis("下级合计", (cell.path,), cell.children),),
            at=entry.at if entry is not None else None,
            reason=cell.reason,
            severity=cell.severity,
        )
    if not clear:
        yield SCOPE_UNCLEAR.assess(Outcome.BROKEN, said=parent.report.organ or "")
    for item in placed:
        child = item.child
        if child.state is ChildState.MISSING:
            yield CHILD_MISSING.assess(Outcome.BROKEN, said=child.name)
        elif child.state is ChildState.SCOPE_UNCLEAR:
            yield SCOPE_UNCLEAR.assess(Outcome.BROKEN, said=child.name, other=child.source)
        elif child.state is ChildState.OTHER_FORM:
            yield OTHER_FORM.assess(Outcome.BROKEN, said=child.name, other=child.source)
        elif child.counted:
            yield CHILD_MISSING.assess(Outcome.HOLDS, said=child.name, other=child.source)
        if child.counted and child.blank:
            yield CHILD_BLANK.assess(Outcome.BROKEN, said=child.name, paths=child.blank, other=child.source)
