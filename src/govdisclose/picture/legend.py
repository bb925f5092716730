"""The legend of the pictures in words, and the numbered findings."""

from __future__ import annotations

from govdisclose.explain.lines import Line, Section, Span, flow, line
from govdisclose.explain.notes import finding_lines
from govdisclose.explain.text import pad
from govdisclose.picture._colours import COLOURS
from govdisclose.picture.shapes import Drawing

__all__ = ["explain_drawing"]


def explain_drawing(drawn: Drawing, *, language: str = "en", width: int = 100) -> tuple[Section, ...]:
    """What each colour of the pictures stands for, and the findings by their numbers. ``width`` is in columns.

    The legend names the kinds that occur, and how many cells or lines are of each.
    """
    is_chinese = language == "zh"
    counts = {kind: 0 for kind in COLOURS}
    for page in drawn.pages:
        for shape in page.shapes:
            counts[shape.kind] += 1
    lines: list[Line] = []
    for kind, colour in COLOURS.items():
        if counts[kind]:
            start = Span("  " + pad(str(counts[kind]), 5, right=True) + "  ", "dim")
            lines += flow([start], colour.zh if is_chinese else colour.en, width)
    legend = Section("图例" if is_chinese else "Colours", tuple(lines))
    placed = {mark.number for page in drawn.pages for mark in page.marks}
    notes: list[Line] = []
    for number, item in enumerate(drawn.findings, 1):
        if number not in placed and number - 1 in (0, len(placed)):
            words = "图上没有位置的发现：" if is_chinese else "without a place in the pictures:"
            notes.append(line("  ", Span(words, "dim")))
        notes += finding_lines(item, language, width, f"{number:>5}  ")
    if not notes:
        notes.append(line("  ", Span("无" if is_chinese else "none", "good")))
    return legend, Section("图中编号的发现" if is_chinese else "Findings by their numbers", tuple(notes))
