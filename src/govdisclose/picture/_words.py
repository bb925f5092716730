"""Words set into what is empty in a cell. Only Latin letters: the font is the one that Pillow brings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from govdisclose.errors import MissingExtraError

__all__ = ["Pixels", "Said", "ascii_only", "font", "set_words", "text_width", "write"]

Pixels = tuple[int, int, int, int]
"""Left, top, right, bottom, whole pixels."""

Said = tuple[str, tuple[int, int, int]]
"""Words and their colour."""

_SIZES = (15, 13, 11)
_PARTS = (1.0, 0.66, 0.5)  # of the width of the cell, for words beside what is printed
_MARGIN = 7
_GAP = 3  # to what is printed
_INK = 215  # what is darker is printed
_PIECES = re.compile(r"[^/_ ]+[/_ ]?|[/_ ]")


@lru_cache(maxsize=16)
def font(size: int) -> ImageFont.FreeTypeFont:
    """Pillow's own font. Raises ``MissingExtraError`` where Pillow was built without FreeType."""
    try:
        made = ImageFont.load_default(size)
    except ImportError:
        raise MissingExtraError("picture", "Pillow with FreeType") from None
    if not isinstance(made, ImageFont.FreeTypeFont):
        raise MissingExtraError("picture", "Pillow with FreeType")
    return made


def ascii_only(text: str) -> str:
    """The text with everything that the font may lack as an escape."""
    return text.encode("ascii", "backslashreplace").decode("ascii")


def text_width(text: str, size: int) -> int:
    """In pixels."""
    return round(font(size).getlength(text))


def write(
    draw: ImageDraw.ImageDraw, x: float, y: float, text: str, size: int, colour: tuple[int, int, int]
) -> None:
    """One line of text; ``y`` is its upper edge."""
    draw.text((x, y), text, fill=colour, font=font(size))


def set_words(
    draw: ImageDraw.ImageDraw,
    page: Image.Image,
    box: Pixels,
    choices: Sequence[Sequence[Said]],
) -> bool:
    """Write the first of the choices that fits into what is empty of a box. ``page`` is in grey, marks included.

    A choice is a sequence of paragraphs. False where none fits.
    """
    for part in _PARTS:
        for paragraphs in choices:
            for size in _SIZES:
                lines = _wrapped(paragraphs, size, int((box[2] - box[0] - 2 * _MARGIN) * part))
                wide = max((text_width(line, size) for line, _ in lines), default=0)
                high = len(lines) * (size + 1)
                for x, y in _corners(box, wide, high):
                    if _is_empty(page, (x - _GAP, y - 1, x + wide + _GAP, y + high + 1)):
                        for number, (line, colour) in enumerate(lines):
                            write(draw, x, y + number * (size + 1), line, size, colour)
                        return True
    return False


def _wrapped(paragraphs: Sequence[Said], size: int, most: int) -> list[Said]:
    return [(line, colour) for text, colour in paragraphs for line in _lines(text, size, most)]


def _lines(text: str, size: int, most: int) -> list[str]:
    lines = [""]
    for piece in _PIECES.findall(ascii_only(text)):
        if lines[-1] and text_width(lines[-1] + piece, size) > most:
            lines.append("")
        lines[-1] += piece
    return lines


def _corners(box: Pixels, wide: int, high: int) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (
        box[0] + _MARGIN,
        box[1] + _MARGIN,
        box[2] - _MARGIN - wide,
        box[3] - _MARGIN - high,
    )
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
    return isinstance(darkest, int | float) and darkest >= _INK
