"""The properties of characters and of paragraphs, as sets that are told apart by a number.

A file says the same few things of thousands of runs. Each set of properties is kept once, and what a control word
makes of it is worked out once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import field, frozen

from govdisclose.errors import LimitError

_MOST, _KEPT = 50_000, 100_000

__all__ = ["CHARACTER", "PARAGRAPH", "Marks", "Properties", "Setter"]

Value = int
Properties = Mapping[str, Value]
Setter = Callable[[int | None], tuple[str, Value | None]]
"""From the number of a control word, if it has one, to a property and its value; None takes it away."""


def _switch(name: str) -> Setter:
    return lambda number: (name, int(number != 0))


def _number(name: str, fallback: int = 0) -> Setter:
    return lambda number: (name, fallback if number is None else number)


def _fixed(name: str, value: int | None) -> Setter:
    return lambda _: (name, value)


def _level(value: int) -> Setter:
    return lambda number: ("level", 0 if number == 0 else value)


CHARACTER: Mapping[str, Setter] = {
    "strike": _switch("strike"),
    "striked": _switch("dstrike"),
    "v": _switch("vanish"),
    "spv": _switch("spv"),
    "webhidden": _switch("web"),
    "deleted": _switch("deleted"),
    "mvf": _switch("deleted"),
    "super": _level(1),
    "sub": _level(-1),
    "nosupersub": _level(0),
    "up": _number("position", 6),
    "dn": lambda number: ("position", -6 if number is None else -number),
    "fs": _number("size", 24),
    "charscalex": _number("scale", 100),
    "expndtw": _number("spacing"),
    "expnd": lambda number: ("spacing", 5 * (number or 0)),
    "cf": _number("colour"),
    "cb": _number("back"),
    "chcbpat": _number("shade"),
    "chcfpat": _number("ink"),
    "chshdng": _number("share"),
    "highlight": _number("highlight"),
    "twoinone": _fixed("combined", 1),
    "rtlch": _fixed("rtl", 1),
    "ltrch": _fixed("rtl", None),
    "f": _number("font"),
    "cs": _number("style"),
    "loch": _fixed("wide", None),
    "hich": _fixed("wide", None),
    "dbch": _fixed("wide", 1),
    "af": lambda number: ("other", number or 0),
}
"""What control words say of characters."""

PARAGRAPH: Mapping[str, Setter] = {
    "intbl": _switch("table"),
    "itap": _number("nest", 1),
    "s": _number("style"),
    "cbpat": _number("shade"),
    "cfpat": _number("ink"),
    "shading": _number("share"),
    "sl": _number("line"),
    "ls": _number("list"),
    "ilvl": _number("deep"),
}
"""What control words say of paragraphs."""


@frozen
class Marks:
    """The sets of properties that came up so far. Number 0 is the one that says nothing."""

    setters: Mapping[str, Setter]
    sets: list[Properties] = field(factory=lambda: [{}])
    numbers: dict[tuple[tuple[str, Value], ...], int] = field(factory=lambda: {(): 0})
    moves: dict[tuple[int, str, str | None], int] = field(factory=dict)

    def move(self, key: tuple[int, str, str | None]) -> int:
        """The number of the set that a control word makes of one; it is kept in ``moves`` for the next time."""
        before, word, number = key
        properties = dict(self.sets[before])
        name, value = self.setters[word](None if number is None else int(number))
        if value is None:
            properties.pop(name, None)
        elif name == "other" and "wide" not in properties:
            pass  # the font of letters of another script, in which no text stands here
        else:
            properties[name] = value
        found = tuple(sorted(properties.items()))
        after = self.numbers.get(found)
        if after is None:
            if len(self.sets) > _MOST:
                raise LimitError("elements", _MOST, len(self.sets), "different looks of text", fixed=True)
            after = self.numbers[found] = len(self.sets)
            self.sets.append(properties)
        if len(self.moves) > _KEPT:
            self.moves.clear()
        self.moves[key] = after
        return after
