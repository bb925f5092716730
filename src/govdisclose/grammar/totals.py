"""The totals that a tree declares: each is the sum of the leaves of its siblings."""

from __future__ import annotations

from functools import lru_cache

from govdisclose.grammar.heading import Heading, Tree

__all__ = ["totals_of"]


@lru_cache(maxsize=512)
def totals_of(tree: Tree) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each total's path with the paths of its parts, in the order of the tree."""
    return tuple(_totals(tree.headings, ""))


def _totals(headings: tuple[Heading, ...], prefix: str) -> list[tuple[str, tuple[str, ...]]]:
    found: list[tuple[str, tuple[str, ...]]] = []
    for heading in headings:
        if heading.total:
            parts = tuple(
                leaf for other in headings if other is not heading for leaf in _leaves(other, prefix)
            )
            found.append((prefix + heading.key, parts))
        found += _totals(heading.children, f"{prefix}{heading.key}/")
    return found


def _leaves(heading: Heading, prefix: str) -> list[str]:
    """Leaves under a heading; a total among them is a sum already and is left out."""
    if not heading.children:
        return [prefix + heading.key]
    return [
        leaf
        for child in heading.children
        if not child.total
        for leaf in _leaves(child, f"{prefix}{heading.key}/")
    ]
