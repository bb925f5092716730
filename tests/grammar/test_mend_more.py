"""Labels that a page has cut, in the first rows of a table."""

from __future__ import annotations

from form_samples import grid, kinds, match_small, shown
from govdisclose.grammar import H, Table, tree

TABLE = Table(
    "t",
    "表",
    boxhead=tree(H("n", "数量"), H("m", "金额")),
    stub=tree(H("g", "办理结果", H("one", "（一）公开"), H("two", "（二）其他"))),
    stubhead="项目",
)


def test_a_group_cut_after_the_first_row_of_the_table_is_put_together_in_that_row_too() -> None:
    upper = grid(["项目", "<", "数量", "金额"], ["办理", "（一）公开", "1", "2"])
    lower = grid(["结果", "（二）其他", "3", "4"], number=2)
    matched = match_small(upper, lower, table=TABLE)
    assert shown(matched.entries) == {"g/one:n": 1, "g/one:m": 2, "g/two:n": 3, "g/two:m": 4}
    assert kinds(matched.findings) == ["label-joined", "table-joined"]


def test_a_group_cut_where_the_headings_stand_on_another_page_is_put_together() -> None:
    head = grid(["项目", "<", "数量", "金额"])
    upper = grid(["办理", "（一）公开", "1", "2"], number=2)
    lower = grid(["结果", "（二）其他", "3", "4"], number=3)
    matched = match_small(head, upper, lower, table=TABLE)
    assert shown(matched.entries) == {"g/one:n": 1, "g/one:m": 2, "g/two:n": 3, "g/two:m": 4}


def test_half_rows_with_other_edges_that_both_hold_numbers_are_not_put_together() -> None:
    table = TABLE.derive(stub=tree(H("first", "新收申请"), H("left", "结转下年")))
    upper = grid(["项目", "数量", "金额"], ["新收申请", "1", "2"], ["结转", "3", "4"])
    lower = grid(["下年", "5", "<", "6"], number=2)
    matched = match_small(upper, lower, table=table)
    assert shown(matched.entries) == {
        "first:n": 1,
        "first:m": 2,
        "left:n": "missing",
        "left:m": "missing",
    }
    assert [item.facts["label"] for item in matched.findings if item.kind == "row-not-matched"] == [
        "结转",
        "下年",
    ]
    assert "label-joined" not in kinds(matched.findings)


def test_a_group_repeated_in_both_half_rows_is_one_and_a_number_repeated_is_none() -> None:
    upper = grid(
        ["项目", "<", "数量", "金额"],
        ["办理结果", "（一）公开", "1", "2"],
        ["办理结果", "（二）其", "3", "4"],
    )
    lower = grid(["办理结果", "他", "3", ""], number=2)
    matched = match_small(upper, lower, table=TABLE)
    assert shown(matched.entries) == {"g/one:n": 1, "g/one:m": 2, "g/two:n": "text", "g/two:m": 4}
    assert matched.entries[2].raw == "3\n3"
    assert kinds(matched.findings) == ["cell-not-a-count", "label-joined"]


def test_a_label_cut_by_a_page_number_in_a_table_of_one_column_is_put_together() -> None:
    table = Table(
        "t", "表", boxhead=tree(H("n", "数量")), stub=tree(H("first", "新收申请"), H("left", "结转下年"))
    )
    found = grid(["项目", "数量"], ["新收申请", "1"], ["结转", "3"], ["— 3 —", "<"], ["下年", ""])
    assert shown(match_small(found, table=table).entries) == {"first:n": 1, "left:n": 3}
