"""Rows of cells in lines of text, told by tabs, blank lines, pipes and ruled lines alone.

Each function takes the lines and the index to begin at, and gives the index at which to go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from govdisclose.grid import Cell, Grid
from govdisclose.limits import Limits

__all__ = [
    "Line",
    "Rows",
    "has_tab",
    "interior",
    "is_padded",
    "is_piped",
    "read_cells",
    "read_pipes",
    "read_tabs",
    "to_grid",
    "without_padding",
    "without_pipes",
]

_PIPES = "|│┃║｜"

Line = tuple[int, str]
"""A line number from 1 and the line; a blank line is an empty string."""


@frozen
class Rows:
    """A table: the cells of each row with the number of the line that they begin on.

    ``edges``: each cell stands between two separators, so that rows of equal length are columns. ``piped``: the
    separators are pipes.
    """

    rows: list[list[Line]]
    edges: bool
    piped: bool = False


def to_grid(table: Rows, number: int, limits: Limits) -> Grid:
    """The grid of a table of text. Raises ``LimitError``."""
    columns = max(map(len, table.rows))
    limits.check("rows", len(table.rows))
    limits.check("columns", columns)
    limits.check("cells", len(table.rows) * columns)
    found = tuple(
        Cell(text, row, column, line=line)
        for row, cells in enumerate(table.rows)
        for column, (line, text) in enumerate(cells)
    )
    lengths = {len(cells) for cells in table.rows} - (
        {1} if table.piped else set()
    )  # a title may stand alone
    ragged = not table.edges or len(lengths) > 1
    return Grid(found, len(table.rows), columns, number, ragged)


def has_tab(line: str) -> bool:
    """Whether tabs tell the cells of the line. Where it begins with a pipe, they are only spacing."""
    return "\t" in line and line[0] not in _PIPES


# --- cells one a line, each led by a tab

_PROSE = 100
"""A line longer than this, in a block that would be a table of one row, is prose indented with tabs."""
_WIDE = 40
"""More cells than this in a table of one row are many rows whose blank lines are lost."""


def interior(lines: list[Line], start: int) -> tuple[bool, int]:
    """Whether the tabs from here on stand between cells (or else lead them), and where that run ends.

    A run goes on over a single blank line, if the line after it has a tab. A stray tab inside a cell, or a
    line with one before the table, does not change the shape of the whole.
    """
    inside = leading = 0
    index = start
    while index < len(lines):
        line = lines[index][1]
        if "\t" in line:
            if "\t" in line.lstrip():
                inside += 1
            elif line.strip() or line == "\t":
                leading += 1
        elif not line and not _goes_on(lines, index):
            break
        index += 1
    return inside >= max(leading, 1), index


def read_cells(lines: list[Line], start: int, limits: Limits) -> tuple[Rows | None, int]:
    """Rows of cells, from a line led by a tab to two blank lines, or a blank line and one without a tab.

    None where the lines are no table: one cell in each row, or one row that cannot be one.
    """
    rows: list[list[Line]] = []
    row: list[Line] = []
    index, count, longest = start, 0, 0
    while index < len(lines):
        number, line = lines[index]
        if line.startswith("\t"):
            count += 1
            limits.check("cells", count)
            after = index + 1
            while after < len(lines) and lines[after][1] and not lines[after][1].startswith("\t"):
                after += 1
            text = line if after == index + 1 else "\n".join(part for _, part in lines[index:after])
            row.append((number, text.strip()))
            longest = max(longest, len(line))
            index = after
            continue
        rows.append(row)
        row = []
        if not (_goes_on(lines, index) and lines[index + 1][1].startswith("\t")):
            break
        index += 1
    if row:
        rows.append(row)
    if count == len(rows) or (len(rows) == 1 and (count > _WIDE or longest > _PROSE)):
        return None, index
    return Rows(rows, edges=True), index


def _goes_on(lines: list[Line], blank: int) -> bool:
    return blank + 1 < len(lines) and "\t" in lines[blank + 1][1]


# --- rows one a line


def read_tabs(lines: list[Line], start: int, limits: Limits) -> tuple[Rows | None, int]:
    """Rows of cells between tabs, one a line. None for a lone line with one tab: likely spacing."""
    rows: list[list[Line]] = []
    index, count = start, 0
    while index < len(lines):
        number, line = lines[index]
        if "\t" in line:
            limits.check("columns", line.count("\t") + 1)
            rows.append([(number, cell.strip()) for cell in line.split("\t")])
            count += len(rows[-1])
            limits.check("cells", count)
        elif line or not _goes_on(lines, index):
            break
        index += 1
    return (Rows(rows, edges=True) if len(rows) > 1 or count > 2 else None), index


_SEPARATOR = re.compile(r"(?<!\\)\||[│┃║｜]")
_RULE = re.compile(r"(?=.*(?:---|===|[─━═]|:-|-:))[\s|│┃║｜:+=\-\u2500-\u257f]+")


def is_piped(line: str) -> bool:
    """Whether the line may be a row between pipes, or a rule between such rows."""
    return _SEPARATOR.search(line) is not None or _RULE.fullmatch(line) is not None


def read_pipes(lines: list[Line], start: int, limits: Limits) -> tuple[Rows | None, int]:
    """Rows of cells between pipes, one a line, and the rules between them, which are dropped.

    A row of one cell, with a pipe at its end or beginning, is the title of what follows. None where there are not two
    rows of two cells, one of them filled: a pipe in a line alone is punctuation, or stands at the end of cells one a
    line.
    """
    rows: list[Line] = []
    index, divided, filled = start, 0, False
    while index < len(lines):
        number, line = lines[index]
        if has_tab(line):
            break
        if _RULE.fullmatch(line) is None:
            line = line.strip()
            if _SEPARATOR.search(line) is None:
                break
            rows.append((number, line))
            if _is_divided(line):
                divided += 1
                filled = filled or sum(not cell.isspace() for cell in _SEPARATOR.split(line) if cell) > 1
        index += 1
    if divided < 2 or not filled:
        # A line that is neither row nor rule may be all that stands here.
        return None, max(index, start + 1)
    # An outer pipe that only some rows have bounds an empty cell.
    whole = [line for _, line in rows if _is_divided(line)]
    first = int(all(_SEPARATOR.match(line) for line in whole))
    last = -1 if all(_SEPARATOR.match(line, len(line) - 1) for line in whole) else None
    table: list[list[Line]] = []
    count = 0
    for number, line in rows:
        count += sum(map(line.count, _PIPES)) + 1
        limits.check("cells", count)
        cells = _SEPARATOR.split(line)[first:last] if _is_divided(line) else [without_pipes(line)]
        table.append([(number, _unescaped(cell)) for cell in cells])
    return Rows(table, edges=True, piped=True), index


def _is_divided(line: str) -> bool:
    """Whether a separator stands within the line, and not only at its ends."""
    return _SEPARATOR.search(line, 1, max(len(line) - 1, 1)) is not None


_OUTER = re.compile(r"\A[\s|│┃║｜]+|(?<![\\\s|│┃║｜])[\s|│┃║｜]+\Z")


def without_pipes(line: str) -> str:
    """A line without the pipes and the white space at its ends, which are no text."""
    return _OUTER.sub("", line)


_NUMBER = re.compile(r"[+＋-]?[0-9０-９][0-9０-９,，.．]*")


def is_padded(tables: Iterable[Rows]) -> bool:
    """Whether tables between pipes may have lost empty cells, and rows have been filled up at their ends instead.

    So it may be where a row ends in several empty cells, and in no row an empty cell stands before a number. Before a
    heading it proves nothing: headings may have kept their places in a table whose rows have not.
    """
    padded = False
    for table in tables:
        for cells in table.rows if table.piped else ():
            empty, last = False, 0
            for _, text in cells:
                if empty and _NUMBER.fullmatch(text):
                    return False
                empty = empty or not text
                last = 0 if text else last + 1
            padded = padded or last > 1
    return padded


def without_padding(table: Rows) -> Rows:
    """The table without the empty cells at the ends of its rows."""
    rows = []
    for cells in table.rows:
        end = len(cells)
        while end > 1 and not cells[end - 1][1]:
            end -= 1
        rows.append(cells[:end])
    return Rows(rows, table.edges, table.piped)


def _unescaped(cell: str) -> str:
    return cell.strip().replace("\\|", "|")
