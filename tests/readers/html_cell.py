"""A page with one table, and what is read of one cell of it."""

from __future__ import annotations

from govdisclose.document import DEFAULT_LIMITS, Document
from govdisclose.readers.html import READER

Row = tuple[str, str, list[str]]


def read(page: str) -> Document:
    return READER.read(page.encode(), DEFAULT_LIMITS)


def page(cell: str, css: str = "", opening: str = "<!doctype html>") -> str:
    cell = cell if cell.startswith("<td") else f"<td>{cell}</td>"
    rows = f"<tr><td>办法</td>{cell}<td>61</td></tr><tr><td>通告</td><td>4</td><td>5</td></tr>"
    return f"{opening}<meta charset=utf-8><style>{css}</style><table>{rows}</table>"


def noted(document: Document) -> list[str]:
    """The kinds of what was noticed, with the reason where there is one."""
    return [
        ":".join((item.kind, *(item.facts[name] for name in ("what", "why") if name in item.facts)))
        for item in document.findings
    ]


def check(cell: str, text: str, kinds: list[str], css: str = "", opening: str = "<!doctype html>") -> None:
    document = read(page(cell, css, opening))
    (grid,) = document.grids
    shown = [[at.text if at else None for at in grid.line(row)] for row in range(grid.rows)]
    assert shown == [["办法", text, "61"], ["通告", "4", "5"]]
    assert noted(document) == kinds
