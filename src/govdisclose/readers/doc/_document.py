"""From the bytes of a Word 97 document to the parts of a WordprocessingML package."""

from __future__ import annotations

from collections.abc import Mapping

from govdisclose.errors import EmptyDocumentError, UnknownFormatError
from govdisclose.limits import Limits
from govdisclose.readers._wordml import MAIN, part
from govdisclose.readers.doc._bytes import Work, plc
from govdisclose.readers.doc._characters import apply
from govdisclose.readers.doc._container import streams_of
from govdisclose.readers.doc._drawn import drawn_of
from govdisclose.readers.doc._eightbit import LOST
from govdisclose.readers.doc._fib import Fib, fib_of
from govdisclose.readers.doc._flow import Flow
from govdisclose.readers.doc._fonts import fonts_of
from govdisclose.readers.doc._lists import numbering_of
from govdisclose.readers.doc._looks import Looks
from govdisclose.readers.doc._pieces import text_of
from govdisclose.readers.doc._prm import properties_of
from govdisclose.readers.doc._runs import CHARACTERS, PARAGRAPHS, spans_of
from govdisclose.readers.doc._story import Stories
from govdisclose.readers.doc._styles import sheet_of

__all__ = ["parts_of"]

_NOTES, _SECTIONS, _NOTES_AT_END = 2, 6, 46
_MANY = 20


def parts_of(source: bytes, limits: Limits) -> Mapping[str, bytes]:
    """The parts by name. Raises ``UnreadableDocumentError``, one of its kinds, or ``LimitError``."""
    work = Work(limits)
    fib = fib_of(streams_of(source, limits))
    text = text_of(fib, work)
    if not fib.counts[0]:
        raise EmptyDocumentError("the document has no text; if it shows any, that is a picture")
    _refuse_other_letters(text.characters[: fib.counts[0]])
    fonts = fonts_of(fib, work)
    sheet = sheet_of(fib, work)
    looks = Looks(sheet, lambda number: fonts[number] if number < len(fonts) else "", work)
    stories = Stories(
        text.characters,
        spans_of(fib, CHARACTERS, text, work),
        spans_of(fib, PARAGRAPHS, text, work),
        sheet,
        looks,
        fib.data,
        _places(fib, _SECTIONS, 12, work, ends=True),
        _places(fib, _NOTES, 2, work) | _places(fib, _NOTES_AT_END, 2, work),
        work,
    )
    flow = Flow(stories, drawn_of(fib, work), work)
    body = flow.body(0, fib.counts[0])
    found = {MAIN: part("document", body), "word/styles.xml": part("styles", [flow.defaults()])}
    if flow.listed:
        numbering = numbering_of(
            fib,
            lambda data: looks.of(apply({}, properties_of(data, work), {})).markup,
            work,
        )
        if numbering is not None:
            found["word/numbering.xml"] = numbering
    return found


def _places(fib: Fib, index: int, size: int, work: Work, *, ends: bool = False) -> frozenset[int]:
    """The characters that a table names: where its ranges begin, or end."""
    at, length = fib.place(index)
    return frozenset(end if ends else start for start, end, _ in plc(fib.table, at, length, size, work))


def _refuse_other_letters(text: str) -> None:
    """Refuse a text that is kept in one byte a character in another encoding than the format allows."""
    lost = text.count(LOST)
    if lost >= _MANY and 4 * lost >= sum(not char.isspace() for char in text):
        raise UnknownFormatError(
            "the text is kept in one byte a character and is not Western European; open it in the program that wrote"
            " it and save it as DOCX"
        )
