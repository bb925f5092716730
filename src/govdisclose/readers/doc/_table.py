"""The rows of tables: where their cells begin and end, which are merged, what they are painted with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import define, evolve, field, mutable

from govdisclose.readers._wordml import WordCell, WordRow
from govdisclose.readers.doc._bytes import i16, u16
from govdisclose.readers.doc._colours import ground, ground_of_index

__all__ = ["Row", "row_of", "word_row"]

_DEFINED, _INSERTED, _REMOVED, _WIDTH, _JOINED, _SPLIT = 0xD608, 0x7621, 0x5622, 0x7623, 0x5624, 0x5625
_MERGED_DOWN, _HEIGHT = 0xD62B, 0x9407
_GROUNDS = {0xD612: 0, 0xD616: 22, 0xD60C: 44}
_GROUNDS_INDEXED, _GROUND, _GROUND_INDEXED = 0xD609, 0xD62D, 0x7627
_KNOWN = frozenset(
    (
        *(_DEFINED, _INSERTED, _REMOVED, _WIDTH, _JOINED, _SPLIT, _MERGED_DOWN, _HEIGHT),
        *(*_GROUNDS, _GROUNDS_INDEXED, _GROUND, _GROUND_INDEXED),
    )
)
_MOST = 255
_LEAST = 6
"""Twips: a cell that is said to be narrower is made so wide, since text in it is seen."""


@mutable
class _Cell:
    """``across`` and ``down``: how it is merged, as the file says it; ``ground`` its ``w:shd``."""

    width: int = 0
    across: int = 0
    down: int = 0
    ground: str = ""


@define
class Row:
    """``known`` is false where the file does not say where the cells of the row stand."""

    left: int = 0
    cells: list[_Cell] = field(factory=list)
    height: int = 0
    known: bool = False


def row_of(properties: Iterable[tuple[int, bytes]]) -> Row:
    """What the properties of the end of a row say."""
    row = Row()
    for code, operand in properties:
        if code not in _KNOWN:
            continue
        if code == _DEFINED:
            _define(row, operand)
        elif code == _HEIGHT:
            row.height = -i16(operand, 0) if i16(operand, 0) < 0 else 0
        elif code == _MERGED_DOWN and len(operand) >= 2:
            for cell in row.cells[operand[0] : operand[0] + 1]:
                cell.down = operand[1] & 3
        elif code == _INSERTED:
            count = min(operand[1], _MOST - len(row.cells))
            row.cells[operand[0] : operand[0]] = [_Cell(max(i16(operand, 2), 0)) for _ in range(count)]
        elif code == _REMOVED:
            del row.cells[operand[0] : operand[1]]
        elif code == _WIDTH:
            for cell in row.cells[operand[0] : operand[1]]:
                cell.width = max(i16(operand, 2), 0)
        elif code == _JOINED:
            for cell in row.cells[operand[0] + 1 : operand[1]]:
                cell.across = 2
            for cell in row.cells[operand[0] : operand[0] + 1]:
                cell.across = 1
        elif code == _SPLIT:
            for cell in row.cells[operand[0] : operand[1]]:
                cell.across = 0
        elif code in _GROUNDS:
            _paint(row, _GROUNDS[code], [ground(operand[at : at + 10]) for at in range(0, len(operand), 10)])
        elif code == _GROUNDS_INDEXED:
            _paint(row, 0, [ground_of_index(u16(operand, at)) for at in range(0, len(operand) - 1, 2)])
        elif code == _GROUND:
            for cell in row.cells[operand[0] : operand[1]]:
                cell.ground = ground(operand[2:])
        elif code == _GROUND_INDEXED:
            for cell in row.cells[operand[0] : operand[1]]:
                cell.ground = ground_of_index(u16(operand, 2))
    return row


def _define(row: Row, operand: bytes) -> None:
    count = operand[0] if operand else 0
    first = 1 + 2 * (count + 1)
    if not count or first > len(operand):
        return
    edges = [i16(operand, 1 + 2 * index) for index in range(count + 1)]
    flags = [u16(operand, first + 20 * index) for index in range(count)]
    row.left, row.known = edges[0], True
    row.cells = [
        _Cell(max(edges[index + 1] - edges[index], 0), flags[index] & 3, flags[index] >> 5 & 3)
        for index in range(count)
    ]


def _paint(row: Row, first: int, grounds: Sequence[str]) -> None:
    for cell, painted in zip(row.cells[first:], grounds, strict=False):
        cell.ground = painted


def word_row(row: Row, contents: Sequence[str], properties: str, doubt: str) -> WordRow:
    """The row with what its cells hold. ``doubt`` is added to the cells where the counts of the file do not agree."""
    defined = row.cells if row.known else []
    height = f'<w:trHeight w:val="{row.height}" w:hRule="exact"/>' if row.height else ""
    doubt = "" if len(defined) == len(contents) else doubt
    found: list[WordCell] = []
    left = row.left
    first = 0  # what the flag of the first of the cells is that are merged across; 0: none are
    for index in range(max(len(defined), len(contents))):
        cell = defined[index] if index < len(defined) else _Cell(1000)
        content = contents[index] if index < len(contents) else ""
        right = left + (max(cell.width, _LEAST) if "<w:r>" in content else cell.width)
        if cell.across and first and (cell.across & 2) != (first & 2):
            found[-1] = evolve(found[-1], right=right)
        else:
            first = cell.across
            merge = "restart" if cell.down & 2 else "continue"
            found.append(
                WordCell(
                    left,
                    right,
                    content + doubt,
                    merge if cell.down else None,  # type: ignore[arg-type]
                    cell.ground,
                )
            )
        left = right
    return WordRow(found, height + properties)
