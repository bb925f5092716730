"""Reports of organs that do not exist, drawn from the forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs
from click.testing import CliRunner, Result

from govdisclose.cli import main
from govdisclose.document import Cell, Document, Grid
from govdisclose.grammar.draw import draw
from govdisclose.grammar.layout import Layout
from govdisclose.layouts import CN_2021
from govdisclose.writers.html import write

ORGAN = "示例市档案局"
PROSE = {"overview": ["2022年，示例市档案局照章办理。"], "problems": ["人手不足。"], "others": ["无。"]}


def filled(layout: Layout, changes: Mapping[str, str] | None = None) -> dict[str, dict[tuple[str, str], str]]:
    """0 in every entry, but for ``changes`` by path."""
    texts = {table.key: dict.fromkeys(table.cells(), "0") for table in layout.tables}
    for path, text in (changes or {}).items():
        table, row, column = path.split(":")
        assert (row, column) in texts[table]
        texts[table][row, column] = text
    return texts


def report(
    changes: Mapping[str, str] | None = None,
    *,
    layout: Layout = CN_2021,
    organ: str = ORGAN,
    relabel: Mapping[str, str] | None = None,
    tables: Sequence[str] = ("disclosure", "requests", "reviews"),
) -> bytes:
    """A report as a web page. ``relabel`` puts other words where these stand in a cell."""
    document = draw(
        layout, filled(layout, changes), title=[f"{organ}2022年政府信息公开工作年度报告"], prose=PROSE
    )
    kept = {number for number, table in enumerate(layout.tables, 1) if table.key in tables}
    blocks = tuple(
        _relabelled(block, relabel or {}) if isinstance(block, Grid) else block
        for block in document.blocks
        if not isinstance(block, Grid) or block.number in kept
    )
    return write(Document(blocks, "drawn"))


def _relabelled(grid: Grid, relabel: Mapping[str, str]) -> Grid:
    return attrs.evolve(grid, cells=tuple(_renamed(cell, relabel) for cell in grid.cells))


def _renamed(cell: Cell, relabel: Mapping[str, str]) -> Cell:
    return attrs.evolve(cell, text=relabel.get(cell.text, cell.text))


def put(folder: Path, name: str, content: bytes) -> str:
    """Write a file; its path as text."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return str(path)


def run(*arguments: str, lang: str = "en_US.UTF-8") -> Result:
    """Run the command line in this process, its stdout and stderr apart."""
    return CliRunner(env={"LC_ALL": lang, "NO_COLOR": "1"}).invoke(main, arguments)
