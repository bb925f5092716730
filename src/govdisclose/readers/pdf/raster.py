"""A page of a PDF as pixels, by PDFium: for pictures of what was read. Needs pypdfium2.

Annotations and form fields are drawn where they have an appearance. Text and lines cost what ``screen`` allows. How long the
other things of a page take to draw cannot be told beforehand, and PDFium does not stop: it draws in a process of its
own (``_apart``), which ends when a page has taken its time. A picture in the page with too many pixels is left out.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Generator, Iterable
from contextlib import suppress
from ctypes import byref
from threading import Timer

import pypdfium2.raw as raw
from attrs import frozen

from govdisclose.errors import DamagedDocumentError, LimitError
from govdisclose.limits import DEFAULT_LIMITS, Limits
from govdisclose.readers.pdf._apart import BOOT, Drawn, PageError, TooMuchError, draw, fitted
from govdisclose.readers.pdf._pdfium import LOCK, loaded
from govdisclose.readers.pdf._screen import screen

__all__ = ["Raster", "count_pages", "raster", "rasters"]

_SECONDS = 3.5  # of the processor, a page
_SECONDS_AFTER = 1.0  # a page, once one has been cut off
_MOST_CUT = 2  # pages; with a third one the file is refused
_PATIENCE = 60.0  # seconds by the clock on the wall: a machine may be busy, and a process may sleep


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
    (page,) = rasters(source, [number], limits)
    return page


def rasters(
    source: bytes, numbers: Iterable[int], limits: Limits = DEFAULT_LIMITS
) -> Generator[Raster, None, None]:
    """Pages one after another, counted from 1, as ``raster`` gives one.

    A page that takes too long, or too much memory, is white where it was not drawn. Raises ``LimitError`` at the third.
    """
    cut = 0
    easel: _Easel | None = None
    try:
        for number in numbers:
            seconds = _SECONDS_AFTER if cut else _SECONDS
            if easel is None and _has_interpreter():
                easel = _Easel(source, limits)
            drawn, spent = easel.draw(number, seconds) if easel else _here(source, number, seconds, limits)
            if drawn is None and easel is not None:
                easel.close()
                easel = None
            if drawn is None or spent > seconds:
                cut += 1
                if cut > _MOST_CUT:
                    where = "the pages that cannot be drawn in their time and memory"
                    raise LimitError("pages", _MOST_CUT, cut, where, fixed=True)
            yield Raster(*drawn) if drawn is not None else _white(source, number)
    finally:
        if easel is not None:
            easel.close()


def _has_interpreter() -> bool:
    """Whether a process of its own can be started: a program packed into one file is no interpreter."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


class _Easel:
    """The process that draws, and what is asked of it. Closed, it is gone."""

    def __init__(self, source: bytes, limits: Limits) -> None:
        self._limits = limits
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-I", "-c", BOOT],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._ask(json.dumps([str(entry) for entry in sys.path]).encode() + b"\n")
        self._ask(json.dumps([len(source), limits.elements]).encode() + b"\n")
        self._ask(source)

    def draw(self, number: int, seconds: float) -> tuple[Drawn | None, float]:
        """The page and the seconds it took; None where the process did not come to its end."""
        self._ask(json.dumps([number, seconds]).encode() + b"\n")
        answers = self._process.stdout
        assert answers is not None
        patience = Timer(_PATIENCE, self._process.kill)
        patience.daemon = True
        patience.start()
        try:
            line = answers.readline()
            if not line.endswith(b"\n"):
                return None, seconds
            failure, width, height, scale, whole, size, spent = json.loads(line)
            _raise_for(failure, number, self._limits)
            pixels = answers.read(size)
        finally:
            patience.cancel()
        if not size or len(pixels) < size:
            return None, seconds
        return (width, height, pixels, scale, whole), spent

    def close(self) -> None:
        """End the process, whatever it does, and wait until it is gone."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self._process.wait()

    def _ask(self, words: bytes) -> None:
        assert self._process.stdin is not None
        with suppress(OSError):  # it is gone already, and its answer will be none
            self._process.stdin.write(words)
            self._process.stdin.flush()


def _here(source: bytes, number: int, seconds: float, limits: Limits) -> tuple[Drawn | None, float]:
    """As the process draws, where none can be started; a single step of PDFium is then not bounded."""
    try:
        with LOCK, loaded(source) as document:
            return draw(document, number, seconds, limits.elements), 0.0
    except (PageError, TooMuchError) as error:
        _raise_for(type(error).__name__, number, limits)
        raise


def _raise_for(failure: str, number: int, limits: Limits) -> None:
    if failure == PageError.__name__:
        raise DamagedDocumentError(f"page {number} of the PDF cannot be read")
    if failure == TooMuchError.__name__:
        raise LimitError("elements", limits.elements, limits.elements + 1, "the content of the pages")


def _white(source: bytes, number: int) -> Raster:
    """A page of which nothing was drawn."""
    size = raw.FS_SIZEF()
    with LOCK, loaded(source) as document:
        raw.FPDF_GetPageSizeByIndexF(document, number - 1, byref(size))
    width, height, scale = fitted(size.width, size.height)
    return Raster(width, height, b"\xff" * (3 * width * height), scale, whole=False)
