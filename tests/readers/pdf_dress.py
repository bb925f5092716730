"""What producers put around and into the tables: footers, running heads, odd columns, other borders, repeated heads."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile

from attrs import frozen

__all__ = ["Dress", "dress", "dressed_docx", "dressed_html"]

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BASE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_NARROWEST = 200  # twips
_BORDERS = (
    "",
    "td { border-color: #888; border-width: .5px }",
    "table { border-collapse: separate; border-spacing: 0 } td { border-width: 1px }",
)
_COLUMNS = (
    "",
    "table { table-layout: fixed }",
    "table { table-layout: fixed } td { word-break: break-all; padding: 0 1px }",
)


@frozen
class Dress:
    """``footer`` is what stands before and after the number of the page; ``widths`` draws those of the columns."""

    number: int
    footer: tuple[str, str] | None
    header: str
    borders: str
    columns: str
    leading: float
    repeats_heading: bool
    odd_widths: bool


def dress(number: int) -> Dress:
    """The same number is the same dress."""
    draws = random.Random(f"dress {number}")  # noqa: S311
    return Dress(
        number,
        draws.choice((None, ("- ", " -"), ("第", "页"), ("", ""))),
        draws.choice(("", "", "示例市政府信息公开年报")),
        draws.choice(_BORDERS),
        draws.choice(_COLUMNS),
        draws.choice((1.2, 1.6, 2)),
        draws.random() < 0.4,
        draws.random() < 0.6,
    )


def dressed_docx(data: bytes, worn: Dress) -> bytes:
    """A Word document with header, footer and other widths of columns."""
    changes: dict[str, Callable[[str], str]] = {
        "word/document.xml": lambda xml: _with_margins(_with_widths(xml, worn)),
        "word/_rels/document.xml.rels": lambda xml: xml.replace(
            "</Relationships>",
            f'<Relationship Id="rIdH9" Type="{_BASE}/header" Target="header9.xml"/>'
            f'<Relationship Id="rIdF9" Type="{_BASE}/footer" Target="footer9.xml"/></Relationships>',
        ),
        "[Content_Types].xml": lambda xml: xml.replace(
            "</Types>",
            f'<Override PartName="/word/header9.xml" ContentType="{_PART}header+xml"/>'
            f'<Override PartName="/word/footer9.xml" ContentType="{_PART}footer+xml"/></Types>',
        ),
    }
    before, after = worn.footer or ("", "")
    numbered = f"{_run(before)}{_FIELD}{_run(after)}" if worn.footer is not None else ""
    target = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as changed:
        for name in source.namelist():
            content = source.read(name)
            changed.writestr(name, changes[name](content.decode()) if name in changes else content)
        changed.writestr("word/header9.xml", f"<w:hdr {_W}><w:p>{_run(worn.header)}</w:p></w:hdr>")
        centred = '<w:pPr><w:jc w:val="center"/></w:pPr>'
        changed.writestr("word/footer9.xml", f"<w:ftr {_W}><w:p>{centred}{numbered}</w:p></w:ftr>")
    return target.getvalue()


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""


def _with_margins(xml: str) -> str:
    named = (
        f'<w:headerReference w:type="default" r:id="rIdH9" xmlns:r="{_BASE}"/>'
        f'<w:footerReference w:type="default" r:id="rIdF9" xmlns:r="{_BASE}"/>'
    )
    xml = xml.replace("<w:sectPr>", f"<w:sectPr>{named}")
    return xml.replace('w:header="0" w:footer="0"', 'w:header="300" w:footer="250"')


def _with_widths(xml: str, worn: Dress) -> str:
    if not worn.odd_widths:
        return xml
    draws = random.Random(f"widths {worn.number}")  # noqa: S311

    def table(match: re.Match[str]) -> str:
        whole = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', match[0])]
        shares = [draws.uniform(0.6, 1.6) for _ in whole]
        widths = [max(int(sum(whole) * share / sum(shares)), _NARROWEST) for share in shares]
        columns = iter(widths)
        found = re.sub(r'<w:gridCol w:w="\d+"/>', lambda _: f'<w:gridCol w:w="{next(columns)}"/>', match[0])
        found = re.sub(r"<w:tblW [^>]*/>", f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>', found)
        found = re.sub(r"<w:tblLayout [^>]*/>", '<w:tblLayout w:type="fixed"/>', found)
        return re.sub(r"<w:tr>.*?</w:tr>", lambda row: _row(row[0], widths), found, flags=re.DOTALL)

    return re.sub(r"<w:tbl[ >].*?</w:tbl>", table, xml, flags=re.DOTALL)


def _row(xml: str, widths: list[int]) -> str:
    at = int(found[1]) if (found := re.search(r'gridBefore w:val="(\d+)"', xml)) else 0

    def cell(match: re.Match[str]) -> str:
        nonlocal at
        span = re.search(r'gridSpan w:val="(\d+)"', match[0])
        start, at = at, at + (int(span[1]) if span else 1)
        return re.sub(
            r'<w:tcW w:w="\d+"[^>]*/>', f'<w:tcW w:w="{sum(widths[start:at])}" w:type="dxa"/>', match[0]
        )

    return re.sub(r"<w:tc>.*?</w:tc>", cell, xml, flags=re.DOTALL)


def dressed_html(data: bytes, worn: Dress) -> bytes:
    """A web page with other borders and columns, and heads that each page repeats."""
    css = f"{worn.borders} {worn.columns} body {{ line-height: {worn.leading} }}"
    page = data.decode().replace("</style>", f"{css}</style>")
    if worn.repeats_heading:
        page = re.sub(r"<table.*?</table>", _with_head, page, flags=re.DOTALL)
    return page.encode()


def _with_head(match: re.Match[str]) -> str:
    table = match[0]
    count = 3 if "申请人情况" in table or "行政复议" in table else 1
    rows = re.findall(r"<tr>.*?</tr>\n", table, flags=re.DOTALL)
    if len(rows) <= count or "<tbody>" not in table:
        return table
    begin = table[: table.index("<tbody>")]
    return f"{begin}<thead>{''.join(rows[:count])}</thead><tbody>{''.join(rows[count:])}</tbody></table>"
