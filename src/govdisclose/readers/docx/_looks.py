"""How a run is seen: from its effective properties and the ground that it stands on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from attrs import field, frozen

from govdisclose.readers.docx._colour import AUTO, PAPER, is_near
from govdisclose.readers.docx._properties import AS_COLOUR, Properties
from govdisclose.readers.docx._styles import UNSURE
from govdisclose.shown import Piece, Sight
from govdisclose.text import is_blank

__all__ = ["DELETED", "ON_PAPER", "PLAIN", "Around", "Look", "Part", "look", "settle", "whole"]

LEAST_SIZE = 4
"""Half-points. Smaller letters, under 2 points, are dots that nobody reads; the smallest that forms print are 5."""

_LEAST_SCALE = 20
_MEASURE = re.compile(r"(-?[0-9]{1,6}(?:\.[0-9]{1,3})?)(pt|%)?")
_USUAL_SIZE = 20
_SMALL = (3, 4)
"""Digits of at most this share of the size of what stands beside them are a mark: programs make raised marks at
58 to 66 in 100, and hands take 7 or 8 points beside 10.5. A digit at nine tenths is one that was pasted."""
_LONGEST_MARK = 3
_NUDGE = 8
"""Text raised by more than an eighth of its size is a mark; less is a nudge that sets a line straight."""
_MARK_SIGNS = frozenset("*＊※†‡#①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳注:：[]［］()（）")


DELETED = "deleted"
"""Of text that was deleted with tracked changes: nothing shows it but the view of all changes, which strikes it out."""
_WEB = "web"
"""Hidden in the view as a web page, and in all views by some programs. The page numbers of a table of contents are."""


class Look(NamedTuple):
    """How the text of a run is seen. ``size`` and ``position`` are in half-points; ``turns`` for right-to-left."""

    sight: Sight = Sight.PLAIN
    what: str = ""
    room: bool = True
    size: int = 0
    position: int = 0
    turns: bool = False


PLAIN = Look()


class Part(NamedTuple):
    """Text with its look."""

    text: str
    look: Look


@frozen
class Around:
    """What the table says of the text of a cell: its ground (None: not known), and properties of its style."""

    ground: str | None = ""
    properties: Properties = field(factory=dict)
    clipped: bool = False


ON_PAPER = Around()


def look(found: Properties, around: Around) -> Look:
    """The look of a run with these effective properties, those of its paragraph included."""
    size = _number(found.get("size"), _USUAL_SIZE)
    sight, what = _sight(found, around, size)
    room = not (sight is Sight.UNSEEN and what == "hidden")
    position = _number(found.get("position"), 0)
    return Look(sight, what, room, size, position, found.get("rtl") == "1")


def _sight(found: Properties, around: Around, size: int) -> tuple[Sight, str]:
    if found.get("vanish") == "1":
        return Sight.UNSEEN, "hidden"
    # Of these, programs differ in what they show: a mark of paragraphs, given to a run; styles that cancel each
    # other out; lines and rows that are lower than their text.
    unsure = UNSURE in (found.get("vanish"), found.get("strike"))
    if unsure or found.get("specVanish") == "1" or around.clipped or found.get("clipped") == "1":
        return Sight.NOT_READ, "style"
    if size < LEAST_SIZE or _number(found.get("scale"), 100) < _LEAST_SCALE:
        return Sight.UNSEEN, "small"
    fill = found.get("fill", AS_COLOUR)
    if fill in ("none", ""):
        return (Sight.UNSEEN, "transparent") if fill else (Sight.NOT_READ, "style")
    letters = found.get("colour", AUTO) if fill == AS_COLOUR else fill
    ground = _ground(found, around)
    if ground is not None and is_near(letters, ground):
        return Sight.UNSEEN, "colour"
    if found.get("strike") == "1" or found.get("dstrike") == "1":
        return Sight.STRUCK, ""
    if found.get("symbols") == "1":
        return Sight.NOT_READ, "symbol"
    # Two lines in the place of one, or letters set one over the other. (Spacing is in twentieths of a point.)
    if found.get("combined") == "1" or -_number(found.get("spacing"), 0) > size * 4:
        return Sight.NOT_READ, "style"
    raised = {"superscript": Sight.RAISED, "subscript": Sight.LOWERED}.get(found.get("vertAlign", ""))
    return raised or Sight.PLAIN, _WEB if found.get("webHidden") == "1" else ""


def _ground(found: Properties, around: Around) -> str | None:
    """What lies directly behind a run; None: not known."""
    for name in ("highlight", "shading", "ground"):
        if found.get(name):
            return found[name]
    return around.ground if around.ground is None else around.ground or PAPER


def settle(parts: Sequence[str | Part | Piece], *, in_cell: bool) -> list[Piece]:
    """The pieces of a paragraph: what is raised or small is so beside the rest of it.

    In a cell the largest letters tell what is small, those of what was struck out or deleted as well: a small digit that
    is left of them was a mark. In a line only digits beside it do: in a title or in prose a year may be set smaller than
    the words around it.
    """
    plain = [
        part
        for part in parts
        if isinstance(part, Part) and part.look.sight is Sight.PLAIN and not is_blank(part.text)
    ]
    weights: dict[int, int] = {}
    for part in plain:
        weights[part.look.position] = weights.get(part.look.position, 0) + len(part.text)
    level = max(weights, key=lambda position: (weights[position], -position)) if weights else 0
    largest = max((part.look.size for part in parts if isinstance(part, Part) and _has_size(part)), default=0)
    beside = {} if in_cell else _beside(parts)
    turned = any(part.look.turns for part in plain)
    sure = turned and all(part.look.turns and part.text.strip().isdigit() for part in plain)
    pieces: list[Piece] = []
    for item in parts:
        if isinstance(item, Piece):
            pieces.append(item)
            continue
        if isinstance(item, str):
            pieces.append(Piece(item))
            continue
        text, seen = item
        sight, what = seen.sight, seen.what
        if sight is Sight.PLAIN and not is_blank(text):
            off = seen.position - level
            if what == _WEB and in_cell:
                sight, what = Sight.NOT_READ, "style"
            elif abs(off) * _NUDGE > seen.size:
                sight = Sight.RAISED if off > 0 else Sight.LOWERED
            elif seen.size * _SMALL[1] <= (largest if in_cell else beside.get(id(item), 0)) * _SMALL[
                0
            ] and _may_be_mark(text):
                sight = Sight.RAISED
            elif seen.turns and not sure and any(char.isdigit() for char in text):
                sight, what = Sight.NOT_READ, "order"
        pieces.append(_piece(text, sight, what, room=seen.room))
    return pieces


def _has_size(part: Part) -> bool:
    """Whether a part of a cell was set in the size of its text."""
    sight, what = part.look.sight, part.look.what
    return not is_blank(part.text) and (sight in (Sight.PLAIN, Sight.STRUCK) or what == DELETED)


def _beside(parts: Sequence[str | Part | Piece]) -> dict[int, int]:
    """For the parts of a line that stand at digits of another, by their ``id``, how large those are."""
    seen = [
        part
        for part in parts
        if isinstance(part, Part) and part.look.sight is Sight.PLAIN and not is_blank(part.text)
    ]
    found: dict[int, int] = {}
    for one, other in pairwise(seen):
        if one.text.rstrip()[-1].isdigit():
            found[id(other)] = one.look.size
        if other.text.lstrip()[0].isdigit():
            found[id(one)] = max(found.get(id(one), 0), other.look.size)
    return found


def _piece(text: str, sight: Sight, what: str, *, room: bool) -> Piece:
    if sight is Sight.NOT_READ:
        return Piece("" if not is_blank(text) else text, Sight.PLAIN if is_blank(text) else sight, what)
    return Piece(text, sight, what, room)


def _may_be_mark(text: str) -> bool:
    kept = text.strip()
    return len(kept) <= _LONGEST_MARK and all(char.isdigit() or char in _MARK_SIGNS for char in kept)


def whole(parts: Sequence[str | Part | Piece]) -> str:
    """All text of the parts that is seen, of things none."""
    seen = (Sight.PLAIN, Sight.RAISED, Sight.LOWERED)
    return "".join(
        part
        if isinstance(part, str)
        else part.text
        if (part.look.sight if isinstance(part, Part) else part.sight) in seen
        else ""
        for part in parts
    )


def _number(text: str | None, fallback: int) -> int:
    """A number of half-points or of the like, also where a "strict" file gives points, as 10.5pt."""
    found = _MEASURE.fullmatch(text or "")
    if found is None:
        return fallback
    return round(float(found[1]) * 2) if found[2] == "pt" else int(float(found[1]))
