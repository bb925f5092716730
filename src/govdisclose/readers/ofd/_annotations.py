"""What a viewer lays over the pages of an OFD: annotations, and the seals of signatures.

What they do is what annotations of a PDF do. A stamp, a watermark or a seal is as a picture of the page: over several
cells it is none of their text. A link or a highlight only marks; all else that is drawn concerns the cells that it
reaches into.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, field
from lxml import etree

from govdisclose.locate import Box
from govdisclose.readers.ofd._files import Files
from govdisclose.readers.ofd._painter import State
from govdisclose.readers.ofd._pictures import holds_opaque
from govdisclose.readers.ofd._values import all_of, box_of, child_of, flag, kind_of, moved, shown
from govdisclose.readers.pdf._canvas import Canvas
from govdisclose.readers.pdf._overlay import Overlay, canvas_over, inked, lined, settle, shown_boxes
from govdisclose.readers.pdf._page import IDENTITY, Matrix
from govdisclose.readers.pdf._thing import Reach, Thing, cut

__all__ = ["Annotations", "Seal", "seals_of"]

_COST = 20  # of an annotation, in elements
_WHAT = "annotation"
_STAMPS = frozenset(("Stamp", "Watermark"))
_MARKS = frozenset(("Link", "Highlight"))
_MOST_OF_SEAL = 2_000_000

Draw = Callable[[etree._Element, State, Canvas], None]
"""Paints the objects within an element on a canvas."""


@define
class Annotations:
    """Those of one document, by the number of the page."""

    files: Files
    root: str
    places: dict[str, list[tuple[str, str]]] = field(factory=dict)
    """The files for a page, and the folder of the list that names them."""

    def read(self, location: str) -> None:
        """The list of annotations. Where a file is missing no viewer shows anything."""
        if self.files.find(location, self.root) is None:
            return
        tree, folder = self.files.tree(location, self.root)
        for page in all_of(tree, "Page"):
            file = child_of(page, "FileLoc")
            if file is not None and file.text:
                self.places.setdefault(page.get("PageID") or "", []).append((file.text, folder))

    def paint(self, page: str, canvas: Canvas, matrix: Matrix, draw: Draw) -> None:
        """Put the annotations of a page over what is painted on its canvas."""
        over = Overlay(canvas, self.files.work)
        for location, folder in self.places.get(page, ()):
            self.files.work.spend(1)
            if self.files.find(location, folder, self.root) is None:
                continue
            tree, _ = self.files.tree(location, folder, self.root)
            for one in all_of(tree, "Annot"):
                self.files.work.spend(_COST)
                if flag(one, "Visible", fallback=True):
                    for appearance in all_of(one, "Appearance"):
                        self._put(one.get("Type") or "", appearance, over, matrix, draw)

    def _put(self, kind: str, appearance: etree._Element, over: Overlay, matrix: Matrix, draw: Draw) -> None:
        boundary = box_of(appearance.get("Boundary"))
        place = None if boundary is None else cut(shown(boundary, matrix), over.canvas.crop(None))
        drawn = canvas_over(over.canvas, self.files.work)
        draw(appearance, State(moved(None, boundary, matrix), place), drawn)
        settle(drawn)
        boxes = shown_boxes(drawn)
        over.cover(drawn, _WHAT)
        if kind in _STAMPS:
            over.stamp([place] if not boxes and drawn.askew and place is not None else boxes)
            return
        letters = (drawn.shown(run) for run in drawn.runs)
        marks = [*drawn.pictures, *letters] if kind in _MARKS else inked(drawn)
        over.canvas.things += [Thing(box, _WHAT, Reach.TOUCHING) for box in marks]
        if kind != "Link":
            over.canvas.things += lined(drawn, _WHAT)


class Seal:
    """A seal on a page. ``opaque``: nothing shines through its picture."""

    def __init__(self, page: str, box: Box, *, opaque: bool) -> None:
        self.page = page
        self.box = box
        self.opaque = opaque

    def paint(self, canvas: Canvas, matrix: Matrix) -> None:
        """Put it over what is painted on a page."""
        box = cut(shown(self.box, matrix), canvas.crop(None))
        if box is None:
            return
        if self.opaque:
            canvas.picture(box)
        else:
            canvas.things.append(Thing(box, _WHAT, Reach.WITHIN))


def seals_of(files: Files, location: str) -> list[Seal]:
    """The seals of all signatures. What a signature says of the file is not looked at."""
    if files.find(location, "") is None:
        return []
    tree, folder = files.tree(location, "")
    found: list[Seal] = []
    for one in all_of(tree, "Signature"):
        place = one.get("BaseLoc") or ""
        if files.find(place, folder) is None:
            continue
        signature, own = files.tree(place, folder)
        info = child_of(signature, "SignedInfo")
        if info is None:
            continue
        stamps = [item for item in info if kind_of(item) == "StampAnnot"]
        opaque = bool(stamps) and _is_opaque(files, signature, info, own)
        for stamp in stamps:
            files.work.spend(_COST)
            boundary, clip = box_of(stamp.get("Boundary")), box_of(stamp.get("Clip"), "a Clip")
            box = None if boundary is None else shown(boundary, IDENTITY)
            if boundary is not None and clip is not None:
                box = cut(shown(clip, (1, 0, 0, 1, boundary[0], boundary[1])), box)
            if box is not None:
                found.append(Seal(stamp.get("PageRef") or "", box, opaque=opaque))
    return found


def _is_opaque(files: Files, signature: etree._Element, info: etree._Element, folder: str) -> bool:
    """Whether the picture of a seal, which is in the signed value or in a file of its own, hides what lies below it."""
    seal = child_of(info, "Seal")
    places = [child_of(seal, "BaseLoc") if seal is not None else None, child_of(signature, "SignedValue")]
    for place in places:
        name = files.find(place.text or "", folder) if place is not None else None
        if name is not None and holds_opaque(files.head(name, _MOST_OF_SEAL)):
            return True
    return False
