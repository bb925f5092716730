"""Runs of equal characters, with the markup of their properties. Each set of properties is worked out once."""

from __future__ import annotations

from collections.abc import Callable

from attrs import astuple, define, field, frozen

from govdisclose.readers._wordml import escape
from govdisclose.readers.doc._bytes import Work, u16
from govdisclose.readers.doc._characters import STYLE, UNSURE, Characters, apply, over
from govdisclose.readers.doc._colours import AUTO
from govdisclose.readers.doc._prm import properties_of
from govdisclose.readers.doc._styles import Sheet

__all__ = ["USUAL_SIZE", "Look", "Looks"]

USUAL_SIZE = 20
"""Half-points, where nothing says another size."""

_RAISED = {1: "superscript", 2: "subscript"}
_SWITCHES = ("strike", "dstrike", "vanish", "webHidden", "rtl")


@frozen(eq=False)
class Look:
    """What is to be known of a run: ``markup`` without its size; what it is besides text."""

    markup: str
    size: int
    hidden: bool
    deleted: bool
    special: bool
    data: bool
    thing: str
    symbol: str

    def properties(self, usual: int) -> str:
        """The content of its ``w:rPr``, where text of the usual size names none."""
        return self.markup if self.size == usual else f'{self.markup}<w:sz w:val="{self.size}"/>'


@define
class Looks:
    """The looks by style, properties of the run and of the piece."""

    sheet: Sheet
    font: Callable[[int], str]
    work: Work
    known: dict[tuple[int, bytes, bytes], Look] = field(factory=dict)
    every: dict[tuple[object, ...], Look] = field(factory=dict)

    def look(self, style: int, run: bytes, piece: bytes) -> Look:
        """The look of a run in a paragraph of a style; what looks the same is one value."""
        key = style, run, piece
        found = self.known.get(key)
        if found is None:
            found = self._look(*key)
            found = self.known[key] = self.every.setdefault(astuple(found), found)
        return found

    def of(self, properties: Characters) -> Look:
        """The look that some properties come to."""
        return _look(properties, self.font)

    def _look(self, style: int, run: bytes, piece: bytes) -> Look:
        own = [*properties_of(run, self.work), *properties_of(piece, self.work)]
        base = self.sheet.paragraph(style).characters
        for code, operand in own:
            if code == STYLE:
                named = self.sheet.characters(u16(operand, 0))
                if named is not None:
                    base = over(self.sheet.paragraph(style).characters, named)
        return _look(apply(dict(base), own, base), self.font)


def _look(found: Characters, font: Callable[[int], str]) -> Look:
    parts: list[str] = []
    for name in ("ascii", "hAnsi"):
        number = found.get(name)
        family = font(number) if isinstance(number, int) else ""
        if _is_symbols(family):
            parts.append(f'<w:rFonts w:{name}="{escape(family)}"/>')
            break
    parts += [f"<w:{name}/>" for name in _SWITCHES if found.get(name) is True]
    unsure = UNSURE in (found.get("vanish"), found.get("strike"))
    if unsure or found.get("fieldVanish") or found.get("specVanish"):
        parts.append("<w:specVanish/>")
    if found.get("colour", AUTO) != AUTO:
        parts.append(f'<w:color w:val="{found["colour"]}"/>')
    spacing, scale, position = (_number(found, name) for name in ("spacing", "scale", "position"))
    if spacing < 0:
        parts.append(f'<w:spacing w:val="{spacing}"/>')
    if 0 < scale < 100:
        parts.append(f'<w:w w:val="{scale}"/>')
    if position:
        parts.append(f'<w:position w:val="{position}"/>')
    if found.get("highlight", "none") != "none":
        parts.append(f'<w:highlight w:val="{found["highlight"]}"/>')
    parts.append(str(found.get("ground", "")))
    raised = _RAISED.get(_number(found, "raised"))
    if raised:
        parts.append(f'<w:vertAlign w:val="{raised}"/>')
    if found.get("combined"):
        parts.append('<w:eastAsianLayout w:combine="1"/>')
    special, symbol = found.get("special") is True, found.get("symbol")
    drawn = ""
    if special and isinstance(symbol, tuple):
        drawn = f'<w:sym w:font="{escape(font(symbol[0]))}" w:char="{symbol[1]:04X}"/>'
    return Look(
        "".join(parts),
        _number(found, "size") or USUAL_SIZE,
        found.get("vanish") is True,
        found.get("deleted") is True,
        special,
        found.get("data") is True,
        "object" if found.get("object") or found.get("ole") else "picture",
        drawn,
    )


def _is_symbols(family: str) -> bool:
    return family.lower().startswith(("wingdings", "webdings", "marlett", "zapf", "mt extra"))


def _number(found: Characters, name: str) -> int:
    value = found.get(name, 0)
    return value if isinstance(value, int) else 0
