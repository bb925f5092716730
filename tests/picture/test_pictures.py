"""Pictures, looked at where a colour must be."""

from __future__ import annotations

import sys
import zlib
from io import BytesIO

import pytest
from pdf_samples import pages, stream, text
from picture_samples import LAYOUT, PAGE, TABLE, parsed
from PIL import Image

import govdisclose
from govdisclose.errors import DamagedDocumentError, EncryptedDocumentError, LimitError, MissingExtraError
from govdisclose.limits import Limits
from govdisclose.picture import PagePicture, count_pages, draw_pages, drawing
from govdisclose.readers.pdf import raster

SCALE = 3
GREEN, RED, ORANGE = (178, 226, 213), (238, 191, 153), (244, 212, 140)
SKY, PURPLE, GREY = (204, 233, 248), (240, 215, 229), (234, 234, 234)
RED_LINE, ORANGE_LINE = (213, 94, 0), (230, 159, 0)


def pictures(source: bytes) -> list[PagePicture]:
    result = parsed(source)
    return list(draw_pages(source, drawing(result.document, result)))


def image_of(picture: PagePicture) -> Image.Image:
    return Image.open(BytesIO(picture.png)).convert("RGB")


def colour(image: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """At a place in points."""
    found = image.getpixel((round(x * SCALE), round(y * SCALE)))
    assert isinstance(found, tuple)
    return tuple(int(part) for part in found)


def near(expected: tuple[int, ...]) -> object:
    return pytest.approx(expected, abs=3)


@pytest.fixture(scope="module")
def page() -> Image.Image:
    (picture,) = pictures(PAGE)
    assert (picture.page, picture.whole) == (1, True)
    return image_of(picture)


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (195, 75, GREEN),  # received, on paper
        (275, 75, RED),  # a total that does not hold
        (245, 95, ORANGE),  # text
        (145, 75, SKY),  # a heading of a row
        (175, 55, PURPLE),  # a heading of a column
        (145, 55, GREY),  # the corner
        (350, 75, (255, 255, 255)),  # beside the table
        (300, 80, RED_LINE),
        (200.5, 92, ORANGE_LINE),
    ],
)
def test_the_colour_says_what_a_cell_was_taken_for(
    page: Image.Image, x: float, y: float, expected: tuple[int, ...]
) -> None:
    assert colour(page, x, y) == near(expected)


def test_what_was_taken_for_nothing_is_hatched(page: Image.Image) -> None:
    row = {colour(page, x / SCALE, 127) for x in range(160 * SCALE, 190 * SCALE)}
    light, dark = max(row), min(row)
    assert light == near((235, 235, 235))
    assert dark == near((148, 148, 148))


def test_the_words_of_an_entry_are_written_into_its_cell(page: Image.Image) -> None:
    found = {colour(page, x / SCALE, y / SCALE) for x in range(615, 740) for y in range(220, 262)}
    assert any(red < 40 and blue > 90 for red, _, blue in found), "the row, in blue"
    assert any(red > 90 and green < 90 for red, green, _ in found), "the column, in purple"


def test_the_picture_is_the_page_and_a_legend_below_it(page: Image.Image) -> None:
    assert page.width == 400 * SCALE
    assert page.height > 300 * SCALE + 100
    assert colour(page, 200, 300.3) == near((20, 20, 20))


def test_a_finding_has_its_number_at_the_corner_of_its_place(page: Image.Image) -> None:
    assert colour(page, 299, 67.3) == near((158, 98, 0))  # a warning
    assert colour(page, 299, 107.3) == near((176, 32, 0))  # an error


@pytest.mark.parametrize(
    ("entries", "matrix", "size", "place"),
    [
        (b"/MediaBox[0 0 400 300]/Rotate 90", b"0 1 -1 0 400 0", (300, 400), (275, 175)),
        (b"/MediaBox[0 0 400 300]/Rotate 180", b"-1 0 0 -1 400 300", (400, 300), (275, 75)),
        (b"/MediaBox[0 0 300 400]", b"0 1 -1 0 300 0", (300, 400), (85, 125)),
        (b"/MediaBox[0 0 600 500]/CropBox[100 100 500 400]", b"1 0 0 1 100 100", (400, 300), (275, 75)),
    ],
)
def test_colours_lie_where_the_page_shows_the_cell(
    entries: bytes, matrix: bytes, size: tuple[int, int], place: tuple[int, int]
) -> None:
    source = pages(b"%b cm\n" % matrix + TABLE, entries=entries)
    (picture,) = pictures(source)
    image = image_of(picture)
    assert colour(image, *place) == near(RED)
    assert raster.raster(source, 1).width == size[0] * SCALE
    assert raster.raster(source, 1).height == size[1] * SCALE


def test_only_the_pages_that_are_asked_for_are_drawn() -> None:
    source = pages(TABLE, text(50, 200, "按期办理。"), text(50, 200, "无。"))
    result = govdisclose.parse(source, layouts=[LAYOUT])
    drawn = drawing(result.document, result)
    assert count_pages(source) == 3
    assert [item.page for item in draw_pages(source, drawn)] == [1, 2, 3]
    assert [item.page for item in draw_pages(source, drawn, pages=[3, 1])] == [1, 3]
    with pytest.raises(ValueError, match="no page 4; the file has 3"):
        draw_pages(source, drawn, pages=[4])


# --- what a page may cost


def test_a_page_of_absurd_size_is_drawn_small() -> None:
    source = pages(TABLE, entries=b"/MediaBox[0 0 14400 14400]")
    (picture,) = pictures(source)
    image = image_of(picture)
    assert image.width == 2449
    assert image.height < 2449 + 300


def test_a_page_as_long_as_a_ribbon_has_no_endless_side() -> None:
    source = pages(TABLE, entries=b"/MediaBox[0 0 400 14400]")
    found = raster.raster(source, 1)
    assert (found.width, found.height) == (222, 8000)


def test_a_picture_with_too_many_pixels_is_left_out() -> None:
    data = zlib.compress(b"\0" * 100, 9)
    large = stream(
        data,
        b"/Type/XObject/Subtype/Image/Width 20000/Height 20000/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/FlateDecode",
    )
    source = pages(
        b"q 100 0 0 50 290 10 cm /I Do Q\n" + TABLE, resources=b"/XObject<</I 6 0 R>>", extra=[large]
    )
    (picture,) = pictures(source)
    assert not picture.whole
    assert colour(image_of(picture), 340, 265) == near((255, 255, 255))
    assert colour(image_of(picture), 275, 75) == near(RED)


def test_drawing_stops_where_a_page_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster, "_SECONDS", -1.0)
    many = b"".join(b"%d %d 3 3 re f\n" % (at % 400, at // 400) for at in range(20_000))
    source = pages(TABLE + many)
    assert not raster.raster(source, 1).whole


def test_what_costs_too_much_to_read_is_not_drawn_either() -> None:
    with pytest.raises(LimitError, match="limit pages is 1, found 2"):
        count_pages(pages(TABLE, TABLE), limits=Limits(pages=1))
    many = pages(b"0 0 m 1 1 l S\n" * 100_000)
    with pytest.raises(LimitError, match="limit elements"):
        count_pages(many, limits=Limits(elements=1_000))


def test_what_is_no_pdf_is_a_typed_error() -> None:
    with pytest.raises(DamagedDocumentError):
        count_pages(b"<html>")
    locked = PAGE.replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt<</Filter/Unknown/V 9>>")
    with pytest.raises((EncryptedDocumentError, DamagedDocumentError)):
        count_pages(locked)


@pytest.mark.parametrize(
    ("module", "message"),
    [
        ("pypdfium2", "pypdfium2 not installed; python3 -m pip install 'govdisclose[picture]'"),
        ("PIL", "Pillow not installed; python3 -m pip install 'govdisclose[picture]'"),
    ],
)
def test_a_missing_package_is_an_error_that_says_what_to_install(
    module: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = parsed()
    drawn = drawing(result.document, result)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError) as caught:
        draw_pages(PAGE, drawn)
    assert (str(caught.value), caught.value.extra) == (message, "picture")
