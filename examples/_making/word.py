"""Word files as offices make them, written element by element."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from govdisclose.document import Block, Paragraph
from govdisclose.grid import Cell, Grid

__all__ = ["blocks", "control", "numbered", "package", "paragraph", "prose", "table"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WIDTH = 9070  # twips between the margins


def paragraph(text: str, *, properties: str = "", run: str = "") -> str:
    """One paragraph of one run, with the properties of both."""
    before = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    if not text:
        return f"<w:p>{before}</w:p>"
    look = f"<w:rPr>{run}</w:rPr>" if run else ""
    inside = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(line) for line in text.split("\n"))
    return f'<w:p>{before}<w:r>{look}<w:t xml:space="preserve">{inside}</w:t></w:r></w:p>'


def numbered(text: str, *, level: int = 0, number: int = 1) -> str:
    """A paragraph that Word numbers itself: 一、 on level 0, （一） on level 1."""
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=properties)


def control(inside: str, tag: str) -> str:
    """A content control around paragraphs or tables."""
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


def table(grid: Grid, cell: Callable[[str], str] = paragraph, *, narrow: int | None = None) -> str:
    """A table; vertical merges as Word has them. The column ``narrow`` is one point wide, the others alike."""
    edges = [_WIDTH * at // grid.columns for at in range(grid.columns + 1)]
    if narrow is not None:
        wide = _WIDTH // (grid.columns - 1)
        edges = [wide * (at - (at > narrow)) + 20 * (at > narrow) for at in range(grid.columns + 1)]
    columns = "".join(f'<w:gridCol w:w="{end - start}"/>' for start, end in itertools.pairwise(edges))
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    rows = "".join(_row(grid, row, edges, cell) for row in range(grid.rows))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(grid: Grid, row: int, edges: Sequence[int], show: Callable[[str], str]) -> str:
    cells = "".join(_cell(cell, row, edges, show) for cell in grid.row(row))
    return f"<w:tr>{cells}</w:tr>"


def _cell(cell: Cell, row: int, edges: Sequence[int], show: Callable[[str], str]) -> str:
    width = edges[cell.column + cell.colspan] - edges[cell.column]
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if cell.colspan > 1:
        properties += f'<w:gridSpan w:val="{cell.colspan}"/>'
    if cell.rowspan > 1:
        properties += '<w:vMerge w:val="restart"/>' if cell.row == row else "<w:vMerge/>"
    inside = show(cell.text) if cell.row == row else "<w:p/>"
    return f'<w:tc><w:tcPr>{properties}<w:vAlign w:val="center"/></w:tcPr>{inside}</w:tc>'


def prose(text: str, centred: Collection[str] = ()) -> str:
    """A line outside the tables: the title in the middle, large and bold; the rest indented by two characters."""
    if text not in centred:
        return paragraph(text, properties='<w:ind w:firstLineChars="200" w:firstLine="420"/>')
    return paragraph(text, properties='<w:jc w:val="center"/>', run='<w:b/><w:sz w:val="36"/>')


def blocks(items: Sequence[Block], centred: Collection[str] = ()) -> str:
    """Paragraphs and tables under each other; an empty paragraph after each table."""
    return "".join(
        prose(item.text, centred) if isinstance(item, Paragraph) else table(item) + "<w:p/>" for item in items
    )


def package(body: str, *, numbering: Sequence[Sequence[tuple[str, str]]] = ()) -> bytes:
    """The file. ``numbering`` has a list of (format, text) of the levels for each ``w:num``, from 1."""
    end = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1418" w:bottom="1440" w:left="1418" w:header="851" w:footer="992" '
        'w:gutter="0"/></w:sectPr>'
    )
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}{end}</w:body></w:document>',
        "word/_rels/document.xml.rels": _relations(("styles", "styles.xml"), ("numbering", "numbering.xml")),
        "word/styles.xml": _STYLES,
        "word/numbering.xml": _numbering(numbering),
    }
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, text in parts.items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, _DECLARATION + text)
    return target.getvalue()


_STYLES = (
    f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" '
    'w:hAnsi="Times New Roman" w:eastAsia="仿宋"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>'
)


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for part, kind in (("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"))
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _numbering(lists: Sequence[Sequence[tuple[str, str]]]) -> str:
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
            for level, (form, text) in enumerate(levels)
        )
        + "</w:abstractNum>"
        for number, levels in enumerate(lists)
    )
    used = "".join(
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(len(lists))
    )
    return f'<w:numbering xmlns:w="{_W}">{abstract}{used}</w:numbering>'
