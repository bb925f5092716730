"""Names of organs as they are compared: folded, and old names by their new ones."""

from __future__ import annotations

from collections.abc import Mapping

from govdisclose.text import fold, simplify

__all__ = ["folded_renames", "key_now", "organ_key"]

_MOST_RENAMES = 10


def organ_key(name: str | None) -> str:
    """The form in which two names of organs are compared; empty where there is none."""
    return simplify(fold(name)) if name else ""


def folded_renames(renamed: Mapping[str, str]) -> dict[str, str]:
    """The same with both names in the form in which they are compared; a name that stays is left out."""
    keys = {organ_key(old): organ_key(new) for old, new in renamed.items()}
    return {old: new for old, new in keys.items() if old and new and old != new}


def key_now(name: str | None, renames: Mapping[str, str]) -> str:
    """The key of what an organ is called now. ``renames`` are folded; one that turns in a circle ends where it began."""
    key = organ_key(name)
    for _ in range(_MOST_RENAMES):
        if key not in renames:
            return key
        key = renames[key]
    return organ_key(name)
