"""How a document was read, in words: for the author of a layout and for a user who doubts a number.

``explain`` gives sections of lines, without a terminal; ``to_text`` makes them text.
"""

from __future__ import annotations

from govdisclose.document import Document
from govdisclose.explain.declared import describe_layout
from govdisclose.explain.edits import explain_edits
from govdisclose.explain.entry import explain_entry as _entry
from govdisclose.explain.head import explain_beginning, explain_file, explain_form
from govdisclose.explain.lines import Line, Section, Span, Style, to_text
from govdisclose.explain.notes import explain_findings, explain_identities
from govdisclose.explain.tables import explain_table
from govdisclose.explain.where import explain_where
from govdisclose.grammar.select import Selection
from govdisclose.result import Result

__all__ = [
    "Line",
    "Section",
    "Span",
    "Style",
    "describe_layout",
    "explain",
    "explain_document",
    "explain_entry",
    "to_text",
]


def explain(
    result: Result, *, language: str = "en", width: int = 100, table: str | None = None
) -> tuple[Section, ...]:
    """The file, the form, each table, what must add up, and the findings. ``width`` is in terminal columns.

    ``table`` leaves only that table, its sums and its findings. Raises ``KeyError`` naming the tables that
    there are.
    """
    selection = result.selection
    best = selection.best
    used = {entry.table for entry in result.entries}
    keys = [matched.table.key for matched in best.matched]
    if table is not None and table not in keys:
        raise KeyError(f"no table {table!r}; {best.layout.id} has {', '.join(keys)}")
    sections: list[Section] = []
    if table is None:
        sections.append(explain_file(result.document, language, width, result.report, result.findings))
        sections.append(explain_form(selection, language, width))
        sections.append(explain_where(result.document, best, language, width))
    for matched in best.matched:
        key = matched.table.key
        if table in (None, key):
            sections.append(explain_table(result.document, best, matched, language, width, used=key in used))
    edits = explain_edits([item for item in best.matched if table in (None, item.table.key)], language, width)
    if edits is not None:
        sections.append(edits)
    checks = [check for check in result.checks if table in (None, check.identity.path.split(":")[0])]
    findings = [item for item in result.findings if table in (None, item.path.split(":")[0])]
    sections.append(explain_identities(checks, findings, language, width))
    sections.append(explain_findings(findings, language, width))
    return tuple(sections)


def explain_entry(result: Result, path: str, *, language: str = "en", width: int = 100) -> Section:
    """One entry, named as in findings: ``requests:results/granted:total``, ``reviews::litigation/direct/total``.

    Raises ``KeyError`` if the form asks for no such entry.
    """
    table, _, rest = path.partition(":")
    row, _, column = rest.rpartition(":")
    entry = result.entry(table, row, column)
    layout = result.selection.best.layout
    return _entry(entry, layout, result.checks, result.findings, language, width)


def explain_document(
    document: Document, selection: Selection | None = None, *, language: str = "en", width: int = 100
) -> tuple[Section, ...]:
    """What stands in a document that is no report: the file, how it begins, and what each form misses in it."""
    sections = [
        explain_file(document, language, width, None, document.findings),
        explain_beginning(document, language, width),
    ]
    if selection is not None:
        sections.append(explain_form(selection, language, width, is_report=False))
    return tuple(sections)
