"""Values and layout to document: the inverse of find and match, from the same declarations.

┌───────────────┬─────────────────────────┐
│   stubhead    │         spanner         │   the spanner, then the boxhead level by level;
│               ├────────┬───────┬────────┤   a leaf reaches down to the body
│               │ column │   …   │ column │
├───────┬───────┼────────┼───────┼────────┤
│ group │  row  │        │       │        │   a group stands left of its rows; a row without group
│       ├───────┼────────┼───────┼────────┤   reaches across the stub
│       │  row  │        │       │        │
└───────┴───────┴────────┴───────┴────────┘

A band of a stack has its title over its whole width; where it has fewer columns than the widest, the stub keeps
its width and the columns share the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from govdisclose.document import Block, Document, Paragraph, Role
from govdisclose.grammar._widths import column_widths
from govdisclose.grammar.heading import YEAR, Heading, Tree
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.table import Table
from govdisclose.grid import Cell, Grid

__all__ = ["Texts", "draw", "draw_table"]

Texts = Mapping[tuple[str, str], str]
"""What to print, by row path and column path; nothing is printed for a path that is not there."""


def draw(
    layout: Layout,
    texts: Mapping[str, Texts],
    *,
    title: Sequence[str] = (),
    opening: Sequence[str] = (),
    prose: Mapping[str, Sequence[str]] | None = None,
    year: int | str = 2020,
) -> Document:
    """The form, filled: title and opening lines, then each section with its heading, prose and table.

    ``texts`` is by the key of the table, ``prose`` by the key of the section. A table stands in the section of
    its own key, or at the end where there is none. ``year`` is what ``{year}`` in a label is printed as.
    """
    blocks: list[Block] = []
    count = grids = 0

    def say(lines: Sequence[str], role: Role) -> None:
        nonlocal count
        blocks.extend(Paragraph(line, count + number, role=role) for number, line in enumerate(lines, 1))
        count += len(lines)

    say(title, "title")
    say(opening, "body")
    pending = {table.key: table for table in layout.tables}
    for section in layout.sections:
        say([section.label], "heading")
        say((prose or {}).get(section.key, ()), "body")
        if section.key in pending:
            grids += 1
            blocks.append(
                draw_table(pending.pop(section.key), texts.get(section.key, {}), number=grids, year=year)
            )
    for table in pending.values():
        grids += 1
        blocks.append(draw_table(table, texts.get(table.key, {}), number=grids, year=year))
    return Document(tuple(blocks), "drawn")


def draw_table(table: Table, texts: Texts, *, number: int = 1, year: int | str = 2020) -> Grid:
    """One table with its merges, as the notice prints it. Bands of a stack stand under each other."""
    grid = _draw_table(table, texts, number)
    if not any(YEAR in cell.text for cell in grid.cells):
        return grid
    cells = tuple(attrs.evolve(cell, text=cell.text.replace(YEAR, str(year))) for cell in grid.cells)
    return Grid(cells, grid.rows, grid.columns, number, widths=grid.widths)


def _draw_table(table: Table, texts: Texts, number: int) -> Grid:
    if not table.bands:
        cells, rows, columns = _table(table, "", texts)
        return Grid(
            tuple(cells), rows, columns, number, widths=_widths([table], columns - _stub_depth(table))
        )
    drawn = [(band, *_table(band, f"{band.key}/", texts)) for band in table.bands]
    deepest = max(map(_stub_depth, table.bands))
    body = max(columns - _stub_depth(band) for band, *_, columns in drawn)
    width = deepest + body
    stacked: list[Cell] = []
    top = 0
    for band, inner, rows, columns in drawn:
        stub = _stub_depth(band)
        edges = [
            *range(stub),
            *(deepest + at * body // (columns - stub) for at in range(columns - stub)),
            width,
        ]
        stacked.append(Cell(band.spanner or band.title, top, 0, 1, width))
        for cell in inner:
            start, end = edges[cell.column], edges[cell.column + cell.colspan]
            stacked.append(Cell(cell.text, top + 1 + cell.row, start, cell.rowspan, end - start))
        top += rows + 1
    return Grid(tuple(stacked), top, width, number, widths=_widths(table.bands, body))


def _table(table: Table, prefix: str, texts: Texts) -> tuple[list[Cell], int, int]:
    assert table.boxhead is not None
    stub_width = _stub_depth(table)
    spanner = 1 if table.spanner and not prefix else 0
    depth = _depth(table.boxhead.headings)
    top = spanner + depth
    leaves = table.boxhead.leaves
    cells: list[Cell] = []
    if stub_width:
        cells.append(Cell(table.stubhead or "", 0, 0, top, stub_width))
    if spanner:
        cells.append(Cell(table.spanner or "", 0, stub_width, 1, len(leaves)))
    cells += _boxhead(table.boxhead.headings, spanner, stub_width, depth)
    rows: list[str] = []
    if table.stub is not None:
        cells += _stub(table.stub.headings, top, 0, stub_width)
        rows += [prefix + row for row in table.stub.leaves]
    else:
        rows.append("")
    for down, row in enumerate(rows):
        for across, column in enumerate(leaves):
            cells.append(Cell(texts.get((row, column), ""), top + down, stub_width + across))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return cells, top + len(rows), stub_width + len(leaves)


def _widths(parts: Sequence[Table], body: int) -> tuple[float, ...]:
    longest: dict[int, int] = {}
    for part in parts:
        for path, heading in part.stub.walk() if part.stub else ():
            if heading.children:
                level = path.count("/")
                longest[level] = max(longest.get(level, 1), len(heading.label))
    deepest = max(map(_stub_depth, parts))
    return column_widths([longest[level] for level in range(deepest - 1)], body, stub=deepest > 0)


def _stub_depth(table: Table) -> int:
    return _depth(table.stub.headings) if table.stub else 0


def _depth(headings: Sequence[Heading]) -> int:
    return 1 + max((_depth(heading.children) for heading in headings if heading.children), default=0)


def _size(heading: Heading) -> int:
    return len(Tree(heading.children).leaves) if heading.children else 1


def _boxhead(headings: Sequence[Heading], row: int, column: int, depth: int) -> list[Cell]:
    cells: list[Cell] = []
    for heading in headings:
        size = _size(heading)
        cells.append(Cell(heading.label, row, column, 1 if heading.children else depth, size))
        if heading.children:
            cells += _boxhead(heading.children, row + 1, column, depth - 1)
        column += size
    return cells


def _stub(headings: Sequence[Heading], row: int, column: int, depth: int) -> list[Cell]:
    cells: list[Cell] = []
    for heading in headings:
        size = _size(heading)
        cells.append(Cell(heading.label, row, column, size, 1 if heading.children else depth))
        if heading.children:
            cells += _stub(heading.children, row, column + 1, depth - 1)
        row += size
    return cells
