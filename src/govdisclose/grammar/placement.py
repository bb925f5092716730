"""Where the numbers of a short row can stand, when blank cells have left no trace.

A placement keeps the order and leaves some columns blank. It is possible if every total of the boxhead is the sum of
its parts, blanks counted as nothing. What all possible placements agree on is certain (often the total, seldom
the rest); all else is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from govdisclose.grammar.table import Table
from govdisclose.grammar.totals import totals_of
from govdisclose.grammar.values import State, count, parse_value

__all__ = ["BLANK", "settle"]

BLANK = -1
"""The mark of a column that is blank in every placement."""

_MOST_COLUMNS = 15  # as in table 4: at most 6,435 placements


def settle(band: Table, paths: Sequence[str], texts: Sequence[str]) -> list[int | None]:
    """For each column the index of its text, ``BLANK``, or None where placements differ."""
    if not texts:
        return [BLANK] * len(paths)
    values: list[int | Decimal] = []
    for text in texts:
        parsed = parse_value(text, count())
        if parsed.state is not State.NUMBER or parsed.value is None:
            return [None] * len(paths)
        values.append(parsed.value)
    assert band.boxhead is not None
    if len(paths) > _MOST_COLUMNS:
        return [None] * len(paths)
    order = {path: at for at, path in enumerate(paths)}
    sums = [(order[total], [order[part] for part in parts]) for total, parts in totals_of(band.boxhead)]
    if not sums:
        return [None] * len(paths)
    agreed: list[set[int]] = [set() for _ in paths]
    for places in combinations(range(len(paths)), len(values)):
        row: list[int | Decimal] = [0] * len(paths)
        which = [BLANK] * len(paths)
        for index, place in enumerate(places):
            row[place] = values[index]
            which[place] = index
        if all(row[total] == sum(row[part] for part in parts) for total, parts in sums):
            for at, index in enumerate(which):
                agreed[at].add(index)
    return [next(iter(found)) if len(found) == 1 else None for found in agreed]
