"""A parent against its children: verdict by verdict, cell by cell, and what is named as the cause."""

from __future__ import annotations

import pytest
from county import added, department, report

from govdisclose.checking.rollup import CauseKind, ChildState, ExplanationKind, RolledCell, RolledUp, roll_up
from govdisclose.grammar.identity import Outcome
from govdisclose.result import Result

PARENT = "示例县人民政府"
NATURAL = "requests:results/granted:natural_person"
PENALTIES = "disclosure:enforcement/penalties:decisions"
FEES = "disclosure:fees/administrative_fees:amount"
OTHER = "requests:results/other"


def one(path: str, parent: str, children: list[str | None], layouts: str = "") -> RolledUp:
    """A parent and its children that print these texts in one cell; None: there is no report."""
    names = [f"示例县{name}局" for name in "甲乙丙丁戊己庚"[: len(children)]]
    reports = [
        report(name, {path: text}) for name, text in zip(names, children, strict=True) if text is not None
    ]
    return roll_up(report(PARENT, {path: parent}), reports, expected=names)


def verdict(cell: RolledCell) -> tuple[str, str | None, object]:
    return (cell.outcome.value, cell.reason, cell.residual)


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
