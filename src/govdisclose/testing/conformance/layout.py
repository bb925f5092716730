"""The laws of a layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from govdisclose.grammar.layout import Layout
from govdisclose.testing.conformance._choice import choice_laws
from govdisclose.testing.conformance._labels import label_laws
from govdisclose.testing.conformance._law import Law, as_test, problems_of
from govdisclose.testing.conformance._reading import reading_laws

__all__ = ["check_layout", "layout_laws", "layout_tests"]


def layout_laws(
    layout: Layout,
    *,
    base: Layout | None = None,
    edits: Iterable[str] | None = None,
    others: Iterable[Layout] = (),
    seeds: int = 3,
) -> tuple[Law, ...]:
    """Everything that must hold of a layout.

    ``base`` is the layout that it was derived from, and ``edits`` the lines of ``govdisclose.grammar.diff`` between
    the two, all of them. ``others`` are layouts that it must not clash with, besides those built in and installed.
    ``seeds`` says how many fillings and places of noise are tried.
    """
    return (
        *choice_laws(layout, base, None if edits is None else tuple(edits), tuple(others)),
        *label_laws(layout),
        *reading_laws(layout, seeds),
    )


def check_layout(
    layout: Layout,
    *,
    base: Layout | None = None,
    edits: Iterable[str] | None = None,
    others: Iterable[Layout] = (),
    seeds: int = 3,
) -> Mapping[str, tuple[str, ...]]:
    """What is wrong with a layout, by the sentence that does not hold; empty if all is well. See ``layout_laws``."""
    return problems_of(layout_laws(layout, base=base, edits=edits, others=others, seeds=seeds))


def layout_tests(
    layout: Layout,
    *,
    base: Layout | None = None,
    edits: Iterable[str] | None = None,
    others: Iterable[Layout] = (),
    seeds: int = 3,
) -> Callable[[Law], None]:
    """A pytest test with a case for each law of a layout; give it a name that begins with ``test_``."""
    return as_test(layout_laws(layout, base=base, edits=edits, others=others, seeds=seeds))
