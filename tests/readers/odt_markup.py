"""Markup of OpenDocument texts, piece by piece, and what is read of it."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from govdisclose.document import DEFAULT_LIMITS, Document, Grid
from govdisclose.limits import Limits
from govdisclose.readers.odt import READER

UNREAD = "\ufffc"
OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        **{name: f"{OPEN}{name}:1.0" for name in ("office", "text", "table", "style", "form", "dr3d")},
        "draw": f"{OPEN}drawing:1.0",
        "fo": f"{OPEN}xsl-fo-compatible:1.0",
        "svg": f"{OPEN}svg-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "math": "http://www.w3.org/1998/Math/MathML",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
        "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
        "x": "urn:example:unknown",
    }.items()
)
KIND = "application/vnd.oasis.opendocument.text"
MIMETYPE = KIND.encode()
STANDARD = '<style:style style:name="Standard" style:family="paragraph"/>'


def flat(body: str, automatic: str = "", styles: str = "") -> bytes:
    """A document in one file."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:mimetype="{KIND}">'
        f"<office:styles>{STANDARD}{styles}</office:styles>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def content(body: str, automatic: str = "") -> bytes:
    """The part of a package that has the text."""
    return (
        f"<office:document-content {SPACES}>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    ).encode()


def sheet(styles: str) -> bytes:
    """The part of a package that has the common styles."""
    return (
        f"<office:document-styles {SPACES}><office:styles>{STANDARD}{styles}</office:styles>"
        "</office:document-styles>"
    ).encode()


def archive(parts: Mapping[str, bytes]) -> bytes:
    """A package; the kind of file stands first and as it is."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as written:
        if "mimetype" not in parts:
            written.writestr("mimetype", MIMETYPE, ZIP_STORED)
        for name, part in parts.items():
            written.writestr(name, part, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return target.getvalue()


def p(inside: str, style: str = "") -> str:
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:p{named}>{inside}</text:p>"


def span(text: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def text_style(name: str, properties: str, parent: str = "", family: str = "text") -> str:
    based = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}"{based}>'
        f"<style:text-properties {properties}/></style:style>"
    )


def box_style(name: str, family: str, properties: str, inside: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}">'
        f"<style:{family}-properties {properties}>{inside}</style:{family}-properties></style:style>"
    )


def tc(inside: str = "", attributes: str = "") -> str:
    words = inside if inside.startswith("<") else p(inside)
    return f"<table:table-cell {attributes}>{words}</table:table-cell>"


COVERED = "<table:covered-table-cell/>"


def tr(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def tbl(*rows: str, columns: int = 2, attributes: str = "") -> str:
    declared = f'<table:table-column table:number-columns-repeated="{columns}"/>'
    return f"<table:table {attributes}>{declared}{''.join(rows)}</table:table>"


def across(count: int) -> str:
    return f'table:number-columns-spanned="{count}"'


def down(count: int) -> str:
    return f'table:number-rows-spanned="{count}"'


def read(body: str, automatic: str = "", styles: str = "", limits: Limits = DEFAULT_LIMITS) -> Document:
    return READER.read(flat(body, automatic, styles), limits)


def grid(body: str, automatic: str = "", styles: str = "") -> Grid:
    (found,) = read(body, automatic, styles).grids
    return found


def rows(found: Grid) -> list[list[str]]:
    """The texts of the cells, row by row."""
    return [[cell.text for cell in found.cells if cell.row == row] for row in range(found.rows)]


def places(found: Grid) -> list[tuple[str, int, int, int, int]]:
    """Each cell with its row, column, and the rows and columns over which it goes."""
    return [(cell.text, cell.row, cell.column, cell.rowspan, cell.colspan) for cell in found.cells]


def texts(document: Document) -> list[str]:
    """Paragraphs, and rows with a bar between their cells."""
    found: list[str] = []
    for block in document.blocks:
        found += ["|".join(row) for row in rows(block)] if isinstance(block, Grid) else [block.text]
    return found


def shown(
    inside: str, automatic: str = "", styles: str = "", cell: str = "", before: str = ""
) -> tuple[str, list[str]]:
    """The text of a cell that holds this, and the kinds of what is found there."""
    words = inside if inside.startswith(("<text:p", "<text:h", "<text:list", "<text:section")) else p(inside)
    document = read(before + tbl(tr(tc("规章"), tc(words, cell))), automatic, styles)
    ((label, text),) = rows(document.grids[0])
    assert label == "规章"
    return text, [item.kind for item in document.findings]
