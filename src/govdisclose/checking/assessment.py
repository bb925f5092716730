"""What a check found: each thing that was compared, with what it was compared with, also where it agrees."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from attrs import evolve, frozen

from govdisclose.catalogue import Severity
from govdisclose.grammar.identity import Outcome
from govdisclose.locate import Locator

__all__ = [
    "Assessment",
    "Basis",
    "Checked",
    "Counts",
    "Outcome",
    "Severity",
    "Waived",
    "Waiver",
    "count_outcomes",
]

Number = int | Decimal


@frozen
class Basis:
    """What a number was held against: entries, alone or added up.

    ``words`` says it in the words of the form, with its arithmetic (``总计−尚未审结``). ``paths`` are the entries
    (``requests:received:total``). ``value`` is None where one of them is no number.
    """

    words: str
    paths: tuple[str, ...] = ()
    value: Number | None = None


@frozen
class Assessment:
    """One thing that a rule looked at, and how it fares.

    ``severity`` is that of the rule where the outcome is ``broken``, and ``info`` else. ``section`` is the key of the
    section whose prose is concerned, ``text`` the number as printed there (or the words that say zero), ``start`` its
    offset in the section's text in characters; all three are None where no prose is concerned. ``value`` is the
    number as read, from the prose or from the cell. ``paths`` are all entries concerned, each once, in the order of
    ``bases``; where the outcome is ``holds`` the basis that fits stands first. ``said`` is the clause, or what
    stands at the place, as printed. ``reason`` says in kebab-case why it is ``not_assessable`` or ``not_asked``.
    ``other`` names the report that it was compared with, where that is another one.
    """

    rule: str
    outcome: Outcome
    severity: Severity = Severity.INFO
    section: str | None = None
    text: str | None = None
    start: int | None = None
    value: Number | None = None
    paths: tuple[str, ...] = ()
    bases: tuple[Basis, ...] = ()
    at: Locator | None = None
    said: str = ""
    reason: str | None = None
    other: str = ""


@frozen
class Waiver:
    """An assessment that the user accepts. It counts only while organ, year, rule, path and both values are these.

    ``said`` is the number as printed in the prose or in the cell, ``expected`` that of the first basis; ``until`` is
    the last day on which it counts, ``YYYY-MM-DD``, or empty.
    """

    organ: str
    year: int
    rule: str
    path: str
    said: str
    expected: str
    reason: str
    by: str = ""
    until: str = ""


@frozen
class Waived:
    """An assessment with the waiver that takes it out of all counts."""

    assessment: Assessment
    waiver: Waiver


Counts = dict[Outcome, int]
"""How many assessments of each outcome; every outcome is a key."""


@frozen
class Checked:
    """All that was compared in one report. ``rules`` are the ids of those that ran, in their order."""

    organ: str | None
    year: int | None
    layout: str | None
    rules: tuple[str, ...]
    assessments: tuple[Assessment, ...]
    waived: tuple[Waived, ...] = ()

    @property
    def outcomes(self) -> dict[str, Counts]:
        """By rule, how many assessments of each outcome. A rule that ran and had nothing to look at has zeros."""
        return {
            rule: count_outcomes(item for item in self.assessments if item.rule == rule)
            for rule in self.rules
        }

    def counts(self) -> Counts:
        """How many assessments of each outcome, over all rules."""
        return count_outcomes(self.assessments)

    @property
    def broken(self) -> tuple[Assessment, ...]:
        """What does not hold, waived or not asked for apart."""
        return tuple(item for item in self.assessments if item.outcome is Outcome.BROKEN)

    def without(self, waived: Iterable[Waived]) -> Checked:
        """The same with some assessments waived."""
        taken = tuple(waived)
        out = [item.assessment for item in taken]
        return evolve(
            self,
            assessments=tuple(item for item in self.assessments if item not in out),
            waived=(*self.waived, *taken),
        )


def count_outcomes(items: Iterable[Assessment]) -> Counts:
    """How many of each outcome; every outcome is a key."""
    counts = dict.fromkeys(Outcome, 0)
    for item in items:
        counts[item.outcome] += 1
    return counts
