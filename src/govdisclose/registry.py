"""The readers, writers and layouts that there are. Each is imported when it is first asked for.

The built-in ones come first, then those of plugins, sorted by id.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from govdisclose import plugins
from govdisclose.containers import members_of
from govdisclose.document import Document, Limits, Reader, Writer
from govdisclose.errors import (
    EmptyDocumentError,
    EncryptedDocumentError,
    UnknownFormatError,
    UnreadableDocumentError,
)
from govdisclose.grammar.layout import Layout
from govdisclose.plugins import guard

__all__ = [
    "SNIFF_BYTES",
    "builtin_layouts",
    "builtin_readers",
    "layouts",
    "read_with",
    "reader_for",
    "readers",
    "unreadable",
    "writers",
]

SNIFF_BYTES = 65_536
"""How many bytes a reader's ``sniff`` sees."""

_WRITERS = ("docx", "html", "text")


def readers() -> tuple[Reader, ...]:
    """The installed readers, in the order in which they are asked."""
    return (*builtin_readers(), *plugins.readers())


@lru_cache(maxsize=1)
def builtin_readers() -> tuple[Reader, ...]:
    """The library's own readers."""
    return tuple(_reader(name) for name in plugins.BUILTIN_IDS[plugins.READERS])


def _reader(name: str) -> Reader:
    found = import_module(f"govdisclose.readers.{name.replace('-', '_')}").READER
    assert isinstance(found, Reader)
    return found


@lru_cache(maxsize=1)
def writers() -> tuple[Writer, ...]:
    """The built-in writers."""
    found = tuple(import_module(f"govdisclose.writers.{name}").WRITER for name in _WRITERS)
    assert all(isinstance(writer, Writer) for writer in found)
    return found


def layouts() -> tuple[Layout, ...]:
    """The installed layouts."""
    return (*builtin_layouts(), *plugins.layouts())


@lru_cache(maxsize=1)
def builtin_layouts() -> tuple[Layout, ...]:
    """The library's own layouts."""
    from govdisclose.layouts import CN_2019, CN_2021

    return (CN_2019, CN_2021)


def reader_for(source: bytes, among: tuple[Reader, ...] | None = None) -> Reader:
    """The reader that knows these bytes by their content.

    Raises ``EmptyDocumentError``, ``EncryptedDocumentError`` or ``UnknownFormatError``, which say what the bytes
    look like. Two readers that both claim them are an error that names both.
    """
    if not source:
        raise EmptyDocumentError("the file is empty: 0 bytes")
    head, members = source[:SNIFF_BYTES], members_of(source)
    asked = readers() if among is None else among
    claims = [reader for reader in asked if guard.claims(reader, head, members)]
    if len(claims) == 1:
        return claims[0]
    if claims:
        names = " and ".join(guard.name_of(reader) for reader in claims)
        raise UnknownFormatError(
            f"the readers {names} both claim this file; pass readers=[...] with one of them"
        )
    raise unreadable(head)


def read_with(reader: Reader, source: bytes, limits: Limits) -> Document:
    """Read by one reader. Raises ``UnreadableDocumentError``, one of its kinds or ``LimitError``, whatever it does."""
    return guard.read(reader, source, limits)


def unreadable(head: bytes) -> UnreadableDocumentError:
    """Say what bytes look like that no reader claims, and what would help."""
    if head.startswith(b"%PDF"):
        return UnknownFormatError("this is a PDF, and none of the readers asked reads PDF")
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in head:
            return EncryptedDocumentError("the document is encrypted; save it without a password")
        return UnknownFormatError("this is an old binary Office file (.doc, .xls or .wps); save it as DOCX")
    if head.startswith(b"{\\rtf"):
        return UnknownFormatError("this is RTF, which no installed reader reads; save it as DOCX")
    if head.startswith(b"PK"):
        return UnknownFormatError("this is a ZIP archive without a Word document in it; expected a DOCX")
    for magic, name in (
        (b"\x89PNG", "PNG"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"GIF8", "GIF"),
        (b"II*\x00", "TIFF"),
    ):
        if head.startswith(magic):
            return UnknownFormatError(f"this is a {name} picture; text recognition has to come first")
    return UnknownFormatError(
        f"the first bytes {head[:8]!r} are those of no installed format; expected DOCX, HTML or text"
    )
