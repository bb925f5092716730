"""One sheet of an ``.xlsx``: its cells, rows, columns and merged ranges, and what lies over them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen
from lxml import etree

from govdisclose.readers.spreadsheet._conditions import read_conditions
from govdisclose.readers.spreadsheet._drawings import read_drawing, read_shapes
from govdisclose.readers.spreadsheet._model import Condition, Formula, RawCell, RawSheet, Thing, Value
from govdisclose.readers.spreadsheet._parts import Parts, local, named, truth, whole
from govdisclose.readers.spreadsheet._places import area, areas, place
from govdisclose.readers.spreadsheet._strings import Text, text_of, unescaped
from govdisclose.readers.spreadsheet._styles import Styles

__all__ = ["Book", "read_sheet"]

_COLUMNS = 16_384
_COLUMNS_A_STEP = 16
_VOLATILE = re.compile(
    r"\b(?:TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT|CELL|INFO)\(", re.IGNORECASE
)
_PICTURES = re.compile(r"\b(?:DISPIMG|IMAGE)\(", re.IGNORECASE)


@frozen
class Book:
    """What the sheets of a workbook share. ``computed``: the values of formulas are those that will be seen."""

    parts: Parts
    styles: Styles
    strings: Sequence[Text]
    from_1904: bool
    computed: bool


def read_sheet(book: Book, name: str, part: str) -> RawSheet:
    """Read one sheet from its part. Raises ``DamagedDocumentError`` or ``LimitError``."""
    root = book.parts.tree(part)
    sheet = RawSheet(name, usual_font=book.styles.usual, from_1904=book.from_1904)
    for section in root:
        kind = local(section)
        if kind == "sheetData":
            _cells(section, book, sheet)
        elif kind == "sheetViews":
            _views(section, sheet)
        elif kind == "sheetFormatPr":
            _usual(section, sheet)
        elif kind == "cols":
            _columns(section, book.parts, sheet)
        elif kind == "mergeCells":
            for item in section:
                if (merged := area(item.get("ref", ""))) is not None:
                    sheet.merged.append(merged)
        elif kind == "tableParts":
            _tables(section, book, part, sheet)
        elif kind == "extLst":
            _sparklines(section, book.parts, sheet)
    sheet.conditions += read_conditions(root, book.styles, book.parts)
    # The widths of columns and the heights of rows, which say what is covered, are known by now.
    for section in root:
        kind = local(section)
        if kind == "drawing":
            found = book.parts.referred(part, section)
            sheet.things += read_drawing(book.parts.tree(found.target), sheet, book.parts.count)
        elif kind == "legacyDrawing":
            found = book.parts.referred(part, section)
            sheet.things += read_shapes(book.parts.bytes(found.target), book.parts.limits)
    return sheet


def _views(section: etree._Element, sheet: RawSheet) -> None:
    zeros = {truth(view, "showZeros") for view in named(section, "sheetView")} or {True}
    sheet.zeros = zeros.pop() if len(zeros) == 1 else None
    sheet.codes = any(truth(view, "showFormulas", otherwise=False) for view in named(section, "sheetView"))


def _usual(section: etree._Element, sheet: RawSheet) -> None:
    sheet.others_hidden = truth(section, "zeroHeight", otherwise=False)
    wide = _measure(section.get("defaultColWidth"))
    if wide is None:
        wide = _measure(section.get("baseColWidth"))
    if wide is not None:
        sheet.usual_width = wide
        if wide == 0:
            sheet.hidden_columns.update(range(_COLUMNS))


def _columns(section: etree._Element, parts: Parts, sheet: RawSheet) -> None:
    for item in section:
        first, last = whole(item.get("min"), 0) - 1, whole(item.get("max"), 0)
        if not 0 <= first < last <= _COLUMNS:
            continue
        wide = _measure(item.get("width"))
        hidden = truth(item, "hidden", otherwise=False) or wide == 0
        parts.count((last - first) // _COLUMNS_A_STEP)
        sheet.set_columns(range(first, last), wide, hidden=hidden)


def _cells(section: etree._Element, book: Book, sheet: RawSheet) -> None:
    row = -1
    for line in section:
        row = whole(line.get("r"), row + 2) - 1
        sheet.rows.add(row)
        tall = _measure(line.get("ht"))
        if truth(line, "hidden", otherwise=False) or tall == 0:
            sheet.hidden_rows.add(row)
        if tall is not None and truth(line, "customHeight", otherwise=False):
            sheet.heights[row] = tall
        column = -1
        for item in line:
            if (text := item.get("r")) is None:
                at: tuple[int, int] | None = (row, column + 1)
            else:
                at = place(text)
            if at is None:
                continue
            row, column = at
            cell = _cell(item, book)
            if cell is None:
                continue
            if at in sheet.cells:
                sheet.doubled.add(at)
            sheet.cells[at] = cell


def _cell(item: etree._Element, book: Book) -> RawCell | None:
    """What a cell holds; None if it holds nothing."""
    text: str | None = None
    inline: Text | None = None
    formula: Formula = ""
    for part in item:
        name = local(part)
        if name == "v":
            text = part.text or ""
        elif name == "f":
            formula = _formula(part.text or "", book)
        elif name == "is":
            inline = text_of(part, book.styles)
    if item.get("vm") is not None:
        formula = "picture"  # a value of a richer kind, as a picture in the cell is
    kind = item.get("t", "n")
    if text is None and inline is None:
        if not formula:
            return None
        formula = "picture" if formula == "picture" else "formula"
    style = book.styles.cell(whole(item.get("s"), 0))
    value = inline if kind == "inlineStr" else _value(kind, text or "", book)
    if value == "" and not formula:
        return None
    return RawCell(value, style, formula)


def _value(kind: str, text: str, book: Book) -> Value:
    if kind == "s":
        number = whole(text, -1)
        return book.strings[number] if 0 <= number < len(book.strings) else None
    if kind in ("str", "e", "inlineStr"):
        return unescaped(text)
    if kind == "b":
        return {"1": True, "true": True, "0": False, "false": False}.get(text.strip())
    if kind != "n":
        return None
    if not text.strip():
        return ""
    try:
        return float(text) if len(text) < 400 and "_" not in text else None
    except ValueError:
        return None


def _formula(text: str, book: Book) -> Formula:
    if _PICTURES.search(text):
        return "picture"
    return "field" if book.computed and not _VOLATILE.search(text) else "formula"


def _tables(section: etree._Element, book: Book, part: str, sheet: RawSheet) -> None:
    """The styles of tables that the workbook defines itself. The built-in ones are seen wherever they are."""
    for item in section:
        root = book.parts.tree(book.parts.referred(part, item).target)
        for style in named(root, "tableStyleInfo"):
            changes = book.styles.tables.get(style.get("name", ""))
            over = area(root.get("ref", ""))
            if changes and over is not None:
                sheet.conditions.append(Condition((over,), changes))


def _sparklines(section: etree._Element, parts: Parts, sheet: RawSheet) -> None:
    for item in section.iter():
        if (
            local(item) == "sqref"
            and (parent := item.getparent()) is not None
            and local(parent) == "sparkline"
        ):
            parts.count((item.text or "").count(" "))
            sheet.things += [Thing(each, "chart") for each in areas(item.text)]


def _measure(text: str | None) -> float | None:
    """A width or a height; None for none."""
    try:
        found = float(text or "")
    except ValueError:
        return None
    return found if 0 <= found < 10_000 else None
