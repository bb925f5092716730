"""Reports of two years paired by organ: what belongs together, what stands twice, and what has no other half."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from govdisclose.checking.names import folded_renames, key_now, organ_key
from govdisclose.result import Result

__all__ = ["Duplicate", "Pair", "Paired", "Sourced", "Unpaired", "pair_years"]

Sourced = tuple[str, Result]
"""What the caller calls a report (a path, say), and the report."""


@frozen
class Pair:
    """A report and last year's of the same organ."""

    organ: str
    year: int
    source: str
    result: Result
    before_source: str
    before: Result


@frozen
class Duplicate:
    """Several reports of one organ and year in one folder; none of them is paired."""

    organ: str
    year: int
    sources: tuple[str, ...]
    results: tuple[Result, ...]


@frozen
class Unpaired:
    """A report without its other half. ``before``: it is one of those given as last year's.

    ``reason``: ``organ-unknown``, ``year-unknown``, ``no-year-before`` (none of last year), ``no-year-after``,
    ``years-apart`` (the organ is there in other years only), ``duplicate`` (the other half stands twice),
    ``organ-merged`` (the other half could be several).
    """

    source: str
    organ: str | None
    year: int | None
    before: bool
    reason: str


@frozen
class Paired:
    """Everything that was given is in a pair, a duplicate or unpaired."""

    pairs: tuple[Pair, ...]
    duplicates: tuple[Duplicate, ...]
    unpaired: tuple[Unpaired, ...]


_Key = tuple[str, int]


def pair_years(
    before: Iterable[Sourced], after: Iterable[Sourced], *, renamed: Mapping[str, str] | None = None
) -> Paired:
    """Pair the reports of one folder with those of last year in another, by organ and year, in the order given.

    Both may hold several years. ``renamed`` gives new names of organs by their old ones.
    """
    renames = folded_renames(renamed or {})
    unpaired: list[Unpaired] = []
    then = _by_key(before, renames, True, unpaired)
    now = _by_key(after, renames, False, unpaired)
    earlier, later = {organ for organ, _ in then}, {organ for organ, _ in now}
    pairs: list[Pair] = []
    used: set[_Key] = set()
    for key, found in now.items():
        organ, year = key
        other = then.get((organ, year - 1), [])
        source, result = found[0]
        if len(found) > 1:
            used.add((organ, year - 1))
            if len(other) == 1:
                name, item = other[0]
                unpaired.append(Unpaired(name, item.report.organ, item.report.year, True, "duplicate"))
            continue
        if len(other) == 1:
            used.add((organ, year - 1))
            pairs.append(Pair(result.report.organ or "", year, source, result, *other[0]))
            continue
        if other:
            used.add((organ, year - 1))
            reason = "organ-merged" if _are_several(other) else "duplicate"
        else:
            reason = "years-apart" if organ in earlier else "no-year-before"
        unpaired.append(Unpaired(source, result.report.organ, year, False, reason))
    for key, found in then.items():
        merged = _are_several(found)
        if (key in used or len(found) > 1) and not merged:
            continue
        reason = "organ-merged" if merged else "years-apart" if key[0] in later else "no-year-after"
        unpaired += [Unpaired(source, item.report.organ, key[1], True, reason) for source, item in found]
    doubles = [
        Duplicate(
            found[0][1].report.organ or "",
            key[1],
            tuple(source for source, _ in found),
            tuple(result for _, result in found),
        )
        for group in (then, now)
        for key, found in group.items()
        if len(found) > 1 and not _are_several(found)
    ]
    return Paired(tuple(pairs), tuple(doubles), tuple(unpaired))


def _are_several(found: list[Sourced]) -> bool:
    """Whether the reports are of several organs, which were merged into one."""
    return len({organ_key(result.report.organ) for _, result in found}) > 1


def _by_key(
    reports: Iterable[Sourced], renames: Mapping[str, str], before: bool, unpaired: list[Unpaired]
) -> dict[_Key, list[Sourced]]:
    found: dict[_Key, list[Sourced]] = {}
    for source, result in reports:
        organ, year = key_now(result.report.organ, renames), result.report.year
        if not organ or year is None:
            reason = "organ-unknown" if not organ else "year-unknown"
            unpaired.append(Unpaired(source, result.report.organ, year, before, reason))
        else:
            found.setdefault((organ, year), []).append((source, result))
    return found
