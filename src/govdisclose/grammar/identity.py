"""What must add up (勾稽关系), as declared."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen

from govdisclose.errors import DeclarationError

__all__ = ["Balance", "Outcome", "balance", "within"]


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
class Balance:
    """In each column, the rows ``left`` add up to what the rows ``right`` add up to. Paths are leaves of the stub.

    ``at_most``: they add up to no more than that.
    """

    id: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    at_most: bool = False


def balance(id: str, left: Iterable[str], right: Iterable[str]) -> Balance:
    """Declare a balance over the rows of a table."""
    made = Balance(id, tuple(left), tuple(right))
    if not made.left or not made.right:
        raise DeclarationError(f"identity {id!r}: both sides need at least one row")
    return made


def within(id: str, parts: Iterable[str], whole: str) -> tuple[Balance, ...]:
    """Declare rows that are each a part of another one (其中): none is more than the whole; they may overlap."""
    made = tuple(Balance(id, (part,), (whole,), at_most=True) for part in parts)
    if not made:
        raise DeclarationError(f"identity {id!r}: a whole needs at least one part")
    return made
