"""What is written down of a paragraph while it is read: text with its look, and what is no text."""

from __future__ import annotations

from attrs import field, mutable
from lxml import etree

from govdisclose.readers.docx._fields import without_result
from govdisclose.readers.docx._looks import PLAIN, Look, Part, look, whole
from govdisclose.readers.docx._properties import read_run
from govdisclose.readers.docx._symbols import symbol
from govdisclose.readers.docx._things import Box
from govdisclose.readers.docx._walk import Raw, Walk
from govdisclose.readers.docx._xml import W
from govdisclose.shown import Piece, Sight
from govdisclose.text import is_blank

__all__ = ["Pen", "add_symbol", "add_thing", "look_of", "note_look", "shown_by", "write"]

_RPR, _VAL = W + "rPr", W + "val"
_OUT_OF_SIGHT = (Sight.UNSEEN, Sight.COVERED)


@mutable
class Pen:
    """What was read of a paragraph so far, and how its runs look but for their own properties."""

    parts: Raw
    boxes: list[Box]
    style: str = ""
    line: dict[str, str] = field(factory=dict)
    bare: Look | None = None


def look_of(run: etree._Element, walk: Walk, pen: Pen) -> Look:
    """How a run is seen."""
    if not walk.looks:
        return PLAIN
    own = run.find(_RPR)
    if own is None and pen.bare is not None:
        return pen.bare
    style = own.find(W + "rStyle") if own is not None else None
    name = style.get(_VAL, "") if style is not None else ""
    found = walk.sheets.sheet.run(pen.style, name, walk.around.properties) | pen.line | read_run(own)
    seen = look(found, walk.around)
    if own is None:
        pen.bare = seen
    return seen


def add_thing(what: str, walk: Walk, pen: Pen, seen: Look | None) -> None:
    """Something that is not read, unless the run is hidden or it stands in the code of a field."""
    if walk.fields is not None and walk.fields.in_code:
        return
    if seen is None or seen.sight not in _OUT_OF_SIGHT or seen.what != "hidden":
        pen.parts.append(Piece("", Sight.NOT_READ, what))


def write(text: str | None, pen: Pen, seen: Look) -> None:
    if text:
        pen.parts.append(text if seen is PLAIN else Part(text, seen))


def add_symbol(element: etree._Element, walk: Walk, pen: Pen, seen: Look) -> None:
    code = element.get(W + "char", "")
    known = (
        len(code) <= 6 and code.isascii() and code.isalnum() and not code.lower().strip("0123456789abcdef")
    )
    drawn = symbol(element.get(W + "font", ""), int(code, 16)) if known and code else None
    if drawn is not None:
        # Its own font is named; that of the run says nothing.
        write(drawn, pen, seen._replace(sight=Sight.PLAIN) if seen.what == "symbol" else seen)
    else:
        add_thing("symbol", walk, pen, seen)


def note_look(element: etree._Element, run: etree._Element, walk: Walk, pen: Pen, seen: Look) -> Look:
    """The mark of a note. One that Word counts is no text here if it is raised, as nearly all are.

    One that it does not raise stands beside a number as if it were a part of it. A mark of the author's own is the
    rest of the run.
    """
    if element.get(W + "customMarkFollows") in ("1", "true", "on"):
        return seen._replace(sight=Sight.RAISED) if seen.sight is Sight.PLAIN else seen
    if seen.sight is Sight.PLAIN and not seen.position:
        style = run.find(f"{_RPR}/{W}rStyle")
        # A style that the file names and does not hold is the program's own for such marks, which raises them.
        if style is None or ("character", style.get(_VAL, "")) in walk.sheets.sheet.own:
            add_thing("annotation", walk, pen, seen)
    return seen


def shown_by(code: str, begin: etree._Element | None, kept: Raw, seen: Look, *, nested: bool = False) -> Raw:
    """What a field shows that keeps no result, or one that is not believed; it looks as the run that begins it."""
    drawn = without_result(code, begin, nested=nested)
    if seen.sight is Sight.UNSEEN and seen.what == "hidden":
        drawn = [piece for piece in drawn if piece.sight is not Sight.NOT_READ]
    if all(piece.sight is Sight.PLAIN for piece in drawn) and seen is not PLAIN:
        named = seen.what == "symbol" and code.split(None, 1)[0].lower() == "symbol"
        look = seen._replace(sight=Sight.PLAIN, what="") if named else seen
        return [Part(piece.text, look) for piece in drawn]
    if any(piece.sight is Sight.NOT_READ for piece in drawn) and not is_blank(whole(kept)):
        return [*kept, *drawn]
    return [*drawn]
