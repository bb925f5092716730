"""A bounded look at a line: whatever stands in it, only its beginning is examined."""

from __future__ import annotations

import re
from functools import lru_cache

from govdisclose.text import fold, simplify

__all__ = ["NUMERALS", "beginning", "may_be_numbered", "opener"]

NUMERALS = "一二三四五六七八九十"

# Text that a converter leaves where a word processor's bookmark stood.
_BOOKMARK = re.compile(r"\[bookmark:[^\]]{0,40}\]\s*")


def beginning(text: str) -> str:
    """The line without outer white space and without a leading bookmark mark of a converter."""
    text = text.strip()
    if text.startswith("[bookmark:"):
        mark = _BOOKMARK.match(text)
        if mark is not None:
            return text[mark.end() :]
    return text


@lru_cache(maxsize=4096)
def opener(char: str) -> str:
    """The comparison form of a line's first character; empty for an invisible one."""
    return simplify(fold(char))[:1]


def may_be_numbered(text: str) -> bool:
    """Whether a line could begin with 一、 or the like: a look at one character, before folding."""
    first = opener(text[0])
    return not first or first in NUMERALS
