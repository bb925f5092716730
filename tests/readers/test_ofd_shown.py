"""OFD: what lies over and beside the text of a cell. What PDF shares with it is tried with the same page as PDF."""

from __future__ import annotations

import pytest
from ofd_samples import (
    CELL,
    TABLE,
    cells,
    layer,
    ofd,
    on_page,
    path,
    read,
    rectangle,
    root,
    tag,
    text,
    told,
    tried,
)

from govdisclose.document import Document
from govdisclose.errors import ImageOnlyDocumentError

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08"
OPAQUE, SHINES = PNG + b"\2" + bytes(20), PNG + b"\6" + bytes(20)
NOT_READ = ("12\ufffc", [("cell-not-read", "annotation")])


def picture(box: str, **attributes: str) -> str:
    """A picture in a box."""
    _, _, wide, high = box.split()
    return tag("ImageObject", ID=40, ResourceID=41, Boundary=box, CTM=f"{wide} 0 0 {high} 0 0", **attributes)


def with_picture(content: str, data: bytes = OPAQUE, page: str = TABLE) -> Document:
    media = tag("MultiMedias", tag("MultiMedia", tag("MediaFile", "a.png"), ID=41, Type="Image"))
    return read(ofd(layer(page + content), resources=media, extra={"Doc_0/a.png": data}))


def test_a_picture_in_a_cell_is_not_read() -> None:
    assert tried(with_picture(picture("55 27 3 5"))) == ("\ufffc", [("cell-is-picture", "")])
    assert tried(with_picture(text("1") + picture("57 27 2 5"))) == (
        "1\ufffc",
        [("cell-not-read", "picture")],
    )


def test_a_picture_covers_unless_something_shines_through() -> None:
    over = picture("40 20 80 30")
    document = with_picture(text("12") + over)
    assert cells(document) == ["规章", "\ufffc", "\ufffc", "行政规范性文件", "\ufffc", "\ufffc"]
    assert told(document) == [
        ("text-covered", "12"),
        ("cell-is-picture", ""),
        ("text-covered", "26"),
        ("cell-is-picture", ""),
        ("text-covered", "3"),
        ("cell-is-picture", ""),
        ("cell-is-picture", ""),
    ]
    assert tried(with_picture(text("12") + over, SHINES)) == ("12", [])
    masked = picture("40 20 80 30", ImageMask="43")
    assert tried(with_picture(text("12") + masked)) == ("12", [])
    assert tried(with_picture(text("12") + picture("40 20 80 30", Alpha="120"))) == ("12", [])
    assert tried(with_picture(text("12") + picture("40 20 80 30", BlendMode="Darken"))) == ("12", [])


def test_a_page_that_is_one_picture_is_a_scan() -> None:
    whole = picture("0 0 140 100")
    with pytest.raises(ImageOnlyDocumentError, match="the OFD is a scan: 1 pages"):
        with_picture(whole, page="")
    with pytest.raises(ImageOnlyDocumentError, match="the OFD is a scan"):
        with_picture(whole, page=TABLE)  # the text lies below it
    unseen = TABLE.replace("<ofd:TextObject", '<ofd:TextObject Alpha="0"')
    with pytest.raises(ImageOnlyDocumentError, match="the OFD is a scan"):
        with_picture("", page=whole + unseen)


def test_text_drawn_as_paths_is_not_read() -> None:
    two = "M 55 28 B 55 26.5 57.5 26.5 57.5 28 L 55 31 L 57.5 31 L 57.5 31.4 L 55 31.4 C"
    assert tried(on_page(path(two, fill="0 0 0"))) == ("\ufffc", [("cell-not-read", "outline")])
    assert tried(on_page(text("4", 52.5) + path(two, fill="0 0 0"))) == (
        "4\ufffc",
        [("cell-not-read", "outline")],
    )
    circle = "M 55 29 A 1.2 1.8 0 1 1 57.4 29 A 1.2 1.8 0 1 1 55 29 C"
    assert tried(on_page(path(circle, LineWidth=0.3))) == ("\ufffc", [("cell-not-read", "outline")])
    quadratic = "M 55 28 Q 58 26 57 29 Q 56 31 55 31 L 58 31"
    assert tried(on_page(path(quadratic, LineWidth=0.3))) == ("\ufffc", [("cell-not-read", "outline")])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("M 54.7 29.8 L 58.8 29.8", ("\ufffc", [("cell-struck-out", "12")])),
        ("M 54.7 31.4 L 58.8 31.4", ("12", [])),
        (
            "M 54.7 31.2 L 58.8 28",
            ("12\ufffc\ufffc", [("cell-not-read", "drawing"), ("cell-not-read", "outline")]),
        ),
    ],
)
def test_lines_through_a_number(line: str, expected: tuple[str, list[tuple[str, str]]]) -> None:
    assert tried(on_page(text("12") + path(line, LineWidth=0.2))) == expected


def test_a_path_is_filled_only_where_a_colour_says_so() -> None:
    box = rectangle(50.5, 25.5, 24, 9)
    clear = tag(
        "PathObject",
        tag("AbbreviatedData", box),
        Boundary="0 0 140 100",
        Fill="true",
        Stroke="false",
    )
    assert tried(on_page(text("12") + clear)) == ("12", [])
    shaded = clear.replace("<ofd:Abb", f"{tag('FillColor', tag('AxialShd'))}<ofd:Abb", 1)
    assert tried(on_page(text("12") + shaded))[0] == "\ufffc"
    half = path(box, fill="255 0 0", Alpha="128")
    assert tried(on_page(text("12") + half)) == ("12", [])


# --- glyphs


def glyphs(
    words: str, numbers: str, *, codes: int | None = None, count: int | None = None, at: int = 0
) -> str:
    return tag(
        "CGTransform",
        tag("Glyphs", numbers),
        CodePosition=at,
        CodeCount=codes or len(words),
        GlyphCount=count or len(numbers.split()),
    )


def test_glyphs_that_agree_with_the_text() -> None:
    own = text("12", inner=glyphs("12", "18 19"))
    again = text("21", 20, 80, inner=glyphs("21", "19 18"))
    assert tried(on_page(own + again)) == ("12", [])


@pytest.mark.parametrize(
    "other",
    [
        text("3", 20, 80, inner=glyphs("3", "18")),  # the glyph of 1
        text("1", 20, 80, inner=glyphs("1", "20")),  # another glyph for 1
        text("年", 20, 80, inner=glyphs("年", "18")),
    ],
)
def test_a_glyph_that_stands_for_two_characters_leaves_open_which_digit_is_drawn(other: str) -> None:
    document = on_page(text("12", inner=glyphs("12", "18 19")) + other)
    own = [cell.text for cell in document.grids[0].cells][4]
    assert own == "\ufffd2"
    assert "characters-unmapped" in {item.kind for item in document.findings}


def test_the_same_glyph_of_another_font_says_nothing() -> None:
    other = text("3", 20, 80, inner=glyphs("3", "18")).replace('Font="1"', 'Font="2"')
    assert tried(on_page(text("12", inner=glyphs("12", "18 19")) + other)) == ("12", [])


def test_a_digit_that_is_drawn_by_no_glyph_is_not_read() -> None:
    own = [cell.text for cell in on_page(text("12", inner=glyphs("12", "18 0"))).grids[0].cells][4]
    assert own == "1\ufffd"


def test_digits_beside_glyphs_that_are_counted_otherwise_are_not_read() -> None:
    own, found = tried(on_page(text("ff12", inner=glyphs("ff", "99", codes=2, count=1))))
    assert (own, found) == ("ff12\ufffc", [("cell-not-read", "style")])


def test_a_font_of_symbols_draws_no_digits() -> None:
    fonts = tag("Fonts", tag("Font", ID=1, FontName="Wingdings"))
    own = [cell.text for cell in on_page(text("12"), resources=fonts).grids[0].cells][4]
    assert own == "\ufffd\ufffd"


# --- annotations and seals


def annotated(kind: str, objects: str, content: str = "", *, box: str = CELL, **attributes: str) -> Document:
    """A page with the table, 12 in the cell, and an annotation over it."""
    one = tag("Annot", tag("Appearance", objects, Boundary=box), ID=50, Type=kind, **attributes)
    return on_page(
        content or text("12"),
        document=tag("Annotations", "Annots/Annotations.xml"),
        extra={
            "Doc_0/Annots/Annotations.xml": root(
                "Annotations", tag("Page", tag("FileLoc", "Page_1/Annotation.xml"), PageID=1)
            ),
            "Doc_0/Annots/Page_1/Annotation.xml": root("PageAnnot", one),
        },
    )


def small(words: str) -> str:
    return text(words, 12, 6, box="0 0 25 10")


def test_annotations_that_say_nothing() -> None:
    line = path("M 1 7 L 12 7", LineWidth=0.2, box="0 0 25 10")
    yellow = path(rectangle(4, 2, 6, 5), fill="255 255 0", box="0 0 25 10", Alpha="100")
    assert tried(annotated("Link", line)) == ("12", [])
    assert tried(annotated("Highlight", yellow)) == ("12", [])
    assert tried(annotated("Stamp", small("99"), Visible="false")) == ("12", [])
    assert tried(annotated("Stamp", "")) == ("12", [])


def test_a_note_and_a_stamp_within_a_cell_are_not_read() -> None:
    assert tried(annotated("Path", small("99"))) == NOT_READ
    assert tried(annotated("Stamp", small("99"))) == NOT_READ
    assert tried(annotated("Highlight", small("99"))) == NOT_READ


def test_a_line_of_an_annotation_through_a_number_is_told() -> None:
    strikes = path("M 3 4.8 L 12 4.8", LineWidth=0.2, box="0 0 25 10")
    assert tried(annotated("Highlight", strikes)) == NOT_READ
    below = path("M 3 6.9 L 12 6.9", LineWidth=0.2, box="0 0 25 10")
    assert tried(annotated("Highlight", below)) == ("12", [])


def test_a_white_note_covers_the_number() -> None:
    own, found = tried(
        annotated("Path", path(rectangle(0.5, 0.5, 24, 9), fill="255 255 255", box="0 0 25 10"))
    )
    assert (own, ("text-covered", "12") in found) == ("\ufffc", True)


def test_a_watermark_across_the_page_is_no_text_of_a_cell() -> None:
    slanting = "".join(
        text("内部资料2024", 0, 0, size=8, CTM=f"0.7071 -0.7071 0.7071 0.7071 {x} {y}", Alpha="60")
        for x, y in ((20, 60), (60, 60), (60, 90))
    )
    assert tried(annotated("Watermark", slanting, box="0 0 140 100")) == ("12", [])


def sealed(box: str, data: bytes, **attributes: str) -> Document:
    signature = root(
        "Signature",
        tag("SignedInfo", tag("StampAnnot", ID=1, PageRef=1, Boundary=box, **attributes))
        + tag("SignedValue", "/Doc_0/Signs/Sign_0/SignedValue.dat"),
    )
    return on_page(
        text("12"),
        body=tag("Signatures", "/Doc_0/Signs/Signatures.xml"),
        extra={
            "Doc_0/Signs/Signatures.xml": root(
                "Signatures", tag("Signature", ID=1, Type="Seal", BaseLoc="Sign_0/Signature.xml")
            ),
            "Doc_0/Signs/Sign_0/Signature.xml": signature,
            "Doc_0/Signs/Sign_0/SignedValue.dat": data,
        },
    )


def test_a_seal_over_several_cells_is_none_of_their_text() -> None:
    assert tried(sealed("40 20 40 40", b"")) == ("12", [])
    assert tried(sealed("40 20 40 40", b"0\x82" + SHINES)) == ("12", [])
    assert tried(sealed("60 26 10 8", b"")) == NOT_READ


def test_a_seal_that_hides_what_lies_below_it() -> None:
    for data in (b"0\x82\xff\xd8\xff\xe0", b"0\x82" + OPAQUE):
        own, found = tried(sealed("52 26 15 8", data))
        assert (own, ("text-covered", "12") in found) == ("\ufffc", True)


def test_a_part_of_a_seal_on_the_edge_of_a_page() -> None:
    assert tried(sealed("52 26 80 60", b"", Clip="70 0 10 60")) == ("12", [])
