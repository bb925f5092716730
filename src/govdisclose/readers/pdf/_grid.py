"""A lattice and the text inside it to a ``Grid``.

A character belongs to the cell that its middle is in. Text that runs over a rule belongs to neither side for sure:
both cells get U+FFFD, so that no part of a number is taken for the whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from govdisclose.findings import Finding, finding
from govdisclose.grid import Cell, Grid
from govdisclose.limits import Limits
from govdisclose.locate import Box, Locator
from govdisclose.readers.pdf._lines import Line, to_lines
from govdisclose.readers.pdf._page import UNKNOWN, Page, Run
from govdisclose.readers.pdf._rules import SNAP, Lattice, Span
from govdisclose.readers.pdf._seen import SHOWS, look, sort_pale, under_pictures
from govdisclose.readers.pdf._touch import composed, in_lattice
from govdisclose.text import one_line

__all__ = ["build_grid", "cut_numbers"]

_DIGITS = re.compile(r"[0-9０-９.,，．]+")
_NUMBER = re.compile(r"[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?")
_WIDEST_PADDING = 6.0
_ROUNDING = 0.3
_PAPER_EDGE = 1.0  # points: a rule so near the edge of the paper is not that of the cell
_CUT = 0.15  # of the size: what is cut off ends so near the edge
_SAME_SIZE = 0.1
_SPACING = 2.2  # of the size: lines further apart are two paragraphs


def build_grid(
    lattice: Lattice,
    runs: Sequence[Run],
    page: Page,
    number: int,
    limits: Limits,
    repeated: frozenset[str] = frozenset(),
) -> tuple[Grid, list[Finding], frozenset[int]]:
    """The grid of a lattice, what was odd about its text, and the columns whose last cell is full of digits.

    ``repeated``: pale texts that stand on several pages. Raises ``LimitError``.
    """
    rows, columns = len(lattice.ys) - 1, len(lattice.xs) - 1
    limits.check("rows", rows)
    limits.check("columns", columns)
    limits.check("cells", rows * columns)
    spans: Sequence[Span] = lattice.spans
    pieces: list[list[Run]] = [[] for _ in spans]
    crossed = _deal(lattice, sort_pale(runs, lattice, repeated), lattice.owners, pieces)
    special = {at: seen for at, own in enumerate(pieces) if own and (seen := look(own)) is not None}
    for at, seen in special.items():
        pieces[at] = seen.plain
    cells: list[Cell] = []
    findings: list[Finding] = []
    lines = [to_lines(own) if own else [] for own in pieces]
    filled = [bool(own) or (at in special and special[at].shows) for at, own in enumerate(lines)]
    boxes = [_box(lattice.xs, lattice.ys, span) for span in spans]
    places = _places(lattice, page, spans)
    shown = in_lattice(lattice, page, pieces, limits)
    for at in under_pictures(runs, boxes, filled, page):
        shown.setdefault(at, []).append("picture")
    spans, uneven = _level(spans, filled, rows)
    rows -= uneven
    if uneven:
        findings.append(finding("rows-uneven", Locator(number, page=page.number), count=uneven))
    padding: float | None = None
    full: set[int] = set()
    for at, (row, column, rowspan, colspan) in enumerate(spans):
        if not rowspan:
            continue
        found = lines[at]
        place = places[at]
        text = found[0].text if len(found) == 1 else "\n".join([line.text for line in found])
        things = shown.get(at, ())
        if at in special or things:
            where = Locator(number, row + 1, column + 1, None, None, page.number, place)
            whole = special[at].composed(things) if at in special else composed(text, things)
            text = whole.text
            findings += whole.findings(where)
        if at in crossed:
            where = Locator(number, row + 1, column + 1, None, None, page.number, place)
            findings.append(finding("text-over-edge", where, text=one_line(text)))
            text += UNKNOWN
        elif not text and page.hidden and _leaves_page(boxes[at], page):
            where = Locator(number, row + 1, column + 1, None, None, page.number, place)
            findings.append(finding("cell-off-page", where))
            text = UNKNOWN
        elif len(found) > 1 and at not in special and not things and _may_be_number(found):
            if padding is None:
                padding = _padding(lines, boxes)
            if _is_forced(found, boxes[at], padding):
                printed = " ".join(line.text for line in found)
                where = Locator(number, row + 1, column + 1, None, None, page.number, place)
                text = text.replace("\n", "")
                findings.append(finding("number-wrapped", where, printed=printed, text=text))
        if row + rowspan == rows and found and _DIGITS.fullmatch(found[-1].text):
            if padding is None:
                padding = _padding(lines, boxes)
            if not _has_room(found[-1], boxes[at], padding):
                full.add(column)
        cells.append(Cell(text, row, column, rowspan, colspan, None, page.number, place))
    return Grid(tuple(cells), rows, columns, number), findings, frozenset(full)


def cut_numbers(
    upper: Grid, lower: Grid, full: frozenset[int], repeated: int
) -> tuple[Grid, Grid, list[Finding]]:
    """Two parts of a table with the numbers marked that the page may have cut, none of which is whole for sure.

    A cell at the foot of a page that has no room for one more digit, over digits at the head of the next, where
    nothing stands before these. ``repeated``: the rows of the lower part that only say the heading again.
    """
    if repeated >= lower.rows:
        return upper, lower, []
    head = lower.line(repeated)
    printed = [cell for cell in head if cell is not None and cell.row == repeated and cell.text]
    if not printed or not all(_DIGITS.fullmatch(cell.text.replace("\n", "")) for cell in printed):
        return upper, lower, []
    cut = {cell.column for cell in printed} & full
    above = {upper.at(upper.rows - 1, column) for column in cut}
    below = {head[column] for column in cut}
    if not cut or head[0] in below:
        return upper, lower, []
    findings = [finding("number-cut", upper.locate(cell), text=one_line(cell.text)) for cell in above if cell]
    return _marked(upper, above), _marked(lower, below), findings


def _marked(grid: Grid, which: set[Cell | None]) -> Grid:
    cells = tuple(evolve(cell, text=cell.text + UNKNOWN) if cell in which else cell for cell in grid.cells)
    return Grid(cells, grid.rows, grid.columns, grid.number)


def _box(xs: Sequence[float], ys: Sequence[float], span: Span) -> Box:
    row, column, rowspan, colspan = span
    return (xs[column], ys[row], xs[column + colspan], ys[row + rowspan])


def _places(lattice: Lattice, page: Page, spans: Sequence[Span]) -> list[Box]:
    """The boxes of the cells on the page as it is shown."""
    if page.turn:
        return [page.place(_box(lattice.xs, lattice.ys, span)) for span in spans]
    # Each edge is one of many cells.
    xs, ys = [round(x, 2) for x in lattice.xs], [round(y, 2) for y in lattice.ys]
    return [_box(xs, ys, span) for span in spans]


def _level(spans: Sequence[Span], filled: Sequence[bool], rows: int) -> tuple[list[Span], int]:
    """Rows in which no text begins, while text from above goes on through them, as part of the row above.

    A page break can leave the cells of one row ending at different heights. A cell that is only in such a row gets
    a rowspan of 0. Also how many rows there were.
    """
    found = list(spans)
    begins = [False] * rows
    through = [False] * rows
    for (row, _, rowspan, _), text in zip(spans, filled, strict=True):
        if text:
            begins[row] = True
            for below in range(row + 1, row + rowspan):
                through[below] = True
    uneven = [row for row in range(1, rows) if through[row] and not begins[row]]
    uneven = [row for row in uneven if any(span[0] == row for span in spans)]
    for gone in reversed(uneven):
        for at, (row, column, rowspan, colspan) in enumerate(found):
            if row > gone:
                found[at] = (row - 1, column, rowspan, colspan)
            elif row + rowspan > gone:
                found[at] = (row, column, rowspan - 1, colspan)
    return found, len(uneven)


def _deal(
    lattice: Lattice, runs: Sequence[Run], own: Sequence[Sequence[int]], pieces: list[list[Run]]
) -> set[int]:
    """Put each run, or each part of one, into the cell that it stands in. The cells whose text crosses a rule."""
    xs, ys = lattice.xs, lattice.ys
    last_row, last_column = len(ys) - 2, len(xs) - 2
    crossed: set[int] = set()
    # without a rule there the table may be cut off, and its last numbers too
    is_open = not any(abs(rule.at - xs[-1]) <= SNAP for rule in lattice.verticals)
    for run in runs:
        cells = own[min(max(bisect_right(ys, run.middle) - 1, 0), last_row)]
        edges = run.edges
        begin, end = (edges[0] + edges[1]) / 2, (edges[-2] + edges[-1]) / 2
        first = last = cells[min(max(bisect_right(xs, begin) - 1, 0), last_column)]
        if end != begin:
            last = cells[min(max(bisect_right(xs, end) - 1, 0), last_column)]
        is_seen = run.sight in SHOWS
        if not is_seen:
            pass  # no part of a number that is seen is lost with it
        elif begin < xs[0] or end > xs[-1]:
            # What runs out of the table may run on where it is not painted.
            crossed |= {first, last}
        elif is_open and edges[-1] > xs[-1] - _CUT * run.size:
            crossed.add(last)
        if first == last:
            pieces[first].append(run)
            continue
        start = 0
        before = first
        for at in range(1, len(run.chars) + 1):
            if at < len(run.chars):
                middle = (edges[at] + edges[at + 1]) / 2
                here = cells[min(max(bisect_right(xs, middle) - 1, 0), last_column)]
                if here == before:
                    continue
                if is_seen and not (_is_word(run.chars[at]) and _is_word(run.chars[at - 1])):
                    crossed |= {here, before}
            else:
                here = before
            pieces[before].append(run._replace(chars=run.chars[start:at], edges=edges[start : at + 1]))
            start, before = at, here
    return crossed


def _is_word(char: str) -> bool:
    """Whether a character is of a label, or white space: where labels touch over a rule, no number is cut."""
    return char.isspace() or "\u2e80" <= char <= "\u9fff"


def _leaves_page(box: Box, page: Page) -> bool:
    """Whether a cell goes on beside the page, where its text may stand unseen."""
    return box[0] <= _PAPER_EDGE or box[2] >= page.width - _PAPER_EDGE


# --- a number that its cell was too narrow for


def _may_be_number(lines: Sequence[Line]) -> bool:
    return all(
        _DIGITS.fullmatch(line.text) and abs(line.size - lines[0].size) <= _SAME_SIZE * line.size
        for line in lines
    ) and bool(_NUMBER.fullmatch("".join(line.text for line in lines)))


def _padding(lines: Sequence[Sequence[Line]], boxes: Sequence[Box]) -> float:
    """What no text of the grid comes nearer to its cell's sides than: the padding is not wider."""
    found = _WIDEST_PADDING
    for own, box in zip(lines, boxes, strict=True):
        for line in own:
            found = min(found, line.box[0] - box[0], box[2] - line.box[2])
    return max(found, 0.0)


def _is_forced(lines: Sequence[Line], box: Box, padding: float) -> bool:
    """Whether on no line but the last there was room for one more digit."""
    for line, after in pairwise(lines):
        if _has_room(line, box, padding) or after.base - line.base > _SPACING * line.size:
            return False
        if len(after.text) > len(line.text):
            return False
    return True


def _has_room(line: Line, box: Box, padding: float) -> bool:
    digit = line.width / len(line.text)
    return line.width + digit <= box[2] - box[0] - 2 * padding - _ROUNDING
