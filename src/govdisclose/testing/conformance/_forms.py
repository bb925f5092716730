"""Forms filled and changed for the laws: the same numbers at every run, no two alike where sums allow it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from random import Random

import attrs
from attrs import field, frozen

from govdisclose.document import Document
from govdisclose.grammar.draw import draw
from govdisclose.grammar.heading import Heading, Tree
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.table import Table
from govdisclose.testing.numbers import base_cells, completed
from govdisclose.testing.values import Texts, printed

__all__ = ["ORGAN", "YEAR", "Form", "Site", "drawn", "filled_in", "sites"]

ORGAN = "示例市教育局"
YEAR = 2022

Headings = tuple[Heading, ...]


@frozen
class Form:
    """A layout filled, and drawn. ``texts`` is what stands under each row and column of each table."""

    layout: Layout
    texts: Texts = field(repr=False)
    document: Document = field(repr=False)


@lru_cache(maxsize=64)
def filled_in(layout: Layout, seed: int = 0) -> Form:
    """The form with numbers that add up; ``seed`` chooses them."""
    texts: Texts = {}
    for table in layout.tables:
        random = Random(f"{seed} {table.key}")  # noqa: S311
        cells = base_cells(table)
        numbers = dict(zip(cells, random.sample(range(1, 40_000), len(cells)), strict=True))
        texts[table.key] = printed(table, completed(table, numbers), seed)
    return Form(layout, texts, drawn(layout, texts))


def drawn(layout: Layout, texts: Texts) -> Document:
    """The form as a document of its own, with a title and a line of prose in each section."""
    title = f"{ORGAN}{YEAR}年{layout.titles[0] if layout.titles else '政府信息公开工作年度报告'}"
    prose = {section.key: ["根据有关规定，现将有关情况报告如下。"] for section in layout.sections}
    return draw(layout, texts, title=[title], prose=prose, year=YEAR)


@frozen
class Site:
    """A heading of a layout: ``side`` of which part (a table, or a band of it) it is in, and its path there."""

    table: Table = field(repr=False)
    part: Table = field(repr=False)
    prefix: str
    columns: bool
    path: str
    heading: Heading = field(repr=False)

    @property
    def name(self) -> str:
        """The path as findings give it."""
        if self.columns:
            return f"{self.table.key}:{self.prefix.rstrip('/')}:{self.path}"
        return f"{self.table.key}:{self.prefix}{self.path}"

    @property
    def tree(self) -> Tree:
        """The tree that it is in."""
        tree = self.part.boxhead if self.columns else self.part.stub
        assert tree is not None
        return tree

    def covers(self, table: str, row: str, column: str) -> bool:
        """Whether an entry stands under it."""
        if table != self.table.key or not row.startswith(self.prefix):
            return False
        inner = column if self.columns else row.removeprefix(self.prefix)
        return inner == self.path or inner.startswith(self.path + "/")

    def relabelled(self, layout: Layout, label: str) -> Layout | None:
        """The layout for drawing with other words for this heading."""
        return self._edited(layout, lambda old: (attrs.evolve(old, label=label),))

    def dropped(self, layout: Layout) -> Layout | None:
        """The layout for drawing without this heading; None where nothing of the table would be left."""
        return self._edited(layout, lambda old: ())

    def _edited(self, layout: Layout, change: Callable[[Heading], Headings]) -> Layout | None:
        headings = _edited(self.tree.headings, self.path.split("/"), change)
        side = "boxhead" if self.columns else "stub"
        if headings:
            part: Table | None = self.part.derive(**{side: Tree(headings), "identities": ()})
        else:
            part = None
        if not self.table.bands:
            return _with_table(layout, part) if part is not None else None
        bands = tuple(
            new
            for band in self.table.bands
            if (new := part if band.key == self.part.key else band) is not None
        )
        if not bands:
            return None
        return _with_table(layout, attrs.evolve(self.table, bands=bands))


def _with_table(layout: Layout, new: Table) -> Layout:
    return attrs.evolve(
        layout, tables=tuple(new if table.key == new.key else table for table in layout.tables)
    )


def sites(layout: Layout) -> Iterator[Site]:
    """Every heading, in the order of the form: of each table or band the columns, then the rows."""
    for table in layout.tables:
        for prefix, part in table.parts():
            for columns, tree in ((True, part.boxhead), (False, part.stub)):
                for path, heading in tree.walk() if tree is not None else ():
                    yield Site(table, part, prefix, columns, path, heading)


def _edited(headings: Headings, keys: list[str], change: Callable[[Heading], Headings]) -> Headings:
    """An edit for drawing alone: a group that becomes empty goes, nothing is a total."""
    edited: list[Heading] = []
    for heading in headings:
        if heading.key != keys[0]:
            edited.append(_plain(heading))
        elif len(keys) == 1:
            edited.extend(_plain(new) for new in change(heading))
        elif children := _edited(heading.children, keys[1:], change):
            edited.append(attrs.evolve(heading, children=children))
    return tuple(edited)


def _plain(heading: Heading) -> Heading:
    return attrs.evolve(heading, total=False, children=tuple(_plain(child) for child in heading.children))
