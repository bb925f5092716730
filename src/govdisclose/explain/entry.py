"""One entry with everything that speaks of it."""

from __future__ import annotations

from collections.abc import Sequence

from govdisclose.explain.lines import Line, Section, Span, Style, flow, line
from govdisclose.explain.notes import finding_lines
from govdisclose.explain.text import one_line, pad
from govdisclose.explain.words import place, say
from govdisclose.findings import Finding
from govdisclose.grammar.check import Check
from govdisclose.grammar.entry import Entry
from govdisclose.grammar.identity import Outcome
from govdisclose.grammar.layout import Layout

__all__ = ["explain_entry"]

_OUTCOMES: dict[Outcome, Style] = {Outcome.HOLDS: "good", Outcome.BROKEN: "warn"}


def explain_entry(
    entry: Entry,
    layout: Layout,
    checks: Sequence[Check],
    findings: Sequence[Finding],
    language: str,
    columns: int,
) -> Section:
    """The official headings of an entry, what is printed, what it was read as, and what must add up with it."""
    table = layout.table(entry.table)
    kind = table.kind_of(entry.row, entry.column)
    expected = kind.expected_zh if language == "zh" else kind.expected_en
    value = say(language, "nothing") if entry.value is None else f"{entry.value}{entry.unit or ''}"
    facts = (
        ("row-heading", " / ".join(table.row_labels(entry.row))),
        ("column-heading", " / ".join(table.column_labels(entry.row, entry.column))),
        ("kind-asked", expected),
        ("printed", f"“{one_line(entry.raw)}”" if entry.raw else say(language, "nothing")),
        ("at", place(language, entry.at) or "—"),
        ("state", entry.state.value),
        ("value", value),
    )
    lines: list[Line] = []
    for key, text in facts:
        lines += flow([Span("  " + pad(say(language, key), 14), "dim")], text or "—", columns)
    own = (entry.row, entry.column)
    for check in checks:
        if check.identity.path.split(":")[0] == entry.table and own in (
            *check.identity.left,
            *check.identity.right,
        ):
            name = f"{check.identity.id}  {check.identity.path}"
            outcome = say(language, check.outcome.value.replace("_", "-"))
            start = Span("  " + pad(say(language, "add-up"), 14), "dim")
            lines.append(line(start, pad(name, 56) + " ", Span(outcome, _OUTCOMES.get(check.outcome, "dim"))))
    row = f"{entry.table}:{entry.row}"
    about = {entry.path, row, entry.table}
    for item in findings:
        if item.path in about or (item.path.startswith(row + "/") and not entry.row):
            lines += finding_lines(item, language, columns)
    return Section(say(language, "entry", path=entry.path), tuple(lines))
