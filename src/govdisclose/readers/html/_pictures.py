"""The pictures of a page: where they stand and what the page calls them. Nothing is fetched."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from govdisclose.document import Picture
from govdisclose.locate import Locator
from govdisclose.readers.html._look import is_away
from govdisclose.readers.html._looks import Looks
from govdisclose.readers.html._style import source_line

__all__ = ["cut", "find_pictures", "is_small"]

_MOST = 200
_LONGEST = 300
_SMALL = 64  # pixels: what is no higher or wider is a sign of the page and no table
_ADDRESSES = ("src", "data-src", "data-original", "original")
_PIXELS = re.compile(r"\s*(\d{1,5})(?:px)?\s*", re.IGNORECASE)


def find_pictures(root: etree._Element, looks: Looks) -> tuple[Picture, ...]:
    """The pictures that are shown, but for those whose own size makes them a sign; at most 200."""
    shown = (
        element for element in root.iter("img") if not is_small(element) and not _is_hidden(element, looks)
    )
    return tuple(
        Picture(_address(element), cut(element.get("alt") or ""), Locator(line=source_line(element)))
        for element in islice(shown, _MOST)
    )


def _address(element: etree._Element) -> str:
    address = next((found for name in _ADDRESSES if (found := (element.get(name) or "").strip())), "")
    return address.partition(",")[0].partition(";")[0] if address.startswith("data:") else cut(address)


def cut(text: str) -> str:
    """A text of the page on one line, no longer than can be shown."""
    return " ".join(text[:_LONGEST].split())


def is_small(element: etree._Element) -> bool:
    """Whether its own size makes a thing a sign of the page, or one that is not seen."""
    sizes = [_PIXELS.fullmatch(element.get(name) or "") for name in ("width", "height")]
    return any(size is not None and int(size[1]) <= _SMALL for size in sizes)


def _is_hidden(element: etree._Element, looks: Looks) -> bool:
    return looks.any and looks.is_exact(element) and is_away(looks.look(element))
