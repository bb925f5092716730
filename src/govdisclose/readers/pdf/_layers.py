"""Layers of a PDF (optional content): which of them are shown when the file is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any

from pdfminer.pdftypes import PDFObjRef, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral

__all__ = ["Layers"]

_MOST = 1_000  # parts of an expression; what is longer is taken for shown
_POLICIES: Mapping[str, Callable[[list[bool]], bool]] = {
    "AllOn": all,
    "AnyOn": any,
    "AnyOff": lambda shown: not all(shown),
    "AllOff": lambda shown: not any(shown),
}


class Layers:
    """The layers that the default configuration of a file hides. False if there is none."""

    def __init__(self, catalog: Mapping[str, Any]) -> None:
        properties = dict_value(catalog.get("OCProperties", {}))
        default = dict_value(properties.get("D", {}))
        self.hidden: set[int] = set()
        if _name(default.get("BaseState")) == "OFF":
            self.hidden |= _numbers(properties.get("OCGs"))
            self.hidden -= _numbers(default.get("ON"))
        self.hidden |= _numbers(default.get("OFF"))
        self._known: dict[int, bool] = {}

    def __bool__(self) -> bool:
        return bool(self.hidden)

    def hides(self, item: object) -> bool:
        """Whether what is marked with a layer, or with what depends on several, is not shown."""
        if not isinstance(item, PDFObjRef):
            return bool(self.hidden) and not self._shows(item)
        if item.objid not in self._known:
            self._known[item.objid] = item.objid in self.hidden or not self._shows(item)
        return self._known[item.objid]

    def _shows(self, item: object) -> bool:
        spec = resolve1(item)
        if not isinstance(spec, dict) or _name(spec.get("Type")) != "OCMD":
            return True
        expression = resolve1(spec.get("VE"))
        if isinstance(expression, list):
            try:
                return self._holds(expression, count())
            except (_TooLongError, RecursionError):
                return True
        members = spec.get("OCGs")
        several = members if isinstance(resolve1(members), list) else [members]
        shown = [self._shows_one(member) for member in list_value(several) if resolve1(member) is not None]
        policy = _POLICIES.get(_name(spec.get("P")), any)
        return policy(shown) if shown else True

    def _shows_one(self, member: object) -> bool:
        return not (isinstance(member, PDFObjRef) and member.objid in self.hidden)

    def _holds(self, expression: object, parts: Iterator[int]) -> bool:
        """Whether an expression of layers (``[/And a [/Not b]]``) is true."""
        if next(parts) > _MOST:
            raise _TooLongError
        terms = resolve1(expression)
        if not isinstance(terms, list) or not terms:
            return self._shows_one(expression)
        found = [self._holds(term, parts) for term in terms[1:]]
        kind = _name(terms[0])
        if kind == "Not":
            return not all(found)
        return any(found) if kind == "Or" else all(found)


class _TooLongError(Exception):
    """An expression has more parts than any file needs."""


def _numbers(layers: object) -> set[int]:
    return {item.objid for item in list_value(layers or []) if isinstance(item, PDFObjRef)}


def _name(value: object) -> str:
    value = resolve1(value)
    return value.name if isinstance(value, PSLiteral) and isinstance(value.name, str) else ""
