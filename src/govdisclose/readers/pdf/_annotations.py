"""Annotations and form fields: what a viewer draws over the page, as a person at a screen sees it.

Both backends read them here, so that they agree. A field or a typed note whose appearance shows the text that it
holds, and that lies over no other text, is read where it stands. All else that it draws is a thing of the page:

    hidden on a screen (Hidden, NoView, a hidden layer), Popup, Link, Highlight,   nothing
    Underline, Squiggly, an empty field, the frame of a Square
    an icon (Text, FileAttachment, Sound), an opaque filling, StrikeOut            over characters: their cell
    a Stamp, a Watermark, a signature, a picture                                   as a picture of the page
    all else that is drawn                                                         the cells that it reaches into

The flag Print is not asked: it decides about paper. What has no appearance is drawn by viewers, each in its way, and
counts with its whole rectangle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from attrs import define, field, frozen
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1

from govdisclose.errors import DamagedDocumentError
from govdisclose.locate import Box
from govdisclose.readers.pdf._appearance import (
    appearance,
    caption,
    fitted,
    is_on,
    placed,
    quads,
)
from govdisclose.readers.pdf._canvas import Canvas
from govdisclose.readers.pdf._layers import Layers
from govdisclose.readers.pdf._overlay import Overlay, canvas_over, inked, lined, settle, shown_boxes
from govdisclose.readers.pdf._page import IDENTITY, Matrix, Run, multiply
from govdisclose.readers.pdf._thing import Reach, Thing
from govdisclose.readers.pdf._values import array, dictionary, integer, name, numbers, string
from govdisclose.readers.pdf._work import Work

__all__ = ["Annotations", "Draw", "appearances", "entries"]

Draw = Callable[[PDFStream, Mapping[str, Any], Matrix, Canvas], None]
"""Runs a form with the resources that it may lack, and puts what it paints on a canvas."""

_COST = 20  # of an annotation, in elements
_INVISIBLE, _HIDDEN, _NO_VIEW = 1, 2, 32
_COMBO, _PUSH, _PASSWORD = 1 << 17, 1 << 16, 1 << 13
_DEEPEST_FIELD = 30
_MARKS = frozenset(("Link", "Highlight", "Underline", "Squiggly"))
_ICONS = frozenset(("Text", "FileAttachment", "Sound"))
_STAMPS = frozenset(("Stamp", "Watermark", "PrinterMark", "TrapNet"))
_FRAMED = frozenset(("Square", "FreeText", "Widget", "Link", "Redact"))
_DRAWN = frozenset(
    ("Ink", "Line", "Circle", "Polygon", "PolyLine", "Caret", "Movie", "Screen", "RichMedia", "3D")
)
_KNOWN = _MARKS | _ICONS | _STAMPS | _FRAMED | _DRAWN | {"StrikeOut", "Popup"}
_SMALL_FRAME = 25.0  # points: a smaller one that goes round nothing may be a character
_CAP = 0.72  # of the size: how high a digit is


def entries(page: PDFPage) -> list[Any]:
    """The annotations of a page as they are listed."""
    found = resolve1(page.attrs.get("Annots"))
    return found if isinstance(found, list) else []


def appearances(spec: Mapping[str, Any]) -> list[PDFStream]:
    """All forms that an annotation may be drawn with."""
    found: list[PDFStream] = []
    for value in dictionary(spec.get("AP")).values():
        several = resolve1(value)
        if isinstance(several, PDFStream):
            found.append(several)
        elif isinstance(several, dict):
            found += [form for item in several.values() if isinstance(form := resolve1(item), PDFStream)]
    return found


@frozen
class _Field:
    """What a form field holds. ``kind`` is Tx, Ch, Btn or Sig; ``texts`` are those that it may show."""

    kind: str
    flags: int
    texts: tuple[str, ...]


@frozen
class _One:
    """An annotation: its subtype, its box on the page, what its appearance paints (``None``: it has none)."""

    spec: Mapping[str, Any]
    kind: str
    box: Box
    drawn: Canvas | None


@define
class Annotations:
    """Those of one file."""

    catalog: Mapping[str, Any]
    work: Work
    layers: Layers
    draw: Draw
    resources: Mapping[str, Any] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self.resources = dictionary(dictionary(self.catalog.get("AcroForm")).get("DR"))

    def paint(self, page: PDFPage, canvas: Canvas, matrix: Matrix) -> None:
        """Put the annotations of a page over what is painted on its canvas."""
        over = Overlay(canvas, self.work)
        for item in entries(page):
            self.work.spend(_COST)
            spec = resolve1(item)
            if isinstance(spec, dict) and self._is_seen(spec):
                box = placed(spec.get("Rect"), matrix)
                if box is not None:
                    self._put(spec, box, over, matrix)

    def _is_seen(self, spec: Mapping[str, Any]) -> bool:
        kind, flags = name(spec.get("Subtype")), integer(spec.get("F"))
        if kind == "Popup" or flags & (_HIDDEN | _NO_VIEW) or (flags & _INVISIBLE and kind not in _KNOWN):
            return False
        return not (self.layers and self.layers.hides(spec.get("OC")))

    def _put(self, spec: Mapping[str, Any], box: Box, over: Overlay, matrix: Matrix) -> None:
        kind = name(spec.get("Subtype"))
        what = "control" if kind == "Widget" else "annotation"
        form = appearance(spec)
        canvas, drawn = over.canvas, None
        if form is not None:
            try:
                drawn = self._draw(form, spec, canvas, matrix)
            except (
                DamagedDocumentError,
                ArithmeticError,
                AssertionError,
                AttributeError,
                LookupError,
                TypeError,
                ValueError,
            ):
                # of the library, about what is not as it should be: something is drawn there, nobody knows what
                canvas.things.append(Thing(box, what, Reach.TOUCHING))
                return
        one = _One(spec, kind, box, drawn)
        if kind == "StrikeOut":
            self.work.spend(len(array(spec.get("QuadPoints"))))
            over.over(quads(spec, matrix) or [box], what)
        elif kind in _ICONS:
            over.over([box] if drawn is None else shown_boxes(drawn), what)
        elif kind in _STAMPS:
            self._stamp(one, over)
        elif kind == "Widget":
            self._widget(one, over)
        elif kind == "FreeText":
            held = tuple(text for text in (string(spec.get("Contents")),) if text.strip())
            self._typed(one, held, over, needed=False)
        else:
            self._drawing(one, over)

    # --- appearances

    def _draw(self, form: PDFStream, spec: Mapping[str, Any], canvas: Canvas, matrix: Matrix) -> Canvas:
        """What an appearance paints, on a canvas of its own."""
        drawn = canvas_over(canvas, self.work)
        inner = numbers(form.get("Matrix"), 6)
        own: Matrix = (inner[0], inner[1], inner[2], inner[3], inner[4], inner[5]) if inner else IDENTITY
        outer = fitted(numbers(form.get("BBox"), 4), own, numbers(spec.get("Rect"), 4))
        if outer is not None:
            self.draw(form, self.resources, multiply(outer, matrix), drawn)
        settle(drawn)
        return drawn

    # --- kinds

    def _stamp(self, one: _One, over: Overlay) -> None:
        if one.drawn is None:
            boxes = [one.box] if one.kind == "Stamp" else []
        else:
            boxes = shown_boxes(one.drawn)
            boxes = [one.box] if not boxes and one.drawn.askew else boxes
            _cover(one, over)
        over.stamp(boxes)

    def _widget(self, one: _One, over: Overlay) -> None:
        held = self._field(one.spec)
        if held.kind == "Sig":
            self._stamp(one, over)
        elif held.kind == "Btn":
            shows = is_on(one.spec) or (held.flags & _PUSH and bool(string(caption(one.spec)).strip()))
            boxes = [one.box] if shows else []
            if one.drawn is not None:
                boxes = [*inked(one.drawn)]
                _cover(one, over)
            over.canvas.things += [Thing(box, "control", Reach.TOUCHING) for box in boxes]
        else:
            self._typed(one, held.texts, over, needed=True, whole=not held.flags & _PASSWORD)

    def _typed(
        self, one: _One, held: Sequence[str], over: Overlay, *, needed: bool, whole: bool = True
    ) -> None:
        """A field or a note that shows the text that it holds. ``needed``: it shows none but one that it holds."""
        what = "control" if one.kind == "Widget" else "annotation"
        canvas, drawn = over.canvas, one.drawn
        if drawn is None:
            over.over([one.box] if "BG" in dictionary(one.spec.get("MK")) else [], what)
            if any(text.strip() for text in held) or "RC" in one.spec:
                canvas.things.append(Thing(one.box, what, Reach.TOUCHING))
            return
        _cover(one, over)
        runs = [run for run in drawn.runs if "".join(run.chars).strip()]
        shown = _squeezed("".join("".join(run.chars) for run in _in_order(runs)))
        agrees = shown in {_squeezed(text) for text in held} if held or needed else bool(shown)
        if not shown and not held:
            agrees = True  # an empty field
        plain = not drawn.askew and not drawn.hidden and not drawn.things
        upright = all(run.turn == canvas.turn() for run in runs)
        if agrees and plain and upright and whole and not any(over.stands_over(run) for run in runs):
            canvas.take(runs)
            canvas.unknown += drawn.unknown
        elif shown or held or not plain:
            boxes = [*inked(drawn)] or [one.box]
            canvas.things += [Thing(box, what, Reach.TOUCHING) for box in boxes]
        canvas.things += _lines(one, what)

    def _drawing(self, one: _One, over: Overlay) -> None:
        """Lines and forms, marks on text, and what is not known."""
        canvas, drawn = over.canvas, one.drawn
        if drawn is None:
            if one.kind in _DRAWN:
                canvas.things.append(Thing(one.box, "annotation", Reach.TOUCHING))
            elif one.kind == "Square":
                over.over([one.box] if one.spec.get("IC") else [], "annotation")
                self._frame(one, over)
            return
        _cover(one, over)
        if one.kind in _MARKS:
            boxes = [*drawn.pictures, *(drawn.shown(run) for run in drawn.runs)]
        else:
            boxes = [*inked(drawn)]
            canvas.things += _lines(one, "annotation")
            if one.kind in _FRAMED and not boxes:
                self._frame(one, over)
        canvas.things += [Thing(box, "annotation", Reach.TOUCHING) for box in boxes]

    def _frame(self, one: _One, over: Overlay) -> None:
        """A frame as small as a character that goes round nothing may be one."""
        x0, y0, x1, y1 = one.box
        if max(x1 - x0, y1 - y0) <= _SMALL_FRAME and not any(over.found(one.box)):
            over.canvas.things.append(Thing(one.box, "annotation", Reach.TOUCHING))

    # --- fields

    def _field(self, spec: Mapping[str, Any]) -> _Field:
        """What is said of the field by itself and by those above it."""
        found: dict[str, Any] = {}
        own: Mapping[str, Any] = spec
        for _ in range(_DEEPEST_FIELD):
            found = {**{key: own[key] for key in ("FT", "Ff", "V", "Opt") if key in own}, **found}
            above = resolve1(own.get("Parent"))
            if not isinstance(above, dict):
                break
            self.work.spend(1)
            own = above
        kind, flags = name(found.get("FT")), integer(found.get("Ff"))
        value = resolve1(found.get("V"))
        self.work.spend(len(array(value)))
        texts = tuple(string(item) for item in (value if isinstance(value, list) else [value]))
        if kind == "Ch" and (flags & _COMBO or value is None):
            texts = tuple(self._chosen(found.get("Opt"), texts))
        elif kind == "Ch":
            flags |= _PASSWORD  # a list shows all its options
        return _Field(kind, flags, tuple(text for text in texts if text.strip()))

    def _chosen(self, options: object, texts: Sequence[str]) -> Iterable[str]:
        """The values and what is shown for them."""
        yield from texts
        for item in array(options):
            self.work.spend(1)
            pair = [string(part) for part in array(item)]
            if len(pair) == 2 and pair[0] in texts:
                yield pair[1]


def _cover(one: _One, over: Overlay) -> None:
    if one.drawn is not None:
        over.cover(one.drawn, "control" if one.kind == "Widget" else "annotation")


def _lines(one: _One, what: str) -> list[Thing]:
    """The level and upright lines of an appearance, if they are no frame."""
    drawn = one.drawn
    if drawn is None or (one.kind in _FRAMED and len(drawn.horizontals) == len(drawn.verticals) == 2):
        return []
    return lined(drawn, what)


def _in_order(runs: Sequence[Run]) -> list[Run]:
    """From top to bottom and from left to right."""
    return sorted(runs, key=lambda run: (round(run.base), run.edges[0]))


def _squeezed(text: str) -> str:
    """A text without what only sets it: white space and separators of thousands."""
    return "".join(text.split()).replace(",", "").replace("，", "")
