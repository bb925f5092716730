"""The kinds of number that a form asks for, and how a printed cell becomes one.

What is accepted is narrow on purpose. Digits are ASCII or full width. ``1,234`` is a number, ``1,23`` is not.
``007`` and ``00`` are not: they are what two cells run together look like. A number with white space or a line
break inside is not: it may be two. ``零``, ``无`` and ``详见附表`` are text. Whatever is not a number keeps its
printed text and has no value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from attrs import field, frozen

from govdisclose.grid import UNREAD

__all__ = [
    "MONEY_UNITS",
    "EntryKind",
    "Parsed",
    "State",
    "amount",
    "change",
    "count",
    "heading_unit",
    "parse_value",
    "words",
]

MONEY_UNITS = ("元", "千元", "万元", "百万元", "亿元")
"""The units of money that are recognised, in a heading or in a cell."""

_COUNT_UNITS = "件条项个宗次份"
_LONGEST = 60  # characters of a cell that can be a number; beyond, it is text
_MOST_DIGITS = 18

_WIDE = str.maketrans("０１２３４５６７８９＋－−，．／", "0123456789+--,./")
_INVISIBLE = str.maketrans(dict.fromkeys("\u200b\u2060\ufeff\u00ad", None))
_DASHES = re.compile(r"[-—–─―/\\]{1,6}")
_NUMBER = r"(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)"
_COUNT = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<unit>[{_COUNT_UNITS}])?", re.ASCII)
_CHANGE = re.compile(
    rf"(?P<sign>[+-]|(?P<word>增加|增|减少|减))?(?P<number>{_NUMBER})\s*(?P<unit>[{_COUNT_UNITS}])?", re.ASCII
)
_MONEY = "|".join(sorted(MONEY_UNITS, key=len, reverse=True))
_AMOUNT = re.compile(rf"(?P<number>-?{_NUMBER}(?:\.\d+)?)\s*(?P<unit>{_MONEY})?", re.ASCII)
_HEADING_UNIT = re.compile(rf"\((?:单位[:]?)?(?:人民币)?(?P<unit>{_MONEY})(?:[,、;].*)?\)$")


class State(StrEnum):
    """What was found where an entry is printed. Empty, ``/``, text and zero are four different things.

    ``number``: a value. ``blank``: the cell is empty. ``not_applicable``: ``/`` or a dash. ``text``: words, or
    digits that are no number of the kind asked. ``unreadable``: something is printed, and what stands under
    exactly these headings cannot be told. ``missing``: the row, the column or the table is not in the document.
    """

    NUMBER = "number"
    BLANK = "blank"
    NOT_APPLICABLE = "not_applicable"
    TEXT = "text"
    UNREADABLE = "unreadable"
    MISSING = "missing"


class Parsed(NamedTuple):
    """A cell read as one kind of number. ``worded``: the sign was a word."""

    state: State
    value: int | Decimal | None
    unit: str | None
    worded: bool


_BLANK = Parsed(State.BLANK, None, None, False)
_NOT_APPLICABLE = Parsed(State.NOT_APPLICABLE, None, None, False)
_TEXT = Parsed(State.TEXT, None, None, False)
_UNREADABLE = Parsed(State.UNREADABLE, None, None, False)


def _is_long(match: re.Match[str]) -> bool:
    number: str = match["number"]
    return sum(map(str.isdigit, number)) > _MOST_DIGITS


def _read_count(text: str) -> Parsed:
    match = _COUNT.fullmatch(text)
    if match is None or _is_long(match):
        return _TEXT
    return Parsed(State.NUMBER, int(match["number"].replace(",", "")), match["unit"], False)


def _read_change(text: str) -> Parsed:
    match = _CHANGE.fullmatch(text)
    if match is None or _is_long(match):
        return _TEXT
    value = int(match["number"].replace(",", ""))
    word, sign = match["word"], match["sign"]
    if sign is not None and (sign == "-" or sign.startswith("减")):
        value = -value
    return Parsed(State.NUMBER, value, match["unit"], word is not None)


def _read_amount(text: str) -> Parsed:
    match = _AMOUNT.fullmatch(text)
    if match is None or _is_long(match):
        return _TEXT
    return Parsed(State.NUMBER, Decimal(match["number"].replace(",", "")), match["unit"], False)


def _read_words(text: str) -> Parsed:
    return _TEXT


@frozen(cache_hash=True)
class EntryKind:
    """What kind of number a heading asks for: ``count``, ``change`` (signed) or ``amount`` (money, Decimal).

    Or ``words``, which are no number. ``finding`` is the kind of finding for a cell that holds something else
    (empty: anything may stand there); the next two say what is expected. ``number`` is the type of a value, None
    where there is never one. ``needs_unit``: the number means little without a unit, which the heading may give.
    """

    name: str
    finding: str
    expected_en: str
    expected_zh: str
    number: type[int | Decimal] | None = int
    needs_unit: bool = False
    _read: Callable[[str], Parsed] = field(default=_read_count, eq=False, repr=False)


def parse_value(raw: str, kind: EntryKind) -> Parsed:
    """Read a cell's text. Never raises; what is no number of the kind is ``text``, undecodable is ``unreadable``."""
    return _parse_kept(raw, kind._read) if len(raw) <= _LONGEST else _parse(raw, kind._read)


def _parse(raw: str, read: Callable[[str], Parsed]) -> Parsed:
    text = raw.translate(_INVISIBLE).strip()
    if not text:
        return _BLANK
    if "\ufffd" in text or UNREAD in text:
        return _UNREADABLE
    if len(text) > _LONGEST:
        return _TEXT
    text = text.translate(_WIDE)
    return _NOT_APPLICABLE if _DASHES.fullmatch(text) else read(text)


# Most cells of most reports hold one of a few texts. Long ones are not kept.
_parse_kept = lru_cache(maxsize=8192)(_parse)

_KIND_COUNT = EntryKind("count", "cell-not-a-count", "a count (0, 12 or 1,234)", "件数（如0、12、1,234）")
_KIND_CHANGE = EntryKind(
    "change", "cell-not-a-change", "a change (+2, -15 or 减4)", "增减数（如+2、-15、减4）", read=_read_change
)
_KIND_AMOUNT = EntryKind(
    "amount",
    "cell-not-an-amount",
    "an amount of money (7390.1 or 3.27万元)",
    "金额（如7390.1、3.27万元）",
    number=Decimal,
    needs_unit=True,
    read=_read_amount,
)
_KIND_WORDS = EntryKind("words", "", "words", "文字", number=None, read=_read_words)


def count() -> EntryKind:
    """Whole numbers from 0, with or without a unit such as 件."""
    return _KIND_COUNT


def change() -> EntryKind:
    """Whole numbers with a sign (``+2``, ``-15``) or in words (``减4``)."""
    return _KIND_CHANGE


def words() -> EntryKind:
    """Words, such as a column of units (计量单位): kept as ``raw``, never a value, and no finding."""
    return _KIND_WORDS


def amount() -> EntryKind:
    """Money as ``Decimal``, with the unit of the heading or of the cell, or an unknown one."""
    return _KIND_AMOUNT


def heading_unit(core: str) -> tuple[str, str | None]:
    """Take a unit of money in brackets off a folded heading: ``采购总金额(万元)`` to ``采购总金额``, ``万元``."""
    match = _HEADING_UNIT.search(core[-_LONGEST:])
    if match is None:
        return core, None
    return core[: len(core) - (match.end() - match.start())], match["unit"]
