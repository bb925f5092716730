"""Where the cells and paragraphs that a reader found stand in the markup of their Word file.

A reader leaves out what is not seen and dissolves tables that are layout, so nothing is counted: tables, rows and
paragraphs are recognised by their text, in their order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.run import Run

from govdisclose.document import Document, Paragraph
from govdisclose.grid import Grid
from govdisclose.locate import Locator

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["Places"]

_P, _R, _T, _TBL, _TR, _TC = (qn(f"w:{name}") for name in ("p", "r", "t", "tbl", "tr", "tc"))
_GONE = frozenset(qn(f"w:{name}") for name in ("del", "moveFrom"))
_GONE_ROWS = (qn("w:del"), qn("w:hidden"))
_AROUND = frozenset(
    qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)
_BOX = qn("w:txbxContent")
_LEAST_ALIKE = 0.6
_AHEAD = 50
"""Tables that are layout and may stand between two that were read."""


class Places:
    """The elements of a Word body, by the places of the document that was read from it."""

    def __init__(self, body: Element, document: Document) -> None:
        self._paragraphs = list(body.iter(_P))
        self._texts = [_squeezed(_text(item)) for item in self._paragraphs]
        self._by_text: dict[str, list[int]] = {}
        for at, text in enumerate(self._texts):
            self._by_text.setdefault(text, []).append(at)
        self._document = document
        self._rows: dict[int, list[list[Element]]] = {}
        self._find_tables([_rows(table) for table in body.iter(_TBL)])

    def _find_tables(self, tables: list[list[list[Element]]]) -> None:
        """Each grid is the first table not yet taken that holds its texts, most of them in the same rows."""
        texts = [[{_squeezed(_text(cell)) for cell in row} for row in rows] for rows in tables]
        at = 0
        for grid in self._document.grids:
            printed = _printed(grid)
            for place in range(at, min(at + _AHEAD, len(tables))):
                if _alike(printed, texts[place]) >= _LEAST_ALIKE:
                    self._rows[grid.number] = tables[place]
                    at = place + 1
                    break

    def cell(self, at: Locator) -> list[Run]:
        """A run of the cell at a place; an empty one is made where it has none. Nothing where it is not found."""
        grid = next((item for item in self._document.grids if item.number == at.table), None)
        rows = self._rows.get(at.table or 0)
        if grid is None or rows is None or at.row is None or at.column is None:
            return []
        cell = grid.at(at.row - 1, at.column - 1)
        if cell is None or not 0 <= cell.row < len(rows):
            return []
        begun = [item for item in rows[cell.row] if not _continues(item)]
        own = sorted((item for item in grid.cells if item.row == cell.row), key=lambda item: item.column)
        if len(begun) == len(own):
            return _runs_of(begun[own.index(cell)])
        wanted = _squeezed(cell.text)
        alike = [item for item in begun if _squeezed(_text(item)) == wanted]
        return _runs_of(alike[0]) if len(alike) == 1 else []

    def clause(self, paragraph: Paragraph, said: str) -> list[Run]:
        """The first and the last run of a clause in the paragraph that prints it; nothing where it is not found."""
        whole, wanted = _squeezed(paragraph.text), _squeezed(said)
        if not wanted:
            return []
        for at in self._printing(whole, wanted):
            start = self._texts[at].find(wanted)
            if start >= 0:
                return _covering(self._paragraphs[at], start, start + len(wanted))
        return []

    def _printing(self, whole: str, wanted: str) -> Iterator[int]:
        """The paragraphs that may be the one, best first: of the same text, without its number, with the clause."""
        yield from self._by_text.get(whole, ())
        yield from (at for at, text in enumerate(self._texts) if text and whole.endswith(text))
        yield from (at for at, text in enumerate(self._texts) if wanted in text)

    def paragraph(self, number: int | None) -> list[Run]:
        """The runs of the paragraph of that number; nothing where it is not found."""
        for item in self._document.paragraphs:
            if item.number == number:
                return self.clause(item, item.text)
        return []

    def first(self) -> list[Run]:
        """A run of the first paragraph with text."""
        for item, text in zip(self._paragraphs, self._texts, strict=True):
            if text:
                return _ends(list(_runs(item)))
        return []


def _rows(table: Element) -> list[list[Element]]:
    """The cells of each row, also of those that stand in a content control; rows that were deleted are left out."""
    return [
        list(_children(row, _TC))
        for row in _children(table, _TR)
        if not any(row.find(f"{qn('w:trPr')}/{gone}") is not None for gone in _GONE_ROWS)
    ]


def _children(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _children(child, tag)


def _continues(cell: Element) -> bool:
    """Whether a cell belongs to the one above it."""
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val")) != "restart"


def _printed(grid: Grid) -> list[tuple[int, str]]:
    return [(cell.row, text) for cell in grid.cells if (text := _squeezed(cell.text))]


def _alike(printed: list[tuple[int, str]], texts: list[set[str]]) -> float:
    """The share of a grid's texts that stand in the same row of a table.

    A number that Word counts (一、 of a list) is printed before the text and is not in the markup.
    """
    held = sum(row < len(texts) and _is_held(text, texts[row]) for row, text in printed)
    return held / len(printed) if printed else 0.0


def _is_held(text: str, among: set[str]) -> bool:
    return text in among or any(part and text.endswith(part) for part in among)


def _runs_of(cell: Element) -> list[Run]:
    runs = _ends(list(_runs(cell)))
    if runs:
        return runs
    paragraph = next(iter(_children(cell, _P)), None)
    if paragraph is None:
        return []
    made = OxmlElement("w:r")
    paragraph.append(made)
    return [_run(made)]


def _covering(paragraph: Element, start: int, end: int) -> list[Run]:
    found: list[Element] = []
    at = 0
    for run in _runs(paragraph):
        length = len(_squeezed(_run_text(run)))
        if length and at < end and at + length > start:
            found.append(run)
        at += length
    return _ends(found)


def _ends(runs: list[Element]) -> list[Run]:
    return [_run(runs[0]), _run(runs[-1])] if runs else []


def _run(element: Element) -> Run:
    return Run(element, None)  # type: ignore[arg-type]


def _runs(element: Element) -> Iterator[Element]:
    """The runs that are printed, in order: none that were deleted, and none of a text box."""
    for child in element:
        if child.tag == _R:
            yield child
        elif child.tag not in _GONE and child.tag != _BOX and child.tag != _TBL:
            yield from _runs(child)


def _text(element: Element) -> str:
    return "".join(_run_text(run) for run in _runs(element))


def _run_text(run: Element) -> str:
    return "".join(child.text or "" for child in run if child.tag == _T)


def _squeezed(text: str) -> str:
    return "".join(text.split())
