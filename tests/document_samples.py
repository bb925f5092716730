"""A drawn report with something changed in one of its tables, between them or in its title."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from form_samples import edit, fill, filled, only, ragged, replace_grids, retext
from govdisclose import Document
from govdisclose.document import Block, Paragraph
from govdisclose.grammar.draw import draw
from govdisclose.grid import Cell, Grid
from govdisclose.layouts import CN_2019
from govdisclose.layouts.cn_2019 import REQUESTS


def in_requests(change: Callable[[Grid], Grid]) -> Document:
    return edit(filled(), 2, change)


def table(number: int) -> Grid:
    return filled().grids[number - 1]


def in_two(rows: int, *, headings: bool = False, between: tuple[Block, ...] = ()) -> Document:
    """Table 3 cut by a page after so many rows."""
    whole = table(2)
    rest = list(range(rows, whole.rows))
    first = only(whole, range(rows))
    second = only(whole, [*range(3), *rest] if headings else rest)
    return replace_grids(filled(), 2, [first, *between, second])


def cut_label() -> Document:
    """A page ends within the label （四）无法提供."""
    whole = retext(table(2), {(15, 1): "（四）无"})
    first, second = only(whole, range(16)), only(whole, range(16, whole.rows))
    return replace_grids(filled(), 2, [first, retext(second, {(0, 0): "", (0, 1): "法提供"})])


def cut_row() -> Document:
    """Table 3 cut by a page before its last row; the piece of a number stands alone at the head of the next."""
    whole = table(2)
    first, rest = only(whole, range(25)), only(whole, range(25, whole.rows))
    figure = (Cell("", 0, 0, 1, 3), *(Cell("9" if column == 3 else "", 0, column) for column in range(3, 10)))
    moved = [attrs.evolve(cell, row=cell.row + 1) for cell in rest.cells]
    second = Grid((*figure, *moved), rest.rows + 1, rest.columns, rest.number)
    return replace_grids(filled(), 2, [first, second])


def twice(second: Grid) -> Document:
    return replace_grids(filled(), 2, [table(2), Paragraph("又"), second])


def run_together(grid: Grid) -> Document:
    """The report with a table as one line of text in which nothing parts the cells."""
    line = "".join(cell.text for cell in grid.cells)
    return replace_grids(filled(), grid.number, [Paragraph(line, 1, line=99)])


def emptied(row: str) -> Document:
    """The report with nothing in a row of table 3."""
    return filled(requests={f"{path}:{column}": "" for path, column in REQUESTS.cells() if path == row})


def as_ragged(change: Callable[[list[list[str]]], None]) -> Document:
    """Table 3 as rows of cells without edges, a cell that goes on being empty."""
    whole = table(2)
    rows = [[cell.text if cell.row == row else "" for cell in whole.row(row)] for row in range(whole.rows)]
    change(rows)
    return replace_grids(filled(), 2, [ragged(*rows, number=2)])


def swap(rows: list[list[str]]) -> None:
    rows[1], rows[2] = rows[2], rows[1]


def titled(*lines: str, overview: str = "本机关按要求做好各项工作。") -> Document:
    return draw(CN_2019, fill(), title=lines, prose={"overview": (overview,), "others": ("无。",)})


def without_paragraph(words: str) -> Document:
    document = filled()
    return attrs.evolve(
        document,
        blocks=tuple(
            block for block in document.blocks if not (isinstance(block, Paragraph) and block.text == words)
        ),
    )


def after(words: str, *blocks: Block) -> Document:
    document = filled()
    made: list[Block] = []
    for block in document.blocks:
        made.append(block)
        if isinstance(block, Paragraph) and block.text == words:
            made += blocks
    return attrs.evolve(document, blocks=tuple(made))


def only_tables(*numbers: int) -> Document:
    document = filled()
    return attrs.evolve(
        document,
        blocks=tuple(
            block for block in document.blocks if not isinstance(block, Grid) or block.number in numbers
        ),
    )


def unread_copy() -> list[Block]:
    """Table 4 in lines of text, a number missing."""
    cells = table(3).cells
    return [Paragraph("附表"), *(Paragraph(cell.text) for cell in cells[:-1])]
