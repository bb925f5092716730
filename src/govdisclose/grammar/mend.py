"""Labels and rows that a page has cut in two: ``（四）无`` ends one grid and ``法提供`` begins the next."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from govdisclose.findings import Finding, finding
from govdisclose.grammar.kinds import is_heading, stub_ends
from govdisclose.grammar.lookup import BandIndex
from govdisclose.grammar.row import Row
from govdisclose.grid import Cell
from govdisclose.text import is_blank, label

__all__ = ["mend"]


def mend(index: BandIndex, path: str, rows: Sequence[Row]) -> tuple[list[Row], list[Finding]]:
    """Put cut labels together where one grid goes on in another.

    Two pieces are joined only if both together are a label, and not each of them is one. If the label is that of a row of
    numbers, the two half rows become one; a column where both halves are filled keeps both texts, which is no
    number.
    """
    mended = list(rows)
    findings: list[Finding] = []
    flags = is_heading(index, rows)
    headings = {id(row) for row, heading in zip(rows, flags, strict=True) if heading}
    ends = stub_ends(index, rows, flags)
    at = 1
    while at < len(mended):
        last = at - 1
        if mended[last].grid is not mended[at].grid:
            # the heading rows may stand again between the two pieces
            while (
                at < len(mended) - 1 and id(mended[at]) in headings and mended[at].grid is mended[at + 1].grid
            ):
                at += 1
        upper, lower = mended[last], mended[at]
        joined = None
        if upper.grid is not lower.grid and not upper.grid.ragged and not lower.grid.ragged:
            joined = _joined(index, upper, lower)
        if joined is not None:
            above, below, position, words, leaf = joined
            findings.append(finding("label-joined", lower.at, path, label=" ".join(words.split())))
            if leaf:
                mended[last] = _one_row(upper, lower, position, words)
                del mended[at]
                at = last + 1
                continue
            # a merged cell stands in every row that it spans
            _replace(mended, above, words, range(last, -1, -1))
            _replace(mended, below, words, range(at, len(mended)))
            at = last + 1  # the row itself may be cut as well
            continue
        end = ends.get(id(upper.grid), 0)
        if id(upper) not in headings and _goes_on(index, upper, lower, end):
            findings.append(finding("row-joined", lower.at, path, text=lower.text))
            mended[last] = _one_row(upper, lower, end, "")
            del mended[at]
            at = last + 1
            continue
        at += 1
    return mended, findings


def _goes_on(index: BandIndex, upper: Row, lower: Row, end: int) -> bool:
    """Whether a row at the head of a grid has no label and is the rest of the row that ended the grid before it."""
    if upper.grid is lower.grid or upper.grid.ragged or lower.grid.ragged or not end:
        return False
    if len(upper.line) != len(lower.line) or end >= len(lower.line):
        return False
    above, below = upper.line[end - 1], lower.line[end - 1]
    if above is None or below is None or is_blank(above.text) or not is_blank(below.text):
        return False
    return (
        below.column + below.colspan <= end
        and not any(index.roles(cell.text) for cell in lower.cells if cell.column >= end)
        and all(cell is None or is_blank(cell.text) or cell.rowspan > 1 for cell in lower.line[:end])
        and any(cell is not None and not is_blank(cell.text) for cell in lower.line[end:])
    )


def _replace(rows: list[Row], old: Cell, text: str, order: range) -> None:
    new = attrs.evolve(old, text=text)
    for at in order:
        row = rows[at]
        if all(cell is not old for cell in row.cells):
            return
        rows[at] = attrs.evolve(
            row,
            line=[new if cell is old else cell for cell in row.line],
            cells=[new if cell is old else cell for cell in row.cells],
        )


def _joined(index: BandIndex, upper: Row, lower: Row) -> tuple[Cell, Cell, int, str, bool] | None:
    """The two pieces, their position, the whole label, and whether it is that of a row of numbers."""
    stub = index.stub
    if stub is None or len(upper.line) != len(lower.line):
        return None
    for position, (above, below) in enumerate(zip(upper.line, lower.line, strict=True)):
        if above is None or below is None or is_blank(above.text) or is_blank(below.text):
            continue
        if above.column != position or below.column != position:
            continue
        words = above.text.rstrip() + below.text.lstrip()
        whole, first, last = (
            {hit.node for hit in stub.hits(label(text))} for text in (words, above.text, below.text)
        )
        # one piece may be a label by itself: （五） / 不予处理, or an alias that is the beginning of the label
        if whole and not (first and last) and first in (set(), whole) and last in (set(), whole):
            leaf = any(stub.nodes[number].leaf for number in whole)
            return above, below, position, words, leaf
    return None


def _one_row(upper: Row, lower: Row, position: int, words: str) -> Row:
    line: list[Cell | None] = []
    made: dict[int, Cell] = {}
    for at, (above, below) in enumerate(zip(upper.line, lower.line, strict=True)):
        if above is None or below is None:
            line.append(above or below)
            continue
        if id(above) not in made:
            if words and at == position:
                text = words
            elif is_blank(above.text) or is_blank(below.text) or (above.text == below.text and at < position):
                text = above.text if not is_blank(above.text) else below.text
            else:
                text = f"{above.text}\n{below.text}"
            made[id(above)] = attrs.evolve(above, text=text, rowspan=1)
        line.append(made[id(above)])
    cells = list(dict.fromkeys(cell for cell in line if cell is not None))
    return attrs.evolve(upper, line=line, cells=cells)
