"""The reports that are plain text."""

from __future__ import annotations

from _making.shapes import body, document, relabel
from _making.source import Source
from govdisclose.document import Block
from govdisclose.grid import Grid
from govdisclose.writers.text import write

__all__ = ["emergency", "human_resources", "statistics", "transport"]


def transport(source: Source) -> bytes:
    """Each cell on a line led by a tab."""
    return write(document(source, body(source)), shape="cells")


def statistics(source: Source) -> bytes:
    """Each cell on a line."""
    return write(document(source, body(source)), shape="lines")


def emergency(source: Source) -> bytes:
    """Rows between pipes."""
    return write(document(source, body(source)), shape="pipes")


def human_resources(source: Source) -> bytes:
    """Rows between tabs, in GB18030."""

    def reshape(_: str, grid: Grid) -> list[Block]:
        return [relabel(grid, {"采购总金额": "采购总金额（元）"})]

    return write(document(source, body(source, reshape)), shape="tabs", encoding="gb18030")
