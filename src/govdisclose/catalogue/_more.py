"""Findings that stand for others of which there are too many to list. One a severity, for that belongs to the kind."""

from __future__ import annotations

from govdisclose.catalogue._kind import Kind, Severity

__all__ = ["MORE", "MORE_KINDS"]

_EN = "{count} more findings of the kind {kind} were made here and are not listed one by one"
_ZH = "此处另有{count}项“{kind}”类发现，未逐项列出"

MORE: dict[Severity, str] = {
    Severity.ERROR: "more-errors",
    Severity.WARNING: "more-warnings",
    Severity.INFO: "more-infos",
}
"""By severity, the kind that counts findings of it. Its facts are their ``kind`` and their ``count``."""

MORE_KINDS = tuple(Kind(name, severity, _EN, _ZH) for severity, name in MORE.items())
