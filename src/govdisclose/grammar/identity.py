"""What must add up (勾稽关系), as declared."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from govdisclose.errors import DeclarationError

__all__ = [
    "AT_MOST",
    "EQUAL",
    "TOTAL",
    "Balance",
    "Outcome",
    "Relation",
    "balance",
    "within",
]


class Outcome(StrEnum):
    """How an identity fares in a document.

    ``not_assessable``: a part is no number; an empty total is not a wrong total. ``not_asked``: the form has no
    such identity, or the table is not in the document.
    """

    HOLDS = "holds"
    BROKEN = "broken"
    NOT_ASSESSABLE = "not_assessable"
    NOT_ASKED = "not_asked"


@frozen(cache_hash=True)
class Relation:
    """How the two sides of an identity must stand to each other: its sign, and the kind of finding where they do not."""

    sign: str
    broken: str

    def holds(self, left: int | Decimal, right: int | Decimal) -> bool:
        """Whether two sums stand so to each other."""
        return left <= right if self == AT_MOST else left == right


TOTAL = Relation("=", "total-broken")
"""Parts add up to their total."""
EQUAL = Relation("=", "balance-broken")
"""Both sides add up to the same."""
AT_MOST = Relation("≤", "part-exceeds-whole")
"""A part is no more than the whole."""


@frozen(cache_hash=True)
class Balance:
    """In each column, the rows ``left`` stand to the rows ``right`` in a relation. Paths are leaves of the stub."""

    id: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    relation: Relation = EQUAL

    def __str__(self) -> str:
        return f"{' + '.join(self.left)} {self.relation.sign} {' + '.join(self.right)}"


def balance(id: str, left: Iterable[str], right: Iterable[str]) -> Balance:
    """Declare a balance over the rows of a table."""
    made = Balance(id, tuple(left), tuple(right))
    if not made.left or not made.right:
        raise DeclarationError(f"identity {id!r}: both sides need at least one row")
    return made


def within(id: str, parts: Iterable[str], whole: str) -> tuple[Balance, ...]:
    """Declare rows that are each a part of another one (其中): none is more than the whole; they may overlap."""
    made = tuple(Balance(id, (part,), (whole,), AT_MOST) for part in parts)
    if not made:
        raise DeclarationError(f"identity {id!r}: a whole needs at least one part")
    return made
