"""A PDF written as OFD: what the reader of PDF paints on its pages, object by object in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from unittest.mock import patch

from ofd_samples import layer, ofd, tag

from govdisclose.document import DEFAULT_LIMITS
from govdisclose.locate import Box
from govdisclose.readers.pdf import _miner
from govdisclose.readers.pdf._canvas import Canvas
from govdisclose.readers.pdf._ink import UNSURE, Ink
from govdisclose.readers.pdf._page import Page, Point
from govdisclose.readers.pdf._surface import Contour
from govdisclose.text import unradical

__all__ = ["NotWrittenError", "ofd_of"]

POINTS = 72 / 25.4
PNG_THAT_SHINES = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6" + bytes(20)
_FAR = 1000.0  # millimetres


class NotWrittenError(Exception):
    """The page shows what this cannot write: annotations."""


class _Recorder(Canvas):
    """Writes down what is painted, in objects of OFD."""

    pages: list[_Recorder]

    def __init__(self, number: int, width: float, height: float, limits: object, work: object = None) -> None:
        super().__init__(number, width, height, limits, work)  # type: ignore[arg-type]
        self.objects: list[str] = []
        self.inside = 0
        self.pages.append(self)

    def line(
        self,
        chars: Sequence[str],
        along: Sequence[float],
        origin: Point,
        way: Point,
        size: float,
        clip: Box | None,
        *,
        ink: Ink,
        painted: int | None = None,
        why: str = "",
        mirrored: bool = False,
    ) -> None:
        self.objects.append(_text(chars, along, origin, way, size, clip, ink, why, mirrored=mirrored))
        super().line(
            chars, along, origin, way, size, clip, ink=ink, painted=painted, why=why, mirrored=mirrored
        )

    def path(
        self,
        contours: Sequence[Contour],
        clip: Box | None,
        *,
        stroke: Ink | None,
        fill: Ink | None,
        evenodd: bool = False,
        width: float = 0.0,
    ) -> None:
        self.objects.append(
            tag(
                "PathObject",
                (_colour("FillColor", fill) if fill else "")
                + (_colour("StrokeColor", stroke) if stroke else "")
                + _clips(clip)
                + tag("AbbreviatedData", " ".join(_data(contours))),
                Boundary=_BOUNDARY,
                Fill="true" if fill else "false",
                Stroke="true" if stroke else "false",
                Rule="Even-Odd" if evenodd else None,
                LineWidth=_mm(width),
                BlendMode="Multiply" if (fill and fill.mixed) or (stroke and stroke.mixed) else None,
            )
        )
        self.inside += 1
        super().path(contours, clip, stroke=stroke, fill=fill, evenodd=evenodd, width=width)
        self.inside -= 1

    def picture(self, box: Box, clip: Box | None = None, ink: Ink = UNSURE) -> None:
        wide, high = box[2] - box[0], box[3] - box[1]
        self.objects.append(
            tag(
                "ImageObject",
                _clips(clip),
                Boundary=_BOUNDARY,
                CTM=f"{_mm(wide)} 0 0 {_mm(high)} {_at((box[0], box[1]))}",
                ResourceID=8 if ink.mixed else 9,
                Alpha=f"{255 * ink.alpha:g}",
            )
        )
        super().picture(box, clip, ink)

    def shading(self, clip: Box | None, ink: Ink = UNSURE) -> None:
        left, top, right, bottom = self.crop(clip)
        area = Contour([(left, top), (right, top), (right, bottom), (left, bottom)], closed=True)
        self.objects.append(
            tag(
                "PathObject",
                _colour("FillColor", ink) + _clips(clip) + tag("AbbreviatedData", " ".join(_data([area]))),
                Boundary=_BOUNDARY,
                Fill="true",
                Stroke="false",
                BlendMode="Multiply" if ink.mixed else None,
            )
        )
        super().shading(clip, ink)

    def seen_through(self, clip: Box | None) -> None:
        self.objects[-1] = self.objects[-1].replace(" C</ofd:AbbreviatedData></ofd:Path>", _SHAPED, 1)
        super().seen_through(clip)


_BOUNDARY = f"{-_FAR:g} {-_FAR:g} {3 * _FAR:g} {3 * _FAR:g}"
# One more point than a rectangle has, in the place of the first one.
_SHAPED = " L {0} {0} C</ofd:AbbreviatedData></ofd:Path>"


def _mm(points: float) -> str:
    return f"{points / POINTS:.9f}"


def _at(point: Point) -> str:
    return f"{_mm(point[0] + _FAR * POINTS)} {_mm(point[1] + _FAR * POINTS)}"


def _clips(clip: Box | None) -> str:
    if clip is None:
        return ""
    x0, y0, x1, y1 = clip
    points = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    data = "M " + " L ".join(map(_at, points)) + " C"
    area = tag("Area", tag("Path", tag("AbbreviatedData", data), Boundary="0 0 0 0"))
    return tag("Clips", tag("Clip", area), TransFlag="false")


def _colour(name: str, ink: Ink) -> str:
    alpha = f"{255 * ink.alpha:.4f}"
    if ink.colour is None:
        return tag(name, tag("AxialShd"), Alpha=alpha)
    return tag(name, Value=" ".join(f"{255 * part:.4f}" for part in ink.colour), Alpha=alpha)


def _data(contours: Sequence[Contour]) -> Iterator[str]:
    for points, curved, closed in contours:
        yield f"M {_at(points[0])}"
        if curved:
            for at in range(1, len(points) - 2, 3):
                yield "B " + " ".join(map(_at, points[at : at + 3]))
        else:
            yield from (f"L {_at(point)}" for point in points[1:])
        if closed:
            yield "C"


def _text(
    chars: Sequence[str],
    along: Sequence[float],
    origin: Point,
    way: Point,
    size: float,
    clip: Box | None,
    ink: Ink,
    why: str,
    *,
    mirrored: bool,
) -> str:
    a, b = way
    long = (a * a + b * b) ** 0.5 or 1.0
    a, b = a / long, b / long
    c, d = (b, -a) if mirrored else (-b, a)
    start = (origin[0] + way[0] * along[0], origin[1] + way[1] * along[0])
    steps = [_mm((right - left) * long) for left, right in pairwise(along)]
    transforms, at = "", 0
    for char in chars:
        if len(char) > 1:
            transforms += tag(
                "CGTransform", tag("Glyphs", "1"), CodePosition=at, CodeCount=len(char), GlyphCount=1
            )
        at += len(char)
    if not transforms and unradical("".join(chars)) != "".join(chars):
        # as a printer driver does, which knows the glyphs and has the characters from the font
        glyphs = tag("Glyphs", " ".join(str(ord(char) % 65_536) for char in chars))
        transforms = tag("CGTransform", glyphs, CodePosition=0, CodeCount=len(chars), GlyphCount=len(chars))
    words = "".join(chars).replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ").replace("\r", " ")
    x, y = start[0] / POINTS + _FAR, start[1] / POINTS + _FAR
    code = f'<ofd:TextCode X="0" Y="0" DeltaX="{" ".join(steps)}">{words}</ofd:TextCode>'
    return tag(
        "TextObject",
        _colour("FillColor", ink) + _clips(clip) + transforms + code,
        Boundary=_BOUNDARY,
        Size=_mm(size),
        Font=1,
        CTM=f"{a:.9f} {b:.9f} {c:.9f} {d:.9f} {x:.9f} {y:.9f}",
        Visible="false" if why == "hidden" else None,
        BlendMode="Luminosity" if ink.mixed else None,
    )


def ofd_of(source: bytes) -> tuple[list[Page], bytes]:
    """The pages of a PDF, and the OFD of them. Raises ``NotWrittenError``."""
    _Recorder.pages = []
    with patch.object(_miner, "Canvas", _Recorder):
        pages = _miner.read_pages(source, DEFAULT_LIMITS)
    recorded = [*_Recorder.pages]
    if len(recorded) != len(pages) or any(b"/Annots" in source for _ in (0,)):
        raise NotWrittenError
    contents = [
        tag("Area", tag("PhysicalBox", f"0 0 {one.width / POINTS:.9f} {one.height / POINTS:.9f}"))
        + "|"
        + layer("".join(one.objects))
        for one in recorded
    ]
    media = "".join(
        tag("MultiMedia", tag("MediaFile", name), ID=key, Type="Image")
        for key, name in ((8, "/shines.png"), (9, "/hides.jpg"))
    )
    written = ofd(
        *contents,
        resources=tag("MultiMedias", media),
        extra={"shines.png": PNG_THAT_SHINES, "hides.jpg": b"\xff\xd8\xff\xe0"},
    )
    return pages, written
