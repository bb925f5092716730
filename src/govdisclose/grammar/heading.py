"""Heading trees: the boxhead or the stub of a table, as frozen values with path-addressed edits.

A heading with children *is* a spanner (in a boxhead) or a row group (in a stub); its leaves are the columns or
rows. Paths are keys joined by ``/``: ``legal_person/commercial``. Every edit returns a new tree; a wrong
declaration raises ``DeclarationError`` when it is built, with the path in the message.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

import attrs
from attrs import frozen

from govdisclose.declared import Complaints, given, near
from govdisclose.errors import DeclarationError
from govdisclose.grammar.values import EntryKind
from govdisclose.text import label as split_label

__all__ = ["YEAR", "H", "Heading", "Tree", "check_entry", "tree"]

YEAR = "{year}"
"""In a label: a year of four digits, as in ``{year}年度``."""

_Change = Callable[["Heading"], tuple["Heading", ...]]
_KEY = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


@frozen(cache_hash=True)
class Heading:
    """One heading of the form.

    ``label`` is the official wording, verbatim with its enumerator; ``aliases`` are other wordings met for it.
    ``{year}`` in either stands for any year of four digits.
    ``total`` declares that the heading stands for the sum of the leaves of its siblings. ``entry`` is the kind
    of number under (or right of) this heading, where it differs from the table's.
    """

    key: str
    label: str
    children: tuple[Heading, ...] = ()
    total: bool = False
    aliases: tuple[str, ...] = ()
    entry: EntryKind | None = None


def H(  # noqa: N802 - a declaration reads as one heading a line
    key: str,
    label: str,
    *children: Heading,
    total: bool = False,
    aliases: Iterable[str] = (),
    entry: EntryKind | None = None,
) -> Heading:
    """Declare a heading; children follow the label. What is of a wrong kind is refused by the tree that it stands in."""
    others = tuple(aliases) if hasattr(aliases, "__iter__") and not isinstance(aliases, str) else aliases
    return Heading(key, label, children, total, others, entry)  # type: ignore[arg-type]


def tree(*headings: Heading) -> Tree:
    """Declare a boxhead or a stub. Raises ``DeclarationError``."""
    return Tree(headings)


# Not slotted: the leaves and the index are computed once and kept.
@attrs.define(frozen=True, slots=False, cache_hash=True)
class Tree:
    """The headings of one side of a table, outermost first, in the order of the form."""

    headings: tuple[Heading, ...]

    def __attrs_post_init__(self) -> None:
        if not self.headings:
            raise DeclarationError("a tree needs at least one heading")
        said = Complaints()
        said.expect("the tree", "headings", self.headings, tuple, "headings: tree(H(key, label), …)")
        said.raise_if_any()
        _check_siblings(said, self.headings, "", None)
        said.raise_if_any()

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """The paths of the leaves, in the order of the form."""
        return tuple(path for path, heading in self.walk() if not heading.children)

    @cached_property
    def _by_path(self) -> dict[str, Heading]:
        return dict(self.walk())

    def walk(self) -> Iterator[tuple[str, Heading]]:
        """Every heading with its path, parents before children, in the order of the form."""
        yield from _walk(self.headings, "")

    def __contains__(self, path: object) -> bool:
        return path in self._by_path

    def at(self, path: str) -> Heading:
        """The heading at a path. Raises ``DeclarationError`` naming the nearest existing part."""
        try:
            return self._by_path[path]
        except KeyError:
            raise DeclarationError(_no_such_path(self, path)) from None

    def labels(self, path: str) -> tuple[str, ...]:
        """The official labels along a path, from the outermost."""
        keys = path.split("/")
        return tuple(self.at("/".join(keys[: end + 1])).label for end in range(len(keys)))

    # --- edits

    def replace(self, path: str, heading: Heading) -> Tree:
        """Put another heading where this one stands."""
        return self._edit(path, lambda _: (heading,))

    def drop(self, path: str) -> Tree:
        """Leave a heading out, with all under it."""
        return self._edit(path, lambda _: ())

    def insert(self, heading: Heading, *, before: str | None = None, after: str | None = None) -> Tree:
        """Put a heading beside another one, named by exactly one of ``before`` and ``after``."""
        if before is not None and after is None:
            return self._edit(before, lambda old: (heading, old))
        if after is not None and before is None:
            return self._edit(after, lambda old: (old, heading))
        raise DeclarationError(f"insert {heading.key!r}: give one of before= and after=")

    def append(self, heading: Heading, *, under: str | None = None) -> Tree:
        """Put a heading last among the children of ``under``, or last of the tree."""
        if under is None:
            return Tree((*self.headings, heading))
        return self._edit(under, lambda old: (attrs.evolve(old, children=(*old.children, heading)),))

    def alias(self, path: str, *aliases: str) -> Tree:
        """Accept further wordings for a heading."""
        return self._edit(path, lambda old: (attrs.evolve(old, aliases=(*old.aliases, *aliases)),))

    def relabel(self, path: str, label: str) -> Tree:
        """Give a heading another official wording; its aliases stay."""
        return self._edit(path, lambda old: (attrs.evolve(old, label=label),))

    def _edit(self, path: str, change: _Change) -> Tree:
        self.at(path)
        return Tree(_edited(self.headings, path.split("/"), change))


def _edited(headings: tuple[Heading, ...], keys: list[str], change: _Change) -> tuple[Heading, ...]:
    edited: list[Heading] = []
    for heading in headings:
        if heading.key != keys[0]:
            edited.append(heading)
        elif len(keys) == 1:
            edited.extend(change(heading))
        else:
            edited.append(attrs.evolve(heading, children=_edited(heading.children, keys[1:], change)))
    return tuple(edited)


def _walk(headings: tuple[Heading, ...], prefix: str) -> Iterator[tuple[str, Heading]]:
    for heading in headings:
        path = prefix + heading.key
        yield path, heading
        yield from _walk(heading.children, path + "/")


def _no_such_path(tree: Tree, path: str) -> str:
    keys = path.split("/")
    known = ""
    while keys and "/".join(filter(None, (known, keys[0]))) in tree:
        known = "/".join(filter(None, (known, keys.pop(0))))
    beside = tree.headings if not known else tree.at(known).children
    choices = ", ".join(heading.key for heading in beside) or "nothing"
    meant = near(keys[0], [heading.key for heading in beside])
    return f"no heading at {path!r}: {known or 'the tree'} holds {choices}{meant}"


def _check_siblings(
    said: Complaints, headings: tuple[Heading, ...], prefix: str, parent: Heading | None
) -> None:
    where = prefix.rstrip("/") or "the tree"
    headings = tuple(item for item in headings if _is_heading(said, where, item))
    keys: set[str] = set()
    cores: dict[str, str] = {}
    totals = [heading.key for heading in headings if heading.total]
    if len(totals) > 1:
        said.say(where, f"two totals among siblings, {totals[0]!r} and {totals[1]!r}")
    if totals and len(headings) == 1:
        said.say(f"{prefix}{totals[0]}", "a total needs siblings to be the sum of")
    outer = {split_label(name).core for name in (parent.label, *parent.aliases)} if parent else set()
    for heading in headings:
        path = prefix + heading.key
        if heading.key in keys:
            said.say(path, f"the key stands twice under {where}")
        keys.add(heading.key)
        if heading.total and heading.children:
            said.say(path, "a total has no headings under it")
        for name in (heading.label, *heading.aliases):
            core = split_label(name).core
            if not core:
                said.say(path, f"the label {name!r} is blank")
            elif cores.get(core, heading.key) != heading.key:
                said.say(
                    path,
                    f"the label {name!r} cannot be told from that of {prefix}{cores[core]} "
                    "(labels are compared without white space and enumerator)",
                )
            elif core in outer:
                said.say(path, f"the label {name!r} is that of the heading over it")
            cores[core] = heading.key
        _check_siblings(said, heading.children, path + "/", heading)


def _is_heading(said: Complaints, where: str, item: object) -> bool:
    """Whether a value is a heading whose fields are of their kinds."""
    if not isinstance(item, Heading):
        more = "; another wording of a heading is one of its aliases=[…]" if isinstance(item, str) else ""
        said.say(where, f"{given(item)} stands where a heading belongs; expected H(key, label){more}")
        return False
    if not said.expect(where, "a key", item.key, str, "snake_case English"):
        return False
    path = item.key if where == "the tree" else f"{where}/{item.key}"
    if not _KEY.fullmatch(item.key):
        said.say(path, f"the key {item.key!r} is not snake_case English")
    sound = [
        said.expect(path, "label", item.label, str, "the official wording")
        and said.wording(path, item.label),
        said.wordings(path, "aliases", item.aliases),
        said.expect(path, "total", item.total, bool, "True or False"),
        said.expect(path, "children", item.children, tuple, "headings"),
        item.entry is None or check_entry(said, path, item.entry),
    ]
    return all(sound)


def check_entry(said: Complaints, path: str, entry: object) -> bool:
    """Whether a value is a kind of number; complains if it is not."""
    call = f": call it, {entry.__name__}()" if callable(entry) and hasattr(entry, "__name__") else ""
    return said.expect(path, "entry", entry, EntryKind, f"a kind of number such as count() or amount(){call}")
