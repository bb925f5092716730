"""Wholes and their parts in prose: 收到 N 件，其中 a 件、b 件."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve, frozen

from govdisclose.checking.prose.numbers import Number, numbers

__all__ = ["Parts", "parts"]

_SENTENCE = re.compile(r"[^。；！？\n]+")
_BRACKETS = re.compile(r"（[^（）]*）")
_OTHER = re.compile(
    "另|还|同时|共|累计|合计|总|占|比|较|增|减|办结|答复|回复|结转|上年|去年|历年|收到|受理|新增|培训|召开|开展|每|约|近|超"
    "|[\ue002\ue003\ue004]"
)
_OVERLAPS = re.compile("涉及|网站|微信|微博|公众号|平台|媒体|客户端|电视|报纸|渠道|方式|栏|新|已|按|全")
_CHANGE = re.compile("增|减|比|较|升|降|差")
_AMONG = "其中"
_NO_COUNT = frozenset(
    {"", "年", "月", "日", "号", "时", "分", "岁", "级", "元", "万元", "亿元", "天", "小时", "分钟"}
)
_NEAR = 14
_FAR = 200
_MOST = 30


@frozen
class Parts:
    """A whole and the parts said to be among it. ``total`` is their sum, or the greatest where they may overlap."""

    whole: Number
    parts: tuple[Number, ...]
    total: int | Decimal
    end: int
    overlap: bool


def parts(plain: str) -> Iterator[Parts]:
    """All wholes with parts in a plain text. What stands in brackets is left out."""
    for sentence in _SENTENCE.finditer(plain):
        text = sentence.group()
        if _AMONG not in text:
            continue
        blanked = _BRACKETS.sub(lambda match: "（" + "\ue000" * (len(match.group()) - 2) + "）", text)
        found = list(numbers(blanked))
        ends = [number.unit_end for number in found]
        for among in re.finditer(_AMONG, blanked):
            made = _parts(blanked, found, bisect_right(ends, among.start()), among, sentence.start())
            if made is not None:
                yield made


def _parts(text: str, found: list[Number], first: int, among: re.Match[str], offset: int) -> Parts | None:
    if not first or among.start() - found[first - 1].unit_end > _FAR:
        return None
    whole, start, end = found[first - 1], among.start(), among.end()
    if whole.unit in _NO_COUNT or whole.percent or whole.how or whole.chinese:
        return None
    before = text[max(0, whole.start - _NEAR) : whole.start].rpartition("，")[2]
    between = _BRACKETS.sub("", text[whole.unit_end : start])
    if _CHANGE.search(before):
        return None
    if len(between) > _NEAR or between.count("，") > 1 or _OTHER.search(between):
        return None
    taken: list[Number] = []
    at, overlap = end, False
    for number in found[first : first + _MOST]:
        said = text[at : number.start]
        if number.unit != whole.unit or number.percent or number.how or _AMONG in said or _OTHER.search(said):
            break
        if taken and not (said.startswith(("、", "，", "和", "（"))):
            break
        overlap = overlap or _OVERLAPS.search(said) is not None
        taken.append(number)
        at = number.unit_end
    if not taken:
        return None
    values = [number.value for number in taken]
    total = max(values) if overlap else sum(values)
    return Parts(_moved(whole, offset), tuple(taken), total, at + offset, overlap)


def _moved(number: Number, by: int) -> Number:
    return evolve(number, start=number.start + by, end=number.end + by, unit_end=number.unit_end + by)
