"""The rows and cells of each table of a page, and which tables are tables at all and not layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import field, frozen
from lxml import etree

from govdisclose.readers.html._looks import Looks
from govdisclose.readers.html._style import (
    CELLS,
    GROUPS,
    KINDS,
    SKIP,
    THING,
    Line,
    collapse,
    source_line,
    text_of,
)

_MOST_COLUMNS = 1000  # the standard's
_WIDTH = re.compile(r"\s*(\d{1,6}(?:\.\d{1,4})?)\s*(?:px|pt)?\s*", re.IGNORECASE)
_FEW, _MUCH_LARGER = (
    4,
    10,
)  # cells of a table within a cell, and how many times as many the table around it has
_STYLE_WIDTH = re.compile(r"(?:^|;)\s*width\s*:([^;]*)", re.IGNORECASE)

_MISPLACED = etree.XPath(
    "//td[not(parent::tr)] | //th[not(parent::tr)]"
    " | //tr[not(parent::table or parent::tbody or parent::thead or parent::tfoot)]"
    " | //thead[not(parent::table)] | //tbody[not(parent::table)] | //tfoot[not(parent::table)]"
)
_PARENTS: tuple[tuple[tuple[str, ...], frozenset[object]], ...] = (
    (CELLS, frozenset(("tr",))),
    (("tr",), frozenset(("table", *GROUPS))),
    (GROUPS, frozenset(("table",))),
)

_PLAIN_ROWS = True
"""Whether rows of nothing but cells are gathered in the short way, which gathers the same."""


@frozen(eq=False)
class RawTable:
    """The rows of a table in the order in which they are shown.

    ``ends`` says for each row where its row group ends, ``widths`` what ``<col>`` declares (None: nothing comparable),
    ``folded`` which columns ``visibility:collapse`` takes away, ``strays`` what stands in it outside cells: a caption,
    or text that HTML puts before it.
    """

    element: etree._Element
    rows: list[list[etree._Element]] = field(factory=list)
    ends: list[int] = field(factory=list)
    widths: list[float | None] = field(factory=list)
    folded: set[int] = field(factory=set)
    strays: list[etree._Element | Line] = field(factory=list)


def width_of(element: etree._Element) -> float | None:
    """The declared width in pixels or points; None for none, for a percentage and for 0, which means auto."""
    text = element.get("width")
    if text is None:
        match = _STYLE_WIDTH.search(element.get("style") or "")
        text = match[1] if match else ""
    number = _WIDTH.fullmatch(text)
    return (float(number[1]) or None) if number else None


def find_tables(root: etree._Element, looks: Looks) -> dict[etree._Element, RawTable]:
    """The tables that are data. Not among them: tables of one cell, and tables that hold other tables.

    A table of a few cells within a cell of a much larger one is the text of that cell: the larger one is no layout.
    ``root`` is mended.
    """
    found: dict[etree._Element, RawTable] = {}
    holds_tables: set[etree._Element] = set()
    around: dict[etree._Element, int] = {}  # how many cells a table has that holds others
    for table in reversed(list(root.iter("table"))):
        outer, hidden = _surroundings(table, looks)
        if hidden:
            continue
        is_data = table in holds_tables
        if not is_data:
            raw = _gather(table, looks)
            cells = sum(map(len, raw.rows))
            is_data = cells > 1 and (outer is None or _has_text(raw))
            if is_data and outer is not None and cells <= _FEW:
                if outer not in around:
                    around[outer] = sum(map(len, _gather(outer, looks).rows))
                is_data = around[outer] < _MUCH_LARGER * cells
            if is_data:
                found[table] = raw
        if is_data and outer is not None:
            holds_tables.add(outer)
    return found


def _surroundings(table: etree._Element, looks: Looks) -> tuple[etree._Element | None, bool]:
    """The table around this one, and whether this one is hidden in it."""
    if looks.any and looks.is_exact(table) and looks.is_removed(table):
        return None, True
    for element in table.iterancestors():
        if element.tag == "table":
            return element, False
    return None, False


def _has_text(raw: RawTable) -> bool:
    cells = (cell for row in raw.rows for cell in row)
    return any(text_of(cell).strip() for cell in cells)


def mend(root: etree._Element) -> None:
    """Put cells, rows and row groups that stand inside a cell after it, as HTML does.

    libxml2 leaves the second cell of ``<td><div>1<td>2`` inside the first. It is done before the style sheets are asked
    for elements: which child of its row a cell is may decide which rules are for it.
    """
    if _all_in_place(root):
        return
    for element in reversed(_elements(_MISPLACED(root))):
        before = _place_for(element)
        if before is not None:
            before.addnext(element)


def _all_in_place(root: etree._Element) -> bool:
    """What ``_MISPLACED`` asks, in a quarter of the time."""
    for tags, parents in _PARENTS:
        for element in root.iter(*tags):
            parent = element.getparent()
            if parent is None or parent.tag not in parents:
                return False
    return True


def _place_for(element: etree._Element) -> etree._Element | None:
    """After what a misplaced element belongs: a cell, the row around it, or what holds it in the table."""
    cell: etree._Element | None = None
    below = element
    for ancestor in element.iterancestors():
        if ancestor.tag == "table":
            return below if cell is not None and element.tag in GROUPS else cell
        if ancestor.tag in CELLS:
            cell = ancestor
        elif ancestor.tag == "tr" and below is cell and element.tag not in GROUPS:
            return ancestor if element.tag == "tr" else cell
        below = ancestor
    return None


def _elements(found: object) -> list[etree._Element]:
    return [item for item in found if isinstance(item, etree._Element)] if isinstance(found, list) else []


@frozen
class _Frame:
    """A part of the table being gathered. Its cells go to ``group`` and ``row``, None for one to be made."""

    children: Iterator[etree._Element]
    group: list[list[etree._Element]] | None
    row: list[etree._Element] | None


def _gather(table: etree._Element, looks: Looks) -> RawTable:
    raw = RawTable(table)
    heads: list[list[list[etree._Element]]] = []
    bodies: list[list[list[etree._Element]]] = []
    feet: list[list[list[etree._Element]]] = []
    _stray_text(raw, table, table.text)
    stack = [_Frame(iter(table), None, None)]
    while stack:
        frame = stack.pop()
        group, row = frame.group, frame.row
        for child in frame.children:
            before_tail = len(raw.strays)
            if child.tail:
                _stray_text(raw, child, child.tail)
            tag = child.tag
            if (
                looks.any
                and child in looks.heavy
                and tag not in ("col", "colgroup")
                and looks.is_removed(child)
            ):
                continue
            if tag == "td" or tag == "th":
                if row is None:
                    if group is None:
                        group = []
                        bodies.append(group)
                    row = []
                    group.append(row)
                row.append(child)
                continue
            if tag == "col":
                _fold(raw, child, looks)
                _declare(raw, child)
                continue
            inner_group, inner_row = group, row
            if tag == "tr":
                if group is None:
                    group = []
                    bodies.append(group)
                cells = _plain_cells(child, looks) if _PLAIN_ROWS else None
                if cells is not None:
                    row = None
                    group.append(cells)
                    continue
                inner_group, inner_row, row = group, [], None
                group.append(inner_row)
            elif tag in GROUPS:
                inner_group, inner_row, group, row = [], None, None, None
                # Only the first head is shown on top.
                place = feet if tag == "tfoot" else heads if tag == "thead" and not heads else bodies
                place.append(inner_group)
            elif tag == "colgroup":
                if not len(child):
                    _fold(raw, child, looks)
                    _declare(raw, child)
            elif KINDS.get(tag) in (SKIP, THING):
                continue
            elif not _holds_rows(child):
                raw.strays.insert(before_tail, child)
                continue
            _stray_text(raw, child, child.text)
            stack.append(_Frame(frame.children, group, row))
            stack.append(_Frame(iter(child), inner_group, inner_row))
            break
    for group in (*heads, *bodies, *feet):
        end = len(raw.rows) + len(group)
        raw.ends.extend([end] * len(group))
        raw.rows.extend(group)
    return raw


def _plain_cells(row: etree._Element, looks: Looks) -> list[etree._Element] | None:
    """The cells of a row that holds nothing else, as nearly all do; None for another one."""
    if row.text and not row.text.isspace():
        return None
    cells = list(row)
    for cell in cells:
        tag = cell.tag
        if tag != "td" and tag != "th":
            return None
        tail = cell.tail
        if tail and not tail.isspace():
            return None
    return None if looks.any and not looks.heavy.isdisjoint(cells) else cells


def _holds_rows(element: etree._Element) -> bool:
    """Whether a stray element, such as a form around rows, holds cells of this table, not of one within."""
    if element.tag in ("table", "caption"):
        return False
    inner = next(element.iter("td", "th", "tr", "table"), None)
    return inner is not None and inner.tag != "table"


def _fold(raw: RawTable, column: etree._Element, looks: Looks) -> None:
    """Note the columns of a ``<col>`` that is collapsed, or stands in a collapsed group."""
    if not looks.any or not looks.is_exact(column):
        return
    parent = column.getparent()
    for one in (column, parent) if parent is not None and parent.tag == "colgroup" else (column,):
        value = looks.applied(one).values.get("visibility")
        if value is not None:
            if value == "collapse":
                first = len(raw.widths)
                raw.folded.update(range(first, min(first + _repeat(column), _MOST_COLUMNS)))
            return


def _declare(raw: RawTable, column: etree._Element) -> None:
    """The width of columns, of no more of them than a table may have in HTML."""
    if len(raw.widths) < _MOST_COLUMNS:
        raw.widths.extend([width_of(column)] * _repeat(column))


def _repeat(column: etree._Element) -> int:
    span = column.get("span") or "1"
    return min(int(span), _MOST_COLUMNS) if span.isascii() and span.isdigit() and len(span) < 5 else 1


def _stray_text(raw: RawTable, element: etree._Element, text: str | None) -> None:
    if text and not text.isspace():
        raw.strays.append(Line(collapse(text), source_line(element)))
