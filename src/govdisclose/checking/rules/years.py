"""Each year against the year before: what was carried over, and what is in force (form of 2021)."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment
from govdisclose.checking.case import Case
from govdisclose.checking.rule import Example, Rule, Words
from govdisclose.checking.rules._years import YearSum, assess_sum, incomparable, unless_incomparable
from govdisclose.grammar.identity import Outcome

__all__ = ["APPLICANTS", "YEAR_CARRIED", "YEAR_IN_FORCE"]

APPLICANTS = (
    "natural_person",
    "legal_person/commercial",
    "legal_person/research",
    "legal_person/social_welfare",
    "legal_person/legal_service",
    "legal_person/other",
)
"""The six columns of applicants that add up to the total."""


def _carried(case: Case) -> Iterator[Assessment]:
    if incomparable(case) is not None:
        yield from unless_incomparable(YEAR_CARRIED, case)
        return
    total = assess_sum(YEAR_CARRIED, case, _carry("total"))
    yield total
    # Where the total lines up, applicants were only counted under another column.
    weight = Severity.INFO if total.outcome is Outcome.HOLDS else Severity.WARNING
    for column in APPLICANTS:
        yield assess_sum(YEAR_CARRIED, case, _carry(column), weight)


def _carry(column: str) -> YearSum:
    return YearSum(f"requests:carried_in:{column}", (f"requests:carried_out:{column}",))


def _in_force(case: Case) -> Iterator[Assessment]:
    if incomparable(case) is not None:
        yield from unless_incomparable(YEAR_IN_FORCE, case)
        return
    for row in ("regulations", "normative_documents"):
        at = f"disclosure:documents/{row}"
        yield assess_sum(
            YEAR_IN_FORCE,
            case,
            YearSum(f"{at}:in_force", (f"{at}:in_force",), (f"{at}:issued",), (f"{at}:repealed",)),
        )


def _left(natural: str, commercial: str = "0", *, year: int = 2022, layout: str = "cn-2021") -> Example:
    """A report that carries requests over to the next year."""
    total = str(int(natural) + int(commercial))
    return Example(
        entries={
            **{f"requests:{row}:natural_person": natural for row in ("received", "carried_out")},
            **{f"requests:{row}:legal_person/commercial": commercial for row in ("received", "carried_out")},
            **{f"requests:{row}:total": total for row in ("received", "carried_out")},
        },
        year=year,
        layout=layout,
    )


def _taken(natural: str, total: str, before: Example, *, year: int = 2023) -> Example:
    """A report that takes requests over from the year before and answers them."""
    rows = ("carried_in", "results/granted", "results/total")
    return Example(
        entries={
            **{f"requests:{row}:natural_person": natural for row in rows},
            **{f"requests:{row}:total": total for row in rows},
        },
        year=year,
        before=before,
    )


YEAR_CARRIED = Rule(
    "year-carried",
    Severity.WARNING,
    frozenset({"tables", "before"}),
    _carried,
    Words("carried over from last year", "上年结转"),
    Words(
        "Requests carried in (二) are as many as last year's report carries out (四), in total and by applicant.",
        "“二、上年结转政府信息公开申请数量”应等于上年报告“四、结转下年度继续办理”，总计及各类申请人均应一致。",
    ),
    Words(
        "Both rows count the same requests, once at the end of last year and once at the beginning of this one.",
        "两行统计的是同一批申请：一为上年年末数，一为本年年初数。",
    ),
    Words(
        "Compare both reports with the register; where only the applicants differ, see under which column each was put.",
        "请对照台账核对两年报告；如仅申请人类别不同，请核对各申请归入的类别。",
    ),
    right=(
        _taken("2", "2", _left("2")),
        _taken("2", "2", _left("2", year=2020, layout="cn-2019"), year=2021),
        _taken("2", "2", _left("3", year=2020)),
    ),
    wrong=(
        _taken("2", "2", _left("3")),
        _taken("3", "3", _left("2", "1")),
    ),
)


def _stock(
    in_force: str,
    issued: str = "0",
    repealed: str = "0",
    *,
    row: str = "normative_documents",
    year: int = 2023,
    before: Example | None = None,
) -> Example:
    at = f"disclosure:documents/{row}"
    return Example(
        entries={f"{at}:in_force": in_force, f"{at}:issued": issued, f"{at}:repealed": repealed},
        year=year,
        before=before,
    )


YEAR_IN_FORCE = Rule(
    "year-in-force",
    Severity.INFO,
    frozenset({"tables", "before"}),
    _in_force,
    Words("documents in force since last year", "现行有效件数跨年"),
    Words(
        "Documents in force are those of last year's report, with those issued and without those repealed this year.",
        "现行有效件数应为上年现行有效件数加本年制发件数减本年废止件数。",
    ),
    Words(
        "A stock changes by what comes and goes; yet a clean-up or another way to count is often the cause.",
        "存量随制发和废止而变动；但文件清理或口径调整也常使其不一致，仅供核对。",
    ),
    Words(
        "See whether documents were cleaned up or counted otherwise this year; say so in the report if they were.",
        "请核对本年是否开展文件清理或调整统计口径；如有，建议在报告中说明。",
    ),
    right=(
        _stock("7", "3", "1", before=_stock("5", year=2022)),
        _stock("7", before=Example(year=2022, layout="cn-2019")),
    ),
    wrong=(
        _stock("8", "3", "1", before=_stock("5", year=2022)),
        _stock("0", row="regulations", before=_stock("1", row="regulations", year=2022)),
    ),
)
