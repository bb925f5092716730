"""Reads the lines and cells that a crawler kept of a page: JSON lines, compressed with gzip (``.jsonl.gz``).

The first line is ``{"cells": 1}``. A line with a ``table`` is a cell of that table: ``at`` is its row and column from 0,
``spans`` the rows and columns that it covers (one of each where they are not given), ``text`` what it shows. Every other
line is a paragraph and has a ``text`` alone.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator

from govdisclose.document import Block, Cell, Document, Grid, Limits, Paragraph, Reader
from govdisclose.errors import DamagedDocumentError, EmptyDocumentError

__all__ = ["READER", "read", "sniff"]

_GZIP = b"\x1f\x8b"
_FIRST = b'{"cells": 1}'
_WITH_HEADER = 31  # for zlib: the format is gzip


def sniff(head: bytes) -> bool:
    """Whether the file is compressed, and its first line is ours. No more is inflated than that line."""
    if not head.startswith(_GZIP):
        return False
    try:
        return zlib.decompressobj(_WITH_HEADER).decompress(head, len(_FIRST)) == _FIRST
    except zlib.error:
        return False


def read(source: bytes, limits: Limits) -> Document:
    """Read a file. Raises ``DamagedDocumentError``, ``EmptyDocumentError`` or ``LimitError``."""
    limits.check("bytes", len(source))
    if not source:
        raise EmptyDocumentError("the file has no bytes")
    blocks: list[Block] = []
    cells: list[Cell] = []
    table = characters = positions = paragraphs = grids = 0
    for number, item in _items(_inflated(source, limits), limits):
        text = item.get("text", "")
        if not isinstance(text, str):
            raise DamagedDocumentError(f"line {number}: the text is none")
        characters += len(text)
        limits.check("characters", characters)
        own = _numbers(item, "table", [item.get("table", 0)], 1, number)[0]
        if cells and own != table:
            grids += 1
            blocks.append(_grid(cells, grids))
            cells = []
        table = own
        if table:
            cell = _cell(item, text, number)
            limits.check("rows", cell.row + cell.rowspan)
            limits.check("columns", cell.column + cell.colspan)
            positions += cell.rowspan * cell.colspan
            limits.check("cells", positions)
            cells.append(cell)
        elif text.strip():
            paragraphs += 1
            blocks.append(Paragraph(text, paragraphs))
        limits.check("blocks", len(blocks))
    if cells:
        blocks.append(_grid(cells, grids + 1))
    limits.check("cells", sum(block.rows * block.columns for block in blocks if isinstance(block, Grid)))
    if not any(block.text.strip() for block in _texts(blocks)):
        raise EmptyDocumentError("the file holds no text")
    return Document(tuple(blocks), format=READER.id)


def _inflated(source: bytes, limits: Limits) -> bytes:
    """The lines. The size that the file declares is not believed."""
    inflating = zlib.decompressobj(_WITH_HEADER)
    try:
        data = inflating.decompress(source, limits.inflated + 1)
    except zlib.error as error:
        raise DamagedDocumentError(f"the file cannot be inflated: {error}") from error
    limits.check("inflated", len(data))
    if not inflating.eof:
        raise DamagedDocumentError("the file is cut off")
    return data


def _items(data: bytes, limits: Limits) -> Iterator[tuple[int, dict[str, object]]]:
    """The objects behind the first line, each with the number of its line."""
    lines = data.split(b"\n")
    limits.check("elements", len(lines))
    if lines[0] != _FIRST:
        raise DamagedDocumentError(f"the first line is not {_FIRST.decode()}")
    for number, line in enumerate(lines[1:], 2):
        if not line:
            continue
        try:
            item = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise DamagedDocumentError(f"line {number} is no JSON: {error}") from error
        if not isinstance(item, dict):
            raise DamagedDocumentError(f"line {number} is no object")
        yield number, item


def _cell(item: dict[str, object], text: str, number: int) -> Cell:
    row, column = _numbers(item, "at", item.get("at"), 2, number)
    rowspan, colspan = _numbers(item, "spans", item.get("spans", [1, 1]), 2, number)
    if not rowspan or not colspan:
        raise DamagedDocumentError(f"line {number}: the cell spans nothing")
    return Cell(text, row, column, rowspan, colspan)


def _numbers(item: dict[str, object], name: str, found: object, count: int, number: int) -> list[int]:
    """Whole numbers from 0 on: of all that a file may say instead, none is one."""
    if not isinstance(found, list) or len(found) != count:
        raise DamagedDocumentError(f"line {number}: {name} is {item.get(name)!r:.40}")
    if not all(type(each) is int and 0 <= each < 10**9 for each in found):
        raise DamagedDocumentError(f"line {number}: {name} is {item.get(name)!r:.40}")
    return found


def _grid(cells: list[Cell], number: int) -> Grid:
    """A table. Its cells are put in reading order; two in one place are a fault of the file."""
    covered: set[tuple[int, int]] = set()
    for cell in cells:
        over = {
            (cell.row + row, cell.column + at) for row in range(cell.rowspan) for at in range(cell.colspan)
        }
        if not covered.isdisjoint(over):
            raise DamagedDocumentError(
                f"table {number}: two cells cover row {cell.row}, column {cell.column}"
            )
        covered |= over
    rows = 1 + max(row for row, _ in covered)
    columns = 1 + max(column for _, column in covered)
    return Grid(tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))), rows, columns, number)


def _texts(blocks: list[Block]) -> Iterator[Paragraph | Cell]:
    for block in blocks:
        if isinstance(block, Grid):
            yield from block.cells
        else:
            yield block


READER = Reader(
    id="cells",
    media_types=("application/x-ndjson+gzip",),
    suffixes=(".gz",),
    sniff=sniff,
    read=read,
)
"""The reader. ``pyproject.toml`` names it as an entry point."""
