"""The edit of a layout that would accept a label which it does not know, ready to paste.

It is a proposal for the author of a layout, made by likeness. The parser itself never takes a nearest label.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import islice

from attrs import frozen

from govdisclose.explain.lines import Line, Section, Span, flow, line
from govdisclose.explain.words import say
from govdisclose.grammar.heading import Tree
from govdisclose.grammar.match import BandMatch, Matched
from govdisclose.text import label

__all__ = ["Edit", "edits_of", "explain_edits"]

_LEAST = 0.5  # likeness of two folded labels, 0 to 1; less is another heading
# A likeness costs the product of the lengths: of more labels, or of prose, nobody makes aliases.
_MOST_LABELS = 100
_LONGEST = 120


@frozen
class Edit:
    """A printed label, the heading of the form nearest to it that was not found, and the edit."""

    printed: str
    official: str
    code: str


def edits_of(matched: Matched) -> list[Edit]:
    """The edits that would accept the unmatched labels of a table, each heading proposed once at most."""
    found: list[Edit] = []
    for band in matched.bands:
        found += _band_edits(matched.table.key, band)
    return found


def _band_edits(table: str, band: BandMatch) -> Iterator[Edit]:
    where = f"{table} {band.prefix.rstrip('/')}".strip()
    stub, boxhead = band.band.stub, band.band.boxhead
    if stub is not None:
        seen = {(row.path or "").removeprefix(band.prefix) for row in band.rows}
        unknown = [row.words[-1] for row in band.rows if row.path is None and row.words]
        yield from _nearest(f"{where}: stub", stub, seen, unknown)
    if boxhead is not None:
        columns = [column for found in band.columns for column in found.columns]
        seen = {column.path or "" for column in columns}
        unknown = [column.words[-1] for column in columns if column.path is None and column.words]
        yield from _nearest(f"{where}: boxhead", boxhead, seen, unknown)


def _nearest(where: str, tree: Tree, seen: set[str], unknown: Iterable[str]) -> Iterator[Edit]:
    missing = {path: tree.at(path).label for path in tree.leaves if path not in seen}
    labels = dict.fromkeys(words for words in unknown if len(words) <= _LONGEST)
    for printed in islice(labels, _MOST_LABELS):
        likeness = {path: _likeness(printed, official) for path, official in missing.items()}
        best = max(likeness, key=lambda path: likeness[path], default=None)
        if best is None or likeness[best] < _LEAST:
            continue
        yield Edit(printed, missing.pop(best), f'{where}.alias("{best}", "{printed}")')


def _likeness(printed: str, official: str) -> float:
    return SequenceMatcher(None, label(printed).core, label(official).core, autojunk=False).ratio()


def explain_edits(matched: Iterable[Matched], language: str, columns: int) -> Section | None:
    """The edits for all tables; None where no label asks for one."""
    lines: list[Line] = []
    for item in matched:
        for edit in edits_of(item):
            lines += flow(
                ["  ", Span("✗ ", "bad")],
                f"“{edit.printed}”  {say(language, 'nearest')} “{edit.official}”",
                columns,
            )
            lines.append(line("    ", Span(edit.code, "strong")))
    return Section(say(language, "edits"), tuple(lines)) if lines else None
