"""A report that stands as markup within a page: the page and that markup, read as one document."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from govdisclose.document import Block, Document, Grid
from govdisclose.findings import Finding, finding

__all__ = ["with_inner"]


def with_inner(document: Document, holds_tables: Callable[[Document], bool]) -> Document | None:
    """The document with the markup that holds the tables of a form, if exactly one such stands in it; else None.

    The same tables kept twice are one.
    """
    found = [(holder, inner) for holder, inner in document.inner if holds_tables(inner)]
    if not found or any(inner.grids != found[0][1].grids for _, inner in found):
        return None
    holder, inner = found[0]
    grids, paragraphs = len(document.grids), len(document.paragraphs)
    blocks: list[Block] = list(document.blocks)
    for block in inner.blocks:
        if isinstance(block, Grid):
            blocks.append(_numbered(block, block.number + grids))
        else:
            blocks.append(evolve(block, number=block.number + paragraphs))
    told = finding("read-from-markup", holder=holder)
    noticed = tuple(_moved(item, grids, paragraphs) for item in inner.findings)
    return evolve(
        document,
        blocks=tuple(blocks),
        findings=(told, *document.findings, *noticed),
        pictures=(*document.pictures, *inner.pictures),
        inner=(),
    )


def _numbered(grid: Grid, number: int) -> Grid:
    return Grid(grid.cells, grid.rows, grid.columns, number, grid.ragged, grid.widths)


def _moved(item: Finding, grids: int, paragraphs: int) -> Finding:
    at = item.at
    if at is None:
        return item
    return evolve(
        item,
        at=evolve(
            at,
            table=at.table + grids if at.table is not None else None,
            paragraph=at.paragraph + paragraphs if at.paragraph is not None else None,
        ),
    )
