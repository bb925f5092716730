"""What a page shows and what is no text of its content: fields, annotations, drawn characters, pictures."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pdf_ink import alarms
from pdf_samples import BACKENDS, CATALOG, filled, found, pages, read, ruled, stream, text

from govdisclose.document import DEFAULT_LIMITS, Document
from govdisclose.errors import UnreadableDocumentError
from govdisclose.grid import UNREAD
from govdisclose.readers.pdf.raster import raster

XS, YS = [50, 150, 220, 290], [250, 230, 210, 190]
HEAD = ["信息内容", "制发件数", "废止件数"]
CELL = (150, 210, 220, 230)  # the first cell of numbers, in points of the file
PICTURE = stream(
    bytes(64), b"/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8"
)
IMAGES = b"/XObject<</I 6 0 R>>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 70 20]/Resources<</Font<</F 3 0 R>>>>"

pytestmark = pytest.mark.parametrize("backend", BACKENDS)


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


def test_the_text_of_a_field_is_that_of_its_cell(backend: str) -> None:
    shown = form(b"/Tx BMC q 1 1 68 18 re W n " + words("12") + b" Q EMC")
    assert plain(read(page("", b"", [note(b"Widget", FIELD)], extra=[shown]), backend), "12")


def test_a_field_that_takes_its_value_and_font_from_the_form_is_read(backend: str) -> None:
    shown = form(words("12"), b"/Subtype/Form/BBox[0 0 70 20]")
    field = note(b"Widget", b"/Parent 8 0 R/AP<</N 7 0 R>>")
    file = page(
        "",
        b"",
        [field],
        extra=[shown, b"<</FT/Tx/T(a)/V(12)/Kids[6 0 R]>>"],
        catalog=b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[8 0 R]/DR<</Font<</F 3 0 R>>>>>>>>",
    )
    assert plain(read(file, backend), "12")


@pytest.mark.parametrize(
    "entries",
    [
        b"/FT/Tx/V(13)/AP<</N 7 0 R>>",
        b"/FT/Tx/AP<</N 7 0 R>>",
        b"/FT/Tx/Ff 8192/V(12)/AP<</N 7 0 R>>",
        b"/FT/Ch/V(12)/Opt[(12)(13)]/AP<</N 7 0 R>>",
        b"/FT/Btn/Ff 65536/MK<</CA(12)>>/AP<</N 7 0 R>>",
        b"/FT/Sig/AP<</N 7 0 R>>",
        b"/AP<</N<</On 7 0 R>>>>/AS/On/FT/Btn",
    ],
    ids=["other value", "no value", "password", "list", "button", "signature", "check box"],
)
def test_a_field_that_does_not_show_the_value_it_holds_is_not_read(entries: bytes, backend: str) -> None:
    document = read(page("", b"", [note(b"Widget", entries)], extra=[form(words("12"))]), backend)
    what = "annotation" if b"Sig" in entries else "control"
    assert unread(document, what=what)


def test_a_chosen_option_is_read_by_what_is_shown_for_it(backend: str) -> None:
    field = b"/FT/Ch/Ff 131072/V(b)/Opt[[(a)(9)][(b)(12)]]/AP<</N 7 0 R>>"
    assert plain(read(page("", b"", [note(b"Widget", field)], extra=[form(words("12"))]), backend), "12")


def test_a_field_beside_or_over_digits_is_no_part_of_the_number_by_itself(backend: str) -> None:
    beside = read(
        page("1", b"", [note(b"Widget", FIELD.replace(b"12", b"2"))], extra=[form(words("2", 9.2))]), backend
    )
    assert plain(beside, "12")
    over = read(page("1", b"", [note(b"Widget", FIELD)], extra=[form(words("12", 5))]), backend)
    assert unread(over, own="1", what="control")


@pytest.mark.parametrize("value", [b"(12)", b"<feff00310032>", b"7 0 R"])
def test_a_field_without_an_appearance_shows_its_value(value: bytes, backend: str) -> None:
    field = note(b"Widget", b"/FT/Tx/V %b" % value)
    assert unread(read(page("", b"", [field], extra=[b"(12)"]), backend), what="control")


@pytest.mark.parametrize(
    "entries",
    [
        b"/FT/Tx/V()/AP<</N 7 0 R>>",
        b"/FT/Tx/MK<</BC[0 0 0]>>",
        b"/FT/Tx/F 2/V(34)/AP<</N 8 0 R>>",
        b"/FT/Tx/F 32/V(34)/AP<</N 8 0 R>>",
        b"/FT/Btn/AS/Off/AP<</N<</On 8 0 R>>>>",
        b"/FT/Sig",
    ],
    ids=["framed", "no value", "hidden", "not on a screen", "not checked", "not signed"],
)
@pytest.mark.parametrize("own", ["", "12"])
def test_an_empty_or_hidden_field_changes_nothing(own: str, entries: bytes, backend: str) -> None:
    frame = form(b"0.5 0.5 69 19 re S /Tx BMC EMC")
    assert plain(
        read(page(own, b"", [note(b"Widget", entries)], extra=[frame, form(words("34"))]), backend), own
    )


def test_a_field_with_a_ground_covers_the_digits_below(backend: str) -> None:
    ground = form(b"1 g 0 0 70 20 re f")
    document = read(page("12", b"", [note(b"Widget", b"/FT/Tx/V()/AP<</N 7 0 R>>")], extra=[ground]), backend)
    assert body(document)[1:3] == [UNREAD, "26"]
    assert ("cell-not-read", "control", (2, 2)) in told(document)


def test_a_field_in_a_layer_that_is_hidden_changes_nothing(backend: str) -> None:
    layers = b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[8 0 R]/D<</OFF[8 0 R]>>>>>>"
    field = note(b"Widget", FIELD + b"/OC 8 0 R")
    file = page("", b"", [field], extra=[form(words("12")), b"<</Type/OCG/Name(a)>>"], catalog=layers)
    assert plain(read(file, backend), "")


# --- annotations


@pytest.mark.parametrize("contents", [b"/Contents(12)", b""])
def test_a_typed_note_is_read_where_it_stands(contents: bytes, backend: str) -> None:
    typed = note(b"FreeText", contents + b"/DA(/F 10 Tf)/AP<</N 7 0 R>>")
    assert plain(read(page("", b"", [typed], extra=[form(words("12"))]), backend), "12")


def test_a_typed_note_that_says_something_else_or_has_no_appearance_is_not_read(backend: str) -> None:
    other = note(b"FreeText", b"/Contents(13)/AP<</N 7 0 R>>")
    assert unread(read(page("", b"", [other], extra=[form(words("12"))]), backend), what="annotation")
    none = note(b"FreeText", b"/Contents(12)/DA(/F 10 Tf)")
    assert unread(read(page("", b"", [none]), backend), what="annotation")


def test_a_white_note_over_a_number_hides_it(backend: str) -> None:
    white = form(b"1 g 0 0 70 20 re f 0 g " + words("15"))
    for entries in (b"FreeText", b"Square", b"Stamp"):
        typed = note(entries, b"/AP<</N 7 0 R>>")
        document = read(page("12", b"", [typed], extra=[white]), backend)
        assert body(document)[1:3] == [("15" if entries == b"FreeText" else "") + UNREAD, "26"]
        assert ("cell-not-read", "annotation", (2, 2)) in told(document)


@pytest.mark.parametrize(
    ("kind", "entries", "drawn"),
    [
        (b"Ink", b"/InkList[[160 214 166 226]]", b"2 w 10 4 m 16 16 l 20 4 l S"),
        (b"Line", b"/L[155 215 180 225]", b"5 5 m 30 15 l S"),
        (b"Circle", b"", b"10 2 m 10 14 26 14 26 2 c S"),
        (b"Polygon", b"/Vertices[160 214 170 214 165 224]", b"10 4 m 20 4 l 15 14 l s"),
        (b"PolyLine", b"/Vertices[160 214 170 214 165 224]", b"10 4 m 20 4 l 15 14 l S"),
        (b"Stamp", b"/Name/Approved", b"10 4 m 20 4 l 15 14 l s"),
        (b"Caret", b"", b"10 4 m 20 4 l 15 14 l f"),
        (b"Unheard", b"", words("12")),
    ],
)
@pytest.mark.parametrize("own", ["", "1"])
def test_what_is_drawn_over_a_cell_makes_it_unreadable(
    own: str, kind: bytes, entries: bytes, drawn: bytes, backend: str
) -> None:
    with_form = note(kind, entries + b"/AP<</N 7 0 R>>")
    document = read(page(own, b"", [with_form], extra=[form(drawn)]), backend)
    assert unread(document, own=own, what="annotation")
    if kind != b"Unheard":
        assert unread(read(page(own, b"", [note(kind, entries)]), backend), own=own, what="annotation")


def test_a_number_struck_by_an_annotation_is_not_read(backend: str) -> None:
    quads = b"/QuadPoints[153 226 166 226 153 213 166 213]"
    struck = note(b"StrikeOut", quads)
    assert unread(read(page("12", b"", [struck]), backend), own="12", what="annotation")
    beside = note(b"StrikeOut", b"/QuadPoints[180 226 196 226 180 213 196 213]")
    assert plain(read(page("12", b"", [beside]), backend), "12")


@pytest.mark.parametrize(
    ("kind", "entries", "rect", "drawn"),
    [
        (
            b"Highlight",
            b"/QuadPoints[153 226 166 226 153 213 166 213]",
            CELL,
            b"/G gs 1 1 0 rg 3 3 14 14 re f",
        ),
        (b"Highlight", b"/QuadPoints[153 226 166 226 153 213 166 213]", CELL, None),
        (b"Underline", b"/QuadPoints[153 226 166 226 153 213 166 213]", CELL, b"3 4 m 17 4 l S"),
        (
            b"Squiggly",
            b"/QuadPoints[153 226 166 226 153 213 166 213]",
            CELL,
            b"3 4 m 5 3 l 7 4 l 9 3 l 11 4 l S",
        ),
        (b"Link", b"/Border[0 0 1]", CELL, None),
        (b"Link", b"", CELL, b"0.5 0.5 69 19 re S"),
        (b"Popup", b"", CELL, words("34")),
        (b"Text", b"/Contents(34)", (300, 210, 320, 230), None),
        (b"Text", b"/Contents(34)", (190, 212, 206, 228), b"1 1 0 rg 0 0 70 20 re f"),
        (b"Square", b"", CELL, b"1 0 0 RG 0.5 0.5 69 19 re S"),
        (b"Square", b"", CELL, None),
        (b"Line", b"", CELL, b"3 4 m 17 4 l S"),
        (b"Stamp", b"", (90, 150, 280, 280), b"/G gs 1 0 0 rg 0 0 70 20 re f"),
        (b"FreeText", b"/Contents(34)/F 2", CELL, words("34")),
    ],
)
def test_marks_on_a_number_change_nothing(
    kind: bytes, entries: bytes, rect: Sequence[float], drawn: bytes | None, backend: str
) -> None:
    clear = FORM.replace(b"/Font", b"/ExtGState<</G<</BM/Multiply/ca 0.5>>>>/Font")
    shown = b"" if drawn is None else b"/AP<</N 7 0 R>>"
    mark = note(kind, entries + shown, rect)
    assert plain(read(page("12", b"", [mark], extra=[form(drawn or b"", clear)]), backend), "12")


def test_a_stamp_with_a_picture_over_many_cells_is_no_text_of_theirs(backend: str) -> None:
    seal = stream(b"/I Do", b"/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</I 8 0 R>>>>")
    mask = PICTURE.replace(b"/Subtype/Image", b"/Subtype/Image/SMask 9 0 R")
    rect = (120, 150, 250, 280)
    file = page("12", b"", [note(b"Stamp", b"/AP<</N 7 0 R>>", rect)], extra=[seal, mask, PICTURE])
    assert plain(read(file, backend), "12")


def test_a_stamp_of_paper_covers_what_is_below(backend: str) -> None:
    seal = stream(b"/I Do", b"/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</I 8 0 R>>>>")
    file = page("12", b"", [note(b"Stamp", b"/AP<</N 7 0 R>>", (152, 150, 215, 228))], extra=[seal, PICTURE])
    document = read(file, backend)
    assert UNREAD in body(document)[1]
    assert "12" not in body(document)[1]
    assert ("cell-not-read", "annotation", (2, 2)) in told(document)


def test_annotations_of_a_turned_page_are_placed_as_its_text_is(backend: str) -> None:
    file = page("", b"", [note(b"Widget", FIELD)], extra=[form(words("12"))])
    assert plain(read(file.replace(b"/MediaBox", b"/Rotate 90/MediaBox"), backend), "12")
    stroke = page("1", b"", [note(b"Ink", b"/AP<</N 7 0 R>>")], extra=[form(b"10 4 m 16 16 l 20 4 l S")])
    assert unread(
        read(stroke.replace(b"/MediaBox", b"/Rotate 90/MediaBox"), backend), own="1", what="annotation"
    )


def test_a_broken_appearance_is_something_that_is_not_read(backend: str) -> None:
    for broken in (
        b"/Subtype/Form",
        b"/Subtype/Form/BBox[0 0 (a) 9]",
        b"/Subtype/Form/BBox[0 0 70 20]/Matrix[1]",
    ):
        document = read(page("", b"", [note(b"Widget", FIELD)], extra=[form(words("12"), broken)]), backend)
        assert body(document)[1] in (UNREAD, "12")


# --- characters that are drawn


def curve(x: float, y: float) -> bytes:
    """A 2 as an office program draws it."""
    return b"%g %g m %g %g %g %g %g %g c %g %g l %g %g l %g %g l %g %g l %g %g %g %g %g %g c f " % (
        *(x, y + 8, x + 2, y + 10, x + 6, y + 8, x + 4, y + 4),
        *(x + 1, y, x + 6, y, x + 6, y + 1, x + 2, y + 1, x + 7, y + 8, x + 4, y + 11, x, y + 8),
    )


SEVEN = b"160 222 m 165 222 l 165 221 l 162 214 l 161 214 l 164 221 l 160 221 l h f "
ZERO = b"160 218 m 160 224 165 224 165 218 c 165 212 160 212 160 218 c S "


@pytest.mark.parametrize(
    "drawn",
    [
        curve(160, 214),
        curve(160, 214) + curve(168, 214),
        SEVEN,
        ZERO,
        b"160 222 m 165 222 l 162 214 l S ",
        b"162 214 m 162 222 l S ",
        b"161.6 214 0.9 8 re f ",
        b"q " + curve(160, 214).replace(b" f ", b" W n ") + b"155 210 20 20 re f Q ",
        b"q " + curve(160, 214).replace(b" f ", b" W n ") + b"/S sh Q ",
        b"q 1 0 0 1 160 214 cm " + curve(0, 0) + b"Q ",
    ],
    ids=["2", "22", "7", "0", "stroked 7", "stroked 1", "filled 1", "clipped", "shaded", "moved"],
)
@pytest.mark.parametrize("own", ["", "4"])
def test_digits_drawn_as_outlines_are_never_blank(own: str, drawn: bytes, backend: str) -> None:
    shading = (
        b"/Shading<</S<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 9 9]"
        b"/Function<</FunctionType 2/N 1/Domain[0 1]>>>>>>"
    )
    assert unread(read(page(own, drawn, resources=shading), backend), own=own, what="outline")


@pytest.mark.parametrize(
    "drawn",
    [
        b"154 213 m 166 213 l S ",
        b"150 210 m 220 230 l S ",
        b"150 230 m 290 190 l S ",
        b"150 210 m 160 213 170 207 180 210 c 190 213 200 207 220 210 c S ",
        b"190 219 m 190 220.5 192 220.5 192 219 c 192 217.5 190 217.5 190 219 c f ",
        b"153 213 m 156 212 159 214 162 213 c 165 212 166 213 167 213 c S ",
        b"152 220 m 152 230 168 230 168 220 c 168 211 152 211 152 220 c S ",
        b"217 230 m 220 230 l 220 227 l f ",
        b"320 220 m 320 228 326 228 326 220 c f ",
        b"[1 2] 0 d 150 222 m 150 214 l S [] 0 d ",
    ],
    ids=[
        "underline",
        "slanting",
        "slanting over cells",
        "wavy border",
        "bullet",
        "wavy underline",
        "ring",
        "corner",
        "beside",
        "dotted",
    ],
)
def test_what_adorns_a_cell_changes_nothing(drawn: bytes, backend: str) -> None:
    assert plain(read(page("12", drawn), backend), "12")


@pytest.mark.parametrize(
    "drawn",
    [
        b"1 1 0 rg 153 213 14 12 re f 0 g ",
        b"0.9 g 150 212 m 150 228 l 152 230 l 218 230 l 220 228 l 220 212 l 218 210 l 152 210 l f 0 g ",
        b"0.9 g 152 214 m 152 226 l 153 227 l 165 227 l 166 226 l 166 214 l 165 213 l 153 213 l f 0 g ",
    ],
    ids=["highlight", "rounded ground", "badge"],
)
def test_what_lies_behind_the_text_changes_nothing(drawn: bytes, backend: str) -> None:
    rows = [HEAD, ["规章", "12", "26"], ["行政规范性文件", "3", ""]]
    assert plain(read(pages(drawn + ruled(XS, YS) + filled(XS, YS, rows)), backend), "12")


def test_a_drawn_seal_with_its_characters_changes_nothing(backend: str) -> None:
    def ring(x: float, y: float, r: float) -> bytes:
        k = 0.5523 * r
        return (
            b"%g %g m %g %g %g %g %g %g c %g %g %g %g %g %g c %g %g %g %g %g %g c %g %g %g %g %g %g c S "
            % (
                *(x - r, y, x - r, y + k, x - k, y + r, x, y + r),
                *(x + k, y + r, x + r, y + k, x + r, y, x + r, y - k, x + k, y - r, x, y - r),
                *(x - k, y - r, x - r, y - k, x - r, y),
            )
        )

    seal = b"1 0 0 RG 1 0 0 rg " + ring(190, 215, 55) + curve(180, 214) + curve(200, 196) + b"0 g "
    assert plain(read(page("12", seal), backend), "12")


def test_a_white_outline_on_bare_paper_is_not_there(backend: str) -> None:
    assert plain(read(page("", b"1 g " + curve(160, 214) + b"0 g "), backend), "")
    assert unread(
        read(page("", b"0 g 152 212 60 16 re f 1 g " + curve(160, 214) + b"0 g "), backend), what="outline"
    )


# --- pictures


@pytest.mark.parametrize(
    "drawn",
    [
        b"q 5 0 0 8 160 214 cm /I Do Q ",
        b"q 5 0 0 8 160 214 cm BI /W 4 /H 4 /CS /G /BPC 8 ID 0123456789abcdef EI Q ",
        b"q 5 0 0 8 160 214 cm BI /W 8 /H 4 /IM true /BPC 1 ID abcd EI Q ",
        b"q 160 214 5 8 re W n 60 0 0 60 140 190 cm /I Do Q ",
        b"q 12 0 0 26 160 206 cm /I Do Q ",
    ],
    ids=["picture", "inline", "mask", "cropped", "higher than its cell"],
)
@pytest.mark.parametrize("own", ["", "1"])
def test_a_picture_as_small_as_a_digit_makes_its_cell_unreadable(
    own: str, drawn: bytes, backend: str
) -> None:
    document = read(page(own, drawn, extra=[PICTURE], resources=IMAGES), backend)
    assert unread(document, own=own, what="picture")


@pytest.mark.parametrize(
    "drawn",
    [
        b"q 223 0 0 124 60 150 cm /I Do Q ",
        b"q 110 0 0 110 130 160 cm /I Do Q ",
        b"q 400 0 0 300 0 0 cm /I Do Q ",
        b"q 238 0 0 19 51 211 cm /I Do Q ",
        b"q 15 0 0 13 152.5 212 cm /I Do Q ",
        b"q 10 0 0 10 305 214 cm /I Do Q ",
        b"q 1 0 0 1 160 214 cm /I Do Q ",
    ],
    ids=["stamp", "seal", "page", "row", "shadow", "beside", "tiny"],
)
def test_pictures_of_other_sizes_change_nothing(drawn: bytes, backend: str) -> None:
    rows = [HEAD, ["规章", "12", "26"], ["行政规范性文件", "3", ""]]
    content = drawn + ruled(XS, YS) + filled(XS, YS, rows)  # the text is painted over it
    document = read(pages(content, extra=[PICTURE], resources=IMAGES), backend)
    assert plain(document, "12")


def test_a_picture_of_digits_over_two_cells_makes_both_unreadable(backend: str) -> None:
    document = read(page("", b"q 100 0 0 9 170 214 cm /I Do Q ", extra=[PICTURE], resources=IMAGES), backend)
    assert body(document)[0] == "规章"
    assert all(UNREAD in text and "26" not in text for text in body(document)[1:3])
    assert body(document)[3:] == ["行政规范性文件", "3", ""]


# --- text that is said to be other text


@pytest.mark.parametrize(
    "span",
    [
        b"/Span <</ActualText (14)>> BDC ",
        b"/Span <</Actual#54ext (14)>> BDC ",
        b"/Span /P BDC ",
    ],
)
def test_the_drawn_digits_count_and_not_what_is_said_of_them(span: bytes, backend: str) -> None:
    drawn = span + text(154, 216, "34") + b"EMC "
    resources = b"/Properties<</P<</ActualText(14)>>>>"
    for content in (
        page("", drawn, resources=resources),
        page("", drawn, resources=resources, extra=[b"<</Encrypt 0>>"]),
    ):
        assert plain(read(content, backend), "34")


def test_the_pages_of_a_form_that_a_program_makes_are_refused(backend: str) -> None:
    catalog = b"<</Type/Catalog/Pages 2 0 R/NeedsRendering true/AcroForm<</XFA(a)>>>>"
    with pytest.raises(UnreadableDocumentError, match="XFA"):
        read(page("12", catalog=catalog), backend)


# --- tables without rules


def test_an_entry_beside_which_a_thing_stands_in_a_table_without_rules_is_unreadable(backend: str) -> None:
    rows = {
        240: ("规章", "4", "26", "7"),
        220: ("规范性文件", "3", "5", "8"),
        200: ("其他文件", "", "6", "9"),
    }
    table = b"".join(
        text(x, 260, name) for x, name in ((120, "上年数量"), (200, "本年数量"), (280, "合计"))
    ) + b"".join(
        text(x, y, word) for y, row in rows.items() for x, word in zip((20, 120, 200, 280), row, strict=True)
    )
    assert found(read(pages(table), backend)) == [["4", "26", "7"], ["3", "5", "8"], ["", "6", "9"]]
    drawn = pages(table + curve(126.5, 236) + curve(121.5, 196))
    assert found(read(drawn, backend)) == [["?", "26", "7"], ["3", "5", "8"], ["?", "6", "9"]]
    typed = note(b"FreeText", b"/Contents(6)/AP<</N 7 0 R>>", (118, 196, 150, 212))
    file = pages(table, entries=b"/MediaBox[0 0 400 300]/Annots[6 0 R]", extra=[typed, form(words("6", 4))])
    assert found(read(file, backend)) == [["4", "26", "7"], ["3", "5", "8"], ["6", "6", "9"]]


def test_a_thing_beside_a_number_of_a_table_without_rules_makes_it_unreadable(backend: str) -> None:
    xs, ys = [50, 150, 220, 290], [270, 250, 230, 210, 190, 170]
    rows = [HEAD, ["规章", "4", "26"], ["规范性文件", "3", "5"], ["许可", "7", "8"], ["处罚", "", "9"]]
    table = filled(xs, ys, rows)
    assert lines(pages(table), backend)["规章"] == ["4", "26"]
    drawn = lines(pages(table + curve(160.5, 236) + curve(160.5, 176)), backend)
    assert [drawn[label] for label in ("规章", "规范性文件", "许可", "处罚")] == [
        ["4", "26", UNREAD],
        ["3", "5"],
        ["7", "8"],
        ["9", UNREAD],
    ]
    typed = note(b"FreeText", b"/Contents(6)/AP<</N 7 0 R>>", (150, 170, 220, 190))
    file = pages(table, entries=b"/MediaBox[0 0 400 300]/Annots[6 0 R]", extra=[typed, form(words("6", 4))])
    assert lines(file, backend)["处罚"] == ["6", "9"]


def lines(source: bytes, backend: str) -> dict[str, list[str]]:
    """By the first word of each line its other words, things after them; their places say where they belong."""
    read_lines = read(source, backend).paragraphs
    return {
        paragraph.words[0].text: [word.text for word in paragraph.words[1:]]
        for paragraph in read_lines
        if paragraph.words
    }


# --- ink


def ink(source: bytes, backend: str) -> list[tuple[str, str]]:
    """What the check of ink says of cells with digits or none: what there is, and the text. No font draws the words."""
    document = read(source, backend)
    found = alarms(source, document, BACKENDS[backend](source, DEFAULT_LIMITS))
    return [(what, cell.text) for what, cell in found if cell.text.isdigit() or not cell.text]


def test_ink_without_text_and_text_without_ink_raise_an_alarm(backend: str) -> None:
    assert ink(page("12"), backend) == []
    assert ink(page("12", b"180 215 3.5 3.5 re f "), backend) == [("ink", "12")]
    assert ink(page("", b"180 215 3.5 3.5 re f "), backend) == [("ink", "")]
    covered = page("12", b"1 g 151 211 68 18 re f 0 g ")
    assert ink(covered, backend) in ([("text", "12")], [])  # where it is read at all


def test_pictures_of_a_page_show_its_fields_and_annotations(backend: str) -> None:
    bare = raster(page(""), 1).pixels
    shown, hidden = (
        page("", b"", [note(kind, FIELD.replace(b"/F 4", flags))], extra=[form(words("12"))])
        for kind, flags in ((b"Widget", b"/F 4"), (b"FreeText", b"/F 2"))
    )
    assert raster(shown, 1).pixels != bare
    assert raster(hidden, 1).pixels == bare
    assert (ink(shown, backend), ink(hidden, backend)) == ([], [])
