"""Paints the objects of an OFD page on a canvas, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from attrs import define
from lxml import etree

from govdisclose.errors import LimitError
from govdisclose.locate import Box
from govdisclose.readers.ofd._clips import letters_clip, smaller
from govdisclose.readers.ofd._glyphs import Glyphs, clusters
from govdisclose.readers.ofd._paths import contours, is_rectangle
from govdisclose.readers.ofd._resources import PLAIN, Font, Resources, Style
from govdisclose.readers.ofd._text import frame_of, places, stretches
from govdisclose.readers.ofd._values import (
    all_of,
    box_of,
    child_of,
    flag,
    kind_of,
    matrix_of,
    moved,
    number,
    share_of,
    shown,
)
from govdisclose.readers.ofd._widths import Widths
from govdisclose.readers.pdf._canvas import Canvas
from govdisclose.readers.pdf._drawing import bounds
from govdisclose.readers.pdf._ink import BLACK, CLEAREST, UNSURE, Ink, is_white
from govdisclose.readers.pdf._page import UNKNOWN, Matrix, slants
from govdisclose.readers.pdf._thing import Reach, Thing, cut
from govdisclose.readers.pdf._work import Work
from govdisclose.text import unradical

__all__ = ["Painter", "State"]

_DEEPEST = 30
_COST = 1  # of an object, in elements
_LOOKS = 4  # comparisons: at each of the children of an element
_EDGE = 0.1  # points by which a line on the edge of its boundary may be out of it
_DARKENS = ("multiply", "darken")
_NO_OBJECTS = frozenset(("Actions", "Clips", "FillColor", "StrokeColor"))


class State(NamedTuple):
    """What holds for all objects within something: a page, a block, a drawing.

    ``bound`` is the boundary of an object, ``clip`` what is seen without it. ``shaped``: the clip is more than a
    rectangle. ``mixed``: it is blended with what lies below in a way of its own; ``veiled``: dark letters too.
    """

    matrix: Matrix
    clip: Box | None = None
    bound: Box | None = None
    style: Style = PLAIN
    alpha: float = 1.0
    shaped: bool = False
    mixed: bool = False
    veiled: bool = False
    hidden: bool = False
    depth: int = 0

    @property
    def seen(self) -> Box | None:
        """What is seen of it: nothing of an object shows outside its boundary."""
        return self.clip if self.bound is None else smaller(self.bound, self.clip)


@define
class Painter:
    """``area``: the part of the page that is sure to be shown."""

    resources: Resources
    canvas: Canvas
    work: Work
    glyphs: Glyphs
    widths: Widths
    area: Box | None = None

    def blocks(self, parent: etree._Element, state: State) -> None:
        """All objects of a layer, a block or a drawing."""
        self.work.limits.check("depth", state.depth, "blocks within blocks")
        self._pass(parent)
        kinds: dict[str, Callable[[etree._Element, State], None]] = {
            "TextObject": self._text,
            "PathObject": self._path,
            "ImageObject": self._picture,
            "CompositeObject": self._composite,
        }
        for item in parent:
            kind = kind_of(item)
            if kind == "PageBlock":
                self.blocks(item, state._replace(depth=state.depth + 1))
            elif kind in kinds:
                self.work.spend(_COST)
                kinds[kind](item, self._within(item, state))
            elif kind not in _NO_OBJECTS and (box := box_of(item.get("Boundary"))) is not None:
                seen = cut(shown(box, state.matrix), state.seen)
                if seen is not None:
                    self.canvas.things.append(Thing(seen, "unknown", Reach.TOUCHING))

    def _within(self, item: etree._Element, state: State) -> State:
        """What holds within an object."""
        self._pass(item)
        boundary = box_of(item.get("Boundary"))
        matrix = moved(matrix_of(item.get("CTM")), boundary, state.matrix)
        found = state._replace(
            clip=state.seen,
            bound=shown(boundary, state.matrix) if boundary is not None else None,
            matrix=matrix,
            style=self.resources.style(item, state.style),
            alpha=state.alpha * share_of(item),
            hidden=state.hidden or not flag(item, "Visible", fallback=True),
        )
        blend = (item.get("BlendMode") or "normal").strip().lower()
        if blend != "normal":
            found = found._replace(mixed=True, veiled=found.veiled or blend not in _DARKENS)
        for clips in all_of(item, "Clips"):
            self._pass(clips)
            within = flag(clips, "TransFlag", fallback=True)
            base = matrix if within else moved(None, boundary, state.matrix)
            for clip in all_of(clips, "Clip"):
                found = self._clipped(clip, base, found)
        return found

    def _clipped(self, clip: etree._Element, base: Matrix, state: State) -> State:
        """Cut down to the areas of a clip, which add up."""
        boxes: list[Box] = []
        shaped = False
        self._pass(clip)
        for area in all_of(clip, "Area"):
            self._pass(area)
            outer = moved(matrix_of(area.get("CTM")), None, base)
            for item in area:
                self._pass(item)
                boundary = box_of(item.get("Boundary"))
                inner = moved(matrix_of(item.get("CTM")), boundary, outer)
                data = child_of(item, "AbbreviatedData")
                path = contours((data.text if data is not None else None) or "", inner, self.work)
                boxes += [bounds(contour.points) for contour in path]
                if not path and boundary is not None:
                    boxes.append(shown(boundary, outer))
                shaped = shaped or not is_rectangle(path)
        if not boxes:
            return state
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        box = (min(lefts), min(tops), max(rights), max(bottoms))
        shaped = state.shaped or shaped or len(boxes) > 1
        return state._replace(clip=smaller(box, state.clip), shaped=shaped)

    def _pass(self, element: etree._Element) -> None:
        """Count what it costs to look through what an element holds: it may be drawn again and again."""
        self.work.step(_LOOKS * (1 + len(element)))

    def _see_through(self, state: State) -> None:
        if state.shaped:
            self.canvas.seen_through(state.seen)

    # --- kinds

    def _composite(self, item: etree._Element, state: State) -> None:
        """A drawing that is kept among the resources."""
        if state.depth >= _DEEPEST:
            raise LimitError("depth", _DEEPEST, state.depth + 1, "drawings within drawings", fixed=True)
        content = self.resources.composites.get(item.get("ResourceID") or "")
        if content is not None:
            self.blocks(content, state._replace(depth=state.depth + 1))

    def _picture(self, item: etree._Element, state: State) -> None:
        alpha = state.alpha
        if state.hidden or alpha <= CLEAREST:
            return
        box = shown((0.0, 0.0, 1.0, 1.0), state.matrix)
        if item.get("CTM") is None and state.bound is not None:
            box = state.bound
        opaque = item.get("ImageMask") is None and self.resources.hides(item.get("ResourceID") or "")
        mixed = state.mixed or state.shaped or not opaque or slants(state.matrix)
        self.canvas.picture(box, state.seen, Ink(None, alpha, mixed))
        self._see_through(state)

    def _path(self, item: etree._Element, state: State) -> None:
        if state.hidden:
            return
        fill = stroke = None
        if flag(item, "Fill", fallback=False) and state.style.fill is not None:
            fill = self.resources.ink(state.style.fill, state.alpha, mixed=state.mixed or state.shaped)
        if flag(item, "Stroke", fallback=True):
            stroke = BLACK._replace(alpha=state.alpha, mixed=state.mixed)
            if state.style.stroke is not None:
                stroke = self.resources.ink(state.style.stroke, state.alpha, mixed=state.mixed)
        fill = fill if fill is not None and fill.alpha > CLEAREST else None
        stroke = stroke if stroke is not None and stroke.alpha > CLEAREST else None
        if fill is None and stroke is None:
            return
        data = child_of(item, "AbbreviatedData")
        path = contours((data.text if data is not None else None) or "", state.matrix, self.work)
        a, b, c, d, _, _ = state.matrix
        width = state.style.width * abs(a * d - b * c) ** 0.5
        clip = state.seen
        if clip is not None and stroke is not None:
            over = width / 2 + _EDGE
            clip = (clip[0] - over, clip[1] - over, clip[2] + over, clip[3] + over)
        rule = (item.get("Rule") or "").lower()
        self.canvas.path(path, clip, stroke=stroke, fill=fill, evenodd=rule == "even-odd", width=width)
        if fill is not None:
            self._see_through(state)

    def _text(self, item: etree._Element, state: State) -> None:
        size = number(item.get("Size") or "0", "a Size")
        stretch = number(item.get("HScale") or "1", "an HScale")
        frame = frame_of(
            state.matrix, size, stretch, number(item.get("CharDirection") or "0", "a CharDirection")
        )
        if frame is None:
            return
        ink, why = self._letters(item, state)
        key = item.get("Font") or ""
        font = self.resources.fonts.get(key, Font(f"{self.resources.root}#{key}"))
        transforms = [*all_of(item, "CGTransform")]
        codes = [*all_of(item, "TextCode")]
        start: list[float | None] = [None, None]
        for code in codes:
            text = code.text or ""
            own = [code.get("X"), code.get("Y")]
            start = [
                number(text_, "an X or a Y") if text_ is not None else old
                for text_, old in zip(own, start, strict=True)
            ]
            self.work.spend(1 + len(text) // 4)
            chars, sure = clusters(text, transforms, font.key, self.glyphs, self.work)
            if not chars:
                continue
            x, y = start
            sure = sure and x is not None and y is not None and not (transforms and len(codes) > 1)
            steps = (code.get("DeltaX"), code.get("DeltaY"))
            placed = places(chars, (x or 0.0, y or 0.0), steps, size * stretch, self.work)
            a, b, c, d, e, f = state.matrix
            on_page = [(a * x + c * y + e, b * x + d * y + f) for x, y in placed.points]
            chars = [self._char(char, font, glyphs=bool(transforms)) for char in chars]
            width = partial(self.widths.of, key)
            for part in stretches(chars, on_page, frame, width, placed.last):
                doubtful = not (sure and placed.sure) or self._is_outside(part.origin)
                self.canvas.line(
                    part.chars,
                    part.along,
                    part.origin,
                    frame.way,
                    frame.size,
                    letters_clip(part, frame, state.bound, state.clip),
                    ink=ink._replace(mixed=True) if doubtful else ink,
                    why=why,
                    mirrored=frame.mirrored,
                )

    def _letters(self, item: etree._Element, state: State) -> tuple[Ink, str]:
        """What letters are painted with, and why they are not seen, if the file says so."""
        style = state.style
        filled, stroked = flag(item, "Fill", fallback=True), flag(item, "Stroke", fallback=False)
        ink = BLACK._replace(alpha=state.alpha, mixed=state.veiled)
        if style.fill is not None:
            ink = self.resources.ink(style.fill, state.alpha, mixed=state.veiled)
        if stroked and (not filled or is_white(ink)):
            line = UNSURE._replace(alpha=state.alpha, mixed=True)
            ink = (
                line
                if style.stroke is None
                else self.resources.ink(style.stroke, state.alpha, mixed=state.veiled)
            )
        why = "hidden" if state.hidden or not (filled or stroked) else ""
        return ink, why or ("transparent" if ink.alpha <= CLEAREST else "")

    def _char(self, char: str, font: Font, *, glyphs: bool) -> str:
        """What is read of a character. What it is was told by its glyph, if those are named: one may be of several."""
        if char.isspace():
            return char
        if font.symbols or (font.key, char) in self.glyphs.doubtful:
            return UNKNOWN
        return unradical(char) if glyphs else char

    def _is_outside(self, point: tuple[float, float]) -> bool:
        """Whether it is on the page, and in a part of it that viewers may leave out."""
        if self.area is None:
            return False
        left, top, right, bottom = self.area
        return not (left <= point[0] <= right and top <= point[1] <= bottom)
