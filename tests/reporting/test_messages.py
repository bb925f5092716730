"""Assessments in words: both places, both numbers, and what to do."""

from __future__ import annotations

import re

import pytest
from attrs import evolve
from checked_samples import BROKEN, MIXED, item

from govdisclose.checking import Assessment, Basis, Outcome
from govdisclose.locate import Locator
from govdisclose.reporting import layout_of, message, summary

CN_2021 = layout_of("cn-2021")


def test_both_places_and_every_basis_are_said() -> None:
    words = message(evolve(BROKEN, at=Locator(paragraph=5)), CN_2021, "zh")
    assert (
        words.place
        == "一、总体情况 第5段 ↔ 三、收到和处理政府信息公开申请… › 一、本年新收政府信息公开申请数量 › 总计"
    )
    assert words.text == "正文“本机关共收到政府信息公开申请26件”；表中 新收=24，新收+上年结转=25：均不相符"
    assert message(BROKEN, CN_2021, "en").text == (
        "the text says “本机关共收到政府信息公开申请26件”; in the tables 新收=24, 新收+上年结转=25: none of them fits"
    )


@pytest.mark.parametrize(
    ("entry", "zh"),
    [
        (
            Assessment(
                "identities",
                Outcome.BROKEN,
                value=7,
                paths=("a:b:c",),
                bases=(Basis("各列之和", ("a:b:d",), 5),),
                said="总计",
            ),
            "总计=7；比较：各列之和=5：相差 2",
        ),
        (
            Assessment(
                "identities",
                Outcome.NOT_ASSESSABLE,
                bases=(Basis("各列之和", ("a:b:d",)),),
                said="总计",
                reason="blank",
            ),
            "总计=无数值；比较：各列之和=无数值：单元格为空",
        ),
        (Assessment("old-form", Outcome.BROKEN, said="旧格式"), "表格为“旧格式”"),
        (
            Assessment(
                "identities",
                Outcome.BROKEN,
                value=62,
                paths=("a:b:c",),
                bases=(Basis("各列之和", ("a:b:d",), 26),),
            ),
            "62；比较：各列之和=26：相差 36；可能是两位数字颠倒",
        ),
        (
            Assessment(
                "year-carried",
                Outcome.BROKEN,
                value=6,
                paths=("a:b:c",),
                bases=(Basis("上年结转下年", ("a:b:d",), 4),),
                other="2023.docx",
            ),
            "6；比较：上年结转下年=4：相差 2（上年：2023.docx）",
        ),
    ],
)
def test_what_is_compared_in_the_tables_is_said_with_its_difference(entry: Assessment, zh: str) -> None:
    assert message(entry, CN_2021, "zh").text == zh


def test_a_place_that_the_form_does_not_have_is_given_as_it_is() -> None:
    words = message(evolve(BROKEN, section=None, paths=("own:row:column",)), CN_2021, "zh")
    assert words.place == "own:row:column"


def test_the_last_line_counts_everything_and_says_that_nothing_assessed_is_no_pass() -> None:
    assert summary([MIXED], "zh") == "核对 3 条规则：相符 1 处，不符 1 处，无法判断 1 处，已豁免 1 处"
    assert summary([MIXED], "en") == "3 rules: 1 hold, 1 do not, 1 cannot be told, 1 waived"
    none = evolve(MIXED, assessments=(), waived=())
    assert summary([none], "zh") == (
        "核对 3 条规则：相符 0 处，不符 0 处，无法判断 0 处，已豁免 0 处；没有任何可判断的内容，不等于通过"
    )


def test_a_chinese_message_holds_no_english_word() -> None:
    real = item()
    for entry in real.checked.assessments:
        words = message(entry, real.layout, "zh")
        for text in (words.title, words.place, words.text, words.remedy):
            assert not re.search(r"[A-Za-z]{2,}", text)


@pytest.mark.parametrize(
    ("paths", "place"),
    [
        (
            (
                "requests:results/refused/state_secret:total",
                "requests:results/refused/internal_affairs:total",
            ),
            "三、收到和处理政府信息公开申请… › 三、本年度办理结果 › （三）不予公开 › 总计",
        ),
        (("requests:received:total", "requests:carried_in:total"), "三、收到和处理政府信息公开申请… › 总计"),
        (
            ("reviews::litigation/direct/total", "reviews::litigation/after_reconsideration/total"),
            "四、政府信息公开行政复议、行政… › 行政诉讼",
        ),
        (
            ("disclosure:documents/regulations:issued", "disclosure:licensing/licences:decisions"),
            "二、主动公开政府信息情况",
        ),
    ],
)
def test_the_place_of_a_sum_is_what_its_cells_have_in_common(paths: tuple[str, ...], place: str) -> None:
    entry = Assessment(
        "prose-against-table",
        Outcome.BROKEN,
        value=3,
        paths=paths,
        bases=(Basis("各项之和", paths, 2),),
        said="3件",
    )
    assert message(entry, CN_2021, "zh").place == place


def test_a_rule_may_have_a_message_of_its_own() -> None:
    entry = Assessment(
        "section-empty", Outcome.BROKEN, said="五、存在的主要问题及改进情况", at=Locator(paragraph=9)
    )
    words = message(entry, CN_2021, "zh")
    assert (words.place, words.text) == ("第9段", "“五、存在的主要问题及改进情况”之下没有内容")
    holds = message(evolve(entry, outcome=Outcome.HOLDS), CN_2021, "en")
    assert holds.text == "五、存在的主要问题及改进情况"
    unknown = Assessment("impossible-value", Outcome.NOT_ASSESSABLE, reason="blank")
    assert message(unknown, CN_2021, "zh").text == "单元格为空"
