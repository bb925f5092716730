"""What a kind of finding is."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from string import Formatter

from attrs import frozen

__all__ = ["Kind", "Severity", "facts_of"]


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen
class Kind:
    """A kind of finding: its code, severity, and message in two languages.

    ``terms`` names the facts that are keys of ``TERMS``, which say them in the language of the message.
    """

    id: str
    severity: Severity
    en: str
    zh: str
    terms: tuple[str, ...] = ()


@lru_cache(maxsize=512)
def facts_of(kind: Kind) -> tuple[str, ...]:
    """The names of the facts that a finding of the kind has: those that its messages say."""
    named = (name for words in (kind.en, kind.zh) for _, name, _, _ in Formatter().parse(words))
    return tuple(dict.fromkeys(name for name in named if name is not None))
