"""Values that cannot be: rules of law made by an organ that can make none, a stock smaller than what was added to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment
from govdisclose.checking.case import Case
from govdisclose.checking.rule import Example, Rule, Words
from govdisclose.grammar.identity import Outcome

__all__ = ["IMPOSSIBLE_VALUE", "IN_FORCE_TOO_FEW", "OVERDUE_FEE_UNEXPLAINED"]

_MADE = (
    "disclosure:documents/regulations:issued",
    "disclosure:documents/regulations:newly_made",
)
# 规章 are made by departments of the State Council and by governments of provinces, autonomous regions, cities with
# districts and autonomous prefectures (立法法 第九十一、九十三条).
_NEVER = re.compile(
    r"(?:镇|乡|街道)(?:人民政府|办事处)?$|(?<!自治)(?:县|旗)(?:人民政府)?$|(?:县|旗).{1,20}(?:局|委员会|中心|办公室)$"
)
_OFFICE = re.compile(r"(?:局|厅|委员会|办公室|办公厅|中心|管委会)$")
_NATIONAL = re.compile(r"^(?:中国|中华|国家|国务院|.{2,6}部$)")
_FEE = "requests:results/other/overdue_fee:total"
_STOCKS = (
    ("in_force", "issued", "repealed", "现行有效件数", "本年制发件数−本年废止件数"),
    ("total_disclosed", "newly_disclosed", "", "对外公开总数量", "本年新公开数量"),
)


def _impossible(case: Case) -> Iterator[Assessment]:
    organ = case.result.report.organ
    for path in _MADE:
        entry = case.entries.get(path)
        if entry is None:
            continue
        value = case.value(path)
        if value is None or organ is None:
            reason = "no-organ" if organ is None else case.absence(path)
            yield IMPOSSIBLE_VALUE.assess(Outcome.NOT_ASSESSABLE, paths=(path,), at=entry.at, reason=reason)
            continue
        never = _NEVER.search(organ) is not None
        doubtful = _OFFICE.search(organ) is not None and _NATIONAL.search(organ) is None
        broken = value > 0 and (never or doubtful)
        yield IMPOSSIBLE_VALUE.assess(
            Outcome.BROKEN if broken else Outcome.HOLDS,
            value=value,
            paths=(path,),
            at=entry.at,
            said=organ,
            severity=Severity.WARNING if never else Severity.INFO,
        )


def _stock(case: Case) -> Iterator[Assessment]:
    for row in ("regulations", "normative_documents"):
        for whole, added, taken, words, sum_words in _STOCKS:
            path = f"disclosure:documents/{row}:{whole}"
            entry = case.entries.get(path)
            if entry is None:
                continue
            less = (f"disclosure:documents/{row}:{taken}",) if taken else ()
            basis = case.basis(sum_words, f"disclosure:documents/{row}:{added}", less=less)
            value = case.value(path)
            if value is None or basis.value is None:
                outcome = Outcome.NOT_ASSESSABLE
            else:
                outcome = Outcome.HOLDS if value >= basis.value else Outcome.BROKEN
            yield IN_FORCE_TOO_FEW.assess(
                outcome,
                value=value,
                bases=(basis,),
                paths=(path, *basis.paths),
                at=entry.at,
                said=words,
                reason=case.absence(path, *basis.paths) if outcome is Outcome.NOT_ASSESSABLE else None,
            )


def _fee(case: Case) -> Iterator[Assessment]:
    value = case.value(_FEE)
    others = case.result.report.section("others")
    if not value or others is None:
        return
    said = "信息处理费" in others.text or "收费" in others.text
    entry = case.entries[_FEE]
    yield OVERDUE_FEE_UNEXPLAINED.assess(
        Outcome.HOLDS if said else Outcome.BROKEN,
        value=value,
        paths=(_FEE,),
        at=entry.at,
        said=others.heading,
    )


_TWO_ISSUED = {
    "disclosure:documents/regulations:issued": "2",
    "disclosure:documents/regulations:in_force": "2",
}

IMPOSSIBLE_VALUE = Rule(
    "impossible-value",
    Severity.WARNING,
    frozenset({"tables"}),
    _impossible,
    Words("规章 of an organ that makes none", "规章制定权限"),
    Words(
        "Only departments of the State Council and governments from cities with districts up make 规章.",
        "只有国务院部门和设区的市以上人民政府可以制定规章。",
    ),
    Words(
        "The number mostly belongs into the row below (行政规范性文件).",
        "该数字多应填在下一行“行政规范性文件”。",
    ),
    Words("Move the number to its row, or set 0.", "请移至相应的行，或改为0。"),
    says=Words("{said} can make no 规章, and {value} are printed", "{said}无规章制定权，表中规章为{value}件"),
    right=(
        Example(organ="示例市人民政府", entries=_TWO_ISSUED),
        Example(organ="示例县教育局"),
    ),
    wrong=(
        Example(organ="示例县教育局", entries=_TWO_ISSUED),
        Example(organ="示例镇人民政府", entries=_TWO_ISSUED),
    ),
)


def _three_issued(in_force: str) -> Example:
    """Three documents issued and one repealed."""
    return Example(
        entries={
            "disclosure:documents/normative_documents:issued": "3",
            "disclosure:documents/normative_documents:repealed": "1",
            "disclosure:documents/normative_documents:in_force": in_force,
        }
    )


IN_FORCE_TOO_FEW = Rule(
    "in-force-too-few",
    Severity.WARNING,
    frozenset({"tables"}),
    _stock,
    Words("stock and growth", "存量与增量"),
    Words(
        "As many documents are in force as were issued in the year less those repealed, or more.",
        "现行有效件数不少于本年制发件数减废止件数；对外公开总数量不少于本年新公开数量。",
    ),
    Words("A stock cannot be smaller than what the year added to it.", "存量不可能小于当年净增量。"),
    Words("Count the documents in force again.", "请重新统计现行有效件数。"),
    right=(_three_issued("2"),),
    wrong=(_three_issued("1"),),
)

OVERDUE_FEE_UNEXPLAINED = Rule(
    "overdue-fee-unexplained",
    Severity.INFO,
    frozenset({"prose", "tables"}),
    _fee,
    Words("fees for requests not told", "信息处理费未说明"),
    Words(
        "Where requests ended because a fee was not paid, section six tells of the fees.",
        "有申请因逾期未缴费而不再处理的，第六部分应说明信息处理费收取情况。",
    ),
    Words(
        "The notice asks for the fees that were charged.", "格式要求报告发出收费通知和收取信息处理费的情况。"
    ),
    Words("Say in section six what was charged.", "请在第六部分说明收取信息处理费的情况。"),
    says=Words(
        "{value} requests ended so, and “{said}” says nothing of fees",
        "该项为{value}件，“{said}”中没有提到信息处理费",
    ),
    right=(
        Example(
            prose={"others": "全年收取信息处理费300元。"},
            entries={"requests:results/other/overdue_fee:total": "1"},
        ),
    ),
    wrong=(
        Example(
            prose={"others": "无其他需要报告的事项。"},
            entries={"requests:results/other/overdue_fee:total": "1"},
        ),
    ),
)
