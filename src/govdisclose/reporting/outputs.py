"""What is written of checked reports, each format a value: id, suffix, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Generic, TypeVar

from attrs import frozen

from govdisclose.errors import GovdiscloseError
from govdisclose.limits import DEFAULT_LIMITS
from govdisclose.members import read_path
from govdisclose.reporting.item import Item

__all__ = ["OUTPUTS", "Output", "OutputError", "by_id"]

_What = TypeVar("_What")


class OutputError(GovdiscloseError):
    """What was asked cannot be made of these reports."""


@frozen
class Output(Generic[_What]):
    """A format, and how it is made of what was found, in a language. ``needs_result``: it shows the report itself;
    ``binary``: it is no text for a terminal; ``needs`` is the module, and ``extra`` the extra of govdisclose, without
    which it cannot be made.
    """

    id: str
    suffix: str
    make: Callable[[_What, str], bytes]
    needs_result: bool = False
    binary: bool = False
    needs: str = ""
    extra: str = ""


def by_id(*outputs: Output[_What]) -> Mapping[str, Output[_What]]:
    """Outputs by their id."""
    return MappingProxyType({item.id: item for item in outputs})


def _json(items: Sequence[Item], language: str) -> bytes:
    from govdisclose.reporting.plain import to_json

    return to_json(items).encode()


def _jsonl(items: Sequence[Item], language: str) -> bytes:
    from govdisclose.reporting.plain import to_jsonl

    return to_jsonl(items).encode()


def _sarif(items: Sequence[Item], language: str) -> bytes:
    from govdisclose import __version__
    from govdisclose.reporting.sarif import to_sarif

    return to_sarif(items, language, __version__).encode()


def _junit(items: Sequence[Item], language: str) -> bytes:
    from govdisclose.reporting.ci import to_junit

    return to_junit(items, language)


def _github(items: Sequence[Item], language: str) -> bytes:
    from govdisclose.reporting.ci import to_github

    return to_github(items, language).encode()


def _xlsx(items: Sequence[Item], language: str) -> bytes:
    from govdisclose.reporting.xlsx import to_xlsx

    return to_xlsx(items, language)


def _html(items: Sequence[Item], language: str) -> bytes:
    from govdisclose.reporting.page import to_html

    return to_html(items, language).encode()


def _docx(items: Sequence[Item], language: str) -> bytes:
    from govdisclose.reporting.word import annotate

    if len(items) != 1:
        raise OutputError(
            f"comments are put into one Word file at a time, and there are {len(items)} reports"
        )
    (item,) = items
    return annotate(read_path(item.source, DEFAULT_LIMITS), item, language)


OUTPUTS: Mapping[str, Output[Sequence[Item]]] = by_id(
    Output("json", ".json", _json),
    Output("jsonl", ".jsonl", _jsonl),
    Output("html", ".html", _html, needs_result=True),
    Output("xlsx", ".xlsx", _xlsx, binary=True, needs="xlsxwriter", extra="xlsx"),
    Output("docx", ".docx", _docx, needs_result=True, binary=True),
    Output("sarif", ".sarif", _sarif),
    Output("junit", ".xml", _junit),
    Output("github", ".txt", _github),
)
"""By id, in the order in which they are told."""
