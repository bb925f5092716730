"""Pages by pdfminer.six: the file and its pages. What is painted on them is ``_device``'s."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect, PDFXRefStream
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, list_value, resolve1

from govdisclose.errors import (
    DamagedDocumentError,
    EncryptedDocumentError,
    GovdiscloseError,
    LimitError,
    UnreadableDocumentError,
)
from govdisclose.limits import Limits
from govdisclose.locate import Box
from govdisclose.readers.pdf._annotations import Annotations
from govdisclose.readers.pdf._canvas import Canvas
from govdisclose.readers.pdf._device import Device, Interpreter
from govdisclose.readers.pdf._fonts import Fonts
from govdisclose.readers.pdf._layers import Layers
from govdisclose.readers.pdf._page import Matrix, Page, page_matrix
from govdisclose.readers.pdf._streams import Budget, Parser
from govdisclose.readers.pdf._work import Work

__all__ = [
    "annotator",
    "open_document",
    "placing",
    "read_pages",
    "walk_pages",
]

_MOST_STEPS = 30  # from one reference to the next


def read_pages(source: bytes, limits: Limits) -> list[Page]:
    """All pages of a PDF. Raises the errors of ``Reader.read``."""
    try:
        return list(_pages(source, limits))
    except GovdiscloseError:
        raise
    except RecursionError:
        raise LimitError("depth", limits.depth, "more than the stack holds", fixed=True) from None
    except MemoryError:
        raise LimitError("inflated", limits.inflated, "more than the memory holds", fixed=True) from None
    except Exception as error:  # a library's exception says nothing to the caller
        raise damaged(error) from error


class _Document(PDFDocument):
    """Reads each table of objects once, and follows no reference for ever: a chain of them may bite its own tail."""

    def getobj(self, objid: int) -> object:
        """The object of a number. One that only names another is that other, within reason."""
        found = super().getobj(objid)
        for _ in range(_MOST_STEPS):
            if not isinstance(found, PDFObjRef):
                return found
            found = super().getobj(found.objid)
        return None

    def read_xref_from(self, parser: PDFParser, start: int, xrefs: list[Any]) -> None:
        seen = self.__dict__.setdefault("_starts", set())
        if start not in seen:
            seen.add(start)
            super().read_xref_from(parser, start, xrefs)
            for xref in xrefs:
                if isinstance(xref, PDFXRefStream) and xref.data is not None:
                    room = len(xref.data) // max(xref.entlen or 1, 1)
                    xref.ranges = [(first, min(count, room)) for first, count in xref.ranges]


def open_document(source: bytes, limits: Limits) -> PDFDocument:
    """The objects of a PDF. Raises ``EncryptedDocumentError`` where no empty password opens it."""
    # Each warning of pdfminer would stand on the user's terminal.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        document = _Document(Parser(BytesIO(source), Budget(limits)))
    except PDFPasswordIncorrect:
        raise EncryptedDocumentError("the PDF asks for a password; save it without one") from None
    except PDFEncryptionError as error:
        raise EncryptedDocumentError(
            f"the PDF is encrypted in a way that is not known: {error!r:.80}"
        ) from None
    if resolve1(document.catalog.get("NeedsRendering")) is True:
        raise UnreadableDocumentError(
            "the pages of the PDF are made by a program from a form within it (XFA), and only a notice stands on them;"
            " print it to PDF from a program that shows it"
        )
    return document


def _pages(source: bytes, limits: Limits) -> Iterator[Page]:
    document = open_document(source, limits)
    fonts = Fonts(limits)
    work = Work(limits)
    layers = Layers(document.catalog)
    annotations = annotator(document, work, fonts, layers)
    for number, page in enumerate(walk_pages(document, limits), 1):
        matrix, width, height = placing(page)
        device = Device(fonts, Canvas(number, width, height, limits, work))
        interpreter = Interpreter(fonts, device, work, layers)
        interpreter.render_contents(dict_value(page.resources), page.contents, ctm=matrix)
        annotations.paint(page, device.canvas, matrix)
        yield device.canvas.page()


def annotator(document: PDFDocument, work: Work, fonts: Fonts, layers: Layers) -> Annotations:
    """What puts the annotations of a file over its pages."""

    def draw(form: PDFStream, resources: Mapping[str, Any], matrix: Matrix, canvas: Canvas) -> None:
        interpreter = Interpreter(fonts, Device(fonts, canvas), work, layers)
        interpreter.draw(form, resources, matrix)

    return Annotations(document.catalog, work, layers, draw)


def placing(page: PDFPage) -> tuple[Matrix, float, float]:
    """From the user space of a page to the page as shown, with its width and height."""
    return page_matrix(_crop(page), page.rotate)


def walk_pages(document: PDFDocument, limits: Limits) -> Iterator[PDFPage]:
    """The pages in order. The tree is walked without recursion, each node once."""
    stack: list[tuple[object, dict[str, Any]]] = [(document.catalog.get("Pages"), {})]
    seen: set[int] = set()
    count = 0
    while stack:
        node, above = stack.pop()
        number = node.objid if isinstance(node, PDFObjRef) else id(node)
        limits.check("elements", len(stack))
        if number in seen:
            continue
        seen.add(number)
        own = dict_value(node)
        merged = {**above, **{key: own[key] for key in PDFPage.INHERITABLE_ATTRS if key in own}}
        kids = own.get("Kids")
        if kids is not None:
            stack += [(kid, merged) for kid in reversed(list_value(kids))]
        elif own:
            count += 1
            limits.check("pages", count)
            yield PDFPage(document, number, {**own, **merged}, None)
    if not count:
        raise DamagedDocumentError("the PDF names no page")


def _crop(page: PDFPage) -> Box:
    x0, y0, x1, y1 = (
        max(page.mediabox[0], page.cropbox[0]),
        max(page.mediabox[1], page.cropbox[1]),
        min(page.mediabox[2], page.cropbox[2]),
        min(page.mediabox[3], page.cropbox[3]),
    )
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else page.mediabox


def damaged(error: Exception) -> DamagedDocumentError:
    """What is told of a file that pdfminer cannot follow."""
    return DamagedDocumentError(
        "the PDF breaks off or contradicts itself; fetch it again, or print it to PDF anew from a program that shows it"
        f" ({str(error) or type(error).__name__:.120})"
    )
