"""PDF streams decoded under a limit: the bytes are counted while they come out, never believed beforehand.

pdfminer decodes a stream as far as memory goes, and a broken one byte by byte. Its parser is therefore given
streams that decode themselves.
"""

from __future__ import annotations

import zlib
from typing import Any, BinaryIO

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.lzw import lzwdecode
from pdfminer.pdfdocument import LITERAL_OBJSTM
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_FLATE_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFStream,
    int_value,
)
from pdfminer.psparser import PSKeyword
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from govdisclose.errors import DamagedDocumentError, LimitError
from govdisclose.limits import Limits

__all__ = ["Budget", "Parser", "inflate"]

_CHUNK = 65_536
_MOST_FILTERS = 4
_MOST_READS = 3
_BYTES_PER_TOKEN = 4
_SLOW = 8  # what is decoded in Python costs so many times more than what zlib decodes


class Budget:
    """What one document has cost: bytes of its streams against ``Limits.inflated``, tokens against ``elements``."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.spent = 0
        self.raw = 0
        self.tokens = 0

    def read(self, count: int) -> None:
        """Count bytes of streams before they are decoded: objects may all claim the same ones."""
        self.raw += count
        if self.raw > _MOST_READS * self.limits.bytes:
            raise LimitError("bytes", self.limits.bytes, self.raw, "the streams of the PDF, which overlap")

    def parse(self, count: int) -> None:
        """Count tokens and lines of the file's objects."""
        self.tokens += count
        if self.tokens > self.limits.elements:
            raise LimitError("elements", self.limits.elements, self.tokens, "the objects of the PDF")

    def spend(self, count: int) -> None:
        """Raises ``LimitError`` when the streams together are larger than one part may be."""
        self.spent += count
        if self.spent > self.limits.inflated:
            raise LimitError("inflated", self.limits.inflated, self.spent, "the streams of the PDF")


def inflate(data: bytes, budget: Budget) -> bytes:
    """Undo Flate. Of a broken stream, what comes out before the break."""
    engine = zlib.decompressobj()
    parts: list[bytes] = []
    rest = data
    try:
        while rest and not engine.eof:
            part = engine.decompress(rest, _CHUNK)
            if not part and not engine.unconsumed_tail:
                break
            budget.spend(len(part))
            parts.append(part)
            rest = engine.unconsumed_tail
    except zlib.error:
        pass
    return b"".join(parts)


class _Stream(PDFStream):
    """A stream that counts. ``budget`` is put on it by the parser."""

    budget: Budget

    def decode(self) -> None:
        """Decode by the filters that text can be packed in; pictures stay as they are."""
        if self.get("Type") is LITERAL_OBJSTM:
            self._decode()
            self.budget.parse(len(self.data or b"") // _BYTES_PER_TOKEN)
        else:
            self._decode()

    def _decode(self) -> None:
        assert self.rawdata is not None
        data = self.rawdata
        if self.decipher:
            assert self.objid is not None and self.genno is not None
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        filters = self.get_filters()
        if len(filters) > _MOST_FILTERS:
            raise LimitError("depth", _MOST_FILTERS, len(filters), "the filters of a stream", fixed=True)
        for name, params in filters:
            data = _undo(name, data, self.budget)
            if params and isinstance(params, dict) and "Predictor" in params:
                data = _predicted(params, data, self.budget)
        self.data = data
        self.rawdata = None


def _undo(name: object, data: bytes, budget: Budget) -> bytes:
    if name in LITERALS_FLATE_DECODE:
        return inflate(data, budget)
    if name in LITERALS_ASCII85_DECODE:
        budget.spend(len(data))
        return ascii85decode(data)
    if name in LITERALS_ASCIIHEX_DECODE:
        budget.spend(len(data))
        return asciihexdecode(data)
    if name in LITERALS_RUNLENGTH_DECODE:
        return _run_length(data, budget)
    if name in LITERALS_LZW_DECODE:
        budget.spend(len(data) * _SLOW * _SLOW)
        found = lzwdecode(data)
        budget.spend(len(found))
        return found
    return data


def _run_length(data: bytes, budget: Budget) -> bytes:
    parts: list[bytes] = []
    at = 0
    while at < len(data):
        length = data[at]
        if length == 128:
            break
        if length < 128:
            part, at = data[at + 1 : at + 2 + length], at + 2 + length
        else:
            part, at = data[at + 1 : at + 2] * (257 - length), at + 2
        budget.spend(len(part) + _SLOW)
        parts.append(part)
    return b"".join(parts)


def _predicted(params: dict[str, object], data: bytes, budget: Budget) -> bytes:
    kind = int_value(params["Predictor"])
    if kind == 1:
        return data
    colours, columns, bits = (
        int_value(params.get(name, default))
        for name, default in (("Colors", 1), ("Columns", 1), ("BitsPerComponent", 8))
    )
    if not (1 <= colours <= 32 and 1 <= columns <= 1_000_000 and bits in (1, 2, 4, 8, 16)):
        raise DamagedDocumentError("a stream of the PDF declares rows that cannot be")
    budget.spend(len(data) * _SLOW)
    if kind == 2:
        return apply_tiff_predictor(colours, columns, bits, data)
    if kind >= 10:
        return apply_png_predictor(kind, colours, columns, bits, data)
    return data


class Parser(PDFParser):
    """pdfminer's parser of objects, whose streams keep to a budget."""

    # pdfminer adds what it reads to what it has, one buffer after another.
    BUFSIZ = 65_536

    def __init__(self, file: BinaryIO, budget: Budget) -> None:
        super().__init__(file)
        self.budget = budget

    def nexttoken(self) -> Any:
        """As the parser of pdfminer does."""
        self.budget.parse(2)
        return super().nexttoken()

    def nextline(self) -> Any:
        """As the parser of pdfminer does."""
        self.budget.parse(1)
        return super().nextline()

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """As the parser of pdfminer does."""
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            stream = self.curstack[-1][1]
            if isinstance(stream, PDFStream):
                counted = _Stream(stream.attrs, stream.rawdata or b"", stream.decipher)
                counted.budget = self.budget
                self.budget.read(len(stream.rawdata or b""))
                self.curstack[-1] = (self.curstack[-1][0], counted)
