"""The built-in rules, one module for each kind of thing that is compared."""

from __future__ import annotations

from govdisclose.checking.rule import Rule
from govdisclose.checking.rules.identities import IDENTITIES

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (IDENTITIES,)
"""In the order in which they run and are listed."""
