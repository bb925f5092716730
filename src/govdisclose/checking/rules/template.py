"""What a template left behind: instructions, empty places, the name of another organ, the wrong period."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment
from govdisclose.checking.case import Case
from govdisclose.checking.passages import Passage, passages
from govdisclose.checking.rule import Example, Rule, Words
from govdisclose.grammar.identity import Outcome

__all__ = ["BLANK_COUNT", "LEFT_OVER_TEMPLATE"]

# Asterisks and two low lines set off bold words in text, and two 〇 stand in years: they are no masks.
_MASK = r"(?:[×ＸXx＊]{2,}|(?<![二〇○])[○]{2,}|_{3,}|＿{2,})"
# What a writer was to replace or to follow.
_LEFT_OVER = re.compile(
    r"请(?:根据|结合|按照?)(?:本[^，。；]{0,6})?实际(?:情况)?(?:填写|填报|撰写|修改|补充)"
    r"|(?:该|此|本)部分(?:内容)?(?:以|用)表格(?:的?形式)?(?:报告|公布|呈现|填报)"
    r"|[（(【\[](?:单位|机关|机构|部门|行政机关)(?:名称|全称)[）)】\]]"
    rf"|{_MASK}(?:省|市|县|区|镇|乡|街道|局|委|办|厅|单位|部门|年|月|日|件|条|次|篇|份|个|项)"
    r"|20[×ＸXx＊]{2}年?"
    r"|[（(](?:此处|这里)?(?:填写|填入|请填写|待补充|待核实)[^（）()]{0,12}[）)]"
)
_SAID = 30
_VERB = r"(?:公开|发布|收到|受理|办结|答复|制发|制定|废止|作出|新收|公布|更新|解答|办理)"
_UNIT = r"(?:件|条|份|篇|次|宗|个|部|起)"
# The number between a verb and its unit is not there: two blanks, or nothing at all.
_BLANK = re.compile(
    rf"{_VERB}[\u4e00-\u9fff]{{0,12}}?(?: {{2,}}|\u3000+|\u00a0{{2,}}){_UNIT}(?![\u4e00-\u9fff])"
)
_NOTHING = re.compile(
    rf"{_VERB}(?:各类)?(?:政府)?(?:信息[条件篇]|申请[宗份]|规范性文件[件份个])(?=[，。；、,;]|$)"
)


def _left_over(case: Case) -> Iterator[Assessment]:
    return _look(LEFT_OVER_TEMPLATE, case, (_LEFT_OVER,))


def _blank_count(case: Case) -> Iterator[Assessment]:
    return _look(BLANK_COUNT, case, (_BLANK, _NOTHING))


def _look(rule: Rule, case: Case, patterns: tuple[re.Pattern[str], ...]) -> Iterator[Assessment]:
    """Each place that matches is broken; a report without any holds once."""
    found = False
    lines = passages(case.result)
    for line in lines:
        for pattern in patterns:
            for match in pattern.finditer(line.text):
                found = True
                yield _broken(rule, line, match)
    if lines and not found:
        yield rule.assess(Outcome.HOLDS)


def _broken(rule: Rule, line: Passage, match: re.Match[str]) -> Assessment:
    there = line.section is not None
    return rule.assess(
        Outcome.BROKEN,
        section=line.section,
        text=match[0] if there else None,
        start=line.start + match.start() if there else None,
        at=line.at,
        said=line.text[max(0, match.start() - _SAID) : match.end() + _SAID].strip(),
    )


LEFT_OVER_TEMPLATE = Rule(
    "left-over-template",
    Severity.WARNING,
    frozenset({"prose"}),
    _left_over,
    Words("left-over template", "模板残留"),
    Words(
        "No instruction or empty place of a template is left in the text.",
        "正文中没有留下模板的填写说明或未替换的占位。",
    ),
    Words("Such words were to be replaced before publication.", "这类文字本应在发布前替换或删除。"),
    Words("Replace or delete the words.", "请替换或删除该处文字。"),
    right=(
        Example(prose={"overview": "本局全年主动公开信息3条。请根据实际情况选择查询方式。"}),
        Example(prose={"overview": "二〇〇〇年以来，**县级层面**公开了目录（略）。"}),
    ),
    wrong=(
        Example(prose={"overview": "（请根据实际情况填写）"}),
        Example(prose={"others": "××局无其他事项。"}),
        Example(prose={"overview": "20××年，本局公开信息3条。"}),
        Example(prose={"disclosure": "该部分以表格形式报告"}),
        Example(prose={"overview": "（单位名称）认真落实条例。"}),
    ),
)

BLANK_COUNT = Rule(
    "blank-count",
    Severity.WARNING,
    frozenset({"prose"}),
    _blank_count,
    Words("number left out", "件数空缺"),
    Words("No number is missing between a verb and its unit.", "动词与量词之间没有漏填数字。"),
    Words("A reader cannot tell how many are meant.", "读者无从得知数量。"),
    Words("Put the number in.", "请补填数字。"),
    right=(
        Example(prose={"overview": "全年主动公开信息 3 条，规范政府信息公开条款，对受理申请件，均已答复。"}),
    ),
    wrong=(
        Example(prose={"overview": "全年主动公开信息  条。"}),
        Example(prose={"overview": "全年主动公开政府信息条，比上年增加。"}),
    ),
)
