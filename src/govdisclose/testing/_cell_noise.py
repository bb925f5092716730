"""The shape of a noise of one cell; see ``cells``."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from attrs import frozen

__all__ = ["CellNoise", "Format", "On", "Seen"]

Format = Literal["html", "docx"]
On = Literal["entry", "label"]


class Seen(StrEnum):
    """What a person sees where the noise is."""

    NUMBER = "number"
    """The number that was drawn, and no other; of a label, its words."""
    BLANK = "blank"
    """Nothing."""
    NO_NUMBER = "no number"
    """Something that is no number, or of which nobody can say which number it is; of a label, no label."""
    OTHER = "other"
    """Of a print alone: it shows something else than the format means, or no difference, and is not compared."""


@frozen
class CellNoise:
    """One way in which a cell of a file differs from what its page shows.

    ``markup`` is what stands in the cell, a ``string.Template``: ``$n`` is the number drawn (on a label, its words),
    ``$head`` its first digit and ``$tail`` the others, ``$turned`` the number from behind, ``$x`` digits that are no
    part of it, ``$id`` a number of its own for names of styles. ``cell`` is added to the cell itself (attributes of
    a ``td``, elements of ``w:tcPr``), ``paragraph`` to its paragraph (``w:pPr``), ``styles`` to the style sheet.

    ``seen`` is what a person sees on the page; ``printed`` what the program that prints it shows, where that is
    not the same. ``harmless``: the number has to come out, and nothing may be said of it.
    """

    id: str
    format: Format
    on: On
    seen: Seen
    markup: str
    cell: str = ""
    paragraph: str = ""
    styles: str = ""
    printed: Seen | None = None
    harmless: bool = False
