"""``check``: which rules run, what they look at, and whose fault it is where one fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from attrs import evolve

from govdisclose.checking import (
    Assessment,
    Case,
    Checked,
    Example,
    Outcome,
    Rule,
    Scope,
    Severity,
    UnknownRuleError,
    builtin_rules,
    check,
    choose_rules,
    find_rule,
    scope_of,
)
from govdisclose.checking.example import result_of
from govdisclose.plugins import PluginWarning, problems

PLAIN = Example(prose={"overview": "本局认真落实条例。", "problems": "公开不够及时。"})


def ran(checked: Checked) -> set[str]:
    return set(checked.rules)


def test_a_clean_report_has_nothing_broken_and_every_rule_that_ran_is_counted() -> None:
    checked = check(result_of(PLAIN))
    assert checked.broken == ()
    assert checked.organ == "示例市示例局"
    assert (checked.year, checked.layout) == (2023, "cn-2021")
    assert set(checked.outcomes) == ran(checked)
    assert checked.outcomes["identities"] == {
        Outcome.HOLDS: 42,
        Outcome.BROKEN: 0,
        Outcome.NOT_ASSESSABLE: 0,
        Outcome.NOT_ASKED: 0,
    }


def test_rules_on_last_year_run_only_where_it_is_given() -> None:
    now, then = result_of(PLAIN), result_of(evolve(PLAIN, year=2022))
    assert ran(check(now, before=then)) - ran(check(now)) >= {"copied-from-last-year"}


def test_a_broken_sum_is_taken_over_and_counted_once() -> None:
    result = result_of(Example(entries={"reviews::reconsideration/upheld": "2"}))
    (broken,) = check(result, rules=[find_rule("identities")]).broken
    assert (broken.value, broken.bases[0].value) == (0, 2)
    assert (broken.said, broken.bases[0].words) == ("总计", "结果维持+结果纠正+其他结果+尚未审结")
    assert broken.paths[:2] == ("reviews::reconsideration/total", "reviews::reconsideration/upheld")
    assert [item.kind for item in result.findings if item.kind == "total-broken"] == ["total-broken"]


def test_an_empty_total_is_not_a_wrong_total() -> None:
    result = result_of(Example(entries={"reviews::reconsideration/total": ""}))
    items = [item for item in check(result).assessments if "reviews::reconsideration/total" in item.paths]
    assert [(item.outcome, item.reason, item.severity) for item in items] == [
        (Outcome.NOT_ASSESSABLE, "blank", Severity.INFO)
    ]


def test_the_place_of_prose_is_its_paragraph_and_not_the_heading() -> None:
    example = Example(prose={"overview": "本局认真落实条例。\n全年主动公开信息  条。"})
    (broken,) = check(result_of(example), rules=[find_rule("blank-count")]).broken
    assert (broken.section, broken.start, broken.text) == ("overview", 14, "公开信息  条")
    assert broken.at is not None
    assert broken.at.paragraph == 4


@pytest.mark.parametrize(
    ("organ", "prose", "scope"),
    [
        ("示例市人民政府", "", Scope.AREA),
        ("示例县人民政府", "", Scope.AREA),
        ("示例市人民政府办公室", "", Scope.ORGAN),
        ("示例市教育局", "", Scope.ORGAN),
        ("示例镇人民政府", "", Scope.ORGAN),
        ("示例乡人民政府", "", Scope.ORGAN),
        ("示例市教育局", "本报告由各区县、各部门数据汇总编制。", Scope.AREA),
        ("示例市人民政府", "收到以市政府及其办公厅名义作出的申请。", Scope.ORGAN),
    ],
)
def test_whose_numbers_a_report_gives(organ: str, prose: str, scope: Scope) -> None:
    assert scope_of(result_of(Example(organ=organ, prose={"overview": prose})).report) is scope


def test_an_unknown_scope_is_refused() -> None:
    with pytest.raises(ValueError, match="district"):
        check(result_of(PLAIN), scope="district")


# --- which rules


def test_rules_are_chosen_by_id_and_by_its_first_words() -> None:
    chosen = choose_rules(builtin_rules(), ["old", "identities"], ["old-notice"])
    assert [item.id for item in chosen] == ["identities", "old-form"]


def test_an_unknown_rule_is_named_with_a_near_one() -> None:
    with pytest.raises(UnknownRuleError, match="no rule 'old-from'; did you mean 'old-form'"):
        choose_rules(builtin_rules(), ["old-from"])


def test_an_unknown_id_is_named_with_those_that_there_are() -> None:
    with pytest.raises(KeyError, match="no rule 'sums'; there are identities, "):
        find_rule("sums")


# --- rules of others


def made(run: Callable[[Case], Iterable[Assessment]]) -> Rule:
    return evolve(find_rule("old-form"), id="others-own", run=run)


def test_a_rule_that_raises_is_left_out_and_named() -> None:
    def fails(case: Case) -> Iterable[Assessment]:
        raise SystemExit(case.result.report.organ)

    with pytest.warns(PluginWarning, match="rule 'others-own': run raised SystemExit: 示例市示例局"):
        checked = check(result_of(PLAIN), rules=[made(fails), find_rule("old-form")])
    assert checked.rules == ("old-form",)
    assert [item.name for item in problems()] == ["others-own"]


def test_a_rule_that_gives_something_else_is_left_out() -> None:
    def others(case: Case) -> Iterable[Assessment]:
        return find_rule("old-form").run(case)

    with pytest.warns(PluginWarning, match="something else than assessments of 'others-own'"):
        checked = check(result_of(PLAIN), rules=[made(others)])
    assert (checked.rules, checked.assessments) == ((), ())


# --- places


def test_equal_paragraphs_have_places_of_their_own() -> None:
    example = Example(
        prose={"overview": "全年主动公开信息  条。\n本局认真落实条例。\n全年主动公开信息  条。"}
    )
    broken = check(result_of(example), rules=[find_rule("blank-count")]).broken
    assert [item.at.paragraph for item in broken if item.at is not None] == [3, 5]
