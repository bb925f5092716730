"""Word documents as one XML file (Flat OPC): the parts of a DOCX, each in an element of its own.

Word saves them as "Word XML document"; many that web applications make are named ``.doc``. The parts are taken out and
read by the road of DOCX, under the same limits.
"""

from __future__ import annotations

import re
from binascii import Error as BinasciiError
from binascii import a2b_base64
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from govdisclose.document import Document, Reader
from govdisclose.errors import DamagedDocumentError, LimitError
from govdisclose.limits import Limits
from govdisclose.readers._opening import opened
from govdisclose.readers._xmlroot import FLAT_OPC, root_of

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["READER"]

_PKG = "{" + FLAT_OPC[1] + "}"
_MOST_PARTS = 10_000
_LARGE = 1_000_000
"""Characters: a part in base64 of more is a picture, and is not kept."""
_BINARY = re.compile(rb"(<(?:[\w.-]{1,80}:)?binaryData\b[^<>]{0,1000}>)[^<]{%d,}" % _LARGE)


def _sniff(head: bytes) -> bool:
    return root_of(head) == FLAT_OPC


def _read(source: bytes, limits: Limits) -> Document:
    return opened(source, limits, _opened)


def _opened(source: bytes, limits: Limits) -> Document:
    from govdisclose.readers.docx._document import document_of
    from govdisclose.readers.docx._package import Package
    from govdisclose.readers.docx._xml import parse_xml, to_utf8

    data = to_utf8(source, "the file")
    if b"binaryData" in data:
        data = _BINARY.sub(rb"\1", data)
    root = parse_xml(data, limits, "the file")
    if root.tag != f"{_PKG}package":
        raise DamagedDocumentError(
            f"the file is no package of a Word document: its root is {str(root.tag)[:100]}"
        )
    found: dict[str, etree._Element] = {}
    repeated: set[str] = set()
    for part in root.iterchildren(f"{_PKG}part"):
        name = (part.get(f"{_PKG}name") or "").replace("\\", "/").lower().lstrip("/")
        if not name or ".." in name.split("/"):
            continue
        if name in found:
            repeated.add(name)
        found[name] = part
        if len(found) > _MOST_PARTS:
            raise LimitError("elements", _MOST_PARTS, len(found), "the parts of the package", fixed=True)
    return document_of(Package(None, _Parts(found), frozenset(repeated), limits), "flat-opc")


@frozen(eq=False)
class _Parts(Mapping[str, bytes]):
    """The parts by name, each made into bytes when it is asked for: most never are."""

    found: Mapping[str, etree._Element]
    made: dict[str, bytes] = field(factory=dict)

    def __getitem__(self, name: str) -> bytes:
        if name not in self.made:
            self.made[name] = _content(self.found[name], name)
        return self.made[name]

    def __contains__(self, name: object) -> bool:
        return name in self.found

    def __iter__(self) -> Iterator[str]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


def _content(part: etree._Element, name: str) -> bytes:
    from lxml import etree

    for child in part.iterchildren(f"{_PKG}xmlData"):
        for root in child.iterchildren(etree.Element):
            return etree.tostring(root, encoding="utf-8", with_tail=False)
    for child in part.iterchildren(f"{_PKG}binaryData"):
        try:
            return a2b_base64((child.text or "").encode("ascii", "replace"), strict_mode=False)
        except (BinasciiError, ValueError) as error:
            raise DamagedDocumentError(f"the part {name} is no base64 ({error})") from error
    raise DamagedDocumentError(f"the part {name} holds nothing")


READER = Reader(
    id="flat-opc",
    media_types=("application/vnd.ms-word.flat-opc+xml",),
    suffixes=(".xml",),
    sniff=_sniff,
    read=_read,
)
