"""The report of a year against that of the year before, of the same organ."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment, Basis
from govdisclose.checking.case import Case, entries_of
from govdisclose.checking.rule import Example, Rule, Words
from govdisclose.checking.rules._years import (
    YearSum,
    assess_sum,
    incomparable,
    name_of,
    same_organ,
    unless_incomparable,
)
from govdisclose.checking.words import place_words
from govdisclose.grammar.identity import Outcome

__all__ = ["REPORT_DIFFERS", "UNIT_SLIP", "YEAR_CARRIED", "YEAR_DISCLOSED", "YEAR_IN_FORCE", "YEAR_ITEMS"]

_CARRIED_IN, _CARRIED_OUT = "requests:carried_in:{}", "requests:carried_out:{}"
_COLUMNS = (
    "natural_person",
    *(
        f"legal_person/{key}"
        for key in ("commercial", "research", "social_welfare", "legal_service", "other")
    ),
)
_DOCUMENTS = ("disclosure:documents/regulations", "disclosure:documents/normative_documents")
_ITEMS = (
    "disclosure:licensing/licences",
    "disclosure:licensing/other_services",
    "disclosure:enforcement/penalties",
    "disclosure:enforcement/compulsory_measures",
    "disclosure:fees/administrative_fees",
)
_FEE = "disclosure:fees/administrative_fees:amount"
_SLIP = (5_000, 20_000)


def _carried(case: Case) -> Iterator[Assessment]:
    if incomparable(case) is not None:
        yield from unless_incomparable(YEAR_CARRIED, case)
        return
    total = assess_sum(
        YEAR_CARRIED, case, YearSum(_CARRIED_IN.format("total"), (_CARRIED_OUT.format("total"),))
    )
    yield total
    # Where the totals agree and a column does not, applicants were counted in other groups.
    severity = Severity.INFO if total.outcome is Outcome.HOLDS else None
    for column in _COLUMNS:
        item = YearSum(_CARRIED_IN.format(column), (_CARRIED_OUT.format(column),))
        yield assess_sum(YEAR_CARRIED, case, item, severity)


def _in_force(case: Case) -> Iterator[Assessment]:
    return _sums(
        YEAR_IN_FORCE,
        case,
        [
            YearSum(f"{row}:in_force", (f"{row}:in_force",), (f"{row}:issued",), (f"{row}:repealed",))
            for row in _DOCUMENTS
        ],
    )


def _disclosed(case: Case) -> Iterator[Assessment]:
    return _sums(
        YEAR_DISCLOSED,
        case,
        [
            YearSum(f"{row}:total_disclosed", (f"{row}:total_disclosed",), (f"{row}:newly_disclosed",))
            for row in _DOCUMENTS
        ],
    )


def _items(case: Case) -> Iterator[Assessment]:
    return _sums(
        YEAR_ITEMS,
        case,
        [YearSum(f"{row}:previous_items", (f"{row}:previous_items", f"{row}:change")) for row in _ITEMS],
    )


def _sums(rule: Rule, case: Case, items: list[YearSum]) -> Iterator[Assessment]:
    """Each sum that both forms ask; nothing where one of them does not."""
    assert case.before is not None
    then = entries_of(case.before)
    asked = [item for item in items if item.path in case.entries and all(path in then for path in item.last)]
    if not asked:
        return
    if incomparable(case) is not None:
        yield from unless_incomparable(rule, case)
        return
    for item in asked:
        yield assess_sum(rule, case, item)


def _slip(case: Case) -> Iterator[Assessment]:
    assert case.before is not None
    here, then = case.entries.get(_FEE), entries_of(case.before).get(_FEE)
    if incomparable(case) is not None or here is None or then is None or not here.value or not then.value:
        return
    if here.unit is None or here.unit != then.unit:
        return
    low, high = _SLIP
    ratio = Decimal(here.value) / Decimal(then.value)
    slipped = low <= ratio <= high or low <= 1 / ratio <= high
    yield UNIT_SLIP.assess(
        Outcome.BROKEN if slipped else Outcome.HOLDS,
        value=here.value,
        bases=(Basis("上年收费金额", (_FEE,), then.value),),
        at=here.at,
        said=here.raw,
        other=name_of(case.before),
    )


def _differs(case: Case) -> Iterator[Assessment]:
    """Two reports of one organ and one year."""
    before = case.before
    assert before is not None
    year = case.result.report.year
    if year is None or before.report.year != year or same_organ(case, before) is not None:
        return
    then = entries_of(before)
    for path, entry in case.entries.items():
        other = then.get(path)
        if other is None or (entry.value, entry.state) == (other.value, other.state):
            continue
        yield REPORT_DIFFERS.assess(
            Outcome.BROKEN,
            value=entry.value,
            bases=(Basis("另一份报告", (path,), other.value),),
            at=entry.at,
            said=place_words(case.result.layout, path),
            other=name_of(before),
        )


_LAST = Example(
    year=2022,
    entries={
        "requests:carried_out:natural_person": "4",
        "requests:carried_out:total": "4",
        "disclosure:documents/normative_documents:in_force": "20",
        "disclosure:fees/administrative_fees:amount": "25.1",
    },
)


YEAR_CARRIED = Rule(
    "year-carried",
    Severity.WARNING,
    frozenset({"tables", "before"}),
    _carried,
    Words("carried over from last year", "上年结转"),
    Words(
        "What this year's report carries in is what last year's carried out, in total and for each kind of applicant.",
        "本年“上年结转”等于上年“结转下年度继续办理”，总计和各类申请人均如此。",
    ),
    Words(
        "Both rows count the same requests, by the form's own words.",
        "两行统计的是同一批申请，这是表格自身的含义。",
    ),
    Words("Compare last year's report and the register.", "请对照上年报告和台账核对。"),
    right=(
        Example(
            entries={"requests:carried_in:natural_person": "4", "requests:carried_in:total": "4"},
            before=_LAST,
        ),
    ),
    wrong=(
        Example(
            entries={"requests:carried_in:natural_person": "6", "requests:carried_in:total": "6"},
            before=_LAST,
        ),
    ),
)

YEAR_IN_FORCE = Rule(
    "year-in-force",
    Severity.INFO,
    frozenset({"tables", "before"}),
    _in_force,
    Words("documents in force against last year", "现行有效件数与上年"),
    Words(
        "Documents in force are last year's and those issued, less those repealed.",
        "现行有效件数等于上年现行有效件数加本年制发件数减本年废止件数。",
    ),
    Words(
        "Clean-ups and regrading change the stock without being counted; often this is no mistake.",
        "清理和调整会改变存量而不计入废止，不符往往不是错误。",
    ),
    Words("See whether a clean-up explains the difference.", "请核对差额是否由文件清理造成。"),
    right=(
        Example(
            entries={
                "disclosure:documents/normative_documents:issued": "3",
                "disclosure:documents/normative_documents:repealed": "1",
                "disclosure:documents/normative_documents:in_force": "22",
            },
            before=_LAST,
        ),
    ),
    wrong=(
        Example(
            entries={
                "disclosure:documents/normative_documents:issued": "3",
                "disclosure:documents/normative_documents:in_force": "22",
            },
            before=_LAST,
        ),
    ),
)

_OLD = Example(
    year=2019,
    layout="cn-2019",
    entries={
        "disclosure:documents/normative_documents:total_disclosed": "20",
        "disclosure:licensing/licences:previous_items": "30",
        "disclosure:licensing/licences:change": "2",
    },
)

YEAR_DISCLOSED = Rule(
    "year-disclosed",
    Severity.INFO,
    frozenset({"tables", "before"}),
    _disclosed,
    Words("documents disclosed in all", "对外公开总数量与上年"),
    Words(
        "On the form of 2019, documents disclosed in all are last year's and those newly disclosed.",
        "2019年格式中，对外公开总数量等于上年总数量加本年新公开数量。",
    ),
    Words("The number is a stock that grows.", "该数量是累计数。"),
    Words("Compare last year's report.", "请对照上年报告核对。"),
    right=(
        Example(
            year=2020,
            layout="cn-2019",
            entries={
                "disclosure:documents/normative_documents:newly_disclosed": "3",
                "disclosure:documents/normative_documents:total_disclosed": "23",
            },
            before=_OLD,
        ),
    ),
    wrong=(
        Example(
            year=2020,
            layout="cn-2019",
            entries={"disclosure:documents/normative_documents:total_disclosed": "23"},
            before=_OLD,
        ),
    ),
)

YEAR_ITEMS = Rule(
    "year-items",
    Severity.INFO,
    frozenset({"tables", "before"}),
    _items,
    Words("items of last year", "上一年项目数量"),
    Words(
        "On the form of 2019, the items of last year are those that last year's report gives with its change.",
        "2019年格式中，上一年项目数量等于上年报告的上一年项目数量加其本年增减。",
    ),
    Words("Both count the same items.", "两处统计的是同一批事项。"),
    Words("Compare last year's report.", "请对照上年报告核对。"),
    right=(
        Example(
            year=2020,
            layout="cn-2019",
            entries={"disclosure:licensing/licences:previous_items": "32"},
            before=_OLD,
        ),
    ),
    wrong=(
        Example(
            year=2020,
            layout="cn-2019",
            entries={"disclosure:licensing/licences:previous_items": "30"},
            before=_OLD,
        ),
    ),
)

UNIT_SLIP = Rule(
    "unit-slip",
    Severity.WARNING,
    frozenset({"tables", "before"}),
    _slip,
    Words("unit of an amount", "金额单位"),
    Words(
        "The fees are not some ten thousand times last year's, nor a ten-thousandth.",
        "收费金额不是上年的约一万倍或万分之一。",
    ),
    Words(
        "Then yuan were printed in a column of 万元, this year or last.", "这说明本年或上年把元填进了万元栏。"
    ),
    Words("Print the amount in the unit of the column.", "请按表头的单位填写金额。"),
    right=(Example(entries={_FEE: "31.4"}, before=_LAST),),
    wrong=(Example(entries={_FEE: "251000"}, before=_LAST),),
)

REPORT_DIFFERS = Rule(
    "report-differs",
    Severity.WARNING,
    frozenset({"tables", "before"}),
    _differs,
    Words("two reports of one year", "同一年度两份报告"),
    Words(
        "Two reports of one organ and one year give the same numbers.", "同一机关同一年度的两份报告数字相同。"
    ),
    Words(
        "One of them is a draft or was corrected; readers find both.",
        "其中一份可能是草稿或更正前的版本，公众两份都能看到。",
    ),
    Words("Withdraw one of them.", "请撤下其中一份。"),
    right=(Example(before=Example()),),
    wrong=(Example(entries={"requests:received:total": "3"}, before=Example()),),
)
