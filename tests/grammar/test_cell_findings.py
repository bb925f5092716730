"""What a reader noticed in a cell gets the path of what the cell is."""

from __future__ import annotations

import attrs

from form_samples import filled
from govdisclose import parse_document
from govdisclose.document import Document
from govdisclose.findings import Finding, finding
from govdisclose.grid import Cell, Grid
from govdisclose.locate import Locator


def note(table: int, row: int, column: int) -> Finding:
    return finding("text-struck-out", Locator(table=table, row=row, column=column), text="9")


def paths(document: Document, *notes: Finding) -> list[str]:
    result = parse_document(attrs.evolve(document, findings=notes))
    return [item.path for item in result.findings if item.kind == "text-struck-out"]


def test_a_finding_about_a_cell_names_its_entry_its_row_its_column_or_its_table() -> None:
    document = filled()
    result = parse_document(document)
    entry = result.entry("requests", "received", "total")
    assert entry.at is not None
    assert entry.at.table is not None
    assert entry.at.row is not None
    assert entry.at.column is not None
    table, row, column = entry.at.table, entry.at.row, entry.at.column
    assert paths(document, note(table, row, column)) == ["requests:received:total"]
    assert paths(document, note(table, row, 1)) == ["requests:received"]
    assert paths(document, note(table, 2, column)) == ["requests::total"]
    assert paths(document, note(table, 1, 1)) == ["requests"]


def test_a_doubt_about_a_cell_of_another_table_is_none_of_the_report() -> None:
    document = filled()
    menu = Grid((Cell("首页", 0, 0), Cell("\ufffc", 0, 1)), 1, 2, number=1 + len(document.grids))
    doubt = finding("cell-is-picture", Locator(table=menu.number, row=1, column=2))
    with_menu = attrs.evolve(document, blocks=(*document.blocks, menu), findings=(doubt,))
    assert [item.kind for item in parse_document(with_menu).findings if item.kind == "cell-is-picture"] == []
    # without table 4 it may be what hides that table
    without = attrs.evolve(
        with_menu, blocks=tuple(block for block in with_menu.blocks if block is not document.grids[-1])
    )
    kinds = [item.kind for item in parse_document(without).findings]
    assert kinds.count("cell-is-picture") == 1
    assert kinds.count("table-not-found") == 1


def test_what_a_cell_holds_is_told_once() -> None:
    document = filled()
    [old] = [block for block in document.grids if block.number == 2]
    at = parse_document(document).entry("requests", "received", "total").at
    assert at is not None
    cells = tuple(
        attrs.evolve(cell, text="1\ufffc") if (cell.row + 1, cell.column + 1) == (at.row, at.column) else cell
        for cell in old.cells
    )
    told = finding("cell-not-read", Locator(table=2, row=at.row, column=at.column), what="picture", text="1")
    changed = attrs.evolve(
        document,
        blocks=tuple(attrs.evolve(old, cells=cells) if block is old else block for block in document.blocks),
        findings=(told,),
    )
    result = parse_document(changed)
    entry = result.entry("requests", "received", "total")
    assert (entry.value, entry.state, entry.raw) == (None, "unreadable", "1\ufffc")
    assert [item.kind for item in result.findings if item.path == entry.path] == ["cell-not-read"]
