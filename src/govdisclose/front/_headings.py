"""Lines that may be section headings: candidates, before one of them is chosen for each section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from attrs import frozen

from govdisclose.front._lines import NUMERALS, beginning, may_be_numbered, opener
from govdisclose.section import Section, TextLine
from govdisclose.text import Label, fold, label, simplify, split

__all__ = ["Heading", "find_headings", "section_number"]

_WHOLE = 80  # no heading is longer, even with spaces inside
_LOOK = 160  # of a longer line, as much decides whether it begins with a heading
_SHORT_REST = 100
_BARE = re.compile(rf"[{NUMERALS}]{{1,3}}[、.,:]?")
_NUMBER_ONLY = re.compile(r"[\s.·•…—\-_]*\d{1,3}[\s.]*")  # what follows an entry in a table of contents


@frozen
class Heading:
    """A line (or two) that may be the heading of ``section``, an index in the declared sections.

    It takes the lines ``start`` to ``end`` (exclusive); ``rest`` is prose that stands on the heading's line.
    """

    section: int
    start: int
    end: int
    numbered: bool
    printed: str
    rest: str = ""


@frozen
class _Index:
    """The declared words, by their comparison form: which sections they name, and with which number."""

    cores: Mapping[str, tuple[tuple[int, int | None], ...]]
    longest_first: tuple[str, ...]
    openers: frozenset[str]

    def section(self, core: str, number: int | None) -> int | None:
        for section, declared in self.cores.get(core, ()):
            if number is None or declared is None or number == declared:
                return section
        return None


@lru_cache(maxsize=64)
def _index(sections: tuple[Section, ...]) -> _Index:
    cores: dict[str, tuple[tuple[int, int | None], ...]] = {}
    for position, section in enumerate(sections):
        for words in (section.label, *section.aliases):
            enumerator, core = label(words)
            number = enumerator.number if enumerator is not None else None
            core = simplify(core)
            cores[core] = (*cores.get(core, ()), (position, number))
    openers = frozenset(NUMERALS) | {core[0] for core in cores}
    return _Index(MappingProxyType(cores), tuple(sorted(cores, key=len, reverse=True)), openers)


def section_number(section: Section) -> int | None:
    """The ordinal of the official heading, from 1; None where it has no enumerator."""
    enumerator = label(section.label).enumerator
    return enumerator.number if enumerator is not None else None


def find_headings(lines: Sequence[TextLine], sections: tuple[Section, ...]) -> Iterator[Heading]:
    """Every line that may be a heading of one of the sections, in document order."""
    index = _index(sections)
    past = 0
    for number, line in enumerate(lines):
        if number < past:
            continue
        text = beginning(line.text)
        if not text:
            continue
        first = opener(text[0])
        if first and first not in index.openers:
            continue
        heading = _whole(lines, number, text, index)
        if heading is None and may_be_numbered(text):
            heading = _with_prose(number, text, index)
        if heading is not None:
            past = heading.end
            yield heading


def _whole(lines: Sequence[TextLine], number: int, text: str, index: _Index) -> Heading | None:
    """The line, alone or with the one after it, is a heading and nothing else."""
    if len(text) > _WHOLE:
        return None
    folded = simplify(fold(text))
    found = _name(split(folded), index)
    if found is not None:
        section, numbered = found
        return Heading(section, number, number + 1, numbered, text)
    if not _may_continue(folded, index):
        return None
    after = next(
        (place for place in range(number + 1, min(number + 4, len(lines))) if lines[place].text.strip()), None
    )
    if after is None:
        return None
    second = beginning(lines[after].text)
    if len(second) > _WHOLE:
        return None
    if _BARE.fullmatch(folded) and folded[-1] in NUMERALS:
        folded += "、"
    found = _name(split(folded + simplify(fold(second))), index)
    return Heading(found[0], number, after + 1, True, text + second) if found is not None else None


def _name(found: Label, index: _Index) -> tuple[int, bool] | None:
    """The section that the label names, and whether its number stands there."""
    enumerator, core = found
    if enumerator is not None:
        section = index.section(core, enumerator.number) if enumerator.level == 1 else None
        return (section, True) if section is not None else None
    section = index.section(core, None)
    if section is not None:
        return section, False
    if core[:1] in NUMERALS:  # 一 总体情况: a space stood for the 、
        section = index.section(core[1:], NUMERALS.index(core[:1]) + 1)
        return (section, True) if section is not None else None
    return None


def _may_continue(folded: str, index: _Index) -> bool:
    """Whether the line is a number alone, or a number and the first part of a heading."""
    if _BARE.fullmatch(folded):
        return True
    enumerator, core = split(folded)
    if enumerator is None or enumerator.level != 1:
        return False
    return any(len(core) < len(full) and full.startswith(core) for full in index.longest_first)


def _with_prose(number: int, text: str, index: _Index) -> Heading | None:
    """六、其他需要报告的事项：无。 The number stands there; after the label a colon, full stop or space."""
    look = text[:_LOOK]
    folded = simplify(fold(look))
    enumerator, core = split(folded)
    if enumerator is None or enumerator.level != 1:
        return None
    lead = folded[: len(folded) - len(core)]
    for words in index.longest_first:
        if not core.startswith(words):
            continue
        section = index.section(words, enumerator.number)
        if section is None:
            continue
        cut = _printed_length(look, lead + words)
        if cut is None or not (look[cut].isspace() or look[cut] in ":：。"):
            continue
        rest = text[cut:].lstrip(" \t\r\n\u00a0\u3000:：。")
        if (len(rest) < _SHORT_REST and _NUMBER_ONLY.fullmatch(rest)) or _lists_on(rest):
            return None
        return Heading(section, number, number + 1, True, look[:cut].rstrip(), rest)
    return None


def _printed_length(text: str, folded: str) -> int | None:
    """How many printed characters fold to ``folded``; None where no cut does, or nothing follows it."""
    count = 0
    for place, char in enumerate(text):
        if count >= len(folded):
            return place if simplify(fold(text[:place])) == folded else None
        count += len(fold(char))
    return None


def _lists_on(rest: str) -> bool:
    """Whether the next heading follows on the same line: a list of contents, no heading with prose."""
    enumerator = split(fold(rest[:20])).enumerator
    return enumerator is not None and enumerator.level == 1
