"""Surfaces, lines and characters over each other without end, each file in a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_samples import BACKENDS, pages, ruled, stream

from bounded import said_of

PICTURE = stream(
    b"\x80", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
)
HALF = b"/ExtGState<</Half<</ca 0.5>>>>"


def glyphs(count: int) -> bytes:
    places = b"".join(
        b"1 0 0 1 %d %d Tm<0031>Tj\n" % (2 + 3 * at % 390, 290 - at // 130 % 280) for at in range(count)
    )
    return b"BT /F 2 Tf\n" + places + b"ET\n"


def boxes(count: int) -> bytes:
    return b"".join(b"%d %d 4 4 re f\n" % (at % 390, at * 7 % 290) for at in range(count))


ONE_PLACE = b"BT /F 5 Tf " + b"1 0 0 1 10 10 Tm<0031>Tj\n" * 15_000 + b"ET "
ROUND = b"".join(b"%d %d l\n" % (at % 400, at * 7 % 300) for at in range(50_000))
SLANTING = b"".join(b"0 %d m 400 %d l S\n" % (at % 300, at * 7 % 300) for at in range(15_000))
FULL = b"BT /F 5 Tf " + b"".join(
    b"1 0 0 1 %d %.2f Tm<0031>Tj\n" % (10 + at % 180, 10 + at % 280) for at in range(15_000)
)

FILES = {
    "100,000 boxes under 100,000 characters": (
        pages(boxes(100_000) + glyphs(100_000)),
        {"LimitError elements"},
    ),
    "15,000 boxes under as many characters": (pages(boxes(15_000) + b"1 g " + glyphs(15_000)), {"read"}),
    "15,000 boxes over as many characters": (
        pages(glyphs(15_000) + b"1 g " + boxes(15_000)),
        {"ImageOnlyDocumentError"},  # nothing is left to be seen
    ),
    "15,000 boxes beside as many characters in one place": (
        pages(ONE_PLACE + b"1 g " + b"1 1 5 5 re f\n" * 15_000),
        {"LimitError elements"},
    ),
    "10,000 boxes that let shine through": (
        pages(
            b"/Half gs 0.9 g "
            + b"0 0 400 300 re f\n" * 10_000
            + b"BT /F 1 Tf 2 100 Td <%b> Tj ET" % (b"0031" * 20_000),
            resources=HALF,
        ),
        {"LimitError elements"},
    ),
    "a form with 50,000 corners over characters": (
        pages(glyphs(8_000) + b"1 g 0 0 m " + ROUND + b"f"),
        {"LimitError elements"},
    ),
    "15,000 slanting lines over characters": (pages(glyphs(8_000) + SLANTING), {"LimitError elements"}),
    "15,000 level lines through as many characters": (
        pages(ONE_PLACE + b"8 12 m 30 12 l S\n" * 15_000),
        {"LimitError elements"},
    ),
    "a cell with 15,000 characters": (pages(ruled([5, 200, 390], [295, 5]) + FULL + b"ET"), {"read"}),
    "3,000 pictures over a table with hidden text": (
        pages(
            ruled(range(5, 390, 3), range(5, 290, 3))
            + b"3 Tr "
            + glyphs(4_000)
            + b"q 400 0 0 300 0 0 cm "
            + b"/I Do " * 3_000
            + b"Q",
            resources=b"/XObject<</I 6 0 R>>",
            extra=[PICTURE],
        ),
        {"ImageOnlyDocumentError"},
    ),
}


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("name", FILES)
def test_what_lies_over_each_other_is_looked_at_in_bounded_time(
    name: str, backend: str, tmp_path: Path
) -> None:
    source, expected = FILES[name]
    assert said_of(source, tmp_path, "read_pdf", backend, suffix="pdf") in expected
