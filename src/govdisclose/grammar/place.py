"""Cells under headings to entries: the only step that reads numbers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from attrs import frozen

from govdisclose.findings import Finding, finding
from govdisclose.grammar.entry import Entry
from govdisclose.grammar.table import Table
from govdisclose.grammar.values import EntryKind, Parsed, State, parse_value
from govdisclose.grid import Cell, Grid
from govdisclose.text import one_line

__all__ = ["Placed", "place"]


class Placed(NamedTuple):
    """The cell that stands under a row and a column. ``readable`` False: not certain, so no value."""

    cell: Cell | None
    grid: Grid
    unit: str | None
    readable: bool = True


@frozen
class _Asked:
    """An entry that the form asks: its paths, the kind of number, and the entry where it is missing."""

    key: tuple[str, str]
    kind: EntryKind
    missing: Entry


@lru_cache(maxsize=64)
def _asked(table: Table) -> tuple[_Asked, ...]:
    return tuple(
        _Asked(
            (row, column),
            table.kind_of(row, column),
            Entry(table.key, row, column, None, None, State.MISSING, "", None),
        )
        for row, column in table.cells()
    )


def place(table: Table, placed: Mapping[tuple[str, str], Placed]) -> tuple[tuple[Entry, ...], list[Finding]]:
    """The entries of a table in the order of the form, those without a cell as ``missing``."""
    entries: list[Entry] = []
    findings: list[Finding] = []
    key = table.key
    for asked in _asked(table):
        found = placed.get(asked.key)
        if found is None:
            entries.append(asked.missing)
            continue
        cell, grid, unit, readable = found
        row, column = asked.key
        if cell is None:
            entries.append(Entry(key, row, column, None, None, State.UNREADABLE, "", None))
            continue
        at = grid.locate(cell)
        if not readable:
            entries.append(Entry(key, row, column, None, None, State.UNREADABLE, cell.text, at))
            continue
        kind = asked.kind
        parsed = parse_value(cell.text, kind)
        state, value, own_unit, worded = parsed
        if state is State.NUMBER and (own_unit or unit or worded or kind.needs_unit):
            entry = Entry(key, row, column, value, own_unit or unit, state, cell.text, at)
            findings += _notes(entry, parsed, unit, kind)
        else:
            entry = Entry(key, row, column, value, None, state, cell.text, at)
            if (state is State.TEXT or state is State.UNREADABLE) and kind.finding:
                text = one_line(cell.text)
                findings.append(finding(kind.finding, at, entry.path, text=_short(text)))
        entries.append(entry)
    return tuple(entries), findings


def _notes(entry: Entry, parsed: Parsed, heading: str | None, kind: EntryKind) -> list[Finding]:
    text = one_line(entry.raw)
    notes: list[Finding] = []
    if parsed.worded:
        notes.append(finding("change-in-words", entry.at, entry.path, text=text, value=parsed.value))
    if kind.needs_unit:
        if parsed.unit is None and heading is None and parsed.value:
            notes.append(finding("unit-unknown", entry.at, entry.path, text=text))
        elif parsed.unit is not None and heading is not None and parsed.unit != heading:
            notes.append(
                finding(
                    "unit-contradicted", entry.at, entry.path, heading=heading, cell=parsed.unit, text=text
                )
            )
    return notes


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
