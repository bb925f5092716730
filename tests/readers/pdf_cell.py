"""A page with one table, and what is read of one cell of it."""

from __future__ import annotations

import pytest
from pdf_samples import box, filled, pages, read, ruled, stream, text

from govdisclose.document import Document

XS, YS = [50, 150, 220], [250, 230, 210, 190]
ROWS = [["信息内容", "数量"], ["规章", ""], ["许可", "7"]]
TABLE = ruled(XS, YS) + filled(XS, YS, ROWS)
BASE = 216  # of the cell that is tried
WHITE, BLACK, GREY = b"1 g ", b"0 g ", b"0.8 g "
CELL = box(151, 211, 68, 18)
STATES = b"/ExtGState<</Half<</ca 0.5/CA 0.5>>/Full<</ca 1/CA 1>>/None<</ca 0>>/Multiply<</BM/Multiply>>>>"
IMAGE = b"/XObject<</Solid 6 0 R/Holes 7 0 R/Group 9 0 R>>"
EXTRA = [
    stream(b"\x80", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"),
    stream(
        b"\x80\x80",
        b"/Type/XObject/Subtype/Image/Width 2/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/SMask 8 0 R",
    ),
    stream(
        b"\x40\x40", b"/Type/XObject/Subtype/Image/Width 2/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    ),
    stream(
        b"1 g 151 211 68 18 re f",
        b"/Type/XObject/Subtype/Form/BBox[0 0 400 300]/Group<</S/Transparency>>/Resources<<>>",
    ),
]


def document(content: bytes, backend: str) -> Document:
    return read(pages(content, resources=STATES + IMAGE, extra=EXTRA), backend)


def cell(content: bytes, backend: str) -> tuple[str, list[tuple[str, str]]]:
    """The text of the cell that is tried, and the kind and the text of each finding. Nothing else has changed."""
    found = document(content, backend)
    (grid,) = found.grids
    texts = [one.text for one in grid.cells]
    assert texts[:3] + texts[4:] == ["信息内容", "数量", "规章", "许可", "7"]
    for item in found.findings:
        assert item.at is not None
        assert (item.at.table, item.at.row, item.at.column, item.at.page) == (1, 2, 2, 1), item.kind
        assert item.at.box == pytest.approx((150, 70, 220, 90), abs=0.6)
    facts = [dict(item.facts) for item in found.findings]
    return texts[3], [
        (item.kind, own.get("what") or own.get("why") or own.get("text", ""))
        for item, own in zip(found.findings, facts, strict=True)
    ]


def number(words: str, x: float = 154, size: float = 10, before: bytes = b"", y: float = BASE) -> bytes:
    return text(x, y, words, size, before)
