"""Empty cells that are not known to be blank: a number that belongs to no column stands beside them.

┌──────────┬────────────┬────┬────────────┐
│ 信息内容 │ 本年制发件数 │    │ 本年废止件数 │     the heading lost its width; its numbers stand one column
├──────────┼────────────┼────┼────────────┤     right of it
│ 规章     │            │ 6  │     1      │
└──────────┴────────────┴────┴────────────┘
"""

from __future__ import annotations

from collections.abc import Mapping

from govdisclose.grammar.boxhead import Columns
from govdisclose.grammar.place import Placed
from govdisclose.grammar.row import Row
from govdisclose.grammar.values import State, amount, change, parse_value
from govdisclose.grid import Cell
from govdisclose.text import is_blank

__all__ = ["beside_blanks"]


def beside_blanks(row: Row, columns: Columns, placed: Mapping[str, Placed]) -> dict[str, Cell]:
    """For each entry of a row whose cell is empty, a number under no heading with only empty cells between them."""
    if row.grid.ragged or columns.by_count:
        return {}
    headless = [
        cell
        for column in columns.columns
        if not column.words and (cell := row.line[column.start]) is not None and _is_number(cell)
    ]
    paths = {id(one.cell): path for path, one in placed.items() if one.readable and one.cell is not None}
    found: dict[str, Cell] = {}
    for cell in dict.fromkeys(headless):
        for positions in (range(cell.column - 1, -1, -1), range(cell.column + cell.colspan, len(row.line))):
            for position in positions:
                beside = row.line[position]
                if beside is None or not is_blank(beside.text):
                    break
                if (path := paths.get(id(beside))) is not None:
                    found.setdefault(path, cell)
    return found


def _is_number(cell: Cell) -> bool:
    return any(parse_value(cell.text, kind).state is State.NUMBER for kind in (change(), amount()))
