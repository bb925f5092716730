"""A row with what was found of its stub."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from govdisclose.grammar.row import Row
from govdisclose.grid import Cell

__all__ = ["StubRow"]


@frozen
class StubRow:
    """A row with what was found of its stub.

    ``path`` is the heading it stands for, or None; ``leaf`` whether that is a row of numbers. ``words`` are the
    labels as printed, ``body`` the cells right of them. ``instructed``: words in brackets at the end of the label
    were left out.
    """

    row: Row
    path: str | None
    leaf: bool
    words: tuple[str, ...]
    body: Sequence[Cell | None]
    inherited: bool = False
    instructed: bool = False
