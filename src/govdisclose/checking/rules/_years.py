"""What the rules on two years share: whether two reports can be compared at all, and a cell against last year's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment, Basis
from govdisclose.checking.case import Case, entries_of
from govdisclose.checking.names import folded_renames, key_now, organ_key
from govdisclose.checking.rule import Rule
from govdisclose.checking.scope import scope_of
from govdisclose.grammar.entry import Entry
from govdisclose.grammar.identity import Outcome
from govdisclose.result import Result
from govdisclose.text import one_line

__all__ = ["YearSum", "assess_sum", "incomparable", "name_of", "same_organ", "unless_incomparable"]

_YEAR_WORDS = {0: "本年", -1: "上年"}


def name_of(result: Result) -> str:
    """What another report is called in an assessment: ``示例市示例局 2022``."""
    report = result.report
    return " ".join(str(part) for part in (report.organ, report.year) if part is not None)


def same_organ(case: Case, before: Result) -> str | None:
    """Why two reports are not of one organ, as a reason; None where they are."""
    renames = folded_renames(case.renamed)
    now = key_now(case.result.report.organ, renames)
    then = key_now(before.report.organ, renames)
    if not now or not then:
        return "organ-unknown"
    if now != then:
        return "organ-differs"
    if organ_key(before.report.organ) != organ_key(case.result.report.organ):
        merged = [old for old, new in renames.items() if new == then]
        return "organ-merged" if len(merged) > 1 else None
    return None


def incomparable(case: Case) -> str | None:
    """Why this year cannot be held against last year's report, as a reason; None where it can."""
    before = case.before
    if before is None:
        return "no-year-before"
    if (reason := same_organ(case, before)) is not None:
        return reason
    year, last = case.result.report.year, before.report.year
    if year is None or last is None:
        return "year-unknown"
    if year == last:
        return "same-year"
    if last != year - 1:
        return "years-apart"
    if scope_of(before.report) not in (case.scope, scope_of(case.result.report)):
        return "scope-differs"
    return None


def unless_incomparable(rule: Rule, case: Case) -> Iterator[Assessment]:
    """One assessment with the reason where the two years cannot be compared; nothing where they can."""
    reason = incomparable(case)
    if reason is not None:
        other = name_of(case.before) if case.before is not None else ""
        yield rule.assess(Outcome.NOT_ASSESSABLE, reason=reason, other=other)


class YearSum(NamedTuple):
    """A cell of this year, ``path``, is the sum of last year's ``last`` and this year's ``this``, without ``less``."""

    path: str
    last: tuple[str, ...]
    this: tuple[str, ...] = ()
    less: tuple[str, ...] = ()


def assess_sum(rule: Rule, case: Case, item: YearSum, severity: Severity | None = None) -> Assessment:
    """How a cell of this year fares against last year's. The paths of last year stand in the basis alone."""
    assert case.before is not None
    then = entries_of(case.before)
    here = case.entries.get(item.path)
    other = name_of(case.before)
    words = "".join(
        f"{sign}{_YEAR_WORDS[year]}“{_label(result, path)}”"
        for sign, year, result, paths in (
            ("+", -1, case.before, item.last),
            ("+", 0, case.result, item.this),
            ("−", 0, case.result, item.less),
        )
        for path in paths
    ).removeprefix("+")
    every = (*item.last, *item.this, *item.less)
    value = case.value(item.path)
    expected = _sum(then, item.last), _sum(case.entries, item.this), _sum(case.entries, item.less)
    total = (
        expected[0] + expected[1] - expected[2]
        if expected[0] is not None and expected[1] is not None and expected[2] is not None
        else None
    )
    if here is None:
        outcome, reason = Outcome.NOT_ASKED, "not-in-the-form"
    elif any(path not in then for path in item.last):
        outcome, reason = Outcome.NOT_ASSESSABLE, "form-differs"
    elif value is None or total is None:
        absent = Case(case.before).absence(*item.last) if expected[0] is None else ""
        outcome = Outcome.NOT_ASSESSABLE
        reason = absent or case.absence(item.path, *item.this, *item.less)
    else:
        outcome, reason = Outcome.HOLDS if value == total else Outcome.BROKEN, ""
    return rule.assess(
        outcome,
        value=value,
        bases=(Basis(words, every, total),),
        paths=(item.path, *item.this, *item.less),
        at=here.at if here is not None else None,
        said=here.raw if here is not None else "",
        reason=reason or None,
        other=other,
        severity=severity,
    )


def _sum(entries: Mapping[str, Entry], paths: tuple[str, ...]) -> int | Decimal | None:
    total: int | Decimal = 0
    for path in paths:
        entry = entries.get(path)
        if entry is None or entry.value is None:
            return None
        total += entry.value
    return total


def _label(result: Result, path: str) -> str:
    """The row and the column of a cell in the words of its form, each by its last label."""
    key, row, column = path.split(":")
    if result.layout is None or key not in {table.key for table in result.layout.tables}:
        return path
    table = result.layout.table(key)
    if (row, column) not in set(table.cells()):
        return path
    labels = [*(table.row_labels(row)[-1:] if row else ()), table.column_labels(row, column)[-1]]
    return " › ".join(one_line(label) for label in labels)
