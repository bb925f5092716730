"""The rules of a roll-up. They need children: run on one report they have nothing to look at."""

from __future__ import annotations

from govdisclose.catalogue import Severity
from govdisclose.checking.rule import Rule, Words

__all__ = ["CHILDREN_SUM", "CHILD_BLANK", "CHILD_MISSING", "OTHER_FORM", "ROLLUP_RULES", "SCOPE_UNCLEAR"]


def _rule(id: str, severity: Severity, title: Words, means: Words, why: Words, remedy: Words) -> Rule:
    return Rule(id, severity, frozenset({"children"}), lambda case: (), title, means, why, remedy)


CHILDREN_SUM = _rule(
    "children-sum",
    Severity.WARNING,
    Words("sum of the children", "下级汇总"),
    Words(
        "Each number of the parent is the sum of those of its children.",
        "上级报告的每个数应等于各下级报告该项之和。",
    ),
    Words(
        "The report of an area is made from those of its organs, the parent's own office among them.",
        "全区域报告由各单位（含本级办公室）的报告汇总而成。",
    ),
    Words(
        "Look into the cells named as causes first; totals that follow from them mend themselves.",
        "请先核对列为原因的单元格，由其引起的总计会随之相符。",
    ),
)
CHILD_MISSING = _rule(
    "child-missing",
    Severity.WARNING,
    Words("child without a report", "缺报"),
    Words(
        "Each expected child has one report of the parent's year.",
        "单位名单上的每个单位应有一份与上级同年度的报告。",
    ),
    Words(
        "Without it, what the parent counts beyond the sum cannot be told.",
        "缺少该报告时，上级数大于各下级之和的部分无法判断。",
    ),
    Words(
        "Add the child's report, or mend its name on the list.",
        "请补充该单位的报告，或更正名单上的名称。",
    ),
)
CHILD_BLANK = _rule(
    "child-blank",
    Severity.INFO,
    Words("child with blank cells", "下级留空"),
    Words(
        "A child's cells hold numbers; a blank one counts nothing and is not taken for 0.",
        "下级报告的单元格应填写数字；留空的不计入，也不视为0。",
    ),
    Words(
        "A number that was not filled in may be what the parent counts more.",
        "未填写的数可能正是上级多出的部分。",
    ),
    Words("Ask the child to fill in the cells, with 0 where there is nothing.", "请该单位补填，没有的填0。"),
)
SCOPE_UNCLEAR = _rule(
    "scope-unclear",
    Severity.INFO,
    Words("whose numbers they are", "统计口径不明"),
    Words(
        "A parent reports for its area; a child's name and the words of its report agree on whose numbers they are.",
        "上级报告应为全区域口径；下级报告的机关名称与文字说明的口径应当一致。",
    ),
    Words(
        "An office's own numbers are not the sum of others, and an area's are no part of a sum.",
        "本机关口径的数不是各单位之和，全区域口径的数也不能作为一个单位相加。",
    ),
    Words("Say in section 一 whose numbers the report gives.", "请在“一、总体情况”中写明统计口径。"),
)
OTHER_FORM = _rule(
    "other-form",
    Severity.INFO,
    Words("child on another form", "下级使用其他格式"),
    Words(
        "A child's report is on the parent's form; what both do not ask alike is not added up.",
        "下级报告应与上级使用同一格式；两种格式要求不同的项目不相加。",
    ),
    Words(
        "The forms of 2019 and 2021 ask other numbers of documents, and divide 其他处理 otherwise.",
        "2019年和2021年格式对文件的统计项目不同，其他处理的划分也不同。",
    ),
    Words("Ask the child for a report on the form of its year.", "请该单位按当年格式重新编制。"),
)

ROLLUP_RULES: tuple[Rule, ...] = (CHILDREN_SUM, CHILD_MISSING, CHILD_BLANK, SCOPE_UNCLEAR, OTHER_FORM)
"""In the order in which they are listed."""
