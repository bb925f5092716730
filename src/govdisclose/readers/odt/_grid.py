"""Where the cells of a table stand, and the rows of a Word document that say so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from attrs import field, mutable

from govdisclose.limits import Limits
from govdisclose.readers.odt._things import UNKNOWN_THING

__all__ = ["Placed", "Rows"]

_DOUBT = f"<w:p><w:r>{UNKNOWN_THING}</w:r></w:p>"


class Placed(NamedTuple):
    """A cell as it stands in its row, so many times; ``across`` 0 is one that another covers.

    ``properties`` and ``content`` are markup.
    """

    times: int
    across: int
    down: int
    properties: str
    content: str


class _Cell(NamedTuple):
    start: int
    end: int
    merge: str
    properties: str
    content: str
    doubt: bool = False


@mutable
class _Placing:
    """How the cells of one row take their columns.

    ``shifted``: one of them stands where another one is, as the file leaves out what is covered; ``forced``: one was
    cut to what is free.
    """

    taken: set[int]
    shifted: bool = False
    forced: bool = False


@mutable
class Rows:
    """The rows of a table so far. ``declared`` is how many columns it says that it has.

    ``open`` has, by the first column, what goes on in the next row: its last column, its properties, and how many rows.
    """

    limits: Limits
    declared: int
    rows: list[str] = field(factory=list)
    open: dict[int, tuple[int, str, int]] = field(factory=dict)
    cells: int = 0
    written: int = 0
    widest: int = 0

    def add(self, placed: Sequence[Placed], times: int, properties: str) -> None:
        """A row that stands so many times."""
        self.limits.check("rows", len(self.rows) + times)
        kept = _without_tail(placed, self.declared)
        for copy in range(times):
            # What is repeated is shown once by some programs, and as often as it is said by others.
            markup = self._row(kept, properties, again=copy > 0)
            self.written += len(markup)
            self.limits.check("inflated", self.written, "a table")
            self.rows.append(markup)

    def _row(self, placed: Sequence[Placed], properties: str, *, again: bool) -> str:
        placing = _Placing(
            {column for start, (end, _, _) in self.open.items() for column in range(start, end)}
        )
        going_on = [
            _Cell(start, end, '<w:vMerge w:val="continue"/>', said, "<w:p/>")
            for start, (end, said, _) in self.open.items()
        ]
        self.open = {
            start: (end, said, left - 1) for start, (end, said, left) in self.open.items() if left > 1
        }
        found = self._placed(placed, placing)
        whole = all(item.across for item in placed)
        if whole and len(placing.taken) == self.declared and not placing.forced:
            # Cells that fill what is free, without any covered one among them, can be read in one way only.
            found = [cell._replace(doubt=False) for cell in found]
        if again:
            found = [cell._replace(doubt=cell.doubt or not _is_empty(cell.content)) for cell in found]
        found = sorted(found + going_on)
        width = found[-1].end if found else 0
        self.widest = max(self.widest, width)
        self.cells += width
        self.limits.check("cells", self.cells)
        return _written(found, properties)

    def _placed(self, placed: Sequence[Placed], placing: _Placing) -> list[_Cell]:
        found: list[_Cell] = []
        column = 0
        most = self.limits.columns
        for item in placed:
            if item.across == 0:
                # One that nothing covers: programs make different things of what comes behind it.
                covered = range(column, min(column + item.times, most))
                placing.shifted = placing.shifted or not all(at in placing.taken for at in covered)
                column += item.times
                continue
            self.limits.check("columns", column + item.times * item.across)
            for _ in range(item.times):
                while column in placing.taken:
                    column += 1
                    placing.shifted = True
                found.append(self._put(item, column, placing))
                column += 1
        return found

    def _put(self, item: Placed, start: int, placing: _Placing) -> _Cell:
        end = start + item.across
        self.limits.check("columns", end)
        if end > self.declared > start:
            end, placing.forced = self.declared, True  # a cell is no wider than its table
        doubt = placing.shifted or start >= self.declared > 0
        for column in range(start, end):
            if column in placing.taken:
                end, doubt, placing.forced = column, True, True
                break
            placing.taken.add(column)
        merge = ""
        if item.down > 1:
            merge = '<w:vMerge w:val="restart"/>'
            self.open[start] = (end, item.properties, item.down - 1)
        return _Cell(start, end, merge, item.properties, item.content, doubt)

    def markup(self, widths: Sequence[int | None], properties: str) -> str:
        """The ``w:tbl``; empty if no row has a cell."""
        if not self.widest:
            return ""
        grid = ""
        if len(widths) == self.widest and None not in widths:
            grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        inner = "".join(self.rows)
        return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{inner}</w:tbl>"


def _without_tail(placed: Sequence[Placed], declared: int) -> Sequence[Placed]:
    """A row without the empty cells that are repeated at its end beyond the columns of the table."""
    kept = list(placed)
    column = sum(item.times for item in placed)
    while (
        kept
        and column > declared > 0
        and _is_empty(kept[-1].content)
        and kept[-1].across < 2
        and kept[-1].down < 2
    ):
        last = kept.pop()
        column -= last.times
        if column < declared:
            kept.append(last._replace(times=declared - column))
            break
    return kept


def _is_empty(content: str) -> bool:
    """Whether the markup of a cell shows nothing at all."""
    return "<w:r>" not in content and "<w:tbl>" not in content and "<m:" not in content


def _written(found: Sequence[_Cell], properties: str) -> str:
    parts: list[str] = []
    column = 0
    before = 0
    for cell in found:
        if cell.start > column:
            if not parts:
                before = cell.start
            else:
                parts.append("<w:tc><w:p/></w:tc>" * (cell.start - column))
        wide = f'<w:gridSpan w:val="{cell.end - cell.start}"/>' if cell.end - cell.start > 1 else ""
        said = wide + cell.merge + cell.properties
        about = f"<w:tcPr>{said}</w:tcPr>" if said else ""
        content = (cell.content or "<w:p/>") + (_DOUBT if cell.doubt else "")
        if content.endswith("</w:tbl>"):
            content += "<w:p/>"
        parts.append(f"<w:tc>{about}{content}</w:tc>")
        column = cell.end
    said = (f'<w:gridBefore w:val="{before}"/>' if before else "") + properties
    about = f"<w:trPr>{said}</w:trPr>" if said else ""
    return f"<w:tr>{about}{''.join(parts)}</w:tr>"
