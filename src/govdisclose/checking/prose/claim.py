"""What a number in prose claims: the entries that it may be, and how sure that is."""

from __future__ import annotations

from attrs import frozen

from govdisclose.checking.prose.meaning import Expr
from govdisclose.checking.prose.numbers import Number

__all__ = ["Claim"]


@frozen(eq=False)
class Claim:
    """A number, or words that say zero (then ``number`` is None), from ``start`` to ``end`` of the plain text.

    ``exprs`` are what it may be. One that is not ``pinned`` is never called wrong; a ``quiet`` one is not spoken of
    unless it agrees. ``outside`` says that it is of another scope than the tables. ``key`` names what is meant,
    ``paragraph`` and ``sentence`` where it stands; ``clause`` is from where to where the clause goes.
    """

    start: int
    end: int
    number: Number | None
    exprs: tuple[Expr, ...]
    pinned: bool
    key: tuple[int, str]
    sentence: int
    paragraph: int
    clause: tuple[int, int]
    quiet: bool = False
    outside: str | None = None
    amount: bool = False
    share: bool = False
