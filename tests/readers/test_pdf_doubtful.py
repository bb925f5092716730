"""What leaves open which digit the page shows has no value: half covered, squeezed, masked, blended, half struck."""

from __future__ import annotations

import pytest
from pdf_samples import BACKENDS, box, filled, line, pages, read, ruled, stream, text

XS, YS = [50, 150, 220], [250, 230, 210, 190]
ROWS = [["信息内容", "数量"], ["规章", ""], ["许可", "7"]]
TABLE = ruled(XS, YS) + filled(XS, YS, ROWS)
STATES = (
    b"/ExtGState<</Masked<</SMask<</S/Luminosity/G 6 0 R>>>>/Bare<</SMask/None>>/Difference<</BM/Difference>>"
    b"/Multiply<</BM/Multiply>>/Screen<</BM/Screen>>>>/Pattern<</Dots 7 0 R>>"
    b"/ColorSpace<</Light[/Lab<</WhitePoint[0.95 1 1.08]>>]>>/XObject<</Bar 8 0 R>>"
)
EXTRA = [
    stream(
        b"0 g 0 0 400 300 re f",
        b"/Type/XObject/Subtype/Form/BBox[0 0 400 300]/Group<</S/Transparency/CS/DeviceGray>>/Resources<<>>",
    ),
    stream(
        b"1 g 0 0 5 5 re f",
        b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 5 5]/XStep 5/YStep 5/Resources<<>>",
    ),
    stream(b"\0", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"),
]

pytestmark = pytest.mark.parametrize("backend", BACKENDS)


def number(words: str, x: float = 154, before: bytes = b"") -> bytes:
    return text(x, 216, words, before=before)


def cell(content: bytes, backend: str) -> tuple[str, list[str]]:
    """The text of the cell that is tried, and the kinds of the findings, all of which are of this cell."""
    found = read(pages(TABLE + content, resources=STATES, extra=EXTRA), backend)
    (grid,) = found.grids
    texts = [one.text for one in grid.cells]
    assert texts[:3] + texts[4:] == ["信息内容", "数量", "规章", "许可", "7"]
    assert {(item.at.row, item.at.column) for item in found.findings if item.at} <= {(2, 2)}
    return texts[3], [item.kind for item in found.findings]


@pytest.mark.parametrize("cover", [box(153, 220, 14, 8), box(153, 212, 14, 7), box(152, 212, 4.2, 14)])
def test_a_digit_that_is_covered_in_part_is_not_read(cover: bytes, backend: str) -> None:
    printed, kinds = cell(number("8") + b"q 1 g " + cover + b"Q ", backend)
    assert "\ufffc" in printed
    assert kinds == ["cell-not-read"]
    assert cell(number("8") + b"q 1 g " + box(170, 212, 14, 7) + b"Q ", backend) == ("8", [])


@pytest.mark.parametrize(("wide", "printed"), [(2, "12"), (15, "12\ufffc")])
def test_a_digit_that_is_squeezed_to_a_line_is_no_digit(wide: int, printed: str, backend: str) -> None:
    content = number("12") + number("7", 164, b"%d Tz" % wide)
    shown, kinds = cell(content, backend)
    assert shown.replace("7", "") == printed
    assert kinds == ["text-unseen" if wide == 2 else "cell-not-read"]


@pytest.mark.parametrize(
    "ink",
    [b"/Masked gs ", b"/Difference gs ", b"/Screen gs ", b"/Pattern cs /Dots scn "],
)
def test_a_digit_that_is_painted_through_a_mask_or_by_a_blend_is_not_read(ink: bytes, backend: str) -> None:
    printed, kinds = cell(number("12") + b"q " + ink + number("7", 164) + b"Q ", backend)
    assert "\ufffc" in printed
    assert kinds == ["cell-not-read"]


@pytest.mark.parametrize("ink", [b"/Multiply gs ", b"/Masked gs /Bare gs ", b"/Light cs 10 0 0 scn "])
def test_dark_digits_that_are_multiplied_or_not_masked_any_more_are_read(ink: bytes, backend: str) -> None:
    assert cell(b"q " + ink + number("12") + b"Q ", backend) == ("12", [])


def test_the_white_of_another_colour_space_is_white(backend: str) -> None:
    content = number("12") + b"q /Light cs 100 0 0 scn " + number("7", 164) + b"Q "
    assert cell(content, backend) == ("12", ["text-unseen"])


def test_letters_that_a_filling_is_seen_through_are_not_blank(backend: str) -> None:
    printed, kinds = cell(b"q " + number("12", before=b"7 Tr") + box(151, 211, 68, 18) + b"Q ", backend)
    assert "\ufffc" in printed
    assert "cell-not-read" in kinds


def test_a_line_that_ends_in_the_middle_of_a_digit_leaves_open_whether_it_is_struck(backend: str) -> None:
    printed, kinds = cell(number("1215") + line(153, 219.6, 166.2, 219.6), backend)
    assert "\ufffc" in printed
    assert "cell-not-read" in kinds


def test_a_picture_as_thin_as_a_line_and_a_line_wider_than_long_go_through_text(backend: str) -> None:
    printed, kinds = cell(b"q 10 0 0 0.8 154 219.4 cm /Bar Do Q " + number("12"), backend)
    assert "\ufffc" in printed
    assert "cell-not-read" in kinds
    bar = b"q 10 w " + line(159, 219.3, 159, 220) + b"Q "
    assert cell(number("12") + bar + number("15", 167), backend) == ("15", ["text-struck-out"])


def test_a_digit_that_is_drawn_as_a_box_is_not_blank(backend: str) -> None:
    zero = b"q 0.8 w 156 216 5 8 re S Q "
    assert cell(zero, backend) == ("\ufffc\ufffc", ["cell-not-read", "cell-not-read"])  # stroke and box
    pale = b"q 0.9 g 156 216 5 8 re f Q "
    assert cell(pale, backend) == ("", [])


def test_bold_by_painting_each_digit_twice_is_one_number(backend: str) -> None:
    twice = [number(digit, x + more) for digit, x in (("1", 154), ("2", 159)) for more in (0, 0.4)]
    assert cell(b"".join(twice), backend) == ("12", [])
