"""What a document did: findings are facts, rendered to words on demand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from attrs import field, frozen

from govdisclose.catalogue import CATALOGUE, MORE, TERMS, Kind, Severity, Topic
from govdisclose.locate import Locator

__all__ = ["Finding", "Kind", "Severity", "Topic", "count_by_severity", "finding"]

_LONGEST_FACT = 1_000  # characters; no message has room for more, and an export holds each fact three times


def _facts(value: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(value))


@frozen
class Finding:
    """One fact about how a document was read, or about what it says.

    ``kind`` is a key of the catalogue, ``at`` the place (None for the whole document), ``path`` the table and
    the heading paths that it is about (``requests:results/refused:total``; empty when about none), ``facts``
    the values that fill the message.
    """

    kind: str
    at: Locator | None = None
    path: str = ""
    facts: Mapping[str, str] = field(factory=dict, converter=_facts, hash=False)

    def __reduce__(self) -> tuple[object, ...]:
        return Finding, (self.kind, self.at, self.path, dict(self.facts))

    @property
    def severity(self) -> Severity:
        """error: a value is absent or wrong; warning: kept, with a doubt; info: how it was matched."""
        return CATALOGUE[self.kind].severity

    @property
    def topic(self) -> Topic:
        """What it is about: ``heading``, ``value``, ``sum`` …"""
        return CATALOGUE[self.kind].topic

    def message(self, language: str = "en") -> str:
        """The finding in words. ``language`` is ``"en"`` or ``"zh"``."""
        kind = CATALOGUE[self.kind]
        at = {"en": 0, "zh": 1}[language]
        facts = dict(self.facts)
        for name in kind.terms:
            if (words := TERMS.get(facts.get(name, ""))) is not None:
                facts[name] = words[at]
        return (kind.en, kind.zh)[at].format_map(facts)

    def __str__(self) -> str:
        where = ": ".join(part for part in (str(self.at) if self.at else "", self.path) if part)
        return f"{self.severity} {self.kind}{f' [{where}]' if where else ''}: {self.message()}"


def finding(kind: str, /, at: Locator | None = None, path: str = "", **facts: object) -> Finding:
    """A finding of a kind of the catalogue; facts are turned to text. Raises ``KeyError`` for an unknown kind.

    A fact of more than 1,000 characters is cut, and ends in ``…``.
    """
    CATALOGUE[kind]
    return Finding(kind, at, path, {name: _short(str(value)) for name, value in facts.items()})


def _short(fact: str) -> str:
    return fact if len(fact) <= _LONGEST_FACT else fact[: _LONGEST_FACT - 1] + "…"


def count_by_severity(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings of each severity; every severity is a key. Those that are not listed one by one count too."""
    counts = dict.fromkeys(Severity, 0)
    for item in findings:
        severity = item.severity
        counts[severity] += int(item.facts["count"]) if item.kind == MORE[severity] else 1
    return counts
