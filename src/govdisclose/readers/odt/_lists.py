"""The numbers that are counted: 一、二、三、 as a list, or as the numbers of headings, stand in no text of the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping

from attrs import field, frozen, mutable
from lxml import etree

from govdisclose.readers.odt._lengths import integer
from govdisclose.readers.odt._names import LOEXT, STYLE, TEXT, XML
from govdisclose.readers.odt._styles import Sheet

__all__ = ["UNKNOWN", "Lists", "Place", "Prefix"]

_DEEPEST = 10
_LONGEST = 100
"""Characters around a number, which stand before every paragraph of a list."""

UNKNOWN = None
"""The text of a number in a format that is not known."""

_NUMERALS = "零一二三四五六七八九"
_MARK = re.compile("%([1-9]|10)%")


def _chinese(value: int) -> str:
    tens, units = divmod(value, 10)
    head = ("" if tens == 1 else _NUMERALS[tens]) + "十" if tens else ""
    return head + (_NUMERALS[units] if units or not tens else "")


def _roman(value: int) -> str:
    text = ""
    for worth, sign in (
        *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
        *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
    ):
        text += sign * (value // worth)
        value %= worth
    return text


def _letter(value: int) -> str:
    return chr(ord("a") + value - 1)


def _full_width(value: int) -> str:
    return str(value).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})


def _formal(digits: str, value: int) -> str:
    tens, units = divmod(value, 10)
    return (digits[tens - 1] + "拾" if tens else "") + (digits[units - 1] if units else "")


# Each format with the largest number that it is written out for. The longer names are its first numbers.
_FORMATS: Mapping[str, tuple[int, Callable[[int], str]]] = {
    "1": (9999, str),
    "a": (26, _letter),
    "A": (26, lambda value: _letter(value).upper()),
    "i": (999, _roman),
    "I": (999, lambda value: _roman(value).upper()),
    "01": (9999, lambda value: f"{value:02d}"),
    "一": (99, _chinese),
    "壹": (99, lambda value: _formal("壹贰叁肆伍陆柒捌玖", value)),
    "壹貳": (99, lambda value: _formal("壹貳參肆伍陸柒捌玖", value)),
    "甲": (10, lambda value: "甲乙丙丁戊己庚辛壬癸"[value - 1]),
    "子": (12, lambda value: "子丑寅卯辰巳午未申酉戌亥"[value - 1]),
    "①": (20, lambda value: chr(0x2460 + value - 1)),
    "１": (9999, _full_width),
}


@frozen
class _Level:
    """What is printed before the paragraphs of a level. ``text`` has ``%1%`` for the number of the first level.

    ``text`` is None for what is not known.
    """

    format: str
    start: int
    text: str | None
    suffix: str
    style: str
    picture: bool = False


@frozen
class Prefix:
    """A number before a paragraph: its text (``UNKNOWN`` if it cannot be told) and the style of its letters."""

    text: str | None
    style: str
    picture: bool = False


@mutable
class Place:
    """Where in a list the reading stands: how far each level has counted."""

    style: str
    level: int
    counts: dict[int, int]


@mutable
class Lists:
    """The lists of a document. One value serves one reading."""

    sheet: Sheet
    levels: dict[str, Mapping[int, _Level]] = field(factory=dict)
    named: dict[str, dict[int, int]] = field(factory=dict)
    last: Place | None = None
    headings: dict[int, int] = field(factory=dict)
    outline: Mapping[int, _Level] | None = None

    def enter(self, element: etree._Element, outer: Place | None) -> Place:
        """A ``text:list``, in the item of another one or in none."""
        style = element.get(TEXT + "style-name") or (outer.style if outer is not None else "")
        if outer is not None:  # the paragraph before it has made its level begin anew
            return Place(style, outer.level + 1, outer.counts)
        goes_on = element.get(TEXT + "continue-numbering") == "true"
        before = element.get(TEXT + "continue-list")
        counts: dict[int, int] = {}
        if before in self.named:
            counts = self.named[before]
        elif goes_on and self.last is not None and self.last.style == style:
            counts = self.last.counts
        name = element.get(XML + "id")
        if name is not None:
            self.named[name] = counts
        self.last = Place(style, 1, counts)
        return self.last

    def count(self, item: etree._Element, place: Place, style: str) -> Prefix | None:
        """The number of the first paragraph of an item; ``style`` is the list style that its own style names."""
        named = item.get(TEXT + "style-override") or place.style or style
        levels = self._levels(named)
        return _counted(levels, place.level, place.counts, item.get(TEXT + "start-value"))

    def numbered(self, element: etree._Element) -> Prefix | None:
        """The number of a ``text:numbered-paragraph``: those of one list name count on."""
        name = element.get(TEXT + "list-id", "")
        counts = self.named.setdefault(name, {})
        level = min(max(integer(element.get(TEXT + "level"), 1), 1), _DEEPEST)
        levels = self._levels(element.get(TEXT + "style-name", ""))
        return _counted(levels, level, counts, element.get(TEXT + "start-value"))

    def heading(self, element: etree._Element) -> Prefix | None:
        """The number of a heading that stands in no list."""
        if self.outline is None:
            self.outline = {} if self.sheet.outline is None else _read_levels(self.sheet.outline)
        level = integer(element.get(TEXT + "outline-level"), 1)
        if not self.outline or element.get(TEXT + "is-list-header") == "true":
            return None
        if element.get(TEXT + "restart-numbering") == "true":
            _forget(self.headings, level)
        return _counted(self.outline, level, self.headings, element.get(TEXT + "start-value"))

    def _levels(self, name: str) -> Mapping[int, _Level]:
        known = self.levels.get(name)
        if known is None:
            style = self.sheet.lists.get(name)
            known = self.levels[name] = {} if style is None else _read_levels(style)
        return known


def _forget(counts: dict[int, int], level: int) -> None:
    for deeper in [key for key in counts if key >= level]:
        del counts[deeper]


def _counted(
    levels: Mapping[int, _Level], level: int, counts: dict[int, int], start: str | None
) -> Prefix | None:
    for other in range(1, level):  # a level that was passed over has counted once
        if other not in counts:
            above = levels.get(other)
            counts[other] = above.start if above is not None else 1
    at = levels.get(level)
    first = at.start if at is not None else 1
    counts[level] = integer(start, first) if start is not None else counts.get(level, first - 1) + 1
    _forget(counts, level + 1)
    if at is None or at.text == "":
        return None
    return Prefix(_render(at.text, levels, counts, at.suffix), at.style, at.picture)


def _render(
    text: str | None, levels: Mapping[int, _Level], counts: Mapping[int, int], suffix: str
) -> str | None:
    if text is None:
        return UNKNOWN
    parts: list[str] = []
    at = 0
    for mark in _MARK.finditer(text):
        other = int(mark[1])
        level = levels.get(other)
        parts.append(text[at : mark.start()])
        at = mark.end()
        if level is None or level.format == "":
            continue
        largest, render = _FORMATS.get(level.format, (0, str))
        value = counts.get(other, level.start)
        if not 1 <= value <= largest:
            return UNKNOWN
        parts.append(render(value))
    return "".join([*parts, text[at:]]) + suffix


def _read_levels(style: etree._Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    counted = {integer(item.get(TEXT + "level"), 0) for item in style if _format(item)}
    for item in style:
        level = integer(item.get(TEXT + "level"), 0)
        if not 1 <= level <= _DEEPEST:
            continue
        kind = str(item.tag).removeprefix(TEXT)
        text = ""
        if kind in ("list-level-style-number", "outline-level-style"):
            text = _text(item, level, counted)
        elif kind == "list-level-style-bullet":
            sign = item.get(TEXT + "bullet-char", "")[:1]
            text = sign if sign.isalnum() else ""  # a dot before a line is no text
        shown = None if len(text) > _LONGEST or kind == "list-level-style-image" else text
        found[level] = _Level(
            _format(item),
            integer(item.get(TEXT + "start-value"), 1),
            shown,
            _suffix(item),
            item.get(TEXT + "style-name", ""),
            kind == "list-level-style-image",
        )
    return found


def _format(item: etree._Element) -> str:
    """The format of a level: a key of the known ones, empty for no number, or a name that is not known."""
    name = item.get(STYLE + "num-format", "").strip()
    listed = [one.strip() for one in name[:_LONGEST].split(",")]
    listed = [one for one in listed if one.strip(".…")]
    if len(listed) < 2:
        return name[:_LONGEST]
    known = listed[0] + listed[1] if listed[0] + listed[1] in _FORMATS else listed[0]
    _, render = _FORMATS.get(known, (0, str))
    told = [render(at + 1) for at in range(min(len(listed), 9))]
    return known if told == listed[:9] else name[:_LONGEST]


def _text(item: etree._Element, level: int, counted: Container[int]) -> str:
    """What is printed, with marks for the numbers."""
    written = item.get(LOEXT + "num-list-format")
    if written is not None:
        return written
    shown = max(integer(item.get(TEXT + "display-levels"), 1), 1)
    others = range(max(level - shown, 0) + 1, level + 1)
    numbers = ".".join(f"%{other}%" for other in others if other in counted)
    return item.get(STYLE + "num-prefix", "") + numbers + item.get(STYLE + "num-suffix", "")


def _suffix(item: etree._Element) -> str:
    for alignment in item.iter(STYLE + "list-level-label-alignment"):
        return "" if alignment.get(TEXT + "label-followed-by") == "nothing" else " "
    return " "
