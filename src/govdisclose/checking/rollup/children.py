"""The children of a roll-up: which report is whose, who is missing, and whose numbers count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from govdisclose.checking.case import entries_of
from govdisclose.checking.names import folded_renames, key_now, organ_key
from govdisclose.checking.rollup.values import Child, ChildState
from govdisclose.checking.scope import Scope, scope_of
from govdisclose.grammar.entry import Entry, State
from govdisclose.records import Report
from govdisclose.result import Result

__all__ = ["Placed", "is_unclear", "place_children"]

_GOVERNMENT = "人民政府"


@frozen
class Placed:
    """A child with the entries of its report, by path; without a report there are none."""

    child: Child
    entries: Mapping[str, Entry]


def place_children(
    parent: Result,
    children: Sequence[tuple[str, Result]],
    expected: Sequence[str],
    renamed: Mapping[str, str],
) -> tuple[Placed, ...]:
    """Every expected name with its report or without, then the reports that are not expected, in the order given."""
    renames = folded_renames(renamed)
    home = organ_key(parent.report.organ).removesuffix(organ_key(_GOVERNMENT))
    keys = [key_now(result.report.organ, renames) for _, result in children]
    names = {name: _reports_of(key_now(name, renames), keys, home) for name in dict.fromkeys(expected)}
    by_report: dict[int, str] = {}
    for name, found in names.items():
        for number in found:
            by_report.setdefault(number, name)
    placed: list[Placed] = []
    for name, found in names.items():
        own = [number for number in found if by_report.get(number) == name]
        if not own:
            placed.append(Placed(Child(name, ChildState.MISSING), {}))
        placed += _told(parent, children, own, name, keys)
    rest = [number for number in range(len(children)) if number not in by_report]
    for number in rest:  # a report that names no organ is that of nobody else
        same = [other for other in rest if keys[other] == keys[number]] if keys[number] else [number]
        if same[0] != number:
            continue
        for item in _told(parent, children, same, "", keys):
            if expected and item.child.state in (ChildState.READ, ChildState.OTHER_FORM):
                child = evolve(item.child, state=ChildState.NOT_EXPECTED, counted=False)
                item = evolve(item, child=child)
            placed.append(item)
    return tuple(placed)


def is_unclear(report: Report) -> bool:
    """Whether the organ's name says another scope than the words of its report."""
    government = (report.organ or "").endswith(_GOVERNMENT)
    return scope_of(report) is Scope.AREA and not government


def _reports_of(key: str, keys: Sequence[str], home: str) -> list[int]:
    """The reports of a name: of that very name, else of the one that is the same but for the parent's place."""
    exact = [number for number, other in enumerate(keys) if other == key]
    if exact or not home:
        return exact
    short = key.removeprefix(home)
    near = [number for number, other in enumerate(keys) if other and other.removeprefix(home) == short]
    return near if len({keys[number] for number in near}) == 1 else []


def _told(
    parent: Result,
    children: Sequence[tuple[str, Result]],
    numbers: Sequence[int],
    name: str,
    keys: Sequence[str],
) -> list[Placed]:
    found: list[Placed] = []
    counted = False
    for number in numbers:
        source, result = children[number]
        report = result.report
        state = _state(parent, result, keys[number])
        if counted and state in (ChildState.READ, ChildState.OTHER_FORM):
            state = ChildState.DUPLICATE
        counts = state in (ChildState.READ, ChildState.OTHER_FORM)
        counted = counted or counts
        entries = entries_of(result)
        blank = tuple(path for path, entry in entries.items() if entry.state is State.BLANK) if counts else ()
        layout = result.layout.id if result.layout is not None else None
        child = Child(
            name or report.organ or source,
            state,
            source,
            report.organ,
            report.year,
            layout,
            counts,
            (),
            blank,
        )
        found.append(Placed(child, entries))
    if found and not counted and name:
        found.insert(0, Placed(Child(name, ChildState.MISSING), {}))
    return found


def _state(parent: Result, result: Result, key: str) -> ChildState:
    report = result.report
    if key and key == organ_key(parent.report.organ):
        return ChildState.IS_THE_PARENT
    if None not in (report.year, parent.report.year) and report.year != parent.report.year:
        return ChildState.OTHER_YEAR
    if is_unclear(report):
        return ChildState.SCOPE_UNCLEAR
    layouts = [item.layout.id if item.layout is not None else None for item in (parent, result)]
    return ChildState.READ if layouts[0] == layouts[1] else ChildState.OTHER_FORM
