"""Which glyphs are drawn for the characters of a text, as far as the file tells, and whether that can be true.

A ``CGTransform`` names the glyphs of a font by number, and the characters beside it say what to search for: they can
say something else than what is drawn. Fonts draw a digit by one glyph and no other character by that one; where a
document says otherwise, nobody knows which of its digits are drawn.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from govdisclose.errors import DamagedDocumentError
from govdisclose.readers.ofd._values import child_of, whole
from govdisclose.readers.pdf._work import Work

__all__ = ["Glyphs", "clusters"]

_LARGEST = 65_535
_BREAKS = frozenset("\r\n\t")


class Glyphs:
    """The glyphs of the digits of all fonts. ``doubtful``: fonts and digits that an earlier look found in doubt."""

    def __init__(self, doubtful: frozenset[tuple[str, str]] = frozenset()) -> None:
        self.doubtful = doubtful
        self.found: set[tuple[str, str]] = set()
        self._glyphs: dict[tuple[str, str], int] = {}
        self._chars: dict[tuple[str, int], str] = {}

    def note(self, font: str, char: str, glyph: int) -> None:
        """A character is drawn by a glyph."""
        other = self._chars.setdefault((font, glyph), char)
        if char.isdigit() and (not glyph or self._glyphs.setdefault((font, char), glyph) != glyph):
            self.found.add((font, char))
        if other != char:
            self.found |= {(font, one) for one in (char, other) if one.isdigit()}


def clusters(
    text: str, transforms: Sequence[etree._Element], font: str, glyphs: Glyphs, work: Work
) -> tuple[list[str], bool]:
    """What is drawn at each place of a text, and whether that is sure: several characters may be one glyph.

    Breaks of lines are none. Raises ``DamagedDocumentError`` for a transform without its numbers.
    """
    places = list(text)
    inner = text.strip("\r\n\t")
    sure = _BREAKS.isdisjoint(inner)
    for transform in transforms:
        first = whole(transform.get("CodePosition") or "0", "a CodePosition")
        codes = whole(transform.get("CodeCount") or "1", "a CodeCount")
        count = whole(transform.get("GlyphCount") or "1", "a GlyphCount")
        listed = child_of(transform, "Glyphs")
        numbers = ((listed.text if listed is not None else None) or "").split()
        work.spend(1 + len(numbers) // 4)
        if first + codes > len(text):
            sure = False
        elif codes == count == len(numbers):
            for char, number in zip(text[first : first + codes], numbers, strict=True):
                glyph = whole(number, "a glyph")
                if glyph > _LARGEST:
                    raise DamagedDocumentError(f"a glyph of the OFD has the number {number[:20]}")
                glyphs.note(font, char, glyph)
        else:
            # several characters drawn as one, or one as several: places are counted in more than one way
            sure = False
            if codes and count == 1:
                places[first : first + codes] = [text[first : first + codes], *[""] * (codes - 1)]
    return [place for place in places if place and place not in _BREAKS], sure
