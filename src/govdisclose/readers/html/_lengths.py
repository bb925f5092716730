"""Lengths and sizes of letters in pixels, as a browser works them out."""

from __future__ import annotations

import math
import re

__all__ = ["MEDIUM", "SCREEN", "SMALLER", "font_size", "length", "number"]

SCREEN = {"width": 1280.0, "height": 800.0}
"""The window in which a page is taken to be seen."""
MEDIUM = 16.0
SMALLER = 1 / 1.2
"""What ``smaller`` and ``<small>`` make of a size."""

_NUMBER = r"[+-]?(?:\d{1,12}(?:\.\d{0,12})?|\.\d{1,12})(?:e[+-]?\d{1,2})?"
_LENGTH = re.compile(rf"({_NUMBER})([a-z]*|%)")
_UNITS = {
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 9.6 / 2.54,
    "q": 2.4 / 2.54,
    "rem": MEDIUM,
    "rlh": MEDIUM * 1.2,
    "rex": MEDIUM / 2,
    "vw": SCREEN["width"] / 100,
    "vh": SCREEN["height"] / 100,
    "vi": SCREEN["width"] / 100,
    "vb": SCREEN["height"] / 100,
    "vmin": SCREEN["height"] / 100,
    "vmax": SCREEN["width"] / 100,
}
_OF_LETTERS = {"em": 1.0, "ex": 0.5, "ch": 0.5, "ic": 1.0, "lh": 1.2, "cap": 0.7}
_KEYWORDS = {
    "xx-small": 9.0,
    "x-small": 10.0,
    "small": 13.0,
    "medium": MEDIUM,
    "large": 18.0,
    "x-large": 24.0,
    "xx-large": 32.0,
    "xxx-large": 48.0,
}
_SUM = re.compile(rf"\s*(?:({_NUMBER}(?:[a-z]+|%)?)|(calc|min|max|clamp)?\(|([-+*/,)]))\s*")
_DEEPEST = 12


def number(text: str) -> float | None:
    """A number or a percentage of 1."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None or match[2] not in ("", "%"):
        return None
    return float(match[1]) / (100 if match[2] else 1)


def length(text: str, em: float, whole: float | None = None, *, bare: bool = False) -> float | None:
    """A length in pixels, None if it is none that is known.

    ``em`` is the size of the letters, ``whole`` what percentages are of; with ``bare`` a number without a unit counts
    as pixels, as in pages without a document type.
    """
    text = text.strip()
    match = _LENGTH.fullmatch(text)
    if match is None:
        return _Sum(text, em, whole).value() if "(" in text else None
    value, unit = float(match[1]), match[2]
    if not unit:
        return value if bare or not value else None
    return _scaled(value, unit, em, whole)


def font_size(text: str, parent: float, *, bare: bool = False) -> float | None:
    """The size of letters in pixels within letters of ``parent``."""
    text = text.strip()
    if text in _KEYWORDS:
        return _KEYWORDS[text]
    if text in ("inherit", "unset"):
        return parent
    if text in ("initial", "revert", "revert-layer"):
        return MEDIUM
    if text in ("smaller", "larger"):
        return parent * SMALLER if text == "smaller" else parent / SMALLER
    found = length(text, parent, parent, bare=bare)
    return None if found is None or (found < 0 and "(" not in text) else max(found, 0.0)


def _scaled(value: float, unit: str, em: float, whole: float | None) -> float | None:
    if unit == "%":
        return None if whole is None else value * whole / 100
    if unit in _OF_LETTERS:
        return value * _OF_LETTERS[unit] * em
    if unit not in _UNITS and unit[:1] in "sld":
        unit = unit[1:]  # small, large and dynamic windows
    return value * _UNITS[unit] if unit in _UNITS else None


class _Sum:
    """``calc``, ``min``, ``max`` and ``clamp``, for which plain numbers and lengths are kept apart no further."""

    def __init__(self, text: str, em: float, whole: float | None) -> None:
        self._em, self._whole = em, whole
        self._items: list[tuple[str, str, str]] = []
        self._at = 0
        at = 0
        while at < len(text) and (match := _SUM.match(text, at)) and len(self._items) < 200:
            self._items.append((match[1] or "", match[2] or ("(" if "(" in match[0] else ""), match[3] or ""))
            at = match.end()
        self._whole_read = at == len(text)

    def value(self) -> float | None:
        if not self._whole_read:
            return None
        try:
            found = self._sum(0)
        except (ValueError, ZeroDivisionError, OverflowError):
            return None
        return found if self._at == len(self._items) and math.isfinite(found) else None

    def _next(self) -> tuple[str, str, str]:
        return self._items[self._at] if self._at < len(self._items) else ("", "", "")

    def _sum(self, depth: int) -> float:
        found = self._product(depth)
        while True:
            literal, _, sign = self._next()
            if sign in ("+", "-") and sign:
                self._at += 1
                other = self._product(depth)
                found += other if sign == "+" else -other
            elif literal[:1] in ("+", "-") and literal:
                found += self._product(depth)
            else:
                return found

    def _product(self, depth: int) -> float:
        found = self._term(depth)
        while (sign := self._next()[2]) in ("*", "/") and sign:
            self._at += 1
            other = self._term(depth)
            found = found * other if sign == "*" else found / other
        return found

    def _term(self, depth: int) -> float:
        literal, opening, _ = self._next()
        self._at += 1
        if literal:
            match = _LENGTH.fullmatch(literal)
            if match is None:
                raise ValueError(literal)
            if not match[2]:
                return float(match[1])
            scaled = _scaled(float(match[1]), match[2], self._em, self._whole)
            if scaled is None:
                raise ValueError(literal)
            return scaled
        if not opening or depth > _DEEPEST:
            raise ValueError("no term")
        values = [self._sum(depth + 1)]
        while self._next()[2] == ",":
            self._at += 1
            values.append(self._sum(depth + 1))
        if self._next()[2] != ")":
            raise ValueError("not closed")
        self._at += 1
        if opening == "min":
            return min(values)
        if opening == "max":
            return max(values)
        if opening == "clamp" and len(values) == 3:
            return max(values[0], min(values[1], values[2]))
        if len(values) != 1:
            raise ValueError("one value wanted")
        return values[0]
