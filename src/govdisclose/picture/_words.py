"""Words set into what is empty in a cell. Only Latin letters: the font is the one that Pillow brings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

__all__ = ["ascii_only", "font", "set_words", "text_width", "write"]

Pixels = tuple[int, int, int, int]
"""Left, top, right, bottom, whole pixels."""

_SIZES = (15, 13, 11)
_PARTS = (1.0, 0.66, 0.5, 0.34)  # of the width of the cell, for words beside what is printed
_MARGIN = 3
_INK = 215  # what is darker is printed
_PIECES = re.compile(r"[^/_ ]+[/_ ]?|[/_ ]")


@lru_cache(maxsize=16)
def font(size: int) -> ImageFont.FreeTypeFont:
    """Pillow's own font. Raises ``OSError`` where Pillow was built without FreeType."""
    made = ImageFont.load_default(size)
    if not isinstance(made, ImageFont.FreeTypeFont):
        raise OSError("Pillow was built without FreeType")
    return made


def ascii_only(text: str) -> str:
    """The text with everything that the font may lack as an escape."""
    return text.encode("ascii", "backslashreplace").decode("ascii")


def text_width(text: str, size: int) -> int:
    """In pixels."""
    return round(font(size).getlength(text))


def write(draw: ImageDraw.ImageDraw, x: float, y: float, text: str, size: int, colour: tuple[int, int, int]) -> None:
    """One line of text; ``y`` is its upper edge."""
    draw.text((x, y), text, fill=colour, font=font(size))


def set_words(
    draw: ImageDraw.ImageDraw,
    page: Image.Image,
    box: Pixels,
    choices: Sequence[Sequence[str]],
    colour: tuple[int, int, int],
) -> bool:
    """Write the first of the choices that fits into what is empty of a box. ``page`` is in grey, marks included.

    A choice is a sequence of paragraphs. False where none fits.
    """
    for paragraphs in choices:
        for size in _SIZES:
            for lines, wide in _wrapped(paragraphs, size, box[2] - box[0] - 2 * _MARGIN):
                high = len(lines) * _leading(size)
                for x, y in _corners(box, wide, high):
                    if _is_empty(page, (x, y, x + wide, y + high)):
                        for number, line in enumerate(lines):
                            write(draw, x, y + number * _leading(size), line, size, colour)
                        return True
    return False


def _leading(size: int) -> int:
    return size + 1


def _wrapped(paragraphs: Sequence[str], size: int, most: int) -> Iterator[tuple[list[str], int]]:
    """The lines and their width, for each width of a column in which all pieces have room."""
    seen: set[tuple[str, ...]] = set()
    for part in _PARTS:
        lines = [line for text in paragraphs for line in _lines(text, size, int(most * part))]
        wide = max((text_width(line, size) for line in lines), default=0)
        if wide <= most * part and tuple(lines) not in seen:
            seen.add(tuple(lines))
            yield lines, wide


def _lines(text: str, size: int, most: int) -> list[str]:
    lines = [""]
    for piece in _PIECES.findall(ascii_only(text)):
        if lines[-1] and text_width(lines[-1] + piece, size) > most:
            lines.append("")
        lines[-1] += piece
    return lines


def _corners(box: Pixels, wide: int, high: int) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = box[0] + _MARGIN, box[1] + _MARGIN, box[2] - _MARGIN - wide, box[3] - _MARGIN - high
    if right < left or bottom < top:
        return
    yield left, top
    yield left, bottom
    yield right, bottom
    yield right, top
    yield right, (top + bottom) // 2
    yield left, (top + bottom) // 2


def _is_empty(page: Image.Image, box: Pixels) -> bool:
    if box[0] < 0 or box[1] < 0 or box[2] > page.width or box[3] > page.height:
        return False
    darkest, _ = page.crop(box).getextrema()
    return isinstance(darkest, int) and darkest >= _INK
