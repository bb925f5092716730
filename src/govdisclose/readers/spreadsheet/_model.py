"""What both kinds of workbook come to before it is asked what a person sees: sheets of cells with their looks.

Rows and columns count from 0 and are those of the sheet, hidden ones included. A colour is six upper-case digits,
``auto`` or empty, as for Word documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from attrs import define, field, frozen

from govdisclose.readers.docx._colour import AUTO, PAPER

__all__ = [
    "LAST_COLUMN",
    "LAST_ROW",
    "PLAIN_FONT",
    "PLAIN_STYLE",
    "Area",
    "Change",
    "Condition",
    "Font",
    "Formula",
    "RawCell",
    "RawSheet",
    "Run",
    "Style",
    "Thing",
    "Value",
]

LAST_ROW = frozenset((65_535, 1_048_575))
"""The last row of a sheet, of the older and the newer kind."""

LAST_COLUMN = frozenset((255, 16_383))
"""The last column likewise."""


class Font(NamedTuple):
    """How characters are set. ``size`` is in half-points, 0 where the font of the cell decides."""

    colour: str = AUTO
    size: int = 22
    bold: bool = False
    strike: bool = False
    raised: Literal["", "superscript", "subscript"] = ""
    symbols: bool = False
    name: str = ""


PLAIN_FONT = Font()


@frozen
class Style:
    """How a cell is set.

    ``code`` is its number format, None for one whose look depends on where the program runs. ``grounds`` are the
    colours that its characters stand on, more than one for a pattern.
    """

    font: Font = PLAIN_FONT
    code: str | None = "General"
    grounds: tuple[str, ...] = (PAPER,)
    turned: bool = False
    filled: bool = False
    """The text is repeated until the cell is full."""
    shrinks: bool = False
    crossed: bool = False


PLAIN_STYLE = Style()


class Run(NamedTuple):
    """Characters of one font; None for that of the cell."""

    text: str
    font: Font | None = None


Value = float | bool | str | tuple[Run, ...] | None
"""A number, a truth, a text or an error value, a text of several fonts; None for what is not known."""

Formula = Literal["", "field", "formula", "picture"]
"""Whether a formula gives the value, and whether that is what will be seen: ``field`` for one that is believed."""


class RawCell(NamedTuple):
    """A cell that holds something."""

    value: Value
    style: Style
    formula: Formula = ""


class Area(NamedTuple):
    """A range of cells, its last row and column included."""

    top: int
    left: int
    bottom: int
    right: int


class Thing(NamedTuple):
    """Something that lies over cells. ``what`` is a key of ``catalogue.TERMS``; a ``line`` only crosses them."""

    area: Area
    what: str
    line: bool = False


@frozen
class Change:
    """What a conditional format may change of its cells. ``odd``: their text or what is shown of it."""

    colour: str | None = None
    grounds: tuple[str, ...] = ()
    odd: bool = False


@frozen
class Condition:
    """Ranges, and what may be changed there."""

    areas: tuple[Area, ...]
    changes: Sequence[Change]


@define
class RawSheet:
    """A sheet. Widths are in digits of the usual font, heights in points."""

    name: str
    cells: dict[tuple[int, int], RawCell] = field(factory=dict)
    doubled: set[tuple[int, int]] = field(factory=set)
    """Cells that stand twice in the file."""
    merged: list[Area] = field(factory=list)
    heights: dict[int, float] = field(factory=dict)
    """Of the rows that have one of their own."""
    rows: set[int] = field(factory=set)
    hidden_rows: set[int] = field(factory=set)
    others_hidden: bool = False
    """Every row is hidden that is not among ``rows``."""
    widths: dict[int, float] = field(factory=dict)
    hidden_columns: set[int] = field(factory=set)
    usual_width: float = 8.4
    usual_font: Font = PLAIN_FONT
    things: list[Thing] = field(factory=list)
    conditions: list[Condition] = field(factory=list)
    zeros: bool | None = True
    """Whether zeros are shown; None where one view of the sheet shows them and another does not."""
    codes: bool = False
    """Formulas are shown, and not their values."""
    from_1904: bool = False

    def set_columns(self, columns: range, width: float | None, *, hidden: bool) -> None:
        """Give some columns a width, or hide them."""
        for column in columns:
            if width is not None:
                self.widths[column] = width
            (self.hidden_columns.add if hidden else self.hidden_columns.discard)(column)

    def is_hidden(self, row: int) -> bool:
        """Whether a row is not shown."""
        return row in self.hidden_rows or (self.others_hidden and row not in self.rows)
