"""The JSON Schema of an export: generated from the records and enums, shipped as a file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from importlib.resources import files
from types import NoneType

from govdisclose.catalogue import Severity
from govdisclose.export._encode import LOCATOR, SCHEMA_VERSION
from govdisclose.export._records import DECIMAL, JSON, parts_of
from govdisclose.grammar.identity import Outcome
from govdisclose.grammar.values import State
from govdisclose.records import Money, NotAsked, Report
from govdisclose.records.report import NATIONAL

__all__ = ["generate", "schema", "schema_text"]

_TEXT: JSON = {"type": "string"}
_TEXT_OR_NULL: JSON = {"type": ["string", "null"]}
_WHOLE: JSON = {"type": "integer"}


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) of what ``to_json`` writes, as shipped."""
    return files("govdisclose.export").joinpath("schema", "report-1.json").read_text(encoding="utf-8")


def schema() -> dict[str, JSON]:
    """The JSON Schema as plain values. JSON Schema takes ``1.0`` for an integer; ``from_json`` does not."""
    found: dict[str, JSON] = json.loads(schema_text())
    return found


def generate() -> dict[str, JSON]:
    """Make the schema from the classes. ``python -m govdisclose.export`` writes it, for the file to be renewed."""
    definitions: dict[str, JSON] = {
        "decimal": {
            "description": "An exact decimal number. A string, for a JSON number would be read as a binary float.",
            "type": "string",
            "pattern": DECIMAL,
        },
        "number": {"anyOf": [_WHOLE, _ref("decimal")]},
        "number_or_null": {"anyOf": [_WHOLE, _ref("decimal"), {"type": "null"}]},
        "money": {
            "description": "An amount as printed. A unit of null was not printed: it is not known to be yuan.",
            **_object({"value": _ref("decimal"), "unit": _TEXT_OR_NULL}),
        },
        "place": _place(),
        "section": _object({"key": _TEXT, "heading": _TEXT, "text": _TEXT, "at": _ref("place")}),
        "entry": _entry(),
        "finding": _finding(),
        "identity": _object(
            {
                "id": _TEXT,
                "path": _TEXT,
                "outcome": _enum(Outcome),
                "left": _ref("number_or_null"),
                "right": _ref("number_or_null"),
            }
        ),
        "record": {
            "description": "A record of a form with other tables than the national ones.",
            "type": "object",
            "additionalProperties": _ref("field"),
        },
        "field": {
            "description": "A field of a layout's own record, or one that it adds to a national record.",
            "anyOf": [_ref("number_or_null"), _ref("money"), {"type": "string"}, _ref("record")],
        },
    }
    report = _report(definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:govdisclose:report:1",
        "title": "An annual disclosure report of a Chinese public body, as read by govdisclose",
        "description": (
            "In the records an absent key was not asked by the form; null was asked, and no number stands there. "
            "The state of the entry tells blank from not_applicable (a slash or a dash), text, unreadable and missing."
        ),
        **_object(
            {
                "schema": {"const": SCHEMA_VERSION},
                "source": _TEXT_OR_NULL,
                "format": _TEXT,
                "layout": {"description": "null: two layouts fit equally well.", "type": ["string", "null"]},
                "report": report,
                "entries": _array("entry"),
                "findings": _array("finding"),
                "identities": _array("identity"),
            }
        ),
        "$defs": definitions,
    }


def _report(definitions: dict[str, JSON]) -> dict[str, JSON]:
    empty = Report()
    day: JSON = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
    properties: dict[str, JSON] = {
        "organ": _TEXT_OR_NULL,
        "title": _TEXT_OR_NULL,
        "year": {"type": ["integer", "null"]},
        "period": {"anyOf": [_object({"start": day, "end": day}), {"type": "null"}]},
        "province": _TEXT_OR_NULL,
        "sections": _array("section"),
    }
    for key in NATIONAL:
        properties[key] = _record(type(getattr(empty, key)), definitions)
    properties["tables"] = {"type": "object", "additionalProperties": _ref("record")}
    return _object(properties)


def _record(record: type, definitions: dict[str, JSON]) -> JSON:
    """A reference to a record class, which is defined on the way."""
    name = record.__name__
    if name not in definitions:
        properties: dict[str, JSON] = {}
        required: list[str] = []
        definitions[name] = None  # its place, before those of its parts
        for part in parts_of(record):
            if part.record is not None:
                properties[part.name] = _record(part.record, definitions)
                continue
            properties[part.name] = _leaf(part.types)
            if NotAsked not in part.types:
                required.append(part.name)
        # A layout may extend the national records by fields of its own.
        definitions[name] = {**_object(properties, required), "additionalProperties": _ref("field")}
    return _ref(name)


def _leaf(types: frozenset[type]) -> JSON:
    choices: tuple[tuple[type, JSON], ...] = (
        (int, _WHOLE),
        (Decimal, _ref("decimal")),
        (Money, _ref("money")),
        (NoneType, {"type": "null"}),
    )
    return {"anyOf": [choice for kind, choice in choices if kind in types]}


def _entry() -> dict[str, JSON]:
    return {
        **_object(
            {
                "table": _TEXT,
                "row": _TEXT,
                "column": _TEXT,
                "value": _ref("number_or_null"),
                "unit": _TEXT_OR_NULL,
                "state": _enum(State),
                "raw": _TEXT,
                "at": _ref("place"),
            }
        ),
        "if": {"properties": {"state": {"const": State.NUMBER.value}}},
        "then": {"properties": {"value": _ref("number")}},
        "else": {"properties": {"value": {"type": "null"}}},
    }


def _finding() -> dict[str, JSON]:
    return _object(
        {
            # No list of kinds: new ones come with new patterns, and do not change the form of an export.
            "kind": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
            "severity": _enum(Severity),
            "at": _ref("place"),
            "path": _TEXT,
            "facts": {"type": "object", "additionalProperties": _TEXT},
            "message": _object({"en": _TEXT, "zh": _TEXT}),
        }
    )


def _place() -> dict[str, JSON]:
    properties: dict[str, JSON] = dict.fromkeys(LOCATOR, _WHOLE)
    properties["box"] = {
        "description": "Left, top, right, bottom in points, from the page's top left corner.",
        "type": "array",
        "items": {"type": "number"},
        "minItems": 4,
        "maxItems": 4,
    }
    return {
        "description": "Where it stands. All numbers count from 1; null or absent is not known.",
        "anyOf": [_object(properties, ()), {"type": "null"}],
    }


def _object(properties: dict[str, JSON], required: Iterable[str] | None = None) -> dict[str, JSON]:
    """An object without other keys; all of them are required unless it is said which."""
    names: list[JSON] = list(properties if required is None else required)
    found: dict[str, JSON] = {"type": "object", "properties": properties, "additionalProperties": False}
    if names:
        found["required"] = names
    return found


def _array(name: str) -> JSON:
    return {"type": "array", "items": _ref(name)}


def _enum(kind: type[StrEnum]) -> JSON:
    return {"enum": [member.value for member in kind]}


def _ref(name: str) -> JSON:
    return {"$ref": f"#/$defs/{name}"}
