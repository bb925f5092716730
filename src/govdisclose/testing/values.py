"""What is printed in the cells of a form: Hypothesis strategies for texts that add up, or do not where asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Literal

from attrs import field, frozen
from hypothesis import strategies as st

from govdisclose.grammar.check import identities_of
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.table import Table
from govdisclose.grammar.values import change, heading_unit
from govdisclose.testing.numbers import Numbers, base_cells, completed
from govdisclose.text import label

__all__ = ["Broken", "Texts", "Zero", "broken_values", "printed", "values"]

Texts = dict[str, dict[tuple[str, str], str]]
"""What is printed: by table, then by row path and column path."""

Zero = Literal["0", "", "/"]

_COUNTS = st.one_of(
    st.just(0), st.integers(0, 9), st.integers(0, 9), st.integers(10, 999), st.integers(1_000_000, 99_999_999)
)
_SEEDS = st.integers(0, 2**32 - 1)


def values(
    layout: Layout,
    *,
    balanced: bool = True,
    distinct: bool = False,
    zeros: st.SearchStrategy[Zero] | None = None,
) -> st.SearchStrategy[Texts]:
    """Texts for every entry that a layout asks for.

    ``balanced``: all identities hold; otherwise every number is drawn by itself. ``distinct``: no two entries of
    a table print the same (as far as totals allow), and none prints a zero, so that a cell that is read under
    another heading is always seen. ``zeros``: what stands for a zero, one choice a table; ``"0"`` if not given.
    """
    zero: st.SearchStrategy[Zero] = st.just("0") if zeros is None else zeros
    keys = [table.key for table in layout.tables]
    tables = [_table(table, balanced, distinct, zero) for table in layout.tables]
    return st.tuples(*tables).map(lambda texts: dict(zip(keys, texts, strict=True)))


def printed(table: Table, numbers: Numbers, style: int = 0, zero: Zero = "0") -> dict[tuple[str, str], str]:
    """How the numbers are printed. ``style`` chooses among signs, words, decimals and units, cell by cell."""
    texts: dict[tuple[str, str], str] = {}
    for at, (cell, number) in enumerate(numbers.items()):
        kind = table.kind_of(*cell)
        if kind.number is None:
            texts[cell] = "件条元个"[number % 4]
        elif not number:
            texts[cell] = zero
        elif kind.needs_unit:
            heading = label(table.column_labels(*cell)[-1]).core
            texts[cell] = _amount(number, style + at, has_unit=heading_unit(heading)[1] is not None)
        else:
            texts[cell] = _change(number, style + at) if kind == change() else str(number)
    return texts


@frozen
class Broken:
    """Texts in which one number, ``cell`` (table, row, column), is not what the identities ask; ``by`` how much."""

    texts: Texts = field(repr=False)
    cell: tuple[str, str, str]
    by: int


def broken_values(layout: Layout) -> st.SearchStrategy[Broken]:
    """Texts that add up but for one number, which is printed too large, in a cell of some identity."""
    cells = sorted(
        {
            (table.key, row, column)
            for table in layout.tables
            for identity in identities_of(table)
            for row, column in (*identity.left, *identity.right)
        }
    )

    def raised(texts: Texts, cell: tuple[str, str, str], by: int) -> Broken:
        table, row, column = cell
        new = {key: dict(texts[key]) for key in texts}
        new[table][row, column] = str(int(new[table][row, column]) + by)
        return Broken(new, cell, by)

    return st.tuples(values(layout), st.sampled_from(cells), st.integers(1, 500)).map(
        lambda drawn: raised(*drawn)
    )


def _table(
    table: Table, balanced: bool, distinct: bool, zeros: st.SearchStrategy[Zero]
) -> st.SearchStrategy[dict[tuple[str, str], str]]:
    cells = base_cells(table) if balanced else tuple(table.cells())
    finish: Callable[[Mapping[tuple[str, str], int]], Numbers] = (
        (lambda numbers: completed(table, numbers)) if balanced else dict
    )
    if distinct:
        return st.tuples(_SEEDS, st.integers(0, 5)).map(
            lambda drawn: printed(
                table,
                _distinct(table, finish, cells, Random(f"{drawn[0]} {table.key}")),  # noqa: S311
                drawn[1],
            )
        )
    numbers = st.lists(_COUNTS, min_size=len(cells), max_size=len(cells)).map(
        lambda drawn: finish(dict(zip(cells, drawn, strict=True)))
    )
    return st.tuples(numbers, st.integers(0, 5), zeros).map(lambda drawn: printed(table, *drawn))


def _distinct(
    table: Table,
    finish: Callable[[Mapping[tuple[str, str], int]], Numbers],
    cells: tuple[tuple[str, str], ...],
    random: Random,
) -> Numbers:
    """Numbers that differ wherever the table has more than one free cell in a sum; most tries succeed at once."""
    best: Numbers = {}
    for _ in range(20):
        numbers = finish(dict(zip(cells, random.sample(range(1, 40_000), len(cells)), strict=True)))
        if len(set(numbers.values())) > len(set(best.values())):
            best = numbers
        if len(set(best.values())) == len(numbers):
            break
    return best


def _change(number: int, style: int) -> str:
    return (f"+{number}", f"-{number}", f"减{number}", str(number), f"增加{number}", f"减少{number}件")[
        style % 6
    ]


def _amount(number: int, style: int, *, has_unit: bool) -> str:
    """A unit is printed in the cell only where the heading gives none."""
    texts = (str(number), f"{number}.5", f"{number}.311082", f"{number}00", f"{number}.07元", f"{number}万元")
    return texts[style % (4 if has_unit else 6)]
