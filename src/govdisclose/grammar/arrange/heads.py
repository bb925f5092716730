"""Labels of a boxhead to columns: every declared leaf has to stand there, in an order of the tree, under its spanners."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from govdisclose.grammar.arrange.glyphs import Text
from govdisclose.grammar.arrange.labels import PlacedLabel
from govdisclose.grammar.index import Hit, TreeIndex
from govdisclose.text import label

__all__ = ["Head", "read_head"]

_SIDE = 0.5  # of the size: as far as ends or middles of what is set alike may differ
_LEAST = 2  # columns of a table of which the paper has cut off the others
_EDGE = 1.0  # points
_BESIDE = 4.0  # points: a spanner is centred over its columns, give or take


@frozen
class Head:
    """The columns under one set of headings: the chain of labels over each, from the outermost, left to right.

    ``cut``: the last columns of the form are not there, as where the paper ends; what stands under none of the others
    may be theirs.
    """

    chains: tuple[tuple[PlacedLabel, ...], ...]
    paths: tuple[str, ...]
    bottom: float
    cut: bool = False

    @property
    def leaves(self) -> list[PlacedLabel]:
        """The innermost heading of each column."""
        return [chain[-1] for chain in self.chains]

    @property
    def left(self) -> float:
        """Where the first heading begins."""
        return self.leaves[0].left

    def columns_of(self, text: Text) -> tuple[int | None, list[int]]:
        """The column that a text stands in for sure, and all that it may belong to."""
        leaves = self.leaves
        over = [at for at, leaf in enumerate(leaves) if text.left < leaf.right and leaf.left < text.right]
        middles = [(one.right + other.left) / 2 for one, other in pairwise(leaves)]
        lows, highs = [float("-inf"), *middles], [*middles, float("inf")]
        may = [
            at
            for at in range(len(leaves))
            if at in over or (text.left < highs[at] + _EDGE and text.right > lows[at] - _EDGE)
        ]
        if len(over) != 1:
            return None, may
        [at] = over
        leaf, side = leaves[at], _SIDE * text.size
        inside = (
            not (self.cut and at == len(leaves) - 1)
            and text.left >= lows[at] - _EDGE
            and text.right <= highs[at] + _EDGE
        )
        alike = (
            abs(text.left - leaf.left) <= side
            or abs(text.right - leaf.right) <= side
            or abs((text.left + text.right) / 2 - leaf.centre) <= side
        )
        return (at if inside or alike else None), may


def read_head(tree: TreeIndex, labels: Sequence[PlacedLabel]) -> Head | None:
    """The columns that labels of headings stand for; None if they are not those of the tree."""
    leaves = [item for item in labels if any(tree.nodes[hit.node].leaf for hit in _hits(tree, item))]
    leaves.sort(key=lambda item: item.centre)
    cut = len(leaves) < len(tree.leaves)
    if len(leaves) < min(_LEAST, len(tree.leaves)):
        return None
    over = [item for item in labels if item not in leaves]
    children: dict[int, list[int]] = {-1: []}
    for node in tree.nodes:
        children.setdefault(node.number, [])
        children[node.above[-1] if node.above else -1].append(node.number)
    chains = _walk(tree, children, children[-1], leaves, over, cut=cut)
    if chains is None:
        return None
    paths = tuple(tree.nodes[number].path for number, _ in chains)
    return Head(tuple(chain for _, chain in chains), paths, max(item.last for item in leaves), cut)


_Chains = list[tuple[int, tuple[PlacedLabel, ...]]]


def _walk(
    tree: TreeIndex,
    children: dict[int, list[int]],
    wanted: Sequence[int],
    leaves: Sequence[PlacedLabel],
    over: Sequence[PlacedLabel],
    *,
    cut: bool,
) -> _Chains | None:
    """The headings ``wanted``, each taking as many leaves as it has, in the one order in which they stand.

    ``cut``: the last ones may be missing, and then all that are there stand in the order of the form.
    """
    found: _Chains = []
    todo = list(wanted)
    at = 0
    while todo and at < len(leaves):
        fitting: list[tuple[int, _Chains, int]] = []
        for number in todo:
            width = sum(leaf == number or number in tree.nodes[leaf].above for leaf in tree.leaves)
            taken = leaves[at : at + width]
            if len(taken) < width and not cut:
                continue
            if not children[number]:
                if any(hit.node == number for hit in _hits(tree, taken[0])):
                    fitting.append((number, [(number, (taken[0],))], width))
                continue
            spanner = _spanner(tree, number, taken, over)
            short = len(taken) < width
            inner = (
                _walk(tree, children, children[number], taken, over, cut=short)
                if spanner is not None
                else None
            )
            if inner is not None and spanner is not None:
                chains = [(leaf, (spanner, *chain)) for leaf, chain in inner]
                fitting.append((number, chains, width))
        if len(fitting) != 1:
            return None
        [(number, chains, width)] = fitting
        if cut and number != todo[0]:
            return None
        found += chains
        todo.remove(number)
        at += width
    return found if (cut or not todo) and at >= len(leaves) else None


def _spanner(
    tree: TreeIndex, number: int, leaves: Sequence[PlacedLabel], over: Sequence[PlacedLabel]
) -> PlacedLabel | None:
    """The one label over these leaves that is the heading."""
    left, right = leaves[0].left - _BESIDE, leaves[-1].right + _BESIDE
    found = [
        item
        for item in over
        if left <= item.centre <= right
        and item.first < min(leaf.last for leaf in leaves) + item.size
        and any(hit.node == number for hit in _hits(tree, item))
    ]
    return found[0] if len(found) == 1 else None


def _hits(tree: TreeIndex, item: PlacedLabel) -> tuple[Hit, ...]:
    return tree.hits(label(item.text))
