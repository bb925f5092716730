"""What the pages of a file have cost."""

from __future__ import annotations

from govdisclose.limits import Limits

__all__ = ["Work"]

_AT_ONCE = 32


class Work:
    """What the content of all pages has cost, against ``Limits.elements``."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.spent = 0
        self.steps = 0

    def step(self, count: int) -> None:
        """The same for comparisons, many of which cost as much as an element."""
        self.steps += count
        if self.steps >= _AT_ONCE:
            self.spend(self.steps // _AT_ONCE)
            self.steps %= _AT_ONCE

    def spend(self, count: int) -> None:
        """Raises ``LimitError`` when the pages together hold more than they may."""
        self.spent += count
        self.limits.check("elements", self.spent, "the content of the pages")
