"""Figures beside the number of a control."""

from __future__ import annotations

import pytest
from html_cell import page, read

BOX = '<input value="59" readonly size="4">'
LIST = "<select><option selected>59</option></select>"


@pytest.mark.parametrize("control", [BOX, LIST], ids=["box", "list"])
@pytest.mark.parametrize(
    "mark",
    [
        '<span style="position: relative; top: -3pt; font-size: 6pt">3</span>',
        '<span style="font-size: 6pt">3</span>',
        "<sup>3</sup>",
    ],
    ids=["moved up", "small", "raised"],
)
def test_a_mark_beside_a_control_is_no_digit_of_its_number(mark: str, control: str) -> None:
    document = read(page(control + mark))
    assert [cell.text for cell in document.grids[0].cells] == ["办法", "59", "61", "通告", "4", "5"]
    assert [(item.kind, item.facts["text"]) for item in document.findings] == [("mark-left-out", "3")]


def test_words_beside_a_control_stay() -> None:
    assert read(page(BOX + " 件")).grids[0].cells[1].text == "59 件"
