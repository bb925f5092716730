"""A declared table: two heading trees, what stands over them, and what must add up."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from attrs import field, frozen

from govdisclose.declared import Complaints, given, near
from govdisclose.errors import DeclarationError
from govdisclose.grammar.heading import Tree, check_entry
from govdisclose.grammar.identity import AT_MOST, Balance
from govdisclose.grammar.values import EntryKind, count

__all__ = ["Table", "stack"]


@frozen(cache_hash=True)
class Table:
    """A table of the form, or one band of a stack.

    A table maps (leaf of ``stub``) × (leaf of ``boxhead``) to entries. Without ``stub`` it has one row of
    numbers. A *stack* has ``bands`` instead of a boxhead: tables of their own under a full-width title.

    ``title`` is the table's name in messages, Chinese; ``spanner`` what stands over all body columns (for a
    band, its title row), ``stubhead`` what stands over the stub; neither is needed to be there. ``record`` is
    the attrs class that the entries are bound to.
    """

    key: str
    title: str
    boxhead: Tree | None = None
    stub: Tree | None = None
    record: type | None = None
    entry: EntryKind = field(factory=count)
    spanner: str | None = None
    stubhead: str | None = None
    identities: tuple[Balance, ...] = ()
    bands: tuple[Table, ...] = ()

    def __attrs_post_init__(self) -> None:
        said = Complaints()
        self._check_kinds(said)
        said.raise_if_any()
        self._check(said)
        said.raise_if_any()

    def _check_kinds(self, said: Complaints) -> None:
        named: object = self.key
        key = named if isinstance(named, str) else "a table"
        said.expect(key, "key", self.key, str, "snake_case English")
        said.expect(key, "title", self.title, str, "the table's name")
        for name in ("boxhead", "stub"):
            value = getattr(self, name)
            if value is not None:
                said.expect(key, name, value, Tree, "a tree: tree(H(key, label), …)")
        for name in ("spanner", "stubhead"):
            value = getattr(self, name)
            if value is not None:
                said.expect(key, name, value, str, "words of the form")
        record: object = self.record
        if record is not None and not (isinstance(record, type) and attrs.has(record)):
            said.say(key, f"record is {given(record)}; expected an attrs class")
        check_entry(said, key, self.entry)
        said.each(key, "identities", self.identities, Balance, "an identity: balance(…)")
        said.each(key, "bands", self.bands, Table, "a Table")

    def _check(self, said: Complaints) -> None:
        if (self.boxhead is None) == (not self.bands):
            said.say(self.key, "a table has either a boxhead or bands")
        if self.bands and (self.stub or self.identities):
            said.say(self.key, "stub and identities belong to the bands of a stack")
        said.once(self.key, "key of a band", [band.key for band in self.bands])
        for band in self.bands:
            if band.bands:
                said.say(f"{self.key}/{band.key}", "a band holds no bands")
            elif band.stub is None:
                said.say(f"{self.key}/{band.key}", "a band needs a stub")
        said.once(
            self.key,
            "identity",
            [identity.id for identity in self.identities if identity.relation != AT_MOST],
        )
        rows = self.stub.leaves if self.stub is not None else ()
        for identity in self.identities:
            for path in (*identity.left, *identity.right):
                if path not in rows:
                    said.say(
                        self.key, f"identity {identity.id!r} names {path!r}, no row of it{near(path, rows)}"
                    )

    def derive(self, **changes: object) -> Table:
        """A variant: the same table with some fields changed. Raises ``DeclarationError``."""
        return attrs.evolve(self, **changes)  # type: ignore[arg-type]

    def with_band(self, key: str, **changes: object) -> Table:
        """A variant of a stack: one band with some fields changed."""
        if key not in [band.key for band in self.bands]:
            raise DeclarationError(
                f"{self.key}: no band {key!r}: {', '.join(band.key for band in self.bands)}"
            )
        bands = tuple(band.derive(**changes) if band.key == key else band for band in self.bands)
        return attrs.evolve(self, bands=bands)

    def parts(self) -> Iterator[tuple[str, Table]]:
        """The bands with their row-path prefix (``"fees/"``), or the table itself with an empty one."""
        if not self.bands:
            yield "", self
        for band in self.bands:
            yield f"{band.key}/", band

    def cells(self) -> Iterator[tuple[str, str]]:
        """Row path and column path of every entry that the form asks, in its order."""
        for prefix, part in self.parts():
            assert part.boxhead is not None
            for row in part.stub.leaves if part.stub else ("",):
                for column in part.boxhead.leaves:
                    yield prefix + row, column

    def band_of(self, row: str) -> tuple[Table, str]:
        """The band that holds a row path, and the path within it; the table itself where it is no stack."""
        if not self.bands:
            return self, row
        key, _, rest = row.partition("/")
        for band in self.bands:
            if band.key == key:
                return band, rest
        raise DeclarationError(f"{self.key}: no band {key!r}: {', '.join(band.key for band in self.bands)}")

    def row_labels(self, row: str) -> tuple[str, ...]:
        """The official labels of a row path, from the outermost; a band's title first."""
        band, rest = self.band_of(row)
        title = (band.spanner or band.title,) if self.bands else ()
        return title + (band.stub.labels(rest) if band.stub and rest else ())

    def column_labels(self, row: str, column: str) -> tuple[str, ...]:
        """The official labels of a column path, from the outermost."""
        band, _ = self.band_of(row)
        assert band.boxhead is not None
        return band.boxhead.labels(column)

    def kind_of(self, row: str, column: str) -> EntryKind:
        """What kind of number is asked: the column's, else the row's, else the table's."""
        band, rest = self.band_of(row)
        assert band.boxhead is not None
        at_row = band.stub.at(rest).entry if band.stub and rest else None
        return band.boxhead.at(column).entry or at_row or band.entry


def stack(key: str, title: str, *bands: Table, record: type | None = None) -> Table:
    """Declare a table that is a stack of bands."""
    return Table(key, title, bands=bands, record=record)
