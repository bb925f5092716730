"""The pages of 512 bytes that say which bytes of the text have which properties, laid over its characters."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from operator import itemgetter
from struct import unpack_from

from attrs import define, field

from govdisclose.errors import DamagedDocumentError
from govdisclose.readers.doc._bytes import Work, plc, u32
from govdisclose.readers.doc._fib import Fib
from govdisclose.readers.doc._pieces import Piece, Text

__all__ = ["CHARACTERS", "PARAGRAPHS", "Spans", "spans_of"]

CHARACTERS, PARAGRAPHS = 12, 13
"""The indexes of the two tables of pages."""

_PAGE = 512

_Page = tuple[list[int], list[bytes]]
_Run = tuple[int, int, bytes]


@define
class Spans:
    """Properties over the characters of the text: ``ends`` where each span ends, and what stands in the file for it.

    ``values`` holds the properties of the run and those of its piece; None where no page knows the characters.
    """

    ends: list[int] = field(factory=list)
    values: list[tuple[bytes, bytes] | None] = field(factory=list)

    def index(self, at: int) -> int:
        """The span that a character is in."""
        return bisect_right(self.ends, at)

    def at(self, at: int) -> tuple[bytes, bytes] | None:
        """The properties of a character."""
        index = bisect_right(self.ends, at)
        return self.values[index] if index < len(self.values) else None


def spans_of(fib: Fib, index: int, text: Text, work: Work) -> Spans:
    """The properties of characters, or of paragraphs by their last character."""
    at, length = fib.place(index)
    table = plc(fib.table, at, length, 4, work)
    if not table:
        raise DamagedDocumentError("the table of the pages of properties is missing")
    pages = _Pages(
        fib.main,
        [start for start, _, _ in table],
        [u32(fib.table, data) & 0x3FFFFF for _, _, data in table],
        index == PARAGRAPHS,
        work,
    )
    found = Spans()
    for piece in text.pieces:
        pages.lay(piece, found)
    return found


@define
class _Pages:
    main: bytes
    starts: list[int]
    pages: list[int]
    paragraphs: bool
    work: Work
    read: dict[int, _Page] = field(factory=dict)
    every: list[_Run] | None = None

    def lay(self, piece: Piece, found: Spans) -> None:
        """Add the spans of a piece."""
        place, width = piece.place, piece.width
        last = place + (piece.end - piece.start) * width
        base = piece.start * width - place + width - 1
        ends, values, of_piece = found.ends, found.values, piece.properties
        while place < last:
            places, properties, run = self._find(place)
            count = 0
            while run < len(properties) and place < last:
                place = min(places[run + 1], last)
                ends.append((place + base) // width)
                value = properties[run]
                values.append(None if value is None else (value, of_piece))
                run += 1
                count += 1
            self.work.take(count)

    def _find(self, place: int) -> tuple[list[int], list[bytes] | list[None], int]:
        """A page that knows a byte, and the run that it is in."""
        index = bisect_right(self.starts, place) - 1
        if 0 <= index < len(self.pages):
            places, properties = self._page(self.pages[index])
            run = bisect_right(places, place) - 1
            if 0 <= run < len(properties):
                return places, properties, run
        return self._anywhere(place)

    def _anywhere(self, place: int) -> tuple[list[int], list[bytes] | list[None], int]:
        """The run in any of the pages: some programs write down wrongly which page holds what."""
        if self.every is None:
            self.every = []
            for number in sorted(set(self.pages)):
                places, found = self._page(number)
                self.every += zip(places, places[1:], found, strict=False)
            self.every.sort(key=itemgetter(0))
        index = bisect_right(self.every, place, key=itemgetter(0)) - 1
        if index >= 0 and place < self.every[index][1]:
            start, end, value = self.every[index]
            return [start, end], [value], 0
        following = self.every[index + 1][0] if index + 1 < len(self.every) else 1 << 32
        return [place, following], [None], 0

    def _page(self, number: int) -> _Page:
        known = self.read.get(number)
        if known is None:
            known = self.read[number] = self._parse(self.main[number * _PAGE : (number + 1) * _PAGE])
        return known

    def _parse(self, page: bytes) -> _Page:
        count = page[-1] if len(page) == _PAGE else 0
        step = 13 if self.paragraphs else 1
        first = 4 * (count + 1)
        if not count or first + step * count >= _PAGE:
            raise DamagedDocumentError("a page of properties is damaged")
        self.work.take(count)
        places = list(unpack_from(f"<{count + 1}I", page))
        if any(left >= right for left, right in pairwise(places)):
            raise DamagedDocumentError("a page of properties is out of order")
        take = _paragraph if self.paragraphs else _characters
        return places, [take(page, 2 * page[at]) for at in range(first, first + step * count, step)]


def _characters(page: bytes, at: int) -> bytes:
    return page[at + 1 : at + 1 + page[at]] if at else b""


def _paragraph(page: bytes, at: int) -> bytes:
    """The number of the style, and the properties behind it."""
    if not at:
        return b""
    if page[at]:
        return page[at + 1 : at + 2 * page[at]]
    return page[at + 2 : at + 2 + 2 * page[at + 1]]
