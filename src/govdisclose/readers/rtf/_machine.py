"""The state of a reading: groups that inherit, the text that is being written, and the ways to write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from attrs import field, frozen, mutable

from govdisclose.limits import Limits
from govdisclose.readers._wordml import escape, text
from govdisclose.readers.rtf._codecs import SYMBOLS, Decoder, joined
from govdisclose.readers.rtf._depths import List
from govdisclose.readers.rtf._marks import CHARACTER, PARAGRAPH, Marks
from govdisclose.readers.rtf._rows import Definition
from govdisclose.readers.rtf._runs import Looks
from govdisclose.readers.rtf._sheet import Font, Sheet
from govdisclose.readers.rtf._story import Story

__all__ = ["Field", "Machine", "Place", "Shape", "State", "characters_say", "paragraphs_say"]

Handler = Callable[["Machine", int | None], None]
_NEWLINES = str.maketrans("", "", "\r\n\0")
_SHARE = 4
"""Tokens of RTF that count as one element: a file says with ten words what an element of other markup says."""


def characters_say(_: Machine, __: int | None) -> None:
    """In place of a handler: the word is one of ``CHARACTER``, which the reading looks up itself."""


def paragraphs_say(_: Machine, __: int | None) -> None:
    """In place of a handler: the word is one of ``PARAGRAPH``."""


@frozen(eq=False)
class Place:
    """Where the file stands: what control words mean there, and what is done with text (None: passed over).

    ``spell`` is what is done with a character that is named by its number in Unicode.
    """

    words: Mapping[str, Handler]
    write: Callable[[Machine, str], None] | None = None
    spell: Callable[[Machine, int], None] | None = None


@mutable
class Field:
    """A field: where the mark of its beginning stands, and its code so far."""

    runs: list[str]
    at: int
    outer: bool
    look: str
    code: str = ""
    divided: bool = False
    list_: str = ""


@mutable
class Shape:
    """A drawing: its sides in twips, its properties by name, and the markup of the text in it."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0
    named: str = ""
    said: dict[str, str] = field(factory=dict)
    picture: bool = False
    boxes: list[str] = field(factory=list)


class State:
    """What a group may change and its end takes back. ``close`` is done at the end of this group alone."""

    __slots__ = (
        "character",
        "close",
        "code",
        "field",
        "font",
        "outer",
        "paragraph",
        "place",
        "shape",
        "skip",
        "within",
    )

    def __init__(self, place: Place) -> None:
        self.place = place
        self.outer = place
        self.character = self.paragraph = 0
        self.skip = 1
        self.code = False
        self.close: Callable[[Machine], None] | None = None
        self.field: Field | None = None
        self.shape: Shape | None = None
        self.font: Font | None = None
        self.within = False

    def inner(self) -> State:
        """The state of a group that begins here."""
        made = State.__new__(State)
        made.place, made.outer = self.place, self.outer
        made.character, made.paragraph, made.skip = self.character, self.paragraph, self.skip
        made.code, made.field, made.shape, made.font = self.code, self.field, self.shape, self.font
        made.within = self.within
        made.close = None
        return made


@mutable
class Machine:
    """One reading of a file."""

    source: str
    limits: Limits
    state: State
    sheet: Sheet = field(factory=Sheet)
    stack: list[State] = field(factory=list)
    characters: Marks = field(factory=lambda: Marks(CHARACTER))
    paragraphs: Marks = field(factory=lambda: Marks(PARAGRAPH))
    decoder: Decoder = field(factory=Decoder)
    definition: Definition = field(factory=Definition)
    looks: Looks = field(init=False)
    story: Story = field(init=False)
    skips: bool = False
    counted: bool = False
    lists: list[List] = field(factory=list)
    pictures: int = 0
    made: int = 0
    written: int = 0
    size: int = 0
    colour: dict[str, int] = field(factory=dict)
    _key: tuple[int, int, bool] = (0, 0, False)
    _pending: list[str] = field(factory=list)
    _pages: dict[int, str] = field(factory=dict)
    share: ClassVar[int] = _SHARE

    def __attrs_post_init__(self) -> None:
        self.looks = Looks(self.sheet, self.characters, self.paragraphs, self.counted)
        self.story = Story(self.sheet, self.limits)

    # --- groups

    def open(self) -> None:
        """A group begins."""
        self.stack.append(self.state)
        if len(self.stack) > self.limits.depth:
            self.limits.check("depth", len(self.stack))
        self.state = self.state.inner()

    def close(self) -> None:
        """A group ends."""
        closing = self.state.close
        if closing is not None:
            self.state.close = None
            closing(self)
        self.state = self.stack.pop()

    # --- text

    def page(self) -> str:
        """The code page of bytes that come now, empty for that of the file."""
        number = self.state.character
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self.sheet.page_of(self.characters.sets[number])
        return page

    def decode(self, raw: str) -> str:
        """The text of what stands in the file, of which each character is a byte."""
        if "\n" in raw or "\r" in raw or "\0" in raw:
            raw = raw.translate(_NEWLINES)
        if raw.isascii() and not self.decoder.holds:
            return raw
        page = self.page()
        return self.decoder.decode(raw, "" if page == SYMBOLS else page)

    def write_raw(self, raw: str) -> None:
        """Write bytes of the file."""
        if not self.state.code and self.page() == SYMBOLS:
            for char in raw.translate(_NEWLINES):
                self.write_symbol(ord(char))
            return
        decoded = self.decode(raw)
        if decoded:
            self.write(decoded)

    def write_symbol(self, code: int) -> None:
        """Write a character of a font of symbols."""
        if code <= 0x20:
            self.write(" ")
            return
        name = self.sheet.font(self.characters.sets[self.state.character]).name
        code = code if code > 0xFF else 0xF000 + code
        self.add(f'<w:sym w:font="{escape(name[:64])}" w:char="{code:04X}"/>')

    def write_character(self, code: int) -> None:
        r"""Write what ``\u`` names."""
        self.end_bytes()
        if not self.state.code and (0xF000 <= code <= 0xF0FF or (code < 0x100 and self.page() == SYMBOLS)):
            self.write_symbol(code)
        else:
            self.write(chr(code))

    def replaces(self, number: int | None) -> None:
        """So many characters stand in for each one of Unicode."""
        self.state.skip = 1 if number is None else max(number, 0)

    def write(self, value: str) -> None:
        """Write text, as the state says that it looks."""
        state = self.state
        key = (state.character, state.paragraph, state.code)
        if key != self._key:
            self.flush()
            self._key = key
        self._pending.append(value)
        self.written += len(value)
        if self.written > self.limits.characters:
            self.limits.check("characters", self.written)
        if state.code and state.field is not None:
            state.field.code += value[: 64 - len(state.field.code)]

    def flush(self) -> None:
        """Put what was written into a run."""
        if not self._pending:
            return
        value = joined("".join(self._pending))
        self._pending.clear()
        character, paragraph, code = self._key
        look = self.looks.run(character, paragraph)
        if code:
            self._put(f'<w:r>{look}<w:instrText xml:space="preserve">{escape(value)}</w:instrText></w:r>')
        elif self.characters.sets[character].get("deleted"):
            self._put(
                f'<w:del><w:r>{look}<w:delText xml:space="preserve">{escape(value)}</w:delText></w:r></w:del>'
            )
        else:
            self._put(f"<w:r>{look}{text(value)}</w:r>")

    def add(self, markup: str) -> None:
        """Put a thing into a run of its own, with the look of the state."""
        self.end_bytes()
        self.flush()
        run = f"<w:r>{self.look()}{markup}</w:r>"
        if self.characters.sets[self.state.character].get("deleted"):
            run = f"<w:del>{run}</w:del>"
        self._put(run)

    def end_bytes(self) -> None:
        """A character whose second byte has not come does not come any more."""
        lost = self.decoder.end()
        if lost:
            self.write(lost)

    def look(self) -> str:
        """The ``w:rPr`` of the state."""
        return self.looks.run(self.state.character, self.state.paragraph)

    def put(self, markup: str) -> None:
        """Put markup into the paragraph."""
        self.flush()
        self._put(markup)

    def _put(self, markup: str) -> None:
        self.story.runs.append(markup)
        self.size += len(markup)
        if self.size > self.limits.inflated:
            self.limits.check("inflated", self.size)
        self.count(markup.count("<") - markup.count("</"))

    def count(self, elements: int) -> None:
        """Count elements of what is written."""
        self.made += elements
        if self.made > self.limits.elements:
            self.limits.check("elements", self.made)

    # --- paragraphs

    def level(self) -> int:
        """The level of the table that the paragraph at hand is in."""
        said = self.paragraphs.sets[self.state.paragraph]
        return max(said.get("nest", 1), 1) if said.get("table") else max(said.get("nest", 0), 0)

    def end_paragraph(self, level: int | None = None) -> None:
        """The paragraph at hand ends, in a table of a level that is given, or as it says itself.

        It is the last one of its text where 0 is given.
        """
        self.end_bytes()
        self.flush()
        properties = self.looks.line(self.state.paragraph)
        deleted = level is None and bool(self.characters.sets[self.state.character].get("deleted"))
        if deleted:
            properties += "<w:rPr><w:del/></w:rPr>"
        self.count(2)
        self.story.end_paragraph(
            properties, self.level() if level is None else level, always=deleted, ends=level == 0
        )
