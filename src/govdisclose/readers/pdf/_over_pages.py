"""Tables that go over pages.

Such a table is left in as many grids as pages it stands on, all with the same column edges:

    page 1   │ 一、 │ （一） │  0  │        page 2   │ 四、结转      │  3  │     the rule between 一、 and （一）
             │      │ （二） │  4  │                 └───────────────┴─────┘     is taken from page 1
"""

from __future__ import annotations

from collections.abc import Sequence

from govdisclose.readers.pdf._lines import Line, to_lines
from govdisclose.readers.pdf._rules import SNAP, with_columns
from govdisclose.readers.pdf._running import may_be_page_number
from govdisclose.readers.pdf._sheet import Sheet, Table

__all__ = ["align"]

_MOST = 0.8  # of the edges of one part are edges of the other
_LEAST_SHARED = 4
_NARROW = 0.4  # of the table's width: what hangs out of a cell at the foot of a page is no wider
_PITCH = 2.3  # of the size: from one line of a cell to the next
_SAME_SIZE = 0.1


def align(sheets: Sequence[Sheet]) -> None:
    """Give the parts of a table that goes over pages the same column edges."""
    chain: list[tuple[Sheet, Table]] = []
    edges: list[float] = []
    for before, sheet in zip([None, *sheets[:-1]], sheets, strict=True):
        if before is None or not before.tables or not sheet.tables:
            continue
        upper, lower = before.tables[-1], sheet.tables[0]
        if not chain or chain[-1][1] is not upper:
            _share(chain, edges)
            chain, edges = [(before, upper)], list(upper.lattice.xs)
        if _touch(before, sheet) and _agree(edges, lower.lattice.xs):
            for line in [line for line in before.lines if line.base > upper.lattice.ys[-1]]:
                before.lines.remove(line)
                upper.runs += line.runs
            chain.append((sheet, lower))
            edges = _union(edges, lower.lattice.xs)
    _share(chain, edges)


def _touch(before: Sheet, sheet: Sheet) -> bool:
    """Whether the last thing on a page and the first on the next are tables."""
    upper, lower = before.tables[-1], sheet.tables[0].lattice
    below = [line for line in before.lines if line.base > upper.lattice.ys[-1]]
    return _hang(below, upper) and not any(line.base < lower.ys[0] for line in sheet.lines)


def _hang(lines: Sequence[Line], table: Table) -> bool:
    """Whether lines are the end of the text of cells that the page left no room for: they go on under the last rule.

    Each is narrow, and as far under the text over it as lines are in a cell, or begins at the rule itself. What may
    be a page number is none.
    """
    if not lines:
        return True
    left, _, right, bottom = table.lattice.box
    inner = to_lines(list(table.runs))
    # what hangs out of two cells stands on one line
    for line in [piece for whole in lines for run in whole.runs for piece in to_lines([run])]:
        if not (left <= line.box[0] and line.box[2] <= right and line.width < _NARROW * (right - left)):
            return False
        if may_be_page_number(line.text) or (line.box[1] > bottom + SNAP and not _goes_on(line, inner)):
            return False
        inner.append(line)
    return True


def _goes_on(line: Line, above: Sequence[Line]) -> bool:
    """Whether a line stands as near under another one of its size as lines of one paragraph do."""
    return any(
        0 < line.base - run.base <= _PITCH * line.size
        and abs(run.size - line.size) <= _SAME_SIZE * line.size
        and run.edges[0] < line.box[2]
        and line.box[0] < run.edges[-1]
        for other in above
        for run in other.runs
    )


def _agree(edges: Sequence[float], others: Sequence[float]) -> bool:
    """Whether edges are those of one table: both sides are the same, or one side and most of the edges.

    A browser draws no border beside a merged cell that began on the page before.
    """
    left, right = abs(edges[0] - others[0]) <= SNAP, abs(edges[-1] - others[-1]) <= SNAP
    if left and right:
        return True
    few, many = sorted((edges, others), key=len)
    shared = sum(_stands_in(edge, many) for edge in few)
    return (left or right) and shared >= max(_LEAST_SHARED, _MOST * len(few))


def _stands_in(edge: float, others: Sequence[float]) -> bool:
    return any(abs(edge - other) <= SNAP for other in others)


def _union(edges: Sequence[float], others: Sequence[float]) -> list[float]:
    found: list[float] = []
    for edge in sorted((*edges, *others)):
        if not found or edge - found[-1] > SNAP:
            found.append(edge)
    return found


def _share(chain: Sequence[tuple[Sheet, Table]], edges: Sequence[float]) -> None:
    if len(chain) < 2:
        return
    for _, table in chain[:-1]:
        table.goes_on = True
    for sheet, table in chain:
        own = table.lattice.xs
        xs = [next((mine for mine in own if abs(mine - edge) <= SNAP), edge) for edge in edges]
        table.lattice = with_columns(table.lattice, xs)
        if xs[0] < own[0] or xs[-1] > own[-1]:
            _take_in(sheet, table)


def _take_in(sheet: Sheet, table: Table) -> None:
    """Move the lines into a table that has become wider."""
    for line in list(sheet.lines):
        if table.lattice.holds(line.box):
            sheet.lines.remove(line)
            table.runs += line.runs
