"""A sheet as a person sees it: rows and columns that are shown, merged ranges as one cell, each cell with its text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from attrs import define

from govdisclose.findings import Finding
from govdisclose.grid import Cell, Grid
from govdisclose.limits import Limits
from govdisclose.locate import Locator
from govdisclose.readers.spreadsheet._look import plain_text, see
from govdisclose.readers.spreadsheet._model import (
    LAST_COLUMN,
    LAST_ROW,
    Area,
    Change,
    RawCell,
    RawSheet,
    Thing,
)
from govdisclose.shown import Piece, Sight, compose
from govdisclose.text import is_blank

__all__ = ["Costs", "grid_of"]

_Place = tuple[int, int]
_TRIES = 10
"""How often each cell may be covered by things and conditions, in the middle."""
_EACH = 8
"""What it costs to look at a range, in cells."""
_TALLEST = 63
_BEGINNING = 1_000
"""Characters of a text that say whether it is blank: nobody sees what stands behind so much white space."""
_DOUBLED = Piece("", Sight.NOT_READ, "unknown")


@define
class Costs:
    """What the sheets of a workbook have cost so far."""

    limits: Limits
    cells: int = 0
    characters: int = 0
    pieces: int = 0
    covered: int = 0

    def grid(self, rows: int, columns: int, where: str) -> None:
        """Count a grid before room is made for it. Raises ``LimitError``."""
        self.limits.check("rows", rows, where)
        self.limits.check("columns", columns, where)
        self.cells += rows * columns
        self.limits.check("cells", self.cells, where)

    def text(self, cell: RawCell, where: str) -> None:
        """Count what a cell holds, before it is looked at. Raises ``LimitError``."""
        if isinstance(cell.value, tuple):
            self.pieces += len(cell.value)
            self.limits.check("elements", self.pieces, where)
            self.characters += sum(len(run.text) for run in cell.value)
        elif isinstance(cell.value, str):
            self.characters += len(cell.value)
        self.limits.check("characters", self.characters, where)

    def cover(self, places: int, where: str) -> None:
        """Count the cells that something lies over. Raises ``LimitError``."""
        self.covered += places
        if self.covered > _TRIES * self.limits.cells:
            self.limits.check("cells", self.covered, where)


@define
class _Shown:
    """The rows and columns that are shown, as far as anything stands in them: where each stands in the grid."""

    kept_rows: list[int]
    kept_columns: list[int]
    rows: dict[int, int]
    columns: dict[int, int]

    def within(self, area: Area) -> tuple[range, range]:
        """The rows and the columns of the grid that a range covers."""
        return (
            range(bisect_left(self.kept_rows, area.top), bisect_right(self.kept_rows, area.bottom)),
            range(bisect_left(self.kept_columns, area.left), bisect_right(self.kept_columns, area.right)),
        )


def grid_of(sheet: RawSheet, number: int, costs: Costs) -> tuple[Grid, list[Finding]] | None:
    """The sheet as table ``number``, and what is to be told of its cells; None if it shows nothing.

    Raises ``LimitError``.
    """
    where = f"sheet {sheet.name[:40]!r}"
    shown = _extent(sheet, costs, where)
    if shown is None:
        return None
    spans, owners, torn = _merge(sheet, shown, costs, where)
    things = _over(sheet.things, shown, owners, costs, where)
    changes = _changes(sheet, shown, owners, costs, where)
    held: dict[_Place, list[tuple[_Place, RawCell]]] = {}
    for at, cell in sheet.cells.items():
        row, column = shown.rows.get(at[0]), shown.columns.get(at[1])
        if row is not None and column is not None:
            held.setdefault(owners.get((row, column), (row, column)), []).append((at, cell))
    cells: list[Cell] = []
    findings: list[Finding] = []
    printed = False
    for row in range(len(shown.rows)):
        for column in range(len(shown.columns)):
            place = row, column
            if owners.get(place, place) != place:
                continue
            area, tall, wide = spans.get(place, (None, 1, 1))
            text = ""
            if place in held or place in things or area is not None:
                pieces = _pieces(
                    sheet, area, held.get(place, []), things.get(place, ()), changes.get(place, ())
                )
                if place in torn or any(at in sheet.doubled for at, _ in held.get(place, ())):
                    pieces.append(_DOUBLED)
                composed = compose(pieces)
                text = composed.text
                if composed.notes:
                    findings += composed.findings(Locator(table=number, row=row + 1, column=column + 1))
                printed = printed or not is_blank(text)
            cells.append(Cell(text, row, column, tall, wide))
    if not printed:
        return None
    return Grid(tuple(cells), len(shown.rows), len(shown.columns), number), findings


def _extent(sheet: RawSheet, costs: Costs, where: str) -> _Shown | None:
    """What is shown of the sheet, to the last row and column in which anything stands."""
    starts = {(area.top, area.left): area for area in sheet.merged}
    last_row = last_column = -1
    for (row, column), cell in sheet.cells.items():
        costs.text(cell, where)
        if cell.value is not None and not cell.formula and is_blank(plain_text(cell)[:_BEGINNING]):
            continue
        area = starts.get((row, column))
        bottom = row if area is None or area.bottom in LAST_ROW else area.bottom
        right = column if area is None or area.right in LAST_COLUMN else area.right
        last_row, last_column = max(last_row, bottom), max(last_column, right)
    if last_row < 0:
        return None
    hidden = sum(row <= last_row for row in sheet.hidden_rows)
    if sheet.others_hidden:
        rows: Iterable[int] = sorted(row for row in sheet.rows if row <= last_row)
    else:
        costs.limits.check("rows", last_row + 1 - hidden, where)
        rows = range(last_row + 1)
    kept = [row for row in rows if not sheet.is_hidden(row)]
    columns = [column for column in range(last_column + 1) if column not in sheet.hidden_columns]
    if not kept or not columns:
        return None
    costs.grid(len(kept), len(columns), where)
    return _Shown(
        kept,
        columns,
        {row: at for at, row in enumerate(kept)},
        {column: at for at, column in enumerate(columns)},
    )


_Spans = dict[_Place, tuple[Area, int, int]]


def _merge(
    sheet: RawSheet, shown: _Shown, costs: Costs, where: str
) -> tuple[_Spans, dict[_Place, _Place], set[_Place]]:
    """By their first place: merged ranges with their height and width; the first place of each place of theirs.

    Of ranges that overlap the first counts, and all cells that they claim are in doubt.
    """
    spans: _Spans = {}
    owners: dict[_Place, _Place] = {}
    torn: set[_Place] = set()
    asked = 0
    costs.cover(_EACH * len(sheet.merged), where)
    for area in sheet.merged:
        rows, columns = shown.within(area)
        asked += len(rows) * len(columns)
        costs.limits.check("cells", asked, where)
        if not rows or not columns:
            continue
        over = [(row, column) for row in rows for column in columns]
        taken = [place for place in over if place in owners]
        if taken:
            torn.update(owners.get(place, place) for place in over)
            continue
        spans[over[0]] = area, len(rows), len(columns)
        owners |= dict.fromkeys(over, over[0])
    return spans, owners, torn


def _over(
    things: Sequence[Thing], shown: _Shown, owners: dict[_Place, _Place], costs: Costs, where: str
) -> dict[_Place, list[Thing]]:
    found: dict[_Place, list[Thing]] = {}
    for thing in things:
        rows, columns = shown.within(thing.area)
        costs.cover(len(rows) * len(columns) + _EACH, where)
        for place in {owners.get((row, column), (row, column)) for row in rows for column in columns}:
            found.setdefault(place, []).append(thing)
    return found


def _changes(
    sheet: RawSheet, shown: _Shown, owners: dict[_Place, _Place], costs: Costs, where: str
) -> dict[_Place, list[Change]]:
    found: dict[_Place, list[Change]] = {}
    for condition in sheet.conditions:
        for area in condition.areas:
            rows, columns = shown.within(area)
            costs.cover(len(rows) * len(columns) * len(condition.changes) + _EACH, where)
            for place in {owners.get((row, column), (row, column)) for row in rows for column in columns}:
                found.setdefault(place, []).extend(condition.changes)
    return found


def _pieces(
    sheet: RawSheet,
    area: Area | None,
    held: Sequence[tuple[_Place, RawCell]],
    things: Sequence[Thing],
    changes: Sequence[Change],
) -> list[Piece]:
    """What one cell of the grid shows, from the cells of the sheet that stand in it."""
    pieces: list[Piece] = []
    if area is None:
        first = held[0][0] if held else (-1, -1)
        area = Area(*first, *first)
    start = area.top, area.left
    own = sheet.cells.get(start)
    if own is not None:
        pieces += see(own, sheet, changes, _width(sheet, area), _height(sheet, area))
    for at, cell in held:
        if at != start:
            pieces.append(Piece(plain_text(cell), Sight.COVERED, room=False))
    seen = "".join(piece.text for piece in pieces if piece.sight is Sight.PLAIN)
    counts = bool(things) and any(map(str.isdigit, seen)) and not any(map(str.isalpha, seen))
    for thing in things:
        if not thing.line or counts:
            pieces.append(Piece("", Sight.NOT_READ, thing.what))
    return pieces


def _width(sheet: RawSheet, area: Area) -> float:
    if area.right - area.left > _TALLEST:
        return 255.0
    return sum(
        sheet.widths.get(column, sheet.usual_width)
        for column in range(area.left, area.right + 1)
        if column not in sheet.hidden_columns
    )


def _height(sheet: RawSheet, area: Area) -> float | None:
    """The height of the rows of a range in points; None where no height is set for one of them."""
    if area.bottom - area.top > _TALLEST:
        return None
    rows = [row for row in range(area.top, area.bottom + 1) if not sheet.is_hidden(row)]
    found = [sheet.heights.get(row) for row in rows]
    return None if None in found or not found else sum(each for each in found if each is not None)
