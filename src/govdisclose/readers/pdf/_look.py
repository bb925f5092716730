"""How transparent what a content paints is, by its graphics state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral

from govdisclose.locate import Box
from govdisclose.readers.pdf._ink import Colour, Ink

__all__ = ["Look", "lets_through"]

_DARKEN = ("Multiply", "Darken")
_UNKNOWN = ("Pattern", "Indexed")
"""Colour spaces whose numbers say nothing of what is seen."""


class Look(NamedTuple):
    """The part of a graphics state that decides what is seen.

    ``filled`` and ``stroked`` are how much covers, ``masked`` and ``blended`` say that it mixes with what lies below,
    ``outer`` and ``mixed`` are the same of the groups around. ``veiled`` is ``mixed`` but for what only darkens: dark
    letters are seen through that. ``shaped``: the clip is more than a rectangle.
    """

    clip: Box | None = None
    shaped: bool = False
    filled: float = 1.0
    stroked: float = 1.0
    masked: bool = False
    blended: bool = False
    outer: float = 1.0
    mixed: bool = False
    darkens: bool = False
    veiled: bool = False

    def ink(self, colour: Colour | None, *, stroked: bool = False) -> Ink:
        """What a colour is with this."""
        alpha = (self.stroked if stroked else self.filled) * self.outer
        return Ink(colour, alpha, self.masked or self.blended or self.mixed)

    def text(self, colour: Colour | None, space: str, *, stroked: bool = False) -> Ink:
        """The same for letters, with what nobody knows whether they can be read with."""
        veiled = self.masked or self.veiled or (self.blended and not self.darkens) or space in _UNKNOWN
        return self.ink(colour, stroked=stroked)._replace(mixed=veiled)

    def area(self, colour: Colour | None) -> Ink:
        """The same for what is filled: through a clip that has a form, nobody knows how much of it is seen."""
        ink = self.ink(colour)
        return ink._replace(mixed=True) if self.shaped else ink

    def changed(self, state: Mapping[str, Any]) -> Look:
        """After an operator that names these parameters."""
        found = self
        fill, line, mask, mode = (resolve1(state.get(key)) for key in ("ca", "CA", "SMask", "BM"))
        if isinstance(fill, int | float):
            found = found._replace(filled=min(max(float(fill), 0.0), 1.0))
        if isinstance(line, int | float):
            found = found._replace(stroked=min(max(float(line), 0.0), 1.0))
        if mask is not None:
            found = found._replace(masked=not (isinstance(mask, PSLiteral) and mask.name == "None"))
        if isinstance(mode, list) and mode:
            mode = resolve1(mode[0])
        if isinstance(mode, PSLiteral):
            blended, darkens = mode.name not in ("Normal", "Compatible"), mode.name in _DARKEN
            found = found._replace(blended=blended, darkens=darkens)
        return found

    def grouped(self) -> Look:
        """Within a group that is painted as a whole with this."""
        return self._replace(
            filled=1.0,
            stroked=1.0,
            masked=False,
            blended=False,
            outer=self.outer * self.filled,
            mixed=self.mixed or self.masked or self.blended,
            darkens=False,
            veiled=self.veiled or self.masked or (self.blended and not self.darkens),
        )


def lets_through(picture: PDFStream) -> bool:
    """Whether a picture has holes, or what shines through it: a mask, or only one colour in the form of a mask."""
    return any(
        resolve1(picture.get(key)) not in (None, False) for key in ("SMask", "Mask", "ImageMask", "IM")
    )
