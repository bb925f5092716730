"""One line, or one that a line break cut: is it the title of a report, and what does it say?"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from govdisclose.front._dates import years_in
from govdisclose.front._organ import tidy_organ
from govdisclose.text import fold

__all__ = ["Title", "cut_metadata", "cut_within", "fold_phrases", "read_title"]

_LONGEST = 200
_TRAIL = re.compile(r"[>»›|→]+")
_NAMED = re.compile(r"^(?:信息|文件|公文)?(?:标题|名称|题名|题目):")
_AFTER = re.compile(
    r"(?:\([^()]{0,24}\)|\[[^\[\]]{0,24}\]|【[^【】]{0,24}】|[》\"]|全文|正文|20\d\d年?度?|\.(?:pdf|docx?|wps))*"
)
_SENTENCE = re.compile(r"[,。;!?:]")
# 政府信息公开2019年度报告 lends its 年度 to both the year and the phrase; …2019年工作报告 does not.
_INNER_YEARS = (
    re.compile(r"(20\d\d)(?=年度(?:工作)?报告)"),
    re.compile(r"(20\d\d)年度?(?=(?:工作)?(?:年度)?报告)"),
)
_SITE = re.compile(r"\s*[|_>–—]+\s*|\s+-+\s*|\s*-+\s+|(?<!\d)-(?!\d)")
_YEAR_WORD = re.compile(r"年?度?")


@frozen
class Title:
    """What a title says. ``text`` is as printed; ``plain`` tells it from a breadcrumb or a named field."""

    text: str
    organ: str | None
    year: int | None
    plain: bool = True


@lru_cache(maxsize=64)
def fold_phrases(titles: tuple[str, ...]) -> tuple[str, ...]:
    """The phrases that end a title, folded, longest first."""
    return tuple(sorted({fold(phrase) for phrase in titles if phrase}, key=len, reverse=True))


def read_title(printed: str, phrases: tuple[str, ...]) -> Title | None:
    """Read a line as a title: organ and year in either order, a phrase, perhaps a suffix in brackets."""
    if len(printed) > _LONGEST:
        return None
    plain = True
    parts = _TRAIL.split(printed)
    if len(parts) > 1:
        plain, printed = False, parts[-1].strip()
    folded = fold(printed)
    named = _NAMED.match(folded)
    if named is not None:
        plain, folded = False, folded[named.end() :]
        printed = re.split("[:：]", printed, maxsplit=1)[-1].strip()
    found = _around(folded, phrases)
    if found is None:
        return None
    before, after = found
    if _SENTENCE.search(re.sub(r"^附件\d*:", "", before)):
        return None
    organ, year = _organ_and_year(before, after)
    return Title(printed, organ, year, plain)


def _around(folded: str, phrases: tuple[str, ...]) -> tuple[str, str] | None:
    """What stands before and after the phrase. In 政府信息公开2019年度报告 the year is moved before it."""
    forms = [(folded, "")]
    for pattern in _INNER_YEARS:
        year = pattern.search(folded)
        if year is not None:
            forms.append((folded[: year.start()] + folded[year.end() :], year[1] + "年"))
    for text, extra in forms:
        for phrase in phrases:
            place = text.rfind(phrase)
            if place < 0:
                continue
            after = text[place + len(phrase) :]
            if _AFTER.fullmatch(after) is None:
                continue
            return text[:place] + extra, after
    return None


def _organ_and_year(before: str, after: str) -> tuple[str | None, int | None]:
    """Exactly one year counts: of two different ones neither does."""
    found = years_in(before)
    late = {year for year, _, end in years_in(after) if not after[end:].startswith(("年1月", "-", "."))}
    years = {year for year, _, _ in found} or late
    rest, past = "", 0
    for _, start, end in found:
        rest += before[past:start]
        word = _YEAR_WORD.match(before, end)
        past = word.end() if word is not None else end
    rest += before[past:]
    return tidy_organ(rest.replace("()", "")), years.pop() if len(years) == 1 else None


def cut_within(first: str, second: str, phrases: tuple[str, ...]) -> bool:
    """Whether a phrase begins at the end of the folded ``first`` and goes on in ``second``."""
    return any(
        first.endswith(phrase[:cut]) and second.startswith(phrase[cut:])
        for phrase in phrases
        for cut in range(1, len(phrase))
    )


def cut_metadata(metadata: str, phrases: tuple[str, ...]) -> Title | None:
    """The part of an HTML title that is a report's title, without the names of the site."""
    for part in _SITE.split(metadata[:_LONGEST]):
        title = read_title(part.strip(), phrases)
        if title is not None:
            return title
    return None
