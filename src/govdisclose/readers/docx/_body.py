"""The main part of a Word document: what is printed, in reading order.

Everything is a list of items, text of a paragraph or table, so that layout can be dissolved from the inside:
a table that holds a table becomes the items of its cells, and so does a table of one cell.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from govdisclose.errors import DamagedDocumentError, UnreadableDocumentError
from govdisclose.grid import UNREAD
from govdisclose.limits import Limits
from govdisclose.readers.docx._grid import Merge, RawCell, RawTable
from govdisclose.readers.docx._numbering import Numbering, read_numbering
from govdisclose.readers.docx._package import Package, find_related, read_part
from govdisclose.readers.docx._picture import shows_picture
from govdisclose.readers.docx._plain import is_special, plain_rows
from govdisclose.readers.docx._text import ALTERNATE, CLEAR, Walk, branch, read_paragraph
from govdisclose.readers.docx._xml import W, flag, number, parse_xml
from govdisclose.text import is_blank

Item = str | RawTable

_P, _TBL, _GRID, _TR, _TRPR, _TC = W + "p", W + "tbl", W + "tblGrid", W + "tr", W + "trPr", W + "tc"
_SPAN, _VMERGE, _HMERGE, _VAL = W + "gridSpan", W + "vMerge", W + "hMerge", W + "val"
_UNMERGED = (1, Merge.NONE, False)

_PLAIN = True
"""Whether plain tables are read in the short way, which reads the same."""


def read_body(package: Package, main: str, limits: Limits) -> list[Item]:
    """The items of the document. Raises ``DamagedDocumentError`` if the part is no Word document."""
    data = read_part(package, main)
    root = parse_xml(data, limits, main)
    if root.tag != W + "document":
        raise DamagedDocumentError(f"{main} is no Word document: its root is {str(root.tag)[:100]}")
    body = root.find(W + "body")
    if body is None:
        raise DamagedDocumentError(f"{main} has no w:body")
    # One search for the few merged cells is cheaper than a look into the properties of all.
    spans: dict[etree._Element, tuple[int, Merge, bool]] = {}
    for item in body.iter(_SPAN, _VMERGE, _HMERGE):
        properties = item.getparent()
        cell = properties.getparent() if properties is not None else None
        if cell is not None and cell.tag == _TC:  # not the former properties that a tracked change keeps
            spans[cell] = _merged(item, *spans.get(cell, _UNMERGED))
    hidden, deleted = (next(body.iter(W + name), None) is not None for name in ("vanish", "del"))
    walk = Walk(limits, _numbering(package, main, root), hidden, deleted, is_special(body), spans)
    return _items(body, walk, 2)


def _numbering(package: Package, main: str, root: etree._Element) -> Numbering | None:
    """The document's lists; None if no paragraph is in one, or if the part that declares them is broken."""
    listed, styled = (next(root.iter(W + name), None) is not None for name in ("numPr", "pStyle"))
    if not (listed or styled):
        return None
    try:
        name = find_related(package, main, "numbering")
        if name is None:
            return None
        styles = find_related(package, main, "styles") if styled else None
        sheet = read_part(package, styles) if styles else b""
        if not listed and b"numPr" not in sheet:
            return None
        return read_numbering(
            parse_xml(read_part(package, name), package.limits, name),
            parse_xml(sheet, package.limits, styles or "") if b"numPr" in sheet else None,
        )
    except UnreadableDocumentError:
        return None


def _items(parent: etree._Element, walk: Walk, depth: int) -> list[Item]:
    """The paragraphs and tables inside a body, a cell or a text box."""
    found: list[Item] = []
    _collect(parent, walk, found, depth)
    _flush(walk, found)
    return found


def _collect(parent: etree._Element, walk: Walk, found: list[Item], depth: int) -> None:
    if depth > walk.limits.depth:
        walk.limits.check("depth", depth)
    for child in parent:
        tag = child.tag
        if tag == _P:
            boxes: list[etree._Element] = []
            text = read_paragraph(child, walk, boxes, depth + 1)
            if text is not None:
                found.append(text)
            for box in boxes:
                found += _items(box, walk, depth + 2)
        elif tag == _TBL:
            _flush(walk, found)
            found += _table(child, walk, depth + 1)
        elif tag in CLEAR:
            _collect(child, walk, found, depth + 1)
        elif tag == ALTERNATE:
            for chosen in branch(child):
                _collect(chosen, walk, found, depth + 2)


def _flush(walk: Walk, found: list[Item]) -> None:
    """A paragraph that was to go on in the next one, where no next one comes."""
    if walk.carried:
        found.append(walk.carried)
        walk.carried = ""


def _table(table: etree._Element, walk: Walk, depth: int) -> list[Item]:
    """The table, or the items of its cells where it is layout."""
    plain = plain_rows(table, walk, depth) if _PLAIN else None
    if plain is not None:
        walk.limits.check("rows", len(plain))
        return [RawTable(plain, _declared_widths(table))] if plain else []
    rows: list[list[RawCell]] = []
    contents: list[list[list[Item]]] = []
    for row in _children(table, _TR, walk, depth):
        cells, content = _row(row, walk, depth + 1)
        if cells:
            rows.append(cells)
            contents.append(content)
    if not rows:
        return []
    walk.limits.check("rows", len(rows))
    shown = [
        items
        for cells, content in zip(rows, contents, strict=True)
        for cell, items in zip(cells, content, strict=True)
        if cell.merge is not Merge.CONTINUE
    ]
    if len(shown) == 1 or any(item.__class__ is RawTable for items in shown for item in items):
        return [item for items in shown for item in items]
    return [RawTable(rows, _declared_widths(table))]


def _declared_widths(table: etree._Element) -> list[int] | None:
    declared = table.find(_GRID)
    if declared is None:
        return None
    widths: list[int] = []
    for column in declared:
        width = column.get(W + "w", "")
        if column.tag == W + "gridCol":
            if not (width.isascii() and width.isdigit() and len(width) < 7):
                return None
            widths.append(int(width))
    return widths


def _children(parent: etree._Element, wanted: str, walk: Walk, depth: int) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those inside content controls."""
    if depth > walk.limits.depth:
        walk.limits.check("depth", depth)
    for child in parent:
        tag = child.tag
        if tag == wanted:
            yield child
        elif tag in CLEAR:
            yield from _children(child, wanted, walk, depth + 1)
        elif tag == ALTERNATE:
            for chosen in branch(child):
                yield from _children(chosen, wanted, walk, depth + 2)


def _row(row: etree._Element, walk: Walk, depth: int) -> tuple[list[RawCell], list[list[Item]]]:
    """The cells of a row, and the items of each; none if it was deleted or is hidden."""
    column = 0
    properties = row.find(_TRPR)
    if properties is not None:
        if properties.find(W + "del") is not None or flag(properties.find(W + "hidden")):
            return [], []
        column = max(number(properties.find(W + "gridBefore"), 0), 0)
    cells: list[RawCell] = []
    content: list[list[Item]] = []
    most = walk.limits.columns
    for cell in _children(row, _TC, walk, depth):
        span, merge, continues = walk.spans.get(cell, _UNMERGED)
        end = column + span
        if end > most:
            walk.limits.check("columns", end)
        items = _items(cell, walk, depth + 1)
        if continues and cells:
            cells[-1] = cells[-1]._replace(end=end)
            column = end
            continue
        if len(items) == 1 and items[0].__class__ is str:
            text = items[0]
        else:
            if len(items) > 1 and items[-1] == "" and _ends_after_table(cell):
                del items[-1]
            text = "\n".join(item for item in items if isinstance(item, str))
        if "\t" in text:
            text = text.replace("\t", " ")
        if walk.special and is_blank(text) and shows_picture(cell):
            text = UNREAD
        cells.append(RawCell(column, end, merge, text))
        content.append(items)
        column = end
    return cells, content


def _ends_after_table(cell: etree._Element) -> bool:
    """Whether the last paragraph is the one that Word asks for behind a table inside a cell."""
    before = cell[-1].getprevious()
    return before is not None and before.tag == _TBL


def _merged(item: etree._Element, span: int, merge: Merge, continues: bool) -> tuple[int, Merge, bool]:
    """What is said of a merged cell, with what one more of its properties says."""
    tag = item.tag
    if tag == _SPAN:
        return max(number(item, 1), 1), merge, continues
    restarts = item.get(_VAL) == "restart"
    if tag == _VMERGE:
        return span, Merge.RESTART if restarts else Merge.CONTINUE, continues
    return span, merge, not restarts
