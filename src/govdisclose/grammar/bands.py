"""Dividing the rows of a stack among its bands.

A band begins at its title (``第二十条第（五）项``), or at a heading row where the title is not there; then the labels
of its rows tell which it is. Two bands may have the same columns, so the columns alone never tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govdisclose.grammar.lookup import BOXHEAD, SPANNER, STUB, STUBHEAD, band_index, vocabulary
from govdisclose.grammar.row import Row
from govdisclose.grammar.table import Table
from govdisclose.text import is_blank

__all__ = ["BandRows", "split_bands"]


class _Chunk:
    """Rows from one beginning to the next. ``band`` is the number of the band, as far as it is known."""

    def __init__(self, band: int | None, *, titled: bool) -> None:
        self.band = band
        self.titled = titled
        self.has_lines = False
        self.rows: list[Row] = []


class BandRows(NamedTuple):
    """The rows of one band; ``titled``: its title stands over the first of them."""

    prefix: str
    band: Table
    rows: Sequence[Row]
    titled: bool


def split_bands(table: Table, rows: Sequence[Row]) -> tuple[list[BandRows], list[Row]]:
    """Every band with its rows, in the order of the form, and the rows that belong to none."""
    indexes = [band_index(band) for band in table.bands]
    chunks: list[_Chunk] = []
    may_have = vocabulary((table,)).may_have
    for row in rows:
        title, heads, stubs = None, False, []
        known = [cell.text for cell in row.cells if may_have(cell.text)]
        for number, index in enumerate(indexes):
            for text in known:
                roles = index.roles(text)
                if roles & SPANNER:
                    title = number
                elif roles & (BOXHEAD | STUBHEAD):
                    heads = True
                elif roles & STUB:
                    stubs.append(number)
        current = chunks[-1] if chunks else None
        if title is not None and not _spans_more(row):
            chunks.append(_Chunk(title, titled=True))
        elif (
            current is None
            or (heads and not stubs and current.has_lines)
            or (stubs and not current.titled and current.band is not None and current.band not in stubs)
        ):
            chunks.append(_Chunk(None, titled=False))
        chunk = chunks[-1]
        chunk.rows.append(row)
        if stubs:
            chunk.has_lines = True
            if chunk.band is None and len(set(stubs)) == 1:
                chunk.band = stubs[0]
        elif not heads and title is None and any(not is_blank(cell.text) for cell in row.cells):
            chunk.has_lines = True
    parts: list[BandRows] = []
    for number, band in enumerate(table.bands):
        own = [chunk for chunk in chunks if chunk.band == number]
        inner = [row for chunk in own for row in chunk.rows]
        parts.append(BandRows(f"{band.key}/", band, inner, not own or own[0].titled))
    stray = [row for chunk in chunks if chunk.band is None for row in chunk.rows]
    return parts, stray


def _spans_more(row: Row) -> bool:
    """A title beside other labels is no title row."""
    return len({cell.text for cell in row.cells if not is_blank(cell.text)}) > 1
