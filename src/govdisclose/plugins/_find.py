"""Discovery: entry points to layouts and readers that can be used, once, each apart from the others."""

from __future__ import annotations

import importlib
import os
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from threading import RLock
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import Factory, define, frozen

from govdisclose.document import Reader
from govdisclose.grammar.layout import Layout
from govdisclose.plugins._examine import Brought, examine_layouts, examine_reader, words_of
from govdisclose.plugins._values import (
    BUILTIN_IDS,
    LAYOUTS,
    NO_PLUGINS,
    READERS,
    RULES,
    Identified,
    Plugin,
    PluginProblem,
    PluginWarning,
)

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

__all__ = [
    "Examine",
    "brought",
    "installed",
    "layouts",
    "note",
    "origin",
    "problems",
    "readers",
    "refresh",
    "turned_off",
]


Examine = Callable[[object], Brought]
_BY_GROUP: Mapping[str, Examine] = MappingProxyType({LAYOUTS: examine_layouts, READERS: examine_reader})
_GROUPS = (LAYOUTS, READERS, RULES)


@frozen
class _Found:
    """What a group of entry points came to, and the values that are used, in the order of their ids."""

    plugins: tuple[Plugin, ...] = ()
    values: tuple[Identified, ...] = ()
    problems: tuple[PluginProblem, ...] = ()


@define
class _Memory:
    """What was found in this process. ``warned`` outlives a refresh: a problem is warned of once."""

    points: tuple[EntryPoint, ...] | None = None
    unreadable: tuple[PluginProblem, ...] = ()
    found: dict[str, _Found] = Factory(dict)
    noted: dict[PluginProblem, None] = Factory(dict)
    warned: set[PluginProblem] = Factory(set)
    loading: set[str] = Factory(set)
    lock: AbstractContextManager[object] = Factory(RLock)


_MEMORY = _Memory()


def turned_off() -> bool:
    """Whether ``GOVDISCLOSE_NO_PLUGINS`` says that there are to be no plugins."""
    return os.environ.get(NO_PLUGINS, "") not in ("", "0")


def layouts() -> tuple[Layout, ...]:
    """The layouts of plugins that can be used, sorted by id."""
    return tuple(value for value in _found(LAYOUTS).values if isinstance(value, Layout))


def readers() -> tuple[Reader, ...]:
    """The readers of plugins that can be used, sorted by id."""
    return tuple(value for value in _found(READERS).values if isinstance(value, Reader))


def brought(group: str, examine: Examine, taken: frozenset[str]) -> tuple[Identified, ...]:
    """The values of another group that can be used, sorted by id.

    ``examine`` judges what an entry point names; ``taken`` are the ids that no plugin can have.
    """
    return _found(group, examine, taken).values


def installed() -> tuple[Plugin, ...]:
    """Every entry point of layouts and readers, and of the other groups that were asked for. None where turned off."""
    return tuple(plugin for found in _all() for plugin in found.plugins)


def problems() -> tuple[PluginProblem, ...]:
    """What is wrong with plugins: found when they were loaded, then noted when they were used."""
    if turned_off():
        return ()
    found = [problem for one in _all() for problem in one.problems]
    return tuple(dict.fromkeys((*_MEMORY.unreadable, *found, *_MEMORY.noted)))


def _all() -> tuple[_Found, ...]:
    first = (_found(LAYOUTS), _found(READERS))
    if turned_off():
        return first
    return (*first, *(one for group, one in _MEMORY.found.items() if group not in _BY_GROUP))


def refresh() -> None:
    """Forget what was found, so that a distribution installed since is found at the next use.

    A module that was imported stays as it was imported.
    """
    importlib.invalidate_caches()
    _MEMORY.points = None
    _MEMORY.unreadable = ()
    _MEMORY.found.clear()
    _MEMORY.noted.clear()


def origin(value: Identified) -> Plugin | None:
    """The plugin that brought a layout or a reader, if one did. Looks for none that was not found yet."""
    for found in _MEMORY.found.values():
        if any(value is known for known in found.values):
            return next(plugin for plugin in found.plugins if value.id in plugin.usable)
    return None


def note(problem: PluginProblem) -> None:
    """Keep a problem that showed when a plugin was used, and warn of it once."""
    _MEMORY.noted[problem] = None
    _warn((problem,))


def _found(group: str, examine: Examine | None = None, taken: frozenset[str] | None = None) -> _Found:
    if turned_off():
        return _Found()
    found = _MEMORY.found.get(group)
    if found is not None:
        return found
    with _MEMORY.lock:  # another thread waits, and finds what this one found
        found = _MEMORY.found.get(group)
        if found is not None or group in _MEMORY.loading:
            # A plugin that asks for the layouts while it is being imported gets the built-in ones.
            return found or _Found()
        _MEMORY.loading.add(group)
        try:
            found = _MEMORY.found[group] = _discover(
                group,
                examine or _BY_GROUP[group],
                frozenset(BUILTIN_IDS[group]) if taken is None else taken,
            )
        finally:
            _MEMORY.loading.discard(group)
    _warn((*_MEMORY.unreadable, *found.problems))
    return found


def _warn(found: tuple[PluginProblem, ...]) -> None:
    new = [problem for problem in found if problem not in _MEMORY.warned]
    _MEMORY.warned.update(new)
    for problem in new:
        # No line of the caller's is at fault, so none is shown.
        warnings.warn_explicit(str(problem), PluginWarning, "govdisclose plugins", 0)


def _discover(group: str, examine: Examine, taken: frozenset[str]) -> _Found:
    points = [point for point in _points() if point.group == group]
    if not points:
        return _Found()
    named = sorted(
        ((*_whose(point.dist), point) for point in points), key=lambda item: (item[0], item[2].name)
    )
    results = [_load(point, examine) for _, _, point in named]
    times = Counter(value.id for one in results for value in one.values)
    owners: dict[str, list[str]] = {}
    for (distribution, version, _), one in zip(named, results, strict=True):
        for value in one.values:
            owners.setdefault(value.id, []).append(f"{distribution} {version}")
    plugins: list[Plugin] = []
    used: list[Identified] = []
    for (distribution, version, point), one in zip(named, results, strict=True):
        complaints = list(one.complaints)
        sound: list[Identified] = []
        for value in one.values:
            if value.id in taken:
                complaints.append(f"brings the id {value.id!r}, which is built in and cannot be replaced")
            elif times[value.id] > 1:
                who = " and ".join(dict.fromkeys(owners[value.id]))
                complaints.append(
                    f"the id {value.id!r} is brought {times[value.id]} times, by {who}; none of them is used"
                )
            else:
                sound.append(value)
        message = "; ".join(dict.fromkeys(complaints))
        problem = PluginProblem(distribution, version, group, point.name, message) if message else None
        usable = tuple(value.id for value in sound)
        plugins.append(Plugin(group, point.name, distribution, version, one.ids, usable, problem))
        used += sound
    return _Found(
        tuple(plugins),
        tuple(sorted(used, key=lambda value: value.id)),
        tuple(plugin.problem for plugin in plugins if plugin.problem is not None),
    )


def _load(point: EntryPoint, examine: Examine) -> Brought:
    try:
        return examine(point.load())
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a plugin may end the process at import as well as raise
        return Brought(complaints=(f"loading {point.value!r} raised {words_of(error)}",))


def _points() -> tuple[EntryPoint, ...]:
    """The entry points of all groups. One scan serves all."""
    if _MEMORY.points is None:
        from importlib import metadata

        try:
            every = metadata.entry_points()
            _MEMORY.points = tuple(point for group in _GROUPS for point in every.select(group=group))
        except Exception:  # one file that cannot be read, of whatever distribution, hides all the others
            _MEMORY.points = tuple(_one_by_one())
    return _MEMORY.points


def _one_by_one() -> Iterator[EntryPoint]:
    from importlib import metadata

    seen: set[str] = set()
    for distribution in metadata.distributions():
        name, version = _whose(distribution)
        if name in seen:
            continue
        seen.add(name)
        try:
            points = [point for point in distribution.entry_points if point.group in _GROUPS]
        except Exception as error:
            if "govdisclose." in (distribution.read_text("entry_points.txt") or ""):
                message = f"its entry_points.txt cannot be read: {words_of(error)}"
                _MEMORY.unreadable += (PluginProblem(name, version, "", "", message),)
            continue
        yield from points


def _whose(distribution: Distribution | None) -> tuple[str, str]:
    """The name and version, whatever the metadata are like."""
    try:
        name, version = (distribution.metadata["Name"], distribution.version) if distribution else ("", "")
    except Exception:
        name, version = "", ""
    return name or "a distribution without a name", version or "of unknown version"
