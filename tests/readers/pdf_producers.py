"""Reports drawn by the project and turned into PDF by programs that people use, in many shapes of page."""

from __future__ import annotations

import io
import random
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from attrs import evolve, frozen

from govdisclose.document import Document
from govdisclose.grammar.draw import draw
from govdisclose.grammar.layout import Layout
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.writers.docx import WRITER as DOCX
from govdisclose.writers.html import write as write_html

SOFFICE, CHROMIUM = shutil.which("soffice"), shutil.which("chromium")
SENTENCES = (
    "本单位按照要求公开各类信息，健全工作制度。",
    "全年受理申请12件，均已答复。",
    "明确责任分工，接受社会监督。",
)
SIZES = ((210, 297), (297, 210), (148, 210), (297, 420), (182, 257), (210, 120))
TWIPS = 56.693  # in a millimetre
WIDEST = 9072  # twips: the tables of the writer

Values = Mapping[str, Mapping[tuple[str, str], str]]


@frozen
class Shape:
    """One report and its page. All lengths are millimetres."""

    number: int
    layout: Layout
    values: Values
    size: tuple[int, int]
    margin: int
    points: float
    may_split_rows: bool
    repeats_heading: bool

    def document(self) -> Document:
        draws = random.Random(self.number)  # noqa: S311
        prose = {
            section.key: [
                "".join(draws.choices(SENTENCES, k=draws.randint(1, 5))) for _ in range(draws.randint(0, 4))
            ]
            for section in self.layout.sections
        }
        return draw(
            self.layout,
            self.values,
            title=["示例市机关事务管理局2021年政府信息公开工作年度报告"],
            prose=prose,
        )


def shape(number: int) -> Shape:
    """The same number is the same report: sizes and margins vary so that pages cut the tables everywhere."""
    draws = random.Random(1000 + number)  # noqa: S311
    layout = draws.choice((CN_2019, CN_2021))
    digits = draws.choice((0, 1, 2, 4))

    def value() -> str:
        return draws.choice(("0", "", "/", str(draws.randint(0, 10**digits))))

    return Shape(
        number,
        layout,
        {table.key: {cell: value() for cell in table.cells()} for table in layout.tables},
        draws.choice(SIZES),
        draws.randint(8, 24),
        draws.choice((8, 9, 10.5, 12)),
        draws.random() < 0.6,
        draws.random() < 0.4,
    )


def narrow_shape(number: int) -> Shape:
    """As ``shape``, with paper so small, letters so large and numbers so long that columns wrap them."""
    draws = random.Random(f"narrow {number}")  # noqa: S311
    digits = draws.choice((1, 2, 3, 5))

    def value() -> str:
        return draws.choice(
            ("0", "", "/", str(draws.randint(0, 10**digits)), str(draws.randint(0, 10**digits)))
        )

    plain = shape(number)
    return evolve(
        plain,
        values={table.key: {cell: value() for cell in table.cells()} for table in plain.layout.tables},
        size=draws.choice(((148, 210), (182, 257), (210, 297))),
        margin=draws.randint(8, 16),
        points=draws.choice((9, 10.5, 12, 14)),
    )


def docx(shape: Shape) -> bytes:
    """The report as a Word document on the page asked; one table of ten stays as wide as it is on A4."""
    width, height = (int(length * TWIPS) for length in shape.size)
    margin = int(shape.margin * TWIPS)
    page = (
        f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{margin}" w:right="{margin}"'
        f' w:bottom="{margin}" w:left="{margin}" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
    )

    share = 1.0 if shape.number % 10 == 9 else (width - 2 * margin) / WIDEST

    def fitted(match: re.Match[str]) -> str:
        return f'{match[1]}"{int(int(match[2]) * share)}"'

    def body(xml: str) -> str:
        xml = re.sub(r'(<w:(?:gridCol|tcW|tblW) w:w=)"(\d+)"', fitted, xml)
        xml = re.sub(r"<w:sectPr.*?</w:sectPr>", page, xml, flags=re.DOTALL)
        xml = re.sub(r"<w:tbl>.*?</w:tbl>|<w:tbl .*?</w:tbl>", repeated, xml, flags=re.DOTALL)
        return xml.replace("<w:cantSplit/>", "") if shape.may_split_rows else xml

    def repeated(match: re.Match[str]) -> str:
        if not shape.repeats_heading or "申请人情况" not in match[0]:
            return match[0]
        return match[0].replace("<w:trPr>", "<w:trPr><w:tblHeader/>", 3)

    def styles(xml: str) -> str:
        return xml.replace('<w:sz w:val="21"/>', f'<w:sz w:val="{int(2 * shape.points)}"/>')

    changes = {"word/document.xml": body, "word/styles.xml": styles}
    target = io.BytesIO()
    with (
        ZipFile(io.BytesIO(DOCX.write(shape.document()))) as source,
        ZipFile(target, "w", ZIP_DEFLATED) as changed,
    ):
        for name in source.namelist():
            data = source.read(name)
            if name in changes:
                data = changes[name](data.decode()).encode()
            changed.writestr(name, data)
    return target.getvalue()


def html(shape: Shape) -> bytes:
    """The report as a web page that is printed on the page asked."""
    width, height = shape.size
    css = (
        f"@page {{ size: {width}mm {height}mm; margin: {shape.margin}mm }} table {{ page-break-inside: auto }}"
        f" body {{ font-size: {shape.points}pt }}"
    )
    if not shape.may_split_rows:
        css += " tr { page-break-inside: avoid }"
    return write_html(shape.document()).replace(b"</style>", css.encode() + b"</style>")


RULES = {
    "none": (),
    "frame": ("top", "left", "bottom", "right"),
    "three": ("top", "bottom"),
    "rows": ("top", "bottom", "insideH"),
    "rows in a frame": ("top", "left", "bottom", "right", "insideH"),
    "columns": ("top", "left", "bottom", "right", "insideV"),
}
"""Which rules are left of a table; three: those over and under it, and one under its headings."""


def docx_with(shape: Shape, rules: str, side: str) -> bytes:
    """The report as a Word document with only some rules, the text of its cells at one side or in the middle."""
    borders = "".join(
        f'<w:{name} w:val="{"single" if name in RULES[rules] else "nil"}" w:sz="4" w:space="0" w:color="000000"/>'
        for name in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    under = '<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tcBorders>'

    def body(xml: str) -> str:
        xml = xml.replace(
            '<w:jc w:val="center"/><w:tblLayout',
            f'<w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout',
        )
        xml = re.sub(r"<w:tc>.*?</w:tc>", cell, xml, flags=re.DOTALL)
        return re.sub(r"<w:tbl[ >].*?</w:tbl>", third, xml, flags=re.DOTALL) if rules == "three" else xml

    def cell(match: re.Match[str]) -> str:
        xml = re.sub(r"<w:ind[^>]*/>", "", match[0]) if side != "center" else match[0]
        return re.sub(r"(<w:pPr>.*?)(</w:pPr>)", rf'\1<w:jc w:val="{side}"/>\2', xml)

    def third(match: re.Match[str]) -> str:
        lines = match[0].split("<w:tr>")
        if len(lines) > 4:
            lines[3] = lines[3].replace("<w:vAlign", f"{under}<w:vAlign")
        return "<w:tr>".join(lines)

    target = io.BytesIO()
    with ZipFile(io.BytesIO(docx(shape))) as source, ZipFile(target, "w", ZIP_DEFLATED) as changed:
        for name in source.namelist():
            data = source.read(name)
            changed.writestr(name, body(data.decode()) if name == "word/document.xml" else data)
    return target.getvalue()


def html_with(shape: Shape, rules: str, side: str) -> bytes:
    """The report as a web page with only some rules, the text of its cells at one side or in the middle."""
    kept = RULES[rules]
    sides = " ".join(
        f"table {{ border-{name}: {'1px solid #000' if name in kept else 'none'} !important }}"
        for name in ("top", "left", "bottom", "right")
    )
    across = "" if "insideH" in kept else "border-top: none !important; border-bottom: none !important;"
    down = "" if "insideV" in kept else "border-left: none !important; border-right: none !important;"
    css = f"{sides} td {{ {across} {down} text-align: {side} !important }}"
    if rules == "three":
        css += " tr:nth-child(3) td { border-bottom: 1px solid #000 !important }"
    return html(shape).replace(b"</style>", css.encode() + b"</style>")


def by_soffice(files: Mapping[str, bytes], folder: Path, to: str = "pdf") -> dict[str, bytes]:
    """Word documents by name to PDF, or to what ``to`` names as LibreOffice does, all by one run of it."""
    assert SOFFICE is not None
    names = [_put(folder, f"{name}.docx", data) for name, data in files.items()]
    out = folder / "out"  # what is saved in its own format again keeps its name
    profile = f"-env:UserInstallation=file://{folder}/profile"
    _run([SOFFICE, profile, "--headless", "--convert-to", to, "--outdir", str(out), *names])
    return {name: (out / f"{name}.{to.partition(':')[0]}").read_bytes() for name in files}


def by_chromium(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Web pages by name to PDF, as Chromium prints them."""
    assert CHROMIUM is not None
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--user-data-dir={folder}/chromium",
    ]
    printed = {}
    for name, data in files.items():
        page = _put(folder, f"{name}.html", data)
        _run([CHROMIUM, *options, f"--print-to-pdf={folder / name}.pdf", page])
        printed[name] = (folder / f"{name}.pdf").read_bytes()
    return printed


def _put(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    return str(folder / name)


def _run(command: Iterable[str]) -> None:
    subprocess.run(list(command), check=True, capture_output=True, timeout=300)  # noqa: S603 - programs found above
