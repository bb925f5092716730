"""One report as it was written down: ``_sources/<name>.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias, cast

from attrs import frozen

from govdisclose import Layout
from govdisclose.grammar.table import Table
from govdisclose.layouts import CN_2019, CN_2021

__all__ = ["SOURCES", "Source", "Texts", "load", "names"]

SOURCES = Path(__file__).parent.parent / "_sources"
_FORMS = {layout.id: layout for layout in (CN_2019, CN_2021)}

Texts: TypeAlias = dict[tuple[str, str], str]
"""What is printed, by row path and column path."""
_Toml: TypeAlias = Mapping[str, object]


@frozen
class Source:
    """What a report says, word by word and cell by cell, before it takes a format.

    ``title``, ``intro`` and ``closing`` are lines before section one and after section six, ``headings`` and
    ``prose`` are by the key of the section, ``texts`` by the key of the table. ``findings`` counts the findings
    of severity warning and error that reading the report must give, by kind; ``readings`` says how a cell is
    read that holds neither digits, ``/`` nor nothing.
    """

    name: str
    layout: Layout
    organ: str | None
    year: int | None
    title: tuple[str, ...]
    intro: tuple[str, ...]
    headings: Mapping[str, str]
    prose: Mapping[str, Sequence[str]]
    closing: tuple[str, ...]
    texts: Mapping[str, Texts]
    findings: Mapping[str, int]
    readings: Mapping[str, Mapping[str, object]]

    def expected(self) -> dict[str, object]:
        """What reading the report must give, from the source alone."""
        entries: dict[str, dict[str, dict[str, str]]] = {}
        for table in self.layout.tables:
            for row, column in table.cells():
                rows = entries.setdefault(table.key, {})
                rows.setdefault(row, {})[column] = self.texts[table.key][row, column]
        return {
            "organ": self.organ,
            "year": self.year,
            "layout": self.layout.id,
            "findings": dict(self.findings),
            "readings": {path: dict(reading) for path, reading in self.readings.items()},
            "entries": entries,
        }


def names() -> list[str]:
    """The names of all sources."""
    return sorted(path.stem for path in SOURCES.glob("*.toml"))


def load(name: str) -> Source:
    """Read one source. Raises ``ValueError`` for a row that the form does not have, or of another length."""
    data = tomllib.loads((SOURCES / f"{name}.toml").read_text("utf-8"))
    layout = _FORMS[str(data["form"])]
    headings = {section.key: section.label for section in layout.sections}
    return Source(
        name=name,
        layout=layout,
        organ=cast("str | None", data.get("organ")),
        year=cast("int | None", data.get("year")),
        title=tuple(data["title"]),
        intro=tuple(data.get("intro", ())),
        headings=headings | data.get("headings", {}),
        prose=data["prose"],
        closing=tuple(data.get("closing", ())),
        texts={table.key: _texts(name, table, data[table.key]) for table in layout.tables},
        findings=data.get("findings", {}),
        readings=data.get("readings", {}),
    )


def _texts(name: str, table: Table, given: _Toml) -> Texts:
    """The cells of a table. A row is its cells between spaces; ``_`` is an empty one.

    A row that is not given holds ``fill`` in each cell; ``lead`` stands before each cell's text.
    """
    fill, lead = str(given.get("fill", "0")), str(given.get("lead", ""))
    rows = {key: value for key, value in given.items() if key not in ("fill", "lead")}
    by_row: dict[str, list[str]] = {}
    for row, column in table.cells():
        by_row.setdefault(row, []).append(column)
    texts: Texts = {}
    for row, columns in by_row.items():
        value = rows.pop(row or "cells", None)
        cells = [fill] * len(columns) if value is None else str(value).split()
        if len(cells) != len(columns):
            raise ValueError(f"{name}: {table.key}: {row} has {len(cells)} cells for {len(columns)} columns")
        for column, cell in zip(columns, cells, strict=True):
            texts[row, column] = lead + ("" if cell == "_" else cell)
    if rows:
        raise ValueError(f"{name}: {table.key} has no row {', '.join(rows)}")
    return texts
