"""The text of a document by its table of pieces: where each run of characters stands, and properties of its own.

A file that was saved fast keeps its old text and adds pieces; only this table says what the text is. Pieces may stand in
the same bytes: their characters are counted before they are taken.
"""

from __future__ import annotations

import re
import sys
from array import array
from itertools import pairwise

from attrs import frozen

from govdisclose.errors import DamagedDocumentError
from govdisclose.readers.doc._bytes import Work, u16, u32
from govdisclose.readers.doc._eightbit import decode, is_foreign
from govdisclose.readers.doc._fib import Fib
from govdisclose.readers.doc._prm import single

__all__ = ["Piece", "Text", "text_of"]

_CLX = 33
_COMPRESSED = 0x40000000
_CHINESE = re.compile("[\u4e00-\u9fff]")


@frozen
class Piece:
    """Characters ``start`` to ``end`` that stand at ``place`` in the main stream, so many bytes each."""

    start: int
    end: int
    place: int
    width: int
    properties: bytes


@frozen
class Text:
    """All text of the file: one character for each unit of UTF-16, so that places are those of the format."""

    characters: str
    pieces: list[Piece]


def text_of(fib: Fib, work: Work) -> Text:
    """Read the table. Raises ``DamagedDocumentError`` or ``LimitError``."""
    at, length = fib.place(_CLX)
    clx = fib.table[at : at + length]
    if not length or len(clx) < length:
        raise DamagedDocumentError("the table of pieces is missing or cut off")
    groups, table = _parts(clx, work)
    count = (len(table) - 4) // 12
    work.take(max(count, 0))
    places = [u32(table, 4 * index) for index in range(count + 1)]
    if count < 1 or places[0] or any(left > right for left, right in pairwise(places)):
        raise DamagedDocumentError("the table of pieces is out of order")
    work.limits.check("characters", places[-1])
    pieces: list[Piece] = []
    stored: list[bytes] = []
    for index, (start, end) in enumerate(pairwise(places)):
        if start == end:
            continue
        entry = 4 * (count + 1) + 8 * index
        piece = _piece(start, end, u32(table, entry + 2), _properties(u16(table, entry + 6), groups))
        data = fib.main[piece.place : piece.place + (end - start) * piece.width]
        if len(data) < (end - start) * piece.width:
            raise DamagedDocumentError(
                "text of the document stands outside of the file, which was probably cut off"
            )
        stored.append(data)
        pieces.append(piece)
    if sum(fib.counts) > places[-1]:
        raise DamagedDocumentError("the document counts more characters than it has")
    return Text(_decoded(pieces, stored), pieces)


def _decoded(pieces: list[Piece], stored: list[bytes]) -> str:
    """The characters of all pieces."""
    wide = [_units(data) if piece.width == 2 else "" for piece, data in zip(pieces, stored, strict=True)]
    narrow = [data for piece, data in zip(pieces, stored, strict=True) if piece.width == 1]
    doubted = any(map(_CHINESE.search, wide)) or any(map(is_foreign, narrow))
    return "".join(
        [
            decode(data, doubted=doubted) if piece.width == 1 else text
            for piece, data, text in zip(pieces, stored, wide, strict=True)
        ]
    )


def _parts(clx: bytes, work: Work) -> tuple[list[bytes], bytes]:
    """The groups of properties that pieces name, and the table."""
    groups: list[bytes] = []
    at = 0
    while at < len(clx):
        work.take()
        if clx[at] == 1:
            size = u16(clx, at + 1)
            groups.append(clx[at + 3 : at + 3 + size])
            at += 3 + size
        elif clx[at] == 2:
            return groups, clx[at + 5 : at + 5 + u32(clx, at + 1)]
        else:
            break
    raise DamagedDocumentError("the table of pieces is damaged")


def _piece(start: int, end: int, place: int, properties: bytes) -> Piece:
    if place & _COMPRESSED:
        return Piece(start, end, (place & ~_COMPRESSED) // 2, 1, properties)
    return Piece(start, end, place, 2, properties)


def _properties(prm: int, groups: list[bytes]) -> bytes:
    if prm & 1:
        return groups[prm >> 1] if prm >> 1 < len(groups) else b""
    return single(prm >> 1 & 0x7F, prm >> 8)


def _units(data: bytes) -> str:
    """One character for each unit; half a pair stays half a pair."""
    text = data.decode("utf-16-le", "surrogatepass")
    if 2 * len(text) == len(data):
        return text
    units = array("H", data)
    if sys.byteorder == "big":
        units.byteswap()
    return "".join(map(chr, units))
