"""What would explain a residual exactly: one child forgotten or counted twice, or two digits exchanged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from govdisclose.checking.rollup.values import Explanation, ExplanationKind

__all__ = ["exchanged", "explanations"]

Number = int | Decimal
_MOST = 3  # where more would do, none is more likely than another


def explanations(
    parent: Number, total: Number, children: Iterable[tuple[str, Number]]
) -> tuple[Explanation, ...]:
    """The parent's own digits, whole numbers of children, then digits of children; of each kind few, or none."""
    residual = parent - total
    whole: list[Explanation] = []
    digits: list[Explanation] = []
    for name, value in children:
        if not value:
            continue
        if residual == -value:
            whole.append(Explanation(ExplanationKind.FORGOTTEN, name, value, 0))
        elif residual == value:
            whole.append(Explanation(ExplanationKind.COUNTED_TWICE, name, value, 2 * value))
        digits += [
            Explanation(ExplanationKind.DIGITS_EXCHANGED, name, value, other)
            for other in exchanged(value)
            if other - value == residual
        ]
    own = [
        Explanation(ExplanationKind.PARENT_DIGITS_EXCHANGED, "", parent, other)
        for other in exchanged(parent)
        if other == total
    ]
    return tuple(item for kind in (own, whole, digits) if len(kind) <= _MOST for item in kind)


def exchanged(number: Number) -> Iterator[Number]:
    """The whole numbers that come of exchanging two neighbouring digits, each once; none begins with a nought."""
    if not isinstance(number, int) or number < 10:
        return
    text = str(number)
    seen = {text}
    for at in range(len(text) - 1):
        other = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        if other not in seen and not other.startswith("0"):
            seen.add(other)
            yield int(other)
