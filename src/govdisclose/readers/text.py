"""Plain text: paragraphs, and the tables that survive an export to text.

Four shapes are known. Cells one a line, each led by a tab, with a blank line between rows; cells one a line
with nothing to tell rows (these stay paragraphs); rows one a line with tabs between cells; rows one a line
with pipes or ruled lines between cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdisclose.document import Block, Document, Paragraph, Reader
from govdisclose.errors import EmptyDocumentError, UnknownFormatError
from govdisclose.findings import finding
from govdisclose.limits import Limits
from govdisclose.readers._encoding import decode
from govdisclose.readers._textpages import page_numbers
from govdisclose.readers._textrows import (
    Line,
    Rows,
    has_tab,
    interior,
    is_piped,
    read_cells,
    read_pipes,
    read_tabs,
    to_grid,
)
from govdisclose.text import is_blank

__all__ = ["READER", "read", "sniff"]

_LINE_BREAK = re.compile("\r\n|[\r\u2028\u2029]")
_MAGIC = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"%PDF-",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
)
_MARKUP = re.compile(
    r"\s*<[a-z!?/]|.*<(?:!doctype|html|head|body|meta|table|div)\b", re.IGNORECASE | re.DOTALL
)
_MOST_BREAKS = (
    20  # page breaks for each page that a paged file may have; with more, they divide something else
)
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def sniff(head: bytes) -> bool:
    """Whether the bytes are text in a known encoding and neither markup nor a binary format."""
    if head.startswith(_MAGIC) or b"%PDF-" in head[:1024]:
        return False
    text = decode(head).text
    if not text.strip() or "\0" in text or _MARKUP.match(text[:4096]):
        return False
    # A head may end within a character, and a damaged file is still a text.
    return len(_CONTROL.findall(text)) * 200 <= len(text) and (text.count("\ufffd") - 1) * 10 <= len(text)


def read(source: bytes, limits: Limits) -> Document:
    """Read a text file. Raises ``EmptyDocumentError``, ``LimitError``; ``UnknownFormatError`` on NUL."""
    limits.check("bytes", len(source))
    decoded = decode(source)
    limits.check("characters", len(decoded.text))
    if "\0" in decoded.text:
        raise UnknownFormatError("the file holds NUL bytes: it is no text")
    lines, dropped = _lines(decoded.text, limits)
    blocks = tuple(_blocks(lines, limits))
    if not blocks:
        raise EmptyDocumentError("the file holds no text" if source else "the file is empty: it has no bytes")
    findings = decoded.findings
    if dropped:
        findings = (*findings, finding("running-lines-left-out", None, count=dropped))
    return Document(blocks, format="text", encoding=decoded.encoding, findings=findings)


def _lines(text: str, limits: Limits) -> tuple[list[Line], int]:
    """The lines with their numbers from 1, and how many page numbers are not among them.

    Blank lines are empty, and never more than two together.
    """
    lines: list[Line] = []
    printed = _LINE_BREAK.sub("\n", text).split("\n")
    paged = 0 < text.count("\f") <= _MOST_BREAKS * limits.pages
    numbering = page_numbers(printed) if paged else frozenset()
    blank, most = 0, limits.blocks + limits.cells
    for number, raw in enumerate(printed, 1):
        if number - 1 in numbering:
            continue
        if not raw or (raw.isspace() and "\t" not in raw):
            # A page break alone on its line is no blank line: a table goes on over it.
            if "\f" not in raw:
                blank += 1
                if blank <= 2:
                    lines.append((number, ""))
            continue
        blank = 0
        lines.append((number, raw.strip("\f") if "\f" in raw else raw))
        if len(lines) > 3 * most:
            limits.check("blocks", len(lines) // 3, "lines of text")
    return lines, len(numbering)


def _parts(lines: list[Line], limits: Limits) -> Iterator[Line | Rows]:
    """Tables, and the lines outside them. Each begins where the last one ended: the time is linear."""
    index = decided = 0
    between = False
    while index < len(lines):
        line = lines[index][1]
        start = index
        index += 1
        table: Rows | None = None
        if has_tab(line):
            if start >= decided:
                between, decided = interior(lines, start)
            if between:
                table, index = read_tabs(lines, start, limits)
            elif line.startswith("\t"):
                table, index = read_cells(lines, start, limits)
        elif line and is_piped(line):
            table, index = read_pipes(lines, start, limits)
        if table is not None:
            yield table
        else:
            yield from lines[start:index]


def _blocks(lines: list[Line], limits: Limits) -> Iterator[Block]:
    """The blocks in order, counted."""
    paragraphs = grids = positions = 0
    for part in _parts(lines, limits):
        if isinstance(part, Rows):
            grids += 1
            grid = to_grid(part, grids, limits)
            positions += grid.rows * grid.columns
            limits.check("cells", positions)
            yield grid
        else:
            number, line = part
            text = line.strip()
            if not text or (not text.isprintable() and is_blank(text)):
                continue
            paragraphs += 1
            yield Paragraph(text, paragraphs, line=number)
        limits.check("blocks", paragraphs + grids)


READER = Reader(
    id="text",
    media_types=("text/plain", "text/markdown", "text/tab-separated-values"),
    suffixes=(".txt", ".text", ".md", ".tsv"),
    sniff=sniff,
    read=read,
)
