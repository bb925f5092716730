"""The one way in: bytes to ``Result``."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import BinaryIO, TypeVar

from govdisclose import plugins, registry
from govdisclose.absence import is_not_filled_in, raise_if_elsewhere, tell_absence
from govdisclose.bind import bind
from govdisclose.document import Document, Reader
from govdisclose.errors import NotAReportError, UnknownFormatError
from govdisclose.findings import Finding, Topic, finding
from govdisclose.front import FoundSections, Front, find_sections, read_front, with_rows
from govdisclose.grammar.cell_findings import name_cells, without_repeats
from govdisclose.grammar.check import Check, check
from govdisclose.grammar.entry import Entry
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.match import Matched
from govdisclose.grammar.prefer import prefer
from govdisclose.grammar.select import Fit, select
from govdisclose.inner import with_inner
from govdisclose.limits import DEFAULT_LIMITS, Limits
from govdisclose.listed import listed
from govdisclose.members import container_or_raise, only_member, read_path, told_of_member
from govdisclose.records import Period, Report, SectionText
from govdisclose.records.report import NATIONAL
from govdisclose.result import Result
from govdisclose.text import one_line

__all__ = ["Source", "parse", "parse_document", "read"]

Source = str | os.PathLike[str] | bytes | BinaryIO
"""A path, the bytes themselves, or a binary file open for reading.

A path may go on into a ZIP archive or an e-mail: ``reports.zip/a/report.docx``.
"""

_LEAST_SECTIONS = 2
_Made = TypeVar("_Made")


def parse(
    source: Source,
    *,
    limits: Limits = DEFAULT_LIMITS,
    layouts: Iterable[Layout] | None = None,
    readers: Iterable[Reader] | None = None,
) -> Result:
    """Read a published report.

    The format is told by the content, the form by the labels of the tables. ``layouts`` and ``readers`` replace
    the installed ones: the built-in ones and those of plugins. A ZIP archive or an e-mail is read where exactly one
    report stands in it.

    Raises ``UnreadableDocumentError`` (or one of its kinds), ``LimitError``, ``NotAReportError``, ``OSError`` for a
    path that cannot be opened or is no regular file, and nothing else: whatever a report does is a finding.
    """
    choices = tuple(layouts) if layouts is not None else None
    return _made(source, limits, readers, lambda document: parse_document(document, layouts=choices))


def read(
    source: Source, *, limits: Limits = DEFAULT_LIMITS, readers: Iterable[Reader] | None = None
) -> Document:
    """Read a file into paragraphs and grids, without looking for a report. Raises as ``parse`` does.

    Of a container the one member that can be read is read.
    """
    return _made(source, limits, readers, lambda document: document)


def _made(
    source: Source, limits: Limits, readers: Iterable[Reader] | None, make: Callable[[Document], _Made]
) -> _Made:
    """What is made of the document that a source holds: itself, or the one in a container of which it can be made."""
    content = _content(source, limits)
    among = tuple(readers) if readers is not None else None

    def read_bytes(content: bytes, limits: Limits) -> Document:
        return registry.read_with(registry.reader_for(content, among), content, limits)

    try:
        document = read_bytes(content, limits)
    except UnknownFormatError as error:
        container = container_or_raise(error, content, limits)

        def attempt(name: str, member: bytes, shared: Limits) -> _Made:
            return make(told_of_member(read_bytes(member, shared), container, name))

        return only_member(container, attempt, limits)
    return make(document)


def parse_document(document: Document, *, layouts: Iterable[Layout] | None = None) -> Result:
    """Read a report from a document that is there already. Raises ``NotAReportError``."""
    choices = registry.layouts() if layouts is None else tuple(layouts)
    if not choices:
        raise ValueError("layouts is empty: at least one is needed")
    if layouts is None:  # plugins come second: to install one changes nothing for other forms
        selection = prefer(document, select(document, registry.builtin_layouts()), plugins.layouts())
    else:
        selection = select(document, choices)
    if selection.empty and document.inner:
        whole = with_inner(document, lambda inner: not select(inner, choices).empty)
        if whole is not None:
            return parse_document(whole, layouts=layouts)
    best = selection.best
    sections = find_sections(best.found.lines, best.layout.sections)
    opening = (
        next((item.text for item in sections.found if item.key == best.layout.sections[0].key), "")
        if (best.layout.sections)
        else ""
    )
    lines, first = with_rows(document, best.found.lines, sections.first)
    front = read_front(lines, first, opening, best.layout.titles, document.title)
    if selection.empty and not sections.found:
        raise_if_elsewhere(document, best.layout, front)
    if selection.empty and len(sections.found) < _LEAST_SECTIONS and front.title is None:
        raise _not_a_report(document, choices)
    findings: list[Finding] = []
    matched: tuple[Matched, ...] = best.matched
    empty = selection.empty
    rivals = selection.tied or (selection.fits if empty and len(selection.fits) > 1 else ())
    if empty:
        tried = [item.layout for item in rivals or (best,)]
        findings.append(tell_absence(document, tried, front, sections))
    elif rivals:
        names = " and ".join(sorted(item.layout.id for item in rivals))
        findings.append(finding("layout-undecided", None, "", layouts=names))
    if rivals:
        matched = tuple(item for item in best.matched if _common(item, rivals))
    entries: list[Entry] = []
    checks: list[Check] = []
    records: dict[str, object] = {}
    for item in matched:
        entries += item.entries
        findings += item.findings
        done, broken = check(item.table, item.entries)
        checks += done
        findings += broken
        if item.table.record is not None:
            records[item.table.key] = bind(item.table, item.entries)
    if not empty and is_not_filled_in(best, matched, front):
        findings.append(finding("form-not-filled-in"))
    findings += sections.findings
    findings += front.findings
    if rivals:
        findings += [
            note
            for item in best.matched
            if item not in matched and not best.found.copies[item.table.key]
            for note in item.findings
            if note.topic is Topic.TABLE
        ]
    noticed = name_cells(document.findings, best.matched)
    return Result(
        _report(front, sections, records),
        tuple(entries),
        listed(without_repeats([*noticed, *findings])),
        None if rivals else best.layout,
        document,
        tuple(checks),
        selection,
    )


def _content(source: Source, limits: Limits) -> bytes:
    if isinstance(source, bytes | bytearray | memoryview):
        content = bytes(source)
    elif isinstance(source, str | os.PathLike):
        return read_path(source, limits)
    else:
        if not callable(getattr(source, "read", None)):
            raise TypeError(f"source is {type(source).__name__}: expected a path, bytes or a binary file")
        content = source.read(limits.bytes + 1)
        if not isinstance(content, bytes):
            raise TypeError(f"the file gives {type(content).__name__}; open it in binary mode")
    limits.check("bytes", len(content))
    return content


def _common(item: Matched, rivals: Sequence[Fit]) -> bool:
    """Whether all layouts between which nothing decides have this very table."""
    return all(item.table in fit.layout.tables for fit in rivals)


def _report(front: Front, sections: FoundSections, records: dict[str, object]) -> Report:
    national = {
        key: record for key, record in records.items() if isinstance(record, _national().get(key, ()))
    }
    return Report(
        organ=front.organ,
        title=front.title,
        year=front.year,
        period=Period(*front.period) if front.period is not None else None,
        province=front.province,
        sections=tuple(SectionText(item.key, item.heading, item.text, item.at) for item in sections.found),
        tables={key: record for key, record in records.items() if key not in national},
        **national,  # type: ignore[arg-type]
    )


@lru_cache(maxsize=1)
def _national() -> dict[str, type]:
    """The classes of the three national tables, which are fields of a report of their own."""
    empty = Report()
    return {key: type(getattr(empty, key)) for key in NATIONAL}


def _not_a_report(document: Document, choices: tuple[Layout, ...]) -> NotAReportError:
    looked = ", ".join(layout.id for layout in choices)
    titles = "、".join(choices[0].titles[:1])
    text = next((one_line(item.text) for item in document.paragraphs), "")
    begins = f' It begins "{text[:40]}".' if text else ""
    return NotAReportError(
        f"no table, no two section headings and no title ({titles}) of the layouts {looked} was found in "
        f"{len(document.grids)} tables and {len(document.paragraphs)} paragraphs.{begins}"
    )
