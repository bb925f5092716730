"""Which grid, or which rows of a grid, is which table of a layout. Labels only.

A row belongs to the table whose labels it holds; rows without a label of their own go with those before them. A
table may lie in several grids (a page cut it) and a grid may hold several tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from attrs import field, frozen

from govdisclose.document import Document, Paragraph
from govdisclose.findings import Finding, finding
from govdisclose.grammar.arrange.glyphs import stretches_of
from govdisclose.grammar.arrange.placed import PlacedTable, find_placed
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.lines import find_lines
from govdisclose.grammar.lookup import STUB, band_index, vocabulary
from govdisclose.grammar.row import Run
from govdisclose.grammar.section import TextLine
from govdisclose.grammar.table import Table
from govdisclose.grid import Cell, Grid
from govdisclose.text import LONGEST_LABEL, is_blank, label, simplify, wording

__all__ = ["Found", "LabelIndex", "find", "label_index"]

_MOST_BETWEEN = 3  # paragraphs between two pieces of a table: a page number, a running head
_LONGEST_BETWEEN = 40
_MANY_LABELS = 6  # in lines: another copy of a table that stands in a grid too


@frozen
class Found:
    """Where the tables of a layout are: for each table its copies, each a list of runs of rows.

    ``lines`` are the paragraphs and one-cell rows outside the tables, in reading order. ``loose`` names the
    tables that were found in lines of text only.
    """

    copies: dict[str, tuple[tuple[Run, ...], ...]]
    lines: tuple[TextLine, ...]
    loose: frozenset[str]
    noticed: dict[str, tuple[Finding, ...]] = field(factory=dict)


class LabelIndex:
    """Which tables of a layout know a label, as bits; and which labels are section headings."""

    def __init__(self, layout: Layout) -> None:
        self.tables = layout.tables
        self.titles = {
            label(part.spanner).core
            for table in layout.tables
            if table.bands
            for _, part in table.parts()
            if part.spanner is not None
        }
        self.sections = {
            label(words).core for section in layout.sections for words in (section.label, *section.aliases)
        }
        self._words = vocabulary(self.tables)
        self._masks: dict[str, int] = {}

    def mask(self, text: str) -> int:
        """The tables that know the text as a label."""
        found = self._masks.get(text)
        if found is None:
            found = 0
            if self._words.may_have(text):
                for number, table in enumerate(self.tables):
                    if any(band_index(part).roles(text) for _, part in table.parts()):
                        found |= 1 << number
            if len(self._masks) < 20_000:
                self._masks[text] = found
        return found

    def is_section(self, text: str) -> bool:
        """Whether the text is a section heading and nothing else."""
        if len(text) > LONGEST_LABEL:
            return False
        core = label(text).core
        return core in self.sections or simplify(core) in self.sections

    def is_title(self, text: str) -> bool:
        """Whether the text is the title of a band."""
        if len(text) > LONGEST_LABEL:
            return False
        read = wording(text)
        cores = (read.core, *(shorter.core for shorter in read.shorter))
        return any(core in self.titles or simplify(core) in self.titles for core in cores)


@lru_cache(maxsize=64)
def label_index(layout: Layout) -> LabelIndex:
    """The labels of a layout, indexed once."""
    return LabelIndex(layout)


def find(document: Document, layout: Layout) -> Found:
    """Find every table of a layout in a document. Never fails; a table that is not there has no copies."""
    placed = find_placed(stretches_of(document, label_index(layout).is_section), layout)
    finder = _Finder(layout, placed)
    finder.walk(document)
    runs: dict[str, list[Run]] = {table.key: [] for table in layout.tables}
    noticed: dict[str, tuple[Finding, ...]] = {}
    for item in placed:
        key = layout.tables[item.table].key
        note = finding("columns-by-alignment", item.at, key, count=item.columns)
        noticed[key] = (*noticed.get(key, ()), note, *item.findings)
    for number, run in finder.runs:
        runs[layout.tables[number].key].append(run)
    copies = {table.key: _copies(table, runs[table.key]) for table in layout.tables}
    lines = finder.lines
    loose: set[str] = set()
    wanted = [
        table
        for number, table in enumerate(layout.tables)
        if not copies[table.key] or finder.said[number] >= _MANY_LABELS
    ]
    if wanted and document.ordered:
        taken: set[int] = set()
        for key, (found, used) in find_lines(layout.tables, wanted, lines, finder.index.is_section).items():
            if not copies[key]:
                loose.add(key)
            copies[key] = _copies(layout.table(key), [*runs[key], *found])
            taken |= used
        lines = [line for at, line in enumerate(lines) if at not in taken]
    return Found(copies, tuple(lines), frozenset(loose), noticed)


class _Finder:
    def __init__(self, layout: Layout, placed: Sequence[PlacedTable]) -> None:
        self.index = label_index(layout)
        self.placed = {min(item.paragraphs): item for item in placed}
        self.taken = {at for item in placed for at in item.paragraphs}
        self.runs: list[tuple[int, Run]] = []
        self.lines: list[TextLine] = []
        self.said = [0] * len(layout.tables)  # labels of each table in lines outside all grids
        self.current: int | None = None
        self.last: Grid | None = None
        self.between = 0
        self.title: Paragraph | None = None

    def walk(self, document: Document) -> None:
        for at, block in enumerate(document.blocks):
            if at in self.placed:
                item = self.placed[at]
                self.runs += [(item.table, run) for run in item.runs]
            if at in self.taken:
                continue
            if isinstance(block, Paragraph):
                self._paragraph(block)
            else:
                self._grid(block)

    def _paragraph(self, block: Paragraph) -> None:
        is_title = len(block.text) <= _LONGEST_BETWEEN and self.index.is_title(block.text)
        self.title = block if is_title else None
        if len(block.text) <= _LONGEST_BETWEEN and (mask := self.index.mask(block.text)):
            for number in range(len(self.said)):
                self.said[number] += mask == 1 << number
        self.lines.append(TextLine(block.text, block.at))
        self.between += 1
        if len(block.text) > _LONGEST_BETWEEN or self.index.is_section(block.text):
            self.between = _MOST_BETWEEN + 1

    def _grid(self, grid: Grid) -> None:
        assigned = self._assign(grid)
        known = any(number is not None for number in assigned)
        if not known and not self._goes_on(grid):
            self._outside(grid, range(grid.rows))
            return
        if not known:
            assert self.current is not None
            assigned = [self.current] * grid.rows
        first = next((number for number in assigned if number is not None), None)
        if self.title is not None and first is not None:
            # the title of a band, printed over the grid
            cell = Cell(self.title.text, 0, 0, line=self.title.line)
            self.runs.append((first, Run(Grid((cell,), 1, 1, number=grid.number, ragged=True), (0,))))
            self.lines.pop()
        self.title = None
        start = 0
        for row in range(1, grid.rows + 1):
            if row < grid.rows and assigned[row] == assigned[start]:
                continue
            number = assigned[start]
            if number is None:
                self._outside(grid, range(start, row))
            else:
                self.runs.append((number, Run(grid, range(start, row))))
            start = row
        self.current = assigned[-1]
        self.last = grid
        self.between = 0

    def _may_go_on(self, grid: Grid) -> bool:
        """Whether a grid can be the rest of the table before it, by where it stands."""
        return (
            self.current is not None
            and self.last is not None
            and self.between <= _MOST_BETWEEN
            and grid.ragged == self.last.ragged
        )

    def _goes_on(self, grid: Grid) -> bool:
        """Whether a grid without any label can be the rest of the table before it: its columns are the same."""
        if not self._may_go_on(grid) or self.last is None:
            return False
        if grid.ragged or grid.columns == self.last.columns:
            return True
        # the end of a label, alone on its page: nothing divides its columns
        texts = [cell.text for cell in grid.cells if not is_blank(cell.text)]
        return grid.rows == 1 and len(texts) == 1 and len(texts[0]) <= _LONGEST_BETWEEN

    def _outside(self, grid: Grid, rows: Sequence[int]) -> None:
        for row in rows:
            cells = [cell for cell in grid.row(row) if cell.row == row and not is_blank(cell.text)]
            if len({cell.text for cell in cells}) == 1:
                at = grid.locate(cells[0])
                self.lines.extend(
                    TextLine(line, at) for line in cells[0].text.split("\n") if not is_blank(line)
                )

    def _assign(self, grid: Grid) -> list[int | None]:
        """For each row the number of its table, or None."""
        mask_of = self.index.mask
        assigned: list[int | None] = []
        current: int | None = None
        goes_on = self._may_go_on(grid)
        for row in range(grid.rows):
            votes: dict[int, int] = {}
            weak = 0
            texts: set[str] = set()  # a merged cell may be repeated in every column
            for cell in grid.row(row):
                text = cell.text
                if cell.row != row or not text or text.isspace():
                    continue
                texts.add(only := text)
                if mask := mask_of(text):
                    weak |= mask
                    if mask & (mask - 1) == 0:
                        votes[mask] = votes.get(mask, 0) + 1
            filled = len(texts)
            if votes:
                best = max(votes.values())
                masks = [mask for mask, count in votes.items() if count == best]
                now = 1 << current if current is not None else 0
                current = (now if now in masks else masks[0]).bit_length() - 1
                # rows with labels that several tables know belong to what follows them, and so do rows of half
                # labels or misspelt ones
                for back in range(row - 1, -1, -1):
                    if assigned[back] != _PENDING:
                        break
                    assigned[back] = current
            elif filled == 1 and not weak and self.index.is_section(only):
                current = None
            elif current is None:
                assigned.append(_PENDING if weak or filled > 1 or (goes_on and filled == 1) else None)
                continue
            elif filled == 1 and not weak and len(only) > _LONGEST_BETWEEN:
                assigned.append(None)
                continue
            assigned.append(current)
        return [None if number == _PENDING else number for number in assigned]


_PENDING = -1


def _copies(table: Table, runs: Sequence[Run]) -> tuple[tuple[Run, ...], ...]:
    """Runs grouped to copies of the table: one that names rows again that were there begins a new one."""
    if len(runs) <= 1:
        return (tuple(runs),) if runs else ()
    copies: list[list[Run]] = []
    seen: set[str] = set()
    unfinished = False  # the last copy has no numbers yet: the page ended among its headings
    for run in runs:
        named = _named(table, run)
        if copies and (unfinished or not named & seen):
            copies[-1].append(run)
            seen |= named
            unfinished = unfinished and _has_only_headings(table, run)
        else:
            if copies and all(len(other.rows) == 1 and not _named(table, other) for other in copies[-1][-1:]):
                # the title of a band that stood over the grid goes with it
                copies.append([copies[-1].pop(), run])
            else:
                copies.append([run])
            seen = named
            unfinished = _has_only_headings(table, run)
    return tuple(tuple(copy) for copy in copies)


def _has_only_headings(table: Table, run: Run) -> bool:
    """Whether the rows are headings of a table without a stub, and no row of numbers."""
    parts = [band_index(part) for _, part in table.parts()]
    return all(index.stub is None for index in parts) and all(
        is_blank(cell.text) or any(index.roles(cell.text) for index in parts)
        for row in run.rows
        for cell in run.grid.row(row)
    )


def _named(table: Table, run: Run) -> set[str]:
    """What a run names that a copy of the table has once: rows of numbers, or the boxhead with its numbers."""
    named: set[str] = set()
    may_have = vocabulary((table,)).may_have
    texts = [
        cell.text for row in run.rows for cell in run.grid.row(row) if cell.row == row and may_have(cell.text)
    ]
    for prefix, part in table.parts():
        index = band_index(part)
        for text in texts:
            roles = index.roles(text)
            if index.stub is None:
                if roles:
                    named.add("boxhead")
            elif roles & STUB and not roles & ~STUB:
                named.update(
                    prefix + index.stub.nodes[hit.node].path
                    for hit in index.stub.hits(wording(text))
                    if index.stub.nodes[hit.node].leaf
                )
    return named
