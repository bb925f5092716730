"""What stands in an export: each class once, with its fields. The way out, the way back and the schema follow."""

from __future__ import annotations

import math
import re
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any

from attrs import evolve, frozen

from govdisclose.catalogue import CATALOGUE, MORE, Severity, facts_of
from govdisclose.export._errors import ExportError, within, wrong
from govdisclose.export._forms import (
    INTEGER,
    JSON,
    NULL,
    TEXT,
    TEXT_OR_NULL,
    WHOLE_OR_NULL,
    Form,
    array,
    as_it_is,
    check_keys,
    choice,
    described,
    fields,
    object_schema,
    or_null,
    ref,
)
from govdisclose.export._records import NUMBER_OR_NULL, encode_record, record_form
from govdisclose.findings import Finding
from govdisclose.grammar.entry import Entry, State
from govdisclose.grammar.identity import Outcome
from govdisclose.grammar.layout import Layout
from govdisclose.locate import Locator
from govdisclose.records import Period, Report, SectionText
from govdisclose.records.report import NATIONAL
from govdisclose.result import Result

SCHEMA_VERSION = "govdisclose/report/1"
"""The ``schema`` of every export. The number rises when a reader of the old form would misread the new one."""

_LARGEST_EDGE = 10**15  # larger ones are no floats for sure
_COUNT = re.compile(r"[1-9][0-9]{0,17}")


@frozen
class ExportedIdentity:
    """An identity (勾稽关系) as exported: both sums, None where they could not be assessed."""

    id: str
    path: str
    outcome: Outcome
    left: int | Decimal | None
    right: int | Decimal | None


@frozen
class Exported:
    """What an export holds: a result without its document and its trace. ``layout`` is the id, None if undecided."""

    source: str | None
    format: str
    layout: str | None
    report: Report
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    identities: tuple[ExportedIdentity, ...]


# --- places


_LOCATOR = ("table", "row", "column", "paragraph", "line", "page")
_BOX: JSON = {
    "description": "Left, top, right, bottom in points, from the page's top left corner.",
    "type": "array",
    "items": {"type": "number"},
    "minItems": 4,
    "maxItems": 4,
}


def _encode_place(at: Locator | None) -> dict[str, JSON] | None:
    """Only what is known has a key."""
    if at is None:
        return None
    found: dict[str, JSON] = {name: value for name in _LOCATOR if (value := getattr(at, name)) is not None}
    if at.box is not None:
        found["box"] = list(at.box)
    return found


def _decode_place(value: object) -> Locator | None:
    if value is None:
        return None
    if not isinstance(value, dict) or not value.keys() <= {*_LOCATOR, "box"}:
        raise wrong("", f"null, or an object of {', '.join(_LOCATOR)} and box", value)
    box = value.get("box")
    if "box" in value and not (isinstance(box, list) and len(box) == 4 and all(map(_is_edge, box))):
        raise wrong("box", "four numbers", box)
    numbers = {name: within(name, WHOLE_OR_NULL.decode, value[name]) for name in _LOCATOR if name in value}
    return Locator(**numbers, box=tuple(box) if box is not None else None)


def _is_edge(value: object) -> bool:
    if isinstance(value, int) and not isinstance(value, bool):
        return abs(value) < _LARGEST_EDGE
    return isinstance(value, float) and math.isfinite(value)


_PLACE = object_schema({**dict.fromkeys(_LOCATOR, INTEGER), "box": _BOX}, ())
PLACE = described(
    "Where it stands. All numbers count from 1; null or absent is not known.",
    Form({"anyOf": [_PLACE, NULL]}, _decode_place, _encode_place),
)
_AT = ref("place", PLACE)
_NUMBER = ref("number_or_null", NUMBER_OR_NULL)


# --- what stands in arrays


def _entry(*values: Any) -> Entry:
    entry = Entry(*values)
    if (entry.value is None) == (entry.state is State.NUMBER):
        expected = f"{'a number' if entry.value is None else 'null'} with state {entry.state!s}"
        raise wrong("value", expected, entry.value)
    return entry


def _finding(
    kind: str, severity: object, at: Locator | None, path: str, facts: object, message: None
) -> Finding:
    return Finding(kind, at, path, within("facts", partial(_facts, kind), facts))


def _facts(kind: str, value: object) -> dict[str, str]:
    """The facts that the messages of the kind name, and no others."""
    content = check_keys(value, facts_of(CATALOGUE[kind]))
    facts = {name: within(name, TEXT.decode, fact) for name, fact in content.items()}
    if kind in MORE.values():
        if facts["kind"] not in CATALOGUE:
            raise wrong("kind", "a kind of the catalogue", facts["kind"])
        if not _COUNT.fullmatch(facts["count"]):
            raise wrong("count", "a whole number from 1", facts["count"])
    return facts


def _kind(value: object) -> str:
    kind = TEXT.decode(value)
    if kind not in CATALOGUE:
        raise wrong("", "a kind of the catalogue", kind)
    return kind


# No list of kinds: new ones come with new patterns, and do not change the form of an export.
_KIND = Form({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}, _kind)
_FACTS: Form[object] = Form(
    {"type": "object", "additionalProperties": TEXT.schema}, lambda value: value, dict
)
_MESSAGE: Form[None] = fields(
    lambda en, zh: None, lambda item: (item.message("en"), item.message("zh")), en=TEXT, zh=TEXT
)

SECTION = fields(SectionText, key=TEXT, heading=TEXT, text=TEXT, at=_AT)
ENTRY = fields(
    _entry,
    table=TEXT,
    row=TEXT,
    column=TEXT,
    value=_NUMBER,
    unit=TEXT_OR_NULL,
    state=choice(State),
    raw=TEXT,
    at=_AT,
)
_IS_NUMBER: dict[str, JSON] = {
    "if": {"properties": {"state": {"const": State.NUMBER.value}}},
    "then": {"properties": {"value": {"$ref": "#/$defs/number"}}},
    "else": {"properties": {"value": NULL}},
}
ENTRY = evolve(ENTRY, schema=ENTRY.schema | _IS_NUMBER)
FINDING = fields(
    _finding,
    lambda item: (item.kind, item.severity, item.at, item.path, item.facts, item),
    kind=_KIND,
    severity=choice(Severity),
    at=_AT,
    path=TEXT,
    facts=_FACTS,
    message=_MESSAGE,
)
IDENTITY = fields(
    ExportedIdentity,
    attrgetter("identity.id", "identity.path", "outcome", "left", "right"),
    id=TEXT,
    path=TEXT,
    outcome=choice(Outcome),
    left=_NUMBER,
    right=_NUMBER,
)


# --- the report and the whole


def _day(value: object) -> date:
    text = TEXT.decode(value)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise wrong("", "a date (2024-12-31)", text) from None
    if day.isoformat() != text:  # fromisoformat takes week dates too
        raise wrong("", "a date (2024-12-31)", text)
    return day


_DAY = Form(
    {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}, _day, date.isoformat
)
_PERIOD = or_null(fields(Period, start=_DAY, end=_DAY))
_LAYOUT = described("null: two layouts fit equally well.", TEXT_OR_NULL)


def national(key: str) -> type:
    """The record class of a table of the national forms."""
    return type(getattr(Report(), key))


def _report(layout: str | None, layouts: tuple[Layout, ...]) -> Form[Report]:
    """A report of this layout, whose records are made by the classes that it names among ``layouts``."""

    def tables(value: object) -> dict[str, object]:
        if not isinstance(value, dict):
            raise wrong("", "an object", value)
        return {
            key: within(key, record_form(_table_record(key, layout, layouts)).decode, record)
            for key, record in value.items()
        }

    return fields(
        Report,
        organ=TEXT_OR_NULL,
        title=TEXT_OR_NULL,
        year=WHOLE_OR_NULL,
        period=_PERIOD,
        province=TEXT_OR_NULL,
        sections=array(ref("section", SECTION)),
        **{
            key: Form(
                {"$ref": f"#/$defs/{national(key).__name__}"},
                record_form(_national_record(key, layout, layouts)).decode,
                encode_record,
            )
            for key in NATIONAL
        },
        tables=Form(
            {"type": "object", "additionalProperties": {"$ref": "#/$defs/record"}},
            tables,
            lambda value: {key: within(key, encode_record, record) for key, record in value.items()},
        ),
    )


def _national_record(key: str, layout: str | None, layouts: tuple[Layout, ...]) -> type:
    """The layout's own class of a national table where it extends ours, else ours."""
    ours = national(key)
    tables = (table for item in layouts if item.id == layout for table in item.tables if table.key == key)
    records = (table.record for table in tables if table.record is not None)
    return next((record for record in records if issubclass(record, ours)), ours)


def _table_record(key: str, layout: str | None, layouts: tuple[Layout, ...]) -> type:
    """The record class of another table, if the layouts given leave no doubt."""
    records = {
        table.record
        for item in layouts
        if layout is None or item.id == layout
        for table in item.tables
        if table.key == key and table.record is not None
    }
    if len(records) != 1:
        expected = f"one layout in layouts= that declares its record class (the export names {layout!r})"
        raise ExportError(key, expected, f"{len(records) or 'none'}")
    return records.pop()


def _values(pair: tuple[Result, str | None]) -> tuple[object, ...]:
    result, source = pair
    layout = result.layout.id if result.layout is not None else None
    whole = (result.document.format, layout, result.report, result.entries, result.findings, result.checks)
    return (SCHEMA_VERSION, source, *whole)


@lru_cache(maxsize=16)
def export_of(layout: str | None = None, layouts: tuple[Layout, ...] = ()) -> Form[Exported]:
    """An export, made of a result and its source. With ``layout`` it is to be read by the classes of ``layouts``."""
    return fields(
        lambda schema, *values: Exported(*values),
        _values,
        schema=Form({"const": SCHEMA_VERSION}, as_it_is),
        source=TEXT_OR_NULL,
        format=TEXT,
        layout=_LAYOUT,
        report=_report(layout, layouts),
        entries=array(ref("entry", ENTRY)),
        findings=array(ref("finding", FINDING)),
        identities=array(ref("identity", IDENTITY)),
    )


EXPORT = export_of()
"""An export of a form whose records are the national ones."""
