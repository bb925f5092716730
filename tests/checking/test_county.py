"""Forty departments and their county over two years, with faults sown: each is named, and none is buried."""

from __future__ import annotations

from county import COUNTY, DEPARTMENTS, added, department, on_old_form, report

from govdisclose.checking import Outcome, check, find_rule, pair_years, roll_up
from govdisclose.checking.rollup import CauseKind
from govdisclose.result import Result

ABSENT, OLD_FORM, WRONG = 4, 11, 23


YEARS = [find_rule("year-carried"), find_rule("year-in-force")]


def numbers(year: int) -> list[dict[str, int]]:
    return [department(number, year) for number in range(40)]


def departments(year: int) -> list[tuple[str, Result]]:
    return [
        (f"{name}.docx", report(name, own, year))
        for name, own in zip(DEPARTMENTS, numbers(year), strict=True)
    ]


def sown() -> list[tuple[str, Result]]:
    found: list[tuple[str, Result]] = []
    for at, (name, own) in enumerate(zip(DEPARTMENTS, numbers(2023), strict=True)):
        if at == OLD_FORM:
            found.append((name, report(name, on_old_form(own), layout="cn-2019")))
        elif at == WRONG:
            changed = dict(own)
            for path in (
                "carried_in:natural_person",
                "carried_in:total",
                "carried_out:natural_person",
                "carried_out:total",
            ):
                changed[f"requests:{path}"] += 2
            found.append((name, report(name, changed)))
        elif at != ABSENT:
            found.append((name, report(name, own)))
    return found


def test_what_adds_up_holds_everywhere() -> None:
    rolled = roll_up(report(COUNTY, added(numbers(2023))), departments(2023), expected=DEPARTMENTS)
    assert {cell.outcome for cell in rolled.cells} == {Outcome.HOLDS}
    assert len(rolled.cells) == 200
    assert rolled.causes == ()
    assert rolled.counts()[Outcome.HOLDS] == 200


def test_each_fault_is_named_and_none_is_buried() -> None:
    county = added(numbers(2023))
    county["requests:received:total"] += 3
    rolled = roll_up(report(COUNTY, county), sown(), expected=DEPARTMENTS)
    assert [(cause.kind, cause.child, cause.path, cause.residual) for cause in rolled.causes] == [
        (CauseKind.CHILD_MISSING, "示例县戊局", "", None),
        (CauseKind.CHILD_OTHER_FORM, "示例县丑局", "", None),
        (CauseKind.CELL_OFF, "", "requests:carried_out:natural_person", -1),
        (CauseKind.PARENT_SUM_BROKEN, "", "requests:received:total", 3),
    ]


def test_the_wrong_carry_over_is_named_by_the_comparison_of_two_years() -> None:
    paired = pair_years(departments(2022), sown())
    assert len(paired.pairs) == 39
    assert [(item.source, item.reason) for item in paired.unpaired] == [("示例县戊局.docx", "no-year-after")]
    wrong = [
        (pair.organ, item.rule, item.paths[0], item.value, item.bases[0].value)
        for pair in paired.pairs
        for item in check(pair.result, before=pair.before, rules=YEARS).broken
        if item.severity.value != "info"
    ]
    assert wrong == [
        ("示例县地局", "year-carried", "requests:carried_in:total", 3, 1),
        ("示例县地局", "year-carried", "requests:carried_in:natural_person", 3, 1),
    ]
