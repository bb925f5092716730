"""Numbers in bytes, and the arrays that Word keeps over the characters of a text. Past the end stand zeros."""

from __future__ import annotations

from govdisclose.errors import LimitError
from govdisclose.limits import Limits

__all__ = ["Plc", "Work", "i16", "i32", "plc", "u16", "u32"]

Plc = list[tuple[int, int, int]]
"""Ranges of characters: where each begins and ends, and where its data stand."""


class Work:
    """Counts what is taken from a file: pieces, properties, entries, runs, paragraphs, cells."""

    __slots__ = ("_allowed", "done", "limits")

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.done = 0
        self._allowed = limits.elements

    def take(self, count: int = 1) -> None:
        """Count; raises ``LimitError`` over ``elements``."""
        self.done += count
        if self.done > self._allowed:
            raise LimitError("elements", self._allowed, self.done, "pieces, properties and entries")


def u16(data: bytes, at: int) -> int:
    """Two bytes as a number."""
    return int.from_bytes(data[at : at + 2], "little")


def i16(data: bytes, at: int) -> int:
    """Two bytes as a number with a sign."""
    return (int.from_bytes(data[at : at + 2], "little") ^ 0x8000) - 0x8000


def u32(data: bytes, at: int) -> int:
    """Four bytes as a number."""
    return int.from_bytes(data[at : at + 4], "little")


def i32(data: bytes, at: int) -> int:
    """Four bytes as a number with a sign."""
    return (int.from_bytes(data[at : at + 4], "little") ^ 0x80000000) - 0x80000000


def plc(data: bytes, at: int, length: int, size: int, work: Work) -> Plc:
    """An array of places, one more than there are data of ``size`` bytes, which follow them."""
    length = min(length, max(len(data) - at, 0))
    count = (length - 4) // (4 + size) if length >= 4 else 0
    work.take(count)
    first = at + 4 * (count + 1)
    places = [u32(data, at + 4 * index) for index in range(count + 1)]
    return [(places[index], places[index + 1], first + size * index) for index in range(count)]
