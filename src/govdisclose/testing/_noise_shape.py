"""Noise in the shape of tables and the order of blocks; see ``noise``. All take a document as it was drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from random import Random

import attrs

from govdisclose.document import Block, Document, Paragraph
from govdisclose.grammar.layout import Layout
from govdisclose.grid import Cell, Grid
from govdisclose.testing._noise_text import cores
from govdisclose.testing.documents import places
from govdisclose.testing.grids import (
    below,
    cut,
    grid_of,
    map_grids,
    unmerged,
    with_blocks,
    with_column,
    with_row,
    with_texts,
)
from govdisclose.text import label

__all__ = [
    "blank_row",
    "cut_at_band_title",
    "cut_between_rows",
    "cut_inside_group_label",
    "cut_inside_row",
    "edge_column",
    "empty_spanners",
    "empty_stubs",
    "flat_stub",
    "ghost_column",
    "headings_again",
    "no_sections",
    "one_grid",
    "own_grids",
    "prose_between",
    "repeated_spanners",
    "repeated_stubs",
    "shifted_edges",
    "titles_outside",
]


@lru_cache(maxsize=32)
def _body(layout: Layout) -> dict[int, tuple[int, int]]:
    """By number of the grid, the row and column where the numbers of its first table or band begin."""
    found: dict[int, tuple[int, int]] = {}
    for grid, row, column in places(layout).values():
        top, left = found.get(grid, (row, column))
        found[grid] = (min(top, row), min(left, column))
    return found


def _is_whole(document: Document, layout: Layout) -> bool:
    return len(document.grids) == len(layout.tables)


def _one(
    document: Document,
    layout: Layout,
    random: Random,
    change: Callable[[Grid], Grid | Sequence[Block]],
    able: Callable[[Grid], bool] = lambda grid: True,
) -> Document:
    """Change one grid of those that can be."""
    if not _is_whole(document, layout):
        return document
    choices = [grid.number for grid in document.grids if able(grid)]
    if not choices:
        return document
    chosen = random.choice(choices)
    return map_grids(document, lambda grid: change(grid) if grid.number == chosen else grid)


def _is_stack(layout: Layout, grid: Grid) -> bool:
    return bool(layout.tables[grid.number - 1].bands)


def _is_stubbed(layout: Layout, grid: Grid) -> bool:
    return layout.tables[grid.number - 1].stub is not None


# --- merges


def _unmerge(document: Document, layout: Layout, *, heads: bool, repeat: bool) -> Document:
    if not _is_whole(document, layout):
        return document

    def change(grid: Grid) -> Grid:
        if _is_stack(layout, grid):
            return unmerged(grid, lambda cell: heads and cell.colspan > 1, repeat=repeat)
        top, left = _body(layout)[grid.number]
        if heads:
            return unmerged(grid, lambda cell: cell.row < top, repeat=repeat)
        return unmerged(grid, lambda cell: cell.row >= top and cell.column < left, repeat=repeat)

    return map_grids(document, change)


def repeated_stubs(document: Document, layout: Layout, random: Random) -> Document:
    """Groups and wide labels of the stub not merged, their text in each cell."""
    return _unmerge(document, layout, heads=False, repeat=True)


def empty_stubs(document: Document, layout: Layout, random: Random) -> Document:
    """Groups and wide labels of the stub not merged, the cells after the first empty."""
    return _unmerge(document, layout, heads=False, repeat=False)


def repeated_spanners(document: Document, layout: Layout, random: Random) -> Document:
    """Headings of columns not merged, their text in each cell."""
    return _unmerge(document, layout, heads=True, repeat=True)


def empty_spanners(document: Document, layout: Layout, random: Random) -> Document:
    """Headings of columns not merged, the cells after the first empty."""
    return _unmerge(document, layout, heads=True, repeat=False)


def flat_stub(document: Document, layout: Layout, random: Random) -> Document:
    """A stub of one column: each group heading on a row of its own over its rows."""

    def change(grid: Grid) -> Grid:
        top, left = _body(layout)[grid.number]
        cells = [
            attrs.evolve(
                cell,
                column=max(cell.column - left + 1, 0),
                colspan=cell.colspan if cell.column >= left else 1,
            )
            for cell in grid.cells
            if cell.row < top
        ]
        at = top
        for row in range(top, grid.rows):
            starting = [cell for cell in grid.row(row) if cell.row == row]
            for cell in (cell for cell in starting if cell.column < left):
                cells.append(Cell(cell.text, at, 0))
                if cell.column + cell.colspan == left:
                    cells += [
                        attrs.evolve(body, row=at, column=body.column - left + 1)
                        for body in starting
                        if body.column >= left
                    ]
                else:
                    cells += [Cell("", at, column) for column in range(1, grid.columns - left + 1)]
                at += 1
        return grid_of(cells, number=grid.number)

    return _one(
        document,
        layout,
        random,
        change,
        lambda grid: (
            _is_stubbed(layout, grid)
            and any(cell.rowspan > 1 and cell.row >= _body(layout)[grid.number][0] for cell in grid.cells)
        ),
    )


# --- columns and rows that are not there


def ghost_column(document: Document, layout: Layout, random: Random) -> Document:
    """An empty column more, under the heading to its left."""

    def change(grid: Grid) -> Grid:
        top, left = _body(layout)[grid.number]
        before = random.randint(left + 1, grid.columns)
        return with_column(grid, before, {}, widen=range(top))

    return _one(document, layout, random, change, lambda grid: not _is_stack(layout, grid))


def edge_column(document: Document, layout: Layout, random: Random) -> Document:
    """An empty column more at the right edge, or an empty one at the left, with no heading at all."""
    return _one(
        document, layout, random, lambda grid: with_column(grid, random.choice([0, grid.columns]), {})
    )


def shifted_edges(document: Document, layout: Layout, random: Random) -> Document:
    """An edge of a column of numbers that stands a hair right of the edge of its heading."""

    def change(grid: Grid) -> Grid:
        top, left = _body(layout)[grid.number]
        before = random.randint(left + 1, grid.columns - 1)
        wide = with_column(grid, before, {}, widen=range(top, grid.rows))
        # above, the empty cell goes to the heading on its right
        heads: list[Cell] = []
        for cell in wide.cells:
            if cell.row < top and cell.column == before and not cell.text and cell.colspan == 1:
                continue
            if cell.row < top and cell.column == before + 1:
                cell = attrs.evolve(cell, column=before, colspan=cell.colspan + 1)
            heads.append(cell)
        return Grid(tuple(heads), wide.rows, wide.columns, wide.number)

    return _one(document, layout, random, change, lambda grid: not _is_stack(layout, grid))


def blank_row(document: Document, layout: Layout, random: Random) -> Document:
    """An empty row between two rows of numbers, or behind the last."""

    def change(grid: Grid) -> Grid:
        top, _ = _body(layout)[grid.number]
        at = random.randint(top + 1, grid.rows)
        return with_row(grid, at, [Cell("", 0, column) for column in range(grid.columns)])

    return _one(
        document, layout, random, change, lambda grid: _is_stack(layout, grid) or _is_stubbed(layout, grid)
    )


def headings_again(document: Document, layout: Layout, random: Random) -> Document:
    """The heading rows again, between two rows of the same grid: pages that a converter joined."""

    def change(grid: Grid) -> Grid:
        top, _ = _body(layout)[grid.number]
        at = random.randint(top + 1, grid.rows - 1)
        return below(
            [cut(grid, 0, at), cut(grid, 0, top), cut(grid, at, grid.rows, repeat=random.random() < 0.5)]
        )

    return _one(document, layout, random, change, lambda grid: _is_stubbed(layout, grid))


# --- pages


def cut_between_rows(document: Document, layout: Layout, random: Random) -> Document:
    """A table cut by a page: with or without its headings again, maybe a page number between."""

    def change(grid: Grid) -> Sequence[Block]:
        top, _ = _body(layout)[grid.number]
        at = random.randint(top + 1, grid.rows - 1)
        rest = cut(grid, at, grid.rows, repeat=random.random() < 0.5)
        if random.random() < 0.5 and not _is_stack(layout, grid):
            rest = below([cut(grid, 0, top), rest])
        return [cut(grid, 0, at), *_page(random), rest]

    return _one(document, layout, random, change, lambda grid: grid.rows - _body(layout)[grid.number][0] > 1)


def cut_inside_group_label(document: Document, layout: Layout, random: Random) -> Document:
    """A table cut by a page in the middle of the label of a group: （四）无 and 法提供."""

    def groups(grid: Grid) -> list[Cell]:
        top = _body(layout)[grid.number][0]
        return [cell for cell in grid.cells if cell.row >= top and cell.rowspan > 1 and len(cell.text) > 4]

    def change(grid: Grid) -> Sequence[Block]:
        group = random.choice(groups(grid))
        at = random.randint(group.row + 1, group.row + group.rowspan - 1)
        letters = random.randint(1, len(group.text) - 1)
        upper = with_texts(cut(grid, 0, at), {(group.row, group.column): group.text[:letters]})
        lower = with_texts(cut(grid, at, grid.rows), {(0, group.column): group.text[letters:]})
        return [upper, *_page(random), lower]

    return _one(
        document, layout, random, change, lambda grid: _is_stubbed(layout, grid) and bool(groups(grid))
    )


def cut_inside_row(document: Document, layout: Layout, random: Random) -> Document:
    """A table cut by a page in the middle of the label of a row; its numbers stay above."""
    known = cores(layout)

    def change(grid: Grid) -> Sequence[Block]:
        top, _ = _body(layout)[grid.number]
        row = random.randint(top, grid.rows - 1)
        name = next((cell for cell in reversed(grid.row(row)) if label(cell.text).core in known), None)
        if name is None or name.row != row or len(name.text) < 2:
            return [grid]
        letters = random.randint(1, len(name.text) - 1)
        upper = with_texts(cut(grid, 0, row + 1), {(row, name.column): name.text[:letters]})
        emptied = {
            (0, cell.column): name.text[letters:] if cell is name else ""
            for cell in grid.row(row)
            if cell.row == row
        }
        return [upper, *_page(random), with_texts(cut(grid, row, grid.rows), emptied)]

    return _one(document, layout, random, change, lambda grid: _is_stubbed(layout, grid))


def cut_at_band_title(document: Document, layout: Layout, random: Random) -> Document:
    """The title of a band on one page, its columns on the next."""

    def change(grid: Grid) -> Sequence[Block]:
        at = random.choice(_titles(layout, grid)) + 1
        return [cut(grid, 0, at), *_page(random), cut(grid, at, grid.rows)]

    return _one(document, layout, random, change, lambda grid: _is_stack(layout, grid))


def _page(random: Random) -> list[Block]:
    number = random.randint(1, 30)
    return random.choice(
        [[], [], [Paragraph(f"- {number} -")], [Paragraph(str(number))], [Paragraph(f"第{number}页")]]
    )


# --- tables and blocks


def _titles(layout: Layout, grid: Grid) -> list[int]:
    names = {label(band.spanner or band.title).core for band in layout.tables[grid.number - 1].bands}
    return sorted({cell.row for cell in grid.cells if label(cell.text).core in names})


def _bands(layout: Layout, grid: Grid) -> list[Grid]:
    starts = _titles(layout, grid)
    return [cut(grid, start, end) for start, end in zip(starts, [*starts[1:], grid.rows], strict=True)]


def _title(band: Grid) -> str:
    return next(cell.text for cell in band.cells if cell.text)


def own_grids(document: Document, layout: Layout, random: Random) -> Document:
    """Each band of a stack as a table of its own, its title inside."""
    return _one(
        document, layout, random, lambda grid: _bands(layout, grid), lambda grid: _is_stack(layout, grid)
    )


def titles_outside(document: Document, layout: Layout, random: Random) -> Document:
    """Each band of a stack as a table of its own, its title a paragraph over it."""

    def change(grid: Grid) -> Sequence[Block]:
        return [
            block
            for band in _bands(layout, grid)
            for block in (Paragraph(_title(band)), cut(band, 1, band.rows))
        ]

    return _one(document, layout, random, change, lambda grid: _is_stack(layout, grid))


def one_grid(document: Document, layout: Layout, random: Random) -> Document:
    """All tables in one, what stood between them as rows of one cell."""
    numbers = [at for at, block in enumerate(document.blocks) if isinstance(block, Grid)]
    first, last = numbers[0], numbers[-1]
    parts: list[Grid] = []
    for block in document.blocks[first : last + 1]:
        if isinstance(block, Grid):
            parts.append(block)
        else:
            parts.append(Grid((Cell(block.text, 0, 0),), 1, 1))
    return with_blocks(document, [*document.blocks[:first], below(parts), *document.blocks[last + 1 :]])


def prose_between(document: Document, layout: Layout, random: Random) -> Document:
    """Prose between a section heading and its table."""
    lines = (
        "具体情况见下表：",
        "本年度收到申请共12件，其中自然人9件。",
        "单位：件",
        "（一）制度建设。完善3项制度。",
    )
    return map_grids(document, lambda grid: [Paragraph(random.choice(lines)), grid])


def no_sections(document: Document, layout: Layout, random: Random) -> Document:
    """Without some of the section headings."""
    names = {label(section.label).core for section in layout.sections}
    return with_blocks(
        document,
        [
            block
            for block in document.blocks
            if not (
                isinstance(block, Paragraph) and label(block.text).core in names and random.random() < 0.5
            )
        ],
    )
