"""Faults in cells of numbers; see ``damage``."""

from __future__ import annotations

from random import Random

import attrs

from govdisclose.document import Document
from govdisclose.grid import Cell, Grid
from govdisclose.testing._sites import bodies, body_columns, body_rows, pick, put
from govdisclose.testing.documents import Filled
from govdisclose.testing.grids import grid_of, with_texts

__all__ = [
    "added_cell",
    "dropped_cell",
    "glued_numbers",
    "merged_across",
    "merged_down",
    "numbers_shifted_left",
    "numbers_shifted_right",
    "numbers_swapped_down",
    "two_numbers_in_a_cell",
]


def _row(filled: Filled, grid: Grid, random: Random, least: int = 1) -> list[Cell]:
    """The numbers of any row that has so many."""
    rows = [[cell for cell in bodies(filled, grid) if cell.row == row] for row in body_rows(filled, grid)]
    enough = [row for row in rows if len(row) >= least]
    return random.choice(enough) if enough else []


def dropped_cell(filled: Filled, random: Random) -> Document:
    """A number left out, cell and all: the rest of the row moves left."""
    grid = pick(filled, random)
    gone = random.choice(bodies(filled, grid))
    cells = []
    for cell in grid.cells:
        if cell is gone:
            continue
        if cell.row == gone.row and cell.column > gone.column:
            cell = attrs.evolve(cell, column=cell.column - gone.colspan)
        cells.append(cell)
    return put(filled, grid, attrs.evolve(grid, cells=tuple(cells)))


def added_cell(filled: Filled, random: Random) -> Document:
    """A cell too many in one row, with a number or empty: the rest of the row moves right, out of the table."""
    grid = pick(filled, random)
    place = random.choice(bodies(filled, grid))
    cells = [Cell(random.choice(["", "7", "0"]), place.row, place.column)]
    for cell in grid.cells:
        if cell.row == place.row and cell.column >= place.column:
            cell = attrs.evolve(cell, column=cell.column + 1)
        cells.append(cell)
    return put(filled, grid, grid_of(cells, number=grid.number))


def _moved(filled: Filled, random: Random, by: int) -> Document:
    grid = pick(filled, random)
    row = _row(filled, grid, random, 2) or _row(filled, grid, random)
    texts = [cell.text for cell in row]
    texts = [*texts[1:], ""] if by < 0 else ["", *texts[:-1]]
    return put(
        filled,
        grid,
        with_texts(grid, {(cell.row, cell.column): text for cell, text in zip(row, texts, strict=True)}),
    )


def numbers_shifted_left(filled: Filled, random: Random) -> Document:
    """The numbers of a row one cell too far left: that is what is printed, and only sums can tell."""
    return _moved(filled, random, -1)


def numbers_shifted_right(filled: Filled, random: Random) -> Document:
    """The numbers of a row one cell too far right."""
    return _moved(filled, random, 1)


def numbers_swapped_down(filled: Filled, random: Random) -> Document:
    """Two numbers of a column exchanged."""
    grid = pick(filled, random, stubbed=True)
    column = random.choice(body_columns(filled, grid))
    cells = [cell for cell in bodies(filled, grid) if cell.column == column]
    one, other = random.choice(cells), random.choice(cells)
    return put(
        filled,
        grid,
        with_texts(grid, {(one.row, one.column): other.text, (other.row, other.column): one.text}),
    )


def two_numbers_in_a_cell(filled: Filled, random: Random) -> Document:
    """A number and its neighbour in one cell, the neighbour's cell empty."""
    grid = pick(filled, random)
    row = _row(filled, grid, random, 2) or _row(filled, grid, random)
    at = random.randrange(max(len(row) - 1, 1))
    between = random.choice([" ", "\n", "  ", "\u3000", "/", "、", ", ", "\t"])
    texts = {(row[at].row, row[at].column): between.join(cell.text for cell in row[at : at + 2])}
    if len(row) > 1:
        texts[row[at + 1].row, row[at + 1].column] = ""
    return put(filled, grid, with_texts(grid, texts))


def glued_numbers(filled: Filled, random: Random) -> Document:
    """A number printed at the end of its neighbour, its own cell empty. What is printed is one long number."""
    grid = pick(filled, random)
    row = _row(filled, grid, random, 2) or _row(filled, grid, random)
    at = random.randrange(max(len(row) - 1, 1))
    texts = {(row[at].row, row[at].column): "".join(cell.text for cell in row[at : at + 2])}
    if len(row) > 1:
        texts[row[at + 1].row, row[at + 1].column] = ""
    return put(filled, grid, with_texts(grid, texts))


def _merge(filled: Filled, random: Random, grid: Grid, one: Cell, other: Cell, merged: Cell) -> Document:
    text = random.choice([one.text, f"{one.text}\n{other.text}", ""])
    cells = [cell for cell in grid.cells if cell is not one and cell is not other]
    return put(filled, grid, grid_of([*cells, attrs.evolve(merged, text=text)], number=grid.number))


def merged_across(filled: Filled, random: Random) -> Document:
    """Two cells of numbers merged, side by side."""
    grid = pick(filled, random)
    row = _row(filled, grid, random, 2)
    if not row:
        return filled.document
    at = random.randrange(len(row) - 1)
    one, other = row[at], row[at + 1]
    return _merge(filled, random, grid, one, other, attrs.evolve(one, colspan=one.colspan + other.colspan))


def merged_down(filled: Filled, random: Random) -> Document:
    """Two cells of numbers merged, one over the other."""
    grid = pick(filled, random, stubbed=True)
    body = bodies(filled, grid)
    pairs = [
        (one, other)
        for one in body
        for other in body
        if (other.row, other.column, other.colspan) == (one.row + 1, one.column, one.colspan)
    ]
    if not pairs:
        return filled.document
    one, other = random.choice(pairs)
    return _merge(filled, random, grid, one, other, attrs.evolve(one, rowspan=2))
