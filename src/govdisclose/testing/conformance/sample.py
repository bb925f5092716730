"""Samples as tests: real files of a folder, each with what has to be read in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from govdisclose.document import Reader
from govdisclose.grammar.layout import Layout
from govdisclose.testing.conformance._law import Law, as_test
from govdisclose.testing.samples import check, samples

__all__ = ["sample_laws", "sample_tests"]


def sample_laws(
    folder: Path | str,
    *,
    layouts: Iterable[Layout] | None = None,
    readers: Iterable[Reader] | None = None,
    among: Iterable[str] | None = None,
) -> tuple[Law, ...]:
    """One law for each file of a folder: it is read as expected, or as no report if nothing is expected.

    ``layouts`` and ``readers`` are those of ``parse``; not given, the installed ones. ``among`` are the ids of the
    layouts that count as a match, as those that the plugin brings.
    """
    forms = None if layouts is None else tuple(layouts)
    formats = None if readers is None else tuple(readers)
    ids = None if among is None else tuple(among)
    return tuple(
        Law(
            f"{sample.path.name} is read as expected",
            partial(check, sample, layouts=forms, readers=formats, among=ids),
        )
        for sample in samples(folder)
    )


def sample_tests(
    folder: Path | str,
    *,
    layouts: Iterable[Layout] | None = None,
    readers: Iterable[Reader] | None = None,
    among: Iterable[str] | None = None,
) -> Callable[[Law], None]:
    """A pytest test with a case for each file of a folder; give it a name that begins with ``test_``."""
    return as_test(sample_laws(folder, layouts=layouts, readers=readers, among=among))
