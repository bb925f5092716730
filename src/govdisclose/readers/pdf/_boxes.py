"""Small boxes that are drawn in a cell: to tick, round a picture, round a digit. Their sides are no rules of the table.

Cells tile a table: where a rule of one ends, another goes on or crosses. A box leaves room round itself:

    ┌────┬───────┐
    │ 12 │ 7 ┌─┐ │   two of its sides meet in a corner, and neither goes on
    ├────┼───└─┘─┤   that it comes near to a rule makes it no cell
    └────┴───────┘
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from govdisclose.limits import Limits
from govdisclose.locate import Box
from govdisclose.readers.pdf._page import Rule
from govdisclose.readers.pdf._thing import LARGEST

__all__ = ["small_boxes", "without_sides"]

_SAME = 1.2  # points: lines no further apart are one
_LEAST = 3.5  # points: what is no longer than a line is wide is no box
_MOST = 200  # boxes: more are a drawing
_MOST_AT_ONCE = 64  # comparisons that cost as much as an element


def small_boxes(across: Sequence[Rule], down: Sequence[Rule], limits: Limits) -> list[Box]:
    """The boxes among the level and the upright rules of a page. Rules on one line without a gap are each one rule."""
    levels, uprights = sorted(filter(_is_short, across)), sorted(filter(_is_short, down))
    if not levels or not uprights:
        return []
    all_levels, all_uprights = sorted(across), sorted(down)
    found: dict[Box, None] = {}
    compared = 0
    for x, top, bottom in uprights:
        for y, other in ((top, bottom), (bottom, top)):
            near = _near(levels, y)
            compared += len(near)
            for _, left, right in near:
                if min(abs(left - x), abs(right - x)) > _SAME:
                    continue
                far = right if abs(left - x) <= _SAME else left
                sides = _near(all_uprights, far), _near(all_levels, other)
                compared += sum(map(len, sides))
                limits.check("elements", compared // _MOST_AT_ONCE, "the rules of a page")
                if _covers(sides[0], top, bottom) and _covers(sides[1], left, right):
                    found[min(x, far), top, max(x, far), bottom] = None
    if len(found) > _MOST:
        return []
    limits.check(
        "elements",
        (compared + len(found) * (len(across) + len(down))) // _MOST_AT_ONCE,
        "the rules of a page",
    )
    return [box for box in found if _is_enclosed(box, all_levels, all_uprights)]


def _is_enclosed(box: Box, levels: Sequence[Rule], uprights: Sequence[Rule]) -> bool:
    """Whether longer rules run along a box both ways, as those of its table do: a small table of its own is no box."""
    x0, y0, x1, y1 = box
    return _is_along(levels, x0, x1) and _is_along(uprights, y0, y1)


def _is_along(rules: Sequence[Rule], start: float, end: float) -> bool:
    return any(
        rule.start <= start + _SAME
        and end - _SAME <= rule.end
        and rule.end - rule.start > end - start + _SAME
        for rule in rules
    )


def without_sides(rules: Iterable[Rule], boxes: Sequence[Box], *, upright: bool) -> list[Rule]:
    """The rules of one direction, without the sides of the boxes and what is drawn in them."""
    places = [(x0, x1, y0, y1) if upright else (y0, y1, x0, x1) for x0, y0, x1, y1 in boxes]
    return [
        rule
        for rule in rules
        if not any(
            low - _SAME <= rule.at <= high + _SAME and start - _SAME <= rule.start and rule.end <= end + _SAME
            for low, high, start, end in places
        )
    ]


def _is_short(rule: Rule) -> bool:
    return _LEAST < rule.end - rule.start <= LARGEST


def _near(rules: Sequence[Rule], place: float) -> Sequence[Rule]:
    return rules[bisect_left(rules, (place - _SAME,)) : bisect_right(rules, (place + _SAME, float("inf")))]


def _covers(rules: Sequence[Rule], start: float, end: float) -> bool:
    """Whether one of them goes along a whole side."""
    return any(rule.start <= start + _SAME and end - _SAME <= rule.end for rule in rules)
