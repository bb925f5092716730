"""Looking labels up in a tree: which heading a label, and a chain of labels, can be."""

from __future__ import annotations

import pytest

from form_samples import SMALL
from govdisclose.grammar import H, amount, tree
from govdisclose.grammar.index import TreeIndex, index_of
from govdisclose.layouts.cn_2019 import APPLICANTS, OUTCOMES, REVIEWS
from govdisclose.text import label

ROWS = index_of(OUTCOMES)
COLUMNS = index_of(APPLICANTS)


def hits(index: TreeIndex, text: str) -> list[tuple[str, str]]:
    return [(index.nodes[hit.node].path, hit.via) for hit in index.hits(label(text))]


def resolve(index: TreeIndex, *texts: str) -> list[tuple[str, tuple[str, ...]]]:
    """The paths that the chain can be, each with the headings that it skips."""
    return [
        (index.nodes[found.node].path, tuple(index.nodes[number].path for number in found.skipped))
        for found in index.resolve(tuple(label(text) for text in texts))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.属于国家秘密", [("results/refused/state_secret", "label")]),
        ("1、属于国家 秘密", [("results/refused/state_secret", "label")]),
        ("属于国家秘密", [("results/refused/state_secret", "label")]),
        ("2.属于国家秘密", []),
        ("（一）属于国家秘密", []),
        ("（二）部分公开", [("results/partially_granted", "alias")]),
        ("（七）合计", [("results/total", "alias")]),
        ("三本年度办理结果", [("results", "label")]),
        ("四本年度办理结果", []),
        ("（三）不予公開", [("results/refused", "traditional")]),
        ("（四）無法提供", [("results/unavailable", "traditional")]),
        ("不存在", []),
        ("", []),
        ("总计", [("results/total", "label")]),
    ],
)
def test_a_label_matches_its_headings(text: str, found: list[tuple[str, str]]) -> None:
    assert hits(ROWS, text) == found


def test_one_word_under_two_headings_matches_both() -> None:
    assert hits(index_of(REVIEWS.boxhead), "总计") == [
        ("reconsideration/total", "label"),
        ("litigation/direct/total", "label"),
        ("litigation/after_reconsideration/total", "label"),
    ]


def test_a_unit_in_brackets_is_taken_off_where_an_amount_is_asked() -> None:
    index = index_of(tree(H("items", "项目数量"), H("price", "总金额", entry=amount())))
    found = [(index.nodes[hit.node].path, hit.unit) for hit in index.hits(label("总金额（万元）"))]
    assert found == [("price", "万元")]
    assert index.hits(label("项目数量（万元）")) == ()


def test_a_unit_in_the_official_label_may_be_another_in_print() -> None:
    index = index_of(tree(H("price", "收费金额（单位：万元）", entry=amount())))
    assert [hit.unit for hit in index.hits(label("收费金额（单位：元）"))] == ["元"]
    assert [hit.unit for hit in index.hits(label("收费金额"))] == [None]


@pytest.mark.parametrize(
    ("chain", "found"),
    [
        (("法人或其他组织", "其他"), [("legal_person/other", ())]),
        (("其他",), [("legal_person/other", ("legal_person",))]),
        (("法人或其他组织",), [("legal_person", ())]),
        (("自然人",), [("natural_person", ())]),
        (("自然人", "其他"), []),
        (("法人或其他组织", "自然人"), []),
        (("法人或其他组织", "总计"), []),
        (("甲", "其他"), []),
        (("其他", "其他"), []),
        ((), []),
    ],
)
def test_a_chain_is_the_path_of_a_heading(
    chain: tuple[str, ...], found: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert resolve(COLUMNS, *chain) == found


def test_a_chain_may_skip_outer_or_inner_headings() -> None:
    assert resolve(ROWS, "三、本年度办理结果", "1.属于国家秘密") == [
        ("results/refused/state_secret", ("results/refused",))
    ]
    assert resolve(ROWS, "（三）不予公开", "1.属于国家秘密") == [
        ("results/refused/state_secret", ("results",))
    ]
    assert resolve(ROWS, "1.属于国家秘密") == [
        ("results/refused/state_secret", ("results", "results/refused"))
    ]


def test_a_chain_under_the_wrong_heading_is_nothing() -> None:
    assert resolve(ROWS, "（四）无法提供", "1.属于国家秘密") == []
    assert resolve(ROWS, "（四）无法提供", "（三）不予公开", "1.属于国家秘密") == []


def test_the_whole_path_comes_alone() -> None:
    index = index_of(tree(H("g", "组", H("x", "其他")), H("h", "其他")))
    assert resolve(index, "其他") == [("h", ())]
    assert resolve(index, "组", "其他") == [("g/x", ())]


def test_the_longest_prefix_of_a_chain_is_what_is_certain() -> None:
    chain = [label(text) for text in ("三、本年度办理结果", "（三）不予公开", "9.不存在")]
    found = [ROWS.nodes[number].path for number in ROWS.longest_prefix(chain)]
    assert found == ["results", "results/refused"]
    assert ROWS.longest_prefix([label("不存在")]) == ()


def test_an_index_is_made_once() -> None:
    assert SMALL.stub is not None
    assert index_of(SMALL.stub) is index_of(SMALL.stub)
