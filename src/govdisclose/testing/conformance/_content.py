"""Laws of content: a reader loses no text, no span and no place, and invents none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from govdisclose.document import Document, Paragraph, Reader
from govdisclose.grid import Cell, Grid
from govdisclose.limits import DEFAULT_LIMITS
from govdisclose.testing.conformance._files import documents
from govdisclose.testing.conformance._law import Law
from govdisclose.text import is_blank

__all__ = ["content_laws"]


def content_laws(
    reader: Reader, write: Callable[[Document], bytes], samples: Sequence[bytes], *, spans: bool
) -> Iterator[Law]:
    """What must hold of the documents that a reader makes."""

    def written() -> Iterator[tuple[Document, Document]]:
        return ((document, _read(reader, write(document))) for document in documents())

    def read() -> Iterator[Document]:
        return (_read(reader, source) for source in (*map(write, documents()), *samples))

    yield Law("every text is read, in order, and no other", lambda: _texts(written()))
    if spans:
        yield Law("every cell keeps its column and its spans", lambda: _spans(written()))
    yield Law("every place is there once, and counted", lambda: _places(reader, read()))
    yield Law("the same bytes give the same document", lambda: _same(reader, write))


def _read(reader: Reader, source: bytes) -> Document:
    return reader.read(source, DEFAULT_LIMITS)


def _plain(text: str) -> str:
    return "".join(text.split())


def _printed(document: Document) -> list[str]:
    texts = [
        text
        for block in document.blocks
        for text in ([block.text] if isinstance(block, Paragraph) else [cell.text for cell in block.cells])
    ]
    return [_plain(text) for text in texts if not is_blank(text)]


def _texts(pairs: Iterator[tuple[Document, Document]]) -> Iterator[str]:
    for number, (before, after) in enumerate(pairs, 1):
        for at, (left, right) in enumerate(zip_longest(_printed(before), _printed(after)), 1):
            if left != right:
                yield f"document {number}, text {at}: written {_short(left)}, read {_short(right)}"
                break


def _short(text: str | None) -> str:
    return "nothing" if text is None else repr(text if len(text) < 40 else text[:39] + "…")


class _Cell(NamedTuple):
    """A cell with a text. ``down`` is how many rows it stands under the one before."""

    down: int
    text: str
    column: int
    rowspan: int
    colspan: int


def _shape(grid: Grid) -> list[_Cell]:
    cells = [cell for cell in grid.cells if not is_blank(cell.text)]
    rows = [cell.row for cell in cells]
    downs = [row - above for row, above in zip(rows, [*rows[:1], *rows], strict=False)]
    return [
        _Cell(down, _plain(cell.text), cell.column, cell.rowspan, cell.colspan)
        for down, cell in zip(downs, cells, strict=True)
    ]


def _spans(pairs: Iterator[tuple[Document, Document]]) -> Iterator[str]:
    """Tables may be read as one, with the paragraphs between them as rows; then each is a part of it."""
    for number, (before, after) in enumerate(pairs, 1):
        read = [_shape(grid) for grid in after.grids]
        for grid in before.grids:
            shape = _shape(grid)
            if any(_holds(other, shape) for other in read):
                continue
            every = {cell[1:] for other in read for cell in other}
            odd = next((cell for cell in shape if cell[1:] not in every), None)
            where = f"document {number}, table {grid.number}"
            if odd is None:
                yield f"{where}: its cells are read in other rows, or in another order"
            else:
                yield (
                    f"{where}: {_short(odd.text)} in column {odd.column + 1} over {odd.rowspan} rows and "
                    f"{odd.colspan} columns is not read so"
                )


def _holds(whole: Sequence[_Cell], part: Sequence[_Cell]) -> bool:
    """Whether the cells stand together in the whole. How far the first is under others does not count."""
    return any(
        [cell[1:] for cell in whole[at : at + 1]] == [cell[1:] for cell in part[:1]]
        and whole[at + 1 : at + len(part)] == part[1:]
        for at in range(len(whole) - len(part) + 1)
    )


def _places(reader: Reader, read: Iterator[Document]) -> Iterator[str]:
    for number, document in enumerate(read, 1):
        where = f"document {number}"
        if document.format != reader.id:
            yield f"{where}: its format is {document.format!r}, expected {reader.id!r}"
        for found, name in ((document.paragraphs, "paragraphs"), (document.grids, "tables")):
            numbers = [block.number for block in found]
            if numbers != [*range(1, len(found) + 1)]:
                yield f"{where}: its {name} are counted {numbers[:12]}"
        for paragraph in document.paragraphs:
            if is_blank(paragraph.text) or paragraph.role is not None:
                yield f"{where}: paragraph {paragraph.number} is blank or has a role"
        for grid in document.grids:
            yield from (f"{where}, table {grid.number}: {line}" for line in _faults(grid))


def _faults(grid: Grid) -> Iterator[str]:
    taken: dict[tuple[int, int], Cell] = {}
    if [(cell.row, cell.column) for cell in grid.cells] != sorted((c.row, c.column) for c in grid.cells):
        yield "its cells are not in reading order"
    for cell in grid.cells:
        here = f"the cell in row {cell.row + 1}, column {cell.column + 1}"
        if cell.rowspan < 1 or cell.colspan < 1 or cell.row + cell.rowspan > grid.rows:
            yield f"{here} ends outside"
        if cell.column + cell.colspan > grid.columns:
            yield f"{here} ends outside"
        for row in range(cell.row, cell.row + cell.rowspan):
            for column in range(cell.column, cell.column + cell.colspan):
                if taken.setdefault((row, column), cell) is not cell:
                    yield f"{here} covers another one"
    if grid.ragged and any((cell.rowspan, cell.colspan) != (1, 1) for cell in grid.cells):
        yield "it is ragged and has spans"


def _same(reader: Reader, write: Callable[[Document], bytes]) -> Iterator[str]:
    for number, document in enumerate(documents(), 1):
        source = write(document)
        if _read(reader, source) != _read(reader, source):
            yield f"document {number} is read in two ways"
