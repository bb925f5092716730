"""Faults in whole rows, columns and tables; see ``damage``."""

from __future__ import annotations

from random import Random

import attrs

from govdisclose.document import Document
from govdisclose.grid import Cell, Grid
from govdisclose.testing._sites import bodies, body_columns, body_rows, heads, pick, put, row_labels
from govdisclose.testing.documents import Filled
from govdisclose.testing.grids import (
    cut,
    map_cells,
    with_column,
    with_row,
    with_texts,
    without_columns,
    without_rows,
)

__all__ = [
    "copied_table",
    "dropped_column",
    "dropped_heading_row",
    "dropped_row",
    "moved_row",
    "other_table_too",
    "page_number_row",
    "repeated_row",
    "stray_number_row",
    "swapped_columns",
    "swapped_rows",
    "table_cut_without_headings",
    "unknown_column",
    "unknown_row",
]


def dropped_row(filled: Filled, random: Random) -> Document:
    """A row of numbers left out; a group whose first row it was keeps its label."""
    grid = pick(filled, random)
    return put(filled, grid, without_rows(grid, [random.choice(body_rows(filled, grid))]))


def dropped_heading_row(filled: Filled, random: Random) -> Document:
    """A row of column headings left out, or the title of a band."""
    grid = pick(filled, random)
    rows = sorted(set(range(grid.rows)) - set(body_rows(filled, grid)))
    return put(filled, grid, without_rows(grid, [random.choice(rows)]))


def dropped_column(filled: Filled, random: Random) -> Document:
    """A column of the grid left out, with its heading: numbers, or labels of the stub."""
    grid = pick(filled, random)
    return put(filled, grid, without_columns(grid, [random.randrange(grid.columns)]))


def table_cut_without_headings(filled: Filled, random: Random) -> Document:
    """Only the lower part of a table is there: no column headings."""
    grid = pick(filled, random)
    rows = body_rows(filled, grid)
    return put(filled, grid, cut(grid, random.choice(rows), grid.rows, repeat=random.random() < 0.5))


def _line(filled: Filled, grid: Grid, row: int) -> list[Cell]:
    """The label and the numbers of a row."""
    label = [cell for cell in row_labels(filled, grid) if cell.row == row]
    return label + [cell for cell in bodies(filled, grid) if cell.row == row]


def swapped_rows(filled: Filled, random: Random) -> Document:
    """Two rows exchanged with their labels. In different groups, both then stand under wrong headings."""
    grid = pick(filled, random, stubbed=True)
    one, other = (_line(filled, grid, random.choice(body_rows(filled, grid))) for _ in range(2))
    if len(one) != len(other):
        return filled.document
    texts = {}
    for left, right in zip(one, other, strict=True):
        texts[left.row, left.column], texts[right.row, right.column] = right.text, left.text
    return put(filled, grid, with_texts(grid, texts))


def moved_row(filled: Filled, random: Random) -> Document:
    """A row taken out and put in elsewhere with label and numbers, maybe inside another group."""
    grid = pick(filled, random, stubbed=True)
    row = random.choice(body_rows(filled, grid))
    line = _line(filled, grid, row)
    before = random.choice([at for at in body_rows(filled, grid) if at != row] or [row])
    return put(filled, grid, without_rows(with_row(grid, before, line), [row + (before <= row)]))


def swapped_columns(filled: Filled, random: Random) -> Document:
    """Two columns exchanged with their lowest headings. Under different spanners, both then stand wrong."""
    grid = pick(filled, random)
    left, right = random.choice(body_columns(filled, grid)), random.choice(body_columns(filled, grid))
    cells = [*heads(filled, grid), *bodies(filled, grid)]
    texts = {}
    by_row: dict[tuple[int, int], dict[int, Cell]] = {}
    for cell in cells:
        by_row.setdefault((cell.row + cell.rowspan, cell.row if cell in bodies(filled, grid) else -1), {})[
            cell.column
        ] = cell
    for line in by_row.values():
        if left in line and right in line:
            texts[line[left].row, left] = line[right].text
            texts[line[right].row, right] = line[left].text
    return put(filled, grid, with_texts(grid, texts))


def repeated_row(filled: Filled, random: Random) -> Document:
    """A row twice, with the same numbers or with others."""
    grid = pick(filled, random, stubbed=True)
    row = random.choice(body_rows(filled, grid))
    line = _line(filled, grid, row)
    if random.random() < 0.5:
        line = [line[0], *(attrs.evolve(cell, text=f"{cell.text}1") for cell in line[1:])]
    return put(filled, grid, with_row(grid, random.choice([row, row + 1]), line))


def unknown_row(filled: Filled, random: Random) -> Document:
    """A row that the form does not have."""
    grid = pick(filled, random, stubbed=True)
    row = random.choice(body_rows(filled, grid))
    name = random.choice(["9.属于其他情形", "其中：网上申请", "小计", "本年度", "5", "（八）其他", "其他"])
    line = [
        attrs.evolve(cell, text=f"{cell.text}9" if at else name)
        for at, cell in enumerate(_line(filled, grid, row))
    ]
    return put(filled, grid, with_row(grid, random.choice([row, row + 1]), line))


def unknown_column(filled: Filled, random: Random) -> Document:
    """A column that the form does not have, with a heading of its own, a blank one or under a spanner."""
    grid = pick(filled, random)
    rows = body_rows(filled, grid)
    column = random.choice(body_columns(filled, grid))
    name = random.choice(["外国人", "小计", "", "其他组织", "备注"])
    texts = {row: str(70_001 + row) for row in rows} | {min(rows) - 1: name}
    return put(filled, grid, with_column(grid, random.choice([column, grid.columns]), texts))


def page_number_row(filled: Filled, random: Random) -> Document:
    """A page number between two rows, as a row of one cell or in one of its cells."""
    grid = pick(filled, random)
    rows = body_rows(filled, grid)
    before = random.choice([*rows[1:], grid.rows])
    text = random.choice(["- 4 -", "4", "—4—", "第4页"])
    if random.random() < 0.5:
        return put(filled, grid, with_row(grid, before, [Cell(text, 0, 0, 1, grid.columns)]))
    chosen = random.randrange(grid.columns)
    line = [Cell(text if column == chosen else "", 0, column) for column in range(grid.columns)]
    return put(filled, grid, with_row(grid, before, line))


def stray_number_row(filled: Filled, random: Random) -> Document:
    """A row of numbers without a label."""
    grid = pick(filled, random)
    rows = body_rows(filled, grid)
    row = random.choice(rows)
    line = [attrs.evolve(cell, text=f"{cell.text}3") for cell in bodies(filled, grid) if cell.row == row]
    taken = {place for cell in line for place in range(cell.column, cell.column + cell.colspan)}
    blank = [Cell("", 0, column) for column in range(grid.columns) if column not in taken]
    return put(filled, grid, with_row(grid, row + 1, [*blank, *line]))


def copied_table(filled: Filled, random: Random) -> Document:
    """A table twice, with the same numbers."""
    grid = pick(filled, random)
    return put(filled, grid, grid, grid)


def other_table_too(filled: Filled, random: Random) -> Document:
    """A table twice, the second time (or the first) with other numbers, as when last year's was left in."""
    grid = pick(filled, random)
    body = {id(cell) for cell in bodies(filled, grid)}
    share = random.choice([1.0, 0.05])
    other = map_cells(
        grid,
        lambda cell: (
            attrs.evolve(cell, text=f"{cell.text}1") if id(cell) in body and random.random() < share else cell
        ),
    )
    return put(filled, grid, *random.choice([(grid, other), (other, grid)]))
