"""The pages of a PDF with what was read there, in colour: for who fills in reports, and for authors of layouts.

``drawing`` says what is to be drawn and needs nothing; ``draw_pages`` paints it and needs ``govdisclose[picture]``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import closing
from importlib.util import find_spec

from attrs import field, frozen

from govdisclose.errors import MissingExtraError
from govdisclose.limits import DEFAULT_LIMITS, Limits
from govdisclose.picture._drawing import drawing
from govdisclose.picture.legend import explain_drawing
from govdisclose.picture.shapes import Drawing, Kind, Mark, PageShapes, Shape

__all__ = [
    "Drawing",
    "Kind",
    "Mark",
    "PagePicture",
    "PageShapes",
    "Shape",
    "check_extra",
    "count_pages",
    "draw_pages",
    "drawing",
    "explain_drawing",
]

_NEEDED = {"pypdfium2": "pypdfium2", "PIL": "Pillow"}


@frozen
class PagePicture:
    """A page as PNG. ``page`` counts from 1.

    ``whole`` is False where a part of the page was left out because drawing it costs too much: what lies over it,
    and the legend, are always there.
    """

    page: int
    png: bytes = field(repr=False)
    whole: bool = True


def count_pages(source: bytes, *, limits: Limits = DEFAULT_LIMITS) -> int:
    """How many pages a PDF has. Raises as ``draw_pages`` does."""
    check_extra()
    from govdisclose.readers.pdf import raster

    return raster.count_pages(source, limits)


def draw_pages(
    source: bytes, drawn: Drawing, *, pages: Collection[int] | None = None, limits: Limits = DEFAULT_LIMITS
) -> Iterator[PagePicture]:
    """Paint the pages one after another, all of them or those with the numbers ``pages``.

    ``source`` is the file that ``drawn`` was made from. Pictures have at most 6 million pixels and the legend; a
    larger page is made smaller.

    The pages are drawn by a process of its own, which is gone when the last page is, or when no more are asked for.

    Raises ``MissingExtraError`` without pypdfium2 or Pillow, ``ValueError`` for a page that is not there, and the
    errors of ``parse`` for what is no PDF or costs too much.
    """
    count = count_pages(source, limits=limits)
    wanted = sorted(set(range(1, count + 1) if pages is None else pages))
    if wrong := [number for number in wanted if not 1 <= number <= count]:
        raise ValueError(f"no page {wrong[0]}; the file has {count}")
    return _pictures(source, drawn, wanted, count, limits)


def _pictures(
    source: bytes, drawn: Drawing, wanted: Collection[int], count: int, limits: Limits
) -> Iterator[PagePicture]:
    from govdisclose.picture._paint import paint
    from govdisclose.readers.pdf.raster import rasters

    with closing(rasters(source, wanted, limits)) as pages:
        for number, page in zip(wanted, pages, strict=True):
            head = f"page {number} of {count}, as govdisclose read it"
            if not page.whole:
                head += " (the page itself is not drawn to its end: it costs too much)"
            shapes = drawn.page(number)
            png = paint((page.width, page.height), page.pixels, page.scale, shapes, drawn.findings, head)
            yield PagePicture(number, png, page.whole)


def check_extra() -> None:
    """Raise ``MissingExtraError`` unless pypdfium2 and Pillow are installed."""
    missing = [name for module, name in _NEEDED.items() if find_spec(module) is None]
    if missing:
        raise MissingExtraError("picture", " and ".join(missing))
