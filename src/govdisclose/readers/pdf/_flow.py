"""Pages to blocks in reading order: what is in a table, what is prose, what only says which page it is.

A table that a page cuts is left in as many grids as pages it stands on, all with the same column edges:

    page 1   │ 一、 │ （一） │  0  │        page 2   │ 四、结转      │  3  │     the rule between 一、 and （一）
             │      │ （二） │  4  │                 └───────────────┴─────┘     is taken from page 1
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from attrs import define, evolve, field

from govdisclose.limits import Limits
from govdisclose.locate import Box
from govdisclose.readers.pdf._lines import Line, has_gaps, join_runs, to_lines
from govdisclose.readers.pdf._page import Page, Run
from govdisclose.readers.pdf._rules import SNAP, Lattice, find_lattices, with_columns
from govdisclose.readers.pdf._seen import SHOWS, legible
from govdisclose.readers.pdf._thing import Reach, Thing
from govdisclose.readers.pdf._undivided import is_undivided
from govdisclose.shown import Sight
from govdisclose.text import label

__all__ = ["Sheet", "Table", "lay_out", "paragraphs"]

_FEW = 6  # cells of a frame
_FILLED = 0.2  # of a frame: how much of it the tables in it fill
_PAGE_NUMBER = re.compile(
    r"[-—–－·~\s]*第?\s*(?P<number>\d{1,4})\s*页?\s*[,，/／]?\s*(?:共?\s*\d{1,4}\s*页?)?[-—–－·~\s]*"
)
_DRESSED = re.compile(r"[-—–－·~]|页|/|／")
_EDGE = 0.12  # of the height: page numbers and running heads stand so near the edge
_LEAST_EDGE = 43.0  # points: the margin of a small page is no smaller
_LEVEL = 2.0  # points: the same place on two pages
_FULL = 1.3  # of the size: a line that ends nearer to the right edge is full
_INDENT = 0.6
_LEADING = 2.6
_COLUMN = 0.55  # of the page's width: prose is no narrower
_MOST = 0.8  # of the edges of one part are edges of the other
_LEAST_SHARED = 4
_NARROW = 0.4  # of the table's width: what hangs out of a cell at the foot of a page is no wider
_PITCH = 2.3  # of the size: from one line of a cell to the next
_SAME_SIZE = 0.1
_HEADS = 1.9  # of the size: headings over each other stand no further apart
_ROWS = 3.0  # of the size: the rows of a table stand no further apart
_PROSE = 0.6  # of the width of the text
_LEAST = 15  # characters of a line that goes on


@define
class Table:
    """A lattice on its page with the runs inside it. ``goes_on``: the first table of the next page is its rest."""

    lattice: Lattice
    runs: list[Run] = field(factory=list)
    goes_on: bool = False


@define
class Sheet:
    """One page on its way to blocks: its tables, and the lines outside them, each from top to bottom.

    ``hidden``: characters outside the tables that nobody can see.
    """

    page: Page
    tables: list[Table]
    lines: list[Line]
    hidden: int = 0


def lay_out(pages: Sequence[Page], limits: Limits) -> tuple[list[Sheet], int]:
    """The pages with page numbers and running heads taken out, and how many lines those were."""
    sheets = [_sheet(page, limits) for page in pages]
    dropped = _drop_running(sheets)
    _align(sheets)
    _release_undivided(sheets)
    return sheets, dropped


def _sheet(page: Page, limits: Limits) -> Sheet:
    lattices, drawn = _outermost(find_lattices(page, limits))
    if drawn:
        shown = (Thing(lattice.box, "drawing", Reach.TOUCHING) for lattice in drawn)
        page = evolve(page, things=(*page.things, *shown))
    tables = [Table(lattice) for lattice in lattices]
    boxes = [(table.lattice.box, table) for table in tables]
    loose: list[Run] = []
    for run in join_runs(page.runs):
        y, x = run.middle, (run.edges[0] + run.edges[-1]) / 2
        for (left, top, right, bottom), table in boxes:
            if top <= y <= bottom and left <= x <= right:
                table.runs.append(run)
                break
        else:
            loose.append(run)
    kept: list[Table] = []
    for table in tables:
        if _is_table(table):
            kept.append(table)
        else:
            loose += table.runs
    scan = bool(page.pictures) and not any(run.sight in SHOWS for run in page.runs)
    loose, hidden = legible(loose, scan=scan)
    return Sheet(page, kept, to_lines(loose) if loose else [], hidden)


def _outermost(lattices: list[Lattice]) -> tuple[list[Lattice], list[Lattice]]:
    """The tables, without frames around them, which are layout; and what is drawn in a cell of a table.

    Of two lattices in each other the outer one is a frame if it has few cells or the inner ones fill it; a box to tick, a
    double underline or a few cells in one cell do not.
    """
    frames: list[Lattice] = []
    drawn: list[Lattice] = []
    for lattice in lattices:
        inner = [other for other in lattices if other is not lattice and lattice.holds(other.box)]
        if not inner:
            continue
        if len(lattice.spans) <= _FEW or sum(map(_area, inner)) >= _FILLED * _area(lattice):
            frames.append(lattice)
        else:
            drawn += inner
    layout, inside = set(map(id, frames)), set(map(id, drawn))
    kept = [lattice for lattice in lattices if id(lattice) not in layout | inside]
    return kept, [lattice for lattice in lattices if id(lattice) in inside - layout]


def _area(lattice: Lattice) -> float:
    return (lattice.xs[-1] - lattice.xs[0]) * (lattice.ys[-1] - lattice.ys[0])


def _is_table(table: Table) -> bool:
    """Whether there is text in it and a rule between two cells; a box around a paragraph is none."""
    lattice = table.lattice
    return bool(table.runs) and (len(lattice.xs) > 2 or len(lattice.ys) > 2)


# --- page numbers, running heads


def _drop_running(sheets: Sequence[Sheet]) -> int:
    """Take out the lines at the top and the bottom that stand on several pages, or number them."""
    margins: list[tuple[Sheet, Line]] = []
    for sheet in sheets:
        margins += [(sheet, line) for line in sheet.lines if _in_margin(sheet, line)]
    places = Counter(_place(line) for _, line in margins)
    dropped = 0
    for sheet in sheets:
        gone: set[int] = set()
        rows = _rows(sheet.lines)
        own = [line for line in sheet.lines if _in_margin(sheet, line)]
        foot = [line for line in own if line.box[1] >= sheet.page.height / 2]
        head = [line for line in own if line.box[1] < sheet.page.height / 2]
        for lines in (head, foot[::-1]):
            # from the edge: what stands nearer to the middle than other text is no running line
            for line in lines:
                if id(line) in rows or not _runs(margins, places, sheet, line):
                    break
                gone.add(id(line))
        if gone:
            sheet.lines = [line for line in sheet.lines if id(line) not in gone]
            dropped += len(gone)
    return dropped


def _runs(
    margins: Sequence[tuple[Sheet, Line]], places: Counter[tuple[str, int]], sheet: Sheet, line: Line
) -> bool:
    """Whether a line at the edge of a page is its number, or stands on several pages."""
    number = None if line.loose else _PAGE_NUMBER.fullmatch(line.text)
    if number is None:
        return places[_place(line)] > 1
    return _DRESSED.search(line.text) is not None or _counts(margins, sheet, int(number["number"]), line)


def _rows(lines: Sequence[Line]) -> set[int]:
    """The ``id`` of lines with wide gaps that stand as near to another such as rows of a table without rules do."""
    found: set[int] = set()
    for line, after in pairwise(lines):
        if line.loose and after.loose and after.base - line.base <= _ROWS * line.size:
            found |= {id(line), id(after)}
    # headings of columns that each page repeats stand over the first of them as near as lines of one text
    for line, after in reversed([*pairwise(lines)]):
        if id(after) in found and after.base - line.base <= _HEADS * line.size:
            found.add(id(line))
    return found


def _in_margin(sheet: Sheet, line: Line) -> bool:
    """Whether the line is at the edge of the page, with nothing between it and the edge but lines like it."""
    page = sheet.page
    top, bottom = line.box[1], line.box[3]
    edge = max(page.height * _EDGE, _LEAST_EDGE)
    if bottom <= edge:
        return all(table.lattice.ys[0] >= bottom - SNAP for table in sheet.tables)
    if top >= page.height - edge:
        return all(table.lattice.ys[-1] <= top + SNAP for table in sheet.tables)
    return False


def _place(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.text), round(line.base / _LEVEL)


def _counts(margins: Sequence[tuple[Sheet, Line]], sheet: Sheet, number: int, line: Line) -> bool:
    """Whether a bare number is a page's: another page has, at the same height, the number that then belongs there."""
    for other, own in margins:
        if other is not sheet and abs(own.base - line.base) <= _LEVEL:
            match = _PAGE_NUMBER.fullmatch(own.text)
            if match is not None and int(match["number"]) - other.page.number == number - sheet.page.number:
                return True
    return False


# --- tables over pages


def _align(sheets: Sequence[Sheet]) -> None:
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
        if _PAGE_NUMBER.fullmatch(line.text) or (line.box[1] > bottom + SNAP and not _goes_on(line, inner)):
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


# --- paragraphs


def _release_undivided(sheets: Sequence[Sheet]) -> None:
    """Make lines of the tables whose cells the rules do not divide: what belongs where is told by its labels."""
    for sheet in sheets:
        undivided = [table for table in sheet.tables if is_undivided(table.lattice, _plain(table))]
        if undivided:
            sheet.tables = [table for table in sheet.tables if table not in undivided]
            sheet.lines += [
                line._replace(loose=True)
                for table in undivided
                for line in to_lines(legible(table.runs, scan=False)[0])
            ]
            sheet.lines.sort(key=lambda line: (line.base, line.box[0]))


def _plain(table: Table) -> list[Run]:
    """The text of a table without what is struck out, hidden or a watermark's: it is not what crowds a cell."""
    return [run for run in table.runs if run.sight is Sight.PLAIN]


def is_prose(line: Line, sheet: Sheet) -> bool:
    """Whether a line runs over most of the width of the text, without gaps."""
    lines = sheet.lines
    left, right = min(line.box[0] for line in lines), max(line.box[2] for line in lines)
    return not line.loose and line.width >= _PROSE * max(right - left, sheet.page.width / 2)


def paragraphs(sheet: Sheet) -> list[Line]:
    """The lines outside the tables, those that go on in the next one put together."""
    lines = sheet.lines
    if not lines:
        return []
    left = min(line.box[0] for line in lines)
    right = max(line.box[2] for line in lines)
    if right - left < _COLUMN * sheet.page.width:
        return list(lines)
    tops = [table.lattice.ys[0] for table in sheet.tables]
    found = [lines[0]]
    before = lines[0]
    for line in lines[1:]:
        if _is_continued(before, line, left, right) and not any(
            before.base < top < line.base for top in tops
        ):
            found[-1] = _together(found[-1], line)
        else:
            found.append(line)
        before = line
    return found


def _is_continued(line: Line, after: Line, left: float, right: float) -> bool:
    return (
        not line.loose
        and not after.loose
        and not has_gaps(line)
        and not has_gaps(after)
        and len(line.text) >= _LEAST
        and line.box[2] >= right - _FULL * line.size
        and after.box[0] <= left + _INDENT * line.size
        and abs(line.size - after.size) <= 0.1 * line.size
        and after.base - line.base <= _LEADING * line.size
        and label(after.text[:40]).enumerator is None
    )


def _together(line: Line, after: Line) -> Line:
    box: Box = (
        min(line.box[0], after.box[0]),
        min(line.box[1], after.box[1]),
        max(line.box[2], after.box[2]),
        max(line.box[3], after.box[3]),
    )
    last, first = line.text[-1:], after.text[:1]
    space = " " if last.isascii() and first.isascii() and last.isalpha() and first.isalpha() else ""
    return line._replace(text=line.text + space + after.text, box=box, runs=())
