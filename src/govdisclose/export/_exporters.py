"""The formats of exported reports, each a value: how a report becomes a part of a file, and how parts are joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from types import MappingProxyType
from typing import BinaryIO

from attrs import frozen

from govdisclose.export._csv import csv_head, csv_part
from govdisclose.export._json import to_json
from govdisclose.result import Result

__all__ = ["EXPORTERS", "Add", "Exporter"]

Add = Callable[[bytes], object]
"""Adds the part of one report to the file."""


@frozen
class Exporter:
    """A format of files that hold reports.

    ``part`` makes what one report is in the file; its second argument names the report. Parts can be sent between
    processes, or kept until the others are there. ``join`` begins a file in which they stand one after another, and
    ends it: with True it is a file of many reports, else of one alone. ``binary``: it is no text for a terminal.
    ``needs`` is the module, and ``extra`` the extra of govdisclose, without which it cannot be made.
    ``spreadsheet`` is the same format as spreadsheets open it right.
    """

    id: str
    suffix: str
    media_type: str
    part: Callable[[Result, str], bytes]
    join: Callable[[BinaryIO, bool], AbstractContextManager[Add]]
    binary: bool = False
    needs: str = ""
    extra: str = ""
    spreadsheet: Exporter | None = None

    def write(self, results: Iterable[tuple[str, Result]], file: BinaryIO) -> None:
        """Write pairs of a name and its result to one file, which holds no more than one of them at a time."""
        with self.join(file, True) as add:
            for source, result in results:
                add(self.part(result, source))


def _json(result: Result, source: str) -> bytes:
    return to_json(result, source=source).encode()


def _line(result: Result, source: str) -> bytes:
    return to_json(result, source=source, indent=None).encode()


def _csv(result: Result, source: str) -> bytes:
    return csv_part(result, source).encode()


def _excel(result: Result, source: str) -> bytes:
    return csv_part(result, source, excel=True).encode()


@contextmanager
def _lines(file: BinaryIO, many: bool) -> Iterator[Add]:
    yield lambda part: file.write(part + b"\n")


@contextmanager
def _array(file: BinaryIO, many: bool) -> Iterator[Add]:
    """An array of objects; one alone stands as it is."""
    before = b"[\n" if many else b""

    def add(part: bytes) -> None:
        nonlocal before
        file.write(before + part)
        before = b",\n"

    yield add
    if many:
        file.write(b"[]" if before == b"[\n" else b"\n]")
    file.write(b"\n")


@contextmanager
def _rows(file: BinaryIO, many: bool) -> Iterator[Add]:
    file.write(csv_head().encode())
    yield file.write


@contextmanager
def _excel_rows(file: BinaryIO, many: bool) -> Iterator[Add]:
    file.write(csv_head(excel=True).encode())
    yield file.write


EXPORTERS: Mapping[str, Exporter] = MappingProxyType(
    {
        item.id: item
        for item in (
            Exporter("json", ".json", "application/json", _json, _array),
            Exporter("jsonl", ".jsonl", "application/jsonl", _line, _lines),
            Exporter(
                "csv",
                ".csv",
                "text/csv",
                _csv,
                _rows,
                spreadsheet=Exporter("csv", ".csv", "text/csv", _excel, _excel_rows),
            ),
        )
    }
)
"""By id, in the order in which they are told."""
