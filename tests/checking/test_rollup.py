"""A parent against its children: sums, who is missing, what explains the rest, and nothing buried."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from attrs import evolve

from govdisclose.checking import Example, Outcome, Severity, check, find_rule, roll_up
from govdisclose.checking.example import result_of
from govdisclose.checking.rollup import (
    Cause,
    CauseKind,
    ChildState,
    Explanation,
    ExplanationKind,
    RolledUp,
)
from govdisclose.checking.rollup.explained import exchanged
from govdisclose.result import Result

_LINE = (
    "教育财政民政水利农业林业交通审计统计司法公安商务文化体育卫生粮食档案气象规划住房"
    "城管环保信访税务海关邮政地震旅游科技人防物价渔业畜牧烟草盐务药监质监安监外事民宗"
)
NAMES = [_LINE[at : at + 2] for at in range(0, len(_LINE), 2)]
PERSON, TOTAL = "requests:received:natural_person", "requests:received:total"


def report(
    organ: str,
    received: int | str,
    more: Mapping[str, str] | None = None,
    year: int = 2024,
    layout: str = "cn-2021",
) -> Result:
    """A report with requests of natural persons, all granted."""
    number = str(received)
    rows = ("received", "results/granted", "results/total")
    entries = {f"requests:{row}:{column}": number for row in rows for column in ("natural_person", "total")}
    return result_of(Example(organ=organ, year=year, layout=layout, entries={**entries, **(more or {})}))


def parent(received: int, more: Mapping[str, str] | None = None) -> Result:
    return report("示例县人民政府", received, more)


def children(*numbers: int | str) -> list[tuple[str, Result]]:
    return [
        (f"{at}.docx", report(f"示例县{NAMES[at - 1]}局", number)) for at, number in enumerate(numbers, 1)
    ]


def causes(rolled: RolledUp) -> list[tuple[CauseKind, str, str]]:
    return [(cause.kind, cause.child, cause.path) for cause in rolled.causes]


def test_what_adds_up_holds_in_every_cell() -> None:
    rolled = roll_up(parent(12), children(5, 7))
    assert {cell.outcome for cell in rolled.cells} == {Outcome.HOLDS}
    assert len(rolled.cells) == 200
    assert rolled.causes == ()
    cell = rolled.cell(PERSON)
    assert (cell.parent, cell.children, cell.residual, cell.numbers) == (12, 12, 0, 2)
    assert [child.state for child in rolled.children] == [ChildState.READ, ChildState.READ]


def test_a_sum_greater_than_the_parents_does_not_hold_whoever_is_missing() -> None:
    rolled = roll_up(parent(10), children(5, 7), expected=["示例县教育局", "示例县财政局", "示例县民政局"])
    assert (rolled.cell(PERSON).outcome, rolled.cell(PERSON).residual) == (Outcome.BROKEN, -2)
    assert [child.name for child in rolled.missing] == ["示例县民政局"]


def test_a_smaller_sum_cannot_be_told_where_somebody_is_missing() -> None:
    rolled = roll_up(parent(15), children(5, 7), expected=["教育局", "财政局", "民政局"])
    cell = rolled.cell(PERSON)
    assert (cell.outcome, cell.reason, cell.residual) == (Outcome.NOT_ASSESSABLE, "explained-by-missing", 3)
    assert causes(rolled) == [(CauseKind.CHILD_MISSING, "民政局", "")]
    assert len(rolled.causes[0].follows) == 200


def test_a_smaller_sum_does_not_hold_where_nobody_is_missing() -> None:
    rolled = roll_up(parent(15), children(5, 7), expected=["教育局", "财政局"])
    assert rolled.cell(PERSON).outcome is Outcome.BROKEN
    assert rolled.cell(TOTAL).outcome is Outcome.BROKEN


def test_a_blank_child_counts_nothing_is_listed_and_is_never_zero() -> None:
    rolled = roll_up(parent(12), children(5, ""))
    cell = rolled.cell(PERSON)
    assert (cell.children, cell.blank, cell.outcome, cell.reason) == (5, 1, Outcome.NOT_ASSESSABLE, "blank")
    (cause,) = rolled.causes
    assert (cause.kind, cause.child, len(cause.follows)) == (CauseKind.CHILD_BLANK, "示例县财政局", 6)


def test_the_totals_that_follow_stand_under_the_cell_that_is_off() -> None:
    off = parent(12, {PERSON: "15", TOTAL: "15"})
    (cause,) = roll_up(off, children(5, 7)).causes
    assert cause == Cause(CauseKind.CELL_OFF, Severity.WARNING, "", PERSON, 15, 12, 3, (TOTAL,), ())


def test_a_child_that_was_left_out_is_named_once() -> None:
    rolled = roll_up(parent(12), children(5, 7, 9))
    (cause,) = rolled.causes
    assert (cause.kind, cause.child, len(cause.follows)) == (CauseKind.CHILD_FORGOTTEN, "示例县民政局", 6)


def test_a_child_that_was_counted_twice_is_named_once() -> None:
    rolled = roll_up(parent(19), children(5, 7))
    assert causes(rolled) == [(CauseKind.CHILD_COUNTED_TWICE, "示例县财政局", "")]


def test_exchanged_digits_are_an_explanation() -> None:
    off = parent(48, {PERSON: "66", TOTAL: "66"})
    (cause,) = roll_up(off, children(13, 35)).causes
    assert cause.explained == (
        Explanation(ExplanationKind.DIGITS_EXCHANGED, "示例县教育局", 13, 31),
        Explanation(ExplanationKind.DIGITS_EXCHANGED, "示例县财政局", 35, 53),
    )
    assert exchanged(120) == {210, 102}
    assert exchanged(77) == set()


def test_a_child_on_the_form_of_2019_adds_up_in_requests_and_not_in_documents() -> None:
    old = report("示例县民政局", 2, {"requests:results/other:natural_person": "4"}, layout="cn-2019")
    more = {
        "requests:results/other/overdue_fee:natural_person": "3",
        "requests:results/other/other:natural_person": "1",
    }
    rolled = roll_up(parent(14, more), [*children(5, 7), ("old.docx", old)])
    assert rolled.cell(PERSON).outcome is Outcome.HOLDS
    assert rolled.cell("disclosure:documents/regulations:issued").reason == "form-differs"
    summed = rolled.cell("requests:results/other:natural_person")
    assert (summed.parent, summed.children, summed.outcome) == (4, 4, Outcome.HOLDS)
    kinds = [cause.kind for cause in rolled.causes]
    assert causes(rolled)[0] == (CauseKind.CHILD_OTHER_FORM, "示例县民政局", "")
    assert kinds[1:] == [CauseKind.PARENT_SUM_BROKEN] * 3  # its rows 其他处理 are in no total here


def test_amounts_add_up_in_one_unit_and_not_without_one() -> None:
    fee = "disclosure:fees/administrative_fees:amount"
    one = report("示例县教育局", 0, {fee: "2.5"})
    two = report("示例县财政局", 0, {fee: "3"})
    cell = roll_up(parent(0, {fee: "5.5"}), [one, two]).cell(fee)
    assert (str(cell.children), cell.unit, cell.outcome) == ("5.5", "万元", Outcome.HOLDS)


@pytest.mark.parametrize(
    ("child", "state"),
    [
        (report("示例县教育局", 5, year=2023), ChildState.OTHER_YEAR),
        (report("示例县人民政府", 5), ChildState.IS_THE_PARENT),
        (
            result_of(Example(organ="示例县教育局", year=2024, prose={"overview": "由各单位数据汇总编制。"})),
            ChildState.SCOPE_UNCLEAR,
        ),
    ],
)
def test_a_report_that_does_not_count_says_why(child: Result, state: ChildState) -> None:
    (found,) = roll_up(parent(5), [("a.docx", child)]).children
    assert (found.state, found.counted, found.source) == (state, False, "a.docx")


def test_a_second_report_of_an_organ_does_not_count() -> None:
    twice = [*children(5), ("b.docx", report("示例县教育局", 5))]
    rolled = roll_up(parent(5), twice)
    assert [child.state for child in rolled.children] == [ChildState.READ, ChildState.DUPLICATE]
    assert rolled.cell(PERSON).outcome is Outcome.HOLDS


def test_an_organs_own_report_is_no_sum_unless_that_is_said() -> None:
    office = report("示例县人民政府办公室", 12)
    rolled = roll_up(office, children(5, 7))
    assert {cell.reason for cell in rolled.cells} == {"scope-unclear"}
    assert causes(rolled) == [(CauseKind.PARENT_SCOPE_UNCLEAR, "", "")]
    assert roll_up(office, children(5, 7), scope="area").cell(PERSON).outcome is Outcome.HOLDS


# --- forty departments in two years


def test_each_fault_of_a_county_is_named_and_none_is_buried() -> None:
    names = [f"示例县{name}局" for name in NAMES]
    received = {name: 10 + number for number, name in enumerate(names)}
    total = sum(received.values())
    last = {
        name: report(
            name,
            9,
            {f"requests:carried_out:{column}": "2" for column in ("natural_person", "total")},
            2023,
        )
        for name in names
    }
    reports: list[tuple[str, Result]] = []
    for number, name in enumerate(names):
        if number == 7:
            continue  # absent
        layout = "cn-2019" if number == 12 else "cn-2021"
        carried = "4" if number == 20 else "2"  # one carries in two too many
        more = {f"requests:carried_in:{column}": carried for column in ("natural_person", "total")}
        more |= {f"requests:carried_out:{column}": carried for column in ("natural_person", "total")}
        reports.append((f"{number}.docx", report(name, received[name], more, layout=layout)))
    less = received[names[7]] + 3  # beside the absent one, the county lost three
    own = {
        f"requests:{row}:{column}": "82"
        for row in ("carried_in", "carried_out")
        for column in ("natural_person", "total")
    }
    own |= {PERSON: str(total - less), TOTAL: str(total - less)}
    rolled = roll_up(parent(total, own), reports, expected=names)
    assert causes(rolled) == [
        (CauseKind.CHILD_MISSING, names[7], ""),
        (CauseKind.CHILD_OTHER_FORM, names[12], ""),
        (CauseKind.CELL_OFF, "", PERSON),
    ]
    assert rolled.causes[2].residual == -3
    assert rolled.causes[2].follows == (TOTAL,)
    rule = find_rule("year-carried")
    wrong = [
        (result.report.organ, item.paths[0])
        for _, result in reports
        for item in check(result, before=last[result.report.organ or ""], rules=[rule]).broken
    ]
    assert wrong == [
        (names[20], "requests:carried_in:total"),
        (names[20], "requests:carried_in:natural_person"),
    ]


def test_what_was_rolled_up_is_there_as_assessments_too() -> None:
    rolled = roll_up(parent(10), children(5, 7), expected=["教育局", "财政局", "民政局"])
    broken = {(item.rule, item.said or item.paths[0]) for item in rolled.checked.broken}
    assert ("child-missing", "民政局") in broken
    assert ("children-sum", PERSON) in broken
    assert rolled.counts()[Outcome.BROKEN] == 7
    assert evolve(rolled, causes=()).assessments == rolled.assessments
