"""What is read of one cell of a Word 97 document: the second of a row, beside 规章."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from doc_writer import Cell, Files, Par, doc, par, row

from govdisclose.document import DEFAULT_LIMITS, Document
from govdisclose.grid import Grid
from govdisclose.readers.doc import READER

__all__ = ["UNREAD", "cell", "grids", "kinds", "lines", "read", "texts"]

UNREAD = "\ufffc"


def read(paragraphs: Iterable[Par], files: Files | None = None) -> Document:
    return READER.read(doc([*paragraphs, par()], files), DEFAULT_LIMITS)


def grids(paragraphs: Iterable[Par], files: Files | None = None) -> list[Grid]:
    return [block for block in read(paragraphs, files).blocks if isinstance(block, Grid)]


def texts(paragraphs: Iterable[Par], files: Files | None = None) -> list[str | None]:
    """The cells of the first table."""
    return [one.text for one in grids(paragraphs, files)[0].cells]


def lines(paragraphs: Iterable[Par], files: Files | None = None) -> list[str]:
    """The paragraphs outside tables."""
    return [block.text for block in read(paragraphs, files).blocks if not isinstance(block, Grid)]


def cell(
    *content: Par, files: Files | None = None, more: bytes = b"", before: Sequence[Par] = ()
) -> str | None:
    """The text of the cell."""
    return texts([*before, *row("规章", Cell(content), more=more)], files)[1]


def kinds(*content: Par, files: Files | None = None) -> list[str]:
    """The findings."""
    return [item.kind for item in read(row("规章", Cell(content)), files).findings]
