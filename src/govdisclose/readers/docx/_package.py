"""The ZIP package around a Word document. Nothing that the archive declares of itself is believed.

Sizes are counted while inflating, names are looked up and never used as paths, and relationships that lead
outside the package or nowhere are passed over.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from io import BytesIO
from posixpath import join, normpath
from struct import error as StructError  # noqa: N812
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from attrs import field, frozen

from govdisclose.errors import (
    DamagedDocumentError,
    EncryptedDocumentError,
    LimitError,
    UnknownFormatError,
    UnreadableDocumentError,
)
from govdisclose.limits import Limits
from govdisclose.readers.docx._xml import parse_xml

_BROKEN = (
    BadZipFile,
    StructError,
    EOFError,
    IndexError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    zlib.error,
)
_ENTRIES = 10_000
_OTHERS = {
    "xl/workbook.xml": "an Excel workbook (xlsx)",
    "xl/workbook.bin": "an Excel workbook (xlsb)",
    "ppt/presentation.xml": "a PowerPoint presentation (pptx)",
    "ofd.xml": "an OFD document",
    "meta-inf/manifest.xml": "an OpenDocument file (odt, ods or odp)",
    "meta-inf/container.xml": "an EPUB book",
}


@frozen
class Package:
    """An open archive: its entries by lower-case name, and the names that stand more than once.

    An entry is what the archive's directory says of a part, or the part itself where another format was made into one.
    """

    archive: ZipFile | None
    entries: Mapping[str, ZipInfo | bytes]
    repeated: frozenset[str]
    limits: Limits
    relations: dict[str, list[tuple[str, str]]] = field(factory=dict)
    """For each part that was asked of, the types and targets of its relationships within the package."""


def open_package(source: bytes, limits: Limits) -> Package:
    """Read the archive's directory. Raises ``DamagedDocumentError`` if it has none that can be read."""
    entries = source.count(b"PK\x01\x02")
    if entries > _ENTRIES:
        raise LimitError("elements", _ENTRIES, entries, "the directory of the ZIP archive")
    try:
        archive = ZipFile(BytesIO(source))
    except _BROKEN as error:
        cut = "; its end is missing, so it was probably cut off" if b"PK\x05\x06" not in source else ""
        raise DamagedDocumentError(f"the ZIP archive cannot be opened{cut} ({error})") from error
    found: dict[str, ZipInfo] = {}
    repeated: set[str] = set()
    for entry in archive.infolist():
        name = entry.filename.replace("\\", "/").lower()
        if name.startswith("/") or ".." in name.split("/"):
            continue
        if name in found:
            repeated.add(name)
        found[name] = entry
    return Package(archive, found, frozenset(repeated), limits)


def package_of(parts: Mapping[str, bytes], limits: Limits) -> Package:
    """The package of parts that are at hand, as another format gives them: ``word/document.xml`` is the main one.

    Where they name no relationships, ``word/styles.xml`` and ``word/numbering.xml`` belong to the main part.
    """
    entries = {name.replace("\\", "/").lower().lstrip("/"): part for name, part in parts.items()}
    package = Package(None, entries, frozenset(), limits)
    if "word/_rels/document.xml.rels" not in entries:
        package.relations["word/document.xml"] = [
            (f"/{kind}", f"{kind}.xml") for kind in ("styles", "numbering")
        ]
    return package


def read_part(package: Package, name: str, most: int | None = None) -> bytes:
    """Inflate one part, or no more than so many of its first bytes.

    Raises ``LimitError`` as soon as it is over ``inflated``, whatever it declares.
    """
    key = name.lower()
    entry = package.entries.get(key)
    if entry is None:
        raise DamagedDocumentError(f"the part {name} is missing from the archive")
    if key in package.repeated:
        raise DamagedDocumentError(f"the part {name} stands more than once in the archive")
    if isinstance(entry, bytes):
        package.limits.check("inflated", len(entry), name)
        return entry if most is None else entry[:most]
    if entry.flag_bits & 0x1:
        raise EncryptedDocumentError(f"the part {name} asks for a password")
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        # Other methods cannot be inflated in bounded steps, and the format does not allow them.
        raise DamagedDocumentError(f"the part {name} is compressed by method {entry.compress_type}")
    assert package.archive is not None
    try:
        with package.archive.open(entry) as stream:
            data = stream.read(package.limits.inflated + 1 if most is None else most)
    except _BROKEN as error:
        raise DamagedDocumentError(f"the part {name} cannot be inflated ({error})") from error
    package.limits.check("inflated", len(data), name)
    return data


def find_main(package: Package) -> str:
    """The name of the part with the text. Raises ``UnknownFormatError`` for another kind of archive."""
    main = find_related(package, "", "officeDocument") or "word/document.xml"
    if main.lower() in package.entries and not main.lower().startswith(("xl/", "ppt/")):
        return main
    for name, kind in _OTHERS.items():
        if name in package.entries:
            raise UnknownFormatError(f"the file is {kind}, not a Word document")
    if not any(name.startswith(("word/", "_rels/", "[content")) for name in package.entries):
        raise UnknownFormatError("the file is a ZIP archive and holds no Word document")
    raise DamagedDocumentError(f"the part {main}, which holds the text, is missing from the archive")


def find_related(package: Package, source: str, kind: str) -> str | None:
    """The first part of a kind (the last word of the relationship's type) that ``source`` refers to.

    ``source`` is a part's name, empty for the package. None if the relationships are absent, damaged or
    lead to no part: only the main part is needed, and that has a fallback.
    """
    if source not in package.relations:
        package.relations[source] = _relations(package, source)
    folder = source.rpartition("/")[0]
    for type_, target in package.relations[source]:
        if type_.endswith("/" + kind):
            name = normpath(join("/", folder, target)).lstrip("/")
            if name.lower() in package.entries:
                return name
    return None


def _relations(package: Package, source: str) -> list[tuple[str, str]]:
    folder, _, file = source.rpartition("/")
    try:
        root = parse_xml(
            read_part(package, f"{folder}/_rels/{file}.rels".lstrip("/")), package.limits, "the relationships"
        )
    except UnreadableDocumentError:
        return []
    return [
        (relation.get("Type", ""), relation.get("Target", ""))
        for relation in root
        if relation.get("TargetMode") != "External"
    ]
