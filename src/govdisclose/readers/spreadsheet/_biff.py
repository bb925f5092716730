"""The records of an ``.xls`` (Excel 97 to 2003), and the texts in them. Every count is checked against what is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from struct import error as StructError  # noqa: N812
from struct import unpack_from

from attrs import define, frozen

from govdisclose.errors import DamagedDocumentError
from govdisclose.limits import Limits

__all__ = ["CONTINUE", "EOF", "Record", "Records", "Texts", "numbers"]

BOF, EOF, CONTINUE = 0x0809, 0x000A, 0x003C
_WIDE, _FAR_EAST, _RICH = 0x01, 0x04, 0x08


@frozen
class Record:
    """A record: its kind, and its bytes with those of the records that continue it, each by itself."""

    kind: int
    chunks: Sequence[bytes]

    @property
    def data(self) -> bytes:
        """The bytes of the record itself, without its continuations."""
        return self.chunks[0]


@define
class Records:
    """A stream of records, which are counted wherever they are read."""

    stream: bytes
    limits: Limits
    seen: int = 0

    def at(self, start: int) -> Iterator[Record]:
        """The records from a place on to the end of the part that begins there, those of parts inside it left out.

        Raises ``DamagedDocumentError`` or ``LimitError``.
        """
        depth = 0
        for record in self._continued(start):
            if record.kind == BOF:
                depth += 1
            if depth <= 1:
                yield record
            if record.kind == EOF:
                depth -= 1
                if depth <= 0:
                    return
        raise DamagedDocumentError("a part of the workbook has no end; the file was probably cut off")

    def _continued(self, start: int) -> Iterator[Record]:
        kind, chunks = -1, []
        for found, data in self._single(start):
            if found == CONTINUE and kind >= 0:
                chunks.append(data)
                continue
            if kind >= 0:
                yield Record(kind, chunks)
            kind, chunks = found, [data]
        if kind >= 0:
            yield Record(kind, chunks)

    def _single(self, start: int) -> Iterator[tuple[int, bytes]]:
        at, end = start, len(self.stream)
        while 0 <= at <= end - 4:
            kind, length = unpack_from("<HH", self.stream, at)
            at += 4
            if at + length > end:
                raise DamagedDocumentError("a record of the workbook is cut off")
            self.seen += 1
            self.limits.check("elements", self.seen, "the records of the workbook")
            yield kind, self.stream[at : at + length]
            at += length


def numbers(layout: str, data: bytes, at: int = 0) -> tuple[int, ...]:
    """Whole numbers in a record. Raises ``DamagedDocumentError`` where the record is too short."""
    try:
        return unpack_from("<" + layout, data, at)
    except StructError as error:
        raise DamagedDocumentError(f"a record of the workbook is too short ({error})") from error


class Texts:
    """Texts that stand one behind the other in a record, and go on in the records that continue it."""

    def __init__(self, chunks: Sequence[bytes], at: int = 0) -> None:
        self._chunks = chunks
        self._chunk = 0
        self._at = at

    def more(self) -> bool:
        """Whether anything is left."""
        self._turn()
        return self._chunk < len(self._chunks)

    def take(self, length: int) -> bytes:
        """So many bytes, wherever they stand. Raises ``DamagedDocumentError`` if there are fewer."""
        found: list[bytes] = []
        while length > 0:
            if not self.more():
                raise DamagedDocumentError("a text of the workbook is cut off")
            part = self._chunks[self._chunk][self._at : self._at + length]
            self._at += len(part)
            length -= len(part)
            found.append(part)
        return b"".join(found)

    def text(self, length: int | None = None) -> tuple[bytes, list[tuple[int, int]]]:
        """The next text in UTF-16, and from where on it has which font. ``length`` if it does not say so itself."""
        if length is None:
            (length,) = numbers("H", self.take(2))
        flags = self.take(1)[0]
        runs = numbers("H", self.take(2))[0] if flags & _RICH else 0
        spoken = numbers("I", self.take(4))[0] if flags & _FAR_EAST else 0
        characters = self._characters(length, flags & _WIDE)
        fonts = numbers(f"{2 * runs}H", self.take(4 * runs)) if runs else ()
        self.take(spoken)
        return characters, list(zip(fonts[::2], fonts[1::2], strict=True))

    def _characters(self, length: int, wide: int) -> bytes:
        found: list[bytes] = []
        begins = False
        while length > 0:
            if self._chunk < len(self._chunks) and self._at >= len(self._chunks[self._chunk]):
                self._chunk, self._at, begins = self._chunk + 1, 0, True
            if not self.more():
                raise DamagedDocumentError("a text of the workbook is cut off")
            chunk = self._chunks[self._chunk]
            if begins:  # a continuation says anew how wide the characters are
                wide = chunk[self._at] & _WIDE
                self._at += 1
            size = 2 if wide else 1
            room = (len(chunk) - self._at) // size
            taken = min(length, room)
            part = chunk[self._at : self._at + taken * size]
            self._at += taken * size
            length -= taken
            found.append(part if wide else part.decode("latin-1").encode("utf-16-le"))
            if length:
                self._chunk, self._at, begins = self._chunk + 1, 0, True
        return b"".join(found)

    def _turn(self) -> None:
        while self._chunk < len(self._chunks) and self._at >= len(self._chunks[self._chunk]):
            self._chunk, self._at = self._chunk + 1, 0
