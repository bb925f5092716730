"""ToUnicode maps: what a font says its codes stand for. Read with a bound on their size, and nothing else of them.

A range of four thousand million codes fits into thirty bytes; here it breaks a limit instead of the memory.
"""

from __future__ import annotations

import re

from govdisclose.limits import Limits
from govdisclose.readers.pdf._page import UNKNOWN

__all__ = ["read_cmap"]

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])|/([^\s<>\[\]/()]+)")
_LONGEST = 64  # bytes that one code may stand for
_MOST_CODES = 65_536


def read_cmap(data: bytes, limits: Limits) -> dict[int, str]:
    """Code to text. A code that stands for nothing that can be printed is U+FFFD. Raises ``LimitError``."""
    limits.check("elements", len(data) // 16, "a ToUnicode map")
    found: dict[int, str] = {}
    for section in _SECTION.finditer(data):
        if section[1] == b"bfchar":
            tokens = [match[1] for match in _TOKEN.finditer(section[2]) if match[1] is not None]
            for code, text in zip(tokens[::2], tokens[1::2], strict=False):
                found[_number(code)] = _text(text)
        else:
            _ranges(section[2], found, limits)
    return found


def _ranges(data: bytes, found: dict[int, str], limits: Limits) -> None:
    bounds: list[int] = []
    at: int | None = None  # the next code, within a list of texts
    for match in _TOKEN.finditer(data):
        if match[2] is not None:
            at = bounds[0] if len(bounds) == 2 else None
        elif match[3] is not None:
            at, bounds = None, []
        elif match[1] is None:
            continue  # a name of a glyph: it says nothing that is sure
        elif at is not None:
            if at <= bounds[1]:
                found[at] = _text(match[1])
            at += 1
        elif len(bounds) < 2:
            bounds.append(_number(match[1]))
        else:
            first, last = bounds
            limits.check("elements", last - first + 1, "a range of a ToUnicode map")
            if last - first < _MOST_CODES:
                _range(first, last, match[1], found)
            bounds = []
        if len(found) > _MOST_CODES:
            limits.check("elements", len(found), "a ToUnicode map")


def _range(first: int, last: int, text: bytes, found: dict[int, str]) -> None:
    raw = _raw(text)
    if len(raw) < 2:
        raw = raw.rjust(2, b"\0")
    head, low = raw[:-2], int.from_bytes(raw[-2:], "big")
    for code in range(first, last + 1):
        value = low + code - first
        found[code] = _decoded(head + value.to_bytes(2, "big")) if value <= 0xFFFF else UNKNOWN


def _number(digits: bytes) -> int:
    raw = _raw(digits[:16])
    return int.from_bytes(raw, "big")


def _raw(digits: bytes) -> bytes:
    digits = b"".join(digits.split())[: 2 * _LONGEST]
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _text(digits: bytes) -> str:
    raw = _raw(digits)
    return _decoded(raw.rjust(2, b"\0") if len(raw) < 2 else raw)


def _decoded(raw: bytes) -> str:
    try:
        text = raw.decode("utf-16-be")
    except UnicodeDecodeError:
        return UNKNOWN
    return text if text.strip("\0") else UNKNOWN
