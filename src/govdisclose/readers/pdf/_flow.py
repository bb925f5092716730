"""Pages to sheets: what is in a table, what is prose, and what only says which page it is and goes."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from govdisclose.limits import Limits
from govdisclose.locate import Box
from govdisclose.readers.pdf._frames import outermost
from govdisclose.readers.pdf._lines import join_runs, to_lines
from govdisclose.readers.pdf._over_pages import align
from govdisclose.readers.pdf._page import Page, Run
from govdisclose.readers.pdf._rules import SNAP, Lattice, find_lattices
from govdisclose.readers.pdf._running import drop_running
from govdisclose.readers.pdf._seen import SHOWS, legible
from govdisclose.readers.pdf._sheet import Sheet, Table
from govdisclose.readers.pdf._thing import Reach, Thing
from govdisclose.readers.pdf._undivided import is_undivided
from govdisclose.shown import Sight

__all__ = ["lay_out"]

_MOST_AT_ONCE = 64  # comparisons that cost as much as an element


def lay_out(pages: Sequence[Page], limits: Limits) -> tuple[list[Sheet], int]:
    """The pages with page numbers and running heads taken out, and how many lines those were."""
    sheets = [_sheet(page, limits) for page in pages]
    dropped = drop_running(sheets)
    align(sheets)
    _release_undivided(sheets)
    return sheets, dropped


def _sheet(page: Page, limits: Limits) -> Sheet:
    found, boxes = find_lattices(page, limits)
    limits.check("elements", len(boxes) * len(page.runs) // _MOST_AT_ONCE, "the boxes of a page")
    lattices, drawn = outermost(found)
    places = [lattice.box for lattice in drawn]
    places += [box for box in boxes if _is_in_table(box, lattices) and not _frames_text(box, page)]
    if places:
        shown = (Thing(box, "drawing", Reach.TOUCHING) for box in places)
        page = evolve(page, things=(*page.things, *shown))
    tables = [Table(lattice) for lattice in lattices]
    inside = [(table.lattice.box, table) for table in tables]
    loose: list[Run] = []
    for run in join_runs(page.runs):
        y, x = run.middle, (run.edges[0] + run.edges[-1]) / 2
        for (left, top, right, bottom), table in inside:
            if top <= y <= bottom and left <= x <= right:
                table.runs.append(run)
                break
        else:
            loose.append(run)
    kept: list[Table] = []
    for table in tables:
        if _is_table(table):
            kept.append(table)
        else:
            loose += table.runs
    scan = bool(page.pictures) and not any(run.sight in SHOWS for run in page.runs)
    loose, hidden = legible(loose, scan=scan)
    return Sheet(page, kept, to_lines(loose) if loose else [], hidden)


def _is_in_table(box: Box, lattices: Sequence[Lattice]) -> bool:
    left, top, right, bottom = box
    return any(
        x0 < right and left < x1 and y0 < bottom and top < y1
        for x0, y0, x1, y1 in (lattice.box for lattice in lattices)
    )


def _frames_text(box: Box, page: Page) -> bool:
    """Whether a box is drawn round text, and no line in it."""
    left, top, right, bottom = box
    lines = any(
        low + SNAP < rule.at < high - SNAP and start <= (rule.start + rule.end) / 2 <= end
        for rules, low, high, start, end in (
            (page.horizontals, top, bottom, left, right),
            (page.verticals, left, right, top, bottom),
        )
        for rule in rules
    )
    return not lines and any(
        top < run.middle < bottom and left < (run.edges[0] + run.edges[-1]) / 2 < right
        for run in page.runs
        if run.sight in SHOWS
    )


def _is_table(table: Table) -> bool:
    """Whether there is text in it and a rule between two cells; a box around a paragraph is none."""
    lattice = table.lattice
    return bool(table.runs) and (len(lattice.xs) > 2 or len(lattice.ys) > 2)


def _release_undivided(sheets: Sequence[Sheet]) -> None:
    """Make lines of the tables whose cells the rules do not divide: what belongs where is told by its labels."""
    for sheet in sheets:
        undivided = [table for table in sheet.tables if is_undivided(table.lattice, _plain(table))]
        if undivided:
            sheet.tables = [table for table in sheet.tables if table not in undivided]
            sheet.lines += [
                line._replace(loose=True)
                for table in undivided
                for line in to_lines(legible(table.runs, scan=False)[0])
            ]
            sheet.lines.sort(key=lambda line: (line.base, line.box[0]))


def _plain(table: Table) -> list[Run]:
    """The text of a table without what is struck out, hidden or a watermark's: it is not what crowds a cell."""
    return [run for run in table.runs if run.sight is Sight.PLAIN]
