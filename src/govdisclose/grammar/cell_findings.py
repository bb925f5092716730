"""What a reader noticed in a cell, with the path of the entry, row, column or table that the cell is.

A reader knows the place of a cell and nothing of the form; the match knows which place is which heading. A finding
about a cell of a table that is none of the report's, as of a menu, says nothing about the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from govdisclose.findings import Finding, Severity, Topic
from govdisclose.grammar.entry import Scope, entry_path
from govdisclose.grammar.match import Matched
from govdisclose.grammar.turned import Turned
from govdisclose.grid import UNREAD
from govdisclose.locate import Locator

__all__ = ["name_cells", "without_repeats"]

_Place = tuple[int | None, int | None, int | None]


def name_cells(noticed: Iterable[Finding], matched: Sequence[Matched]) -> list[Finding]:
    """The findings of a reader, each with a path where it is about a cell of the report's tables.

    Doubts about cells of other grids are left out, unless a table was not found: then they may say why.
    """
    notes = list(noticed)
    if all(note.path or note.at is None or note.at.table is None for note in notes):
        return notes
    places: dict[_Place, str] = {}
    rows: dict[tuple[int, int], str] = {}
    columns: dict[tuple[int, int], list[tuple[int, int, str]]] = {}
    tables: dict[int, str] = {}
    for item in matched:
        for entry in item.entries:
            if entry.at is not None:
                places.setdefault(_place(entry.at), entry.path)
        for band in item.bands:
            scope = Scope(item.table.key, band.prefix)
            for row in (*(read.row for read in band.rows), *band.headings):
                tables.setdefault(row.grid.number, item.table.key)
                rows.setdefault((row.grid.number, row.number), scope.path)
            for read in band.rows:
                if read.path:
                    path = entry_path(item.table.key, read.path)
                    rows[read.row.grid.number, read.row.number] = path
            for head in band.headings:
                for found in band.columns:
                    if found.grid is head.grid and not isinstance(head.grid, Turned):
                        columns.setdefault((head.grid.number, head.index + 1), []).extend(
                            (column.start, column.end, scope.column(column.path))
                            for column in found.columns
                            if column.path
                        )
    whole = all(item.bands for item in matched)  # every table was found
    named: list[Finding] = []
    for note in notes:
        at = note.at
        if note.path or at is None or at.table is None:
            named.append(note)
            continue
        path = (
            places.get(_place(at))
            or _heading(at, columns)
            or rows.get((at.table, at.row or 0))
            or tables.get(at.table, "")
        )
        if path:
            named.append(attrs.evolve(note, path=path))
        elif not (whole and note.topic is Topic.CELL):
            named.append(note)
    return named


def without_repeats(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that a cell holds no number, where it is told what it holds instead."""
    found = list(findings)
    told = {note.path for note in found if note.topic is Topic.CELL and note.severity is not Severity.INFO}
    return [
        note
        for note in found
        if not (
            note.path in told and note.kind.startswith("cell-not-a") and UNREAD in note.facts.get("text", "")
        )
    ]


def _heading(at: Locator, columns: dict[tuple[int, int], list[tuple[int, int, str]]]) -> str | None:
    """The column whose heading stands at a place; where it is a heading over several, none."""
    if at.table is None or at.row is None or at.column is None:
        return None
    found = {path for start, end, path in columns.get((at.table, at.row), ()) if start < at.column <= end}
    return found.pop() if len(found) == 1 else None


def _place(at: Locator) -> _Place:
    return (at.table, at.row, at.column)
