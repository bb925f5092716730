"""Entries to records: the nested key paths of a table are the fields of its attrs classes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any

import attrs
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


@lru_cache(maxsize=64)
def _paths(table: Table) -> dict[tuple[str, str], tuple[str, str]]:
    """For each entry the path of the record that holds it, and the field."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for row, column in table.cells():
        over, _, key = (f"{row}/{column}" if row else column).rpartition("/")
        found[row, column] = (over, key)
    return found


@lru_cache(maxsize=64)
def _words(table: Table) -> frozenset[tuple[str, str]]:
    """The entries that are words, not numbers."""
    return frozenset(path for path in table.cells() if table.kind_of(*path).number is None)


def bind(table: Table, entries: Iterable[Entry]) -> object:
    """The record of a table. A number is its value, an amount a ``Money``, what has no value is None.

    An entry of words is its text, None where it is blank.

    Raises ``cattrs.BaseValidationError`` if the record class has no field for a path: a mistake of the layout's
    author.
    """
    entries = tuple(entries)
    make = _maker(table) if len(entries) == len(_paths(table)) else None
    if make is not None:
        return make(
            [
                Money(item.value, item.unit) if isinstance(item.value, Decimal) else item.value
                for item in entries
            ]
        )
    nested: dict[str, Any] = {}
    outer: dict[str, dict[str, Any]] = {"": nested}
    paths = _paths(table)
    said = _words(table)
    for entry in entries:
        over, key = paths[entry.row, entry.column]
        inner = outer.get(over)
        if inner is None:
            inner = nested
            for step in over.split("/"):
                inner = inner.setdefault(step, {})
            outer[over] = inner
        value: object = entry.value
        if isinstance(value, Decimal):
            value = Money(value, entry.unit)
        elif value is None and (entry.row, entry.column) in said:
            value = entry.raw.strip() or None
        inner[key] = value
    assert table.record is not None
    return _converter().structure(nested, table.record)


@lru_cache(maxsize=64)
def _maker(table: Table) -> Callable[[list[object]], object] | None:
    """One call that makes the record of a table from the values of its entries, in the order of the form.

    Most tables have a plain record: then this is what cattrs would do, in a tenth of the time. None for one of which
    that is not certain: a field that is missing, is checked or converted, or is no number, or an entry of words.
    """
    if _words(table) or table.record is None:
        return None
    nested: dict[str, Any] = {}
    for number, (over, key) in enumerate(_paths(table).values()):
        inner = nested
        for step in over.split("/") if over else ():
            inner = inner.setdefault(step, {})
        inner[key] = number
    classes: dict[str, type] = {}
    source = _call(table.record, nested, classes)
    if source is None:
        return None
    # the names are those of attrs fields, and so identifiers; nothing of a document is in them
    made: Callable[[list[object]], object] = eval(f"lambda v: {source}", classes)  # noqa: S307
    return made


def _call(record: type, nested: dict[str, Any], classes: dict[str, type]) -> str | None:
    """The call that makes a record, where ``v`` are the values; None if it is not a plain one."""
    if not attrs.has(record):
        return None
    fields = attrs.fields_dict(attrs.resolve_types(record))
    name = f"class_{len(classes)}"
    classes[name] = record
    arguments: list[str] = []
    for key, inner in nested.items():
        field = fields.get(key)
        if field is None or not field.init or field.converter or field.validator:
            return None
        if isinstance(inner, int):
            if field.type not in (Count, Amount):
                return None
            arguments.append(f"{field.alias}=v[{inner}]")
        else:
            call = _call(field.type, inner, classes) if isinstance(field.type, type) else None
            if call is None:
                return None
            arguments.append(f"{field.alias}={call}")
    return f"{name}({', '.join(arguments)})"


def unbind(table: Table, record: object) -> dict[tuple[str, str], int | Money | str | None]:
    """The inverse of ``bind``: what the record holds under each path that the table asks; None where nothing."""
    found: dict[tuple[str, str], int | Money | str | None] = {}
    said = _words(table)
    for row, column in table.cells():
        inner: Any = record
        for key in [*(row.split("/") if row else ()), *column.split("/")]:
            inner = getattr(inner, key)
        if (
            inner is None
            or isinstance(inner, int | Money)
            or (isinstance(inner, str) and (row, column) in said)
        ):
            found[row, column] = inner
        elif isinstance(inner, NotAsked):
            found[row, column] = None
        else:
            raise TypeError(f"{row}:{column} holds {type(inner).__name__}, expected a number")
    return found
