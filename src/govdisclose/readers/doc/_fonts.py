"""The names of the fonts, by the numbers that runs give."""

from __future__ import annotations

from govdisclose.readers.doc._bytes import Work, u16
from govdisclose.readers.doc._fib import Fib

__all__ = ["fonts_of"]

_FONTS = 15
_NAME = 40
"""Where the name stands in an entry, behind its size, kind and shape."""


def fonts_of(fib: Fib, work: Work) -> list[str]:
    """The names in their order; fewer where the table is cut off."""
    at, length = fib.place(_FONTS)
    data = fib.table[at : at + length]
    names: list[str] = []
    place = 4
    for _ in range(u16(data, 0)):
        if place >= len(data):
            break
        work.take()
        size = data[place] + 1
        name = data[place + _NAME : place + size]
        names.append(name[: len(name) & ~1].decode("utf-16-le", "replace").partition("\0")[0])
        place += size
    return names
