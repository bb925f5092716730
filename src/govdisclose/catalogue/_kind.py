"""What a kind of finding is."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from string import Formatter

from attrs import frozen

__all__ = ["Kind", "Severity", "Topic", "facts_of"]


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Topic(StrEnum):
    """What a finding is about."""

    FILE = "file"
    """The file, as the reader found it."""
    CELL = "cell"
    """A cell whose text is not what stands in the file: what is seen decides."""
    FORM = "form"
    """Which form it is, or that it is none."""
    TABLE = "table"
    """A table as a whole: where it stands, how often, in how many pieces."""
    HEADING = "heading"
    """The labels of rows and columns."""
    VALUE = "value"
    """What stands in a row or a cell."""
    SUM = "sum"
    """What must add up."""
    SECTION = "section"
    TITLE = "title"
    ORGAN = "organ"
    YEAR = "year"
    PERIOD = "period"
    MORE = "more"
    """Others that are not listed one by one."""


@frozen
class Kind:
    """A kind of finding: its code, severity, and message in two languages.

    ``terms`` names the facts that are keys of ``TERMS``, which say them in the language of the message. ``topic`` is
    given by the list of the catalogue in which the kind stands.
    """

    id: str
    severity: Severity
    en: str
    zh: str
    terms: tuple[str, ...] = ()
    topic: Topic = Topic.FILE


@lru_cache(maxsize=512)
def facts_of(kind: Kind) -> tuple[str, ...]:
    """The names of the facts that a finding of the kind has: those that its messages say."""
    named = (name for words in (kind.en, kind.zh) for _, name, _, _ in Formatter().parse(words))
    return tuple(dict.fromkeys(name for name in named if name is not None))
