"""Fonts and pictures of PDF pages that cost more than they weigh."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pdf_samples import BACKENDS, CATALOG, ONE_PAGE, composite, pages, pdf, read, stream, text

from bounded import SECONDS, said_of
from govdisclose.errors import LimitError

ALL_CODES = b"1 beginbfrange <0000> <ffff> <0000> endbfrange "
FEW_CODES = b"begincmap 1 beginbfrange <0000> <00ff> <0000> endbfrange endcmap"
WORDS = text(50, 200, "规章")


def page(resources: bytes, content: bytes = b"4 0 R") -> bytes:
    head = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
    return head + b"/Contents %b/Resources<<%b>>>>" % (content, resources)


def one(content: bytes, resources: bytes, *more: bytes) -> bytes:
    return pdf([CATALOG, ONE_PAGE, page(resources), stream(content, packed=True), *more])


def fonts(count: int, codes: bytes, entries: bytes, *more: bytes, simple: bool = False) -> bytes:
    """A page with so many fonts that share a ToUnicode map, object 5; ``entries`` are those of each."""
    inner = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>%b>>"
    font = (
        b"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 0/ToUnicode 5 0 R%b>>" % entries
        if simple
        else b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 5 0 R/DescendantFonts[%b]>>"
        % (inner % entries)
    )
    names = b"".join(b"/F%d %d 0 R" % (at, 6 + at) for at in range(count))
    words = stream(b"BT /F0 9 Tf 50 50 Td <00310032> Tj ET")
    return pdf(
        [
            CATALOG,
            ONE_PAGE,
            page(b"/Font<<%b>>" % names),
            words,
            stream(codes, packed=True),
            *[font] * count,
            *more,
        ]
    )


LIST = b"[0 " + b"/a " * 100_000 + b"]"
FONTS: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "1,500 ranges of all codes": (
        lambda: pages(WORDS, font=composite(b"begincmap " + ALL_CODES * 1_500 + b"endcmap")),
        {"LimitError elements", "read"},
    ),
    "a map of all codes in each of 300 fonts": (
        lambda: fonts(300, b"begincmap " + ALL_CODES + b"endcmap", b""),
        {"read"},
    ),
    "a list of all codes in each of 60 fonts": (
        lambda: fonts(
            60, b"beginbfchar " + b"".join(b"<%04x><4e00>" % at for at in range(60_000)) + b" endbfchar", b""
        ),
        {"read"},
    ),
    "widths of all codes in each of 600 fonts": (
        lambda: fonts(600, FEW_CODES, b"/W[0 65535 500]"),
        {"LimitError elements", "read"},
    ),
    "one list of widths for 500 fonts": (
        lambda: fonts(500, FEW_CODES, b"/Widths 506 0 R", b"[" + b"500 " * 100_000 + b"]", simple=True),
        {"LimitError elements", "read"},
    ),
    "one list of differences for 500 fonts": (
        lambda: fonts(500, FEW_CODES, b"/Encoding<</Differences 506 0 R>>", LIST, simple=True),
        {"LimitError elements", "read"},
    ),
}


@pytest.mark.parametrize("name", FONTS)
@pytest.mark.parametrize("backend", BACKENDS)
def test_fonts_end_in_time(name: str, backend: str) -> None:
    make, expected = FONTS[name]
    source = make()
    begun = time.process_time()
    try:
        read(source, backend)
        said = "read"
    except LimitError as error:
        said = f"LimitError {error.limit}"
    assert said in expected
    assert time.process_time() - begun < SECONDS


def test_a_range_of_all_codes_reads_as_its_codes_one_by_one() -> None:
    whole = pages(WORDS, font=composite(b"begincmap 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap"))
    assert [item.text for item in read(whole, "pdfminer").paragraphs] == ["规章"]


def test_of_codes_that_are_named_twice_the_last_name_counts() -> None:
    several = (
        b"begincmap 1 beginbfchar <89c4> <4e01> endbfchar 1 beginbfrange <0000> <ffff> <0000> endbfrange"
        b" 1 beginbfchar <7ae0> <4e02> endbfchar endcmap"
    )
    source = pages(WORDS, font=composite(several))
    assert [item.text for item in read(source, "pdfminer").paragraphs] == ["规丂"]


GLYPH = b"9 0 0 0 9 9 d1 " + b"0 0 9 9 re f\n" * 8_700
TYPE3 = (
    b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 6 0 R>>/FirstChar 97"
    b"/LastChar 97/Widths[9]/Encoding<</Differences[97/a]>>>>"
)
TILE = stream(
    b"1 0 0 rg 0 0 .5 .5 re f",
    b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.01/YStep 0.01/Resources<<>>",
)
TILED = b"/Pattern cs /P scn 0 0 595 842 re f"
COLOUR = stream(
    b"{ " + b"dup mul sin cos 360 mul " * 2_000 + b" pop 0 0 0 }",
    b"/FunctionType 4/Domain[0 595 0 842]/Range[0 1 0 1 0 1]",
)
MESH = b"/ColorSpace/DeviceRGB/BitsPerCoordinate 8/BitsPerComponent 8/BitsPerFlag 8/Decode[0 595 0 842 0 1 0 1 0 1]"
LARGE = b"/Type/XObject/Subtype/Image/Width 6300/Height 6300/ColorSpace/DeviceRGB/BitsPerComponent 8"
GROUP = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency/I true>>/Resources<<%b>>"

DRAWN: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "a pattern with a step of a hundredth": (lambda: one(TILED, b"/Pattern<</P 5 0 R>>", TILE), {"cut"}),
    "a glyph of 8,700 fills drawn 3,000 times": (
        lambda: one(
            b"".join(b"BT /F 9.%04d Tf (a) Tj ET " % at for at in range(3_000)),
            b"/Font<</F 5 0 R>>",
            TYPE3,
            stream(GLYPH, packed=True),
        ),
        {"cut", "LimitError elements"},
    ),
    "a shading that computes its colours": (
        lambda: one(
            b"/S sh",
            b"/Shading<</S<</ShadingType 1/ColorSpace/DeviceRGB/Domain[0 595 0 842]/Function 5 0 R>>>>",
            COLOUR,
        ),
        {"cut"},
    ),
    "a mesh of 900,000 triangles": (
        lambda: one(
            b"/S sh",
            b"/Shading<</S 5 0 R>>",
            stream(
                b"".join(bytes([0, at * 37 % 256, at * 91 % 256, at % 256, 0, 0]) for at in range(900_000)),
                b"/ShadingType 4" + MESH,
                packed=True,
            ),
        ),
        {"cut"},
    ),
    "80,000 fills of the page": (lambda: one(b"0 0 595 842 re f\n" * 80_000, b""), {"cut"}),
    "a large picture 300 times": (
        lambda: one(
            b"q 595 0 0 842 0 0 cm /I Do Q\n" * 300,
            b"/XObject<</I 5 0 R>>",
            stream(b"\0" * 999, LARGE, packed=True),
        ),
        {"cut", "whole"},
    ),
    "a soft mask 3,000 times": (
        lambda: one(
            b"/G gs 0 0 595 842 re f " * 3_000,
            b"/ExtGState<</G<</SMask<</S/Luminosity/G 5 0 R>>>>>>",
            stream(b"0 0 595 842 re f", GROUP % b""),
        ),
        {"cut"},
    ),
    "40 pages that never end": (
        lambda: pdf(
            [
                CATALOG,
                b"<</Type/Pages/Kids[%b]/Count 40>>" % b" ".join(b"%d 0 R" % at for at in range(3, 43)),
                *[page(b"/Pattern<</P 44 0 R>>", b"43 0 R")] * 40,
                stream(TILED),
                TILE,
            ]
        ),
        {"LimitError pages"},
    ),
}


@pytest.mark.parametrize("name", DRAWN)
def test_a_page_is_drawn_in_time_and_memory(name: str, tmp_path: Path) -> None:
    make, expected = DRAWN[name]
    assert said_of(make(), tmp_path, "draw") in expected


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="the system has no list of processes")
def test_no_process_is_left_when_the_pages_are_not_all_asked_for() -> None:
    from govdisclose.document import Document
    from govdisclose.picture import draw_pages, drawing

    source = pages(WORDS, WORDS)
    before = _children()  # of other tests
    pictures = draw_pages(source, drawing(Document((), "pdf"), None))
    assert next(pictures).whole
    assert len(_children() - before) == 1
    pictures.close()  # type: ignore[attr-defined]
    assert _children() <= before


def _children() -> set[str]:
    """The processes that this one has started and that are not gone, as zombies or otherwise."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
                command = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if int(fields[1]) == os.getpid() and (fields[0] == "Z" or os.fsencode(sys.executable) in command):
                found.add(entry.name)
    return found
