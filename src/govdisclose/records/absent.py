"""What a field of a record holds: a number, nothing, or the mark of a question that the form did not ask."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from attrs import frozen

__all__ = ["NOT_ASKED", "Amount", "Count", "Money", "NotAsked"]


class NotAsked(Enum):
    """The type of ``NOT_ASKED``. False in a condition, as None is."""

    NOT_ASKED = "not asked"

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "NOT_ASKED"


NOT_ASKED = NotAsked.NOT_ASKED
"""The report's form has no such row or column. Not to be taken for a blank, which is None."""


@frozen
class Money:
    """An amount as printed, in ``unit``: 元, 万元 …, or None where neither heading nor cell gives it (not yuan)."""

    value: Decimal
    unit: str | None


Count = int | NotAsked | None
"""A count or a change. None: no number stands there; the entry's ``state`` says why (blank, ``/``, text …)."""

Amount = Money | NotAsked | None
"""An amount of money. None as in ``Count``."""
