"""From ruling lines to lattices: which lines belong to one table, and where its edges are.

Producers draw one rule as many: a thin rectangle for each side of each cell, the two lines of a doubled border,
a border of one cell half a point beside that of the next.

    ──── ───    ═════      one edge each; what is no wider apart than a hair column is one edge
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from attrs import frozen

from govdisclose.limits import Limits
from govdisclose.locate import Box
from govdisclose.readers.pdf._page import Page, Rule

__all__ = ["SNAP", "Lattice", "Span", "find_lattices", "rectangles", "with_columns"]

SNAP = 3.0
"""Points: edges no further apart are one. No character fits between them."""

_SAME = 1.2
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

    def holds(self, box: Box) -> bool:
        """Whether a box lies inside."""
        left, top, right, bottom = self.box
        return (
            left - SNAP <= box[0]
            and top - SNAP <= box[1]
            and box[2] <= right + SNAP
            and box[3] <= bottom + SNAP
        )


def find_lattices(page: Page, limits: Limits) -> list[Lattice]:
    """The ruled tables of a page, each of rules that touch each other."""
    horizontals, verticals = _merged(page.horizontals), _merged(page.verticals)
    limits.check("elements", len(horizontals) * len(verticals) // 64, "the rules of a page")
    found: list[Lattice] = []
    for across, down in _touching(horizontals, verticals):
        xs = _edges(down, across)
        ys = _edges(across, down)
        if len(xs) > 1 and len(ys) > 1 and len(xs) + len(ys) > 4:
            found.append(Lattice(xs, ys, tuple(across), tuple(down)))
    return sorted(found, key=lambda lattice: (lattice.ys[0], lattice.xs[0]))


def with_columns(lattice: Lattice, xs: Sequence[float]) -> Lattice:
    """The same rules with more column edges."""
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
        for other, down in enumerate(verticals):
            if low <= down.at <= high and down.start - SNAP <= across.at <= down.end + SNAP:
                owner[root(one)] = root(count + other)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for at, rule in enumerate(horizontals):
        groups.setdefault(root(at), ([], []))[0].append(rule)
    for at, rule in enumerate(verticals):
        groups.setdefault(root(count + at), ([], []))[1].append(rule)
    return [group for group in groups.values() if group[0] and group[1]]


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
    cover = [[0.0] * (len(along) - 1) for _ in edges]
    for rule in rules:
        own = min(range(len(edges)), key=lambda at: abs(edges[at] - rule.at))
        if abs(edges[own] - rule.at) > SNAP:
            continue
        first = max(bisect_right(along, rule.start) - 1, 0)
        for at in range(first, len(along) - 1):
            low, high = along[at], along[at + 1]
            if low >= rule.end:
                break
            cover[own][at] += min(high, rule.end) - max(low, rule.start)
    return [[share > _HALF * (along[at + 1] - along[at]) for at, share in enumerate(row)] for row in cover]


def rectangles(lattice: Lattice) -> list[Span]:
    """The cells: rectangles as large as can be that no rule crosses, in reading order."""
    rows, columns = len(lattice.ys) - 1, len(lattice.xs) - 1
    left = _walls(lattice.xs, lattice.ys, lattice.verticals)
    over = _walls(lattice.ys, lattice.xs, lattice.horizontals)
    taken = [[False] * columns for _ in range(rows)]
    found: list[Span] = []
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            right = column + 1
            while right < columns and not left[right][row] and not taken[row][right]:
                right += 1
            below = row + 1
            while below < rows and not any(
                over[below][at] or taken[below][at] or (at > column and left[at][below])
                for at in range(column, right)
            ):
                below += 1
            for line in taken[row:below]:
                line[column:right] = [True] * (right - column)
            found.append((row, column, below - row, right - column))
    return found
