"""The titles among the lines before section one, and which of them is the report's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from govdisclose.front._marks import unmark
from govdisclose.front._title import Phrases, Title, read_title
from govdisclose.text import fold, simplify

__all__ = ["SHORT", "Candidate", "Choice", "candidates", "choose"]

SHORT = 60
"""A part of a title, a name or a year that stands in a line of its own is no longer than this."""

_LIST = 3  # so many titles in a row that say different things are a list of links
_CUT = 3  # a title may run over so many lines
_LINKS = re.compile(
    r"(?:[上下前后]一?[篇条则页个]|相关(?:链接|文章|新闻|信息|阅读|公开)?|延伸阅读|更多|热点|推荐|阅读排行)[^\d]{0,6}"
)
_FIELDS = re.compile(
    r"(?:信息)?(?:(?:发布|发文|公开)(?:日期|时间|机构|单位|机关)|来源|作者|时间|日期|浏览|字号|字体|索引号|打印)"
)
_DATED = re.compile(r"[\d\-./年月日:()\[\]]{4,24}")


@frozen
class Candidate:
    """A title, and the lines ``start`` to ``end`` (exclusive) that hold it; ``listed`` among links to reports."""

    title: Title
    start: int
    end: int
    listed: bool = False


@frozen
class Choice:
    """The title taken (None: none, or none without doubt), and others of its rank that say something else."""

    taken: Candidate | None
    differing: tuple[Candidate, ...] = ()


def candidates(texts: Sequence[str], phrases: Phrases) -> list[Candidate]:
    """Every title in the lines, also one that line breaks cut."""
    return _mark_lists(texts, list(_titles(texts, phrases)))


def _titles(texts: Sequence[str], phrases: Phrases) -> Iterator[Candidate]:
    for place, text in enumerate(texts):
        if not ("告" in text[:400] or "报" in text[:400] or "報" in text[:400]):
            continue
        title = read_title(text, phrases)
        if title is not None:
            yield Candidate(title, place, place + 1)
            continue
        for start in range(place - 1, max(-1, place - _CUT), -1):
            title = _over_lines(texts[start : place + 1], phrases)
            if title is not None:
                yield Candidate(title, start, place + 1)
                break


def _over_lines(lines: Sequence[str], phrases: Phrases) -> Title | None:
    """The title in lines of which each holds a piece of the phrase."""
    if any(len(line) > SHORT for line in lines):
        return None
    texts = [unmark(line).text for line in lines]
    folded = [simplify(fold(text)) for text in texts]
    whole = "".join(folded)
    last = len(whole) - len(folded[-1])
    for phrase in phrases.words:
        place = whole.rfind(phrase)
        if 0 <= place < len(folded[0]) and place + len(phrase) > last:
            title = read_title("".join(texts), phrases)
            return evolve(title, plain=title.plain) if title is not None else None
    return None


def _mark_lists(texts: Sequence[str], found: list[Candidate]) -> list[Candidate]:
    """Titles in a row that say different things are links to reports of other years or organs."""
    marked: list[Candidate] = []
    for group in _groups(texts, found):
        said = {
            (item.title.organ, item.title.year) for item in group if not (item.title.bare or item.title.trail)
        }
        listed = len(said) >= _LIST
        own = [item for item in group if _has_fields(texts, item)] if listed else []
        for item in group:
            before = fold(texts[item.start - 1]) if item.start and len(texts[item.start - 1]) <= SHORT else ""
            marked.append(
                evolve(
                    item, listed=(listed and own != [item]) or _LINKS.fullmatch(simplify(before)) is not None
                )
            )
    return marked


def _has_fields(texts: Sequence[str], item: Candidate) -> bool:
    """Whether the fields of the page (发布时间：…) stand under a title: then it is the page's own."""
    return item.end < len(texts) and _FIELDS.match(simplify(fold(texts[item.end][:20]))) is not None


def _groups(texts: Sequence[str], found: list[Candidate]) -> list[list[Candidate]]:
    """Candidates in lines beside each other; a date may stand between two."""
    groups: list[list[Candidate]] = []
    for item in found:
        between = texts[groups[-1][-1].end : item.start] if groups else []
        if groups and (
            not between
            or (len(between) == 1 and len(between[0]) <= SHORT and _DATED.fullmatch(fold(between[0])))
        ):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def choose(found: Sequence[Candidate], years: frozenset[int], *, known_end: bool) -> Choice:
    """The plain title nearest before section one, else one with other words; the first where that is unknown.

    ``years`` are those that the text gives: where titles differ, they decide. A title of a list of links is taken
    only if they leave one.
    """
    ordered = list(found[::-1] if known_end else found)
    free = [item for item in ordered if not item.listed]
    ranked = [item for item in free if item.title.plain] or free
    if not ranked:
        return _of_list(ordered, years)
    taken = next((item for item in ranked if not item.title.bare), ranked[0])
    if ranked[0].title.bare and ranked[0].title.plain:
        taken = ranked[0]  # its organ and year stand beside it, or in the others
    differing = [item for item in ranked if _differ(item.title, taken.title)]
    if differing and taken.title.year is not None and taken.title.year not in years:
        fitting = [item for item in ranked if item.title.year in years]
        if fitting:
            taken = fitting[0]
            differing = [item for item in ranked if _differ(item.title, taken.title)]
    if taken.title.year in years:
        differing = [item for item in differing if item.title.year == taken.title.year]
    return Choice(taken, tuple(differing))


def _of_list(ordered: list[Candidate], years: frozenset[int]) -> Choice:
    fitting = [item for item in ordered if item.title.year in years]
    if fitting and len({(item.title.organ, item.title.year) for item in fitting}) == 1:
        return Choice(fitting[0])
    return Choice(None, tuple(ordered))


def _differ(first: Title, second: Title) -> bool:
    """Whether two titles say different things; what one leaves out the other may add."""
    return any(
        one is not None and other is not None and one != other
        for one, other in ((first.organ, second.organ), (first.year, second.year))
    )
