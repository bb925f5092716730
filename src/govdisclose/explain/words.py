"""The words of the explanation in English and Chinese, and places in words."""

from __future__ import annotations

from govdisclose.explain.lines import Style
from govdisclose.findings import Severity
from govdisclose.locate import Locator

__all__ = ["SEVERITY_STYLE", "place", "say", "severity"]

SEVERITY_STYLE: dict[Severity, Style] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "warn",
    Severity.INFO: "dim",
}

_SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}

_WORDS: dict[str, tuple[str, str]] = {
    # the file
    "file": ("File", "文件"),
    "format": ("format", "格式"),
    "encoding": ("encoding", "编码"),
    "blocks": ("blocks", "内容"),
    "block-counts": ("paragraphs {paragraphs}, tables {grids}", "{paragraphs}段文字，{grids}张表"),
    "title": ("title", "标题"),
    "organ": ("organ", "机关"),
    "year": ("year", "年度"),
    "period": ("period", "统计期限"),
    "sections": ("sections", "各部分"),
    "not-given": ("not found", "未找到"),
    "from-title": ("from the title", "取自标题"),
    "from-text": ("from the text", "取自正文"),
    "section-size": ("{count} characters", "{count}字"),
    # the form
    "form": ("Form", "表格格式"),
    "chosen": ("chosen", "采用"),
    "undecided": ("undecided: fits as well as another", "无法判定：与另一格式同样相符"),
    "none-found": ("none of its tables was found", "未找到其中任何表格"),
    "tried": ("tried", "已尝试"),
    "not-chosen": ("not chosen: its tables fit less well", "未采用：各表相符程度较低"),
    "not-tried": (
        "not tried further: another form fits without a misfit, and these labels of this one stand nowhere:",
        "未继续尝试：另一格式完全相符，而本格式的下列标题在文件中不存在：",
    ),
    "lines-match": ("{good} of {lines} lines match", "{lines}行列中{good}处相符"),
    "not-found": ("not found", "未找到"),
    "and-more": ("and {count} more", "另有{count}项"),
    # where the tables are
    "where": ("Where the tables were found", "各表所在位置"),
    "lines-of-text": ("lines of text {lines}", "文字第{lines}行"),
    "rows": ("rows {rows}", "第{rows}行"),
    "row-one": ("row {rows}", "第{rows}行"),
    "taken": (
        "{labels} of its labels stand there, {alone} in no other table",
        "其中有该表标题{labels}个，{alone}个为该表独有",
    ),
    "carried": ("no label of its own: it goes on from the table before", "没有标题：接续前表"),
    "not-taken": ("not taken: no label of the form in it", "未采用：不含格式中的标题"),
    "rows-not-taken": ("not taken", "未采用"),
    "begins": ("begins “{text}”", "开头为“{text}”"),
    "line-over": ("the line “{text}” over it", "其上一行“{text}”"),
    "loose": ("the table survived only as lines of text", "表格只剩逐行文字"),
    "no-grids": ("the document holds no table", "文件中没有表格"),
    "copies": ("{count} copies of it", "共出现{count}次"),
    "then": ("then", "接"),
    "and-again": ("and again", "又见"),
    # tables
    "table": ("Table {key}  {title}", "表 {key}  {title}"),
    "found-at": ("found", "位置"),
    "read": ("read", "已读取"),
    "read-of": ("{read} of {asked} entries", "{asked}项中的{read}项"),
    "columns": ("columns", "各列"),
    "no-column": ("no such column", "没有此列"),
    "column-unknown": ("none of the form’s columns", "不是格式中的列"),
    "no-row": ("no such row", "没有此行"),
    "row-unknown": ("none of the form’s rows", "不是格式中的行"),
    "goes-on": ("goes on in {place}", "续{place}"),
    "not-used": (
        "these entries are not in the result: the forms tie and do not have this table in common",
        "这些数据不计入结果：各格式同样相符，而此表各不相同",
    ),
    "looked-for": ("looked for {labels}", "应有{labels}"),
    # marks
    "marks": ("marks", "符号"),
    "mark-blank": ("blank", "空白"),
    "mark-slash": ("/ or a dash", "“/”或横线"),
    "mark-text": ("text", "文字"),
    "mark-unreadable": ("unreadable", "无法确定"),
    "mark-missing": ("not there", "不存在"),
    "mark-alias": ("by an alias", "按别名"),
    "mark-inherited": ("heading taken from above", "沿用上方标题"),
    "mark-joined": ("joined", "拼接"),
    "mark-unknown": ("not matched", "未匹配"),
    "mark-doubt": ("see the note", "见说明"),
    # identities
    "identities": ("What must add up", "勾稽关系"),
    "holds": ("hold", "平衡"),
    "broken": ("broken", "不平衡"),
    "not-assessable": ("not assessable", "无法核对"),
    "edits": ("What would accept the labels that are not matched", "如何接受未识别的标题"),
    "nearest": ("the nearest heading not found is", "最接近的未找到标题为"),
    "why-not-assessable": (
        "not assessable: a part or the total is blank, / , text or not there",
        "无法核对：有一项或合计为空白、“/”、文字或不存在",
    ),
    "no-identities": ("the tables found declare none", "找到的表没有勾稽关系"),
    # findings
    "findings": ("Findings", "发现"),
    "no-findings": ("none: everything was plain", "无：全部按常规读取"),
    # not a report
    "begins-so": ("How it begins", "开头内容"),
    "grid-size": ("table {number}, {rows} rows × {columns} columns", "表{number}，{rows}行×{columns}列"),
    # one entry
    "entry": ("Entry {path}", "数据 {path}"),
    "row-heading": ("row", "行"),
    "column-heading": ("column", "列"),
    "printed": ("printed", "原文"),
    "state": ("state", "状态"),
    "value": ("value", "数值"),
    "at": ("at", "位置"),
    "nothing": ("nothing", "无"),
    "kind-asked": ("asked for", "应填"),
    # layouts
    "notice": ("notice", "文号"),
    "base": ("derived from", "派生自"),
    "asks": ("asks for", "应填"),
    "entries": ("{count} entries", "{count}项"),
    "spanner": ("over the columns", "列上总标题"),
    "stubhead": ("over the rows", "行标题栏首"),
    "rows-of": ("rows", "各行"),
    "add-up": ("must add up", "勾稽关系"),
    "is-total": ("total", "合计"),
    "alias-of": ("also", "又作"),
    "one-row": ("one row of numbers, without labels", "一行数据，无行标题"),
    "record": ("record", "记录类"),
}


def say(language: str, phrase: str, /, **facts: object) -> str:
    """One of the explanation's phrases. ``language`` is ``"en"`` or ``"zh"``."""
    english, chinese = _WORDS[phrase]
    return (chinese if language == "zh" else english).format(**facts)


def severity(language: str, value: Severity) -> str:
    """The name of a severity."""
    return _SEVERITIES[value] if language == "zh" else value.value


def place(language: str, at: Locator | None) -> str:
    """A place in words; empty for the whole document."""
    if at is None:
        return ""
    if language != "zh":
        return str(at)
    parts = (
        ("第{}页", at.page),
        ("表{}", at.table),
        ("第{}行", at.row),
        ("第{}列", at.column),
        ("第{}段", at.paragraph),
        ("文本第{}行", at.line),
    )
    return " ".join(words.format(number) for words, number in parts if number is not None) or "全文"
