"""Numbers in prose: digits, Chinese numerals, 万 and 亿, shares, and about so many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

__all__ = ["Number", "fits", "numbers"]

LONGEST = 14
"""Characters: a longer run of digits is no number of a report."""

_UNITS = (
    "万元|亿元|元|件次|人次|件|宗|份|起|部|个|例|项|条次|条|批次|批|家次|家|次|篇|期|场|名|人|册|本|天|封|案|栋|号"
    "|小时|分钟|分|年|月|日|时|类|种|张|幅|页|字|户|处|所|台|套|组|类次|届|轮|级|岁|亩|公里|平方米|吨|米"
)
_NUMBER = re.compile(
    r"(?P<before>约|将近|近|超过|超|逾|大约|接近|不足|突破)?"
    r"(?:(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<large>[千百]?[万亿](?!元)|千|百)?"
    r"|(?P<chinese>[零〇一二两三四五六七八九十百千]+)(?P<ten>[万亿](?!元))?)"
    r"(?P<after>余|多(?=万|[件宗份起部个例项条次元])|%|％)?(?P<late>[万亿](?!元))?"
    rf"(?P<unit>(?:{_UNITS})(?!制))?(?P<around>左右|以上|上下)?"
)
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_LARGE = {
    "万": 10_000,
    "亿": 100_000_000,
    "千": 1000,
    "百": 100,
    "千万": 10_000_000,
    "百万": 1_000_000,
    "千亿": 10**11,
    "百亿": 10**10,
}


@frozen
class Number:
    """A number in plain text: from where to where it is printed, where its unit ends, and what it says.

    ``how`` tells how exactly: empty, ``about``, ``below`` (近), ``above`` (超, 余). ``step`` is the size of its last
    printed digit that is not zero, ``place`` that of the last one.
    """

    start: int
    end: int
    unit_end: int
    value: int | Decimal
    unit: str
    how: str
    step: Decimal
    place: Decimal
    percent: bool
    chinese: bool


def numbers(text: str) -> Iterator[Number]:
    """All numbers of a plain text, in its order."""
    for match in _NUMBER.finditer(text):
        found = _number(match)
        if found is not None:
            yield found


def _number(match: re.Match[str]) -> Number | None:
    digits, chinese = match.group("digits"), match.group("chinese")
    if len(digits or chinese) > LONGEST:
        return None
    scale = _LARGE.get(match.group("large") or match.group("ten") or "", 1) * _LARGE.get(
        match.group("late") or "", 1
    )
    if digits:
        exact = Decimal(digits.replace(",", "")) * scale
        places = len(digits.partition(".")[2])
        zeros = 0 if places else len(digits.replace(",", "")) - len(digits.replace(",", "").rstrip("0"))
        step = (
            Decimal(10) ** (zeros if exact else 0) * scale if not places else Decimal(scale).scaleb(-places)
        )
    else:
        read = _chinese(chinese)
        if read is None:
            return None
        exact = Decimal(read * scale)
        shown = str(read)
        step = Decimal(10 ** (len(shown) - len(shown.rstrip("0"))) * scale) if read else Decimal(1)
    place = Decimal(scale).scaleb(-len((digits or "").partition(".")[2]))
    before, after, around = (
        match.group("before") or "",
        match.group("after") or "",
        match.group("around") or "",
    )
    how = ""
    if before in {"约", "大约"} or around in {"左右", "上下"}:
        how = "about"
    elif before in {"近", "将近", "接近", "不足"}:
        how = "below"
    elif before or after in {"余", "多"} or around == "以上":
        how = "above"
    elif scale > 1 and match.group("late") is None:
        how = "rounded"
    unit = match.group("unit") or ""
    end = (
        match.end("late")
        if match.group("late")
        else match.end("after")
        if after
        else (match.end("digits") if digits else match.end("chinese"))
    )
    for group in ("large", "ten"):
        if match.group(group):
            end = max(end, match.end(group))
    value: int | Decimal = int(exact) if exact == exact.to_integral_value() else exact
    return Number(
        match.start(), end, match.end(), value, unit, how, step, place, after in {"%", "％"}, digits is None
    )


def _chinese(text: str) -> int | None:
    if len(text) == 1 and text in _DIGITS:
        return _DIGITS[text]
    total = digit = 0
    last = 10_000
    for char in text:
        if char in _TENS:
            size = _TENS[char]
            if size >= last:
                return None
            total += (digit or 1) * size
            digit, last = 0, size
        else:
            if digit:
                return None
            digit = _DIGITS[char]
    return total + digit


def fits(number: Number, value: int | Decimal, *, amount: bool = False) -> bool:
    """Whether a value may be printed as this number. An amount may be rounded to the printed places, or cut."""
    said, real = Decimal(number.value), Decimal(value)
    if said == real:
        return True
    if number.how == "about":
        return abs(said - real) * 2 <= number.step
    if number.how == "below":
        return said - number.step <= real <= said
    if number.how == "above":
        return said <= real < said + number.step
    if number.how == "rounded":
        return real - number.step < said <= real or abs(said - real) * 2 <= number.step
    if amount:
        return said <= real < said + number.place or abs(said - real) * 2 <= number.place
    return False
