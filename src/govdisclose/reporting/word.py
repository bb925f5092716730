"""The office's own Word file with a comment at each cell or sentence that does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from govdisclose.checking import Assessment
from govdisclose.checking.passages import passages
from govdisclose.errors import GovdiscloseError
from govdisclose.parsing import parse
from govdisclose.reporting.item import Item
from govdisclose.reporting.messages import Message, message
from govdisclose.result import Result
from govdisclose.text import fold

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.table import CT_Tbl, CT_Tc
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

__all__ = ["AnnotationError", "annotate"]

_AUTHORS = {"zh": ("核对", "核"), "en": ("govdisclose", "gd")}


class AnnotationError(GovdiscloseError):
    """A file that comments cannot be put into. The message says why, and which output shows the same."""


def annotate(content: bytes, item: Item, language: str) -> bytes:
    """The Word file with its comments. What stands in the file else is left as it is.

    ``content`` are the bytes of ``item.source``, ``item.result`` what ``parse`` read from them. A comment whose cell
    cannot be found in the file stands at its first paragraph and names the place. Raises ``AnnotationError`` for a
    file of another format, and if the file would be read otherwise with its comments.
    """
    result = item.result
    if result is None or result.document.format != "docx":
        raise AnnotationError(
            f"{item.source}: comments can be put into Word files (.docx) alone; use --to html"
        )
    import docx

    document = docx.Document(BytesIO(content))
    author, initials = _AUTHORS[language]
    for entry in item.checked.broken:
        runs, found = _runs(document, result, entry)
        words = message(entry, item.layout, language)
        document.add_comment(runs, _comment(words, named=not found, language=language), author, initials)
    file = BytesIO()
    document.save(file)
    done = file.getvalue()
    if [entry.raw for entry in parse(done).entries] != [entry.raw for entry in result.entries]:
        raise AnnotationError(f"{item.source}: the file would be read otherwise with comments; use --to html")
    return done


def _comment(words: Message, *, named: bool, language: str) -> str:
    stop = "。" if language == "zh" else ". "
    parts = [f"{words.title}：" if language == "zh" else f"{words.title}: "]
    if named and words.place:
        parts.append(f"{words.place}{stop}")
    parts.append(stop.join(part for part in (words.text, words.remedy) if part))
    return "".join(parts)


def _runs(document: Document, result: Result, entry: Assessment) -> tuple[list[Run], bool]:
    """What the comment is put at, and whether that is the place that it speaks of."""
    at = entry.at
    if at is not None and at.table is not None and at.row is not None and at.column is not None:
        cell = _cell(document, result, at.table, at.row - 1, at.column - 1)
        if cell is not None:
            return cell, True
    if at is not None and at.paragraph is not None:
        paragraph = _paragraph(document, result, at.paragraph)
        if paragraph is not None:
            return _within(paragraph, _offset(result, entry), len(entry.text or "")), True
    paragraphs = document.paragraphs
    first = next((item for item in paragraphs if item.text.strip()), None) or (
        paragraphs[0] if paragraphs else document.add_paragraph()
    )
    return first.runs or [first.add_run("")], False


def _offset(result: Result, entry: Assessment) -> int:
    """Where the number stands in its line."""
    if entry.section is None or entry.start is None:
        return 0
    starts = [
        line.start for line in passages(result) if line.section == entry.section and line.start <= entry.start
    ]
    return entry.start - max(starts, default=0)


def _within(paragraph: Paragraph, start: int, length: int) -> list[Run]:
    """The runs over some characters of a paragraph; all of them if that cannot be told."""
    runs = [run for run in paragraph.runs if run.text] or paragraph.runs
    if not runs:
        return [paragraph.add_run("")]
    whole = "".join(run.text for run in runs)
    start += len(whole) - len(whole.lstrip())
    past = 0
    chosen: list[Run] = []
    for run in runs:
        if past < start + max(length, 1) and past + len(run.text) > start:
            chosen.append(run)
        past += len(run.text)
    return chosen or runs


def _paragraph(document: Document, result: Result, number: int) -> Paragraph | None:
    """The paragraph of the file that was read as this one: told by its words, and by its order among equal ones."""
    read = result.document.paragraphs
    wanted = next((item for item in read if item.number == number), None)
    if wanted is None:
        return None
    text = fold(wanted.text)
    before = sum(1 for item in read if item.number < number and fold(item.text) == text)
    same = [item for item in document.paragraphs if fold(item.text) == text]
    return same[before] if before < len(same) else None


def _cell(document: Document, result: Result, table: int, row: int, column: int) -> list[Run] | None:
    """The runs of the cell at a place of a table; None if the file's table is not the one that was read."""
    from docx.oxml.ns import qn
    from docx.table import Table, _Cell

    grid = next((item for item in result.document.grids if item.number == table), None)
    tables: list[CT_Tbl] = list(document.element.body.iter(qn("w:tbl")))
    if grid is None or row >= grid.rows or column >= grid.columns:
        return None
    read = grid.at(row, column)
    for element in (tables[table - 1 : table] or []) + tables:
        cell = _at(element, row, column)
        if cell is None or read is None:
            continue
        found = _Cell(cell, Table(element, document))
        if fold(found.text) == fold(read.text) and _is_same(element, grid.rows):
            paragraph = next((item for item in found.paragraphs if item.text.strip()), found.paragraphs[0])
            return paragraph.runs or [paragraph.add_run("")]
    return None


def _is_same(element: CT_Tbl, rows: int) -> bool:
    return len(element.tr_lst) == rows


def _at(element: CT_Tbl, row: int, column: int) -> CT_Tc | None:
    """The cell over a column of a row; for one that a cell above reaches down to, that cell."""
    rows = element.tr_lst
    while 0 <= row < len(rows):
        cell = next(
            (item for start, item in _columns(rows[row]) if start <= column < start + item.grid_span), None
        )
        if cell is None or cell.vMerge != "continue":
            return cell
        row -= 1
    return None


def _columns(row: object) -> Iterator[tuple[int, CT_Tc]]:
    from docx.oxml.table import CT_Row

    assert isinstance(row, CT_Row)
    start = row.grid_before
    for cell in row.tc_lst:
        yield start, cell
        start += cell.grid_span
