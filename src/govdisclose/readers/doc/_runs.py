"""The pages of 512 bytes that say which bytes of the text have which properties."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from operator import itemgetter
from struct import unpack_from

from attrs import define, field

from govdisclose.errors import DamagedDocumentError
from govdisclose.readers.doc._bytes import Work, plc, u32
from govdisclose.readers.doc._fib import Fib

__all__ = ["CHARACTERS", "PARAGRAPHS", "Runs", "runs_of"]

CHARACTERS, PARAGRAPHS = 12, 13
"""The indexes of the two tables of pages."""

_PAGE = 512

_Page = tuple[list[int], list[bytes]]


@define
class Runs:
    """Properties by their place in the main stream: of characters, or of paragraphs by their last character."""

    main: bytes
    starts: list[int]
    pages: list[int]
    paragraphs: bool
    work: Work
    read: dict[int, _Page] = field(factory=dict)
    known: tuple[int, int, bytes] = (0, 0, b"")
    every: list[tuple[int, int, bytes]] | None = None

    def at(self, place: int) -> tuple[int, bytes] | None:
        """Where the run ends that a byte is in, and its properties as they stand in the file; None: no page knows it."""
        start, end, properties = self.known
        if start <= place < end:
            return end, properties
        index = bisect_right(self.starts, place) - 1
        if 0 <= index < len(self.pages):
            places, found = self._page(self.pages[index])
            run = bisect_right(places, place) - 1
            if 0 <= run < len(found):
                self.known = places[run], places[run + 1], found[run]
                return places[run + 1], found[run]
        return self._anywhere(place)

    def _anywhere(self, place: int) -> tuple[int, bytes] | None:
        """The run in any of the pages: some programs write down wrongly which page holds what."""
        if self.every is None:
            self.every = []
            for number in sorted(set(self.pages)):
                places, found = self._page(number)
                self.every += zip(places, places[1:], found, strict=False)
            self.every.sort(key=itemgetter(0))
        index = bisect_right(self.every, place, key=itemgetter(0)) - 1
        if index < 0 or place >= self.every[index][1]:
            return None
        self.known = self.every[index]
        return self.known[1:]

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
        take = self._paragraph if self.paragraphs else self._characters
        return places, [take(page, 2 * page[first + step * index]) for index in range(count)]

    def _characters(self, page: bytes, at: int) -> bytes:
        return page[at + 1 : at + 1 + page[at]] if at else b""

    def _paragraph(self, page: bytes, at: int) -> bytes:
        """The number of the style, and the properties behind it."""
        if not at:
            return b""
        if page[at]:
            return page[at + 1 : at + 2 * page[at]]
        return page[at + 2 : at + 2 + 2 * page[at + 1]]


def runs_of(fib: Fib, index: int, work: Work) -> Runs:
    """The runs of characters or of paragraphs."""
    at, length = fib.place(index)
    table = plc(fib.table, at, length, 4, work)
    if not table:
        raise DamagedDocumentError("the table of the pages of properties is missing")
    return Runs(
        fib.main,
        [start for start, _, _ in table],
        [u32(fib.table, data) & 0x3FFFFF for _, _, data in table],
        index == PARAGRAPHS,
        work,
    )
