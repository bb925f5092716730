"""From ruling lines to lattices: which lines belong to one table, and where its edges are.

Producers draw one rule as many: a thin rectangle for each side of each cell, the two lines of a doubled border,
a border of one cell half a point beside that of the next.

    ──── ───    ═════      one edge each; what is no wider apart than a hair column is one edge
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from attrs import frozen

from govdisclose.limits import Limits
from govdisclose.locate import Box
from govdisclose.readers.pdf._boxes import small_boxes, without_sides
from govdisclose.readers.pdf._page import Page, Rule

__all__ = ["SNAP", "Lattice", "Span", "find_lattices", "with_columns"]

SNAP = 3.0
"""Points: edges no further apart are one. No character fits between them."""

_SAME = 1.2
_REACHES = 1.6  # points: an upright line that ends farther from all rules may be a drawn 1
_BREAK = 4.0
_OPEN = 8.0  # how far rules stand out over the last crossing one where a side is open
_HALF = 0.5

Span = tuple[int, int, int, int]
"""Row, column, rowspan, colspan."""


@frozen
class Lattice:
    """The edges of one ruled table, left to right and top to bottom, and the rules between them."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    horizontals: tuple[Rule, ...]
    verticals: tuple[Rule, ...]

    @property
    def box(self) -> Box:
        """Left, top, right, bottom."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The cells: rectangles as large as can be that no rule crosses, in reading order."""
        return tuple(_rectangles(self))

    @cached_property
    def owners(self) -> list[list[int]]:
        """For each row and column, which of the spans it is in."""
        found = [[0] * (len(self.xs) - 1) for _ in self.ys[1:]]
        for at, (row, column, rowspan, colspan) in enumerate(self.spans):
            for line in found[row : row + rowspan]:
                line[column : column + colspan] = [at] * colspan
        return found

    def cell(self, x: float, y: float) -> Box:
        """The box of the cell that a point inside is in."""
        xs, ys = self.xs, self.ys
        row = min(max(bisect_right(ys, y) - 1, 0), len(ys) - 2)
        own = self.owners[row][min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)]
        row, column, rowspan, colspan = self.spans[own]
        return (xs[column], ys[row], xs[column + colspan], ys[row + rowspan])

    def holds(self, box: Box) -> bool:
        """Whether a box lies inside."""
        left, top, right, bottom = self.box
        return (
            left - SNAP <= box[0]
            and top - SNAP <= box[1]
            and box[2] <= right + SNAP
            and box[3] <= bottom + SNAP
        )


def find_lattices(page: Page, limits: Limits) -> tuple[list[Lattice], list[Box]]:
    """The ruled tables of a page, each of rules that touch each other, and the small boxes drawn there."""
    horizontals, verticals = _merged(page.horizontals), _merged(page.verticals)
    limits.check("elements", len(horizontals) * len(verticals) // 64, "the rules of a page")
    boxes = small_boxes(horizontals, verticals, limits)
    if boxes:
        limits.check(
            "elements", len(boxes) * (len(page.horizontals) + len(page.verticals)) // 64, "the boxes"
        )
        horizontals = _merged(without_sides(page.horizontals, boxes, upright=False))
        verticals = _merged(without_sides(page.verticals, boxes, upright=True))
    found: list[Lattice] = []
    for across, down in _touching(horizontals, verticals):
        xs = _edges(down, across)
        ys = _edges(across, down)
        if len(xs) > 1 and len(ys) > 1 and len(xs) + len(ys) > 4:
            found.append(Lattice(xs, ys, tuple(across), tuple(down)))
    return sorted(found, key=lambda lattice: (lattice.ys[0], lattice.xs[0])), boxes


def with_columns(lattice: Lattice, xs: Sequence[float]) -> Lattice:
    """The same rules with more column edges."""
    if tuple(xs) == lattice.xs:
        return lattice
    return Lattice(tuple(xs), lattice.ys, lattice.horizontals, lattice.verticals)


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Rules on one line and without a gap, each as one."""
    found: list[Rule] = []
    group: list[Rule] = []
    for rule in sorted(rules):
        if group and rule.at - group[0].at > _SAME:
            found += _joined(group)
            group = []
        group.append(rule)
    return found + _joined(group)


def _joined(group: list[Rule]) -> list[Rule]:
    found: list[Rule] = []
    group.sort(key=lambda rule: rule.start)
    at = start = end = weight = 0.0
    for rule in group:
        length = rule.end - rule.start + 0.01
        if weight and rule.start <= end + _BREAK:
            at += rule.at * length
            weight += length
            end = max(end, rule.end)
            continue
        if weight:
            found.append(Rule(at / weight, start, end))
        at, weight, start, end = rule.at * length, length, rule.start, rule.end
    if weight:
        found.append(Rule(at / weight, start, end))
    return found


def _touching(horizontals: Sequence[Rule], verticals: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of rules that touch. A rule that touches none is an underline."""
    owner = list(range(len(horizontals) + len(verticals)))

    def root(at: int) -> int:
        while owner[at] != at:
            owner[at] = owner[owner[at]]
            at = owner[at]
        return at

    count = len(horizontals)
    for one, across in enumerate(horizontals):
        low, high = across.start - SNAP, across.end + SNAP
        place = across.at
        for other, (at, start, end) in enumerate(verticals, count):
            if (
                low <= at <= high
                and start - _REACHES <= place <= end + _REACHES
                and owner[one] != owner[other]
            ):
                owner[root(one)] = root(other)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for at, rule in enumerate(horizontals):
        groups.setdefault(root(at), ([], []))[0].append(rule)
    for at, rule in enumerate(verticals):
        groups.setdefault(root(count + at), ([], []))[1].append(rule)
    tables = [group for group in groups.values() if group[0] and group[1]]
    for alone in [down for across, down in groups.values() if not across]:
        _join_alone(alone, tables)
    return tables


def _join_alone(rules: Sequence[Rule], tables: Sequence[tuple[list[Rule], list[Rule]]]) -> None:
    """Upright rules that touch no other, with the table beside them that is just as high.

    They are the sides of merged cells that go through the whole page: no row begins or ends beside them.
    """
    for rule in rules:
        beside = [
            down
            for _, down in tables
            if abs(min(own.start for own in down) - rule.start) <= SNAP
            and abs(max(own.end for own in down) - rule.end) <= SNAP
        ]
        if beside:
            min(beside, key=lambda down: min(abs(own.at - rule.at) for own in down)).append(rule)


def _edges(rules: Sequence[Rule], crossing: Sequence[Rule]) -> tuple[float, ...]:
    """The places of the rules, doubled ones once, and the ends of those that cross them on an open side."""
    edges: list[float] = []
    group: list[Rule] = []
    for rule in sorted(rules):
        if group and rule.at - group[0].at > SNAP:
            edges.append(_middle(group))
            group = []
        group.append(rule)
    edges.append(_middle(group))
    first, last = min(rule.start for rule in crossing), max(rule.end for rule in crossing)
    if first < edges[0] - _OPEN:
        edges.insert(0, first)
    if last > edges[-1] + _OPEN:
        edges.append(last)
    return tuple(edges)


def _middle(group: Sequence[Rule]) -> float:
    weight = sum(rule.end - rule.start for rule in group) or 1.0
    return sum(rule.at * (rule.end - rule.start) for rule in group) / weight


def _walls(edges: Sequence[float], along: Sequence[float], rules: Sequence[Rule]) -> list[list[bool]]:
    """For each edge, whether a rule stands on each stretch of it between two crossing edges."""
    stretches = [*pairwise(along)]
    cover = [[0.0] * len(stretches) for _ in edges]
    for place, start, end in rules:
        own = _nearest(edges, place)
        if abs(edges[own] - place) > SNAP:
            continue
        row = cover[own]
        for at in range(max(bisect_right(along, start) - 1, 0), len(stretches)):
            low, high = stretches[at]
            if low >= end:
                break
            row[at] += (high if high < end else end) - (low if low > start else start)
    least = [_HALF * (high - low) for low, high in stretches]
    return [[share > half for share, half in zip(row, least, strict=True)] for row in cover]


def _nearest(edges: Sequence[float], place: float) -> int:
    at = bisect_left(edges, place)
    if at == len(edges) or (at and place - edges[at - 1] <= edges[at] - place):
        at -= 1
    while at and edges[at - 1] == edges[at]:
        at -= 1
    return at


def _rectangles(lattice: Lattice) -> list[Span]:
    rows, columns = len(lattice.ys) - 1, len(lattice.xs) - 1
    left = [*zip(*_walls(lattice.xs, lattice.ys, lattice.verticals), strict=True)]
    over = _walls(lattice.ys, lattice.xs, lattice.horizontals)
    taken = [[False] * columns for _ in range(rows)]
    found: list[Span] = []
    for row in range(rows):
        walls, gone = left[row], taken[row]
        for column in range(columns):
            if gone[column]:
                continue
            right = column + 1
            while right < columns and not walls[right] and not gone[right]:
                right += 1
            below = row + 1
            inner = slice(column + 1, right)
            across = slice(column, right)
            while below < rows and not (
                True in over[below][across] or True in taken[below][across] or True in left[below][inner]
            ):
                below += 1
            for line in taken[row:below]:
                line[across] = [True] * (right - column)
            found.append((row, column, below - row, right - column))
    return found
