"""What PDFium tells of the text of a page: runs of the characters of one text object, without a gap.

All characters are asked one question after another; asking each character everything costs four times as much.
"""

from __future__ import annotations

import ctypes
from collections.abc import Container, Mapping, Sequence
from ctypes import addressof
from itertools import compress, repeat

from attrs import define, field

from govdisclose.locate import Box
from govdisclose.readers.pdf._calls import Library, handle
from govdisclose.readers.pdf._objects import Visible, is_white
from govdisclose.readers.pdf._page import UNKNOWN, Canvas, Matrix, Point, multiply

__all__ = ["Fonts", "Writer"]

_WHITE = 248
_CLEAR = 8
_INVISIBLE = (3, 7)
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
        self.font = font

    def __missing__(self, code: int) -> float:
        width = self.library.width(self.font, code)
        if width <= 0:
            width = 0.5 if code < _HALF_WIDE else 1.0
        self[code] = width
        return width


class Fonts(dict[int, tuple[_Widths, bool]]):
    """Of each font of a document its widths, and whether its codes stand for nothing sure."""

    def __init__(self, library: Library, unsure: Container[str]) -> None:
        super().__init__()
        self.library = library
        self.unsure = unsure

    def __missing__(self, font: int) -> tuple[_Widths, bool]:
        name = ctypes.create_string_buffer(256)
        self.library.font_name(font, addressof(name), 256)
        found = name.value.decode("utf-8", errors="replace") in self.unsure
        self[font] = _Widths(self.library, font), found
        return self[font]


@define
class _Look:
    """How the text of one matrix and one size is written."""

    size: float
    advance: float
    gap: float
    way: Point
    upright: bool


@define
class Writer:
    """Hands the text of one page to a canvas."""

    library: Library
    canvas: Canvas
    matrix: Matrix
    fonts: Fonts
    visible: Mapping[int, Visible]
    _looks: dict[tuple[float, ...], _Look] = field(factory=dict)

    def write(self, page: object, count: int) -> set[int]:
        """All characters. The addresses of the text objects that they are of."""
        library = self.library
        numbers = range(count)
        owners: list[int | None] = [*map(library.owner, repeat(page), numbers)]
        codes: list[int] = [*map(library.unicode, repeat(page), numbers)]
        if not _MADE_UP.isdisjoint(codes):
            for at, code in enumerate(codes):
                if code in _MADE_UP and owners[at] and library.generated(page, at):
                    owners[at] = None  # a space or an end of line that PDFium made up
        chars = self._chars(page, codes)
        xs, ys = library.origins(page, count)
        at_first: Sequence[int] = numbers
        if None in owners:
            codes = [*compress(codes, owners)]
            chars = [*compress(chars, owners)]
            xs, ys = [*compress(xs, owners)], [*compress(ys, owners)]
            at_first = [*compress(numbers, owners)]
        items = [item for item in owners if item]
        start = 0
        last = len(items)
        while start < last:
            item = items[start]
            end = start + 1
            while end < last and items[end] == item:
                end += 1
            self._object(
                page, item, at_first[start], codes[start:end], chars[start:end], xs[start:end], ys[start:end]
            )
            start = end
        return set(items)

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

    def _object(
        self,
        page: object,
        item: int,
        first: int,
        codes: Sequence[int],
        chars: Sequence[str],
        xs: Sequence[float],
        ys: Sequence[float],
    ) -> None:
        """One text object, ``first`` the number of its first character on the page."""
        library = self.library
        at = handle(item)
        hidden, white = self._paint(at)
        if hidden:
            self.canvas.hidden += len(chars)
            return
        widths, unsure = self.fonts[library.font(at)]
        if unsure:
            chars = [UNKNOWN] * len(chars)
        library.char_matrix(page, first, library.six_at)
        library.font_size(at, library.float_at[0])
        key = (*library.six[:4], library.floats[0])
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = self._look(*key)
        clip, painted = self.visible.get(item, (None, len(self.canvas.surfaces)))
        lengths = [widths[code] * look.advance for code in codes]
        if not look.upright:
            self._turned(chars, [*zip(xs, ys, strict=True)], lengths, look, clip, painted, white=white)
            return
        _, _, _, d, e, f = self.matrix
        base = d * ys[0] + f
        edges = [x + e for x in xs]
        end = 0.0
        start = 0
        for number, (edge, length) in enumerate(zip(xs, lengths, strict=True)):
            if number and not -look.gap <= edge - end <= look.gap:
                self.canvas.text(
                    chars[start:number],
                    [*edges[start:number], end + e],
                    base,
                    look.size,
                    clip,
                    turn=0,
                    white=white,
                    painted=painted,
                )
                start = number
            end = edge + length
        if start:
            chars, edges = chars[start:], edges[start:]
        edges.append(end + e)
        self.canvas.text(chars, edges, base, look.size, clip, turn=0, white=white, painted=painted)

    def _turned(
        self,
        chars: Sequence[str],
        places: Sequence[Point],
        lengths: Sequence[float],
        look: _Look,
        clip: Box | None,
        painted: int,
        *,
        white: bool,
    ) -> None:
        """Text that is turned or slanting."""
        a, b, c, d, e, f = self.matrix
        shown = [(a * x + c * y + e, b * x + d * y + f) for x, y in places]
        origin = shown[0]
        along = [(x - origin[0]) * look.way[0] + (y - origin[1]) * look.way[1] for x, y in shown]
        start = 0
        for number in range(1, len(along) + 1):
            end = along[number - 1] + lengths[number - 1]
            if number < len(along) and abs(along[number] - end) <= look.gap:
                continue
            edges = [*along[start:number], end]
            self.canvas.line(
                chars[start:number], edges, origin, look.way, look.size, clip, white=white, painted=painted
            )
            start = number

    def _look(self, a: float, b: float, c: float, d: float, size: float) -> _Look:
        x, y, p, q, _, _ = multiply((a, b, c, d, 0, 0), (*self.matrix[:4], 0, 0))
        length = (x * x + y * y) ** 0.5
        high = abs(size) * (p * p + q * q) ** 0.5
        # only where x of the file is x of the page are places of PDFium those of the page
        upright = b == 0 and c == 0 and a > 0 and self.matrix[1] == 0 and self.matrix[0] > 0
        way = (x / (length or 1.0), y / (length or 1.0))
        return _Look(high, abs(size) * length, _GAP * high, way, upright)

    def _paint(self, at: object) -> tuple[bool, bool]:
        """Whether nobody can see the text of an object, and whether it is white."""
        library = self.library
        mode = library.render_mode(at)
        if mode in _INVISIBLE:
            return True, False
        white = False
        if library.fill(at, *library.number_at):
            red, green, blue, alpha = library.numbers[:]
            if alpha <= _CLEAR and mode in (0, 4):
                return True, False
            white = mode not in (1, 5) and min(red, green, blue) >= _WHITE
        if mode in (1, 2, 5, 6):
            white = (white or mode in (1, 5)) and is_white(library, library.stroke, at)
        return False, white
