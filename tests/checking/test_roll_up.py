"""A parent against its children: verdict by verdict, cell by cell."""

from __future__ import annotations

import pytest
from county import report
from rolled_samples import NATURAL, PARENT, one, verdict

from govdisclose.checking.rollup import CauseKind, ChildState, roll_up
from govdisclose.grammar.identity import Outcome

PENALTIES = "disclosure:enforcement/penalties:decisions"
FEES = "disclosure:fees/administrative_fees:amount"
OTHER = "requests:results/other"


@pytest.mark.parametrize(
    ("parent", "children", "expected"),
    [
        ("7", ["3", "4"], ("holds", None, 0)),
        ("8", ["3", "4"], ("broken", None, 1)),
        ("6", ["3", "4"], ("broken", None, -1)),
        ("7", ["3", "4", None], ("not_assessable", "child-missing", 0)),
        ("8", ["3", "4", None], ("not_assessable", "explained-by-missing", 1)),
        ("6", ["3", "4", None], ("broken", None, -1)),
        ("7", ["3", "4", ""], ("holds", None, 0)),
        ("8", ["3", "4", ""], ("not_assessable", "child-blank", 1)),
        ("6", ["3", "4", ""], ("broken", None, -1)),
        ("7", ["3", "4", "/"], ("holds", None, 0)),
        ("8", ["3", "4", "/"], ("broken", None, 1)),
        ("7", ["3", "4", "若干"], ("not_assessable", "child-unreadable", 0)),
        ("8", ["3", "4", "若干"], ("not_assessable", "child-unreadable", 1)),
        ("6", ["3", "4", "若干"], ("broken", None, -1)),
        ("", ["3", "4"], ("not_assessable", "blank", None)),
        ("/", ["3", "4"], ("not_assessable", "not-applicable", None)),
        ("0", ["", ""], ("not_assessable", "child-blank", 0)),
        ("0", ["/", "/"], ("not_assessable", "not-applicable", 0)),
        ("0", [None, None], ("not_assessable", "child-missing", 0)),
    ],
)
def test_the_verdict_of_a_cell(
    parent: str, children: list[str | None], expected: tuple[str, str | None, object]
) -> None:
    assert verdict(one(NATURAL, parent, children).cell(NATURAL)) == expected


def test_a_cell_counts_how_its_children_stand() -> None:
    cell = one(NATURAL, "20", ["3", "0", "", "/", "若干", None]).cell(NATURAL)
    assert (cell.numbers, cell.blank, cell.not_applicable, cell.other, cell.other_form, cell.absent) == (
        *(2, 1, 1, 1, 0, 1),
    )
    assert (cell.parent, cell.children) == (20, 3)


def test_no_children_are_no_sum() -> None:
    rolled = roll_up(report(PARENT, {}), [])
    assert {cell.reason for cell in rolled.cells} == {"no-children"}
    assert rolled.counts()[Outcome.HOLDS] == 0


@pytest.mark.parametrize(
    ("path", "severity"),
    [
        (NATURAL, "warning"),
        ("requests:received:total", "warning"),
        (PENALTIES, "warning"),
        ("disclosure:documents/regulations:in_force", "info"),
        ("disclosure:documents/regulations:issued", "warning"),
        ("reviews::reconsideration/upheld", "info"),
        (f"{OTHER}/other:natural_person", "info"),
        (f"{OTHER}/overdue_fee:natural_person", "warning"),
    ],
)
def test_some_cells_only_inform(path: str, severity: str) -> None:
    rolled = one(path, "9", ["3", "4"])
    cell = rolled.cell(path)
    assert (cell.outcome, cell.severity.value) == (Outcome.BROKEN, severity)
    assert [cause.severity.value for cause in rolled.causes if cause.path == path] == [severity]


@pytest.mark.parametrize(
    ("parent", "children", "expected"),
    [
        ("12", ["5", "12", "7"], [("forgotten", "示例县乙局", 12, 0)]),
        ("31", ["5", "12", "7"], [("counted-twice", "示例县丙局", 7, 14)]),
        ("51", ["5", "12", "25"], [("digits-exchanged", "示例县乙局", 12, 21)]),
        ("42", ["5", "12", "7"], [("parent-digits-exchanged", "", 42, 24)]),
        ("20", ["5", "12", "7"], []),
        ("16", ["4", "4", "4", "4", "4"], []),
    ],
)
def test_what_explains_a_residual(
    parent: str, children: list[str | None], expected: list[tuple[str, str, int, int]]
) -> None:
    cell = one(NATURAL, parent, children).cell(NATURAL)
    found = [(item.kind.value, item.child, item.value, item.taken) for item in cell.explained]
    assert found == expected


@pytest.mark.parametrize(
    ("parent", "children", "expected"),
    [
        ("3", ["1.5", "1.5"], ("holds", None, 0)),
        ("3", ["15000元", "1.5"], ("holds", None, 0)),
        ("30000元", ["15000元", "1.5万元"], ("holds", None, 0)),
        ("4", ["1", "1"], ("broken", None, 2)),
        ("3.01", ["1.5", "1.5"], ("not_assessable", "rounding", 0.01)),
        ("2", ["1.5", "1.5"], ("broken", None, -1)),
        ("3", ["1.4", "1.3"], ("not_assessable", "rounding", 0.3)),
        ("4", ["1.4", "1.3"], ("broken", None, 1.3)),
    ],
)
def test_amounts_add_up_in_one_unit(
    parent: str, children: list[str | None], expected: tuple[str, str | None, float]
) -> None:
    outcome, reason, residual = verdict(one(FEES, parent, children).cell(FEES))
    assert (outcome, reason, float(str(residual))) == expected


def test_an_amount_without_unit_does_not_count() -> None:
    path = "disclosure:procurement/central_procurement:amount"
    parent = report(PARENT, {path: "5万元"}, 2020, "cn-2019")
    children = [
        report("示例县甲局", {path: "2万元"}, 2020, "cn-2019"),
        report("示例县乙局", {path: "3"}, 2020, "cn-2019"),
    ]
    rolled = roll_up(parent, children)
    assert verdict(rolled.cell(path)) == ("not_assessable", "unit-unknown", 3)
    assert [(child.name, child.state) for child in rolled.children] == [
        ("示例县甲局", ChildState.READ),
        ("示例县乙局", ChildState.UNIT_UNKNOWN),
    ]
    assert [(cause.kind, cause.child, cause.follows) for cause in rolled.causes] == [
        (CauseKind.CHILD_UNIT_UNKNOWN, "示例县乙局", (path,))
    ]
    bare = roll_up(report(PARENT, {path: "5"}, 2020, "cn-2019"), children)
    assert verdict(bare.cell(path))[:2] == ("not_assessable", "unit-unknown")


def test_a_change_may_be_mended_by_a_negative_one() -> None:
    path = "disclosure:licensing/licences:change"
    parent = report(PARENT, {path: "1"}, 2020, "cn-2019")
    child = report("示例县甲局", {path: "+3"}, 2020, "cn-2019")
    names = ["示例县甲局", "示例县乙局"]
    assert verdict(roll_up(parent, [child], expected=names).cell(path)) == (
        *("not_assessable", "child-missing", -2),
    )
    assert verdict(roll_up(parent, [child]).cell(path)) == ("broken", None, -2)


def test_forms_mixed_add_up_requests_and_reviews_and_not_documents() -> None:
    reviews = "reviews::reconsideration/upheld"
    parent = report(
        PARENT,
        {
            NATURAL: "7",
            reviews: "2",
            PENALTIES: "9",
            f"{OTHER}/overdue_correction:total": "1",
            f"{OTHER}/other:total": "5",
        },
    )
    new = report(
        "示例县甲局", {NATURAL: "3", reviews: "2", PENALTIES: "4", f"{OTHER}/overdue_correction:total": "2"}
    )
    old = report("示例县乙局", {NATURAL: "4", PENALTIES: "5", f"{OTHER}:total": "4"}, layout="cn-2019")
    rolled = roll_up(parent, [new, old])
    assert verdict(rolled.cell(NATURAL)) == ("holds", None, 0)
    assert verdict(rolled.cell(reviews)) == ("holds", None, 0)
    assert verdict(rolled.cell(f"{OTHER}:total")) == ("holds", None, 0)
    assert verdict(rolled.cell(PENALTIES)) == ("not_assessable", "other-form", 5)
    assert f"{OTHER}/other:total" not in {cell.path for cell in rolled.cells}
    assert rolled.children[1].state is ChildState.OTHER_FORM
    assert [(cause.kind, cause.child, cause.follows) for cause in rolled.causes] == [
        (CauseKind.CHILD_OTHER_FORM, "示例县乙局", (PENALTIES,))
    ]
    assert [item.other for item in rolled.assessments if item.rule == "other-form"] == ["示例县乙局"]
