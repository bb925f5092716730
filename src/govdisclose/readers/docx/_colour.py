"""Colours of letters and of what lies behind them.

A colour is six upper-case digits, ``auto`` (black, or white where the ground is dark: always seen) or empty for
what cannot be told. A ground is a colour or empty where nothing is painted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from govdisclose.readers.docx._xml import W

__all__ = [
    "AUTO",
    "HIGHLIGHTS",
    "PALE",
    "PAPER",
    "SHOWN",
    "colour",
    "is_near",
    "near_any",
    "shading",
    "text_fill",
]

AUTO, PAPER = "auto", "FFFFFF"

_NEAR = 24
"""Two colours of which no part differs by more, of 255, are one to the eye on paper: F2F2F2 on white is not seen,
D9D9D9 (the palest grey that a form is shaded with) is."""

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
# The other pale ones; all that are left are dark or bright, and seen on paper.
PALE = frozenset(("background1", "light1", "bg1", "lt1", "background2", "light2", "bg2", "lt2"))
SHOWN = "shown"
"""A fill of letters that is seen, whatever its colour is."""
_SOLID = {"black": "000000", "white": PAPER}

HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGray": "808080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "green": "00FF00",
    "lightGray": "C0C0C0",
    "magenta": "FF00FF",
    "red": "FF0000",
    "white": PAPER,
    "yellow": "FFFF00",
}

# The two colours of a theme that the reader knows without reading the theme: paper and ink. Of others, and of
# shades of these, the file keeps the colour that they come to beside their name.
_THEME = {
    "background1": PAPER,
    "light1": PAPER,
    "bg1": PAPER,
    "lt1": PAPER,
    "text1": "000000",
    "dark1": "000000",
    "tx1": "000000",
    "dk1": "000000",
}


def colour(element: etree._Element, value: str = "val", theme: str = "theme") -> str:
    """The colour that an element names, with the colour of a theme if it names one."""
    named = element.get(f"{W}{theme}Color" if theme == "theme" else f"{W}{theme}")
    shaded = any(element.get(f"{W}{theme}{change}") for change in ("Tint", "Shade"))
    if named in _THEME and not shaded:
        return _THEME[named]
    text = element.get(W + value, AUTO).lstrip("#")
    if _HEX.fullmatch(text):
        return text.upper()
    return AUTO if text == AUTO and not named else _SOLID.get(text, "")


def is_near(letters: str, ground: str) -> bool:
    """Whether letters of a colour are not seen on a ground."""
    if len(letters) != 6 or len(ground) != 6:
        return False
    return all(abs(int(letters[at : at + 2], 16) - int(ground[at : at + 2], 16)) <= _NEAR for at in (0, 2, 4))


def near_any(letters: Iterable[str], grounds: Iterable[str]) -> bool:
    """Whether any letters would not be seen on any of the grounds."""
    found = list(grounds)
    return any(is_near(one, ground) for one in set(letters) for ground in found)


def shading(element: etree._Element) -> str:
    """What a ``w:shd`` paints: a ground, empty for nothing."""
    pattern = element.get(W + "val", "clear")
    fill = _painted(element, "fill", "themeFill")
    if pattern in ("clear", "nil"):
        return fill if pattern == "clear" else ""
    ink = colour(element, "color")
    ink = "000000" if ink == AUTO else ink
    if pattern == "solid":
        return ink
    share = pattern.removeprefix("pct")
    if not (share.isascii() and share.isdigit() and len(share) < 4):
        return fill  # stripes and crosses: letters stand out from one of the two colours
    return _mixed(fill or PAPER, ink, min(int(share), 100)) if len(ink) == 6 else fill


def _painted(element: etree._Element, value: str, theme: str) -> str:
    found = colour(element, value, theme)
    return "" if found == AUTO else found


def _mixed(fill: str, ink: str, share: int) -> str:
    parts = [(int(fill[at : at + 2], 16), int(ink[at : at + 2], 16)) for at in (0, 2, 4)]
    return "".join(f"{(below * (100 - share) + above * share) // 100:02X}" for below, above in parts)


def text_fill(element: etree._Element) -> str:
    """What a ``w14:textFill`` fills letters with: a colour, ``none``, or empty for what cannot be told."""
    for fill in element:
        if fill.tag == _W14 + "noFill":
            return "none"
        if fill.tag == _W14 + "solidFill":
            for named in fill:
                return _of_fill(named)
            return ""
        if fill.tag == _W14 + "gradFill":
            stops = [_of_fill(named) for stop in fill.iter(_W14 + "gs") for named in stop]
            return next((one for one in stops if one and one != "none"), "")
    return ""


def _of_fill(named: etree._Element) -> str:
    """A colour of a fill. Transparency is counted both ways by programs: what one of them hides is unknown."""
    value = named.get(_W14 + "val", "")
    changed = {change.tag.removeprefix(_W14): change.get(_W14 + "val", "") for change in named}
    alpha = changed.pop("alpha", "")
    if alpha and not (alpha.isascii() and alpha.isdigit() and 10_000 < int(alpha[:9]) < 90_000):
        return "none" if alpha.startswith("100") else ""
    if named.tag == _W14 + "srgbClr":
        return value.upper() if _HEX.fullmatch(value) and not changed else ""
    if value in PALE:
        return _THEME.get(value, "") if not changed else ""
    return _THEME.get(value, SHOWN) if not changed else SHOWN
