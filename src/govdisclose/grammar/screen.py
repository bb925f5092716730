"""Which further layouts need not be tried on a document, told by the labels that stand nowhere in it.

A layout is tried in full only where it can read more than those that were tried. Two things say that it cannot:

- *a bound*: of the lines that it declares, those whose labels stand nowhere are certainly not matched;
- *equality*: without the labels that stand nowhere it is a layout that was tried, so that it matches the same lines.

A page may cut a label once. So a label stands nowhere only if neither half of any of its wordings does.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from attrs import define, field

from govdisclose.document import Document, Paragraph
from govdisclose.grammar.heading import YEAR, Heading, Tree
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.values import heading_unit
from govdisclose.text import LONGEST_LABEL, fold, label, simplify

__all__ = ["Screen", "Trimmed", "screen_of"]


class _Trimmed(NamedTuple):
    """A tree without the headings that stand nowhere; the leaves among these, and how many leaves are left."""

    signature: tuple[object, ...]
    absent: tuple[str, ...]
    leaves: int


_NOTHING = _Trimmed((), (), 0)


class Trimmed(NamedTuple):
    """A layout without the headings that stand nowhere in a document.

    ``signature`` is what the match depends on, ``absent`` the labels of the rows and columns that were taken off,
    ``bound`` the most lines that can match, less those that are then left out.
    """

    signature: tuple[object, ...]
    absent: tuple[str, ...]
    bound: int


@define
class Screen:
    """All short texts of a document, folded and run together.

    ``sure`` False: labels may stand woven into others, as narrow columns of a page do; then none is told to be absent.
    """

    text: str
    sure: bool
    _lacks: dict[tuple[str, tuple[str, ...]], bool] = field(factory=dict)
    _trees: dict[int, _Trimmed] = field(factory=dict)

    def trim(self, layout: Layout) -> Trimmed:
        """Take off the headings that certainly stand nowhere."""
        signature: list[object] = []
        absent: list[str] = []
        bound = 0
        for table in layout.tables:
            lines = 0
            for prefix, part in table.parts():
                heads, stub = self._trim(part.boxhead), self._trim(part.stub)
                absent += (*heads.absent, *stub.absent)
                lines += heads.leaves + stub.leaves - len(heads.absent) - len(stub.absent)
                own = (table.key, prefix, part.spanner, part.stubhead, part.entry)
                signature.append((own, heads.signature, stub.signature))
            bound += max(lines, 0)
        return Trimmed(tuple(signature), tuple(absent), bound)

    def _trim(self, tree: Tree | None) -> _Trimmed:
        if tree is None:
            return _NOTHING
        found = self._trees.get(id(tree))
        if found is None:
            kept = [(path, heading) for path, heading in tree.walk() if not self._is_absent(heading)]
            found = _Trimmed(
                tuple(
                    (path.count("/"), heading.label, heading.aliases, heading.entry, heading.total)
                    for path, heading in kept
                ),
                tuple(
                    heading.label
                    for _, heading in tree.walk()
                    if not heading.children and self._is_absent(heading)
                ),
                sum(not heading.children for _, heading in kept),
            )
            self._trees[id(tree)] = found
        return found

    def _is_absent(self, heading: Heading) -> bool:
        key = (heading.label, heading.aliases)
        found = self._lacks.get(key)
        if found is None:
            found = self._lacks[key] = self.sure and not any(half in self.text for half in _halves(*key))
        return found


@lru_cache(maxsize=4096)
def _halves(official: str, aliases: tuple[str, ...]) -> frozenset[str]:
    """Both halves of each wording of a heading; an empty one, which stands everywhere, where it can be anything."""
    names = (official, *aliases)
    if any(YEAR in name for name in names):
        return frozenset(("",))
    halves: set[str] = set()
    for name in names:
        core, _ = heading_unit(label(name).core)
        for words in (core, simplify(core)):
            middle = len(words) // 2
            halves |= {words[: len(words) - middle], words[middle:]}
    return frozenset(halves)


def screen_of(document: Document) -> Screen:
    """Fold all text of a document once."""
    texts = (
        text
        for block in document.blocks
        for text in ((block.text,) if isinstance(block, Paragraph) else [cell.text for cell in block.cells])
        if len(text) <= LONGEST_LABEL
    )
    return Screen("".join(simplify(fold(text)) for text in texts), document.ordered)
