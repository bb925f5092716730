"""Findings that stand for others of which there are too many to list. One a severity, for that belongs to the kind."""

from __future__ import annotations

from govdisclose.catalogue._kind import Kind, Severity

__all__ = ["MORE", "MORE_KINDS"]

MORE: dict[Severity, str] = {
    Severity.ERROR: "more-errors",
    Severity.WARNING: "more-warnings",
    Severity.INFO: "more-infos",
}
"""By severity, the kind that counts findings of it. Its facts are their ``kind`` and their ``count``."""

MORE_KINDS = (
    Kind(
        MORE[Severity.ERROR],
        Severity.ERROR,
        "{count} more errors of the kind {kind} were found here and are not listed one by one",
        "此处另有{count}处“{kind}”错误，未逐项列出",
    ),
    Kind(
        MORE[Severity.WARNING],
        Severity.WARNING,
        "{count} more warnings of the kind {kind} were found here and are not listed one by one",
        "此处另有{count}处“{kind}”警告，未逐项列出",
    ),
    Kind(
        MORE[Severity.INFO],
        Severity.INFO,
        "{count} more notes of the kind {kind} were found here and are not listed one by one",
        "此处另有{count}处“{kind}”提示，未逐项列出",
    ),
)
