"""One page that works offline: on the left the report, on the right what was compared, each linked to its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from govdisclose.checking import Assessment, Outcome, Severity
from govdisclose.document import Document, Grid, Paragraph
from govdisclose.export._escape import escape_unseen
from govdisclose.locate import Locator
from govdisclose.reporting._style import SCRIPT, STYLE
from govdisclose.reporting.item import Item
from govdisclose.reporting.messages import message, summary

__all__ = ["to_html"]

_WORDS = {
    "zh": {
        "title": "年度报告核对结果",
        "broken": "不符",
        "open": "无法判断",
        "holds": "相符",
        "waived": "已豁免",
        "none": "没有不符之处。",
        "report": "报告原文",
        "list": "报告目录",
        "made": "由 govdisclose 生成；左侧为报告内容，右侧为核对结果，点击可互相跳转。",
        "remedy": "处理：",
        "back": "返回",
        "info": "提示",
        "warning": "警告",
        "error": "错误",
        "reason": "豁免理由：",
    },
    "en": {
        "title": "Annual reports, checked",
        "broken": "does not hold",
        "open": "cannot be told",
        "holds": "holds",
        "waived": "waived",
        "none": "Nothing was found wrong.",
        "report": "The report",
        "list": "Reports",
        "made": "Made by govdisclose. On the left the report, on the right what was compared; each links to the other.",
        "remedy": "What to do: ",
        "back": "back",
        "info": "info",
        "warning": "warning",
        "error": "error",
        "reason": "Why it is accepted: ",
    },
}
_SIGN = {Outcome.BROKEN: "✗", Outcome.HOLDS: "✓", Outcome.NOT_ASSESSABLE: "?", Outcome.NOT_ASKED: "–"}
_MOST_BLOCKS = 20_000


def to_html(items: Sequence[Item], language: str) -> str:
    """The page. Everything from a report is escaped; there is no script from elsewhere, no picture and no link out."""
    words = _WORDS[language]
    heads = "".join(
        f'<li><a href="#r{at}">{_e(item.checked.organ or item.source)} {item.checked.year or ""}</a>'
        f" <span>{_counts(item, words)}</span></li>"
        for at, item in enumerate(items, 1)
    )
    several = f'<nav aria-label="{words["list"]}"><ol>{heads}</ol></nav>' if len(items) > 1 else ""
    body = "".join(_report(item, at, language) for at, item in enumerate(items, 1))
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if language == "zh" else "en"}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'\">\n"
        f"<title>{words['title']}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<header><h1>{words['title']}</h1><p class=sum>{_e(summary([item.checked for item in items], language))}</p>"
        f"<p class=made>{words['made']}</p>{several}</header>\n{body}<script>{SCRIPT}</script>\n</body>\n</html>\n"
    )


def _counts(item: Item, words: dict[str, str]) -> str:
    counts = item.checked.counts()
    shown = ((Outcome.BROKEN, "broken"), (Outcome.NOT_ASSESSABLE, "open"), (Outcome.HOLDS, "holds"))
    return " · ".join(f"{_SIGN[key]} {words[name]} {counts[key]}" for key, name in shown)


def _report(item: Item, at: int, language: str) -> str:
    words = _WORDS[language]
    checked = item.checked
    order = list(Severity)
    broken = sorted(checked.broken, key=lambda entry: order.index(entry.severity))
    others = [entry for entry in checked.assessments if entry.outcome is not Outcome.BROKEN]
    numbered = {id(entry): number for number, entry in enumerate([*broken, *others], 1)}
    parts = [
        f'<section class=report id="r{at}"><h2>{_e(checked.organ or item.source)} {checked.year or ""}'
        f"<small>{_e(item.source)}　{_counts(item, words)}</small></h2>\n<div class=both>\n"
    ]
    if item.result is not None:
        marks = _marks([*broken, *others], numbered, at)
        parts.append(
            f'<article aria-label="{words["report"]}">{_document(item.result.document, marks, at)}</article>\n'
        )
    parts.append("<aside>")
    parts.append("".join(_card(entry, numbered[id(entry)], at, item, language) for entry in broken))
    if not broken:
        parts.append(f"<p class=none>✓ {words['none']}</p>")
    for outcome, name in ((Outcome.NOT_ASSESSABLE, "open"), (Outcome.HOLDS, "holds")):
        cards = [
            _card(entry, numbered[id(entry)], at, item, language)
            for entry in others
            if entry.outcome is outcome
        ]
        if cards:
            parts.append(
                f"<details><summary>{_SIGN[outcome]} {words[name]} {len(cards)}</summary>{''.join(cards)}</details>"
            )
    if checked.waived:
        cards = [
            _card(entry.assessment, 0, at, item, language, f"{words['reason']}{entry.waiver.reason}")
            for entry in checked.waived
        ]
        parts.append(f"<details><summary>{words['waived']} {len(cards)}</summary>{''.join(cards)}</details>")
    parts.append("</aside></div></section>\n")
    return "".join(parts)


def _card(entry: Assessment, number: int, at: int, item: Item, language: str, note: str = "") -> str:
    words = _WORDS[language]
    said = message(entry, item.layout, language)
    target = _anchor(entry.at, at) if item.result is not None else None
    place = _e(said.place)
    if target is not None and place:
        place = f'<a href="#{target}">{place}</a>'
    weight = f" <em>{words[entry.severity]}</em>" if entry.outcome is Outcome.BROKEN else ""
    remedy = f"<p class=do>{words['remedy']}{_e(said.remedy)}</p>" if said.remedy else ""
    extra = f"<p>{_e(note)}</p>" if note else ""
    ident = f' id="r{at}a{number}"' if number else ""
    return (
        f'<div class="card {entry.outcome.value} {entry.severity.value}"{ident}><h3>{_SIGN[entry.outcome]} '
        f"{_e(said.title)}{weight}</h3><p class=place>{place}</p><p>{_e(said.text)}</p>{remedy}{extra}</div>"
    )


def _anchor(at: Locator | None, report: int) -> str | None:
    if at is None:
        return None
    if at.table is not None and at.row is not None and at.column is not None:
        return f"r{report}t{at.table}r{at.row}c{at.column}"
    if at.paragraph is not None:
        return f"r{report}p{at.paragraph}"
    return f"r{report}l{at.line}" if at.line is not None else None


def _marks(
    entries: Iterable[Assessment], numbered: dict[int, int], at: int
) -> dict[str, list[tuple[int, str]]]:
    """By anchor, the assessments that speak of the place: what is broken first."""
    marks: dict[str, list[tuple[int, str]]] = {}
    for entry in entries:
        anchor = _anchor(entry.at, at)
        if anchor is not None and entry.outcome in (Outcome.BROKEN, Outcome.NOT_ASSESSABLE):
            marks.setdefault(anchor, []).append((numbered[id(entry)], _SIGN[entry.outcome]))
    return marks


def _document(document: Document, marks: dict[str, list[tuple[int, str]]], at: int) -> str:
    parts: list[str] = []
    for block in document.blocks[:_MOST_BLOCKS]:
        if isinstance(block, Paragraph):
            anchor = f"r{at}p{block.number}"
            line = f'<a id="r{at}l{block.line}"></a>' if block.line is not None else ""
            found = [
                *marks.get(anchor, ()),
                *(marks.get(f"r{at}l{block.line}", ()) if block.line is not None else ()),
            ]
            hit = " class=hit" if any(sign == "✗" for _, sign in found) else ""
            parts.append(f'<p id="{anchor}"{hit}>{line}{_e(block.text)}{_links(found, at)}</p>')
        else:
            parts.append(_table(block, marks, at))
    return "\n".join(parts)


def _table(grid: Grid, marks: dict[str, list[tuple[int, str]]], at: int) -> str:
    rows: list[str] = []
    for row in range(grid.rows):
        cells: list[str] = []
        for column, cell in enumerate(grid.line(row)):
            if cell is None:
                cells.append("<td class=hole></td>")
            elif (cell.row, cell.column) == (row, column):
                anchor = f"r{at}t{grid.number}r{row + 1}c{column + 1}"
                found = marks.get(anchor, [])
                hit = " class=hit" if any(sign == "✗" for _, sign in found) else ""
                spans = f" colspan={cell.colspan}" if cell.colspan > 1 else ""
                spans += f" rowspan={cell.rowspan}" if cell.rowspan > 1 else ""
                cells.append(f'<td id="{anchor}"{spans}{hit}>{_e(cell.text)}{_links(found, at)}</td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<div class=table><table>{''.join(rows)}</table></div>"


def _links(found: Sequence[tuple[int, str]], at: int) -> str:
    return "".join(
        f'<a class="mark{" open" if sign == "?" else ""}" href="#r{at}a{number}">{sign}{number}</a>'
        for number, sign in found[:5]
    )


def _e(text: str) -> str:
    return "<br>".join(escape(line) for line in escape_unseen(text).split("\n"))
