"""What a page shows is what is read: text that is struck out, raised, covered, hidden, turned, or a watermark's."""

from __future__ import annotations

import pytest
from pdf_cell import (
    BASE,
    BLACK,
    CELL,
    EXTRA,
    IMAGE,
    ROWS,
    STATES,
    TABLE,
    WHITE,
    XS,
    YS,
    cell,
    document,
    number,
)
from pdf_samples import BACKENDS, box, filled, line, pages, read, ruled, text

from govdisclose.errors import ImageOnlyDocumentError

pytestmark = pytest.mark.parametrize("backend", BACKENDS)
HALF = b"/Half gs "


# --- over text


@pytest.mark.parametrize(
    ("cover", "printed", "kinds"),
    [
        (WHITE + CELL, "", [("cell-covered", "12")]),
        (WHITE + b"152 212 m 200 212 l 176 230 l 152 230 l h f\n", "", [("cell-covered", "12")]),
        (WHITE + b"152 212 m 190 205 190 235 152 230 c h f\n", "", [("cell-covered", "12")]),
        (b"q 1 G 12 w 152 220 m 170 220 l S Q\n", "", [("cell-covered", "12")]),
        (BLACK + CELL, "\ufffc", [("text-covered", "12"), ("cell-not-read", "drawing")]),
        (
            b"q 30 0 0 16 152 212 cm /Solid Do Q\n",
            "\ufffc",
            [("text-covered", "12"), ("cell-is-picture", "")],
        ),
    ],
)
def test_a_number_under_a_later_filling_or_picture_is_not_read(
    cover: bytes, printed: str, kinds: list[tuple[str, str]], backend: str
) -> None:
    text_of, found = cell(TABLE + number("12") + cover, backend)
    assert text_of == printed
    assert [item for item in found if item[1] != "outline"] == kinds


def test_the_number_on_top_is_read(backend: str) -> None:
    content = TABLE + number("12") + WHITE + CELL + BLACK + number("15")
    assert cell(content, backend) == ("15", [("text-covered", "12")])


def test_a_digit_that_is_covered_leaves_the_others(backend: str) -> None:
    assert cell(TABLE + number("123") + WHITE + box(164.5, 212, 6, 16), backend) == (
        "12",
        [("text-covered", "3")],
    )
    printed, found = cell(TABLE + number("123") + WHITE + box(159.2, 212, 4.6, 16), backend)
    assert (printed, [kind for kind, _ in found]) == ("1\ufffc3", ["text-covered", "number-divided"])


@pytest.mark.parametrize(
    "over",
    [
        b"q /Half gs 1 0 0 rg " + CELL + b"Q\n",
        b"q /Multiply gs 1 1 0 rg " + CELL + b"Q\n",
        b"q 30 0 0 16 152 212 cm /Holes Do Q\n",
        b"q /Half gs 230 0 0 120 100 170 cm /Solid Do Q\n",
        b"q /Half gs /Group Do Q\n",
        b"q /None gs 1 g " + CELL + b"Q\n",
        b"q 0 0 20 20 re W n 1 g " + CELL + b"Q\n",  # clipped away
        b"q 1 g 10 10 380 280 re 40 40 320 220 re f* Q\n",  # a frame
        b"q 1 g 151 211 m 219 211 l 219 213 l 151 213 l h f Q\n",
    ],
)
def test_what_lets_shine_through_or_lies_beside_covers_nothing(over: bytes, backend: str) -> None:
    printed, found = cell(TABLE + number("12") + over, backend)
    if b"Holes" in over:
        assert printed in ("12", "12\ufffc")  # a small picture in the cell may be a part of its text
        assert "text-covered" not in [kind for kind, _ in found]
    else:
        assert (printed, found) == ("12", [])


def test_a_ground_of_many_cells_in_one_path_covers_what_was_painted_before(backend: str) -> None:
    cells = b"0.9 g " + b"".join(b"%g %g 68 18 re " % (151, y) for y in (211, 191)) + b"f\n"
    assert cell(cells + BLACK + TABLE + number("12"), backend) == ("12", [])
    assert cell(TABLE + number("12") + WHITE + b"151 211 68 18 re 51 211 5 5 re f\n", backend) == (
        "",
        [("cell-covered", "12")],
    )


# --- below text


@pytest.mark.parametrize(
    ("ground", "ink", "seen"),
    [
        (b"1 g ", b"1 g ", False),
        (b"0.8 g ", b"0.8 g ", False),
        (b"0.8 g ", b"0.82 g ", False),
        (b"0.8 g ", b"1 g ", None),
        (b"0.2 g ", b"1 g ", True),
        (b"0 0 1 rg ", b"0 0 1 rg ", False),
        (b"0 0 1 rg ", b"1 0 0 rg ", True),
        (b"1 1 0 rg ", b"0 g ", True),
        (b"0 0 0 0.2 k ", b"0.8 g ", False),
        (b"0.8 g ", b"/Half gs 0.8 g ", False),
    ],
)
def test_a_digit_in_the_colour_of_its_ground_is_not_seen(
    ground: bytes, ink: bytes, seen: bool | None, backend: str
) -> None:
    content = ground + CELL + BLACK + TABLE + b"q " + (b"0 g " if b"0.2" not in ground[:4] else b"1 g ")
    content += number("12") + b"Q q " + ink + number("7", 164.5) + b"Q "
    printed, found = cell(content, backend)
    if seen is None:
        assert "\ufffc" in printed  # as pale as a watermark
        assert ("cell-not-read", "pale") in found
    elif seen:
        assert (printed, found) == ("127", [])
    else:
        assert printed == "12"
        assert [kind for kind, _ in found] in (["text-unseen"], ["text-covered", "cell-not-read"])


def test_white_text_alone_in_a_cell_is_blank_with_a_finding_that_names_the_cell(backend: str) -> None:
    assert cell(TABLE + b"q 1 g " + number("12") + b"Q ", backend) == ("", [("cell-unseen", "colour")])


def test_blacked_out_text_is_unreadable(backend: str) -> None:
    printed, found = cell(b"0 g " + box(152, 213, 14, 12) + TABLE + number("12"), backend)
    assert printed == "\ufffc"
    assert ("cell-not-read", "drawing") in found


def test_letters_on_a_picture_or_a_pattern_are_taken_for_seen(backend: str) -> None:
    below = b"q 60 0 0 16 152 212 cm /Solid Do Q\n"
    printed, _ = cell(below + TABLE + b"q 1 g " + number("12") + b"Q ", backend)
    assert printed in ("12", "12\ufffc")


@pytest.mark.parametrize("size", [0.5, 1.0])
def test_text_too_small_to_see_is_left_out(size: float, backend: str) -> None:
    content = TABLE + number("12") + number("7", 164.2, size)
    assert cell(content, backend) == ("12", [("text-unseen", "small")])


def test_a_page_that_is_small_as_a_whole_is_read(backend: str) -> None:
    content = b"q 0.1 0 0 0.1 0 0 cm " + TABLE + number("12") + b"Q "
    found = read(pages(content, entries=b"/MediaBox[0 0 40 30]"), backend)
    assert not [item for item in found.findings if item.kind == "text-unseen"]


def test_invisible_text_beside_and_over_a_number(backend: str) -> None:
    hidden = b"q " + number("9", 170, before=b"3 Tr") + b"Q "
    assert cell(TABLE + number("12") + hidden, backend) == ("12", [("text-unseen", "hidden")])
    same = b"q " + number("12", 154.2, before=b"3 Tr") + b"Q "
    assert cell(TABLE + number("12") + same, backend) == ("12", [])
    clear = b"q /None gs " + number("9", 170) + b"Q "
    assert cell(TABLE + number("12") + clear, backend) == ("12", [("text-unseen", "transparent")])


def test_a_shadow_that_is_painted_first_does_not_hide_the_number(backend: str) -> None:
    for ink in (b"/None gs ", b"0.85 g ", b"1 g "):
        content = TABLE + b"q " + ink + number("12", 154.7, y=BASE - 0.7) + b"Q " + number("12")
        assert cell(content, backend) == ("12", []), ink


def test_a_number_painted_again_over_what_covers_it_is_read(backend: str) -> None:
    content = TABLE + number("12") + WHITE + CELL + BLACK + number("12")
    assert cell(content, backend) == ("12", [])


# --- marks


@pytest.mark.parametrize(
    ("raise_by", "size"), [(0.8, 6), (1.5, 7), (2.5, 7.5), (3.3, 5.8), (3.5, 8.3), (5, 6), (-1.5, 6)]
)
def test_a_small_raised_or_lowered_digit_is_a_mark(raise_by: float, size: float, backend: str) -> None:
    content = TABLE + number("12") + number("1", 164.2, size, y=BASE + raise_by)
    assert cell(content, backend) == ("12", [("mark-left-out", "1")])


def test_a_mark_in_the_text_of_one_object_is_a_mark(backend: str) -> None:
    mark = b"BT /F 10 Tf 154 216 Td <00310032> Tj 2.5 Ts /F 7 Tf <0031> Tj ET\n"
    assert cell(TABLE + mark, backend) == ("12", [("mark-left-out", "1")])


@pytest.mark.parametrize(("raise_by", "size"), [(1, 10), (2.5, 10), (-1, 10), (0, 8.5)])
def test_what_may_be_a_mark_or_a_digit_is_unreadable(raise_by: float, size: float, backend: str) -> None:
    printed, found = cell(TABLE + number("12") + number("1", 164.2, size, y=BASE + raise_by), backend)
    assert "\ufffc" in printed
    assert ("cell-not-read", "style") in found


@pytest.mark.parametrize("size", [10, 9.6])
def test_digits_of_nearly_one_size_on_one_baseline_are_one_number(size: float, backend: str) -> None:
    assert cell(TABLE + number("12") + number("1", 164.1, size, y=BASE + 0.2), backend) == ("121", [])


def test_a_mark_before_a_number_is_not_known_to_be_one(backend: str) -> None:
    printed, found = cell(TABLE + number("1", 154, 6, y=BASE + 4) + number("12", 157.2), backend)
    assert "\ufffc" in printed
    assert ("mark-uncertain", "1") in found


def test_a_mark_before_a_number_that_begins_with_a_space_is_before_it(backend: str) -> None:
    printed, found = cell(TABLE + number("1", 156, 6, y=BASE + 4) + number(" 12", 154.2), backend)
    assert printed == "12\ufffc"
    assert found == [("mark-uncertain", "1")]


@pytest.mark.parametrize(("raise_by", "size"), [(3.3, 5.8), (0, 6), (-1.5, 6)])
def test_a_mark_beside_a_struck_number_is_no_number_of_its_own(
    raise_by: float, size: float, backend: str
) -> None:
    struck = TABLE + number("12") + b"q 0.6 w 154 219.6 m 164 219.6 l S Q "
    assert cell(struck + number("5", 164.2, size, y=BASE + raise_by), backend) == (
        "\ufffc",
        [("mark-uncertain", "5"), ("cell-struck-out", "12")],
    )


def test_a_mark_at_a_label_is_left_out(backend: str) -> None:
    found = document(TABLE + number("12") + text(74.2, 200, "1", 6), backend)
    assert [one.text for one in found.grids[0].cells][2:] == ["规章", "12", "许可", "7"]
    assert [item.kind for item in found.findings] == ["mark-left-out"]


# --- turned


@pytest.mark.parametrize(
    "matrix",
    [
        "-1 0 0 -1 170 226",
        "-1 0 0 1 170 216",
        "1 0 0 -1 156 224",
        "0 1 -1 0 166 213",
        "0.98 0.2 -0.2 0.98 156 214",
    ],
)
def test_a_number_that_is_turned_or_mirrored_in_its_cell_is_unreadable(matrix: str, backend: str) -> None:
    found = document(TABLE + b"BT /F 10 Tf %b Tm <00310032> Tj ET\n" % matrix.encode(), backend)
    assert [one.text for one in found.grids[0].cells][3] == "\ufffc"
    assert [(item.kind, dict(item.facts).get("what")) for item in found.findings] == [
        ("text-askew", None),
        ("cell-not-read", "turned"),
    ]


def test_a_turned_stamp_over_the_table_and_turned_text_beside_it_change_nothing(backend: str) -> None:
    stamp = b"BT /F 40 Tf 0 1 -1 0 200 150 Tm <00320030> Tj ET\n"
    beside = b"BT /F 10 Tf 0 1 -1 0 300 200 Tm <00310032> Tj ET\n"
    slanting = b"BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 170 Tm <0032003000320034> Tj ET\n"
    found = document(TABLE + number("12") + stamp + beside + slanting, backend)
    assert [one.text for one in found.grids[0].cells] == ["信息内容", "数量", "规章", "12", "许可", "7"]
    assert [item.kind for item in found.findings] == ["text-askew"]


# --- watermarks


def pale(words: str, x: float, y: float, size: float) -> bytes:
    return b"q 0.88 g " + text(x, y, words, size) + b"Q "


def test_pale_digits_in_a_cell_are_not_read(backend: str) -> None:
    assert cell(TABLE + pale("2024", 154, 214, 13), backend) == ("2024\ufffc", [("cell-not-read", "pale")])
    printed, found = cell(TABLE + number("12") + pale("2024", 166, 216, 11), backend)
    assert "\ufffc" in printed
    assert found == [("cell-not-read", "pale")]


def test_a_watermark_larger_than_its_cell_is_no_text_of_it(backend: str) -> None:
    mark = pale("2024", 145, 203, 40)
    found = document(mark + TABLE + number("12"), backend)
    assert [one.text for one in found.grids[0].cells] == ["信息内容", "数量", "规章", "12", "许可", "7"]
    assert {item.kind for item in found.findings} == {"watermark-left-out"}
    found = document(TABLE + mark, backend)
    assert [one.text for one in found.grids[0].cells] == ["信息内容", "数量", "规章", "", "许可", "7"]
    assert "cell-under-watermark" in {item.kind for item in found.findings}


def test_a_watermark_that_is_repeated_over_the_page_leaves_the_table_as_it_is(backend: str) -> None:
    marks = b"".join(pale("2024", x, y, 16) for x in (60, 140, 230, 320) for y in range(20, 290, 25))
    found = document(TABLE + number("12") + marks, backend)
    assert [one.text for one in found.grids[0].cells] == ["信息内容", "数量", "规章", "12", "许可", "7"]
    assert {item.kind for item in found.findings} == {"watermark-left-out"}


def test_a_table_printed_in_grey_as_a_whole_is_read(backend: str) -> None:
    found = read(pages(ruled(XS, YS) + b"0.75 g " + filled(XS, YS, ROWS) + number("12")), backend)
    assert [one.text for one in found.grids[0].cells] == ["信息内容", "数量", "规章", "12", "许可", "7"]
    assert found.findings == ()


def test_a_grey_heading_is_a_heading(backend: str) -> None:
    content = (
        ruled(XS, YS)
        + b"q 0.75 g "
        + text(54, 236, "信息内容")
        + b"Q "
        + filled(XS, YS, [["", "数量"], *ROWS[1:]])
    )
    assert cell(content + number("12"), backend) == ("12", [])


# --- scans


def test_text_under_the_picture_of_the_page_is_no_text(backend: str) -> None:
    scan = b"q 400 0 0 300 0 0 cm /Solid Do Q\n"
    with pytest.raises(ImageOnlyDocumentError):
        document(TABLE + number("12") + scan, backend)
    with pytest.raises(ImageOnlyDocumentError):
        document(scan + b"3 Tr " + TABLE + number("12"), backend)


def test_a_table_under_a_picture_beside_other_pages_is_unreadable(backend: str) -> None:
    scan = b"q 400 0 0 300 0 0 cm /Solid Do Q\n"
    first = text(50, 200, "一、总体情况")
    for content in (TABLE + number("12") + scan, scan + TABLE.replace(b"BT ", b"BT 3 Tr ")):
        found = read(pages(first, content, resources=STATES + IMAGE, extra=EXTRA), backend)
        (grid,) = found.grids
        assert {one.text for one in grid.cells} == {"\ufffc"}
        assert "cell-is-picture" in {item.kind for item in found.findings}


# --- outside ruled tables


def test_no_number_without_rules_is_made_of_what_is_struck_or_covered(backend: str) -> None:
    for words in (
        text(50, 200, "1215") + b"0.6 w " + line(50, 203.5, 60, 203.5),
        text(50, 200, "1215") + WHITE + box(49, 198, 11, 10),
        text(50, 200, "12") + text(60.2, 201.5, "15", 6),
        text(50, 200, "12") + b"q 0.85 g " + text(60.2, 200, "15") + b"Q ",
    ):
        found = read(pages(words + BLACK + text(50, 150, "共收到申请")), backend)
        assert found.paragraphs[0].text in ("\ufffd\ufffd15", "12\u00b9\u2075", "12\ufffd\ufffd")
