"""Small boxes that are drawn in the cells of a table, and rectangles behind characters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pdf_samples import BACKENDS, filled, line, pages, read, ruled
from pdf_things import body, page, plain, unread

from govdisclose.document import DEFAULT_LIMITS
from govdisclose.errors import LimitError
from govdisclose.limits import Limits
from govdisclose.locate import Box
from govdisclose.readers.pdf._boxes import small_boxes, without_sides
from govdisclose.readers.pdf._page import Page, Rule, Run
from govdisclose.readers.pdf._rules import find_lattices
from govdisclose.readers.pdf._thing import Reach, Thing
from govdisclose.readers.pdf._touch import in_lattice

TABLE = ([Rule(10, 0, 200), Rule(30, 0, 200), Rule(50, 0, 200)], [Rule(0, 10, 50), Rule(200, 10, 50)])


def sides(left: float, top: float, right: float, bottom: float) -> tuple[list[Rule], list[Rule]]:
    return (
        [Rule(top, left, right), Rule(bottom, left, right)],
        [Rule(left, top, bottom), Rule(right, top, bottom)],
    )


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(
    "drawn",
    [
        b"180 212 9 9 re S ",
        b"180 219 9 9 re S ",
        b"214 214 9 9 re S ",
        b"180 211.4 9 9 re S 171 220.8 9 7 re S ",
        line(180, 212, 189, 212)
        + line(189, 212, 189, 221)
        + line(180, 221, 189, 221)
        + line(180, 212, 180, 221),
    ],
    ids=["at the foot", "at the head", "over the edge", "two that touch", "four lines"],
)
def test_a_box_beside_a_number_takes_no_cell_apart(drawn: bytes, backend: str) -> None:
    document = read(page("12", drawn), backend)
    assert body(document)[0] == "规章"
    assert body(document)[1].rstrip("\ufffc") == "12" != body(document)[1]
    assert body(document)[3:] == ["行政规范性文件", "3", ""]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_box_alone_at_the_foot_of_a_cell_is_not_blank(backend: str) -> None:
    assert unread(read(page("", b"180 212 9 9 re S "), backend), own="", what="drawing")


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_frame_round_the_number_changes_nothing(backend: str) -> None:
    assert plain(read(page("12", b"152 211.5 14 14 re S "), backend), "12")


@pytest.mark.parametrize("backend", BACKENDS)
def test_an_empty_box_that_stands_clear_changes_nothing(backend: str) -> None:
    assert plain(read(page("12", b"190 215.5 9 9 re S "), backend), "12")


@pytest.mark.parametrize("backend", BACKENDS)
def test_cells_as_small_as_a_box_are_cells(backend: str) -> None:
    xs, ys = [50, 150, 162, 174, 186], [250, 236, 222]
    rows = [["规章", "1", "2", "3"], ["许可", "4", "5", "6"]]
    document = read(pages(ruled(xs, ys) + filled(xs, ys, rows, 8)), backend)
    assert [cell.text for cell in document.grids[0].cells] == ["规章", "1", "2", "3", "许可", "4", "5", "6"]
    assert document.findings == ()
    each = b"".join(
        b"%g %g %g 14 re S " % (left, y, right - left) for y in ys[1:] for left, right in pairwise(xs)
    )
    again = read(pages(each + filled(xs, ys, rows, 8)), backend)
    assert [cell.text for cell in again.grids[0].cells] == ["规章", "1", "2", "3", "许可", "4", "5", "6"]


@pytest.mark.parametrize(
    ("box", "found"),
    [
        ((80, 34, 92, 46), [(80, 34, 92, 46)]),
        ((80, 34, 92, 49), [(80, 34, 92, 49)]),
        ((195, 34, 207, 46), []),
        ((80, 34, 83, 37), []),
        ((80, 34, 130, 46), []),
    ],
    ids=["clear", "at a rule", "over the edge of the table", "tiny", "wide"],
)
def test_a_box_has_a_corner_from_which_no_rule_goes_on(box: Box, found: list[Box]) -> None:
    across, down = sides(*box)
    assert small_boxes([*TABLE[0], *across], [*TABLE[1], *down], DEFAULT_LIMITS) == found


def test_a_corner_without_the_other_sides_is_no_box() -> None:
    (top, _), (left, _) = sides(80, 34, 92, 46)
    assert small_boxes([*TABLE[0], top], [*TABLE[1], left], DEFAULT_LIMITS) == []


def test_a_narrow_cell_between_others_is_no_box() -> None:
    columns = [Rule(80, 10, 50), Rule(92, 30, 50)]
    assert small_boxes(TABLE[0], [*TABLE[1], *columns], DEFAULT_LIMITS) == []


def test_the_sides_of_boxes_go_and_the_rules_that_they_stand_on_stay() -> None:
    across, down = sides(80, 34, 92, 49.5)
    boxes: list[Box] = [(80, 34, 92, 49.5)]
    assert without_sides([*TABLE[0], *across], boxes, upright=False) == TABLE[0]
    assert without_sides([*TABLE[1], *down], boxes, upright=True) == TABLE[1]


def test_the_search_for_boxes_is_counted() -> None:
    across = [Rule(at * 0.001, 0, 40) for at in range(400)]
    down = [Rule(at * 0.001, 0, 40) for at in range(400)]
    with pytest.raises(LimitError, match="the rules of a page"):
        small_boxes(across, down, Limits(elements=100))


def run(text: str, left: float, base: float, size: float = 10) -> Run:
    return Run([*text], [left + 5 * at for at in range(len(text) + 1)], base, size)


@pytest.mark.parametrize(
    ("box", "shown"),
    [
        ((79, 35, 85.5, 46), {}),
        ((79, 35, 90.5, 46), {}),
        ((92, 35, 98, 46), {1: ["outline"]}),
        ((91, 34, 99, 46), {1: ["outline"]}),
    ],
    ids=["behind a digit", "behind the number", "beside it", "large beside it"],
)
def test_a_rectangle_behind_a_character_marks_it_and_one_beside_it_may_be_one(
    box: Box, shown: dict[int, list[str]]
) -> None:
    thing = Thing(box, "outline", Reach.SHAPE, closed=True, upright=True)
    number = run("12", 80, 45)
    ruled_page = Page(1, 210, 60, (number,), tuple(TABLE[0]), tuple(TABLE[1]), things=(thing,))
    [lattice], boxes = find_lattices(ruled_page, DEFAULT_LIMITS)
    assert boxes == []
    assert in_lattice(lattice, ruled_page, [[], [number]], DEFAULT_LIMITS) == shown
