"""The conditions of style sheets: which rules are for the page as a person sees it.

Decided: the page is seen on a screen of 1280 by 800 pixels, without dark mode. Rules for narrow screens are not for it.
Rules for print alone may be for the person who prints the page: they count as not known, and so does a condition that
is not understood; what such a rule would hide or show has no value. But a rule of that kind for all elements, as in
``body * {visibility: hidden}``, says nothing of one cell: sheets begin so, to show a part of the page again.
"""

from __future__ import annotations

import operator
import re
from enum import Enum, auto

from govdisclose.readers.html._lengths import SCREEN, length

__all__ = ["Truth", "media", "supports"]

_QUERY = re.compile(r"(?:(only|not)\s+)?([a-z-]+)?\s*(?:and\b)?\s*(.*)\Z", re.DOTALL)
_PART = re.compile(r"\(([^()]*)\)\s*(?:and\s*|\Z)")
_PLAIN = re.compile(r"(min-|max-)?(width|height|device-width|device-height)\s*:\s*(\S+)")
_RANGE = re.compile(r"(?:(\S+?)\s*([<>]=?|=)\s*)?(width|height)\s*(?:([<>]=?|=)\s*(\S+))?\Z")
_KNOWN = {
    "orientation": "landscape",
    "hover": "hover",
    "any-hover": "hover",
    "pointer": "fine",
    "any-pointer": "fine",
    "prefers-color-scheme": "light",
    "prefers-reduced-motion": "no-preference",
    "prefers-contrast": "no-preference",
    "forced-colors": "none",
    "inverted-colors": "none",
    "display-mode": "browser",
    "scripting": "enabled",
    "update": "fast",
}
_NEVER = ("-ms-high-contrast", "-moz-", "-webkit-transform")
_COMPARE = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
}


class Truth(Enum):
    """Whether a condition holds for the page as it is seen."""

    YES = auto()
    NO = auto()
    UNKNOWN = auto()


def media(query: str) -> Truth:
    """A list of media queries; one that holds is enough."""
    found = [_one(part.strip()) for part in query.lower().split(",")]
    if Truth.YES in found:
        return Truth.YES
    return Truth.UNKNOWN if Truth.UNKNOWN in found else Truth.NO


def supports(condition: str) -> Truth:
    """Browsers of today know what a page asks for; what it does for those that do not is not known."""
    return Truth.UNKNOWN if re.search(r"\bnot\b", condition.lower()) else Truth.YES


def _one(query: str) -> Truth:
    if not query:
        return Truth.YES
    match = _QUERY.match(query)
    if match is None:
        return Truth.UNKNOWN
    negated, kind, rest = match[1] == "not", match[2] or "all", match[3]
    holds = {"all": Truth.YES, "screen": Truth.YES, "print": Truth.UNKNOWN}.get(kind, Truth.NO)
    at = 0
    while at < len(rest):
        part = _PART.match(rest, at)
        if part is None:
            return Truth.UNKNOWN if holds is not Truth.NO or negated else Truth.NO
        holds = _both(holds, _feature(part[1].strip()))
        at = part.end()
    if not negated or holds is Truth.UNKNOWN:
        return holds
    return Truth.NO if holds is Truth.YES else Truth.YES


def _both(left: Truth, right: Truth) -> Truth:
    if Truth.NO in (left, right):
        return Truth.NO
    return Truth.UNKNOWN if Truth.UNKNOWN in (left, right) else Truth.YES


def _feature(text: str) -> Truth:
    if plain := _PLAIN.fullmatch(text):
        wanted = length(plain[3], 16)
        if wanted is None:
            return Truth.UNKNOWN
        have = SCREEN[plain[2].removeprefix("device-")]
        holds = have >= wanted if plain[1] == "min-" else have <= wanted if plain[1] else have == wanted
        return Truth.YES if holds else Truth.NO
    if any(text.startswith(prefix) for prefix in _NEVER):
        return Truth.NO
    if ranged := _RANGE.fullmatch(text):
        return _ranged(ranged)
    name, _, value = text.partition(":")
    known = _KNOWN.get(name.strip())
    if known is None:
        return Truth.UNKNOWN
    return Truth.YES if value.strip() in (known, "") else Truth.NO


def _ranged(match: re.Match[str]) -> Truth:
    have = SCREEN[match[3]]
    for low, sign, high in ((match[1], match[2], None), (None, match[4], match[5])):
        if sign is None:
            continue
        wanted = length(low or high or "", 16)
        if wanted is None:
            return Truth.UNKNOWN
        holds = _COMPARE[sign](wanted, have) if low else _COMPARE[sign](have, wanted)
        if not holds:
            return Truth.NO
    return Truth.YES
