"""A page of a PDF as pixels, by PDFium: for pictures of what was read. Needs pypdfium2.

Annotations and form fields are drawn where they have an appearance. Text and lines cost what ``screen`` allows; drawing
stops where a page takes too long, and a picture in the page with too many pixels is left out.
"""

from __future__ import annotations

import ctypes
from math import sqrt
from time import monotonic
from typing import Any

import pypdfium2.raw as raw
from attrs import frozen

from govdisclose.errors import DamagedDocumentError
from govdisclose.limits import DEFAULT_LIMITS, Limits
from govdisclose.readers.pdf._pdfium import LOCK, loaded
from govdisclose.readers.pdf._screen import screen

__all__ = ["Raster", "count_pages", "raster"]

_SCALE = 3.0  # pixels to a point: 216 to an inch
_MOST_PIXELS = 6_000_000
_LONGEST_SIDE = 8_000
_MOST_IN_PICTURE = 40_000_000
_SECONDS = 20.0
_IMAGE, _FORM = 3, 5
_DEEPEST_FORM = 30


@frozen
class Raster:
    """A page as shown. ``pixels`` are rows of red, green and blue, ``scale`` pixels to a point.

    ``whole`` is False where something was left out because it costs too much.
    """

    width: int
    height: int
    pixels: bytes
    scale: float
    whole: bool = True


def count_pages(source: bytes, limits: Limits = DEFAULT_LIMITS) -> int:
    """How many pages a PDF has, after a look at what they would cost. Raises the errors of ``Reader.read``."""
    screen(source, limits)
    with LOCK, loaded(source) as document:
        count: int = raw.FPDF_GetPageCount(document)
    limits.check("pages", count)
    if count < 1:
        raise DamagedDocumentError("the PDF names no page")
    return count


def raster(source: bytes, number: int, limits: Limits = DEFAULT_LIMITS) -> Raster:
    """One page, counted from 1. The source is one that ``count_pages`` has let pass."""
    with LOCK, loaded(source) as document:
        page = _flat(document, number)
        try:
            return _drawn(page, limits)
        finally:
            raw.FPDF_ClosePage(page)


def _flat(document: Any, number: int) -> Any:
    """A page with its annotations and form fields made part of its content."""
    page = raw.FPDF_LoadPage(document, number - 1)
    if page and raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS:
        raw.FPDF_ClosePage(page)
        page = raw.FPDF_LoadPage(document, number - 1)
    if not page:
        raise DamagedDocumentError(f"page {number} of the PDF cannot be read")
    return page


def _drawn(page: Any, limits: Limits) -> Raster:
    whole = _Pictures(page, limits).leave_out() == 0
    across, down = max(raw.FPDF_GetPageWidthF(page), 1.0), max(raw.FPDF_GetPageHeightF(page), 1.0)
    scale = min(_SCALE, sqrt(_MOST_PIXELS / (across * down)), _LONGEST_SIDE / max(across, down))
    width, height = max(round(across * scale), 1), max(round(down * scale), 1)
    bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_BGR, None, 0)
    if not bitmap:
        raise MemoryError(f"no room for a picture of {width} × {height} pixels")
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        whole = _render(bitmap, page, width, height) and whole
        stride = raw.FPDFBitmap_GetStride(bitmap)
        rows = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    pixels = b"".join(rows[start : start + 3 * width] for start in range(0, stride * height, stride))
    return Raster(width, height, pixels, scale, whole)


def _render(bitmap: Any, page: Any, width: int, height: int) -> bool:
    """Draw until it is done or the time is over; whether it was done."""
    end = monotonic() + _SECONDS

    def is_over(_: Any) -> int:
        return monotonic() > end

    kind = dict(raw.IFSDK_PAUSE._fields_)["NeedToPauseNow"]
    pause = raw.IFSDK_PAUSE(version=1, NeedToPauseNow=kind(is_over), user=None)
    flags = raw.FPDF_REVERSE_BYTE_ORDER  # red first
    state = raw.FPDF_RenderPageBitmap_Start(bitmap, page, 0, 0, width, height, 0, flags, pause)
    while state == raw.FPDF_RENDER_TOBECONTINUED and monotonic() <= end:
        state = raw.FPDF_RenderPage_Continue(page, pause)
    raw.FPDF_RenderPage_Close(page)
    return bool(state == raw.FPDF_RENDER_DONE)


class _Pictures:
    """The pictures in a page, which PDFium would hold in memory pixel by pixel."""

    def __init__(self, page: Any, limits: Limits) -> None:
        self.page = page
        self.limits = limits
        self.spent = 0

    def leave_out(self) -> int:
        """Take those with too many pixels off the page; how many."""
        count = raw.FPDFPage_CountObjects(self.page)
        found = [raw.FPDFPage_GetObject(self.page, at) for at in range(count)]
        gone = 0
        for item in found:
            if self._is_large(item):
                raw.FPDFPage_RemoveObject(self.page, item)
                raw.FPDFPageObj_Destroy(item)
                gone += 1
            else:
                gone += self._within(item, 0)
        return gone

    def _within(self, form: Any, depth: int) -> int:
        if raw.FPDFPageObj_GetType(form) != _FORM or depth >= _DEEPEST_FORM:
            return 0
        found = [raw.FPDFFormObj_GetObject(form, at) for at in range(raw.FPDFFormObj_CountObjects(form))]
        gone = 0
        for item in found:
            if self._is_large(item):
                raw.FPDFFormObj_RemoveObject(form, item)
                raw.FPDFPageObj_Destroy(item)
                gone += 1
            else:
                gone += self._within(item, depth + 1)
        return gone

    def _is_large(self, item: Any) -> bool:
        self.spent += 1
        self.limits.check("elements", self.spent, "the content of the pages")
        if raw.FPDFPageObj_GetType(item) != _IMAGE:
            return False
        width, height = ctypes.c_uint(), ctypes.c_uint()
        raw.FPDFImageObj_GetImagePixelSize(item, width, height)
        return width.value * height.value > _MOST_IN_PICTURE
