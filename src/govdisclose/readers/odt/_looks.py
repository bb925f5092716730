"""The properties of letters as those of a run of a Word document."""

from __future__ import annotations

import re

from attrs import field, mutable

from govdisclose.readers._wordml import escape
from govdisclose.readers.docx._properties import SYMBOL_FONTS
from govdisclose.readers.odt._properties import Properties, Value, is_off, over, size_of
from govdisclose.readers.odt._styles import Sheet

__all__ = ["UNSURE", "Looks", "halves", "line_markup"]

UNSURE = "<w:specVanish/>"
"""Of a run of which nobody can tell whether it is seen."""

_ASIAN = re.compile("([\u2460-\u24ff\u2e80-\uffff\U00020000-\U0003ffff]+)")
_PAST = 1638
"""Points: the largest letters that a Word document has."""
_Key = tuple[tuple[str, Value], ...]


def halves(points: float) -> int:
    """Half-points."""
    return round(min(max(points, 0.0), _PAST) * 2)


@mutable
class Looks:
    """The markup of the properties of runs, each written once.

    ``usual`` is the size of letters, in half-points, that runs have which say none.
    """

    sheet: Sheet
    usual: int
    written: dict[int, tuple[Properties, tuple[str, str]]] = field(factory=dict)
    below: dict[tuple[int, str, str], tuple[Properties, Properties]] = field(factory=dict)

    def inside(self, around: Properties, name: str, family: str = "text") -> Properties:
        """The properties of letters of a style inside of what has some already."""
        key = (id(around), family, name)
        known = self.below.get(key)
        if known is None:
            known = self.below[key] = (around, over(around, self.sheet.style(family, name).text))
        return known[1]

    def runs(self, text: str, found: Properties, extra: str = "") -> list[tuple[str, str]]:
        """Some text as pieces of one size, each with the markup of its properties."""
        known = self.written.get(id(found))
        if known is None:
            # The properties are kept with what was written of them: so no others get their number.
            known = self.written[id(found)] = (
                found,
                (self._markup(found, "size"), self._markup(found, "size_asian")),
            )
        western, asian = known[1]
        if western == asian:
            return [(_wrap(western + extra), text)]
        pieces = [piece for piece in _ASIAN.split(text) if piece]
        return [(_wrap((asian if _ASIAN.match(piece) else western) + extra), piece) for piece in pieces]

    def _markup(self, found: Properties, size_name: str) -> str:
        size = size_of(found, size_name if size_name in found else "size")
        parts: list[str] = []
        for name, tag in (("strike", "strike"), ("hidden", "vanish")):
            if found.get(name) == "1":
                parts.append(f"<w:{tag}/>")
            elif found.get(name) == "?":
                parts.append(UNSURE)
        raised, shrunk = found.get("raised", 0.0), _number(found, "shrunk", 100.0)
        if isinstance(raised, str):
            parts.append(f'<w:vertAlign w:val="{raised}script"/>')
        else:
            if isinstance(raised, float) and raised:
                parts.append(f'<w:position w:val="{halves_of(size * raised / 100)}"/>')
            size = size * shrunk / 100
        if halves(size) != self.usual:
            parts.append(f'<w:sz w:val="{halves(size)}"/>')
        parts += _coloured(found)
        ground = found.get("ground")
        if ground:
            parts.append(f'<w:shd w:val="clear" w:fill="{ground}"/>')
        scale, spacing = _number(found, "scale", 100.0), _number(found, "spacing", 0.0)
        if scale != 100:
            parts.append(f'<w:w w:val="{round(scale)}"/>')
        if spacing < 0:
            parts.append(f'<w:spacing w:val="{round(spacing * 20)}"/>')
        if found.get("combined") == "1":
            parts.append('<w:eastAsianLayout w:combine="1"/>')
        font = str(found.get("font", ""))
        if font.lower().startswith(SYMBOL_FONTS):  # other fonts decide nothing
            name = escape(font[:100])
            parts.append(f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>')
        return "".join(parts)


def halves_of(points: float) -> int:
    """Half-points up or down."""
    return round(min(max(points, -_PAST), _PAST) * 2)


def _wrap(markup: str) -> str:
    return f"<w:rPr>{markup}</w:rPr>" if markup else ""


def _number(found: Properties, name: str, fallback: float) -> float:
    value = found.get(name, fallback)
    return value if isinstance(value, float) else fallback


def _coloured(found: Properties) -> list[str]:
    colour = found.get("colour", "auto")
    if colour in ("auto", ""):
        return []
    opacity = _number(found, "opacity", 100.0)
    if opacity >= 100:
        return [f'<w:color w:val="{colour}"/>']
    clear = round((100 - max(opacity, 0.0)) * 1000)
    fill = f'<w14:srgbClr w14:val="{colour}"><w14:alpha w14:val="{clear}"/></w14:srgbClr>'
    return [f"<w14:textFill><w14:solidFill>{fill}</w14:solidFill></w14:textFill>"]


def line_markup(line: Properties, paper: str) -> str:
    """What the ``w:pPr`` of a paragraph says of its ground and of the height of its lines."""
    parts = ""
    ground = line.get("line") or paper
    if ground and ground != "?":
        parts = f'<w:shd w:val="clear" w:fill="{ground}"/>'
    if line.get("low") == "1" or is_off(line):
        parts += '<w:spacing w:line="20" w:lineRule="exact"/>'
    return parts
