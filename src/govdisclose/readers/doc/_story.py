"""A story of the document as its paragraphs, each with its properties and its runs of equal characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from attrs import define, field

from govdisclose.errors import DamagedDocumentError
from govdisclose.readers.doc._bytes import Work, u16
from govdisclose.readers.doc._looks import Look, Looks
from govdisclose.readers.doc._paragraphs import Paragraph, apply_lines, paragraph_of
from govdisclose.readers.doc._prm import properties_of
from govdisclose.readers.doc._runs import Spans
from govdisclose.readers.doc._styles import Sheet

__all__ = ["Part", "Stories"]

_ENDS = re.compile("[\r\x07\x0c]")
_MARKS = "\r\x07"
_STYLE = 0x4600

Run = tuple[int, int, Look]
"""Where a run begins and ends, and its look."""


class Part(NamedTuple):
    """A paragraph: where it begins, where its text ends, and behind that its mark, if it has one.

    ``stored`` is what the file says of it.
    """

    start: int
    end: int
    mark: str
    about: Paragraph
    stored: bytes
    runs: list[Run]


@define
class Stories:
    """All that is needed to part a story.

    ``sections`` are the characters behind which a section begins, ``notes`` those that are marks of notes.
    """

    text: str
    characters: Spans
    paragraphs: Spans
    sheet: Sheet
    looks: Looks
    data: bytes
    sections: frozenset[int]
    notes: frozenset[int]
    work: Work
    known: dict[tuple[bytes, bytes], tuple[Paragraph, int]] = field(factory=dict)
    parsed: dict[bytes, list[tuple[int, bytes]]] = field(factory=dict)

    def parts(self, start: int, end: int) -> Iterator[Part]:
        """The paragraphs of a story."""
        begin = start
        for mark in _ENDS.finditer(self.text, start, end):
            at = mark.end()
            if mark[0] != "\x0c" or at in self.sections:
                yield self._part(begin, at - 1, mark[0])
                begin = at
        if begin < end:
            yield self._part(begin, end, "")

    def is_special(self, at: int) -> bool:
        """Whether a character stands for something else."""
        known = self.characters.at(at)
        return known is not None and self.looks.look(0, *known).special

    def said(self, stored: bytes) -> list[tuple[int, bytes]]:
        """The properties that the file holds of a paragraph, behind the number of its style."""
        found = self.parsed.get(stored)
        if found is None:
            found = self.parsed[stored] = properties_of(stored[2:], self.work, self.data)
        return found

    def _part(self, start: int, end: int, mark: str) -> Part:
        self.work.take()
        whole = end + len(mark)
        stored = self.paragraphs.at(whole - 1)
        if stored is None:
            raise DamagedDocumentError("properties of a paragraph are missing")
        known = self.known.get(stored)
        if known is None:
            known = self.known[stored] = self._about(*stored)
        return Part(start, end, mark, known[0], stored[0], self._runs(start, whole, known[1]))

    def _about(self, stored: bytes, of_piece: bytes) -> tuple[Paragraph, int]:
        """The properties of a paragraph and the number of its style."""
        own = self.said(stored)
        if of_piece:
            own = [*own, *properties_of(of_piece, self.work)]
        style = u16(stored, 0)
        for code, operand in own:
            if code == _STYLE:
                style = u16(operand, 0)
        return paragraph_of(apply_lines(dict(self.sheet.paragraph(style).lines), own)), style

    def _runs(self, start: int, end: int, style: int) -> list[Run]:
        """The runs between two characters, those that look the same as one; a note begins one of its own."""
        found: list[Run] = []
        ends, values = self.characters.ends, self.characters.values
        index = self.characters.index(start)
        at = start
        look: Look | None = None
        while at < end:
            value = values[index] if index < len(values) else None
            to = min(ends[index] if index < len(ends) else end, end)
            if value is None:
                if self.text[at] not in _MARKS:  # of a mark alone nothing need be known
                    raise DamagedDocumentError("properties of a part of the text are missing")
                value = b"", b""
            before, look = look, self.looks.look(style, *value)
            if before is look and at not in self.notes:
                found[-1] = found[-1][0], to, look
            else:
                found.append((at, to, look))
            at = to
            index += 1
        return found
