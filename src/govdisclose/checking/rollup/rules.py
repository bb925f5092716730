"""The rules of a roll-up: they give nothing for one report alone."""

from __future__ import annotations

from collections.abc import Iterable

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment
from govdisclose.checking.case import Case
from govdisclose.checking.rule import Rule, Words

__all__ = ["CHILDREN_SUM", "CHILD_BLANK", "CHILD_MISSING", "OTHER_FORM", "ROLLUP_RULES", "SCOPE_UNCLEAR"]


def _nothing(case: Case) -> Iterable[Assessment]:
    return ()


def _rule(id: str, severity: Severity, title: Words, means: Words, why: Words, remedy: Words) -> Rule:
    return Rule(id, severity, frozenset({"children"}), _nothing, title, means, why, remedy)


CHILDREN_SUM = _rule(
    "children-sum",
    Severity.WARNING,
    Words("sum of the organs below", "与下级合计"),
    Words(
        "Each cell of the report is the sum of those of the organs below.",
        "本级每个单元格等于下级各单位之和。",
    ),
    Words(
        "The report of a government gives the numbers of all its organs.",
        "政府的报告汇总全部下级单位的数据。",
    ),
    Words(
        "Look at the report of the organ that is named, else add up again.",
        "请先核对所列单位的报告，再重新汇总。",
    ),
)
CHILD_MISSING = _rule(
    "child-missing",
    Severity.WARNING,
    Words("no report", "缺报"),
    Words("Every organ on the list has a report.", "名单上的每个单位都有报告。"),
    Words("Its numbers are in the sum, and nobody can compare them.", "其数据应计入汇总，缺报则无法核对。"),
    Words("Ask the organ for its report.", "请催报。"),
)
CHILD_BLANK = _rule(
    "child-blank",
    Severity.INFO,
    Words("blank cells", "空白单元格"),
    Words("Organs below leave no cell blank.", "下级单位的报告没有空白单元格。"),
    Words("A blank counts as nothing and is no zero.", "空白不计入合计，也不等于零。"),
    Words("Ask whether zero is meant.", "请核实是否为零。"),
)
SCOPE_UNCLEAR = _rule(
    "scope-unclear",
    Severity.INFO,
    Words("whose numbers they are", "数据口径"),
    Words("It is clear whose numbers a report gives.", "报告的数据口径明确。"),
    Words("The sum of an organ's own numbers is not that of an area.", "本机关的数据不是本地区的合计。"),
    Words("Say in section one whose numbers the report gives.", "请在第一部分写明数据口径。"),
)
OTHER_FORM = _rule(
    "other-form",
    Severity.WARNING,
    Words("another form", "其他格式"),
    Words("The organs below report on the form of the parent.", "下级单位使用与本级相同的格式。"),
    Words("Documents and decisions of two forms do not add up.", "两种格式的规范性文件等数据不能相加。"),
    Words("Ask for a report on the form in force.", "请要求按现行格式重新填报。"),
)
ROLLUP_RULES = (CHILDREN_SUM, CHILD_MISSING, CHILD_BLANK, SCOPE_UNCLEAR, OTHER_FORM)
