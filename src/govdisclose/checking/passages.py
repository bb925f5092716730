"""The prose of a report, line by line, with the place of each line."""

from __future__ import annotations

from attrs import frozen

from govdisclose.locate import Locator
from govdisclose.result import Result

__all__ = ["Passage", "passages", "place_of"]


@frozen
class Passage:
    """One line of prose. ``section`` is None before the first heading; ``start`` is its offset in the section's text."""

    section: str | None
    text: str
    start: int
    at: Locator | None


def passages(result: Result) -> tuple[Passage, ...]:
    """The lines before the first section, then those of each section."""
    places: dict[str, list[Locator]] = {}
    for paragraph in result.document.paragraphs:
        places.setdefault(paragraph.text.strip(), []).append(paragraph.at)
    found: list[Passage] = []
    headings = {_number(section.at) for section in result.report.sections}
    first = min((number for number in headings if number), default=0)
    for paragraph in result.document.paragraphs:
        if not first or paragraph.number >= first:
            break
        found.append(Passage(None, paragraph.text, 0, paragraph.at))
    for section in result.report.sections:
        start = 0
        for line in section.text.split("\n"):
            if line:
                found.append(
                    Passage(section.key, line, start, _after(places.get(line.strip(), ()), section.at))
                )
            start += len(line) + 1
    return tuple(found)


def place_of(lines: tuple[Passage, ...], section: str, start: int) -> Locator | None:
    """The place of the line that holds an offset of a section's text."""
    best: Passage | None = None
    for line in lines:
        if line.section == section and line.start <= start:
            best = line
    return best.at if best is not None else None


def _after(places: list[Locator] | tuple[()], heading: Locator | None) -> Locator | None:
    """The first of several places that stands under the heading; that of the heading where there is none."""
    number = _number(heading)
    return next((at for at in places if (_number(at) or 0) >= (number or 0)), heading)


def _number(at: Locator | None) -> int | None:
    return at.paragraph if at is not None else None
