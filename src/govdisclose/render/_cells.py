"""What stands in the cells of one table, and what of it does not fit there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from attrs import define, field, frozen

from govdisclose.bind import unbind
from govdisclose.grammar.entry import Entry, entry_path
from govdisclose.grammar.table import Table
from govdisclose.grammar.values import State, heading_unit, parse_value
from govdisclose.records import Money
from govdisclose.render._misfit import Misfit, Reason
from govdisclose.text import label

__all__ = ["FilledTable", "fill_table"]

Place = tuple[str, str]
Value = int | Money | str | None

_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@frozen
class FilledTable:
    """A table with the texts of its cells. Its headings give no unit of which the amounts are not."""

    table: Table
    texts: Mapping[Place, str]
    misfits: tuple[Misfit, ...]


def fill_table(table: Table, record: object, entries: Mapping[Place, Entry]) -> FilledTable:
    """Print a record (None where there is none) and entries.

    The record has the word. An entry that agrees with it says how its cell was printed: empty, ``/``, in words, or
    with which digits. Without an entry None is printed as an empty cell.
    """
    values: Mapping[Place, Value]
    if record is not None:
        values = unbind(table, record)
    else:
        values = {place: _value(table, entries[place]) for place in table.cells() if place in entries}
    filling = _Filling(table, values, _columns_without_unit(table, values))
    texts = {place: text for place in table.cells() if (text := filling.print(place, entries.get(place)))}
    for place in filling.bare:
        table = _without_unit(table, *place)
    return FilledTable(table, texts, tuple(filling.misfits))


def _value(table: Table, entry: Entry) -> Value:
    """What the record of an entry holds."""
    value = entry.value
    if value is None and table.kind_of(entry.row, entry.column).number is None:
        return entry.raw.strip() or None
    return Money(value, entry.unit) if isinstance(value, Decimal) else value


def _heading_unit(table: Table, place: Place) -> str | None:
    return heading_unit(label(table.column_labels(*place)[-1]).core)[1]


def _columns_without_unit(table: Table, values: Mapping[Place, Value]) -> set[Place]:
    """Columns (as the band's key and the column) with an amount of unknown unit under a heading that gives one."""
    return {
        _column(table, place)
        for place, value in values.items()
        if isinstance(value, Money) and value.unit is None and _heading_unit(table, place) is not None
    }


def _column(table: Table, place: Place) -> Place:
    return (table.band_of(place[0])[0].key if table.bands else "", place[1])


def _without_unit(table: Table, band: str, column: str) -> Table:
    part = next(part for part in table.bands if part.key == band) if band else table
    assert part.boxhead is not None
    printed = part.boxhead.at(column).label
    bare = printed[: max(printed.rfind("（"), printed.rfind("("))]
    boxhead = part.boxhead.relabel(column, bare)
    return table.with_band(band, boxhead=boxhead) if band else table.derive(boxhead=boxhead)


@define
class _Filling:
    table: Table
    values: Mapping[Place, Value]
    bare: set[Place]
    misfits: list[Misfit] = field(factory=list)

    def print(self, place: Place, entry: Entry | None) -> str:
        """The text of a cell."""
        value = self.values.get(place)
        if entry is None:
            return self._plain(place, value)
        own = _value(self.table, entry)
        if own != value:
            self._note(place, Reason.CONTRADICTION, _shown(value), _shown(own))
            return self._plain(place, value)
        if entry.state is State.NUMBER:
            return self._plain(place, value, _clean(entry.raw))
        if isinstance(value, str) or entry.state is State.BLANK:
            return self._plain(place, value)
        return self._no_number(place, entry)

    def _no_number(self, place: Place, entry: Entry) -> str:
        raw = _clean(entry.raw)
        read = parse_value(raw, self.table.kind_of(*place)).state
        if entry.state is State.NOT_APPLICABLE:
            return raw if read is State.NOT_APPLICABLE else "/"
        self._note(place, Reason(entry.state.value), raw)
        # What could not be read must not become a number by being printed in a clear place.
        allowed = (State.TEXT,) if entry.state is State.TEXT else (State.TEXT, State.UNREADABLE)
        return raw if read in allowed else ""

    def _plain(self, place: Place, value: Value, raw: str = "") -> str:
        """A number: as it was printed, if that reads as the same under this heading, else its digits."""
        if value is None or isinstance(value, str):
            return _clean(value or "")
        kind = self.table.kind_of(*place)
        declared = _heading_unit(self.table, place) if kind.needs_unit else None
        heading = None if _column(self.table, place) in self.bare else declared
        amount = value if isinstance(value, Money) else None
        number = amount.value if amount else value
        unit = amount.unit if amount else None
        if declared is not None and unit != declared:
            self._note(place, Reason.UNIT, f"{number}{unit or ' (?)'}", declared)
        for text in (raw, _digits(number) + (unit if unit and unit != heading else "")):
            read = parse_value(text, kind)
            same_unit = amount is None or (read.unit or heading) == unit
            if read.state is State.NUMBER and read.value == number and same_unit:
                return text
        self._note(place, Reason.NOT_PRINTABLE, text, kind.expected_en, kind.expected_zh)
        return text

    def _note(self, place: Place, reason: Reason, found: str, asked: str = "", asked_zh: str = "") -> None:
        words = "，".join((*self.table.row_labels(place[0]), *self.table.column_labels(*place)))
        path = entry_path(self.table.key, *place)
        self.misfits.append(Misfit(path, reason, found, asked, asked_zh, words))


def _clean(raw: str) -> str:
    """A printed text for any format: a character that not every format holds must not vanish and join digits."""
    return _NO_TEXT.sub("□", raw.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _digits(number: object) -> str:
    return format(number, "f") if isinstance(number, Decimal) and number.is_finite() else str(number)


def _shown(value: Value) -> str:
    if isinstance(value, Money):
        return f"{value.value}{value.unit or ''}"
    return "—" if value is None else str(value)
