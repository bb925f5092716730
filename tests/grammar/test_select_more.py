"""A line that holds the labels of a lost table, and copies that say nothing."""

from __future__ import annotations

import pytest

from form_samples import SMALL, grid
from govdisclose import Document
from govdisclose.document import Paragraph
from govdisclose.grammar import H, Table, tree
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.match import Matched
from govdisclose.grammar.select import fit, labels_of
from govdisclose.grammar.values import State
from govdisclose.grid import Grid

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


SIMPLE = Table(
    "t", "表", boxhead=tree(H("n", "数"), H("m", "量")), stub=tree(H("a", "新收申请"), H("b", "上年结转"))
)
COPY = (["", "数", "量"], ["新收申请", "1", "2"], ["上年结转", "3", "4"])


def one_fit(*grids: Grid) -> Matched:
    return fit(Document(grids, "drawn"), Layout("one", "表", "无", (SIMPLE,))).matched[0]


def test_fifty_copies_are_compared() -> None:
    found = one_fit(*(grid(*COPY, number=number) for number in range(1, 51)))
    assert [(item.kind, item.facts["count"]) for item in found.findings] == [("table-repeated", "50")]
    assert [entry.value for entry in found.entries] == [1, 2, 3, 4]


def test_of_more_copies_no_entry_has_a_value() -> None:
    found = one_fit(*(grid(*COPY, number=number) for number in range(1, 52)))
    (note,) = found.findings
    assert (note.kind, note.severity, note.path) == ("table-in-many-places", "error", "t")
    assert note.message("en") == (
        "parts of the table stand in 51 places; beyond 50 they are not compared, and no entry of it has a value"
    )
    assert {(entry.value, entry.state) for entry in found.entries} == {(None, State.UNREADABLE)}


@pytest.mark.parametrize(("pieces", "kinds"), [(1_000, set()), (1_001, {"table-in-many-places"})])
def test_a_table_in_more_than_a_thousand_pieces_is_not_put_together(pieces: int, kinds: set[str]) -> None:
    filler = [grid(["某项", "0", "0"], number=number) for number in range(3, pieces + 1)]
    head = grid(*COPY[:2], number=1), grid(COPY[2], number=2)
    found = one_fit(*head, *filler)
    assert {item.kind for item in found.findings} & {"table-in-many-places"} == kinds
