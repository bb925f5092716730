"""What can be raised. Everything that a document does is a finding; these are for what cannot be read at all.

``UnreadableDocumentError`` and its kinds, ``NotAReportError`` and ``LimitError`` are about the input;
``DeclarationError`` is about a layout's author; ``FindingsError`` is raised only on request.
"""

from __future__ import annotations

from govdisclose.pointer import Pointer

__all__ = [
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
]


class GovdiscloseError(Exception):
    """The root of every error that this library raises on purpose."""


class UnreadableDocumentError(GovdiscloseError):
    """The bytes cannot be read as a document; the message says what was found and what would help.

    ``remedy`` names what would help, so that it can be said in another language: a key of ``catalogue.REMEDIES``, or
    None for what helps with most errors of the type.
    """

    remedy: str | None = None


class UnknownFormatError(UnreadableDocumentError):
    """No installed reader knows these bytes."""

    def __init__(self, message: str, *, remedy: str | None = None) -> None:
        super().__init__(message)
        self.remedy = remedy


class ReportElsewhereError(UnreadableDocumentError):
    """Nothing of a report stands in the file, and it points to where one may be: a link, a frame, a picture, a member.

    ``pointers`` are all of them in the order of the file, so that a program can follow them. Nothing was fetched.
    """

    def __init__(self, message: str, pointers: tuple[Pointer, ...], *, remedy: str | None = None) -> None:
        super().__init__(message)
        self.pointers = pointers
        self.remedy = remedy

    def __reduce__(self) -> tuple[object, ...]:
        return _elsewhere, (str(self), self.pointers, self.remedy)


def _elsewhere(message: str, pointers: tuple[Pointer, ...], remedy: str | None) -> ReportElsewhereError:
    return ReportElsewhereError(message, pointers, remedy=remedy)


class EmptyDocumentError(UnreadableDocumentError):
    """There is nothing to read: no bytes, or no text in them."""


class EncryptedDocumentError(UnreadableDocumentError):
    """The file asks for a password."""


class DamagedDocumentError(UnreadableDocumentError):
    """The file begins as its format asks and then breaks: truncated, a part missing, markup not well formed."""


class ImageOnlyDocumentError(UnreadableDocumentError):
    """The pages are pictures without text: a scan. Text recognition has to come first."""


class NotAReportError(GovdiscloseError):
    """A readable document in which no table, section heading or title of an installed layout was found."""


class LimitError(GovdiscloseError):
    """The input would cost more than ``Limits`` allows.

    ``limit`` is the name of the field of ``Limits``, ``allowed`` its value, ``found`` what the input asks for
    (at least; counting stops there). ``fixed``: the bound is the reader's own, and no value of ``Limits`` raises it.
    """

    def __init__(
        self, limit: str, allowed: float, found: float | str, where: str = "", *, fixed: bool = False
    ) -> None:
        self.limit = limit
        self.allowed = allowed
        self.found = found
        place = f" in {where}" if where else ""
        self.fixed = fixed
        advice = (
            "no larger value can be passed"
            if fixed
            else f"if this file is to be trusted, pass limits=Limits({limit}=...) with a larger value"
        )
        super().__init__(f"limit {limit} is {allowed:g}, found {found}{place}; {advice}")


class MissingExtraError(GovdiscloseError):
    """What was asked needs packages that are not installed. ``extra`` is the extra of govdisclose that has them."""

    def __init__(self, extra: str, packages: str) -> None:
        self.extra = extra
        super().__init__(f"{packages} not installed; python3 -m pip install 'govdisclose[{extra}]'")


class DeclarationError(GovdiscloseError, ValueError):
    """A layout, table or tree that contradicts itself. Raised when it is built, with the path in the message."""


class FindingsError(GovdiscloseError):
    """``Result.raise_for_findings`` was asked, and there were some. ``findings`` holds them."""

    def __init__(self, message: str, findings: tuple[object, ...]) -> None:
        self.findings = findings
        super().__init__(message)
