"""What must add up: four outcomes, the findings in full, and the one cell that explains them."""

from __future__ import annotations

import operator

import pytest

from form_samples import SMALL, filled
from govdisclose import Entry, State, parse_document
from govdisclose.errors import DeclarationError
from govdisclose.grammar import H, Outcome, Table, balance, tree, words
from govdisclose.grammar.check import check, identities_of
from govdisclose.grammar.identity import Balance, Relation, within
from govdisclose.grammar.values import count, parse_value
from govdisclose.layouts import CN_2019

BALANCED = SMALL.derive(identities=(balance("small-balance", ["first"], ["done/total", "left"]),))
ZERO = dict.fromkeys((f"{row}:{column}" for row, column in BALANCED.cells()), "0")


def entries(texts: dict[str, str], table: Table = BALANCED) -> list[Entry]:
    found = []
    for row, column in table.cells():
        raw = texts.get(f"{row}:{column}", "")
        parsed = parse_value(raw, count())
        found.append(Entry(table.key, row, column, parsed.value, parsed.unit, parsed.state, raw, None))
    return found


def outcomes(texts: dict[str, str]) -> dict[str, Outcome]:
    checks, _ = check(BALANCED, entries(texts))
    return {f"{item.identity.id} {item.identity.path}": item.outcome for item in checks}


def of(texts: dict[str, str]) -> list[tuple[str, str, dict[str, str]]]:
    _, found = check(BALANCED, entries(ZERO | texts))
    return [(item.kind, item.path, dict(item.facts)) for item in found]


def test_every_identity_of_a_table_is_listed() -> None:
    found = [(item.id, item.path) for item in identities_of(BALANCED)]
    assert found[:7] == [
        ("small-row-total", f"small:{row}:total")
        for row in (
            "first",
            "done/open",
            "done/closed/secret",
            "done/closed/other",
            "done/other",
            "done/total",
            "left",
        )
    ]
    assert found[7:] == [
        ("small-column-total", "small:done/total:a"),
        ("small-balance", "small::a"),
        ("small-column-total", "small:done/total:group/b"),
        ("small-balance", "small::group/b"),
        ("small-column-total", "small:done/total:group/c"),
        ("small-balance", "small::group/c"),
        ("small-column-total", "small:done/total:total"),
        ("small-balance", "small::total"),
    ]


def test_the_2019_form_has_its_identities() -> None:
    numbers = {table.key: sorted({item.id for item in identities_of(table)}) for table in CN_2019.tables}
    assert numbers == {
        "disclosure": [],
        "requests": ["requests-balance", "requests-column-total", "requests-row-total"],
        "reviews": ["reviews-row-total"],
    }
    assert len(identities_of(CN_2019.table("requests"))) == 23 + 7 + 7
    assert len(identities_of(CN_2019.table("reviews"))) == 3


def test_identities_of_zeros_hold() -> None:
    assert set(outcomes(ZERO).values()) == {Outcome.HOLDS}


def test_identities_of_a_blank_table_cannot_be_assessed() -> None:
    assert set(outcomes({}).values()) == {Outcome.NOT_ASSESSABLE}


@pytest.mark.parametrize("raw", ["", "/", "无"])
def test_an_empty_total_is_not_a_wrong_total(raw: str) -> None:
    found = outcomes(ZERO | {"first:a": "3", "first:total": raw})
    assert found["small-row-total small:first:total"] is Outcome.NOT_ASSESSABLE
    assert found["small-balance small::total"] is Outcome.NOT_ASSESSABLE
    assert found["small-balance small::a"] is Outcome.BROKEN


def test_a_sum_with_a_blank_part_cannot_be_assessed() -> None:
    found = outcomes(ZERO | {"first:group/b": ""})
    assert found["small-row-total small:first:total"] is Outcome.NOT_ASSESSABLE


def test_a_sum_that_differs_is_broken() -> None:
    found = outcomes(ZERO | {"done/open:a": "1"})
    assert [name for name, outcome in found.items() if outcome is Outcome.BROKEN] == [
        "small-row-total small:done/open:total",
        "small-column-total small:done/total:a",
    ]


def test_a_broken_total_names_the_cells_both_sides_and_the_difference() -> None:
    found = of(
        {
            "left:a": "3",
            "left:group/b": "4",
            "left:total": "9",
            "first:a": "3",
            "first:group/b": "4",
            "first:total": "7",
        }
    )
    assert found[0] == (
        "total-broken",
        "small:left:total",
        {"total": "9", "sum": "7", "difference": "2", "cells": "甲 3; 乙一 4; 总计 9; 0 × 1"},
    )


def test_a_broken_balance_names_the_cells_both_sides_and_the_difference() -> None:
    found = of({"first:a": "5", "first:total": "5", "left:a": "2", "left:total": "2"})
    assert found == [
        (
            "balance-broken",
            "small::a",
            {
                "left_label": "一、新收",
                "right_label": "（四）总计、三、结转",
                "left": "5",
                "right": "2",
                "difference": "3",
                "cells": "一、新收 5; （四）总计 0; 三、结转 2",
            },
        ),
        (
            "balance-broken",
            "small::total",
            {
                "left_label": "一、新收",
                "right_label": "（四）总计、三、结转",
                "left": "5",
                "right": "2",
                "difference": "3",
                "cells": "一、新收 5; （四）总计 0; 三、结转 2",
            },
        ),
    ]


def test_the_message_of_a_broken_total_reads_well() -> None:
    result = parse_document(
        filled(reviews={":litigation/direct/upheld": "3", ":litigation/direct/total": "4"})
    )
    assert [str(item) for item in result.findings] == [
        "warning total-broken [table 3, row 4, column 10: reviews::litigation/direct/total]: "
        "printed 4, its parts add up to 3 (difference 1): 结果维持 3; 总计 4; 0 × 3"
    ]


# --- the one cell that explains


CONSISTENT = {
    "first:a": "7",
    "first:total": "7",
    "done/open:a": "4",
    "done/open:total": "4",
    "done/closed/secret:a": "1",
    "done/closed/secret:total": "1",
    "done/total:a": "5",
    "done/total:total": "5",
    "left:a": "2",
    "left:total": "2",
}


def test_a_consistent_table_has_no_finding() -> None:
    assert of(CONSISTENT) == []


@pytest.mark.parametrize(
    ("cell", "printed", "suggested", "broken"),
    [
        ("done/open:a", "9", "4", 2),
        ("first:a", "8", "7", 2),
        ("first:total", "17", "7", 2),
        ("done/total:a", "50", "5", 3),
        ("done/total:total", "6", "5", 3),
        ("left:a", "3", "2", 2),
        ("done/closed/secret:total", "0", "1", 2),
    ],
)
def test_one_wrong_cell_is_named_with_the_number_that_would_mend_all(
    cell: str, printed: str, suggested: str, broken: int
) -> None:
    found = of(CONSISTENT | {cell: printed})
    assert found[-1] == (
        "one-cell-explains",
        f"small:{cell}",
        {"printed": printed, "suggested": suggested, "count": str(broken)},
    )
    assert len(found) == broken + 1


def test_two_wrong_cells_are_not_explained_by_one() -> None:
    found = of(CONSISTENT | {"done/open:a": "9", "left:group/b": "5"})
    assert "one-cell-explains" not in [kind for kind, _, _ in found]


def test_where_two_cells_could_explain_nothing_is_said() -> None:
    # only the row of 结转 is broken: its total or, in an unbalanced column, any part of it
    table = SMALL.derive(stub=SMALL.stub.drop("done") if SMALL.stub else None)
    texts = {"left:a": "2", "left:group/b": "1", "left:group/c": "0", "left:total": "5"}
    _, found = check(table, entries(texts, table))
    assert [item.kind for item in found] == ["total-broken"]


def test_a_negative_number_is_not_suggested() -> None:
    table = SMALL.derive(stub=SMALL.stub.drop("done") if SMALL.stub else None)
    texts = {"left:a": "5", "left:group/b": "0", "left:group/c": "0", "left:total": "3"}
    _, found = check(table, entries(texts, table))
    assert [item.facts["suggested"] for item in found if item.kind == "one-cell-explains"] == []


def test_a_cell_in_a_sum_that_holds_is_not_suggested() -> None:
    # the row total of 公开 is broken; its 甲 is part of a column that adds up
    found = of(CONSISTENT | {"done/open:total": "6"})
    assert found[-1][0] == "one-cell-explains"
    assert found[-1][1] == "small:done/open:total"


def test_the_numbers_stay_as_printed() -> None:
    result = parse_document(filled(requests={"results/granted:total": "27", "received:total": "1,234"}))
    assert result.entry("requests", "results/granted", "total").value == 27
    assert result.entry("requests", "received", "total").value == 1234
    assert result.entry("requests", "received", "total").raw == "1,234"
    assert result.entry("requests", "received", "total").state is State.NUMBER


def test_details_that_add_up_to_27_under_a_total_of_21_are_reported_in_the_column() -> None:
    document = filled(
        requests={
            "received:natural_person": "21",
            "received:total": "21",
            "results/granted:natural_person": "20",
            "results/granted:total": "20",
            "results/unavailable/not_held:natural_person": "7",
            "results/unavailable/not_held:total": "7",
            "results/total:natural_person": "21",
            "results/total:total": "21",
        }
    )
    result = parse_document(document)
    assert [(item.kind, item.path, item.facts.get("difference")) for item in result.findings] == [
        ("total-broken", "requests:results/total:natural_person", "-6"),
        ("total-broken", "requests:results/total:total", "-6"),
    ]
    assert result.outcome("requests-column-total") is Outcome.BROKEN
    assert result.outcome("requests-balance") is Outcome.HOLDS


# --- a part is no more than its whole


PARTS = SMALL.derive(identities=within("small-parts", ["left", "done/other"], "first"))


@pytest.mark.parametrize(
    ("whole", "part", "outcome"),
    [
        ("3", "3", Outcome.HOLDS),
        ("3", "0", Outcome.HOLDS),
        ("3", "4", Outcome.BROKEN),
        ("", "4", Outcome.NOT_ASSESSABLE),
        ("3", "", Outcome.NOT_ASSESSABLE),
        ("/", "无", Outcome.NOT_ASSESSABLE),
    ],
)
def test_a_part_may_be_as_much_as_its_whole_and_no_more(whole: str, part: str, outcome: Outcome) -> None:
    checks, _ = check(PARTS, entries({"first:a": whole, "left:a": part}, PARTS))
    found = [
        item.outcome
        for item in checks
        if item.identity.id == "small-parts" and item.identity.left == (("left", "a"),)
    ]
    assert found == [outcome]


def test_parts_may_overlap() -> None:
    texts = ZERO | {"first:a": "3", "left:a": "3", "done/other:a": "3"}
    checks, _ = check(PARTS, entries(texts, PARTS))
    assert {item.outcome for item in checks if item.identity.id == "small-parts"} == {Outcome.HOLDS}


def test_a_part_that_is_more_names_both_numbers() -> None:
    texts = ZERO | {"first:a": "3", "first:total": "3", "left:a": "4", "left:total": "4"}
    _, found = check(PARTS, entries(texts, PARTS))
    assert [(item.kind, item.path) for item in found] == [
        ("part-exceeds-whole", "small::a"),
        ("part-exceeds-whole", "small::total"),
    ]
    facts = found[0].facts
    assert (facts["part"], facts["whole"]) == ("4", "3")
    assert (facts["part_label"], facts["whole_label"]) == ("三、结转", "一、新收")


def test_a_part_that_is_more_is_not_explained_by_one_cell() -> None:
    texts = ZERO | {"first:a": "3", "first:total": "3", "left:a": "4", "left:total": "3"}
    _, found = check(PARTS, entries(texts, PARTS))
    explained = [item for item in found if item.kind == "one-cell-explains"]
    assert [(item.path, item.facts["suggested"]) for item in explained] in (
        [],
        [("small:left:a", "3")],
    )


def test_a_whole_needs_a_part() -> None:
    with pytest.raises(DeclarationError, match="identity 'x': a whole needs at least one part"):
        within("x", [], "first")


def test_a_column_of_words_is_in_no_identity() -> None:
    table = Table(
        "t",
        "表",
        boxhead=tree(H("n", "数量"), H("u", "单位", entry=words())),
        stub=tree(H("a", "甲"), H("b", "乙"), H("total", "总计", total=True)),
    )
    assert [item.path for item in identities_of(table)] == ["t:total:n"]


def test_a_new_kind_of_identity_is_one_value_and_a_kind_of_finding() -> None:
    facts = (
        ("part_label", "right_label"),
        ("whole_label", "left_label"),
        ("part", "right"),
        ("whole", "left"),
    )
    at_least = Relation("≥", "part-exceeds-whole", operator.ge, facts, exact=False)
    table = SMALL.derive(identities=(Balance("more", ("first",), ("left",), at_least),))
    texts = dict.fromkeys((f"{row}:{column}" for row, column in table.cells()), "0")
    checks, found = check(table, entries(texts | {"left:a": "2", "left:total": "2"}, table))
    assert str(table.identities[0]) == "first ≥ left"
    assert {item.outcome for item in checks if item.identity.path == "small::group/b"} == {Outcome.HOLDS}
    assert [(item.kind, item.path, item.facts["part"], item.facts["whole"]) for item in found] == [
        ("part-exceeds-whole", "small::a", "2", "0"),
        ("part-exceeds-whole", "small::total", "2", "0"),
    ]
