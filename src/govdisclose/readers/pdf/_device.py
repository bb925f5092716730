"""What pdfminer.six paints: a device of our own on its interpreter, with no layout analysis.

The interpreter is extended by what it leaves out and visibility needs: clipping, transparency, the box of a form.
Work is counted, so that a small file cannot ask for hours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFTextState
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1, stream_value
from pdfminer.psparser import PSLiteral

from govdisclose.errors import DamagedDocumentError, LimitError
from govdisclose.readers.pdf._canvas import Canvas
from govdisclose.readers.pdf._fonts import Face, Fonts
from govdisclose.readers.pdf._ink import CLEAREST, is_white, to_colour
from govdisclose.readers.pdf._layers import Layers
from govdisclose.readers.pdf._look import Look, lets_through
from govdisclose.readers.pdf._page import IDENTITY, Matrix, Point, multiply, slants
from govdisclose.readers.pdf._surface import Contour
from govdisclose.readers.pdf._work import Work

__all__ = ["BYTES_PER_ELEMENT", "DEEPEST_FORM", "FORM", "Device", "Interpreter"]

BYTES_PER_ELEMENT = 4  # of a content stream: an operator with its numbers is seldom shorter
FORM = 50  # what to run a form costs, in elements
DEEPEST_FORM = 30
_GAP = 0.25  # of the size: a wider gap ends a run
_INVISIBLE = (3, 7)
_STROKED = (1, 2, 5, 6)
_ONLY_STROKED = (1, 5)
_CLIPS = 4  # text of this mode or a higher one is what all that follows is seen through


class Interpreter(PDFPageInterpreter):
    """pdfminer's interpreter with clipping, transparency and a bound on its work."""

    device: Device

    def __init__(self, fonts: Fonts, device: Device, work: Work, layers: Layers, depth: int = 0) -> None:
        super().__init__(fonts, device)
        self.work = work
        self.layers = layers
        self.depth = depth
        self.saved: list[Look] = []
        self.inherited: PDFGraphicState | None = None
        self.marks: list[bool] = []  # of the marked content begun: whether its layer is hidden

    def dup(self) -> Interpreter:
        fonts = self.rsrcmgr
        assert isinstance(fonts, Fonts)
        inner = Interpreter(fonts, self.device, self.work, self.layers, self.depth + 1)
        inner.inherited = self.graphicstate.copy()
        return inner

    def init_state(self, ctm: Matrix) -> None:
        super().init_state(ctm)
        if self.inherited is not None:
            self.graphicstate = self.inherited

    def draw(self, form: PDFStream, resources: Mapping[str, Any], matrix: Matrix) -> None:
        """Run a form by itself. ``resources`` are for one without its own."""
        self.work.spend(FORM)
        own = form.get("Resources")
        inner = [resolve1(value) for value in list_value(form.get("Matrix") or IDENTITY)]
        self.device.set_ctm(matrix)
        self.device.begin_figure("", list_value(form["BBox"]), inner)
        ctm = multiply((inner[0], inner[1], inner[2], inner[3], inner[4], inner[5]), matrix)
        found: dict[object, object] = dict_value(own) if own else dict(resources.items())
        self.render_contents(found, [form], ctm=ctm)

    def execute(self, streams: Sequence[object]) -> None:
        for item in streams:
            self.work.spend(len(stream_value(item).get_data()) // BYTES_PER_ELEMENT)
        super().execute(streams)

    def do_q(self) -> None:
        self.saved.append(self.device.look)
        self.work.limits.check("elements", len(self.saved))
        super().do_q()

    def do_Q(self) -> None:  # noqa: N802 - the operator's name
        if self.saved:
            self.device.look = self.saved.pop()
        super().do_Q()

    def do_W(self) -> None:  # noqa: N802
        self.device.clip_to(_points(self.curpath))
        if _has_form(self.curpath):
            self.device.look = self.device.look._replace(shaped=True)

    def do_ET(self) -> None:  # noqa: N802
        super().do_ET()
        if self.device.shaping:
            self.device.shaping = False
            self.device.look = self.device.look._replace(shaped=True)

    def do_W_a(self) -> None:  # noqa: N802
        self.do_W()

    def do_F(self) -> None:  # noqa: N802 - obsolete, and still a filling
        self.do_f()

    def do_sh(self, name: object) -> None:
        device = self.device
        if not device.concealed:
            device.canvas.shading(device.look.clip, device.look.area(None))
            device.see_through()

    def do_cs(self, name: Any) -> None:
        """A colour space begins with its own black."""
        super().do_cs(name)
        state = self.graphicstate
        first: Any = (0.0,) * state.ncs.ncomponents
        if state.ncs.name == "DeviceCMYK":
            first = (0.0, 0.0, 0.0, 1.0)
        elif state.ncs.name in ("Separation", "DeviceN", "Pattern"):
            first = None
        state.ncolor = first

    def do_gs(self, name: object) -> None:
        states = dict_value(self.resources.get("ExtGState", {}))
        state = dict_value(states.get(name.name if isinstance(name, PSLiteral) else None, {}))
        self.device.look = self.device.look.changed(state)

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802
        self.work.spend(FORM)
        if self.depth >= DEEPEST_FORM:
            raise LimitError("depth", DEEPEST_FORM, self.depth + 1, "forms within forms", fixed=True)
        device = self.device
        before = device.look, device.concealed
        item = resolve1(self.xobjmap.get(xobjid_arg.name)) if isinstance(xobjid_arg, PSLiteral) else None
        if isinstance(item, PDFStream):
            device.concealed += bool(self.layers) and self.layers.hides(item.get("OC"))
            if "Group" in item:
                device.look = device.look.grouped()
        super().do_Do(xobjid_arg)
        device.look, device.concealed = before
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
        self.look = Look()
        self.shaping = False  # text that the clip is cut to has begun
        self.concealed = 0  # how many hidden layers it is in

    def clip_to(self, points: Sequence[tuple[float, float]]) -> None:
        """Cut the clip down to the box of a path."""
        if not points:
            return
        a, b, c, d, e, f = self.ctm
        xs = [a * x + c * y + e for x, y in points]
        ys = [b * x + d * y + f for x, y in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        clip = self.look.clip
        if clip is not None:
            box = (max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3]))
        self.look = self.look._replace(clip=box)

    def see_through(self) -> None:
        """Something is painted all over the clip."""
        if self.look.shaped:
            self.canvas.seen_through(self.look.clip)

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
        """A picture: letters of any colour may stand on it."""
        if self.concealed:
            return
        a, b, c, d, e, f = self.ctm
        xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
        ink = self.look.area(None)
        if lets_through(stream) or slants(self.ctm):
            ink = ink._replace(mixed=True)
        self.canvas.picture((min(xs), min(ys), max(xs), max(ys)), self.look.clip, ink)
        self.see_through()

    def paint_path(
        self, graphicstate: PDFGraphicState, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]
    ) -> None:
        """Ruling lines, filled rectangles and forms."""
        if self.concealed:
            return
        look = self.look
        filling = look.area(to_colour(graphicstate.ncolor, graphicstate.ncs.name)) if fill else None
        line = (
            look.ink(to_colour(graphicstate.scolor, graphicstate.scs.name), stroked=True) if stroke else None
        )
        if filling is not None and filling.alpha <= CLEAREST:
            filling = None
        if line is not None and line.alpha <= CLEAREST:
            line = None
        if filling is not None:
            self.see_through()
        if filling is not None or line is not None:
            contours = _contours(path, self.ctm)
            width = graphicstate.linewidth
            self.canvas.path(contours, look.clip, stroke=line, fill=filling, evenodd=evenodd, width=width)

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
        chars: Sequence[str],
        edges: Sequence[float],
        y: float,
        textstate: PDFTextState,
        matrix: Matrix,
        state: PDFGraphicState,
    ) -> None:
        a, b, c, d, e, f = matrix
        y += textstate.rise
        high = textstate.fontsize
        if high * textstate.scaling < 0:
            # the characters go the other way
            a, b, edges = -a, -b, [-edge for edge in edges]
        why = "hidden" if textstate.render in _INVISIBLE or self.concealed else ""
        ink = self.look.text(to_colour(state.ncolor, state.ncs.name), state.ncs.name)
        if textstate.render in _STROKED:
            line = self.look.text(to_colour(state.scolor, state.scs.name), state.scs.name, stroked=True)
            if textstate.render in _ONLY_STROKED or is_white(ink):
                ink = line
        if not why and ink.alpha <= CLEAREST:
            why = "transparent"
        self.shaping = self.shaping or textstate.render >= _CLIPS
        self.canvas.line(
            chars,
            edges,
            (e + c * y, f + d * y),
            (a, b),
            abs(high) * (c * c + d * d) ** 0.5,
            self.look.clip,
            ink=ink,
            why=why,
            mirrored=(a * d - b * c) * high > 0,
        )


def _contours(path: Sequence[Any], ctm: Matrix) -> list[Contour]:
    """The stretches of a path on the page."""
    a, b, c, d, e, f = ctm
    found: list[Contour] = []
    points: list[Point] = []
    parts: list[Sequence[Any]] = []
    for part in (*path, ("m", 0, 0)):
        if part[0] == "m":
            if len(parts) > 1:
                closed = any(one[0] == "h" for one in parts)
                curved = any(len(one) > 3 for one in parts)
                points = [*_corners(parts, curved=curved)]
                if len(points) > 1:
                    shown = [(a * x + c * y + e, b * x + d * y + f) for x, y in points]
                    found.append(Contour(shown, curved, closed))
            parts = []
        parts.append(part)
    return found


def _corners(parts: Sequence[Sequence[Any]], *, curved: bool) -> Iterator[Point]:
    """The points of one stretch; of a curved one three for each part after the first."""
    x = y = 0.0
    for kind, *numbers in parts:
        if kind == "h":
            continue
        ends = [*zip(numbers[::2], numbers[1::2], strict=True)]
        if curved and kind != "m":
            if kind == "l" or kind == "v":
                yield (x, y)
            yield from ends[:-1]
            if kind in ("l", "y"):
                yield ends[-1]
        yield ends[-1]
        x, y = ends[-1]


def _points(path: Sequence[Any]) -> list[tuple[float, float]]:
    return [(part[-2], part[-1]) for part in path if len(part) >= 3]


def _has_form(path: Sequence[Any]) -> bool:
    """Whether a path is more than a rectangle."""
    return any(len(part) > 3 for part in path) or len(_points(path)) > 5
