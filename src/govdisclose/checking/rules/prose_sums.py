"""Sums within the prose: an account of requests that must balance, parts that cannot be more than their whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment, Basis, Number
from govdisclose.checking.case import Case
from govdisclose.checking.prose.claim import Claim
from govdisclose.checking.prose.parts import parts
from govdisclose.checking.prose.squeeze import Plain, squeeze
from govdisclose.checking.rule import Example, Rule, Words
from govdisclose.checking.rules.prose import read_section
from govdisclose.grammar.identity import Outcome
from govdisclose.records import SectionText

__all__ = ["PARTS_EXCEED_WHOLE", "PROSE_BALANCE"]


def _balance(case: Case) -> Iterator[Assessment]:
    for sides in _sides(case):
        for section in case.result.report.sections:
            plain, found = read_section(case, section)
            for _, paragraph in groupby(found, key=lambda claim: claim.paragraph):
                yield from _account(section, plain, list(paragraph), sides)


def _sides(case: Case) -> Iterator[tuple[str, str, str, str]]:
    """The four entries of the account that the form itself prescribes, in the column of totals."""
    for table in case.result.layout.tables if case.result.layout is not None else ():
        for identity in table.identities:
            if len(identity.left) == len(identity.right) == 2:
                new, old, done, left = (
                    f"{table.key}:{row}:total" for row in (*identity.left, *identity.right)
                )
                yield new, old, done, left


def _account(
    section: SectionText, plain: Plain, found: list[Claim], sides: tuple[str, str, str, str]
) -> Iterator[Assessment]:
    said = _said(found, sides)
    new, old, done, left = (said.get(path, ()) for path in sides)
    if len(new) != 1 or len(done) != 1 or len(left) != 1 or len(old) > 1:
        return
    received, sums = new[0], len(new[0].exprs) > 1
    values = [_value(item) for item in (received, done[0], left[0])]
    out = values[1] + values[2]
    carried = _value(old[0]) if old else None
    if carried is None:
        holds = out >= values[0]
        basis = Basis("办结+结转下年", (sides[2], sides[3]), out)
    else:
        holds = values[0] + carried == out or (sums and values[0] == out)
        basis = Basis("办结+结转下年−上年结转", (sides[2], sides[3], sides[1]), out - carried)
    start, end = plain.start(received.start), plain.end(received.end)
    last = max(item.clause[1] for item in (received, done[0], left[0]))
    first = min(item.clause[0] for item in (received, done[0], left[0]))
    yield PROSE_BALANCE.assess(
        Outcome.HOLDS if holds else Outcome.BROKEN,
        section=section.key,
        text=section.text[start:end],
        start=start,
        value=values[0],
        bases=(basis,),
        paths=(sides[0], *basis.paths),
        at=section.at,
        said=section.text[plain.start(first) : plain.end(last)].strip(),
    )


def _said(found: Iterable[Claim], sides: tuple[str, str, str, str]) -> dict[str, list[Claim]]:
    """By entry, the claims of one paragraph that are surely about it."""
    said: dict[str, list[Claim]] = {}
    for claim in found:
        number = claim.number
        if (
            number is None
            or number.how
            or claim.share
            or claim.outside
            or not claim.pinned
            or not claim.exprs
        ):
            continue
        plus = [expr.plus for expr in claim.exprs]
        if plus == [(sides[3],), (sides[1],)]:
            path = sides[3] if sides[2] in said else sides[1]
        elif len(plus) == 1 or plus[1:] == [(sides[0], sides[1])]:
            path = plus[0][0] if len(plus[0]) == 1 and not claim.exprs[0].minus else ""
        else:
            continue
        said.setdefault(path, []).append(claim)
    return said


def _value(claim: Claim) -> Number:
    return claim.number.value if claim.number is not None else 0


def _exceeding(case: Case) -> Iterator[Assessment]:
    report = case.result.report
    for section in report.sections:
        if "其中" not in section.text:
            continue
        plain = squeeze(section.text, report.year, report.organ)
        for item in parts(plain.text):
            start, end = plain.start(item.whole.start), plain.end(item.whole.end)
            words = "其中最大的一部分" if item.overlap else "各部分之和"
            yield PARTS_EXCEED_WHOLE.assess(
                Outcome.BROKEN if item.total > item.whole.value else Outcome.HOLDS,
                section=section.key,
                text=section.text[start:end],
                start=start,
                value=item.whole.value,
                bases=(Basis(words, (), item.total),),
                at=section.at,
                said=section.text[start : plain.end(item.end)].strip(),
            )


PROSE_BALANCE = Rule(
    "prose-balance",
    Severity.WARNING,
    frozenset({"prose"}),
    _balance,
    Words("balance within the prose", "正文收支"),
    Words(
        "Where one paragraph gives new, carried-in, answered and carried-out requests, they balance; without those "
        "carried in, answered and carried-out ones are not fewer than received ones.",
        "同一段写明新收、上年结转、办结、结转下年的，应当平衡；未写上年结转的，办结与结转下年之和不少于收到数。",
    ),
    Words("The account can be checked without any table.", "不看表格也能核对。"),
    Words("Compare the paragraph with the register.", "请对照台账核对该段数字。"),
    right=(
        Example(prose={"overview": "全年新收申请12件，上年结转1件，办结11件，结转下年2件。"}),
        Example(prose={"overview": "全年共收到申请13件，其中上年结转1件，办结11件，结转下年2件。"}),
    ),
    wrong=(
        Example(prose={"overview": "全年新收申请12件，上年结转1件，办结10件，结转下年2件。"}),
        Example(prose={"overview": "全年收到申请12件，办结9件，结转下年2件。"}),
    ),
)

PARTS_EXCEED_WHOLE = Rule(
    "parts-exceed-whole",
    Severity.WARNING,
    frozenset({"prose"}),
    _exceeding,
    Words("parts exceed their whole", "分项超过总数"),
    Words(
        "What is said to be among a number is not more than it; less is normal.",
        "“其中”各项之和不超过总数；少于总数是正常的。",
    ),
    Words("One of the numbers must be wrong.", "其中必有一个数字有误。"),
    Words("Compare the sentence with the register.", "请对照台账核对该句数字。"),
    right=(Example(prose={"overview": "全年公开信息30条，其中政策文件12条、人事信息8条。"}),),
    wrong=(
        Example(prose={"overview": "全年公开信息30条，其中政策文件22条、人事信息18条。"}),
        Example(prose={"overview": "全年公开信息30条，其中政策文件41条。"}),
    ),
)
