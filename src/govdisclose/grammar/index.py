"""Looking labels up in a heading tree.

A label matches a heading if the folded words are equal (to the official label, to an alias, or to either in
traditional characters) and the enumerators agree where both sides have one. A label that is none as printed may be
one without the notes at its end: marks (①, *, [1]) and instructions in brackets. A *chain* is what stands over a
column or left of a row, from the outermost; ``resolve`` gives the headings that it can be the path of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from govdisclose.grammar.heading import YEAR, Heading, Tree
from govdisclose.grammar.values import heading_unit
from govdisclose.text import Enumerator, Label, Wording, fold, label, simplify, wording

__all__ = ["Candidate", "Hit", "Node", "TreeIndex", "index_of", "is_remnant"]

Via = Literal["label", "alias", "traditional"]

_COUNTED = re.compile(r"\((?:单位:?)?[件条项个宗次份]\)")
_UNKNOWN = "\ufffd"
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
    """A heading that a label matches, how, and the unit of money that the label gives in brackets.

    ``note`` is what was left out at its end; ``instruction``: that is more than a mark, words in brackets.
    """

    node: int
    via: Via
    unit: str | None
    note: str = ""
    instruction: bool = False


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
        self._bare: dict[
            str, set[int]
        ] = {}  # the headings that are these words where their own notes are left out
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
        self._hits: dict[Label | Wording, tuple[Hit, ...]] = {}
        self._resolved: dict[tuple[tuple[Label | Wording, ...], bool], tuple[Candidate, ...]] = {}

    def _know(self, number: int, name: str, via: Via) -> None:
        read = wording(name)
        enumerator, core = read.enumerator, read.core
        heading = self.nodes[number].heading
        if heading.entry is not None and heading.entry.needs_unit:
            core, _ = heading_unit(core)
        for shorter in read.shorter:
            self._bare.setdefault(shorter.core, set()).add(number)
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

    def hits(self, label: Label | Wording) -> tuple[Hit, ...]:
        """The headings that a label matches. One longer than all of them costs nothing and is not kept."""
        if len(label.core) > self._longest and not getattr(label, "shorter", ()):
            return ()
        found = self._hits.get(label)
        if found is None:
            found = self._look_up(label)
            if len(self._hits) < 10_000:  # documents are free to hold any number of labels
                self._hits[label] = found
        return found

    def _look_up(self, label: Label | Wording) -> tuple[Hit, ...]:
        if hits := self._as_printed(label.enumerator, label.core):
            return hits
        for shorter in label.shorter if isinstance(label, Wording) else ():
            if hits := self._as_printed(label.enumerator, shorter.core):
                return tuple(
                    hit._replace(note=shorter.note, instruction=not shorter.mark)
                    for hit in hits
                    if not self._has_twin(hit.node, shorter.core)
                    and not (self._is_money(hit.node) and _COUNTED.fullmatch(fold(shorter.note)))
                )
        return ()

    def _is_money(self, number: int) -> bool:
        kind = self.nodes[number].heading.entry
        return kind is not None and kind.needs_unit

    def _has_twin(self, number: int, core: str) -> bool:
        """Whether a heading beside it differs only by a note of its own, so that none can be left out."""
        above = self.nodes[number].above
        return any(other != number and self.nodes[other].above == above for other in self._bare.get(core, ()))

    def _as_printed(self, enumerator: Enumerator | None, core: str) -> tuple[Hit, ...]:
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
                if unit is not None and bare != words and (kind is None or not kind.needs_unit):
                    continue
                hits.append(Hit(known.node, known.via if via == "label" else via, unit))
            if hits:
                return tuple(hits)
        return ()

    def resolve(self, chain: tuple[Label | Wording, ...], *, remnants: bool = False) -> tuple[Candidate, ...]:
        """The headings whose path the chain can be, every label of it matched in order.

        Those with the whole path printed come alone if there are any; then those with headings skipped.
        ``remnants``: what is left of a heading that the edge of the paper cuts says no more than if it stood nowhere.
        """
        if len(chain) > self._deepest:
            return ()
        found = self._resolved.get((chain, remnants))
        if found is None:
            found = self._resolve(chain, remnants=remnants)
            if len(self._resolved) < 10_000:
                self._resolved[chain, remnants] = found
        return found

    def _resolve(self, chain: tuple[Label | Wording, ...], *, remnants: bool) -> tuple[Candidate, ...]:
        if not chain:
            return ()
        whole: list[Candidate] = []
        partial: list[Candidate] = []
        cut = False
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
                    if remnants and rest and is_remnant(rest[-1], self.nodes[above].heading):
                        cut = True
                        rest.pop()  # it says no other heading than the one that is skipped
                else:
                    hits.append(match)
                    rest.pop()
            if not rest:
                candidate = Candidate(hit.node, tuple(reversed(skipped)), tuple(reversed(hits)))
                (partial if skipped else whole).append(candidate)
        if cut and not whole and len(partial) > 1:
            return ()  # what is left of the heading is not asked which of several it is
        return tuple(whole or partial)

    def longest_prefix(self, chain: Sequence[Label | Wording], *, remnants: bool = False) -> tuple[int, ...]:
        """The headings that the first labels of a chain name for certain, from the outermost; maybe none."""
        for end in range(min(len(chain), self._deepest), 0, -1):
            candidates = self.resolve(tuple(chain[:end]), remnants=remnants)
            if len(candidates) == 1:
                node = self.nodes[candidates[0].node]
                return (*node.above, node.number)
        return ()


def is_remnant(printed: Label | Wording, heading: Heading) -> bool:
    """Whether a label may be a heading of which the page shows only a part: U+FFFD stands for what is cut off."""
    enumerator, core = printed.enumerator, printed.core
    if _UNKNOWN not in core:
        return False
    for name in (heading.label, *heading.aliases):
        number, whole = label(name)
        rest = iter(whole)
        if (enumerator is None or number is None or enumerator == number) and all(
            char in rest for char in core if char.isalnum()
        ):
            return True
    return False


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
