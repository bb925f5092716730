"""The tables of a Word document: rows, cells, and what each cell shows.

Everything is a list of items, text of a paragraph or table, so that layout can be dissolved from the inside:
a table that holds a table becomes the items of its cells, and so does a table of one cell.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from govdisclose.readers.docx._conditional import TableLook, table_look
from govdisclose.readers.docx._fields import is_gone
from govdisclose.readers.docx._grid import Merge, Notes, RawCell, RawTable
from govdisclose.readers.docx._looks import DELETED, Around
from govdisclose.readers.docx._names import ALTERNATE, CLEAR, SILENT, THINGS, choose
from govdisclose.readers.docx._plain import plain_rows
from govdisclose.readers.docx._text import Unknown, finish, is_unknown, plain_text, read_paragraph
from govdisclose.readers.docx._things import Box
from govdisclose.readers.docx._tracked import is_merged_away, settle_tracked
from govdisclose.readers.docx._walk import Item, Walk
from govdisclose.readers.docx._watch import is_crossed, sizes_differ
from govdisclose.readers.docx._xml import W, flag, number
from govdisclose.shown import Piece, Sight, compose, compose_line
from govdisclose.text import is_blank

__all__ = ["UNMERGED", "items_of", "line_of"]

_P, _TBL, _GRID, _TR, _TRPR, _TC = W + "p", W + "tbl", W + "tblGrid", W + "tr", W + "trPr", W + "tc"
_TCPR, _COLUMN, _WIDTH = W + "tcPr", W + "gridCol", W + "w"
_PROMPT, _SDT = W + "showingPlcHdr", W + "sdt"
UNMERGED = (1, Merge.NONE, False)

_PLAIN = True
"""Whether plain tables are read in the short way, which reads the same."""


def items_of(parent: etree._Element, walk: Walk, depth: int) -> list[Item]:
    """The paragraphs and tables inside a body, a cell or a text box."""
    found: list[Item] = []
    _collect(parent, walk, found, depth)
    _flush(walk, found)
    return found


def line_of(pieces: list[Piece]) -> str:
    """The text of a paragraph outside tables. A formula that was not read is marked wherever it stands."""
    lost = "\N{REPLACEMENT CHARACTER}"
    return compose_line([Piece(lost) if piece.what == "formula" else piece for piece in pieces])


def _collect(parent: etree._Element, walk: Walk, found: list[Item], depth: int) -> None:
    if depth > walk.limits.depth:
        walk.limits.check("depth", depth)
    for child in parent:
        tag = child.tag
        if tag == _P:
            boxes: list[Box] = []
            text = read_paragraph(child, walk, boxes, depth + 1)
            if text is not None:
                found.append(text)
            for box in boxes:
                found += _box(box, walk, depth + 2)
        elif tag == _TBL:
            _flush(walk, found)
            found += _table(child, walk, depth + 1)
        elif tag in CLEAR:
            _collect(child, walk, found, depth + 1)
        elif tag == ALTERNATE:
            chosen = choose(child)
            if chosen is not None:
                _collect(chosen, walk, found, depth + 2)
        elif tag not in SILENT:
            _other(child, walk, found, depth + 1)


def _other(element: etree._Element, walk: Walk, found: list[Item], depth: int) -> None:
    kind = Unknown.THING if element.tag in THINGS else is_unknown(element, walk)
    if kind == Unknown.CONTAINER:
        _collect(element, walk, found, depth)
    elif kind == Unknown.THING and walk.in_cell:
        found.append([Piece("", Sight.NOT_READ, THINGS.get(str(element.tag), "unknown"))])


def _box(box: Box, walk: Walk, depth: int) -> list[Item]:
    """The items of a text box, whose ground is not known."""
    kept = walk.around, walk.fields.codes if walk.fields is not None else 0
    walk.around = Around(None)
    if walk.fields is not None:
        walk.fields.codes = 0
    items = items_of(box.content, walk, depth)
    walk.around = kept[0]
    if walk.fields is not None:
        walk.fields.codes = kept[1]
    if walk.in_cell and box.floats and any(map(str.isdigit, _text(items))):
        items.append([Piece("", Sight.NOT_READ, "drawing")])
    return items


def _flush(walk: Walk, found: list[Item]) -> None:
    """A paragraph that was to go on in the next one, where no next one comes."""
    if walk.carried:
        found.append(finish(walk.carried, walk))
        walk.carried = []


def _table(table: etree._Element, walk: Walk, depth: int) -> list[Item]:
    """The table, or the items of its cells where it is layout."""
    if walk.fields is not None and walk.fields.in_code:
        return []
    sized = walk.sized
    walk.sized = sizes_differ(table, walk.sheets)
    plain = plain_rows(table, walk, depth) if _PLAIN else None
    if plain is not None:
        walk.sized = sized
        walk.limits.check("rows", len(plain))
        return [RawTable(plain, _declared_widths(table))] if plain else []
    walk.sized = walk.sized or sized
    look = table_look(table, walk.sheets.sheet, walk.around) if walk.looks else TableLook(ground=None)
    rows: list[list[RawCell]] = []
    contents: list[list[list[Item]]] = []
    tracked: list[int | None] = []
    listed = list(_children(table, _TR, walk, depth, []))
    for index, row in enumerate(listed):
        cells, content, changed = _row(row, walk, depth + 1, look, index, len(listed))
        if cells:
            rows.append(cells)
            contents.append(content)
            tracked.append(changed)
    walk.sized = sized
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
    return [RawTable(settle_tracked(rows, tracked), _declared_widths(table))]


def _declared_widths(table: etree._Element) -> list[int] | None:
    declared = table.find(_GRID)
    if declared is None:
        return None
    widths: list[int] = []
    for column in declared:
        width = column.get(_WIDTH, "")
        if column.tag == _COLUMN:
            if not (width.isascii() and width.isdigit() and len(width) < 7):
                return None
            widths.append(int(width))
    return widths


def _children(
    parent: etree._Element, wanted: str, walk: Walk, depth: int, lost: list[etree._Element]
) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those inside content controls.

    Of what is not known and holds some, the first is added to ``lost`` and given too.
    """
    if depth > walk.limits.depth:
        walk.limits.check("depth", depth)
    for child in parent:
        tag = child.tag
        if tag == wanted:
            yield child
        elif tag in CLEAR:
            yield from _children(child, wanted, walk, depth + 1, lost)
        elif tag == ALTERNATE:
            chosen = choose(child)
            if chosen is not None:
                yield from _children(chosen, wanted, walk, depth + 2, lost)
        elif tag not in SILENT and is_unknown(child, walk) == Unknown.CONTAINER:
            yield from _children(child, wanted, walk, depth + 1, lost)
        elif wanted == _TC and is_unknown(child, walk) == Unknown.THING:
            held = next(child.iter(_TC), None)
            if held is not None:
                lost.append(held)
                yield held


def _row(
    row: etree._Element, walk: Walk, depth: int, look: TableLook, index: int, rows: int
) -> tuple[list[RawCell], list[list[Item]], int | None]:
    """The cells of a row, the items of each, and the first column that a tracked change may have moved.

    There are no cells if the row was deleted or is hidden.
    """
    column = 0
    properties = row.find(_TRPR)
    if properties is not None:
        if is_gone(row):
            return [], [], None
        column = max(number(properties.find(W + "gridBefore"), 0), 0)
    cells: list[RawCell] = []
    content: list[list[Item]] = []
    items: list[Item]
    notes: Notes
    changed: int | None = None
    most = walk.limits.columns
    lost: list[etree._Element] = []
    listed = list(_children(row, _TC, walk, depth, lost))
    only = rows == 1 and len(listed) == 1
    simple = walk.is_simple and walk.fields is None and depth + 2 <= walk.limits.depth
    for place, cell in enumerate(listed):
        span, merge, continues = walk.spans.get(cell, UNMERGED)
        change = walk.tracked.get(cell) or ("unknown" if cell in lost else "")
        if change and not is_merged_away(cell, change):
            changed = column if changed is None else changed
        if change in ("cellDel", "unknown"):
            continue
        end = column + span
        if end > most:
            walk.limits.check("columns", end)
        line = _one_line(cell, walk) if simple else None
        if line is not None:
            items, text, notes = [line], line.replace("\t", " ") if "\t" in line else line, ()
        else:
            items, text, notes = _cell(
                cell,
                walk,
                depth,
                look.cell(cell, row, (index, place), (rows, len(listed))) if walk.looks else None,
                only=only,
            )
        if continues and cells:
            cells[-1] = cells[-1]._replace(end=end)
            column = end
            continue
        cells.append(RawCell(column, end, merge, text, notes))
        content.append(items)
        column = end
    return cells, content, changed


def _cell(
    cell: etree._Element, walk: Walk, depth: int, around: Around | None, *, only: bool
) -> tuple[list[Item], str, Notes]:
    """The items of a cell, and the text and notes that they come to."""
    kept = walk.around, walk.in_cell, walk.crossed
    # What holds tables, and a table of one cell, is layout: its text is read as outside of tables.
    walk.in_cell, walk.crossed = not only and cell.find(_TBL) is None, False
    walk.around = around or walk.around
    items = items_of(cell, walk, depth + 1)
    crossed = walk.crossed
    walk.around, walk.in_cell, walk.crossed = kept
    if len(items) > 1 and items[-1] == "" and _ends_after_table(cell):
        del items[-1]
    added: list[Item] = []
    if crossed or (walk.odd and is_crossed(cell)) or walk.prompts:
        text = _text(items)
        if any(map(str.isdigit, text)):
            if (crossed or is_crossed(cell)) and not any(map(str.isalpha, text)):
                added.append([Piece("", Sight.NOT_READ, "drawing")])
            if walk.prompts and _is_prompt(cell):
                added.append([Piece("", Sight.NOT_READ, "control")])
    if not added and all(item.__class__ is not list for item in items):
        lines = [item for item in items if isinstance(item, str)]
        text = lines[0] if len(lines) == 1 else "\n".join(lines)
        return items, text.replace("\t", " "), ()
    pieces: list[Piece] = []
    for item in items:
        if pieces:
            pieces.append(Piece("\n"))
        if isinstance(item, str):
            pieces.append(Piece(item))
        elif isinstance(item, list):
            pieces += item
    for item in added:
        pieces += item if isinstance(item, list) else ()
    if walk.deleted and any(_is_left(piece) for piece in pieces):
        pieces = [piece for piece in pieces if piece.what != DELETED]
    composed = compose(pieces)
    return [*items, *added], composed.text.replace("\t", " "), composed.notes


def _one_line(cell: etree._Element, walk: Walk) -> str | None:
    """The text of a cell of one plain paragraph, as nearly all are; None of another one."""
    count = len(cell)
    if count == 2 and cell[0].tag == _TCPR and cell[1].tag == _P:
        return plain_text(cell[1], walk)
    return plain_text(cell[0], walk) if count == 1 and cell[0].tag == _P else None


def _is_left(piece: Piece) -> bool:
    """Whether something is seen, or was seen, that was not deleted with tracked changes."""
    return piece.what != DELETED and (piece.sight is Sight.NOT_READ or not is_blank(piece.text))


def _text(items: list[Item]) -> str:
    """All text of some items that is seen."""
    return "\n".join(
        item if isinstance(item, str) else "".join(piece.text for piece in item if piece.sight is Sight.PLAIN)
        for item in items
        if not isinstance(item, RawTable)
    )


def _is_prompt(cell: etree._Element) -> bool:
    """Whether a content control in a cell, or around it, shows what to fill in."""
    if any(flag(prompt) for prompt in cell.iter(_PROMPT)):
        return True
    at = cell.getparent()
    while at is not None and at.tag not in (_TR, _TBL):
        if at.tag == _SDT and flag(at.find(f"{W}sdtPr/{_PROMPT}")):
            return True
        at = at.getparent()
    return False


def _ends_after_table(cell: etree._Element) -> bool:
    """Whether the last paragraph is the one that Word asks for behind a table inside a cell."""
    before = cell[-1].getprevious()
    return before is not None and before.tag == _TBL
