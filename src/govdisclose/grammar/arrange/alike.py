"""Which values stand as the others do: those of a row on one height, those of a column at one side or in the middle.

A value that stands otherwise may be half of one that its column has wrapped, or belong to the column beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median

from govdisclose.grammar.arrange.glyphs import Text
from govdisclose.grammar.arrange.labels import PlacedLabel

__all__ = ["doubt_unlike"]

_LEVEL = 0.2  # of the size: the baselines of a row's values differ no more
_SIDE = 0.5  # of the size: ends or middles of what is set alike differ no more
_LINES = 1.5  # of the size: lines of one cell stand no further apart
_SHOWN = 3  # values that show where those of a column stand

_Line = tuple[Sequence[Sequence[Text]], set[int]]
"""The texts of a row by column, and the columns that are not certain, to be added to."""

_SIDES: tuple[Callable[[Text, PlacedLabel], float], ...] = (
    lambda text, leaf: text.left - leaf.left,
    lambda text, leaf: text.right - leaf.right,
    lambda text, leaf: (text.left + text.right) / 2 - leaf.centre,
)


def doubt_unlike(rows: Sequence[_Line], leaves: Sequence[PlacedLabel]) -> None:
    """Add to the doubts of each row the columns whose value does not stand as those beside, over and under it do."""
    for texts, doubts in rows:
        _doubt_height(texts, doubts)
    for upper, lower in pairwise(rows):
        _doubt_near(upper, lower)
    values = [
        (column, found[0], doubts)
        for texts, doubts in rows
        for column, found in enumerate(texts)
        if len(found) == 1
    ]
    if not values:
        return
    counts = Counter(
        number
        for column, text, _ in values
        for number, side in enumerate(_SIDES)
        if abs(side(text, leaves[column])) <= _SIDE * text.size
    )
    best = _SIDES[max(range(len(_SIDES)), key=lambda number: counts[number])]
    places: dict[int, list[float]] = {}
    for column, text, _ in values:
        places.setdefault(column, []).append(best(text, leaves[column]))
    for column, text, doubts in values:
        off, own = best(text, leaves[column]), places[column]
        usual = median(own) if len(own) >= _SHOWN else 0.0
        if min(abs(off), abs(off - usual)) > _SIDE * text.size:
            # it may be that of the column on the side to which it stands
            doubts.update({column, column + 1 if off > 0 else column - 1} & {*range(len(leaves))})


def _doubt_near(upper: _Line, lower: _Line) -> None:
    """Where one of two cells over each other is not certain and their texts stand as lines of one cell, neither is."""
    for column, (above, below) in enumerate(zip(upper[0], lower[0], strict=True)):
        unsure = len(above) > 1 or len(below) > 1 or column in upper[1] or column in lower[1]
        if unsure and any(low.base - high.base <= _LINES * low.size for high in above for low in below):
            upper[1].add(column)
            lower[1].add(column)


def _doubt_height(texts: Sequence[Sequence[Text]], doubts: set[int]) -> None:
    bases = Counter(round(found[0].base, 1) for found in texts if len(found) == 1)
    if not bases:
        return
    usual, count = bases.most_common(1)[0]
    off = [
        column
        for column, found in enumerate(texts)
        if len(found) == 1 and abs(found[0].base - usual) > _LEVEL * found[0].size
    ]
    # where as many stand on one height as on another, nobody knows which of them are whole
    doubts.update(off if count > len(off) else [column for column, found in enumerate(texts) if found])
