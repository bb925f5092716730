"""What is shown of a roll-up in the terminal: the causes, each once."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose.catalogue import Severity
from govdisclose.checking.rollup import RolledUp
from govdisclose.cli.work import source_name
from govdisclose.explain.lines import Line, Part, Span, Style, flow, line
from govdisclose.reporting.rolled import cause_title, cause_words, rolled_summary

__all__ = ["rolled_lines"]

_MARK: dict[Severity, tuple[str, Style]] = {
    Severity.ERROR: ("✗ ", "bad"),
    Severity.WARNING: ("! ", "warn"),
    Severity.INFO: ("· ", "plain"),
}


def rolled_lines(rolled: RolledUp, source: str, language: str, width: int) -> Iterator[Line]:
    """The parent, each cause, and the last line."""
    year = f"{rolled.year}{'年' if language == 'zh' else ''}" if rolled.year is not None else "—"
    yield line(Span(f"{rolled.organ or '—'} {year}", "strong"), f"  {source_name(source)}")
    for cause in rolled.causes:
        start: list[Part] = [
            "  ",
            Span(*_MARK[cause.severity]),
            Span(f"{cause_title(cause, language)}  ", "strong"),
        ]
        yield from flow(start, cause_words(cause, rolled, language), width)
    yield line(rolled_summary(rolled, language))
