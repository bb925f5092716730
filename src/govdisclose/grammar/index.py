"""Looking labels up in a heading tree.

A label matches a heading if the folded words are equal (to the official label, to an alias, or to either in
traditional characters) and the enumerators agree where both sides have one. A *chain* is what stands over a
column or left of a row, from the outermost; ``resolve`` gives the headings that it can be the path of.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from govdisclose.grammar.heading import YEAR, Heading, Tree
from govdisclose.grammar.values import heading_unit
from govdisclose.text import Enumerator, Label, simplify
from govdisclose.text import label as split_label

__all__ = ["Candidate", "Hit", "Node", "TreeIndex", "index_of", "may_match"]

Via = Literal["label", "alias", "traditional"]

_NUMERALS = "一二三四五六七八九十"
_BESIDE = (
    70  # characters that may stand beside the words of a heading: a numeral, a unit of money in brackets
)


class Node(NamedTuple):
    """A heading of a tree with its path; ``above`` are the numbers of the headings over it, outermost first."""

    number: int
    path: str
    heading: Heading
    above: tuple[int, ...]
    leaf: bool


class Hit(NamedTuple):
    """A heading that a label matches, how, and the unit of money that the label gives in brackets."""

    node: int
    via: Via
    unit: str | None


class Candidate(NamedTuple):
    """A heading whose path a chain can be. ``skipped`` are headings over it that the chain leaves out."""

    node: int
    skipped: tuple[int, ...]
    hits: tuple[Hit, ...]


class _Known(NamedTuple):
    node: int
    enumerator: Enumerator | None
    via: Via


class TreeIndex:
    """The lookups of one tree. Made once a tree and kept; see ``index_of``."""

    def __init__(self, tree: Tree) -> None:
        self.nodes: list[Node] = []
        self._known: dict[str, list[_Known]] = {}
        self._patterns: list[tuple[re.Pattern[str], _Known]] = []
        numbers: dict[str, int] = {}
        for path, heading in tree.walk():
            keys = path.split("/")
            above = tuple(numbers["/".join(keys[:end])] for end in range(1, len(keys)))
            number = numbers[path] = len(self.nodes)
            self.nodes.append(Node(number, path, heading, above, not heading.children))
            for via, names in (("label", (heading.label,)), ("alias", heading.aliases)):
                for name in names:
                    self._know(number, name, "label" if via == "label" else "alias")
        self.leaves = tuple(node.number for node in self.nodes if node.leaf)
        self._deepest = max((len(node.above) + 1 for node in self.nodes), default=0)
        patterns = [pattern.pattern for pattern, _ in self._patterns]
        self._longest = max(map(len, (*self._known, *patterns)), default=0) + _BESIDE
        self._hits: dict[Label, tuple[Hit, ...]] = {}
        self._resolved: dict[tuple[Label, ...], tuple[Candidate, ...]] = {}

    def _know(self, number: int, name: str, via: Via) -> None:
        enumerator, core = split_label(name)
        heading = self.nodes[number].heading
        if heading.entry is not None and heading.entry.name == "amount":
            core, _ = heading_unit(core)
        known = _Known(number, enumerator, via)
        if YEAR in core:
            pattern = re.escape(core).replace(re.escape(YEAR), r"(?:19|20)[0-9]{2}")
            self._patterns.append((re.compile(pattern), known))
        else:
            self._known.setdefault(core, []).append(known)

    @property
    def dated(self) -> bool:
        """Whether a heading names the year."""
        return bool(self._patterns)

    @property
    def cores(self) -> Iterable[str]:
        """Every folded wording that the tree knows, without enumerator and unit."""
        return self._known

    def hits(self, label: Label) -> tuple[Hit, ...]:
        """The headings that a label matches. One longer than all of them costs nothing and is not kept."""
        if len(label.core) > self._longest:
            return ()
        found = self._hits.get(label)
        if found is None:
            found = self._look_up(label)
            if len(self._hits) < 10_000:  # documents are free to hold any number of labels
                self._hits[label] = found
        return found

    def _look_up(self, label: Label) -> tuple[Hit, ...]:
        enumerator, core = label
        if not may_match(core, self._known, dated=self.dated):
            return ()
        for via, words, number in _readings(enumerator, core):
            bare, unit = heading_unit(words)
            hits = []
            knowns = [*self._known.get(words, ()), *(self._known.get(bare, ()) if bare != words else ())]
            if self._patterns:
                knowns += [known for pattern, known in self._patterns if pattern.fullmatch(words)]
            for known in knowns:
                if number is not None and known.enumerator is not None and number != known.enumerator:
                    continue
                kind = self.nodes[known.node].heading.entry
                if unit is not None and bare != words and (kind is None or kind.name != "amount"):
                    continue
                hits.append(Hit(known.node, known.via if via == "label" else via, unit))
            if hits:
                return tuple(hits)
        return ()

    def resolve(self, chain: tuple[Label, ...]) -> tuple[Candidate, ...]:
        """The headings whose path the chain can be, every label of it matched in order.

        Those with the whole path printed come alone if there are any; then those with headings skipped.
        """
        if len(chain) > self._deepest:
            return ()
        found = self._resolved.get(chain)
        if found is None:
            found = self._resolve(chain)
            if len(self._resolved) < 10_000:
                self._resolved[chain] = found
        return found

    def _resolve(self, chain: tuple[Label, ...]) -> tuple[Candidate, ...]:
        if not chain:
            return ()
        whole: list[Candidate] = []
        partial: list[Candidate] = []
        for hit in self.hits(chain[-1]):
            node = self.nodes[hit.node]
            hits = [hit]
            skipped: list[int] = []
            rest = list(chain[:-1])
            for above in reversed(node.above):
                match = (
                    next((other for other in self.hits(rest[-1]) if other.node == above), None)
                    if rest
                    else None
                )
                if match is None:
                    skipped.append(above)
                else:
                    hits.append(match)
                    rest.pop()
            if not rest:
                candidate = Candidate(hit.node, tuple(reversed(skipped)), tuple(reversed(hits)))
                (partial if skipped else whole).append(candidate)
        return tuple(whole or partial)

    def longest_prefix(self, chain: Sequence[Label]) -> tuple[int, ...]:
        """The headings that the first labels of a chain name for certain, from the outermost; maybe none."""
        for end in range(min(len(chain), self._deepest), 0, -1):
            candidates = self.resolve(tuple(chain[:end]))
            if len(candidates) == 1:
                node = self.nodes[candidates[0].node]
                return (*node.above, node.number)
        return ()


def may_match(core: str, known: Container[str], *, dated: bool) -> bool:
    """A quick look at a folded label that tells nearly all texts of a document to be none of the ``known`` ones.

    ``dated``: some of these name the year, and are not in ``known``.
    """
    if core in known or core[-1:] == ")" or (dated and "0" in core):
        return True
    if core[:1] in _NUMERALS and core[1:] in known:
        return True
    simple = simplify(core)
    return simple != core and simple in known


def _readings(enumerator: Enumerator | None, core: str) -> Iterable[tuple[Via, str, Enumerator | None]]:
    """The ways to read a folded label, the plainest first."""
    yield "label", core, enumerator
    if enumerator is None and len(core) > 1 and core[0] in _NUMERALS:
        # 三本年度办理结果: the mark after the numeral is lost
        yield "label", core[1:], Enumerator(1, _NUMERALS.index(core[0]) + 1)
    simple = simplify(core)
    if simple != core:
        yield "traditional", simple, enumerator


@lru_cache(maxsize=512)
def index_of(tree: Tree) -> TreeIndex:
    """The index of a tree, made once."""
    return TreeIndex(tree)
