"""The sections of a report: which line heads which, and the prose that stands under it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import frozen

from govdisclose.findings import Finding, finding
from govdisclose.front._headings import Heading, find_headings, section_number
from govdisclose.front._lines import beginning, may_be_numbered
from govdisclose.locate import Locator
from govdisclose.section import Section, TextLine
from govdisclose.text import fold, split

__all__ = ["FoundSection", "FoundSections", "find_sections"]

# What a candidate weighs when headings stand several times: to be there at all, to have its number, and the
# characters of prose after it, of which more than so many prove nothing more.
_THERE, _NUMBERED, _ENOUGH = 20, 100, 2000
_LIST = 3  # so many headings with nothing between them, from section one on, are a list of contents
_SHORT = 30


@frozen
class FoundSection:
    """A section: key, heading as printed, prose (lines joined by a line feed), place of the heading.

    ``text`` is empty where nothing stands under the heading outside the form's tables.
    """

    key: str
    heading: str
    text: str
    at: Locator


@frozen
class FoundSections:
    """The sections in document order, and the index in the lines of the first heading (None without any)."""

    found: tuple[FoundSection, ...]
    first: int | None
    findings: tuple[Finding, ...]


def find_sections(lines: Sequence[TextLine], sections: tuple[Section, ...]) -> FoundSections:
    """Find the heading of each section, and the prose under it.

    A heading is a whole line with the words of a label or alias; its number must agree with that of the label
    or alias, where both have one. Where headings stand several times, the ones in the order of the form with
    the most prose after them are taken. A heading that is none of the form's (七、附件) ends a section.
    """
    candidates = list(find_headings(lines, sections))
    sums = [0]
    for line in lines:
        sums.append(sums[-1] + len(line.text.strip()))
    kept, prose = _without_contents(candidates, sums)
    chosen = _choose(kept, prose, len(sections))
    found = tuple(
        FoundSection(
            sections[heading.section].key,
            heading.printed,
            _prose(lines, heading, after, candidates, sections),
            lines[heading.start].at,
        )
        for heading, after in zip(chosen, [*chosen[1:], None], strict=False)
    )
    return FoundSections(found, chosen[0].start if chosen else None, _report(lines, sections, chosen, kept))


def _without_contents(candidates: list[Heading], sums: list[int]) -> tuple[list[Heading], list[int]]:
    """Leave out lists of contents and navigation; with the length of the prose after each heading that stays.

    A numbered list stays where section one stands nowhere else: a form without any prose looks the same.
    """
    prose = [
        len(heading.rest) + sums[after.start if after is not None else -1] - sums[heading.end]
        for heading, after in zip(candidates, [*candidates[1:], None], strict=False)
    ]
    runs: list[list[int]] = []
    for place in range(len(candidates)):
        if runs and prose[place - 1] == 0 and candidates[place].section > candidates[place - 1].section:
            runs[-1].append(place)
        else:
            runs.append([place])
    firsts = sum(heading.section == 0 for heading in candidates)
    kept: list[int] = []
    for run in runs:
        is_list = len(run) >= _LIST and candidates[run[0]].section == 0
        if is_list and (firsts > 1 or not any(candidates[place].numbered for place in run)):
            firsts -= 1
        else:
            kept += run
    return [candidates[place] for place in kept], [prose[place] for place in kept]


@frozen
class _Chain:
    score: int
    heading: Heading
    before: _Chain | None


def _choose(candidates: list[Heading], prose: list[int], count: int) -> list[Heading]:
    """One heading for each section: the chain in the form's order that weighs most.

    A numbered heading out of that order is taken where its section would have none.
    """
    best: list[_Chain | None] = [None] * count
    alone: dict[int, _Chain] = {}
    for heading, length in zip(candidates, prose, strict=True):
        weight = _THERE + _NUMBERED * heading.numbered + min(length, _ENOUGH)
        before = max(
            (chain for chain in best[: heading.section] if chain is not None),
            key=lambda chain: chain.score,
            default=None,
        )
        score = weight + (before.score if before is not None else 0)
        known = best[heading.section]
        if known is None or score > known.score:
            best[heading.section] = _Chain(score, heading, before)
        if heading.numbered and (heading.section not in alone or weight > alone[heading.section].score):
            alone[heading.section] = _Chain(weight, heading, None)
    chain = max((chain for chain in best if chain is not None), key=lambda item: item.score, default=None)
    chosen: dict[int, Heading] = {}
    while chain is not None:
        chosen[chain.heading.section] = chain.heading
        chain = chain.before
    for section, single in alone.items():
        chosen.setdefault(section, single.heading)
    return sorted(chosen.values(), key=lambda heading: heading.start)


def _prose(
    lines: Sequence[TextLine],
    heading: Heading,
    after: Heading | None,
    candidates: list[Heading],
    sections: tuple[Section, ...],
) -> str:
    """The lines under a heading: to the next one, or to a numbered heading that is none of the form's."""
    stop = after.start if after is not None else len(lines)
    place = bisect_left(candidates, heading.end, key=lambda item: item.start)
    while place < len(candidates) and candidates[place].start < stop:
        if candidates[place].numbered and candidates[place].section != heading.section:
            stop = candidates[place].start
        place += 1
    own = section_number(sections[heading.section])
    limit = section_number(sections[after.section]) if after is not None else None
    prose = [heading.rest.strip()] if heading.rest.strip() else []
    for line in lines[heading.end : stop]:
        text = beginning(line.text)
        if own is not None and _is_foreign_heading(text, own, limit):
            break
        if text:
            prose.append(text)
    return "\n".join(prose)


def _is_foreign_heading(text: str, own: int, limit: int | None) -> bool:
    """Whether a line heads a part that the form does not have: its number lies between those of two headings.

    The limit keeps 四、结转下年度继续办理, a row of table 3, from ending section three.
    """
    if not 2 < len(text) < _SHORT or not may_be_numbered(text):
        return False
    if "。" in text or "；" in text or ";" in text:
        return False
    enumerator = split(fold(text)).enumerator
    return (
        enumerator is not None
        and enumerator.level == 1
        and own < enumerator.number
        and (limit is None or enumerator.number < limit)
    )


def _report(
    lines: Sequence[TextLine],
    sections: tuple[Section, ...],
    chosen: list[Heading],
    kept: list[Heading],
) -> tuple[Finding, ...]:
    taken = {heading.section: heading for heading in chosen}
    counts = [0] * len(sections)
    for heading in kept:
        counts[heading.section] += 1
    findings: list[Finding] = []
    for position, section in enumerate(sections):
        if position not in taken:
            findings.append(finding("section-not-found", section=section.label))
        elif counts[position] > 1:
            at = lines[taken[position].start].at
            findings.append(finding("section-repeated", at, section=section.label, count=counts[position]))
    return tuple(findings)
