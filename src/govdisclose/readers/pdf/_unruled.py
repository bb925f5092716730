"""Which parts of a page are tables that rules do not divide, and their cells as a ``Grid``."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from govdisclose.findings import Finding, finding
from govdisclose.grid import Cell, Grid
from govdisclose.limits import Limits
from govdisclose.locate import Locator
from govdisclose.readers.pdf._aligned import Aligned, find_aligned
from govdisclose.readers.pdf._columns import Columns
from govdisclose.readers.pdf._lines import Line, to_lines
from govdisclose.readers.pdf._page import UNKNOWN, Page, Run
from govdisclose.readers.pdf._rules import SNAP, Lattice, Span
from govdisclose.readers.pdf._words import Word, is_value, may_hold_value, to_words
from govdisclose.text import one_line, unradical

__all__ = ["Unruled", "aligned_grid", "find_unruled"]

_MOST_POSITIONS = 200_000
_PROSE = 0.6  # of the width of the text
_LEAST = 2  # cells that hold values over each other
_LEAST_BESIDE = 2  # values that stand beside others in one cell
_LEAST_AGAIN = 3  # cells of one column that hold several: that is no slip
_SHARE = 0.2  # of the values that stand alone
_BEGINS = frozenset("0123456789０１２３４５６７８９/／+-—–－无〇零 \u00a0\u3000") | {UNKNOWN}
_LEAST_PILED = 3  # values over each other in one cell
_LEAST_HEADED = 3  # cells that hold a heading over its value


@frozen
class Unruled:
    """What was found on a page: tables, which ruled ones they stand for, the lines that are left.

    ``carried`` are the columns of a table that ends the page and may go on.
    """

    tables: list[Aligned]
    replaced: frozenset[int]
    lines: list[Line]
    carried: Columns | None


def find_unruled(
    page: Page,
    ruled: Sequence[tuple[Lattice, Sequence[Run]]],
    lines: Sequence[Line],
    carried: Columns | None,
) -> Unruled:
    """The tables of a page that are told by the places of words, within ruled ones and among the lines outside."""
    tables: list[Aligned] = []
    replaced: set[int] = set()
    rest = list(lines)
    seen = None
    if page.hidden:
        seen = (
            min((run.edges[0] for run in page.runs), default=0.0),
            max((run.edges[-1] for run in page.runs), default=0.0),
        )
    end = max((*(run.edges[-1] for run in page.runs), *(rule.end for rule in page.horizontals)), default=0.0)
    head = min((line.base for line in lines), default=float("inf"))
    for at, (lattice, runs) in enumerate(ruled):
        if is_undivided(lattice, runs):
            inside = to_lines(list(runs))
            before = carried if at == 0 and head > lattice.ys[-1] - SNAP else None
            last = at == len(ruled) - 1 and not any(line.base > lattice.ys[-1] for line in lines)
            parts = find_aligned(
                inside, lattice.horizontals, before, framed=True, ends_page=last, seen=seen, end=end
            )
            if parts:
                replaced.add(at)
                tables += parts
                rest += _left_over(inside, parts)
    tops = [lattice.ys[0] for lattice, _ in ruled]
    for stretch in _stretches(page, lines, tops):
        first = stretch[0] is lines[0] and not any(top < stretch[0].base for top in tops)
        last = stretch[-1] is lines[-1] and not any(top > stretch[-1].base for top in tops)
        before = carried if first else None
        parts = find_aligned(
            stretch, page.horizontals, before, framed=False, ends_page=last, seen=seen, end=end
        )
        if parts:
            tables += parts
            used = {id(line) for part in parts for line in part.lines}
            rest = [line for line in rest if id(line) not in used]
    if not tables:
        return Unruled([], frozenset(), rest, None)
    tables.sort(key=lambda table: table.box[1])
    rest.sort(key=lambda line: (line.base, line.box[0]))
    foot = tables[-1].box[3] - SNAP
    is_last = not any(line.base > foot for line in rest) and not any(
        lattice.ys[0] > foot for at, (lattice, _) in enumerate(ruled) if at not in replaced
    )
    return Unruled(tables, frozenset(replaced), rest, tables[-1].columns if is_last else None)


def _left_over(lines: Sequence[Line], parts: Sequence[Aligned]) -> list[Line]:
    used = {id(line) for part in parts for line in part.lines}
    return [line for line in lines if id(line) not in used]


def _stretches(page: Page, lines: Sequence[Line], tops: Sequence[float]) -> list[list[Line]]:
    """Lines between tables and lines of prose, which run over most of the text's width."""
    found: list[list[Line]] = [[]]
    if not lines:
        return []
    left, right = min(line.box[0] for line in lines), max(line.box[2] for line in lines)
    before: Line | None = None
    for line in lines:
        if not line.loose and line.width >= _PROSE * max(right - left, page.width / 2):
            found.append([])
        else:
            if before is not None and any(before.base < top < line.base for top in tops):
                found.append([])
            found[-1].append(line)
        before = line
    return [
        stretch for stretch in found if any(run.chars[0] in _BEGINS for line in stretch for run in line.runs)
    ]


def is_undivided(lattice: Lattice, runs: Sequence[Run]) -> bool:
    """Whether cells of the lattice hold what belongs into several: values beside or over each other."""
    xs, ys = lattice.xs, lattice.ys
    if len(xs) * len(ys) > _MOST_POSITIONS:
        return False
    spans, own = lattice.spans, lattice.owners
    inside: dict[int, list[Run]] = {}
    for run in runs:
        y = min(max(bisect_right(ys, run.middle) - 1, 0), len(ys) - 2)
        x = min(max(bisect_right(xs, (run.edges[0] + run.edges[-1]) / 2) - 1, 0), len(xs) - 2)
        inside.setdefault(own[y][x], []).append(run)
    alone = sum(len(found) == 1 and found[0].chars[0] in _BEGINS for found in inside.values())
    beside: list[tuple[Span, int]] = []
    several: list[int] = []
    stacked = headed = 0
    for at, found in inside.items():
        if len(found) == 1 and not any(char.isspace() for char in found[0].chars):
            continue
        several.append(at)
        if not may_hold_value(found):
            continue
        filled = _rows_of_words(found)
        values = [words for words in filled if any(map(is_value, words))]
        beside += [(spans[at], count) for words in values if (count := sum(map(is_value, words))) > 1]
        alone += sum(len(words) == 1 for words in values)
        pile = [words[0] for words in values if len(words) == 1]
        if len(pile) >= _LEAST_PILED and values == filled[-len(pile) :]:
            stacked += _are_apart(pile)
        headed += 0 < len(pile) == len(values) < len(filled) and values == filled[-len(pile) :]
    heads = [spans[at] for at in several if _is_head(inside[at])] if beside else []
    places = Counter(span[1] for span, _ in beside)
    # values beside each other under one heading are a slip, under several they want a rule
    crowded = sum(
        count
        for span, count in beside
        if span[3] > 1 or places[span[1]] >= _LEAST_AGAIN or any(_are_over(head, span) for head in heads)
    )
    return (
        (crowded >= _LEAST_BESIDE and crowded > _SHARE * alone)
        or stacked >= _LEAST
        or headed >= _LEAST_HEADED
    )


def _rows_of_words(runs: Sequence[Run]) -> list[list[Word]]:
    return [words for line in to_lines(list(runs)) if (words := to_words(line))]


def _is_head(runs: Sequence[Run]) -> bool:
    """Whether words stand beside each other on a line without a value."""
    return any(len(words) > 1 and not any(map(is_value, words)) for words in _rows_of_words(runs))


def _are_over(head: Span, span: Span) -> bool:
    """Whether two cells share columns."""
    return head[1] < span[1] + span[3] and span[1] < head[1] + head[3]


def _are_apart(pile: Sequence[Word]) -> bool:
    """Whether digits over each other are numbers, and not one that the cell is too narrow for.

    No number goes on after a slash or a 0, and none is broken where the next digit has room.
    """
    widest = max(word.right - word.left for word in pile)
    return (
        not all(word.text.isdigit() for word in pile)
        or pile[0].text.startswith("0")
        or any(
            word.right - word.left + (after.right - after.left) / len(after.text) <= widest
            for word, after in pairwise(pile)
        )
    )


def aligned_grid(table: Aligned, page: Page, number: int, limits: Limits) -> tuple[Grid, list[Finding]]:
    """The grid of a table found by alignment, and what of it is not certain. Raises ``LimitError``."""
    limits.check("rows", table.rows)
    limits.check("columns", table.width)
    limits.check("cells", table.rows * table.width)
    findings = [
        finding("columns-by-alignment", Locator(number, page=page.number), count=len(table.columns.columns))
    ]
    cells: list[Cell] = []
    for placed in table.cells:
        place = page.place(placed.box)
        text = unradical(placed.text)
        if not placed.sure:
            where = Locator(number, placed.row + 1, placed.column + 1, None, None, page.number, place)
            findings.append(finding("place-uncertain", where, text=one_line(text)))
            text += UNKNOWN
        cells.append(
            Cell(
                text,
                placed.row,
                placed.column,
                placed.rowspan,
                placed.colspan,
                None,
                page.number,
                place,
            )
        )
    return Grid(tuple(cells), table.rows, table.width, number), findings
