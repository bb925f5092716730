"""What pdfminer.six paints: a device of our own on its interpreter, with no layout analysis.

The interpreter is extended by what it leaves out and visibility needs: clipping, transparency, the box of a form.
Work is counted, so that a small file cannot ask for hours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFTextState
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1, stream_value
from pdfminer.psparser import PSLiteral

from govdisclose.errors import DamagedDocumentError, LimitError
from govdisclose.locate import Box
from govdisclose.readers.pdf._canvas import Canvas
from govdisclose.readers.pdf._fonts import Face, Fonts
from govdisclose.readers.pdf._layers import Layers
from govdisclose.readers.pdf._page import IDENTITY, Matrix, multiply
from govdisclose.readers.pdf._work import Work

__all__ = ["BYTES_PER_ELEMENT", "DEEPEST_FORM", "FORM", "Appearance", "Device", "Interpreter"]

BYTES_PER_ELEMENT = 4  # of a content stream: an operator with its numbers is seldom shorter
FORM = 50  # what to run a form costs, in elements
DEEPEST_FORM = 30
_GAP = 0.25  # of the size: a wider gap ends a run
_WHITE = 0.97
_INVISIBLE = (3, 7)


class Interpreter(PDFPageInterpreter):
    """pdfminer's interpreter with clipping, transparency and a bound on its work."""

    device: Device

    def __init__(self, fonts: Fonts, device: Device, work: Work, layers: Layers, depth: int = 0) -> None:
        super().__init__(fonts, device)
        self.work = work
        self.layers = layers
        self.depth = depth
        self.saved: list[tuple[Box | None, bool, bool, bool]] = []
        self.marks: list[bool] = []  # of the marked content begun: whether its layer is hidden

    def dup(self) -> Interpreter:
        fonts = self.rsrcmgr
        assert isinstance(fonts, Fonts)
        return Interpreter(fonts, self.device, self.work, self.layers, self.depth + 1)

    def draw(self, form: PDFStream, resources: Mapping[str, Any], matrix: Matrix) -> None:
        """Run a form by itself. ``resources`` are for one without its own."""
        self.work.spend(FORM)
        own = form.get("Resources")
        inner = [resolve1(value) for value in list_value(form.get("Matrix") or IDENTITY)]
        self.device.set_ctm(matrix)
        self.device.begin_figure("", list_value(form["BBox"]), inner)
        ctm = multiply((inner[0], inner[1], inner[2], inner[3], inner[4], inner[5]), matrix)
        self.render_contents(dict_value(own) if own else dict(resources), [form], ctm=ctm)

    def execute(self, streams: Sequence[object]) -> None:
        for item in streams:
            self.work.spend(len(stream_value(item).get_data()) // BYTES_PER_ELEMENT)
        super().execute(streams)

    def do_q(self) -> None:
        device = self.device
        self.saved.append((device.clip, device.clear, device.shaped, device.veiled))
        self.work.limits.check("elements", len(self.saved))
        super().do_q()

    def do_Q(self) -> None:  # noqa: N802 - the operator's name
        if self.saved:
            device = self.device
            device.clip, device.clear, device.shaped, device.veiled = self.saved.pop()
        super().do_Q()

    def do_W(self) -> None:  # noqa: N802
        self.device.clip_to(_points(self.curpath))
        self.device.shaped = self.device.shaped or _has_form(self.curpath)

    def do_W_a(self) -> None:  # noqa: N802
        self.do_W()

    def do_F(self) -> None:  # noqa: N802 - obsolete, and still a filling
        self.do_f()

    def do_sh(self, name: object) -> None:
        if not self.device.concealed:
            self.device.canvas.shading(self.device.clip)
            self.device.see_through()

    def do_gs(self, name: object) -> None:
        states = dict_value(self.resources.get("ExtGState", {}))
        state = dict_value(states.get(name.name if isinstance(name, PSLiteral) else None, {}))
        alpha = resolve1(state.get("ca"))
        if isinstance(alpha, int | float):
            self.device.clear = alpha <= 1 - _WHITE
        if not {"ca", "SMask", "BM"}.isdisjoint(state):
            self.device.veiled = _lets_through(state)

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802
        self.work.spend(FORM)
        if self.depth >= DEEPEST_FORM:
            raise LimitError("depth", DEEPEST_FORM, self.depth + 1, "forms within forms", fixed=True)
        device = self.device
        before = device.clip, device.clear, device.concealed, device.shaped, device.veiled
        if self.layers and isinstance(xobjid_arg, PSLiteral):
            item = resolve1(self.xobjmap.get(xobjid_arg.name))
            device.concealed += isinstance(item, PDFStream) and self.layers.hides(item.get("OC"))
        super().do_Do(xobjid_arg)
        device.clip, device.clear, device.concealed, device.shaped, device.veiled = before
        device.set_ctm(self.ctm)

    def do_BMC(self, tag: object) -> None:  # noqa: N802
        self._mark(hidden=False)

    def do_BDC(self, tag: object, props: object) -> None:  # noqa: N802
        hidden = False
        if self.layers and isinstance(tag, PSLiteral) and tag.name == "OC" and isinstance(props, PSLiteral):
            hidden = self.layers.hides(dict_value(self.resources.get("Properties", {})).get(props.name))
        self._mark(hidden=hidden)

    def _mark(self, *, hidden: bool) -> None:
        self.marks.append(hidden)
        self.work.limits.check("elements", len(self.marks))
        self.device.concealed += hidden

    def do_EMC(self) -> None:  # noqa: N802
        if self.marks:
            self.device.concealed -= self.marks.pop()


class Device(PDFDevice):
    """Hands what is painted to a canvas."""

    ctm: Matrix

    def __init__(self, fonts: Fonts, canvas: Canvas) -> None:
        super().__init__(fonts)
        self.faces = fonts.faces
        self.canvas = canvas
        self.clip: Box | None = None
        self.clear = False  # whether what is painted is transparent
        self.concealed = 0  # how many hidden layers it is in
        self.shaped = False  # whether the clip has a form of its own
        self.veiled = False  # whether what is painted lets shine through what lies below

    def clip_to(self, points: Sequence[tuple[float, float]]) -> None:
        """Cut the clip down to the box of a path."""
        if not points:
            return
        a, b, c, d, e, f = self.ctm
        xs = [a * x + c * y + e for x, y in points]
        ys = [b * x + d * y + f for x, y in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        if self.clip is not None:
            box = (
                max(box[0], self.clip[0]),
                max(box[1], self.clip[1]),
                min(box[2], self.clip[2]),
                min(box[3], self.clip[3]),
            )
        self.clip = box

    def see_through(self) -> None:
        """Something is painted all over the clip."""
        if self.shaped:
            self.canvas.seen_through(self.clip)

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        """A form or a picture begins: nothing of a form shows outside its box."""
        numbers = [resolve1(value) for value in (*bbox, *matrix)]
        if len(numbers) != 10 or not all(isinstance(value, int | float) for value in numbers):
            raise DamagedDocumentError("a form of the PDF has no box or no matrix of numbers")
        x0, y0, x1, y1 = numbers[:4]
        own = self.ctm
        self.ctm = multiply((numbers[4], numbers[5], numbers[6], numbers[7], numbers[8], numbers[9]), own)
        self.clip_to([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
        self.ctm = own

    def render_image(self, name: str, stream: PDFStream) -> None:
        """A picture: white text may stand on it."""
        if self.concealed:
            return
        a, b, c, d, e, f = self.ctm
        xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
        self.canvas.picture((min(xs), min(ys), max(xs), max(ys)), self.clip)
        self.see_through()

    def paint_path(
        self, graphicstate: PDFGraphicState, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]
    ) -> None:
        """Ruling lines, filled rectangles and forms."""
        if self.concealed:
            return
        seen = stroke or not self.clear
        if fill and seen:
            self.see_through()
        a, b, c, d, e, f = self.ctm
        points: list[tuple[float, float]] = []
        curved = closed = False
        white = fill and _is_white(graphicstate.ncolor, graphicstate.ncs.name)
        for part in (*path, ("m", 0, 0)):
            name = part[0]
            if name == "m":
                if len(points) > 1 and curved and seen:
                    self.canvas.shape(
                        points, self.clip, stroke=stroke, white=white, curved=True, closed=closed or fill
                    )
                elif len(points) > 1 and not curved:
                    self.canvas.polygon(
                        points, self.clip, stroke=stroke, fill=fill, white=white, closed=closed
                    )
                points, curved, closed = [], False, False
            if name == "h":
                closed = True
                continue
            curved = curved or len(part) > 3
            for x, y in zip(part[1::2], part[2::2], strict=True):
                points.append((a * x + c * y + e, b * x + d * y + f))

    def render_string(
        self, textstate: PDFTextState, seq: Any, ncs: Any, graphicstate: PDFGraphicState
    ) -> None:
        """A run of characters for each stretch of the string without a gap."""
        font = textstate.font
        if font is None:
            return
        face = self.faces[font]
        scaling = textstate.scaling * 0.01
        size = textstate.fontsize
        spacing = textstate.charspace * scaling
        word = 0 if face.wide else textstate.wordspace * scaling
        matrix = multiply(textstate.matrix, self.ctm)
        x, y = textstate.linematrix
        unit = size * scaling
        if face.vertical:
            self._vertical(textstate, seq, face, matrix, graphicstate)
            return
        widest = abs(_GAP * unit)
        chars: list[str] = []
        edges: list[float] = []
        known = face.known
        end = x
        for item in seq:
            if isinstance(item, bytes):
                for code in face.decode(item):
                    text, width = known.get(code) or face.look(code)
                    if chars and abs(x - end) > widest:
                        edges.append(end)
                        self._emit(chars, edges, y, textstate, matrix, graphicstate)
                        chars, edges = [], []
                    chars.append(text)
                    edges.append(x)
                    end = x + width * unit
                    x = end + spacing + word if code == 32 else end + spacing
            elif isinstance(item, int | float):
                x -= item * 0.001 * unit
        if chars:
            edges.append(end)
            self._emit(chars, edges, y, textstate, matrix, graphicstate)
        textstate.linematrix = (x, y)

    def _vertical(
        self, textstate: PDFTextState, seq: Any, face: Face, matrix: Matrix, graphicstate: PDFGraphicState
    ) -> None:
        """Writing from top to bottom: each character is a run of its own."""
        size = textstate.fontsize
        x, y = textstate.linematrix
        for item in seq:
            if isinstance(item, bytes):
                for code in face.decode(item):
                    text, width = face.known.get(code) or face.look(code)
                    disp = face.font.char_disp(code)
                    over, rise = disp if isinstance(disp, tuple) else (None, 880)
                    left = x - (0.5 * size if over is None else over * 0.001 * size)
                    self._emit(
                        [text], [left, left + size], y - rise * 0.001 * size, textstate, matrix, graphicstate
                    )
                    y += width * size + textstate.charspace
            elif isinstance(item, int | float):
                y -= item * 0.001 * size
        textstate.linematrix = (x, y)

    def _emit(
        self,
        chars: list[str],
        edges: list[float],
        y: float,
        textstate: PDFTextState,
        matrix: Matrix,
        state: PDFGraphicState,
    ) -> None:
        canvas = self.canvas
        if textstate.render in _INVISIBLE or self.clear or self.concealed:
            canvas.hidden += len(chars)
            return
        a, b, c, d, e, f = matrix
        y += textstate.rise
        size = abs(textstate.fontsize) * (c * c + d * d) ** 0.5
        white = _is_white(state.ncolor, state.ncs.name)
        if textstate.render in (1, 2):
            white = _is_white(state.scolor, state.scs.name) and (white or textstate.render == 1)
        canvas.line(
            chars,
            edges,
            (e + c * y, f + d * y),
            (a, b),
            size,
            self.clip,
            white=white,
        )


class Appearance(Device):
    """Of what lets shine through what lies below only the forms and the pictures count, not the ground."""

    def render_image(self, name: str, stream: PDFStream) -> None:
        """A picture, which may have holes."""
        known = len(self.canvas.surfaces)
        super().render_image(name, stream)
        if self.veiled or any(key in stream for key in ("SMask", "Mask", "ImageMask", "IM")):
            del self.canvas.surfaces[known:]

    def paint_path(
        self, graphicstate: PDFGraphicState, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]
    ) -> None:
        """As on a page."""
        known = len(self.canvas.surfaces)
        super().paint_path(graphicstate, stroke, fill, evenodd, path)
        if self.veiled:
            del self.canvas.surfaces[known:]


def _points(path: Sequence[Any]) -> list[tuple[float, float]]:
    return [(part[-2], part[-1]) for part in path if len(part) >= 3]


def _has_form(path: Sequence[Any]) -> bool:
    """Whether a path is more than a rectangle."""
    return any(len(part) > 3 for part in path) or len(_points(path)) > 5


def _lets_through(state: dict[str, Any]) -> bool:
    """Whether a graphics state mixes what is painted with what lies below."""
    alpha, mask, mode = (resolve1(state.get(key)) for key in ("ca", "SMask", "BM"))
    if isinstance(alpha, int | float) and alpha < 1:
        return True
    if mask is not None and not (isinstance(mask, PSLiteral) and mask.name == "None"):
        return True
    if isinstance(mode, list) and mode:
        mode = resolve1(mode[0])
    return isinstance(mode, PSLiteral) and mode.name not in ("Normal", "Compatible")


def _is_white(color: object, space: object) -> bool:
    if isinstance(color, int | float):
        return space in ("DeviceGray", "CalGray", "ICCBased") and color >= _WHITE
    if not isinstance(color, tuple | list) or not all(isinstance(part, int | float) for part in color):
        return False
    if len(color) == 3:
        return space in ("DeviceRGB", "CalRGB", "ICCBased") and min(color) >= _WHITE
    return len(color) == 4 and space in ("DeviceCMYK", "ICCBased") and max(color) <= 1 - _WHITE
