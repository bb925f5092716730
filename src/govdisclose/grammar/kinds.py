"""Telling heading rows from the others, and where the stub ends."""

from __future__ import annotations

from collections.abc import Sequence

from govdisclose.grammar.lookup import BOXHEAD, SPANNER, STUB, STUBHEAD, BandIndex
from govdisclose.grammar.row import Row
from govdisclose.text import is_blank

__all__ = ["is_heading", "is_title", "ragged_end", "stub_ends"]

_HEAD = BOXHEAD | SPANNER | STUBHEAD


def is_title(index: BandIndex, row: Row) -> bool:
    """Whether the row is only the spanner over the table, or the title of the band."""
    found = False
    for cell in row.cells:
        if not is_blank(cell.text):
            if index.roles(cell.text) & (SPANNER | STUBHEAD) != SPANNER:
                return False
            found = True
    return found


def is_heading(index: BandIndex, rows: Sequence[Row]) -> list[bool]:
    """For each row whether it names columns and no row of the stub.

    总计 is a column and a row of table 3: alone it is a heading only before the first row of the stub.
    """
    found: list[bool] = []
    roles_of = index.roles
    begun = False
    for row in rows:
        roles = [roles_of(cell.text) for cell in row.cells if cell.text]
        heads = [role for role in roles if role & _HEAD]
        stubs = any(role & STUB and not role & _HEAD for role in roles)
        only_heads = any(not role & STUB for role in heads)
        heading = bool(heads) and not stubs and (only_heads or not begun) and not _is_of_numbers(row)
        found.append(heading)
        begun = begun or (not heading and any(role & STUB for role in roles))
    return found


def _is_of_numbers(row: Row) -> bool:
    """Whether most of what a row holds are numbers: whatever its label, it names no columns."""
    filled = [cell.text for cell in row.cells if not is_blank(cell.text)]
    return 2 * sum(text.strip().isdigit() for text in filled) > len(filled)


def stub_ends(index: BandIndex, rows: Sequence[Row], headings: Sequence[bool]) -> dict[int, int]:
    """By ``id`` of the grid, the position up to which labels of the stub reach, left of the first column known."""
    if index.stub is None:
        return {}
    roles_of = index.roles
    body: dict[int, int] = {}
    ends: dict[int, int] = {}
    last: int | None = None
    width = 0
    for row, heading in zip(rows, headings, strict=True):
        key = id(row.grid)
        if heading:
            for cell in row.cells:
                if roles_of(cell.text) & _HEAD == BOXHEAD:
                    body[key] = min(body.get(key, cell.column), cell.column)
                    break
            last, width = body.get(key, last), row.grid.columns
            continue
        limit = body.get(key, last if row.grid.columns == width else None)
        for cell in row.cells:
            end = cell.column + cell.colspan
            if cell.text and roles_of(cell.text) & STUB and (limit is None or end <= limit):
                ends[key] = max(ends.get(key, 0), end)
    for key, start in body.items():
        ends.setdefault(key, start)
    return ends


def ragged_end(index: BandIndex, row: Row, columns: int) -> int:
    """Where the labels end in a row without column edges: after the last one that is known.

    A text that is no known label and no number, left of as many cells as there are ``columns``, is a label too.
    """
    last = -1
    for at, cell in enumerate(row.cells):
        if index.roles(cell.text) & STUB:
            last = at
    split = len(row.cells) - columns
    if split <= last + 1:
        return last + 1
    unknown = row.cells[last + 1 : split]
    if last < 0 or any(char.isalpha() for cell in unknown for char in cell.text):
        return split
    return last + 1
