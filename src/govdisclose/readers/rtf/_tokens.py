"""The tokens of RTF: control words, control symbols, braces, bytes in hexadecimal, and text.

The source is held as text of which each character is one byte. Tokens are found by one pattern; where a part of the
file is passed over, or a Unicode character takes the place of others, reading goes on at another place.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["BRACE", "BYTES", "SYMBOL", "TEXT", "TOKEN", "WORD", "end_of_group", "replaced"]

TOKEN = re.compile(
    r"\\([A-Za-z]{1,32})(-?[0-9]{1,10})? ?"
    r"|([{}])"
    r"|([^\\{}]+)"
    r"|((?:\\'[0-9A-Fa-f]{2}){1,2000})"  # bounded, since what is repeated is remembered
    r"|\\(.)",
    re.DOTALL,
)
"""One token. Which group matched last is what it is: see the constants."""

WORD, BRACE, TEXT, BYTES, SYMBOL = 2, 3, 4, 5, 6
"""Groups of ``TOKEN``. A word without a number is group 1."""

_BOUND = re.compile(r"[{}]|\\bin([0-9]{1,10}) ?|\\[\\{}]")


def end_of_group(source: str, at: int) -> int:
    """Where the group that is open at a place ends: at its closing brace, or where the file ends."""
    open_ = 0
    search = _BOUND.search
    while True:
        found = search(source, at)
        if found is None:
            return len(source)
        at = found.end()
        if found[1] is not None:
            at = min(at + int(found[1]), len(source))
        elif found[0] == "{":
            open_ += 1
        elif found[0] == "}":
            if not open_:
                return at - 1
            open_ -= 1


@lru_cache(maxsize=32)
def _fallback(count: int) -> re.Pattern[str]:
    return re.compile(rf"(?:[\r\n]*(?:\\'[0-9A-Fa-f]{{2}}|\\[^A-Za-z'*]|[^\\{{}}\r\n])){{0,{count}}}")


def replaced(source: str, at: int, count: int) -> int:
    """The place behind the characters that stand in for one of Unicode, ``count`` at most.

    A brace and a control word end them: no program passes over those.
    """
    found = _fallback(min(count, 16)).match(source, at)
    return at if found is None else found.end()
