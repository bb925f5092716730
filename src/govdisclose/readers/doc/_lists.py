"""Automatic numbers: the lists of the document as a numbering part, which the road of Word documents counts by."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, field

from govdisclose.readers._wordml import escape, number_format, part
from govdisclose.readers.doc._bytes import Work, i32, u16, u32
from govdisclose.readers.doc._fib import Fib

__all__ = ["numbering_of"]

_LISTS, _OVERRIDES = 73, 74
_LIST, _OVERRIDE, _LEVEL, _LEVEL_OVERRIDE = 28, 16, 28, 8
_LEVELS = 9

_SUFFIXES = ("tab", "space", "nothing")

Render = Callable[[bytes], str]
"""The markup of the properties of a number."""


def numbering_of(fib: Fib, render: Render, work: Work) -> bytes | None:
    """The numbering part; None where the document has no lists."""
    at, length = fib.place(_OVERRIDES)
    count = min(u32(fib.table, at), len(fib.table) // _OVERRIDE) if length else 0
    lists = _lists(fib, render, work) if count else {}
    if not lists:
        return None
    content = [
        f'<w:abstractNum w:abstractNumId="{index}">{levels}</w:abstractNum>'
        for index, levels in lists.values()
    ]
    work.take(count)
    reader = _Reader(fib.table, at + 4 + _OVERRIDE * count, render, work)
    for number in range(count):
        entry = at + 4 + _OVERRIDE * number
        known = lists.get(u32(fib.table, entry))
        reader.at += 4
        overrides = "".join(
            reader.override() for _ in range(fib.table[entry + 12] if entry + 12 < len(fib.table) else 0)
        )
        if known is not None:
            content.append(
                f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{known[0]}"/>{overrides}</w:num>'
            )
    return part("numbering", content)


def _lists(fib: Fib, render: Render, work: Work) -> dict[int, tuple[int, str]]:
    """The levels of each list by its id; they stand behind the table of lists."""
    at, length = fib.place(_LISTS)
    count = u16(fib.table, at) if length else 0
    work.take(count)
    reader = _Reader(fib.table, at + 2 + _LIST * count, render, work)
    found: dict[int, tuple[int, str]] = {}
    for index in range(count):
        entry = at + 2 + _LIST * index
        simple = entry + 26 < len(fib.table) and fib.table[entry + 26] & 1
        levels = "".join(reader.level(level) for level in range(1 if simple else _LEVELS))
        found[u32(fib.table, entry)] = index, levels
    return found


@define
class _Reader:
    data: bytes
    at: int
    render: Render
    work: Work
    past: bool = field(default=False)

    def level(self, number: int) -> str:
        """The markup of one level; empty past the end."""
        data, at = self.data, self.at
        if at + _LEVEL > len(data):
            return ""
        self.work.take()
        lines, characters = data[at + 25], data[at + 24]
        place = at + _LEVEL + lines
        properties = self.render(data[place : place + characters])
        place += characters
        size = u16(data, place)
        text = data[place + 2 : place + 2 + 2 * size]
        self.at = place + 2 + 2 * size
        code, flags, follows = data[at + 4], data[at + 5], data[at + 15]
        name = number_format(code)
        shown = "".join(
            f"%{ord(char) + 1}" if char < "\x09" else char
            for char in text[: len(text) & ~1].decode("utf-16-le", "replace")
        )
        return (
            f'<w:lvl w:ilvl="{number}"><w:start w:val="{i32(data, at)}"/><w:numFmt w:val="{name}"/>'
            + (f'<w:lvlRestart w:val="{data[at + 26]}"/>' if flags & 8 else "")
            + ("<w:isLgl/>" if flags & 4 else "")
            + f'<w:suff w:val="{_SUFFIXES[follows] if follows < 3 else "tab"}"/>'
            + f'<w:lvlText w:val="{escape(shown)}"/><w:rPr>{properties}</w:rPr></w:lvl>'
        )

    def override(self) -> str:
        """What one use of a list changes of a level."""
        if self.at + _LEVEL_OVERRIDE > len(self.data):
            return ""
        self.work.take()
        start, flags = i32(self.data, self.at), u32(self.data, self.at + 4)
        self.at += _LEVEL_OVERRIDE
        number = min(flags & 15, _LEVELS - 1)
        inner = self.level(number) if flags & 0x20 else ""
        if flags & 0x10:
            inner += f'<w:startOverride w:val="{start}"/>'
        return f'<w:lvlOverride w:ilvl="{number}">{inner}</w:lvlOverride>'
