"""Plain text: paragraphs, and the tables that survive an export to text.

Four shapes are known. Cells one a line, each led by a tab, with a blank line between rows; cells one a line
with nothing to tell rows (these stay paragraphs); rows one a line with tabs between cells; rows one a line
with pipes or ruled lines between cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdisclose.containers import is_mail
from govdisclose.document import Block, Document, Paragraph, Picture, Reader
from govdisclose.errors import EmptyDocumentError, UnknownFormatError
from govdisclose.findings import finding
from govdisclose.limits import Limits
from govdisclose.locate import Locator
from govdisclose.readers._encoding import decode
from govdisclose.readers._mime import begins_as_mime
from govdisclose.readers._textpages import page_numbers
from govdisclose.readers._textrows import (
    Line,
    Rows,
    has_tab,
    interior,
    is_padded,
    is_piped,
    read_cells,
    read_pipes,
    read_tabs,
    to_grid,
    without_padding,
    without_pipes,
)
from govdisclose.text import is_blank

__all__ = ["READER", "read", "sniff"]

_LINE_BREAK = re.compile("\r\n|[\r\u2028\u2029]")
_MAGIC = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"%PDF-",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
)
_SPACE = b"\xef\xbb\xbf \t\r\n"  # with which an RTF file may begin
_BEGINS_AS_MARKUP = re.compile(r"\s*<[a-z!?]", re.IGNORECASE)
_PAGE = re.compile(r"^\s*<(?:!doctype\s+html|html|body)\b", re.IGNORECASE | re.MULTILINE)
_ROWS = re.compile(r"<tr\b[^<>]{0,200}>\s*<t[dh]\b|</t[dh]>\s*</?t[dhr]\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,15}(?=[\s/>])[^<>]{0,200}>", re.IGNORECASE)
_PICTURE = re.compile(r"!\[([^\[\]]{0,200})\]\(([^()\s]{1,300})(?:\s[^()]{0,200})?\)")
_MOST_PICTURES = 200
_LOOK = 4096
_FEW_TAGS = 8
_MOST_BREAKS = 20  # page breaks for each page of a paged file; with more, they divide something else
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def sniff(head: bytes) -> bool:
    """Whether the bytes are text in a known encoding and neither markup nor a binary format."""
    if head.startswith(_MAGIC) or b"%PDF-" in head[:1024] or head.lstrip(_SPACE).startswith(b"{\\rtf"):
        return False
    if is_mail(head) or begins_as_mime(head):
        return False
    text = decode(head).text
    if not text.strip() or "\0" in text or _is_markup(text[:_LOOK]):
        return False
    # A head may end within a character, and a damaged file is still a text.
    return len(_CONTROL.findall(text)) * 200 <= len(text) and (text.count("\ufffd") - 1) * 10 <= len(text)


def _is_markup(head: str) -> bool:
    """Whether a file is markup and no text in which a tag stands: a line of a script, a sentence about a table.

    It begins with a tag, a page or the rows of a table begin within it, or tags make up a tenth of it. What is left
    of a page that was not saved from its beginning must not be read as text: its cells would lose their spans.
    """
    if _BEGINS_AS_MARKUP.match(head) or _PAGE.search(head) or _ROWS.search(head):
        return True
    tags = _TAG.findall(head)
    return len(tags) >= _FEW_TAGS and 10 * sum(map(len, tags)) > len(head)


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
    return Document(
        blocks,
        format="text",
        encoding=decoded.encoding,
        findings=findings,
        pictures=_pictures(lines) if "![" in decoded.text else (),
    )


def _pictures(lines: list[Line]) -> tuple[Picture, ...]:
    """The pictures that markdown names."""
    found: list[Picture] = []
    for number, line in lines:
        for match in _PICTURE.finditer(line) if "![" in line else ():
            found.append(Picture(match[2], match[1], Locator(line=number)))
            if len(found) == _MOST_PICTURES:
                return tuple(found)
    return tuple(found)


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


_MANY_PIPES = 8  # lines that end in one, in a text of cells one a line


def _is_among_others(parts: Sequence[Line | Rows], at: int) -> bool:
    """Whether a line with a pipe stands directly under another line, or over one with a pipe: as cells one a line do.

    Between blank lines it is a paragraph like any other, whatever signs it holds.
    """
    before = parts[at - 1] if at else (0, "")
    after = parts[at + 1] if at + 1 < len(parts) else (0, "")
    if isinstance(before, Rows) or before[1]:
        return True
    return not isinstance(after, Rows) and is_piped(after[1])


def _blocks(lines: list[Line], limits: Limits) -> Iterator[Block]:
    """The blocks in order, counted."""
    paragraphs = grids = positions = 0
    parts = list(_parts(lines, limits))
    alone: Paragraph | None = None
    padded = is_padded(part for part in parts if isinstance(part, Rows))
    piped = sum(is_piped(part[1]) for part in parts if not isinstance(part, Rows))
    for at, part in enumerate(parts):
        if isinstance(part, Rows):
            grids += 1
            if padded and part.piped:
                part = without_padding(part)
            grid = to_grid(part, grids, limits)
            positions += grid.rows * grid.columns
            limits.check("cells", positions)
            yield grid
        else:
            number, line = part
            bare = is_piped(line) and (piped >= _MANY_PIPES or _is_among_others(parts, at))
            text = without_pipes(line) if bare else line.strip()
            if not text and alone is None and bare:
                alone = Paragraph(line.strip(), 1, line=number)
            if not text or (not text.isprintable() and is_blank(text)):
                continue
            paragraphs += 1
            yield Paragraph(text, paragraphs, line=number)
        limits.check("blocks", paragraphs + grids)
    if not paragraphs and not grids and alone is not None:
        yield alone  # a file of pipes is a text that says nothing, and no empty file


READER = Reader(
    id="text",
    media_types=("text/plain", "text/markdown", "text/tab-separated-values"),
    suffixes=(".txt", ".text", ".md", ".tsv"),
    sniff=sniff,
    read=read,
)
