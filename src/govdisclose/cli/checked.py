"""What is shown of a checked report in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from govdisclose.checking import Assessment, Outcome, Waiver
from govdisclose.checking.names import organ_key
from govdisclose.cli.failure import failure_spans
from govdisclose.explain.lines import Line, Span, Style, flow, line
from govdisclose.explain.text import one_line
from govdisclose.reporting import Item, message, summary

if TYPE_CHECKING:
    from govdisclose.cli.checking import CheckDone

__all__ = ["failure_line", "lines_of", "summary_lines", "twice_lines", "unused_line"]

_MARK: dict[tuple[Outcome, str], tuple[str, Style]] = {
    (Outcome.BROKEN, "error"): ("✗ ", "bad"),
    (Outcome.BROKEN, "warning"): ("! ", "warn"),
    (Outcome.BROKEN, "info"): ("· ", "plain"),
}
_OTHER: dict[Outcome, tuple[str, Style]] = {
    Outcome.HOLDS: ("✓ ", "good"),
    Outcome.NOT_ASSESSABLE: ("? ", "dim"),
    Outcome.NOT_ASKED: ("– ", "dim"),
}


_UNPAIRED = {
    "no-year-before": ("no report of this organ of last year was found", "没有找到该机关的上年报告"),
    "duplicate": ("there are several reports of this organ of last year", "该机关的上年报告有多份"),
    "organ-unknown": ("the report does not name its organ", "报告没有写明机关"),
    "year-unknown": ("the report does not give its year", "报告没有写明年度"),
}


def lines_of(item: Item, done: CheckDone, language: str, width: int, *, show_all: bool) -> Iterator[Line]:
    """A report and what does not hold in it; with ``show_all`` also what holds and what cannot be told."""
    checked = item.checked
    name = one_line(checked.organ) if checked.organ else "—"
    year = str(checked.year) if checked.year is not None else "—"
    yield line(
        Span(f"{name} {year}{'年' if language == 'zh' and checked.year else ''}", "strong"),
        f"  {item.source}",
    )
    if done.errors:
        words = (
            f"读取时有{done.errors}处错误，未读到的单元格不参与核对；详见 govdisclose parse"
            if language == "zh"
            else f"{done.errors} errors when it was read: cells that were not read are not compared; see parse"
        )
        yield from flow(["  ", Span("✗ ", "bad")], words, width)
    if done.unpaired:
        start = "未与上年核对：" if language == "zh" else "not held against last year: "
        words = start + _UNPAIRED[done.unpaired][language == "zh"]
        yield from flow(["  ", Span("? ", "dim")], words, width)
    for entry in checked.assessments:
        if entry.outcome is Outcome.BROKEN or show_all:
            yield from _entry(entry, item, language, width)


def _entry(entry: Assessment, item: Item, language: str, width: int) -> Iterator[Line]:
    words = message(entry, item.layout, language)
    mark, style = _MARK.get((entry.outcome, entry.severity.value)) or _OTHER[entry.outcome]
    yield from flow(["  ", Span(mark, style), Span(f"{words.title}  ", "strong")], words.place, width)
    for text in (words.text, words.remedy):
        if text:
            yield from flow(["      "], text, width, "plain" if text is words.text else "dim")


def twice_lines(items: Sequence[Item], language: str) -> Iterator[Line]:
    """Reports of one organ and one year: each was checked, and which is the published one is not ours to say."""
    found: dict[tuple[str, int], list[Item]] = {}
    for item in items:
        if item.checked.organ is not None and item.checked.year is not None:
            found.setdefault((organ_key(item.checked.organ), item.checked.year), []).append(item)
    for (_, year), same in found.items():
        if len(same) > 1:
            organ = one_line(same[0].checked.organ or "")
            start = (
                f"{organ} {year}年有多份报告："
                if language == "zh"
                else f"several reports of {organ} {year}: "
            )
            names = ("、" if language == "zh" else ", ").join(item.source for item in same)
            yield line(Span("! ", "warn"), start + names)


def summary_lines(items: Sequence[Item], language: str) -> Iterator[Line]:
    """The last line: what was compared, and how it fares."""
    yield line(summary([item.checked for item in items], language))


def failure_line(done: CheckDone, language: str) -> Iterator[Line]:
    """A file that was not read."""
    from govdisclose.cli.work import source_name

    if done.failure is not None:
        yield line(Span("✗ ", "bad"), f"{source_name(done.path)}  ", *failure_spans(done.failure, language))


def unused_line(waiver: Waiver, language: str) -> Line:
    """A waiver of this report that took nothing out."""
    if language == "zh":
        words = f"豁免未用：{waiver.rule} {waiver.path}（{waiver.said}，{waiver.expected}）：数值已变或已过期，请删除或更新"
    else:
        words = (
            f"waiver unused: {waiver.rule} {waiver.path} ({waiver.said}, {waiver.expected}): "
            "a number has changed or its day is past; delete or renew it"
        )
    return line("  ", Span("! ", "warn"), words)
