"""What a kind of finding is."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

__all__ = ["Kind", "Severity"]


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
