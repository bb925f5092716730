"""The stories of a document in their order, as markup: paragraphs, and tables from the marks that end cells and rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from govdisclose.errors import DamagedDocumentError
from govdisclose.readers._wordml import WordRow, table
from govdisclose.readers.doc._bytes import Work, u16
from govdisclose.readers.doc._drawn import Drawn
from govdisclose.readers.doc._fields import marks_of
from govdisclose.readers.doc._looks import USUAL_SIZE, Look, Looks
from govdisclose.readers.doc._paragraphs import Paragraph, apply_lines, paragraph_of
from govdisclose.readers.doc._pieces import Text
from govdisclose.readers.doc._prm import properties_of
from govdisclose.readers.doc._runs import Runs
from govdisclose.readers.doc._styles import Sheet
from govdisclose.readers.doc._table import row_of, word_row
from govdisclose.readers.doc._writing import DOUBT, Writing

__all__ = ["Flow"]

_ENDS = re.compile("[\r\x07\x0c]")
_STYLE = 0x4600
_TABLE = 5  # the group of properties that are those of tables


@define
class _Open:
    """A table whose end has not come: its rows, the cells of the last one, and the last of these."""

    rows: list[WordRow] = field(factory=list)
    cells: list[str] = field(factory=list)
    content: list[str] = field(factory=list)
    seen: bool = False

    def finish(self) -> str:
        """The table; what stands in no whole row follows it, since it is seen."""
        return table(self.rows) + "".join(self.cells) + "".join(self.content)


@define
class Flow:
    """All that is known of a document, and the writing of its stories."""

    text: Text
    characters: Runs
    paragraphs: Runs
    sheet: Sheet
    looks: Looks
    data: bytes
    sections: frozenset[int]
    notes: frozenset[int]
    drawn: Drawn
    work: Work
    usual: int = USUAL_SIZE
    listed: bool = False
    known: dict[tuple[bytes, bytes], tuple[Paragraph, int, bytes]] = field(factory=dict)

    def body(self, start: int, end: int) -> list[str]:
        """The main story, and at its end the text boxes that nothing in it anchors."""
        self.usual = self._usual_size(start, end)
        found = self.story(start, end)
        writing = Writing(self, {})
        found += [f"<w:p><w:r>{writing.box(box)}</w:r></w:p>" for box in self.drawn.left]
        return found

    def defaults(self) -> str:
        """What styles there are: the size of most of the text."""
        return f'<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="{self.usual}"/></w:rPr></w:rPrDefault></w:docDefaults>'

    def story(self, start: int, end: int) -> list[str]:
        """The paragraphs and tables of a story."""
        characters = self.text.characters
        writing = Writing(self, marks_of(characters, start, end, self._is_special))
        found: list[str] = []
        opened: list[_Open] = []
        begin = start
        for mark in _ENDS.finditer(characters, start, end):
            if mark[0] == "\x0c" and mark.end() not in self.sections:
                continue
            self._add(begin, mark.end(), mark[0], writing, opened, found)
            begin = mark.end()
        if begin < end:
            self._add(begin, end, "", writing, opened, found)
        while opened:
            self._close(opened, found)
        return found

    def runs(self, start: int, end: int, style: int) -> Iterator[tuple[int, int, Look]]:
        """The runs between two characters of a paragraph, each with its look."""
        at = start
        while at < end:
            piece = self.text.piece_at(at)
            place = piece.place + (at - piece.start) * piece.width
            known = self.characters.at(place)
            if (
                known is None and self.text.characters[at] not in "\r\x07"
            ):  # of a mark alone nothing need be known
                raise DamagedDocumentError("properties of a part of the text are missing")
            last, properties = known or (place, b"")
            self.work.take()
            to = min(end, piece.end, at + max((last - place + piece.width - 1) // piece.width, 1))
            yield at, to, self.looks.look(style, properties, piece.properties)
            at = to

    def paragraph(self, at: int) -> tuple[Paragraph, int, bytes]:
        """The properties of a paragraph by its last character, its style, and its properties as they stand there."""
        piece = self.text.piece_at(at)
        last = self.paragraphs.at(piece.place + (at - piece.start) * piece.width)
        if last is None:
            raise DamagedDocumentError("properties of a paragraph are missing")
        found = last[1]
        key = found, piece.properties
        known = self.known.get(key)
        if known is None:
            own = list(properties_of(found[2:], self.work, self.data))
            own += properties_of(piece.properties, self.work)
            style = u16(found, 0)
            for code, operand in own:
                if code == _STYLE:
                    style = u16(operand, 0)
            lines = apply_lines(dict(self.sheet.paragraph(style).lines), own)
            known = self.known[key] = (paragraph_of(lines), style, found)
        return known

    def _usual_size(self, start: int, end: int) -> int:
        """The size of most characters."""
        weights: dict[int, int] = {}
        begin = start
        for mark in _ENDS.finditer(self.text.characters, start, end):
            style = self.paragraph(mark.start())[1]
            for at, to, look in self.runs(begin, mark.end(), style):
                weights[look.size] = weights.get(look.size, 0) + to - at
            begin = mark.end()
        return max(weights, key=lambda size: (weights[size], -size)) if weights else USUAL_SIZE

    def _is_special(self, at: int) -> bool:
        piece = self.text.piece_at(at)
        known = self.characters.at(piece.place + (at - piece.start) * piece.width)
        return known is not None and self.looks.look(0, known[1], piece.properties).special

    def _add(
        self, start: int, end: int, mark: str, writing: Writing, opened: list[_Open], found: list[str]
    ) -> None:
        self.work.take()
        paragraph, style, properties = self.paragraph(end - 1)
        self.work.limits.check("depth", paragraph.depth)
        while len(opened) > paragraph.depth:
            self._close(opened, found)
        while len(opened) < paragraph.depth:
            opened.append(_Open())
        written = writing.paragraph(start, end - len(mark), end, paragraph, style)
        self.listed = self.listed or paragraph.list > 0
        if not opened:
            found.append(written.markup)
            return
        inner = opened[-1]
        if paragraph.ends_row:
            self._end_row(inner, properties, written.markup if written.seen else "", written.last)
            return
        inner.content.append(written.markup)
        inner.seen = inner.seen or written.seen or (written.last is not None and not written.last.hidden)
        if paragraph.ends_cell or mark == "\x07":
            inner.cells.append("".join(inner.content))
            inner.content = []

    def _end_row(self, inner: _Open, properties: bytes, written: str, last: Look | None) -> None:
        if written:
            inner.content.append(written)
        if inner.content:
            inner.cells.append("".join(inner.content))
        self.work.take(len(inner.cells))
        own = properties_of(properties[2:], self.work, self.data)
        row = row_of((code, operand) for code, operand in own if code >> 10 & 7 == _TABLE)
        self.work.take(len(row.cells))
        said = ""
        if last is not None and last.deleted:
            said = "<w:del/>"
        elif last is not None and last.hidden and not inner.seen:
            said = "<w:hidden/>"
        inner.rows.append(word_row(row, inner.cells, said, DOUBT))
        inner.cells, inner.content, inner.seen = [], [], False

    def _close(self, opened: list[_Open], found: list[str]) -> None:
        markup = opened.pop().finish()
        (opened[-1].content if opened else found).append(markup)
