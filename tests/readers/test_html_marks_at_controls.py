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


@pytest.mark.parametrize("control", [BOX, LIST], ids=["box", "list"])
@pytest.mark.parametrize("mark", ["<small>3</small>", '<span style="font-size: smaller">3</span>'])
def test_figures_made_as_small_as_those_of_a_control_may_be_a_mark_or_its_last_digits(
    mark: str, control: str
) -> None:
    document = read(page(control + mark))
    assert [cell.text for cell in document.grids[0].cells] == ["办法", "59\ufffc", "61", "通告", "4", "5"]
    assert [(item.kind, item.facts["what"]) for item in document.findings] == [("cell-not-read", "size")]
    before = read(page(mark + control))
    assert [cell.text for cell in before.grids[0].cells] == ["办法", "\ufffc59", "61", "通告", "4", "5"]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (BOX + "<small>件</small>", "59件"),
        ("<small>（件）</small>" + BOX, "（件）59"),
        (BOX + "<small> </small>", "59"),
        (f"<small>{BOX}</small>", "59"),
        ("<small>59</small>", "59"),
        ("<small>5<b>9</b></small>", "59"),
        (BOX + "3", "593"),
    ],
)
def test_small_text_elsewhere_is_harmless(cell: str, text: str) -> None:
    document = read(page(cell))
    assert [at.text for at in document.grids[0].cells] == ["办法", text, "61", "通告", "4", "5"]
    assert document.findings == ()
