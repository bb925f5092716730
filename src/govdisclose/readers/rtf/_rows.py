r"""Rows and cells: from the edges that ``\cellx`` names, and the paragraphs that ``\cell`` ends, to tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from attrs import evolve, field, frozen, mutable

from govdisclose.readers._wordml import WordCell, WordRow
from govdisclose.readers.rtf._runs import shading
from govdisclose.readers.rtf._sheet import Sheet

__all__ = ["Definition", "Level", "aligned", "row_of"]

_LEAST_WIDTH = 41
"""Twips: a cell whose edges stand in no order has some width, so that its text is seen."""
_USUAL_WIDTH = 1_000
_WIDEST = 1_000_000
_APART = 200
"""Twips by which the left edges of rows of one table differ that begin at one place: the margin of the text in them."""

Merge = Literal["restart", "continue"]


@mutable
class Edge:
    """What a row says of one of its cells."""

    right: int = 0
    across: str = ""
    down: Merge | None = None
    shade: int | None = None
    ink: int | None = None
    share: int | None = None
    crossed: set[str] = field(factory=set)
    border: str = ""
    change: str = ""


@mutable
class Definition:
    """What a row says of itself and its cells; ``edge`` is that of the cell whose right edge has not come."""

    left: int = 0
    height: int = 0
    shade: int | None = None
    ink: int | None = None
    share: int | None = None
    edges: list[Edge] = field(factory=list)
    edge: Edge = field(factory=Edge)

    def end_cell(self, right: int) -> None:
        self.edge.right = max(-_WIDEST, min(right, _WIDEST))
        self.edges.append(self.edge)
        self.edge = Edge()


@frozen
class Content:
    """A cell that ended: its markup, and whether the mark that ends it is hidden."""

    markup: str
    hidden: bool = False


@mutable
class Level:
    """A table that is being read, or outside of all tables the blocks of the text: ``blocks`` await the end of a cell."""

    blocks: list[str] = field(factory=list)
    cells: list[Content] = field(factory=list)
    rows: list[WordRow] = field(factory=list)


def row_of(
    definition: Definition, contents: Sequence[Content], sheet: Sheet, *, hidden: bool, deleted: bool
) -> WordRow:
    """A row. Cells for which it names no edge stand right of the others; where it has fewer than edges, it ends early."""
    cells: list[WordCell] = []
    left = definition.left
    edges = definition.edges
    for at, content in enumerate(contents):
        edge = edges[at] if at < len(edges) else Edge(left + _USUAL_WIDTH)
        markup = content.markup
        right = edge.right
        if right <= left:
            if not _shows(markup):
                continue  # it has no width, and nothing to show
            right = left + _LEAST_WIDTH
        if edge.across == "continue" and cells:
            before = cells[-1]
            joined = before.content + markup if _shows(markup) else before.content
            cells[-1] = evolve(before, right=right, content=joined)
        else:
            cells.append(WordCell(left, right, markup, edge.down, _properties(edge, definition, sheet)))
        left = right
    properties = ""
    if definition.height < 0:
        properties += f'<w:trHeight w:val="{min(-definition.height, _WIDEST)}" w:hRule="exact"/>'
    if deleted:
        properties += "<w:del/>"
    if hidden and all(content.hidden for content in contents):
        markup = "".join(content.markup for content in contents)
        if markup.count("<w:r>") == markup.count("<w:vanish/>"):
            properties += "<w:hidden/>"
    return WordRow(cells, properties)


def _shows(markup: str) -> bool:
    return "<w:r>" in markup or "<w:tbl>" in markup


def _properties(edge: Edge, definition: Definition, sheet: Sheet) -> str:
    markup = shading(sheet, edge.shade, edge.ink, edge.share) or shading(
        sheet, definition.shade, definition.ink, definition.share
    )
    if edge.crossed:
        borders = "".join(f'<w:{name} w:val="single"/>' for name in sorted(edge.crossed))
        markup += f"<w:tcBorders>{borders}</w:tcBorders>"
    if edge.change:
        markup += f"<w:{edge.change}/>"
    return markup


def aligned(rows: Sequence[WordRow]) -> list[WordRow]:
    """The rows, those that begin a little beside the others as they do."""
    lefts = Counter(row.cells[0].left for row in rows if row.cells)
    if len(lefts) < 2:
        return list(rows)
    usual = lefts.most_common(1)[0][0]
    return [_moved(row, usual) for row in rows]


def _moved(row: WordRow, left: int) -> WordRow:
    first = row.cells[0] if row.cells else None
    if first is None or not 0 < abs(first.left - left) <= _APART or first.right <= left + _LEAST_WIDTH:
        return row
    return WordRow([evolve(first, left=left), *row.cells[1:]], row.properties)
