"""Annotations and drawings that cost more than they weigh, each in a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_samples import BACKENDS, CATALOG, ONE_PAGE, box, pages, pdf, ruled, stream, text

from bounded import said_of

XS, YS = [20, 100, 180, 260], [280, 260, 240, 220]
WORDS = ruled(XS, YS) + b"".join(text(24 + 80 * x, 224 + 20 * y, "12") for x in range(3) for y in range(3))
MANY = b"".join(text(2 + 3 * (at % 100), 290 - 3 * (at // 100), "1", 2) for at in range(9_000))
FIELD = b"<</Subtype/Widget/FT/Tx/V(1)/Rect[20 20 90 90]/AP<</N 7 0 R>>%b>>"
FORM = b"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"


def annotated(listed: bytes, *extra: bytes, content: bytes = WORDS) -> bytes:
    """A page with these annotations; the objects begin with 6."""
    return pages(content, entries=b"/MediaBox[0 0 300 300]/Annots[%b]" % listed, extra=extra)


def strokes(count: int) -> bytes:
    return b"".join(
        b"%g %g m %g %g l S " % (at % 290, at % 280, at % 290 + 5, at % 280 + 8) for at in range(count)
    )


FILES = {
    "100,000 links": (
        annotated(b"".join(b"<</Subtype/Link/Rect[0 0 9 9]>>" for _ in range(100_000))),
        {"LimitError elements", "read"},
    ),
    "one field listed 100,000 times": (
        annotated(b"6 0 R " * 100_000, FIELD % b"", stream(b"0 0 9 9 re f", FORM % 8)),
        {"LimitError elements"},
    ),
    "8,000 notes over 9,000 characters": (
        annotated(
            b"6 0 R " * 8_000,
            b"<</Subtype/Square/IC[1 1 1]/Rect[0 0 300 300]>>",
            content=MANY,
        ),
        {"LimitError elements"},
    ),
    "a field above itself": (annotated(b"6 0 R", FIELD % b"/Parent 6 0 R", stream(b"", FORM % 8)), {"read"}),
    "fields in a circle": (
        annotated(
            b"6 0 R",
            b"<</Subtype/Widget/Rect[20 20 90 90]/Parent 7 0 R>>",
            b"<</Parent 8 0 R/Kids[6 0 R]>>",
            b"<</Parent 7 0 R/Kids[7 0 R]>>",
        ),
        {"read"},
    ),
    "a list of annotations that names itself": (annotated(b"6 0 R", b"[6 0 R 6 0 R]"), {"read"}),
    "an appearance within itself": (
        annotated(b"6 0 R", FIELD % b"", stream(b"/X Do /X Do", FORM % 7)),
        {"read", "LimitError depth"},
    ),
    "appearances in appearances, four million leaves": (
        annotated(
            b"6 0 R",
            FIELD % b"",
            *(stream(b"/X Do /X Do", FORM % (8 + at)) for at in range(22)),
            stream(b"0 0 m 9 9 l S", b"/Subtype/Form/BBox[0 0 9 9]"),
        ),
        {"LimitError elements"},
    ),
    "appearances too deep": (
        annotated(
            b"6 0 R",
            FIELD % b"",
            *(stream(b"/X Do", FORM % (8 + at)) for at in range(40)),
            stream(b"", FORM % 7),
        ),
        {"LimitError depth"},
    ),
    "an appearance of 60 MB": (
        annotated(b"6 0 R", FIELD % b"", stream(b"q Q " * 15_000_000, FORM % 8, packed=True)),
        {"LimitError elements", "LimitError inflated"},
    ),
    "a value of 60 MB": (
        annotated(
            b"6 0 R",
            b"<</Subtype/Widget/FT/Tx/V 7 0 R/Rect[20 20 90 90]>>",
            stream(b"1" * 59_000_000, packed=True),
        ),
        {"read", "LimitError inflated"},
    ),
    "a choice of 100,000 options": (
        annotated(
            b"6 0 R",
            b"<</Subtype/Widget/FT/Ch/Ff 131072/V(1)/Opt[%b]/Rect[20 20 90 90]>>" % (b"[(1)(2)]" * 100_000),
        ),
        {"LimitError elements"},
    ),
    "90,000 strokes in a table": (pages(WORDS + strokes(90_000)), {"read", "LimitError elements"}),
    "60,000 pictures in a table": (
        pages(WORDS + b"q 4 0 0 6 30 230 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q\n" * 30_000),
        {"read", "LimitError elements"},
    ),
    "20,000 bars between 20,000 lines": (
        pages(
            WORDS
            + b"".join(box(30 + at % 60, 226 + at % 3 / 9, 0.5, 8) for at in range(20_000))
            + b"".join(box(400, 226 + at % 9, 9, 0.5) for at in range(20_000)),
            entries=b"/MediaBox[0 0 500 300]",
        ),
        {"read", "LimitError elements"},
    ),
    "a list of annotations that is only its own name": (
        pdf(
            [
                CATALOG,
                ONE_PAGE,
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Annots 5 0 R>>",
                stream(b""),
                b"5 0 R",
            ]
        ),
        {"EmptyDocumentError", "DamagedDocumentError", "LimitError elements"},
    ),
}


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("name", FILES)
def test_hostile_annotations_end_in_time_and_memory(name: str, backend: str, tmp_path: Path) -> None:
    source, expected = FILES[name]
    assert said_of(source, tmp_path, "read_pdf", backend, suffix="pdf") in expected
