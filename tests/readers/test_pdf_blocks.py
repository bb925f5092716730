"""Filled forms in cells, letters too narrow to be seen, and digits that hang over the edge of their cell."""

from __future__ import annotations

import pytest
from pdf_samples import BACKENDS, read, text
from pdf_things import body, page, told

from govdisclose.grid import UNREAD

pytestmark = pytest.mark.parametrize("backend", BACKENDS)


def fill(colour: str, x: float, y: float, wide: float, high: float) -> bytes:
    return f"q {colour} rg {x} {y} {wide} {high} re f Q ".encode()


@pytest.mark.parametrize(
    "drawn",
    [
        fill("0.2 0.2 0.2", 165, 216, 30, 8),
        fill("0 0.45 1", 165, 218, 52, 4),
        fill("0.8 0 0", 165, 216, 8, 8),
        b"0.9 0.9 0.9 rg 160 216 m 205 216 l 209 216 209 224 205 224 c 160 224 l 156 224 156 216 160 216 c f ",
    ],
)
def test_a_bar_that_is_drawn_in_a_cell_is_shown_and_not_read(drawn: bytes, backend: str) -> None:
    blank = read(page("", drawn), backend)
    assert body(blank) == ["规章", UNREAD, "26", "行政规范性文件", "3", ""]
    assert told(blank) == [("cell-not-read", "drawing", (2, 2))]


@pytest.mark.parametrize(("x", "wide"), [(175, 30), (175, 45)], ids=["inside", "to the edge"])
def test_a_player_beside_digits_leaves_no_number(x: float, wide: float, backend: str) -> None:
    found = read(page("3", fill("0.2 0.2 0.2", x, 213, wide, 14)), backend)
    assert body(found)[1] == "3" + UNREAD
    assert told(found) == [("cell-not-read", "drawing", (2, 2))]


@pytest.mark.parametrize(
    ("own", "drawn"),
    [
        ("", fill("0.85 0.85 0.85", 155, 212, 60, 16)),
        ("", fill("0.2 0.2 0.2", 150, 210, 70, 20)),
        ("", fill("0.2 0.2 0.2", 151, 211, 68, 18)),
        ("", fill("0 0 0", 160, 218, 4, 4)),
        ("", fill("1 1 0", 160, 214, 20, 12)),
        ("", fill("0 0 0", 155, 219, 60, 1)),
    ],
)
def test_shading_lines_and_signs_of_lists_are_harmless(own: str, drawn: bytes, backend: str) -> None:
    found = read(page(own, drawn), backend)
    assert (body(found)[1], told(found)) == (own, [])


def test_a_dark_ground_behind_letters_is_no_bar(backend: str) -> None:
    drawn = fill("0.1 0.2 0.5", 151.5, 212, 40, 16) + b"1 1 1 rg " + text(154, 216, "48") + b"0 0 0 rg "
    found = read(page("", drawn), backend)
    assert (body(found)[1], told(found)) == ("48", [])


@pytest.mark.parametrize(("scale", "shown"), [(100, "481"), (50, "481"), (30, "481"), (1, "48"), (10, "48")])
def test_letters_so_narrow_that_they_are_lines_are_not_seen(scale: int, shown: str, backend: str) -> None:
    drawn = text(154, 216, "48") + b"q " + text(174, 216, "1").replace(b"BT", b"BT %d Tz" % scale) + b"Q "
    found = read(page("", drawn), backend)
    assert body(found)[1].replace(" ", "") == shown
    assert [kind for kind, *_ in told(found)] == ([] if shown == "481" else ["text-unseen"])


@pytest.mark.parametrize("base", [208, 206.5, 206, 205])
def test_a_digit_over_an_edge_leaves_no_number_on_either_side(base: float, backend: str) -> None:
    found = read(page("", text(170, base, "7")), backend)
    assert UNREAD in body(found)[1]
    assert UNREAD in body(found)[4]
    assert {place for _, _, place in told(found)} == {(2, 2), (3, 2)}


@pytest.mark.parametrize(("base", "own", "below"), [(209.5, "7", "3"), (203, "", "7\n3"), (216, "7", "3")])
def test_a_digit_that_only_touches_an_edge_is_of_its_cell(
    base: float, own: str, below: str, backend: str
) -> None:
    found = read(page("", text(170, base, "7")), backend)
    assert (body(found)[1], body(found)[4], told(found)) == (own, below, [])


def test_a_bar_that_hangs_over_the_edge_of_its_cell_is_its_own(backend: str) -> None:
    found = read(page("", fill("0 0.45 1", 165, 216, 58, 5)), backend)
    assert body(found)[1:3] == [UNREAD, "26"]
    assert told(found) == [("cell-not-read", "drawing", (2, 2))]
