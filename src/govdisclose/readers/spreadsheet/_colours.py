"""The colours of a workbook: numbers in a palette, colours of its theme, and their tints."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from colorsys import hls_to_rgb, rgb_to_hls

from govdisclose.readers.docx._colour import AUTO, PAPER

__all__ = ["PALETTE", "THEME", "indexed", "tinted"]

_HEX = re.compile(r"[0-9A-F]{6}")

_FIRST = ["000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"]
PALETTE: Sequence[str] = (
    *_FIRST,
    *_FIRST,
    *["800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080"],
    *["9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF"],
    *["000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF"],
    *["00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99"],
    *["3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696"],
    *["003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333"],
)
"""The usual colours by number."""

THEME: Sequence[str] = (PAPER, "000000")
"""Paper and ink, which every theme has first: those that a file without a theme means."""

_SYSTEM = {64: AUTO, 65: PAPER, 0x7FFF: AUTO}


def indexed(number: int, palette: Sequence[str] | Mapping[int, str] = PALETTE) -> str:
    """The colour of a number; empty if there is none."""
    if number in _SYSTEM:
        return _SYSTEM[number]
    try:
        return palette[number] if number >= 0 else ""
    except (IndexError, KeyError):
        return ""


def tinted(colour: str, tint: float) -> str:
    """A colour made lighter (to 1) or darker (to -1)."""
    if not _HEX.fullmatch(colour) or not math.isfinite(tint) or not tint:
        return colour
    tint = max(-1.0, min(1.0, tint))
    hue, light, satiety = rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in hls_to_rgb(hue, light, satiety))
