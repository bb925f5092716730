"""Assessments that the user accepts, from a TOML file; each ends when one of its numbers changes."""

from __future__ import annotations

import datetime
import os
import tomllib
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, fields, frozen

from govdisclose.checking.assessment import Assessment, Checked, Outcome, Waived, Waiver
from govdisclose.errors import GovdiscloseError
from govdisclose.text import fold

__all__ = ["WAIVERS_FILE", "WaiverError", "Waiving", "load_waivers", "read_waivers", "waive", "waiver_for"]

WAIVERS_FILE = "govdisclose-waivers.toml"
"""The name under which waivers are looked for beside the files that are checked."""

_NEEDED = ("organ", "year", "rule", "path", "said", "expected", "reason")
_LARGEST = 1_000_000  # bytes


class WaiverError(GovdiscloseError):
    """A waiver file that is malformed or names an unknown rule. The message says which waiver, and what was expected."""


@frozen
class Waiving:
    """A report without what is waived, and the waivers of this organ and year that took nothing out."""

    checked: Checked
    unused: tuple[Waiver, ...]


def load_waivers(path: str | os.PathLike[str], rules: Iterable[str]) -> tuple[Waiver, ...]:
    """The waivers of a TOML file. Raises ``WaiverError``, and ``OSError`` where it cannot be read."""
    with open(path, "rb") as file:
        content = file.read(_LARGEST + 1)
    name = os.fspath(path)
    if len(content) > _LARGEST:
        raise WaiverError(f"{name}: more than {_LARGEST:,} bytes; a waiver file is smaller")
    try:
        return read_waivers(content.decode("utf-8-sig"), rules, name)
    except UnicodeDecodeError:
        raise WaiverError(f"{name}: not UTF-8; save it as UTF-8") from None


def read_waivers(text: str, rules: Iterable[str], name: str = "waivers") -> tuple[Waiver, ...]:
    """The waivers of a TOML text: ``[[waiver]]`` each with organ, year, rule, path, said, expected and reason.

    ``by`` and ``until`` (a date) may be left out. ``rules`` are the ids that there are. Raises ``WaiverError``.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WaiverError(f"{name}: no TOML: {error}") from None
    items = content.pop("waiver", [])
    if content:
        raise WaiverError(f"{name}: {next(iter(content))!r} is not known; expected [[waiver]] alone")
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise WaiverError(f"{name}: expected [[waiver]], each a table")
    known = frozenset(rules)
    return tuple(_waiver(item, known, f"{name}: waiver {at}") for at, item in enumerate(items, 1))


def waive(checked: Checked, waivers: Sequence[Waiver], *, today: datetime.date | None = None) -> Waiving:
    """Take out of a report what is waived. A waiver past its ``until`` takes out nothing."""
    day = today or datetime.date.today()
    own = [item for item in waivers if _is_of(item, checked)]
    taken: list[Waived] = []
    left: list[Assessment] = []
    used: list[Waiver] = []
    for assessment in checked.assessments:
        waiver = next((item for item in own if _covers(item, assessment, day)), None)
        if waiver is None:
            left.append(assessment)
        else:
            taken.append(Waived(assessment, waiver))
            used.append(waiver)
    return Waiving(
        evolve(checked, assessments=tuple(left), waived=(*checked.waived, *taken)),
        tuple(item for item in own if item not in used),
    )


def waiver_for(checked: Checked, assessment: Assessment, reason: str = "") -> Waiver:
    """The waiver that would take an assessment out."""
    path, said, expected = _values(assessment)
    return Waiver(checked.organ or "", checked.year or 0, assessment.rule, path, said, expected, reason)


def _waiver(item: Mapping[str, object], rules: frozenset[str], where: str) -> Waiver:
    names = [field.name for field in fields(Waiver)]
    for name in item:
        if name not in names:
            raise WaiverError(f"{where}: {name!r} is not known; expected {', '.join(names)}")
    for name in _NEEDED:
        if name not in item:
            raise WaiverError(f"{where}: {name!r} is missing")
    year = item["year"]
    if not isinstance(year, int) or isinstance(year, bool):
        raise WaiverError(f"{where}: year is {year!r}, expected a whole number such as 2024")
    texts = {name: _text(item.get(name, ""), name, where) for name in names if name != "year"}
    if not texts["reason"].strip():
        raise WaiverError(f"{where}: reason is empty; say why this is accepted")
    if texts["rule"] not in rules:
        raise WaiverError(f"{where}: there is no rule {texts['rule']!r}; see govdisclose rules")
    if texts["until"]:
        try:
            datetime.date.fromisoformat(texts["until"])
        except ValueError:
            raise WaiverError(
                f"{where}: until is {texts['until']!r}, expected a date such as 2025-12-31"
            ) from None
    return Waiver(year=year, **texts)


def _text(value: object, name: str, where: str) -> str:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool) and name in ("said", "expected"):
        return str(value)
    if not isinstance(value, str):
        raise WaiverError(f"{where}: {name} is {value!r}, expected text")
    return value


def _is_of(waiver: Waiver, checked: Checked) -> bool:
    return waiver.year == checked.year and fold(waiver.organ) == fold(checked.organ or "")


def _covers(waiver: Waiver, item: Assessment, day: datetime.date) -> bool:
    if item.outcome is not Outcome.BROKEN or waiver.rule != item.rule:
        return False
    if waiver.until and day > datetime.date.fromisoformat(waiver.until):
        return False
    return (waiver.path, waiver.said, waiver.expected) == _values(item)


def _values(item: Assessment) -> tuple[str, str, str]:
    """The path and both values, as a waiver names them; empty where there are none."""
    said = item.text if item.text is not None else "" if item.value is None else str(item.value)
    first = item.bases[0].value if item.bases else None
    return item.paths[0] if item.paths else "", said, "" if first is None else str(first)
