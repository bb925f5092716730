"""The parts of a line that stand in two columns of a page, and where a line begins and ends."""

from __future__ import annotations

import pytest

from govdisclose.readers.pdf._lines import Line, side_by_side, to_lines
from govdisclose.readers.pdf._page import Run


def run(text: str, left: float, size: float = 10, wide: float | None = None) -> Run:
    """A run whose characters are each as wide as its size, or ``wide``."""
    step = size if wide is None else wide
    return Run([*text], [left + step * at for at in range(len(text) + 1)], 100.0, size)


def line(*runs: Run) -> Line:
    (found,) = to_lines([*runs])
    return found


def parts(*runs: Run) -> list[str]:
    return [part.text for part in side_by_side(line(*runs))]


def test_what_stands_far_apart_is_of_two_columns() -> None:
    assert parts(run("规章数量", 20), run("许可数量", 81)) == ["规章数量", "许可数量"]
    assert parts(run("规章", 20), run("许可", 61), run("收费", 102)) == ["规章", "许可", "收费"]


@pytest.mark.parametrize("left", [60.5, 72, 79])
def test_what_stands_nearer_is_one_line(left: float) -> None:
    assert len(parts(run("规章数量", 20), run("许可数量", left))) == 1


@pytest.mark.parametrize(("left", "count"), [(61.5, 1), (62, 2)])
def test_text_of_another_size_is_apart_where_a_space_is_between(left: float, count: int) -> None:
    assert (
        len(parts(run("规章数量", 20), run("许可数量", left, 8), run("一", 150))) == 1
    )  # a part of one letter
    assert len(parts(run("规章数量", 20), run("许可数量", left, 7))) == count


def test_letters_set_wide_stay_together() -> None:
    assert parts(run("公", 20), run("开", 61), run("年", 102), run("报", 143)) == ["公 开 年 报"]


def test_white_space_at_the_ends_of_a_run_is_a_gap_like_any_other() -> None:
    assert parts(run("规章  ", 20), run("许可", 72)) == ["规章", "许可"]
    assert parts(run("规章 ", 20), run(" 许可", 50)) == ["规章  许可"]


def test_the_box_of_a_line_is_that_of_what_is_seen() -> None:
    left, top, right, bottom = line(run(" 规章  ", 20)).box
    assert (left, right) == (30, 50)
    assert top == pytest.approx(91.4)
    assert bottom == pytest.approx(101.4)
    assert to_lines([run("   ", 20), run(" ", 60)]) == []


def test_a_line_of_one_size_without_a_gap_is_handed_back_itself() -> None:
    whole = line(run("规章数量", 20))
    assert side_by_side(whole)[0] is whole
