"""Colours, grounds and patterns as Word numbers them, written as WordprocessingML writes them."""

from __future__ import annotations

from govdisclose.readers.doc._bytes import u16

__all__ = ["AUTO", "HIGHLIGHTS", "INDEXED", "ground", "ground_of_index", "mixed"]

AUTO = "auto"

INDEXED = (
    *(AUTO, "000000", "0000FF", "00FFFF", "00FF00", "FF00FF", "FF0000", "FFFF00", "FFFFFF"),
    *("000080", "008080", "008000", "800080", "800000", "808000", "808080", "C0C0C0"),
)
"""The colours that have a number."""

HIGHLIGHTS = (
    *("none", "black", "blue", "cyan", "green", "magenta", "red", "yellow", "white", "darkBlue", "darkCyan"),
    *("darkGreen", "darkMagenta", "darkRed", "darkYellow", "darkGray", "lightGray"),
)
"""The names of the same colours as grounds of single words."""

# Shares of the ink in a hundred, by the number of the pattern.
_SHARES = {
    **dict(enumerate((5, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90), start=2)),
    **dict(enumerate((2, 7, 12, 15, 17, 22, 27, 32, 35, 37, 42, 45, 47, 52, 55, 57), start=35)),
    **dict(enumerate((62, 65, 67, 72, 77, 82, 85, 87, 92, 95, 97, 97), start=51)),
}
_NIL = 0xFFFF


def mixed(data: bytes, at: int = 0) -> str:
    """A colour of three parts."""
    if len(data) < at + 4 or data[at + 3]:
        return AUTO
    return data[at : at + 3].hex().upper()


_NONE = bytes.fromhex("000000ff000000ff0000")


def ground(data: bytes) -> str:
    """The ``w:shd`` of ten bytes: ink, paper, pattern; empty for one that paints nothing."""
    if data == _NONE or len(data) < 10:
        return ""
    return _shd(mixed(data), mixed(data, 4), u16(data, 8))


def ground_of_index(code: int) -> str:
    """The ``w:shd`` of two bytes, with numbered colours."""
    if code == _NIL:
        return _shd(AUTO, AUTO, _NIL)
    ink, paper = code & 31, code >> 5 & 31
    if ink >= len(INDEXED) or paper >= len(INDEXED):
        return _shd(AUTO, AUTO, _NIL)
    return _shd(INDEXED[ink], INDEXED[paper], code >> 10)


def _shd(ink: str, paper: str, pattern: int) -> str:
    if pattern == _NIL or (not pattern and paper == AUTO):
        return ""
    if pattern in (0, 1):
        name = "solid" if pattern else "clear"
    else:
        share = _SHARES.get(pattern)
        name = f"pct{share}" if share else "diagStripe"
    return f'<w:shd w:val="{name}" w:color="{ink}" w:fill="{paper}"/>'
