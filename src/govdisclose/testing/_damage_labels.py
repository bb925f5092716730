"""Faults in labels and merges of headings; see ``damage``."""

from __future__ import annotations

from random import Random

import attrs

from govdisclose.document import Document
from govdisclose.grid import Cell, Grid
from govdisclose.testing._noise_text import cores
from govdisclose.testing._sites import groups, heads, pick, put, row_labels, spanners
from govdisclose.testing.documents import Filled
from govdisclose.testing.grids import grid_of, with_texts
from govdisclose.text import label

__all__ = [
    "blank_label",
    "group_edge_moved",
    "label_of_another",
    "misspelt_label",
    "shortened_label",
    "spanner_edge_moved",
    "swapped_column_labels",
    "swapped_group_labels",
    "swapped_row_labels",
    "wrong_enumerator",
]


def _labels(filled: Filled, grid: Grid) -> list[Cell]:
    found = [*row_labels(filled, grid), *groups(filled, grid), *heads(filled, grid), *spanners(filled, grid)]
    return [cell for cell in dict.fromkeys(found) if cell.text]


def _change(filled: Filled, random: Random, grid: Grid, cell: Cell, text: str) -> Document:
    return put(filled, grid, with_texts(grid, {(cell.row, cell.column): text}))


def misspelt_label(filled: Filled, random: Random) -> Document:
    """One character of a label wrong, lost or doubled, so that it is none that the layout knows."""
    grid = pick(filled, random)
    cell = random.choice(_labels(filled, grid))
    at = random.randrange(len(cell.text))
    new = random.choice(["彐", "", cell.text[at] * 2, "1", "一"])
    text = cell.text[:at] + new + cell.text[at + 1 :]
    if label(text).core in cores(filled.layout) or text == cell.text.replace("、", "", 1):
        text = "彐"  # what may be left out is no fault
    return _change(filled, random, grid, cell, text)


def shortened_label(filled: Filled, random: Random) -> Document:
    """Only the first characters of a label, or only the last; never what the layout knows as a label."""
    grid = pick(filled, random)
    cell = random.choice(_labels(filled, grid))
    at = random.randint(1, max(len(cell.text) - 1, 1))
    text = random.choice([cell.text[:at], cell.text[at:]])
    return _change(filled, random, grid, cell, text if label(text).core not in cores(filled.layout) else "彐")


def blank_label(filled: Filled, random: Random) -> Document:
    """A label not printed."""
    grid = pick(filled, random)
    return _change(filled, random, grid, random.choice(_labels(filled, grid)), random.choice(["", "\u00a0"]))


def label_of_another(filled: Filled, random: Random) -> Document:
    """A label printed where another belongs, which is then nowhere."""
    grid = pick(filled, random)
    labels = _labels(filled, grid)
    return _change(filled, random, grid, random.choice(labels), random.choice(labels).text)


def wrong_enumerator(filled: Filled, random: Random) -> Document:
    """Another ordinal before a label."""
    grid = pick(filled, random, stubbed=True)
    numbered = [cell for cell in _labels(filled, grid) if cell.text and cell.text[0] in "一二三四（12345678"]
    if not numbered:
        return filled.document
    cell = random.choice(numbered)
    if cell.text[0] == "（":
        return _change(filled, random, grid, cell, f"（{random.choice('一二三四五六七八')}{cell.text[2:]}")
    digits = "一二三四五" if cell.text[1] == "、" else "123456789"
    return _change(filled, random, grid, cell, random.choice(digits) + cell.text[1:])


def _swap(filled: Filled, random: Random, grid: Grid, cells: list[Cell]) -> Document:
    if len(cells) < 2:
        return filled.document
    one, other = random.sample(cells, 2)
    texts = {(one.row, one.column): other.text, (other.row, other.column): one.text}
    return put(filled, grid, with_texts(grid, texts))


def swapped_row_labels(filled: Filled, random: Random) -> Document:
    """The labels of two rows exchanged, and not their numbers."""
    grid = pick(filled, random, stubbed=True)
    return _swap(filled, random, grid, row_labels(filled, grid))


def swapped_column_labels(filled: Filled, random: Random) -> Document:
    """The lowest headings of two columns exchanged, and not their numbers."""
    grid = pick(filled, random)
    return _swap(filled, random, grid, heads(filled, grid))


def swapped_group_labels(filled: Filled, random: Random) -> Document:
    """The labels of two groups of rows, or two spanners, exchanged."""
    grid = pick(filled, random)
    return _swap(filled, random, grid, random.choice([groups, spanners])(filled, grid))


def group_edge_moved(filled: Filled, random: Random) -> Document:
    """A group that reaches over one row of the next group."""
    grid = pick(filled, random, stubbed=True)
    pairs = [
        (one, other)
        for one in groups(filled, grid)
        for other in groups(filled, grid)
        if other.column == one.column and other.row == one.row + one.rowspan
    ]
    if not pairs:
        return filled.document
    one, other = random.choice(pairs)
    cells = [cell for cell in grid.cells if cell is not one and cell is not other]
    by = random.choice([1, -1])
    cells.append(attrs.evolve(one, rowspan=one.rowspan + by))
    cells.append(attrs.evolve(other, row=other.row + by, rowspan=other.rowspan - by))
    return put(filled, grid, grid_of(cells, number=grid.number))


def spanner_edge_moved(filled: Filled, random: Random) -> Document:
    """A spanner that reaches over one column of the next, or ends one column early over an empty cell."""
    grid = pick(filled, random)
    wide = spanners(filled, grid)
    if not wide:
        return filled.document
    one = random.choice(wide)
    cells = [cell for cell in grid.cells if cell is not one]
    other = next(
        (
            cell
            for cell in wide
            if (cell.row, cell.rowspan, cell.column) == (one.row, one.rowspan, one.column + one.colspan)
        ),
        None,
    )
    if other is not None and random.random() < 0.7:
        cells.remove(other)
        by = random.choice([1, -1])
        cells.append(attrs.evolve(one, colspan=one.colspan + by))
        cells.append(attrs.evolve(other, column=other.column + by, colspan=other.colspan - by))
    else:
        cells.append(attrs.evolve(one, colspan=one.colspan - 1))
        cells.append(Cell("", one.row, one.column + one.colspan - 1, one.rowspan))
    return put(filled, grid, grid_of(cells, number=grid.number))
