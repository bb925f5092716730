"""Cells that were deleted, inserted or merged with tracked changes.

A deleted cell is gone, and the cells right of it move up to its place. Programs show that differently, so the row
is believed only where it comes to the width of the others; else its cells from there on have no value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from lxml import etree

from govdisclose.readers.docx._grid import RawCell
from govdisclose.readers.docx._xml import W
from govdisclose.shown import Piece, Sight, compose

__all__ = ["find_tracked", "is_merged_away", "settle_tracked"]

_CHANGES = tuple(W + name for name in ("cellDel", "cellIns", "cellMerge"))
_TCPR, _TC = W + "tcPr", W + "tc"


def find_tracked(body: etree._Element) -> Mapping[etree._Element, str]:
    """What tracked changes did to cells, by the last word of the change."""
    found: dict[etree._Element, str] = {}
    for change in body.iter(*_CHANGES):
        properties = change.getparent()
        cell = properties.getparent() if properties is not None else None
        if cell is not None and properties is not None and properties.tag == _TCPR and cell.tag == _TC:
            name = change.tag.removeprefix(W)
            if found.get(cell) != "cellDel":
                found[cell] = name
    return found


def is_merged_away(cell: etree._Element, change: str) -> bool:
    """Whether a tracked merge is the merge that the cell has: then it moved nothing."""
    if change != "cellMerge":
        return False
    now = cell.find(f"{_TCPR}/{W}vMerge")
    said = cell.find(f"{_TCPR}/{W}cellMerge")
    goes_on = now is not None and now.get(W + "val", "continue") != "restart"
    return said is not None and goes_on == (said.get(W + "vMerge") == "cont")


def settle_tracked(rows: list[list[RawCell]], tracked: Sequence[int | None]) -> list[list[RawCell]]:
    """The rows, with no value in those cells of which it is not known where they stand."""
    if all(changed is None for changed in tracked):
        return rows
    ends = Counter(cells[-1].end for cells, changed in zip(rows, tracked, strict=True) if changed is None)
    if not ends:  # a whole column was changed: then all rows must have come to one width
        ends = Counter(cells[-1].end for cells in rows)
        ends = ends if len(ends) == 1 else Counter()
    usual = ends.most_common(1)[0][0] if ends else None
    return [
        cells if changed is None or cells[-1].end == usual else _doubted(cells, changed, usual)
        for cells, changed in zip(rows, tracked, strict=True)
    ]


def _doubted(cells: list[RawCell], changed: int, usual: int | None) -> list[RawCell]:
    """A row of another width than the table. What reaches over the edge of the table would make columns of its own."""
    kept = [cell for cell in cells if usual is None or cell.start < usual or cell.end <= changed]
    return [
        cell if cell.end <= changed else _unsure(cell._replace(end=min(cell.end, usual or cell.end)))
        for cell in kept
    ]


def _unsure(cell: RawCell) -> RawCell:
    composed = compose([Piece(cell.text), Piece("", Sight.NOT_READ, "tracked")])
    return cell._replace(text=composed.text, notes=(*cell.notes, *composed.notes))
