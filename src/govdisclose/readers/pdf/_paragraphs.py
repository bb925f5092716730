"""The lines outside the tables as paragraphs."""

from __future__ import annotations

from govdisclose.locate import Box
from govdisclose.readers.pdf._lines import Line, has_gaps
from govdisclose.readers.pdf._sheet import Sheet
from govdisclose.text import label

__all__ = ["is_prose", "paragraphs"]

_FULL = 1.3  # of the size: a line that ends nearer to the right edge is full
_INDENT = 0.6
_LEADING = 2.6
_COLUMN = 0.55  # of the page's width: prose is no narrower
_PROSE = 0.6  # of the width of the text
_LEAST = 15  # characters of a line that goes on


def is_prose(line: Line, sheet: Sheet) -> bool:
    """Whether a line runs over most of the width of the text, without gaps."""
    lines = sheet.lines
    left, right = min(line.box[0] for line in lines), max(line.box[2] for line in lines)
    return not line.loose and line.width >= _PROSE * max(right - left, sheet.page.width / 2)


def paragraphs(sheet: Sheet) -> list[Line]:
    """The lines outside the tables, those that go on in the next one put together."""
    lines = sheet.lines
    if not lines:
        return []
    left = min(line.box[0] for line in lines)
    right = max(line.box[2] for line in lines)
    if right - left < _COLUMN * sheet.page.width:
        return list(lines)
    tops = [table.lattice.ys[0] for table in sheet.tables]
    found = [lines[0]]
    before = lines[0]
    for line in lines[1:]:
        if _is_continued(before, line, left, right) and not any(
            before.base < top < line.base for top in tops
        ):
            found[-1] = _together(found[-1], line)
        else:
            found.append(line)
        before = line
    return found


def _is_continued(line: Line, after: Line, left: float, right: float) -> bool:
    return (
        not line.loose
        and not after.loose
        and not has_gaps(line)
        and not has_gaps(after)
        and len(line.text) >= _LEAST
        and line.box[2] >= right - _FULL * line.size
        and after.box[0] <= left + _INDENT * line.size
        and abs(line.size - after.size) <= 0.1 * line.size
        and after.base - line.base <= _LEADING * line.size
        and label(after.text[:40]).enumerator is None
    )


def _together(line: Line, after: Line) -> Line:
    box: Box = (
        min(line.box[0], after.box[0]),
        min(line.box[1], after.box[1]),
        max(line.box[2], after.box[2]),
        max(line.box[3], after.box[3]),
    )
    last, first = line.text[-1:], after.text[:1]
    space = " " if last.isascii() and first.isascii() and last.isalpha() and first.isalpha() else ""
    return line._replace(text=line.text + space + after.text, box=box, runs=())
