"""What lies over the cells of an ``.xlsx``: pictures, shapes, charts, controls, and notes that are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from govdisclose.errors import DamagedDocumentError, LimitError
from govdisclose.limits import Limits
from govdisclose.readers.spreadsheet._model import Area, RawSheet, Thing
from govdisclose.readers.spreadsheet._parts import local, named, truth, whole

__all__ = ["read_drawing", "read_shapes"]

_ANCHORS = frozenset(("twoCellAnchor", "oneCellAnchor", "absoluteAnchor"))
_KINDS = {
    "pic": "picture",
    "graphicFrame": "chart",
    "sp": "drawing",
    "cxnSp": "drawing",
    "grpSp": "drawing",
    "contentPart": "drawing",
}
_LINES = frozenset(("line", "straightConnector1", "bentConnector3", "curvedConnector3"))
_POINT = 12_700  # EMU
_LEAST = 1.5
"""Points: what reaches less far into a cell touches its border."""
_WIDE, _TALL = 5.6, 15.0  # points of a digit of the usual font, and of a row
_LAST = 1_048_575
_MOST_STEPS = 70_000
_SHOWN_NOTE = "Visible"


def read_drawing(root: etree._Element, sheet: RawSheet, count: Callable[[int], None]) -> Iterator[Thing]:
    """What a drawing puts over cells. Raises ``DamagedDocumentError`` for a thing whose place is not told."""
    for anchor in root.iter():
        if local(anchor) not in _ANCHORS:
            continue
        inner = [part for part in anchor.iter() if local(part) in _KINDS]
        if not inner or all(_is_hidden(part) for part in inner):
            continue
        kinds = {_KINDS[local(part)] for part in inner if not _is_hidden(part)}
        over = _area(anchor, sheet, count)
        if over is not None:
            line = all(_is_line(part) for part in inner)
            yield Thing(over, min(kinds, key=list(_KINDS.values()).index), line)


def _is_hidden(part: etree._Element) -> bool:
    own = next((item for item in part.iter() if local(item) == "cNvPr"), None)
    return truth(own, "hidden", otherwise=False)


def _is_line(part: etree._Element) -> bool:
    if local(part) == "cxnSp":
        return True
    shape = next((item for item in part.iter() if local(item) == "prstGeom"), None)
    return shape is not None and shape.get("prst") in _LINES


def _area(anchor: etree._Element, sheet: RawSheet, count: Callable[[int], None]) -> Area | None:
    """The cells that a thing covers; None if it covers none."""
    start = next(named(anchor, "from"), None)
    end = next(named(anchor, "to"), None)
    size = next(named(anchor, "ext"), None)
    if start is not None and end is not None:
        left, top = _edge(start, "col", sheet), _edge(start, "row", sheet)
        right, bottom = _edge(end, "col", sheet), _edge(end, "row", sheet)
    elif size is not None:
        point = next(named(anchor, "pos"), None)
        if start is not None:
            left, top = _edge(start, "col", sheet), _edge(start, "row", sheet)
        elif point is not None:
            left = 0, _emu(point.get("x"))
            top = 0, _emu(point.get("y"))
        else:
            raise DamagedDocumentError("a drawing does not say where it stands")
        right = left[0], left[1] + _emu(size.get("cx"))
        bottom = top[0], top[1] + _emu(size.get("cy"))
    else:
        raise DamagedDocumentError("a drawing does not say where it stands")
    across = _covered(left, right, _width(sheet), count)
    down = _covered(top, bottom, _height(sheet), count)
    return Area(down[0], across[0], down[1], across[1]) if across and down else None


def _edge(corner: etree._Element, name: str, sheet: RawSheet) -> tuple[int, float]:
    texts = {local(item): item.text for item in corner}
    number = whole(texts.get(name), -1)
    if number < 0:
        raise DamagedDocumentError("a drawing does not say where it stands")
    return min(number, _LAST), _emu(texts.get(f"{name}Off"))


def _emu(text: str | None) -> float:
    kept = (text or "").strip()
    sign = -1 if kept.startswith("-") else 1
    return sign * whole(kept.lstrip("-"), 0) / _POINT


def _width(sheet: RawSheet) -> Callable[[int], float]:
    def width(column: int) -> float:
        return 0.0 if column in sheet.hidden_columns else sheet.widths.get(column, sheet.usual_width) * _WIDE

    return width


def _height(sheet: RawSheet) -> Callable[[int], float]:
    def height(row: int) -> float:
        return 0.0 if sheet.is_hidden(row) else sheet.heights.get(row, _TALL)

    return height


def _covered(
    start: tuple[int, float],
    end: tuple[int, float],
    length: Callable[[int], float],
    count: Callable[[int], None],
) -> tuple[int, int] | None:
    """The first and the last row or column between two edges, each a number and points from where that begins."""
    first, before = start
    steps = 0
    while before >= length(first) - _LEAST and before > 0 and first < end[0] and steps < _MOST_STEPS:
        before = max(before - length(first), 0.0)
        first += 1
        steps += 1
    last, rest = end
    while rest > length(last) + _LEAST and last < _LAST and steps < _MOST_STEPS:
        rest -= length(last)
        last += 1
        steps += 1
    count(steps)
    if rest < _LEAST and last > first:
        last -= 1
    return (first, last) if last >= first else None


def read_shapes(data: bytes, limits: Limits) -> Iterator[Thing]:
    """The shapes of an older kind: form controls, and notes, of which only those count that are always shown."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise DamagedDocumentError("the shapes of a sheet declare a DOCTYPE, which no workbook does")
    limits.check("elements", data.count(b"<") - data.count(b"</"), "the shapes of a sheet")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedDocumentError(f"the shapes of a sheet are not XML ({error})") from error
    if root is None:
        raise LimitError("depth", limits.depth, "shapes that cannot be read")
    for item in root.iter():
        if not isinstance(item.tag, str) or local(item) != "ClientData":
            continue
        parts = {local(part): part.text or "" for part in item if isinstance(part.tag, str)}
        kind = item.get("ObjectType", "")
        if kind == "Note" and _SHOWN_NOTE not in parts:
            continue
        numbers = [whole(part, -1) for part in parts.get("Anchor", "").split(",")]
        if len(numbers) != 8 or min(numbers) < 0:
            continue
        left, left_off, top, top_off, right, right_off, bottom, bottom_off = numbers
        del left_off, top_off
        what = "annotation" if kind == "Note" else "object" if kind == "Pict" else "control"
        yield Thing(
            Area(
                top,
                left,
                max(bottom - (bottom_off < 2), top),
                max(right - (right_off < 2), left),
            ),
            what,
        )
