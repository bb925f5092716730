"""What a word of the prose means: arithmetic over entries, and a cue with its bases."""

from __future__ import annotations

from attrs import frozen

__all__ = ["BESIDE", "COLUMN", "GROUP", "ROW", "Expr", "Meaning"]

ROW, GROUP, COLUMN, BESIDE = 11, 10, 6, 5
"""Ranks of the labels of rows, groups and columns, and of words that mean a row only beside others."""


@frozen
class Expr:
    """Arithmetic over entries with its words: a sum, less some, as a share of others where ``below`` is given."""

    words: str
    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()
    below: tuple[str, ...] = ()

    def __add__(self, other: Expr) -> Expr:
        return Expr(f"{self.words}+{other.words}", self.plus + other.plus, self.minus + other.minus)

    def over(self, whole: Expr) -> Expr:
        """As a share of another sum."""
        return Expr(f"{self.words}/{whole.words}", self.plus, self.minus, whole.plus)


@frozen(eq=False)
class Meaning:
    """A cue of a subject: which number is meant. ``kind`` tells rows, groups and columns from plain cues.

    ``beside`` are rows and groups of which one must be named before, for a word like 其他 to be sure.
    """

    subject: int
    index: int
    exprs: tuple[Expr, ...]
    pinned: bool
    rank: int
    kind: str = ""
    path: str = ""
    beside: tuple[str, ...] = ()
