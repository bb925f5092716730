"""Text that is kept in one byte a character. By the format that is Western European; some programs kept other text so.

Two bytes of Chinese read as Western European letters make two letters of no sense, and never a digit. Where accented
letters or signs stand together as no language has them, the characters are lost rather than guessed.
"""

from __future__ import annotations

import re

__all__ = ["LOST", "decode"]

LOST = "\N{REPLACEMENT CHARACTER}"
"""A character that was not read."""

# What one byte of cp1252 is; five of them are nothing.
_TABLE = "".join(bytes([code]).decode("cp1252", "replace") for code in range(256))
# Quotation marks, dashes, dots and spaces may stand together in any text.
_SIGNS = bytes.fromhex("80 82 84 85 8b 91 92 93 94 95 96 97 99 9b a0 a7 ab b0 b7 bb d7")
# A byte that is none of these, beside another high byte; or two bytes of which the second stands for a letter.
_SUSPECT = re.compile(
    rb"[\x80-\xff]*[^\x00-\x7f"
    + re.escape(_SIGNS)
    + rb"][\x80-\xff]+|[\x80-\xff]+[^\x00-\x7f"
    + re.escape(_SIGNS)
    + rb"]"
)


def decode(data: bytes) -> str:
    """The text; characters that make no sense are ``LOST``, one for each byte."""
    if data.isascii():
        return data.decode("ascii")
    if _SUSPECT.search(data) is not None:
        data_parts: list[str] = []
        last = 0
        for found in _SUSPECT.finditer(data):
            data_parts += (_western(data[last : found.start()]), LOST * (found.end() - found.start()))
            last = found.end()
        data_parts.append(_western(data[last:]))
        return "".join(data_parts)
    return _western(data)


def _western(data: bytes) -> str:
    return "".join([_TABLE[code] for code in data])
