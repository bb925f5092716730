"""A table of organs that were renamed or merged: old name, new name, and the year from which on the new one reports."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from attrs import frozen

from govdisclose.checking.assessment import Assessment, Basis
from govdisclose.checking.case import Case, entries_of
from govdisclose.checking.names import organ_key
from govdisclose.checking.rules._years import name_of
from govdisclose.checking.rules.years import APPLICANTS, YEAR_CARRIED
from govdisclose.errors import GovdiscloseError
from govdisclose.grammar.identity import Outcome
from govdisclose.result import Result

__all__ = ["Succession", "Successors", "SuccessorsError", "check_merged", "read_successors"]

_HEADS = {"old": "old", "new": "new", "year": "year", "原名称": "old", "现名称": "new", "年份": "year"}
_MOST_ROWS = 100_000
_MOST_CHARACTERS = 10_000_000
_YEARS = range(1949, 2200)


class SuccessorsError(GovdiscloseError, ValueError):
    """A table of renamed organs that cannot be read. ``line`` is the line at fault, from 1."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        super().__init__(f"line {line} of the table of renamed organs: {message}")


@frozen
class Succession:
    """An organ that goes on under another name, from the reports of ``year`` on."""

    old: str
    new: str
    year: int


@frozen
class Successors:
    """All successions of a table. Several old names of one new one and year are a merger."""

    rows: tuple[Succession, ...] = ()

    def renamed(self, year: int | None = None) -> dict[str, str]:
        """New names by old ones as of a year, or of all years. An organ that was split has no one new name."""
        news: dict[str, set[str]] = {}
        names: dict[str, tuple[str, str]] = {}
        for row in self.rows:
            if year is None or row.year <= year:
                news.setdefault(organ_key(row.old), set()).add(organ_key(row.new))
                names[organ_key(row.old)] = (row.old, row.new)
        return {names[key][0]: names[key][1] for key, found in news.items() if len(found) == 1}

    def merged_into(self, new: str, year: int) -> tuple[str, ...]:
        """The organs that were merged into one in that year; empty where it was one, or none."""
        key = organ_key(new)
        olds = {
            organ_key(row.old): row.old for row in self.rows if organ_key(row.new) == key and row.year == year
        }
        return tuple(olds.values()) if len(olds) > 1 else ()


def read_successors(text: str) -> Successors:
    """Read the table from the text of a CSV file with the columns old, new, year (原名称, 现名称, 年份).

    Raises ``SuccessorsError`` naming the line that is at fault.
    """
    if len(text) > _MOST_CHARACTERS:
        raise SuccessorsError(1, f"more than {_MOST_CHARACTERS} characters")
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    rows: list[Succession] = []
    heads: list[str] | None = None
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if heads is None:
                heads = _heads(cells, reader.line_num)
            else:
                rows.append(_row(heads, cells, reader.line_num))
            if len(rows) > _MOST_ROWS:
                raise SuccessorsError(reader.line_num, f"more than {_MOST_ROWS} rows")
    except csv.Error as error:
        raise SuccessorsError(max(reader.line_num, 1), f"no CSV: {error}") from error
    if heads is None:
        raise SuccessorsError(1, "it is empty; expected the columns old, new, year (原名称, 现名称, 年份)")
    return Successors(tuple(rows))


def _heads(cells: Sequence[str], line: int) -> list[str]:
    heads = [_HEADS.get(cell.strip().lower(), "") for cell in cells]
    if sorted(filter(None, heads)) != ["new", "old", "year"]:
        found = ", ".join(cell.strip()[:20] for cell in cells[:10])
        raise SuccessorsError(
            line, f"expected the columns old, new, year (原名称, 现名称, 年份), found {found}"
        )
    return heads


def _row(heads: Sequence[str], cells: Sequence[str], line: int) -> Succession:
    if len(cells) != len(heads):
        raise SuccessorsError(line, f"{len(cells)} cells, expected {len(heads)}")
    by_head = {head: cell.strip() for head, cell in zip(heads, cells, strict=True)}
    old, new, year = by_head["old"], by_head["new"], by_head["year"]
    if not old or not new:
        raise SuccessorsError(line, "a name is blank")
    digits = year.removesuffix("年")
    if not (digits.isascii() and digits.isdecimal() and len(digits) == 4 and int(digits) in _YEARS):
        raise SuccessorsError(line, f"{year[:20]!r} is no year")
    return Succession(old, new, int(digits))


def check_merged(result: Result, befores: Sequence[Result]) -> tuple[Assessment, ...]:
    """Hold what a merged organ carried in against the sum of what all its predecessors carried out.

    The caller gives the reports of all of them, each of the year before. Nothing else adds up after a merger.
    """
    case = Case(result)
    year = result.report.year
    other = "、".join(name_of(before) for before in befores)
    if not befores:
        return (YEAR_CARRIED.assess(Outcome.NOT_ASSESSABLE, reason="no-year-before"),)
    if year is None or any(before.report.year is None for before in befores):
        return (YEAR_CARRIED.assess(Outcome.NOT_ASSESSABLE, reason="year-unknown", other=other),)
    if any(before.report.year != year - 1 for before in befores):
        return (YEAR_CARRIED.assess(Outcome.NOT_ASSESSABLE, reason="years-apart", other=other),)
    return tuple(_merged(case, column, befores, other) for column in ("total", *APPLICANTS))


def _merged(case: Case, column: str, befores: Sequence[Result], other: str) -> Assessment:
    path, source = f"requests:carried_in:{column}", f"requests:carried_out:{column}"
    bases = []
    total = 0
    reason: str | None = None
    for before in befores:
        entry = entries_of(before).get(source)
        value = entry.value if entry is not None else None
        bases.append(Basis(f"上年结转下年（{before.report.organ or ''}）", (source,), value))
        if isinstance(value, int):
            total += value
        else:
            reason = reason or ("form-differs" if entry is None else entry.state.value.replace("_", "-"))
    value = case.value(path)
    if value is None:
        reason = reason or case.absence(path)
    outcome = Outcome.NOT_ASSESSABLE if reason else Outcome.HOLDS if value == total else Outcome.BROKEN
    whole = Basis("原各机关上年结转下年之和", (source,), None if reason else total)
    here = case.entries.get(path)
    return YEAR_CARRIED.assess(
        outcome,
        value=value,
        bases=(whole, *bases),
        paths=(path,),
        at=here.at if here is not None else None,
        said=here.raw if here is not None else "",
        reason=reason,
        other=other,
    )
