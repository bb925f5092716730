"""Records as JSON: nested objects of numbers, with the keys of the form.

A field that holds ``NOT_ASKED`` has no key, and a group of which nothing was asked has none either; ``null`` is a
number that was asked and is not there. A count is an integer, money ``{"value": "7390.1", "unit": "万元"}``, words a
string.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from types import NoneType, UnionType
from typing import TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from govdisclose.export._errors import ExportError, wrong
from govdisclose.records import NOT_ASKED, Money, NotAsked

__all__ = [
    "DECIMAL",
    "JSON",
    "Part",
    "decimal_text",
    "decode_number",
    "decode_record",
    "encode_number",
    "encode_record",
    "parts_of",
]

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"
"""What ``json`` reads and writes. Floats stand only in the box of a place, never for a number of the report."""

DECIMAL = r"^-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]{1,6})?$"
"""How a Decimal is written, as JSON Schema and ``re`` both read it."""

_LEAVES = frozenset({int, str, Decimal, Money, NoneType, NotAsked})
_WORDS = {int: "an integer", str: "a string", Decimal: "a decimal string", Money: "money", NoneType: "null"}
_PLAIN = 30  # digits; a Decimal beyond keeps its exponent, so that a short value never becomes a long text


@frozen
class Part:
    """A field of a record: a group with its ``record`` class, or a leaf with the types that it may hold."""

    name: str
    alias: str
    record: type | None
    types: frozenset[type]


@lru_cache(maxsize=256)
def parts_of(record: type) -> tuple[Part, ...]:
    """The fields of a record class. Raises ``ExportError`` for a field of a type that records do not have."""
    hints = get_type_hints(record)
    found: list[Part] = []
    for field in attrs.fields(record):
        hint = hints[field.name]
        alias = field.alias or field.name
        if attrs.has(hint) and hint is not Money:
            found.append(Part(field.name, alias, hint, frozenset()))
            continue
        types = frozenset(get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,))
        if not types <= _LEAVES or {str, Decimal} <= types:
            where = f"{record.__name__}.{field.name}"
            raise ExportError(
                where, "a record, or a union of int, Decimal or str, Money, None and NotAsked", str(hint)
            )
        found.append(Part(field.name, alias, None, types))
    return tuple(found)


def encode_record(record: object, where: str, declared: type | None = None) -> dict[str, JSON]:
    """A record as JSON. Raises ``ExportError`` where it is no attrs instance or holds what is no number."""
    kind = declared or type(record)
    if not attrs.has(kind):
        raise wrong(where, "a record (an attrs instance)", record)
    found: dict[str, JSON] = {}
    for part in parts_of(kind):
        value = getattr(record, part.name)
        if part.record is not None:
            inner = encode_record(value, f"{where}.{part.name}", part.record)
            if inner:
                found[part.name] = inner
        elif value is not NOT_ASKED:
            found[part.name] = _encode_leaf(value, f"{where}.{part.name}")
    return found


def decode_record(record: type, value: object, where: str) -> object:
    """The inverse of ``encode_record``. Raises ``ExportError``."""
    if not isinstance(value, dict):
        raise wrong(where, "an object", value)
    parts = parts_of(record)
    unknown = value.keys() - {part.name for part in parts}
    if unknown:
        raise ExportError(where, f"the fields of {record.__name__}", f"the key {min(unknown)!r}")
    fields: dict[str, object] = {}
    for part in parts:
        inner = f"{where}.{part.name}"
        if part.record is not None:
            fields[part.alias] = decode_record(part.record, value.get(part.name, {}), inner)
        elif part.name in value:
            fields[part.alias] = _decode_leaf(part.types, value[part.name], inner)
        elif NotAsked in part.types:
            fields[part.alias] = NOT_ASKED
        else:
            raise ExportError(inner, _expected(part.types), "no such key")
    made: object = record(**fields)
    return made


def encode_number(value: object, where: str) -> int | str | None:
    """A value of an entry: an integer, a Decimal as text, or null."""
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if isinstance(value, Decimal) and value.is_finite():
        return decimal_text(value)
    raise wrong(where, "an int, a finite Decimal or None", value)


def decode_number(value: object, where: str) -> int | Decimal | None:
    """The inverse of ``encode_number``. Raises ``ExportError``, for a float too."""
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if isinstance(value, str):
        return _decimal(value, where)
    raise wrong(where, "an integer, a decimal string or null", value)


def decimal_text(value: Decimal) -> str:
    """A finite Decimal with all its digits; without exponent unless it is far from one."""
    exponent = value.as_tuple().exponent
    return format(value, "f") if isinstance(exponent, int) and -_PLAIN <= exponent <= 0 else str(value)


def _encode_leaf(value: object, where: str) -> JSON:
    if isinstance(value, Money):
        number = encode_number(value.value, where)
        if number is None:
            raise wrong(where, "money with a value", number)
        return {"value": str(number), "unit": value.unit}
    if isinstance(value, str):
        return value
    return encode_number(value, where)


def _decode_leaf(types: frozenset[type], value: object, where: str) -> int | str | Decimal | Money | None:
    if isinstance(value, dict) and Money in types:
        unit = value.get("unit")
        if value.keys() != {"value", "unit"} or not isinstance(unit, str | None):
            raise wrong(where, 'money: {"value": decimal string, "unit": string or null}', value)
        return Money(_decimal(value["value"], f"{where}.value"), unit)
    if isinstance(value, str) and str in types:
        return value
    if isinstance(value, str) and Decimal in types:
        return _decimal(value, where)
    if type(value) in types and isinstance(value, int | None):
        return value
    raise wrong(where, _expected(types), value)


def _decimal(value: object, where: str) -> Decimal:
    if not isinstance(value, str) or not re.fullmatch(DECIMAL, value, re.ASCII):
        raise wrong(where, "a decimal string", value)
    return Decimal(value)


def _expected(types: frozenset[type]) -> str:
    return " or ".join(words for kind, words in _WORDS.items() if kind in types)
