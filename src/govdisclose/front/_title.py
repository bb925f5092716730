"""One line, or one that line breaks cut: is it the title of a report, and what does it say?"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import evolve, frozen

from govdisclose.front._dates import years_in
from govdisclose.front._marks import unmark
from govdisclose.front._name import name_of
from govdisclose.front._organ import is_organ
from govdisclose.front._words import WIDE, Words, words_of
from govdisclose.text import fold, simplify

__all__ = ["Phrases", "Title", "cut_metadata", "fold_phrases", "read_title"]

_LONGEST = 200
_TRAIL = re.compile(r"[>»›|→]+")
_NAMED = re.compile(r"^(?:信息|文件|公文)?(?:标题|名称|题名|题目):")
_LINKS = re.compile(r"^(?:[上下前后]一?[篇条则页个]|相关(?:链接|文章|新闻|信息|阅读))")
_NO_REPORT = re.compile(r"模板|样[表式本]|格式|范[本例]|参考|空白?表|填[报写]|示例文本|征求意见|代拟")
_BRACKETS = r"\([^()]{0,24}\)|\[[^\[\]]{0,24}\]|【[^【】]{0,24}】"
_DATE = r"[(\[【]?(?:20\d\d[-./年])?\d{1,2}[-./月]\d{1,2}日?(?:\d{1,2}:\d{2}(?::\d{2})?)?[)\]】]?"
_AFTER = re.compile(rf"(?:{_BRACKETS}|{_DATE}|[》\"】\])]|全文|正文|20\d\d年?度?|\.(?:pdf|docx?|wps|html?))*")
# What follows a title on its line, behind white space: fields of a page, its site, the beginning of the prose.
_BEHIND = re.compile(
    rf"{_DATE}|[(\[【|·]|发布|发文|公布|成文|来源|信息|作者|责任|编辑|时间|日期|浏览|阅读|点击|访问|字号|字体|打印|分享|关闭|收藏"
    r"|索引|文号|标题|当前|首页|下载|附件|扫|目录|\d+次?$"
)
_PROSE = re.compile(
    r"(?:根据|按照|依据|依照|遵照|为(?:贯彻|做好|进一步|落实|全面|深入)|本(?:报告|年报|年度报告)(?:根据|按照|依据|由|是|所|中|的|全文)"
    r"|一、|\(一\)|第一部分|现将|现公布|20\d\d年(?!\d)[^的]|目录一|引言|前言|概述)"
)
_SITE_NAME = re.compile(r"[\u4e00-\u9fff·]{0,30}(?:网|网站|平台|门户|频道|栏目|专栏|首页|公众号)$")
_SENTENCE = re.compile(r"[,。;!?:]")
# 政府信息公开2019年度报告 lends its 年度 to both the year and the phrase; …2019年工作报告 does not.
_INNER_YEARS = (
    re.compile(r"(20\d\d)(?=年度(?:工作)?报告)"),
    re.compile(r"(20\d\d)年度?(?=(?:工作)?(?:年度)?报告)"),
)
_SITE = re.compile(r"\s*[|_>]+\s*|\s*(?<!\d)[–—]+(?!\d)\s*|\s+-+\s*|\s*-+\s+|(?<!\d)-(?!\d)")


@frozen
class Title:
    """What a title says. ``text`` is as printed.

    ``plain`` tells it from a breadcrumb, a named field, an item of a list and a title with other words on its line.
    ``unread`` is what stands where the organ is expected and is no name. ``weak`` is a phrase that may as well be
    a word of a menu: alone, without organ and year, it is no title. ``trail`` marks a breadcrumb.
    """

    text: str
    organ: str | None
    year: int | None
    plain: bool = True
    unread: str = ""
    weak: bool = False
    trail: bool = False

    @property
    def bare(self) -> bool:
        """Whether it names neither an organ nor a year."""
        return self.organ is None and self.year is None


@frozen
class Phrases:
    """The phrases that end a title, folded and simplified, longest first.

    ``weak`` are those that menus have too: 政府信息公开年报, and the tails of others, as 信息公开年度报告.
    """

    words: tuple[str, ...]
    weak: frozenset[str]

    @property
    def strong(self) -> tuple[str, ...]:
        """The phrases that are words of a title alone."""
        return tuple(phrase for phrase in self.words if phrase not in self.weak)


@lru_cache(maxsize=64)
def fold_phrases(titles: tuple[str, ...]) -> Phrases:
    """The phrases that end a title, ready for a comparison."""
    words = sorted({simplify(fold(phrase)) for phrase in titles if phrase}, key=len, reverse=True)
    weak = {
        phrase
        for phrase in words
        if phrase.endswith("年报") or any(other != phrase and other.endswith(phrase) for other in words)
    }
    return Phrases(tuple(words), frozenset(weak))


def read_title(printed: str, phrases: Phrases) -> Title | None:
    """Read a line as a title: organ and year in either order, a phrase, perhaps a suffix in brackets.

    Marks of a list or of the markup, a date, the name of the site and words of a menu may stand around it.
    """
    line = unmark(printed)
    text, plain = line.text, not line.listed
    if _LINKS.match(fold(text[:8])):
        return None
    long = len(text) > _LONGEST or len(printed) > 2 * _LONGEST
    if long:
        title = _read(text[:_LONGEST], phrases, long=True)
        return evolve(title, plain=False) if title is not None else None
    parts = _TRAIL.split(text)
    if len(parts) > 1:
        return _in_trail(parts, phrases)
    named = _NAMED.match(fold(text[:_LONGEST]))
    if named is not None:
        plain, text = False, re.split("[:：]", text, maxsplit=1)[-1].strip()
    whole = _read(text, phrases)
    if whole is not None and not whole.unread:
        return evolve(whole, plain=plain and whole.plain)
    beside = _in_parts(text, phrases)
    best = beside if beside is not None and (whole is None or not beside.bare) else whole
    return evolve(best, plain=plain and best.plain and best is whole) if best is not None else None


def _in_trail(parts: list[str], phrases: Phrases) -> Title | None:
    """A breadcrumb: the title is its last part, or before 正文 the one that names an organ or a year."""
    for place in range(len(parts) - 1, max(-1, len(parts) - 4), -1):
        title = _read(parts[place].strip(), phrases)
        if title is not None and (place == len(parts) - 1 or not title.bare):
            return evolve(title, plain=False, trail=True)
    return None


def _in_parts(text: str, phrases: Phrases) -> Title | None:
    """The part of a line between the marks that part a page's title from the names of its site."""
    parts = _SITE.split(text)
    if len(parts) < 2:
        return None
    found = [title for part in parts if (title := _read(part.strip(), phrases)) is not None]
    return next((title for title in found if not title.bare), found[0] if found else None)


def _read(printed: str, phrases: Phrases, *, long: bool = False) -> Title | None:
    """Read words that are a title, perhaps with others before or behind them, apart by white space."""
    words = words_of(printed)
    found = _around(words, phrases, long=long)
    if found is None:
        return None
    lead = re.sub(r"^附件\d*:", "", found.before.text)
    if _SENTENCE.search(lead):
        return None
    name = name_of(found.before)
    suffix = found.suffix
    years = name.years or {
        year for year, _, end in years_in(suffix) if not suffix[end:].startswith(("年1月", "-", ".", "年0"))
    }
    year = years.pop() if len(years) == 1 else None
    clean = not found.over and not name.dropped
    end = len(words.text) - found.over
    text = printed if clean else _cut(printed, name.dropped, end)
    unread = name.unread or (found.beside if name.organ is None else "")
    return Title(text, name.organ, year, clean, unread, found.phrase in phrases.weak)


@frozen
class _Around:
    """What stands before a phrase, and the suffix behind it; ``over`` characters behind that are none of the title's.

    ``beside`` is a name among these: of the site, or the organ's.
    """

    before: Words
    suffix: str
    phrase: str
    over: int
    beside: str


def _around(words: Words, phrases: Phrases, *, long: bool) -> _Around | None:
    """Find the phrase. In 政府信息公开2019年度报告 the year is moved before it."""
    forms = [(words, "")]
    for pattern in _INNER_YEARS:
        year = pattern.search(words.plain)
        if year is not None:
            forms.append((words.without(year.start(), year.end()), year[1] + "年"))
    for form, extra in forms:
        for phrase in phrases.words:
            last, first = form.plain.rfind(phrase), form.plain.find(phrase)
            for place in dict.fromkeys((first, last) if long else (last, first)):
                if place < 0:
                    continue
                before, behind = form.part(0, place), form.part(place + len(phrase))
                suffix = _suffix(behind, phrases)
                if suffix is None or any(other in before.plain for other in phrases.strong):
                    continue  # two titles on one line are a list of links
                if extra:
                    before = Words(before.text + extra, before.plain + extra, before.gaps + (0,) * len(extra))
                rest = behind.text[len(suffix) :]
                return _Around(before, suffix, phrase, len(rest), rest if is_organ(rest) else "")
    return None


def _suffix(behind: Words, phrases: Phrases) -> str | None:
    """As much of what follows the phrase as belongs to the title; None where that makes it no title."""
    match = _AFTER.match(behind.plain)
    end = match.end() if match is not None else 0
    suffix, rest = behind.text[:end], behind.part(end)
    if _NO_REPORT.search(behind.plain[:end]):
        return None
    if not rest.text or _PROSE.match(rest.plain):
        return suffix
    gap = max(behind.gaps[: end + 1])
    if not gap or any(phrase in rest.plain for phrase in phrases.strong):
        return None
    if gap == WIDE or is_organ(rest.text) or _BEHIND.match(rest.plain) or _SITE_NAME.match(rest.plain):
        return suffix
    return None


def _cut(printed: str, start: int, end: int) -> str:
    """The printed characters that fold to those from ``start`` to ``end``."""
    count, first, past = 0, 0, len(printed)
    for place, char in enumerate(printed):
        if count <= start:
            first = place
        if count >= end:
            past = place
            break
        count += len(fold(char))
    return printed[first:past].strip()


def cut_metadata(metadata: str, phrases: Phrases) -> Title | None:
    """The part of an HTML title that is a report's title, without the names of the site."""
    found = [
        title
        for part in [*_SITE.split(metadata[:_LONGEST]), metadata[:_LONGEST]]
        if (title := read_title(part.strip(), phrases)) is not None and not (title.weak and title.bare)
    ]
    return next((title for title in found if not title.bare), found[0] if found else None)
