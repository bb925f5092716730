"""The children of a roll-up: who is there, who is missing, and whose report is another."""

from __future__ import annotations

import pytest
from county import report
from rolled_samples import NATURAL, PARENT, verdict

from govdisclose.checking.rollup import CauseKind, ChildState, RolledUp, roll_up
from govdisclose.result import Result


def states(rolled: RolledUp) -> list[tuple[str, str, bool]]:
    return [(child.name, child.state.value, child.counted) for child in rolled.children]


def test_each_child_has_its_state() -> None:
    children: list[tuple[str, Result] | Result] = [
        ("a", report("示例县甲局", {})),
        ("b", report("示例县甲局", {})),
        ("c", report("示例县乙局", {}, 2022)),
        ("d", report("示例县人民政府办公室", {})),
        ("e", report(PARENT, {})),
        ("f", report("样例县甲局", {})),
        ("g", report("示例县丁局", {}, layout="cn-2019")),
        report("示例县某镇人民政府", {}),
        ("h", report("示例县样例区人民政府", {}, prose={"overview": "本报告以示例区及其办公室名义编制。"})),
    ]
    expected = [
        *("示例县人民政府办公室", "甲局", "乙局", "示例县丙局", "丁局", "示例县某镇人民政府"),
        "示例县样例区人民政府",
    ]
    rolled = roll_up(report(PARENT, {}), children, expected=expected)
    assert states(rolled) == [
        ("示例县人民政府办公室", "read", True),
        ("甲局", "read", True),
        ("甲局", "duplicate", False),
        ("乙局", "other-year", False),
        ("示例县丙局", "missing", False),
        ("丁局", "other-form", True),
        ("示例县某镇人民政府", "read", True),
        ("示例县样例区人民政府", "scope-unclear", False),
        (PARENT, "is-the-parent", False),
        ("样例县甲局", "not-expected", False),
    ]
    assert [child.name for child in rolled.missing] == ["示例县丙局"]
    assert [cause.kind.value for cause in rolled.causes] == [
        *("child-missing", "child-other-year", "child-scope-unclear", "child-duplicate"),
        *("child-not-expected", "child-is-the-parent", "child-other-form"),
    ]
    told = [
        (item.outcome.value, item.other, item.reason)
        for item in rolled.assessments
        if item.rule == "child-missing"
    ]
    assert told == [
        ("not_assessable", "甲局", "duplicate"),
        ("not_assessable", "乙局", "other-year"),
        ("broken", "示例县丙局", None),
        ("not_assessable", PARENT, "is-the-parent"),
        ("not_assessable", "样例县甲局", "not-expected"),
    ]
    assert rolled.cells[0].absent == 3


def test_a_name_without_its_place_must_be_the_only_one() -> None:
    parent = report("示例省示例市人民政府", {})
    children = [report("示例市教育局", {}), report("财政局", {}), report("示例省示例市卫健委", {})]
    rolled = roll_up(parent, children, expected=["教育局", "示例市财政局", "示例市卫健委"])
    assert [name for name, state, _ in states(rolled) if state == "read"] == [
        *("教育局", "示例市财政局", "示例市卫健委"),
    ]
    short = roll_up(parent, children[:2], expected=["市教育局", "示例市市场监督管理局", "财政局"])
    assert [(name, state) for name, state, _ in states(short)] == [
        ("市教育局", "read"),
        ("示例市市场监督管理局", "missing"),
        ("财政局", "read"),
    ]
    twice = roll_up(parent, children[:1], expected=["教育局", "示例省示例市教育局"])
    assert [(name, state) for name, state, _ in states(twice)] == [
        ("教育局", "missing"),
        ("示例省示例市教育局", "missing"),
        ("示例市教育局", "not-expected"),
    ]


def test_a_renamed_child_is_found_under_its_new_name() -> None:
    rolled = roll_up(
        report(PARENT, {}),
        [report("示例县老局", {})],
        expected=["示例县新局"],
        renamed={"示例县老局": "示例县新局"},
    )
    assert states(rolled) == [("示例县新局", "read", True)]


def test_a_report_of_another_year_beside_the_right_one_leaves_nothing_open() -> None:
    children = [report("示例县甲局", {}, 2022), report("示例县甲局", {NATURAL: "3"})]
    rolled = roll_up(report(PARENT, {NATURAL: "3"}), children, expected=["示例县甲局"])
    assert verdict(rolled.cell(NATURAL)) == ("holds", None, 0)
    assert [state for _, state, _ in states(rolled)] == ["duplicate", "read"]
    assert rolled.children[0].also == (ChildState.OTHER_YEAR,)


def test_a_parent_that_reports_for_itself_alone_is_no_sum() -> None:
    parent, child = report("示例县人民政府办公室", {NATURAL: "3"}), report("示例县甲局", {NATURAL: "3"})
    rolled = roll_up(parent, [child])
    assert {cell.reason for cell in rolled.cells} == {"scope-unclear"}
    assert [cause.kind for cause in rolled.causes] == [CauseKind.PARENT_SCOPE_UNCLEAR]
    assert [item.reason for item in rolled.assessments if item.rule == "scope-unclear"] == ["scope-unclear"]
    told = roll_up(parent, [child], scope="area")
    assert verdict(told.cell(NATURAL)) == ("holds", None, 0)
    with pytest.raises(ValueError, match="county"):
        roll_up(parent, [child], scope="county")
