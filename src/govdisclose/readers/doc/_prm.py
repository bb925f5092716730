"""Properties as they stand in the file: a code that says what follows, and how long that is."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose.readers.doc._bytes import Work, u16, u32

__all__ = ["properties_of", "single"]

_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_TABLE, _TABS = 0xD608, 0xC615
_ELSEWHERE = frozenset((0x6645, 0x6646, 0x646B))
"""Properties of paragraphs that stand in the data stream: their place there is the operand."""

# What a piece can name by a short number, and the code of that property. Others say nothing of what is seen.
_SHORT = {
    0x0C: 0x260A,
    0x18: 0x2416,
    0x19: 0x2417,
    0x41: 0x0800,
    0x42: 0x0801,
    0x43: 0x0802,
    0x47: 0x0806,
    0x4B: 0x080A,
    0x4D: 0x2A0C,
    0x50: 0x0811,
    0x51: 0x0818,
    0x53: 0x2A33,
    0x57: 0x0837,
    0x5C: 0x083C,
    0x62: 0x2A42,
    0x68: 0x2A48,
    0x73: 0x2A53,
    0x75: 0x0855,
    0x76: 0x0856,
}


def single(number: int, value: int) -> bytes:
    """The one property that a piece names by its short number, as it would stand in a list; empty if it is not known."""
    code = _SHORT.get(number)
    return b"" if code is None else code.to_bytes(2, "little") + bytes([value])


def properties_of(data: bytes, work: Work, elsewhere: bytes = b"") -> Iterator[tuple[int, bytes]]:
    """Each property with its operand. One that is cut off ends the list.

    ``elsewhere`` is the data stream: a list may name one that stands there, and that one names no further.
    """
    at, end = 0, len(data)
    while at + 2 <= end:
        code = data[at] | data[at + 1] << 8
        at += 2
        kind = code >> 13
        if kind != 6:
            size = _SIZES[kind]
        elif code == _TABLE:
            size = u16(data, at) - 1
            at += 2
        elif code == _TABS and data[at : at + 1] == b"\xff":
            removed = data[at + 1] if at + 1 < end else 0
            added = at + 2 + 4 * removed
            size = 2 + 4 * removed + 3 * (data[added] if added < end else 0)
            at += 1
        else:
            size = data[at] if at < end else 0
            at += 1
        if size < 0 or at + size > end:
            return
        work.take()
        operand = data[at : at + size]
        at += size
        if code in _ELSEWHERE:
            place = u32(operand, 0)
            if elsewhere and place + 2 <= len(elsewhere):
                start = place + 2
                yield from properties_of(elsewhere[start : start + u16(elsewhere, place)], work)
        else:
            yield code, operand
