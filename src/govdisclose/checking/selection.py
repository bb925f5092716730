"""Which rules to run, by id or by the first words of ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from govdisclose.checking.rule import Rule

__all__ = ["UnknownRuleError", "choose_rules"]


class UnknownRuleError(ValueError):
    """A name that is no rule's id nor the beginning of one."""


def choose_rules(
    rules: Sequence[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Rule, ...]:
    """Those of ``select`` (all, if there are none) without those of ``ignore``.

    A name stands for the rule of that id, and for all whose id begins with it and a hyphen: ``prose`` for
    ``prose-against-table`` and ``prose-balance``. Raises ``UnknownRuleError``.
    """
    wanted, unwanted = tuple(select), tuple(ignore)
    for name in (*wanted, *unwanted):
        if not any(_stands_for(name, rule) for rule in rules):
            ids = [rule.id for rule in rules]
            near = get_close_matches(name, ids, 1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; there are {', '.join(ids)}"
            raise UnknownRuleError(f"no rule {name!r}{hint}")
    return tuple(
        rule
        for rule in rules
        if (not wanted or any(_stands_for(name, rule) for name in wanted))
        and not any(_stands_for(name, rule) for name in unwanted)
    )


def _stands_for(name: str, rule: Rule) -> bool:
    return rule.id == name or rule.id.startswith(f"{name}-")
