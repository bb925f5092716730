"""WordprocessingML as the older formats of word processors are put into it, to be read by the road of Word documents.

What is seen in a cell is decided there, once for all these formats: a reader of one of them says in these elements what
its file says, and nothing of what it means. The markup is made as text and not as a tree, so that it can be looked at,
and opened by any word processor once it is zipped.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

from attrs import frozen

__all__ = ["MAIN", "WordCell", "WordRow", "escape", "number_format", "part", "table", "text"]

MAIN = "word/document.xml"
"""The name of the main part."""

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
# What no XML can hold. Half a pair of surrogates is a character that the file has lost.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
_NUMBER_FORMATS = (
    *("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText"),
    *("ordinalText", "hex", "chicago", "ideographDigital", "japaneseCounting", "aiueo", "iroha"),
    *("decimalFullWidth", "decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand"),
    *(
        "decimalEnclosedCircle",
        "decimalFullWidth2",
        "aiueoFullWidth",
        "irohaFullWidth",
        "decimalZero",
        "bullet",
    ),
    *("ganada", "chosung", "decimalEnclosedFullstop", "decimalEnclosedParen", "decimalEnclosedCircleChinese"),
    *("ideographEnclosedCircle", "ideographTraditional", "ideographZodiac", "ideographZodiacTraditional"),
    *("taiwaneseCounting", "ideographLegalTraditional", "taiwaneseCountingThousand", "taiwaneseDigital"),
    *("chineseCounting", "chineseLegalSimplified", "chineseCountingThousand"),
)
_SAME = 5
"""Twips between two edges that are one: a quarter of a point, which is what programs round by."""


def number_format(code: int) -> str:
    """What WordprocessingML calls a way to write numbers, by the number that Word's other formats have for it."""
    return _NUMBER_FORMATS[code] if 0 <= code < len(_NUMBER_FORMATS) else "none"


def escape(value: str) -> str:
    """Characters as they stand in markup. One that XML cannot hold becomes U+FFFD, which is nowhere a digit."""
    return _FORBIDDEN.sub("\ufffd", value).translate(_ESCAPED)


def text(value: str) -> str:
    """The ``w:t`` of some characters, all white space kept."""
    return f'<w:t xml:space="preserve">{escape(value)}</w:t>'


def part(root: Literal["document", "styles", "numbering"], content: Iterable[str]) -> bytes:
    """A part of the package. ``content`` of a document is that of its body."""
    inner = "".join(content)
    if root == "document":
        inner = f"<w:body>{inner}</w:body>"
    return f"<w:{root} {_NAMESPACES}>{inner}</w:{root}>".encode()


@frozen
class WordCell:
    """A cell between two edges, in twips from any fixed place.

    ``merge``: ``restart`` for the first of cells that are merged downwards, ``continue`` for the others; ``properties``
    is further markup for its ``w:tcPr``, ``content`` the markup of what it holds.
    """

    left: int
    right: int
    content: str
    merge: Literal["restart", "continue"] | None = None
    properties: str = ""


@frozen
class WordRow:
    """A row, its cells from left to right; ``properties`` is markup for its ``w:trPr``."""

    cells: Sequence[WordCell]
    properties: str = ""


def table(rows: Sequence[WordRow], properties: str = "") -> str:
    """The ``w:tbl`` of rows whose cells have edges of their own: columns are what lies between two edges of any row.

    Empty where no row has a cell of any width.
    """
    edges = _edges(rows)
    if len(edges) < 2:
        return ""
    columns = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(edges))
    inner = "".join(_row(row, edges) for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{inner}</w:tbl>"


def _edges(rows: Sequence[WordRow]) -> list[int]:
    """The edges of all rows; those that lie closer than can be told apart are one."""
    found = sorted({edge for row in rows for cell in row.cells for edge in (cell.left, cell.right)})
    kept: list[int] = []
    for edge in found:
        if not kept or edge - kept[-1] > _SAME:
            kept.append(edge)
    return kept


def _row(row: WordRow, edges: Sequence[int]) -> str:
    cells: list[str] = []
    before: int | None = None
    last = 0
    for cell in row.cells:
        left, right = _place(edges, cell.left), _place(edges, cell.right)
        left = max(left, last)
        if before is None:
            before = left
        elif left > last:  # a gap between two cells: the grid has a column there
            cells.append(_cell(left - last, "", "<w:p/>"))
        if right <= left:
            continue
        merge = f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else ""
        cells.append(_cell(right - left, merge + cell.properties, cell.content or "<w:p/>"))
        last = right
    skipped = f'<w:gridBefore w:val="{before}"/>' if before else ""
    return f"<w:tr><w:trPr>{skipped}{row.properties}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(span: int, properties: str, content: str) -> str:
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f"<w:tc><w:tcPr>{wide}{properties}</w:tcPr>{content}</w:tc>"


def _place(edges: Sequence[int], edge: int) -> int:
    """The column that begins at an edge, which stands there itself or not farther right than can be told apart."""
    at = bisect_left(edges, edge)
    return at if at < len(edges) and edges[at] == edge else at - 1
