"""The year that a report gives itself in its opening: 现将2021年度政府信息公开工作情况报告如下."""

from __future__ import annotations

import re

from attrs import frozen

from govdisclose.front._dates import YEAR, read_year
from govdisclose.text import fold, simplify

__all__ = ["Announced", "announced_year"]

_LOOK = 1500
_QUOTED = re.compile(
    r"《[^《》]{0,200}(?:条例|通知|办法|规定|意见|格式|方案|要点|函|规范|制度)[^《》]{0,40}》"
)
_CLAUSE = re.compile(r"[,。;!?]")
_GROUND = re.compile(
    r"(?:根据|按照|依据|依照|遵照)[^,。;]{0,120}(?:要求|规定|通知|精神|部署|条例|意见|格式)(?:的?有关)?"
)
_REPORT = re.compile(
    rf"(?P<year>{YEAR})(?:年度?)?[^,。;:!?\d《》]{{0,24}}?(?:信息公开|政务公开|政务信息)[^,。;:!?\d]{{0,14}}?(?:报告|年报|情况)"
)
# Words with which a report speaks of itself; the others are heard only before section one, since the prose of
# section one may tell that last year's report was published.
_SELF = re.compile(r"现(?:将|就|把|予|向|公布|发布|公开)|如下|本报告|本年度报告|本年报")
_DOING = re.compile(r"公布|发布|编制|撰写|形成|制作|特?向社会")
_OTHER = re.compile(r"通知|格式|办法|模板|培训|会议|去年|上年|上一年|往年|较|相比|同比")


@frozen
class Announced:
    """A year, and the clause in which it stands."""

    year: int
    text: str


def announced_year(text: str, *, is_prose: bool) -> Announced | None:
    """The year of the first clause that announces this very report; ``is_prose`` for section one and after."""
    look = text[:_LOOK]
    if ("20" not in look and "二" not in look and "２" not in look) or ("公" not in look):
        return None
    folded = _QUOTED.sub("", fold(look))
    for clause in _CLAUSE.split(folded):
        if len(clause) > 200:
            continue
        rest = simplify(_GROUND.sub("", clause))
        match = _REPORT.search(rest)
        if match is None or _OTHER.search(rest):
            continue
        if _SELF.search(rest) or (not is_prose and _DOING.search(rest)):
            year = read_year(match["year"])
            if year is not None:
                return Announced(year, clause)
    return None
