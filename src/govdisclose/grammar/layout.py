"""A form as a whole: its tables, sections and titles. A layout is data; nobody subclasses it."""

from __future__ import annotations

import attrs
from attrs import frozen

from govdisclose.errors import DeclarationError
from govdisclose.grammar.lexicon import Lexicon
from govdisclose.grammar.section import Section
from govdisclose.grammar.table import Table

__all__ = ["GRAMMAR_VERSION", "Layout"]

GRAMMAR_VERSION = 1
"""The version of the declarations. A layout made for another one is refused."""


@frozen(cache_hash=True)
class Layout:
    """One form. ``id`` names it (``cn-2021``), ``source`` is the notice that prescribes it.

    ``titles`` are the phrases that end a report's title. ``base`` is the id of the layout that this one was
    derived from, if any. ``lexicon`` are the words by which prose names its entries; without it prose is not compared.
    """

    id: str
    title: str
    source: str
    tables: tuple[Table, ...]
    sections: tuple[Section, ...] = ()
    titles: tuple[str, ...] = ()
    base: str | None = None
    grammar_version: int = GRAMMAR_VERSION
    lexicon: Lexicon | None = None

    def __attrs_post_init__(self) -> None:
        if not self.tables:
            raise DeclarationError(f"{self.id}: a layout needs at least one table")
        keys = [table.key for table in self.tables]
        for key in keys:
            if keys.count(key) > 1:
                raise DeclarationError(f"{self.id}: the table {key!r} stands twice")

    def table(self, key: str) -> Table:
        """The table of that key. Raises ``DeclarationError`` naming those that there are."""
        for table in self.tables:
            if table.key == key:
                return table
        keys = ", ".join(table.key for table in self.tables)
        raise DeclarationError(f"{self.id} has no table {key!r}: {keys}")

    def derive(self, id: str, title: str, source: str, *tables: Table, **changes: object) -> Layout:
        """A variant: the same form with some tables put in place of those of the same key, and fields changed."""
        new = {table.key: table for table in tables}
        for key in new:
            self.table(key)
        changed = tuple(new.get(table.key, table) for table in self.tables)
        made = attrs.evolve(self, id=id, title=title, source=source, tables=changed, base=self.id)
        return attrs.evolve(made, **changes)  # type: ignore[arg-type]

    @property
    def asked(self) -> int:
        """How many entries the form asks for."""
        return sum(1 for table in self.tables for _ in table.cells())
