"""The readers, writers and layouts that there are. Each is imported when it is first asked for.

The built-in ones come first, then those of plugins, sorted by id.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from govdisclose import plugins
from govdisclose.containers import OLE, members_of
from govdisclose.document import Document, Limits, Reader, Writer
from govdisclose.errors import (
    DamagedDocumentError,
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

_WRITERS = ("docx", "html", "odt", "text")


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
    raise unreadable(head, members)


def read_with(reader: Reader, source: bytes, limits: Limits) -> Document:
    """Read by one reader. Raises ``UnreadableDocumentError``, one of its kinds or ``LimitError``, whatever it does."""
    return guard.read(reader, source, limits)


_KINDS = (
    (b"\x89PNG", "a PNG picture", "text recognition has to come first", "recognise"),
    (b"\xff\xd8\xff", "a JPEG picture", "text recognition has to come first", "recognise"),
    (b"GIF8", "a GIF picture", "text recognition has to come first", "recognise"),
    (b"II*\x00", "a TIFF picture", "text recognition has to come first", "recognise"),
    (b"MM\x00*", "a TIFF picture", "text recognition has to come first", "recognise"),
    (b"BM", "a BMP picture", "text recognition has to come first", "recognise"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first", "unpack"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first", "unpack"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first", "unpack"),
    (b"BZh", "a bzip2 archive", "unpack it first", "unpack"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first", "unpack"),
    (b"{\\rtf", "RTF", "none of the readers asked reads it; save it as DOCX", "save-as-docx"),
    (b"%PDF", "a PDF", "none of the readers asked reads PDF", None),
)
"""By first bytes: what a file is that no reader claims, what would help, and that by its key."""
_ENCRYPTED = "EncryptedPackage"
_STREAMS = (
    ("WordDocument", "an old Word document (.doc or .wps)", "save it as DOCX", "save-as-docx"),
    ("Workbook", "an old workbook (.xls or .et)", "save it as DOCX", "save-as-docx"),
    ("Book", "a workbook of Excel 95", "save it as DOCX", "save-as-docx"),
    ("PowerPoint Document", "a presentation (.ppt)", "save it as DOCX", "save-as-docx"),
    ("__properties_version1.0", "an e-mail of Outlook (.msg)", "save what is attached to it", "unpack"),
)


def unreadable(head: bytes, members: tuple[str, ...] = ()) -> UnreadableDocumentError:
    """Say what bytes look like that no reader claims, and what would help. ``members``: the names in a container."""
    for magic, name, help_, remedy in _KINDS:
        if head.startswith(magic):
            return UnknownFormatError(f"this is {name}; {help_}", remedy=remedy)
    if head.startswith(OLE):
        return _office(head, members)
    if head.startswith(b"PK"):
        return UnknownFormatError(
            f"this is {_archive(members)}; expected a document, or one in it that can be read",
            remedy="unpack",
        )
    return UnknownFormatError(
        f"the first bytes {head[:8]!r} are those of no installed format; expected DOCX, HTML or text"
    )


def _office(head: bytes, members: tuple[str, ...]) -> UnreadableDocumentError:
    """What an OLE file is that no reader claims."""
    if _ENCRYPTED in members or _ENCRYPTED.encode("utf-16-le") in head:
        return EncryptedDocumentError("the document is encrypted; save it without a password")
    if not members:
        return DamagedDocumentError(
            "the file begins as an old Office file (.doc, .xls or .wps) does, and its directory cannot be read: it was "
            "probably cut off; download it again"
        )
    for stream, name, help_, remedy in _STREAMS:
        if stream in members:
            return UnknownFormatError(
                f"this is {name}, and none of the readers asked reads it; {help_}", remedy=remedy
            )
    return UnknownFormatError(
        "this is an old Office file (OLE) of a program that is not known; save it as DOCX",
        remedy="save-as-docx",
    )


def _archive(members: tuple[str, ...]) -> str:
    """What a ZIP archive is that no reader claims."""
    for name, what in (
        ("OFD.xml", "an OFD document"),
        ("xl/workbook.xml", "a workbook (.xlsx)"),
        ("ppt/presentation.xml", "a presentation (.pptx)"),
        ("META-INF/container.xml", "an EPUB book"),
        ("content.xml", "an OpenDocument file (odt, ods or odp)"),
    ):
        if name in members:
            return what
    return "a ZIP archive without a Word document in it"
