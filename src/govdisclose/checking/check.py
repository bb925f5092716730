"""``check``: one report against itself, and against last year's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from govdisclose.checking.assessment import Checked
from govdisclose.checking.builtin import rules as all_rules
from govdisclose.checking.case import Case
from govdisclose.checking.rule import Rule
from govdisclose.checking.scope import Scope, scope_of
from govdisclose.result import Result

if TYPE_CHECKING:
    from govdisclose.checking.assessment import Assessment

__all__ = ["check"]


def check(
    result: Result,
    *,
    before: Result | None = None,
    rules: Iterable[Rule] | None = None,
    scope: Scope | str | None = None,
    renamed: Mapping[str, str] | None = None,
) -> Checked:
    """Hold a report against itself: prose against tables, sums, form, period, and against last year's if given.

    ``before`` is last year's report of the same organ. ``rules`` are those to run, all installed ones if not given.
    ``scope`` says whose numbers they are (``organ`` or ``area``) where the report does not tell it right.
    ``renamed`` gives new names of organs by their old ones. Nothing is changed in the result, and its findings stay
    as they are. Raises ``ValueError`` for another scope.
    """
    chosen = tuple(all_rules() if rules is None else rules)
    case = Case(
        result,
        before,
        Scope(scope) if scope is not None else scope_of(result.report),
        dict(renamed or {}),
    )
    there = {"prose", "tables"} | ({"before"} if before is not None else set())
    ran = [rule for rule in chosen if rule.needs <= there]
    found: list[Assessment] = []
    for rule in ran:
        found += rule.run(case)
    report = result.report
    layout = result.layout.id if result.layout is not None else None
    return Checked(report.organ, report.year, layout, tuple(rule.id for rule in ran), tuple(found))
