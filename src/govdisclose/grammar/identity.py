"""What must add up (勾稽关系), as declared."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from govdisclose.declared import given
from govdisclose.errors import DeclarationError

__all__ = [
    "AT_MOST",
    "EQUAL",
    "EXPLAINS",
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
    """How the two sides of an identity must stand to each other: all that is particular to a kind of identity.

    ``sign`` stands between them where the identity is told; ``holds`` is the test of two sums. ``broken`` is the kind of
    finding where they do not stand so, and ``facts`` what each of its facts is: ``left`` and ``right`` are the sums,
    ``over`` and ``under`` by how much the left one is too great or too small, ``left_label`` and ``right_label`` the
    labels of their rows, ``cells`` the numbers of all. ``total``: the right side is one cell, of which the left ones are
    the parts. ``exact``: by how much a broken one fails says what a cell should be.
    """

    sign: str
    broken: str
    holds: Callable[[int | Decimal, int | Decimal], bool]
    facts: tuple[tuple[str, str], ...]
    total: bool = False
    exact: bool = True


TOTAL = Relation(
    "=",
    "total-broken",
    operator.eq,
    (("total", "right"), ("sum", "left"), ("difference", "under"), ("cells", "cells")),
    total=True,
)
"""Parts add up to their total."""
EQUAL = Relation(
    "=",
    "balance-broken",
    operator.eq,
    (
        *((name, name) for name in ("left_label", "right_label", "left", "right")),
        ("difference", "over"),
        ("cells", "cells"),
    ),
)
"""Both sides add up to the same."""
AT_MOST = Relation(
    "≤",
    "part-exceeds-whole",
    operator.le,
    (("part_label", "left_label"), ("whole_label", "right_label"), ("part", "left"), ("whole", "right")),
    exact=False,
)
"""A part is no more than the whole."""

EXPLAINS = "one-cell-explains"
"""The kind of finding that names the one cell by which all broken identities of a table are explained."""


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
    made = Balance(id, _paths(id, left), _paths(id, right))
    if not made.left or not made.right:
        raise DeclarationError(f"identity {id!r}: both sides need at least one row")
    return made


def within(id: str, parts: Iterable[str], whole: str) -> tuple[Balance, ...]:
    """Declare rows that are each a part of another one (其中): none is more than the whole; they may overlap."""
    if not isinstance(whole, str):
        raise DeclarationError(f"identity {id!r}: the whole is {given(whole)}; expected the path of one row")
    made = tuple(Balance(id, (part,), (whole,), AT_MOST) for part in _paths(id, parts))
    if not made:
        raise DeclarationError(f"identity {id!r}: a whole needs at least one part")
    return made


def _paths(id: str, paths: object) -> tuple[str, ...]:
    """Row paths as a tuple. A single string would be taken for its characters."""
    if isinstance(paths, str):
        raise DeclarationError(
            f"identity {id!r}: {paths!r} is one string; expected a list of row paths: [{paths!r}]"
        )
    found = tuple(paths) if isinstance(paths, Iterable) else None
    if found is None or not all(isinstance(path, str) for path in found):
        raise DeclarationError(f"identity {id!r}: {given(paths)} stands where a list of row paths belongs")
    return found
