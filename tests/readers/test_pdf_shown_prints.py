"""What programs print of numbers that are struck out, raised, hidden, covered or turned is read as it looks."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest
from pdf_producers import CHROMIUM, SOFFICE, by_chromium, by_soffice
from pdf_samples import BACKENDS, read

NOT_READ = "\ufffc"

# of each cell: what it holds, and what may be read
WEB: Mapping[str, tuple[str, set[str]]] = {
    "struck": ("<s>12</s> 15", {"15"}),
    "struck alone": ("<s>12</s>", {NOT_READ}),
    "struck before": ("<s>8</s>403", {"403"}),
    "struck twice": ("<span style='text-decoration:line-through double'>12</span>15", {"15"}),
    "struck with dots": ("<span style='text-decoration:line-through dotted'>12</span>15", {"15"}),
    "struck with dashes": ("<span style='text-decoration:line-through dashed'>12</span>15", {"15"}),
    "struck in red": ("<span style='text-decoration:line-through red'>12</span>15", {"15"}),
    "deleted": ("<del>12</del><ins>15</ins>", {"15"}),
    "raised": ("12<sup>1</sup>", {"12"}),
    "lowered": ("12<sub>1</sub>", {"12"}),
    "raised a little": ("12<span style='font-size:70%;position:relative;top:-2px'>1</span>", {"12"}),
    "raised and as large": (
        "12<span style='position:relative;top:-2px'>1</span>",
        {"12" + NOT_READ + "1" + NOT_READ},
    ),
    "white": ("12<span style='color:#fff'>3</span>", {"12"}),
    "transparent": ("12<span style='color:transparent'>3</span>", {"12"}),
    "tiny": ("12<span style='font-size:1px'>3</span>", {"12"}),
    "covered": (
        "<span style='position:relative'>12<i style='position:absolute;inset:0;background:#fff'></i></span>",
        {""},
    ),
    "blacked out": (
        "<span style='position:relative'>12<i style='position:absolute;inset:0;background:#000'></i></span>",
        {NOT_READ},
    ),
    "under half": (
        "<span style='position:relative'>12"
        "<i style='position:absolute;inset:0;background:rgba(255,0,0,.3)'></i></span>",
        {"12"},
    ),
    "soft shadow": ("<span style='text-shadow:1px 1px 2px #888'>12</span>", {"12"}),
    "hard shadow": ("<span style='text-shadow:2px 2px 0 #ccc'>12</span>", {"12"}),
    "upside down": ("<span style='display:inline-block;transform:rotate(180deg)'>12</span>", {NOT_READ}),
    "mirrored": ("<span style='display:inline-block;transform:scaleX(-1)'>12</span>", {NOT_READ}),
    "crossed": (
        "<span style='position:relative'>12<svg style='position:absolute;left:-2px;top:0' width='24' height='18'>"
        "<path d='M0 16L24 2M0 2L24 16' stroke='red'/></svg></span>",
        {"12" + NOT_READ, "12" + 2 * NOT_READ},
    ),
    "letters of a picture": (
        "<span style='background:linear-gradient(red,blue);-webkit-background-clip:text;color:transparent'>12</span>",
        {"12" + NOT_READ},
    ),
    "underlined": ("<u>12</u>", {"12"}),
    "overlined": ("<span style='text-decoration:overline'>12</span>", {"12"}),
    "highlighted": ("<mark>12</mark>", {"12"}),
    "on a round ground": (
        "<span style='background:#eee;border-radius:6px;padding:2px 6px'>12</span>",
        {"12"},
    ),
    "white on dark": ("<span style='background:#333;color:#fff'>12</span>", {"12"}),
    "half transparent": ("<span style='opacity:.5'>12</span>", {"12"}),
    "circled": ("<span style='border:1px solid red;border-radius:50%;padding:2px'>12</span>", {"12"}),
    "bold": ("<b>12</b>", {"12"}),
}


def run(words: str, properties: str = "", size: int = 21) -> str:
    return (
        f'<w:r><w:rPr>{properties}<w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
    )


WORD: Mapping[str, tuple[str, set[str]]] = {
    "struck": (run("12", "<w:strike/>") + run("15"), {"15"}),
    "struck alone": (run("12", "<w:strike/>"), {NOT_READ}),
    "struck twice": (run("12", "<w:dstrike/>") + run("15"), {"15"}),
    "struck before": (run("8", "<w:strike/>") + run("403"), {"403"}),
    "tracked": (
        '<w:del w:id="1" w:author="a"><w:r><w:delText>12</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" w:author="a">{run("15")}</w:ins>',
        {"15"},
    ),
    "raised": (run("12") + run("1", '<w:vertAlign w:val="superscript"/>'), {"12"}),
    "lowered": (run("12") + run("1", '<w:vertAlign w:val="subscript"/>'), {"12"}),
    "raised a little": (run("12") + run("1", '<w:position w:val="2"/>', 14), {"12"}),
    "white": (run("12") + run("3", '<w:color w:val="FFFFFF"/>'), {"12"}),
    "tiny": (run("12") + run("3", size=2), {"12"}),
    "in its ground": (
        run("12") + run("7", '<w:shd w:val="clear" w:fill="CCCCCC"/><w:color w:val="CCCCCC"/>'),
        {"12"},
    ),
    "blacked out": (run("12", '<w:highlight w:val="black"/>'), {NOT_READ}),
    "underlined": (run("12", '<w:u w:val="single"/>'), {"12"}),
    "with a wave": (run("12", '<w:u w:val="wave"/>'), {"12"}),
    "highlighted": (run("12", '<w:highlight w:val="yellow"/>'), {"12"}),
    "shaded": (run("12", '<w:shd w:val="clear" w:fill="D9D9D9"/>'), {"12"}),
    "with a shadow": (run("12", "<w:shadow/>"), {"12"}),
    "engraved": (run("12", "<w:imprint/>"), {"12"}),
    "bold": (run("12", "<w:b/>"), {"12"}),
    "with marks": (run("12", '<w:em w:val="dot"/>'), {"12"}),
}


def web_page() -> bytes:
    rows = "".join(f"<tr><td>{name}</td><td>{held}</td><td>7</td></tr>" for name, (held, _) in WEB.items())
    css = "td { border: 1px solid #000; padding: 3px 6px; font: 14px sans-serif } table { border-collapse: collapse }"
    return f"<meta charset=utf-8><style>{css}</style><table>{rows}</table>".encode()


def word_document() -> bytes:
    name = "http://schemas.openxmlformats.org"
    rows = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:p>{part}</w:p></w:tc>" for part in (run(label), held, run("7")))
        + "</w:tr>"
        for label, (held, _) in WORD.items()
    )
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    body = f"<w:tbl><w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>{rows}</w:tbl><w:p/>"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{name}/package/2006/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{name}/package/2006/relationships"><Relationship Id="r"'
        f' Type="{name}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{name}/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>',
    }
    out = io.BytesIO()
    with ZipFile(out, "w") as file:
        for path, text in parts.items():
            file.writestr(path, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return out.getvalue()


def misread(source: bytes, cells: Mapping[str, tuple[str, set[str]]], backend: str) -> dict[str, str]:
    """The cells that are not read as they look, and the number beside each, if it is not."""
    document = read(source, backend)
    rows = [[cell.text for cell in grid.row(row)] for grid in document.grids for row in range(grid.rows)]
    assert [row[0] for row in rows] == list(cells)
    assert {row[-1] for row in rows} == {"7"}
    return {
        name: row[1]
        for (name, (_, allowed)), row in zip(cells.items(), rows, strict=True)
        if row[1] not in allowed
    }


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_prints_of_a_browser_are_read_as_they_look(tmp_path: Path) -> None:
    printed = by_chromium({"page": web_page()}, tmp_path)["page"]
    assert {backend: misread(printed, WEB, backend) for backend in BACKENDS} == {key: {} for key in BACKENDS}


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_prints_of_an_office_program_are_read_as_they_look(tmp_path: Path) -> None:
    printed = by_soffice({"page": word_document()}, tmp_path)["page"]
    assert {backend: misread(printed, WORD, backend) for backend in BACKENDS} == {key: {} for key in BACKENDS}
