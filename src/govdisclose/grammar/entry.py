"""What was observed: one number (or what stands in its place) under one row path and one column path."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from attrs import frozen

from govdisclose.grammar.values import State
from govdisclose.locate import Locator

__all__ = ["Entry", "Scope", "State", "entry_path"]


@frozen
class Entry:
    """One entry of a form's table.

    ``row`` and ``column`` are key paths (``results/refused/state_secret``, ``legal_person/other``); a row path
    of a stack begins with the key of its band, and is empty in a table without stub. ``value`` is there only
    when ``state`` is ``number``. ``unit`` is what is printed with the number or in its heading, or None when
    neither says. ``raw`` is the cell's text as printed, ``at`` its place; both are empty when it is missing.
    """

    table: str
    row: str
    column: str
    value: int | Decimal | None
    unit: str | None
    state: State
    raw: str
    at: Locator | None

    @property
    def path(self) -> str:
        """Table, row and column as findings give them: ``requests:received:total``."""
        return entry_path(self.table, self.row, self.column)


def entry_path(table: str, row: str = "", column: str = "") -> str:
    """The path of an entry, a row or a column, as it stands in findings."""
    return f"{table}:{row}:{column}" if column else f"{table}:{row}" if row else table


class Scope(NamedTuple):
    """The table, or the band of a stack, that a path is in. ``prefix`` is empty or the band's key with a slash."""

    table: str
    prefix: str

    @property
    def path(self) -> str:
        """The path of the table or band: ``requests``, ``disclosure:fees``."""
        return entry_path(self.table, self.prefix.rstrip("/"))

    def column(self, column: str) -> str:
        """The path of a column, over all rows: ``requests::total``, ``disclosure:fees:amount``."""
        return f"{self.table}:{self.prefix.rstrip('/')}:{column}"
