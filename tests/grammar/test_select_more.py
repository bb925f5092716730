"""A line that holds the labels of a lost table, and copies that say nothing."""

from __future__ import annotations

import pytest

from form_samples import SMALL, grid
from govdisclose import Document
from govdisclose.document import Paragraph
from govdisclose.grammar import H, Table, tree
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.select import fit, labels_of

ROWS = ("新收申请", "上年结转", "予以公开", "不予公开", "无法提供", "不予处理", "其他处理", "结转下年")
TABLE = Table(
    "t",
    "表",
    boxhead=tree(H("n", "数")),
    stub=tree(*(H(f"row_{letter}", label) for letter, label in zip("abcdefgh", ROWS, strict=True))),
)


@pytest.mark.parametrize(("count", "more"), [(4, []), (5, ["table-run-together"])])
def test_a_line_with_more_than_half_of_the_labels_is_the_table_run_together(
    count: int, more: list[str]
) -> None:
    words = "".join(ROWS[:count]) + "0" * 60
    found = fit(Document((Paragraph(words),), "drawn"), Layout("one", "表", "无", (TABLE,)))
    assert [item.kind for item in found.matched[0].findings] == ["table-not-found", *more]


@pytest.mark.parametrize(("length", "known"), [(1, False), (2, True), (119, True), (120, False)])
def test_a_label_with_its_white_space_is_shorter_than_a_paragraph(length: int, known: bool) -> None:
    text = "总" if length == 1 else "总" + " " * (length - 2) + "计"
    assert labels_of(Document((Paragraph(text),), "drawn")) == ({"总计"} if known else set())


def test_of_copies_that_say_nothing_the_first_is_the_one_that_is_spoken_of() -> None:
    rows = (["一、新收", "1", "2", "3", "6"], ["三、结转", "10", "20", "30", "60"])
    copies = grid(*rows, number=1), grid(*rows, number=2)
    found = fit(Document(copies, "drawn"), Layout("small", "小表", "无", (SMALL,)))
    assert len(found.found.copies["small"]) == 2
    placed = [item.at for item in found.matched[0].findings if item.at is not None]
    assert {at.table for at in placed} == {1}
    assert "boxhead-missing" in [item.kind for item in found.matched[0].findings]
