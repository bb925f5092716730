"""Each cell of the parent against the sum of its children's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from govdisclose.catalogue import Severity
from govdisclose.checking.case import entries_of
from govdisclose.checking.rollup.children import Placed
from govdisclose.checking.rollup.explained import explain
from govdisclose.checking.rollup.values import ChildState, RolledCell
from govdisclose.grammar.entry import Entry, State
from govdisclose.grammar.identity import Outcome
from govdisclose.result import Result

__all__ = ["OTHER_ROW", "roll_cells"]

Number = int | Decimal

OTHER_ROW = "requests:results/other:"
"""The row 其他处理 of the form of 2019, which that of 2021 divides in three."""

_DIVIDED = ("overdue_correction", "overdue_fee", "other")
_YUAN = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_STOCKS = (":in_force", ":total_disclosed", ":previous_items")
_AMOUNTS = "disclosure:fees/", "disclosure:procurement/"


@frozen
class _Value:
    """What a child has at a path: its number, or the name of the count that it falls under."""

    number: Number | None
    under: str


def roll_cells(parent: Result, children: Sequence[Placed], *, clear: bool) -> tuple[RolledCell, ...]:
    """All cells of the parent's form. ``clear`` is False where it is not known whose numbers the parent gives."""
    own = entries_of(parent)
    mixed = any(item.child.state is ChildState.OTHER_FORM and item.child.counted for item in children)
    found = [_cell(path, _own(entry), entry, children, clear=clear) for path, entry in own.items()]
    if mixed:
        found += [
            _cell(path, value, None, children, clear=clear)
            for path, value in _summed_rows(own)
            if path not in own
        ]
    return tuple(found)


def _own(entry: Entry) -> Number | None:
    return entry.value


def _summed_rows(own: Mapping[str, Entry]) -> Iterator[tuple[str, Number | None]]:
    """其他处理 of the form of 2021 as one row, by column."""
    columns = [path.rpartition(":")[2] for path in own if path.startswith("requests:received:")]
    for column in columns:
        yield f"{OTHER_ROW}{column}", _three(own, column)


def _three(entries: Mapping[str, Entry], column: str) -> Number | None:
    total: Number = 0
    for row in _DIVIDED:
        entry = entries.get(f"requests:results/other/{row}:{column}")
        if entry is None or entry.value is None:
            return None
        total += entry.value
    return total


def _cell(
    path: str, value: Number | None, entry: Entry | None, children: Sequence[Placed], *, clear: bool
) -> RolledCell:
    unit = entry.unit if entry is not None else None
    values = {
        item.child.name: _value(path, item, unit)
        for item in children
        if item.child.counted or item.child.state is ChildState.MISSING
    }
    numbers = {name: found.number for name, found in values.items() if found.number is not None}
    total: Number = sum(numbers.values(), start=0)
    counts = Counter(found.under for found in values.values())
    residual = value - total if value is not None else None
    outcome, reason = _verdict(path, residual, counts, entry, clear=clear)
    weight = Severity.WARNING
    if path.startswith("reviews:") or path.endswith(_STOCKS):
        weight = (
            Severity.INFO
        )  # a joint document counts with each, a co-defendant with the organ that acted first
    # With a child missing the residual is only a bound, which nothing explains exactly.
    whole = outcome is Outcome.BROKEN and not counts["absent"] and not counts["other_form"]
    return RolledCell(
        path,
        value,
        total,
        residual,
        outcome,
        weight if outcome is Outcome.BROKEN else Severity.INFO,
        reason,
        unit,
        numbers=counts["numbers"],
        blank=counts["blank"],
        not_applicable=counts["not_applicable"],
        other=counts["other"],
        other_form=counts["other_form"],
        absent=counts["absent"],
        explained=explain(value, total, residual, numbers) if whole else (),
    )


def _value(path: str, item: Placed, unit: str | None) -> _Value:
    if item.child.state is ChildState.MISSING:
        return _Value(None, "absent")
    entry = item.entries.get(path)
    if item.child.state is ChildState.OTHER_FORM and path.startswith("disclosure:"):
        return _Value(None, "other_form")
    if entry is None:
        if path.startswith(OTHER_ROW):
            three = _three(item.entries, path.rpartition(":")[2])
            return _Value(three, "numbers" if three is not None else "other")
        return _Value(None, "other_form")
    if entry.state is State.BLANK:
        return _Value(None, "blank")
    if entry.state is State.NOT_APPLICABLE:
        return _Value(None, "not_applicable")
    if entry.value is None:
        return _Value(None, "other")
    if not path.startswith(_AMOUNTS) or not path.endswith(":amount"):
        return _Value(entry.value, "numbers")
    if unit not in _YUAN or entry.unit not in _YUAN:
        return _Value(None, "other")
    return _Value(entry.value * _YUAN[entry.unit or ""] / _YUAN[unit or ""], "numbers")


def _verdict(
    path: str, residual: Number | None, counts: Counter[str], entry: Entry | None, *, clear: bool
) -> tuple[Outcome, str | None]:
    if not clear:
        return Outcome.NOT_ASSESSABLE, "scope-unclear"
    if residual is None:
        return Outcome.NOT_ASSESSABLE, entry.state.value.replace("_", "-") if entry is not None else "blank"
    if not counts["numbers"]:
        return Outcome.NOT_ASSESSABLE, "no-child-has-it"
    open_ = (
        "explained-by-missing" if counts["absent"]
        else "form-differs" if counts["other_form"]
        else "unit-unknown" if counts["other"] and path.endswith(":amount")
        else "unreadable" if counts["other"]
        else None
    )  # fmt: skip
    if residual == 0:
        return (Outcome.HOLDS, None) if open_ is None else (Outcome.NOT_ASSESSABLE, open_)
    if residual < 0 and not path.endswith(":change"):
        return Outcome.BROKEN, None  # what is missing can only add to the sum
    if open_ is None and counts["blank"]:
        open_ = "blank"
    return (Outcome.BROKEN, None) if open_ is None else (Outcome.NOT_ASSESSABLE, open_)
