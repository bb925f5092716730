"""What the objects of an OFD refer to by number: fonts, colours, ways of drawing, pictures, drawings used again."""

from __future__ import annotations

from posixpath import join
from typing import NamedTuple

from attrs import define, field
from lxml import etree

from govdisclose.readers.docx._properties import SYMBOL_FONTS
from govdisclose.readers.ofd._colours import RGB, Space, colour_of, space_of
from govdisclose.readers.ofd._files import Files
from govdisclose.readers.ofd._pictures import HEAD, is_opaque
from govdisclose.readers.ofd._values import child_of, kind_of, number, share_of
from govdisclose.readers.pdf._ink import Ink

__all__ = ["PLAIN", "Font", "Resources", "Style"]

_MOST_ABOVE = 20
_WIDTH = 0.353  # millimetres


class Font(NamedTuple):
    """A font by its number in the document. ``symbols``: digits look like something else in it."""

    key: str
    symbols: bool = False


class _Param(NamedTuple):
    """What one set of parameters says, and the one that it builds on."""

    width: float | None
    fill: etree._Element | None
    stroke: etree._Element | None
    below: str | None


class Style(NamedTuple):
    """How lines and areas are drawn where an object does not say it."""

    width: float = _WIDTH
    fill: etree._Element | None = None
    stroke: etree._Element | None = None


PLAIN = Style()


@define
class Resources:
    """Those of one document; all of them share one count of numbers."""

    files: Files
    root: str
    """The folder of the document."""
    usual: Space | None = RGB
    """The colour space of a colour that names none."""
    spaces: dict[str, Space] = field(factory=dict)
    fonts: dict[str, Font] = field(factory=dict)
    composites: dict[str, etree._Element] = field(factory=dict)
    """Of each drawing its objects."""
    media: dict[str, str] = field(factory=dict)
    """Of each picture the name of its part."""
    _params: dict[str, _Param] = field(factory=dict)
    _opaque: dict[str, bool] = field(factory=dict)
    _read: set[tuple[str, str]] = field(factory=set)

    def read(self, location: str, folder: str) -> None:
        """Add a file of resources. One that is missing holds nothing that a viewer could show."""
        if (location, folder) in self._read or self.files.find(location, folder, self.root) is None:
            return
        self._read.add((location, folder))
        tree, own = self.files.tree(location, folder, self.root)
        base = tree.get("BaseLoc") or ""
        base = base if base.startswith("/") else join(own, base)
        for group in tree:
            for item in group:
                self._add(item, base)

    def _add(self, item: etree._Element, base: str) -> None:
        key, kind = item.get("ID") or "", kind_of(item)
        if kind == "Font":
            names = [(item.get(name) or "").strip().lower() for name in ("FontName", "FamilyName")]
            symbols = any(name.startswith(SYMBOL_FONTS) for name in names)
            self.fonts[key] = Font(f"{self.root}#{key}", symbols or item.get("Charset") == "symbol")
        elif kind == "ColorSpace":
            self.spaces[key] = space_of(item)
        elif kind == "DrawParam":
            self._params[key] = _said(item, item.get("Relative"))
        elif kind == "CompositeGraphicUnit":
            content = child_of(item, "Content")
            if content is not None:
                self.composites[key] = content
        elif kind == "MultiMedia":
            file = child_of(item, "MediaFile")
            name = self.files.find(file.text or "", base, self.root) if file is not None else None
            if name is not None:
                self.media[key] = name

    def hides(self, key: str) -> bool:
        """Whether a picture hides what lies below it; one that is missing or of an unknown kind does."""
        name = self.media.get(key)
        if name is not None and key not in self._opaque:
            self._opaque[key] = is_opaque(self.files.head(name, HEAD))
        return self._opaque.get(key, True)

    def style(self, element: etree._Element, outer: Style) -> Style:
        """How an object is drawn: by itself, by the parameters that it names, by those that they build on."""
        chain = [_said(element, element.get("DrawParam"))]
        while (below := chain[-1].below) is not None and below in self._params and len(chain) <= _MOST_ABOVE:
            self.files.work.spend(1)
            chain.append(self._params[below])
        for one in reversed(chain):
            outer = Style(
                outer.width if one.width is None else one.width,
                outer.fill if one.fill is None else one.fill,
                outer.stroke if one.stroke is None else one.stroke,
            )
        return outer

    def ink(self, element: etree._Element, alpha: float, *, mixed: bool) -> Ink:
        """What a colour is painted with, where so much of all that is there covers."""
        colour = colour_of(element, self.spaces, self.usual)
        return Ink(colour, alpha * share_of(element), mixed)


def _said(element: etree._Element, below: str | None) -> _Param:
    width = element.get("LineWidth")
    return _Param(
        None if width is None else abs(number(width, "a LineWidth")),
        child_of(element, "FillColor"),
        child_of(element, "StrokeColor"),
        below,
    )
