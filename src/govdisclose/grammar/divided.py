"""Headings over more than one column of numbers: last year's beside this year's, a share beside a count.

    ┌──────────┐
    │  自然人  │     One number in a row, and which of the two columns it stands in is what tells them apart: where
    ├────┬─────┤     not all numbers of a heading stand in one column, or a text under it names a part of it, none
    │    │ 12  │     of them is known to be the heading's own.
    └────┴─────┘

A cell as wide as the heading is its own in any case. An empty column beside the numbers, as converters leave it,
divides nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from attrs import frozen

from govdisclose.grammar.boxhead import Column, Columns
from govdisclose.grammar.place import Placed
from govdisclose.grammar.row import Row
from govdisclose.grammar.values import State, count, parse_value
from govdisclose.grid import Cell
from govdisclose.text import is_blank

__all__ = ["Line", "divided_columns", "in_part"]


_SEVERAL = 2


@frozen
class Line:
    """A row under some columns. ``labelled``: it has a label; ``leading``: no row of the form's stands before it."""

    row: Row
    columns: Columns
    labelled: bool
    leading: bool


def divided_columns(parts: Sequence[Iterable[Line]]) -> list[dict[str, tuple[Cell, ...]]]:
    """For each band, the paths of the headings that stand over several columns, with cells that show it.

    Where it is seen more than once in a table, it holds for all headings that are wide enough: a row may have left
    the other column empty.
    """
    found = [_divided(lines) for lines in parts]
    if sum(times for _, _, times in found) < _SEVERAL:
        return [divided for divided, _, _ in found]
    return [seen | divided for divided, seen, _ in found]


def _divided(
    lines: Iterable[Line],
) -> tuple[dict[str, tuple[Cell, ...]], dict[str, tuple[Cell, ...]], int]:
    """The headings that are seen to be divided, all that could be, and how many times it is seen."""
    times = 0
    shared: dict[str, set[int]] = {}
    divided: dict[str, tuple[Cell, ...]] = {}
    seen: dict[str, tuple[Cell, ...]] = {}
    for line in lines:
        if line.row.grid.ragged or line.columns.by_count:
            continue
        for column in line.columns.columns:
            if column.path is None or column.end - column.start < 2:
                continue
            cells = _parts(line.row, column)
            if not cells or (not line.labelled and not line.leading and len(_filled(line.row)) < 2):
                continue  # one text alone between the rows, as the number of a page
            if _is_repeated(column, cells):
                continue
            common = shared.setdefault(column.path, set(range(column.start, column.end)))
            for cell in cells:
                common &= set(range(cell.column, cell.column + cell.colspan))
            named = line.leading and any(_is_name(cell, column) for cell in cells)
            new = column.path not in divided
            times += named or len(cells) > 1 or (new and not common)
            if new and (named or not common):
                divided[column.path] = (
                    cells if named or len(cells) > 1 else (*seen.get(column.path, ()), *cells)
                )
            seen[column.path] = cells
    return divided, seen, times


def in_part(
    row: Row, columns: Columns, divided: Collection[str], placed: Mapping[str, Placed]
) -> dict[str, Cell]:
    """The cells of a row that stand under a part of a divided heading and would be taken for its own."""
    found: dict[str, Cell] = {}
    for column in columns.columns:
        if column.path is None or column.path not in divided or row.grid.ragged or columns.by_count:
            continue
        one = placed.get(column.path)
        if one is None or one.cell is None or not one.readable or is_blank(one.cell.text):
            continue
        if one.cell.colspan < column.end - column.start and not _is_repeated(column, _parts(row, column)):
            found[column.path] = one.cell
    return found


def _is_repeated(column: Column, cells: tuple[Cell, ...]) -> bool:
    """Whether one number stands in each cell, as its heading does: a merged cell that was divided."""
    return column.cells > 1 and len(cells) > 1 and len({cell.text.strip() for cell in cells}) == 1


def _parts(row: Row, column: Column) -> tuple[Cell, ...]:
    """The filled cells of a row that stand under this heading alone."""
    cells = dict.fromkeys(row.line[column.start : column.end])
    return tuple(
        cell
        for cell in cells
        if cell is not None
        and not is_blank(cell.text)
        and cell.column >= column.start
        and cell.column + cell.colspan <= column.end
    )


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if not is_blank(cell.text)]


def _is_name(cell: Cell, column: Column) -> bool:
    """Whether a text above all rows names the part of a heading under which it stands: no unit, no dash."""
    if cell.colspan == column.end - column.start:
        return False
    if (
        parse_value(f"1{cell.text.strip()}", count()).state is State.NUMBER
        and not cell.text.strip().isdigit()
    ):
        return False
    return parse_value(cell.text, count()).state is not State.NOT_APPLICABLE
