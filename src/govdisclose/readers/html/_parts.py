"""Pieces of text with what tells them apart on their line; lines and cells are made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govdisclose.grid import UNREAD
from govdisclose.readers.html._look import Look, sight_of
from govdisclose.readers.html._style import single_spaced
from govdisclose.shown import Composed, Piece, Sight, compose

__all__ = ["Part", "collapsed", "compose_parts", "is_mark", "line_pieces", "may_be_marked"]

_ASCII_SPACE = " \t\n\r\f"
_TAKEN_OUT = (Sight.STRUCK, Sight.UNSEEN, Sight.COVERED)
# Note marks: figures, brackets and signs, and 注. A word in small letters is a word.
_MARK = re.compile(r"[\s\d\W注_a-zA-Z]{1,12}")
_COUNT = re.compile(r"\s*\d[\d,.]*\s*")
_NUMBER_ENDS = re.compile(r"\d(?=[件条项个宗次份元]?(?:\s|\Z))")
_DATES = "年月日"
_SMALL, _SMALLER = 0.68, 0.84
"""Of the size of the largest piece: up to the first, small figures are marks; up to the second, if their size was given
by that of the letters around; else nobody can tell. Office programs mix neighbouring sizes, which differ by less."""
_ABOUT = 1.01
_RAISED = 0.15
_CONTROL = 40 / 3  # pixels: the size of letters in controls, in all browsers


class Part(NamedTuple):
    """A piece of a line, with the size of its letters and how far above the line they stand, in pixels."""

    text: str
    sight: Sight = Sight.PLAIN
    what: str = ""
    room: bool = True
    size: float = 0.0
    """0 for what has no size that could be compared."""
    shift: float = 0.0
    scaled: bool = False
    rtl: bool = False
    literal: bool = False
    """Whether its white space is kept."""

    @classmethod
    def of(cls, text: str, look: Look, *, literal: bool = False) -> Part:
        """Text of a look."""
        sight, what, room = sight_of(look)
        if (
            sight is Sight.PLAIN
            and look.limit is not None
            and 0.5 * look.size * len(text.strip()) > look.limit + 1
        ):
            sight, what = Sight.NOT_READ, "style"
        if sight is Sight.NOT_READ and not text.strip():
            sight, what = Sight.PLAIN, ""
        size = 0.0 if look.control else look.size
        return cls(text, sight, what, room, size, look.shift, look.scaled, look.rtl, literal)


def collapsed(parts: Iterable[Part], *, stripped: bool) -> list[Part]:
    """The pieces of one line with their white space as it is shown."""
    made: list[Part] = []
    open_space = True
    for part in parts:
        text = part.text
        if not part.literal:
            text = single_spaced(text)
            if part.sight in _TAKEN_OUT:
                text = text.strip(" ")
            elif open_space:
                text = text.lstrip(" ")
        if part.sight is Sight.NOT_READ:
            open_space = False
        elif text and part.sight not in _TAKEN_OUT:
            open_space = text.endswith(" ") and not part.literal
        if text or part.sight is Sight.NOT_READ:
            made.append(part._replace(text=text))
    for at in range(len(made) - 1, -1, -1):
        part = made[at]
        if part.sight in _TAKEN_OUT:
            continue
        if part.sight is not Sight.NOT_READ and not part.literal:
            kept = part.text.rstrip() if stripped else part.text.rstrip(" ")
            made[at] = part._replace(text=kept)
            if not kept:
                continue
        break
    return [part for part in made if part.text or part.sight is Sight.NOT_READ]


def is_mark(text: str) -> bool:
    """Whether text, small beside other text, would be a note mark or a figure."""
    return _MARK.fullmatch(text) is not None and bool(text.strip())


def line_pieces(parts: Sequence[Part]) -> list[Piece]:
    """The pieces of a line outside tables.

    There, words of which it is not known how they are seen are words all the same; a number is not read, since the line
    may be all that is left of a row of a table.
    """
    made = _in_order(_marked_in_line(parts))
    return [
        Piece(_without_numbers(part.text, made[at + 1 :]))
        if part.sight is Sight.NOT_READ and part.text
        else Piece(part.text, part.sight, part.what, part.room)
        for at, part in enumerate(made)
    ]


def _without_numbers(text: str, after: Sequence[Part]) -> str:
    if _NUMBER_ENDS.search(text) is None:
        return text
    following = next((part.text[0] for part in after if part.text), " ")
    if text[-1].isdigit() and following in _DATES:
        # A year in letters of two styles is none of a table.
        return _NUMBER_ENDS.sub(rf"\g<0>{UNREAD}", text[:-1]) + text[-1]
    return _NUMBER_ENDS.sub(rf"\g<0>{UNREAD}", text)


def _marked_in_line(parts: Sequence[Part]) -> list[Part]:
    """As ``_marked``, by the digits that stand next: words of a line may have any size."""
    seen = [
        at for at, part in enumerate(parts) if part.text.strip() and part.sight is Sight.PLAIN and part.size
    ]
    made = list(parts)
    for place, at in enumerate(seen):
        if not any(map(str.isdigit, parts[at].text)):
            continue
        before = parts[seen[place - 1]] if place else None
        after = parts[seen[place + 1]] if place + 1 < len(seen) else None
        if before is not None and before.text.rstrip()[-1].isdigit() and before.size >= parts[at].size:
            made[at] = _beside(parts[at], before)
        if made[at] is parts[at] and after is not None and after.text.lstrip()[0].isdigit():
            made[at] = _beside(parts[at], after) if after.size >= parts[at].size else parts[at]
    return made


def may_be_marked(texts: Iterable[str]) -> bool:
    """Whether one of the texts of a line may be a mark at a number in another one."""
    filled = [text for text in texts if text and not text.isspace()]
    numbers = sum(any(map(str.isdigit, text)) for text in filled) if len(filled) > 1 else 0
    return numbers > 1 and any(is_mark(text) for text in filled)


def compose_parts(lines: Sequence[Sequence[Part]], *, stripped: bool) -> Composed:
    """What a cell shows, from the pieces of its lines; ``stripped`` of white space at its ends."""
    every = [part for line in lines for part in line]
    every = _in_order(_marked(every))
    pieces: list[Piece] = []
    at = 0
    for number, line in enumerate(lines):
        if number:
            pieces.append(Piece("\n"))
        pieces += [Piece(part.text, part.sight, part.what, part.room) for part in every[at : at + len(line)]]
        at += len(line)
    composed = compose(pieces)
    return Composed(composed.text.strip(_ASCII_SPACE), composed.notes) if stripped else composed


def _marked(parts: list[Part]) -> list[Part]:
    """Small or raised figures beside others become marks, or are not read."""
    plain = [part for part in parts if part.sight is Sight.PLAIN and part.text.strip() and part.size]
    if len(plain) < 2:
        return _marked_at_control(parts) if plain and len(parts) > 1 else parts
    base = max(plain, key=lambda part: part.size)
    same = all(part.size == base.size and part.shift == base.shift for part in plain)
    if same:
        return _marked_at_control(parts)
    return [_beside(part, base) if part.sight is Sight.PLAIN and part.size else part for part in parts]


def _marked_at_control(parts: list[Part]) -> list[Part]:
    """A figure beside the number of a control, whose letters have the size that a browser gives them."""
    control = next(
        (part for part in parts if part.sight is Sight.PLAIN and not part.size and part.text.strip()), None
    )
    if control is None:
        return parts
    base = control._replace(size=_CONTROL)
    return [_at_control(part, base) if part.sight is Sight.PLAIN and part.size else part for part in parts]


def _at_control(part: Part, base: Part) -> Part:
    """Figures that were made as small as those of the control: a mark beside it looks as its last digits would."""
    made = _beside(part, base)
    small = made is part and part.scaled and part.size <= _ABOUT * base.size and is_mark(part.text)
    if small and any(map(str.isdigit, part.text)) and any(map(str.isdigit, base.text)):
        return part._replace(sight=Sight.NOT_READ, what="size")
    return made


def _beside(part: Part, base: Part) -> Part:
    if not is_mark(part.text):
        return part
    up = part.shift - base.shift
    if abs(up) >= _RAISED * base.size:
        return part._replace(sight=Sight.RAISED if up > 0 else Sight.LOWERED)
    share = part.size / base.size
    if share <= _SMALL or (share <= _SMALLER and part.scaled):
        return part._replace(sight=Sight.RAISED)
    if share <= _SMALLER and any(char.isdigit() for char in part.text) and base.text.strip()[-1:].isdigit():
        return part._replace(sight=Sight.NOT_READ, what="size")
    return part


def _in_order(parts: list[Part]) -> list[Part]:
    """Where text runs from right to left, a number without signs is shown as it stands; of others nobody knows."""
    from_right = [part for part in parts if part.rtl and part.sight is Sight.PLAIN and part.text.strip()]
    if not from_right or not any(char.isdigit() for part in from_right for char in part.text):
        return parts
    if _COUNT.fullmatch("".join(part.text for part in parts if part.sight is Sight.PLAIN)):
        return parts
    return [
        part._replace(sight=Sight.NOT_READ, what="order") if part in from_right else part for part in parts
    ]
