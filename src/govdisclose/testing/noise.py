"""What real reports do to a form and what must not matter: each kind a function that changes no entry.

A noise keeps every number under its headings; ``keeps_units`` is False where it puts a unit to the numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from random import Random
from types import MappingProxyType

from attrs import field, frozen
from hypothesis import strategies as st

from govdisclose.document import Document
from govdisclose.grammar.layout import Layout
from govdisclose.testing import _noise_shape as shape
from govdisclose.testing import _noise_text as text

__all__ = ["NOISES", "Applied", "Noise", "applied", "noises"]

Vary = Callable[[Document, Layout, Random], Document]


@frozen
class Noise:
    """One kind of noise. ``step`` orders them: shapes first, then cuts, then words, then figures.

    Of noises with the same ``family`` only one is put on a document.
    """

    id: str
    vary: Vary = field(repr=False)
    step: int
    family: str = ""
    keeps_units: bool = True

    def __call__(self, document: Document, layout: Layout, seed: int = 0) -> Document:
        """The document with this noise. ``seed`` chooses where."""
        return self.vary(document, layout, Random(f"{seed} {self.id}"))  # noqa: S311


def _named(step: int, family: str, *functions: Vary) -> list[Noise]:
    made = []
    for function in functions:
        name = function.__name__.replace("_", "-")
        made.append(Noise(name, function, step, family or name, name != "counted"))
    return made


_ALL = [
    *_named(
        0, "merges",
        shape.repeated_stubs, shape.empty_stubs, shape.repeated_spanners, shape.empty_spanners, shape.flat_stub,
    ),
    *_named(1, "edges", shape.ghost_column, shape.edge_column, shape.shifted_edges, shape.blank_row),
    *_named(2, "", text.counted),
    *_named(
        3, "cuts",
        shape.headings_again, shape.cut_between_rows, shape.cut_inside_group_label, shape.cut_inside_row,
        shape.cut_at_band_title, shape.own_grids, shape.titles_outside, shape.one_grid,
    ),
    *_named(4, "", shape.prose_between, shape.no_sections),
    *_named(5, "wording", text.aliases, text.traditional),
    *_named(6, "marks", text.no_enumerators, text.enumerators),
    *_named(7, "", text.quotes),
    *_named(8, "width", text.half_width, text.fuller_width, text.radicals),
    *_named(9, "white", text.spaces, text.breaks, text.invisible, text.one_a_line),
    *_named(10, "figures", text.padded, text.wide_digits, text.thousands),
]  # fmt: skip

NOISES: Mapping[str, Noise] = MappingProxyType({noise.id: noise for noise in _ALL})
"""Every kind of noise by name, in the order in which they are put on."""


@frozen
class Applied:
    """Noises to put on a document, and the seed that says where."""

    noises: tuple[Noise, ...]
    seed: int

    @property
    def keeps_units(self) -> bool:
        """Whether none of them puts a unit to numbers."""
        return all(noise.keeps_units for noise in self.noises)

    def __call__(self, document: Document, layout: Layout) -> Document:
        """The document with all of them."""
        return applied(document, layout, self.noises, self.seed)


def applied(document: Document, layout: Layout, noises: Iterable[Noise], seed: int = 0) -> Document:
    """The document with these noises, put on in the order of their steps."""
    for noise in sorted(noises, key=lambda noise: noise.step):
        document = noise(document, layout, seed)
    return document


def noises(among: Iterable[str] = tuple(NOISES), *, most: int = 4) -> st.SearchStrategy[Applied]:
    """Some noises at once, at most one of a family."""
    choices = [NOISES[name] for name in among]
    return st.tuples(
        st.lists(st.sampled_from(choices), max_size=most, unique_by=lambda noise: noise.family),
        st.integers(0, 2**16),
    ).map(lambda drawn: Applied(tuple(drawn[0]), drawn[1]))
