"""Things among the words of a table that rules do not divide: each stands as a word that was not read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import evolve

from govdisclose.document import Word
from govdisclose.grid import UNREAD
from govdisclose.limits import Limits
from govdisclose.readers.pdf._lines import Line
from govdisclose.readers.pdf._page import ASCENT, DESCENT, UNKNOWN, Page
from govdisclose.readers.pdf._seen import SHOWS
from govdisclose.readers.pdf._thing import Reach, Thing
from govdisclose.readers.pdf._words import is_value, to_words

__all__ = ["Beside"]

_CUT = 0.6  # of the size: what is cut off ends so near the edge
_DOT, _FLAT = 0.35, 0.3  # of the size: smaller, flatter forms are no characters
_WIDEST, _HIGHEST = 2.6, 1.8  # of the size: nor are larger ones
_STRIP = 2.5  # of the size: a picture no higher may be a line of text
_WIDE = 8.0  # of the size: a wider one lies behind a whole row
_TINY = 2.0  # points: a picture no larger holds a place and shows nothing
_STRIKES = (0.12, 0.62)  # of the size over the baseline: a line there goes through the text
_MOST_AT_ONCE = 16  # comparisons that cost as much as an element


class Beside:
    """What is seen on one page among its lines."""

    def __init__(self, page: Page, limits: Limits) -> None:
        self.page = page
        self.limits = limits
        self.things = sorted(
            (thing for thing in page.things if thing.reach not in (Reach.RING, Reach.BLOCK)), key=_middle
        )
        self.middles = [*map(_middle, self.things)]
        self.spent = 0
        seen = [run for run in page.runs if run.sight in SHOWS]
        cut = page.hidden or any(run.why == "clipped" for run in page.runs)
        self.ends = (
            (min(run.edges[0] for run in seen), max(run.edges[-1] for run in seen)) if cut and seen else None
        )

    def words(self, line: Line) -> tuple[Word, ...]:
        """The words of a line, each with its place on the page as shown, and the things among them.

        Where text is cut off, a number that ends at the edge of all that is seen may go on behind it.
        """
        words = to_words(line)
        if self.ends is not None:
            words = [self._ending(word, line.size) for word in words]
        if self.things:
            words += self._things(line, words)
        return tuple(evolve(word, at=self.page.place(word.box)) for word in words)

    def _ending(self, word: Word, size: float) -> Word:
        left, right = self.ends or (0.0, 0.0)
        if is_value(word) and (word.edges[-1] > right - _CUT * size or word.edges[0] < left + _CUT * size):
            return evolve(word, text=word.text + UNKNOWN, edges=(*word.edges, word.edges[-1]))
        return word

    def _things(self, line: Line, words: Sequence[Word]) -> list[Word]:
        size, base = line.size, line.base
        top, bottom = base - ASCENT * size, base + DESCENT * size
        first, last = bisect_left(self.middles, top), bisect_right(self.middles, bottom)
        self.spent += (last - first) * len(words)
        self.limits.check("elements", self.spent // _MOST_AT_ONCE, "the things among lines")
        found: list[Word] = []
        for thing in self.things[first:last]:
            if _counts(thing, line, words):
                left, right = thing.box[0], thing.box[2]
                box = (left, top, right, bottom)
                found.append(Word(UNREAD, box, (left, right), box))
        return found


def _middle(thing: Thing) -> float:
    return (thing.box[1] + thing.box[3]) / 2


def _counts(thing: Thing, line: Line, words: Sequence[Word]) -> bool:
    """Whether a thing may be a part of what stands in the row."""
    left, top, right, bottom = thing.box
    wide, high, size = right - left, bottom - top, line.size
    over = [word for word in words if word.edges[0] < right and left < word.edges[-1]]
    if thing.reach is Reach.WITHIN:
        behind = any(left <= word.edges[0] and word.edges[-1] <= right for word in over)
        return min(wide, high) > _TINY and high <= _STRIP * size and wide <= _WIDE * size and not behind
    if thing.reach is Reach.SHAPE:
        if max(wide, high) < _DOT * size or high < _FLAT * size:
            return False
        if wide > _WIDEST * size or high > _HIGHEST * size:
            return False
        surrounds = any(left <= word.edges[0] and word.edges[-1] <= right for word in over)
        return not (thing.closed and surrounds)
    if thing.reach is Reach.LINE:
        low, most = _STRIKES
        return bool(over) and line.base - most * size <= (top + bottom) / 2 <= line.base - low * size
    return True
