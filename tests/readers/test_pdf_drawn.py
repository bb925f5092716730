"""Characters that are drawn, and pictures."""

from __future__ import annotations

import pytest
from pdf_samples import BACKENDS, filled, pages, read, ruled, text
from pdf_things import HEAD, PICTURE, XS, YS, body, curve, page, plain, unread

from govdisclose.grid import UNREAD

pytestmark = pytest.mark.parametrize("backend", BACKENDS)
IMAGES = b"/XObject<</I 6 0 R>>"
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
        b"162 214 m 162 227.2 l S ",
        b"161.6 214 0.9 8 re f ",
        b"q " + curve(160, 214).replace(b" f ", b" W n ") + b"155 210 20 20 re f Q ",
        b"q " + curve(160, 214).replace(b" f ", b" W n ") + b"/S sh Q ",
        b"q 1 0 0 1 160 214 cm " + curve(0, 0) + b"Q ",
    ],
    ids=["2", "22", "7", "0", "stroked 7", "stroked 1", "high 1", "filled 1", "clipped", "shaded", "moved"],
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
        b"1 1 0 rg 159.2 213 4.6 11 re f 0 g ",
        b"0.9 g 150 212 m 150 228 l 152 230 l 218 230 l 220 228 l 220 212 l 218 210 l 152 210 l f 0 g ",
        b"0.9 g 152 214 m 152 226 l 153 227 l 165 227 l 166 226 l 166 214 l 165 213 l 153 213 l f 0 g ",
    ],
    ids=["highlight", "highlight of one digit", "rounded ground", "badge"],
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


@pytest.mark.parametrize(
    ("own", "more"), [("", b""), ("21", b""), ("", text(158, 216, "2") + text(168, 216, "1"))]
)
def test_a_few_cells_drawn_in_a_cell_take_no_table_apart(own: str, more: bytes, backend: str) -> None:
    document = read(page(own, ruled([156, 166, 176], [224, 214]) + more), backend)
    shown = own or ("2 1" if more else "")
    assert body(document) == ["规章", shown + UNREAD, "26", "行政规范性文件", "3", ""]
    assert [(item.kind, item.facts["what"]) for item in document.findings] == [("cell-not-read", "drawing")]
