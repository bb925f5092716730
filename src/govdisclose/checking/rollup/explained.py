"""Which child, or which exchange of digits, would explain a residual exactly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from govdisclose.checking.rollup.values import Explanation, ExplanationKind

__all__ = ["exchanged", "explain"]

Number = int | Decimal
_MOST = 3  # explanations of one cell: small numbers agree by chance


def explain(
    parent: Number | None, total: Number, residual: Number | None, children: Mapping[str, Number]
) -> tuple[Explanation, ...]:
    """The explanations; none where more than three children would do, for then each would be chance."""
    if parent is None or not residual:
        return ()
    found = list(_explanations(parent, total, residual, children))
    return tuple(found) if len(found) <= _MOST else ()


def _explanations(
    parent: Number, total: Number, residual: Number, children: Mapping[str, Number]
) -> Iterator[Explanation]:
    if isinstance(parent, int) and total in exchanged(parent):
        yield Explanation(ExplanationKind.PARENT_DIGITS_EXCHANGED, "", parent, total)
    for name, value in children.items():
        if value and value == -residual:
            yield Explanation(ExplanationKind.FORGOTTEN, name, value, 0)
        elif value and value == residual:
            yield Explanation(ExplanationKind.COUNTED_TWICE, name, value, value * 2)
        elif isinstance(value, int) and value + residual in exchanged(value):
            yield Explanation(ExplanationKind.DIGITS_EXCHANGED, name, value, value + residual)


def exchanged(value: int) -> set[int]:
    """The numbers that a number becomes where two neighbouring digits change places."""
    digits = str(value)
    made = {
        int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])
        for at in range(len(digits) - 1)
        if digits[at] != digits[at + 1]
    }
    return {number for number in made if len(str(number)) == len(digits)}
