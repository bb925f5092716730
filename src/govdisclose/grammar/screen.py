"""Which further layouts need not be tried on a document, told by the labels that stand nowhere in it.

A layout is tried in full only where it can read more than those that were tried. Two things say that it cannot:

- *a bound*: of the lines that it declares, those whose labels stand nowhere are certainly not matched;
- *equality*: without the labels that stand nowhere it is a layout that was tried, so that it matches the same lines.

A page may cut a label once. So a label stands nowhere only if neither half of any of its wordings does.
"""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from govdisclose.document import Document, Paragraph
from govdisclose.grammar.heading import YEAR, Heading, Tree
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.values import heading_unit
from govdisclose.text import LONGEST_LABEL, fold, label, simplify

__all__ = ["Screen", "screen_of"]

_Signature = tuple[object, ...]


@frozen
class Screen:
    """All short texts of a document, folded and run together.

    ``sure`` False: labels may stand woven into others, as narrow columns of a page do; then none is told to be absent.
    """

    text: str
    sure: bool

    def lacks(self, heading: Heading) -> bool:
        """Whether a heading certainly stands nowhere in the document."""
        return self.sure and not any(half in self.text for half in _halves(heading.label, heading.aliases))

    def absent(self, layout: Layout) -> tuple[str, ...]:
        """The labels of rows and columns that stand nowhere."""
        return tuple(
            heading.label
            for table in layout.tables
            for _, part in table.parts()
            for tree in (part.boxhead, part.stub)
            for _, heading in (tree.walk() if tree is not None else ())
            if not heading.children and self.lacks(heading)
        )

    def bound(self, layout: Layout) -> int:
        """The most lines that the layout can match, less those that it then leaves out."""
        total = 0
        for table in layout.tables:
            lines = 0
            for _, part in table.parts():
                for tree in (part.boxhead, part.stub):
                    for _, heading in tree.walk() if tree is not None else ():
                        if not heading.children:
                            lines += -1 if self.lacks(heading) else 1
            total += max(lines, 0)
        return total

    def signature(self, layout: Layout) -> _Signature:
        """The layout without the headings that stand nowhere: what the match of this document depends on."""
        return tuple(
            (
                table.key,
                prefix,
                part.spanner,
                part.stubhead,
                part.entry,
                self._tree(part.boxhead),
                self._tree(part.stub),
            )
            for table in layout.tables
            for prefix, part in table.parts()
        )

    def _tree(self, tree: Tree | None) -> _Signature:
        if tree is None:
            return ()
        return tuple(
            (path.count("/"), heading.label, heading.aliases, heading.entry, heading.total)
            for path, heading in tree.walk()
            if not self.lacks(heading)
        )


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
