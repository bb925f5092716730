"""How much of section five stood in last year's report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment, Basis
from govdisclose.checking.case import Case
from govdisclose.checking.rule import Example, Rule, Words
from govdisclose.grammar.identity import Outcome

__all__ = ["COPIED_FROM_LAST_YEAR"]

_MOST = 90  # per cent: template sentences are everywhere, 25 to 79 are normal
_LEAST = 40  # characters: less says nothing
_NUMBER = re.compile(r"[0-9０-９〇零一二三四五六七八九十百]+")
_END = re.compile(r"[。；;！!\n]")
_MOST_TEXT = 50_000


def _sentences(text: str) -> list[str]:
    """The sentences without numbers and blanks."""
    plain = _NUMBER.sub("", "".join(text[:_MOST_TEXT].split(" ")))
    return [sentence for sentence in (part.strip() for part in _END.split(plain)) if len(sentence) > 3]


def _copied(case: Case) -> Iterator[Assessment]:
    assert case.before is not None
    now, then = (result.report.section("problems") for result in (case.result, case.before))
    if now is None or then is None:
        return
    said = _sentences(now.text)
    total = sum(map(len, said))
    if total < _LEAST:
        return
    known = set(_sentences(then.text))
    share = Decimal(100 * sum(len(sentence) for sentence in said if sentence in known) // total)
    yield COPIED_FROM_LAST_YEAR.assess(
        Outcome.BROKEN if share >= _MOST else Outcome.HOLDS,
        value=int(share),
        bases=(Basis("与上年相同的文字所占百分比上限", (), _MOST),),
        at=now.at,
        said=now.heading,
    )


_OLD = "一是公开内容不够及时，二是解读形式比较单一，三是基层人员业务水平有待提高。下一步将加强培训，丰富解读形式，及时公开。"
COPIED_FROM_LAST_YEAR = Rule(
    "copied-from-last-year",
    Severity.INFO,
    frozenset({"prose", "before"}),
    _copied,
    Words("section five as last year", "第五部分沿用上年"),
    Words(
        "Less than nine tenths of section five stood in last year's report, numbers left out.",
        "第五部分与上年相同的文字（不计数字）不到九成。",
    ),
    Words("A section taken over whole tells nothing of this year.", "整段沿用，看不出本年的问题和改进。"),
    Words("Write what was found and done this year.", "请写明本年的问题和改进情况。"),
    says=Words("{value} % of “{said}” stood there last year", "“{said}”有{value}%的文字与上年相同"),
    right=(
        Example(
            prose={
                "problems": "今年主要问题是政策解读数量偏少，下一步将与业务处室共同提高解读质量，增加图表和视频解读，并定期通报。"
            },
            before=Example(year=2022, prose={"problems": _OLD}),
        ),
    ),
    wrong=(Example(prose={"problems": _OLD}, before=Example(year=2022, prose={"problems": _OLD})),),
)
