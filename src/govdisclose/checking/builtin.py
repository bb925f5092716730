"""The rules that there are: the built-in ones, in the order in which they run and are listed, then those of plugins."""

from __future__ import annotations

from functools import lru_cache

from govdisclose.checking.rule import Rule

__all__ = ["builtin_rules", "rule", "rules"]


@lru_cache(maxsize=1)
def builtin_rules() -> tuple[Rule, ...]:
    """The library's own rules."""
    from govdisclose.checking.rules import RULES

    return RULES


def rules() -> tuple[Rule, ...]:
    """The installed rules."""
    return builtin_rules()


def rule(id: str) -> Rule:
    """The rule of that id. Raises ``KeyError`` naming those that there are."""
    for item in rules():
        if item.id == id:
            return item
    raise KeyError(f"no rule {id!r}; there are {', '.join(item.id for item in rules())}")
