"""Page numbers and running heads: the lines at the edges of pages that say only which page it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from govdisclose.readers.pdf._lines import Line
from govdisclose.readers.pdf._rules import SNAP
from govdisclose.readers.pdf._sheet import Sheet

__all__ = ["drop_running", "may_be_page_number"]

_PAGE_NUMBER = re.compile(
    r"[-—–－·~\s]*第?\s*(?P<number>\d{1,4})\s*页?\s*[,，/／]?\s*(?:共?\s*\d{1,4}\s*页?)?[-—–－·~\s]*"
)
_DRESSED = re.compile(r"[-—–－·~]|页|/|／")
_EDGE = 0.12  # of the height: page numbers and running heads stand so near the edge
_LEAST_EDGE = 43.0  # points: the margin of a small page is no smaller
_LEVEL = 2.0  # points: the same place on two pages
_HEADS = 1.9  # of the size: headings over each other stand no further apart
_ROWS = 3.0  # of the size: the rows of a table stand no further apart


def drop_running(sheets: Sequence[Sheet]) -> int:
    """Take out the lines at the top and the bottom that stand on several pages, or number them."""
    margins: list[tuple[Sheet, Line]] = []
    for sheet in sheets:
        margins += [(sheet, line) for line in sheet.lines if _in_margin(sheet, line)]
    places = Counter(_place(line) for _, line in margins)
    dropped = 0
    for sheet in sheets:
        gone: set[int] = set()
        rows = _rows(sheet.lines)
        own = [line for line in sheet.lines if _in_margin(sheet, line)]
        foot = [line for line in own if line.box[1] >= sheet.page.height / 2]
        head = [line for line in own if line.box[1] < sheet.page.height / 2]
        for lines in (head, foot[::-1]):
            # from the edge: what stands nearer to the middle than other text is no running line
            for line in lines:
                if id(line) in rows or not _runs(margins, places, sheet, line):
                    break
                gone.add(id(line))
        if gone:
            sheet.lines = [line for line in sheet.lines if id(line) not in gone]
            dropped += len(gone)
    return dropped


def _runs(
    margins: Sequence[tuple[Sheet, Line]], places: Counter[tuple[str, int]], sheet: Sheet, line: Line
) -> bool:
    """Whether a line at the edge of a page is its number, or stands on several pages."""
    number = None if line.loose else _PAGE_NUMBER.fullmatch(line.text)
    if number is None:
        return places[_place(line)] > 1
    return _DRESSED.search(line.text) is not None or _counts(margins, sheet, int(number["number"]), line)


def _rows(lines: Sequence[Line]) -> set[int]:
    """The ``id`` of lines with wide gaps that stand as near to another such as rows of a table without rules do."""
    found: set[int] = set()
    for line, after in pairwise(lines):
        if line.loose and after.loose and after.base - line.base <= _ROWS * line.size:
            found |= {id(line), id(after)}
    # headings of columns that each page repeats stand over the first of them as near as lines of one text
    for line, after in reversed([*pairwise(lines)]):
        if id(after) in found and after.base - line.base <= _HEADS * line.size:
            found.add(id(line))
    return found


def _in_margin(sheet: Sheet, line: Line) -> bool:
    """Whether the line is at the edge of the page, with nothing between it and the edge but lines like it."""
    page = sheet.page
    top, bottom = line.box[1], line.box[3]
    edge = max(page.height * _EDGE, _LEAST_EDGE)
    if bottom <= edge:
        return all(table.lattice.ys[0] >= bottom - SNAP for table in sheet.tables)
    if top >= page.height - edge:
        return all(table.lattice.ys[-1] <= top + SNAP for table in sheet.tables)
    return False


def _place(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.text), round(line.base / _LEVEL)


def _counts(margins: Sequence[tuple[Sheet, Line]], sheet: Sheet, number: int, line: Line) -> bool:
    """Whether a bare number is a page's: another page has, at the same height, the number that then belongs there."""
    for other, own in margins:
        if other is not sheet and abs(own.base - line.base) <= _LEVEL:
            match = _PAGE_NUMBER.fullmatch(own.text)
            if match is not None and int(match["number"]) - other.page.number == number - sheet.page.number:
                return True
    return False


def may_be_page_number(text: str) -> bool:
    """Whether a line has the form of a page's number, bare or dressed."""
    return _PAGE_NUMBER.fullmatch(text) is not None
