"""The style sheet: what each style says of characters and paragraphs, with all that it is based on."""

from __future__ import annotations

from attrs import define, field, frozen

from govdisclose.readers.doc._bytes import Work, u16
from govdisclose.readers.doc._characters import Characters, apply
from govdisclose.readers.doc._fib import Fib
from govdisclose.readers.doc._paragraphs import Lines, apply_lines
from govdisclose.readers.doc._prm import properties_of

__all__ = ["NO_STYLE", "Sheet", "Style", "sheet_of"]

_STSH = 1
_PARAGRAPH, _CHARACTER, _TABLE = 1, 2, 3
_NONE = 0xFFF


@frozen
class Style:
    """The kind of a style (1 of paragraphs, 2 of characters, 3 of tables) and what it says."""

    kind: int
    characters: Characters = field(factory=dict)
    lines: Lines = field(factory=dict)


NO_STYLE = Style(0)


@frozen
class _Own:
    kind: int
    base: int
    characters: bytes
    lines: bytes


@define
class Sheet:
    """The styles by number. A chain of bases may be as long as the sheet, and a circle."""

    own: list[_Own | None]
    work: Work
    found: dict[int, Style] = field(factory=dict)

    def style(self, number: int) -> Style:
        """A style with its bases; one that is not there says nothing."""
        chain: list[tuple[int, _Own]] = []
        passed: set[int] = set()
        base = NO_STYLE
        at = number
        while at not in passed:
            if at in self.found:
                base = self.found[at]
                break
            own = self.own[at] if at < len(self.own) else None
            if own is None:
                break
            self.work.take()
            passed.add(at)
            chain.append((at, own))
            at = own.base
        for named, own in reversed(chain):
            below = base if base.kind == own.kind else NO_STYLE
            base = self.found[named] = Style(
                own.kind,
                apply(dict(below.characters), properties_of(own.characters, self.work), below.characters),
                apply_lines(dict(below.lines), properties_of(own.lines, self.work)),
            )
        return base

    def paragraph(self, number: int) -> Style:
        """A style of paragraphs; what is none counts as the usual style, as Word has it."""
        style = self.style(number)
        return style if style.kind == _PARAGRAPH else self.style(0)

    def characters(self, number: int) -> Characters | None:
        """What a style of characters says; None if it is none."""
        style = self.style(number)
        return style.characters if style.kind == _CHARACTER else None


def sheet_of(fib: Fib, work: Work) -> Sheet:
    """Read the style sheet; one without styles where it is missing or cut off."""
    at, length = fib.place(_STSH)
    data = fib.table[at : at + length]
    head = u16(data, 0)
    count, base = u16(data, 2), u16(data, 4)
    work.take(count)
    own: list[_Own | None] = []
    place = 2 + head
    for _ in range(count):
        if place + 2 > len(data):
            break
        size = u16(data, place)
        own.append(_style(data[place + 2 : place + 2 + size], base) if size else None)
        place += 2 + size + (size & 1)
    return Sheet(own, work)


def _style(data: bytes, base: int) -> _Own | None:
    kind, parent = u16(data, 2) & 15, u16(data, 2) >> 4
    parts = u16(data, 4) & 15
    at = base + 2 + 2 * u16(data, base) + 2
    at += at & 1
    found: list[bytes] = []
    for _ in range(parts):
        size = u16(data, at)
        found.append(data[at + 2 : at + 2 + size])
        at += 2 + size + (size & 1)
    lines, characters = b"", b""
    if kind == _PARAGRAPH:
        lines = found[0][2:] if found else b""
        characters = found[1] if len(found) > 1 else b""
    elif kind == _CHARACTER:
        characters = found[0] if found else b""
    elif kind == _TABLE:
        characters = found[2] if len(found) > 2 else b""
    return _Own(kind, parent, characters, lines) if kind else None
