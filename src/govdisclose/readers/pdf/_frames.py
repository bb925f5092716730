"""Lattices in each other: which is a table, which a frame for the layout, which a drawing in a cell."""

from __future__ import annotations

from govdisclose.readers.pdf._rules import Lattice

__all__ = ["outermost"]

_FEW = 6  # cells of a frame
_FILLED = 0.2  # of a frame: how much of it the tables in it fill


def outermost(lattices: list[Lattice]) -> tuple[list[Lattice], list[Lattice]]:
    """The tables, without frames around them, which are layout; and what is drawn in a cell of a table.

    Of two lattices in each other the outer one is a frame if it has few cells or the inner ones fill it; a box to tick, a
    double underline or a few cells in one cell do not.
    """
    frames: list[Lattice] = []
    drawn: list[Lattice] = []
    for lattice in lattices:
        inner = [other for other in lattices if other is not lattice and lattice.holds(other.box)]
        if not inner:
            continue
        if len(lattice.spans) <= _FEW or sum(map(_area, inner)) >= _FILLED * _area(lattice):
            frames.append(lattice)
        else:
            drawn += inner
    layout, inside = set(map(id, frames)), set(map(id, drawn))
    kept = [lattice for lattice in lattices if id(lattice) not in layout | inside]
    return kept, [lattice for lattice in lattices if id(lattice) in inside - layout]


def _area(lattice: Lattice) -> float:
    return (lattice.xs[-1] - lattice.xs[0]) * (lattice.ys[-1] - lattice.ys[0])
