"""What stands outside ruled tables as words with their places, for tables that rules do not divide.

A thing that is not read, as a picture in the size of a digit, is a word of its own: U+FFFC where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from govdisclose.document import Word
from govdisclose.grid import UNREAD
from govdisclose.readers.pdf._flow import Sheet
from govdisclose.readers.pdf._lines import Line
from govdisclose.readers.pdf._page import ASCENT, DESCENT, UNKNOWN
from govdisclose.readers.pdf._seen import SHOWS
from govdisclose.readers.pdf._thing import Reach, Thing
from govdisclose.readers.pdf._words import is_value, to_words

__all__ = ["unread_words", "words_of"]

_CUT = 0.6  # of the size: what is cut off ends so near the edge
_HIGHEST = 3.0  # of the size: what is higher stands in no single row
_LEAST = 2.0  # points: smaller things are dots
_CAP = 0.36  # of the size: from the middle of a digit down to its baseline
_MOST = 1_000  # things of one page: more are a drawing


def words_of(line: Line, sheet: Sheet, unread: Mapping[int, Sequence[Word]]) -> tuple[Word, ...]:
    """The words of a line, each with its place on the page as shown; ``unread`` by the ``id`` of a line.

    Where text is cut off, a number that ends at the edge of all that is seen may go on behind it.
    """
    page = sheet.page
    words = [*(evolve(word, at=page.place(word.box)) for word in to_words(line)), *unread.get(id(line), ())]
    words.sort(key=lambda word: word.edges[0])
    if page.hidden or sheet.hidden:
        seen = [run for run in page.runs if run.sight in SHOWS]
        left = min(run.edges[0] for run in seen) + _CUT * line.size
        right = max(run.edges[-1] for run in seen) - _CUT * line.size
        words = [
            evolve(word, text=word.text + UNKNOWN, edges=(*word.edges, word.edges[-1]))
            if is_value(word) and (word.edges[-1] > right or word.edges[0] < left)
            else word
            for word in words
        ]
    return tuple(words)


def unread_words(sheet: Sheet, lines: Sequence[Line]) -> dict[int, list[Word]]:
    """Words for the things of a page that stand outside its ruled tables, by the ``id`` of the nearest line."""
    found: dict[int, list[Word]] = {}
    things = [thing for thing in sheet.page.things if _may_be_text(thing)]
    if not lines or len(things) > _MOST:
        return found
    boxes = [table.lattice.box for table in sheet.tables]
    for thing in things:
        x0, y0, x1, y1 = thing.box
        middle = (y0 + y1) / 2
        if any(left <= x0 and x1 <= right and top <= middle <= bottom for left, top, right, bottom in boxes):
            continue
        line = min(lines, key=lambda line: abs((line.box[1] + line.box[3]) / 2 - middle))
        if y1 - y0 > _HIGHEST * line.size or _surrounds(thing, line):
            continue
        base = middle + _CAP * line.size
        box = (x0, base - ASCENT * line.size, max(x1, x0 + 1), base + DESCENT * line.size)
        word = Word(UNREAD, box, (box[0], box[2]), sheet.page.place(thing.box))
        found.setdefault(id(line), []).append(word)
    return found


def _may_be_text(thing: Thing) -> bool:
    left, top, right, bottom = thing.box
    return thing.reach is not Reach.RING and not thing.straight and min(right - left, bottom - top) >= _LEAST


def _surrounds(thing: Thing, line: Line) -> bool:
    """Whether a drawn form goes round text of the line, as a box to be ticked does, or lies behind it."""
    if thing.reach is not Reach.SHAPE or not thing.closed:
        return False
    left, _, right, _ = thing.box
    return any(left <= run.edges[0] and run.edges[-1] <= right for run in line.runs)
