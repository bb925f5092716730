"""Where the numbers of a short row can stand, when blank cells have left no trace.

A placement keeps the order and leaves some columns blank. It is possible if every total of the boxhead is the sum of
its parts, blanks counted as nothing. What all possible placements agree on is taken (often the total, seldom the
rest), and always with a finding. An organ that leaves its totals blank can print numbers that look so by chance:
therefore nothing is placed in a table unless every short row of it can be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from govdisclose.grammar.table import Table
from govdisclose.grammar.totals import totals_of
from govdisclose.grammar.values import State, count, parse_value

__all__ = ["BLANK", "is_possible", "settle"]

BLANK = -1
"""The mark of a column that is blank in every placement."""

_MOST_COLUMNS = 15  # as in table 4: at most 6,435 placements


def is_possible(band: Table, paths: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether the texts of a short row can stand under the columns so that every total is printed and right."""
    return not texts or any(True for _ in _placements(band, paths, texts))


def settle(band: Table, paths: Sequence[str], texts: Sequence[str]) -> list[int | None]:
    """For each column the index of its text, ``BLANK``, or None where placements differ or there is none."""
    if not texts:
        return [BLANK] * len(paths)
    agreed: list[set[int]] = [set() for _ in paths]
    for places in _placements(band, paths, texts):
        which = dict(zip(places, range(len(texts)), strict=True))
        for at, found in enumerate(agreed):
            found.add(which.get(at, BLANK))
    return [next(iter(found)) if len(found) == 1 else None for found in agreed]


def _placements(band: Table, paths: Sequence[str], texts: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """The columns of the texts, in every way that keeps their order and makes all totals right."""
    values: list[int | Decimal] = []
    for text in texts:
        parsed = parse_value(text, count())
        if parsed.state is not State.NUMBER or parsed.value is None:
            return
        values.append(parsed.value)
    assert band.boxhead is not None
    order = {path: at for at, path in enumerate(paths)}
    sums = [(order[total], [order[part] for part in parts]) for total, parts in totals_of(band.boxhead)]
    if not sums or len(paths) > _MOST_COLUMNS:
        return
    for places in combinations(range(len(paths)), len(values)):
        row: list[int | Decimal] = [0] * len(paths)
        for value, place in zip(values, places, strict=True):
            row[place] = value
        if all(row[total] == sum(row[part] for part in parts) for total, parts in sums):
            yield places
