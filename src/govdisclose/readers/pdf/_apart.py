"""Draws pages of one PDF by PDFium, in a process that may be stopped: ``raster`` starts it and asks it.

A pattern with a step of a hundredth, a glyph of ten thousand fills, a shading that computes its colours: one step of
PDFium takes hours, and nothing within the process interrupts it. So the process has an end of its own: so many seconds
of the processor a page, so much memory, and no longer than the one that started it.

What is read are a line with the directories of modules, one with the size of the file, the file, and a line a page:
its number from 1 and the seconds it may take. What is written are a line on the page and its pixels.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
from math import sqrt
from queue import SimpleQueue
from threading import Thread
from time import process_time, sleep
from typing import Any

import pypdfium2.raw as raw

__all__ = ["BOOT", "Drawn", "PageError", "TooMuchError", "draw", "fitted", "serve"]

BOOT = (
    "import json,sys;sys.path[:]=json.loads(sys.stdin.buffer.readline());"
    "from govdisclose.readers.pdf._apart import serve;serve()"
)
"""The program of the process."""

_SCALE = 3.0  # pixels to a point: 216 to an inch
_MOST_PIXELS = 6_000_000
_LONGEST_SIDE = 8_000
_MOST_IN_PICTURE = 40_000_000
_MOST_MEMORY = 512 << 20
_GRACE = 0.5  # seconds for the step of PDFium that is under way when the time is over
_IMAGE, _FORM = 3, 5
_DEEPEST_FORM = 30

Drawn = tuple[int, int, bytes, float, bool]
"""Width, height, the pixels, how many of them to a point, and whether all was drawn."""


class PageError(Exception):
    """The page cannot be read."""


class TooMuchError(Exception):
    """The page holds more objects than the limit allows."""


def draw(document: Any, number: int, seconds: float, most: int) -> Drawn:
    """One page, counted from 1, drawn until it is done or has taken its time. ``most`` objects are looked at."""
    page = raw.FPDF_LoadPage(document, number - 1)
    # annotations and form fields become a part of the page's content
    if page and raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS:
        raw.FPDF_ClosePage(page)
        page = raw.FPDF_LoadPage(document, number - 1)
    if not page:
        raise PageError
    try:
        return _drawn(page, process_time() + seconds, most)
    finally:
        raw.FPDF_ClosePage(page)


def _drawn(page: Any, end: float, most: int) -> Drawn:
    whole = _Pictures(page, most).leave_out() == 0
    width, height, scale = fitted(raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page))
    bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_BGR, None, 0)
    if not bitmap:
        raise MemoryError(f"no room for a picture of {width} × {height} pixels")
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        whole = _render(bitmap, page, width, height, end) and whole
        stride = raw.FPDFBitmap_GetStride(bitmap)
        rows = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    pixels = b"".join(rows[start : start + 3 * width] for start in range(0, stride * height, stride))
    return width, height, pixels, scale, whole


def fitted(across: float, down: float) -> tuple[int, int, float]:
    """Width and height in pixels of a page of so many points, and how many pixels are a point."""
    across, down = max(across, 1.0), max(down, 1.0)
    scale = min(_SCALE, sqrt(_MOST_PIXELS / (across * down)), _LONGEST_SIDE / max(across, down))
    return max(round(across * scale), 1), max(round(down * scale), 1), scale


def _render(bitmap: Any, page: Any, width: int, height: int, end: float) -> bool:
    """Draw until it is done or the time is over; whether it was done."""

    def is_over(_: Any) -> int:
        return process_time() > end

    kind = dict(raw.IFSDK_PAUSE._fields_)["NeedToPauseNow"]
    pause = raw.IFSDK_PAUSE(version=1, NeedToPauseNow=kind(is_over), user=None)
    flags = raw.FPDF_REVERSE_BYTE_ORDER  # red first
    state = raw.FPDF_RenderPageBitmap_Start(bitmap, page, 0, 0, width, height, 0, flags, pause)
    while state == raw.FPDF_RENDER_TOBECONTINUED and process_time() <= end:
        state = raw.FPDF_RenderPage_Continue(page, pause)
    raw.FPDF_RenderPage_Close(page)
    return bool(state == raw.FPDF_RENDER_DONE)


class _Pictures:
    """The pictures in a page, which PDFium would hold in memory pixel by pixel."""

    def __init__(self, page: Any, most: int) -> None:
        self.page = page
        self.left = most

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
        self.left -= 1
        if self.left < 0:
            raise TooMuchError
        if raw.FPDFPageObj_GetType(item) != _IMAGE:
            return False
        width, height = ctypes.c_uint(), ctypes.c_uint()
        raw.FPDFImageObj_GetImagePixelSize(item, width, height)
        return width.value * height.value > _MOST_IN_PICTURE


# --- the process


def serve() -> None:
    """Answer until nothing more is asked. Ends the process when it takes too long or nobody listens any more."""
    _bound_memory()
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    size, most = json.loads(asked.readline())
    source = asked.read(size)
    document = raw.FPDF_LoadMemDocument64(source, len(source), None)
    wanted: SimpleQueue[tuple[int, float]] = SimpleQueue()
    clock = _Clock()
    Thread(target=_listen, args=(asked, wanted), daemon=True).start()
    Thread(target=clock.watch, daemon=True).start()
    while True:
        number, seconds = wanted.get()
        clock.end = process_time() + seconds + _GRACE
        begun = process_time()
        width = height = 0
        scale, whole, pixels = 1.0, False, b""
        failure = ""
        try:
            if not document:
                raise PageError
            width, height, pixels, scale, whole = draw(document, number, seconds, most)
        except (PageError, TooMuchError, MemoryError) as error:
            failure = type(error).__name__
        clock.end = None
        answer = [failure, width, height, scale, whole, len(pixels), process_time() - begun]
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.write(pixels)
        answers.flush()


def _bound_memory() -> None:
    """A bound on all memory, where the system has one to give."""
    try:
        import resource
    except ImportError:
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ValueError, OSError):
        return  # a narrower bound is set already


def _listen(asked: Any, wanted: SimpleQueue[tuple[int, float]]) -> None:
    for request in asked:
        number, seconds = json.loads(request)
        wanted.put((number, seconds))
    os._exit(0)  # whoever asked is gone or needs no more


class _Clock:
    """The end of a page's time. PDFium lets other threads run while it draws."""

    def __init__(self) -> None:
        self.end: float | None = None

    def watch(self) -> None:
        """End the process when the time is over."""
        while True:
            sleep(0.05)
            end = self.end
            if end is not None and process_time() > end:
                os._exit(1)
