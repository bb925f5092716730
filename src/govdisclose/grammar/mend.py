"""Labels that a page has cut in two: ``（四）无`` ends one grid and ``法提供`` begins the next."""

from __future__ import annotations

import attrs

from govdisclose.findings import Finding, finding
from govdisclose.grammar.lookup import STUB, BandIndex
from govdisclose.grammar.row import Row
from govdisclose.grid import Cell
from govdisclose.text import is_blank, label

__all__ = ["mend"]


def mend(index: BandIndex, path: str, rows: list[Row]) -> tuple[list[Row], list[Finding]]:
    """Put cut labels together where one grid goes on in another.

    Two pieces are joined only if neither is a label and both together are. If the label is that of a row of
    numbers, the two half rows become one; a column where both halves are filled keeps both texts, which is no
    number.
    """
    findings: list[Finding] = []
    mended: list[Row] = []
    for row in rows:
        before = mended[-1] if mended else None
        if before is None or before.grid is row.grid or before.grid.ragged or row.grid.ragged:
            mended.append(row)
            continue
        joined = _joined(index, before, row)
        if joined is None:
            mended.append(row)
            continue
        upper, lower, words = joined
        findings.append(finding("label-joined", row.at, path, label=words))
        mended[-1] = upper
        if lower is not None:
            mended.append(lower)
    return mended, findings


def _joined(index: BandIndex, upper: Row, lower: Row) -> tuple[Row, Row | None, str] | None:
    stub = index.stub
    if stub is None or len(upper.line) != len(lower.line):
        return None
    for position, (above, below) in enumerate(zip(upper.line, lower.line, strict=True)):
        if above is None or below is None or is_blank(above.text) or is_blank(below.text):
            continue
        if above.column != position or index.roles(above.text) or index.roles(below.text):
            continue
        words = above.text.rstrip() + below.text.lstrip()
        if not index.roles(words) & STUB:
            continue
        leaf = any(stub.nodes[hit.node].leaf for hit in stub.hits(label(words)))
        if leaf:
            return _one_row(upper, lower, position, words), None, " ".join(words.split())
        return (
            _with_text(upper, above, words),
            _with_text(lower, below, words),
            " ".join(words.split()),
        )
    return None


def _with_text(row: Row, old: Cell, text: str) -> Row:
    new = attrs.evolve(old, text=text)
    return attrs.evolve(
        row,
        line=[new if cell is old else cell for cell in row.line],
        cells=[new if cell is old else cell for cell in row.cells],
    )


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
