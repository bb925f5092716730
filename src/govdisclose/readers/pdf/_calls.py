"""The functions of PDFium that are asked for each character and each object.

A call through ctypes costs more than what it asks for; the functions are therefore bound once, without conversion
of their arguments: handles and addresses are plain integers.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import c_float, c_int, c_uint, c_ulong, c_void_p, cast
from functools import lru_cache
from typing import Any

import pypdfium2.raw as raw

__all__ = ["Library", "library"]


class Library:
    """Each function with integers for pointers."""

    def __init__(self) -> None:
        def bind(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
            # PYFUNCTYPE keeps the interpreter's lock: releasing it costs as much as the call.
            address = cast(function, c_void_p).value or 0
            return ctypes.PYFUNCTYPE(result, *arguments)(address)

        at, index, out = c_void_p, c_int, c_void_p
        self.count_objects = bind(raw.FPDFPage_CountObjects, c_int, at)
        self.object = bind(raw.FPDFPage_GetObject, at, at, index)
        self.count_inner = bind(raw.FPDFFormObj_CountObjects, c_int, at)
        self.inner = bind(raw.FPDFFormObj_GetObject, at, at, c_ulong)
        self.kind = bind(raw.FPDFPageObj_GetType, c_int, at)
        self.matrix = bind(raw.FPDFPageObj_GetMatrix, c_int, at, out)
        self.bounds = bind(raw.FPDFPageObj_GetBounds, c_int, at, out, out, out, out)
        self.fill = bind(raw.FPDFPageObj_GetFillColor, c_int, at, out, out, out, out)
        self.stroke = bind(raw.FPDFPageObj_GetStrokeColor, c_int, at, out, out, out, out)
        self.mode = bind(raw.FPDFPath_GetDrawMode, c_int, at, out, out)
        self.count_segments = bind(raw.FPDFPath_CountSegments, c_int, at)
        self.segment = bind(raw.FPDFPath_GetPathSegment, at, at, index)
        self.point = bind(raw.FPDFPathSegment_GetPoint, c_int, at, out, out)
        self.segment_kind = bind(raw.FPDFPathSegment_GetType, c_int, at)
        self.closes = bind(raw.FPDFPathSegment_GetClose, c_int, at)
        self.clip = bind(raw.FPDFPageObj_GetClipPath, at, at)
        self.count_clips = bind(raw.FPDFClipPath_CountPaths, c_int, at)
        self.count_clip_segments = bind(raw.FPDFClipPath_CountPathSegments, c_int, at, index)
        self.clip_segment = bind(raw.FPDFClipPath_GetPathSegment, at, at, index, index)
        self.count_chars = bind(raw.FPDFText_CountChars, c_int, at)
        self.owner = bind(raw.FPDFText_GetTextObject, at, at, index)
        self.unicode = bind(raw.FPDFText_GetUnicode, c_uint, at, index)
        self.unmapped = bind(raw.FPDFText_HasUnicodeMapError, c_int, at, index)
        self.generated = bind(raw.FPDFText_IsGenerated, c_int, at, index)
        self.hyphen = bind(raw.FPDFText_IsHyphen, c_int, at, index)
        self.origin = bind(raw.FPDFText_GetCharOrigin, c_int, at, index, out, out)
        self.char_matrix = bind(raw.FPDFText_GetMatrix, c_int, at, index, out)
        self.font_size = bind(raw.FPDFTextObj_GetFontSize, c_int, at, out)
        self.render_mode = bind(raw.FPDFTextObj_GetTextRenderMode, c_int, at)
        self.font = bind(raw.FPDFTextObj_GetFont, at, at)
        self.embedded = bind(raw.FPDFFont_GetIsEmbedded, c_int, at)
        self.glyph_width = bind(raw.FPDFFont_GetGlyphWidth, c_int, at, c_uint, c_float, out)
        self.font_name = bind(raw.FPDFFont_GetBaseFontName, c_ulong, at, out, c_ulong)


@lru_cache(maxsize=1)
def library() -> Library:
    """The functions, bound when they are first asked for."""
    return Library()
