"""Faults, one each: what a document becomes, and what is printed in it then.

The law for all of them: an entry is exactly the number printed under exactly those headings, or it has no value,
or a finding of weight names it, its row or its column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from random import Random
from types import MappingProxyType

from attrs import field, frozen
from hypothesis import strategies as st

from govdisclose.document import Document
from govdisclose.testing import _damage_cells as cells
from govdisclose.testing import _damage_labels as labels
from govdisclose.testing import _damage_lines as lines
from govdisclose.testing.documents import Filled, Key
from govdisclose.testing.oracle import printed_in

__all__ = ["DAMAGES", "Damage", "Damaged", "Struck", "damages", "struck"]

Strike = Callable[[Filled, Random], Document]


@frozen
class Damaged:
    """A damaged document, and every text that now stands under exactly the headings of an entry.

    ``fault`` is the name of the fault.
    """

    fault: str
    document: Document = field(repr=False)
    printed: Mapping[Key, list[str]] = field(repr=False)


@frozen
class Damage:
    """One kind of fault. ``strike`` gives the damaged document; where it strikes is up to the ``Random``."""

    id: str
    strike: Strike = field(repr=False)

    def __call__(self, filled: Filled, seed: int = 0) -> Damaged:
        """The form with this fault at one place, which ``seed`` chooses."""
        document = self.strike(filled, Random(f"{seed} {self.id}"))  # noqa: S311
        return Damaged(self.id, document, printed_in(document, filled.layout))


DAMAGES: Mapping[str, Damage] = MappingProxyType(
    {
        function.__name__.replace("_", "-"): Damage(function.__name__.replace("_", "-"), function)
        for module in (cells, lines, labels)
        for function in (getattr(module, name) for name in module.__all__)
    }
)
"""Every kind of fault by name."""


@frozen
class Struck:
    """A kind of fault and the seed that says where it strikes."""

    damage: Damage
    seed: int

    def __call__(self, filled: Filled) -> Damaged:
        """The form with the fault."""
        return self.damage(filled, self.seed)


def struck(filled: Filled, among: Iterable[str] = tuple(DAMAGES)) -> st.SearchStrategy[Damaged]:
    """The form with any one fault."""
    return damages(among).map(lambda fault: fault(filled))


def damages(among: Iterable[str] = tuple(DAMAGES)) -> st.SearchStrategy[Struck]:
    """Any one fault, anywhere."""
    choices = [DAMAGES[name] for name in among]
    return st.builds(Struck, st.sampled_from(choices), st.integers(0, 2**16))
