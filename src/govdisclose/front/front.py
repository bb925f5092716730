"""What stands before section one: title, organ, year, period."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from attrs import frozen

from govdisclose.findings import Finding, finding
from govdisclose.front._candidates import SHORT, Candidate, candidates, choose
from govdisclose.front._dates import end_of_year, find_period, lone_year, name_and_year, opening_year
from govdisclose.front._lines import beginning
from govdisclose.front._marks import unmark
from govdisclose.front._opening import announced_year
from govdisclose.front._organ import begins_with_place, is_nameless, is_organ, province_of, tidy_organ
from govdisclose.front._title import Title, cut_metadata, fold_phrases
from govdisclose.locate import Locator
from govdisclose.section import TextLine
from govdisclose.text import fold

__all__ = ["Front", "read_front"]

_REGION = 80  # so many lines before section one are looked at
_UNKNOWN = 60  # so many lines of the document, where section one was not found
_MOST = 160  # a paragraph may hold several lines
_NEIGHBOURS = 4
_QUOTED = 40
_SOURCES = ("来源", "信息来源", "文章来源", "发布机构", "发布单位", "公开机构", "发文机关", "责任部门")


@frozen
class Front:
    """What a report says of itself. Each is None where the document does not say it beyond doubt.

    ``title`` is as printed; ``organ`` without white space; ``province`` in its official form, from the
    beginning of the organ's name alone.
    """

    title: str | None
    organ: str | None
    year: int | None
    period: tuple[datetime.date, datetime.date] | None
    province: str | None
    findings: tuple[Finding, ...]


@frozen
class _Year:
    """A year, the words in which it stands, and whether these are the title's own."""

    value: int
    text: str
    at: Locator | None = None
    own: bool = False


@frozen
class _Page:
    """The lines before section one, none of them blank, with their places."""

    texts: list[str]
    places: list[Locator]

    @classmethod
    def of(cls, lines: Sequence[TextLine], *, known_end: bool) -> _Page:
        """The last lines where the first section is known to follow, else the first ones: as many as are looked at."""
        printed = [
            (text, line.at)
            for line in lines
            for part in _parts(line.text, known_end=known_end)
            if (text := beginning(part))
        ]
        printed = printed[-_MOST:] if known_end else printed[:_MOST]
        return cls([text for text, _ in printed], [at for _, at in printed])


def _parts(text: str, *, known_end: bool) -> list[str]:
    """The lines of a paragraph that breaks divide."""
    if "\n" not in text:
        return [text]
    parts = text.split("\n")
    return parts[-_MOST:] if known_end else parts[:_MOST]


def read_front(
    lines: Sequence[TextLine],
    first: int | None,
    opening: str,
    titles: tuple[str, ...],
    metadata_title: str | None,
) -> Front:
    """Read the lines before ``first``, the index of the first section heading (None: unknown).

    ``opening`` is the prose of section one, ``titles`` the phrases that end a title, ``metadata_title`` the
    title that an HTML page declares; it counts only where the lines have none.
    """
    end = first if first is not None else min(len(lines), _UNKNOWN)
    page = _Page.of(lines[max(0, end - _REGION) : end], known_end=first is not None)
    phrases = fold_phrases(titles)
    declared = cut_metadata(metadata_title, phrases) if metadata_title else None
    period, stated, unreadable = _period(page, opening)
    announced = _announced(page, opening, known_end=first is not None)
    known = [year for year in (stated, announced) if year is not None]
    hints = frozenset(year.value for year in known) | (
        {declared.year} if declared and declared.year else set()
    )

    found = [item for item in candidates(page.texts, phrases) if not _is_menu_word(page.texts, item)]
    choice = choose(found, hints, known_end=first is not None)
    chosen = choice.taken
    title = chosen.title if chosen is not None else declared
    findings = _of_title(page, title, chosen, choice.differing)
    others = [item.title for item in found if item is not chosen] + ([declared] if declared else [])

    organ, notes = _organ(page, chosen, title, others)
    findings += notes
    beside = _year_beside(page, chosen, title)
    if beside is None and len({item.value for item in known}) > 1:
        first_, second = known
        told = finding("year-undecided", second.at, first=first_.value, second=second.value)
        findings.append(told)
        year = None
    else:
        year = beside or next(iter(known), None) or _last_resort(opening, others)
        if year is None:
            findings.append(finding("year-not-found"))
        elif not year.own:
            findings.append(finding("year-from-text", year.at, year=year.value, text=_quote(year.text)))
    if beside is not None:
        findings += _contradictions(beside, known)
    if unreadable is not None:
        findings.append(unreadable)
    return Front(
        title.text if title is not None else None,
        organ,
        year.value if year is not None else None,
        period,
        province_of(organ) if organ is not None else None,
        tuple(findings),
    )


def _quote(text: str) -> str:
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1] + "…"


# --- title


def _is_menu_word(texts: Sequence[str], item: Candidate) -> bool:
    """Whether a phrase alone is a word of a menu: a weak one with no year and no organ in a line beside it."""
    if not (item.title.weak and item.title.bare) or item.title.unread:
        return False
    return all(_organ_beside(texts, item, step) is None for step in (-1, 1))


def _of_title(
    page: _Page, title: Title | None, chosen: Candidate | None, differing: tuple[Candidate, ...]
) -> list[Finding]:
    """The finding on a title that is not there, or beside which others stand that say something else."""
    if differing:
        first, second = (differing[0], differing[-1]) if chosen is None else (chosen, differing[0])
        kind = "title-undecided" if title is None else "titles-differ"
        words = {"first": _quote(first.title.text), "second": _quote(second.title.text)}
        if title is None or chosen is not None:
            return [finding(kind, page.places[second.start], **words)]
    return [] if title is not None else [finding("title-not-found")]


# --- organ


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """A short line folded, without the marks around it."""
    return fold(unmark(text).text)


def _around(texts: Sequence[str], chosen: Candidate, step: int) -> Iterator[tuple[int, str]]:
    """The folded short lines beside a title, in one direction."""
    start = chosen.start - 1 if step < 0 else chosen.end
    stop = max(start - _NEIGHBOURS, -1) if step < 0 else min(start + _NEIGHBOURS, len(texts))
    for place in range(start, stop, step):
        if len(texts[place]) > SHORT:
            return
        yield place, _plain(texts[place])


def _organ_beside(texts: Sequence[str], chosen: Candidate, step: int) -> tuple[int, str] | None:
    """The organ in the next line but for years and dates. Two names in a row are a list of links."""
    near = _around(texts, chosen, step)
    for place, folded in near:
        if is_organ(folded):
            following = next(near, None)
            return None if following is not None and is_organ(following[1]) else (place, folded)
        cut = _organ_with_year(folded)
        if cut is not None:
            return place, cut[0]
        if lone_year(folded) is None and not end_of_year(folded)[0]:
            return None
    return None


def _organ_with_year(folded: str) -> tuple[str, int] | None:
    """示例县水利局2019年, 2019年示例县水利局: the first line of a title of two."""
    cut = name_and_year(folded)
    if cut is None:
        return None
    name = cut[0].removesuffix("关于")
    return (name, cut[1]) if is_organ(name) else None


def _organ(
    page: _Page, chosen: Candidate | None, title: Title | None, others: list[Title]
) -> tuple[str | None, list[Finding]]:
    """The organ of the title; else of a line beside it; else of the page's other titles, if all name one."""
    texts, places = page.texts, page.places
    above = _name_begun_above(texts, chosen)
    if above is not None:
        place, name = above
        return tidy_organ(name), [finding("organ-from-line", places[place], text=texts[place])]
    if title is not None and title.organ is not None:
        return title.organ, []
    if chosen is not None:
        sides = [side for step in (-1, 1) if (side := _organ_beside(texts, chosen, step)) is not None]
        sides += [] if not sides else _source(texts, chosen, sides)
    elif title is None:
        sides = _organs_alone(texts)
    else:
        sides = []
    if title is not None and title.unread:
        sides = [side for side in sides if side[1] in title.unread]
    names = {name for _, name in sides}
    if len(names) > 1:
        named = [name for name in names if any(tidy_organ(name) == other.organ for other in others)]
        sides = [side for side in sides if side[1] in named] if len(named) == 1 else sides
        names = {name for _, name in sides}
    if len(names) > 1:
        shown = list(dict.fromkeys(name for _, name in sides))
        return None, [finding("organ-undecided", places[sides[0][0]], first=shown[0], second=shown[1])]
    if sides:
        place, name = sides[0]
        return tidy_organ(name), [finding("organ-from-line", places[place], text=texts[place])]
    known = {other.organ: other.text for other in others if other.organ is not None}
    if title is not None and title.unread:
        known = {name: text for name, text in known.items() if fold(name) in title.unread}
    if len(known) == 1:
        ((name, text),) = known.items()
        return name, [finding("organ-from-line", text=_quote(text))]
    if title is not None and title.unread:
        at = places[chosen.start] if chosen is not None else None
        return None, [finding("organ-unclear", at, text=_quote(title.unread))]
    return None, [finding("organ-not-found")]


def _name_begun_above(texts: Sequence[str], chosen: Candidate | None) -> tuple[int, str] | None:
    """The line above a title that begins in the middle of a name: 示例市住房和城乡建 / 设局2022年….

    A name that says itself where it is stands whole in the title.
    """
    if chosen is None or not chosen.start or len(texts[chosen.start - 1]) > SHORT:
        return None
    tail = fold(chosen.title.organ or chosen.title.unread)
    if not 2 <= len(tail) <= 12 or begins_with_place(tail) or is_nameless(tail):
        return None
    head = _plain(texts[chosen.start - 1])
    whole = head + tail
    if is_organ(head) or not begins_with_place(head + "某") or not is_organ(whole) or "公开" in head:
        return None
    return chosen.start - 1, whole


def _source(texts: Sequence[str], chosen: Candidate, sides: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The body that a line such as 来源：… beside the title names, if it is another than the one beside it."""
    for step in (-1, 1):
        for place, folded in _around(texts, chosen, step):
            label, colon, name = folded.partition(":")
            if colon and label in _SOURCES and is_organ(name) and all(name != side for _, side in sides):
                return [(place, name)]
    return []


def _organs_alone(texts: Sequence[str]) -> list[tuple[int, str]]:
    """Without a title: the names that stand before section one, but for lists of them."""
    short = [(place, _plain(text)) for place, text in enumerate(texts) if len(text) <= SHORT]
    flags = [is_organ(folded) for _, folded in short]
    return [
        item
        for number, item in enumerate(short)
        if flags[number] and not any(flags[max(0, number - 1) : number] + flags[number + 1 : number + 2])
    ]


# --- year


def _year_beside(page: _Page, chosen: Candidate | None, title: Title | None) -> _Year | None:
    """The title's year; else that of a line beside it which is a year, or the last day of one."""
    texts, places = page.texts, page.places
    if title is not None and title.year is not None:
        at = places[chosen.start] if chosen is not None else None
        return _Year(title.year, title.text, at, own=True)
    anchor = chosen
    if anchor is None:
        alone = _organs_alone(texts)
        if len(alone) != 1:
            return None
        anchor = Candidate(Title("", None, None), alone[0][0], alone[0][0] + 1)
    years: list[_Year] = []
    for step in (-1, 1):
        for place, folded in _around(texts, anchor, step):
            year, own = lone_year(folded), True
            if year is None:
                is_date, year = end_of_year(folded)
                own = False
                cut = _organ_with_year(folded)
                if cut is not None:
                    year, own = cut[1], True
                elif not is_date and not is_organ(folded):
                    break
            if year is not None:
                years.append(_Year(year, texts[place], places[place], own))
    if len({year.value for year in years}) != 1:
        return None
    return next((year for year in years if year.own), years[0])


def _contradictions(beside: _Year, known: list[_Year]) -> Iterator[Finding]:
    said: set[int] = {beside.value}
    for year in known:
        if year.value not in said:
            said.add(year.value)
            yield finding(
                "year-contradicted", year.at, year=beside.value, other=year.value, text=_quote(year.text)
            )


def _period(
    page: _Page, opening: str
) -> tuple[tuple[datetime.date, datetime.date] | None, _Year | None, Finding | None]:
    """The period, its year (None where it has two), and the finding on one that has no two dates."""
    unreadable: Finding | None = None
    around = islice(zip(page.texts[::-1], page.places[::-1], strict=True), _REGION)
    for text, at in [*around, (opening, None)]:
        if len(text) < len("统计期限"):
            continue
        period, words = find_period(text)
        if period is not None:
            start, end = period
            year = _Year(start.year, words, at) if start.year == end.year else None
            return period, year, None
        if words and unreadable is None:
            unreadable = finding("period-unreadable", at, text=_quote(words))
    return None, None, unreadable


def _announced(page: _Page, opening: str, *, known_end: bool) -> _Year | None:
    """The year of the sentence in which the report announces itself, nearest before section one or within it."""
    for text, at in zip(page.texts[::-1], page.places[::-1], strict=True):
        found = announced_year(text, is_prose=not known_end)
        if found is not None:
            return _Year(found.year, found.text, at)
    within = announced_year(opening, is_prose=True)
    return _Year(within.year, within.text) if within is not None else None


def _last_resort(opening: str, others: list[Title]) -> _Year | None:
    """The year with which section one begins; else that of the page's other titles, if all say one."""
    begun = opening_year(opening)
    if begun is not None:
        return _Year(*begun)
    known = {other.year: other.text for other in others if other.year is not None}
    if len(known) == 1:
        ((year, text),) = known.items()
        return _Year(year, _quote(text))
    return None
