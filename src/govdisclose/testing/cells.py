"""Noise in cells: what makes the source of a file hold more, less and other things than its page shows.

Each kind is put into a report as the writers wrote it, in an entry or on a label, and says what a person then sees.
The law for all of them: an entry is the number that is seen, or it has no value and a finding of weight says why; a
harmless kind costs nothing and nothing is said of it. It holds of the source, and of the page that was printed from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from random import Random
from types import MappingProxyType

import attrs
from attrs import field, frozen

from govdisclose.document import Document
from govdisclose.findings import Finding, Severity, Topic
from govdisclose.grammar.entry import Entry, State
from govdisclose.result import Result
from govdisclose.testing import _cells_docx as docx
from govdisclose.testing import _cells_docx_things as docx_things
from govdisclose.testing import _cells_html as html
from govdisclose.testing import _cells_html_things as html_things
from govdisclose.testing._cell_noise import CellNoise, Format, On, Seen
from govdisclose.testing._cell_pairs import paired
from govdisclose.testing._cell_spots import in_docx, in_html, words
from govdisclose.testing._sites import bodies, heads
from govdisclose.testing.documents import Filled, Key, places
from govdisclose.testing.formats import BYTES
from govdisclose.testing.grids import map_grids, with_texts
from govdisclose.testing.laws import is_doubted

__all__ = ["CELL_NOISES", "CellNoise", "Expected", "Format", "Judged", "Noised", "On", "Outcome", "Seen"]
__all__ += ["judged", "noised", "paired"]

_FIRST_MARK = 0xE000
# What does not add up says nothing of what was seen of a cell.
_LENGTHS = (
    2,
    3,
)  # digits of a number that noise is put to: it can be divided, and has room in a narrow column

CELL_NOISES: Mapping[Format, Mapping[str, CellNoise]] = MappingProxyType(
    {
        "html": MappingProxyType(
            {
                noise.id: noise
                for kinds in (
                    *(html.MARKS, html.STRUCK, html.UNSEEN, html.SHOWN, html.HARMLESS),
                    *(html_things.CONTROLS, html_things.THINGS, html_things.ORDER, html_things.LINES),
                    *(html.LABELS, html_things.LABEL_THINGS),
                )
                for noise in kinds
            }
        ),
        "docx": MappingProxyType(
            {
                noise.id: noise
                for kinds in (
                    *(docx.MARKS, docx.STRUCK, docx.CHANGED, docx.UNSEEN, docx.SHOWN, docx.HARMLESS),
                    *(docx_things.FIELDS, docx_things.CONTROLS, docx_things.THINGS, docx_things.ORDER),
                    *(docx_things.LINES, docx.LABELS, docx_things.LABEL_THINGS),
                )
                for noise in kinds
            }
        ),
    }
)
"""Every kind by format and name."""


@frozen
class Expected:
    """What a person sees of one entry: ``text`` is the number drawn, ``noise`` the kind in its cell or on its label."""

    text: str
    noise: CellNoise | None = None

    def seen(self, *, printed: bool) -> Seen:
        """What is seen on the page that the format means, or on the one that was ``printed``."""
        if self.noise is None:
            return Seen.NUMBER if self.text else Seen.BLANK
        return self.noise.printed or self.noise.seen if printed else self.noise.seen


@frozen(repr=False)
class Noised:
    """A file with noise in its cells, and what is seen of each entry."""

    format: Format
    data: bytes
    expected: Mapping[Key, Expected] = field(repr=False)


class Outcome(StrEnum):
    """What a reading made of an entry."""

    EXACT = "exact"
    """It says what is seen."""
    FLAGGED = "flagged"
    """It has no value, and a finding says why."""
    ALARM = "alarm"
    """The noise is harmless, and it has no value or something of weight is said of it."""
    SILENT = "silent"
    """It has no value where a number is seen, and no finding says so."""
    WRONG = "wrong"
    """It has a value that is not what is seen."""


@frozen
class Judged:
    """One entry of one reading. ``noise`` is the id of its kind, or empty."""

    path: str
    noise: str
    outcome: Outcome
    said: str


def noised(filled: Filled, noises: Sequence[CellNoise], seed: int = 0) -> Noised:
    """The form written with these kinds of noise, each in a place of its own that ``seed`` chooses.

    All are of one format. A label that has noise has none in the entries beside or below it, nor on another label there.
    """
    random = Random(f"{seed} cells")  # noqa: S311
    expected = {key: Expected(text) for key, text in filled.truth.items()}
    free = [key for key, text in filled.truth.items() if text.isdigit() and len(text) in _LENGTHS]
    random.shuffle(free)
    labels = [(place, text, keys) for place, (text, keys) in _labels(filled).items()]
    random.shuffle(labels)
    marked: dict[tuple[int, int, int], str] = {}
    spots: dict[str, tuple[CellNoise, Mapping[str, str]]] = {}

    def put(place: tuple[int, int, int], text: str, noise: CellNoise) -> None:
        marked[place] = text + chr(_FIRST_MARK + len(marked))
        spots[marked[place]] = (noise, words(text, _others(text, random), len(marked)))

    for noise in sorted(noises, key=lambda noise: noise.on != "label"):
        if noise.on == "label":
            place, text, keys = next(
                one for one in labels if all(expected[key].noise is None for key in one[2])
            )
            labels.remove((place, text, keys))
            free = [key for key in free if key not in keys]
            put(place, text, noise)
            expected |= {key: attrs.evolve(expected[key], noise=noise) for key in keys}
        else:
            key = free.pop()
            put(places(filled.layout)[key], filled.truth[key], noise)
            expected[key] = attrs.evolve(expected[key], noise=noise)
    form = noises[0].format if noises else "html"
    write = in_docx if form == "docx" else in_html
    return Noised(form, write(BYTES[form](_with_texts(filled.document, marked)), spots), expected)


def judged(noised: Noised, result: Result, *, printed: bool = False) -> list[Judged]:
    """Every entry of a reading, against what is seen. ``printed``: what was read is the page, not the source."""
    found = {(entry.table, entry.row, entry.column): entry for entry in result.entries}
    told = [
        item for item in result.findings if item.severity is not Severity.INFO and item.topic is not Topic.SUM
    ]
    verdicts = []
    for key, expected in noised.expected.items():
        if expected.seen(printed=printed) is Seen.OTHER:
            continue
        entry = found.get(key)
        name = expected.noise.id if expected.noise is not None else ""
        if entry is None:
            verdicts.append(Judged(":".join(key), name, Outcome.SILENT, "no entry"))
            continue
        outcome = _outcome(entry, expected, told, printed=printed)
        said = f"{entry.state.value} {entry.raw!r} for {expected.text!r} ({expected.seen(printed=printed)})"
        verdicts.append(Judged(entry.path, name, outcome, said))
    return verdicts


def _outcome(entry: Entry, expected: Expected, findings: Sequence[Finding], *, printed: bool) -> Outcome:
    seen = expected.seen(printed=printed)
    doubted = is_doubted(entry, findings)
    if not doubted and entry.state is not State.BLANK:
        # it says itself that it was not read; then the finding may be of its whole table
        doubted = any(item.path == entry.table for item in findings)
    harmless = expected.noise is not None and expected.noise.harmless
    if entry.value is not None:
        if seen is not Seen.NUMBER or not _is(entry, expected.text):
            return Outcome.WRONG
        return Outcome.ALARM if harmless and _named(entry, findings) else Outcome.EXACT
    if entry.state is State.BLANK:
        # the source holds what is not seen, which has to be said; the print does not hold it
        hides = expected.noise is not None and not printed
        return _blank(seen, doubted=doubted, hides=hides)
    if not doubted:
        # a text that is no number of the form was drawn so, and is said again
        return (
            Outcome.EXACT if expected.noise is None and entry.raw.strip() == expected.text else Outcome.SILENT
        )
    return Outcome.ALARM if harmless else Outcome.FLAGGED


def _blank(seen: Seen, *, doubted: bool, hides: bool) -> Outcome:
    if seen is Seen.BLANK and (doubted or not hides):
        return Outcome.EXACT
    return Outcome.FLAGGED if doubted else Outcome.SILENT


def _is(entry: Entry, text: str) -> bool:
    return entry.raw.strip() == text or (text.isdigit() and entry.value == int(text))


def _named(entry: Entry, findings: Sequence[Finding]) -> bool:
    """Whether something of weight is said of this entry and no other."""
    return any(item.path == entry.path for item in findings)


def _others(text: str, random: Random) -> str:
    return random.choice([digit for digit in "2345678" if digit not in text])


def _labels(filled: Filled) -> dict[tuple[int, int, int], tuple[str, list[Key]]]:
    """The innermost labels of rows and columns by place: their words, and the entries that they name."""
    keys = {place: key for key, place in places(filled.layout).items()}
    found: dict[tuple[int, int, int], tuple[str, list[Key]]] = {}
    for grid in filled.document.grids:
        cells = bodies(filled, grid)
        lefts = {
            row: min(cell.column for cell in cells if cell.row == row) for row in {cell.row for cell in cells}
        }
        for row, left in lefts.items():
            label = grid.at(row, left - 1) if left else None
            if label is not None and label.rowspan == 1:
                found[grid.number, label.row, label.column] = (label.text, [])
        for head in heads(filled, grid):
            found[grid.number, head.row, head.column] = (head.text, [])
        for cell in cells:
            key = keys[grid.number, cell.row, cell.column]
            label = grid.at(cell.row, lefts[cell.row] - 1) if lefts[cell.row] else None
            over = next(
                above
                for row in range(cell.row - 1, -1, -1)
                if (above := grid.at(row, cell.column)) is not None and above not in cells
            )
            for named in (label, over):
                place = (grid.number, named.row, named.column) if named is not None else None
                if place in found:
                    found[place][1].append(key)
    return {place: (text, keys) for place, (text, keys) in found.items() if text and "\n" not in text}


def _with_texts(document: Document, marked: Mapping[tuple[int, int, int], str]) -> Document:
    return map_grids(
        document,
        lambda grid: with_texts(
            grid,
            {(row, column): text for (number, row, column), text in marked.items() if number == grid.number},
        ),
    )
