"""Which form a report uses and cites, and whether its sections are filled and counted right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment, Basis
from govdisclose.checking.case import Case
from govdisclose.checking.passages import passages
from govdisclose.checking.rule import Example, Rule, Words
from govdisclose.grammar.entry import State
from govdisclose.grammar.identity import Outcome

__all__ = ["OLD_FORM", "OLD_NOTICE", "SECTIONS_ANNOUNCED", "SECTION_EMPTY"]

_SINCE = 2021  # the first year on which organs report in the form of 国办公开办函〔2021〕30号
_NOTICE = re.compile(r"[〔\[(（【]2019[〕\])）】]\s?60号")
_NEW_NOTICE = re.compile(r"[〔\[(（【]2021[〕\])）】]\s?30号")
_COUNT = {"五": 5, "六": 6, "七": 7, "八": 8, "5": 5, "6": 6, "7": 7, "8": 8}
_ANNOUNCED = re.compile(r"(?:报告|全文|内容)[^。]{0,200}?([五六七八5678])个?(?:部分|方面)")
_PROSE_SECTIONS = ("overview", "problems")
_TABLE_SECTIONS = ("disclosure", "requests", "reviews")


def _old_form(case: Case) -> Iterator[Assessment]:
    year, layout = case.result.report.year, case.result.layout
    if year is None or layout is None or year < _SINCE:
        return
    if layout.id == "cn-2019":
        yield OLD_FORM.assess(Outcome.BROKEN, said=layout.title)
    elif layout.id == "cn-2021":
        yield OLD_FORM.assess(Outcome.HOLDS, said=layout.title)


def _old_notice(case: Case) -> Iterator[Assessment]:
    year = case.result.report.year
    if year is None or year < _SINCE:
        return
    lines = passages(case.result)
    if any(_NEW_NOTICE.search(line.text) for line in lines):
        return
    for line in lines:
        match = _NOTICE.search(line.text)
        if match is not None:
            there = line.section is not None
            yield OLD_NOTICE.assess(
                Outcome.BROKEN,
                section=line.section,
                text=match[0] if there else None,
                start=line.start + match.start() if there else None,
                at=line.at,
                said=line.text[:200],
            )


def _empty(case: Case) -> Iterator[Assessment]:
    report = case.result.report
    there = {entry.table for entry in case.result.entries if entry.state is not State.MISSING}
    for section in report.sections:
        if section.key in _PROSE_SECTIONS:
            empty = not section.text.strip()
        elif section.key in _TABLE_SECTIONS:
            empty = section.key not in there and not section.text.strip()
        else:
            continue
        yield SECTION_EMPTY.assess(
            Outcome.BROKEN if empty else Outcome.HOLDS, at=section.at, said=section.heading
        )


def _announced(case: Case) -> Iterator[Assessment]:
    sections = case.result.report.sections
    asked = len(case.result.selection.best.layout.sections)
    for line in passages(case.result):
        if line.section not in (None, "overview"):
            break
        match = _ANNOUNCED.search(line.text)
        if match is None:
            continue
        said = _COUNT[match[1]]
        if len(sections) != asked:
            outcome, reason = Outcome.NOT_ASSESSABLE, "sections-not-found"
        else:
            outcome, reason = (Outcome.HOLDS if said == asked else Outcome.BROKEN), None
        there = line.section is not None
        yield SECTIONS_ANNOUNCED.assess(
            outcome,
            section=line.section,
            text=match[1] if there else None,
            start=line.start + match.start(1) if there else None,
            value=said,
            bases=(Basis("报告实有部分", (), len(sections)),),
            at=line.at,
            said=match[0],
            reason=reason,
        )
        return


OLD_FORM = Rule(
    "old-form",
    Severity.WARNING,
    frozenset({"tables"}),
    _old_form,
    Words("form of 2019", "旧版格式"),
    Words("Reports on 2021 and after use the form of 2021.", "2021年及以后的年度报告使用2021年格式。"),
    Words(
        "国办公开办函〔2021〕30号 replaced the trial form of 2019; the numbers of table 2 mean other things.",
        "国办公开办函〔2021〕30号已取代2019年试行格式，表二的数据含义不同。",
    ),
    Words("Fill in the form of 2021.", "请改用2021年格式填报。"),
    says=Words("the tables are those of “{said}”", "表格为“{said}”"),
    right=(Example(), Example(layout="cn-2019", year=2020)),
    wrong=(Example(layout="cn-2019", year=2022),),
)

OLD_NOTICE = Rule(
    "old-notice",
    Severity.INFO,
    frozenset({"prose"}),
    _old_notice,
    Words("notice of 2019 cited", "引用旧文号"),
    Words("Reports on 2021 and after cite the notice of 2021.", "2021年及以后的年度报告引用2021年的文号。"),
    Words("国办公开办函〔2019〕60号 is no longer the one in force.", "国办公开办函〔2019〕60号已被取代。"),
    Words("Cite 国办公开办函〔2021〕30号.", "请改为国办公开办函〔2021〕30号。"),
    right=(Example(prose={"overview": "按照国办公开办函〔2021〕30号的要求编制。"}),),
    wrong=(Example(prose={"overview": "按照国办公开办函〔2019〕60号的要求编制。"}),),
)

SECTION_EMPTY = Rule(
    "section-empty",
    Severity.WARNING,
    frozenset({"prose"}),
    _empty,
    Words("section without content", "部分缺内容"),
    Words("Every section holds what its heading announces.", "每一部分标题之下都有内容。"),
    Words(
        "Sections one and five must be written; two, three and four are tables.",
        "第一、五部分应有文字，第二、三、四部分应有表格。",
    ),
    Words(
        "Write the section; if the table is there as a picture, put it in as a table.",
        "请补写该部分；表格若为图片，请改为可复制的表格。",
    ),
    says=Words("nothing stands under “{said}”", "“{said}”之下没有内容"),
    right=(Example(prose={"overview": "本局认真落实条例。", "problems": "公开不够及时。"}),),
    wrong=(Example(prose={"overview": "本局认真落实条例。"}),),
)

SECTIONS_ANNOUNCED = Rule(
    "sections-announced",
    Severity.INFO,
    frozenset({"prose"}),
    _announced,
    Words("number of sections", "部分数目"),
    Words(
        "The number of sections that the text announces is that of the report.",
        "正文所说的部分数与报告实有部分数一致。",
    ),
    Words("The form has six sections.", "规定格式共有六个部分。"),
    Words("Mend the number in the text.", "请改正正文中的数目。"),
    right=(Example(prose={"overview": "本报告全文由总体情况等六个部分组成。"}),),
    wrong=(Example(prose={"overview": "本报告全文由总体情况等七个部分组成。"}),),
)
