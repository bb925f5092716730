"""Results to JSON and back: strict on the way back, so that a damaged file is refused and not half read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from govdisclose.export._errors import ExportError, wrong
from govdisclose.export._escape import escape_unseen
from govdisclose.export._forms import JSON
from govdisclose.export._shapes import EXPORT, SCHEMA_VERSION, Exported, export_of
from govdisclose.grammar.layout import Layout
from govdisclose.result import Result

_LONGEST_KEY = 60
_MOST_VALUES = 2_000_000


def to_dict(result: Result, source: str | None = None) -> dict[str, JSON]:
    """A result as plain values, in the form that ``schema`` gives.

    ``source`` names the report, for instance by its address; it is kept as given. In the records a key that is
    absent was not asked by the form, and ``null`` is no number; the entry's ``state`` says why there is none. In a
    place (``at``) only what is known has a key. Raises ``ExportError`` for a record of a plugin that holds
    something else than numbers.
    """
    made: dict[str, JSON] = EXPORT.encode((result, source))
    return made


def to_json(result: Result, *, source: str | None = None, indent: int | None = 2) -> str:
    r"""A result as JSON text, Chinese left readable. ``indent=None`` gives one line. Raises as ``to_dict`` does.

    Characters that show nothing or change the direction of the text are written as ``\uXXXX``.
    """
    separators = (",", ":") if indent is None else None
    try:
        text = json.dumps(
            to_dict(result, source), ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
        )
    except ValueError as error:
        raise ExportError("", "values that JSON can hold", str(error)) from None
    return escape_unseen(text)


def write_jsonl(results: Iterable[Result | tuple[str, Result]], file: TextIO) -> None:
    """Write each report as one line of JSON. ``results`` are results, or pairs of a source and its result.

    They are taken one at a time, so a generator keeps the memory of one. The file should be open as UTF-8.
    """
    for item in results:
        source, result = item if isinstance(item, tuple) else (None, item)
        file.write(to_json(result, source=source, indent=None) + "\n")


def from_json(text: str, *, layouts: Iterable[Layout] = ()) -> Exported:
    """Read one report back, as ``to_json`` wrote it; report, entries and findings are equal to the result's.

    ``layouts`` is needed only where the layout has records of its own, be they in ``report.tables`` or national ones
    with fields added: they are made by the classes that the layout names. Messages and severities are those of this version.

    Raises ``ExportError`` for what is no JSON, for another schema version, for whatever the schema refuses, and for
    a finding whose facts are not those that its messages say. A text of more than two million values is refused.
    """
    check_size(text)
    try:
        content: object = json.loads(text, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        raise ExportError("", "a JSON text", str(error) or type(error).__name__) from None
    if not isinstance(content, dict):
        raise wrong("", "an object", content)
    if content.get("schema") != SCHEMA_VERSION:
        raise wrong("schema", repr(SCHEMA_VERSION), content.get("schema"))
    named = content.get("layout")
    return export_of(named if isinstance(named, str) else None, tuple(layouts)).decode(content)


def check_size(text: str) -> None:
    """Refuse a text that would take hundreds of megabytes as values: no report has a hundredth of them."""
    count = text.count(",") + text.count("[") + text.count("{")
    if count > _MOST_VALUES:
        raise ExportError("", f"an export of at most {_MOST_VALUES} values", f"about {count}")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise ValueError(f"the key {key[:_LONGEST_KEY]!r} stands twice in an object")
            seen.add(key)
    return found
