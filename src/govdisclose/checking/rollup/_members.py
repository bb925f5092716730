"""Which reports are the children's: matched to the list of expected names, each once, of the parent's year and scope."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from govdisclose.checking.case import entries_of
from govdisclose.checking.names import folded_renames, key_now, organ_key
from govdisclose.checking.rollup.values import Child, ChildState
from govdisclose.checking.scope import Scope, scope_of
from govdisclose.grammar.entry import Entry
from govdisclose.records import Report
from govdisclose.result import Result

__all__ = ["Member", "members_of"]

_GOVERNMENT = re.compile(r"(?:人民)?政府(?:办公[室厅])?$")
_AREA = re.compile(r"(?<!乡)(?<!镇)人民政府$")
_OFFICE = re.compile(r"(?<!乡)(?<!镇)人民政府办公[室厅]$")
_UNITS = re.compile(r"[^省市县区州盟旗镇乡]+[省市县区州盟旗镇乡]")
_LEAST = 2  # characters of a name without its place


@frozen
class Member:
    """A child with its report, and the entries of it by path. Of a missing one there is neither."""

    child: Child
    result: Result | None = None
    entries: Mapping[str, Entry] = {}


def members_of(
    parent: Result,
    children: Iterable[tuple[str, Result] | Result],
    expected: Sequence[str],
    renamed: Mapping[str, str],
) -> tuple[Member, ...]:
    """All children, expected ones first and in the order of the list, and how each stands."""
    renames = folded_renames(renamed)
    given = [item if isinstance(item, tuple) else ("", item) for item in children]
    keys = [key_now(result.report.organ, renames) for _, result in given]
    listed = {key_now(name, renames): name for name in expected}
    slots = _slots(keys, tuple(listed), _places(parent.report))
    itself = key_now(parent.report.organ, renames)
    members: list[tuple[int, Member]] = []
    counted: set[str] = set()
    order = {key: number for number, key in enumerate(listed)}
    for (source, result), slot in zip(given, slots, strict=True):
        report = result.report
        if listed and slot not in listed:
            state = ChildState.IS_THE_PARENT if slot and slot == itself else ChildState.NOT_EXPECTED
        elif not listed and slot and slot == itself:
            state = ChildState.IS_THE_PARENT
        else:
            state = _state(parent, result)
        if state in _COUNTING:
            if slot and slot in counted:
                state = ChildState.DUPLICATE
            counted.add(slot)
        name = listed.get(slot) or report.organ or source
        child = Child(
            *(name, state, source, report.organ, report.year),
            result.layout.id if result.layout is not None else None,
            counted=state in _COUNTING,
        )
        members.append((order.get(slot, len(order)), Member(child, result, entries_of(result))))
    there = set(slots)
    for key, name in listed.items():
        if key not in there:
            members.append((order[key], Member(Child(name, ChildState.MISSING))))
    members.sort(key=lambda item: item[0])
    return _without_spares([member for _, member in members])


_COUNTING = (ChildState.READ, ChildState.OTHER_FORM)


def _without_spares(members: Sequence[Member]) -> tuple[Member, ...]:
    """A report of another year beside the right one of the same child leaves nothing open: it is a duplicate."""
    names = {item.child.name for item in members if item.child.counted}
    return tuple(
        Member(evolve(item.child, state=ChildState.DUPLICATE, also=(item.child.state,)), item.result)
        if item.child.state in (ChildState.OTHER_YEAR, ChildState.SCOPE_UNCLEAR) and item.child.name in names
        else item
        for item in members
    )


def _state(parent: Result, result: Result) -> ChildState:
    if result.report.year is None or result.report.year != parent.report.year:
        return ChildState.OTHER_YEAR
    if _is_unclear(result.report):
        return ChildState.SCOPE_UNCLEAR
    here, there = parent.layout, result.layout
    if there is None or here is None or here.id != there.id:
        return ChildState.OTHER_FORM
    return ChildState.READ


def _is_unclear(report: Report) -> bool:
    """Whether name and words contradict each other: a government that reports for itself, an office for an area."""
    organ, scope = organ_key(report.organ), scope_of(report)
    own = _AREA.search(organ) is not None and scope is Scope.ORGAN
    return own or (_OFFICE.search(organ) is not None and scope is Scope.AREA)


def _places(report: Report) -> tuple[str, ...]:
    """The names of the parent's place, longest first: 示例省示例市, 示例市."""
    place = _GOVERNMENT.sub("", organ_key(report.organ))
    parts = _UNITS.findall(place)
    if "".join(parts) != place:
        return ()
    return tuple("".join(parts[at:]) for at in range(len(parts)))


def _slots(keys: Sequence[str], listed: Sequence[str], places: Sequence[str]) -> list[str]:
    """For each child the expected name that it stands for; its own where there is none that only it can be."""
    forms = {key: _forms(key, places) for key in (*keys, *listed)}
    names = set(listed)
    by_form: dict[str, set[str]] = {}
    for key in names:
        for form in forms[key]:
            by_form.setdefault(form, set()).add(key)
    meant = {
        key: {name for form in forms[key] for name in by_form.get(form, ())}
        for key in set(keys) - names
        if key
    }
    claims = Counter(name for found in meant.values() for name in found)
    claims.update(names.intersection(keys))
    slots: list[str] = []
    for key in keys:
        found = meant.get(key, set())
        name = next(iter(found)) if len(found) == 1 else ""
        slots.append(name if name and claims[name] == 1 else key)
    return slots


def _forms(key: str, places: Sequence[str]) -> set[str]:
    """A name as lists give it: 示例市教育局, 市教育局, 教育局."""
    for place in places:
        if key.startswith(place) and len(key) - len(place) >= _LEAST:
            rest = key[len(place) :]
            return {key, rest, place[-1] + rest}
    return {key}
