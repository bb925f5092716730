"""What a roll-up names as the cause of what it does not explain."""

from __future__ import annotations

import pytest
from county import added, department, report
from rolled_samples import NATURAL, PARENT, one

from govdisclose.checking.rollup import CauseKind, ExplanationKind, RolledUp, roll_up
from govdisclose.grammar.identity import Outcome

PENALTIES = "disclosure:enforcement/penalties:decisions"


NAMES = [f"示例县{name}局" for name in "甲乙丙丁戊己"]
NUMBERS = [department(number, 2023) for number in range(6)]
CHILDREN = [report(name, own) for name, own in zip(NAMES, NUMBERS, strict=True)]
LEAF = ("results/granted:natural_person", "results/granted:total")
TOTALS = ("results/total:natural_person", "results/total:total")


def county_with(changes: dict[str, int], left_out: int | None = None, twice: int | None = None) -> RolledUp:
    numbers = [own for at, own in enumerate(NUMBERS) if at != left_out]
    numbers += [NUMBERS[twice]] if twice is not None else []
    total = added(numbers)
    for path, change in changes.items():
        total[path] += change
    return roll_up(report(PARENT, total), CHILDREN, expected=NAMES)


def told(rolled: RolledUp) -> list[tuple[str, str, str, object, int]]:
    return [
        (cause.kind.value, cause.child, cause.path, cause.residual, len(cause.follows))
        for cause in rolled.causes
    ]


def test_totals_that_follow_from_a_wrong_cell_stand_under_it() -> None:
    rolled = county_with({f"requests:{path}": 2 for path in (*LEAF, *TOTALS)})
    assert told(rolled) == [("cell-off", "", "requests:results/granted:natural_person", 2, 3)]
    assert rolled.causes[0].follows == tuple(f"requests:{path}" for path in (LEAF[1], *TOTALS))


def test_one_request_left_out_throughout_is_one_cause() -> None:
    rows = ("received:natural_person", "received:total", *LEAF, *TOTALS)
    rolled = county_with({f"requests:{path}": -1 for path in rows})
    assert told(rolled) == [("cell-off", "", "requests:received:natural_person", -1, 5)]


def test_two_wrong_cells_are_two_causes_and_share_their_total() -> None:
    rolled = county_with(
        {
            "requests:results/granted:natural_person": 2,
            "requests:results/granted:legal_person/commercial": 5,
            "requests:results/granted:total": 7,
        }
    )
    assert told(rolled) == [
        ("cell-off", "", "requests:results/granted:natural_person", 2, 1),
        ("cell-off", "", "requests:results/granted:legal_person/commercial", 5, 1),
    ]


def test_a_total_that_does_not_follow_is_a_cause_of_its_own() -> None:
    rolled = county_with({"requests:received:total": 3})
    assert told(rolled) == [("cell-off", "", "requests:received:total", 3, 0)]


def test_a_child_that_was_forgotten_is_one_cause() -> None:
    rolled = county_with({}, left_out=2)
    assert [(item[0], item[1]) for item in told(rolled)] == [("child-forgotten", "示例县丙局")]
    broken = {cell.path for cell in rolled.cells if cell.outcome is Outcome.BROKEN}
    assert set(rolled.causes[0].follows) == broken
    assert [(item[0], item[1]) for item in told(county_with({}, twice=2))] == [
        ("child-counted-twice", "示例县丙局")
    ]


def test_a_forgotten_child_buries_no_other_fault() -> None:
    rolled = county_with({PENALTIES: 100}, left_out=2)
    assert [(cause.kind.value, cause.child, cause.path, cause.residual) for cause in rolled.causes] == [
        ("child-forgotten", "示例县丙局", "", None),
        ("cell-off", "", PENALTIES, 100),
    ]


def test_two_children_with_the_same_numbers_are_both_named() -> None:
    twins = [report("示例县甲局", NUMBERS[0]), report("示例县乙局", NUMBERS[0])]
    rolled = roll_up(report(PARENT, NUMBERS[0]), twins)
    cause = rolled.causes[0]
    assert (cause.kind, cause.child) == (CauseKind.CHILD_FORGOTTEN, "示例县甲局")
    assert [(item.kind, item.child) for item in cause.explained] == [
        (ExplanationKind.FORGOTTEN, "示例县乙局")
    ]


def test_a_blank_child_is_listed_and_is_a_cause_where_it_leaves_something_open() -> None:
    rolled = one(NATURAL, "8", ["3", "4", ""])
    assert [(cause.kind, cause.child, cause.follows) for cause in rolled.causes] == [
        (CauseKind.CHILD_BLANK, "示例县丙局", (NATURAL,))
    ]
    blank = [item for item in rolled.assessments if item.rule == "child-blank"]
    assert [(item.other, item.paths, item.outcome) for item in blank] == [
        ("示例县丙局", (NATURAL,), Outcome.NOT_ASSESSABLE)
    ]
    closed = one(NATURAL, "7", ["3", "4", ""])
    assert closed.causes == ()
    assert [item.other for item in closed.assessments if item.rule == "child-blank"] == ["示例县丙局"]


def test_every_cell_is_an_assessment_with_its_sum() -> None:
    rolled = one(NATURAL, "8", ["3", "4"])
    sums = [item for item in rolled.assessments if item.rule == "children-sum"]
    assert len(sums) == 200
    item = next(item for item in sums if item.paths == (NATURAL,))
    assert (item.outcome, item.severity.value, item.value, item.said) == (Outcome.BROKEN, "warning", 8, "8")
    assert [(basis.words, basis.value) for basis in item.bases] == [("2个下级之和", 7)]
    assert rolled.checked.outcomes["children-sum"][Outcome.BROKEN] == 1
    with pytest.raises(KeyError):
        rolled.cell("requests:received:nobody")
