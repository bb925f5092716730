"""Entries to records: the nested key paths of a table are the fields of its attrs classes."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from cattrs import Converter

from govdisclose.grammar.entry import Entry
from govdisclose.grammar.table import Table
from govdisclose.records.absent import Amount, Count, Money, NotAsked

__all__ = ["bind", "unbind"]


@lru_cache(maxsize=1)
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    for leaf in (Count, Amount):
        converter.register_structure_hook(leaf, lambda value, _: value)
    return converter


def bind(table: Table, entries: Iterable[Entry]) -> object:
    """The record of a table. A number is its value, an amount a ``Money``, what has no value is None.

    Raises ``cattrs.BaseValidationError`` if the record class has no field for a path: a mistake of the layout's
    author, which ``check_record`` finds beforehand.
    """
    nested: dict[str, Any] = {}
    money = {path for path in table.cells() if table.kind_of(*path).name == "amount"}
    for entry in entries:
        keys = [*entry.row.split("/"), *entry.column.split("/")] if entry.row else entry.column.split("/")
        inner = nested
        for key in keys[:-1]:
            inner = inner.setdefault(key, {})
        value: object = entry.value
        if isinstance(entry.value, Decimal) and (entry.row, entry.column) in money:
            value = Money(entry.value, entry.unit)
        inner[keys[-1]] = value
    assert table.record is not None
    return _converter().structure(nested, table.record)


def unbind(table: Table, record: object) -> dict[tuple[str, str], int | Money | None]:
    """The inverse of ``bind``: what the record holds under each path that the table asks; None where nothing."""
    found: dict[tuple[str, str], int | Money | None] = {}
    for row, column in table.cells():
        inner: Any = record
        for key in [*(row.split("/") if row else ()), *column.split("/")]:
            inner = getattr(inner, key)
        if inner is None or isinstance(inner, (int, Money)):
            found[row, column] = inner
        elif isinstance(inner, NotAsked):
            found[row, column] = None
        else:
            raise TypeError(f"{row}:{column} holds {type(inner).__name__}, expected a number")
    return found
