"""Lines through the text of a cell."""

from __future__ import annotations

import pytest
from pdf_cell import BASE, BLACK, CELL, TABLE, WHITE, YS, cell, document, number
from pdf_samples import BACKENDS, box, filled, line, pages, read, ruled

pytestmark = pytest.mark.parametrize("backend", BACKENDS)


def level(x0: float, x1: float, over: float = 3.6, thick: float = 0.6) -> bytes:
    """A line over the baseline."""
    return b"q %g w " % thick + line(x0, BASE + over, x1, BASE + over) + b"Q "


# --- lines through text


@pytest.mark.parametrize("over", [2.4, 3.0, 3.6, 4.6])
@pytest.mark.parametrize("first", [True, False])
def test_a_level_line_through_the_middle_strikes_a_number(over: float, first: bool, backend: str) -> None:
    parts = [level(154, 164, over), number("12")]
    content = TABLE + b"".join(parts if first else reversed(parts))
    assert cell(content + number("15", 167), backend) == ("15", [("text-struck-out", "12")])


def test_a_part_of_a_run_can_be_struck_out(backend: str) -> None:
    assert cell(TABLE + number("8403") + level(154, 159), backend) == ("403", [("text-struck-out", "8")])
    assert cell(TABLE + number("1215") + level(153.4, 164.4), backend) == ("15", [("text-struck-out", "12")])


def test_a_number_that_is_struck_out_alone_is_unreadable_and_not_blank(backend: str) -> None:
    assert cell(TABLE + number("12") + level(154, 164), backend) == ("\ufffc", [("cell-struck-out", "12")])


def test_two_lines_a_thin_rectangle_and_dashes_strike_too(backend: str) -> None:
    struck = ("15", [("text-struck-out", "12")])
    both = number("12") + number("15", 167)
    assert cell(TABLE + both + level(154, 164, 2.6) + level(154, 164, 4.2), backend) == struck
    assert cell(TABLE + both + box(154, BASE + 3, 10, 1.2), backend) == struck
    dashes = b"".join(level(154 + at, 155.5 + at) for at in (0, 3, 6, 8.5))
    assert cell(TABLE + both + dashes, backend) == struck
    dots = b"".join(box(154 + at, BASE + 3, 1, 1.4) for at in range(0, 10, 2))
    assert cell(TABLE + both + dots, backend) == struck


def test_a_line_that_ends_at_the_rules_of_a_narrow_cell_still_strikes(backend: str) -> None:
    xs = [50, 150, 166]
    content = ruled(xs, YS) + filled([50, 150], YS, [["信息内容"], ["规章"], ["许可"]])
    found = read(pages(content + number("403", 150.5) + level(150.5, 165.5)), backend)
    assert [one.text for one in found.grids[0].cells] == ["信息内容", "", "规章", "\ufffc", "许可", ""]
    assert [item.kind for item in found.findings] == ["cell-struck-out"]


@pytest.mark.parametrize("over", [-1.5, -0.5, 0.0, 8.0, 9.0])
def test_a_line_under_or_over_a_number_strikes_nothing(over: float, backend: str) -> None:
    assert cell(TABLE + number("12") + level(154, 164, over), backend) == ("12", [])


def test_a_white_line_and_one_that_is_painted_over_strike_nothing(backend: str) -> None:
    white = b"q 1 G " + level(154, 164) + b"Q "
    assert cell(TABLE + white + number("12"), backend) == ("12", [])
    assert cell(TABLE + level(154, 164) + WHITE + CELL + BLACK + number("12"), backend) == ("12", [])


def test_the_number_under_a_struck_one_that_was_painted_over_is_read(backend: str) -> None:
    content = TABLE + number("8") + level(154, 159) + WHITE + CELL + BLACK + number("15")
    assert cell(content, backend) == ("15", [("text-covered", "8")])


@pytest.mark.parametrize(
    "drawn",
    [
        line(152, BASE - 1, 166, BASE + 9),
        line(152, BASE - 1, 166, BASE + 9) + line(152, BASE + 9, 166, BASE - 1),
        b"150.5 217 m 156 230 160 205 168 223 c S\n",
        b"152 215 m 152 216 l 166 225 l 166 224 l h f\n",
    ],
)
def test_a_slanting_line_or_a_curve_over_a_number_makes_it_unreadable(drawn: bytes, backend: str) -> None:
    printed, found = cell(TABLE + number("12") + drawn, backend)
    assert "\ufffc" in printed
    assert ("cell-not-read", "drawing") in found


def test_a_form_round_a_number_or_beside_it_crosses_nothing(backend: str) -> None:
    ring = b"152 213 m 140 213 140 228 159 228 c 178 228 178 213 159 213 c h S\n"
    assert cell(TABLE + number("12") + ring, backend)[0] in ("12", "12\ufffc")
    slanting = line(50, 250, 150, 230)  # of a heading
    assert cell(TABLE + number("12") + slanting, backend) == ("12", [])


def test_a_line_through_a_whole_row_makes_its_numbers_unreadable_and_is_no_rule(backend: str) -> None:
    found = document(TABLE + number("12") + line(52, 219.6, 218, 219.6), backend)
    assert [one.text for one in found.grids[0].cells] == ["信息内容", "数量", "规章", "12\ufffc", "许可", "7"]
    assert [(item.kind, item.at and item.at.row) for item in found.findings] == [("cell-not-read", 2)]


def test_a_struck_label_is_no_label(backend: str) -> None:
    content = TABLE + b"q 0.6 w " + line(54, 199.6, 74, 199.6) + b"Q " + number("12")
    found = document(content, backend)
    assert [one.text for one in found.grids[0].cells][2:] == ["规章", "12", "\ufffc", "7"]
    assert [(item.kind, item.at and item.at.row) for item in found.findings] == [("cell-struck-out", 3)]
