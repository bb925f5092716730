"""What lies over the cells of an ``.xls``: pictures, shapes, charts, controls, and notes that are shown.

A drawing is a stream of nested pieces of its own, cut into records wherever it pleases; each shape in it that has
*client data* belongs to the next object record. A long one goes on in what continues the records of objects and of
their texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import error as StructError  # noqa: N812
from struct import unpack_from

from attrs import define, field

from govdisclose.readers.spreadsheet._biff import Record
from govdisclose.readers.spreadsheet._model import Area, Thing

__all__ = ["Objects"]

_DRAWING, _OBJ, _TEXT, _NOTE, _FILTERS = 0x00EC, 0x005D, 0x01B6, 0x001C, 0x009D
_SHAPE, _ANCHOR, _CLIENT = 0xF00A, 0xF010, 0xF011
_COMMON = 0x0015
_NOTE_OBJECT, _DROP_DOWN = 0x19, 0x14
_LINE_OBJECT = 1
_LINES = frozenset((20, *range(32, 41)))
_WHATS = {5: "chart", 8: "picture", _NOTE_OBJECT: "annotation"}
_CONTROLS = frozenset((7, *range(0x0B, 0x15)))
_SHOWN = 2
_EVERYWHERE = Area(0, 0, 65_535, 255)
_NEAR_COLUMN, _NEAR_ROW = 30, 25
"""Shares of a column (of 1,024) and of a row (of 256): what reaches less far into a cell touches its border."""


@define
class Objects:
    """The drawing of a sheet while its records come."""

    drawing: list[bytes] = field(factory=list)
    objects: list[tuple[int, int]] = field(factory=list)
    """The kind and the number of each object."""
    old: list[Thing] = field(factory=list)
    shown: set[int] = field(factory=set)
    filters: int = 0

    def take(self, record: Record) -> None:
        """Take a record into account if it is about things."""
        data = record.data
        try:
            if record.kind == _DRAWING:
                self.drawing += record.chunks
            elif record.kind == _OBJ:
                first, _, kind, number = unpack_from("<4H", data)
                if first == _COMMON:
                    self.objects.append((kind, number))
                elif (area := _area(data, 8)) is not None:
                    # as versions before 97 wrote it: the place stands in the record itself
                    self.old.append(Thing(area, _what(kind), kind == _LINE_OBJECT))
                self.drawing += record.chunks[1:]
            elif record.kind == _TEXT:
                self.drawing += record.chunks[_own_chunks(record) :]
            elif record.kind == _NOTE:
                _, _, flags, number = unpack_from("<4H", data)
                if flags & _SHOWN:
                    self.shown.add(number)
            elif record.kind == _FILTERS:
                (self.filters,) = unpack_from("<H", data)
        except StructError:
            self.objects.append((-1, -1))

    def things(self) -> Iterator[Thing]:
        """What lies over cells. A drawing that cannot be followed may lie over any."""
        yield from self.old
        data = b"".join(self.drawing)
        at = shapes = 0
        line = False
        anchor: Area | None = None
        while at + 8 <= len(data):
            head, kind, length = unpack_from("<HHI", data, at)
            at += 8
            if head & 0xF == 0xF:
                continue  # what stands in it follows
            if kind == _SHAPE:
                line, anchor = head >> 4 in _LINES, None
            elif kind == _ANCHOR:
                if length < 18 or at + 18 > len(data):
                    break
                anchor = _area(data, at)
            elif kind == _CLIENT:
                number = self.objects[shapes] if shapes < len(self.objects) else (-1, -1)
                shapes += 1
                if anchor is not None and not self._is_silent(*number):
                    yield Thing(anchor, _what(number[0]), line or number[0] == _LINE_OBJECT)
            at += length
        if at != len(data) or shapes < len(self.objects):
            yield Thing(_EVERYWHERE, "drawing")

    def _is_silent(self, kind: int, number: int) -> bool:
        """Whether an object is not seen: a note that waits to be pointed at, or the arrow of a filter."""
        if kind == _NOTE_OBJECT:
            return number not in self.shown
        if kind == _DROP_DOWN and self.filters > 0:
            self.filters -= 1
            return True
        return False


def _own_chunks(record: Record) -> int:
    """How many chunks of the text of a shape are its own: itself, its characters, and their fonts."""
    characters, fonts = unpack_from("<HH", record.data, 10)
    own = 1
    while characters > 0 and own < len(record.chunks) and record.chunks[own]:
        chunk = record.chunks[own]
        characters -= (len(chunk) - 1) // (2 if chunk[0] & 1 else 1)
        own += 1
    while fonts > 0 and own < len(record.chunks) and record.chunks[own]:
        fonts -= len(record.chunks[own])
        own += 1
    return own


def _what(kind: int) -> str:
    return _WHATS.get(kind, "control" if kind in _CONTROLS else "drawing")


def _area(data: bytes, at: int) -> Area | None:
    left, into_left, top, into_top, right, into_right, bottom, into_bottom = unpack_from("<8H", data, at + 2)
    left += into_left > 1024 - _NEAR_COLUMN and left < right
    top += into_top > 256 - _NEAR_ROW and top < bottom
    right -= into_right < _NEAR_COLUMN and right > left
    bottom -= into_bottom < _NEAR_ROW and bottom > top
    return Area(top, left, bottom, right)
