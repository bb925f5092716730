"""Values of a PDF as they should be, whatever stands in their place: nothing, where it is something else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pdfminer.pdftypes import PDFStream, dict_value, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

__all__ = ["array", "dictionary", "integer", "name", "numbers", "string"]

_LONGEST = 4_096  # bytes of a string; no cell shows more


def dictionary(value: object) -> Mapping[str, Any]:
    """The entries of a dictionary or of a stream."""
    found = resolve1(value)
    return found if isinstance(found, dict) else dict_value(found) if isinstance(found, PDFStream) else {}


def array(value: object) -> list[Any]:
    """The items of an array."""
    found = resolve1(value)
    return found if isinstance(found, list) else []


def name(value: object) -> str:
    """A name."""
    found = resolve1(value)
    return found.name if isinstance(found, PSLiteral) and isinstance(found.name, str) else ""


def integer(value: object) -> int:
    """A whole number, or 0."""
    found = resolve1(value)
    return found if isinstance(found, int) else 0


def numbers(value: object, count: int) -> tuple[float, ...] | None:
    """So many numbers, or ``None``."""
    items = array(value)
    found = [resolve1(item) for item in items] if len(items) == count else []
    if len(found) != count or not all(isinstance(item, int | float) for item in found):
        return None
    return tuple(found)


def string(value: object) -> str:
    """A text, also one in a stream, and what is written for one."""
    found = resolve1(value)
    if isinstance(found, PDFStream):
        found = found.get_data()
    if isinstance(found, bytes):
        found = found[:_LONGEST]
        if found.startswith(b"\xef\xbb\xbf"):
            return found[3:].decode("utf-8", errors="replace")
        return decode_text(found)
    return name(found) or (str(found) if isinstance(found, int | float) else "")
