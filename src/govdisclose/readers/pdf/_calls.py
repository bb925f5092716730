"""The functions of PDFium that are asked for each character and each object.

A call through ctypes costs more than what it asks for, and most of that is the conversion of arguments. The functions
asked most are therefore bound without declared arguments: a handle is what ``handle`` makes of its address, an index
is an integer, and where an answer goes is a ``byref`` made once.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Sequence
from ctypes import byref, c_double, c_float, c_int, c_uint, c_ulong, c_void_p, cast, sizeof
from functools import lru_cache
from itertools import repeat
from typing import Any

import pypdfium2.raw as raw

__all__ = ["Library", "handle", "library"]

handle = c_void_p.from_param
"""An address as the functions take it."""

_KEPT = 4096  # answers whose addresses are made beforehand


class _Pointer(c_void_p):
    """A result that is only handed on."""


class Library:
    """Each function, and where the answers go: ``floats``, ``numbers``, ``six``."""

    def __init__(self) -> None:
        def quick(function: Any, result: Any) -> Callable[..., Any]:
            # PYFUNCTYPE keeps the interpreter's lock: releasing it costs as much as the call.
            return ctypes.PYFUNCTYPE(result)(cast(function, c_void_p).value or 0)

        def bind(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
            return ctypes.PYFUNCTYPE(result, *arguments)(cast(function, c_void_p).value or 0)

        self.count_objects = quick(raw.FPDFPage_CountObjects, c_int)
        self.object = quick(raw.FPDFPage_GetObject, c_void_p)
        self.count_inner = quick(raw.FPDFFormObj_CountObjects, c_int)
        self.inner = bind(raw.FPDFFormObj_GetObject, c_void_p, c_void_p, c_ulong)
        self.kind = quick(raw.FPDFPageObj_GetType, c_int)
        self.matrix = quick(raw.FPDFPageObj_GetMatrix, c_int)
        self.bounds = quick(raw.FPDFPageObj_GetBounds, c_int)
        self.fill = quick(raw.FPDFPageObj_GetFillColor, c_int)
        self.stroke = quick(raw.FPDFPageObj_GetStrokeColor, c_int)
        self.transparent = quick(raw.FPDFPageObj_HasTransparency, c_int)
        self.line_width = quick(raw.FPDFPageObj_GetStrokeWidth, c_int)
        self.pixels = quick(raw.FPDFImageObj_GetImagePixelSize, c_int)
        self.mode = quick(raw.FPDFPath_GetDrawMode, c_int)
        self.count_segments = quick(raw.FPDFPath_CountSegments, c_int)
        self.segment = quick(raw.FPDFPath_GetPathSegment, _Pointer)
        self.point = quick(raw.FPDFPathSegment_GetPoint, c_int)
        self.segment_kind = quick(raw.FPDFPathSegment_GetType, c_int)
        self.closes = quick(raw.FPDFPathSegment_GetClose, c_int)
        self.clip = quick(raw.FPDFPageObj_GetClipPath, _Pointer)
        self.count_clips = quick(raw.FPDFClipPath_CountPaths, c_int)
        self.count_clip_segments = quick(raw.FPDFClipPath_CountPathSegments, c_int)
        self.clip_segment = quick(raw.FPDFClipPath_GetPathSegment, _Pointer)
        self.count_chars = quick(raw.FPDFText_CountChars, c_int)
        self.owner = quick(raw.FPDFText_GetTextObject, c_void_p)
        self.unicode = quick(raw.FPDFText_GetUnicode, c_uint)
        self.unmapped = quick(raw.FPDFText_HasUnicodeMapError, c_int)
        self.generated = quick(raw.FPDFText_IsGenerated, c_int)
        self.hyphen = quick(raw.FPDFText_IsHyphen, c_int)
        self.origin = quick(raw.FPDFText_GetCharOrigin, c_int)
        self.char_matrix = quick(raw.FPDFText_GetMatrix, c_int)
        self.font_size = quick(raw.FPDFTextObj_GetFontSize, c_int)
        self.render_mode = quick(raw.FPDFTextObj_GetTextRenderMode, c_int)
        self.font = quick(raw.FPDFTextObj_GetFont, c_void_p)
        self.embedded = bind(raw.FPDFFont_GetIsEmbedded, c_int, c_void_p)
        self.glyph_width = quick(raw.FPDFFont_GetGlyphWidth, c_int)
        self.font_name = bind(raw.FPDFFont_GetBaseFontName, c_ulong, c_void_p, c_void_p, c_ulong)

        self.floats = (c_float * 4)()
        self.float_at = [byref(self.floats, 4 * at) for at in range(4)]
        self.numbers = (c_uint * 4)()
        self.number_at = [byref(self.numbers, 4 * at) for at in range(4)]
        self.six = (c_float * 6)()
        self.six_at = byref(self.six)
        self.places = _Answers(c_double, 2)
        self.matrices = _Answers(c_float, 1, 6)
        self.sizes = _Answers(c_float, 1)
        self.colours = _Answers(c_uint, 4)
        self.one = c_float(1)

    def width(self, font: object, code: int) -> float:
        """The width of a character in em, 0 where the font does not say."""
        known = self.glyph_width(font, code, self.one, self.float_at[0])
        return float(self.floats[0]) if known else 0.0


class _Answers:
    """Room for the answers to one question on many things: so many numbers to each of its addresses."""

    def __init__(self, kind: Any, addresses: int, numbers: int = 1) -> None:
        self.kind = kind
        self.addresses = addresses
        self.numbers = numbers
        self._room, at = self._new(_KEPT)
        self._at = [[*column] for column in at]

    def ask(
        self, function: Callable[..., int], count: int, *about: Iterable[object]
    ) -> tuple[list[int], list[Any]]:
        """Whether each of ``count`` things has an answer, and all the numbers. ``about`` are the arguments."""
        room, at = self._new(count) if count > _KEPT else (self._room, self._at)
        known = [*map(function, *about, *at)]
        return known, room[: count * self.addresses * self.numbers]

    def _new(self, count: int) -> tuple[Any, Sequence[Iterable[object]]]:
        size = sizeof(self.kind) * self.numbers
        room = (self.kind * (self.addresses * self.numbers * count))()
        ends = count * self.addresses * size
        starts = [range(size * number, ends, self.addresses * size) for number in range(self.addresses)]
        return room, [map(byref, repeat(room), column) for column in starts]


@lru_cache(maxsize=1)
def library() -> Library:
    """The functions, bound when they are first asked for."""
    return Library()
