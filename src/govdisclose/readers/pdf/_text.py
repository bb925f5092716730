"""What PDFium tells of the text of a page: runs of the characters of one text object, without a gap.

All characters are asked one question after another; asking each character everything costs four times as much.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from ctypes import addressof
from itertools import compress, repeat
from operator import ne

from attrs import define, field, frozen

from govdisclose.readers.pdf._calls import Library, handle
from govdisclose.readers.pdf._canvas import Canvas
from govdisclose.readers.pdf._ink import CLEAREST, UNSURE, Ink, is_white
from govdisclose.readers.pdf._objects import Visible
from govdisclose.readers.pdf._page import UNKNOWN, Matrix, Point, multiply

__all__ = ["Fonts", "Writer"]

_INVISIBLE = (3, 7)
_STROKED = (1, 2, 5, 6)
_ONLY_STROKED = (1, 5)
_FULL = 255
_GAP = 0.25  # of the size: a wider gap ends a run
_HYPHEN = "-"
_HALF_WIDE = 0x2E80  # from here on characters are as wide as high
_MADE_UP = frozenset((0x20, 0x0D, 0x0A))
_ODD = frozenset((0x02, 0xAD, 0xFFFE))  # what PDFium writes for a hyphen at the end of a line
_LAST = 0x10FFFF


class _Widths(dict[int, float]):
    """The widths of a font's characters, in em."""

    def __init__(self, library: Library, font: int) -> None:
        super().__init__()
        self.library = library
        self.font = handle(font)

    def __missing__(self, code: int) -> float:
        width = self.library.width(self.font, code)
        if width <= 0:
            width = 0.5 if code < _HALF_WIDE else 1.0
        self[code] = width
        return width


class Fonts(dict[int, tuple[_Widths, bool]]):
    """Of each font of a page its widths, and whether its codes stand for nothing sure.

    Keyed by the address, which PDFium may give to another font once the page is closed.
    """

    def __init__(self, library: Library, unsure: frozenset[str]) -> None:
        super().__init__()
        self.library = library
        self.unsure = unsure

    def __missing__(self, font: int) -> tuple[_Widths, bool]:
        found = False
        if self.unsure:
            name = ctypes.create_string_buffer(256)
            self.library.font_name(font, addressof(name), 256)
            found = name.value.decode("utf-8", errors="replace") in self.unsure
        self[font] = _Widths(self.library, font), found
        return self[font]


@frozen
class _Style:
    """How a text object is written. ``size``, ``advance`` (of one em) and ``gap`` are in points."""

    widths: _Widths
    unsure: bool
    size: float
    advance: float
    gap: float
    way: Point
    upright: bool
    mirrored: bool
    ink: Ink
    why: str


@define
class Writer:
    """Hands the text of one page to a canvas."""

    library: Library
    canvas: Canvas
    matrix: Matrix
    fonts: Fonts
    visible: Mapping[int, Visible]
    _looks: dict[object, _Style] = field(factory=dict)

    def write(self, page: object, count: int) -> set[int]:
        """All characters. The addresses of the text objects that they are of."""
        library = self.library
        numbers: Sequence[int] = range(count)
        owners: list[int | None] = [*map(library.owner, repeat(page), numbers)]
        codes: list[int] = [*map(library.unicode, repeat(page), numbers)]
        if not _MADE_UP.isdisjoint(codes):
            for at, code in enumerate(codes):
                if code in _MADE_UP and owners[at] and library.generated(page, at):
                    owners[at] = None  # a space or an end of line that PDFium made up
        chars = self._chars(page, codes)
        _, places = library.places.ask(library.origin, count, repeat(page), numbers)
        xs, ys = places[::2], places[1::2]
        if None in owners:
            numbers, codes, chars = (
                [*compress(numbers, owners)],
                [*compress(codes, owners)],
                [*compress(chars, owners)],
            )
            xs, ys = [*compress(xs, owners)], [*compress(ys, owners)]
        items = [item for item in owners if item]
        if not items:
            return set()
        starts = [0, *compress(range(1, len(items)), map(ne, items, items[1:]))]
        ends = [*starts[1:], len(items)]
        objects = [items[start] for start in starts]
        styles = self._styles(page, objects, [numbers[start] for start in starts])
        everything = Visible(None, len(self.canvas.surfaces))
        for item, start, end, style in zip(objects, starts, ends, styles, strict=True):
            if style.unsure:
                chars[start:end] = [UNKNOWN] * (end - start)
            visible = self.visible.get(item, everything)
            if style.upright:
                self._upright(style, codes, chars, xs, start, end, ys[start], visible)
            else:
                places = [*zip(xs[start:end], ys[start:end], strict=True)]
                self._turned(style, codes[start:end], chars[start:end], places, visible)
        return set(objects)

    def _styles(self, page: object, items: Sequence[int], firsts: Sequence[int]) -> Iterator[_Style]:
        """How each text object is written. ``firsts``: its first character."""
        library = self.library
        handles = [*map(handle, items)]
        count = len(handles)
        fonts = map(library.font, handles)
        modes = map(library.render_mode, handles)
        _, matrices = library.matrices.ask(library.char_matrix, count, repeat(page), firsts)
        _, sizes = library.sizes.ask(library.font_size, count, handles)
        known, colours = library.colours.ask(library.fill, count, handles)
        turns = zip(matrices[::6], matrices[1::6], matrices[2::6], matrices[3::6], strict=True)
        inks = zip(colours[::4], colours[1::4], colours[2::4], colours[3::4], strict=True)
        mixed = map(library.transparent, handles)
        for item, at, font, mode, matrix, size, filled, colour, mixes in zip(
            items, handles, fonts, modes, turns, sizes, known, inks, mixed, strict=True
        ):
            outer = self.visible[item].outer if item in self.visible else UNSURE
            line = None
            if mode in _STROKED and library.stroke(at, *library.number_at):
                line = tuple(library.numbers)
            look = (font, mode, matrix, size, colour if filled else None, line, bool(mixes), outer)
            if look not in self._looks:
                self._looks[look] = self._style(*look)
            yield self._looks[look]

    def _style(
        self,
        font: int,
        mode: int,
        matrix: Sequence[float],
        size: float,
        colour: Sequence[int] | None,
        line: Sequence[int] | None,
        mixes: bool,
        outer: Ink,
    ) -> _Style:
        """``colour`` of the filling and of the outlines (``line``), as far as they are known and drawn."""
        ink = _ink(colour, outer, mixes=mixes)
        if mode in _STROKED and (mode in _ONLY_STROKED or is_white(ink)):
            ink = _ink(line, outer, mixes=mixes)
        why = "hidden" if mode in _INVISIBLE else "transparent" if ink.alpha <= CLEAREST else ""
        a, b, c, d = matrix
        x, y, p, q, _, _ = multiply((a, b, c, d, 0, 0), (*self.matrix[:4], 0, 0))
        mirrored = (x * q - y * p) * size > 0
        length = (x * x + y * y) ** 0.5
        way = (x / (length or 1.0), y / (length or 1.0))
        if size < 0:
            way = (-way[0], -way[1])
        high = abs(size) * (p * p + q * q) ** 0.5
        # only where x of the file is x of the page are places of PDFium those of the page
        upright = (
            b == 0 and c == 0 and a * size > 0 and not mirrored and self.matrix[1] == 0 and self.matrix[0] > 0
        )
        widths, unsure = self.fonts[font]
        return _Style(widths, unsure, high, abs(size) * length, _GAP * high, way, upright, mirrored, ink, why)

    def _chars(self, page: object, codes: Sequence[int]) -> list[str]:
        """The characters, with U+FFFD for those whose font does not say what they are."""
        library = self.library
        unmapped = [*map(library.unmapped, repeat(page), range(len(codes)))]
        if not any(unmapped) and all(codes) and _ODD.isdisjoint(codes) and max(codes, default=0) <= _LAST:
            return [*map(chr, codes)]
        found: list[str] = []
        for at, code in enumerate(codes):
            if unmapped[at] or code > _LAST:
                found.append(UNKNOWN)
            elif code:
                found.append(chr(code) if code not in _ODD else _HYPHEN)
            else:
                found.append(_HYPHEN if library.hyphen(page, at) else UNKNOWN)
        return found

    def _upright(
        self,
        style: _Style,
        codes: Sequence[int],
        chars: Sequence[str],
        xs: Sequence[float],
        start: int,
        end: int,
        y: float,
        visible: Visible,
    ) -> None:
        """The text from ``start`` to ``end``, where x of the file is x of the page."""
        _, _, _, d, e, f = self.matrix
        widths, advance, gap = style.widths, style.advance, style.gap
        text, size, ink, why, base = self.canvas.text, style.size, style.ink, style.why, d * y + f
        clip, painted, _ = visible
        right = xs[start] + widths[codes[start]] * advance
        edges = [xs[start] + e]
        for at in range(start + 1, end):
            x = xs[at]
            if not -gap <= x - right <= gap:
                edges.append(right + e)
                text(chars[start:at], edges, base, size, clip, ink=ink, painted=painted, why=why)
                edges, start = [], at
            edges.append(x + e)
            right = x + widths[codes[at]] * advance
        edges.append(right + e)
        text(chars[start:end], edges, base, size, clip, ink=ink, painted=painted, why=why)

    def _turned(
        self,
        style: _Style,
        codes: Sequence[int],
        chars: Sequence[str],
        places: Sequence[Point],
        visible: Visible,
    ) -> None:
        """Text that is turned or slanting."""
        clip, painted, _ = visible
        a, b, c, d, e, f = self.matrix
        shown = [(a * x + c * y + e, b * x + d * y + f) for x, y in places]
        origin, way = shown[0], style.way
        along = [(x - origin[0]) * way[0] + (y - origin[1]) * way[1] for x, y in shown]
        start = 0
        for number in range(1, len(along) + 1):
            end = along[number - 1] + style.widths[codes[number - 1]] * style.advance
            if number < len(along) and abs(along[number] - end) <= style.gap:
                continue
            edges = [*along[start:number], end]
            self.canvas.line(
                chars[start:number],
                edges,
                origin,
                way,
                style.size,
                clip,
                ink=style.ink,
                painted=painted,
                why=style.why,
                mirrored=style.mirrored,
            )
            start = number


def _ink(colour: Sequence[int] | None, outer: Ink, *, mixes: bool) -> Ink:
    if colour is None:
        return Ink(None, outer.alpha, outer.mixed or mixes)
    red, green, blue, alpha = colour
    mixed = outer.mixed or (mixes and alpha == _FULL)
    return Ink((red / _FULL, green / _FULL, blue / _FULL), alpha / _FULL * outer.alpha, mixed)
