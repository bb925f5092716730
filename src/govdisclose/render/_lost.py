"""What a report has and a form has no place for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from govdisclose.grammar.entry import Entry, State
from govdisclose.grammar.layout import Layout
from govdisclose.records import Money, Report
from govdisclose.records.report import NATIONAL
from govdisclose.render._misfit import Misfit, Reason

__all__ = ["lost"]


def lost(report: Report, layout: Layout, entries: Iterable[Entry]) -> Iterator[Misfit]:
    """Numbers and texts under paths that the form does not ask, and prose of sections that it does not have."""
    asked = {(table.key, _joined(row, column)) for table in layout.tables for row, column in table.cells()}
    told: set[tuple[str, str]] = set()
    for entry in entries:
        path = (entry.table, _joined(entry.row, entry.column))
        if path not in asked and entry.state in (State.NUMBER, State.TEXT):
            told.add(path)
            yield Misfit(entry.path, Reason.NO_PLACE, _printed(entry))
    records: dict[str, object] = {key: getattr(report, key) for key in NATIONAL}
    for key, record in {**records, **report.tables}.items():
        for field, value in _numbers(record, ""):
            if (key, field) not in asked and (key, field) not in told:
                yield Misfit(f"{key}:{field}", Reason.NO_PLACE, value)
    sections = {section.key for section in layout.sections}
    for section in report.sections:
        if section.key not in sections and section.text.strip():
            yield Misfit(
                f"section:{section.key}", Reason.NO_PLACE, section.text.strip(), label=section.heading
            )


def _joined(row: str, column: str) -> str:
    return f"{row}/{column}" if row else column


def _printed(entry: Entry) -> str:
    raw = entry.raw.strip() or str(entry.value)
    return raw if entry.unit is None or entry.unit in raw else raw + entry.unit


def _numbers(record: object, prefix: str) -> Iterator[tuple[str, str]]:
    """The path and the number (or the words) of every field of a record that holds one."""
    kind = type(record)
    for item in attrs.fields(kind) if attrs.has(kind) else ():
        value: object = getattr(record, item.name)
        if isinstance(value, Money):
            yield prefix + item.name, f"{value.value}{value.unit or ''}"
        elif isinstance(value, int | str):
            yield prefix + item.name, str(value)
        else:
            yield from _numbers(value, f"{prefix}{item.name}/")
