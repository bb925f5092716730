"""``check``: one report against itself, and against last year's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve

from govdisclose.checking.assessment import Assessment, Checked
from govdisclose.checking.builtin import installed_rules
from govdisclose.checking.case import Case
from govdisclose.checking.guard import assessments
from govdisclose.checking.passages import Places, passages
from govdisclose.checking.rule import Rule
from govdisclose.checking.scope import Scope, scope_of
from govdisclose.result import Result

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
    chosen = tuple(installed_rules() if rules is None else rules)
    case = Case(
        result,
        before,
        Scope(scope) if scope is not None else scope_of(result.report),
        dict(renamed or {}),
    )
    there = {"prose", "tables"} | ({"before"} if before is not None else set())
    ran: list[str] = []
    found: list[Assessment] = []
    places = Places(passages(result))
    for rule in chosen:
        if rule.needs <= there and (assessed := assessments(rule, case)) is not None:
            ran.append(rule.id)
            found += [_placed(item, places, result) for item in assessed]
    report = result.report
    layout = result.layout.id if result.layout is not None else None
    return Checked(report.organ, report.year, layout, tuple(ran), tuple(found))


def _placed(item: Assessment, places: Places, result: Result) -> Assessment:
    """With the place of its line, where a rule gave that of the section's heading or none."""
    if item.section is None or item.start is None:
        return item
    section = result.report.section(item.section)
    if item.at is not None and (section is None or item.at != section.at):
        return item
    return evolve(item, at=places.at(item.section, item.start))
