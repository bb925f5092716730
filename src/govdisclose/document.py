"""What a reader hands over and a writer takes: paragraphs and grids in reading order."""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature
from typing import Literal, cast

from attrs import field, frozen

from govdisclose.findings import Finding
from govdisclose.grid import Cell, Grid
from govdisclose.limits import DEFAULT_LIMITS, Limits
from govdisclose.locate import Box, Locator
from govdisclose.pointer import Pointer

__all__ = [
    "DEFAULT_LIMITS",
    "Block",
    "Cell",
    "Document",
    "Grid",
    "Limits",
    "Paragraph",
    "Picture",
    "Pointer",
    "Reader",
    "Role",
    "Sniff",
    "Word",
    "Writer",
]

Role = Literal["title", "heading", "body"]
"""What a paragraph is for, so that a writer can set it: the report's title, the heading of a section, prose."""


@frozen
class Word:
    """Characters on one line of a page without a gap between them.

    ``box`` is where it stands on the page, held so that its text is upright: its height is the size of the letters.
    ``edges`` are where its characters begin, and last where it ends. ``at`` is its box on the page as shown.
    """

    text: str
    box: Box
    edges: tuple[float, ...]
    at: Box


@frozen
class Paragraph:
    """One paragraph or line of text outside a table. ``number`` counts paragraphs from 1. Never blank.

    ``words``: a reader of pages hands over the words of a line that may belong to a table that rules do not divide.

    ``role`` is for writers alone: ``draw`` sets it, a reader never does, and two paragraphs may be equal without
    it.
    """

    text: str
    number: int = 1
    line: int | None = None
    page: int | None = None
    box: Box | None = None
    role: Role | None = field(default=None, eq=False)
    words: tuple[Word, ...] = field(default=(), repr=False)

    @property
    def at(self) -> Locator:
        """The place of the paragraph."""
        return Locator(paragraph=self.number, line=self.line, page=self.page, box=self.box)


Block = Paragraph | Grid


@frozen
class Picture:
    """A picture that the file shows and that was not read.

    ``address`` is what the file calls it (the ``src`` of a web page, the part of a Word package), ``alt`` the words
    that stand for it; ``at`` is its place, as far as the format tells.
    """

    address: str
    alt: str = ""
    at: Locator = field(factory=Locator)


@frozen
class Document:
    """A file as read: its blocks in reading order, and what the reader noticed on the way.

    ``format`` is the id of the reader; ``encoding`` the one that the text was decoded with, where there was a
    choice; ``title`` what the file's own metadata call it (an HTML ``<title>``), which is not part of the text.
    ``pictures`` are those that the file shows, as far as the format names them: of web pages, Word files and
    markdown, not of PDF.

    ``pointers`` are links and frames by which a page may lead to the report, if that does not stand in it: of web
    pages alone. ``inner`` are pages that stand in a page as markup which it does not show as it is: in a script, a
    template or a text area, with what holds them.

    ``ordered``: the order of the paragraphs says which cell of a table is which, where a table is left in lines.
    A reader of pages says False: it knows the place of each word, and their order only by these.
    """

    blocks: tuple[Block, ...]
    format: str
    encoding: str | None = None
    title: str | None = None
    findings: tuple[Finding, ...] = ()
    pictures: tuple[Picture, ...] = ()
    ordered: bool = True
    pointers: tuple[Pointer, ...] = ()
    inner: tuple[tuple[str, Document], ...] = field(default=(), repr=False)

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The tables, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Grid))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs outside tables, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))


_SniffHead = Callable[[bytes], bool]
_SniffInside = Callable[[bytes, tuple[str, ...]], bool]
Sniff = _SniffHead | _SniffInside
"""Whether the first bytes of a file, and the names of what is in it, are those of a format."""


@frozen
class Reader:
    """A format that can be read.

    ``sniff(head)`` sees the first bytes (up to 64 KiB) and answers whether they look like this format; it never
    raises. One that takes two arguments, ``sniff(head, members)``, is given the names of what is in a ZIP archive or
    an OLE file as well, which the first bytes do not show; they are empty for every other file.
    ``read`` takes all bytes; it raises ``UnreadableDocumentError``, one of its kinds or ``LimitError``
    and nothing else. Readers make no judgement of what a table means.
    """

    id: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]
    sniff: Sniff
    read: Callable[[bytes, Limits], Document]
    _looks_inside: bool = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_looks_inside", _takes_two(self.sniff))

    def claims(self, head: bytes, members: tuple[str, ...] = ()) -> bool:
        """What ``sniff`` answers, whichever arguments it takes. Raises what it raises."""
        if self._looks_inside:
            return cast(_SniffInside, self.sniff)(head, members)
        return cast(_SniffHead, self.sniff)(head)


def _takes_two(sniff: object) -> bool:
    """Whether a function can be called with two arguments. What is no function is judged elsewhere."""
    try:
        signature(cast(_SniffHead, sniff)).bind(b"", ())
    except (TypeError, ValueError):
        return False
    return True


@frozen
class Writer:
    """A format that can be written: the inverse of a reader."""

    id: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]
    write: Callable[[Document], bytes]
