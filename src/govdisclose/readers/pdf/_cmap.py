"""ToUnicode maps: what a font says its codes stand for. Read with a bound on their size, and nothing else of them.

A range of four thousand million codes fits into thirty bytes, and a thousand ranges of all codes into as many lines;
here they break a limit instead of the memory. Ranges of many codes are kept as they stand: of the codes few are used.
"""

from __future__ import annotations

import re

from govdisclose.errors import LimitError
from govdisclose.limits import Limits
from govdisclose.readers.pdf._page import UNKNOWN

__all__ = ["CodeMap", "Entries"]

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])|/([^\s<>\[\]/()]+)")
_LONGEST = 64  # bytes that one code may stand for
_MOST_CODES = 65_536
_FEW = 256  # codes: a range of no more is written out
_MOST_RANGES = 512  # of more codes than that, in one font: 256 hold all codes that there are


class Entries:
    """How many codes the fonts of one file describe, all together: each costs a hundred bytes once it is read."""

    _PER_ELEMENT = 4

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.spent = 0

    def spend(self, count: int, what: str) -> None:
        """Raises ``LimitError`` where the fonts describe more codes than the file may have elements, four for each."""
        self.spent += max(count, 0)
        self.limits.check("elements", self.spent // self._PER_ELEMENT, what)


class CodeMap:
    """Code to text, as a ToUnicode map gives it; U+FFFD for a code that it does not name or that prints nothing.

    Where a code is named twice, the last time counts. Raises ``LimitError``.
    """

    def __init__(self, data: bytes, entries: Entries) -> None:
        self._found: dict[int, str] = {}
        self._ranges: list[tuple[int, int, bytes]] = []
        self._entries = entries
        entries.limits.check("elements", len(data) // 16, "a ToUnicode map")
        for section in _SECTION.finditer(data):
            if section[1] == b"bfchar":
                self._characters(section[2])
            else:
                self._read_ranges(section[2])

    def __getitem__(self, code: int) -> str:
        found = self._found.get(code)
        if found is None:
            for first, last, raw in reversed(self._ranges):
                if first <= code <= last:
                    return _within(raw, code - first)
            return UNKNOWN
        return found

    def _characters(self, data: bytes) -> None:
        code: int | None = None
        for match in _TOKEN.finditer(data):
            if match[1] is None:
                continue
            if code is None:
                code = _number(match[1])
            else:
                self._know(code, match[1])
                code = None

    def _read_ranges(self, data: bytes) -> None:
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
                    self._know(at, match[1])
                at += 1
            elif len(bounds) < 2:
                bounds.append(_number(match[1]))
            else:
                self._range(bounds[0], bounds[1], match[1])
                bounds = []

    def _know(self, code: int, text: bytes) -> None:
        self._entries.spend(1, "the ToUnicode maps")
        self._found[code] = _text(text)

    def _range(self, first: int, last: int, text: bytes) -> None:
        count = last - first + 1
        self._entries.limits.check("elements", count, "a range of a ToUnicode map")
        if count < 1 or count > _MOST_CODES:
            return
        raw = _raw(text).rjust(2, b"\0")
        if count > _FEW:
            self._entries.spend(_FEW + len(self._found), "the ToUnicode maps")
            self._ranges.append((first, last, raw))
            if len(self._ranges) > _MOST_RANGES:
                raise LimitError(
                    "elements", _MOST_RANGES, len(self._ranges), "ranges of many codes", fixed=True
                )
            for code in [code for code in self._found if first <= code <= last]:
                del self._found[code]
            return
        self._entries.spend(count, "the ToUnicode maps")
        for code in range(first, last + 1):
            self._found[code] = _within(raw, code - first)


def _within(raw: bytes, place: int) -> str:
    """The text of a code in a range: the last two bytes of the first text are counted up."""
    value = int.from_bytes(raw[-2:], "big") + place
    return _decoded(raw[:-2] + value.to_bytes(2, "big")) if value <= 0xFFFF else UNKNOWN


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
