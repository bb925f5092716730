"""What a person sees in one cell: its value in its number format, in its fonts, on its ground, in its width.

What cannot be told for sure makes the cell unreadable, as everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from govdisclose.readers.docx._colour import AUTO, is_near
from govdisclose.readers.docx._looks import LEAST_SIZE, Look, Part, settle
from govdisclose.readers.spreadsheet._model import Change, Font, RawCell, RawSheet, Run, Style
from govdisclose.readers.spreadsheet._numbers import show_number, show_text
from govdisclose.shown import Piece, Sight
from govdisclose.text import is_blank

__all__ = ["plain_text", "see"]

_NUMBER = re.compile(r"\s*[-+¥￥$]?\d[\d,，.．\s]*(?:[%％]|[件条项个宗次份人天元]|[万亿]元?)?\s*")
_BLACK = "000000"
_PAD = 0.6
"""Digits of the usual font: what stays free on both sides of a number together."""
_BOLD = _OTHER_FONT = 1.1
_LEAST_HEIGHT = 0.6


def plain_text(cell: RawCell) -> str:
    """The value in words, for a finding about one that is not seen."""
    value = cell.value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if abs(value) < 1e15 and value.is_integer() else repr(value)
    if isinstance(value, str):
        return value
    return "".join(run.text for run in value or ())


def see(
    cell: RawCell, sheet: RawSheet, changes: Sequence[Change], width: float, height: float | None
) -> list[Piece]:
    """The pieces of a cell. ``changes`` are those that conditions may make there, ``height`` that of its rows, if set.

    Raises nothing.
    """
    if cell.formula == "picture":
        return [Piece("", Sight.NOT_READ, "picture")]
    if cell.formula == "formula" or (sheet.codes and (cell.formula or isinstance(cell.value, float))):
        return [Piece("", Sight.NOT_READ, "formula")]
    if cell.value is None:
        return [Piece("", Sight.NOT_READ, "unknown")]
    if any(change.odd for change in changes):
        return _with(_runs(cell), "style")
    if isinstance(cell.value, float):
        pieces = _number(cell.value, cell.style, sheet, changes, width)
    else:
        pieces = _text(cell, sheet, changes, width)
    seen = "".join(piece.text for piece in pieces if piece.sight is Sight.PLAIN)
    if is_blank(seen):
        return pieces
    style = cell.style
    if height is not None and height < style.font.size / 2 * _LEAST_HEIGHT:
        return [*pieces, Piece("", Sight.NOT_READ, "narrow")]
    if style.filled:
        return [*pieces, Piece("", Sight.NOT_READ, "style")]
    if style.turned and _NUMBER.fullmatch(seen):
        return [*pieces, Piece("", Sight.NOT_READ, "turned")]
    if style.crossed and any(map(str.isdigit, seen)) and not any(map(str.isalpha, seen)):
        return [*pieces, Piece("", Sight.NOT_READ, "drawing")]
    return pieces


def _with(runs: Sequence[Run], what: str) -> list[Piece]:
    return [*(Piece(run.text) for run in runs), Piece("", Sight.NOT_READ, what)]


def _runs(cell: RawCell) -> Sequence[Run]:
    if isinstance(cell.value, tuple):
        return cell.value
    return (Run(plain_text(cell)),)


def _number(
    value: float, style: Style, sheet: RawSheet, changes: Sequence[Change], width: float
) -> list[Piece]:
    if not value and sheet.zeros is not True:
        if sheet.zeros is None:
            return [Piece("", Sight.NOT_READ, "style")]
        return [Piece("0", Sight.UNSEEN, "hidden")]
    shown = show_number(value, style.code, from_1904=sheet.from_1904) if style.code is not None else None
    if shown is None:
        return [Piece("", Sight.NOT_READ, "format")]
    if is_blank(shown.text):
        return [Piece(plain_text(RawCell(value, style)), Sight.UNSEEN, "hidden")]
    if not style.shrinks and _length(shown.text, style.font, sheet.usual_font) > width:
        return [Piece("", Sight.NOT_READ, "narrow")]
    font = style.font._replace(colour=shown.colour) if shown.colour else style.font
    return settle([Part(shown.text, _look(font, style, changes))], in_cell=True)


def _text(cell: RawCell, sheet: RawSheet, changes: Sequence[Change], width: float) -> list[Piece]:
    style = cell.style
    around = show_text(style.code) if style.code is not None and cell.value.__class__ is not bool else None
    if style.code is not None and around is None and cell.value.__class__ is not bool:
        return _with(_runs(cell), "format")
    if around is not None and around.hides:
        return [Piece(run.text, Sight.UNSEEN, "hidden") for run in _runs(cell)]
    runs = [Run(around.before), *_runs(cell), Run(around.behind)] if around is not None else _runs(cell)
    parts = [
        Part(run.text.replace("\t", " "), _look(run.font or style.font, style, changes))
        for run in runs
        if run.text
    ]
    pieces = settle(parts, in_cell=True)
    whole = "".join(piece.text for piece in pieces if piece.sight is Sight.PLAIN)
    if (
        not style.shrinks
        and _NUMBER.fullmatch(whole)
        and _length(whole.strip(), style.font, sheet.usual_font) > width
    ):
        pieces.append(Piece("", Sight.NOT_READ, "narrow"))
    return pieces


def _look(font: Font, style: Style, changes: Sequence[Change]) -> Look:
    sight, what = _sight(font, style, changes)
    return Look(sight, what, True, font.size)


def _sight(font: Font, style: Style, changes: Sequence[Change]) -> tuple[Sight, str]:
    if font.size < LEAST_SIZE:
        return Sight.UNSEEN, "small"
    letters = {font.colour, *(change.colour for change in changes if change.colour is not None)}
    grounds = {*style.grounds, *(ground for change in changes for ground in change.grounds)}
    if "" in letters or "" in grounds:
        return Sight.NOT_READ, "style"
    if AUTO in letters:
        # on a dark ground one program turns the letters white, and another does not
        letters = letters - {AUTO} | {_BLACK}
    unsure = font.colour == AUTO or len(letters) > 1 or len(grounds) > 1
    if any(_near(one, other) for one in letters for other in grounds):
        return (Sight.NOT_READ, "style") if unsure else (Sight.UNSEEN, "colour")
    if font.strike:
        return Sight.STRUCK, ""
    if font.symbols:
        return Sight.NOT_READ, "symbol"
    raised = {"superscript": Sight.RAISED, "subscript": Sight.LOWERED}.get(font.raised)
    return raised or Sight.PLAIN, ""


@lru_cache(maxsize=4096)
def _near(letters: str, ground: str) -> bool:
    return is_near(letters, ground)


def _length(text: str, font: Font, usual: Font) -> float:
    """What room a number takes at most, in digits of the usual font, with what stays free beside it."""
    wide = sum(_wide(char) for char in text)
    wide *= font.size / max(usual.size, 1)
    if font.bold and not usual.bold:
        wide *= _BOLD
    if (font.name, font.size) != (usual.name, usual.size):
        wide *= _OTHER_FONT
    return wide + _PAD


def _wide(char: str) -> float:
    if char in ".,":
        return 0.55
    return 2.0 if unicodedata.east_asian_width(char) in "WF" else 1.0
