"""Conditional formats of an ``.xls``: where they may hold, and what they may change there."""

from __future__ import annotations

from govdisclose.readers.docx._colour import AUTO
from govdisclose.readers.spreadsheet._biff import numbers
from govdisclose.readers.spreadsheet._model import Area, Change
from govdisclose.readers.spreadsheet._shared import Shared

__all__ = ["areas_of", "change_of"]

_FORMAT, _FONT, _ALIGNMENT, _BORDER, _PATTERN = (1 << bit for bit in range(25, 30))
_FONT_BYTES, _ALIGNMENT_BYTES, _BORDER_BYTES = 118, 8, 8
_KEPT = 0xFFFFFFFF
_STRUCK = 0x80


def areas_of(data: bytes, start: int) -> tuple[Area, ...]:
    """The ranges of a condition. Raises ``DamagedDocumentError``."""
    (count,) = numbers("H", data, start + 12)
    found = []
    for at in range(count):
        top, bottom, left, right = numbers("4H", data, start + 14 + 8 * at)
        found.append(Area(top, left, bottom, right))
    return tuple(found)


def change_of(data: bytes, shared: Shared) -> Change:
    """What a condition may change. Raises ``DamagedDocumentError``.

    Of those that later versions added nothing is known, and nothing is given for them.
    """
    if not data:
        return Change(odd=True)
    flags = numbers("I", data, 6)[0]
    if flags & (_FORMAT | _ALIGNMENT):
        return Change(odd=True)
    at = 12
    colour: str | None = None
    grounds: tuple[str, ...] = ()
    odd = False
    if flags & _FONT:
        number = numbers("I", data, at + 80)[0]
        colour = shared.colour(number) if number != _KEPT else None
        height, style, _, raised = numbers("IIHH", data, at + 64)
        kept, raises = numbers("II", data, at + 88)[0], numbers("I", data, at + 92)[0]
        odd = height != _KEPT or bool(style & _STRUCK and not kept & _STRUCK) or bool(raised and not raises)
        at += _FONT_BYTES
    if flags & _BORDER:
        at += _BORDER_BYTES
    if flags & _PATTERN:
        colours = numbers("H", data, at + 2)[0]
        found = (shared.colour(colours & 0x7F), shared.colour(colours >> 7 & 0x7F))
        grounds = tuple(one for one in found if one != AUTO)
    return Change(colour, grounds, odd)
