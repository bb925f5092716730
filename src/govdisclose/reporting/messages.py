"""An assessment in words: both places by the form's own headings, both numbers, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from attrs import frozen

from govdisclose.checking import Assessment, Basis, Checked, Outcome, count_outcomes, installed_rules
from govdisclose.checking.slips import likely_slip
from govdisclose.checking.words import group_of, place_words, section_words
from govdisclose.grammar.layout import Layout
from govdisclose.locate import Locator

__all__ = ["OUTCOME", "Message", "message", "number", "reason_words", "summary", "where"]

OUTCOME = {
    "en": {
        "holds": "holds",
        "broken": "does not hold",
        "not_assessable": "cannot be told",
        "not_asked": "not asked",
    },
    "zh": {"holds": "相符", "broken": "不符", "not_assessable": "无法判断", "not_asked": "未要求"},
}
_REASON = {
    "blank": ("a cell is blank", "单元格为空"),
    "unreadable": ("a cell cannot be read", "单元格无法读取"),
    "missing": ("a cell is missing", "缺少单元格"),
    "not-applicable": ("a cell holds /", "单元格为“/”"),
    "text": ("a cell holds words", "单元格为文字"),
    "not-in-the-form": ("the form has no such cell", "该格式没有此项"),
    "other-readings": ("the words allow other readings", "语句可作其他理解"),
    "share-of-nothing": ("it is a share of nothing", "分母为零"),
    "narrower-scope": ("the words are of a narrower scope", "语句口径小于本地区"),
    "wider-scope": ("the words are of a wider scope", "语句口径大于本机关"),
    "other-scope": ("the words are of another scope", "语句口径不同"),
    "other-period": ("the words are of another period", "语句属于其他时期"),
    "organ-unknown": ("a report does not name its organ", "有报告没有写明机关"),
    "organ-merged": ("the organ was merged from several", "机关由多个机关合并而成"),
    "year-unknown": ("a report does not give its year", "有报告没有写明年度"),
    "same-year": ("both reports are of one year", "两份报告属于同一年度"),
    "organ-differs": ("last year's report is of another organ", "上年报告的机关不同"),
    "scope-differs": ("last year's report has another scope", "上年报告的口径不同"),
    "form-differs": ("last year's report is on another form", "上年报告的格式不同"),
    "years-apart": ("the reports are not of consecutive years", "两份报告年度不相邻"),
    "no-year-before": ("no report of last year", "没有上年报告"),
    "no-year": ("the report does not give its year", "报告没有写明年度"),
    "no-period": ("the period cannot be read", "统计期限无法识别"),
    "no-organ": ("the report does not name its organ", "报告没有写明机关"),
    "sections-not-found": ("not every section was found", "没有找到全部部分"),
    "explained-by-missing": ("reports of organs below are missing", "下级单位缺报"),
    "unit-unknown": ("the unit of an amount is not known", "金额单位不明"),
    "no-words-for-prose": ("the form declares no words for prose", "该格式没有定义正文用语，未核对正文"),
    "no-child-has-it": ("no organ below has a number", "下级均无数值"),
    "other-form": ("on another form", "格式不同"),
    "child-missing": ("reports of organs below are missing", "下级单位缺报"),
    "child-blank": ("cells of organs below are blank", "下级单元格为空"),
    "child-unreadable": ("cells of organs below cannot be read", "下级单元格无法读取"),
    "rounding": ("rounding would explain it", "可能由四舍五入造成"),
    "no-children": ("no organ below counts", "没有计入的下级单位"),
    "zero": ("one of the amounts is zero", "其中一个金额为零"),
    "other-year": ("a report of another year", "报告年度不同"),
    "duplicate": ("a second report", "重复报告"),
    "not-expected": ("not on the list", "不在名单内"),
    "is-the-parent": ("the parent's own report", "本级报告"),
    "scope-unclear": ("whose numbers they are is not clear", "数据口径不明"),
}
_SLIP = {
    "digits-exchanged": ("perhaps two digits were exchanged", "可能是两位数字颠倒"),
    "digit-left-out": ("perhaps a digit was left out", "可能少写了一位数字"),
    "digit-too-many": ("perhaps a digit was written twice", "可能多写了一位数字"),
}


@frozen
class Message:
    """An assessment in words. ``place`` is where it stands, ``text`` what was compared, ``remedy`` what to do if broken."""

    title: str
    place: str
    text: str
    remedy: str


def message(item: Assessment, layout: Layout | None, language: str) -> Message:
    """The words for an assessment, in ``"en"`` or ``"zh"``."""
    rule = next((rule for rule in installed_rules() if rule.id == item.rule), None)
    title = rule.title.say(language) if rule is not None else item.rule
    remedy = rule.remedy.say(language) if rule is not None and item.outcome is Outcome.BROKEN else ""
    if rule is None or rule.says is None:
        text = _text(item, language, in_tables=rule is None or "tables" in rule.needs)
    elif item.outcome is Outcome.BROKEN:
        text = rule.says.say(language).format(said=item.said, value=item.value)
    else:
        text = item.said if item.reason is None else reason_words(item.reason, language)
    return Message(title, where(item, layout, language), text, remedy)


def where(item: Assessment, layout: Layout | None, language: str) -> str:
    """Both places: the section and paragraph of the prose, and the cell by the words of the form."""
    parts: list[str] = []
    if item.section is not None:
        head = section_words(layout, item.section) or item.section
        parts.append(f"{head} {_paragraph(item.at, language)}".strip())
    if item.paths:
        first = item.bases[0].paths if item.bases else ()
        summed = len(first) > 1 and item.paths[: len(first)] == first
        parts.append(place_words(layout, group_of(first) if summed else item.paths[0]))
    if not parts:
        parts.append(_paragraph(item.at, language))
    return " ↔ ".join(part for part in parts if part)


def number(value: int | Decimal | None, language: str) -> str:
    """A value as it is said; that there is none is said, too."""
    if value is None:
        return "无数值" if language == "zh" else "no number"
    return str(value)


def reason_words(reason: str, language: str) -> str:
    """Why something could not be told. A reason of a plugin that is not known here is given as it is."""
    words = _REASON.get(reason)
    return reason if words is None else words[language == "zh"]


def summary(items: Iterable[Checked], language: str) -> str:
    """How much was compared, and how it fares; that nothing could be assessed is no pass, and said."""
    every = list(items)
    ran = len(dict.fromkeys(rule for item in every for rule in item.rules))
    counts = count_outcomes(assessment for item in every for assessment in item.assessments)
    waived = sum(len(item.waived) for item in every)
    holds, broken, open_ = (counts[key] for key in (Outcome.HOLDS, Outcome.BROKEN, Outcome.NOT_ASSESSABLE))
    if language == "zh":
        line = (
            f"核对 {ran} 条规则：相符 {holds} 处，不符 {broken} 处，无法判断 {open_} 处，已豁免 {waived} 处"
        )
        return line if holds + broken else f"{line}；没有任何可判断的内容，不等于通过"
    line = f"{ran} rule{'s' if ran != 1 else ''}: {holds} hold, {broken} do not, {open_} cannot be told, {waived} waived"
    return line if holds + broken else f"{line}; nothing could be assessed, which is no pass"


def _paragraph(at: Locator | None, language: str) -> str:
    if at is None:
        return ""
    if language != "zh":
        return str(at)
    if at.table is not None:
        return f"第{at.table}个表格 第{at.row}行 第{at.column}列" if at.row else f"第{at.table}个表格"
    parts = [f"第{at.page}页" if at.page else "", f"第{at.paragraph}段" if at.paragraph else ""]
    return " ".join(part for part in parts if part)


def _text(item: Assessment, language: str, *, in_tables: bool) -> str:
    zh = language == "zh"
    semicolon, colon = ("；", "：") if zh else ("; ", ": ")
    held = ("，" if zh else ", ").join(_basis(basis, language) for basis in item.bases)
    in_tables = in_tables and any(basis.paths for basis in item.bases)
    if item.section is not None or (item.at is not None and item.at.paragraph is not None):
        said = f"正文“{item.said}”" if zh else f"the text says “{item.said}”"
        before = ("表中 " if zh else "in the tables ") if in_tables else ""
    else:
        own = number(item.value, language) if item.value is not None or item.bases else ""
        said = f"{item.said}={own}" if item.said and own and item.said != own else item.said or own
        before = "比较：" if zh else "against "
    parts = [said, f"{before}{held}"] if held else [said]
    end = ""
    if item.outcome is Outcome.BROKEN and len(item.bases) > 1:
        end = f"{colon}{'均不相符' if zh else 'none of them fits'}"
    elif item.outcome is Outcome.BROKEN and in_tables and (difference := _difference(item)) is not None:
        end = f"{colon}{'相差 ' if zh else 'a difference of '}{difference}"
    elif item.reason is not None:
        end = f"{colon}{reason_words(item.reason, language)}"
    slip = next(
        (found for basis in item.bases if (found := likely_slip(item.value, basis.value)) is not None), None
    )
    if item.outcome is Outcome.BROKEN and slip is not None:
        end += f"{semicolon}{_SLIP[slip][zh]}"
    if item.other:
        end += f"（上年：{item.other}）" if zh else f" (last year: {item.other})"
    return semicolon.join(parts) + end


def _basis(basis: Basis, language: str) -> str:
    if "/" in basis.words and basis.value is not None:
        return f"{basis.words}={basis.value:.2f}%"
    return f"{basis.words}={number(basis.value, language)}"


def _difference(item: Assessment) -> int | Decimal | None:
    if item.value is None or not item.bases or item.bases[0].value is None or not item.paths:
        return None
    return item.value - item.bases[0].value
