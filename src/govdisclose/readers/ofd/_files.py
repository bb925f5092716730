"""The files in the archive of an OFD, found as its writers refer to them."""

from __future__ import annotations

from posixpath import dirname, join, normpath

from attrs import define, field
from lxml import etree

from govdisclose.errors import DamagedDocumentError
from govdisclose.limits import Limits
from govdisclose.readers.docx._package import Package, read_part
from govdisclose.readers.docx._xml import parse_xml
from govdisclose.readers.pdf._work import Work

__all__ = ["Files"]

_ATTRIBUTES_PER_ELEMENT, _BYTES_PER_ELEMENT = 4, 1_024


@define
class Files:
    """The parts of one archive. What all of them together hold is counted, however small each of them is."""

    package: Package
    limits: Limits
    work: Work
    inflated: int = 0
    attributes: int = 0
    _known: dict[str, etree._Element] = field(factory=dict)

    def find(self, location: str, folder: str, root: str = "") -> str | None:
        """The name of the part that a location means, ``None`` if there is none.

        It is given from the file that names it (in ``folder``), by some writers from that of the document or of all.
        """
        location = location.strip().replace("\\", "/")
        if not location:
            return None
        bases = ("",) if location.startswith("/") else (folder, root, "")
        for base in bases:
            name = normpath(join("/", base, location)).lstrip("/")
            if name.lower() in self.package.entries:
                return name
        return None

    def tree(
        self, location: str, folder: str, root: str = "", *, keep: bool = False
    ) -> tuple[etree._Element, str]:
        """The root element of a part, and the folder that it is in. ``keep``: it will be asked for again.

        Raises ``DamagedDocumentError`` if it is missing or no XML.
        """
        name = self.find(location, folder, root)
        if name is None:
            raise DamagedDocumentError(
                f"the part {location[:200]!r}, which the OFD names, is missing from it"
            )
        found = self._known.get(name)
        if found is None:
            data = self.data(name)
            found = parse_xml(data, self.limits, name)
            count = sum(1 for _ in found.iter())
            self.work.spend(count)
            self.attributes += data.count(b"=")
            self.limits.check(
                "elements", self.attributes // _ATTRIBUTES_PER_ELEMENT, "the attributes of all parts"
            )
            if keep:
                self._known[name] = found
        return found, dirname(name)

    def data(self, name: str) -> bytes:
        """A whole part. Raises ``LimitError`` where the parts read so far are too large together."""
        data = read_part(self.package, name)
        self.inflated += len(data)
        self.limits.check("inflated", self.inflated, "all parts together")
        return data

    def head(self, name: str, most: int) -> bytes:
        """No more than so many of the first bytes of a part."""
        data = read_part(self.package, name, most)
        self.work.spend(1 + len(data) // _BYTES_PER_ELEMENT)
        return data
