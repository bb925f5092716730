"""The error of a file that holds nothing of a report and points to where one may be."""

from __future__ import annotations

from collections.abc import Sequence

from govdisclose.errors import ReportElsewhereError
from govdisclose.pointer import Pointer, PointerKind

__all__ = ["ADVICE", "elsewhere", "named", "named_first"]

_SHOWN = 5
ADVICE: dict[PointerKind, str] = {
    "link": "fetch it and read that file",
    "frame": "fetch what the frame shows and read that",
    "picture": "text recognition has to come first",
    "script": "open the page in a browser and save what it shows",
    "member": "pass the one that is meant, as ARCHIVE/NAME",
}
"""By kind of pointer, what to do. Where several kinds are there, the first of these counts."""


def elsewhere(found: str, pointers: Sequence[Pointer]) -> ReportElsewhereError:
    """``found`` says what the file is. ``pointers`` are not empty; the kind that helps most comes first in the words."""
    first = _first(pointers)
    return ReportElsewhereError(
        f"{found}; {first}s: {named_first(pointers)}; {ADVICE[first]}", tuple(pointers), remedy=first
    )


def named_first(pointers: Sequence[Pointer]) -> str:
    """Those of the kind that helps most, in words."""
    first = _first(pointers)
    return named([item for item in pointers if item.kind == first])


def _first(pointers: Sequence[Pointer]) -> PointerKind:
    kinds = list(ADVICE)
    return min((item.kind for item in pointers), key=kinds.index)


def named(pointers: Sequence[Pointer]) -> str:
    """The first five in words, and how many there are if there are more."""
    names = [str(item) for item in pointers[:_SHOWN]]
    if len(pointers) > _SHOWN:
        names.append(f"… ({len(pointers)})")
    return "、".join(names)
