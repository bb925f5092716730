"""Each rule of the prose holds on its right examples and says something of its wrong ones."""

from __future__ import annotations

import pytest

from govdisclose.checking.example import case_of
from govdisclose.checking.rule import Example, Rule
from govdisclose.checking.rules.prose import PROSE_AGAINST_TABLE
from govdisclose.checking.rules.prose_sums import PARTS_EXCEED_WHOLE, PROSE_BALANCE
from govdisclose.grammar.identity import Outcome

RULES = (PROSE_AGAINST_TABLE, PROSE_BALANCE, PARTS_EXCEED_WHOLE)
RIGHT = [(rule, example) for rule in RULES for example in rule.right]
WRONG = [(rule, example) for rule in RULES for example in rule.wrong]


def outcomes(rule: Rule, example: Example) -> set[Outcome]:
    return {item.outcome for item in rule.run(case_of(example))}


@pytest.mark.parametrize(("rule", "example"), RIGHT, ids=lambda value: getattr(value, "id", ""))
def test_nothing_is_broken_in_a_right_example(rule: Rule, example: Example) -> None:
    found = outcomes(rule, example)
    assert Outcome.HOLDS in found
    assert Outcome.BROKEN not in found


@pytest.mark.parametrize(("rule", "example"), WRONG, ids=lambda value: getattr(value, "id", ""))
def test_something_is_broken_in_a_wrong_example(rule: Rule, example: Example) -> None:
    assert Outcome.BROKEN in outcomes(rule, example)
