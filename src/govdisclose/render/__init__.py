"""Records and layout to document: the official form, empty or filled.

``bind`` and ``parse`` undone: what ``parse`` reads from a rendered report has the organ, the year, the records and
the prose of the report that was rendered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from govdisclose.document import Document
from govdisclose.front import read_front
from govdisclose.grammar.draw import draw
from govdisclose.grammar.entry import Entry
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.table import Table
from govdisclose.locate import Locator
from govdisclose.records import Period, Report
from govdisclose.records.report import NATIONAL
from govdisclose.render._cells import FilledTable, fill_table
from govdisclose.render._lost import lost
from govdisclose.render._misfit import FormError, Misfit, Reason
from govdisclose.section import TextLine

__all__ = ["FormError", "Misfit", "Reason", "blank", "misfits", "render"]

_TITLE = "政府信息公开工作年度报告"  # of a layout that names none
_NO_ORGAN, _NO_YEAR = "【机关名称】", "【年份】"
_YEARS = range(2000, 2100)


def blank(layout: Layout, *, organ: str | None = None, year: int | None = None) -> Document:
    """The form, empty: title, headings, tables without numbers.

    Where organ or year are not given, the title says in brackets what is to be put there; so it is not taken for
    a name. Raises ``ValueError`` for a year that is not of this century.
    """
    if year is not None and year not in _YEARS:
        raise ValueError(f"year is {year}, expected {_YEARS.start} to {_YEARS[-1]}")
    organ = organ.strip() if organ else None
    end = f"{year or _NO_YEAR}年{_phrase(layout)}"
    if organ and year is None:
        lines = [organ, end]  # in one line the brackets would be part of the name
    elif organ:
        lines = _title(layout, organ, year)
    else:
        lines = [_NO_ORGAN + end]
    return attrs.evolve(draw(layout, {}, title=lines, year=year or _NO_YEAR), title="".join(lines))


def render(
    report: Report, layout: Layout, *, entries: Iterable[Entry] = (), strict: bool = False
) -> Document:
    """The form, filled from a report, and from its entries where there are some.

    A record does not tell an empty cell from ``/`` or text; entries do, and they say how a number was printed.
    Where they contradict the record, the record is printed.

    What has no place in the form is left out, and a number never becomes another one: an amount that is not in the
    unit of the form's heading is printed with its own, under a heading without unit if it has none. ``misfits``
    gives all of this. ``strict=True`` raises ``FormError`` instead, unless the form holds the report whole.
    """
    filled, left = _fill(report, layout, tuple(entries))
    if strict and left:
        raise FormError(layout.id, left)
    lines = _title(layout, report.organ, report.year)
    prose = {
        section.key: [line for line in section.text.split("\n") if line.strip()]
        for section in report.sections
    }
    document = draw(
        attrs.evolve(layout, tables=tuple(item.table for item in filled)),
        {item.table.key: item.texts for item in filled},
        title=lines,
        opening=_opening(report, layout),
        prose=prose,
        year=report.year or _NO_YEAR,
    )
    return attrs.evolve(document, title="".join(lines))


def misfits(report: Report, layout: Layout, *, entries: Iterable[Entry] = ()) -> tuple[Misfit, ...]:
    """What the form cannot hold of a report, in the order of the form, then what it has no place for."""
    return _fill(report, layout, tuple(entries))[1]


def _fill(
    report: Report, layout: Layout, entries: tuple[Entry, ...]
) -> tuple[list[FilledTable], tuple[Misfit, ...]]:
    by_table: dict[str, dict[tuple[str, str], Entry]] = {}
    for entry in entries:
        by_table.setdefault(entry.table, {})[entry.row, entry.column] = entry
    filled = [
        fill_table(table, _record(report, table), by_table.get(table.key, {})) for table in layout.tables
    ]
    return filled, (*(note for item in filled for note in item.misfits), *lost(report, layout, entries))


def _record(report: Report, table: Table) -> object:
    """The record of a table, if the report has one of its class."""
    records: Mapping[str, object] = {
        **{key: getattr(report, key) for key in NATIONAL},
        **report.tables,
    }
    record = records.get(table.key)
    return record if table.record is not None and isinstance(record, table.record) else None


def _phrase(layout: Layout) -> str:
    return layout.titles[0] if layout.titles else _TITLE


def _title(layout: Layout, organ: str | None, year: int | None) -> list[str]:
    """The title in one line; in two where only so it reads as this organ and year."""
    end = f"{year}年{_phrase(layout)}" if year is not None else _phrase(layout)
    choices = [[f"{organ}{end}"], [organ, end]] if organ else [[end]]
    for lines in choices:
        printed = [TextLine(line, Locator(paragraph=number)) for number, line in enumerate(lines, 1)]
        front = read_front(printed, len(printed), "", layout.titles, None)
        if (front.organ, front.year) == (organ, year):
            return lines
    return choices[0]


def _opening(report: Report, layout: Layout) -> list[str]:
    """The reporting period, where the prose does not give it."""
    first = report.section(layout.sections[0].key) if layout.sections else None
    front = read_front([], None, first.text if first else "", layout.titles, None)
    period = report.period
    if period is None or (front.period is not None and Period(*front.period) == period):
        return []
    start, end = (f"{day.year}年{day.month}月{day.day}日" for day in (period.start, period.end))
    return [f"本报告所列数据的统计期限自{start}起至{end}止。"]
