"""The numbers of the prose held against the tables of the same report."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal
from functools import lru_cache

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment, Basis
from govdisclose.checking.case import Case
from govdisclose.checking.prose.claim import Claim
from govdisclose.checking.prose.claims import claims
from govdisclose.checking.prose.meaning import Expr
from govdisclose.checking.prose.numbers import Number, fits
from govdisclose.checking.prose.squeeze import Plain, squeeze
from govdisclose.checking.prose.tokens import stream
from govdisclose.checking.prose.vocabulary import vocabulary
from govdisclose.checking.rule import Example, Rule, Words
from govdisclose.checking.scope import Scope
from govdisclose.grammar.identity import Outcome
from govdisclose.grammar.layout import Layout
from govdisclose.records import SectionText

__all__ = ["PROSE_AGAINST_TABLE", "read_section"]

_LONG = 20_000
"""Characters."""
_AROUND = 100  # characters of a clause on each side of its number: prose may have no stops
_MILLION = {"万元": Decimal(1), "亿元": Decimal(10_000), "元": Decimal("0.0001")}


def read_section(case: Case, section: SectionText) -> tuple[Plain, list[Claim]]:
    """A section's prose made plain, and what its numbers claim. Two rules ask for it: what is not long is kept."""
    report, area = case.result.report, case.scope is Scope.AREA
    read = _kept if len(section.text) < _LONG else _read
    return read(section.text, section.key, report.year, report.organ, case.result.layout, area)


def _read(
    text: str, key: str, year: int | None, organ: str | None, layout: Layout | None, area: bool
) -> tuple[Plain, list[Claim]]:
    words = vocabulary(layout) if layout is not None else None
    plain = squeeze(text, year, organ)
    if words is None:
        return plain, []
    return plain, claims(stream(plain.text, words), words, key, area)


_kept = lru_cache(maxsize=8)(_read)


def _run(case: Case) -> Iterator[Assessment]:
    layout = case.result.layout
    if (layout is None or layout.lexicon is None) and any(
        section.text for section in case.result.report.sections
    ):
        yield PROSE_AGAINST_TABLE.assess(Outcome.NOT_ASSESSABLE, reason="no-words-for-prose")
        return
    for section in case.result.report.sections:
        plain, found = read_section(case, section)
        judged = [(claim, *_judged(case, claim)) for claim in found]
        agreed = {
            (claim.sentence, claim.key, bases[0].paths)
            for claim, outcome, bases, _ in judged
            if outcome is Outcome.HOLDS
        }
        for claim, outcome, bases, reason in judged:
            if claim.quiet and outcome is not Outcome.HOLDS:
                continue
            if outcome is Outcome.BROKEN and any(
                (claim.sentence, claim.key, basis.paths) in agreed for basis in bases
            ):
                outcome, reason = Outcome.NOT_ASSESSABLE, "other-readings"
            start, end = plain.start(claim.start), plain.end(claim.end)
            first = max(plain.start(claim.clause[0]), start - _AROUND)
            last = min(plain.end(max(claim.clause[1], claim.end)), end + _AROUND)
            clause = section.text[first:last]
            yield PROSE_AGAINST_TABLE.assess(
                outcome,
                section=section.key,
                text=section.text[start:end],
                start=start,
                value=claim.number.value if claim.number is not None else 0,
                bases=bases,
                at=section.at,
                said=clause.strip(),
                reason=reason,
            )


def _judged(case: Case, claim: Claim) -> tuple[Outcome, tuple[Basis, ...], str | None]:
    exprs = [expr for expr in claim.exprs if not expr.below or case.basis("", *expr.below).value != 0]
    if claim.exprs and not exprs:
        return Outcome.NOT_ASSESSABLE, tuple(_basis(case, expr) for expr in claim.exprs), "share-of-nothing"
    bases = [_basis(case, expr) for expr in exprs]
    if not bases:
        return Outcome.NOT_ASKED, (), "not-in-the-form"
    fitting = [
        at
        for at, basis in enumerate(bases)
        if basis.value is not None and _fits(case, claim, exprs[at], basis)
    ]
    if fitting:
        bases.insert(0, bases.pop(fitting[0]))
        return Outcome.HOLDS, tuple(bases), None
    if claim.outside is not None:
        return Outcome.NOT_ASKED, (), claim.outside
    blank = next((basis for basis in bases if basis.value is None), None)
    if blank is not None:
        return Outcome.NOT_ASSESSABLE, tuple(bases), case.absence(*blank.paths)
    if not claim.pinned:
        return Outcome.NOT_ASSESSABLE, tuple(bases), "other-readings"
    return Outcome.BROKEN, tuple(bases), None


def _basis(case: Case, expr: Expr) -> Basis:
    above = case.basis(expr.words, *expr.plus, less=expr.minus)
    if not expr.below:
        return above
    below = case.basis(expr.words, *expr.below)
    paths = (*above.paths, *below.paths)
    if above.value is None or below.value is None or below.value == 0:
        return Basis(expr.words, paths, None)
    return Basis(
        expr.words,
        paths,
        (Decimal(above.value) * 100 / Decimal(below.value)).quantize(Decimal("0.000001"), ROUND_DOWN),
    )


def _fits(case: Case, claim: Claim, expr: Expr, basis: Basis) -> bool:
    assert basis.value is not None
    number = claim.number
    if number is None:
        return basis.value == 0
    if claim.amount or number.unit in _MILLION:
        return _fits_amount(number, basis.value)
    if claim.share:
        return abs(Decimal(number.value) - Decimal(basis.value)) < number.place and (
            Decimal(number.value) <= Decimal(basis.value)
            or abs(Decimal(number.value) - Decimal(basis.value)) * 2 <= number.place + Decimal("0.0002")
        )
    return fits(number, basis.value)


def _fits_amount(number: Number, value: int | Decimal) -> bool:
    scale = _MILLION.get(number.unit, Decimal(1))
    shown = Decimal(value) / scale
    return fits(number, shown, amount=True) or fits(number, Decimal(value), amount=True)


PROSE_AGAINST_TABLE = Rule(
    "prose-against-table",
    Severity.WARNING,
    frozenset({"prose", "tables"}),
    _run,
    Words("prose against tables", "正文与表格"),
    Words(
        "A number in the prose is that of the table: requests, their outcomes, reviews and lawsuits, documents, decisions, fees.",
        "正文中的数字与表格一致：申请及其办理结果、行政复议和诉讼、规范性文件、行政决定、收费。",
    ),
    Words(
        "Readers take numbers from the prose, statistics from the tables; where they differ one of them is wrong.",
        "公众看正文，统计看表格；两者不一致，必有一处有误。",
    ),
    Words(
        "Mend the prose or the table; if the prose counts something else (a whole city, another period), say so there.",
        "改正文或改表格；若口径不同（如全市、其他时期），请在句中写明。",
    ),
    right=(
        Example(
            prose={"overview": "全年共收到政府信息公开申请12件，办结12件。未发生行政复议、行政诉讼。"},
            entries={"requests:received:total": "12", "requests:results/total:total": "12"},
        ),
        Example(
            prose={"overview": "全年收到申请14件，其中上年结转2件。"},
            entries={"requests:received:total": "12", "requests:carried_in:total": "2"},
        ),
    ),
    wrong=(
        Example(
            prose={"overview": "全年共收到政府信息公开申请26件。"},
            entries={"requests:received:total": "24", "requests:carried_in:total": "1"},
        ),
        Example(
            prose={"reviews": "本年度无行政复议、行政诉讼案件。"},
            entries={"reviews::reconsideration/total": "1", "reviews::reconsideration/upheld": "1"},
        ),
    ),
)
