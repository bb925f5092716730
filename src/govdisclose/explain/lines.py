"""What an explanation is made of: sections of lines of spans, each with the name of a style.

Nothing here knows a terminal. The command line gives the styles colours; ``to_text`` leaves them out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from attrs import field, frozen

from govdisclose.explain.text import printable, width, wrap

__all__ = ["Line", "Part", "Section", "Span", "Style", "flow", "line", "to_text"]

Style = Literal["plain", "dim", "strong", "good", "warn", "bad"]


@frozen
class Span:
    """A piece of a line. Its text is always safe to print: whatever a document holds is escaped here."""

    text: str = field(converter=printable)
    style: Style = "plain"


Part = str | Span
"""A piece of a line; a string is a plain one."""


@frozen
class Line:
    """One line."""

    spans: tuple[Span, ...] = ()

    def __str__(self) -> str:
        return "".join(span.text for span in self.spans).rstrip()


@frozen
class Section:
    """A part of the explanation with its title."""

    title: str
    lines: tuple[Line, ...]


def line(*parts: Part) -> Line:
    """A line of parts."""
    return Line(tuple(part if isinstance(part, Span) else Span(part) for part in parts))


def flow(start: Iterable[Part], text: str, columns: int, style: Style = "plain") -> list[Line]:
    """A text after a start, its further lines beginning where the first one does."""
    first = line(*start)
    indent = sum(width(span.text) for span in first.spans)
    pieces = wrap(printable(text), max(columns - indent, 20))
    return [
        Line((*(first.spans if not at else (Span(" " * indent),)), Span(piece, style)))
        for at, piece in enumerate(pieces)
    ]


def to_text(sections: Iterable[Section]) -> str:
    """The sections as plain text."""
    parts = ["\n".join((section.title, *map(str, section.lines))) for section in sections]
    return "\n\n".join(parts) + "\n"
