"""Changes of the tables of a drawn report."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from form_samples import only, retext
from govdisclose.grid import Cell, Grid


def at(row: int, column: int, words: str) -> Callable[[Grid], Grid]:
    return lambda found: retext(found, {(row, column): words})


def without_row(row: int) -> Callable[[Grid], Grid]:
    return lambda found: only(found, [at for at in range(found.rows) if at != row])


def without_columns(first: int, past: int) -> Callable[[Grid], Grid]:
    def change(found: Grid) -> Grid:
        lost = past - first
        cells = []
        for cell in found.cells:
            start, end = cell.column, cell.column + cell.colspan
            inside = max(0, min(end, past) - max(start, first))
            if inside == cell.colspan:
                continue
            moved = start - lost if start >= past else min(start, first)
            cells.append(attrs.evolve(cell, column=moved, colspan=cell.colspan - inside))
        return Grid(tuple(cells), found.rows, found.columns - lost, found.number)

    return change


def with_row(row: int, *cells: Cell) -> Callable[[Grid], Grid]:
    """One more row before ``row``, which no cell spans."""

    def change(found: Grid) -> Grid:
        moved = [
            attrs.evolve(cell, row=cell.row + 1)
            if cell.row >= row
            else attrs.evolve(cell, rowspan=cell.rowspan + (cell.row + cell.rowspan > row))
            for cell in found.cells
        ]
        made = sorted([*moved, *cells], key=lambda cell: (cell.row, cell.column))
        return Grid(tuple(made), found.rows + 1, found.columns, found.number)

    return change


def with_column(words: Mapping[int, str]) -> Callable[[Grid], Grid]:
    """One more column at the right edge, its texts by row."""

    def change(found: Grid) -> Grid:
        more = [Cell(words.get(row, ""), row, found.columns) for row in range(found.rows)]
        made = sorted([*found.cells, *more], key=lambda cell: (cell.row, cell.column))
        return Grid(tuple(made), found.rows, found.columns + 1, found.number)

    return change


def in_row(row: int, *cells: Cell) -> Callable[[Grid], Grid]:
    """Other cells in the body (from position 3 on) of a row of table 3."""

    def change(found: Grid) -> Grid:
        kept = [cell for cell in found.cells if not (cell.row == row and cell.column >= 3)]
        made = sorted([*kept, *cells], key=lambda cell: (cell.row, cell.column))
        return attrs.evolve(found, cells=tuple(made))

    return change


def beyond(row: int) -> Callable[[Grid], Grid]:
    """One cell more at the end of a row, where no other row has one."""

    def change(found: Grid) -> Grid:
        made = sorted([*found.cells, Cell("5", row, found.columns)], key=lambda cell: (cell.row, cell.column))
        return Grid(tuple(made), found.rows, found.columns + 1, found.number)

    return change


def moved_left(found: Grid) -> Grid:
    """In table 3 自然人 and 总计 do not reach down, so that 商业企业 stands under 自然人."""
    cells = [
        attrs.evolve(cell, rowspan=1 if cell.row == 1 else cell.rowspan, column=cell.column - (cell.row == 2))
        for cell in found.cells
    ]
    return attrs.evolve(found, cells=tuple(cells))


def unmerged(found: Grid) -> Grid:
    """Every cell that spans rows stands once, over empty cells."""
    cells = []
    for cell in found.cells:
        cells.append(attrs.evolve(cell, rowspan=1))
        cells += [
            attrs.evolve(cell, text="", row=row, rowspan=1)
            for row in range(cell.row + 1, cell.row + cell.rowspan)
        ]
    return attrs.evolve(found, cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


TRADITIONAL = {
    "总计": "總計",
    "其他": "其他",
    "结果维持": "結果維持",
    "结果纠正": "結果糾正",
    "其他结果": "其他結果",
    "尚未审结": "尚未審結",
    "行政复议": "行政復議",
    "行政诉讼": "行政訴訟",
    "复议后起诉": "復議後起訴",
    "未经复议直接起诉": "未經復議直接起訴",
}


def with_many(make: Callable[[int], tuple[Cell, ...]]) -> Callable[[Grid], Grid]:
    """201 more rows at the end, one more than are listed of a kind."""

    def change(found: Grid) -> Grid:
        more = [cell for row in range(found.rows, found.rows + 201) for cell in make(row)]
        return Grid((*found.cells, *more), found.rows + 201, found.columns, found.number)

    return change


def traditional(found: Grid) -> Grid:
    cells = tuple(attrs.evolve(cell, text=TRADITIONAL.get(cell.text, cell.text)) for cell in found.cells)
    return attrs.evolve(found, cells=cells)


def loose_spanner(found: Grid) -> Grid:
    """法人或其他组织 over its first column only, empty cells right of it."""
    cells = []
    for cell in found.cells:
        if cell.text != "法人或其他组织":
            cells.append(cell)
            continue
        cells.append(attrs.evolve(cell, colspan=1))
        cells += [
            attrs.evolve(cell, text="", column=column, colspan=1)
            for column in range(cell.column + 1, cell.column + cell.colspan)
        ]
    return attrs.evolve(found, cells=tuple(cells))


def stretched(found: Grid) -> Grid:
    """Every position ten wide, so that edges can differ a little."""
    cells = tuple(
        attrs.evolve(cell, column=cell.column * 10, colspan=cell.colspan * 10) for cell in found.cells
    )
    return Grid(cells, found.rows, found.columns * 10, found.number)


def upright(found: Grid) -> Grid:
    """The table turned about its diagonal: its headings one under the other, its numbers right of them."""
    cells = [Cell(cell.text, cell.column, cell.row, cell.colspan, cell.rowspan) for cell in found.cells]
    return Grid(tuple(cells), found.columns, found.rows, found.number)


def shifted(found: Grid) -> Grid:
    """In the row 规章 of table 2 the edges between the values lie one position to the right."""
    wide = stretched(found)
    cells = []
    for cell in wide.cells:
        if cell.row == 2 and cell.column > 0:
            start = cell.column + (1 if cell.column > 10 else 0)
            end = cell.column + cell.colspan
            end += 1 if end < wide.columns else 0
            cells.append(attrs.evolve(cell, column=start, colspan=end - start))
        else:
            cells.append(cell)
    return attrs.evolve(wide, cells=tuple(cells))


def straddling(found: Grid) -> Grid:
    """In table 4 行政复议 reaches a little over the first heading of 行政诉讼."""
    wide = stretched(found)
    cells = []
    for cell in wide.cells:
        if cell.text == "行政复议":
            cells.append(attrs.evolve(cell, colspan=cell.colspan + 1))
        elif cell.text == "行政诉讼":
            cells.append(attrs.evolve(cell, column=cell.column + 1, colspan=cell.colspan - 1))
        else:
            cells.append(cell)
    return attrs.evolve(wide, cells=tuple(cells))


def doubled(found: Grid) -> Grid:
    """In table 2 本年新制作数量 stands in two cells over one column of values."""
    wide = stretched(found)
    cells = []
    for cell in wide.cells:
        if (cell.row, cell.column) == (1, 10):
            cells += [attrs.evolve(cell, colspan=5), attrs.evolve(cell, column=15, colspan=5)]
        else:
            cells.append(cell)
    return attrs.evolve(wide, cells=tuple(cells))


def two_under_one(found: Grid) -> Grid:
    """In the row 规章 of table 2 two numbers stand under the first heading."""
    wide = stretched(found)
    cells = []
    for cell in wide.cells:
        if cell.row == 2 and cell.column == 10:
            cells += [attrs.evolve(cell, colspan=5), attrs.evolve(cell, column=15, colspan=5, text="7")]
        else:
            cells.append(cell)
    return attrs.evolve(wide, cells=tuple(cells))


def two_columns(found: Grid) -> Grid:
    """In table 2 the first heading stands over two years, and the second of them alone has numbers."""
    wide = stretched(found)
    cells = []
    for cell in wide.cells:
        if cell.column == 10 and cell.row in (2, 3):
            cells += [attrs.evolve(cell, colspan=5, text=""), attrs.evolve(cell, column=15, colspan=5)]
        else:
            cells.append(cell)
    years = [
        Cell(text, 2, column, 1, span)
        for text, column, span in (("", 0, 10), ("2018", 10, 5), ("2019", 15, 5), ("", 20, 20))
    ]
    return with_row(2, *years)(attrs.evolve(wide, cells=tuple(cells)))
