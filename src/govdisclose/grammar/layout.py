"""A form as a whole: its tables, sections and titles. A layout is data; nobody subclasses it."""

from __future__ import annotations

import attrs
from attrs import frozen

from govdisclose.declared import Complaints, given, near
from govdisclose.errors import DeclarationError
from govdisclose.grammar.lexicon import Lexicon
from govdisclose.grammar.section import Section
from govdisclose.grammar.table import Table
from govdisclose.text import label as split_label

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
        said = Complaints()
        if said.expect("a layout", "id", self.id, str, "a name such as cn-2021"):
            self._check(said)
        said.raise_if_any()

    def _check(self, said: Complaints) -> None:
        said.expect(self.id, "title", self.title, str, "the name of the form")
        said.expect(self.id, "source", self.source, str, "the notice that prescribes it")
        if said.each(self.id, "tables", self.tables, Table, "a Table"):
            if not self.tables:
                said.say(self.id, "a layout needs at least one table")
            said.once(self.id, "table", [table.key for table in self.tables])
        if said.each(self.id, "sections", self.sections, Section, "a Section"):
            said.once(self.id, "section", [section.key for section in self.sections])
            self._check_sections(said)
        if said.wordings(self.id, "titles", self.titles):
            for title in self.titles:
                if not title.strip():
                    said.say(self.id, f"the title {title!r} is blank")
        if self.lexicon is not None:
            said.expect(self.id, "lexicon", self.lexicon, Lexicon, "a Lexicon")
        said.expect(self.id, "grammar_version", self.grammar_version, int, f"{GRAMMAR_VERSION}")

    def _check_sections(self, said: Complaints) -> None:
        """A heading in a report must name one section."""
        owners: dict[str, str] = {}
        for section in self.sections:
            for name in (section.label, *section.aliases):
                core = split_label(name).core
                owner = owners.setdefault(core, section.key)
                if owner != section.key:
                    said.say(
                        self.id,
                        f"the heading {name!r} of the section {section.key!r} is that of {owner!r} too",
                    )

    def table(self, key: str) -> Table:
        """The table of that key. Raises ``DeclarationError`` naming those that there are."""
        for table in self.tables:
            if table.key == key:
                return table
        keys = ", ".join(table.key for table in self.tables)
        meant = near(key, [table.key for table in self.tables])
        raise DeclarationError(f"{self.id} has no table {key!r}: {keys}{meant}")

    def derive(self, id: str, title: str, source: str, *tables: Table, **changes: object) -> Layout:
        """A variant: the same form with some tables put in place of those of the same key, and fields changed."""
        if id in (self.id, self.base):
            raise DeclarationError(
                f"{id}: a variant needs an id of its own; this is that of the form it is derived from"
            )
        for table in tables:
            if not isinstance(table, Table):
                raise DeclarationError(f"{id}: {given(table)} stands where a Table belongs")
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
