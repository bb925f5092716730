"""Pages by PDFium: the objects of a page and the characters of its text, as pypdfium2 hands them over.

PDFium is not safe among threads, so that one document is read at a time.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import addressof, c_double, c_float, c_uint, c_void_p, cast
from threading import Lock
from typing import Any

import pypdfium2.raw as raw

from govdisclose.errors import (
    DamagedDocumentError,
    EncryptedDocumentError,
    LimitError,
)
from govdisclose.limits import Limits
from govdisclose.locate import Box
from govdisclose.readers.pdf._calls import library
from govdisclose.readers.pdf._page import (
    UNKNOWN,
    Canvas,
    Matrix,
    Page,
    multiply,
    page_matrix,
)
from govdisclose.readers.pdf._screen import screen

__all__ = ["LOCK", "loaded", "read_pages"]

LOCK = Lock()
_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_LINE, _BEZIER, _MOVE = 0, 1, 2
_WINDING = 2  # of the fill modes: 0 is none
_DEEPEST_FORM = 30
_WHITE = 248
_CLEAR = 8
_INVISIBLE = (3, 7)
_GAP = 0.25  # of the size: a wider gap ends a run
_THIN = 3.5
_HYPHEN = "-"
_HALF_WIDE = 0x2E80  # from here on characters are as wide as high


def read_pages(source: bytes, limits: Limits) -> list[Page]:
    """All pages of a PDF. Raises the errors of ``Reader.read``."""
    unsure = screen(source, limits)
    try:
        return _pages(source, limits, unsure)
    except _NotDrawnError:
        from govdisclose.readers.pdf import _miner

        return _miner.read_pages(source, limits)


class _NotDrawnError(Exception):
    """PDFium has no font to draw some text with, and then does not tell of the text either."""


def _pages(source: bytes, limits: Limits, unsure: frozenset[str]) -> list[Page]:
    with LOCK, loaded(source) as document:
        count = raw.FPDF_GetPageCount(document)
        limits.check("pages", count)
        if count < 1:
            raise DamagedDocumentError("the PDF names no page")
        work = _Work(limits)
        return [_page(document, number, work, unsure) for number in range(1, count + 1)]


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
    return DamagedDocumentError("the PDF breaks off or contradicts itself, so that PDFium cannot open it")


class _Work:
    """What the pages have cost, against ``Limits.elements``."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.spent = 0

    def spend(self, count: int) -> None:
        self.spent += count
        self.limits.check("elements", self.spent, "the content of the pages")


def _page(document: Any, number: int, work: _Work, unsure: frozenset[str]) -> Page:
    page = raw.FPDF_LoadPage(document, number - 1)
    if not page:
        raise DamagedDocumentError(f"page {number} of the PDF cannot be read")
    try:
        box = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page, box)
        rotate = 90 * raw.FPDFPage_GetRotation(page)
        matrix, width, height = page_matrix((box.left, box.bottom, box.right, box.top), rotate)
        canvas = Canvas(number, width, height, work.limits)
        painter = _Painter(canvas, matrix, work, unsure)
        painter.objects(cast(page, c_void_p).value)
        text = raw.FPDFText_LoadPage(page)
        if text:
            try:
                painter.text(cast(text, c_void_p).value)
            finally:
                raw.FPDFText_ClosePage(text)
        return canvas.page()
    finally:
        raw.FPDF_ClosePage(page)


class _Painter:
    """Walks the objects of one page in the order painted."""

    def __init__(self, canvas: Canvas, matrix: Matrix, work: _Work, unsure: frozenset[str]) -> None:
        self.canvas = canvas
        self.matrix_of_page = matrix
        self.work = work
        self.unsure = unsure
        self.unsure_fonts: dict[int, bool] = {}
        self.widths: dict[int, dict[int, float]] = {}
        self.library = library()
        self.visible: dict[int, Box | None] = {}
        self.floats = (c_float * 4)()
        self.numbers = (c_uint * 4)()
        self.float_at = [addressof(self.floats) + 4 * at for at in range(4)]
        self.number_at = [addressof(self.numbers) + 4 * at for at in range(4)]
        self.last_clip: tuple[object, Box | None] = (None, None)

    # --- objects

    def objects(self, page: int | None) -> None:
        """Paths and pictures, and what of text objects decides whether they are seen."""
        library = self.library
        count = library.count_objects(page)
        self.work.spend(count)
        for at in range(count):
            self._object(library.object(page, at), self.matrix_of_page, None, 0)

    def _object(self, item: int, matrix: Matrix, clip: Box | None, depth: int) -> None:
        library = self.library
        kind = library.kind(item)
        if kind == _TEXT:
            self.visible[item] = self._clip(item, matrix, clip)
        elif kind == _PATH:
            self._path(item, matrix, clip)
        elif kind == _IMAGE:
            self.canvas.picture(self._bounds(item, matrix))
        elif kind == _FORM:
            if depth >= _DEEPEST_FORM:
                raise LimitError("depth", _DEEPEST_FORM, depth + 1, "forms within forms")
            own = raw.FS_MATRIX()
            library.matrix(item, addressof(own))
            inner = multiply((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
            cut = self._clip(item, matrix, clip)
            count = library.count_inner(item)
            self.work.spend(count)
            for at in range(count):
                self._object(library.inner(item, at), inner, cut, depth + 1)

    def _bounds(self, item: int, matrix: Matrix) -> Box:
        left, bottom, right, top = self.float_at
        self.library.bounds(item, left, bottom, right, top)
        x0, y0, x1, y1 = self.floats
        return _mapped(((x0, y0), (x1, y1)), matrix)

    def _clip(self, item: int, matrix: Matrix, outer: Box | None) -> Box | None:
        """The clip of an object, with the box of the form that it is in."""
        library = self.library
        path = library.clip(item)
        count = library.count_clips(path) if path else 0
        if count <= 0:
            return outer
        first = self._clip_point(path, 0, 0)
        middle = self._clip_point(path, count - 1, 2)
        key = (count, first, middle, matrix, outer)
        if key == self.last_clip[0]:
            return self.last_clip[1]
        box = outer
        for at in range(count):
            self.work.spend(1)
            points = [
                self._clip_point(path, at, segment)
                for segment in range(min(library.count_clip_segments(path, at), 1000))
            ]
            if points:
                box = _cut(_mapped(points, matrix), box)
        self.last_clip = (key, box)
        return box

    def _clip_point(self, path: int, at: int, segment: int) -> tuple[float, float]:
        found = self.library.clip_segment(path, at, segment)
        if not found or not self.library.point(found, self.float_at[0], self.float_at[1]):
            return (0.0, 0.0)
        return (self.floats[0], self.floats[1])

    def _path(self, item: int, matrix: Matrix, clip: Box | None) -> None:
        library = self.library
        library.mode(item, self.number_at[0], self.number_at[1])
        filled, stroked = self.numbers[0] != 0, self.numbers[1] != 0
        if not filled and not stroked:
            return
        box = self._bounds(item, matrix)
        clip = self._clip(item, matrix, clip)
        thin = min(box[2] - box[0], box[3] - box[1]) <= _THIN
        white = False
        if filled and not thin:
            white = self._is_white(library.fill, item)
        if thin and library.count_segments(item) <= 6:
            self.canvas.rectangle(box, clip, stroke=stroked, fill=filled, white=white)
            return
        own = raw.FS_MATRIX()
        library.matrix(item, addressof(own))
        for points, closed in self._subpaths(item, multiply(_six(own), matrix)):
            self.canvas.polygon(points, clip, stroke=stroked, fill=filled, white=white, closed=closed)

    def _subpaths(self, item: int, matrix: Matrix) -> Iterator[tuple[list[tuple[float, float]], bool]]:
        library = self.library
        a, b, c, d, e, f = matrix
        count = library.count_segments(item)
        self.work.spend(max(count, 0))
        points: list[tuple[float, float]] = []
        curved = closed = False
        for at in range(count):
            segment = library.segment(item, at)
            kind = library.segment_kind(segment)
            library.point(segment, self.float_at[0], self.float_at[1])
            x, y = self.floats[0], self.floats[1]
            if kind == _MOVE:
                if len(points) > 1 and not curved:
                    yield points, closed
                points, curved, closed = [], False, False
            elif kind == _BEZIER:
                curved = True
            points.append((a * x + c * y + e, b * x + d * y + f))
            closed = closed or bool(library.closes(segment))
        if len(points) > 1 and not curved:
            yield points, closed

    def _is_white(self, color: Callable[..., int], item: int) -> bool:
        if not color(item, *self.number_at):
            return False
        return min(self.numbers[0], self.numbers[1], self.numbers[2]) >= _WHITE

    # --- text

    def text(self, page: int | None) -> None:
        """The characters, in runs of one text object without a gap."""
        library = self.library
        owner, unicode, origin, unmapped = library.owner, library.unicode, library.origin, library.unmapped
        count = library.count_chars(page)
        self.work.spend(max(count, 0))
        place = (c_double * 2)()
        x_at, y_at = addressof(place), addressof(place) + 8
        last: int | None = None
        seen: set[int] = set()
        run: _Run | None = None
        for at in range(count):
            item = owner(page, at)
            code = unicode(page, at)
            if not item or (code in _MADE_UP and library.generated(page, at)):
                continue  # a space or an end of line that PDFium made up
            if item != last:
                if run is not None:
                    run.end()
                last = item
                seen.add(item)
                run = self._run(page, at, item)
            assert run is not None
            if run.hidden:
                self.canvas.hidden += 1
                continue
            if run.unsure or unmapped(page, at):
                char = UNKNOWN
            elif code:
                char = chr(code) if code not in _ODD else _HYPHEN
            else:
                char = _HYPHEN if library.hyphen(page, at) else UNKNOWN
            origin(page, at, x_at, y_at)
            width = run.widths.get(code)
            if width is None:
                width = run.widths[code] = self._width(item, code)
            if run.upright:
                run.add(char, place[0], width)
            else:
                run.add_turned(char, place[0], place[1], width)
        if run is not None:
            run.end()
        for item in self.visible.keys() - seen:
            if library.embedded(library.font(item)) == 0:
                raise _NotDrawnError

    def _run(self, page: int | None, at: int, item: int) -> _Run:
        library = self.library
        clip = self.visible.get(item)
        matrix = raw.FS_MATRIX()
        library.char_matrix(page, at, addressof(matrix))
        library.font_size(item, self.float_at[0])
        size = self.floats[0]
        x, y = c_double(), c_double()
        library.origin(page, at, addressof(x), addressof(y))
        mode = library.render_mode(item)
        hidden = mode in _INVISIBLE
        white = False
        if not hidden:
            known = library.fill(item, *self.number_at)
            if known:
                red, green, blue, alpha = self.numbers
                hidden = mode in (0, 4) and alpha <= _CLEAR
                white = mode not in (1, 5) and min(red, green, blue) >= _WHITE
            if mode in (1, 2, 5, 6):
                white = (white or mode in (1, 5)) and self._is_white(library.stroke, item)
        return _Run(
            self.canvas,
            self.matrix_of_page,
            _six(matrix),
            size,
            (x.value, y.value),
            clip,
            hidden=hidden,
            white=white,
            widths=self.widths.setdefault(library.font(item), {}),
            unsure=bool(self.unsure) and self._is_unsure(item),
        )

    def _width(self, item: int, code: int) -> float:
        """The width of a character of a text object's font, in em."""
        if self.library.glyph_width(self.library.font(item), code, 1.0, self.float_at[0]):
            width = float(self.floats[0])
            if width > 0:
                return width
        return 0.5 if code < _HALF_WIDE else 1.0

    def _is_unsure(self, item: int) -> bool:
        font = self.library.font(item)
        found = self.unsure_fonts.get(font)
        if found is None:
            name = ctypes.create_string_buffer(256)
            self.library.font_name(font, addressof(name), 256)
            found = name.value.decode("utf-8", errors="replace") in self.unsure
            self.unsure_fonts[font] = found
        return found


_MADE_UP = frozenset((0x20, 0x0D, 0x0A))
_ODD = frozenset((0x02, 0xAD, 0xFFFE))  # what PDFium writes for a hyphen at the end of a line


class _Run:
    """The characters of one text object on their way to the canvas."""

    def __init__(
        self,
        canvas: Canvas,
        page: Matrix,
        matrix: Matrix,
        size: float,
        origin: tuple[float, float],
        clip: Box | None,
        *,
        hidden: bool,
        white: bool,
        unsure: bool,
        widths: dict[int, float],
    ) -> None:
        self.canvas = canvas
        self.page = page
        self.clip = clip
        self.hidden = hidden
        self.white = white
        self.unsure = unsure
        self.widths = widths
        own = multiply((matrix[0], matrix[1], matrix[2], matrix[3], 0, 0), (*page[:4], 0, 0))
        self.way = (own[0], own[1])
        self.size = abs(size) * (own[2] ** 2 + own[3] ** 2) ** 0.5
        self.advance = abs(size) * (own[0] ** 2 + own[1] ** 2) ** 0.5
        self.origin = origin
        # only where x of the file is x of the page is a box of PDFium the box of the character
        self.upright = matrix[1] == 0 and matrix[2] == 0 and matrix[0] > 0 and page[1] == 0 and page[0] > 0
        self.chars: list[str] = []
        self.edges: list[float] = []
        self.last = 0.0
        self.gap = _GAP * self.size
        self.places: list[tuple[float, float, float]] = []

    def add(self, char: str, left: float, width: float) -> None:
        """A character of upright text."""
        if self.chars and abs(left - self.last) > self.gap:
            self._end_upright()
        self.chars.append(char)
        self.edges.append(left)
        self.last = left + width * self.advance

    def add_turned(self, char: str, x: float, y: float, width: float) -> None:
        """A character of text that is turned or slanting, by its origin."""
        self.chars.append(char)
        self.places.append((x, y, width * self.advance))

    def end(self) -> None:
        """Hand over what has been collected."""
        if not self.chars:
            return
        if self.upright:
            self._end_upright()
        else:
            self._end_turned()

    def _end_upright(self) -> None:
        a, _, _, d, e, f = self.page
        edges = [a * edge + e for edge in (*self.edges, self.last)]
        self.canvas.text(
            self.chars,
            edges,
            d * self.origin[1] + f,
            self.size,
            self.clip,
            turn=0,
            white=self.white,
        )
        self.chars, self.edges = [], []

    def _end_turned(self) -> None:
        a, b, c, d, e, f = self.page
        shown = [(a * x + c * y + e, b * x + d * y + f) for x, y, _ in self.places]
        widths = [width for _, _, width in self.places]
        length = (self.way[0] ** 2 + self.way[1] ** 2) ** 0.5 or 1.0
        way = (self.way[0] / length, self.way[1] / length)
        start = shown[0]
        along = [(x - start[0]) * way[0] + (y - start[1]) * way[1] for x, y in shown]
        first = 0
        for at in range(1, len(along) + 1):
            end = along[at - 1] + widths[at - 1]
            if at < len(along) and abs(along[at] - end) <= self.gap:
                continue
            edges = [*along[first:at], end]
            self.canvas.line(self.chars[first:at], edges, start, way, self.size, self.clip, white=self.white)
            first = at
        self.chars, self.places = [], []


def _six(matrix: Any) -> Matrix:
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _mapped(points: Any, matrix: Matrix) -> Box:
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x, y in points]
    ys = [b * x + d * y + f for x, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _cut(box: Box, clip: Box | None) -> Box:
    if clip is None:
        return box
    return (max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3]))
