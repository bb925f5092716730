"""Sums within the prose, numbers as read, hostile prose, the lexicon as data, and the sentences drawn."""

from __future__ import annotations

from decimal import Decimal

import pytest
from prose_samples import assessed

from govdisclose.checking.assessment import Outcome
from govdisclose.checking.prose.labels import short_names
from govdisclose.checking.prose.numbers import numbers
from govdisclose.checking.prose.squeeze import squeeze
from govdisclose.checking.prose.vocabulary import vocabulary
from govdisclose.checking.rules.prose_sums import PARTS_EXCEED_WHOLE, PROSE_BALANCE
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.testing.sentences import HELD_OUT, TEMPLATES, altered, report

BALANCE = [
    ("新收申请12件，上年结转1件，办结11件，结转下年2件。", ["holds"]),
    ("新收申请12件，上年结转1件，办结12件，结转下年2件。", ["broken"]),
    ("共收到申请13件，其中上年结转1件，办结11件，结转下年2件。", ["holds"]),
    ("收到申请12件，办结11件，结转下年2件。", ["holds"]),
    ("收到申请12件，办结9件，结转下年2件。", ["broken"]),
    ("收到申请12件，办结9件。", []),
    ("收到申请约12件，办结9件，结转下年2件。", []),
    ("收到申请12件，全市办结9件，结转下年2件。", []),
]
PARTS = [
    ("公开信息30条，其中政策文件12条、人事信息8条。", ["holds"]),
    ("公开信息30条，其中政策文件22条、人事信息18条。", ["broken"]),
    ("公开信息30条，其中政策文件41条。", ["broken"]),
    ("公开信息30条，其中政策文件22条（含解读18条）、人事信息8条。", ["holds"]),
    ("公开信息30条，其中网站公开28条、公众号公开20条。", ["holds"]),
    ("收到申请9件，其中网上8件，答复9件。", ["holds"]),
    ("公开信息30条，其中解读41篇。", []),
    ("较上年增加3件，其中网上8件。", []),
]


@pytest.mark.parametrize(("text", "expected"), BALANCE)
def test_an_account_of_requests_in_one_paragraph_balances(text: str, expected: list[str]) -> None:
    assert expected == [item.outcome.value for item in assessed(text, rule=PROSE_BALANCE)]


def test_an_account_over_two_paragraphs_is_none() -> None:
    assert [] == assessed("收到申请12件，办结9件。\n结转下年2件。", rule=PROSE_BALANCE)


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts_are_not_more_than_their_whole(text: str, expected: list[str]) -> None:
    assert expected == [item.outcome.value for item in assessed(text, rule=PARTS_EXCEED_WHOLE)]


def test_a_whole_is_told_with_the_sum_of_its_parts() -> None:
    (item,) = assessed("公开信息30条，其中政策文件22条、人事信息18条。", rule=PARTS_EXCEED_WHOLE)
    assert (item.text, item.start, item.value) == ("30", 4, 30)
    assert [(basis.words, basis.value) for basis in item.bases] == [("各部分之和", 40)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,256件", 1256, "件"),
        ("3.27万元", Decimal("3.27"), "万元"),
        ("1.2万件", 12000, "件"),
        ("一百二十三件", 123, "件"),
        ("两千零五份", 2005, "份"),
        ("十二起", 12, "起"),
        ("66.6%", Decimal("66.6"), ""),
        ("300余万元", 300, "万元"),
    ],
)
def test_a_number_is_read(text: str, value: int | Decimal, unit: str) -> None:
    (number,) = numbers(text)
    assert (number.value, number.unit) == (value, unit)


def test_a_run_of_digits_longer_than_any_number_is_none() -> None:
    assert [] == list(numbers("1" * 15))


def test_prose_is_made_plain_and_keeps_the_places() -> None:
    plain = squeeze("2024年 收到“４８” 件，比上一年度多", 2024)
    assert plain.text == "\ue001收到48件，比\ue002多"
    assert plain.start(plain.text.index("48")) == 9
    assert plain.end(plain.text.index("48") + 2) == 11


def test_a_label_is_shortened() -> None:
    assert short_names("5.属于三类内部事务信息") == [
        "属于三类内部事务信息",
        "三类内部事务信息",
        "属于三类内部事务",
        "三类内部事务",
        "内部事务信息",
        "内部事务",
    ]
    assert "需另行制作" not in short_names("2.没有现成信息需要另行制作")
    assert "没有现成信息需另行制作" in short_names("2.没有现成信息需要另行制作")


def test_a_derived_form_keeps_the_words_and_leaves_out_what_it_does_not_ask() -> None:
    assert CN_2021.lexicon is CN_2019.lexicon
    old, new = vocabulary(CN_2019), vocabulary(CN_2021)
    assert old is not None and new is not None
    documents = [topic.declared.key for topic in new.topics].index("normative_documents")
    assert old.cue(documents, 0) == ()
    assert new.cue(documents, 0)[0].plus == ("disclosure:documents/normative_documents:repealed",)


def test_a_form_without_words_is_not_compared() -> None:
    bare = CN_2021.derive("cn-bare", "无词表", "示例", lexicon=None)
    assert vocabulary(bare) is None


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("1" * 1_000_000, 0),
        ("收到" * 500_000, 0),
        ("十百" * 500_000, 0),
        ("《" * 1_000_000, 0),
        ("（其中" * 300_000, 0),
    ],
    ids=["digits", "verbs", "numerals", "titles", "brackets"],
)
def test_a_paragraph_of_a_million_characters_says_nothing(text: str, most: int) -> None:
    assert most == len(assessed(text)) + len(assessed(text, rule=PARTS_EXCEED_WHOLE))


@pytest.mark.parametrize("layout", [CN_2019, CN_2021], ids=lambda layout: str(layout.id))
def test_sentences_that_are_drawn_agree_with_their_tables_until_an_entry_is_altered(layout: object) -> None:
    assert layout in (CN_2019, CN_2021)
    told = [
        report(number, CN_2019 if layout is CN_2019 else CN_2021, TEMPLATES + HELD_OUT)
        for number in range(12)
    ]
    assert all(item.agrees(said) for item in told for said in item.said if said.meanings)
    assert all(
        item.prose[said.section][said.start :].startswith(said.text) for item in told for said in item.said
    )
    changed = [(item, *altered(item, at)) for at, item in enumerate(told)]
    assert all(item.entries[path] != other.entries[path] for item, other, path in changed if path)


def test_drawn_sentences_raise_no_false_alarm_and_alterations_are_seen() -> None:
    from prose_figures import assessments, at

    wrong: list[str] = []
    seen = disagree = 0
    for number in range(24):
        telling = report(number, CN_2021 if number % 3 else CN_2019, TEMPLATES + HELD_OUT)
        wrong += [item.said for item in assessments(telling) if item.outcome is Outcome.BROKEN]
        other, _ = altered(telling, number)
        found = assessments(other)
        for said in other.said:
            if said.meanings and not other.agrees(said):
                item = at(said, found)
                disagree += 1
                seen += item is not None and item.outcome is Outcome.BROKEN
    assert wrong == []
    assert disagree > 20
    assert seen >= 0.85 * disagree
