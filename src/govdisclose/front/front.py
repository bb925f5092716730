"""What stands before section one: title, organ, year, period."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import frozen

from govdisclose.findings import Finding, finding
from govdisclose.front._dates import end_of_year, find_period, lone_year, name_and_year, opening_year
from govdisclose.front._lines import beginning
from govdisclose.front._organ import is_organ, province_of, tidy_organ
from govdisclose.front._title import Title, cut_metadata, cut_within, fold_phrases, read_title
from govdisclose.locate import Locator
from govdisclose.section import TextLine
from govdisclose.text import fold

__all__ = ["Front", "read_front"]

_REGION = 80  # so many lines before section one are looked at
_UNKNOWN = 60  # so many lines of the document, where section one was not found
_NEIGHBOURS = 4
_SHORT = 60
_QUOTED = 40


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
class _Placed:
    """A title, and the lines ``start`` to ``end`` (exclusive) that hold it."""

    title: Title
    start: int
    end: int


@frozen
class _Year:
    """A year, the words in which it stands, and whether these are the title's own."""

    value: int
    text: str
    at: Locator | None = None
    own: bool = False


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
    start = max(0, end - _REGION)
    printed = [(text, line.at) for line in lines[start:end] if (text := beginning(line.text))]
    texts, places = [text for text, _ in printed], [at for _, at in printed]
    phrases = fold_phrases(titles)
    found = list(_titles(texts, phrases))
    chosen = _nearest(found, known_end=first is not None)
    declared = cut_metadata(metadata_title, phrases) if metadata_title else None
    title = chosen.title if chosen is not None else declared
    findings: list[Finding] = []
    if title is None:
        findings.append(finding("title-not-found"))
    others = [placed.title for placed in found if placed is not chosen] + ([declared] if declared else [])

    organ, notes = _organ(texts, places, chosen, title, others)
    findings += notes
    beside = _year_beside(texts, places, chosen, title)
    period, stated, unreadable = _period(texts, places, opening)
    year = beside or stated or _last_resort(opening, others)
    if year is None:
        findings.append(finding("year-not-found"))
    elif not year.own:
        findings.append(finding("year-from-text", year.at, year=year.value, text=_quote(year.text)))
    if beside is not None and stated is not None and beside.value != stated.value:
        text = _quote(stated.text)
        told = finding("year-contradicted", stated.at, year=beside.value, other=stated.value, text=text)
        findings.append(told)
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


def _titles(texts: list[str], phrases: tuple[str, ...]) -> Iterator[_Placed]:
    """Every title in the lines, also one whose phrase a line break cuts."""
    for place, text in enumerate(texts):
        if not ("告" in text or "报" in text):
            continue
        title = read_title(text, phrases)
        if title is not None:
            yield _Placed(title, place, place + 1)
            continue
        if place and len(text) <= _SHORT and len(texts[place - 1]) <= _SHORT:
            before = texts[place - 1]
            if cut_within(fold(before), fold(text), phrases):
                title = read_title(before + text, phrases)
                if title is not None:
                    yield _Placed(title, place - 1, place + 1)


def _nearest(found: list[_Placed], *, known_end: bool) -> _Placed | None:
    """The plain title nearest before section one, else a breadcrumb; the first where that is unknown."""
    ordered = found[::-1] if known_end else found
    plain = next((placed for placed in ordered if placed.title.plain), None)
    return plain or (ordered[0] if ordered else None)


def _around(texts: list[str], chosen: _Placed, step: int) -> Iterator[tuple[int, str]]:
    """The folded short lines beside a title, in one direction."""
    start = chosen.start - 1 if step < 0 else chosen.end
    stop = max(start - _NEIGHBOURS, -1) if step < 0 else min(start + _NEIGHBOURS, len(texts))
    for place in range(start, stop, step):
        if len(texts[place]) > _SHORT:
            return
        yield place, fold(texts[place])


def _organ_beside(texts: list[str], chosen: _Placed, step: int) -> tuple[int, str] | None:
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
    """示例县水利局2019年: the first line of a title of two."""
    cut = name_and_year(folded)
    return cut if cut is not None and is_organ(cut[0]) else None


def _organ(
    texts: list[str],
    places: list[Locator],
    chosen: _Placed | None,
    title: Title | None,
    others: list[Title],
) -> tuple[str | None, list[Finding]]:
    """The organ of the title; else of a line beside it; else of the page's other titles, if all name one."""
    if title is not None and title.organ is not None:
        return title.organ, []
    if chosen is not None:
        sides = [side for step in (-1, 1) if (side := _organ_beside(texts, chosen, step)) is not None]
    elif title is None:
        sides = _organs_alone(texts)
    else:
        sides = []
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
    if len(known) == 1:
        ((name, text),) = known.items()
        return name, [finding("organ-from-line", text=text)]
    return None, [finding("organ-not-found")]


def _organs_alone(texts: list[str]) -> list[tuple[int, str]]:
    """Without a title: the names that stand before section one, but for lists of them."""
    short = [(place, fold(text)) for place, text in enumerate(texts) if len(text) <= _SHORT]
    flags = [is_organ(folded) for _, folded in short]
    return [
        item
        for number, item in enumerate(short)
        if flags[number] and not any(flags[max(0, number - 1) : number] + flags[number + 1 : number + 2])
    ]


def _year_beside(
    texts: list[str], places: list[Locator], chosen: _Placed | None, title: Title | None
) -> _Year | None:
    """The title's year; else that of a line beside it which is a year, or the last day of one."""
    if title is not None and title.year is not None:
        at = places[chosen.start] if chosen is not None else None
        return _Year(title.year, title.text, at, own=True)
    anchor = chosen
    if anchor is None:
        alone = _organs_alone(texts)
        if len(alone) != 1:
            return None
        anchor = _Placed(Title("", None, None), alone[0][0], alone[0][0] + 1)
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


def _period(
    texts: list[str], places: list[Locator], opening: str
) -> tuple[tuple[datetime.date, datetime.date] | None, _Year | None, Finding | None]:
    """The period, its year (None where it has two), and the finding on one that has no two dates."""
    unreadable: Finding | None = None
    around = islice(zip(texts[::-1], places[::-1], strict=True), _REGION)
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


def _last_resort(opening: str, others: list[Title]) -> _Year | None:
    """The year with which section one begins; else that of the page's other titles, if all say one."""
    begun = opening_year(opening)
    if begun is not None:
        return _Year(*begun)
    known = {other.year: other.text for other in others if other.year is not None}
    if len(known) == 1:
        ((year, text),) = known.items()
        return _Year(year, text)
    return None
