"""Tidy CSV: one row an entry, in the order of the form."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from io import StringIO
from typing import TextIO

from attrs import frozen

from govdisclose.export._escape import escape_unseen, replace_surrogates
from govdisclose.export._records import decimal_text
from govdisclose.grammar.layout import Layout
from govdisclose.result import Result

__all__ = ["COLUMNS", "csv_head", "csv_part", "csv_rows", "write_csv"]

COLUMNS = (
    "source",
    "organ",
    "year",
    "layout",
    "table",
    "row",
    "column",
    "row_label",
    "column_label",
    "value",
    "unit",
    "state",
    "raw",
    "place",
)
"""The columns of the CSV, in their order."""

_ACTIVE = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_CONVERTED = re.compile(r"[\d.][\d\s.,:/\-%eE年月日时分秒]*")
_NUMBER = re.compile(r"[+-]?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_MOST_DIGITS = 15  # beyond, a spreadsheet rounds


def csv_rows(result: Result, source: str = "") -> Iterator[dict[str, str]]:
    """One row an entry, by column, also for entries that are missing or unreadable. Exact: nothing is escaped.

    ``row`` and ``column`` are key paths; ``row_label`` and ``column_label`` the official labels along them, from
    the outermost, joined by ``/`` (a label may hold one: 本年增/减). ``value`` is empty unless ``state`` is
    ``number``. ``organ``, ``year`` and ``layout`` are empty where they are not known, ``unit`` where none is
    printed, ``place`` where the entry is missing.
    """
    report = result.report
    labels = _labels(result.layout or result.selection.best.layout)
    year = "" if report.year is None else str(report.year)
    layout = "" if result.layout is None else result.layout.id
    for entry in result.entries:
        row_label, column_label = labels.get((entry.table, entry.row, entry.column), ("", ""))
        yield {
            "source": source,
            "organ": report.organ or "",
            "year": year,
            "layout": layout,
            "table": entry.table,
            "row": entry.row,
            "column": entry.column,
            "row_label": row_label,
            "column_label": column_label,
            "value": _value(entry.value),
            "unit": entry.unit or "",
            "state": entry.state.value,
            "raw": entry.raw,
            "place": "" if entry.at is None else str(entry.at),
        }


def write_csv(items: Iterable[tuple[str, Result]], file: TextIO, *, excel: bool = False) -> None:
    r"""Write the rows of pairs of a source and its result, under one line of column names.

    Open the file with ``encoding="utf-8", newline=""``: line ends are written here, ``\n``, and a field with a
    line break is quoted. The fields are those of ``csv_rows``, but that a lone surrogate becomes U+FFFD.

    ``excel=True`` makes a file to be opened in a spreadsheet, not to be read back: a byte order mark, by which
    Excel knows UTF-8; ``\r\n``; and what is text stays text. A field that would be taken for a formula (it begins
    with = + - @ or their full-width forms, a tab or a line break) or turned into a date or another number (``1-2``,
    ``007``, more than 15 digits) has an apostrophe before it; a plain number such as ``-15`` has none, and
    ``value`` is left alone. Characters that show nothing or change the direction are spelt out: ``\u202e``.
    """
    file.write(csv_head(excel=excel))
    for source, result in items:
        file.write(csv_part(result, source, excel=excel))


def csv_head(*, excel: bool = False) -> str:
    """What a file begins with: the names of the columns, after the mark for Excel."""
    return ("\ufeff" if excel else "") + _lines([COLUMNS], excel=excel)


def csv_part(result: Result, source: str = "", *, excel: bool = False) -> str:
    """The rows of one report, as they stand under the head."""
    rows = csv_rows(result, source)
    if excel:
        return _lines(
            ([text if name == "value" else _inert(text) for name, text in row.items()] for row in rows),
            excel=True,
        )
    return _lines(([replace_surrogates(text) for text in row.values()] for row in rows), excel=False)


def _lines(rows: Iterable[Iterable[str]], *, excel: bool) -> str:
    file = StringIO(newline="")
    csv.writer(file if excel else _LineFeeds(file), lineterminator="\r\n").writerows(rows)
    return file.getvalue()


@frozen
class _LineFeeds:
    """Ends rows by a line feed. The writer cannot: told so, it would leave a lone carriage return unquoted."""

    file: TextIO

    def write(self, row: str) -> None:
        self.file.write(row.removesuffix("\r\n") + "\n")


def _value(value: int | Decimal | None) -> str:
    if value is None:
        return ""
    return decimal_text(value) if isinstance(value, Decimal) else str(value)


def _inert(text: str) -> str:
    text = escape_unseen(text)
    if not _ACTIVE.match(text) and not _CONVERTED.fullmatch(text):
        return text
    if _NUMBER.fullmatch(text) and sum(char.isdigit() for char in text) <= _MOST_DIGITS:
        return text
    return "'" + text


@lru_cache(maxsize=64)
def _labels(layout: Layout) -> Mapping[tuple[str, str, str], tuple[str, str]]:
    """Row label and column label of every entry of a form."""
    return {
        (table.key, row, column): (
            "/".join(table.row_labels(row)),
            "/".join(table.column_labels(row, column)),
        )
        for table in layout.tables
        for row, column in table.cells()
    }
