"""The head of the main stream: what kind of file it is, and where everything else stands."""

from __future__ import annotations

from attrs import frozen

from govdisclose.errors import DamagedDocumentError, EncryptedDocumentError, UnknownFormatError
from govdisclose.readers.doc._bytes import u16, u32
from govdisclose.readers.doc._container import Streams

__all__ = ["Fib", "fib_of"]

_IDENT, _OLDER = 0xA5EC, (0xA5DB, 0xA5DC, 0xA59B, 0xA59C)
_WORD_97 = 0xC1
_LEAST = 0xC0  # written by some programs for the same format
_PLACES = 0x9A
_COUNTS = 0x4C
_STORIES = 8  # text, notes, headers, (macros), comments, notes at the end, boxes, boxes in headers


@frozen
class Fib:
    """Which stream holds the tables, how many characters each story has, and the places of the tables."""

    main: bytes
    table: bytes
    data: bytes
    counts: tuple[int, ...]

    def place(self, index: int) -> tuple[int, int]:
        """Where a table stands and how long it is said to be; the index counts from 0."""
        at = _PLACES + 8 * index
        return u32(self.main, at), u32(self.main, at + 4)

    def start(self, story: int) -> int:
        """The first character of a story, by its index in ``counts``."""
        return sum(self.counts[:story])


def fib_of(streams: Streams) -> Fib:
    """Read the head. Raises ``UnknownFormatError`` for Word 95 and before, ``EncryptedDocumentError``."""
    main = streams.main
    ident, version, flags = u16(main, 0), u16(main, 2), u16(main, 0x0A)
    if ident in _OLDER or (ident == _IDENT and version < _LEAST):
        raise UnknownFormatError(
            f"the file is of Word 95 or before (version {version}), which is not read; save it as DOCX with Word or WPS"
        )
    if ident != _IDENT:
        raise DamagedDocumentError(f"the stream WordDocument begins with {ident:#06x}, not as Word writes it")
    if flags & 0x0100:
        raise EncryptedDocumentError("the document is encrypted; save it without a password")
    name = "1table" if flags & 0x0200 else "0table"
    if name not in streams.others:
        raise DamagedDocumentError(f"the stream {name}, which holds the tables of the document, is missing")
    counts = tuple(u32(main, _COUNTS + 4 * index) for index in range(_STORIES))
    if any(count >= 0x80000000 for count in counts):
        raise DamagedDocumentError("the document counts fewer than no characters")
    return Fib(main, streams.others[name], streams.others.get("data", b""), counts)
