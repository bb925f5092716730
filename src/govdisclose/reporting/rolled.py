"""A roll-up in words, as JSON and as a workbook."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from govdisclose.checking.rollup import (
    Cause,
    CauseKind,
    Child,
    Explanation,
    ExplanationKind,
    RolledCell,
    RolledUp,
)
from govdisclose.checking.words import place_words
from govdisclose.export._escape import escape_unseen
from govdisclose.export._forms import JSON
from govdisclose.export._records import encode_number
from govdisclose.grammar.identity import Outcome
from govdisclose.reporting.item import layout_of
from govdisclose.reporting.messages import OUTCOME, number, reason_words
from govdisclose.reporting.outputs import Output, by_id
from govdisclose.reporting.xlsx import Cell, write_workbook

__all__ = [
    "ROLLED_OUTPUTS",
    "Sourced",
    "cause_title",
    "cause_words",
    "rolled_summary",
    "state_words",
    "to_json",
    "to_xlsx",
]

Sourced = tuple[RolledUp, str]
"""A roll-up, and the name of the parent's report."""

_TITLES = {
    CauseKind.PARENT_SCOPE_UNCLEAR: ("whose numbers the report gives is not clear", "本级报告口径不明"),
    CauseKind.CHILD_MISSING: ("no report", "缺报"),
    CauseKind.CHILD_OTHER_YEAR: ("report of another year", "报告年度不同"),
    CauseKind.CHILD_SCOPE_UNCLEAR: ("whose numbers it gives is not clear", "下级报告口径不明"),
    CauseKind.CHILD_DUPLICATE: ("a second report", "重复报告"),
    CauseKind.CHILD_NOT_EXPECTED: ("not on the list", "不在名单内"),
    CauseKind.CHILD_IS_THE_PARENT: ("the parent's own report", "误放入本级报告"),
    CauseKind.CHILD_OTHER_FORM: ("on another form", "使用其他格式"),
    CauseKind.CHILD_UNIT_UNKNOWN: ("amount of unknown unit", "金额单位不明"),
    CauseKind.CHILD_FORGOTTEN: ("left out of the sums", "漏计"),
    CauseKind.CHILD_COUNTED_TWICE: ("counted twice", "重复计算"),
    CauseKind.CELL_OFF: ("does not add up", "与下级合计不符"),
    CauseKind.PARENT_SUM_BROKEN: ("the report's own sums are broken", "本级表内勾稽不平衡"),
    CauseKind.CHILD_BLANK: ("cells left blank", "有空白单元格"),
}
_OPEN = (CauseKind.CHILD_MISSING, CauseKind.CHILD_OTHER_FORM, CauseKind.CHILD_BLANK)
_FOLLOWS = {
    True: ("cells that are off for it: {count}", "由此不符的其他单元格：{count}个"),
    False: ("cells that cannot be told for it: {count}", "因此无法判断的单元格：{count}个"),
}
_STATES = {
    "read": ("read", "已计入"),
    "missing": ("no report", "缺报"),
    "other-form": ("other form", "其他格式"),
    "other-year": ("other year", "年度不同"),
    "unit-unknown": ("unit unknown", "金额单位不明"),
    "scope-unclear": ("scope unclear", "口径不明"),
    "duplicate": ("duplicate", "重复"),
    "not-expected": ("not on the list", "不在名单内"),
    "is-the-parent": ("the parent itself", "本级报告"),
}
_EXPLAINED = {
    ExplanationKind.FORGOTTEN: ("{child} ({value}) left out", "可能漏计 {child}（{value}）"),
    ExplanationKind.COUNTED_TWICE: ("{child} ({value}) counted twice", "可能重复计算 {child}（{value}）"),
    ExplanationKind.DIGITS_EXCHANGED: (
        "{child}: {value} taken as {taken}",
        "可能将 {child} 的 {value} 误作 {taken}",
    ),
    ExplanationKind.PARENT_DIGITS_EXCHANGED: (
        "{value} printed for {taken}: digits exchanged",
        "可能将 {taken} 误印为 {value}（数字颠倒）",
    ),
}

_SHEETS_ZH, _SHEETS_EN = ("问题", "逐格核对", "单位"), ("Problems", "Cells", "Children")
_HEADS_ZH = (
    "问题 18 单位 26 位置 50 本级 10 下级合计 10 差额 10 可能原因 40 受影响单元格 12",
    "位置 60 本级 10 下级合计 10 差额 10 结果 10 原因 24 有数 7 空白 7 缺报 7 其他格式 9 可能原因 40",
    "单位 28 状态 16 文件 36 年度 8 格式 10 空白单元格 11",
)
_HEADS_EN = (
    "problem 22 child 26 place 50 own 10 children 10 residual 10 may_be 40 follow 12",
    "place 60 own 10 children 10 residual 10 outcome 14 reason 24 numbers 8 blank 7 missing 8 other_form 10 may_be 40",
    "child 28 state 16 file 36 year 8 form 10 blank 11",
)
"""The columns of each sheet with their widths in characters."""


def cause_title(cause: Cause, language: str) -> str:
    """What kind of thing it is."""
    return _TITLES[cause.kind][language == "zh"]


def cause_words(cause: Cause, rolled: RolledUp, language: str) -> str:
    """Where it is, both numbers, what would explain it, and what follows from it."""
    zh = language == "zh"
    layout = layout_of(rolled.layout)
    parts = [cause.child] if cause.child else []
    if cause.path:
        parts.append(place_words(layout, cause.path))
    if cause.residual is not None:
        own, sums, gap = (number(value, language) for value in (cause.parent, cause.children, cause.residual))
        parts.append(
            f"本级 {own}，下级合计 {sums}，相差 {gap}"
            if zh
            else f"own {own}, sum of children {sums}, residual {gap}"
        )
    parts += [_explained(item, language) for item in cause.explained]
    if cause.follows:
        parts.append(_FOLLOWS[cause.kind not in _OPEN][zh].format(count=len(cause.follows)))
    return ("；" if zh else "; ").join(parts)


def state_words(child: Child, language: str) -> str:
    """How a child stands, in words."""
    states = (child.state, *child.also)
    return "、".join(_STATES[state][language == "zh"] for state in states)


def rolled_summary(rolled: RolledUp, language: str) -> str:
    """The last line: cells that hold, do not, and cannot be told; children counted and missing."""
    counts = {outcome: sum(cell.outcome is outcome for cell in rolled.cells) for outcome in Outcome}
    counted = sum(child.counted for child in rolled.children)
    missing = len(rolled.missing)
    holds, broken, open_ = (counts[key] for key in (Outcome.HOLDS, Outcome.BROKEN, Outcome.NOT_ASSESSABLE))
    if language == "zh":
        return (
            f"汇总核对：计入下级单位{counted}个，缺报{missing}个；"
            f"单元格相符{holds}个，不符{broken}个，无法判断{open_}个"
        )
    return f"{counted} children counted, {missing} missing; cells: {holds} hold, {broken} do not, {open_} cannot be told"


def to_json(rolled: RolledUp, source: str) -> str:
    """All of it as JSON."""
    found: dict[str, JSON] = {
        "source": source,
        "organ": rolled.organ,
        "year": rolled.year,
        "layout": rolled.layout,
        "causes": [_cause(cause) for cause in rolled.causes],
        "children": [_child(child) for child in rolled.children],
        "cells": [_cell(cell) for cell in rolled.cells],
    }
    return escape_unseen(json.dumps(found, ensure_ascii=False, indent=2)) + "\n"


def to_xlsx(rolled: RolledUp, language: str) -> bytes:
    """A workbook: causes, all cells, and the children. Raises ``MissingExtraError`` without xlsxwriter."""
    zh = language == "zh"
    causes: Sequence[Sequence[Cell]] = [
        (
            cause_title(cause, language),
            cause.child,
            place_words(layout_of(rolled.layout), cause.path, short=False) if cause.path else "",
            cause.parent,
            cause.children,
            cause.residual,
            "；".join(_explained(item, language) for item in cause.explained),
            len(cause.follows),
        )
        for cause in rolled.causes
    ]
    cells = [_cell_row(cell, rolled, language) for cell in rolled.cells]
    children: Sequence[Sequence[Cell]] = [
        (child.name, state_words(child, language), child.source, child.year, child.layout, len(child.blank))
        for child in rolled.children
    ]
    heads, names = (_HEADS_ZH, _SHEETS_ZH) if zh else (_HEADS_EN, _SHEETS_EN)
    columns = [_columns(head) for head in heads]
    return write_workbook(list(zip(names, columns, (causes, cells, children), strict=True)))


def _columns(head: str) -> list[tuple[str, int]]:
    words = head.split()
    return [(title.replace("_", " "), int(wide)) for title, wide in zip(words[::2], words[1::2], strict=True)]


def _cell_row(cell: RolledCell, rolled: RolledUp, language: str) -> Sequence[Cell]:
    return (
        place_words(layout_of(rolled.layout), cell.path, short=False),
        *(cell.parent, cell.children, cell.residual, OUTCOME[language][cell.outcome]),
        reason_words(cell.reason, language) if cell.reason else "",
        *(cell.numbers, cell.blank, cell.absent, cell.other_form),
        "；".join(_explained(item, language) for item in cell.explained),
    )


def _explained(item: Explanation, language: str) -> str:
    words = _EXPLAINED[item.kind][language == "zh"]
    return words.format(child=item.child, value=item.value, taken=item.taken)


def _cause(cause: Cause) -> dict[str, JSON]:
    return {
        "kind": cause.kind.value,
        "severity": cause.severity.value,
        "child": cause.child or None,
        "path": cause.path or None,
        "parent": encode_number(cause.parent),
        "children": encode_number(cause.children),
        "residual": encode_number(cause.residual),
        "follows": list(cause.follows),
        "explained": list(_explanations(cause.explained)),
    }


def _cell(cell: RolledCell) -> dict[str, JSON]:
    return {
        "path": cell.path,
        "parent": encode_number(cell.parent),
        "children": encode_number(cell.children),
        "residual": encode_number(cell.residual),
        "outcome": cell.outcome.value,
        "severity": cell.severity.value,
        "reason": cell.reason,
        "unit": cell.unit,
        "numbers": cell.numbers,
        "blank": cell.blank,
        "not_applicable": cell.not_applicable,
        "other": cell.other,
        "other_form": cell.other_form,
        "absent": cell.absent,
        "explained": list(_explanations(cell.explained)),
    }


def _explanations(items: Sequence[Explanation]) -> Iterator[dict[str, JSON]]:
    for item in items:
        yield {
            "kind": item.kind.value,
            "child": item.child or None,
            "value": encode_number(item.value),
            "taken": encode_number(item.taken),
        }


def _child(child: Child) -> dict[str, JSON]:
    return {
        "name": child.name,
        "state": child.state.value,
        "also": [state.value for state in child.also],
        "source": child.source or None,
        "organ": child.organ,
        "year": child.year,
        "layout": child.layout,
        "counted": child.counted,
        "blank": list(child.blank),
    }


def _json(sourced: Sourced, language: str) -> bytes:
    return to_json(*sourced).encode()


def _xlsx(sourced: Sourced, language: str) -> bytes:
    return to_xlsx(sourced[0], language)


ROLLED_OUTPUTS: Mapping[str, Output[Sourced]] = by_id(
    Output("json", ".json", _json),
    Output("xlsx", ".xlsx", _xlsx, binary=True, needs="xlsxwriter", extra="xlsx"),
)
"""The outputs of a roll-up by id, in the order in which they are told."""
