"""The tables of an OpenDocument text as those of a Word document.

Each cell has its column by counting: cells that a wider or a higher one covers stand in the file as covered ones. How
often a cell or a row is repeated is what the file declares: it is counted against the limits before room is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen, mutable
from lxml import etree

from govdisclose.readers.odt._grid import Placed, Rows
from govdisclose.readers.odt._lengths import count, points
from govdisclose.readers.odt._looks import UNSURE
from govdisclose.readers.odt._names import OFFICE, SILENT, STYLE, TABLE
from govdisclose.readers.odt._properties import Properties
from govdisclose.readers.odt._things import FIELD_THING, PICTURE, UNKNOWN_THING
from govdisclose.readers.odt._walk import Walk

__all__ = ["write_table"]

_ROW, _CELL, _COVERED, _COLUMN = (
    TABLE + name for name in ("table-row", "table-cell", "covered-table-cell", "table-column")
)
_ROW_GROUPS = frozenset(TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group"))
_COLUMN_GROUPS = frozenset(
    TABLE + name for name in ("table-header-columns", "table-columns", "table-column-group")
)
_STYLE, _DEFAULT, _VISIBILITY = TABLE + "style-name", TABLE + "default-cell-style-name", TABLE + "visibility"
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_LONGEST = 100
_WIDEST = 31_680
"""Twips: the widest column that a Word document has."""


@frozen
class Column:
    """A column as declared: the style of its cells that name none, its width in twips, and whether it is shown."""

    cells: str
    width: int | None
    shown: bool


@mutable
class Table:
    """What is known of a table while its rows are read."""

    columns: list[Column]
    ground: str
    rows: Rows


def write_table(element: etree._Element, walk: Walk, depth: int) -> str:
    """The ``w:tbl`` of a ``table:table``; empty if it has no cells."""
    if element.get(TABLE + "is-sub-table") == "true" and walk.in_cell:
        return _divided(element, walk, depth)
    columns = _columns(element, walk)
    style = walk.sheet.style("table", element.get(_STYLE))
    ground = _ground(style.box, walk.sheet.paper)
    table = Table(columns, ground, Rows(walk.limits, len(columns)))
    for row in _rows(element, walk, depth + 1):
        _row(row, table, walk, depth + 2)
    widths = [column.width for column in columns]
    markup = table.rows.markup(widths, _shading(ground) if ground != "?" else "")
    walk.count(len(markup))
    return markup


def _divided(element: etree._Element, walk: Walk, depth: int) -> str:
    """The words of a cell that was divided into cells of its own, which no cell of a grid can be."""
    kept = walk.extra
    walk.extra += UNSURE
    parts = [
        walk.blocks(cell, walk, depth + 2)
        for row in _rows(element, walk, depth + 1)
        for cell in row.iterchildren(_CELL)
    ]
    walk.extra = kept
    return "".join(parts)


def _columns(element: etree._Element, walk: Walk) -> list[Column]:
    found: list[Column] = []
    for column in _within(element, _COLUMN, _COLUMN_GROUPS, walk, 0):
        times = count(column.get(TABLE + "number-columns-repeated"))
        style = walk.sheet.single.get(("table-column", column.get(_STYLE, "")))
        properties = style.find(STYLE + "table-column-properties") if style is not None else None
        width = points(properties.get(STYLE + "column-width")) if properties is not None else None
        twips = round(width * 20) if width is not None and 0 <= width * 20 <= _WIDEST else None
        shown = column.get(_VISIBILITY, "visible") == "visible"
        # Columns beyond those that a table may have are only of account if cells stand in them.
        times = min(times, walk.limits.columns + 1 - len(found))
        found += [Column(column.get(_DEFAULT, ""), twips, shown)] * times
    return found


def _rows(element: etree._Element, walk: Walk, depth: int) -> Iterator[etree._Element]:
    return _within(element, _ROW, _ROW_GROUPS, walk, depth)


def _within(
    parent: etree._Element, wanted: str, groups: frozenset[str], walk: Walk, depth: int
) -> Iterator[etree._Element]:
    walk.check_depth(depth)
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag in groups:
            yield from _within(child, wanted, groups, walk, depth + 1)


def _row(row: etree._Element, table: Table, walk: Walk, depth: int) -> None:
    walk.check_depth(depth)
    box = walk.sheet.style("table-row", row.get(_STYLE)).box
    ground = _ground(box, table.ground)
    default = row.get(_DEFAULT, "")
    shown = row.get(_VISIBILITY, "visible") == "visible"
    placed: list[Placed] = []
    column = 0
    for child in row:
        times = count(child.get(TABLE + "number-columns-repeated"))
        if child.tag == _COVERED:
            placed.append(Placed(times, 0, 0, "", ""))
        elif child.tag == _CELL:
            about = table.columns[column] if column < len(table.columns) else None
            name = child.get(_STYLE) or default or (about.cells if about is not None else "")
            sure = shown and (about is None or about.shown)
            placed.append(_cell(child, name, ground, walk, depth + 1, times=times, sure=sure))
        elif child.tag in SILENT:
            continue
        else:  # what is not known, in the place of a cell
            placed.append(Placed(1, 1, 1, "", f"<w:p><w:r>{UNKNOWN_THING}</w:r></w:p>"))
        column += times
    low = '<w:trHeight w:val="20" w:hRule="exact"/>' if box.get("low") == "1" else ""
    table.rows.add(placed, count(row.get(TABLE + "number-rows-repeated")), low)


def _cell(
    cell: etree._Element, name: str, ground: str, walk: Walk, depth: int, *, times: int, sure: bool
) -> Placed:
    style = walk.sheet.style("table-cell", name)
    box = style.box
    painted = _ground(box, ground)
    kept = walk.in_cell, walk.extra
    walk.in_cell = True
    if not sure:
        walk.extra += UNSURE
    content = walk.blocks(cell, walk, depth)
    walk.in_cell, walk.extra = kept
    if painted == "?":
        content += f"<w:p><w:r>{PICTURE}</w:r></w:p>"
    if _is_counted(cell, formatted=style.reckons):
        content += f"<w:p><w:r>{FIELD_THING}</w:r></w:p>"
    crossed = "".join(
        f'<w:{tag} w:val="single"/>'
        for name, tag in (("diagonal-tl-br", "tl2br"), ("diagonal-bl-tr", "tr2bl"))
        if box.get(name) == "1"
    )
    properties = _shading(painted) if painted != "?" else ""
    if crossed:
        properties += f"<w:tcBorders>{crossed}</w:tcBorders>"
    across, down = (count(cell.get(f"{TABLE}number-{name}-spanned")) for name in ("columns", "rows"))
    return Placed(times, across, down, properties, content)


def _ground(box: Properties, below: str) -> str:
    """What is painted behind: six digits, empty for nothing, ``?`` for a picture."""
    return str(box.get("fill") or below)


def _shading(ground: str) -> str:
    return f'<w:shd w:val="clear" w:fill="{ground}"/>' if ground else ""


def _is_counted(cell: etree._Element, *, formatted: bool) -> bool:
    """Whether a cell is shown by its value and its format, and not as its text says."""
    value = cell.get(OFFICE + "value")
    if value is None or not formatted:
        return False
    words = "".join("".join(map(str, child.itertext())) for child in cell).replace(",", "").strip()
    numbers = _NUMBER.findall(words[:_LONGEST])
    if len(numbers) != 1:
        return True
    decimals = min(len(numbers[0].partition(".")[2]), 20)
    try:
        amount = float(value) * (100 if "%" in words else 1)
        return not abs(float(numbers[0]) - amount) <= 0.5 * 0.1**decimals + 1e-9
    except ValueError:
        return True
