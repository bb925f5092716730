"""What is drawn over the pages of a PDF, before anything is painted: boxes with a kind and words."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from govdisclose.findings import Finding, Severity
from govdisclose.locate import Box

__all__ = ["Drawing", "Kind", "Mark", "PageShapes", "Shape"]


class Kind(StrEnum):
    """What a cell of a table, or a line outside the tables, was taken for.

    ``row_heading``, ``column_heading`` and ``heading`` are words of the form; the last has no entry of its own (a
    title, a corner). ``value`` is an entry as printed: a number, a blank or a slash. ``doubt`` is an entry without
    a value: text, or not to be told. ``broken`` is an entry with a finding of severity error, or in a sum that does
    not hold: a total, or all entries of a balance. ``copy`` stands in a further copy of a table. ``unmatched`` was
    taken for nothing.

    ``title``, ``section``, ``prose`` and ``line`` stand outside the tables: the last is none of the others.
    """

    ROW_HEADING = "row_heading"
    COLUMN_HEADING = "column_heading"
    HEADING = "heading"
    VALUE = "value"
    DOUBT = "doubt"
    BROKEN = "broken"
    COPY = "copy"
    UNMATCHED = "unmatched"
    TITLE = "title"
    SECTION = "section"
    PROSE = "prose"
    LINE = "line"


@frozen
class Shape:
    """A box of a kind, in points from the top left of the page as shown.

    ``words`` are the keys of a heading's path, or the row path and the column path of an entry; else empty.
    """

    kind: Kind
    box: Box
    words: tuple[str, ...] = ()


@frozen
class Mark:
    """A finding at its place. ``number`` counts the findings of the drawing; ``box`` is None for the whole page."""

    number: int
    severity: Severity
    box: Box | None


@frozen
class PageShapes:
    """One page: the shapes in reading order, and the findings on it by their numbers. ``page`` counts from 1."""

    page: int
    shapes: tuple[Shape, ...]
    marks: tuple[Mark, ...] = ()


@frozen
class Drawing:
    """A document: the pages on which anything stands, and all findings, number 1 first.

    Findings are numbered as they stand on the pages; those that have no place there come last.
    """

    pages: tuple[PageShapes, ...]
    findings: tuple[Finding, ...]

    def page(self, number: int) -> PageShapes:
        """What is drawn on a page; nothing where it is empty."""
        return next((item for item in self.pages if item.page == number), PageShapes(number, ()))
