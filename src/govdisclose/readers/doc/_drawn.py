"""What is drawn beside the text: where each shape is anchored, how large it is, and the text in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from attrs import frozen

from govdisclose.readers.doc._bytes import Work, i32, plc, u16, u32
from govdisclose.readers.doc._fib import Fib

__all__ = ["BOXES", "Drawn", "Shape", "drawn_of"]

_ANCHORS, _GRAPHICS, _BOXES = 40, 50, 56
_ANCHOR, _BOX = 26, 22
BOXES = 6
"""The index of the story of text boxes."""

_GROUPS, _DRAWING, _GROUP, _SHAPE, _ABOUT, _OPTIONS = 0xF000, 0xF002, 0xF003, 0xF004, 0xF00A, 0xF00B
_SHOWN_BITS, _HIDDEN = 0x03BF, 0x00020002
_LINES = frozenset((20, *range(32, 41)))
_PICTURE = 75
_DEEPEST = 20


class Shape(NamedTuple):
    """``kind``: line, picture or drawing; sizes in points; ``boxes``: where its texts begin and end."""

    kind: str
    width: float
    height: float
    boxes: list[tuple[int, int]]


@frozen
class Drawn:
    """Shapes by the character that anchors them, and the texts that no shape claims."""

    anchored: dict[int, Shape | None]
    left: list[tuple[int, int]]


class _About(NamedTuple):
    number: int
    type: int
    hidden: bool
    group: tuple[int, ...]


def drawn_of(fib: Fib, work: Work) -> Drawn:
    """The shapes of the text; None for one that is hidden."""
    at, length = fib.place(_BOXES)
    start, end = fib.start(BOXES), fib.start(BOXES + 1)
    texts: dict[int, list[tuple[int, int]]] = {}
    boxes = plc(fib.table, at, length, _BOX, work)
    # The last one is no box: it is the end of the story.
    for first, last, data in boxes[:-1] if len(boxes) > 1 else []:
        if first < last <= end - start and not u16(fib.table, data + 8):
            texts.setdefault(u32(fib.table, data + 14), []).append((start + first, start + last))
    about = _shapes(fib, work)
    anchored: dict[int, Shape | None] = {}
    at, length = fib.place(_ANCHORS)
    for place, _, data in plc(fib.table, at, length, _ANCHOR, work):
        number = u32(fib.table, data)
        left, top, right, bottom = (i32(fib.table, data + 4 + 4 * side) for side in range(4))
        known = about.get(number)
        members = known.group if known is not None else ()
        work.take(len(members))
        held = [box for one in (number, *members) for box in texts.pop(one, [])]
        kind = "drawing"
        if known is not None:
            kind = "line" if known.type in _LINES else "picture" if known.type == _PICTURE else kind
        shape = Shape(kind, abs(right - left) / 20, abs(bottom - top) / 20, held)
        anchored[place] = None if known is not None and known.hidden else shape
    return Drawn(anchored, [box for group in texts.values() for box in group])


def _shapes(fib: Fib, work: Work) -> dict[int, _About]:
    """What the drawings say of each shape, by its number."""
    at, length = fib.place(_GRAPHICS)
    data = fib.table[at : at + length]
    found: dict[int, _About] = {}
    for kind, _, _, end in _records(data, 0, len(data), work):
        # Drawings stand behind the container of all, each after a byte that says where it belongs.
        if kind != _GROUPS:
            break
        place = end
        while place + 9 <= len(data):
            for inner, _, first, last in _records(data, place + 1, len(data), work):
                if inner == _DRAWING:
                    _collect(data, first, last, found, work, 0)
                place = last
                break
            else:
                break
        break
    return found


def _collect(
    data: bytes, start: int, end: int, found: dict[int, _About], work: Work, depth: int
) -> list[int]:
    """Add the shapes of a drawing or a group; their numbers, first that of the group itself."""
    numbers: list[int] = []
    for kind, _, first, last in _records(data, start, end, work):
        if kind == _GROUP and depth < _DEEPEST:
            inner = _collect(data, first, last, found, work, depth + 1)
            if inner and inner[0] in found and depth > 0:
                found[inner[0]] = found[inner[0]]._replace(group=tuple(inner[1:]))
            numbers += inner
        elif kind == _SHAPE:
            shape = _shape(data, first, last, work)
            if shape is not None:
                found[shape.number] = shape
                numbers.append(shape.number)
    return numbers


def _shape(data: bytes, start: int, end: int, work: Work) -> _About | None:
    number, type_, hidden = 0, 0, False
    for kind, instance, first, last in _records(data, start, end, work):
        if kind == _ABOUT:
            number, type_ = u32(data, first), instance
        elif kind == _OPTIONS:
            for at in range(first, min(first + 6 * instance, last - 5), 6):
                if u16(data, at) & 0x3FFF == _SHOWN_BITS:
                    hidden = u32(data, at + 2) & _HIDDEN == _HIDDEN
    return _About(number, type_, hidden, ()) if number else None


def _records(data: bytes, start: int, end: int, work: Work) -> Iterator[tuple[int, int, int, int]]:
    """The records between two places: kind, instance, where the content begins and ends."""
    at = start
    while at + 8 <= end:
        work.take()
        first = at + 8
        last = first + u32(data, at + 4)
        if last > end:
            return
        yield u16(data, at + 2), u16(data, at) >> 4, first, last
        at = last
