"""A table as it was read: each row and column with its heading path, its printed label and what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from govdisclose.document import Document
from govdisclose.explain.grid import Drawn, draw_rows, names_fit
from govdisclose.explain.lines import Line, Section, Span, Style, flow, line
from govdisclose.explain.marks import Mark, entry_text, mark_lines
from govdisclose.explain.text import cut, cut_left, one_line, pad, width
from govdisclose.explain.where import describe_runs
from govdisclose.explain.words import say
from govdisclose.findings import Finding, Severity, Topic
from govdisclose.grammar.entry import Entry, State
from govdisclose.grammar.match import BandMatch, Matched
from govdisclose.grammar.select import Fit

__all__ = ["explain_table"]


@frozen
class _Column:
    """A leaf of the boxhead: its path, its letter in the drawing, what is printed over it (empty: not there)."""

    path: str
    letter: str
    printed: str
    mark: Mark


def explain_table(
    document: Document, fit: Fit, matched: Matched, language: str, columns: int, *, used: bool = True
) -> Section:
    """One table. ``used`` is False where the forms tie and the result leaves the table out."""
    table = matched.table
    copies = fit.found.copies[table.key]
    lines: list[Line] = []
    read = sum(entry.state not in (State.MISSING, State.UNREADABLE) for entry in matched.entries)
    if copies:
        lines += flow([_name("found-at", language)], describe_runs(document, copies, language), columns)
        if len(copies) > 1:
            lines.append(
                line(_name(None, language), Span(say(language, "copies", count=len(copies)), "warn"))
            )
        style: Style = "good" if read == len(matched.entries) else "warn"
        text = say(language, "read-of", read=read, asked=len(matched.entries))
        lines.append(line(_name("read", language), Span(text, style)))
    else:
        for number, note in enumerate(item for item in matched.findings if item.topic is Topic.TABLE):
            name = _name("found-at" if number == 0 else None, language)
            lines += flow([name], note.message(language), columns, "bad")
    if copies and not used:
        lines += flow([_name(None, language)], say(language, "not-used"), columns, "bad")
    marks: set[Mark] = set()
    entries = {(entry.row, entry.column): entry for entry in matched.entries}
    for band in matched.bands:
        if band.rows or band.columns:
            lines.append(line())
            lines += _band(table.key, band, entries, matched.findings, marks, language, columns)
    if marks:
        lines += [line(), *mark_lines(marks, language, columns)]
    return Section(say(language, "table", key=table.key, title=table.title), tuple(lines))


def _name(key: str | None, language: str) -> Span:
    return Span("  " + pad(say(language, key) if key else "", 10), "dim")


def _band(
    table: str,
    band: BandMatch,
    entries: dict[tuple[str, str], Entry],
    findings: Sequence[Finding],
    marks: set[Mark],
    language: str,
    columns: int,
) -> list[Line]:
    lines: list[Line] = []
    if band.prefix:
        key = band.prefix.rstrip("/")
        lines.append(
            line("  ", Span(key, "strong"), Span(f"  {band.band.spanner or ''}  {band.band.title}", "dim"))
        )
    heads = _columns(table, band, findings)
    marks.update(head.mark for head in heads if head.mark is not Mark.PLAIN)
    if band.band.stub is None:
        return lines + _as_list(band, heads, entries, findings, marks, language, columns)
    short = [head.path.rsplit("/", 1)[-1] for head in heads]
    drawn = Drawn(
        table, band, list(zip(short, (head.path for head in heads), strict=True)), entries, findings
    )
    lettered = len(set(short)) < len(short) or not names_fit(drawn, columns)
    if lettered:
        drawn = evolve(drawn, columns=[(head.letter, head.path) for head in heads])
    wide = max(width(head.path) for head in heads)
    for head in heads:
        room = columns - wide - 10
        lines.append(
            line(
                Span("  " + head.mark.value + " ", head.mark.style),
                Span(f"{head.letter}  " if lettered else "", "strong"),
                pad(head.path, wide) + "  ",
                Span(cut_left(head.printed, room), "dim")
                if head.printed
                else Span(say(language, "no-column"), "bad"),
            )
        )
    lines += _unknown_columns(band, marks, language, columns)
    lines.append(line())
    return lines + draw_rows(drawn, marks, language, columns)


def _columns(table: str, band: BandMatch, findings: Sequence[Finding]) -> list[_Column]:
    assert band.band.boxhead is not None
    printed = {
        column.path: " / ".join(column.words)
        for columns in reversed(band.columns)
        for column in columns.columns
        if column.path is not None
    }
    row = band.prefix.rstrip("/")
    kinds: dict[str, set[str]] = {}
    doubted: set[str] = set()
    for item in findings:
        if item.path.startswith(f"{table}:{row}:"):
            path = item.path.rsplit(":", 1)[1]
            kinds.setdefault(path, set()).add(item.kind)
            if item.topic is Topic.HEADING and item.severity is not Severity.INFO:
                doubted.add(path)
    found: list[_Column] = []
    for number, path in enumerate(band.band.boxhead.leaves):
        mark = Mark.PLAIN if path in printed else Mark.MISSING
        if path in printed and "label-by-alias" in kinds.get(path, ()):
            mark = Mark.ALIAS
        elif path in printed and path in doubted:
            mark = Mark.DOUBT
        found.append(_Column(path, _letter(number), printed.get(path, ""), mark))
    return found


def _letter(number: int) -> str:
    return chr(65 + number) if number < 26 else _letter(number // 26 - 1) + chr(65 + number % 26)


def _unknown_columns(band: BandMatch, marks: set[Mark], language: str, columns: int) -> Iterable[Line]:
    seen: set[str] = set()
    for observed in band.columns:
        for column in observed.columns:
            words = " / ".join(column.words)
            if column.path is None and words and words not in seen:
                seen.add(words)
                marks.add(Mark.UNKNOWN)
                text = f"“{words}”  {say(language, 'column-unknown')}"
                yield line(Span(f"  {Mark.UNKNOWN.value} ", "bad"), Span(cut(text, columns - 4), "bad"))


def _as_list(
    band: BandMatch,
    heads: Sequence[_Column],
    entries: dict[tuple[str, str], Entry],
    findings: Sequence[Finding],
    marks: set[Mark],
    language: str,
    columns: int,
) -> list[Line]:
    """A table of one row, turned: a column a line."""
    wide = max(width(head.path) for head in heads)
    words = min(max([width(head.printed) for head in heads] + [12]), columns - wide - 22)
    lines: list[Line] = []
    for head in heads:
        text, style, mark = entry_text(entries["", head.path])
        if mark is not None:
            marks.add(mark)
        label = head.printed or say(language, "no-column")
        lines.append(
            line(
                Span("  " + head.mark.value + " ", head.mark.style),
                pad(head.path, wide) + "  ",
                Span(pad(cut_left(label, words), words), "dim" if head.printed else "bad"),
                Span("  " + pad(cut(text, 14), 6, right=True), style),
            )
        )
    lines += _unknown_columns(band, marks, language, columns)
    numbers = [row for row in band.rows if any(cell and cell.text.strip() for cell in row.body)]
    if len(numbers) > 1:
        for row in numbers:
            text = "  ".join(one_line(cell.text) for cell in row.row.cells)
            lines.append(line(Span(f"  {Mark.UNKNOWN.value} ", "bad"), cut(text, columns - 4)))
    return lines
