from __future__ import annotations

import json

import jsonschema
import pytest
from export_samples import drop, grants, put, water_bureau

from govdisclose.export import JSON, ExportError, from_json, schema, schema_text, to_dict
from govdisclose.export._schema import generate

VALIDATOR = jsonschema.Draft202012Validator(schema())
WATER = water_bureau()


def test_the_shipped_schema_is_the_one_made_from_the_classes() -> None:
    """If not: ``python -m govdisclose.export``, and read the difference. Is it still version 1?"""
    assert schema_text() == json.dumps(generate(), indent=2, ensure_ascii=False) + "\n"


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_an_export_keeps_to_the_schema() -> None:
    VALIDATOR.validate(to_dict(WATER, "a.html"))


def test_an_export_of_another_form_keeps_to_the_schema() -> None:
    VALIDATOR.validate(to_dict(grants()))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "govdisclose/report/2"),
        (("entries", 9, "value"), 7390.1),
        (("entries", 9, "value"), "7,390.1"),
        (("entries", 9, "value"), None),
        (("entries", 1, "value"), 0),
        (("entries", 0, "state"), "zero"),
        (("entries", 0, "at"), {"cell": 1}),
        (("entries", 0, "place"), None),
        (("findings", 0, "severity"), "fatal"),
        (("identities", 0, "outcome"), "fine"),
        (("report", "year"), "2023"),
        (("report", "period"), {"start": "2023-01-01"}),
        (("report", "disclosure", "documents", "regulations", "issued"), 1.5),
        (("report", "disclosure", "fees", "administrative_fees", "amount", "value"), 7390.1),
        (("report", "disclosure", "fees", "administrative_fees", "amount"), "7390.1"),
        (("report", "reviews", "appeal"), 1.5),
    ],
)
def test_schema_and_reader_both_refuse_a_damaged_export(path: tuple[str | int, ...], value: JSON) -> None:
    content = to_dict(WATER)
    put(content, path, value)
    assert not VALIDATOR.is_valid(content)
    with pytest.raises(ExportError):
        from_json(json.dumps(content))


@pytest.mark.parametrize(
    "key", ["schema", "source", "format", "layout", "report", "entries", "findings", "identities"]
)
def test_schema_and_reader_both_refuse_a_missing_field(key: str) -> None:
    content = to_dict(WATER)
    drop(content, (key,))
    assert not VALIDATOR.is_valid(content)
    with pytest.raises(ExportError):
        from_json(json.dumps(content))


@pytest.mark.parametrize("key", ["table", "row", "column", "value", "unit", "state", "raw", "at"])
def test_schema_and_reader_both_refuse_an_entry_with_a_missing_field(key: str) -> None:
    content = to_dict(WATER)
    entries = content["entries"]
    assert isinstance(entries, list)
    drop(entries[0], (key,))
    assert not VALIDATOR.is_valid(content)
    with pytest.raises(ExportError):
        from_json(json.dumps(content))


def test_a_field_that_a_layout_adds_keeps_to_the_schema_and_asks_the_reader_for_the_layout() -> None:
    content = to_dict(WATER)
    put(content, ("report", "reviews", "appeal"), {"upheld": 3})
    VALIDATOR.validate(content)
    with pytest.raises(ExportError, match="found the key 'appeal'"):
        from_json(json.dumps(content))
