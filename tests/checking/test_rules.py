"""Each rule on its own examples: nothing broken in what is right, something in what is wrong."""

from __future__ import annotations

import re

import pytest
from attrs import evolve

from govdisclose.checking import NEEDS, Example, Outcome, Rule, Words, builtin_rules
from govdisclose.checking.example import case_of

RIGHT = [(rule, example) for rule in builtin_rules() for example in rule.right]
WRONG = [(rule, example) for rule in builtin_rules() for example in rule.wrong]


def name(value: object) -> str:
    return value.id if isinstance(value, Rule) else ""


@pytest.mark.parametrize(("rule", "example"), RIGHT, ids=name)
def test_nothing_is_broken_in_a_right_example(rule: Rule, example: Example) -> None:
    assert [item for item in rule.run(case_of(example)) if item.outcome is Outcome.BROKEN] == []


@pytest.mark.parametrize(("rule", "example"), WRONG, ids=name)
def test_something_is_broken_in_a_wrong_example_and_weighs_at_most_what_the_rule_does(
    rule: Rule, example: Example
) -> None:
    broken = [item for item in rule.run(case_of(example)) if item.outcome is Outcome.BROKEN]
    order = ["info", "warning", "error"]
    assert broken != []
    assert {item.rule for item in broken} == {rule.id}
    assert all(order.index(item.severity) <= order.index(rule.severity) for item in broken)


@pytest.mark.parametrize(("rule", "example"), RIGHT + WRONG, ids=name)
def test_the_text_of_an_assessment_stands_at_its_offset(rule: Rule, example: Example) -> None:
    case = case_of(example)
    for item in rule.run(case):
        assert (item.section is None) == (item.text is None) == (item.start is None)
        if item.section is None or item.text is None or item.start is None:
            continue
        section = case.result.report.section(item.section)
        assert section is not None
        assert section.text[item.start : item.start + len(item.text)] == item.text


@pytest.mark.parametrize("rule", builtin_rules(), ids=name)
def test_a_rule_says_in_both_languages_what_it_is(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id)
    assert rule.needs <= NEEDS
    for words in (rule.title, rule.means, rule.why, rule.remedy):
        assert words.en
        assert re.search(r"[\u4e00-\u9fff]", words.zh)
        assert not re.search(r"[A-Za-z]{2,}", words.zh)
    if "children" not in rule.needs:  # a roll-up is not made of one report
        assert rule.right
        assert rule.wrong


def test_the_ids_of_rules_differ() -> None:
    ids = [rule.id for rule in builtin_rules()]
    assert len(set(ids)) == len(ids)


def test_a_message_fills_in_no_place_that_an_assessment_does_not_have() -> None:
    rule = builtin_rules()[0]
    assert evolve(rule, says=Words("{said}: {value}", "{said}：{value}")).says is not None
    with pytest.raises(ValueError, match=r"found '\{other\}'"):
        evolve(rule, says=Words("{said}", "{other}"))
