"""The laws of a reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from govdisclose.document import Document, Reader
from govdisclose.testing.conformance._claims import claim_laws
from govdisclose.testing.conformance._content import content_laws
from govdisclose.testing.conformance._hostile import LIMITS, hostile_laws
from govdisclose.testing.conformance._law import Law, as_test, problems_of

__all__ = ["check_reader", "reader_laws", "reader_tests"]

Write = Callable[[Document], bytes]


def reader_laws(
    reader: Reader,
    write: Write,
    *,
    samples: Iterable[bytes] = (),
    others: Iterable[Reader] = (),
    spans: bool = True,
    limits: Iterable[str] = LIMITS,
    seeds: int = 40,
) -> tuple[Law, ...]:
    """Everything that must hold of a reader.

    ``write`` makes a file of the format from a document: every text, and merged cells unless ``spans`` is false.
    ``samples`` are further files of the format, ``others`` further readers that it must not meddle with, besides those
    built in and installed. ``limits`` are the fields of ``Limits`` that the format can break. ``seeds`` says how many
    damaged copies of each file are tried.
    """
    files = tuple(samples)
    return (
        *claim_laws(reader, write, files, tuple(others), seeds),
        *content_laws(reader, write, files, spans=spans),
        *hostile_laws(reader, write, files, tuple(limits), seeds),
    )


def check_reader(
    reader: Reader,
    write: Write,
    *,
    samples: Iterable[bytes] = (),
    others: Iterable[Reader] = (),
    spans: bool = True,
    limits: Iterable[str] = LIMITS,
    seeds: int = 40,
) -> Mapping[str, tuple[str, ...]]:
    """What is wrong with a reader, by the sentence that does not hold; empty if all is well. See ``reader_laws``."""
    return problems_of(
        reader_laws(reader, write, samples=samples, others=others, spans=spans, limits=limits, seeds=seeds)
    )


def reader_tests(
    reader: Reader,
    write: Write,
    *,
    samples: Iterable[bytes] = (),
    others: Iterable[Reader] = (),
    spans: bool = True,
    limits: Iterable[str] = LIMITS,
    seeds: int = 40,
) -> Callable[[Law], None]:
    """A pytest test with a case for each law of a reader; give it a name that begins with ``test_``."""
    return as_test(
        reader_laws(reader, write, samples=samples, others=others, spans=spans, limits=limits, seeds=seeds)
    )
