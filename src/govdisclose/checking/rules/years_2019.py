"""Each year against the year before in the form of 2019, which prints last year's numbers again."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment
from govdisclose.checking.case import Case
from govdisclose.checking.rule import Example, Rule, Words
from govdisclose.checking.rules._years import YearSum, assess_sum, incomparable, unless_incomparable

__all__ = ["YEAR_DISCLOSED", "YEAR_ITEMS"]

_DOCUMENTS = ("documents/regulations", "documents/normative_documents")
_ITEMS = (
    "licensing/licences",
    "licensing/other_services",
    "enforcement/penalties",
    "enforcement/compulsory_measures",
    "fees/administrative_fees",
)


def _disclosed(case: Case) -> Iterator[Assessment]:
    if incomparable(case) is not None:
        yield from unless_incomparable(YEAR_DISCLOSED, case)
        return
    for row in _DOCUMENTS:
        at = f"disclosure:{row}"
        item = YearSum(f"{at}:total_disclosed", (f"{at}:total_disclosed",), (f"{at}:newly_disclosed",))
        yield assess_sum(YEAR_DISCLOSED, case, item)


def _items(case: Case) -> Iterator[Assessment]:
    if incomparable(case) is not None:
        yield from unless_incomparable(YEAR_ITEMS, case)
        return
    for row in _ITEMS:
        at = f"disclosure:{row}"
        item = YearSum(f"{at}:previous_items", (f"{at}:previous_items", f"{at}:change"))
        yield assess_sum(YEAR_ITEMS, case, item)


def _form(entries: dict[str, str], year: int = 2020, before: Example | None = None) -> Example:
    rows = {f"disclosure:{path}": text for path, text in entries.items()}
    return Example(entries=rows, year=year, layout="cn-2019", before=before)


_MADE = "documents/normative_documents:newly_disclosed"
_ALL = "documents/normative_documents:total_disclosed"
_PREVIOUS = "licensing/licences:previous_items"
_CHANGE = "licensing/licences:change"

YEAR_DISCLOSED = Rule(
    "year-disclosed",
    Severity.INFO,
    frozenset({"tables", "before"}),
    _disclosed,
    Words("documents disclosed since last year", "对外公开总数量跨年"),
    Words(
        "All documents disclosed are those of last year's report and those newly disclosed this year.",
        "对外公开总数量应为上年对外公开总数量加本年新公开数量。",
    ),
    Words(
        "What was disclosed stays disclosed, but for what was repealed meanwhile, which the form does not ask.",
        "已公开的文件一般继续公开；其间废止的数量表中未列，因此仅供核对。",
    ),
    Words(
        "See whether documents were repealed or withdrawn this year, or which of the numbers is mistaken.",
        "请核对本年是否有文件废止或撤下，或其中某一数字是否有误。",
    ),
    right=(_form({_ALL: "7", _MADE: "2"}, before=_form({_ALL: "5"}, 2019)),),
    wrong=(_form({_ALL: "8", _MADE: "2"}, before=_form({_ALL: "5"}, 2019)),),
)

YEAR_ITEMS = Rule(
    "year-items",
    Severity.INFO,
    frozenset({"tables", "before"}),
    _items,
    Words("items of the year before", "上一年项目数量跨年"),
    Words(
        "The items of the previous year are last year's own previous items with last year's change.",
        "上一年项目数量应为上年报告的上一年项目数量加其本年增减数。",
    ),
    Words(
        "The form prints last year's number again, so both reports say it.",
        "表格重复列出上一年的数量，两年报告应当一致。",
    ),
    Words(
        "Compare the number with last year's report, and see whether its change was counted.",
        "请与上年报告核对该数量，并核对增减数是否计入。",
    ),
    right=(_form({_PREVIOUS: "9"}, before=_form({_PREVIOUS: "12", _CHANGE: "-3"}, 2019)),),
    wrong=(_form({_PREVIOUS: "12"}, before=_form({_PREVIOUS: "12", _CHANGE: "-3"}, 2019)),),
)
