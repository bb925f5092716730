"""A ``Document`` as one web page, the inverse of the HTML reader.

``read(write(document))`` has the paragraphs of ``document`` and its grids with text, row, column and spans,
if each paragraph is one line, each grid has two cells or more, a cell starts in each of its columns, and its
holes are at the ends of rows. (A hole between cells is written as an empty cell; a paragraph of two lines
comes back as two; a table of one cell is its text.)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Literal

from govdisclose.document import Document, Grid, Paragraph, Writer
from govdisclose.grid import Cell
from govdisclose.writers._setting import NARROW, set_title

__all__ = ["WRITER", "write"]

_CSS = """\
@page { size: A4; margin: 2.5cm; }
body { font-family: FangSong, 仿宋, "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "Songti SC", serif; \
font-size: 16pt; line-height: 1.5; max-width: 16cm; margin: 2em auto; padding: 0 1em; }
h1 { font: 22pt/1.5 方正小标宋简体, "Noto Serif CJK SC", "Songti SC", SimSun, serif; text-align: center; \
text-wrap: balance; margin: 0.5em 0 1em; }
h1:has(+ h1) { margin-bottom: 0; }
h2 { font: bold 16pt/1.5 SimHei, 黑体, "Noto Sans CJK SC", "PingFang SC", sans-serif; text-indent: 2em; \
margin: 0.5em 0; break-after: avoid; }
h2 + h2 { margin-top: 2.5em; }
p { margin: 0; text-align: justify; text-indent: 2em; }
table { border-collapse: collapse; width: 100%; margin: 0.5em auto 1em; break-inside: avoid; \
font: 10.5pt/1.4 SimSun, 宋体, "Noto Serif CJK SC", "Songti SC", serif; }
table.set { table-layout: fixed; }
table.narrow { font-size: 9pt; line-height: 1.3; }
table.narrow tr { height: 1.75em; }
tr { break-inside: avoid; height: 2.2em; }
td { border: 1px solid #000; padding: 0.2em 0.4em; text-align: center; vertical-align: middle; \
text-wrap: balance; }
table.narrow td { padding: 0.15em 2pt; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
"""
_WORD_CSS = """\
p.MsoNormal { mso-style-parent: ""; margin: 0cm; text-align: justify; font-size: 10.5pt; font-family: 宋体; }
table.MsoNormalTable { border-collapse: collapse; mso-table-layout-alt: fixed; }
td { border: solid windowtext 1.0pt; mso-border-alt: solid windowtext .5pt; padding: 0cm 5.4pt; }
"""
_OFFICE = (
    ' xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"'
    ' xmlns="http://www.w3.org/TR/REC-html40"'
)
_COLLAPSED = re.compile(r"[\t\n\r\f]|^ | $|  ")
_KEEP = "white-space: pre-wrap"

_TAGS = {"title": "h1", "heading": "h2", "body": "p", None: "p"}

Style = Literal["plain", "word"]
Encoding = Literal["utf-8", "gb18030"]


def write(
    document: Document,
    *,
    encoding: Encoding = "utf-8",
    declare: str | None = None,
    style: Style = "plain",
) -> bytes:
    """A complete page, which prints on A4. Characters that the encoding lacks become references.

    ``declare`` is what the page says its encoding is: most pages in GB18030 declare ``gb2312``.
    ``style="word"`` writes what Word pastes: a paragraph of class MsoNormal in each cell, ``<o:p>`` at its
    end, and a no-break space in each empty cell, which is then no longer empty.
    """
    word = style == "word"
    title = document.title or next((block.text for block in document.paragraphs), "")
    parts = [
        f'<!DOCTYPE html>\n<html lang="zh-CN"{_OFFICE if word else ""}>\n<head>\n',
        f'<meta charset="{escape(declare or encoding)}">\n<title>{escape(title)}</title>\n',
        f"<style>\n{_WORD_CSS if word else _CSS}</style>\n</head>\n<body>\n",
    ]
    parts += [
        _paragraph(block, word) if isinstance(block, Paragraph) else _table(block, word)
        for block in document.blocks
    ]
    parts.append("</body>\n</html>\n")
    return "".join(parts).encode(encoding, errors="xmlcharrefreplace")


def _paragraph(paragraph: Paragraph, word: bool) -> str:
    tag = "p" if word else _TAGS[paragraph.role]
    opening = '<p class="MsoNormal"' if word else f"<{tag}"
    closing = "<o:p></o:p></p>\n" if word else f"</{tag}>\n"
    printed = paragraph.text.split("\n")
    styles: list[str] = []
    if tag == "h1":
        size, side = set_title(paragraph.text)
        styles += [f"font-size: {size:g}pt", *([f"padding: 0 {side:.1f}pt"] if side else [])]
    if any(line != line.strip() or _COLLAPSED.search(line) for line in printed):
        styles.append(_KEEP)
    return f"{opening}{_styled(styles)}>{'<br>'.join(map(escape, printed))}{closing}"


def _styled(styles: Sequence[str]) -> str:
    return f' style="{"; ".join(styles)}"' if styles else ""


def _table(grid: Grid, word: bool) -> str:
    rows: list[list[str]] = [[] for _ in range(grid.rows)]
    for row in range(grid.rows):
        line = grid.line(row)
        last = max((column for column, cell in enumerate(line) if cell is not None), default=-1)
        for column, cell in enumerate(line[: last + 1]):
            if cell is None:
                rows[row].append("<td></td>")
            elif cell.row == row and cell.column == column:
                rows[row].append(_cell(cell, word))
    body = "".join(f"<tr>{''.join(cells)}</tr>\n" for cells in rows)
    return f"{_opening(grid.widths, word)}\n<tbody>\n{body}</tbody>\n</table>\n"


def _opening(widths: Sequence[float] | None, word: bool) -> str:
    """The tag of the table, and its columns where their widths are given."""
    if word:
        return '<table class="MsoNormalTable" border="1" cellspacing="0" cellpadding="0">'
    if widths is None:
        return "<table>"
    columns = "".join(f'<col style="width: {width / sum(widths):.2%}">' for width in widths)
    narrow = " narrow" if min(widths) < NARROW else ""
    return f'<table class="set{narrow}">\n<colgroup>{columns}</colgroup>'


def _cell(cell: Cell, word: bool) -> str:
    spans = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    if cell.rowspan > 1:
        spans += f' rowspan="{cell.rowspan}"'
    if any(_COLLAPSED.search(line) for line in cell.text.split("\n")) or cell.text != cell.text.strip("\n"):
        return f"<td{spans}{_styled([_KEEP])}>{escape(cell.text)}</td>"
    text = "<br>".join(map(escape, cell.text.split("\n")))
    if word:
        text = f'<p class="MsoNormal">{text or "&nbsp;"}<o:p></o:p></p>'
    return f"<td{spans}>{text}</td>"


WRITER = Writer(id="html", media_types=("text/html",), suffixes=(".html", ".htm"), write=write)
