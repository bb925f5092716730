"""Numbers as people print them: digits, Chinese numerals, thousands, full width, shares, about so many."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from random import Random

__all__ = ["printed"]

_DIGITS = "零一二三四五六七八九"
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def printed(value: int | Decimal | Fraction, how: str, random: Random) -> str:
    """A number as it stands in a sentence; ``how`` is a mode of the templates, or empty."""
    if how == "pct":
        return _share(Fraction(value), random)
    if isinstance(value, Fraction) or how == "wan":
        return f"{Decimal(str(float(value))):f}".rstrip("0").rstrip(".") if value else "0"
    if how == "yuan":
        return f"{int(value * 10000)}"
    number = int(value)
    if how == "zh" and number < 10_000:
        return _chinese(number)
    if how == "th":
        return f"{number:,}"
    if how == "fw":
        return str(number).translate(_WIDE)
    if how == "approx" and number > 20:
        step = 10 if number < 500 else 100
        low = number // step * step
        return random.choice([f"{low}余", f"{low}多"]) if number > low else f"约{number}"
    return str(number)


def _share(value: Fraction, random: Random) -> str:
    places = random.choice([0, 1, 1, 2, 2])
    scale = 10**places
    whole = int(value * scale) if random.random() < 0.3 else int(value * scale + Fraction(1, 2))
    text = f"{Decimal(whole) / scale:f}"
    return f"{text}%"


def _chinese(number: int) -> str:
    if number < 10:
        return _DIGITS[number]
    text, rest, gap = "", number, False
    for unit, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, rest = divmod(rest, unit)
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + word
            gap = False
        else:
            gap = True
    return text.removeprefix("一") if 10 <= number < 20 else text
