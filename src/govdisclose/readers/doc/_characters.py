"""The properties of characters that decide what is seen: by the styles, the run, and the piece that they stand in.

A switch of a run may say "as the style" or "not as the style": then it is worked out from the style, never taken by its
own value. Where the style of the paragraph and that of the characters both hide or strike, Word shows what either
alone would hide; other programs do not, so that is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from govdisclose.readers.doc._bytes import i16, u16
from govdisclose.readers.doc._colours import HIGHLIGHTS, INDEXED, ground, ground_of_index, mixed

__all__ = ["STYLE", "UNSURE", "Characters", "apply", "over"]

Characters = Mapping[str, object]
"""Properties by name: true or false, numbers, or markup."""

UNSURE = "unsure"
"""Of a switch that two kinds of style switch on."""

STYLE = 0x4A30

_SWITCHES = {
    0x0837: "strike",
    0x2A53: "dstrike",
    0x083C: "vanish",
    0x0802: "fieldVanish",
    0x0818: "specVanish",
    0x0811: "webHidden",
    0x085A: "rtl",
    0x0855: "special",
    0x0856: "object",
    0x080A: "ole",
    0x0806: "data",
    0x0800: "deleted",
    0x0801: "inserted",
}
_RELATIVE = frozenset(("strike", "vanish", "dstrike"))
_NUMBERS = {0x4A43: "size", 0x4845: "position", 0x8840: "spacing", 0x4852: "scale"}
_FONTS = {0x4A4F: "ascii", 0x4A51: "hAnsi"}
_PLAIN, _ICO, _COLOUR, _HIGHLIGHT, _RAISED = 0x2A33, 0x2A42, 0x6870, 0x2A0C, 0x2A48
_GROUND, _GROUND_INDEXED, _SYMBOL, _PICTURE, _LAYOUT = 0xCA71, 0x4866, 0x6A09, 0x6A03, 0xCA78


def apply(
    found: dict[str, object], properties: Iterable[tuple[int, bytes]], style: Characters
) -> dict[str, object]:
    """Set what the properties say. ``style``: what "as the style" refers to."""
    for code, operand in properties:
        name = _SWITCHES.get(code)
        if name is not None:
            value = operand[0]
            if value & 0x80 and name in _RELATIVE:
                below = style.get(name, False)
                found[name] = below if below == UNSURE else bool(below) != bool(value & 1)
            else:
                found[name] = bool(value & 0x7F)
        elif code in _NUMBERS:
            found[_NUMBERS[code]] = i16(operand, 0)
        elif code == _ICO:
            found["colour"] = INDEXED[operand[0]] if operand[0] < len(INDEXED) else INDEXED[0]
        elif code == _COLOUR:
            found["colour"] = mixed(operand)
        elif code == _HIGHLIGHT:
            found["highlight"] = HIGHLIGHTS[operand[0]] if operand[0] < len(HIGHLIGHTS) else HIGHLIGHTS[0]
        elif code == _RAISED:
            found["raised"] = operand[0]
        elif code in _FONTS:
            found[_FONTS[code]] = u16(operand, 0)
        elif code == _GROUND:
            found["ground"] = ground(operand)
        elif code == _GROUND_INDEXED:
            found["ground"] = ground_of_index(u16(operand, 0))
        elif code == _SYMBOL:
            found["symbol"] = (u16(operand, 0), u16(operand, 2))
            found["special"] = True
        elif code == _PICTURE:
            found["picture"] = True
        elif code == _LAYOUT:
            found["combined"] = bool(operand[0] & 3) if operand else False
        elif code == _PLAIN:
            kept = {key: found[key] for key in ("special", "deleted", "inserted", "symbol") if key in found}
            found.clear()
            found |= dict(style) | kept
    return found


def over(paragraph: Characters, own: Characters) -> dict[str, object]:
    """The properties of a paragraph's style with those of a style of characters over them."""
    found = dict(paragraph) | dict(own)
    for name in ("strike", "vanish"):
        below, above = paragraph.get(name, False), own.get(name, False)
        found[name] = UNSURE if below and above else below or above
    return found
