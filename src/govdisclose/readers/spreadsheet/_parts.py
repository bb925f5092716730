"""The parts of an ``.xlsx``: each is inflated and parsed with a count over all of them, and found by its relationship."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import join, normpath

from attrs import define, field, frozen
from lxml import etree

from govdisclose.errors import DamagedDocumentError
from govdisclose.limits import Limits
from govdisclose.readers.docx._package import Package, open_package, read_part
from govdisclose.readers.docx._xml import parse_xml

__all__ = ["Parts", "Relation", "local", "named", "truth", "whole"]


@frozen
class Relation:
    """What a part refers to: the last word of its type, and the name of a part of the package."""

    kind: str
    target: str


@define
class Parts:
    """An open package, and what its parts have cost so far."""

    package: Package
    inflated: int = 0
    elements: int = 0
    _relations: dict[str, Mapping[str, Relation]] = field(factory=dict)

    @classmethod
    def of(cls, source: bytes, limits: Limits) -> Parts:
        """Open the package. Raises ``DamagedDocumentError`` or ``LimitError``."""
        return cls(open_package(source, limits))

    @property
    def limits(self) -> Limits:
        """The bounds on the file."""
        return self.package.limits

    def has(self, name: str) -> bool:
        """Whether there is a part of the name."""
        return name.lower() in self.package.entries

    def bytes(self, name: str) -> bytes:
        """One part. Raises ``UnreadableDocumentError``, one of its kinds or ``LimitError``."""
        data = read_part(self.package, name)
        self.inflated += len(data)
        self.limits.check("inflated", self.inflated, "the parts of the workbook")
        return data

    def tree(self, name: str) -> etree._Element:
        """The root of one part of markup. Raises as ``bytes`` does."""
        data = self.bytes(name)
        if len(data) + 4 * self.elements > 4 * self.limits.elements:
            self.elements += data.count(b"<") - data.count(b"</")
            self.limits.check("elements", self.elements, "the parts of the workbook")
        else:
            self.elements += len(data) // 4
        return parse_xml(data, self.limits, name)

    def count(self, steps: int) -> None:
        """Count work that is not told by elements as if it were. Raises ``LimitError``."""
        self.elements += steps
        self.limits.check("elements", self.elements, "the parts of the workbook")

    def relations(self, source: str) -> Mapping[str, Relation]:
        """By their ids, the parts that a part refers to; none outside the package, and none that is not there."""
        if source not in self._relations:
            self._relations[source] = dict(self._read_relations(source))
        return self._relations[source]

    def _read_relations(self, source: str) -> Iterator[tuple[str, Relation]]:
        folder, _, file = source.rpartition("/")
        name = f"{folder}/_rels/{file}.rels".lstrip("/")
        if not self.has(name):
            return
        for item in self.tree(name):
            target = normpath(join("/", folder, item.get("Target", ""))).lstrip("/")
            if item.get("TargetMode") != "External" and self.has(target):
                yield item.get("Id", ""), Relation(item.get("Type", "").rpartition("/")[2], target)

    def related(self, source: str, kind: str) -> str | None:
        """The first part of a kind that a part refers to."""
        return next((item.target for item in self.relations(source).values() if item.kind == kind), None)

    def referred(self, source: str, element: etree._Element) -> Relation:
        """The part that an element names by an id. Raises ``DamagedDocumentError`` if it is not there."""
        name = next((value for key, value in element.attrib.items() if str(key).endswith("}id")), "")
        found = self.relations(source).get(str(name))
        if found is None:
            raise DamagedDocumentError(
                f"{source} names a part, {str(name)[:40]!r}, that is not in the workbook"
            )
        return found


def local(element: etree._Element) -> str:
    """The name of an element without its namespace, which differs in files of the strict kind."""
    return str(element.tag).rpartition("}")[2]


def named(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of a name."""
    for child in parent:
        if local(child) == name:
            yield child


def whole(text: str | None, otherwise: int) -> int:
    """A whole number of at most nine digits; ``otherwise`` for anything else."""
    kept = (text or "").strip()
    return int(kept) if len(kept) < 10 and kept.isascii() and kept.isdigit() else otherwise


def truth(element: etree._Element | None, name: str = "val", *, otherwise: bool = True) -> bool:
    """Whether an attribute switches on; ``otherwise`` where it is not there, false where there is no element."""
    if element is None:
        return False
    value = element.get(name)
    return otherwise if value is None else value not in ("0", "false", "off")
