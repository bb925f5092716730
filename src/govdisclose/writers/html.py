"""A ``Document`` as one web page, the inverse of the HTML reader.

``read(write(document))`` has the paragraphs of ``document`` and its grids with text, row, column and spans,
if each paragraph is one line, each grid has two cells or more, a cell starts in each of its columns, and its
holes are at the ends of rows. (A hole between cells is written as an empty cell; a paragraph of two lines
comes back as two; a table of one cell is its text.)
"""

from __future__ import annotations

import re
from html import escape
from typing import Literal

from govdisclose.document import Document, Grid, Paragraph, Writer
from govdisclose.grid import Cell

__all__ = ["WRITER", "write"]

_CSS = """\
body { font-family: "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "Songti SC", serif; \
line-height: 1.6; max-width: 60em; margin: 2em auto; padding: 0 1em; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; page-break-inside: avoid; }
td { border: 1px solid #000; padding: 0.2em 0.4em; text-align: center; vertical-align: middle; }
@media print { body { margin: 0; max-width: none; } }
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
_KEEP = ' style="white-space: pre-wrap"'

Style = Literal["plain", "word"]
Encoding = Literal["utf-8", "gb18030"]


def write(
    document: Document,
    *,
    encoding: Encoding = "utf-8",
    declare: str | None = None,
    style: Style = "plain",
) -> bytes:
    """A complete page. Characters that the encoding lacks become references.

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
    opening = '<p class="MsoNormal"' if word else "<p"
    closing = "<o:p></o:p></p>\n" if word else "</p>\n"
    lines = "<br>".join(map(escape, paragraph.text.split("\n")))
    is_kept = any(line != line.strip() or _COLLAPSED.search(line) for line in paragraph.text.split("\n"))
    return f"{opening}{_KEEP if is_kept else ''}>{lines}{closing}"


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
    opening = (
        '<table class="MsoNormalTable" border="1" cellspacing="0" cellpadding="0">' if word else "<table>"
    )
    body = "".join(f"<tr>{''.join(cells)}</tr>\n" for cells in rows)
    return f"{opening}\n<tbody>\n{body}</tbody>\n</table>\n"


def _cell(cell: Cell, word: bool) -> str:
    spans = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    if cell.rowspan > 1:
        spans += f' rowspan="{cell.rowspan}"'
    if any(_COLLAPSED.search(line) for line in cell.text.split("\n")) or cell.text != cell.text.strip("\n"):
        return f"<td{spans}{_KEEP}>{escape(cell.text)}</td>"
    text = "<br>".join(map(escape, cell.text.split("\n")))
    if word:
        text = f'<p class="MsoNormal">{text or "&nbsp;"}<o:p></o:p></p>'
    return f"<td{spans}>{text}</td>"


WRITER = Writer(id="html", media_types=("text/html",), suffixes=(".html", ".htm"), write=write)
