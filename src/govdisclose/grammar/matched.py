"""What became of one copy of a table: its entries, and how its rows and columns were read."""

from __future__ import annotations

from attrs import field, frozen

from govdisclose.findings import Finding
from govdisclose.grammar.boxhead import Columns
from govdisclose.grammar.entry import Entry
from govdisclose.grammar.row import Row
from govdisclose.grammar.stubrow import StubRow
from govdisclose.grammar.table import Table

__all__ = ["BandMatch", "Matched"]


@frozen
class BandMatch:
    """How one table without bands, or one band, was read: kept for ``explain``."""

    band: Table
    prefix: str
    rows: tuple[StubRow, ...]
    headings: tuple[Row, ...]
    columns: tuple[Columns, ...]


@frozen
class Matched:
    """What became of one copy of a table.

    ``lines`` counts the declared rows and columns and the observed ones that are none of them; ``misfits``
    those of these that were not matched. Together they say how well the table fits.
    """

    table: Table
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    bands: tuple[BandMatch, ...] = ()
    lines: int = 1
    misfits: int = field(default=1)
