"""Fonts for the pdfminer backend: what each code stands for, and only where the font says so.

A code without a map is U+FFFD and never a guess: with ``Identity-H`` and no ToUnicode the codes are numbers of
glyphs in this one font, and reading them as anything else gives plausible Chinese that is not printed there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pdfminer.cmapdb import CMapDB
from pdfminer.pdffont import (
    PDFCIDFont,
    PDFFont,
    PDFTrueTypeFont,
    PDFType1Font,
    PDFType3Font,
    PDFUnicodeNotDefined,
)
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import LIT, PSLiteral

from govdisclose.errors import DamagedDocumentError
from govdisclose.limits import Limits
from govdisclose.readers.pdf._cmap import CodeMap, Entries
from govdisclose.readers.pdf._page import UNKNOWN

__all__ = ["Face", "Fonts", "is_sure"]

_IDENTITY = ("Identity-H", "Identity-V", "DLIdent-H", "DLIdent-V")
_EMBEDDED = ("FontFile", "FontFile2", "FontFile3")
_SYMBOLIC = 4
_LARGEST_CODE = 65_535


def is_sure(spec: Mapping[str, Any]) -> bool:
    """Whether a font's dictionary says what its codes stand for."""
    map_ = resolve1(spec.get("ToUnicode"))
    encoding = resolve1(spec.get("Encoding"))
    kind = _name(spec.get("Subtype"))
    if kind == "Type0":
        if not isinstance(encoding, PSLiteral):
            return False
        if encoding.name in _IDENTITY:
            return isinstance(map_, PDFStream)
        return True
    if isinstance(map_, PDFStream):
        return True
    if kind in ("Type3", ""):
        return False
    descriptor = dict_value(spec.get("FontDescriptor", {}))
    if not any(name in descriptor for name in _EMBEDDED):
        return True
    flags = resolve1(descriptor.get("Flags", 0))
    symbolic = isinstance(flags, int) and bool(flags & _SYMBOLIC)
    return encoding is not None and not (
        symbolic and isinstance(encoding, dict) and "Differences" not in encoding
    )


class Face:
    """A font as the device uses it: codes of a string, and the text and width (in em) of a code."""

    def __init__(
        self, font: PDFFont, decode: Callable[[bytes], Iterable[int]], texts: Callable[[int], str]
    ) -> None:
        self.font = font
        self.decode = decode
        self.vertical = font.is_vertical()
        self.wide = font.is_multibyte()
        self._texts = texts
        self.known: dict[int, tuple[str, float]] = {}

    def look(self, code: int) -> tuple[str, float]:
        """The text and the width of a code, kept in ``known``."""
        width = self.font.char_width(code)
        found = self._texts(code), float(width)
        self.known[code] = found
        return found


class Fonts(PDFResourceManager):
    """Makes fonts from dictionaries that were made harmless first."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(caching=True)
        self.limits = limits
        self.faces: dict[PDFFont, Face] = {}
        self._entries = Entries(limits)
        self._maps: dict[int, tuple[PDFStream, CodeMap]] = {}  # with what the number is that of
        self._inline: dict[int, tuple[object, PDFFont]] = {}

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font of a dictionary; ``faces`` holds its face."""
        font = self._cached_fonts.get(objid) if objid else None
        if font is None and not objid and id(spec) in self._inline:
            font = self._inline[id(spec)][1]  # a form may be drawn thousands of times
        if font is None:
            try:
                font = self._composite(spec) if _name(spec.get("Subtype")) == "Type0" else self._simple(spec)
            except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
                raise DamagedDocumentError(f"a font of the PDF cannot be read: {error!r:.80}") from error
            if objid:
                self._cached_fonts[objid] = font
            else:
                self._inline[id(spec)] = spec, font
        return font

    def _composite(self, spec: Mapping[str, Any]) -> PDFFont:
        inner = dict(dict_value(list_value(spec["DescendantFonts"])[0]))
        inner.pop("ToUnicode", None)
        encoding = resolve1(spec.get("Encoding"))
        sure = is_sure(spec)
        inner["Encoding"] = encoding if isinstance(encoding, PSLiteral) else LIT("Identity-H")
        inner["FontDescriptor"] = _bare(inner.get("FontDescriptor"))
        for key in ("W", "W2"):
            if key in inner:
                inner[key] = self._ranges(list_value(inner[key]), 1 if key == "W" else 3)
        font = PDFCIDFont(self, inner)
        texts: Callable[[int], str] = _unknown
        if sure and _name(inner["Encoding"]) in _IDENTITY:
            texts = self._unicode(spec).__getitem__
        elif sure:
            if not self._is_predefined(_name(inner["Encoding"])):
                # a map of codes that nobody has: even the length of a code is not known
                raise DamagedDocumentError(
                    f"a font uses the unknown encoding {_name(inner['Encoding'])[:40]!r}"
                )
            texts = _reader(font)
        self.faces[font] = Face(font, font.decode, texts)
        return font

    def _is_predefined(self, name: str) -> bool:
        try:
            CMapDB.get_cmap(name)
        except CMapDB.CMapNotFound:
            return False
        return True

    def _simple(self, spec: Mapping[str, Any]) -> PDFFont:
        plain = dict(spec)
        plain.pop("ToUnicode", None)
        if "FontDescriptor" in plain:
            plain["FontDescriptor"] = _bare(plain["FontDescriptor"])
        kind = _name(spec.get("Subtype"))
        encoding = resolve1(spec.get("Encoding"))
        differences = resolve1(encoding.get("Differences")) if isinstance(encoding, dict) else None
        for listed in (resolve1(spec.get("Widths")), differences):
            # the same list may be that of any number of fonts
            self._entries.spend(len(listed) if isinstance(listed, list) else 0, "the codes of the fonts")
        font: PDFFont
        if kind == "Type3":
            plain.setdefault("FontBBox", [0, 0, 1, 1])
            plain.setdefault("FontMatrix", [0.001, 0, 0, 0.001, 0, 0])
            plain.pop("FontDescriptor", None)
            font = PDFType3Font(self, plain)
        else:
            font = (PDFTrueTypeFont if kind == "TrueType" else PDFType1Font)(self, plain)
        if isinstance(resolve1(spec.get("ToUnicode")), PDFStream):
            texts: Callable[[int], str] = self._unicode(spec).__getitem__
        else:
            texts = _reader(font) if is_sure(spec) else _unknown
        self.faces[font] = Face(font, font.decode, texts)
        return font

    def _unicode(self, spec: Mapping[str, Any]) -> CodeMap:
        stream = resolve1(spec["ToUnicode"])
        assert isinstance(stream, PDFStream)
        known = self._maps.get(id(stream))
        if known is None:
            known = self._maps[id(stream)] = stream, CodeMap(stream.get_data(), self._entries)
        return known[1]

    def _ranges(self, widths: Any, values: int) -> list[object]:
        """A /W array whose ranges end at the largest code there can be."""
        cleaned: list[object] = []
        plain: list[Any] = []
        total = 0
        for item in widths:
            item = resolve1(item)
            if isinstance(item, list):
                self._entries.spend(len(item), "the widths of the fonts")
                cleaned += [*plain, item]
                plain = []
                continue
            plain.append(item)
            if len(plain) == 2 + values:
                first, last = plain[0], plain[1]
                if isinstance(first, int | float) and isinstance(last, int | float):
                    self.limits.check("elements", int(min(last - first, 2**62)), "the widths of a font")
                    plain[1] = min(int(last), _LARGEST_CODE)
                    total += max(plain[1] - int(first), 0)
                    self.limits.check("elements", total, "the widths of a font")
                    self._entries.spend(max(plain[1] - int(first), 0) + 1, "the widths of the fonts")
                    cleaned += plain
                plain = []
        return cleaned


def _reader(font: PDFFont) -> Callable[[int], str]:
    def read(code: int) -> str:
        try:
            return font.to_unichr(code) or UNKNOWN
        except PDFUnicodeNotDefined:
            return UNKNOWN

    return read


def _unknown(code: int) -> str:
    return UNKNOWN


def _bare(descriptor: object) -> dict[str, Any]:
    """A font descriptor without the font file, which holds nothing that is asked."""
    found = dict(dict_value(descriptor)) if descriptor is not None else {}
    for name in _EMBEDDED:
        found.pop(name, None)
    return found


def _name(value: object) -> str:
    value = resolve1(value)
    return value.name if isinstance(value, PSLiteral) and isinstance(value.name, str) else ""
