"""Each cell of the parent against the sum of its children's, and the verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from govdisclose.catalogue import Severity
from govdisclose.checking.money import in_unit, yuan
from govdisclose.checking.rollup._explain import explanations
from govdisclose.checking.rollup._members import Member
from govdisclose.checking.rollup.values import ChildState, RolledCell
from govdisclose.grammar.entry import Entry, State
from govdisclose.grammar.identity import Outcome
from govdisclose.grammar.layout import Layout
from govdisclose.result import Result

__all__ = ["OTHER", "Number", "Rolled", "merged_path", "roll_cells"]

Number = int | Decimal
OTHER = "requests:results/other"
"""（六）其他处理: one row in the form of 2019, three in that of 2021."""

_HALF = Decimal("0.5")
_INFORM = ("reviews:", "requests:results/other:", "requests:results/other/other:")
_INFORM_COLUMNS = ("in_force", "total_disclosed", "previous_items", "change")
_NOT_COUNTING = {
    ChildState.MISSING,
    ChildState.OTHER_YEAR,
    ChildState.SCOPE_UNCLEAR,
}


class _Read(NamedTuple):
    """What stands in a cell: a number, or the state of what is none."""

    value: Number | None
    state: str
    unit: str | None = None
    exact: Decimal = Decimal(0)


class Rolled(NamedTuple):
    """A cell with the numbers that its sum is made of, by the position of the child."""

    cell: RolledCell
    numbers: Mapping[int, Number]


def merged_path(path: str) -> str:
    """The path of a cell where the three rows of 其他处理 stand as one."""
    if not path.startswith(f"{OTHER}/"):
        return path
    return f"{OTHER}:{path.rpartition(':')[2]}"


def roll_cells(parent: Result, members: Sequence[Member], unclear: bool) -> tuple[Rolled, ...]:
    """All cells of the parent's form. ``unclear``: it cannot be told whose numbers the parent's are."""
    entries = {item.path: item for item in parent.entries}
    there = [member for member in members if member.child.counted]
    mixed = len({_asks_other(entries), *(_asks_other(member.entries) for member in there)}) > 1
    paths = dict.fromkeys(merged_path(path) if mixed else path for path in entries)
    return tuple(
        _roll(parent, entries, path, members, unclear)
        for path in paths
        if _kind(parent.layout, path, entries) != "words"
    )


def _asks_other(entries: Mapping[str, Entry]) -> bool:
    return f"{OTHER}:total" in entries


def _roll(
    parent: Result, entries: Mapping[str, Entry], path: str, members: Sequence[Member], unclear: bool
) -> Rolled:
    kind = _kind(parent.layout, path, entries)
    own = _read(entries, path)
    unit = own.unit if kind == "amount" else None
    counts: Counter[str] = Counter()
    numbers: dict[int, Number] = {}
    slack = own.exact if kind == "amount" else Decimal(0)
    for at, member in enumerate(members):
        child = member.child
        if not child.counted:
            counts["absent"] += child.state in _NOT_COUNTING
            continue
        read = _read_child(parent.layout, member, path)
        if read.value is not None and kind == "amount":
            amount = yuan(read.value, read.unit)
            if amount is None:
                read = _Read(None, "unit")
            else:
                slack += read.exact if read.unit == unit else Decimal(0)
                read = read._replace(value=in_unit(amount, unit) if unit else amount)
        counts[read.state] += 1
        if read.value is not None:
            numbers[at] = read.value
    total: Number = sum(numbers.values())
    if kind == "amount" and own.value and not own.exact and total % 1:
        slack += _HALF  # the parent may have rounded to whole numbers
    outcome, reason = _verdict(own, total, counts, kind, slack, unclear)
    residual = own.value - total if own.value is not None else None
    severity = _weight(path) if outcome is Outcome.BROKEN else Severity.INFO
    explained = (
        explanations(own.value, total, ((members[at].child.name, value) for at, value in numbers.items()))
        if outcome is Outcome.BROKEN and own.value is not None
        else ()
    )
    cell = RolledCell(
        *(path, own.value, total, residual, outcome, severity, reason, unit),
        numbers=counts["number"],
        blank=counts["blank"],
        not_applicable=counts["not_applicable"],
        other=counts["other"] + counts["unit"],
        other_form=counts["other_form"],
        absent=counts["absent"],
        explained=explained,
    )
    return Rolled(cell, numbers)


def _verdict(
    own: _Read, total: Number, counts: Mapping[str, int], kind: str, slack: Decimal, unclear: bool
) -> tuple[Outcome, str | None]:
    if unclear:
        return Outcome.NOT_ASSESSABLE, "scope-unclear"
    if own.value is None:
        return Outcome.NOT_ASSESSABLE, "unreadable" if own.state == "other" else own.state.replace("_", "-")
    if kind == "amount" and own.value and yuan(own.value, own.unit) is None:
        return Outcome.NOT_ASSESSABLE, "unit-unknown"
    residual: Number = own.value - total
    open_ = _first(counts, _OPEN)
    if not counts["number"]:
        return Outcome.NOT_ASSESSABLE, open_ or _first(counts, _EMPTY) or "no-children"
    if residual and -slack <= residual <= slack:
        return Outcome.NOT_ASSESSABLE, open_ or "rounding"
    if not residual:
        return (Outcome.NOT_ASSESSABLE, open_) if open_ else (Outcome.HOLDS, None)
    signed = kind == "change"  # a further number may be negative
    if residual < 0 and not (signed and (open_ or counts["blank"])):
        return Outcome.BROKEN, None
    if open_ == "child-missing":
        return Outcome.NOT_ASSESSABLE, "explained-by-missing" if residual > 0 else open_
    open_ = open_ or ("child-blank" if counts["blank"] else None)
    return (Outcome.NOT_ASSESSABLE, open_) if open_ else (Outcome.BROKEN, None)


_OPEN = {
    "absent": "child-missing",
    "other_form": "other-form",
    "unit": "unit-unknown",
    "other": "child-unreadable",
}
_EMPTY = {"blank": "child-blank", "not_applicable": "not-applicable"}


def _first(counts: Mapping[str, int], reasons: Mapping[str, str]) -> str | None:
    return next((reason for state, reason in reasons.items() if counts[state]), None)


def _weight(path: str) -> Severity:
    column = path.rpartition(":")[2]
    inform = path.startswith(_INFORM) or (path.startswith("disclosure:") and column in _INFORM_COLUMNS)
    return Severity.INFO if inform else Severity.WARNING


def _kind(layout: Layout | None, path: str, entries: Mapping[str, Entry]) -> str:
    key, row, column = path.split(":")
    if layout is None or path not in entries:
        return "count"
    return layout.table(key).kind_of(row, column).name


def _read_child(layout: Layout | None, member: Member, path: str) -> _Read:
    """What a child gives for a cell of the parent's form. Table 2 adds up within one form alone."""
    assert member.result is not None
    own = member.result.layout
    same = own is not None and layout is not None and own.id == layout.id
    return (
        _Read(None, "other_form")
        if path.startswith("disclosure:") and not same
        else _read(member.entries, path)
    )


def _read(entries: Mapping[str, Entry], path: str) -> _Read:
    entry = entries.get(path)
    if entry is None and path.startswith(f"{OTHER}:"):
        return _together(_read_one(item) for item in _three(entries, path))
    return _read_one(entry) if entry is not None else _Read(None, "other_form")


def _three(entries: Mapping[str, Entry], path: str) -> list[Entry]:
    column = path.rpartition(":")[2]
    return [
        item
        for key, item in entries.items()
        if key.startswith(f"{OTHER}/") and key.rpartition(":")[2] == column
    ]


def _together(reads: Iterable[_Read]) -> _Read:
    items = tuple(reads)
    if not items:
        return _Read(None, "other_form")
    total: Number = 0
    for item in items:
        if item.value is None:
            return item
        total += item.value
    return _Read(total, "number")


_STATES = {State.BLANK: "blank", State.NOT_APPLICABLE: "not_applicable"}


def _read_one(entry: Entry) -> _Read:
    if entry.value is None:
        return _Read(None, _STATES.get(entry.state, "other"))
    exact = Decimal(0)
    if isinstance(entry.value, Decimal):
        exponent = entry.value.as_tuple().exponent
        if isinstance(exponent, int) and exponent < 0:
            exact = Decimal(5).scaleb(exponent - 1)  # half of the last digit printed
    return _Read(entry.value, "number", entry.unit, exact)
