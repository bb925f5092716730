"""The marks of the drawing, and an entry in a few characters."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum

from govdisclose.explain.lines import Line, Span, Style, flow
from govdisclose.explain.text import one_line
from govdisclose.explain.words import say
from govdisclose.grammar.entry import Entry, State

__all__ = ["Mark", "entry_text", "mark_lines"]


class Mark(Enum):
    """What is noted of a row, a column or an entry in one character."""

    PLAIN = " "
    ALIAS = "≈"
    INHERITED = "↑"
    JOINED = "+"
    DOUBT = "!"
    UNKNOWN = "✗"
    MISSING = "—"
    BLANK = "·"
    SLASH = "/"
    TEXT = "“ ”"
    UNREADABLE = "?"

    @property
    def style(self) -> Style:
        """How the mark is shown."""
        return _STYLES.get(self, "plain")


_STYLES: dict[Mark, Style] = {
    Mark.ALIAS: "warn",
    Mark.INHERITED: "dim",
    Mark.JOINED: "dim",
    Mark.DOUBT: "warn",
    Mark.UNKNOWN: "bad",
    Mark.MISSING: "bad",
    Mark.BLANK: "dim",
    Mark.SLASH: "dim",
    Mark.TEXT: "warn",
    Mark.UNREADABLE: "bad",
}

_MEANINGS = (
    (Mark.BLANK, "mark-blank"),
    (Mark.SLASH, "mark-slash"),
    (Mark.TEXT, "mark-text"),
    (Mark.UNREADABLE, "mark-unreadable"),
    (Mark.MISSING, "mark-missing"),
    (Mark.ALIAS, "mark-alias"),
    (Mark.INHERITED, "mark-inherited"),
    (Mark.JOINED, "mark-joined"),
    (Mark.DOUBT, "mark-doubt"),
    (Mark.UNKNOWN, "mark-unknown"),
)


def entry_text(entry: Entry) -> tuple[str, Style, Mark | None]:
    """An entry for the grid: what is shown, its style, and the mark that has to be explained."""
    if entry.state is State.NUMBER:
        unit = entry.unit or ""
        return f"{entry.value}{unit}", "dim" if entry.value == 0 else "strong", None
    if entry.state is State.TEXT:
        return f"“{one_line(entry.raw)}”", "warn", Mark.TEXT
    mark = {
        State.BLANK: Mark.BLANK,
        State.NOT_APPLICABLE: Mark.SLASH,
        State.UNREADABLE: Mark.UNREADABLE,
    }.get(entry.state, Mark.MISSING)
    return mark.value, mark.style, mark


def mark_lines(marks: Collection[Mark], language: str, columns: int) -> list[Line]:
    """What the marks mean, of those that were used."""
    words = "   ".join(f"{mark.value} {say(language, key)}" for mark, key in _MEANINGS if mark in marks)
    return flow([Span("  ", "dim")], words, columns, "dim")
