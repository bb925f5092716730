"""A rule: what it compares, what it says where that does not hold, and examples that are its tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from string import Formatter
from typing import Literal, get_args

from attrs import field, frozen

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment, Basis, Number
from govdisclose.checking.case import Case
from govdisclose.grammar.identity import Outcome
from govdisclose.locate import Locator

__all__ = ["NEEDS", "RULE_VERSION", "Example", "Need", "Rule", "Words"]

RULE_VERSION = 1
"""The version of the rules' contract. A rule made for another one is refused."""

Need = Literal["prose", "tables", "before", "children"]
NEEDS: frozenset[Need] = frozenset(get_args(Need))


@frozen
class Words:
    """The same in English and in Chinese."""

    en: str
    zh: str

    def say(self, language: str) -> str:
        """In ``"en"`` or ``"zh"``."""
        return {"en": self.en, "zh": self.zh}[language]


@frozen
class Example:
    """A small report that a rule is tried on.

    ``prose`` is by the key of the section, paragraphs divided by line ends. ``entries`` are texts by path
    (``requests:received:total``); every other cell prints ``rest``. ``before`` is last year's report.
    """

    prose: Mapping[str, str] = field(factory=dict)
    entries: Mapping[str, str] = field(factory=dict)
    rest: str = "0"
    organ: str = "示例市示例局"
    year: int = 2023
    layout: str = "cn-2021"
    before: Example | None = None


def _fills(_: object, __: object, says: Words | None) -> None:
    for words in (says.en, says.zh) if says is not None else ():
        names = {name for _, name, _, _ in Formatter().parse(words) if name is not None}
        if not names <= {"said", "value"}:
            raise ValueError(f"says: expected no place but {{said}} and {{value}}, found {words!r}")


@frozen
class Rule:
    """One rule. A value, not a class to subclass; a plugin brings it under the entry point ``govdisclose.rules``.

    ``run`` gives an assessment for each thing that it looked at, whatever the outcome, and nothing where there is
    nothing to look at. ``severity`` is that of what is broken. ``needs`` says what must be there for the rule to run:
    ``prose``, ``tables``, ``before`` (last year's report). ``title`` names it, ``means`` says what it compares,
    ``why`` why that matters, ``remedy`` what to do. ``says`` is the message of what is broken, with ``{said}`` and
    ``{value}`` for those of the assessment; without it the message gives the number and what it was held against.
    ``right`` are reports of which nothing is broken by the rule, ``wrong`` those of which something is.

    Raises ``ValueError`` where ``says`` has another place to fill in.
    """

    id: str
    severity: Severity
    needs: frozenset[Need]
    run: Callable[[Case], Iterable[Assessment]] = field(repr=False)
    title: Words
    means: Words
    why: Words
    remedy: Words
    says: Words | None = field(default=None, validator=_fills)
    right: tuple[Example, ...] = field(default=(), repr=False)
    wrong: tuple[Example, ...] = field(default=(), repr=False)
    rule_version: int = RULE_VERSION

    def assess(
        self,
        outcome: Outcome,
        *,
        section: str | None = None,
        text: str | None = None,
        start: int | None = None,
        value: Number | None = None,
        bases: Iterable[Basis] = (),
        paths: Iterable[str] | None = None,
        at: Locator | None = None,
        said: str = "",
        reason: str | None = None,
        other: str = "",
        severity: Severity | None = None,
    ) -> Assessment:
        """An assessment of this rule; its paths are those of its bases unless they are given."""
        bases = tuple(bases)
        named = paths if paths is not None else (path for basis in bases for path in basis.paths)
        weight = (severity or self.severity) if outcome is Outcome.BROKEN else Severity.INFO
        return Assessment(
            *(self.id, outcome, weight, section, text, start, value),
            *(tuple(dict.fromkeys(named)), bases, at, said, reason, other),
        )
