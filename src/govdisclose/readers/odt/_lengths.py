"""Lengths, shares and colours as OpenDocument writes them."""

from __future__ import annotations

import re

__all__ = ["colour", "count", "integer", "points", "share"]

_UNITS = {
    "pt": 1.0,
    "px": 0.75,
    "in": 72.0,
    "inch": 72.0,
    "cm": 72 / 2.54,
    "mm": 72 / 25.4,
    "pc": 12.0,
    "pi": 12.0,
}
_LENGTH = re.compile(r"\s*([+-]?[0-9]{0,7}(?:\.[0-9]{0,9})?)\s*([a-z]{2,4})\s*")
_SHARE = re.compile(r"\s*([+-]?[0-9]{1,6}(?:\.[0-9]{0,6})?)\s*%\s*")
_MOST = 1_000_000_000
_COLOUR = re.compile(r"#([0-9A-Fa-f]{6})")


def points(text: str | None) -> float | None:
    """A length in points; None if it is none."""
    found = _LENGTH.fullmatch(text or "")
    if found is None or found[2] not in _UNITS:
        return None
    try:
        return float(found[1]) * _UNITS[found[2]]
    except ValueError:
        return None


def share(text: str | None) -> float | None:
    """A share in hundredths; None if it is none."""
    found = _SHARE.fullmatch(text or "")
    return float(found[1]) if found else None


def colour(text: str | None) -> str | None:
    """Six digits in upper case; empty for ``transparent``, None for what is no colour."""
    if text == "transparent":
        return ""
    found = _COLOUR.fullmatch((text or "").strip())
    return found[1].upper() if found else None


def integer(text: str | None, fallback: int) -> int:
    """A number that is not negative, a thousand million at most; ``fallback`` if it is none."""
    text = (text or "").strip()
    if not (text.isascii() and text.isdigit()):
        return fallback
    return int(text) if len(text) < 10 else _MOST


def count(text: str | None) -> int:
    """How often something stands, or over how many columns or rows: 1 or more."""
    return max(integer(text, 1), 1)
