"""The numbers that Word counts itself: 一、二、三、 as automatic numbering stands in no text of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from attrs import field, frozen, mutable
from lxml import etree

from govdisclose.readers.docx._xml import W, flag, number

_OWN, _STYLE, _LIST, _LEVEL, _VAL = (W + name for name in ("numPr", "pStyle", "numId", "ilvl", "val"))
_DEEPEST = 8
_LONGEST = 100  # characters of a level's text: printed before every paragraph of a list

_NUMERALS = "零一二三四五六七八九"


def _chinese(value: int) -> str:
    tens, units = divmod(value, 10)
    head = ("" if tens == 1 else _NUMERALS[tens]) + "十" if tens else ""
    return head + (_NUMERALS[units] if units or not tens else "")


def _circled(value: int) -> str:
    return chr(0x2460 + value - 1)


def _letter(value: int) -> str:
    return chr(ord("a") + value - 1)


def _full_width(value: int) -> str:
    return str(value).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})


# Each format with the largest number that it is written out for.
_FORMATS: Mapping[str, tuple[int, Callable[[int], str]]] = {
    "decimal": (9999, str),
    "decimalZero": (9999, lambda value: f"{value:02d}"),
    "decimalFullWidth": (9999, _full_width),
    "decimalFullWidth2": (9999, _full_width),
    "decimalEnclosedCircle": (20, _circled),
    "decimalEnclosedCircleChinese": (20, _circled),
    "chineseCounting": (99, _chinese),
    "chineseCountingThousand": (99, _chinese),
    "japaneseCounting": (99, _chinese),
    "taiwaneseCounting": (99, _chinese),
    "taiwaneseCountingThousand": (99, _chinese),
    "ideographDigital": (9, _chinese),
    "ideographTraditional": (10, lambda value: "甲乙丙丁戊己庚辛壬癸"[value - 1]),
    "lowerLetter": (26, _letter),
    "upperLetter": (26, lambda value: _letter(value).upper()),
}


@frozen
class _Level:
    start: int
    format: str
    text: str
    suffix: str
    legal: bool
    properties: etree._Element | None = None


@frozen
class _List:
    """One ``w:num``: the abstract list whose count it shares, its levels, and where it starts anew."""

    shared: str
    levels: Mapping[int, _Level]
    starts: Mapping[int, int]


@mutable
class Numbering:
    """The lists of a document and how far each has counted. One value serves one reading."""

    lists: Mapping[str, _List]
    styles: Mapping[str, tuple[str, int]]
    counts: dict[str, dict[int, int]] = field(factory=dict)
    begun: set[tuple[str, int]] = field(factory=set)

    def is_listed(self, marks: Iterable[etree._Element]) -> bool:
        """Whether one of these ``w:numPr`` and ``w:pStyle`` may put a paragraph in a list. Most styles do not."""
        return any(mark.tag == _OWN or mark.get(_VAL, "") in self.styles for mark in marks)

    def prefix(self, properties: etree._Element) -> tuple[str, etree._Element | None]:
        """The number before the paragraph with these ``w:pPr``, counted on; empty if it has none.

        With it come the properties that its level gives to the number as a run.
        """
        list_id, level = self._place(properties)
        entry = self.lists.get(list_id) if list_id else None
        if entry is None or level not in entry.levels:
            return "", None
        counts = self.counts.setdefault(entry.shared, {})
        if level in entry.starts and (list_id, level) not in self.begun:
            self.begun.add((list_id, level))
            counts[level] = entry.starts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = entry.levels[level].start
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        return _render(entry, level, counts), entry.levels[level].properties

    def _place(self, properties: etree._Element) -> tuple[str, int]:
        """The list and level that the paragraph names itself, or that its style does."""
        style = properties.find(_STYLE) if self.styles else None
        list_id, level = self.styles.get(style.get(_VAL, ""), ("", 0)) if style is not None else ("", 0)
        own = properties.find(_OWN)
        if own is not None:
            named = own.find(_LIST)
            list_id = named.get(_VAL, "") if named is not None else list_id
            level = number(own.find(_LEVEL), level if named is None else 0)
        return list_id, level


def _render(entry: _List, level: int, counts: Mapping[int, int]) -> str:
    """The level's text with %1 to %9 filled in; empty if a part of it is in a format not known here."""
    at = entry.levels[level]
    text = at.text
    for other in range(9):
        mark = f"%{other + 1}"
        if mark not in text:
            continue
        if other > level or other not in entry.levels:
            return ""
        value = counts.get(other, entry.levels[other].start)
        largest, render = _FORMATS.get("decimal" if at.legal else entry.levels[other].format, (0, str))
        if not 1 <= value <= largest:
            return ""
        text = text.replace(mark, render(value))
    return text + at.suffix if "%" in at.text else ""


def read_numbering(root: etree._Element, styles: etree._Element | None) -> Numbering:
    """The lists of a numbering part, and the styles that use them."""
    abstract = {item.get(W + "abstractNumId", ""): _levels(item) for item in root.iterfind(W + "abstractNum")}
    lists: dict[str, _List] = {}
    for item in root.iterfind(W + "num"):
        target = item.find(W + "abstractNumId")
        shared = target.get(W + "val", "") if target is not None else ""
        levels = dict(abstract.get(shared, {}))
        starts: dict[int, int] = {}
        for override in item.iterfind(W + "lvlOverride"):
            index = _integer(override.get(W + "ilvl"))
            levels |= _levels(override)
            start = override.find(W + "startOverride")
            if start is not None:
                starts[index] = number(start, 1)
        lists[item.get(W + "numId", "")] = _List(shared, levels, starts)
    return Numbering(lists, _styles(styles) if styles is not None else {})


def _levels(parent: etree._Element) -> dict[int, _Level]:
    return {
        index: _Level(
            start=number(level.find(W + "start"), 0),
            format=_value(level, "numFmt", "decimal"),
            text=_value(level, "lvlText", ""),
            suffix="" if _value(level, "suff", "tab") == "nothing" else " ",
            legal=flag(level.find(W + "isLgl")),
            properties=level.find(W + "rPr"),
        )
        for level in parent.iterfind(W + "lvl")
        if (index := _integer(level.get(W + "ilvl"))) <= _DEEPEST
        and len(_value(level, "lvlText", "")) <= _LONGEST
    }


def _styles(root: etree._Element) -> dict[str, tuple[str, int]]:
    """Paragraph styles with a list, also by inheritance."""
    own: dict[str, tuple[str, int]] = {}
    base: dict[str, str] = {}
    for style in root.iterfind(W + "style"):
        name = style.get(W + "styleId", "")
        base[name] = _value(style, "basedOn", "")
        numbered = style.find(f"{W}pPr/{W}numPr")
        if numbered is not None and numbered.find(W + "numId") is not None:
            own[name] = (_value(numbered, "numId", ""), number(numbered.find(W + "ilvl"), 0))
    found: dict[str, tuple[str, int]] = {}
    for name in base:
        at, steps = name, 0
        while at not in own and at in base and steps < 12:  # a chain may be a circle
            at, steps = base[at], steps + 1
        if at in own:
            found[name] = own[at]
    return found


def _value(parent: etree._Element, name: str, fallback: str) -> str:
    child = parent.find(W + name)
    return fallback if child is None else child.get(W + "val", fallback)


def _integer(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 4 else 0
