"""Cells that show a picture and no text."""

from __future__ import annotations

from lxml import etree

from govdisclose.readers.docx._xml import W

__all__ = ["IMAGES", "shows_picture"]

_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGEDATA = "{urn:schemas-microsoft-com:vml}imagedata"
_ANCHOR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}anchor"

IMAGES = (_BLIP, _IMAGEDATA)
"""What names the image of a picture. A shape without one, as the slanting line of a heading, is no picture."""


def shows_picture(cell: etree._Element) -> bool:
    """Whether a picture stands in the text of the cell. One that floats, as a seal does, belongs to no cell."""
    return any(_stands_in_text(image, cell) for image in cell.iter(*IMAGES))


def _stands_in_text(image: etree._Element, cell: etree._Element) -> bool:
    element: etree._Element | None = image
    while element is not None and element is not cell:
        if element.tag in (_ANCHOR, W + "del", W + "moveFrom"):
            return False
        if "position:absolute" in (element.get("style") or "").replace(" ", "").lower():
            return False
        element = element.getparent()
    return True
