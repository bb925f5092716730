"""The stories of a document as markup: paragraphs, and tables from the marks that end cells and rows."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from govdisclose.readers._wordml import WordRow, table
from govdisclose.readers.doc._bytes import Work
from govdisclose.readers.doc._drawn import Drawn
from govdisclose.readers.doc._fields import marks_of
from govdisclose.readers.doc._looks import USUAL_SIZE, Look
from govdisclose.readers.doc._story import Part, Stories
from govdisclose.readers.doc._table import Row, row_of, word_row
from govdisclose.readers.doc._writing import DOUBT, Writing

__all__ = ["Flow"]


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
    """The writing of stories. ``listed``: whether a paragraph was in a list."""

    stories: Stories
    drawn: Drawn
    work: Work
    usual: int = USUAL_SIZE
    listed: bool = False
    rows: dict[bytes, Row] = field(factory=dict)
    rendered: dict[Look, str] = field(factory=dict)

    def body(self, start: int, end: int) -> list[str]:
        """The main story, and at its end the text boxes that nothing in it anchors."""
        parts = list(self.stories.parts(start, end))
        self.usual = _usual_size(parts)
        found = self._written(parts, start, end)
        writing = Writing(self, {})
        found += [f"<w:p><w:r>{writing.box(box)}</w:r></w:p>" for box in self.drawn.left]
        return found

    def story(self, start: int, end: int) -> list[str]:
        """The paragraphs and tables of another story."""
        return self._written(self.stories.parts(start, end), start, end)

    def defaults(self) -> str:
        """What styles there are: the size of most of the text."""
        size = f'<w:sz w:val="{self.usual}"/>'
        return f"<w:docDefaults><w:rPrDefault><w:rPr>{size}</w:rPr></w:rPrDefault></w:docDefaults>"

    def properties(self, look: Look) -> str:
        """The content of the ``w:rPr`` of a look."""
        found = self.rendered.get(look)
        if found is None:
            found = self.rendered[look] = look.properties(self.usual)
        return found

    def _written(self, parts: Iterable[Part], start: int, end: int) -> list[str]:
        writing = Writing(self, marks_of(self.stories.text, start, end, self.stories.is_special))
        found: list[str] = []
        opened: list[_Open] = []
        for part in parts:
            self._add(part, writing, opened, found)
        while opened:
            self._close(opened, found)
        return found

    def _add(self, part: Part, writing: Writing, opened: list[_Open], found: list[str]) -> None:
        about = part.about
        if about.list:
            self.listed = True
        if len(opened) != about.depth:
            self.work.limits.check("depth", about.depth)
            while len(opened) > about.depth:
                self._close(opened, found)
            while len(opened) < about.depth:
                opened.append(_Open())
        written = writing.paragraph(part)
        if not opened:
            found.append(written.markup)
            return
        inner = opened[-1]
        if about.ends_row:
            self._end_row(inner, part.stored, written.markup if written.seen else "", written.last)
            return
        inner.content.append(written.markup)
        inner.seen = inner.seen or written.seen or (written.last is not None and not written.last.hidden)
        if about.ends_cell or part.mark == "\x07":
            inner.cells.append("".join(inner.content))
            inner.content = []

    def _end_row(self, inner: _Open, stored: bytes, written: str, last: Look | None) -> None:
        if written:
            inner.content.append(written)
        if inner.content:
            inner.cells.append("".join(inner.content))
        row = self.rows.get(stored)
        if row is None:
            row = self.rows[stored] = row_of(self.stories.said(stored))
        self.work.take(len(inner.cells) + len(row.cells))
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


def _usual_size(parts: Iterable[Part]) -> int:
    """The size of most characters."""
    weights: dict[int, int] = {}
    for part in parts:
        for at, to, look in part.runs:
            weights[look.size] = weights.get(look.size, 0) + to - at
    return max(weights, key=lambda size: (weights[size], -size)) if weights else USUAL_SIZE
