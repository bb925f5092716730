"""Filled forms of organs that do not exist, as results of reading."""

from __future__ import annotations

from collections.abc import Mapping

from govdisclose.document import Document
from govdisclose.grammar.draw import draw
from govdisclose.grammar.layout import Layout
from govdisclose.layouts import CN_2021
from govdisclose.parsing import parse_document
from govdisclose.result import Result

ORGAN = "示例市财政局"
PROSE = {
    "overview": ["2024年，本局照章办理。", "全年公开信息318条。"],
    "disclosure": ["本年无新增。"],
    "problems": ["人手不足。"],
    "others": ["无。"],
}


def result(
    changes: Mapping[str, str] | None = None, *, layout: Layout = CN_2021, organ: str = ORGAN
) -> Result:
    """A report with 0 in every entry, but for ``changes`` by path (``requests:received:total``)."""
    texts = {table.key: dict.fromkeys(table.cells(), "0") for table in layout.tables}
    for path, text in (changes or {}).items():
        table, row, column = path.split(":")
        assert (row, column) in texts[table]
        texts[table][row, column] = text
    return parse_document(
        draw(layout, texts, title=[f"{organ}2024年政府信息公开工作年度报告"], prose=PROSE), layouts=[layout]
    )


def cell_after(document: Document, grid: int, label: str, steps: int = 1) -> str:
    """The text of the cell so many places right of the first with this label."""
    found = document.grids[grid]
    start = next(cell for cell in found.cells if cell.text == label)
    right = [cell for cell in found.row(start.row) if cell.column > start.column]
    return right[steps - 1].text
