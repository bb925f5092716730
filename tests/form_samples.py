"""Filled forms and small grids for the tests. Every organ is invented."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

import attrs

from govdisclose.document import Block, Document, Paragraph
from govdisclose.findings import Finding
from govdisclose.grammar import H, Table, tree
from govdisclose.grammar.draw import draw
from govdisclose.grammar.entry import Entry
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.match import Matched, match
from govdisclose.grammar.row import Run
from govdisclose.grid import Cell, Grid
from govdisclose.layouts import CN_2019
from govdisclose.parsing import parse_document
from govdisclose.result import Result

__all__ = [
    "PROSE",
    "SMALL",
    "TITLE",
    "block_text",
    "edit",
    "fill",
    "filled",
    "grid",
    "kinds",
    "match_small",
    "only",
    "ragged",
    "read_small",
    "relabel",
    "replace_grids",
    "retext",
    "shown",
]

TITLE = ("示例市数据局2019年政府信息公开工作年度报告",)
PROSE = {
    "overview": ("本机关按要求做好各项工作。",),
    "problems": ("存在不足，将予改进。",),
    "others": ("无。",),
}

Texts = dict[str, dict[tuple[str, str], str]]


def fill(layout: Layout = CN_2019, text: str = "0", **by_table: Mapping[str, str]) -> Texts:
    """Texts for every entry: ``text``, but for those given as ``{"row:column": text}``."""
    texts: Texts = {table.key: dict.fromkeys(table.cells(), text) for table in layout.tables}
    for key, given in by_table.items():
        for path, printed in given.items():
            row, _, column = path.rpartition(":")
            assert (row, column) in texts[key], path
            texts[key][row, column] = printed
    return texts


def filled(
    layout: Layout = CN_2019,
    text: str = "0",
    *,
    title: Sequence[str] = TITLE,
    prose: Mapping[str, Sequence[str]] = PROSE,
    **by_table: Mapping[str, str],
) -> Document:
    """A whole report drawn from its layout."""
    return draw(layout, fill(layout, text, **by_table), title=title, prose=prose)


def grid(*rows: Sequence[str], number: int = 1) -> Grid:
    """A grid from its positions: ``<`` goes on from the left, ``^`` from above, ``.`` is a hole."""
    width = max(len(row) for row in rows)
    cells: list[Cell] = []
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text in ("<", "^", "."):
                continue
            across = down = 1
            while column + across < len(row) and row[column + across] == "<":
                across += 1
            while at + down < len(rows) and column < len(rows[at + down]) and rows[at + down][column] == "^":
                down += 1
            cells.append(Cell(text, at, column, down, across))
    return Grid(tuple(cells), len(rows), width, number)


def ragged(*rows: Sequence[str], number: int = 1) -> Grid:
    """Rows of cells without column edges."""
    cells = tuple(Cell(text, at, order) for at, row in enumerate(rows) for order, text in enumerate(row))
    return Grid(cells, len(rows), max(len(row) for row in rows), number, ragged=True)


def edit(document: Document, number: int, change: Callable[[Grid], Grid]) -> Document:
    """The document with its ``number``-th grid changed."""
    blocks = tuple(
        change(block) if isinstance(block, Grid) and block.number == number else block
        for block in document.blocks
    )
    return attrs.evolve(document, blocks=blocks)


def retext(found: Grid, texts: Mapping[tuple[int, int], str]) -> Grid:
    """The grid with other texts at some positions."""
    cells = tuple(
        attrs.evolve(cell, text=texts.get((cell.row, cell.column), cell.text)) for cell in found.cells
    )
    return attrs.evolve(found, cells=cells)


def relabel(document: Document, **words: str) -> Document:
    """The document with whole cells and paragraphs in other words."""
    return _map(document, lambda text: words.get(text, text))


def replace_grids(document: Document, number: int, blocks: Iterable[Block]) -> Document:
    """The document with other blocks in place of a grid."""
    made: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Grid) and block.number == number:
            made += blocks
        else:
            made.append(block)
    return attrs.evolve(document, blocks=tuple(made))


def only(found: Grid, rows: Iterable[int], *, number: int | None = None) -> Grid:
    """Some rows of a grid, as a page cuts them: a cell that reaches over the cut stands in both parts once."""
    wanted = list(rows)
    cells = []
    for cell in found.cells:
        inside = [at for at, row in enumerate(wanted) if cell.row <= row < cell.row + cell.rowspan]
        if inside:
            cells.append(attrs.evolve(cell, row=inside[0], rowspan=len(inside)))
    return Grid(tuple(cells), len(wanted), found.columns, found.number if number is None else number)


def block_text(document: Document) -> str:
    """All that is printed, a line for each paragraph and cell."""
    return "\n".join(
        text
        for block in document.blocks
        for text in ((block.text,) if isinstance(block, Paragraph) else [cell.text for cell in block.cells])
    )


def _map(document: Document, change: Callable[[str], str]) -> Document:
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            blocks.append(attrs.evolve(block, text=change(block.text)))
        else:
            cells = tuple(attrs.evolve(cell, text=change(cell.text)) for cell in block.cells)
            blocks.append(attrs.evolve(block, cells=cells))
    return attrs.evolve(document, blocks=tuple(blocks))


def kinds(findings: Iterable[Finding]) -> list[str]:
    """The kinds of the findings, sorted, each once."""
    return sorted({item.kind for item in findings})


def shown(entries: Iterable[Entry]) -> dict[str, int | Decimal | str]:
    """By ``row:column``: the value, or the state where there is none."""
    return {
        f"{entry.row}:{entry.column}": entry.value if entry.value is not None else entry.state.value
        for entry in entries
    }


SMALL = Table(
    "small",
    "小表",
    spanner="情况",
    boxhead=tree(
        H("a", "甲"),
        H("group", "乙组", H("b", "乙一"), H("c", "乙二", aliases=["乙二类"])),
        H("total", "总计", total=True),
    ),
    stub=tree(
        H("first", "一、新收", aliases=["一、新收件"]),
        H(
            "done",
            "二、办理",
            H("open", "（一）公开"),
            H("closed", "（二）不公开", H("secret", "1.秘密"), H("other", "2.其他")),
            H("other", "（三）其他"),
            H("total", "（四）总计", total=True),
        ),
        H("left", "三、结转"),
    ),
    stubhead="项目",
)
"""A table of 4 columns and 7 rows with everything that table 3 has."""


def match_small(*grids: Grid, table: Table = SMALL) -> Matched:
    """Match the small table in grids that follow each other."""
    return match(table, [Run(one, range(one.rows)) for one in grids])


def read_small(*blocks: Block | str, table: Table = SMALL, format: str = "html") -> Result:
    """A document of these blocks (a string is a paragraph), read as a form that has the small table alone."""
    made = tuple(Paragraph(block) if isinstance(block, str) else block for block in blocks)
    layout = Layout("small-form", "小表", "a notice", (table,))
    return parse_document(Document(made, format=format), layouts=[layout])
