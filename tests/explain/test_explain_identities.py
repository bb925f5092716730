"""What must add up, spelled out: sums, balances and parts that are within a whole."""

from __future__ import annotations

import pickle

import pytest

from form_samples import filled
from govdisclose.explain import describe_layout, explain
from govdisclose.grammar.identity import AT_MOST, EQUAL, TOTAL, Relation, balance, within
from govdisclose.grammar.layout import Layout
from govdisclose.layouts import CN_2019
from govdisclose.layouts.cn_2019 import REQUESTS
from govdisclose.parsing import parse_document

PARTS = CN_2019.derive(
    "xx-2019",
    "变体",
    "示例",
    REQUESTS.derive(identities=(*REQUESTS.identities, *within("parts", ["carried_in"], "received"))),
)


def described(layout: Layout) -> list[str]:
    sections = describe_layout(layout, width=200)
    return [" ".join(str(line).split()) for section in sections for line in section.lines]


def test_a_layout_prints_the_sign_of_each_identity() -> None:
    lines = described(PARTS)
    assert any(line.endswith("parts: carried_in ≤ received") for line in lines)
    assert any(
        line.endswith("requests-balance: received + carried_in = results/total + carried_out")
        for line in lines
    )


def test_a_part_that_exceeds_its_whole_is_spelled_out_under_the_identities_and_not_at_its_row() -> None:
    document = filled(PARTS, requests={"carried_in:natural_person": "5", "carried_out:natural_person": "5",
                                       "carried_in:total": "5", "carried_out:total": "5"})  # fmt: skip
    result = parse_document(document, layouts=[PARTS])
    assert {item.kind for item in result.findings if item.path.startswith("requests")} == {
        "part-exceeds-whole"
    }
    message = "上年结转政府信息公开申请数量 is 5, more than"
    told = [
        section.title
        for section in explain(result, width=200)
        if any("part-exceeds-whole" in str(line) or message in str(line) for line in section.lines)
    ]
    assert told == ["What must add up", "Findings"]


@pytest.mark.parametrize(
    ("relation", "left", "right", "holds"),
    [
        (EQUAL, 3, 3, True), (EQUAL, 2, 3, False), (EQUAL, 4, 3, False), (TOTAL, 3, 3, True), (TOTAL, 2, 3, False),
        (AT_MOST, 3, 3, True), (AT_MOST, 2, 3, True), (AT_MOST, 4, 3, False),
    ],
)  # fmt: skip
def test_a_relation_says_whether_it_holds_also_after_it_was_sent_to_another_process(
    relation: Relation, left: int, right: int, holds: bool
) -> None:
    sent: Relation = pickle.loads(pickle.dumps(relation))  # noqa: S301
    assert relation.holds(left, right) is holds
    assert sent.holds(left, right) is holds


def test_an_identity_is_printed_with_its_sign() -> None:
    assert str(balance("b", ["x", "y"], ["z"])) == "x + y = z"
    assert [str(item) for item in within("w", ["x", "y"], "z")] == ["x ≤ z", "y ≤ z"]
    assert (EQUAL.broken, TOTAL.broken, AT_MOST.broken) == (
        "balance-broken",
        "total-broken",
        "part-exceeds-whole",
    )
