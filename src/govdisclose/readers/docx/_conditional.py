"""What a table style and its conditions say of each cell: the properties of its runs, and its ground."""

from __future__ import annotations

from attrs import frozen
from lxml import etree

from govdisclose.readers.docx._colour import shading
from govdisclose.readers.docx._looks import Around
from govdisclose.readers.docx._properties import is_clipped
from govdisclose.readers.docx._styles import NO_STYLE, Sheet, Style
from govdisclose.readers.docx._xml import W

__all__ = ["TableLook", "table_look"]

_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


@frozen
class TableLook:
    """The style of a table, the conditions that are switched on, and its own ground."""

    style: Style = NO_STYLE
    on: frozenset[str] = frozenset()
    ground: str | None = ""

    def cell(
        self, cell: etree._Element, row: etree._Element, at: tuple[int, int], size: tuple[int, int]
    ) -> Around:
        """What surrounds the text of a cell at a row and a place in it, of so many rows and cells in the row."""
        found: dict[str, str] = dict(self.style.properties)
        for part in self._parts(at, size):
            found |= self.style.parts.get(part, {})
        own = cell.find(f"{W}tcPr/{W}shd")
        of_row = row.find(f"{W}tblPrEx/{W}shd")
        ground = self.ground if of_row is None else shading(of_row)
        if own is not None:
            ground = shading(own)
        elif found.get("cell"):
            ground = found["cell"]
        return Around(ground, found, _is_low(row))

    def _parts(self, at: tuple[int, int], size: tuple[int, int]) -> list[str]:
        """The parts of the table that a cell is in, the one that goes before the others last."""
        if not self.style.parts:
            return []
        (row, column), (rows, columns), on = at, size, self.on
        top, bottom = "firstRow" in on and row == 0, "lastRow" in on and row == rows - 1
        left, right = "firstColumn" in on and column == 0, "lastColumn" in on and column == columns - 1
        parts = ["wholeTable"]
        for band, inside, place in (
            ("Vert", not (left or right), column - ("firstColumn" in on)),
            ("Horz", not (top or bottom), row - ("firstRow" in on)),
        ):
            if inside and f"no{band[0]}Band" not in on:
                height = self.style.bands[band == "Vert"]
                parts.append(f"band{place // height % 2 + 1}{band}")
        parts += [
            name
            for name, inside in (
                ("firstCol", left),
                ("lastCol", right),
                ("firstRow", top),
                ("lastRow", bottom),
                ("neCell", top and right),
                ("nwCell", top and left),
                ("seCell", bottom and right),
                ("swCell", bottom and left),
            )
            if inside
        ]
        return parts


def _is_low(row: etree._Element) -> bool:
    height = row.find(f"{W}trPr/{W}trHeight")
    return height is not None and is_clipped(height, "val", "hRule")


def table_look(table: etree._Element, sheet: Sheet, around: Around) -> TableLook:
    """The look of a table; ``around`` is that of the cell that holds it."""
    named = table.find(f"{W}tblPr/{W}tblStyle")
    style = sheet.style("table", named.get(W + "val", "") if named is not None else sheet.usual_table)
    shaded = table.find(f"{W}tblPr/{W}shd")
    ground = (shading(shaded) if shaded is not None else "") or around.ground
    return TableLook(style, _conditions(table.find(f"{W}tblPr/{W}tblLook")), ground)


def _conditions(element: etree._Element | None) -> frozenset[str]:
    if element is None:
        return frozenset(("noHBand", "noVBand"))
    text = element.get(W + "val", "")
    bits = int(text, 16) if len(text) == 4 and not text.lower().strip("0123456789abcdef") else 0
    on: set[str] = set()
    for name, bit in _BITS.items():
        said = element.get(W + name)
        if said in ("1", "true", "on") or (said is None and bits & bit):
            on.add(name)
    return frozenset(on)
