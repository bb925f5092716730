"""The styles of an ``.xlsx``: fonts, fills, number formats, and the looks that conditional formats give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from attrs import define, field
from lxml import etree

from govdisclose.readers.docx._colour import AUTO, PAPER
from govdisclose.readers.docx._properties import SYMBOL_FONTS
from govdisclose.readers.spreadsheet._colours import PALETTE, THEME, indexed, tinted
from govdisclose.readers.spreadsheet._model import PLAIN_FONT, PLAIN_STYLE, Change, Font, Style
from govdisclose.readers.spreadsheet._numbers import BUILTIN
from govdisclose.readers.spreadsheet._parts import Parts, local, named, truth, whole

__all__ = ["Styles", "few", "is_symbols", "read_styles"]

_ORDER = {"lt1": 0, "dk1": 1, "lt2": 2, "dk2": 3} | {f"accent{at}": 3 + at for at in range(1, 7)}
_ORDER |= {"hlink": 10, "folHlink": 11}
_SYSTEM = {"windowText": "000000", "window": PAPER}
_COLOUR = re.compile(r"(?:[0-9A-F]{2})?([0-9A-F]{6})")
_T = TypeVar("_T")
_MOST_COLOURS = 16


def few(colours: Iterable[str]) -> tuple[str, ...]:
    """Different colours; where there are too many to compare, one that is not known."""
    found = tuple(dict.fromkeys(colours))
    return found if len(found) <= _MOST_COLOURS else ("",)


def _hex(text: str) -> str:
    """The last six digits of a colour; empty if it is none."""
    found = _COLOUR.fullmatch(text.upper())
    return found[1] if found is not None else ""


def is_symbols(font: str) -> bool:
    """Whether characters of a font look like something else. Those of Symbol are digits where they are digits."""
    return font.lower().startswith(SYMBOL_FONTS)


@define
class Styles:
    """What cells, runs and conditions refer to by number."""

    theme: Sequence[str] = THEME
    palette: Sequence[str] = PALETTE
    cells: list[Style] = field(factory=list)
    changes: list[Change] = field(factory=list)
    tables: dict[str, tuple[Change, ...]] = field(factory=dict)
    usual: Font = PLAIN_FONT

    def cell(self, number: int) -> Style:
        """The look of a cell. The first one counts where there is none of the number, as programs have it."""
        if 0 <= number < len(self.cells):
            return self.cells[number]
        return self.cells[0] if self.cells else PLAIN_STYLE

    def colour(self, element: etree._Element | None, otherwise: str) -> str:
        """The colour that an element names; empty where it cannot be told."""
        if element is None:
            return otherwise
        if (text := element.get("rgb")) is not None:
            found = _hex(text)
        elif (text := element.get("theme")) is not None:
            number = whole(text, -1)
            found = self.theme[number] if 0 <= number < len(self.theme) else ""
        elif (text := element.get("indexed")) is not None:
            found = indexed(whole(text, -1), self.palette)
        else:
            found = otherwise
        try:
            return tinted(found, float(element.get("tint", "0")))
        except ValueError:
            return ""

    def font(self, element: etree._Element, usual: Font | None = None) -> Font:
        """A font, or the properties of a run. ``usual`` is the font of what they do not say."""
        parts = {local(child): child for child in element}
        base = usual or PLAIN_FONT
        raised = parts["vertAlign"].get("val", "") if "vertAlign" in parts else ""
        name = next((parts[key].get("val", "") for key in ("rFont", "name") if key in parts), base.name)
        return Font(
            self.colour(parts.get("color"), AUTO),
            _half_points(parts["sz"].get("val"), base.size) if "sz" in parts else base.size,
            truth(parts.get("b")),
            truth(parts.get("strike")),
            "superscript" if raised == "superscript" else "subscript" if raised == "subscript" else "",
            is_symbols(name),
            name,
        )

    def grounds(self, element: etree._Element) -> tuple[str, ...]:
        """The colours of a fill; those of paper where nothing is painted."""
        for fill in element:
            if local(fill) == "gradientFill":
                found = few(self.colour(item, "") for item in fill.iter() if local(item) == "color")
                return found or (PAPER,)
            pattern = fill.get("patternType", "none")
            ink, behind = (next(named(fill, name), None) for name in ("fgColor", "bgColor"))
            if pattern == "none":
                return (PAPER,)
            if pattern == "solid":
                return (_painted(self.colour(ink, "000000"), "000000"),)
            return _painted(self.colour(ink, "000000"), "000000"), _painted(self.colour(behind, PAPER), PAPER)
        return (PAPER,)

    def change(self, element: etree._Element) -> Change:
        """What the format of a condition may change."""
        colour: str | None = None
        grounds: tuple[str, ...] = ()
        odd = False
        for part in element:
            name = local(part)
            if name == "font":
                colour = self.colour(next(named(part, "color"), None), "") or None
                odd = odd or any(truth(item) for item in named(part, "strike"))
                odd = odd or any(local(item) in ("vertAlign", "sz", "name") for item in part)
            elif name == "fill":
                # in a condition the colour behind is that of a solid fill
                found = (self.colour(item, "") for item in part.iter() if local(item).endswith("olor"))
                grounds = few(_painted(one, PAPER) for one in found if one)
            elif name not in ("border", "protection", "extLst"):
                odd = True  # a number format or an alignment
        return Change(colour, grounds, odd)


def _painted(colour: str, automatic: str) -> str:
    return automatic if colour == AUTO else colour


def _half_points(text: str | None, otherwise: int) -> int:
    try:
        size = float(text or "")
    except ValueError:
        return otherwise
    return round(2 * size) if 0 < size < 1000 else otherwise


def read_styles(parts: Parts, book: str) -> Styles:
    """The styles of a workbook. Raises as ``Parts.tree`` does."""
    found = Styles(theme=_theme(parts, book))
    name = parts.related(book, "styles")
    if name is None:
        return found
    root = parts.tree(name)
    sections = {local(child): child for child in root}
    colours = sections.get("colors")
    if colours is not None:
        own = [_hex(item.get("rgb", "")) for part in named(colours, "indexedColors") for item in part]
        found.palette = (*own, *PALETTE[len(own) :])[:256]
    empty = etree.Element("none")
    codes = {
        whole(item.get("numFmtId"), -1): item.get("formatCode", "") for item in sections.get("numFmts", empty)
    }
    fonts = [found.font(item) for item in sections.get("fonts", empty)]
    fills = [found.grounds(item) for item in sections.get("fills", empty)]
    crossed = [_is_crossed(item) for item in sections.get("borders", empty)]
    if fonts:
        base = next(iter(sections.get("cellStyleXfs", empty)), None)
        found.usual = _pick(fonts, whole(base.get("fontId"), 0) if base is not None else 0, fonts[0])
    for item in sections.get("cellXfs", empty):
        found.cells.append(_style(item, codes, fonts, fills, crossed))
    found.changes = [found.change(item) for item in sections.get("dxfs", empty)]
    for item in sections.get("tableStyles", empty):
        changes = [_pick(found.changes, whole(part.get("dxfId"), -1), Change()) for part in item]
        found.tables[item.get("name", "")] = tuple(changes)
    return found


def _style(
    item: etree._Element,
    codes: Mapping[int, str],
    fonts: Sequence[Font],
    fills: Sequence[tuple[str, ...]],
    crossed: Sequence[bool],
) -> Style:
    number = whole(item.get("numFmtId"), 0)
    aligned = next(named(item, "alignment"), None)
    turned = aligned.get("textRotation", "0") if aligned is not None else "0"
    return Style(
        _pick(fonts, whole(item.get("fontId"), 0), PLAIN_FONT),
        codes.get(number, BUILTIN.get(number)),
        _pick(fills, whole(item.get("fillId"), 0), (PAPER,)),
        turned not in ("0", ""),
        aligned is not None and aligned.get("horizontal") == "fill",
        truth(aligned, "shrinkToFit", otherwise=False),
        _pick(crossed, whole(item.get("borderId"), 0), False),
    )


def _pick(items: Sequence[_T], number: int, otherwise: _T) -> _T:
    return items[number] if 0 <= number < len(items) else otherwise


def _is_crossed(border: etree._Element) -> bool:
    if not any(truth(border, name, otherwise=False) for name in ("diagonalUp", "diagonalDown")):
        return False
    return any(line.get("style", "none") != "none" for line in named(border, "diagonal"))


def _theme(parts: Parts, book: str) -> Sequence[str]:
    name = parts.related(book, "theme")
    if name is None:
        return THEME
    found = [*THEME, *[""] * 10]
    for scheme in parts.tree(name).iter():
        if local(scheme) != "clrScheme":
            continue
        for item in scheme:
            for colour in item:
                if local(item) in _ORDER:
                    text = colour.get("lastClr") or colour.get("val") or ""
                    found[_ORDER[local(item)]] = _SYSTEM.get(text) or _hex(text)
        break
    return found
