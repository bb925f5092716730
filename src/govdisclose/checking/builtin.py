"""The rules that there are: the built-in ones, in the order in which they run and are listed, then those of plugins."""

from __future__ import annotations

from functools import lru_cache

from govdisclose import plugins
from govdisclose.catalogue import Severity
from govdisclose.checking.rule import NEEDS, RULE_VERSION, Rule, Words

__all__ = ["builtin_rules", "find_rule", "installed_rules"]


@lru_cache(maxsize=1)
def builtin_rules() -> tuple[Rule, ...]:
    """The library's own rules."""
    from govdisclose.checking.rules import RULES

    return RULES


def installed_rules() -> tuple[Rule, ...]:
    """The installed rules."""
    taken = frozenset(item.id for item in builtin_rules())
    brought = plugins.brought(plugins.RULES, _examine, taken)
    return (*builtin_rules(), *(item for item in brought if isinstance(item, Rule)))


def _examine(value: object) -> plugins.Brought:
    return plugins.examine(value, Rule, "expected a Rule or a tuple of them", _complaint)


def _complaint(item: Rule) -> str | None:
    if item.rule_version != RULE_VERSION:
        return (
            f"is made for version {item.rule_version} of the rules, and this govdisclose has version {RULE_VERSION}; "
            "install a release of the plugin that is made for it"
        )
    severity, needs, run = (getattr(item, name) for name in ("severity", "needs", "run"))
    if not isinstance(severity, Severity):
        return f"severity is {severity!r}, expected a Severity"
    if not isinstance(needs, frozenset) or not needs <= NEEDS:
        return f"needs is {needs!r}, expected a frozenset of {', '.join(sorted(NEEDS))}"
    if not callable(run):
        return "run is not a function"
    if not all(isinstance(getattr(item, name), Words) for name in ("title", "means", "why", "remedy")):
        return "title, means, why and remedy are not all Words"
    if not item.right or not item.wrong:
        return "has no right or no wrong example; a rule needs one of each"
    return None


def find_rule(id: str) -> Rule:
    """The rule of that id. Raises ``KeyError`` naming those that there are."""
    for item in installed_rules():
        if item.id == id:
            return item
    raise KeyError(f"no rule {id!r}; there are {', '.join(item.id for item in installed_rules())}")
