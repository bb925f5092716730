"""Records as JSON: nested objects of numbers, with the keys of the form.

A field that holds ``NOT_ASKED`` has no key, and a group of which nothing was asked has none either; ``null`` is a
number that was asked and is not there. A count is an integer, money ``{"value": "7390.1", "unit": "万元"}``, words a
string.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache, partial
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from govdisclose.export._errors import ExportError, under, within, wrong
from govdisclose.export._forms import INTEGER, JSON, NULL, TEXT_OR_NULL, Form, object_schema
from govdisclose.records import NOT_ASKED, Money, NotAsked

DECIMAL = r"^-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]{1,6})?$"
"""How a Decimal is written, as JSON Schema and ``re`` both read it."""

_DECIMAL: dict[str, JSON] = {"$ref": "#/$defs/decimal"}
_LEAVES: dict[type, tuple[str, JSON]] = {
    int: ("an integer", INTEGER),
    str: ("a string", None),
    Decimal: ("a decimal string", _DECIMAL),
    Money: ("money", {"$ref": "#/$defs/money"}),
    NoneType: ("null", NULL),
    NotAsked: ("", None),
}
"""What a field of a record may hold: its name, and its schema in the records of the national forms."""
_PLAIN = 30  # digits; a Decimal beyond keeps its exponent, so that a short value never becomes a long text


@frozen
class _Part:
    """A field of a record: a group with its ``record`` class, or a leaf with the types that it may hold."""

    name: str
    alias: str
    record: type | None
    types: frozenset[type]
    form: Form[Any]


@lru_cache(maxsize=256)
def _parts(record: type) -> tuple[_Part, ...]:
    """The fields of a record class. Raises ``ExportError`` for a field of a type that records do not have."""
    hints = get_type_hints(record)
    found: list[_Part] = []
    for field in attrs.fields(record):
        hint = hints[field.name]
        alias = field.alias or field.name
        if attrs.has(hint) and hint is not Money:
            found.append(_Part(field.name, alias, hint, frozenset(), record_form(hint)))
            continue
        types = frozenset(get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,))
        if not types <= _LEAVES.keys() or {str, Decimal} <= types:
            where = f"{record.__name__}.{field.name}"
            raise ExportError(
                where, "a record, or a union of int, Decimal or str, Money, None and NotAsked", str(hint)
            )
        found.append(_Part(field.name, alias, None, types, _leaf(types)))
    return tuple(found)


@lru_cache(maxsize=256)
def record_form(record: type) -> Form[object]:
    """A record of this class. Raises ``ExportError`` as ``encode_record`` does."""
    parts = _parts(record)
    known = {part.name for part in parts}

    def encode(value: object) -> dict[str, JSON]:
        found: dict[str, JSON] = {}
        name = ""
        try:
            for part in parts:
                name = part.name
                inner = getattr(value, name)
                if inner is not NOT_ASKED:
                    made = part.form.encode(inner)
                    if made or part.record is None:  # nothing was asked of a group without keys
                        found[name] = made
        except ExportError as error:
            raise under(name, error) from None
        return found

    def decode(value: object) -> object:
        if not isinstance(value, dict):
            raise wrong("", "an object", value)
        unknown = value.keys() - known
        if unknown:
            raise ExportError("", f"the fields of {record.__name__}", f"the key {min(unknown)!r}")
        made: dict[str, object] = {}
        for part in parts:
            if part.record is not None or part.name in value:
                made[part.alias] = within(part.name, part.form.decode, value.get(part.name, {}))
            elif NotAsked in part.types:
                made[part.alias] = NOT_ASKED
            else:
                raise ExportError(part.name, _expected(part.types), "no such key")
        return record(**made)

    return Form({"$ref": f"#/$defs/{record.__name__}"}, decode, encode)


def encode_record(record: object) -> JSON:
    """A record as JSON. Raises ``ExportError`` where it is no attrs instance or holds what is no number."""
    kind: type = type(record)
    if not attrs.has(kind):
        raise wrong("", "a record (an attrs instance)", record)
    made: JSON = record_form(kind).encode(record)
    return made


def define(record: type, definitions: dict[str, JSON]) -> None:
    """Put the schemas of a record class and of those of its groups among the definitions."""
    name = record.__name__
    if name in definitions:
        return
    parts = _parts(record)
    definitions[name] = None  # its place, before those of its parts
    for part in parts:
        if part.record is not None:
            define(part.record, definitions)
    required = [part.name for part in parts if part.record is None and NotAsked not in part.types]
    shape = object_schema({part.name: part.form.schema for part in parts}, required)
    # A layout may extend the national records by fields of its own.
    definitions[name] = {**shape, "additionalProperties": {"$ref": "#/$defs/field"}}


def decimal_text(value: Decimal) -> str:
    """A finite Decimal with all its digits; without exponent unless it is far from one."""
    exponent = value.as_tuple().exponent
    return format(value, "f") if isinstance(exponent, int) and -_PLAIN <= exponent <= 0 else str(value)


# --- leaves


def encode_number(value: object) -> int | str | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if isinstance(value, Decimal) and value.is_finite():
        return decimal_text(value)
    raise wrong("", "an int, a finite Decimal or None", value)


def _decode_number(value: object) -> int | Decimal | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if isinstance(value, str):
        return _decimal(value)
    raise wrong("", "an integer, a decimal string or null", value)


def _decimal(value: object) -> Decimal:
    if not isinstance(value, str) or not re.fullmatch(DECIMAL, value, re.ASCII):
        raise wrong("", "a decimal string", value)
    return Decimal(value)


NUMBER: dict[str, JSON] = {"anyOf": [INTEGER, _DECIMAL]}
NUMBER_OR_NULL: Form[int | Decimal | None] = Form(
    {"anyOf": [INTEGER, _DECIMAL, NULL]}, _decode_number, encode_number
)
"""A value of an entry: an integer, a Decimal as text, or null; never a float."""

MONEY: dict[str, JSON] = {
    "description": "An amount as printed. A unit of null was not printed: it is not known to be yuan.",
    **object_schema({"value": _DECIMAL, "unit": TEXT_OR_NULL.schema}),
}


def _leaf(types: frozenset[type]) -> Form[Any]:
    choices: list[JSON] = [
        schema for kind, (_, schema) in _LEAVES.items() if kind in types and schema is not None
    ]
    return Form({"anyOf": choices}, partial(_decode_leaf, types), _encode_leaf)


def _encode_leaf(value: object) -> JSON:
    if isinstance(value, Money):
        number = encode_number(value.value)
        if number is None:
            raise wrong("", "money with a value", number)
        return {"value": str(number), "unit": value.unit}
    if isinstance(value, str):
        return value
    return encode_number(value)


def _decode_leaf(types: frozenset[type], value: object) -> int | str | Decimal | Money | None:
    if isinstance(value, dict) and Money in types:
        unit = value.get("unit")
        if value.keys() != {"value", "unit"} or not isinstance(unit, str | None):
            raise wrong("", 'money: {"value": decimal string, "unit": string or null}', value)
        return Money(within("value", _decimal, value["value"]), unit)
    if isinstance(value, str) and str in types:
        return value
    if isinstance(value, str) and Decimal in types:
        return _decimal(value)
    if type(value) in types and isinstance(value, int | None):
        return value
    raise wrong("", _expected(types), value)


def _expected(types: frozenset[type]) -> str:
    return " or ".join(words for kind, (words, _) in _LEAVES.items() if kind in types and words)
