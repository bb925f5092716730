"""A grid as a table of OpenDocument."""

from __future__ import annotations

from govdisclose.grid import Cell, Grid
from govdisclose.writers._odt_text import Made, paragraph_xml
from govdisclose.writers._setting import NARROW, TEXT_WIDTH, set_cell

__all__ = ["CELL_STYLES", "table_xml"]

CELL_STYLES = (("Table_20_Text", 10.5), ("Table_20_Text_20_Small", 9.0))
"""The styles of the text of cells with their points: 五号, and 小五 where columns are narrow."""
_ROOM = (4.0, 2.0)  # points between ruling and text, in a wide table and in a narrow one
_HEIGHT = (24.0, 18.0)  # points of a row at least


def table_xml(grid: Grid, number: int, made: Made) -> str:
    """The table: ruled, of fixed widths, centred. ``number`` is one that no other table has."""
    widths = list(grid.widths or [TEXT_WIDTH / grid.columns] * grid.columns)
    is_narrow = min(widths) < NARROW
    name = f"Table{number}"
    made.others += _styles(name, widths, is_narrow=is_narrow)
    columns = "".join(f'<table:table-column table:style-name="{name}.{width:g}"/>' for width in widths)
    rows = "".join(_row(grid, row, widths, name, made, is_narrow=is_narrow) for row in range(grid.rows))
    return f'<table:table table:name="{name}" table:style-name="{name}">{columns}{rows}</table:table>'


def _styles(name: str, widths: list[float], *, is_narrow: bool) -> list[str]:
    room = _ROOM[is_narrow]
    named = [
        ("table", "", f'table-properties style:width="{sum(widths):g}pt" table:align="center"'),
        (
            "table-row",
            ".row",
            f'table-row-properties style:min-row-height="{_HEIGHT[is_narrow]:g}pt" fo:keep-together="always"',
        ),
        (
            "table-cell",
            ".cell",
            f'table-cell-properties fo:border="0.5pt solid #000000" style:vertical-align="middle"'
            f' fo:padding-left="{room:g}pt" fo:padding-right="{room:g}pt" fo:padding-top="0pt" fo:padding-bottom="0pt"',
        ),
        *(
            ("table-column", f".{width:g}", f'table-column-properties style:column-width="{width:g}pt"')
            for width in dict.fromkeys(widths)
        ),
    ]
    return [
        f'<style:style style:name="{name}{suffix}" style:family="{family}"><style:{properties}/></style:style>'
        for family, suffix, properties in named
    ]


def _row(grid: Grid, row: int, widths: list[float], name: str, made: Made, *, is_narrow: bool) -> str:
    line = grid.line(row)
    last = max((column for column, cell in enumerate(line) if cell is not None), default=0)
    cells: list[str] = []
    for column in range(last + 1):
        cell = line[column]
        if cell is None:
            cells.append("<table:table-cell/>")
        elif (cell.row, cell.column) == (row, column):
            width = sum(widths[column : column + cell.colspan])
            cells.append(_cell(cell, width, name, made, is_narrow=is_narrow))
        else:
            cells.append("<table:covered-table-cell/>")
    return f'<table:table-row table:style-name="{name}.row">{"".join(cells)}</table:table-row>'


def _cell(cell: Cell, width: float, name: str, made: Made, *, is_narrow: bool) -> str:
    spans = f' table:number-columns-spanned="{cell.colspan}"' if cell.colspan > 1 else ""
    spans += f' table:number-rows-spanned="{cell.rowspan}"' if cell.rowspan > 1 else ""
    base, points = CELL_STYLES[is_narrow]
    size, side = set_cell(cell.text, points, width - 2 * _ROOM[is_narrow])
    style = made.style(base, size if size != points else None, side)
    paragraphs = "".join(paragraph_xml(line, style) for line in cell.text.split("\n"))
    return (
        f'<table:table-cell table:style-name="{name}.cell"{spans} office:value-type="string">'
        f"{paragraphs}</table:table-cell>"
    )
