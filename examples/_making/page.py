"""Web pages as content management systems and Word make them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from itertools import groupby

from govdisclose.document import Block, Paragraph
from govdisclose.grid import Cell, Grid

__all__ = ["CMS_CELL", "HEAD", "blocks", "cms_cell", "plain_cell", "table", "word_cell", "word_paragraph"]

HEAD = '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="{charset}">\n<title>{title}</title>\n{more}</head>\n'
CMS_CELL = "border:1px solid #333;padding:4px;"

Render = Callable[[Cell], str]


def _spans(cell: Cell) -> str:
    across = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    return across + (f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else "")


def plain_cell(cell: Cell) -> str:
    """A cell and nothing else."""
    return f"<td{_spans(cell)}>{_text(cell.text)}</td>"


def cms_cell(cell: Cell) -> str:
    """A cell as an editor in the browser styles it."""
    return f'<td style="{CMS_CELL}"{_spans(cell)}><p style="text-align:center">{_text(cell.text)}</p></td>'


def word_cell(cell: Cell) -> str:
    """A cell pasted from Word: an empty one holds a no-break space."""
    text = _text(cell.text).replace("\u00a0", "&nbsp;") or "&nbsp;"
    return (
        f'<td{_spans(cell)} valign=top style="border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt">'
        f'<p class=MsoNormal align=center style="text-align:center"><span lang=EN-US '
        f'style="font-size:10.5pt;font-family:宋体">{text}<o:p></o:p></span></p></td>'
    )


def word_paragraph(text: str) -> str:
    """A paragraph pasted from Word."""
    return (
        '<p class=MsoNormal style="text-indent:32.0pt;line-height:28.0pt"><span '
        f'style="font-size:16.0pt;font-family:仿宋_GB2312">{_text(text)}<span lang=EN-US><o:p></o:p></span></span></p>'
    )


def _text(text: str) -> str:
    return "<br>".join(escape(line, quote=False) for line in text.split("\n"))


def table(grid: Grid, cell: Render, opening: str = '<table border="1" cellspacing="0">') -> str:
    """A table, one row a line."""
    rows = {row: list(cells) for row, cells in groupby(grid.cells, key=lambda item: item.row)}
    lines = ["<tr>" + "".join(map(cell, rows.get(row, []))) + "</tr>" for row in range(grid.rows)]
    return "\n".join([opening, "<tbody>", *lines, "</tbody>", "</table>"])


def blocks(items: Sequence[Block], cell: Render, paragraph: Callable[[str], str] | None = None) -> str:
    """Paragraphs and tables under each other."""
    show = paragraph or (lambda text: f"<p>　　{_text(text)}</p>")
    return "\n".join(show(item.text) if isinstance(item, Paragraph) else table(item, cell) for item in items)
