"""Which layout a document follows: the one whose tables fit with the fewest misfits. The year is never asked."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

import attrs
from attrs import frozen

from govdisclose.document import Document, Paragraph
from govdisclose.findings import Finding, finding
from govdisclose.grammar.entry import Entry, State
from govdisclose.grammar.find import Found, find
from govdisclose.grammar.heading import YEAR
from govdisclose.grammar.index import index_of
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.match import Matched, match
from govdisclose.grammar.place import place
from govdisclose.grammar.row import Run
from govdisclose.grammar.section import TextLine
from govdisclose.grammar.table import Table
from govdisclose.text import fold_prose, is_blank, label

__all__ = ["Fit", "Selection", "fit", "labels_of", "missing_labels", "select"]


_MOST_LINES = 2_000
_LONGEST = 5_000
_MOST_COPIES = 50  # of one table; each costs a match, and more of them is no report
_MOST_PIECES = 1_000  # of all copies of a table; a paged file has no more than 500 pages


@frozen
class Fit:
    """A layout tried on a document.

    ``matched`` has one result a table (the first copy's where there are several, with what the copies agree on),
    ``misfit`` is the sum over tables of the share of lines that did not match, 1 for a table not found.
    """

    layout: Layout
    found: Found
    matched: tuple[Matched, ...]
    misfit: Fraction


@frozen
class Selection:
    """The outcome. ``fits`` are the layouts tried in full, best first; ``chosen`` is None where the best tie.

    ``passed_over`` are layouts not tried in full because a label of theirs stands nowhere and another layout
    fits without a misfit, each with those labels.
    """

    chosen: Fit | None
    fits: tuple[Fit, ...]
    passed_over: tuple[tuple[Layout, tuple[str, ...]], ...] = ()

    @property
    def best(self) -> Fit:
        """The chosen fit, or one of those that tie."""
        return self.chosen or self.fits[0]

    @property
    def empty(self) -> bool:
        """Whether no table of any layout that was tried stands in the document, not even with its cells run together."""
        return not any(copies for item in self.fits for copies in item.found.copies.values()) and not any(
            note.kind == "table-run-together"
            for item in self.fits
            for matched in item.matched
            for note in matched.findings
        )

    @property
    def tied(self) -> tuple[Fit, ...]:
        """The fits that tie for the best place; empty where one was chosen."""
        if self.chosen is not None:
            return ()
        return tuple(item for item in self.fits if item.misfit == self.fits[0].misfit)


def select(document: Document, layouts: Sequence[Layout]) -> Selection:
    """Try the layouts, the most promising first. ``layouts`` must not be empty."""
    present = labels_of(document)
    missing = {layout.id: missing_labels(layout, present) for layout in layouts}
    queue = sorted(layouts, key=lambda layout: len(missing[layout.id]))
    fits: list[Fit] = []
    passed_over: list[tuple[Layout, tuple[str, ...]]] = []
    for layout in queue:
        perfect = fits and fits[0].misfit == 0 and not fits[0].found.loose
        if perfect and missing[layout.id]:
            passed_over.append((layout, missing[layout.id]))
            continue
        fits.append(fit(document, layout))
        fits.sort(key=lambda item: item.misfit)
    tie = len(fits) > 1 and fits[0].misfit == fits[1].misfit
    return Selection(None if tie else fits[0], tuple(fits), tuple(passed_over))


def fit(document: Document, layout: Layout) -> Fit:
    """Find and match every table of one layout."""
    found = find(document, layout)
    matched: list[Matched] = []
    misfit = Fraction(0)
    for table in layout.tables:
        copies = found.copies[table.key]
        pieces = sum(map(len, copies))
        if len(copies) > _MOST_COPIES:
            one = _not_compared(table, copies[0][:_MOST_PIECES], len(copies), _MOST_COPIES)
        elif pieces > _MOST_PIECES:
            one = _not_compared(table, copies[0][:_MOST_PIECES], pieces, _MOST_PIECES)
        else:
            one = _merge(table, [match(table, runs) for runs in copies])
        if not copies and (line := _run_together(table, found)) is not None:
            note = finding("table-run-together", line.at, table.key)
            one = attrs.evolve(one, findings=(*one.findings, note))
        if table.key in found.noticed:
            one = attrs.evolve(one, findings=(*found.noticed[table.key], *one.findings))
        if table.key in found.loose:
            grid = found.copies[table.key][0][0].grid
            note = finding("table-from-lines", grid.locate(grid.cells[0]), table.key)
            one = attrs.evolve(one, findings=(note, *one.findings))
        matched.append(one)
        misfit += Fraction(one.misfits, one.lines)
    return Fit(layout, found, tuple(matched), misfit)


def _run_together(table: Table, found: Found) -> TextLine | None:
    """The line in which the labels of a table stand without anything between them and the numbers."""
    cores = {
        core
        for _, part in table.parts()
        for tree in (part.boxhead, part.stub)
        if tree is not None
        for core in index_of(tree).cores
        if len(core) > 3
    }
    for line in found.lines[:_MOST_LINES]:
        if len(line.text) > 60:
            folded = fold_prose(line.text[:_LONGEST])
            if 2 * sum(core in folded for core in cores) > len(cores):
                return line
    return None


def _merge(table: Table, copies: Sequence[Matched]) -> Matched:
    """One result for all copies of a table; entries in which they differ have no value."""
    if not copies:
        entries, _ = place(table, {})
        note = finding(
            "table-not-found", None, table.key, table=table.title, labels="、".join(_first_labels(table))
        )
        return Matched(table, entries, (note,))
    says = [any(_says(entry) for entry in copy.entries) for copy in copies]
    if not any(says):
        return copies[0]
    useful = [copy for copy, readable in zip(copies, says, strict=True) if readable]
    unread = [
        copy for copy, readable in zip(copies, says, strict=True) if not readable and _holds_figures(copy)
    ]
    notes = tuple(
        finding(
            "table-copy-unread",
            next(row.row.at for band in copy.bands for row in band.rows),
            table.key,
            count=len(unread),
        )
        for copy in unread[:1]
    )
    if len(useful) == 1:
        return attrs.evolve(useful[0], findings=(*useful[0].findings, *notes)) if notes else useful[0]
    best = min(useful, key=lambda copy: copy.misfits)
    entries_: list[Entry] = []
    differ = 0
    for number, entry in enumerate(best.entries):
        others = [copy.entries[number] for copy in useful]
        if all(
            (other.state, other.value, other.unit) == (entry.state, entry.value, entry.unit)
            for other in others
        ):
            entries_.append(entry)
        else:
            differ += 1
            entries_.append(attrs.evolve(entry, value=None, unit=None, state=State.UNREADABLE))
    at = next((entry.at for entry in useful[1].entries if entry.at is not None), None)
    kind = "table-conflict" if differ else "table-repeated"
    note = finding(kind, at, table.key, count=len(useful))
    findings: tuple[Finding, ...] = (*best.findings, note, *notes)
    return attrs.evolve(best, entries=tuple(entries_), findings=findings)


def _not_compared(table: Table, first: Sequence[Run], places: int, most: int) -> Matched:
    """The first pieces of a table of which there are too many: how they fit is known, what the entries are is not."""
    one = match(table, first)
    entries = tuple(
        attrs.evolve(entry, value=None, unit=None, state=State.UNREADABLE) for entry in one.entries
    )
    at = next((entry.at for entry in entries if entry.at is not None), None)
    note = finding("table-in-many-places", at, table.key, count=places, most=most)
    return attrs.evolve(one, entries=entries, findings=(*one.findings, note))


def _holds_figures(copy: Matched) -> bool:
    """Whether rows of the form are there and something is printed in them, though no number of it can be told."""
    return any(
        cell is not None and not is_blank(cell.text)
        for band in copy.bands
        for row in band.rows
        if row.leaf
        for cell in row.body
    )


def _first_labels(table: Table) -> list[str]:
    """Labels by which a person would know the table: its band titles, or its outermost headings."""
    if table.bands:
        return [band.spanner or band.title for band in table.bands]
    trees = [tree for tree in (table.boxhead, table.stub) if tree is not None]
    return [heading.label for tree in trees for heading in tree.headings][:5]


def _says(entry: Entry) -> bool:
    return entry.state not in (State.MISSING, State.UNREADABLE)


def labels_of(document: Document) -> set[str]:
    """The folded words of every short text of the document."""
    texts = {
        text
        for block in document.blocks
        for text in ((block.text,) if isinstance(block, Paragraph) else [cell.text for cell in block.cells])
        if 1 < len(text) < 120
    }
    return {label(text).core for text in texts}


@lru_cache(maxsize=64)
def _wordings(layout: Layout) -> tuple[tuple[str, frozenset[str]], ...]:
    """Every heading of the layout's tables: its label, and all folded wordings of it."""
    found: dict[str, frozenset[str]] = {}
    for table in layout.tables:
        for _, part in table.parts():
            for tree in (part.boxhead, part.stub):
                for _, heading in tree.walk() if tree is not None else ():
                    names = (heading.label, *heading.aliases)
                    if any(YEAR in name for name in names):
                        continue  # stands in no document as it is declared
                    found[heading.label] = found.get(heading.label, frozenset()) | {
                        label(name).core for name in names
                    }
    return tuple(found.items())


def missing_labels(layout: Layout, present: set[str]) -> tuple[str, ...]:
    """The labels of a layout that stand nowhere among those present, nor another wording of them."""
    return tuple(words for words, cores in _wordings(layout) if not cores & present)
