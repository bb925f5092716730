"""Findings in full, and what must add up."""

from __future__ import annotations

from collections.abc import Sequence

from govdisclose.explain.lines import Line, Part, Section, Span, Style, flow, line
from govdisclose.explain.text import pad, width
from govdisclose.explain.words import SEVERITY_STYLE, place, say, severity
from govdisclose.findings import Finding, Severity, Topic, count_by_severity
from govdisclose.grammar.check import Check
from govdisclose.grammar.identity import Outcome

__all__ = ["explain_findings", "explain_identities", "finding_lines"]


def explain_identities(
    checks: Sequence[Check], findings: Sequence[Finding], language: str, columns: int
) -> Section:
    """How many identities hold, are broken and cannot be assessed; the broken ones spelled out."""
    ids = list(dict.fromkeys(check.identity.id for check in checks))
    outcomes: tuple[tuple[Outcome, Style], ...] = (
        (Outcome.HOLDS, "good"),
        (Outcome.BROKEN, "warn"),
        (Outcome.NOT_ASSESSABLE, "dim"),
    )
    heads = [say(language, key) for key in ("holds", "broken", "not-assessable")]
    lines: list[Line] = []
    if ids:
        lines.append(line(" " * 30, Span("".join(pad(head, 16, right=True) for head in heads), "dim")))
    for name in ids:
        spans = []
        for outcome, style in outcomes:
            count = sum(check.identity.id == name and check.outcome is outcome for check in checks)
            spans.append(Span(pad(str(count) if count else "·", 16, right=True), style if count else "dim"))
        lines.append(line("  " + pad(name, 28), *spans))
    if not ids:
        lines.append(line("  ", Span(say(language, "no-identities"), "dim")))
    if any(check.outcome is Outcome.NOT_ASSESSABLE for check in checks):
        lines += flow(["  "], say(language, "why-not-assessable"), columns, "dim")
    sums = [item for item in findings if item.topic is Topic.SUM]
    if sums:
        lines.append(line())
    for item in sums:
        lines += finding_lines(item, language, columns)
    return Section(say(language, "identities"), tuple(lines))


def finding_lines(item: Finding, language: str, columns: int, indent: str = "  ") -> list[Line]:
    """One finding: kind, place and path on the first line, the message under it."""
    return _same_lines([item], language, columns, indent)


def _same_lines(items: Sequence[Finding], language: str, columns: int, indent: str) -> list[Line]:
    """Findings of one kind with the same words: a line for the place of each, then the words once."""
    item = items[0]
    mark = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "·"}[item.severity]
    style = SEVERITY_STYLE[item.severity]
    start: list[Part] = [indent, Span(f"{mark} ", style), Span(item.kind, style)]
    used = width(indent) + 2 + width(item.kind) + 2
    lines: list[Line] = []
    for one in items:
        where = "  ".join(part for part in (place(language, one.at), one.path) if part)
        if columns - used >= 40:
            lines += flow([*start, "  "], where, columns, "dim") if where else [line(*start)]
        else:
            lines += [line(*start)] if not lines else []
            lines += flow([indent + "  "], where, columns, "dim") if where else []
        start = [" " * (used - 2)]
    return [*lines, *flow([indent + "  "], item.message(language), columns)]


def explain_findings(findings: Sequence[Finding], language: str, columns: int) -> Section:
    """Every finding, the gravest first; those of the same kind and words together."""
    lines: list[Line] = []
    counts = count_by_severity(findings)
    for level in (Severity.ERROR, Severity.WARNING, Severity.INFO):
        own = [item for item in findings if item.severity is level]
        if not own:
            continue
        if lines:
            lines.append(line())
        lines.append(line("  ", Span(f"{severity(language, level)} {counts[level]}", SEVERITY_STYLE[level])))
        same: dict[tuple[str, str], list[Finding]] = {}
        for item in own:
            same.setdefault((item.kind, item.message(language)), []).append(item)
        for items in same.values():
            lines += _same_lines(items, language, columns, "    ")
    if not lines:
        lines.append(line("  ", Span(say(language, "no-findings"), "good")))
    return Section(say(language, "findings"), tuple(lines))
