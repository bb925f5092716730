"""Sheets to a ``Document``: blocks numbered in reading order, each with its page and box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cmp_to_key

from attrs import evolve

from govdisclose.document import Block, Document, Grid, Paragraph
from govdisclose.errors import EmptyDocumentError, ImageOnlyDocumentError
from govdisclose.findings import Finding, finding
from govdisclose.limits import Limits
from govdisclose.locate import Box, Locator
from govdisclose.readers.pdf._beside import Beside
from govdisclose.readers.pdf._flow import lay_out
from govdisclose.readers.pdf._grid import build_grid, cut_numbers
from govdisclose.readers.pdf._lines import Line, side_by_side
from govdisclose.readers.pdf._page import Page
from govdisclose.readers.pdf._paragraphs import is_prose, paragraphs
from govdisclose.readers.pdf._seen import SHOWS
from govdisclose.readers.pdf._sheet import Sheet, Table
from govdisclose.shown import Sight
from govdisclose.text import unradical

__all__ = ["build"]

_AGAIN = 3  # times that the text of a watermark stands on the pages
_LEAST = 2  # characters of it: a pale 0 may stand in many cells


def build(pages: Sequence[Page], limits: Limits, format: str = "pdf") -> Document:
    """The document of the pages; ``format`` is the id of the reader.

    Raises ``ImageOnlyDocumentError`` where they hold no text.
    """
    _refuse_empty(pages, format.upper())
    if format == "pdf":
        pages = [_without_radicals(page) for page in pages]
    sheets, dropped = lay_out(pages, limits)
    blocks: list[Block] = []
    findings: list[Finding] = _notes(pages, dropped, [sheet.hidden for sheet in sheets])
    repeated = _repeated_texts(pages)
    number = grids = positions = characters = 0
    before: tuple[int, Grid, Grid, frozenset[int]] | None = (
        None  # a part that goes on: its block, it, the first part
    )
    for sheet in sheets:
        beside = Beside(sheet.page, limits)
        for item in _in_order(sheet):
            limits.check("blocks", len(blocks) + 1)
            if isinstance(item, Line):
                number += 1
                characters += len(item.text)
                page = sheet.page
                words = beside.words(item) if item.runs and not is_prose(item, sheet) else ()
                place = page.place(item.box)
                blocks.append(Paragraph(item.text, number, None, page.number, place, words=words))
            else:
                grids += 1
                grid, noticed, full = build_grid(item.lattice, item.runs, sheet.page, grids, limits, repeated)
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
        raise EmptyDocumentError(f"the {format.upper()} holds no text but page numbers")
    return Document(tuple(blocks), format, findings=tuple(findings), ordered=False)


def _without_radicals(page: Page) -> Page:
    """The page with the characters that its radicals stand for: a PDF holds them as text."""
    whole = "".join(char for run in page.runs for char in run.chars)
    if unradical(whole) == whole:
        return page
    runs = tuple(run._replace(chars=[unradical(char) for char in run.chars]) for run in page.runs)
    return evolve(page, runs=runs)


def _repeated(first: Grid, grid: Grid) -> int:
    """How many rows at the head of a later part are those of the first part again."""
    rows = 0
    while rows < min(first.rows, grid.rows) and _texts(first, rows) == _texts(grid, rows):
        rows += 1
    return rows


def _texts(grid: Grid, row: int) -> list[str]:
    return [cell.text for cell in grid.row(row)]


def _repeated_texts(pages: Sequence[Page]) -> frozenset[str]:
    """Pale texts that stand on the pages again and again."""
    texts = Counter(
        "".join(run.chars).strip() for page in pages for run in page.runs if run.sight is Sight.WATERMARK
    )
    return frozenset(text for text, count in texts.items() if count >= _AGAIN and len(text) >= _LEAST)


def _refuse_empty(pages: Sequence[Page], name: str) -> None:
    if any(
        not char.isspace()
        for page in pages
        for run in page.runs
        if run.sight in SHOWS or run.sight is Sight.WATERMARK
        for char in run.chars
    ):
        return
    if any(page.pictures for page in pages):
        raise ImageOnlyDocumentError(
            f"the {name} is a scan: {len(pages)} pages with pictures and no text; text recognition (OCR) has to come first"
        )
    if any(page.hidden or page.runs for page in pages):
        raise ImageOnlyDocumentError(
            f"all text of the {name} is invisible; text recognition (OCR) of its pages would help"
        )
    raise EmptyDocumentError(
        f"the pages of the {name} hold no text; if they show any, it is drawn and not written"
    )


def _notes(pages: Sequence[Page], dropped: int, hidden: Sequence[int]) -> list[Finding]:
    """What is told of pages as a whole. ``hidden``: what cannot be seen outside their tables."""
    found: list[Finding] = []
    for page, outside in zip(pages, hidden, strict=True):
        at = Locator(page=page.number)
        if page.unknown:
            found.append(finding("characters-unmapped", at, count=page.unknown))
        if page.hidden or outside:
            found.append(finding("text-invisible", at, count=page.hidden + outside))
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
