"""Full accounts in the prose: what came in and what went out balance, and parts are no more than their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment, Basis
from govdisclose.checking.case import Case
from govdisclose.checking.passages import passages
from govdisclose.checking.prose.numbers import Number, numbers
from govdisclose.checking.rule import Example, Rule, Words
from govdisclose.checking.rules.prose import PROSE_AGAINST_TABLE
from govdisclose.grammar.identity import Outcome

__all__ = ["PARTS_EXCEED_WHOLE", "PROSE_BALANCE"]

_RECEIVED = "requests:received:total"
_CARRIED_IN = "requests:carried_in:total"
_DONE = "requests:results/total:total"
_CARRIED_OUT = "requests:carried_out:total"
_OF_WHICH = re.compile(r"[，,（(：:]?其中[：:，]?")
_END = re.compile(r"[。；;！!\n]")
_BRACKETS = re.compile(r"[（(][^（()）]{0,60}[）)]")
_BETWEEN = re.compile(r"[^，。；、,;和及]{0,14}")
_MOST = 400  # characters of a sentence that are looked at


def _balance(case: Case) -> Iterator[Assessment]:
    """By paragraph, from what prose was understood to say of the four sums."""
    by_line: dict[tuple[str, int], dict[str, Assessment]] = {}
    lines = [line for line in passages(case.result) if line.section is not None]
    for item in PROSE_AGAINST_TABLE.run(case):
        start = item.start or 0
        line = next(
            (line for line in reversed(lines) if line.section == item.section and line.start <= start), None
        )
        if line is None or not item.bases or not isinstance(item.value, int) or "/" in item.bases[0].words:
            continue
        code = _code(item)
        if code is not None:
            by_line.setdefault((line.section or "", line.start), {}).setdefault(code, item)
    for found in by_line.values():
        if not {"in", "done", "out"} <= found.keys():
            continue
        yield _assessed(found)


def _code(item: Assessment) -> str | None:
    paths = {basis.paths for basis in item.bases}
    if (_RECEIVED,) in paths:
        first = item.bases[0].paths if item.outcome is Outcome.HOLDS else (_RECEIVED,)
        return "both" if set(first) == {_RECEIVED, _CARRIED_IN} else "in"
    for code, path in (("carried", _CARRIED_IN), ("done", _DONE), ("out", _CARRIED_OUT)):
        if paths == {(path,)}:
            return code
    return None


def _assessed(found: dict[str, Assessment]) -> Assessment:
    value = {code: int(item.value or 0) for code, item in found.items()}
    left = value["in"] + value.get("carried", 0)
    right = value["done"] + value["out"]
    first = found["in"]
    # 收到 may have what was carried in within it, 新收 never.
    within = any(_CARRIED_IN in basis.paths for basis in first.bases)
    holds = left == right or (within and value["in"] == right) if "carried" in found else right >= left
    words = "办结+结转下年"
    return PROSE_BALANCE.assess(
        Outcome.HOLDS if holds else Outcome.BROKEN,
        section=first.section,
        text=first.text,
        start=first.start,
        value=left,
        bases=(Basis(f"{words}（正文）", (), right),),
        at=first.at,
        said="；".join(dict.fromkeys(item.said for item in found.values())),
    )


def _parts(case: Case) -> Iterator[Assessment]:
    for line in passages(case.result):
        if line.section is None:
            continue
        for match in _OF_WHICH.finditer(line.text):
            end = _END.search(line.text, match.end(), match.end() + _MOST)
            stop = end.start() if end is not None else min(len(line.text), match.end() + _MOST)
            before = line.text[max(0, match.start() - 40) : match.start()]
            yield from _compared(case, line.section, line.start, line.text, before, match, stop)


def _compared(
    case: Case, section: str, offset: int, text: str, before: str, match: re.Match[str], stop: int
) -> Iterator[Assessment]:
    whole = next(iter(reversed(list(numbers(before)))), None)
    if whole is None or before[whole.unit_end :].strip() or whole.percent or whole.unit == "":
        return
    listed = _BRACKETS.sub(lambda found: " " * len(found[0]), text[match.end() : stop])
    parts = [part for part in numbers(listed) if part.unit == whole.unit and not part.percent]
    if len(parts) < 2 or not _is_list(listed, parts):
        return
    total = sum(int(part.value) for part in parts)
    start = match.start() - (len(before) - whole.start)
    said = before[whole.start : whole.unit_end]
    yield PARTS_EXCEED_WHOLE.assess(
        Outcome.BROKEN if total > whole.value else Outcome.HOLDS,
        section=section,
        text=before[whole.start : whole.end],
        start=offset + start,
        value=int(whole.value),
        bases=(Basis("其中各项之和（正文）", (), total),),
        at=None,
        said=f"{said}{text[match.start() : stop]}",
    )


def _is_list(text: str, parts: list[Number]) -> bool:
    """Whether the numbers stand in one list: between two of them is a stop and a few words, and no second 其中."""
    if "其中" in text or "同比" in text or "上年" in text or "去年" in text:
        return False
    for one, two in pairwise(parts):
        between = text[one.unit_end : two.start]
        if not between.startswith(("，", "、", ",", "和", "及")) or not _BETWEEN.fullmatch(between[1:]):
            return False
    return True


PROSE_BALANCE = Rule(
    "prose-balance",
    Severity.WARNING,
    frozenset({"prose"}),
    _balance,
    Words("balance in the prose", "正文收支平衡"),
    Words(
        "Where one paragraph gives requests received, answered and carried out, they balance with those carried in.",
        "同一段写明新收、办结、结转下年的，新收加上年结转等于办结加结转下年。",
    ),
    Words("A reader adds these numbers up.", "读者会将这些数字相加。"),
    Words("Compare the numbers with the register.", "请对照台账核对这几个数字。"),
    right=(
        Example(prose={"overview": "新收申请12件，上年结转2件，办结13件，结转下年度办理1件。"}, rest=""),
        Example(prose={"overview": "新收申请12件，办结13件，结转下年度办理1件。"}, rest=""),
    ),
    wrong=(Example(prose={"overview": "新收申请12件，上年结转2件，办结11件，结转下年度办理1件。"}, rest=""),),
)

PARTS_EXCEED_WHOLE = Rule(
    "parts-exceed-whole",
    Severity.WARNING,
    frozenset({"prose"}),
    _parts,
    Words("parts and their whole", "分项与总数"),
    Words(
        "What 其中 lists adds up to no more than the number before it.",
        "“其中”所列各项之和不大于前面的总数。",
    ),
    Words(
        "Parts greater than the whole cannot be; parts that add up to less are normal.",
        "各项之和不可能大于总数；小于总数是正常的。",
    ),
    Words("Count the parts again, or the whole.", "请重新核对总数和各项。"),
    right=(
        Example(prose={"overview": "公开信息40条，其中网站30条、公众号8条。"}),
        Example(prose={"overview": "公开信息40条，其中网站30条（含专栏20条）、公众号10条。"}),
    ),
    wrong=(Example(prose={"overview": "公开信息40条，其中网站30条、公众号12条。"}),),
)
