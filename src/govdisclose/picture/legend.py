"""The legend of the pictures in words, and the numbered findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from govdisclose.explain.lines import Line, Section, Span, flow, line
from govdisclose.explain.notes import finding_lines
from govdisclose.explain.text import pad
from govdisclose.findings import Finding
from govdisclose.picture._colours import COLOURS
from govdisclose.picture.shapes import Drawing

__all__ = ["explain_drawing"]


def explain_drawing(
    drawn: Drawing, *, pages: Collection[int] | None = None, language: str = "en", width: int = 100
) -> tuple[Section, ...]:
    """What each colour of the pictures stands for, and the findings by their numbers. ``width`` is in columns.

    The legend names the kinds that occur, and how many cells or lines are of each. With ``pages`` only what is on
    these is told.
    """
    is_chinese = language == "zh"
    told = [page for page in drawn.pages if pages is None or page.page in pages]
    counts = Counter(shape.kind for page in told for shape in page.shapes)
    lines: list[Line] = []
    for kind, colour in COLOURS.items():
        if counts[kind]:
            start = Span("  " + pad(str(counts[kind]), 5, right=True) + "  ", "dim")
            lines += flow([start], colour.zh if is_chinese else colour.en, width)
    placed = {mark.number for page in drawn.pages for mark in page.marks}
    here = {mark.number for page in told for mark in page.marks}
    notes: list[Line] = []
    for number in sorted(here):
        notes += _numbered(drawn.findings[number - 1], number, language, width)
    loose = [number for number in range(1, len(drawn.findings) + 1) if number not in placed]
    if loose and pages is None:
        notes.append(
            line("  ", Span("图上没有位置：" if is_chinese else "without a place on the pages:", "dim"))
        )
        for number in loose:
            notes += _numbered(drawn.findings[number - 1], number, language, width)
    if not notes:
        notes.append(line("  ", Span("无" if is_chinese else "none", "good")))
    return (
        Section("图例" if is_chinese else "Colours", tuple(lines)),
        Section("图中编号的发现" if is_chinese else "Findings by their numbers", tuple(notes)),
    )


def _numbered(item: Finding, number: int, language: str, columns: int) -> list[Line]:
    first, *rest = finding_lines(item, language, columns, " " * 7)
    return [Line((Span(pad(str(number), 5, right=True) + "  "), *first.spans[1:])), *rest]
