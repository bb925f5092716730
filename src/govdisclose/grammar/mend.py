"""Labels that a page has cut in two: ``（四）无`` ends one grid and ``法提供`` begins the next."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from govdisclose.findings import Finding, finding
from govdisclose.grammar.kinds import is_heading
from govdisclose.grammar.lookup import BandIndex
from govdisclose.grammar.row import Row
from govdisclose.grid import Cell
from govdisclose.text import is_blank, one_line, wording

__all__ = ["mend"]

_MOST_PAIRS = (
    100_000  # of cells that may be two pieces of one label; beyond, labels stay cut and are reported
)


def mend(index: BandIndex, path: str, rows: Sequence[Row]) -> tuple[list[Row], list[Finding]]:
    """Put cut labels together where one grid goes on in another.

    Two pieces are joined only if both together are a label, and not each of them is one. If the label is that of a row of
    numbers, the two half rows become one; a column where both halves are filled keeps both texts, which is no
    number.
    """
    mended = list(rows)
    findings: list[Finding] = []
    if len({id(row.grid) for row in rows}) < 2 and not any(_is_page_row(index, row) for row in rows):
        return mended, findings
    _mend_headings(index, path, mended, findings)
    # a page may repeat the headings between the two pieces, and leave an empty row or one with its number
    aside = [
        heading or all(is_blank(cell.text) for cell in row.cells) or _is_page_row(index, row)
        for heading, row in zip(is_heading(index, mended), mended, strict=True)
    ]
    at, last = 1, None if aside[0] else 0
    pairs = 0
    while at < len(mended):
        if aside[at] or last is None:
            last = last if aside[at] else at
            at += 1
            continue
        upper, lower = mended[last], mended[at]
        joined = None
        cut = upper.grid is not lower.grid or any(_is_page_row(index, row) for row in mended[last + 1 : at])
        if cut and not upper.grid.ragged and not lower.grid.ragged:
            pairs += len(upper.cells) * len(lower.cells)
            joined = _joined(index, upper, lower) if pairs <= _MOST_PAIRS else None
        if joined is not None:
            above, below, words, leaf = joined
            findings.append(finding("label-joined", lower.at, path, label=one_line(words)))
            if leaf:
                mended[last] = _one_row(upper, lower, above, below, words)
                del mended[at], aside[at]
                continue
            # a merged cell stands in every row that it spans
            _replace(mended, above, words, range(last, -1, -1))
            _replace(mended, below, words, range(at, len(mended)))
            continue  # the page may have cut the row beside it as well
        last = at
        at += 1
    return mended, findings


def _mend_headings(index: BandIndex, path: str, rows: list[Row], findings: list[Finding]) -> None:
    """Headings of columns that a page has cut: ``社会公益`` ends one grid and ``组织`` begins the next.

    Every text of the lower row has to be the rest of the heading over it, or a whole heading.
    """
    headings = is_heading(index, rows)
    for at in range(len(rows) - 1, 0, -1):
        upper, lower = rows[at - 1], rows[at]
        if upper.grid is lower.grid or upper.grid.ragged or len(upper.line) != len(lower.line):
            continue
        if not headings[at - 1]:
            continue
        over = {(above.column, above.colspan): above for above in upper.cells}
        pieces = [
            (above, below)
            for below in lower.cells
            if not is_blank(below.text) and not index.boxhead.hits(wording(below.text))
            if (above := over.get((below.column, below.colspan))) is not None
        ]
        wholes = [cell for cell in lower.cells if index.boxhead.hits(wording(cell.text))]
        others = [cell for cell in lower.cells if not is_blank(cell.text)]
        if not pieces or len(pieces) + len(wholes) != len(others):
            continue
        if not all(_is_cut_heading(index, above.text, below.text) for above, below in pieces):
            continue
        for above, below in pieces:
            words = above.text.rstrip() + below.text.lstrip()
            findings.append(finding("label-joined", lower.at, path, label=one_line(words)))
            _replace(rows, above, words, range(at - 1, -1, -1))
            rows[at] = _with_text(rows[at], below, "")
        if not wholes:
            del rows[at]


def _is_cut_heading(index: BandIndex, first: str, last: str) -> bool:
    """Whether two pieces are one heading of a column, and the first is no other one by itself."""
    whole, begin = (
        {hit.node for hit in index.boxhead.hits(wording(text))}
        for text in (first.rstrip() + last.lstrip(), first)
    )
    return bool(whole) and not is_blank(first) and begin in (set(), whole)


def _is_page_row(index: BandIndex, row: Row) -> bool:
    """Whether the row is one cell across the whole table that is no label: a page number."""
    return (
        len(row.cells) == 1
        and not row.grid.ragged
        and row.grid.columns > 1
        and not is_blank(row.cells[0].text)
        and not index.roles(row.cells[0].text)
    )


def _replace(rows: list[Row], old: Cell, text: str, order: range) -> None:
    for at in order:
        if all(cell is not old for cell in rows[at].cells):
            return
        rows[at] = _with_text(rows[at], old, text)


def _joined(index: BandIndex, upper: Row, lower: Row) -> tuple[Cell, Cell, str, bool] | None:
    """The two pieces, the whole label, and whether it is that of a row of numbers."""
    stub = index.stub
    if stub is None:
        return None
    same_edges = len(upper.line) == len(lower.line)
    for above in upper.cells:
        for below in lower.cells:
            if is_blank(above.text) or is_blank(below.text) or (same_edges and above.column != below.column):
                continue
            words = above.text.rstrip() + below.text.lstrip()
            whole, first, last = (
                {hit.node for hit in stub.hits(wording(text))} for text in (words, above.text, below.text)
            )
            # one piece may be a label by itself: （五） / 不予处理, or an alias that is the beginning of the label
            if whole and not (first and last) and first in (set(), whole) and last in (set(), whole):
                leaf = any(stub.nodes[number].leaf for number in whole)
                if leaf and not same_edges and not _is_one_sided(upper, above, lower, below):
                    return None  # both halves hold something, and which belongs to which cannot be told
                return above, below, words, leaf
    return None


def _is_one_sided(upper: Row, above: Cell, lower: Row, below: Cell) -> bool:
    """Whether only one of two half rows holds anything right of its piece of the label."""
    return not any(not is_blank(cell.text) for cell in upper.cells if cell.column > above.column) or not any(
        not is_blank(cell.text) for cell in lower.cells if cell.column > below.column
    )


def _one_row(upper: Row, lower: Row, above: Cell, below: Cell, words: str) -> Row:
    """Two halves of a row as one, which stands where the half with the numbers stands."""
    if len(upper.line) != len(lower.line):
        if any(not is_blank(cell.text) for cell in lower.cells if cell.column > below.column):
            return _with_text(lower, below, words)
        return _with_text(upper, above, words)
    line: list[Cell | None] = []
    made: dict[int, Cell] = {}
    for at, (over, under) in enumerate(zip(upper.line, lower.line, strict=True)):
        if over is None or under is None:
            line.append(over or under)
            continue
        if id(over) not in made:
            if over is above:
                text = words
            elif (
                is_blank(over.text) or is_blank(under.text) or (over.text == under.text and at < above.column)
            ):
                text = over.text if not is_blank(over.text) else under.text
            else:
                text = f"{over.text}\n{under.text}"
            made[id(over)] = attrs.evolve(over, text=text, rowspan=1)
        line.append(made[id(over)])
    cells = list(dict.fromkeys(cell for cell in line if cell is not None))
    return attrs.evolve(upper, line=line, cells=cells)


def _with_text(row: Row, old: Cell, text: str) -> Row:
    new = attrs.evolve(old, text=text)
    return attrs.evolve(
        row,
        line=[new if cell is old else cell for cell in row.line],
        cells=[new if cell is old else cell for cell in row.cells],
    )
