"""Selectors of style sheets, tried on elements from the right to the left.

Read are types, classes, identifiers, attributes, all four combinators, and the pseudo-classes that the tree of the page
alone decides. A pseudo-class that waits for a person (``:hover``) never holds. Another one may hold or not: the
selector is then not ``sure``, and it is tried as if that part were not there, so that it finds all that it may touch.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from govdisclose.readers.html._css import split_commas, unescape

__all__ = ["Compound", "Selector", "Tries", "matches", "selectors"]

_IDENT = r"(?:[\w\x80-\U0010ffff-]|\\(?:[0-9a-fA-F]{1,6}\s?|[^\n0-9a-fA-F]))++"
_SIMPLE = re.compile(
    rf"(?P<universal>\*(?!\|))|(?P<type>{_IDENT})(?!\|)|\.(?P<class>{_IDENT})|\#(?P<id>{_IDENT})"
    rf"|\[\s*(?P<attribute>{_IDENT})\s*(?:(?P<sign>[~|^$*]?=)\s*(?P<value>\"[^\"]*+\"|'[^']*+'|{_IDENT})"
    r"\s*(?P<flag>[isIS]\s*)?)?\]"
    rf"|(?P<colons>::?)(?P<pseudo>{_IDENT})(?P<opening>\()?"
)
_COMBINATOR = re.compile(r"\s*([>+~])\s*|\s+")
_NTH = re.compile(r"\s*(?:(odd|even)|([+-]?\d{0,6})n\s*(?:([+-])\s*(\d{1,6}))?|([+-]?\d{1,6}))\s*")
_WAITING = """
hover focus active visited focus-within focus-visible target fullscreen -webkit-full-screen -moz-full-screen
user-invalid user-valid autofill -webkit-autofill playing
"""
_NEVER = frozenset(_WAITING.split())
_ALWAYS = frozenset(("defined", "scope"))
_PLACES: dict[str, tuple[int, int, bool, bool]] = {
    # a n + b, whether counted from the end, whether among those of its type alone
    "first-child": (0, 1, False, False),
    "last-child": (0, 1, True, False),
    "first-of-type": (0, 1, False, True),
    "last-of-type": (0, 1, True, True),
}
_COUNTED = {
    "nth-child": (False, False),
    "nth-last-child": (True, False),
    "nth-of-type": (False, True),
    "nth-last-of-type": (True, True),
}
_OLD_ELEMENTS = frozenset(("before", "after", "first-line", "first-letter"))
# Attributes whose values HTML compares without regard to case.
_FOLDING = """
align checked color dir disabled face lang media method nowrap readonly selected type valign bgcolor
"""
_FOLDED = frozenset(_FOLDING.split())
_DEEPEST = 6

Attribute = tuple[str, str, str, bool]
Place = tuple[int, int, bool, bool]


class Compound(NamedTuple):
    """What one element must be: all of these."""

    tag: str
    ids: tuple[str, ...]
    classes: tuple[str, ...]
    attributes: tuple[Attribute, ...]
    places: tuple[Place, ...]
    kinds: tuple[str, ...]
    any_of: tuple[tuple[Selector, ...], ...]
    none_of: tuple[tuple[Selector, ...], ...]


class Selector(NamedTuple):
    """Compounds from the right to the left, each with the combinator to the right of it.

    ``pseudo`` is the pseudo-element that is meant, ``never`` whether it waits for a person.
    """

    parts: tuple[tuple[str, Compound], ...]
    weight: tuple[int, int, int]
    pseudo: str
    sure: bool
    never: bool


class Tries:
    """Counts the tries of selectors on elements; ``spend`` raises when there were too many."""

    def __init__(self, spend: Callable[[int], None], *, quirks: bool) -> None:
        self.spend = spend
        self.quirks = quirks
        self._classes: dict[str, frozenset[str]] = {}
        self._places: dict[etree._Element, dict[etree._Element, tuple[int, int, int, dict[object, int]]]] = {}

    def classes(self, element: etree._Element) -> frozenset[str]:
        """The classes of an element, in lower case where the page has no document type."""
        text = element.get("class")
        if not text:
            return frozenset()
        found = self._classes.get(text)
        if found is None:
            found = frozenset((text.lower() if self.quirks else text).split())
            self._classes[text] = found
        return found

    def place(self, element: etree._Element, *, last: bool, typed: bool) -> int:
        """Which child of its parent an element is, from 1; ``typed``: of those of its tag."""
        parent = element.getparent()
        if parent is None:
            return 1
        if parent not in self._places:
            self._count(parent)
        place, typed_place, children, alike = self._places[parent][element]
        if typed:
            return alike[element.tag] - typed_place + 1 if last else typed_place
        return children - place + 1 if last else place

    def _count(self, parent: etree._Element) -> None:
        alike: dict[object, int] = {}
        places: dict[etree._Element, tuple[int, int, int, dict[object, int]]] = {}
        count = len(parent)  # lxml counts each time
        self.spend(count)
        for at, child in enumerate(parent, 1):
            alike[child.tag] = alike.get(child.tag, 0) + 1
            places[child] = (at, alike[child.tag], count, alike)
        self._places[parent] = places


@lru_cache(maxsize=4096)
def selectors(text: str, depth: int = 0) -> tuple[Selector, ...] | None:
    """The selectors of a list; None if one of them is none: then the rule says nothing."""
    found: list[Selector] = []
    for part in split_commas(text):
        one = _selector(part.strip(), depth)
        if one is None:
            return None
        found.append(one)
    return tuple(found)


class _Made:
    """A compound under construction."""

    def __init__(self) -> None:
        self.tag = ""
        self.ids: list[str] = []
        self.classes: list[str] = []
        self.attributes: list[Attribute] = []
        self.places: list[Place] = []
        self.kinds: list[str] = []
        self.any_of: list[tuple[Selector, ...]] = []
        self.none_of: list[tuple[Selector, ...]] = []

    def compound(self) -> Compound:
        return Compound(
            self.tag,
            tuple(self.ids),
            tuple(self.classes),
            tuple(self.attributes),
            tuple(self.places),
            tuple(self.kinds),
            tuple(self.any_of),
            tuple(self.none_of),
        )


class _Reading:
    """What is known of a selector so far."""

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.weight = [0, 0, 0]
        self.pseudo = ""
        self.sure = True
        self.never = False


def _selector(text: str, depth: int) -> Selector | None:
    if not text or depth > _DEEPEST:
        return None
    parts: list[tuple[str, Compound]] = []
    reading = _Reading(depth)
    at = 0
    while at < len(text):
        made = _Made()
        begun = at
        while at < len(text) and (match := _SIMPLE.match(text, at)):
            if match["type"] is not None and at > begun:
                return None
            end = _take(made, match, text, reading)
            if end is None:
                return None
            at = end
        if at == begun:
            return None
        if at == len(text):
            parts.append(("", made.compound()))
            break
        combinator = _COMBINATOR.match(text, at)
        if combinator is None or combinator.end() == len(text) or reading.pseudo:
            return None
        parts.append((combinator[1] or " ", made.compound()))
        at = combinator.end()
    a, b, c = reading.weight
    return Selector(tuple(reversed(parts)), (a, b, c), reading.pseudo, reading.sure, reading.never)


def _take(made: _Made, match: re.Match[str], text: str, reading: _Reading) -> int | None:
    """Add one simple selector; where the next begins, None if this one is none."""
    weight = reading.weight
    if match["universal"]:
        return match.end()
    if match["type"] is not None:
        made.tag = unescape(match["type"]).lower()
        weight[2] += 1
    elif match["class"] is not None:
        made.classes.append(unescape(match["class"]))
        weight[1] += 1
    elif match["id"] is not None:
        made.ids.append(unescape(match["id"]))
        weight[0] += 1
    elif match["attribute"] is not None:
        name = unescape(match["attribute"]).lower()
        value = match["value"] or ""
        value = unescape(value[1:-1] if value[:1] in ("'", '"') else value)
        flag = (match["flag"] or "").strip().lower()
        folded = flag == "i" or (not flag and name in _FOLDED)
        made.attributes.append((name, match["sign"] or "", value.lower() if folded else value, folded))
        weight[1] += 1
    else:
        return _pseudo(made, match, text, reading)
    return match.end()


def _pseudo(made: _Made, match: re.Match[str], text: str, reading: _Reading) -> int | None:
    name, end, inside = unescape(match["pseudo"]).lower(), match.end(), None
    if match["opening"]:
        close = _closing(text, end)
        if close is None:
            return None
        inside, end = text[match.end() : close].strip(), close + 1
    if match["colons"] == "::" or name in _OLD_ELEMENTS:
        reading.pseudo = name
        reading.weight[2] += 1
        return end
    reading.weight[1] += 1
    if inside is not None and name in ("is", "where", "not", "matches", "-webkit-any", "-moz-any"):
        inner = selectors(inside, reading.depth + 1) if inside else ()
        if inner is None:
            reading.sure = False
            return end
        (made.none_of if name == "not" else made.any_of).append(inner)
        reading.sure = reading.sure and all(one.sure for one in inner)
        heaviest = max((one.weight for one in inner), default=(0, 0, 0))
        reading.weight[1] -= 1
        if name != "where":
            for at in range(3):
                reading.weight[at] += heaviest[at]
    elif inside is not None and name in _COUNTED and (nth := _NTH.fullmatch(inside.lower())):
        made.places.append((*_step(nth), *_COUNTED[name]))
    elif inside is not None:
        reading.sure = False
    elif name in _PLACES:
        made.places.append(_PLACES[name])
    elif name in ("only-child", "only-of-type"):
        made.places += (
            [_PLACES["first-child"], _PLACES["last-child"]]
            if name == "only-child"
            else [_PLACES["first-of-type"], _PLACES["last-of-type"]]
        )
    elif name in ("root", "empty", "link", "any-link"):
        made.kinds.append(name)
    elif name in _NEVER:
        reading.never = True
    elif name not in _ALWAYS:
        reading.sure = False
    return end


def _closing(text: str, at: int) -> int | None:
    depth = 1
    for place in range(at, len(text)):
        if text[place] == "(":
            depth += 1
        elif text[place] == ")":
            depth -= 1
            if not depth:
                return place
    return None


def _step(match: re.Match[str]) -> tuple[int, int]:
    if match[1]:
        return 2, match[1] == "odd"
    if match[5]:
        return 0, int(match[5])
    times = int(match[2]) if match[2] not in ("", "+", "-") else -1 if match[2] == "-" else 1
    return times, int(f"{match[3] or '+'}{match[4] or 0}")


def matches(selector: Selector, element: etree._Element, tries: Tries) -> bool:
    """Whether an element is what the selector means, its pseudo-element left aside."""
    return not selector.never and _from(selector.parts, 0, element, tries)


def _from(parts: tuple[tuple[str, Compound], ...], at: int, element: etree._Element, tries: Tries) -> bool:
    if not _is(parts[at][1], element, tries):
        return False
    if at + 1 == len(parts):
        return True
    match parts[at + 1][0]:
        case ">":
            parent = element.getparent()
            return parent is not None and _from(parts, at + 1, parent, tries)
        case "+":
            before = element.getprevious()
            return before is not None and _from(parts, at + 1, before, tries)
        case "~":
            return any(_from(parts, at + 1, one, tries) for one in element.itersiblings(preceding=True))
        case _:
            return any(_from(parts, at + 1, one, tries) for one in element.iterancestors())


def _is(compound: Compound, element: etree._Element, tries: Tries) -> bool:
    tries.spend(1)
    if compound.tag and element.tag != compound.tag:
        return False
    if compound.ids:
        own = element.get("id") or ""
        if any(one != own and not (tries.quirks and one.lower() == own.lower()) for one in compound.ids):
            return False
    if compound.classes:
        classes = tries.classes(element)
        if any((one.lower() if tries.quirks else one) not in classes for one in compound.classes):
            return False
    return (
        all(_has(attribute, element) for attribute in compound.attributes)
        and all(_stands(place, element, tries) for place in compound.places)
        and all(_is_kind(kind, element) for kind in compound.kinds)
        and all(any(matches(one, element, tries) for one in group) for group in compound.any_of)
        # What is not sure excludes nothing.
        and not any(one.sure and matches(one, element, tries) for group in compound.none_of for one in group)
    )


def _has(attribute: Attribute, element: etree._Element) -> bool:
    name, sign, wanted, folded = attribute
    value = element.get(name)
    if value is None or not sign:
        return value is not None
    if folded:
        value = value.lower()
    match sign:
        case "=":
            return value == wanted
        case "~=":
            return wanted in value.split()
        case "|=":
            return value == wanted or value.startswith(wanted + "-")
        case "^=":
            return bool(wanted) and value.startswith(wanted)
        case "$=":
            return bool(wanted) and value.endswith(wanted)
        case _:
            return bool(wanted) and wanted in value


def _stands(place: Place, element: etree._Element, tries: Tries) -> bool:
    times, plus, last, typed = place
    number = tries.place(element, last=last, typed=typed) - plus
    return number == 0 if not times else number % times == 0 and number // times >= 0


def _is_kind(kind: str, element: etree._Element) -> bool:
    if kind == "root":
        return element.getparent() is None
    if kind == "empty":
        return not len(element) and not element.text
    return element.tag in ("a", "area") and element.get("href") is not None
