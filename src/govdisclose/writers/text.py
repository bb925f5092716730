"""Plain text in each of the shapes that the text reader knows, and in the one that it cannot tell apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from govdisclose.document import Document, Paragraph, Writer
from govdisclose.grid import Cell, Grid

__all__ = ["WRITER", "Shape", "write"]

Shape = Literal["cells", "lines", "tabs", "pipes"]

_LINE_BREAK = re.compile("[\r\n\f\u2028\u2029]")
_PIPES = re.compile("[|│┃║｜]")


def write(document: Document, *, shape: Shape = "cells", encoding: str = "utf-8") -> bytes:
    r"""Write a document as text.

    ``cells``
        each cell on a line led by a tab, a blank line after each row and another after the table, as exports
        of word processors have it. Down a merged cell stands one empty cell a row, whatever its width.
        Columns are lost.
    ``lines``
        each cell on a line, a blank line after it. Empty cells, rows and columns are lost.
    ``tabs``, ``pipes``
        each row on a line, every position of the grid in it; the text of a merged cell stands in its first.

    The reader gives back the paragraphs and the rows of ``cells``, but for what the shape cannot hold: a tab,
    white space at the edge of a line, or a blank line in a text; a table of one cell a row (its cells come
    back as paragraphs); a lone row of very long or very many cells.

    Raises ``ValueError`` for a text that the encoding does not hold.
    """
    if shape not in _TABLES:
        raise ValueError(f"shape is {shape!r}, expected one of {', '.join(_TABLES)}")
    out: list[str] = []
    for block in document.blocks:
        if isinstance(block, Grid):
            out.extend(_TABLES[shape](block))
            continue
        # Two lines with pipes would be a table if they stood together.
        if _PIPES.search(block.text):
            out.append("\n")
        out.append(_paragraph(block, shape))
    return "".join(out).encode(encoding)


def _paragraph(paragraph: Paragraph, shape: Shape) -> str:
    return _lines(paragraph.text) + ("\n\n" if shape == "lines" else "\n")


def _cells(grid: Grid) -> Iterator[str]:
    for row in range(grid.rows):
        cells = grid.row(row)
        for cell in cells:
            yield f"\t{_lines(cell.text) if cell.row == row else ''}\n"
        if cells:
            yield "\n"
    yield "\n"


def _one_a_line(grid: Grid) -> Iterator[str]:
    for cell in grid.cells:
        text = _lines(cell.text)
        if text:
            yield f"{text}\n\n"


def _tabs(grid: Grid) -> Iterator[str]:
    for row in _positions(grid):
        yield "\t".join(row) + "\n"
    yield "\n\n"


def _pipes(grid: Grid) -> Iterator[str]:
    for row in _positions(grid):
        yield "| " + " | ".join(text.replace("|", "\\|") for text in row) + " |\n"
    yield "\n"


_TABLES: Mapping[Shape, Callable[[Grid], Iterator[str]]] = MappingProxyType(
    {"cells": _cells, "lines": _one_a_line, "tabs": _tabs, "pipes": _pipes}
)


def _positions(grid: Grid) -> Iterator[list[str]]:
    """The texts of each row, one a position; empty where a cell goes on and where there is none."""
    for row in range(grid.rows):
        yield [
            _one_line(cell) if cell is not None and (cell.row, cell.column) == (row, column) else ""
            for column, cell in enumerate(grid.line(row))
        ]


def _one_line(cell: Cell) -> str:
    return " ".join(_lines(cell.text).split("\n"))


def _lines(text: str) -> str:
    """The text without tabs and blank lines, which would end a cell or a row."""
    lines = _LINE_BREAK.split(text.replace("\t", " "))
    return "\n".join(line for line in lines if line and not line.isspace())


WRITER = Writer(id="text", media_types=("text/plain",), suffixes=(".txt",), write=write)
