"""Shapes painted over a page by Pillow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO

from attrs import frozen
from PIL import Image, ImageChops, ImageDraw

from govdisclose.findings import Finding
from govdisclose.locate import Box
from govdisclose.picture._colours import COLOURS, MARKS, Colour, Rgb
from govdisclose.picture._strip import strip
from govdisclose.picture._words import Pixels, Said, font, set_words, text_width
from govdisclose.picture.shapes import Kind, Mark, PageShapes, Shape

__all__ = ["paint"]

_WHITE = (255, 255, 255)
_OF_ROW, _OF_COLUMN = (0, 75, 130), (120, 20, 85)
_HATCH = 5.0  # points between the lines
_DASH = (9, 6)
_RADIUS = 12
_NUMBER = 17
_MOST_BULLETS = 400  # on one page


def paint(
    size: tuple[int, int],
    pixels: bytes,
    scale: float,
    page: PageShapes,
    findings: Sequence[Finding],
    head: str,
) -> bytes:
    """A page with its shapes and marks, a legend under it, as PNG. ``pixels`` and ``scale`` are of the page alone."""
    plain = Image.frombytes("RGB", size, pixels)
    over = _Over(plain.size, scale)
    image = ImageChops.multiply(plain, over.tints(page.shapes))
    draw = ImageDraw.Draw(image)
    for shape in _gravest_last(page.shapes):
        over.outline(draw, shape)
    grey = plain.convert("L")
    bullets = list(over.bullets(page.marks))
    on_grey = ImageDraw.Draw(grey)
    for bullet in bullets:
        on_grey.rectangle(bullet.box, fill=0)
    for shape in page.shapes:
        if shape.words and (box := over.pixels(shape.box)) is not None:
            set_words(draw, grey, box, list(_choices(shape)))
    for bullet in bullets:
        bullet.draw(draw)
    return _png(_under(image, strip(page, findings, head, image.width)))


def _choices(shape: Shape) -> Iterator[list[Said]]:
    """The whole paths, then their last keys alone; those of rows in one colour, those of columns in another."""
    colours = (_OF_COLUMN, _OF_COLUMN) if shape.kind is Kind.COLUMN_HEADING else (_OF_ROW, _OF_COLUMN)
    said = [(words, colour) for words, colour in zip(shape.words, colours, strict=False) if words]
    yield said
    yield [(words.rsplit("/", 1)[-1], colour) for words, colour in said]


def _gravest_last(shapes: Sequence[Shape]) -> list[Shape]:
    """Neighbours share an edge: the thicker outline has to be seen."""
    return sorted(shapes, key=lambda shape: COLOURS[shape.kind].outline)


@frozen
class _Bullet:
    """The number of a finding, or a plus for those that found no room."""

    text: str
    colour: Rgb
    box: Pixels

    def draw(self, draw: ImageDraw.ImageDraw) -> None:
        draw.rounded_rectangle(self.box, radius=_RADIUS, fill=self.colour, outline=_WHITE, width=2)
        x, y = (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2
        draw.text((x, y), self.text, fill=_WHITE, font=font(_NUMBER), anchor="mm")


class _Over:
    """What is drawn over a page of a size in pixels."""

    def __init__(self, size: tuple[int, int], scale: float) -> None:
        self.size = size
        self.scale = scale

    def pixels(self, box: Box) -> Pixels | None:
        """A box in points as pixels, as far as it is on the page; None where nothing of it is."""
        left, top = (max(round(edge * self.scale), 0) for edge in box[:2])
        right, bottom = (
            min(round(edge * self.scale), most - 1) for edge, most in zip(box[2:], self.size, strict=True)
        )
        return (left, top, right, bottom) if left <= right and top <= bottom else None

    def tints(self, shapes: Sequence[Shape]) -> Image.Image:
        """White with the tint of each cell, to be multiplied with the page: what is printed stays legible."""
        image = Image.new("RGB", self.size, _WHITE)
        draw = ImageDraw.Draw(image)
        for shape in shapes:
            colour = COLOURS[shape.kind]
            if colour.tint and (box := self.pixels(shape.box)) is not None:
                draw.rectangle(box, fill=_mixed(colour.rgb, colour.tint))
        hatched = [shape for shape in shapes if COLOURS[shape.kind].pattern == "hatched"]
        if hatched:
            self._hatch(image, hatched)
        return image

    def _hatch(self, image: Image.Image, shapes: Sequence[Shape]) -> None:
        """The lines of one pattern over the whole page are let through where the shapes are."""
        lines, where = Image.new("1", self.size), Image.new("1", self.size)
        draw = ImageDraw.Draw(lines)
        wide, high = self.size
        step = max(round(_HATCH * self.scale), 6)
        for start in range(-high, wide, step):
            draw.line((start, high, start + high, 0), fill=1, width=2)
        on = ImageDraw.Draw(where)
        for shape in shapes:
            if (box := self.pixels(shape.box)) is not None:
                on.rectangle(box, fill=1)
        image.paste(_mixed(COLOURS[Kind.UNMATCHED].rgb, 0.55), mask=ImageChops.logical_and(lines, where))

    def outline(self, draw: ImageDraw.ImageDraw, shape: Shape) -> None:
        colour = COLOURS[shape.kind]
        left, top, right, bottom = shape.box
        off = colour.around
        box = self.pixels((left - off, top - off, right + off, bottom + off))
        if box is None:
            return
        width = max(round(colour.outline * self.scale), 1)
        if colour.pattern == "dashed":
            _dashed(draw, box, colour, width)
        elif box[2] - box[0] > 2 * width and box[3] - box[1] > 2 * width:
            draw.rectangle(box, outline=colour.rgb, width=width)

    def bullets(self, marks: Sequence[Mark]) -> Iterator[_Bullet]:
        """At the upper right corner of the place of each, or to the left of it where that is taken.

        What finds no room within its place is a plus, and what finds none for that either is left to the legend.
        """
        taken: list[Pixels] = []
        for mark in marks:
            box = self.pixels(mark.box) if mark.box is not None else (0, 0, self.size[0] - 1, 2 * _RADIUS)
            if box is None or len(taken) >= _MOST_BULLETS:
                continue
            for text, least in ((str(mark.number), box[0]), ("+", box[0] - 4 * _RADIUS)):
                wide = max(text_width(text, _NUMBER) + 10, 2 * _RADIUS)
                room = self._room(box, wide, least, taken)
                if room is not None:
                    taken.append(room)
                    yield _Bullet(text, MARKS[mark.severity], room)
                    break

    def _room(self, box: Pixels, wide: int, least: int, taken: Sequence[Pixels]) -> Pixels | None:
        """A place of a width on the upper edge of a box, as far right as the others let it, none left of ``least``."""
        right = min(box[2] + _RADIUS // 2, self.size[0] - 2)
        middle = max(box[1], _RADIUS + 1)
        for other in sorted(taken, reverse=True):
            room = (right - wide, middle - _RADIUS, right, middle + _RADIUS)
            if other[0] < room[2] and room[0] < other[2] and other[1] < room[3] and room[1] < other[3]:
                right = other[0] - 1
        return (right - wide, middle - _RADIUS, right, middle + _RADIUS) if right - wide >= least else None


def _mixed(rgb: Rgb, share: float) -> Rgb:
    """A colour thinned with white."""
    red, green, blue = (round(255 - share * (255 - part)) for part in rgb)
    return (red, green, blue)


def _dashed(draw: ImageDraw.ImageDraw, box: Pixels, colour: Colour, width: int) -> None:
    left, top, right, bottom = box
    long, gap = _DASH
    for x in range(left, right, long + gap):
        end = min(x + long, right)
        draw.rectangle((x, top, end, min(top + width - 1, bottom)), fill=colour.rgb)
        draw.rectangle((x, max(bottom - width + 1, top), end, bottom), fill=colour.rgb)
    for y in range(top, bottom, long + gap):
        end = min(y + long, bottom)
        draw.rectangle((left, y, min(left + width - 1, right), end), fill=colour.rgb)
        draw.rectangle((max(right - width + 1, left), y, right, end), fill=colour.rgb)


def _under(page: Image.Image, legend: Image.Image) -> Image.Image:
    image = Image.new("RGB", (max(page.width, legend.width), page.height + legend.height), (225, 225, 225))
    image.paste(page, (0, 0))
    image.paste(legend, (0, page.height))
    return image


def _png(image: Image.Image) -> bytes:
    out = BytesIO()
    few = image.quantize(255, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)  # a third of the bytes
    few.save(out, "PNG", compress_level=9)
    return out.getvalue()
