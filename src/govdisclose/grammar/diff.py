"""What one layout changes in another: every difference as a value with its path.

Paths are those of findings: ``requests:results/other`` is a row, ``requests::total`` a column of a table,
``disclosure:fees:amount`` a column of a band. A path tells headings apart, so a heading that goes under another one
is dropped there and added here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, TypeVar

from attrs import frozen

from govdisclose.grammar.entry import Scope
from govdisclose.grammar.heading import Heading, Tree
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.section import Section
from govdisclose.grammar.table import Table

__all__ = ["Change", "Difference", "diff"]

Change = Literal[
    "added",
    "dropped",
    "relabelled",
    "moved",
    "alias-added",
    "alias-dropped",
    "kind",
    "total",
    "identity",
    "record",
    "spanner",
    "stubhead",
]
"""What became of the thing at a path.

``added`` and ``dropped``: a table, band, section or heading with all under it, or a phrase of titles. ``moved``: it has
another place among its siblings. ``kind``: another kind of entry is asked. ``total``, ``identity``: something else must
add up.
"""

_Item = TypeVar("_Item")


@frozen
class Difference:
    """One difference. ``before`` and ``after`` are what is declared in the base and in the layout; empty: nothing."""

    change: Change
    path: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        if self.before and self.after:
            return f"{self.change} {self.path}: {self.before} -> {self.after}"
        said = self.before or self.after
        return f"{self.change} {self.path}: {said}" if said else f"{self.change} {self.path}"


def diff(layout: Layout, base: Layout) -> tuple[Difference, ...]:
    """What ``layout`` changes in ``base``, in the order of the form; empty for two forms that ask and read the same.

    The ids, names and sources of the layouts do not count.
    """
    return (
        *_compared(base.tables, layout.tables, _key, str, lambda table: table.title, _table),
        *_compared(
            base.sections,
            layout.sections,
            _key,
            lambda key: f"section {key}",
            lambda item: item.label,
            _section,
        ),
        *_words("titles", base.titles, layout.titles, "added", "dropped"),
    )


def _key(item: Table | Section | Heading) -> str:
    return item.key


def _compared(
    before: Sequence[_Item],
    after: Sequence[_Item],
    key: Callable[[_Item], str],
    path: Callable[[str], str],
    said: Callable[[_Item], str],
    compare: Callable[[str, _Item, _Item], Iterator[Difference]],
) -> Iterator[Difference]:
    """Things with keys: those dropped, then those that are there now, each with what changed in it."""
    old = {key(item): item for item in before}
    new = {key(item): item for item in after}
    for name, item in old.items():
        if name not in new:
            yield Difference("dropped", path(name), before=said(item))
    moved = _moved([name for name in old if name in new], [name for name in new if name in old])
    for name, item in new.items():
        if name not in old:
            yield Difference("added", path(name), after=said(item))
            continue
        if name in moved:
            yield Difference("moved", path(name))
        yield from compare(path(name), old[name], item)


def _moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """The fewest names that have to be moved to get from one order to the other."""
    places = {name: at for at, name in enumerate(before)}
    tails: list[int] = []  # the longest run that keeps its order, by patience sorting
    chains: list[list[str]] = []
    for name in after:
        at = bisect_left(tails, places[name])
        chain = [*(chains[at - 1] if at else ()), name]
        tails[at : at + 1] = [places[name]]
        chains[at : at + 1] = [chain]
    return set(after) - set(chains[-1] if chains else ())


def _words(
    path: str, before: Sequence[str], after: Sequence[str], added: Change, dropped: Change
) -> Iterator[Difference]:
    for word in before:
        if word not in after:
            yield Difference(dropped, path, before=word)
    for word in after:
        if word not in before:
            yield Difference(added, path, after=word)


def _changed(change: Change, path: str, before: str | None, after: str | None) -> Iterator[Difference]:
    if before != after:
        yield Difference(change, path, before or "", after or "")


def _section(path: str, before: Section, after: Section) -> Iterator[Difference]:
    yield from _changed("relabelled", path, before.label, after.label)
    yield from _words(path, before.aliases, after.aliases, "alias-added", "alias-dropped")


def _table(path: str, before: Table, after: Table) -> Iterator[Difference]:
    yield from _part(Scope(after.key, ""), before, after)
    yield from _compared(
        before.bands,
        after.bands,
        _key,
        lambda key: f"{path}:{key}",
        lambda band: band.spanner or band.title,
        lambda _, old, new: _part(Scope(after.key, f"{new.key}/"), old, new),
    )


def _part(scope: Scope, before: Table, after: Table) -> Iterator[Difference]:
    """A table or a band, without the bands of a stack."""
    yield from _changed("relabelled", scope.path, before.title, after.title)
    yield from _changed("spanner", scope.path, before.spanner, after.spanner)
    yield from _changed("stubhead", scope.path, before.stubhead, after.stubhead)
    yield from _changed("kind", scope.path, before.entry.name, after.entry.name)
    yield from _changed("record", scope.path, _name(before.record), _name(after.record))
    yield from _tree(scope.column, before.boxhead, after.boxhead)
    yield from _tree(lambda row: f"{scope.table}:{scope.prefix}{row}", before.stub, after.stub)
    for identity in before.identities:
        if identity not in after.identities:
            yield Difference("identity", f"{scope.path} {identity.id}", before=str(identity))
    for identity in after.identities:
        if identity not in before.identities:
            yield Difference("identity", f"{scope.path} {identity.id}", after=str(identity))


def _name(record: type | None) -> str | None:
    return record.__qualname__ if record is not None else None


def _tree(path: Callable[[str], str], before: Tree | None, after: Tree | None) -> Iterator[Difference]:
    return _headings(
        path, "", before.headings if before is not None else (), after.headings if after is not None else ()
    )


def _headings(
    path: Callable[[str], str], prefix: str, before: Sequence[Heading], after: Sequence[Heading]
) -> Iterator[Difference]:
    def compare(full: str, old: Heading, new: Heading) -> Iterator[Difference]:
        yield from _changed("relabelled", full, old.label, new.label)
        yield from _words(full, old.aliases, new.aliases, "alias-added", "alias-dropped")
        yield from _changed("kind", full, *(item.entry.name if item.entry else None for item in (old, new)))
        yield from _changed("total", full, "a sum" if old.total else None, "a sum" if new.total else None)
        yield from _headings(path, f"{prefix}{new.key}/", old.children, new.children)

    return _compared(before, after, _key, lambda key: path(prefix + key), lambda item: item.label, compare)
