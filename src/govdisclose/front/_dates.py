"""Years, dates beside a title, and the reporting period (统计期限)."""

from __future__ import annotations

import datetime
import re

from govdisclose.text import fold

__all__ = ["Period", "end_of_year", "find_period", "lone_year", "name_and_year", "opening_year", "years_in"]

Period = tuple[datetime.date, datetime.date]

_DIGITS = {char: place for place, char in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零○O", 0)
YEAR = r"(?:(?<!\d)20\d\d(?!\d)|二[〇零○O0][〇零○O0-9一二三四五六七八九]{2})"
_YEAR = re.compile(YEAR)
_LONE = re.compile(rf"\(?({YEAR})(?:年度?)?\)?")
_NAME_YEAR = re.compile(
    rf"(?P<before>[^\d()（）]{{3,40}}(?:\([^\d()]{{2,30}}\))?)\(?(?P<late>{YEAR})(?:年度?)?\)?"
    rf"|\(?(?P<early>{YEAR})(?:年度?)?\)?(?P<after>[^\d]{{3,40}})"
)
_DATE = re.compile(
    rf"[(]?(?:截[至止]到?)?({YEAR})[年.\-/](\d{{1,2}}|[一二三四五六七八九十]{{1,2}})[月.\-/]"
    r"(\d{1,2}|[一二三四五六七八九十]{1,3})日?止?[)]?"
)
# A year that opens section one is the report's, unless it dates a law, an event or a span.
_OPENING = re.compile(r"(20\d\d)年(?!\d|以来|以前|之前|底|初|前|末|起|来|至|到|后|-|[新修颁施出印实]|的?《)")

# Words that announce the period; beside the others stand dates of all sorts, so that only a whole year
# counts there.
_ANNOUNCED = re.compile(
    r"统计(?:期限|时限|时间|期间|区间|周期)|所列的?数据|統計(?:期限|時限|時間|期間)|所列的?數據"
)
_NEARBY = re.compile(r"统计|期限|时限|数据|所列|統計|時限|數據")
_FORMAL = re.compile(r"[统統][计計][期时時]限")
_BEFORE, _AFTER, _LOOK, _TRIES = 60, 110, 4000, 8
_DOTTED = re.compile(r"\d\s?\.|⽉")
_PAIR = re.compile(
    r"(?<!\d)(20\d\d)[年.](\d{1,2})[月.](\d{1,2})日?起?[,、]?(?:至|到|-{1,2}|—{1,2}|~|～)"
    r"(?:(20\d\d)[年.]|[同当本]年)?(\d{1,2})[月.](\d{1,2})(?:日|(?!\d))"
)


def read_year(text: str) -> int | None:
    """2019, 二〇一九 or 二零一九 as a number."""
    if text.isascii():
        return int(text)
    digits = [2] + [_DIGITS[char] if char in _DIGITS else int(char) for char in text[1:]]
    year = int("".join(map(str, digits)))
    return year if 2000 <= year < 2100 else None


def years_in(folded: str) -> list[tuple[int, int, int]]:
    """Each year in a folded line as (year, start, end)."""
    found = []
    for match in _YEAR.finditer(folded):
        year = read_year(match[0])
        if year is not None:
            found.append((year, match.start(), match.end()))
    return found


def lone_year(folded: str) -> int | None:
    """The year, of a line that holds nothing else: ``2019``, ``2019年度``, ``（2019年）``."""
    match = _LONE.fullmatch(folded)
    return read_year(match[1]) if match is not None else None


def name_and_year(folded: str) -> tuple[str, int] | None:
    """What stands before the year, of a line that ends in one, or after the year of one that begins with it."""
    match = _NAME_YEAR.fullmatch(folded)
    if match is None:
        return None
    year = read_year(match["late"] or match["early"])
    return (match["before"] or match["after"], year) if year is not None else None


def end_of_year(folded: str) -> tuple[bool, int | None]:
    """Whether a line is a date, and the year whose last day it is (any other date is one of publication)."""
    match = _DATE.fullmatch(folded)
    if match is None:
        return False, None
    last = match[2] in ("12", "十二") and match[3] in ("31", "三十一")
    return True, read_year(match[1]) if last else None


def opening_year(opening: str) -> tuple[int, str] | None:
    """The year with which section one begins, and the words in which it stands."""
    folded = fold(opening[:40].lstrip())
    match = _OPENING.match(folded)
    return (int(match[1]), folded[: match.end() + 10]) if match is not None else None


def find_period(text: str) -> tuple[Period | None, str]:
    """The two dates near words such as 统计期限, and the words in which they stand.

    Without dates: None, and the sentence that announces a period, empty if none does.
    """
    text = text[:_LOOK]
    past, tries, unreadable = 0, 0, ""
    for match in _NEARBY.finditer(text):
        if match.start() < past:
            continue
        tries += 1
        if tries > _TRIES:
            break
        past = match.start() + _AFTER
        lead, tail = text[max(0, match.start() - _BEFORE) : match.start()], text[match.start() : past]
        sentence = lead.rpartition("。")[2] + tail.partition("。")[0]
        if not ("月" in sentence or "限" in sentence or _DOTTED.search(sentence)):
            continue  # most sentences: not worth folding
        folded = fold(sentence)
        announced = _ANNOUNCED.search(folded) is not None
        period = _read_pair(folded, whole_year=not announced)
        if period is not None:
            return period, folded
        if not unreadable and _FORMAL.search(folded):
            unreadable = sentence.strip()
    return None, unreadable


def _read_pair(folded: str, *, whole_year: bool) -> Period | None:
    for match in _PAIR.finditer(folded):
        year, month, day, last_year, last_month, last_day = match.groups()
        try:
            start = datetime.date(int(year), int(month), int(day))
            end = datetime.date(int(last_year or year), int(last_month), int(last_day))
        except ValueError:
            continue
        if start >= end:
            continue
        whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year
        if whole or not whole_year:
            return start, end
    return None
