"""Figures that add up: numbers for every entry of a table that satisfy all that its layout declares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from govdisclose.errors import DeclarationError
from govdisclose.grammar.table import Table
from govdisclose.grammar.totals import totals_of

__all__ = ["Numbers", "base_cells", "completed"]

Numbers = dict[tuple[str, str], int]
"""A number for each row path and column path of a table."""


def base_cells(table: Table) -> tuple[tuple[str, str], ...]:
    """The cells that are no total: those whose numbers are free but for balances."""
    cells: list[tuple[str, str]] = []
    for prefix, part in table.parts():
        assert part.boxhead is not None
        columns = _free(part.boxhead.leaves, {total for total, _ in totals_of(part.boxhead)})
        rows = _free(part.stub.leaves, {total for total, _ in totals_of(part.stub)}) if part.stub else [""]
        cells += [(prefix + row, column) for row in rows for column in columns]
    return tuple(cells)


def completed(table: Table, numbers: Mapping[tuple[str, str], int]) -> Numbers:
    """All numbers of a table, from those of its free cells (see ``base_cells``; one that is not there is 0).

    Balances are made to hold by raising a row of the lesser side that is in no total; then totals are computed.
    Raises ``DeclarationError`` for a balance with a side that has no such row.
    """
    done: Numbers = {cell: numbers.get(cell, 0) for cell in base_cells(table)}
    for prefix, part in table.parts():
        assert part.boxhead is not None
        rows = part.stub.leaves if part.stub else ("",)
        row_totals = totals_of(part.stub) if part.stub else ()
        column_totals = totals_of(part.boxhead)
        inner = {total for total, _ in column_totals}
        in_total = {row for total, parts in row_totals for row in (total, *parts)}
        for column in _free(part.boxhead.leaves, inner):
            for identity in part.identities:
                parts_of = dict(row_totals)
                sides = [
                    sum(done[prefix + leaf, column] for row in side for leaf in parts_of.get(row, (row,)))
                    for side in (identity.left, identity.right)
                ]
                if not identity.relation.exact and identity.relation.holds(*sides):
                    continue
                less, by = (identity.left, sides[1] - sides[0])
                if by < 0:
                    less, by = (identity.right, -by)
                free = next((row for row in less if row not in in_total), None)
                if free is None:
                    raise DeclarationError(f"{table.key}: {identity.id!r} has a side without a free row")
                done[prefix + free, column] += by
            for total, parts in row_totals:
                done[prefix + total, column] = sum(done[prefix + row, column] for row in parts)
        for row in rows:
            for total, parts in column_totals:
                done[prefix + row, total] = sum(done[prefix + row, column] for column in parts)
    return done


def _free(leaves: Sequence[str], totals: set[str]) -> list[str]:
    return [leaf for leaf in leaves if leaf not in totals]
