"""Small OFD files, object by object, and what is read of them."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from govdisclose.document import DEFAULT_LIMITS, Document, Limits
from govdisclose.readers.ofd import READER

NAMESPACE = "http://www.ofdspec.org/2016"
WIDTH, HEIGHT = 140.0, 100.0
XS, YS = [15.0, 50.0, 75.0, 100.0], [15.0, 25.0, 35.0, 45.0]
"""Millimetres: the rules of the table."""
ROWS = [["信息内容", "制发件数", "废止件数"], ["规章", "", "26"], ["行政规范性文件", "3", ""]]
SIZE = 3.5
BASE = 31.0
"""Of the cell that is tried."""
CELL = "50 25 25 10"


def tag(name: str, content: str = "", **attributes: object) -> str:
    """An element; ``_`` before the name of an attribute keeps it from being a word of Python."""
    listed = "".join(
        f' {key.lstrip("_")}="{escape(str(value))}"' for key, value in attributes.items() if value is not None
    )
    return f"<ofd:{name}{listed}>{content}</ofd:{name}>"


def root(name: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><ofd:{name} xmlns:ofd="{NAMESPACE}">{content}</ofd:{name}>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of these parts; the same bytes whenever it is made."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(ZipInfo(name, (2022, 1, 31, 0, 0, 0)), data, ZIP_DEFLATED)
    return out.getvalue()


def layer(content: str, **attributes: object) -> str:
    return tag("Layer", content, **attributes)


def parts_of(
    *pages: str,
    resources: str = "",
    common: str = "",
    document: str = "",
    body: str = "",
    size: tuple[float, float] = (WIDTH, HEIGHT),
    extra: Mapping[str, str | bytes] | None = None,
) -> dict[str, str | bytes]:
    """The parts of a file with these pages: what stands in their ``Content``, or before it after ``|``."""
    area = tag("PageArea", tag("PhysicalBox", f"0 0 {size[0]:g} {size[1]:g}"))
    listed = "".join(
        tag("Page", ID=number, BaseLoc=f"Pages/Page_{number}/Content.xml")
        for number, _ in enumerate(pages, 1)
    )
    parts: dict[str, str | bytes] = {
        "OFD.xml": root("OFD", tag("DocBody", tag("DocRoot", "Doc_0/Document.xml") + body)),
        "Doc_0/Document.xml": root(
            "Document",
            tag("CommonData", area + tag("PublicRes", "PublicRes.xml") + common)
            + tag("Pages", listed)
            + document,
        ),
        "Doc_0/PublicRes.xml": root("Res", resources),
    }
    for number, page in enumerate(pages, 1):
        before, parted, content = page.rpartition("|")
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = root("Page", before + tag("Content", content))
        assert parted or not before
    return {**parts, **(extra or {})}


def ofd(*pages: str, **more: object) -> bytes:
    """The file. See ``parts_of``."""
    return packed(parts_of(*pages, **more))  # type: ignore[arg-type]


def text(
    words: str,
    x: float = 55.0,
    y: float = BASE,
    *,
    size: float = SIZE,
    inner: str = "",
    code: str = "",
    box: str | None = None,
    **attributes: object,
) -> str:
    """A line of text on a baseline. ``box``: its boundary, else the page."""
    steps = code or f'DeltaX="{steps_of(words, size)}"'
    left, top = (float(part) for part in (box or "0 0").split()[:2])
    return tag(
        "TextObject",
        f'{inner}<ofd:TextCode X="{x - left:g}" Y="{y - top:g}" {steps}>{escape(words)}</ofd:TextCode>',
        Boundary=box or f"0 0 {WIDTH:g} {HEIGHT:g}",
        Size=size,
        Font=1,
        **attributes,
    )


def steps_of(words: str, size: float) -> str:
    """The distances between the characters: digits and letters are half as wide as high."""
    return " ".join(f"{size * (0.5 if char < chr(0x2E80) else 1.0):g}" for char in words[:-1])


def path(
    data: str,
    *,
    fill: str | None = None,
    stroke: str | None = None,
    inner: str = "",
    box: str | None = None,
    **attributes: object,
) -> str:
    """A path that is filled or stroked in a colour; with no colour it is a black line."""
    colours = tag("FillColor", Value=fill) if fill is not None else ""
    colours += tag("StrokeColor", Value=stroke) if stroke is not None else ""
    return tag(
        "PathObject",
        colours + inner + tag("AbbreviatedData", data),
        Boundary=box or f"0 0 {WIDTH:g} {HEIGHT:g}",
        Fill="true" if fill is not None else None,
        Stroke="false" if stroke is None and fill is not None else None,
        **attributes,
    )


def rectangle(x: float, y: float, wide: float, high: float) -> str:
    return f"M {x:g} {y:g} L {x + wide:g} {y:g} L {x + wide:g} {y + high:g} L {x:g} {y + high:g} C"


def ruled(xs: Sequence[float] = XS, ys: Sequence[float] = YS) -> str:
    """The rules of a table without merges."""
    lines = [f"M {xs[0]:g} {y:g} L {xs[-1]:g} {y:g}" for y in ys]
    lines += [f"M {x:g} {ys[0]:g} L {x:g} {ys[-1]:g}" for x in xs]
    return "".join(path(line, LineWidth=0.2) for line in lines)


def filled(rows: Sequence[Sequence[str]] = ROWS) -> str:
    """The texts of the table."""
    return "".join(
        text(words, XS[column] + 1.5, YS[row + 1] - 4)
        for row, cells in enumerate(rows)
        for column, words in enumerate(cells)
        if words
    )


TABLE = ruled() + filled()


def read(source: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    return READER.read(source, limits)


def on_page(content: str, **more: object) -> Document:
    """A page with the table and this in one layer."""
    return read(ofd(layer(TABLE + content), **more))


def cells(document: Document) -> list[str]:
    """The texts of the only table, without its heading."""
    (grid,) = document.grids
    return [cell.text for cell in grid.cells][3:]


def told(document: Document) -> list[tuple[str, str]]:
    """The findings: their kinds, and why."""
    return [
        (item.kind, str(item.facts.get("what") or item.facts.get("why") or item.facts.get("text") or ""))
        for item in document.findings
    ]


def tried(document: Document) -> tuple[str, list[tuple[str, str]]]:
    """The cell that is tried and the findings. Nothing else has changed."""
    label, own, *others = cells(document)
    assert [label, *others] == ["规章", "26", "行政规范性文件", "3", ""]
    return own, told(document)
