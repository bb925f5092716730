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
    """A kind of finding: its code, severity, and message in two languages."""

    id: str
    severity: Severity
    en: str
    zh: str
