"""The rules on two years: examples that are their tests, and each reason why two reports cannot be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from attrs import evolve

from govdisclose import checking
from govdisclose.checking.assessment import Assessment
from govdisclose.checking.case import Case
from govdisclose.checking.example import case_of, result_of
from govdisclose.checking.rule import Example, Rule
from govdisclose.checking.rules.report_differs import REPORT_DIFFERS
from govdisclose.checking.rules.year_amounts import YEAR_UNIT_SLIP
from govdisclose.checking.rules.years import YEAR_CARRIED, YEAR_IN_FORCE
from govdisclose.checking.rules.years_2019 import YEAR_DISCLOSED, YEAR_ITEMS
from govdisclose.grammar.identity import Outcome

RULES = (YEAR_CARRIED, YEAR_IN_FORCE, YEAR_DISCLOSED, YEAR_ITEMS, YEAR_UNIT_SLIP, REPORT_DIFFERS)
SUMS = RULES[:-1]
RIGHT = [(rule, example) for rule in RULES for example in rule.right]
WRONG = [(rule, example) for rule in RULES for example in rule.wrong]


def named(item: object) -> str:
    return item.id if isinstance(item, Rule) else ""


def outcomes(rule: Rule, example: Example) -> list[Outcome]:
    return [item.outcome for item in rule.run(case_of(example))]


@pytest.mark.parametrize(("rule", "example"), RIGHT, ids=named)
def test_nothing_is_broken_in_what_is_right(rule: Rule, example: Example) -> None:
    assert Outcome.BROKEN not in outcomes(rule, example)


@pytest.mark.parametrize(("rule", "example"), WRONG, ids=named)
def test_something_is_broken_in_what_is_wrong(rule: Rule, example: Example) -> None:
    assert Outcome.BROKEN in outcomes(rule, example)


def compared(
    rule: Rule, now: Example, before: Example, renamed: Mapping[str, str] | None = None
) -> list[Assessment]:
    case = Case(result_of(now), result_of(before), renamed=dict(renamed or {}))
    return list(rule.run(case))


def brief(items: list[Assessment]) -> list[tuple[str, str, str]]:
    return [(item.outcome.value, item.severity.value, item.paths[0]) for item in items]


CARRIED_OUT = {"requests:carried_out:natural_person": "2", "requests:carried_out:total": "2"}
CARRIED_IN = {"requests:carried_in:natural_person": "2", "requests:carried_in:total": "2"}
LAST = Example(year=2022, entries=CARRIED_OUT)
THIS = Example(year=2023, entries=CARRIED_IN)


def test_carried_over_is_compared_in_total_and_in_each_of_six_columns() -> None:
    found = compared(YEAR_CARRIED, THIS, LAST)
    assert brief(found) == [
        ("holds", "info", "requests:carried_in:total"),
        ("holds", "info", "requests:carried_in:natural_person"),
        ("holds", "info", "requests:carried_in:legal_person/commercial"),
        ("holds", "info", "requests:carried_in:legal_person/research"),
        ("holds", "info", "requests:carried_in:legal_person/social_welfare"),
        ("holds", "info", "requests:carried_in:legal_person/legal_service"),
        ("holds", "info", "requests:carried_in:legal_person/other"),
    ]
    total = found[0]
    assert (total.value, total.other, total.said) == (2, "示例市示例局 2022", "2")
    assert [(basis.words, basis.paths, basis.value) for basis in total.bases] == [
        ("上年“四、结转下年度继续办理 › 总计”", ("requests:carried_out:total",), 2)
    ]


def test_a_total_that_is_carried_over_wrong_is_a_warning_and_so_is_its_column() -> None:
    now = Example(
        year=2023, entries={"requests:carried_in:natural_person": "3", "requests:carried_in:total": "3"}
    )
    assert brief(compared(YEAR_CARRIED, now, LAST))[:3] == [
        ("broken", "warning", "requests:carried_in:total"),
        ("broken", "warning", "requests:carried_in:natural_person"),
        ("holds", "info", "requests:carried_in:legal_person/commercial"),
    ]


def test_applicants_that_were_regrouped_are_only_told() -> None:
    now = Example(
        year=2023,
        entries={"requests:carried_in:legal_person/commercial": "2", "requests:carried_in:total": "2"},
    )
    assert brief(compared(YEAR_CARRIED, now, LAST))[:3] == [
        ("holds", "info", "requests:carried_in:total"),
        ("broken", "info", "requests:carried_in:natural_person"),
        ("broken", "info", "requests:carried_in:legal_person/commercial"),
    ]


def test_a_blank_total_is_not_a_wrong_total() -> None:
    blank = evolve(LAST, entries={**CARRIED_OUT, "requests:carried_out:total": ""})
    found = compared(YEAR_CARRIED, THIS, blank)[0]
    assert (found.outcome, found.reason, found.bases[0].value) == (Outcome.NOT_ASSESSABLE, "blank", None)
    slashed = evolve(THIS, entries={**CARRIED_IN, "requests:carried_in:total": "/"})
    found = compared(YEAR_CARRIED, slashed, LAST)[0]
    assert (found.outcome, found.reason, found.value) == (Outcome.NOT_ASSESSABLE, "not-applicable", None)


AREA = {"overview": "本报告由示例市人民政府办公室汇总各部门数据编制而成。"}


@pytest.mark.parametrize("rule", SUMS, ids=lambda rule: rule.id)
@pytest.mark.parametrize(
    ("now", "before", "renamed", "reason"),
    [
        (THIS, evolve(LAST, organ="示例市样例局"), {}, "organ-differs"),
        (THIS, evolve(LAST, organ="示例市老局"), {"示例市另局": "示例市示例局"}, "organ-differs"),
        (
            THIS,
            evolve(LAST, organ="示例市老局"),
            {"示例市老局": "示例市示例局", "示例市另局": "示例市示例局"},
            "organ-merged",
        ),
        (THIS, evolve(LAST, year=2021), {}, "years-apart"),
        (THIS, evolve(LAST, year=2024), {}, "years-apart"),
        (THIS, evolve(LAST, year=2023), {}, "same-year"),
        (evolve(THIS, prose=AREA), LAST, {}, "scope-differs"),
    ],
)
def test_what_cannot_be_compared_is_said_once(
    rule: Rule, now: Example, before: Example, renamed: dict[str, str], reason: str
) -> None:
    found = compared(rule, now, before, renamed)
    assert [(item.outcome, item.reason, item.paths) for item in found] == [
        (Outcome.NOT_ASSESSABLE, reason, ())
    ]


def test_without_last_year_nothing_is_compared() -> None:
    found = list(YEAR_CARRIED.run(Case(result_of(THIS))))
    assert [(item.outcome, item.reason, item.other) for item in found] == [
        (Outcome.NOT_ASSESSABLE, "no-year-before", "")
    ]


def test_a_report_without_organ_or_year_is_not_compared() -> None:
    now, before = result_of(THIS), result_of(LAST)
    nameless = evolve(before, report=evolve(before.report, organ=None))
    undated = evolve(before, report=evolve(before.report, year=None))
    assert [item.reason for item in YEAR_CARRIED.run(Case(now, nameless))] == ["organ-unknown"]
    assert [item.reason for item in YEAR_CARRIED.run(Case(now, undated))] == ["year-unknown"]


def test_a_renamed_organ_is_the_same_and_its_name_is_folded() -> None:
    old = evolve(LAST, organ="示例市老局")
    found = compared(YEAR_CARRIED, THIS, old, {"示例市老局": "示例市中局", " 示例市中局": "示例市示例局 "})
    assert [item.outcome for item in found] == [Outcome.HOLDS] * 7
    assert found[0].other == "示例市老局 2022"


def test_names_that_turn_in_a_circle_end() -> None:
    old = evolve(LAST, organ="示例市老局")
    found = compared(YEAR_CARRIED, THIS, old, {"示例市老局": "示例市中局", "示例市中局": "示例市老局"})
    assert [item.reason for item in found] == ["organ-differs"]


def test_from_2020_to_2021_requests_line_up_and_documents_do_not() -> None:
    last = Example(year=2020, layout="cn-2019", entries=CARRIED_OUT)
    now = Example(year=2021, entries=CARRIED_IN)
    assert [item.outcome for item in compared(YEAR_CARRIED, now, last)] == [Outcome.HOLDS] * 7
    told = [(item.outcome, item.reason) for item in compared(YEAR_IN_FORCE, now, last)]
    assert told == [(Outcome.NOT_ASSESSABLE, "form-differs")] * 2
    told = [(item.outcome, item.reason) for item in compared(YEAR_DISCLOSED, now, last)]
    assert told == [(Outcome.NOT_ASKED, "not-in-the-form")] * 2


def test_in_force_names_all_it_was_compared_with() -> None:
    at = "disclosure:documents/normative_documents"
    last = Example(year=2022, entries={f"{at}:in_force": "5"})
    now = Example(year=2023, entries={f"{at}:in_force": "9", f"{at}:issued": "3", f"{at}:repealed": "1"})
    found = compared(YEAR_IN_FORCE, now, last)[1]
    assert (found.outcome, found.severity.value, found.value) == (Outcome.BROKEN, "info", 9)
    assert found.bases[0].words == (
        "上年“行政规范性文件 › 现行有效件数”+本年“行政规范性文件 › 本年制发件数”−本年“行政规范性文件 › 本年废止件数”"
    )
    assert found.bases[0].value == 7
    assert found.paths == (f"{at}:in_force", f"{at}:issued", f"{at}:repealed")


@pytest.mark.parametrize(
    ("now", "last", "outcome", "reason"),
    [
        ("250000", "25", Outcome.BROKEN, None),
        ("124999", "25", Outcome.HOLDS, None),
        ("125000", "25", Outcome.BROKEN, None),
        ("500000", "25", Outcome.BROKEN, None),
        ("500001", "25", Outcome.HOLDS, None),
        ("25", "25元", Outcome.BROKEN, None),
        ("25万元", "250000元", Outcome.HOLDS, None),
        ("0", "25", Outcome.NOT_ASSESSABLE, "zero"),
        ("", "25", Outcome.NOT_ASSESSABLE, "blank"),
        ("25", "/", Outcome.NOT_ASSESSABLE, "not-applicable"),
    ],
)
def test_an_amount_against_last_years(now: str, last: str, outcome: Outcome, reason: str | None) -> None:
    path = "disclosure:fees/administrative_fees:amount"
    found = compared(YEAR_UNIT_SLIP, Example(entries={path: now}), Example(year=2022, entries={path: last}))
    assert [(item.outcome, item.reason) for item in found] == [(outcome, reason)]


def test_an_amount_whose_unit_only_one_year_says() -> None:
    path = "disclosure:procurement/central_procurement:amount"
    now = Example(year=2020, layout="cn-2019", entries={path: "25万元"})
    found = compared(YEAR_UNIT_SLIP, now, Example(year=2019, layout="cn-2019", entries={path: "25"}))
    assert [(item.outcome, item.reason) for item in found] == [(Outcome.NOT_ASSESSABLE, "unit-unknown")]


def test_two_reports_of_one_year_name_the_cells_that_differ() -> None:
    one = Example(entries={"requests:received:total": "4", "requests:carried_in:total": "0"})
    two = Example(entries={"requests:received:total": "5", "requests:carried_in:total": ""})
    found = compared(REPORT_DIFFERS, one, two)
    assert [(item.paths, item.value, item.bases[0].value, item.bases[0].words) for item in found] == [
        (("requests:received:total",), 4, 5, "另一份报告“5”"),
        (("requests:carried_in:total",), 0, None, "另一份报告“”"),
    ]


def test_two_reports_of_one_year_that_agree_hold_once() -> None:
    found = compared(REPORT_DIFFERS, THIS, THIS)
    assert [(item.outcome, item.paths) for item in found] == [(Outcome.HOLDS, ())]


def test_two_reports_of_one_year_on_two_forms_are_compared_where_they_can() -> None:
    old = Example(layout="cn-2019", entries={"requests:received:total": "5"})
    found = compared(REPORT_DIFFERS, Example(), old)
    assert [(item.outcome, item.reason, item.paths) for item in found] == [
        (Outcome.NOT_ASSESSABLE, "form-differs", ()),
        (Outcome.BROKEN, None, ("requests:received:total",)),
    ]


def test_two_reports_of_two_organs_are_not_held_against_each_other() -> None:
    found = compared(REPORT_DIFFERS, Example(), Example(organ="示例市样例局"))
    assert [item.reason for item in found] == ["organ-differs"]


def test_the_rules_are_listed_and_those_of_two_years_need_last_years_report() -> None:
    ids = [rule.id for rule in checking.installed_rules()]
    assert [rule.id for rule in RULES] == [
        *(
            "year-carried",
            "year-in-force",
            "year-disclosed",
            "year-items",
            "year-unit-slip",
            "report-differs",
        ),
    ]
    assert set(ids) >= {rule.id for rule in RULES}
    ran = checking.check(result_of(THIS)).rules
    assert not {rule.id for rule in RULES}.intersection(ran)
    assert {rule.id for rule in RULES} < set(checking.check(result_of(THIS), before=result_of(LAST)).rules)


def test_the_rules_of_a_roll_up_are_listed_and_run_on_no_single_report() -> None:
    ids = [rule.id for rule in checking.installed_rules() if "children" in rule.needs]
    assert ids == ["children-sum", "child-missing", "child-blank", "scope-unclear", "other-form"]
    case = Case(result_of(THIS))
    assert [list(rule.run(case)) for rule in checking.ROLLUP_RULES] == [[]] * 5


def test_every_rule_is_told_in_both_languages() -> None:
    said = [
        words
        for rule in (*RULES, *checking.ROLLUP_RULES)
        for words in (rule.title, rule.means, rule.why, rule.remedy)
    ]
    assert len(said) == 44
    assert [words.zh for words in said if re.search("[A-Za-z]", words.zh)] == []
    assert [words.en for words in said if not words.en.strip()] == []
