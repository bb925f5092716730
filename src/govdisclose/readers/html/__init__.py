"""Web pages, and HTML that a word processor saved under another name: bytes to ``Document``.

The bytes are decoded here and never by libxml2, whose guess from ``<meta charset>`` cuts a page at the first
character that the declared encoding does not have. Nothing is fetched, no entity of a DTD is expanded and
nothing is executed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve
from lxml import etree

from govdisclose.document import Block, Document, Grid, Limits, Paragraph, Reader
from govdisclose.elsewhere import elsewhere
from govdisclose.errors import EmptyDocumentError, UnreadableDocumentError
from govdisclose.findings import Finding
from govdisclose.pointer import Pointer
from govdisclose.readers._encoding import decode
from govdisclose.readers._xmlroot import is_word_xml
from govdisclose.readers.html._flow import flow
from govdisclose.readers.html._grid import build_grid
from govdisclose.readers.html._inner import find_markup, scripted_tables
from govdisclose.readers.html._linked import Lookup, link_sheets
from govdisclose.readers.html._looks import Looks
from govdisclose.readers.html._pictures import find_pictures
from govdisclose.readers.html._pointers import find_pointers, find_scripts
from govdisclose.readers.html._style import Line, collapse, text_of
from govdisclose.readers.html._table import RawTable, find_tables, mend
from govdisclose.readers.html._tree import parse_page
from govdisclose.text import is_blank

__all__ = ["READER", "read_page"]

_DECLARED_WITHIN = 4096
_XML_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)

_PROLOGUE = re.compile(r"(?:\s+|<!--.*?-->|<\?[^>]*>)*", re.DOTALL)
_OPENING = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|table|tbody|tr|td|div|p|meta|title|link|style|script|base|center"
    r"|span|font|section|article|main|header|nav|ul|ol|h[1-6]|br|hr|b|strong|a|img|form|pre)\b)",
    re.IGNORECASE,
)
_OFFICE = "urn:schemas-microsoft-com:office"


def _sniff(head: bytes) -> bool:
    if is_word_xml(head):
        return False
    text = _opening_text(head)
    prologue = _PROLOGUE.match(text)
    rest = text[prologue.end() if prologue else 0 :]
    if _OPENING.match(rest):
        return True
    # A page that opens with a tag of the site's own, or with a comment that never ends within the head.
    return rest.startswith("<") and "<html" in rest.lower() and (_OFFICE in rest or "<body" in rest.lower())


def _opening_text(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="replace").lstrip("\ufeff")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _declared(source: bytes) -> str | None:
    head = source[:_DECLARED_WITHIN]
    match = _META_CHARSET.search(head) or _XML_DECLARATION.search(head)
    return match[1].decode("ascii", errors="ignore") if match else None


def _read(source: bytes, limits: Limits) -> Document:
    limits.check("bytes", len(source))
    return read_page(source, limits, "html")


def read_page(
    source: bytes,
    limits: Limits,
    format: str,
    *,
    declared: str | None = None,
    sheets: Lookup | None = None,
) -> Document:
    """Read a page, also one that stands in a file of another ``format``, which is the id of its reader.

    ``declared`` is the encoding that its transport names, which goes before the page's own word; ``sheets`` are the
    linked style sheets that the file holds. Raises as a reader does.
    """
    if not source.strip():
        raise EmptyDocumentError("the file holds no bytes but white space")
    decoded = decode(source, declared or _declared(source))
    root, document = _document(decoded.text, limits, sheets)
    inner = tuple(_inner(root, limits))
    if not inner and not any(isinstance(block, Paragraph) or _has_text(block) for block in document.blocks):
        raise _nothing_shown(document, root)
    return evolve(
        document,
        format=format,
        encoding=decoded.encoding,
        findings=(*decoded.findings, *document.findings),
        inner=inner,
    )


def _document(text: str, limits: Limits, sheets: Lookup | None = None) -> tuple[etree._Element, Document]:
    """A page that is decoded: its tree, and the document that it is."""
    page = parse_page(text, limits)
    if sheets is not None:
        link_sheets(page.root, sheets, limits)
    findings: list[Finding] = [*page.findings]
    mend(page.root)
    looks = Looks(page.root, limits)
    tables = find_tables(page.root, looks)
    looks.within(tables.keys())
    blocks = tuple(_blocks(page.root, tables, looks, limits, findings))
    return page.root, Document(
        blocks,
        format="html",
        title=_title(page.root),
        findings=tuple(findings),
        pictures=find_pictures(page.root, looks),
        pointers=(*find_pointers(page.root, looks), *scripted_tables(page.root)),
    )


def _inner(root: etree._Element, limits: Limits) -> Iterator[tuple[str, Document]]:
    """The pages that stand in a page as markup. One that cannot be read is no page."""
    for holder, markup in find_markup(root):
        try:
            document = _document(markup, limits)[1]
        except UnreadableDocumentError:
            continue
        if document.blocks:
            yield holder, document


def _nothing_shown(document: Document, root: etree._Element) -> UnreadableDocumentError:
    """The error for a page without any visible text: what it shows or asks for instead is named."""
    pictures = tuple(
        Pointer("picture", item.address, item.alt, at=item.at) for item in document.pictures if item.address
    )
    if shown := (*(item for item in document.pointers if item.kind != "script"), *pictures):
        return elsewhere("the page shows no text", shown)
    scripts = (*(item for item in document.pointers if item.kind == "script"), *find_scripts(root))
    if scripts:
        return elsewhere("the page shows no text; a script would fill it in", scripts)
    return EmptyDocumentError("the page holds no visible text; is it an image, or filled in by a script?")


def _blocks(
    root: etree._Element,
    tables: dict[etree._Element, RawTable],
    looks: Looks,
    limits: Limits,
    findings: list[Finding],
) -> Iterator[Block]:
    paragraphs = grids = characters = positions = 0
    for item in flow(root, looks, tables, limits):
        limits.check("blocks", paragraphs + grids + 1)
        if isinstance(item, Line):
            paragraphs += 1
            characters += len(item.text)
            limits.check("characters", characters)
            yield Paragraph(item.text, number=paragraphs, line=item.line)
            continue
        grids += 1
        grid = build_grid(item, grids, looks, limits, positions, findings)
        positions += grid.rows * grid.columns
        characters += sum(len(cell.text) for cell in grid.cells)
        limits.check("characters", characters)
        yield grid


def _has_text(block: Block) -> bool:
    return isinstance(block, Grid) and any(not is_blank(cell.text) for cell in block.cells)


def _title(root: etree._Element) -> str | None:
    for element in root.iter("title"):
        return collapse(text_of(element)) or None
    return None


READER = Reader(
    id="html",
    media_types=("text/html", "application/xhtml+xml"),
    suffixes=(".html", ".htm", ".shtml", ".xhtml"),
    sniff=_sniff,
    read=_read,
)
