"""Prose made plain: no white space and quotation marks, years and periods as single signs, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import frozen

__all__ = ["NEXT", "ORGAN", "OTHER", "PAST", "THIS", "TITLE", "Plain", "squeeze"]

THIS, PAST, NEXT, OTHER, TITLE, ORGAN = "\ue001\ue002\ue003\ue004\ue005\ue006"
"""Signs for the year of the report, the year before, the year after, another period, a title in 《》, the organ."""

SHORTEST = 3
_PIECE = re.compile(r"[^\s“”\"‘’「」『』\u200b\ufeff*]+|\n")
_NARROW = str.maketrans(
    "０１２３４５６７８９％．，,；;：:（(）)！!？?～", "0123456789%.，，；；：：（（））！！？？~"
)
_THOUSANDS = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
_YEAR = r"20\d\d年度?"
_SIGNS = re.compile(
    r"(?P<title>《[^《》\n]{0,120}》)"
    r"|(?P<since>20\d\d年(?:度)?(?:以来|至今|起至今))"
    r"|(?P<span>(?:20\d\d年)?1月1日(?:起|零时)?(?:至|到|[-—－–~]{1,2})(?:20\d\d年)?12月31日(?:24时)?(?:止|期间)?)"
    r"|(?P<until>截[至止]到?(?:20\d\d年度?(?:12月(?:31日|底|末)?|年?底|年?末)?|12月(?:31日|底|末)?|年底|年末)止?)"
    r"|(?P<years>20\d\d年?度?(?:至|到|、|和|[-—－–~]{1,2})20\d\d年度?)"
    r"|(?P<year>20\d\d年度?)"
    r"|(?P<past>(?:上|去|往|前)一?年度?(?!来)|上一年度)"
    r"|(?P<next>下一?个?年度?(?!半)|来年|次年度?|明年)"
    r"|(?P<this>本年度?|今年|当年度?|全年度?|年内|年度内|一年来|本?报告期内?|年度累计)"
    r"|(?P<other>[上下]半年|第?[一二三四1-4](?:、[一二三四1-4]){0,3}季度|季度"
    r"|近[一二三四五六七八九十两几\d]{1,3}个?年(?:来)?|[一二三四五六七八九十两几\d]{1,2}年[来间]|十[一二三四五六]五(?:期间|时期|以来)?|(?:实施|施行|成立|建立|开通)以来|历年|[\d一二三四五六七八九十]{1,3}月份?(?:[\d一二三四五六七八九十]{1,3}日)?"
    r"(?:(?:至|到|[-—－–~])[\d一二三四五六七八九十]{1,3}月份?(?:[\d一二三四五六七八九十]{1,3}日)?)?)"
)


@frozen
class Plain:
    """The plain text, and where each of its characters stands in the printed one."""

    text: str
    places: list[int]

    def start(self, at: int) -> int:
        """Where a character stands as printed."""
        return self.places[at]

    def end(self, at: int) -> int:
        """Behind the character before ``at``, as printed."""
        return self.places[at - 1] + 1


def squeeze(text: str, year: int | None, organ: str | None = None) -> Plain:
    """Make a text plain. ``year`` is that of the report; if it is not known every year may be it."""
    parts: list[str] = []
    places: list[int] = []
    for match in _PIECE.finditer(text):
        if parts and parts[-1][-1:].isdigit() and match.group()[0].isdigit():
            parts.append("|")
            places.append(match.start())
        parts.append(match.group())
        places.extend(range(match.start(), match.end()))
    plain = "".join(parts).translate(_NARROW)
    plain = _THOUSANDS.sub(",", plain)
    signed = _signed(plain, places, _SIGNS, _meaning(year))
    names = _names(organ) if organ else []
    if not any(name in signed.text for name in names):
        return signed
    own = re.compile("|".join(map(re.escape, names)))
    return _signed(signed.text, signed.places, own, lambda match: ORGAN)


def _names(organ: str) -> list[str]:
    """The organ's name, and without the place before it: 示例县教育局, 县教育局."""
    places = [at for at, char in enumerate(organ[:-2]) if char in "省市县区州盟旗" and at]
    return [name for name in (organ, *(organ[at:] for at in places)) if len(name) > SHORTEST]


def _meaning(year: int | None) -> Callable[[re.Match[str]], str]:
    def of_year(text: str) -> str:
        found = re.search(r"20\d\d", text)
        if found is None or year is None:
            return THIS
        return {0: THIS, -1: PAST, 1: NEXT}.get(int(found.group()) - year, OTHER)

    def meaning(match: re.Match[str]) -> str:
        kind = match.lastgroup or ""
        if kind in {"since", "span", "until"}:
            return THIS if of_year(match.group()) == THIS else OTHER
        if kind == "year":
            return of_year(match.group())
        return {"title": TITLE, "past": PAST, "next": NEXT, "this": THIS}.get(kind, OTHER)

    return meaning


def _signed(
    plain: str, places: list[int], signs: re.Pattern[str], meaning: Callable[[re.Match[str]], str]
) -> Plain:
    parts: list[str] = []
    kept: list[int] = []
    done = 0
    for match in signs.finditer(plain):
        parts += [plain[done : match.start()], meaning(match)]
        kept += places[done : match.start() + 1]
        done = match.end()
    parts.append(plain[done:])
    kept += places[done:]
    return Plain("".join(parts), kept)
