"""From rows of cells with spans, as Word stores them, to a ``Grid`` of the columns that are really there.

A file can hold more columns than anyone sees. Two columns that no cell tells apart are one (loss-free). And
where an exporter rounded, a heading ends at 149 and the value under it at 150, with a column one twip wide
between them:

    stored   |   149   |1|    101    |        read   |    0    |     1     |
    heading  |  收入   |     101     |               |  收入   |           |
    value    |     150   |    101    |               |    0    |     1     |

Such a pair of edges is snapped to one, unless a cell with text stands between them.
"""

from __future__ import annotations

from bisect import bisect_left
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from attrs import frozen

from govdisclose.findings import Finding, finding
from govdisclose.grid import Cell, Grid
from govdisclose.limits import Limits
from govdisclose.locate import Locator
from govdisclose.text import is_blank

_NARROW = 20  # twips: a point, narrower than any character
_SHARE = 40


Notes = tuple[tuple[str, dict[str, str]], ...]
"""What is to be told of a cell: kinds of finding, with their facts."""


class Merge(IntEnum):
    """What a cell says of the cell above it."""

    NONE = 0
    RESTART = 1
    CONTINUE = 2


NONE, CONTINUE = Merge.NONE, Merge.CONTINUE  # faster than a look into the enumeration


class RawCell(NamedTuple):
    """A cell as stored: the edges it runs from and to, in columns of the file's own grid; what is to be told of it."""

    start: int
    end: int
    merge: Merge
    text: str
    notes: Notes = ()


@frozen
class RawTable:
    """Rows as stored, and the widths in twips that the file declares for its columns (None: not usable)."""

    rows: list[list[RawCell]]
    widths: list[int] | None


def build(table: RawTable, number: int, limits: Limits) -> tuple[Grid, list[Finding]]:
    """The grid, and what was done to get it. ``number`` is the grid's number in its document."""
    findings: list[Finding] = []
    rows = table.rows
    snapped = _snap(table)
    if snapped:
        findings.append(finding("edges-snapped", Locator(table=number), count=len(snapped)))
        rows = [
            [
                cell._replace(start=start, end=end)
                for cell in row
                if (start := snapped.get(cell.start, cell.start)) < (end := snapped.get(cell.end, cell.end))
            ]
            for row in rows
        ]
    edges = sorted({cell[0] for row in rows for cell in row} | {cell[1] for row in rows for cell in row})
    place = {edge: index for index, edge in enumerate(edges)}
    columns = max(len(edges) - 1, 0)
    limits.check("cells", len(rows) * columns, f"table {number}")

    # What the row above left open below it: by its first column, where the merged cell stands in ``cells``.
    above: dict[int, int] = {}
    cells: list[Cell] = []
    heights: dict[int, int] = {}
    for index, row in enumerate(rows):
        below: dict[int, int] = {}
        for start, end, merge, text, notes in row:
            column = place[start]
            colspan = place[end] - column
            if merge is not NONE:
                opened = above.get(column) if merge is CONTINUE else None
                if opened is not None and cells[opened].colspan == colspan:
                    heights[opened] = heights.get(opened, 1) + 1
                    below[column] = opened
                    continue
                if merge is CONTINUE:
                    at = Locator(table=number, row=index + 1, column=column + 1)
                    findings.append(finding("merge-without-start", at))
                below[column] = len(cells)
            if notes:
                at = Locator(table=number, row=index + 1, column=column + 1)
                findings += [finding(kind, at, "", **facts) for kind, facts in notes]
            cells.append(Cell(text, index, column, 1, colspan))
        above = below
    for opened, height in heights.items():
        cell = cells[opened]
        cells[opened] = Cell(cell.text, cell.row, cell.column, height, cell.colspan)
    return Grid(tuple(cells), len(rows) if columns else 0, columns, number), findings


def _snap(table: RawTable) -> dict[int, int]:
    """The edges to be taken for another one, each with that other one."""
    widths = table.widths
    if not widths or min(widths) > _NARROW:
        return {}
    last = max((row[-1].end for row in table.rows if row), default=0)
    if last > len(widths):
        return {}  # the declared columns are not the ones that the cells count
    edges = sorted({edge for row in table.rows for cell in row for edge in (cell.start, cell.end)})
    position = [0]
    for width in widths:
        position.append(position[-1] + width)
    gaps = sorted(position[right] - position[left] for left, right in pairwise(edges))
    wide = [gap for gap in gaps if gap > _NARROW]
    if not wide:
        return {}
    narrow = min(_NARROW, (wide[len(wide) // 2] - 1) // _SHARE)
    kept = _edges_of_narrow_text(table, position, narrow)
    snapped: dict[int, int] = {}
    anchor = edges[0]
    for edge in edges[1:]:
        held = bisect_left(kept, (anchor, -1))
        if position[edge] - position[anchor] > narrow or (held < len(kept) and kept[held][1] <= edge):
            anchor = edge
        else:
            snapped[edge] = anchor
    return snapped


def _edges_of_narrow_text(table: RawTable, position: list[int], narrow: int) -> list[tuple[int, int]]:
    """Cells that snapping could close although they hold text: their edges, the shortest of each start."""
    found: dict[int, int] = {}
    for row in table.rows:
        for cell in row:
            if position[cell.end] - position[cell.start] <= narrow and not is_blank(cell.text):
                found[cell.start] = min(found.get(cell.start, cell.end), cell.end)
    # From the right: what a start holds open, every start left of it holds open as well.
    kept: list[tuple[int, int]] = []
    nearest: int | None = None
    for start in sorted(found, reverse=True):
        nearest = found[start] if nearest is None else min(nearest, found[start])
        kept.append((start, nearest))
    return kept[::-1]
