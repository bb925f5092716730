"""What each line outside the tables was taken for."""

from __future__ import annotations

from govdisclose.document import Document
from govdisclose.picture.shapes import Kind
from govdisclose.result import Result

__all__ = ["line_kinds"]

_LEAST = 4
_LONGEST = 200


def line_kinds(document: Document, result: Result | None) -> dict[int, Kind]:
    """The kind of each paragraph, by its number."""
    report = result.report if result is not None else None
    sections = report.sections if report is not None else ()
    headings = {item.at.paragraph for item in sections if item.at and item.at.paragraph is not None}
    prose = {line.strip() for item in sections for line in item.text.split("\n")}
    title = _squashed(report.title) if report is not None and report.title else ""
    organ = _squashed(report.organ) if report is not None and report.organ else ""
    first = min(headings, default=len(document.paragraphs) + 1)
    found: dict[int, Kind] = {}
    for item in document.paragraphs:
        if item.number in headings:
            found[item.number] = Kind.SECTION
        elif item.number > first and item.text.strip() in prose:
            found[item.number] = Kind.PROSE
        elif item.number < first and _is_part(item.text, title, organ):
            found[item.number] = Kind.TITLE
        else:
            found[item.number] = Kind.LINE
    return found


def _is_part(text: str, title: str, organ: str) -> bool:
    """Whether a line is the title, one of the lines that it goes over, or the organ over it."""
    if len(text) > _LONGEST:
        return False
    words = _squashed(text)
    return words in (title, organ) or (len(words) >= _LEAST and words in title)


def _squashed(text: str) -> str:
    return "".join(text.split())
