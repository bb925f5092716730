"""An amount of money against last year's: thousands of times as much is a slip of the unit."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment, Basis
from govdisclose.checking.case import Case, entries_of
from govdisclose.checking.money import yuan
from govdisclose.checking.rule import Example, Rule, Words
from govdisclose.checking.rules._years import incomparable, name_of, unless_incomparable
from govdisclose.grammar.entry import Entry
from govdisclose.grammar.identity import Outcome

__all__ = ["AMOUNTS", "YEAR_UNIT_SLIP"]

AMOUNTS = ("disclosure:fees/administrative_fees:amount", "disclosure:procurement/central_procurement:amount")
"""The cells of the national forms that hold money."""

_LEAST, _MOST = 5_000, 20_000


def _run(case: Case) -> Iterator[Assessment]:
    if incomparable(case) is not None:
        yield from unless_incomparable(YEAR_UNIT_SLIP, case)
        return
    assert case.before is not None
    then = entries_of(case.before)
    for path in AMOUNTS:
        now, last = case.entries.get(path), then.get(path)
        if now is not None:
            yield _assess(case, path, now, last, name_of(case.before))


def _assess(case: Case, path: str, now: Entry, last: Entry | None, other: str) -> Assessment:
    outcome, reason = Outcome.NOT_ASSESSABLE, None
    if last is None:
        reason = "form-differs"
    elif now.value is None:
        reason = case.absence(path)
    elif last.value is None:
        reason = last.state.value.replace("_", "-")
    elif not now.value or not last.value:
        reason = "zero"
    elif (sizes := _sizes(now, last)) is None:
        reason = "unit-unknown"
    else:
        outcome = Outcome.BROKEN if _slipped(*sizes) else Outcome.HOLDS
    unit = f"（{last.unit}）" if last is not None and last.unit else ""
    return YEAR_UNIT_SLIP.assess(
        outcome,
        value=now.value,
        bases=(Basis(f"上年金额{unit}", (path,), last.value if last is not None else None),),
        at=now.at,
        said=now.raw,
        reason=reason,
        other=other,
    )


def _sizes(now: Entry, last: Entry) -> tuple[Decimal, Decimal] | None:
    """Both amounts in one unit; None where only one of them says its unit."""
    assert now.value is not None and last.value is not None
    if now.unit == last.unit:
        return Decimal(now.value), Decimal(last.value)
    here, there = yuan(now.value, now.unit), yuan(last.value, last.unit)
    return (here, there) if here is not None and there is not None else None


def _slipped(now: Decimal, last: Decimal) -> bool:
    small, large = sorted((abs(now), abs(last)))
    return _LEAST * small <= large <= _MOST * small


def _fees(amount: str, year: int = 2023, before: Example | None = None) -> Example:
    return Example(entries={AMOUNTS[0]: amount}, year=year, before=before)


YEAR_UNIT_SLIP = Rule(
    "year-unit-slip",
    Severity.WARNING,
    frozenset({"tables", "before"}),
    _run,
    Words("unit of an amount against last year", "金额单位跨年"),
    Words(
        "An amount is not between 5,000 and 20,000 times last year's, nor last year's that of this one.",
        "金额不应为上年的5000倍至20000倍，也不应为其5000分之一至20000分之一。",
    ),
    Words(
        "An amount in 元 put into a column in 万元 is 10,000 times as large.",
        "以元为单位的金额填入以万元为单位的栏目，数值会放大一万倍。",
    ),
    Words("Compare the unit of the amount with that of the column.", "请核对金额单位与栏目单位是否一致。"),
    right=(
        _fees("26.4", before=_fees("25.1", 2022)),
        _fees("264000", before=_fees("0", 2022)),
        _fees("300", before=_fees("0.1", 2022)),
    ),
    wrong=(
        _fees("264000", before=_fees("25.1", 2022)),
        _fees("26.4", before=_fees("251000", 2022)),
        _fees("25.1万元", before=_fees("251000", 2022)),
    ),
)
