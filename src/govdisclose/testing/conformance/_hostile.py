"""Laws of bad input: limits hold, and whatever the bytes are there is a document or a typed error, soon."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import attrs

from govdisclose.document import Document, Reader
from govdisclose.errors import LimitError, UnreadableDocumentError
from govdisclose.limits import DEFAULT_LIMITS
from govdisclose.testing.conformance._files import GARBAGE, documents, mangled
from govdisclose.testing.conformance._law import Law

__all__ = ["LIMITS", "hostile_laws"]

LIMITS = ("bytes", "characters", "columns", "rows", "cells", "blocks")
"""The limits that a file of any format can break."""

_SECONDS = 10


def hostile_laws(
    reader: Reader,
    write: Callable[[Document], bytes],
    samples: Sequence[bytes],
    limits: Sequence[str],
    seeds: int,
) -> Iterator[Law]:
    """What must hold of ``read`` for input that is too large, damaged or of another format."""
    for name in limits:
        yield Law(f"the limit on {name} holds", partial(_limit, reader, write, name))
    yield Law("a file as large as the limit is read", lambda: _at_the_limit(reader, write))
    yield Law("garbage gives a typed error", lambda: _garbage(reader))
    yield Law(
        "a damaged file gives a document or a typed error",
        lambda: _damaged(reader, [*map(write, documents()), *samples], seeds),
    )


def _limit(reader: Reader, write: Callable[[Document], bytes], name: str) -> Iterator[str]:
    limits = attrs.evolve(DEFAULT_LIMITS, **{name: 1})
    for number, document in enumerate(documents(), 1):
        try:
            reader.read(write(document), limits)
        except LimitError as error:
            if error.limit != name:
                yield f"document {number}: with {name}=1 the limit {error.limit} is said to be broken"
        else:
            yield f"document {number} is read with {name}=1"


def _at_the_limit(reader: Reader, write: Callable[[Document], bytes]) -> Iterator[str]:
    for number, document in enumerate(documents(), 1):
        source = write(document)
        try:
            reader.read(source, attrs.evolve(DEFAULT_LIMITS, bytes=len(source)))
        except LimitError as error:
            yield f"document {number}: {error}"


def _tried(reader: Reader, name: str, source: bytes) -> Iterator[str]:
    start = time.monotonic()
    try:
        document: object = reader.read(source, DEFAULT_LIMITS)
        if not isinstance(document, Document):
            yield f"{name} is read as {type(document).__name__}"
    except (UnreadableDocumentError, LimitError):
        pass
    except Exception as error:
        yield f"{name} raises {type(error).__name__}: {error}"
    seconds = time.monotonic() - start
    if seconds > _SECONDS:
        yield f"{name} takes {seconds:.0f} seconds"


def _garbage(reader: Reader) -> Iterator[str]:
    for source in GARBAGE:
        yield from _tried(reader, repr(source[:12]), source)
    try:
        reader.read(b"", DEFAULT_LIMITS)
    except UnreadableDocumentError:
        return
    except Exception:
        return  # said above
    yield "a file without a byte is read as a document"


def _damaged(reader: Reader, own: Sequence[bytes], seeds: int) -> Iterator[str]:
    for name, source in mangled(own, seeds):
        yield from _tried(reader, name, source)
