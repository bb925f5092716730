"""PDF files that cost more than they weigh, each in a process of its own whose time and memory are measured."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from pdf_samples import BACKENDS, CATALOG, MAP, ONE_PAGE, composite, pages, pdf, read, stream, text

from bounded import said_of
from govdisclose.errors import LimitError
from govdisclose.limits import Limits


def page(resources: bytes = b"") -> bytes:
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<<%b>>>>" % resources


def content(
    data: bytes, *more: bytes, resources: bytes = b"", entries: bytes = b"", packed: bool = False
) -> bytes:
    return pdf([CATALOG, ONE_PAGE, page(resources), stream(data, entries, packed=packed), *more])


def form(data: bytes, inner: bytes = b"") -> bytes:
    return stream(data, b"/Type/XObject/Subtype/Form/BBox[0 0 300 300]/Resources<<%b>>" % inner)


def nested_forms(depth: int) -> bytes:
    forms = [form(b"/X Do /X Do", b"/XObject<</X %d 0 R>>" % (6 + at)) for at in range(depth)]
    return content(b"/X Do", *forms, form(b"0 0 m 9 9 l S"), resources=b"/XObject<</X 5 0 R>>")


def disguised_forms(
    draw: bytes,
    entries: bytes = b"",
    *,
    begin: bytes = b">>stream\n",
    window: int = 15,
    depth: int = 24,
) -> bytes:
    """Forms in forms by ``draw``. Each stream has the entries; what is in it is packed."""

    def disguised(data: bytes, own: bytes = b"") -> bytes:
        engine = zlib.compressobj(9, zlib.DEFLATED, window)
        whole = stream(engine.compress(data) + engine.flush(), entries + own + b"/Filter/FlateDecode")
        return whole.replace(b">>stream\n", begin, 1)

    kind = b"/Subtype/Form/BBox[0 0 300 300]/Resources<</XObject<</X %d 0 R>>>>"
    forms = [disguised(draw * 2, kind % (6 + at)) for at in range(depth)]
    leaf = form(b"0 0 m 9 9 l S")
    return pdf([CATALOG, ONE_PAGE, page(b"/XObject<</X 5 0 R>>"), disguised(draw), *forms, leaf])


def glyph_forms(depth: int = 24) -> bytes:
    """A glyph that is drawn by forms in forms."""
    kind = b"/Subtype/Form/BBox[0 0 300 300]/Resources<</XObject<</X %d 0 R>>>>"
    forms = [stream(b"/X Do /X Do", kind % (8 + at)) for at in range(depth)]
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 6 0 R>>/FirstChar 97"
        b"/LastChar 97/Widths[9]/Encoding<</Differences[97/a]>>/Resources<</XObject<</X 7 0 R>>>>>>"
    )
    words = stream(b"BT /F 9 Tf (aaaa) Tj ET")
    glyph = stream(b"9 0 0 0 9 9 d1 /X Do")
    return pdf(
        [CATALOG, ONE_PAGE, page(b"/Font<</F 5 0 R>>"), words, font, glyph, *forms, form(b"0 0 m 9 9 l S")]
    )


def named_again(contents: bytes, *more: bytes, kids: bytes = b"3 0 R", count: int = 1) -> bytes:
    """A content of a megabyte of operators that pages name in some way; it is object 4."""
    tree = b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count)
    one = page().replace(b"/Contents 4 0 R", b"/Contents" + contents)
    return pdf([CATALOG, tree, one, stream(b"q 1 0 0 1 0 0 cm Q\n" * 50_000, packed=True), *more])


def broken_flate() -> bytes:
    noise = b"".join(zlib.crc32(b"%d" % at).to_bytes(4, "big") for at in range(220_000))
    return zlib.compress(noise, 1)[:800_000]


WORDS = text(50, 200, "规章")
RANGE = b"begincmap 1 beginbfrange <00000000> <ffffffff> <0030> endbfrange endcmap"
MANY = b"".join(
    b"BT /F 2 Tf %d %d Td <%b> Tj ET\n" % (2 + 4 * x, 300 - y, b"7532" if y < 30 else b"0031")
    for y in range(0, 290, 3)
    for x in range(51)
)
WIDE = b"".join(
    b"BT /F 1 Tf 2 %d Td <%b> Tj ET\n" % (300 - y, (b"7532" if y < 30 else b"0031") + b"00200031" * 250)
    for y in range(290)
)

FILES = {
    "5,000 numbers without rules": (pages(MANY), {"read"}),
    "70,000 numbers without rules": (pages(WIDE), {"read"}),
    "numbers between 4,000 rules": (
        pages(MANY + b"".join(b"0 %g m 300 %g l S\n" % (at / 15, at / 15) for at in range(4_000))),
        {"read"},
    ),
    "a map of four thousand million codes": (
        pages(WORDS, font=composite(RANGE)),
        {"LimitError elements", "read"},
    ),
    "widths of two thousand million codes": (
        pages(WORDS, font=composite(MAP, widths=b"/W[0 2000000000 500]")),
        {"LimitError elements", "read"},
    ),
    "400 MB packed twice": (
        content(
            zlib.compress(zlib.compress(b"BT ET " * 66_000_000, 9), 9),
            entries=b"/Filter[/FlateDecode/FlateDecode]",
        ),
        {"LimitError inflated"},
    ),
    "60 MB of operators packed once": (
        content(b"q 1 0 0 1 0 0 cm Q\n" * 3_000_000, packed=True),
        {"LimitError elements", "LimitError inflated"},
    ),
    "forms in forms, four million leaves": (nested_forms(22), {"LimitError elements"}),
    "forms that say that they are fonts": (
        disguised_forms(b"/X Do ", b"/Length1 9"),
        {"LimitError elements"},
    ),
    "forms that say that they are also images": (
        disguised_forms(b"/X Do ", b"/Alt/Image"),
        {"LimitError elements"},
    ),
    "forms drawn after a byte of nought": (
        disguised_forms(b"/X\0Do "),
        {"LimitError elements", "EmptyDocumentError"},
    ),
    "forms drawn by a name in another writing": (
        disguised_forms(b"/#58 Do "),
        {"LimitError elements"},
    ),
    "forms drawn by a string": (
        disguised_forms(b"(X) Do "),
        {"LimitError elements", "EmptyDocumentError"},
    ),
    "forms in streams that begin in another way": (
        disguised_forms(b"/X Do ", begin=b">>stream\r"),
        {"LimitError elements"},
    ),
    "forms in Flate with a small window": (
        disguised_forms(b"/X Do ", window=9),
        {"LimitError elements"},
    ),
    "forms drawn after what looks like the end": (
        content(
            b"%endstream\n/X Do /X Do",
            *(form(b"%endstream\n/X Do /X Do", b"/XObject<</X %d 0 R>>" % (6 + at)) for at in range(24)),
            form(b"0 0 m 9 9 l S"),
            resources=b"/XObject<</X 5 0 R>>",
        ),
        {"LimitError elements"},
    ),
    "a glyph that is drawn by forms in forms": (glyph_forms(), {"LimitError elements", "read"}),
    "a stream that is the content 3,000 times": (
        pdf(
            [
                CATALOG,
                ONE_PAGE,
                page().replace(b"4 0 R", b"[%b]" % (b"4 0 R " * 3_000)),
                stream(b"q Q " * 200_000 + b"/X Do", packed=True),
            ]
        ),
        {"LimitError elements"},
    ),
    "a form within itself": (
        content(
            b"/X Do",
            form(b"/X Do /X Do", b"/XObject<</X 5 0 R>>"),
            resources=b"/XObject<</X 5 0 R>>",
        ),
        {"LimitError depth", "EmptyDocumentError"},
    ),
    "one form drawn 20,000 times": (
        content(
            b"/X Do\n" * 20_000,
            form(b"0 0 1 9 re f\n" * 2_000),
            resources=b"/XObject<</X 5 0 R>>",
            packed=True,
        ),
        {"LimitError elements"},
    ),
    "a Flate stream that breaks off": (
        content(broken_flate(), entries=b"/Filter/FlateDecode"),
        {"LimitError elements", "DamagedDocumentError", "EmptyDocumentError"},
    ),
    "18 million characters in one string": (
        pages(b"BT /F 9 Tf <" + b"0031" * 4_500_000 + b"> Tj ET"),
        {"LimitError elements"},
    ),
    "runs of one byte": (
        content(b"\x81 " * 4_000_000, entries=b"/Filter/RunLengthDecode"),
        {"LimitError inflated"},
    ),
    "rows of one byte": (
        content(b"\2" * 30_000_000, entries=b"/DecodeParms<</Predictor 15/Columns 1>>", packed=True),
        {"LimitError inflated", "LimitError elements"},
    ),
    "one content 600 times on a page": (
        named_again(b"[" + b"4 0 R " * 600 + b"]"),
        {"LimitError elements", "LimitError inflated"},
    ),
    "one content 600 times on a page, in an array of its own": (
        named_again(b" 5 0 R", b"[" + b"4 0 R " * 600 + b"]"),
        {"LimitError elements", "LimitError inflated"},
    ),
    "one content 600 times on a page, in an array behind a comment": (
        named_again(b" 5 0 R", b"%\n[" + b"4 0 R " * 600 + b"]"),
        {"LimitError elements", "LimitError inflated"},
    ),
    "one content on 500 pages": (
        named_again(
            b" 4 0 R",
            *[page()] * 500,
            kids=b" ".join(b"%d 0 R" % number for number in range(5, 505)),
            count=500,
        ),
        {"LimitError elements", "LimitError inflated"},
    ),
    "one page 500 times": (
        named_again(b" 4 0 R", kids=b"3 0 R " * 500, count=500),
        {"LimitError elements", "LimitError inflated", "EmptyDocumentError"},
    ),
    "a page tree within itself": (
        pdf([CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"]),
        {"DamagedDocumentError"},
    ),
    "100,000 pages": (
        pdf([CATALOG, b"<</Type/Pages/Kids[%b]/Count 100000>>" % (b"3 0 R " * 100_000), page(), stream(b"")]),
        {"LimitError pages", "LimitError elements"},
    ),
    "a table of objects that begins with itself": (
        pdf([CATALOG, ONE_PAGE, page(), stream(b"")], b"/Prev 9"),
        {"EmptyDocumentError", "DamagedDocumentError"},
    ),
    "19 MB in one line": (b"%PDF-1.7\n" + b"a" * 19_000_000, {"DamagedDocumentError"}),
    "two million objects that never end": (
        b"%PDF-1.7\n" + b"1 0 obj\n" * 2_000_000,
        {"LimitError elements", "DamagedDocumentError"},
    ),
    "five million brackets": (
        b"%PDF-1.7\n1 0 obj\n" + b"[" * 5_000_000,
        {"LimitError elements", "DamagedDocumentError"},
    ),
}


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_ends_in_time_and_memory(name: str, backend: str, tmp_path: Path) -> None:
    source, expected = FILES[name]
    assert said_of(source, tmp_path, "read_pdf", backend, suffix="pdf") in expected


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_caller_can_raise_a_limit(backend: str) -> None:
    source = pages(*[WORDS] * 3)
    with pytest.raises(LimitError, match="limit pages is 2, found 3"):
        read(source, backend, Limits(pages=2))
    assert len(read(source, backend, Limits(pages=3)).paragraphs) == 3


@pytest.mark.parametrize("backend", BACKENDS)
def test_many_fonts_whose_glyphs_are_drawn_with_what_the_page_has_are_not_nested(backend: str) -> None:
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 5 0 R>>/FirstChar 97"
        b"/LastChar 97/Widths[1]/Encoding<</Differences[97/a]>>>>"
    )
    fonts = b"".join(b"/F%d %d 0 R" % (at, 6 + at) for at in range(40))
    words = stream(b"BT /F39 9 Tf 50 50 Td (a) Tj ET")
    glyph = stream(b"9 0 0 0 9 9 d1 0 0 9 9 re f")
    source = pdf([CATALOG, ONE_PAGE, page(b"/Font<<%b>>" % fonts), words, glyph, *[font] * 40])
    assert [paragraph.text for paragraph in read(source, backend).paragraphs] == ["\ufffd"]


@pytest.mark.parametrize("backend", BACKENDS)
def test_forms_too_deep_are_refused_without_advice_to_raise_the_limit(backend: str) -> None:
    forms = [form(b"/X Do", b"/XObject<</X %d 0 R>>" % (6 + at)) for at in range(31)]
    source = content(b"/X Do", *forms, form(b""), resources=b"/XObject<</X 5 0 R>>")
    with pytest.raises(LimitError, match=r"forms within forms; no larger value can be passed$") as caught:
        read(source, backend, Limits(depth=1_000))
    assert (caught.value.limit, caught.value.allowed, caught.value.fixed) == ("depth", 30, True)


def test_an_expression_of_layers_that_doubles_at_each_step_ends() -> None:
    steps = [b"[/And %d 0 R %d 0 R]" % (at + 1, at + 1) for at in range(7, 47)]
    catalog = b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[47 0 R]/D<</OFF[47 0 R]>>>>>>"
    source = pages(
        b"/OC /A BDC " + WORDS + b"EMC",
        resources=b"/Properties<</A 6 0 R>>",
        extra=[b"<</Type/OCMD/VE 7 0 R>>", *steps, b"<</Type/OCG/Name(A)>>"],
        catalog=catalog,
    )
    assert [paragraph.text for paragraph in read(source, "pdfminer").paragraphs] == ["规章"]


def origin(source: bytes, backend: str) -> str:
    """The module of the error that reading ends in; "read" where it ends well."""
    try:
        read(source, backend)
    except Exception as error:
        return type(error).__module__
    return "read"


@pytest.mark.parametrize("backend", BACKENDS)
def test_nothing_but_typed_errors_comes_out_of_bytes_that_were_changed(backend: str) -> None:
    whole = pages(WORDS)
    found = {origin(whole[:at] + b"<9" + whole[at + 2 :], backend) for at in range(0, len(whole), 67)}
    assert found == {"read", "govdisclose.errors"}


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("wrong", [b"null", b"[]", b"(text)", b"7", b"/Name", b"9 0 R"])
def test_an_object_that_is_not_what_its_place_asks_is_a_typed_error(wrong: bytes, backend: str) -> None:
    assert origin(pdf([CATALOG, ONE_PAGE, page(), wrong]), backend) == "govdisclose.errors"
    assert origin(pdf([CATALOG, wrong]), backend) == "govdisclose.errors"
    assert origin(pdf([wrong]), backend) == "govdisclose.errors"
