"""The JSON Schema of an export: generated from the table of its fields, shipped as a file."""

from __future__ import annotations

import json
from importlib.resources import files

from govdisclose.export._forms import JSON
from govdisclose.export._records import DECIMAL, MONEY, NUMBER, NUMBER_OR_NULL, define
from govdisclose.export._shapes import ENTRY, EXPORT, FINDING, IDENTITY, PLACE, SECTION, national
from govdisclose.records.report import NATIONAL


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
        "number": NUMBER,
        "number_or_null": NUMBER_OR_NULL.schema,
        "money": MONEY,
        "place": PLACE.schema,
        "section": SECTION.schema,
        "entry": ENTRY.schema,
        "finding": FINDING.schema,
        "identity": IDENTITY.schema,
        "record": {
            "description": "A record of a form with other tables than the national ones.",
            "type": "object",
            "additionalProperties": {"$ref": "#/$defs/field"},
        },
        "field": {
            "description": "A field of a layout's own record, or one that it adds to a national record.",
            "anyOf": [
                {"$ref": "#/$defs/number_or_null"},
                {"$ref": "#/$defs/money"},
                {"type": "string"},
                {"$ref": "#/$defs/record"},
            ],
        },
    }
    for key in NATIONAL:
        define(national(key), definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:govdisclose:report:1",
        "title": "An annual disclosure report of a Chinese public body, as read by govdisclose",
        "description": (
            "In the records an absent key was not asked by the form; null was asked, and no number stands there. "
            "The state of the entry tells blank from not_applicable (a slash or a dash), text, unreadable and missing."
        ),
        **EXPORT.schema,
        "$defs": definitions,
    }
