"""The strip under a page: what the colours mean, and the findings of the page by their numbers. In English."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image, ImageDraw

from govdisclose.findings import Finding
from govdisclose.picture._colours import COLOURS, MARKS
from govdisclose.picture._words import ascii_only, text_width, write
from govdisclose.picture.shapes import Kind, PageShapes

__all__ = ["strip"]

_LEAST_WIDTH = 800
_SIZE = 20
_NUMBER = 16
_LINE = 30
_MARGIN = 18
_SWATCH = (34, 20)
_MOST_FINDINGS = 12
_LONGEST = 160
_PAPER, _INK = (255, 255, 255), (20, 20, 20)


def strip(page: PageShapes, findings: Sequence[Finding], head: str, width: int) -> Image.Image:
    """The legend of the kinds that the page has, at least as wide as its words ask."""
    width = max(width, _LEAST_WIDTH)
    kinds = {shape.kind for shape in page.shapes}
    rows: list[list[tuple[int, Kind]]] = [[]]
    x = _MARGIN
    for kind in (kind for kind in COLOURS if kind in kinds):
        wide = _SWATCH[0] + 8 + text_width(COLOURS[kind].short, _SIZE) + 28
        if rows[-1] and x + wide > width:
            rows.append([])
            x = _MARGIN
        rows[-1].append((x, kind))
        x += wide
    order = list(MARKS)
    gravest = sorted(page.marks, key=lambda mark: order.index(mark.severity))
    told = sorted(gravest[:_MOST_FINDINGS], key=lambda mark: mark.number)
    more = len(page.marks) - len(told)
    lines = 1 + len(rows) + len(told) + bool(more)
    image = Image.new("RGB", (width, lines * _LINE + 2 * _MARGIN), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width, 2), fill=_INK)
    y = _MARGIN
    write(draw, _MARGIN, y, ascii_only(head), _SIZE, _INK)
    for row in rows:
        y += _LINE
        for x, kind in row:
            _swatch(draw, x, y, kind)
            write(draw, x + _SWATCH[0] + 8, y, COLOURS[kind].short, _SIZE, _INK)
    for mark in told:
        y += _LINE
        item = findings[mark.number - 1]
        text = ascii_only(f"{mark.severity} {item.kind}  {item.path}")[:_LONGEST]
        wide = max(text_width(str(mark.number), _NUMBER) + 10, 20)
        draw.rounded_rectangle((_MARGIN, y, _MARGIN + wide, y + 20), radius=10, fill=MARKS[mark.severity])
        write(draw, _MARGIN + 5, y + 2, str(mark.number), _NUMBER, _PAPER)
        write(draw, _MARGIN + wide + 10, y, text, _SIZE, _INK)
    if more:
        write(draw, _MARGIN, y + _LINE, f"and {more} more findings on this page", _SIZE, _INK)
    return image


def _swatch(draw: ImageDraw.ImageDraw, x: int, y: int, kind: Kind) -> None:
    colour = COLOURS[kind]
    red, green, blue = (round(255 - colour.tint * (255 - part)) for part in colour.rgb)
    box = (x, y, x + _SWATCH[0], y + _SWATCH[1])
    draw.rectangle(box, fill=(red, green, blue))
    if colour.pattern == "hatched":
        for start in range(x, x + _SWATCH[0] - 8, 9):
            draw.line((start, y + _SWATCH[1], start + 14, y), fill=colour.rgb, width=1)
    if colour.pattern == "dashed":
        for start in range(x, x + _SWATCH[0], 9):
            draw.rectangle((start, y, start + 5, y + 2), fill=colour.rgb)
            draw.rectangle((start, y + _SWATCH[1] - 2, start + 5, y + _SWATCH[1]), fill=colour.rgb)
    else:
        draw.rectangle(box, outline=colour.rgb, width=max(round(2 * colour.outline), 1))
