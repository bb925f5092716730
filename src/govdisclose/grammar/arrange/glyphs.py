"""The characters of a page in lines from the top, ready to be put together to labels and values.

Pages that follow each other without anything between them are one *stretch*: the lines of the second go on under
those of the first, as if no page had cut them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from attrs import define, field, frozen

from govdisclose.document import Document, Paragraph, Word
from govdisclose.locate import Box
from govdisclose.text import fold, simplify

__all__ = ["Glyph", "Stretch", "Text", "stretches_of", "union", "words_of"]

_LEVEL = 0.35  # of the size: baselines nearer are one line
_GAP = 0.4  # of the size: a wider gap ends a word
_GAP_OF_DIGITS = 0.2  # the same between two digits: 12 and 345 are not 12345
_NEXT = 1.3  # of the size: where the first line of a page is taken to stand under the last of the page before
_MOST = 40_000  # characters of one stretch: a report has a tenth of it
_DESCENT = 0.14  # of the size: from the baseline to the lower edge of a box


@define(eq=False)
class Glyph:
    """One character. ``char`` is as printed, ``folded`` as labels are compared; ``base`` goes on over pages."""

    char: str
    folded: str
    left: float
    right: float
    base: float
    size: float
    page: int
    word: Word
    paragraph: int
    line: int = 0
    place: int = 0
    used: bool = False


@frozen(eq=False)
class Stretch:
    """Lines of characters from top to bottom, each from left to right."""

    lines: tuple[tuple[Glyph, ...], ...]

    def right_of(self, glyph: Glyph) -> Glyph | None:
        """The next character on its line."""
        line = self.lines[glyph.line]
        return line[glyph.place + 1] if glyph.place + 1 < len(line) else None

    def left_of(self, glyph: Glyph) -> Glyph | None:
        """The character before it on its line."""
        return self.lines[glyph.line][glyph.place - 1] if glyph.place else None


@frozen
class Text:
    """Characters that stand together on one line and belong to no label."""

    text: str
    glyphs: tuple[Glyph, ...] = field(repr=False)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.glyphs[-1].right

    @property
    def base(self) -> float:
        """Its baseline."""
        return self.glyphs[0].base

    @property
    def size(self) -> float:
        """The size of its letters."""
        return self.glyphs[0].size


def stretches_of(document: Document, is_section: Callable[[str], bool]) -> list[Stretch]:
    """The stretches of a document whose reader handed over words.

    A paragraph without words and the heading of a section end one.
    """
    found: list[list[tuple[int, Paragraph]]] = [[]]
    for at, block in enumerate(document.blocks):
        if isinstance(block, Paragraph) and block.words and not is_section(block.text):
            found[-1].append((at, block))
        elif found[-1]:
            found.append([])
    return [stretch for lines in found if lines if (stretch := _stretch(lines)).lines]


def _stretch(paragraphs: Sequence[tuple[int, Paragraph]]) -> Stretch:
    glyphs: list[Glyph] = []
    offset = 0.0
    page: int | None = None
    for at, paragraph in paragraphs:
        own = paragraph.page or 0
        if page is not None and own != page:
            top = min(word.box[3] for _, other in paragraphs if other.page == own for word in other.words)
            last = max(glyphs, key=lambda glyph: glyph.base) if glyphs else None
            offset = last.base + _NEXT * last.size - (top - _DESCENT * _height(paragraph)) if last else 0.0
        page = own
        for word in paragraph.words:
            size = word.box[3] - word.box[1]
            base = word.box[3] - _DESCENT * size + offset
            for number, char in enumerate(word.text):
                folded = simplify(fold(char))
                if folded:
                    left, right = word.edges[number], word.edges[number + 1]
                    glyphs.append(Glyph(char, folded, left, right, base, size, own, word, at))
        if len(glyphs) > _MOST:
            return Stretch(())
    return Stretch(_lines(glyphs))


def _height(paragraph: Paragraph) -> float:
    return max(word.box[3] - word.box[1] for word in paragraph.words)


def _lines(glyphs: list[Glyph]) -> tuple[tuple[Glyph, ...], ...]:
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.base, glyph.left)):
        if lines and glyph.base - lines[-1][0].base <= _LEVEL * min(glyph.size, lines[-1][0].size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    for number, line in enumerate(lines):
        line.sort(key=lambda glyph: glyph.left)
        for place, glyph in enumerate(line):
            glyph.line, glyph.place = number, place
    return tuple(map(tuple, lines))


def words_of(stretch: Stretch) -> list[Text]:
    """What no label has used, in words from the top and from left to right."""
    found: list[Text] = []
    for line in stretch.lines:
        group: list[Glyph] = []
        for glyph in line:
            if group and (glyph.used or glyph.left - group[-1].right > _gap(group[-1], glyph) * glyph.size):
                found.append(_text(group))
                group = []
            if not glyph.used:
                group.append(glyph)
        if group:
            found.append(_text(group))
    return found


def _text(group: Sequence[Glyph]) -> Text:
    return Text("".join(glyph.char for glyph in group), tuple(group))


def _gap(one: Glyph, other: Glyph) -> float:
    if "/" in (one.folded, other.folded):
        return 0.0  # a slash stands for no number, and is no part of one
    return _GAP_OF_DIGITS if one.char.isdigit() and other.char.isdigit() else _GAP


def union(glyphs: Iterable[Glyph]) -> tuple[int, Box]:
    """The page and the box on it of characters; where a page cuts them, those on the first page."""
    some = list(glyphs)
    page = min(glyph.page for glyph in some)
    boxes = [glyph.word.at for glyph in some if glyph.page == page]
    return page, (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
