"""Properties as they stand in the file: a code that says what follows, and how long that is."""

from __future__ import annotations

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


def properties_of(data: bytes, work: Work, elsewhere: bytes = b"") -> list[tuple[int, bytes]]:
    """Each property with its operand. One that is cut off ends the list.

    ``elsewhere`` is the data stream: a list may name one that stands there, and that one names no further.
    """
    found: list[tuple[int, bytes]] = []
    at, end = 0, len(data)
    while at + 2 <= end:
        code = data[at] | data[at + 1] << 8
        at += 2
        size = _SIZES[code >> 13]
        if not size:
            size, before = _size(code, data, at)
            at += before
        last = at + size
        if size < 0 or last > end:
            break
        found.append((code, data[at:last]))
        at = last
    work.take(len(found))
    if elsewhere and any(code in _ELSEWHERE for code, _ in found):
        return [one for pair in found for one in _named(pair, work, elsewhere)]
    return found


def _size(code: int, data: bytes, at: int) -> tuple[int, int]:
    """The size of an operand that says it itself, and how many bytes that takes."""
    if code == _TABLE:
        return u16(data, at) - 1, 2
    first = data[at] if at < len(data) else 0
    if code != _TABS or first != 0xFF:
        return first, 1
    removed = data[at + 1] if at + 1 < len(data) else 0
    added = at + 2 + 4 * removed
    return 2 + 4 * removed + 3 * (data[added] if added < len(data) else 0), 1


def _named(pair: tuple[int, bytes], work: Work, elsewhere: bytes) -> list[tuple[int, bytes]]:
    """A property, or those that stand where it says."""
    if pair[0] not in _ELSEWHERE:
        return [pair]
    place = u32(pair[1], 0)
    start = place + 2
    return properties_of(elsewhere[start : start + u16(elsewhere, place)], work)
