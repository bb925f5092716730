"""What a person sees in a cell, from the pieces that a reader found there. One rule for all formats.

A file holds more, less and other things than its page shows: deleted digits, note marks, hidden words, pictures. A
reader says of each piece how it is seen (``Sight``), in the order in which the pieces stand; ``compose`` makes of
them the text of the cell and the facts to be told:

======================  =========================================  ================================================
pieces                  where other text is left                   where none is left
======================  =========================================  ================================================
struck out              left out, ``text-struck-out``              ``cell-struck-out``, unreadable
unseen (hidden, white)  left out, ``text-unseen``                  ``cell-unseen``, blank as it looks
covered                 left out, ``text-covered``                 ``cell-covered``, blank as it looks
watermark               left out, ``watermark-left-out``           ``cell-under-watermark``, blank as it is without
raised, gloss (mark)    left out at the end, ``mark-left-out``     ``mark-uncertain``, unreadable
not read                ``cell-not-read``, unreadable              ``cell-not-read``, ``cell-is-picture``, unreadable
======================  =========================================  ================================================

Digits on both sides of what was left out are one number only where the piece takes no room on the page; else nobody
can tell whether they are one (``number-divided``, unreadable). *Unreadable* is said to the grammar by ``UNREAD``
in the text of the cell: that is neither blank nor a part of a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from attrs import frozen

from govdisclose.findings import Finding, finding
from govdisclose.grid import UNREAD
from govdisclose.locate import Locator
from govdisclose.text import is_blank, one_line

__all__ = ["Composed", "Piece", "Sight", "compose", "compose_line"]

_LONGEST = 40
_RAISED = str.maketrans("0123456789+-()０１２３４５６７８９", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789+-()０１２３４５６７８９", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎₀₁₂₃₄₅₆₇₈₉")

_THINGS = re.compile(rf"(?<!\s)(\s*+){UNREAD}(?:\s*+{UNREAD})*+(\s*+)")
_NUMBER_ENDS = re.compile(r"\d[件条项个宗次份元]?\Z")
_NUMBER_BEGINS = re.compile(r"[-+－＋−]?\d")


class Sight(Enum):
    """How a piece of a cell is seen on the page."""

    PLAIN = auto()
    """As the text of the cell."""
    STRUCK = auto()
    """With a line through it."""
    RAISED = auto()
    """As a mark beside or over the text: raised, much smaller, a gloss."""
    LOWERED = auto()
    """As a mark below the line."""
    UNSEEN = auto()
    """Not at all: hidden, transparent, off the page, too small, in the colour of what lies behind it."""
    COVERED = auto()
    """Not at all: something is painted over it."""
    WATERMARK = auto()
    """As a watermark or a stamp of the page, which is no text of the cell."""
    NOT_READ = auto()
    """Something is seen that is no text that was read: a picture, an object, a drawing, a control."""


_LEFT_OUT = (Sight.STRUCK, Sight.UNSEEN, Sight.COVERED, Sight.WATERMARK)
_MARKS = (Sight.RAISED, Sight.LOWERED)
_KINDS = {
    Sight.STRUCK: ("text-struck-out", "cell-struck-out"),
    Sight.UNSEEN: ("text-unseen", "cell-unseen"),
    Sight.COVERED: ("text-covered", "cell-covered"),
    Sight.WATERMARK: ("watermark-left-out", "cell-under-watermark"),
}


class Piece(NamedTuple):
    """Text, or a thing, of one sight.

    ``what`` names a thing that is not read, or why text is not seen: a key of ``catalogue.TERMS``. ``room`` False:
    what is left out takes no room on the page, so that the text on both sides stands together.
    """

    text: str
    sight: Sight = Sight.PLAIN
    what: str = ""
    room: bool = True


@frozen
class Composed:
    """The text of a cell, and the kinds and facts of what is to be told of it."""

    text: str
    notes: tuple[tuple[str, dict[str, str]], ...] = ()

    def findings(self, at: Locator | None) -> list[Finding]:
        """The findings, at the place of the cell."""
        return [finding(kind, at, "", **facts) for kind, facts in self.notes]


def compose(pieces: Sequence[Piece]) -> Composed:
    """The text of one cell. Pieces of white space alone decide nothing."""
    if all(piece.sight is Sight.PLAIN for piece in pieces):
        return Composed("".join(piece.text for piece in pieces))
    plain = "".join(piece.text for piece in pieces if piece.sight is Sight.PLAIN)
    notes: list[tuple[str, dict[str, str]]] = []
    marks, marked, where = _marks(pieces, plain)
    notes += marks
    kept = [piece for piece in pieces if piece.sight not in _MARKS or where is _Where.WORDS]
    unread = marked
    blank = is_blank(plain)
    for sight, (left_kind, alone_kind) in _KINDS.items():
        gone = [piece for piece in pieces if piece.sight is sight and not is_blank(piece.text)]
        if gone:
            facts = {"text": _short("".join(piece.text for piece in gone))}
            if sight is Sight.UNSEEN:
                facts["why"] = gone[0].what or "hidden"
            seen = not blank or any(piece.sight is Sight.NOT_READ for piece in pieces)
            notes.append((left_kind if seen else alone_kind, facts))
            unread = unread or (sight is Sight.STRUCK and not seen)
    things = [piece for piece in pieces if piece.sight is Sight.NOT_READ]
    for what in dict.fromkeys(piece.what for piece in things):
        if what == "picture" and blank:
            notes.append(("cell-is-picture", {}))
        else:
            notes.append(("cell-not-read", {"what": what, "text": _short(plain)}))
    text, divided = _join(kept)
    if divided:
        notes.append(
            ("number-divided", {"text": _short(divided[0]), "before": divided[1], "after": divided[2]})
        )
    if unread and UNREAD not in text:
        text += UNREAD
    return Composed(text, tuple(notes))


def compose_line(pieces: Iterable[Piece]) -> str:
    """The text of a line outside tables: what is not seen is left out, raised digits stand as ``¹``.

    A mark stands close to what it is a mark of, whatever room is between them: apart it would be a number of its own.
    A thing that is not read stands as ``UNREAD`` beside digits, of which nobody can say that they are the whole
    number, and nowhere else; it stands close to them for the same reason.
    """
    kept: list[Piece] = []
    leads = True  # nothing is seen yet but marks
    marked = False
    for piece in pieces:
        text = piece.text
        if piece.sight in _MARKS and not is_blank(text):
            _close(kept)
            kept.append(Piece(_mark(piece).strip()))
            marked = True
        elif piece.sight is Sight.PLAIN and leads and marked:
            kept.append(Piece(text.lstrip()))
        else:
            kept.append(piece)
        leads = leads and (kept[-1].sight in _LEFT_OUT or is_blank(text) or piece.sight in _MARKS)
    text = _join(kept)[0]
    return _THINGS.sub(_thing, text) if UNREAD in text else text


def _close(kept: list[Piece]) -> None:
    """Take away the white space at the end of what is seen so far."""
    for at in range(len(kept) - 1, -1, -1):
        if kept[at].sight is Sight.NOT_READ:
            return
        if kept[at].sight not in _LEFT_OUT:
            kept[at] = kept[at]._replace(text=kept[at].text.rstrip())
            if kept[at].text:
                return


def _thing(match: re.Match[str]) -> str:
    """A thing in a line, and the white space around it."""
    line, before, after = match.string, match[1], match[2]
    left = _NUMBER_ENDS.search(line[max(match.start() - 2, 0) : match.start()]) is not None
    right = _NUMBER_BEGINS.match(line, match.end()) is not None
    if left and right and before and after:
        return UNREAD + after + UNREAD
    if left and (not before or not right):
        return UNREAD + after
    return before + (UNREAD if right else after)


class _Where(Enum):
    """What marks are to the text of their cell."""

    NONE = auto()
    END = auto()
    WORDS = auto()
    """Inside a label: they stay, since nothing says that they are none of its characters."""


def _marks(pieces: Sequence[Piece], plain: str) -> tuple[list[tuple[str, dict[str, str]]], bool, _Where]:
    """What is to be told of marks; whether the cell is unreadable for them; where they stand."""
    found = [piece for piece in pieces if piece.sight in _MARKS and not is_blank(piece.text)]
    if not found:
        return [], False, _Where.NONE
    facts = {"text": _short("".join(piece.text for piece in found)), "kept": _short(plain)}
    seen = [piece for piece in pieces if piece.sight in (Sight.PLAIN, *_MARKS) and not is_blank(piece.text)]
    first = next(at for at, piece in enumerate(seen) if piece.sight in _MARKS)
    at_end = first > 0 and all(piece.sight in _MARKS for piece in seen[first:])
    if at_end:
        return [("mark-left-out", facts)], False, _Where.END
    if not is_blank(plain) and not any(char.isdigit() for char in plain):
        return [], False, _Where.WORDS
    return [("mark-uncertain", {"text": facts["text"]})], True, _Where.NONE


def _join(pieces: Iterable[Piece]) -> tuple[str, tuple[str, str, str] | None]:
    """The text that is left, and the first place where digits stand on both sides of what was left out."""
    parts: list[str] = []
    gap = ""
    divided: tuple[str, str, str] | None = None
    for piece in pieces:
        if piece.sight in _LEFT_OUT:
            if piece.room and not is_blank(piece.text):
                gap += piece.text
        elif piece.sight is Sight.NOT_READ:
            parts.append(UNREAD)
        elif piece.text:
            before = parts[-1][-1] if parts else ""
            if gap and before.isdigit() and piece.text[0].isdigit():
                divided = divided or (gap, "".join(parts)[-20:], piece.text[:20])
                parts.append(UNREAD)
            gap = ""
            parts.append(piece.text)
    return "".join(parts), divided


def _mark(piece: Piece) -> str:
    return piece.text.translate(_RAISED if piece.sight is Sight.RAISED else _LOWERED)


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
