"""Annual disclosure reports of Chinese public bodies (政府信息公开工作年度报告) as typed records.

``parse(source)`` reads one report. Names are imported when they are first used, so that ``import govdisclose``
costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govdisclose.checking import check, roll_up
    from govdisclose.document import Document, Reader, Writer
    from govdisclose.errors import (
        DamagedDocumentError,
        DeclarationError,
        EmptyDocumentError,
        EncryptedDocumentError,
        FindingsError,
        GovdiscloseError,
        ImageOnlyDocumentError,
        LimitError,
        MissingExtraError,
        NotAReportError,
        ReportElsewhereError,
        UnknownFormatError,
        UnreadableDocumentError,
    )
    from govdisclose.findings import Finding, Severity
    from govdisclose.grammar.entry import Entry
    from govdisclose.grammar.layout import Layout
    from govdisclose.grammar.values import State
    from govdisclose.limits import Limits
    from govdisclose.locate import Locator
    from govdisclose.parsing import parse, parse_document, read
    from govdisclose.records import NOT_ASKED, Money, Report
    from govdisclose.result import Result

__version__ = "0.1.0"

_HOMES = {
    "govdisclose.checking": ("check", "roll_up"),
    "govdisclose.document": ("Document", "Reader", "Writer"),
    "govdisclose.errors": (
        "DamagedDocumentError",
        "DeclarationError",
        "EmptyDocumentError",
        "EncryptedDocumentError",
        "FindingsError",
        "GovdiscloseError",
        "ImageOnlyDocumentError",
        "LimitError",
        "MissingExtraError",
        "NotAReportError",
        "ReportElsewhereError",
        "UnknownFormatError",
        "UnreadableDocumentError",
    ),
    "govdisclose.findings": ("Finding", "Severity"),
    "govdisclose.grammar.entry": ("Entry",),
    "govdisclose.grammar.layout": ("Layout",),
    "govdisclose.grammar.values": ("State",),
    "govdisclose.limits": ("Limits",),
    "govdisclose.locate": ("Locator",),
    "govdisclose.parsing": ("parse", "parse_document", "read"),
    "govdisclose.records": ("NOT_ASKED", "Money", "Report"),
    "govdisclose.result": ("Result",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "NOT_ASKED",
    "DamagedDocumentError",
    "DeclarationError",
    "Document",
    "EmptyDocumentError",
    "EncryptedDocumentError",
    "Entry",
    "Finding",
    "FindingsError",
    "GovdiscloseError",
    "ImageOnlyDocumentError",
    "Layout",
    "LimitError",
    "Limits",
    "Locator",
    "MissingExtraError",
    "Money",
    "NotAReportError",
    "Reader",
    "Report",
    "ReportElsewhereError",
    "Result",
    "Severity",
    "State",
    "UnknownFormatError",
    "UnreadableDocumentError",
    "Writer",
    "check",
    "parse",
    "parse_document",
    "read",
    "roll_up",
]


def __getattr__(name: str) -> object:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'govdisclose' has no attribute {name!r}")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted((*__all__, "__version__"))
