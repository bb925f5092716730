"""JSON back to records: strict, so that a damaged file is refused and not half read."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from attrs import evolve, frozen

from govdisclose.catalogue import CATALOGUE, MORE, Severity, facts_of
from govdisclose.export._encode import LOCATOR, SCHEMA_VERSION
from govdisclose.export._errors import ExportError, wrong
from govdisclose.export._records import decode_number, decode_record
from govdisclose.findings import Finding
from govdisclose.grammar.entry import Entry, State
from govdisclose.grammar.identity import Outcome
from govdisclose.grammar.layout import Layout
from govdisclose.locate import Locator
from govdisclose.records import Period, Report, SectionText
from govdisclose.records.report import NATIONAL

__all__ = ["Exported", "ExportedIdentity", "from_json"]

_Choice = TypeVar("_Choice", bound=StrEnum)

_LONGEST_KEY = 60
_MOST_VALUES = 2_000_000
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


def from_json(text: str, *, layouts: Iterable[Layout] = ()) -> Exported:
    """Read one report back, as ``to_json`` wrote it; report, entries and findings are equal to the result's.

    ``layouts`` is needed only where the layout has records of its own, be they in ``report.tables`` or national ones
    with fields added: they are made by the classes that the layout names. Messages and severities are those of this version.

    Raises ``ExportError`` for what is no JSON, for another schema version, for whatever the schema refuses, and for
    a finding whose facts are not those that its messages say. A text of more than two million values is refused.
    """
    check_size(text)
    try:
        content: object = json.loads(text, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        raise ExportError("", "a JSON text", str(error) or type(error).__name__) from None
    if not isinstance(content, dict):
        raise wrong("", "an object", content)
    if content.get("schema") != SCHEMA_VERSION:
        raise wrong("schema", repr(SCHEMA_VERSION), content.get("schema"))
    whole = _fields(
        content, "", ("schema", "source", "format", "layout", "report", "entries", "findings", "identities")
    )
    layout = _text_or_null(whole["layout"], "layout")
    return Exported(
        _text_or_null(whole["source"], "source"),
        _text(whole["format"], "format"),
        layout,
        _report(whole["report"], layout, tuple(layouts)),
        tuple(_entry(item, where) for item, where in _items(whole["entries"], "entries")),
        tuple(_finding(item, where) for item, where in _items(whole["findings"], "findings")),
        tuple(_identity(item, where) for item, where in _items(whole["identities"], "identities")),
    )


def _report(value: object, layout: str | None, layouts: tuple[Layout, ...]) -> Report:
    names = ("organ", "title", "year", "period", "province", "sections", *NATIONAL, "tables")
    found = _fields(value, "report", names)
    empty = Report()
    national = {
        key: decode_record(
            _national(key, type(getattr(empty, key)), layout, layouts), found[key], f"report.{key}"
        )
        for key in NATIONAL
    }
    tables = found["tables"]
    if not isinstance(tables, dict):
        raise wrong("report.tables", "an object", tables)
    return Report(
        organ=_text_or_null(found["organ"], "report.organ"),
        title=_text_or_null(found["title"], "report.title"),
        year=_whole_or_null(found["year"], "report.year"),
        period=_period(found["period"], "report.period"),
        province=_text_or_null(found["province"], "report.province"),
        sections=tuple(_section(item, where) for item, where in _items(found["sections"], "report.sections")),
        tables={
            key: decode_record(_record_of(key, layout, layouts), record, f"report.tables.{key}")
            for key, record in tables.items()
        },
        **national,  # type: ignore[arg-type]
    )


def _national(key: str, record: type, layout: str | None, layouts: tuple[Layout, ...]) -> type:
    """The record class of a national table: the layout's own where it extends ours, else ours."""
    for item in layouts:
        for table in item.tables:
            own = table.record
            if item.id == layout and table.key == key and own is not None and issubclass(own, record):
                return own
    return record


def _record_of(key: str, layout: str | None, layouts: tuple[Layout, ...]) -> type:
    """The record class of a table, if the layouts given leave no doubt."""
    records = {
        table.record
        for item in layouts
        if layout is None or item.id == layout
        for table in item.tables
        if table.key == key and table.record is not None
    }
    if len(records) != 1:
        expected = f"one layout in layouts= that declares its record class (the export names {layout!r})"
        raise ExportError(f"report.tables.{key}", expected, f"{len(records) or 'none'}")
    return records.pop()


def _section(value: object, where: str) -> SectionText:
    found = _fields(value, where, ("key", "heading", "text", "at"))
    return SectionText(
        _text(found["key"], f"{where}.key"),
        _text(found["heading"], f"{where}.heading"),
        _text(found["text"], f"{where}.text"),
        _place(found["at"], f"{where}.at"),
    )


def _entry(value: object, where: str) -> Entry:
    found = _fields(value, where, ("table", "row", "column", "value", "unit", "state", "raw", "at"))
    state = _choice(State, found["state"], f"{where}.state")
    number = decode_number(found["value"], f"{where}.value")
    if (number is None) == (state is State.NUMBER):
        raise wrong(
            f"{where}.value", f"{'a number' if number is None else 'null'} with state {state!s}", number
        )
    return Entry(
        _text(found["table"], f"{where}.table"),
        _text(found["row"], f"{where}.row"),
        _text(found["column"], f"{where}.column"),
        number,
        _text_or_null(found["unit"], f"{where}.unit"),
        state,
        _text(found["raw"], f"{where}.raw"),
        _place(found["at"], f"{where}.at"),
    )


def _finding(value: object, where: str) -> Finding:
    found = _fields(value, where, ("kind", "severity", "at", "path", "facts", "message"))
    kind = _text(found["kind"], f"{where}.kind")
    if kind not in CATALOGUE:
        raise wrong(f"{where}.kind", "a kind of the catalogue", kind)
    _choice(Severity, found["severity"], f"{where}.severity")
    for language, message in _fields(found["message"], f"{where}.message", ("en", "zh")).items():
        _text(message, f"{where}.message.{language}")
    return Finding(
        kind,
        _place(found["at"], f"{where}.at"),
        _text(found["path"], f"{where}.path"),
        _facts(kind, found["facts"], f"{where}.facts"),
    )


def _facts(kind: str, value: object, where: str) -> dict[str, str]:
    """The facts that the messages of the kind name, and no others."""
    facts = {
        name: _text(fact, f"{where}.{name}")
        for name, fact in _fields(value, where, facts_of(CATALOGUE[kind])).items()
    }
    if kind in MORE.values():
        if facts["kind"] not in CATALOGUE:
            raise wrong(f"{where}.kind", "a kind of the catalogue", facts["kind"])
        if not _COUNT.fullmatch(facts["count"]):
            raise wrong(f"{where}.count", "a whole number from 1", facts["count"])
    return facts


def _identity(value: object, where: str) -> ExportedIdentity:
    found = _fields(value, where, ("id", "path", "outcome", "left", "right"))
    return ExportedIdentity(
        _text(found["id"], f"{where}.id"),
        _text(found["path"], f"{where}.path"),
        _choice(Outcome, found["outcome"], f"{where}.outcome"),
        decode_number(found["left"], f"{where}.left"),
        decode_number(found["right"], f"{where}.right"),
    )


def _place(value: object, where: str) -> Locator | None:
    if value is None:
        return None
    if not isinstance(value, dict) or not value.keys() <= {*LOCATOR, "box"}:
        raise wrong(where, f"null, or an object of {', '.join(LOCATOR)} and box", value)
    at = Locator(**{name: _whole_or_null(value.get(name), f"{where}.{name}") for name in LOCATOR})  # type: ignore[arg-type]
    if "box" not in value:
        return at
    box = value["box"]
    if not isinstance(box, list) or len(box) != 4 or not all(map(_finite, box)):
        raise wrong(f"{where}.box", "four numbers", box)
    return evolve(at, box=tuple(box))


def _period(value: object, where: str) -> Period | None:
    if value is None:
        return None
    found = _fields(value, where, ("start", "end"))
    return Period(_date(found["start"], f"{where}.start"), _date(found["end"], f"{where}.end"))


def _date(value: object, where: str) -> date:
    text = _text(value, where)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise wrong(where, "a date (2024-12-31)", text) from None
    if day.isoformat() != text:  # fromisoformat takes week dates too
        raise wrong(where, "a date (2024-12-31)", text)
    return day


# --- the plain types of JSON


def check_size(text: str) -> None:
    """Refuse a text that would take hundreds of megabytes as values: no report has a hundredth of them."""
    count = text.count(",") + text.count("[") + text.count("{")
    if count > _MOST_VALUES:
        raise ExportError("", f"an export of at most {_MOST_VALUES} values", f"about {count}")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise ValueError(f"the key {key[:_LONGEST_KEY]!r} stands twice in an object")
            seen.add(key)
    return found


def _fields(value: object, where: str, names: tuple[str, ...]) -> dict[str, object]:
    """An object that has exactly these keys."""
    if not isinstance(value, dict):
        raise wrong(where, "an object", value)
    for name in names:
        if name not in value:
            raise ExportError(f"{where}.{name}".lstrip("."), "a value", "no such key")
    if len(value) != len(names):
        unknown = next(key for key in value if key not in names)
        expected = f"only the keys {', '.join(names)}" if names else "no keys"
        raise ExportError(where, expected, f"the key {unknown[:_LONGEST_KEY]!r}")
    return value


def _items(value: object, where: str) -> list[tuple[object, str]]:
    if not isinstance(value, list):
        raise wrong(where, "an array", value)
    return [(item, f"{where}[{number}]") for number, item in enumerate(value)]


def _finite(value: object) -> bool:
    if isinstance(value, int) and not isinstance(value, bool):
        return abs(value) < _LARGEST_EDGE
    return isinstance(value, float) and math.isfinite(value)


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise wrong(where, "a string", value)
    return value


def _text_or_null(value: object, where: str) -> str | None:
    if not isinstance(value, str | None):
        raise wrong(where, "a string or null", value)
    return value


def _whole_or_null(value: object, where: str) -> int | None:
    if value is not None and type(value) is not int:
        raise wrong(where, "an integer or null", value)
    return value


def _choice(kind: type[_Choice], value: object, where: str) -> _Choice:
    try:
        return kind(_text(value, where))
    except ValueError:
        raise wrong(where, f"one of {', '.join(kind)}", value) from None
