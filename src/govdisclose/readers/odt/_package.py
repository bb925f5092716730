"""The parts of an OpenDocument text: a ZIP package of several, or one flat XML file that holds the same."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen
from lxml import etree

from govdisclose.containers import ZIP
from govdisclose.errors import (
    DamagedDocumentError,
    EncryptedDocumentError,
    UnknownFormatError,
    UnreadableDocumentError,
)
from govdisclose.limits import Limits
from govdisclose.readers.docx._package import Package, open_package, read_part
from govdisclose.readers.docx._xml import parse_xml
from govdisclose.readers.odt._names import OFFICE

__all__ = ["Source", "open_source"]

_KIND = b"application/vnd.oasis.opendocument."
_KINDS = ("spreadsheet", "presentation", "graphics", "chart", "image", "base", "database", "formula")
_MOST_OBJECTS = 50


@frozen
class Source:
    """The roots that hold the text and the styles, the styles of the document first.

    ``pictures`` are the names of those that the package holds.
    """

    content: etree._Element
    sheets: tuple[etree._Element, ...]
    package: Package | None = None
    pictures: tuple[str, ...] = ()
    asked: list[str] = field(factory=list)

    def embedded(self, name: str) -> etree._Element | None:
        """The root of an embedded object by the name that the text has for it; None if it cannot be told.

        Only so many of them are looked at as a report may hold.
        """
        inside = name.removeprefix("./").strip("/")
        if self.package is None or not inside or len(self.asked) >= _MOST_OBJECTS:
            return None
        self.asked.append(inside)
        part = f"{inside}/content.xml"
        try:
            return parse_xml(read_part(self.package, part), self.package.limits, part)
        except UnreadableDocumentError:
            return None


def open_source(source: bytes, limits: Limits) -> Source:
    """Open a file of either form. Raises ``UnreadableDocumentError``, one of its kinds or ``LimitError``."""
    if not source.startswith(b"PK"):
        root = parse_xml(source, limits, "the file")
        if root.tag != OFFICE + "document":
            raise UnknownFormatError(f"the file is no OpenDocument: its root is {str(root.tag)[:100]}")
        return Source(root, (root,))
    if not source.startswith(ZIP):
        raise DamagedDocumentError("the file begins as a ZIP archive and is none that holds anything")
    package = open_package(source, limits)
    _check_kind(package)
    if "content.xml" not in package.entries:
        raise DamagedDocumentError("the part content.xml, which holds the text, is missing from the archive")
    content = parse_xml(read_part(package, "content.xml"), limits, "content.xml")
    if content.tag != OFFICE + "document-content":
        raise DamagedDocumentError(f"content.xml is no OpenDocument: its root is {str(content.tag)[:100]}")
    sheets = [content]
    if "styles.xml" in package.entries:
        sheets.insert(0, parse_xml(read_part(package, "styles.xml"), limits, "styles.xml"))
    return Source(content, tuple(sheets), package, tuple(_pictures(package)))


def _check_kind(package: Package) -> None:
    """Raise an error that says what the archive is, if it is no text that can be read."""
    manifest = _part(package, "meta-inf/manifest.xml")
    if b"encryption-data" in manifest or "encrypted-package" in package.entries:
        raise EncryptedDocumentError("the document is encrypted; save it without a password")
    kind = _part(package, "mimetype").strip()
    for name in _KINDS:
        if kind.startswith(_KIND + name.encode()):
            raise UnknownFormatError(f"the file is an OpenDocument {name}, not a text")


def _part(package: Package, name: str) -> bytes:
    """A part that is not needed; empty if it is not there or cannot be read."""
    try:
        return read_part(package, name) if name in package.entries else b""
    except UnreadableDocumentError:
        return b""


def _pictures(package: Package) -> Iterator[str]:
    for entry in () if package.archive is None else package.archive.infolist():
        name = entry.filename.replace("\\", "/")
        if name.startswith("Pictures/") and not name.endswith("/"):
            yield name
