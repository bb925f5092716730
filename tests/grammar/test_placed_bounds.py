"""Pages of nothing but beginnings of labels, labels or numbers: each in a process of its own, within what is promised."""

from __future__ import annotations

import json

import pytest

from bounded import said_within_bounds


@pytest.mark.parametrize(
    "page",
    [
        pytest.param((2, "其" * 19_000, 1, 0), id="beginnings of labels on two long lines"),
        pytest.param((190, "其" * 200, 1, 0), id="beginnings of labels on many lines"),
        pytest.param((190, "总计", 100, 9), id="labels"),
        pytest.param((2, "总计", 9_000, 9), id="labels on two long lines"),
        pytest.param((300, "1.信访", 30, 9), id="labels that never end"),
        pytest.param((200, "12", 90, 9), id="numbers"),
    ],
)
def test_pages_of_labels_and_numbers_end_in_time(page: tuple[int, str, int, int]) -> None:
    assert said_within_bounds("place", json.dumps(page)) == "no report"
