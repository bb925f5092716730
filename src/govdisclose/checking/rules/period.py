"""The period that a report says, and the years in its prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment, Basis
from govdisclose.checking.case import Case
from govdisclose.checking.passages import passages
from govdisclose.checking.rule import Example, Rule, Words
from govdisclose.grammar.identity import Outcome

__all__ = ["PERIOD_NOT_THE_YEAR", "WRONG_YEAR", "YEAR_LOST"]

_ANNOUNCED = re.compile(r"统计(?:期限|时限|时间|期间|区间|周期)|所列的?数据")
_LOST = re.compile(r"(?<!\d)20\d{3,4}月\d{1,2}日|(?<!\d)20\d{2}(?:0?[1-9]|1[0-2])月\d{1,2}日")
_SUBJECT = r"(?:本机关|本单位|本行政机关|本局|本委|本办|本厅|本镇|本乡|本街道|我机关|我单位|我局|我委|我办|我厅|我镇|我乡|我街道)"
_OTHER_YEAR = re.compile(
    rf"(?<!\d)(20\d\d)年(?:度|全年|，|,)?{_SUBJECT}?(?:共|累计|全年)?(?:收到|新收|受理|制发|制定|主动公开)(?:了)?[^，。；]{{0,20}}\d"
)
_COMPARED = re.compile(
    r"比|上年|去年|上一年|同期|较|增|减|下降|上升|预算|决算|近.年|以来|结转|继续|[至到\-—~～]20\d\d年"
)
_AROUND = 20


def _period(case: Case) -> Iterator[Assessment]:
    report = case.result.report
    period, year = report.period, report.year
    line = next((line for line in passages(case.result) if _ANNOUNCED.search(line.text)), None)
    if line is None:
        return
    at, said = line.at, line.text[:200]
    if period is None or year is None:
        yield PERIOD_NOT_THE_YEAR.assess(
            Outcome.NOT_ASSESSABLE, at=at, said=said, reason="no-year" if year is None else "no-period"
        )
        return
    fits = period.start.year == period.end.year == year and (period.end.month, period.end.day) == (12, 31)
    # The title alone may be wrong: the bases give both.
    yield PERIOD_NOT_THE_YEAR.assess(
        Outcome.HOLDS if fits else Outcome.BROKEN,
        value=period.end.year,
        bases=(Basis("报告年度", (), year),),
        at=at,
        said=said,
    )


def _lost(case: Case) -> Iterator[Assessment]:
    lines = passages(case.result)
    found = False
    for line in lines:
        for match in _LOST.finditer(line.text):
            found = True
            there = line.section is not None
            yield YEAR_LOST.assess(
                Outcome.BROKEN,
                section=line.section,
                text=match[0] if there else None,
                start=line.start + match.start() if there else None,
                at=line.at,
                said=line.text[max(0, match.start() - _AROUND) : match.end() + _AROUND],
            )
    if lines and not found:
        yield YEAR_LOST.assess(Outcome.HOLDS)


def _wrong_year(case: Case) -> Iterator[Assessment]:
    """Only where a sentence of the organ's own work names last year and no other, and compares nothing."""
    year = case.result.report.year
    if year is None:
        return
    for line in passages(case.result):
        if line.section is None or f"{year}年" in line.text:
            continue
        for match in _OTHER_YEAR.finditer(line.text):
            start = line.text.rfind("。", 0, match.start()) + 1
            end = line.text.find("。", match.end())
            sentence = line.text[start : end if end >= 0 else len(line.text)]
            if int(match[1]) != year - 1 or _COMPARED.search(sentence):
                continue
            yield WRONG_YEAR.assess(
                Outcome.BROKEN,
                section=line.section,
                text=match[1],
                start=line.start + match.start(1),
                value=int(match[1]),
                bases=(Basis("报告年度", (), year),),
                at=line.at,
                said=sentence,
            )


PERIOD_NOT_THE_YEAR = Rule(
    "period-not-the-year",
    Severity.WARNING,
    frozenset({"prose"}),
    _period,
    Words("period and year", "统计期限与年度"),
    Words(
        "The period that the report gives is the year of the report, to 31 December.",
        "统计期限属于报告年度，并截至12月31日。",
    ),
    Words(
        "A period of another year is mostly left over from an older report; then its numbers may be, too.",
        "统计期限与年度不符，多为沿用旧稿，数据也可能是旧的。",
    ),
    Words("Mend the period, or the year in the title.", "请改正统计期限或标题中的年度。"),
    right=(Example(prose={"overview": "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。"}),),
    wrong=(
        Example(prose={"overview": "本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。"}),
        Example(prose={"overview": "本报告所列数据的统计期限自2023年1月1日起至2023年6月30日止。"}),
    ),
)

YEAR_LOST = Rule(
    "year-lost",
    Severity.INFO,
    frozenset({"prose"}),
    _lost,
    Words("characters lost in a date", "日期缺字"),
    Words("Dates are whole: no 年 is missing between year and month.", "日期完整，年与月之间没有缺字。"),
    Words(
        "The web site or a copy has lost characters; others may be lost elsewhere.",
        "网站或复制过程吃掉了字符，别处也可能缺字。",
    ),
    Words(
        "Put the missing character in, and look at the published page.", "请补上缺字，并查看发布后的网页。"
    ),
    right=(Example(prose={"overview": "统计期限为2023年1月1日至2023年12月31日。"}),),
    wrong=(Example(prose={"overview": "统计期限为20231月1日起至202312月31日止。"}),),
)

WRONG_YEAR = Rule(
    "wrong-year",
    Severity.INFO,
    frozenset({"prose"}),
    _wrong_year,
    Words("last year in the text", "正文年份"),
    Words(
        "A sentence on the organ's own work names the year of the report.",
        "叙述本机关工作的句子写的是报告年度。",
    ),
    Words(
        "A sentence with last year's number may be left over from last year.",
        "写着上一年的句子可能是沿用旧稿。",
    ),
    Words(
        "See whether the year or the whole sentence is last year's.", "请核对该句年份或整句是否为上一年内容。"
    ),
    right=(
        Example(prose={"overview": "2022年收到申请3件，2023年收到申请2件。"}),
        Example(prose={"overview": "2023年，本局收到申请2件。"}),
    ),
    wrong=(Example(prose={"overview": "2022年，本局收到申请2件，均已答复。"}),),
)
