"""Sheets to a ``Document``: blocks numbered in reading order, each with its page and box."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cmp_to_key

from attrs import evolve

from govdisclose.document import Block, Document, Grid, Paragraph, Word
from govdisclose.errors import EmptyDocumentError, ImageOnlyDocumentError
from govdisclose.findings import Finding, finding
from govdisclose.limits import Limits
from govdisclose.locate import Box, Locator
from govdisclose.readers.pdf._flow import Sheet, Table, is_prose, lay_out, paragraphs
from govdisclose.readers.pdf._grid import build_grid, cut_numbers
from govdisclose.readers.pdf._lines import Line, side_by_side
from govdisclose.readers.pdf._page import UNKNOWN, Page
from govdisclose.readers.pdf._words import is_value, to_words
from govdisclose.text import unradical

__all__ = ["build"]


_CUT = 0.6  # of the size: what is cut off ends so near the edge


def build(pages: Sequence[Page], limits: Limits) -> Document:
    """The document of the pages. Raises ``ImageOnlyDocumentError`` where they hold no text."""
    _refuse_empty(pages)
    sheets, dropped = lay_out(pages, limits)
    blocks: list[Block] = []
    findings: list[Finding] = _notes(pages, dropped)
    number = grids = positions = characters = 0
    before: tuple[int, Grid, Grid, frozenset[int]] | None = (
        None  # a part that goes on: its block, it, the first part
    )
    for sheet in sheets:
        for item in _in_order(sheet):
            limits.check("blocks", len(blocks) + 1)
            if isinstance(item, Line):
                number += 1
                characters += len(item.text)
                page = sheet.page
                text = unradical(item.text)
                words = _words(item, page) if item.runs and not is_prose(item, sheet) else ()
                place = page.place(item.box)
                blocks.append(Paragraph(text, number, None, page.number, place, words=words))
            else:
                grids += 1
                grid, noticed, full = build_grid(item.lattice, item.runs, sheet.page, grids, limits)
                first = grid
                if before is not None:
                    block, upper, first, above = before
                    blocks[block], grid, cut = cut_numbers(upper, grid, above, _repeated(first, grid))
                    noticed += cut
                before = (len(blocks), grid, first, full) if item.goes_on else None
                positions += grid.rows * grid.columns
                limits.check("cells", positions)
                characters += sum(len(cell.text) for cell in grid.cells)
                blocks.append(grid)
                findings += noticed
            limits.check("characters", characters)
    if not blocks:
        raise EmptyDocumentError("the PDF holds no text but page numbers")
    return Document(tuple(blocks), "pdf", findings=tuple(findings), ordered=False)


def _words(line: Line, page: Page) -> tuple[Word, ...]:
    """The words of a line, each with its place on the page as shown.

    Where text is cut off, a number that ends at the edge of all that is seen may go on behind it.
    """
    words = tuple(evolve(word, at=page.place(word.box)) for word in to_words(line))
    if not page.hidden:
        return words
    left = min(run.edges[0] for run in page.runs)
    right = max(run.edges[-1] for run in page.runs)
    return tuple(
        evolve(word, text=word.text + UNKNOWN, edges=(*word.edges, word.edges[-1]))
        if is_value(word)
        and (word.edges[-1] > right - _CUT * line.size or word.edges[0] < left + _CUT * line.size)
        else word
        for word in words
    )


def _repeated(first: Grid, grid: Grid) -> int:
    """How many rows at the head of a later part are those of the first part again."""
    rows = 0
    while rows < min(first.rows, grid.rows) and _texts(first, rows) == _texts(grid, rows):
        rows += 1
    return rows


def _texts(grid: Grid, row: int) -> list[str]:
    return [cell.text for cell in grid.row(row)]


def _refuse_empty(pages: Sequence[Page]) -> None:
    if any(not char.isspace() for page in pages for run in page.runs for char in run.chars):
        return
    if any(page.pictures for page in pages):
        raise ImageOnlyDocumentError(
            f"the PDF is a scan: {len(pages)} pages with pictures and no text; text recognition (OCR) has to come first"
        )
    if any(page.hidden for page in pages):
        raise ImageOnlyDocumentError(
            "all text of the PDF is invisible; text recognition (OCR) of its pages would help"
        )
    raise EmptyDocumentError(
        "the pages of the PDF hold no text; if they show any, it is drawn and not written"
    )


def _notes(pages: Sequence[Page], dropped: int) -> list[Finding]:
    found: list[Finding] = []
    for page in pages:
        at = Locator(page=page.number)
        if page.unknown:
            found.append(finding("characters-unmapped", at, count=page.unknown))
        if page.hidden:
            found.append(finding("text-invisible", at, count=page.hidden))
        if page.askew:
            found.append(finding("text-askew", at, count=page.askew))
    if dropped:
        found.append(finding("running-lines-left-out", None, count=dropped))
    return found


def _in_order(sheet: Sheet) -> list[Line | Table]:
    """Lines and tables from top to bottom; what stands side by side from left to right."""
    items: list[tuple[Box, Line | Table]] = [(table.lattice.box, table) for table in sheet.tables]
    items += [(line.box, line) for whole in paragraphs(sheet) for line in side_by_side(whole)]
    items.sort(key=cmp_to_key(_before))
    return [item for _, item in items]


def _before(one: tuple[Box, object], other: tuple[Box, object]) -> int:
    (left, top, _, bottom), (left2, top2, _, bottom2) = one[0], other[0]
    shared = min(bottom, bottom2) - max(top, top2)
    if shared > 0.5 * min(bottom - top, bottom2 - top2):
        return 1 if left > left2 else -1
    return 1 if top > top2 else -1
