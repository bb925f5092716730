"""Labels that a page has cut in two: ``（四）无`` ends one grid and ``法提供`` begins the next."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from govdisclose.findings import Finding, finding
from govdisclose.grammar.kinds import is_heading
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
    if len({id(row.grid) for row in rows}) < 2:
        return mended, findings
    heads = is_heading(index, rows)  # a page may repeat them between the two pieces
    at, last = 1, None if heads[0] else 0
    while at < len(mended):
        if heads[at] or last is None:
            last = last if heads[at] else at
            at += 1
            continue
        upper, lower = mended[last], mended[at]
        joined = None
        if upper.grid is not lower.grid and not upper.grid.ragged and not lower.grid.ragged:
            joined = _joined(index, upper, lower)
        if joined is not None:
            above, below, position, words, leaf = joined
            findings.append(finding("label-joined", lower.at, path, label=" ".join(words.split())))
            if leaf:
                mended[last] = _one_row(upper, lower, position, words)
                del mended[at], heads[at]
                continue
            # a merged cell stands in every row that it spans
            _replace(mended, above, words, range(last, -1, -1))
            _replace(mended, below, words, range(at, len(mended)))
        last = at
        at += 1
    return mended, findings


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
            if at == position:
                text = words
            elif is_blank(above.text) or is_blank(below.text) or (above.text == below.text and at < position):
                text = above.text if not is_blank(above.text) else below.text
            else:
                text = f"{above.text}\n{below.text}"
            made[id(above)] = attrs.evolve(above, text=text, rowspan=1)
        line.append(made[id(above)])
    cells = list(dict.fromkeys(cell for cell in line if cell is not None))
    return attrs.evolve(upper, line=line, cells=cells)
