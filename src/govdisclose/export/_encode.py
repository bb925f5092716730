"""Results to JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from govdisclose.export._errors import ExportError
from govdisclose.export._escape import escape_unseen
from govdisclose.export._records import JSON, encode_number, encode_record
from govdisclose.findings import Finding
from govdisclose.grammar.check import Check
from govdisclose.grammar.entry import Entry
from govdisclose.locate import Locator
from govdisclose.records import Report, SectionText
from govdisclose.records.report import NATIONAL
from govdisclose.result import Result

__all__ = ["LOCATOR", "SCHEMA_VERSION", "place", "to_dict", "to_json", "write_jsonl"]

SCHEMA_VERSION = "govdisclose/report/1"
"""The ``schema`` of every export. The number rises when a reader of the old form would misread the new one."""

LOCATOR = ("table", "row", "column", "paragraph", "line", "page")
"""The whole numbers of a place; ``box`` stands beside them."""


def to_dict(result: Result, source: str | None = None) -> dict[str, JSON]:
    """A result as plain values, in the form that ``schema`` gives.

    ``source`` names the report, for instance by its address; it is kept as given. In the records a key that is
    absent was not asked by the form, and ``null`` is no number; the entry's ``state`` says why there is none. In a
    place (``at``) only what is known has a key. Raises ``ExportError`` for a record of a plugin that holds
    something else than numbers.
    """
    return {
        "schema": SCHEMA_VERSION,
        "source": source,
        "format": result.document.format,
        "layout": result.layout.id if result.layout is not None else None,
        "report": _report(result.report),
        "entries": [_entry(entry, number) for number, entry in enumerate(result.entries)],
        "findings": [_finding(item) for item in result.findings],
        "identities": [_identity(item, number) for number, item in enumerate(result.checks)],
    }


def to_json(result: Result, *, source: str | None = None, indent: int | None = 2) -> str:
    r"""A result as JSON text, Chinese left readable. ``indent=None`` gives one line. Raises as ``to_dict`` does.

    Characters that show nothing or change the direction of the text are written as ``\uXXXX``.
    """
    separators = (",", ":") if indent is None else None
    try:
        text = json.dumps(
            to_dict(result, source), ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
        )
    except ValueError as error:
        raise ExportError("", "values that JSON can hold", str(error)) from None
    return escape_unseen(text)


def write_jsonl(results: Iterable[Result | tuple[str, Result]], file: TextIO) -> None:
    """Write each report as one line of JSON. ``results`` are results, or pairs of a source and its result.

    They are taken one at a time, so a generator keeps the memory of one. The file should be open as UTF-8.
    """
    for item in results:
        source, result = item if isinstance(item, tuple) else (None, item)
        file.write(to_json(result, source=source, indent=None) + "\n")


def _report(report: Report) -> dict[str, JSON]:
    period = report.period
    found: dict[str, JSON] = {
        "organ": report.organ,
        "title": report.title,
        "year": report.year,
        "period": {"start": period.start.isoformat(), "end": period.end.isoformat()}
        if period is not None
        else None,
        "province": report.province,
        "sections": [_section(section) for section in report.sections],
    }
    for key in NATIONAL:
        found[key] = encode_record(getattr(report, key), f"report.{key}")
    found["tables"] = {
        key: encode_record(record, f"report.tables.{key}") for key, record in report.tables.items()
    }
    return found


def _section(section: SectionText) -> dict[str, JSON]:
    return {"key": section.key, "heading": section.heading, "text": section.text, "at": place(section.at)}


def _entry(entry: Entry, number: int) -> dict[str, JSON]:
    return {
        "table": entry.table,
        "row": entry.row,
        "column": entry.column,
        "value": encode_number(entry.value, f"entries[{number}].value"),
        "unit": entry.unit,
        "state": entry.state.value,
        "raw": entry.raw,
        "at": place(entry.at),
    }


def _finding(item: Finding) -> dict[str, JSON]:
    return {
        "kind": item.kind,
        "severity": item.severity.value,
        "at": place(item.at),
        "path": item.path,
        "facts": dict(item.facts),
        "message": {"en": item.message("en"), "zh": item.message("zh")},
    }


def _identity(item: Check, number: int) -> dict[str, JSON]:
    where = f"identities[{number}]"
    return {
        "id": item.identity.id,
        "path": item.identity.path,
        "outcome": item.outcome.value,
        "left": encode_number(item.left, f"{where}.left"),
        "right": encode_number(item.right, f"{where}.right"),
    }


def place(at: Locator | None) -> dict[str, JSON] | None:
    if at is None:
        return None
    found: dict[str, JSON] = {name: value for name in LOCATOR if (value := getattr(at, name)) is not None}
    if at.box is not None:
        found["box"] = list(at.box)
    return found
