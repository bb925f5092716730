"""The prose of a report, line by line, with the place of each line."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable

from attrs import frozen

from govdisclose.locate import Locator
from govdisclose.result import Result

__all__ = ["Passage", "Places", "passages"]


@frozen
class Passage:
    """One line of prose. ``section`` is None before the first heading; ``start`` is its offset in the section's text."""

    section: str | None
    text: str
    start: int
    at: Locator | None


def passages(result: Result) -> tuple[Passage, ...]:
    """The lines before the first section, then those of each section."""
    waiting: dict[str, deque[Locator]] = {}
    for paragraph in result.document.paragraphs:
        waiting.setdefault(paragraph.text.strip(), deque()).append(paragraph.at)
    found: list[Passage] = []
    headings = [_number(section.at) for section in result.report.sections]
    first = min((number for number in headings if number), default=0)
    for paragraph in result.document.paragraphs:
        if not first or paragraph.number >= first:
            break
        found.append(Passage(None, paragraph.text, 0, paragraph.at))
    for section in result.report.sections:
        start = 0
        for line in section.text.split("\n"):
            if line:
                at = _next(waiting.get(line.strip()), section.at)
                found.append(Passage(section.key, line, start, at))
            start += len(line) + 1
    return tuple(found)


class Places:
    """The places of the lines of each section, by their offsets."""

    def __init__(self, lines: Iterable[Passage]) -> None:
        self._starts: dict[str, list[int]] = {}
        self._places: dict[str, list[Locator | None]] = {}
        for line in lines:
            if line.section is not None:
                self._starts.setdefault(line.section, []).append(line.start)
                self._places.setdefault(line.section, []).append(line.at)

    def at(self, section: str, start: int) -> Locator | None:
        """The place of the line that holds an offset of a section's text."""
        number = bisect_right(self._starts.get(section, []), start)
        return self._places[section][number - 1] if number else None


def _next(waiting: deque[Locator] | None, heading: Locator | None) -> Locator | None:
    """The next place of a text that stands under the heading; that of the heading where there is none."""
    while waiting:
        at = waiting.popleft()
        if _number(at) >= _number(heading):
            return at
    return heading


def _number(at: Locator | None) -> int:
    return at.paragraph or 0 if at is not None else 0
