"""Whether a record class has a place for everything that its table asks."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from types import NoneType
from typing import Any, get_args

import attrs

from govdisclose.grammar.entry import Entry, State
from govdisclose.grammar.table import Table
from govdisclose.grammar.values import EntryKind, amount, change, count
from govdisclose.records import Money

__all__ = ["record_mismatch"]

_Asked = dict[str, "_Asked | EntryKind"]
"""By field: the fields under it, or the kind of number asked."""

# By type of number (None: words): the type in the record, and what a field is declared as.
_TAKES: dict[type[int | Decimal] | None, tuple[type, str]] = {
    int: (int, "Count"),
    Decimal: (Money, "Amount"),
    None: (str, "str | None"),
}


def record_mismatch(table: Table) -> str | None:
    """What is wrong between a table and its record class, with the path and the class; None if all is well."""
    if table.record is None:
        return None
    asked: _Asked = {}
    for row, column in table.cells():
        *over, key = (f"{row}/{column}" if row else column).split("/")
        inner = asked
        for step in over:
            below = inner.setdefault(step, {})
            assert isinstance(below, dict)  # no path of an entry goes on under that of another
            inner = below
        inner[key] = table.kind_of(row, column)
    return next(_missing(table.record, asked, table.key), None) or _refused(table)


def _missing(record: type, asked: _Asked, path: str) -> Iterator[str]:
    """Fields that are not there or of another type, and fields that nothing fills."""
    name = record.__name__
    if not attrs.has(record):
        yield f"{path}: the record class {name} is no attrs class"
        return
    try:
        attrs.resolve_types(record)
    except Exception as error:
        yield f"{path}: the types of the record class {name} cannot be resolved: {error}"
        return
    fields = {field.name: field for field in attrs.fields(record) if field.init}
    for key, below in asked.items():
        here = f"{path}/{key}"
        if key not in fields:
            yield f"{here}: the record class {name} has no field {key!r}"
            continue
        declared: object = fields[key].type
        if isinstance(below, EntryKind):
            if not _takes(declared, below):
                yield f"{here}: the field {key!r} of the record class {name} is not declared as {_TAKES[below.number][1]}"
        elif isinstance(declared, type):
            yield from _missing(declared, below, here)
        else:
            yield f"{here}: the form has headings under it, and the field {key!r} of {name} is no attrs class"
    for key, field in fields.items():
        if field.default is attrs.NOTHING and key not in asked:
            yield f"{path}: the field {key!r} of the record class {name} has no default, and the form does not ask it"


def _takes(declared: object, kind: EntryKind) -> bool:
    """Whether a field takes the number and its absence; one without a type takes anything."""
    return declared in (None, Any, object) or {_TAKES[kind.number][0], NoneType} <= set(get_args(declared))


def _refused(table: Table) -> str | None:
    """What ``bind`` says of a table without a number, and of one full of them."""
    from govdisclose.bind import bind

    values: dict[EntryKind, int | Decimal] = {count(): 1, change(): -1, amount(): Decimal(1)}
    for blank in (True, False):
        entries = []
        for row, column in table.cells():
            value = None if blank else values.get(table.kind_of(row, column))
            state = State.BLANK if blank else State.TEXT if value is None else State.NUMBER
            raw = "" if blank else "1"
            entries.append(Entry(table.key, row, column, value, None, state, raw, None))
        try:
            bind(table, entries)
        except Exception as error:
            what = "a table without a number" if blank else "a number"
            assert table.record is not None
            return (
                f"{_blamed(table.key, error)}: the record class {table.record.__name__} does not take {what}"
            )
    return None


def _blamed(path: str, error: BaseException) -> str:
    """The path of the first field that the error is about: each level notes the name of the field below."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
        names = [getattr(note, "name", "") for note in getattr(error, "__notes__", ())]
        path = "/".join([path, *(name for name in names if isinstance(name, str) and name)])
    return path
