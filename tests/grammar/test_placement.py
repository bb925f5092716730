"""Where the numbers of a short row can stand: what every placement agrees on."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form_samples import SMALL
from govdisclose.grammar import H, Table, tree
from govdisclose.grammar.placement import BLANK, settle
from govdisclose.grammar.totals import totals_of
from govdisclose.layouts.cn_2019 import REQUESTS, REVIEWS

SEVEN = [
    "natural_person",
    "legal_person/commercial",
    "legal_person/research",
    "legal_person/social_welfare",
    "legal_person/legal_service",
    "legal_person/other",
    "total",
]
FIFTEEN = list(REVIEWS.boxhead.leaves) if REVIEWS.boxhead is not None else []


def place(*texts: str) -> list[int | None]:
    return settle(REQUESTS, SEVEN, list(texts))


@pytest.mark.parametrize(
    ("texts", "settled"),
    [
        (("47", "1", "48"), [None, None, None, None, None, None, 2]),
        (("4", "4"), [None, None, None, None, None, None, 1]),
        ((), [BLANK] * 7),
        (("1", "2", "3", "4", "5", "6", "21"), [0, 1, 2, 3, 4, 5, 6]),
        (("2", "0", "0", "0", "0", "2"), [None, None, None, None, None, None, 5]),
        (("0",), [None] * 7),
        (("5",), [None] * 7),
        (("1", "2", "4"), [None] * 7),
        (("47", "无", "48"), [None] * 7),
        (("47", "/", "48"), [None] * 7),
        (("47", "693665"), [None] * 7),
    ],
)
def test_only_what_every_placement_agrees_on_is_settled(
    texts: tuple[str, ...], settled: list[int | None]
) -> None:
    assert place(*texts) == settled


def test_a_lone_number_may_be_a_part_whose_total_is_blank() -> None:
    # a total that is blank is not a wrong total, and the report may leave it out
    assert place("0")[6] is None


def test_a_row_of_zeros_with_one_lost_is_not_settled_in_the_parts() -> None:
    settled = place("0", "0", "0", "0", "0", "0")
    assert settled[:6] == [None] * 6


def test_a_table_without_totals_settles_nothing() -> None:
    table = Table("t", "表", boxhead=tree(H("a", "甲"), H("b", "乙")))
    assert settle(table, ["a", "b"], ["1"]) == [None, None]


def test_more_columns_than_can_be_tried_settle_nothing() -> None:
    table = Table(
        "t",
        "表",
        boxhead=tree(
            *(H(f"c{number}", f"第{number}号栏") for number in range(16)), H("total", "总计", total=True)
        ),
    )
    assert table.boxhead is not None
    assert settle(table, list(table.boxhead.leaves), ["1", "1"]) == [None] * 17


def test_table_4_has_three_totals_to_hold() -> None:
    settled = settle(REVIEWS, FIFTEEN, ["3", "1", "4", "9", "1", "10"])
    assert [which for which in settled if which is not None and which >= 0] == [] or all(
        which in (2, 5) for which in settled if which is not None and which >= 0
    )


NUMBERS = st.lists(st.integers(0, 3), min_size=1, max_size=5)


@given(NUMBERS, st.sets(st.integers(0, 3), max_size=4))
def test_a_settled_number_is_never_another_than_was_printed(values: list[int], blank: set[int]) -> None:
    """A row of the small table, filled so that it adds up, some cells left blank."""
    assert SMALL.boxhead is not None
    paths = list(SMALL.boxhead.leaves)
    parts = [*values, 0, 0, 0][:3]
    row = [*parts, sum(0 if at in blank else part for at, part in enumerate(parts))]
    printed = [str(value) for at, value in enumerate(row) if at not in blank]
    left = [at for at in range(4) if at not in blank]
    settled = settle(SMALL, paths, printed)
    if 3 in blank:
        return  # a blank total holds nothing
    for at, which in enumerate(settled):
        if which is None:
            continue
        if which == BLANK:
            assert at in blank
        else:
            assert left[which] == at or printed[which] == str(row[at])


@given(NUMBERS)
def test_what_is_settled_holds_in_every_placement(values: list[int]) -> None:
    assert SMALL.boxhead is not None
    paths = list(SMALL.boxhead.leaves)
    ((total, parts),) = totals_of(SMALL.boxhead)
    if len(values) > len(paths):
        return
    settled = settle(SMALL, paths, [str(value) for value in values])
    for places in combinations(range(len(paths)), len(values)):
        row = dict.fromkeys(paths, 0) | {
            paths[place]: value for place, value in zip(places, values, strict=True)
        }
        if row[total] != sum(row[part] for part in parts):
            continue
        for at, which in enumerate(settled):
            if which is not None and which >= 0:
                assert places[which] == at
            elif which == BLANK:
                assert at not in places
