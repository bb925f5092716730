"""The file and the form: what was read, which form it is, and why it is not another."""

from __future__ import annotations

from govdisclose.document import Document, Grid
from govdisclose.explain.lines import Line, Section, Span, Style, flow, line
from govdisclose.explain.text import cut, one_line, pad, width
from govdisclose.explain.words import place, say
from govdisclose.findings import Finding, Severity
from govdisclose.grammar.select import Fit, Selection
from govdisclose.records import Report

__all__ = ["explain_beginning", "explain_file", "explain_form"]

_KEY = 12
_MOST_REASONS = 6
_MOST_BLOCKS = 8


def explain_file(
    document: Document, language: str, columns: int, report: Report | None, findings: tuple[Finding, ...]
) -> Section:
    """The file as read: its format and size; and, of a report, title, organ, year, period, sections."""
    encoding = f"  {say(language, 'encoding')} {document.encoding}" if document.encoding else ""
    counts = say(language, "block-counts", paragraphs=len(document.paragraphs), grids=len(document.grids))
    lines = [
        _named(say(language, "format"), document.format, Span(encoding, "dim")),
        _named(say(language, "blocks"), counts),
    ]
    if report is not None:
        period = f"{report.period.start} – {report.period.end}" if report.period else None
        year = str(report.year) if report.year is not None else None
        for key, value in (
            ("title", report.title),
            ("organ", report.organ),
            ("year", year),
            ("period", period),
        ):
            lines += _value(key, value, findings, language, columns)
        lines += _sections(report, language, columns)
    return Section(say(language, "file"), tuple(lines))


def _sections(report: Report, language: str, columns: int) -> list[Line]:
    tails = [
        f"{say(language, 'section-size', count=len(item.text))}, {place(language, item.at)}"
        for item in report.sections
    ]
    headings = [one_line(item.heading) for item in report.sections]
    room = columns - _KEY - 2 - 12 - 2 - max(map(width, tails), default=0)
    room = min(room, max(map(width, headings), default=0))
    return [
        _named(
            say(language, "sections") if number == 0 else "",
            pad(item.key, 12),
            pad(cut(heading, room), room),
            Span("  " + tail, "dim"),
        )
        for number, (item, heading, tail) in enumerate(zip(report.sections, headings, tails, strict=True))
    ]


def _named(name: str, *parts: str | Span) -> Line:
    return line(Span("  " + pad(name, _KEY), "dim"), *parts)


def _value(
    key: str, value: str | None, findings: tuple[Finding, ...], language: str, columns: int
) -> list[Line]:
    notes = [item for item in findings if item.topic == key]
    name = Span("  " + pad(say(language, key), _KEY), "dim")
    plain = all(item.severity is Severity.INFO for item in notes)
    style: Style = "dim" if plain else "warn"
    if value is None:
        lines = [line(name, Span(say(language, "not-given"), style))]
    else:
        source = "" if notes or key in ("title", "period") else "   " + say(language, "from-title")
        lines = [line(name, Span(one_line(value), "strong"), Span(source, "dim"))]
    for note in notes:
        at = place(language, note.at)
        text = note.message(language) + (f" ({at})" if at else "")
        lines += flow([" " * (_KEY + 2), Span("↳ ", "dim")], text, columns, style)
    return lines


def explain_form(selection: Selection, language: str, columns: int, *, is_report: bool = True) -> Section:
    """Which layouts were tried, how well each table fits, and why the others were not chosen."""
    lines: list[Line] = []
    empty = selection.empty
    for fit in selection.fits:
        chosen = fit is selection.chosen and is_report
        tied = fit in selection.tied and is_report and not empty
        key = "chosen" if chosen else "undecided" if tied else "not-chosen" if is_report else "tried"
        if empty and is_report and not chosen:
            key = "none-found"
        style: Style = "good" if chosen else "bad" if tied else "dim"
        if lines:
            lines.append(line())
        name = Span(pad(f"{fit.layout.id}  ", _KEY), "strong" if chosen or tied else "plain")
        lines.append(line(Span("▸ " if chosen else "  ", "good"), name, Span(say(language, key), style)))
        lines.append(line("  " + " " * _KEY, Span(cut(fit.layout.title, columns - _KEY - 2), "dim")))
        lines += _tables(fit, language, columns)
        if not chosen:
            lines += _reasons(fit, selection.best if is_report else fit, language, columns)
    for layout, labels in selection.passed_over:
        lines.append(line())
        start = ["  " + pad(f"{layout.id}  ", _KEY)]
        lines += flow(start, say(language, "not-tried"), columns, "dim")
        for label in labels:
            lines += flow(["  " + " " * _KEY, Span("✗ ", "dim")], label, columns)
    return Section(say(language, "form"), tuple(lines))


def _tables(fit: Fit, language: str, columns: int) -> list[Line]:
    lines: list[Line] = []
    for matched in fit.matched:
        start = "  " + " " * _KEY + pad(matched.table.key, 14)
        if not fit.found.copies[matched.table.key]:
            lines.append(line(start, Span(say(language, "not-found"), "bad")))
            continue
        good = matched.lines - matched.misfits
        text = say(language, "lines-match", good=good, lines=matched.lines)
        lines.append(line(start, Span(text, "warn" if matched.misfits else "good")))
    return lines


def _reasons(fit: Fit, best: Fit, language: str, columns: int) -> list[Line]:
    """The errors of this fit that the best one does not have: labels that are missing, lines that match nothing."""
    known = {
        (item.kind, item.at, item.facts.get("label")) for matched in best.matched for item in matched.findings
    }
    if fit is best:
        known = set()
    reasons = [
        item
        for matched in fit.matched
        for item in matched.findings
        if item.severity is Severity.ERROR and (item.kind, item.at, item.facts.get("label")) not in known
    ]
    lines: list[Line] = []
    for item in reasons[:_MOST_REASONS]:
        table = pad(item.path.split(":")[0], 14)
        lines += flow(
            ["  " + " " * _KEY, Span(table, "dim"), Span("✗ ", "dim")], item.message(language), columns, "dim"
        )
    if len(reasons) > _MOST_REASONS:
        more = say(language, "and-more", count=len(reasons) - _MOST_REASONS)
        lines.append(line("  " + " " * (_KEY + 16), Span(more, "dim")))
    return lines


def explain_beginning(document: Document, language: str, columns: int) -> Section:
    """The first blocks of a document, for one that is no report."""
    lines: list[Line] = []
    for block in document.blocks[:_MOST_BLOCKS]:
        if isinstance(block, Grid):
            size = say(language, "grid-size", number=block.number, rows=block.rows, columns=block.columns)
            lines.append(line("  ", Span(size, "dim")))
            for row in range(min(block.rows, 3)):
                words = " │ ".join(one_line(cell.text) for cell in block.row(row))
                lines.append(line("    ", cut(words, columns - 4)))
        else:
            lines.append(
                line("  ", Span(pad(str(block.number), 4), "dim"), cut(one_line(block.text), columns - 6))
            )
    if len(document.blocks) > _MOST_BLOCKS:
        lines.append(
            line("  ", Span(say(language, "and-more", count=len(document.blocks) - _MOST_BLOCKS), "dim"))
        )
    return Section(say(language, "begins-so"), tuple(lines))
