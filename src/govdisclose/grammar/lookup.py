"""What a printed text can be in a table: a heading of its boxhead or stub, its spanner, its stubhead."""

from __future__ import annotations

from functools import lru_cache

from govdisclose.grammar.index import TreeIndex, index_of
from govdisclose.grammar.table import Table
from govdisclose.text import LONGEST_LABEL, Wording, label, simplify, wording

__all__ = ["BOXHEAD", "SPANNER", "STUB", "STUBHEAD", "BandIndex", "Vocabulary", "band_index", "vocabulary"]


# What a text can be, as bits; several at once, as 总计 is a column of table 3 and a row of it.
BOXHEAD, STUB, SPANNER, STUBHEAD = 1, 2, 4, 8


class BandIndex:
    """The lookups of one table without bands, or of one band. Made once and kept; see ``band_index``."""

    def __init__(self, band: Table) -> None:
        assert band.boxhead is not None
        self.band = band
        self.boxhead: TreeIndex = index_of(band.boxhead)
        self.stub: TreeIndex | None = index_of(band.stub) if band.stub else None
        self._spanner = label(band.spanner).core if band.spanner else None
        self._stubhead = label(band.stubhead).core if band.stubhead else None
        self._longest = max(len(self._spanner or ""), len(self._stubhead or ""))
        self._roles: dict[str, int] = {}

    def roles(self, text: str) -> int:
        """What the text can be, as bits."""
        found = self._roles.get(text)
        if found is None:
            if len(text) > LONGEST_LABEL:
                return 0
            found = self._look_up(wording(text))
            if len(self._roles) < 10_000:  # documents are free to hold any number of texts
                self._roles[text] = found
        return found

    def _look_up(self, read: Wording) -> int:
        core = read.core
        if not core:
            return 0
        roles = 0
        if self.boxhead.hits(read):
            roles |= BOXHEAD
        if self.stub is not None and self.stub.hits(read):
            roles |= STUB
        cores = (core, *(shorter.core for shorter in read.shorter))
        for words in (*cores, *map(simplify, cores)):
            if words == self._spanner:
                roles |= SPANNER
            if words == self._stubhead:
                roles |= STUBHEAD
        return roles

    def is_title(self, text: str) -> bool:
        """Whether the text is the spanner, which for a band is its title row."""
        return bool(self.roles(text) & SPANNER)


class Vocabulary:
    """The words of all headings of some tables: one quick look instead of a look into each of their trees."""

    def __init__(self, tables: tuple[Table, ...]) -> None:
        parts = [part for table in tables for _, part in table.parts()]
        trees = [index_of(tree) for part in parts for tree in (part.boxhead, part.stub) if tree is not None]
        others = [words for part in parts for words in (part.spanner, part.stubhead) if words is not None]
        self._known = {core for tree in trees for core in tree.cores} | {
            label(words).core for words in others
        }
        self._dated = any(tree.dated for tree in trees)

    def may_have(self, text: str) -> bool:
        """False where the text has no role in any of the tables; nearly always True only where it has."""
        if not text or len(text) > LONGEST_LABEL:
            return False
        read = wording(text)
        return self._may_be(read.core) or any(self._may_be(shorter.core) for shorter in read.shorter)

    def _may_be(self, core: str) -> bool:
        known = self._known
        if core in known or core[-1:] in (")", "\ufffd") or (self._dated and "0" in core):
            return True
        if core[1:] in known:  # the mark after the numeral is lost
            return True
        simple = simplify(core)
        return simple != core and simple in known


@lru_cache(maxsize=128)
def vocabulary(tables: tuple[Table, ...]) -> Vocabulary:
    """The words of tables, gathered once."""
    return Vocabulary(tables)


@lru_cache(maxsize=512)
def band_index(band: Table) -> BandIndex:
    """The index of a table or band, made once."""
    return BandIndex(band)
