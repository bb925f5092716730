"""Laws of sniffing: a reader knows its own files, and no file is claimed by two."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from govdisclose import registry
from govdisclose.containers import members_of
from govdisclose.document import Document, Reader
from govdisclose.testing.conformance._files import GARBAGE, documents, files_of_others, mangled
from govdisclose.testing.conformance._law import Law

__all__ = ["claim_laws"]


def claim_laws(
    reader: Reader,
    write: Callable[[Document], bytes],
    samples: Sequence[bytes],
    others: Sequence[Reader],
    seeds: int,
) -> Iterator[Law]:
    """What must hold of ``sniff``, beside the readers built in, installed and given."""

    def own() -> list[bytes]:
        return [*map(write, documents()), *samples]

    rivals = {item.id: item for item in (*registry.readers(), *others) if item.id != reader.id}
    yield Law("it can be installed", lambda: _installable(reader))
    yield Law("sniff knows its own files", lambda: _own(reader, own()))
    yield Law("sniff claims no file of another format", lambda: _foreign(reader))
    yield Law("no other reader claims its files", lambda: _claimed([*rivals.values()], own()))
    yield Law("sniff answers True or False, whatever the bytes are", lambda: _answers(reader, own(), seeds))


def _claims(reader: Reader, source: bytes) -> bool:
    return reader.claims(source[: registry.SNIFF_BYTES], members_of(source))


def _installable(reader: Reader) -> Iterator[str]:
    from govdisclose.plugins._examine import examine_reader

    yield from examine_reader(reader).complaints


def _own(reader: Reader, own: Sequence[bytes]) -> Iterator[str]:
    for number, source in enumerate(own, 1):
        if _claims(reader, source) is not True:
            yield f"it does not claim file {number} of its own ({len(source)} bytes, {source[:8]!r} ...)"


def _foreign(reader: Reader) -> Iterator[str]:
    for name, source in files_of_others(reader.id):
        if _claims(reader, source):
            yield f"it claims {name}"


def _claimed(rivals: Sequence[Reader], own: Sequence[bytes]) -> Iterator[str]:
    for number, source in enumerate(own, 1):
        for rival in rivals:
            if _claims(rival, source):
                yield f"{rival.id} claims file {number} too"


def _answers(reader: Reader, own: Sequence[bytes], seeds: int) -> Iterator[str]:
    garbage = [(repr(source[:12]), source) for source in GARBAGE]
    for name, source in (*garbage, *mangled(own, seeds)):
        try:
            answer: object = _claims(reader, source)
        except Exception as error:
            yield f"{name}: {type(error).__name__}: {error}"
            continue
        if not isinstance(answer, bool):
            yield f"{name}: {answer!r}"
