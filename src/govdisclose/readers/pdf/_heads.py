"""The headings of a table without rules: over which columns each of them stands.

    行政复议             行政诉讼              a heading over others begins, ends or has its middle where they do;
维持 纠正 总计   维持 纠正 其他 总计            the headings of one line share the columns under it without a rest
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from govdisclose.readers.pdf._columns import MODES, Column, Columns, Mode, at_mode, tolerance
from govdisclose.readers.pdf._words import Word

__all__ = ["Head", "find_heads"]

_LEVEL = 0.5  # of the size: words nearer are on one line
_SHARE = 0.25  # of a column's width: a middle is so near to that of its columns
_CENTRAL = 0.12  # of the width of a table: a title has its middle so near
_APART = 1.2  # of the size: words of one heading are no further apart


@frozen
class Head:
    """A heading on its rows and columns; ``sure`` is False where it may stand over others."""

    words: tuple[Word, ...]
    row: int
    column: int
    rowspan: int
    colspan: int
    sure: bool = True


@frozen
class _Over:
    words: tuple[Word, ...]
    left: float
    right: float
    base: float
    size: float

    @property
    def word(self) -> Word:
        return Word("", self.left, self.right, self.base, self.size)


def find_heads(columns: Columns) -> tuple[list[Head], int]:
    """The headings, and how many rows they take. Column 0 is that of the labels, where there is one."""
    shift = int(columns.stub is not None)
    titles, stubhead = _titles(columns)
    over = [word for word in columns.over if columns.stub is None or word.left >= columns.stub[1]]
    titles += [word for word in columns.over if columns.stub is not None and word.left < columns.stub[1]]
    levels = _levels([*over, *(word for column in columns.columns for word in column.upper)])
    if levels and len(levels[0]) == 1 and _is_title(levels[0][0], columns, stubhead):
        titles += levels.pop(0)[0].words
    last = len(levels)
    reach = [0] * len(columns.columns)  # the first row under the headings over a column
    heads: list[Head] = []
    for number in range(last - 1, -1, -1):
        for item, first, end, sure in _ranges(levels[number], columns, lowest=number == last - 1):
            heads.append(Head(item.words, number, first + shift, 1, end - first, sure))
            for at in range(first, end):
                reach[at] = max(reach[at], number + 1)
    for at, column in enumerate(columns.columns):
        heads.append(Head(column.heading, reach[at], at + shift, last + 1 - reach[at], 1))
    if columns.stub is not None:
        heads.append(Head(tuple(stubhead), 0, 0, last + 1, 1))
    if titles:
        lines = _levels(titles)
        wide = len(columns.columns) + shift
        heads = [
            Head(head.words, head.row + len(lines), head.column, head.rowspan, head.colspan, head.sure)
            for head in heads
        ]
        for number, line in enumerate(lines):
            words = tuple(word for item in line for word in item.words)
            heads.append(Head(words, number, 0, 1, wide))
        last += len(lines)
    return heads, last + 1


def _titles(columns: Columns) -> tuple[list[Word], list[Word]]:
    """The lines over all headings of the columns, which are no heading of the labels, and the other ones."""
    tops = [word.base for column in columns.columns for word in (*column.heading, *column.upper)]
    tops += [word.base for word in columns.over if columns.stub is None or word.left >= columns.stub[1]]
    top = min(tops)
    lowest = max((word.base for word in columns.stubhead), default=top)
    titles = [
        word
        for word in columns.stubhead
        if word.base < top - _LEVEL * word.size and lowest >= top - _LEVEL * word.size
    ]
    return titles, [word for word in columns.stubhead if word not in titles]


def _is_title(item: _Over, columns: Columns, stubhead: Sequence[Word]) -> bool:
    """Whether a line of one heading over all others is over the whole table: it has its middle, or begins or ends with it."""
    if any(word.base < item.base + _LEVEL * item.size for word in stubhead):
        return False
    left, right = columns.columns[0].left, columns.columns[-1].right
    starts = [left] if columns.stub is None else [left, columns.stub[0]]
    middle = item.word.centre
    return (
        any(abs((start + right) / 2 - middle) <= _CENTRAL * (right - start) for start in starts)
        or any(abs(item.left - start) <= tolerance(item.word) for start in starts)
        or abs(item.right - right) <= tolerance(item.word)
    )


def _levels(words: Sequence[Word]) -> list[list[_Over]]:
    """Lines of headings over others, from the top, each from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        if lines and word.base - lines[-1][0].base <= _LEVEL * word.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    levels: list[list[_Over]] = []
    for line in lines:
        level: list[list[Word]] = []
        for word in sorted(line, key=lambda word: word.left):
            if level and word.left - level[-1][-1].right <= _APART * word.size:
                level[-1].append(word)
            else:
                level.append([word])
        levels.append(
            [_Over(tuple(part), part[0].left, part[-1].right, part[0].base, part[0].size) for part in level]
        )
    return levels


def _ranges(level: Sequence[_Over], columns: Columns, *, lowest: bool) -> list[tuple[_Over, int, int, bool]]:
    """Each heading of one line with the first column that it stands over, the one after the last, and if that is sure."""
    base, size = level[0].base, level[0].size
    deep = _deep(columns.columns) if lowest else set(range(len(columns.columns)))
    under = [
        at in deep
        and bool(column.heading)
        and min(word.base for word in column.heading) > base + _LEVEL * size
        for at, column in enumerate(columns.columns)
    ]
    runs: list[tuple[int, int]] = []
    for at, is_under in enumerate(under):
        if is_under and runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        elif is_under:
            runs.append((at, at + 1))
    found: list[tuple[_Over, int, int, bool]] = []
    rest = list(level)
    for start, end in runs:
        left, right = columns.edges[start], columns.edges[end]
        own = [item for item in rest if left <= (item.left + item.right) / 2 <= right]
        if not own:
            continue
        rest = [item for item in rest if item not in own]
        ways = {way for mode in MODES if (way := _shared(own, columns, start, end, mode)) is not None}
        if len(ways) == 1:
            bounds = ways.pop()
            found += [(item, bounds[at], bounds[at + 1], True) for at, item in enumerate(own)]
        else:
            rest += own
    for item in rest:
        at, others = columns.column_of(item.word)
        found.append((item, min({at, *others}), max({at, *others}) + 1, False))
    return _disjoint(found)


def _disjoint(found: list[tuple[_Over, int, int, bool]]) -> list[tuple[_Over, int, int, bool]]:
    """Headings whose columns overlap, as one that is not sure."""
    kept: list[tuple[_Over, int, int, bool]] = []
    for item, first, end, sure in sorted(found, key=lambda one: (one[1], one[2])):
        if kept and first < kept[-1][2]:
            before = kept[-1]
            words = (*before[0].words, *item.words)
            both = _Over(words, before[0].left, max(before[0].right, item.right), item.base, item.size)
            kept[-1] = (both, before[1], max(before[2], end), False)
        else:
            kept.append((item, first, end, sure))
    return kept


def _deep(columns: Sequence[Column]) -> set[int]:
    """The columns with the lowest headings: their middles, first or last lines are level."""
    best: tuple[int, float, set[int]] | None = None
    for how in (_middle, min, max):
        places = {
            at: how([word.base for word in column.heading])
            for at, column in enumerate(columns)
            if column.heading
        }
        groups: list[tuple[float, set[int]]] = []
        for at, place in sorted(places.items(), key=lambda one: one[1]):
            size = columns[at].heading[0].size
            if groups and place - groups[-1][0] <= 0.2 * size:
                groups[-1][1].add(at)
            else:
                groups.append((place, {at}))
        if groups and (best is None or len(groups) < best[0]):
            best = (len(groups), groups[-1][0], groups[-1][1])
    return best[2] if best is not None else set()


def _middle(bases: Sequence[float]) -> float:
    return (min(bases) + max(bases)) / 2


def _shared(
    own: Sequence[_Over], columns: Columns, start: int, end: int, mode: Mode
) -> tuple[int, ...] | None:
    """The bounds at which headings divide the columns from ``start`` to ``end``; None where they do not."""
    inside = columns.columns
    bounds = [start]
    for item in own:
        first = bounds[-1]
        last: int | None = None
        if mode == "left":
            if abs(_edge(inside[first], mode) - item.left) > tolerance(item.word):
                return None
            after = [other for other in own if other.left > item.left]
            last = end
            if after:
                last = next(
                    (
                        at
                        for at in range(first + 1, end)
                        if abs(_edge(inside[at], mode) - after[0].left) <= tolerance(item.word)
                    ),
                    None,
                )
        elif mode == "right":
            last = next(
                (
                    at + 1
                    for at in range(first, end)
                    if abs(_edge(inside[at], mode) - item.right) <= tolerance(item.word)
                ),
                None,
            )
        else:
            middle = at_mode(item.word, mode)
            errors = [
                (abs((_side(columns, first, -1) + _side(columns, at, 1)) / 2 - middle), at + 1)
                for at in range(first, end)
            ]
            if errors:
                error, last = min(errors)
                if error > _SHARE * (columns.edges[end] - columns.edges[start]) / (end - start):
                    return None
        if last is None or last <= first:
            return None
        bounds.append(last)
    return tuple(bounds) if bounds[-1] == end else None


def _edge(column: Column, mode: Mode) -> float:
    if mode == "left":
        return min(word.left for word in column.heading)
    return max(word.right for word in column.heading)


def _side(columns: Columns, at: int, way: int) -> float:
    """A side of a column: the inner edge, or on the outside as far from its middle as that is."""
    column = columns.columns[at]
    middle = (min(word.left for word in column.heading) + max(word.right for word in column.heading)) / 2
    inner = at + 1 if way > 0 else at
    if 0 < inner < len(columns.columns):
        return columns.edges[inner]
    other = columns.edges[at if way > 0 else at + 1]
    return 2 * middle - other
