"""This year against last: what must agree, how much it weighs, and when two reports cannot be compared."""

from __future__ import annotations

import pytest
from attrs import evolve

from govdisclose.checking import (
    Assessment,
    Example,
    Outcome,
    Severity,
    SuccessorsError,
    check,
    find_rule,
    read_successors,
)
from govdisclose.checking.example import result_of

LAST = Example(
    year=2022,
    entries={
        "requests:carried_out:natural_person": "3",
        "requests:carried_out:legal_person/commercial": "1",
        "requests:carried_out:total": "4",
    },
)
NOW = Example(
    entries={
        "requests:carried_in:natural_person": "3",
        "requests:carried_in:legal_person/commercial": "1",
        "requests:carried_in:total": "4",
    },
)


def assessed(
    now: Example, last: Example, rule: str = "year-carried", renamed: dict[str, str] | None = None
) -> list[Assessment]:
    checked = check(result_of(now), before=result_of(last), rules=[find_rule(rule)], renamed=renamed)
    return list(checked.assessments)


def test_what_was_carried_out_is_carried_in_in_total_and_by_applicant() -> None:
    found = assessed(NOW, LAST)
    assert [item.outcome for item in found] == [Outcome.HOLDS] * 7
    assert [item.value for item in found] == [4, 3, 1, 0, 0, 0, 0]
    assert found[0].bases[0].words == "上年“四、结转下年度继续办理 › 总计”"
    assert found[0].other == "示例市示例局 2022"


def test_a_wrong_total_is_a_warning_and_names_its_column() -> None:
    now = evolve(
        NOW,
        entries={**NOW.entries, "requests:carried_in:total": "6", "requests:carried_in:natural_person": "5"},
    )
    broken = [item for item in assessed(now, LAST) if item.outcome is Outcome.BROKEN]
    assert [(item.paths[0], item.value, item.bases[0].value, item.severity) for item in broken] == [
        ("requests:carried_in:total", 6, 4, Severity.WARNING),
        ("requests:carried_in:natural_person", 5, 3, Severity.WARNING),
    ]


def test_applicants_in_other_groups_are_information_where_the_total_holds() -> None:
    entries = {
        "requests:carried_in:natural_person": "4",
        "requests:carried_in:legal_person/commercial": "0",
        "requests:carried_in:total": "4",
    }
    broken = [item for item in assessed(evolve(NOW, entries=entries), LAST) if item.outcome is Outcome.BROKEN]
    assert [(item.value, item.severity) for item in broken] == [(4, Severity.INFO), (0, Severity.INFO)]


def test_a_blank_of_last_year_is_not_zero() -> None:
    last = evolve(LAST, entries={**LAST.entries, "requests:carried_out:total": ""})
    total = assessed(NOW, last)[0]
    assert (total.outcome, total.reason) == (Outcome.NOT_ASSESSABLE, "blank")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"organ": "示例市另一局"}, "organ-differs"),
        ({"year": 2021}, "years-apart"),
        ({"organ": "示例市示例局", "prose": {"overview": "本报告由各部门数据汇总编制。"}}, "scope-differs"),
    ],
)
def test_reports_that_cannot_be_compared_say_why(change: dict[str, object], reason: str) -> None:
    found = assessed(NOW, evolve(LAST, **change))  # type: ignore[arg-type]
    assert [(item.outcome, item.reason, item.severity) for item in found] == [
        (Outcome.NOT_ASSESSABLE, reason, Severity.INFO)
    ]


def test_a_renamed_organ_is_the_same() -> None:
    last = evolve(LAST, organ="示例市旧名局")
    found = assessed(NOW, last, renamed={"示例市旧名局": "示例市示例局"})
    assert {item.outcome for item in found} == {Outcome.HOLDS}


def test_carried_over_requests_line_up_over_two_forms_and_documents_do_not() -> None:
    last = evolve(LAST, layout="cn-2019", year=2020)
    now = evolve(NOW, year=2021)
    assert {item.outcome for item in assessed(now, last)} == {Outcome.HOLDS}
    assert assessed(now, last, "year-in-force") == []


def test_two_reports_of_one_year_that_differ_are_told_cell_by_cell() -> None:
    other = evolve(NOW, entries={**NOW.entries, "requests:carried_in:total": "5"})
    (broken,) = assessed(NOW, other, "report-differs")
    assert (broken.paths, broken.value, broken.bases[0].value) == (("requests:carried_in:total",), 4, 5)


# --- renamed organs


def test_a_table_of_renamed_organs_is_read_in_both_languages() -> None:
    assert read_successors(["old,new,year", "甲局,乙局,2023"]) == {"甲局": "乙局"}
    assert read_successors(["年份,现名称,原名称", "2023, 乙局 ,甲局", ""]) == {"甲局": "乙局"}


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([], "expected a header with old,new"),
        (["a,b", "甲,乙"], "found 'a,b'"),
        (["old,new", "甲局"], "line 2: expected an old and a new name, found '甲局'"),
    ],
)
def test_a_malformed_table_says_what_was_expected(lines: list[str], words: str) -> None:
    with pytest.raises(SuccessorsError, match=words):
        read_successors(lines)
