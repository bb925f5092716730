"""A page on its way to blocks."""

from __future__ import annotations

from attrs import define, field

from govdisclose.readers.pdf._lines import Line
from govdisclose.readers.pdf._page import Page, Run
from govdisclose.readers.pdf._rules import Lattice

__all__ = ["Sheet", "Table"]


@define
class Table:
    """A lattice on its page with the runs inside it. ``goes_on``: the first table of the next page is its rest."""

    lattice: Lattice
    runs: list[Run] = field(factory=list)
    goes_on: bool = False


@define
class Sheet:
    """One page on its way to blocks: its tables, and the lines outside them, each from top to bottom.

    ``hidden``: characters outside the tables that nobody can see.
    """

    page: Page
    tables: list[Table]
    lines: list[Line]
    hidden: int = 0
