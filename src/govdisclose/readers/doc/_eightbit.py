"""Text that is kept in one byte a character. By the format that is Western European; some programs kept other text so.

Two bytes of Chinese read as Western European are two letters of no sense, and never a digit. Accented letters do not
stand four in a row in any language that the format allows, and not two in a row in a text that is Chinese elsewhere:
such characters are lost rather than guessed.
"""

from __future__ import annotations

import re

__all__ = ["LOST", "decode", "is_foreign"]

LOST = "\N{REPLACEMENT CHARACTER}"
"""A character that was not read."""

# What one byte of cp1252 is; five of them are nothing.
_TABLE = "".join(bytes([code]).decode("cp1252", "replace") for code in range(256))
# Quotation marks, dashes, dots and spaces may stand together in any text.
_SIGNS = re.escape(bytes.fromhex("80 82 84 85 8b 91 92 93 94 95 96 97 99 9b a0 a7 ab b0 b7 bb d7"))
_LETTER = rb"[^\x00-\x7f" + _SIGNS + rb"]"
_FOUR = re.compile(_LETTER + rb"{4}")
_TWO = re.compile(
    rb"[\x80-\xff]*" + _LETTER + rb"[\x80-\xff]+|[\x80-\xff]+" + _LETTER + rb"|" + _LETTER + rb"(?=\d)"
)


def is_foreign(data: bytes) -> bool:
    """Whether the bytes are surely of another encoding."""
    return not data.isascii() and _FOUR.search(data) is not None


def decode(data: bytes, *, doubted: bool) -> str:
    """The text. ``doubted``: what stands together as no language has it is ``LOST``, one for each byte."""
    if data.isascii():
        return data.decode("ascii")
    if not doubted:
        return _western(data)
    parts: list[str] = []
    last = 0
    for found in _TWO.finditer(data):
        parts += (_western(data[last : found.start()]), LOST * (found.end() - found.start()))
        last = found.end()
    parts.append(_western(data[last:]))
    return "".join(parts)


def _western(data: bytes) -> str:
    return "".join([_TABLE[code] for code in data])
