"""A layout as declared: its trees, labels, aliases and what must add up."""

from __future__ import annotations

from govdisclose.explain.lines import Line, Part, Section, Span, flow, line
from govdisclose.explain.text import pad
from govdisclose.explain.words import say
from govdisclose.grammar.heading import Heading, Tree
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.table import Table

__all__ = ["describe_layout"]

_KEY = 34


def describe_layout(layout: Layout, *, language: str = "en", width: int = 100) -> tuple[Section, ...]:
    """The whole form: first what it is, then a section a table."""
    facts = [("notice", layout.source), ("asks", say(language, "entries", count=layout.asked))]
    if layout.base:
        facts.append(("base", layout.base))
    lines: list[Line] = []
    for key, text in (("title", layout.title), *facts):
        lines += flow([Span("  " + pad(say(language, key), 14), "dim")], text, width)
    for number, section in enumerate(layout.sections):
        name = say(language, "sections") if not number else ""
        start: list[Part] = [Span("  " + pad(name, 14), "dim"), pad(section.key, 12)]
        lines += flow(start, section.label + _also(section.aliases, language), width)
    return (Section(layout.id, tuple(lines)), *(_table(table, language, width) for table in layout.tables))


def _also(aliases: tuple[str, ...], language: str) -> str:
    return f"  ({say(language, 'alias-of')} {'、'.join(aliases)})" if aliases else ""


def _table(table: Table, language: str, columns: int) -> Section:
    lines: list[Line] = []
    count = sum(1 for _ in table.cells())
    lines.append(_fact("asks", say(language, "entries", count=count), language))
    if table.record is not None:
        lines.append(_fact("record", table.record.__name__, language))
    for prefix, part in table.parts():
        if prefix:
            lines += [line(), line("  ", Span(prefix.rstrip("/"), "strong"), f"  {part.title}")]
        if part.spanner:
            lines.append(_fact("spanner", part.spanner, language))
        if part.stubhead:
            lines += flow([Span("  " + pad(say(language, "stubhead"), 18), "dim")], part.stubhead, columns)
        assert part.boxhead is not None
        lines.append(line(Span("  " + say(language, "columns"), "dim")))
        lines += _tree(part.boxhead, part, language, columns)
        lines.append(line(Span("  " + say(language, "rows-of"), "dim")))
        if part.stub is None:
            lines.append(line("    ", say(language, "one-row")))
        else:
            lines += _tree(part.stub, part, language, columns)
        for identity in part.identities:
            start: list[Part] = [Span("  " + pad(say(language, "add-up"), 18), "dim")]
            lines += flow(start, f"{identity.id}: {identity}", columns)
    return Section(say(language, "table", key=table.key, title=table.title), tuple(lines))


def _fact(key: str, text: str, language: str) -> Line:
    return line(Span("  " + pad(say(language, key), 18), "dim"), text)


def _tree(tree: Tree, part: Table, language: str, columns: int) -> list[Line]:
    lines: list[Line] = []
    for heading in tree.headings:
        lines += _heading(heading, 0, language, columns)
    return lines


def _heading(heading: Heading, depth: int, language: str, columns: int) -> list[Line]:
    indent = "  " * depth
    start: list[Part] = [
        "    ",
        Span(pad(indent + heading.key, _KEY), "strong" if heading.children else "plain"),
    ]
    extra = f"  = Σ {say(language, 'is-total')}" if heading.total else ""
    if heading.entry is not None:
        extra += f"  [{heading.entry.name}]"
    lines = flow(start, heading.label + extra, columns)
    for alias in heading.aliases:
        lines += flow(["    " + " " * _KEY, Span("≈ ", "warn")], alias, columns, "dim")
    for child in heading.children:
        lines += _heading(child, depth + 1, language, columns)
    return lines
