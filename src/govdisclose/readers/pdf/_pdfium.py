"""Pages by PDFium: the objects of a page and the characters of its text, as pypdfium2 hands them over.

PDFium is not safe among threads, so that one document is read at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_void_p, cast
from threading import Lock
from typing import Any

import pypdfium2.raw as raw
from pdfminer.pdfdocument import PDFDocument

from govdisclose.errors import (
    DamagedDocumentError,
    EncryptedDocumentError,
    GovdiscloseError,
    LimitError,
)
from govdisclose.limits import Limits
from govdisclose.readers.pdf import _miner
from govdisclose.readers.pdf._calls import handle, library
from govdisclose.readers.pdf._canvas import Canvas
from govdisclose.readers.pdf._fonts import Fonts as MinerFonts
from govdisclose.readers.pdf._layers import Layers
from govdisclose.readers.pdf._objects import Painter
from govdisclose.readers.pdf._page import Page, page_matrix
from govdisclose.readers.pdf._screen import Screened, screen
from govdisclose.readers.pdf._text import Fonts, Writer
from govdisclose.readers.pdf._work import Work
from govdisclose.shown import Sight

__all__ = ["LOCK", "loaded", "read_pages"]

LOCK = Lock()
_HIDES = (Sight.UNSEEN, Sight.COVERED, Sight.WATERMARK)


def read_pages(source: bytes, limits: Limits) -> list[Page]:
    """All pages of a PDF. Raises the errors of ``Reader.read``."""
    screened = screen(source, limits)
    if screened is not None:
        try:
            return _pages(source, limits, screened)
        except _NotDrawnError:
            pass
    return _miner.read_pages(source, limits)


class _NotDrawnError(Exception):
    """PDFium does not tell of all: it has no font to draw some text with, leaves out a character that stands in the
    place of one like it, which may be hidden, or counts other pages.
    """


def _pages(source: bytes, limits: Limits, screened: Screened) -> list[Page]:
    with LOCK, loaded(source) as document:
        count = raw.FPDF_GetPageCount(document)
        limits.check("pages", count)
        if count < 1:
            raise DamagedDocumentError("the PDF names no page")
        work = Work(limits)
        layer = _Annotated(screened.document, work) if screened.document is not None else None
        if layer is not None and len(layer.pages) != count:
            raise _NotDrawnError
        return [_page(document, number, work, screened, layer) for number in range(1, count + 1)]


class _Annotated:
    """The annotations of each page, which pdfminer reads for both backends."""

    def __init__(self, document: PDFDocument, work: Work) -> None:
        layers = Layers(document.catalog)
        self.annotations = _miner.annotator(document, work, MinerFonts(work.limits), layers)
        self.pages = [*_miner.walk_pages(document, work.limits)]

    def paint(self, canvas: Canvas) -> None:
        page = self.pages[canvas.number - 1]
        try:
            self.annotations.paint(page, canvas, _miner.placing(page)[0])
        except GovdiscloseError:
            raise
        except RecursionError:
            limits = canvas.limits
            raise LimitError("depth", limits.depth, "more than the stack holds", fixed=True) from None
        except Exception as error:  # a library's exception says nothing to the caller
            raise _miner.damaged(error) from error


@contextmanager
def loaded(source: bytes) -> Iterator[Any]:
    """The document that PDFium makes of the bytes. Only while ``LOCK`` is held."""
    document = raw.FPDF_LoadMemDocument64(source, len(source), None)
    if not document:
        raise _error(raw.FPDF_GetLastError())
    try:
        yield document
    finally:
        raw.FPDF_CloseDocument(document)


def _error(code: int) -> DamagedDocumentError | EncryptedDocumentError:
    if code == raw.FPDF_ERR_PASSWORD:
        return EncryptedDocumentError("the PDF asks for a password; save it without one")
    if code == raw.FPDF_ERR_SECURITY:
        return EncryptedDocumentError("the PDF is encrypted in a way that is not known")
    return DamagedDocumentError(
        "the PDF breaks off or contradicts itself; fetch it again, or print it to PDF anew from a program that shows it"
    )


def _page(document: Any, number: int, work: Work, screened: Screened, layer: _Annotated | None) -> Page:
    page = raw.FPDF_LoadPage(document, number - 1)
    if not page:
        raise DamagedDocumentError(f"page {number} of the PDF cannot be read")
    try:
        box = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page, box)
        rotate = 90 * raw.FPDFPage_GetRotation(page)
        matrix, width, height = page_matrix((box.left, box.bottom, box.right, box.top), rotate)
        canvas = Canvas(number, width, height, work.limits, work)
        painter = Painter(library(), canvas, work, masked=screened.masked)
        painter.page(_handle(page), matrix)
        text = raw.FPDFText_LoadPage(page)
        if text:
            try:
                writer = Writer(library(), canvas, matrix, Fonts(library(), screened.unsure), painter.visible)
                _write(writer, _handle(text), work)
            finally:
                raw.FPDFText_ClosePage(text)
        if layer is not None:
            layer.paint(canvas)
        whole = canvas.page()
        if any(
            run.sight in _HIDES
            or (run.sight is Sight.NOT_READ and run.why == "style")
            or run.ink.colour is None
            for run in whole.runs
        ):
            raise _NotDrawnError
        return whole
    finally:
        raw.FPDF_ClosePage(page)


def _handle(pointer: Any) -> object:
    return handle(cast(pointer, c_void_p).value)


def _write(writer: Writer, page: object, work: Work) -> None:
    asked = library()
    count = asked.count_chars(page)
    work.spend(max(count, 0))
    for item in writer.visible.keys() - writer.write(page, count):
        if asked.embedded(asked.font(handle(item))) == 0:
            raise _NotDrawnError
