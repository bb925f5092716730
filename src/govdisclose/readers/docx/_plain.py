"""The shortest way through a table of plain cells, which nearly all tables are.

Most of the time of a reading goes into looks at single elements. A table that holds nothing but rows, cells,
paragraphs, runs, text and line breaks in their usual places is proved to be one by a few searches that libxml2
does itself; then only its rows, cells and texts are looked at. Of any other table nothing is known here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from lxml import etree

from govdisclose.readers.docx._grid import CONTINUE, NONE, Merge, RawCell
from govdisclose.readers.docx._names import SPECIAL
from govdisclose.readers.docx._walk import Walk
from govdisclose.readers.docx._watch import is_odd
from govdisclose.readers.docx._xml import W

_TR, _TC, _P, _R, _T = (W + name for name in ("tr", "tc", "p", "r", "t"))
_BREAK, _TAB, _TYPE = W + "br", W + "tab", W + "type"

_NUMBERED = (W + "numPr", W + "pStyle")

_DEPTH = 8
"""The levels from a table to its text."""


def _query(expression: str) -> Callable[[etree._Element], Any]:
    return etree.XPath(expression, namespaces={"w": W[1:-1]}, smart_strings=False)


_IN_PLACE = _query("count(w:tr) + count(w:tr/w:tc) + count(w:tr/w:tc/w:p/w:r/w:t)")
_LINES_IN_PLACE = _query("count(w:tr/w:tc/w:p) + count(w:tr/w:tc/w:p/w:r/w:br)")
_PARAGRAPHS = _query("boolean(w:tr/w:tc/w:p[2])")

_cell = partial(tuple.__new__, RawCell)  # half the time of a call of the class


def is_special(body: etree._Element, foreign: tuple[str, ...]) -> bool:
    """Whether anything below an element may have to be read in the general way, whatever its properties say."""
    return next(body.iter(*SPECIAL, *foreign), None) is not None


def plain_rows(table: etree._Element, walk: Walk, depth: int) -> list[list[RawCell]] | None:
    """The rows of the table that have cells; None if it is not plain, or layout, or over a limit."""
    if depth + _DEPTH > walk.limits.depth or walk.sized:
        return None
    if (walk.special and _is_special(table, walk.foreign)) or (walk.odd and is_odd(table, walk.sheets)):
        return None
    if walk.numbering is not None and walk.numbering.is_listed(table.iter(*_NUMBERED)):
        return None
    in_place = _IN_PLACE(table)
    if _PARAGRAPHS(table) or next(table.iter(_BREAK), None) is not None:
        found = list(table.iter(_TR, _TC, _T, _P, _BREAK))
        in_place += _LINES_IN_PLACE(table)
    else:
        found = list(table.iter(_TR, _TC, _T))
    return _rows(found, walk) if len(found) == in_place else None


def _is_special(table: etree._Element, foreign: tuple[str, ...]) -> bool:
    for element in table.iter(*SPECIAL, *foreign):
        if element.tag != _TAB:
            return True
        parent = element.getparent()
        if parent is None or parent.tag == _R:  # elsewhere it is a tab stop, which is no text
            return True
    return False


def _rows(found: list[etree._Element], walk: Walk) -> list[list[RawCell]] | None:
    """From rows, cells, paragraphs, texts and breaks, each element where it belongs."""
    rows: list[list[tuple[int, int, Merge, list[str]]]] = []
    row: list[tuple[int, int, Merge, list[str]]] = []
    parts: list[str] = []
    spans = walk.spans
    column = widest = joins = 0
    begun: int | None = None  # where the paragraph began in ``parts``; None before the first of its cell
    for element in found:
        tag = element.tag
        if tag == _T:
            text = element.text
            if text:
                parts.append(text)
        elif tag == _TC:
            merged = spans.get(element)
            parts = []
            begun = None
            if merged is None:
                end = column + 1
                row.append((column, end, NONE, parts))
            else:
                end = column + merged[0]
                row.append((column, end, merged[1], parts))
            column = end
        elif tag == _TR:
            row = []
            rows.append(row)
            widest = max(widest, column)
            column = 0
        elif tag == _P:
            if begun is not None:
                parts.append("\n")
                joins += 1
            begun = len(parts)
        elif len(parts) > (begun or 0) or element.get(_TYPE) not in ("page", "column"):
            parts.append("\n")
    if max(widest, column) > walk.limits.columns:
        return None
    read = [
        [
            _cell(
                (start, end, merge, text.replace("\t", " ") if "\t" in (text := "".join(parts)) else text, ())
            )
            for start, end, merge, parts in row
        ]
        for row in rows
        if row
    ]
    characters = walk.characters + sum([len(cell[3]) for row in read for cell in row]) - joins
    if characters > walk.limits.characters or _is_one_cell(read):
        return None
    walk.characters = characters
    return read


def _is_one_cell(rows: list[list[RawCell]]) -> bool:
    return sum([cell[2] is not CONTINUE for row in rows[:2] for cell in row[:2]]) < 2 and (
        sum(cell[2] is not CONTINUE for row in rows for cell in row) == 1
    )
