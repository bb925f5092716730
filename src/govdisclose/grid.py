"""A physical table: cells with their text, position and spans. Nothing here knows what a report is."""

from __future__ import annotations

from attrs import field, frozen

from govdisclose.locate import Box, Locator

__all__ = ["UNREAD", "Cell", "Grid"]

UNREAD = "\ufffc"
"""U+FFFC, in the text of a cell: the page shows something there that was not read. The cell is not blank, and the
text beside it is no whole number."""


@frozen
class Cell:
    r"""One cell. ``row`` and ``column`` count from 0; a span of 1 is the plain case.

    ``text`` is what is printed, with line breaks as ``\n`` and white space kept; an empty string is an empty cell.
    """

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    line: int | None = None
    page: int | None = None
    box: Box | None = None


@frozen
class Grid:
    """One table of the document, its cells in reading order.

    Grid positions that no cell covers are holes (a row that ends early). No two cells cover the same position.

    ``ragged``: rows and cells are known, column edges are not (text exported with one cell a line or between
    pipes): then a cell's ``column`` is its index in its row, all spans are 1, and cells of one column in two
    rows need not belong together.

    ``widths`` are those of the columns, in points, for writers alone: ``draw`` sets them, a reader never does,
    and two grids may be equal without them.

    ``number`` counts the grids of the document from 1; 0 marks one that was made from lines of text.
    """

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    number: int = 1
    ragged: bool = False
    widths: tuple[float, ...] | None = field(default=None, eq=False)
    _matrix: list[list[Cell | None]] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        matrix: list[list[Cell | None]] = [[None] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            if cell.rowspan == 1 and cell.colspan == 1:
                matrix[cell.row][cell.column] = cell
                continue
            for row in matrix[cell.row : cell.row + cell.rowspan]:
                for column in range(cell.column, min(cell.column + cell.colspan, self.columns)):
                    row[column] = cell
        object.__setattr__(self, "_matrix", matrix)

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers this position, or None for a hole."""
        return self._matrix[row][column]

    def line(self, row: int) -> list[Cell | None]:
        """The cells over one row, position by position; a cell of two columns stands twice, a hole is None."""
        return self._matrix[row]

    def row(self, row: int) -> list[Cell]:
        """The cells over one row, each once, left to right, cells spanning from above included."""
        found: list[Cell] = []
        last: Cell | None = None
        for cell in self._matrix[row]:
            if cell is not None and cell is not last:
                found.append(cell)
                last = cell
        return found

    def locate(self, cell: Cell) -> Locator:
        """The place of a cell, counted from 1."""
        if not self.number:
            return Locator(line=cell.line, page=cell.page, box=cell.box)
        return Locator(self.number, cell.row + 1, cell.column + 1, None, cell.line, cell.page, cell.box)
