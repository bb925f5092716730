"""Which broken cells only follow from others: a wrong cell makes the totals wrong that it is a part of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from govdisclose.grammar.check import identities_of
from govdisclose.grammar.layout import Layout

__all__ = ["Sum", "roots_of", "sums_of"]

Number = int | Decimal


class Sum(NamedTuple):
    """Cells that add up to others, by path; ``total`` where they are the parts of one."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    total: bool


def sums_of(
    layout: Layout | None, merged: Callable[[str], str], cells: Mapping[str, object]
) -> tuple[Sum, ...]:
    """The sums of a form over the cells that were rolled up; rows that stand as one there are one here."""
    found: list[Sum] = []
    for table in layout.tables if layout is not None else ():
        for item in identities_of(table):
            if not item.relation.exact:
                continue
            left, right = (
                tuple(
                    dict.fromkeys(
                        _known(f"{table.key}:{row}:{column}", merged, cells) for row, column in side
                    )
                )
                for side in (item.left, item.right)
            )
            found.append(Sum(left, right, item.relation.total))
    return tuple(found)


def _known(path: str, merged: Callable[[str], str], cells: Mapping[str, object]) -> str:
    return path if path in cells else merged(path)


def roots_of(
    broken: Sequence[str], residuals: Mapping[str, Number | None], sums: Iterable[Sum]
) -> dict[str, set[str]]:
    """For each broken cell the ones that it follows from; itself alone where it follows from none.

    A total follows from its broken parts where their residuals add up to its own. Where as many requests are too
    many on both sides of the balance, and one cell on each side has them, the right side follows from the left.
    """
    wrong = set(broken)
    holding = [item for item in sums if _holds(item, residuals)]
    parts: dict[str, set[str]] = {}
    for item in holding:
        if item.total and item.right[0] in wrong:
            parts.setdefault(item.right[0], set()).update(wrong.intersection(item.left))
    roots: dict[str, set[str]] = {}
    for path in broken:
        _find(path, parts, roots)
    for item in holding:
        left, right = wrong.intersection(item.left), wrong.intersection(item.right)
        if item.total or len(left) != 1 or len(right) != 1:
            continue
        first, second = roots[left.pop()], roots[right.pop()]
        if len(first) == len(second) == 1 and first != second:
            old, new = next(iter(second)), next(iter(first))
            for path, found in roots.items():
                if old in found:
                    roots[path] = (found - {old}) | {new}
    return roots


def _find(path: str, parts: Mapping[str, set[str]], roots: dict[str, set[str]]) -> set[str]:
    """The roots of a cell. Parts lie strictly below their total, so this ends."""
    if path not in roots:
        below = parts.get(path)
        roots[path] = {root for part in below for root in _find(part, parts, roots)} if below else {path}
    return roots[path]


def _holds(item: Sum, residuals: Mapping[str, Number | None]) -> bool:
    sides: list[Number] = []
    for side in (item.left, item.right):
        total: Number = 0
        for path in side:
            value = residuals.get(path)
            if value is None:
                return False
            total += value
        sides.append(total)
    return sides[0] == sides[1]
