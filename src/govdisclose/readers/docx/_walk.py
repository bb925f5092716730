"""One reading of a document: what its parts hold at all, and where the reading stands."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, mutable
from lxml import etree

from govdisclose.limits import Limits
from govdisclose.readers.docx._fields import Fields
from govdisclose.readers.docx._grid import Merge, RawTable
from govdisclose.readers.docx._looks import ON_PAPER, Around, Part
from govdisclose.readers.docx._numbering import Numbering
from govdisclose.readers.docx._watch import Sheets
from govdisclose.shown import Piece

__all__ = ["Item", "Line", "Raw", "Walk"]

Line = str | list[Piece]
"""The text of a paragraph; pieces where not all of it is seen as plain text."""
Item = Line | RawTable
Raw = list[str | Part | Piece]


@mutable
class Walk:
    """One reading: its limits and count, and what the part holds at all: the rest is not looked for.

    ``deleted``: text or ends of paragraphs were deleted with tracked changes; ``special``: names that the short way
    does not know; ``foreign``: patterns of the namespaces that are not understood; ``odd``: properties may hide or
    mark text; ``sized``: sizes in the table at hand may; ``prompts``: content controls show what to fill in.

    ``spans`` has what is said of each merged ``w:tc``: its columns, what it says of the cell above, and whether
    it is the rest of the cell before it; ``tracked``, what a tracked change did to a cell. ``carried`` is the text
    of a paragraph that goes on in the next one.
    """

    limits: Limits
    numbering: Numbering | None
    sheets: Sheets
    spans: Mapping[etree._Element, tuple[int, Merge, bool]]
    tracked: Mapping[etree._Element, str]
    fields: Fields | None
    deleted: bool
    special: bool
    foreign: tuple[str, ...]
    odd: bool
    prompts: bool
    sized: bool = False
    in_cell: bool = False
    crossed: bool = False
    around: Around = ON_PAPER
    characters: int = 0
    carried: Raw = field(factory=list)
    ignorable: dict[tuple[etree._Element, str], bool | None] = field(factory=dict)

    @property
    def looks(self) -> bool:
        """Whether the properties of runs are looked at here."""
        return self.odd or self.sized

    @property
    def is_simple(self) -> bool:
        """Whether a paragraph of nothing but text is shown as it stands in the file."""
        return not (
            self.odd
            or self.sized
            or self.deleted
            or self.prompts
            or self.carried
            or (self.fields is not None and self.fields.in_code)
        )
