"""A page with one table and things over its first cell of numbers."""

from __future__ import annotations

from collections.abc import Sequence

from pdf_samples import CATALOG, filled, pages, ruled, stream

from govdisclose.document import Document
from govdisclose.grid import UNREAD

XS, YS = [50, 150, 220, 290], [250, 230, 210, 190]
HEAD = ["信息内容", "制发件数", "废止件数"]
CELL = (150, 210, 220, 230)  # the first cell of numbers, in points of the file
PICTURE = stream(
    bytes(64), b"/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8"
)
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 70 20]/Resources<</Font<</F 3 0 R>>>>"


def page(
    own: str,
    content: bytes = b"",
    annotations: Sequence[bytes] = (),
    *,
    extra: Sequence[bytes] = (),
    resources: bytes = b"",
    catalog: bytes = CATALOG,
) -> bytes:
    """A table whose first number is ``own``, what is drawn over it, and annotations, whose objects are from 6 on."""
    rows = [HEAD, ["规章", own, "26"], ["行政规范性文件", "3", ""]]
    listed = b"".join(b" %d 0 R" % (6 + at) for at in range(len(annotations)))
    return pages(
        ruled(XS, YS) + filled(XS, YS, rows) + content,
        entries=b"/MediaBox[0 0 400 300]/Annots[%b]" % listed if annotations else b"/MediaBox[0 0 400 300]",
        extra=[*annotations, *extra],
        resources=resources,
        catalog=catalog,
    )


def note(kind: bytes, entries: bytes = b"", rect: Sequence[float] = CELL) -> bytes:
    place = b" ".join(b"%g" % number for number in rect)
    return b"<</Type/Annot/Subtype/%b/Rect[%b]%b>>" % (kind, place, entries)


def words(shown: str, x: float = 20, y: float = 6) -> bytes:
    return b"BT /F 10 Tf %g %g Td <%b> Tj ET" % (x, y, shown.encode("utf-16-be").hex().encode())


def form(data: bytes, entries: bytes = FORM) -> bytes:
    return stream(data, entries)


def body(document: Document) -> list[str]:
    (grid,) = document.grids
    return [cell.text for cell in grid.cells][3:]


def told(document: Document) -> list[tuple[str, str, tuple[int | None, int | None]]]:
    """The findings: kind, what, row and column."""
    return [
        (item.kind, item.facts.get("what", ""), (item.at.row, item.at.column) if item.at else (None, None))
        for item in document.findings
    ]


def unread(document: Document, *, own: str = "", what: str) -> bool:
    """Whether the first number is unreadable, a finding says why at its place, and all else is as printed."""
    kind = "cell-is-picture" if what == "picture" and not own else "cell-not-read"
    assert body(document) == ["规章", own + UNREAD, "26", "行政规范性文件", "3", ""]
    assert told(document) == [(kind, "" if kind == "cell-is-picture" else what, (2, 2))]
    return True


def plain(document: Document, own: str) -> bool:
    """Whether all is as printed, and nothing is told."""
    assert body(document) == ["规章", own, "26", "行政规范性文件", "3", ""]
    assert document.findings == ()
    return True


# --- form fields

FIELD = b"/FT/Tx/T(a)/V(12)/F 4/AP<</N 7 0 R>>"


# --- characters that are drawn


def curve(x: float, y: float) -> bytes:
    """A 2 as an office program draws it."""
    return b"%g %g m %g %g %g %g %g %g c %g %g l %g %g l %g %g l %g %g l %g %g %g %g %g %g c f " % (
        *(x, y + 8, x + 2, y + 10, x + 6, y + 8, x + 4, y + 4),
        *(x + 1, y, x + 6, y, x + 6, y + 1, x + 2, y + 1, x + 7, y + 8, x + 4, y + 11, x, y + 8),
    )
