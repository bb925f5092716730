"""The documents and the pages of an OFD file, and what is painted on each of them in which order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from attrs import define
from lxml import etree

from govdisclose.errors import (
    DamagedDocumentError,
    EncryptedDocumentError,
    GovdiscloseError,
    LimitError,
)
from govdisclose.limits import Limits
from govdisclose.locate import Box
from govdisclose.readers.docx._package import open_package
from govdisclose.readers.ofd._annotations import Annotations, Seal, seals_of
from govdisclose.readers.ofd._files import Files
from govdisclose.readers.ofd._glyphs import Glyphs
from govdisclose.readers.ofd._painter import Painter, State
from govdisclose.readers.ofd._resources import PLAIN, Resources
from govdisclose.readers.ofd._values import POINTS, all_of, box_of, child_of, kind_of, shown
from govdisclose.readers.ofd._widths import Widths
from govdisclose.readers.pdf._canvas import Canvas
from govdisclose.readers.pdf._page import Matrix, Page
from govdisclose.readers.pdf._work import Work

__all__ = ["read_pages"]

_ORDER = {"Background": 0, "Body": 1, "Foreground": 2}
_MATRIX: Matrix = (POINTS, 0, 0, POINTS, 0, 0)
_LARGEST_PAGE = 10_000.0  # millimetres
_ENCRYPTED = ("encryptions.xml", "decryptseed.dat")


def read_pages(source: bytes, limits: Limits) -> list[Page]:
    """All pages of an OFD. Raises the errors of ``Reader.read``."""
    try:
        glyphs = Glyphs()
        pages = [*_Package(source, limits, glyphs).pages()]
        if glyphs.found:
            # only at the end it is known which digits are in doubt
            pages = [*_Package(source, limits, Glyphs(frozenset(glyphs.found))).pages()]
        return pages
    except GovdiscloseError:
        raise
    except RecursionError:
        raise LimitError("depth", limits.depth, "more than the stack holds", fixed=True) from None
    except MemoryError:
        raise LimitError("inflated", limits.inflated, "more than the memory holds", fixed=True) from None


class _Package:
    """One file."""

    def __init__(self, source: bytes, limits: Limits, glyphs: Glyphs) -> None:
        package = open_package(source, limits)
        if any(name in package.entries for name in _ENCRYPTED):
            raise EncryptedDocumentError("the OFD is encrypted; save it without a password or a certificate")
        self.limits = limits
        self.work = Work(limits)
        self.files = Files(package, limits, self.work)
        self.glyphs = glyphs

    def pages(self) -> Iterator[Page]:
        """The pages of all documents in the file, one document after the other."""
        tree, _ = self.files.tree("OFD.xml", "")
        count = 0
        for body in all_of(tree, "DocBody"):
            place = self._root(body)
            signatures = child_of(body, "Signatures")
            seals = seals_of(self.files, signatures.text or "") if signatures is not None else []
            document = _Document(self.files, self.glyphs, place, seals)
            for page in document.pages:
                count += 1
                self.limits.check("pages", count)
                yield document.page(page, count)
        if not count:
            raise DamagedDocumentError("the OFD names no page")

    def _root(self, body: etree._Element) -> str:
        """Where the document is: its current version, where there are several."""
        versions = child_of(body, "Versions")
        for version in all_of(versions, "Version") if versions is not None else ():
            if (version.get("Current") or "").strip().lower() in ("true", "1"):
                tree, folder = self.files.tree(version.get("BaseLoc") or "", "")
                root = child_of(tree, "DocRoot")
                name = self.files.find(root.text or "", folder) if root is not None else None
                if name is not None:
                    return name
        root = child_of(body, "DocRoot")
        if root is None or not (root.text or "").strip():
            raise DamagedDocumentError("the OFD does not name its document")
        return root.text or ""


class _Area(NamedTuple):
    """The size of a page in points, and the part that is shown for sure if viewers may differ."""

    width: float
    height: float
    shown: Box | None


def _area_of(element: etree._Element | None) -> _Area | None:
    """``None`` where it says nothing of the size."""
    physical = child_of(element, "PhysicalBox") if element is not None else None
    box = box_of(physical.text, "a PhysicalBox") if physical is not None else None
    if element is None or box is None:
        return None
    wide, high = box[2] - box[0], box[3] - box[1]
    if not (0 < wide <= _LARGEST_PAGE and 0 < high <= _LARGEST_PAGE):
        raise DamagedDocumentError("a page of the OFD has no size that a page can have")
    part = child_of(element, "ApplicationBox")
    shown_part = box_of(part.text, "an ApplicationBox") if part is not None else None
    return _Area(wide * POINTS, high * POINTS, None if shown_part is None else shown(shown_part, _MATRIX))


@define(init=False)
class _Document:
    """One document: its pages by number and place, its templates, and what all of them refer to."""

    files: Files
    glyphs: Glyphs
    seals: list[Seal]
    root: str
    resources: Resources
    widths: Widths
    annotations: Annotations
    area: _Area | None
    pages: list[etree._Element]
    templates: dict[str, etree._Element]
    scanned: set[str]
    """The templates whose texts were looked at."""

    def __init__(self, files: Files, glyphs: Glyphs, place: str, seals: list[Seal]) -> None:
        tree, self.root = files.tree(place, "")
        self.files, self.glyphs, self.seals = files, glyphs, seals
        self.resources = Resources(files, self.root)
        self.widths = Widths(files.work)
        self.annotations = Annotations(files, self.root)
        common = child_of(tree, "CommonData")
        if common is None:
            raise DamagedDocumentError("the document of the OFD has no CommonData")
        for item in common:
            if kind_of(item) in ("PublicRes", "DocumentRes"):
                self.resources.read(item.text or "", self.root)
        usual = child_of(common, "DefaultCS")
        if usual is not None:
            self.resources.usual = self.resources.spaces.get((usual.text or "").strip())
        self.area = _area_of(child_of(common, "PageArea"))
        self.scanned = set()
        self.templates = {item.get("ID") or "": item for item in all_of(common, "TemplatePage")}
        listed = child_of(tree, "Pages")
        self.pages = [*all_of(listed, "Page")] if listed is not None else []
        annotations = child_of(tree, "Annotations")
        if annotations is not None:
            self.annotations.read(annotations.text or "")

    def page(self, listed: etree._Element, number: int) -> Page:
        """One page, painted."""
        tree, folder = self.files.tree(listed.get("BaseLoc") or "", self.root, self.root)
        area = _area_of(child_of(tree, "Area")) or self.area
        if area is None:
            raise DamagedDocumentError(f"page {number} of the OFD has no size")
        canvas = Canvas(number, area.width, area.height, self.files.limits, self.files.work)
        painter = Painter(self.resources, canvas, self.files.work, self.glyphs, self.widths, area.shown)
        layers = [*self._in_order(tree, folder)]
        self.widths.scan(tree)
        for content, own in layers:
            self._layers(content, own, painter)
        key = listed.get("ID") or ""

        def draw(parent: etree._Element, state: State, over: Canvas) -> None:
            Painter(self.resources, over, self.files.work, self.glyphs, self.widths).blocks(parent, state)

        self.annotations.paint(key, canvas, _MATRIX, draw)
        for seal in self.seals:
            self.files.work.spend(1)
            if seal.page == key:
                seal.paint(canvas, _MATRIX)
        return canvas.page()

    def _in_order(self, page: etree._Element, folder: str) -> Iterator[tuple[etree._Element, str]]:
        """The page and its templates from the lowest to the topmost, each with its folder."""
        found: list[tuple[int, int, etree._Element, str]] = [(_ORDER["Body"], 1, page, folder)]
        for item in all_of(page, "Template"):
            self.files.work.spend(1)
            key = item.get("TemplateID") or ""
            template = self.templates.get(key)
            if template is None:
                raise DamagedDocumentError("a page of the OFD names a template that is missing")
            tree, own = self.files.tree(template.get("BaseLoc") or "", self.root, self.root, keep=True)
            if key not in self.scanned:
                self.scanned.add(key)
                self.widths.scan(tree)
            order = item.get("ZOrder") or template.get("ZOrder") or "Background"
            found.append((_ORDER.get(order, 0), 0, tree, own))
        found.sort(key=lambda one: one[:2])
        return ((tree, own) for _, _, tree, own in found)

    def _layers(self, page: etree._Element, folder: str, painter: Painter) -> None:
        """The layers of a page or of a template, from the lowest to the topmost."""
        self.files.work.spend(len(page))
        for item in all_of(page, "PageRes"):
            self.resources.read(item.text or "", folder)
        content = child_of(page, "Content")
        layers = [*all_of(content, "Layer")] if content is not None else []
        self.files.work.spend(len(content) if content is not None else 0)
        layers.sort(key=lambda layer: _ORDER.get(layer.get("Type") or "Body", 1))
        for layer in layers:
            style = self.resources.style(layer, PLAIN)
            painter.blocks(layer, State(_MATRIX, style=style))
