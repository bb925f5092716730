"""The rows of a table under its columns, in the order printed.

Left the place of the row in the file, a mark, the key of its heading under those of the headings over it, and
the label as printed; then a column each for the leaves of the boxhead.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from govdisclose.explain.lines import Line, Part, Span, flow, line
from govdisclose.explain.marks import Mark, entry_text
from govdisclose.explain.text import cut, cut_left, one_line, pad, width
from govdisclose.explain.words import SEVERITY_STYLE, place, say
from govdisclose.findings import Finding, Severity, Topic
from govdisclose.grammar.entry import Entry
from govdisclose.grammar.match import BandMatch
from govdisclose.grammar.stubrow import StubRow
from govdisclose.locate import Locator

__all__ = ["Drawn", "draw_rows", "names_fit"]

_LEAST_LABEL = 16
_MOST_KEY = 30
_MOST_VALUE = 12
_MOST_NOTES = 3
_MOST_UNKNOWN = 100  # rows that are none of the form's
_GUTTER = 8  # place of the row, mark, space


@frozen
class Drawn:
    """What is drawn: a band with the heads and paths of its columns, all entries and findings of the table."""

    table: str
    band: BandMatch
    columns: Sequence[tuple[str, str]]
    entries: dict[tuple[str, str], Entry]
    findings: Sequence[Finding]


def draw_rows(drawn: Drawn, marks: set[Mark], language: str, columns: int) -> list[Line]:
    """The rows, in as many blocks one under the other as the width asks."""
    key = _keys_width(drawn.band)
    wide = [_column_width(drawn, head, path) for head, path in drawn.columns]
    blocks: list[list[int]] = [[]]
    for number, own in enumerate(wide):
        used = sum(wide[other] for other in blocks[-1])
        if blocks[-1] and columns - _GUTTER - key - 2 - used - own < _LEAST_LABEL:
            blocks.append([])
        blocks[-1].append(number)
    lines: list[Line] = []
    for block in blocks:
        label = columns - _GUTTER - key - 2 - sum(wide[number] for number in block)
        label = min(label, max(_labels_width(drawn.band), _LEAST_LABEL))
        if lines:
            lines.append(line())
        lines += _Block(drawn, block, wide, key, label, language, columns).lines(marks)
    return lines


def names_fit(drawn: Drawn, columns: int) -> bool:
    """Whether heads as long as these leave the labels of the rows their room."""
    used = sum(_column_width(drawn, head, path) for head, path in drawn.columns)
    label = min(max(_labels_width(drawn.band), _LEAST_LABEL), 40)
    return _GUTTER + _keys_width(drawn.band) + 2 + label + used <= columns


def _keys_width(band: BandMatch) -> int:
    rows = [_leaf_width(row.path.removeprefix(band.prefix)) for row in band.rows if row.path]
    return min(max([*rows, *map(_leaf_width, _leaves(band)), 10]), _MOST_KEY)


def _labels_width(band: BandMatch) -> int:
    return max((width(row.words[-1]) + 2 for row in band.rows if row.words), default=10)


def _leaves(band: BandMatch) -> tuple[str, ...]:
    return band.band.stub.leaves if band.band.stub else ()


def _leaf_width(path: str) -> int:
    *above, key = path.split("/")
    return 2 * len(above) + len(key)


def _column_width(drawn: Drawn, head: str, path: str) -> int:
    rows = {drawn.band.prefix + leaf for leaf in _leaves(drawn.band)}
    shown = [
        width(entry_text(entry)[0])
        for (row, column), entry in drawn.entries.items()
        if column == path and row in rows
    ]
    named = len(head) > 2
    return max(min(max(shown, default=3), _MOST_VALUE), len(head), 3) + 1 + named


class _Block:
    """One block of columns being drawn; remembers which headings are open."""

    def __init__(
        self,
        drawn: Drawn,
        block: Sequence[int],
        wide: Sequence[int],
        key: int,
        label: int,
        language: str,
        columns: int,
    ) -> None:
        self.drawn = drawn
        self.block = block
        self.wide = wide
        self.key = key
        self.label = label
        self.language = language
        self.columns = columns
        self.open: tuple[str, ...] = ()
        self.notes: dict[str, list[Finding]] = {}
        self.joined: set[str | None] = set()
        for item in drawn.findings:
            if item.topic is not Topic.SUM:  # these have a part of their own
                self.notes.setdefault(":".join(item.path.split(":")[:2]), []).append(item)
            if item.kind == "label-joined":
                self.joined.add(item.facts.get("label"))

    def lines(self, marks: set[Mark]) -> list[Line]:
        band = self.drawn.band
        space = " " * (_GUTTER + self.key + 2 + self.label)
        heads = "".join(
            pad(self.drawn.columns[number][0], self.wide[number], right=True) for number in self.block
        )
        lines = [line(space, Span(heads, "strong"))]
        grid = None
        unknown = 0
        for row in band.rows:
            unknown += row.path is None
            if row.path is None and unknown > _MOST_UNKNOWN:
                continue
            if grid is not None and row.row.grid is not grid and row.row.grid.number != grid.number:
                where = place(self.language, Locator(table=row.row.grid.number))
                text = say(self.language, "goes-on", place=where)
                lines.append(line(" " * _GUTTER, Span(f"── {text} ──", "dim")))
            grid = row.row.grid
            lines += self._row(row, marks)
        if unknown > _MOST_UNKNOWN:
            marks.add(Mark.UNKNOWN)
            more = say(self.language, "and-more", count=unknown - _MOST_UNKNOWN)
            lines.append(line(" " * 6, Span(f"{Mark.UNKNOWN.value} {more}", "bad")))
        seen = {row.path for row in band.rows}
        for leaf in _leaves(band):
            if band.prefix + leaf not in seen:
                lines += self._missing(leaf, marks)
        return lines

    def _row(self, row: StubRow, marks: set[Mark]) -> list[Line]:
        at = Span(pad(str(row.row.at.row or row.row.at.line or ""), 5, right=True) + " ", "dim")
        if row.path is None:
            return self._unknown(at, row, marks)
        keys = tuple(row.path.removeprefix(self.drawn.band.prefix).split("/"))
        lines = self._over(keys, row.words[:-1])
        self.open = keys
        notes = self._notes(row.path)
        mark = self._mark(row, notes)
        if mark is not Mark.PLAIN:
            marks.add(mark)
        start = [
            at,
            Span(f"{mark.value} ", mark.style),
            Span(self._indented(keys), "plain" if row.leaf else "strong"),
            Span(pad(cut(row.words[-1] if row.words else "", self.label), self.label), "dim"),
        ]
        if row.leaf:
            start += [self._value(row.path, number, marks) for number in self.block]
        lines.append(line(*start))
        for note in notes[:_MOST_NOTES]:
            lead: list[Part] = [" " * (_GUTTER + 2 * len(keys)), Span("↳ ", "dim")]
            lines += flow(lead, note.message(self.language), self.columns, SEVERITY_STYLE[note.severity])
        return lines

    def _indented(self, keys: Sequence[str]) -> str:
        return pad(cut("  " * (len(keys) - 1) + keys[-1], self.key), self.key) + "  "

    def _over(self, keys: Sequence[str], words: Sequence[str]) -> list[Line]:
        """A line for each heading over this row that is not open yet: it was printed beside, in a merged cell."""
        lines: list[Line] = []
        above = keys[:-1]
        for depth in range(len(above)):
            if self.open[: depth + 1] == tuple(above[: depth + 1]):
                continue
            printed = depth - (len(above) - len(words))
            label = words[printed] if 0 <= printed < len(words) else ""
            lines.append(
                line(
                    " " * _GUTTER,
                    Span(self._indented(above[: depth + 1]), "strong"),
                    Span(cut(label, self.label), "dim"),
                )
            )
        return lines

    def _value(self, row: str, number: int, marks: set[Mark]) -> Span:
        entry = self.drawn.entries[row, self.drawn.columns[number][1]]
        text, style, mark = entry_text(entry)
        if mark is not None:
            marks.add(mark)
        return Span(pad(cut(text, self.wide[number] - 1), self.wide[number], right=True), style)

    def _unknown(self, at: Span, row: StubRow, marks: set[Mark]) -> list[Line]:
        marks.add(Mark.UNKNOWN)
        words = pad(cut_left(" / ".join(row.words), self.label), self.label)
        start = [
            at,
            Span(f"{Mark.UNKNOWN.value} ", "bad"),
            Span(pad(cut(say(self.language, "row-unknown"), self.key), self.key) + "  ", "bad"),
            Span(words, "bad"),
        ]
        return [line(*start, *(self._printed(row, number) for number in self.block))]

    def _printed(self, row: StubRow, number: int) -> Span:
        """What an unknown row holds under a column: shown, never taken. Unknown without column edges."""
        wide = self.wide[number]
        for columns in self.drawn.band.columns:
            if row.row.grid.ragged or not columns.fits(row.row.grid):
                continue
            for column in columns.columns:
                if column.path == self.drawn.columns[number][1]:
                    cell = row.row.line[column.start]
                    text = one_line(cell.text) if cell is not None else ""
                    return Span(pad(cut(text or Mark.BLANK.value, wide - 1), wide, right=True), "bad")
        return Span(pad(Mark.UNREADABLE.value, wide, right=True), "bad")

    def _missing(self, leaf: str, marks: set[Mark]) -> list[Line]:
        marks.add(Mark.MISSING)
        stub = self.drawn.band.band.stub
        assert stub is not None
        text = f"{say(self.language, 'no-row')}: {stub.at(leaf).label}"
        start: list[Part] = [
            " " * 6,
            Span(f"{Mark.MISSING.value} ", "bad"),
            Span(pad(cut(leaf, 44), 44) + "  ", "bad"),
        ]
        return flow(start, text, self.columns, "dim")

    def _notes(self, path: str) -> list[Finding]:
        return self.notes.get(f"{self.drawn.table}:{path}", [])

    def _mark(self, row: StubRow, notes: Sequence[Finding]) -> Mark:
        kinds = {item.kind for item in notes}
        if any(item.severity is not Severity.INFO for item in notes):
            return Mark.DOUBT
        if "label-by-alias" in kinds:
            return Mark.ALIAS
        if (one_line(row.words[-1]) if row.words else "") in self.joined:
            return Mark.JOINED
        return Mark.INHERITED if row.inherited else Mark.PLAIN
