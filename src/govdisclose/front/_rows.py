"""Rows of small tables before section one in which the title may stand beside other words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdisclose.document import Document, Grid
from govdisclose.locate import Locator
from govdisclose.section import TextLine
from govdisclose.text import is_blank

__all__ = ["with_rows"]

_TITLE = re.compile("报告|報告|年报")
_LONGEST = 200
_MOST_BLOCKS = 400
_MOST_ROWS = 40


def with_rows(
    document: Document, lines: Sequence[TextLine], first: int | None
) -> tuple[Sequence[TextLine], int | None]:
    """The lines with each row of several cells before ``first`` that may hold a title, and where ``first`` is then.

    Such a row is one line, a tab between its cells: what stood apart stays apart.
    """
    stop = lines[first].at if first is not None else None
    rows: list[tuple[Locator | None, TextLine]] = []
    last: Locator | None = None
    for block in document.blocks[:_MOST_BLOCKS]:
        if isinstance(block, Grid):
            rows += [(last, row) for row in _rows(block)]
        elif block.at == stop:
            break
        else:
            last = block.at
    if not rows:
        return lines, first
    places = {line.at: place for place, line in enumerate(lines)}
    merged = list(lines)
    for number, (after, row) in enumerate(rows[:_MOST_ROWS]):
        merged.insert(number + (places.get(after, -1) + 1 if after is not None else 0), row)
    return merged, first + min(len(rows), _MOST_ROWS) if first is not None else None


def _rows(grid: Grid) -> list[TextLine]:
    rows: list[TextLine] = []
    for row in range(min(grid.rows, 8)):
        cells = [cell for cell in grid.row(row) if cell.row == row and not is_blank(cell.text)]
        text = "\t".join(" ".join(cell.text.split()) for cell in cells)
        if len({cell.text for cell in cells}) > 1 and len(text) <= _LONGEST and _TITLE.search(text):
            rows.append(TextLine(text, grid.locate(cells[0])))
    return rows
