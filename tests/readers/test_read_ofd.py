"""OFD: pages, templates, layers, and where and how their objects are drawn."""

from __future__ import annotations

import pytest
from ofd_samples import (
    BASE,
    CELL,
    TABLE,
    cells,
    layer,
    ofd,
    on_page,
    packed,
    parts_of,
    path,
    read,
    rectangle,
    root,
    tag,
    text,
    tried,
)

import govdisclose
from govdisclose import registry
from govdisclose.document import Paragraph
from govdisclose.errors import (
    DamagedDocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    UnreadableDocumentError,
)
from govdisclose.locate import Box


def paragraphs(source: bytes) -> list[tuple[str, int | None]]:
    return [(block.text, block.page) for block in read(source).blocks if isinstance(block, Paragraph)]


def test_a_table_and_its_places() -> None:
    document = on_page(text("12"))
    assert (document.format, document.ordered, document.findings) == ("ofd", False, ())
    (grid,) = document.grids
    assert (grid.rows, grid.columns) == (3, 3)
    assert cells(document) == ["规章", "12", "26", "行政规范性文件", "3", ""]
    place = grid.cells[4].box
    expected: Box = (141.73, 70.87, 212.6, 99.21)  # 50 to 75 mm from the left, 25 to 35 mm from above
    assert place == pytest.approx(expected, abs=0.02)


def test_the_format_is_told_by_what_is_in_the_archive() -> None:
    source = ofd(layer(TABLE))
    assert registry.reader_for(source).id == "ofd"
    assert govdisclose.read(source).format == "ofd"
    late = packed({"a.bin": bytes(range(256)) * 400, **parts_of(layer(TABLE))})
    assert registry.reader_for(late).id == "ofd"


@pytest.mark.parametrize(
    "code",
    [
        'DeltaX="1.75"',
        'DeltaX="g 1 1.75"',
        'DeltaX="g 1 1.75 9"',
        'DeltaX="1.75 1.75" DeltaY="0"',
        'DeltaX="g 1 1.75" DeltaY="g 1 0"',
    ],
)
def test_distances_between_characters(code: str) -> None:
    assert tried(on_page(text("12", code=code))) == ("12", [])


def test_repeated_distances_put_each_character_where_it_stands() -> None:
    spread = text("1234", 52, code='DeltaX="g 1 1.75 21.5 g 5 1.75"')
    document = on_page(spread)
    assert cells(document) == ["规章", "12", "34 26", "行政规范性文件", "3", ""]


def test_the_last_distance_goes_on_for_the_characters_that_have_none() -> None:
    assert tried(on_page(text("1234", code='DeltaX="1.75"'))) == ("1234", [])


def test_digits_without_any_distance_are_not_read_since_viewers_do_not_agree() -> None:
    assert tried(on_page(text("12", code=" "))) == ("12\ufffc", [("cell-not-read", "style")])
    assert tried(on_page(text("7", code=" "))) == ("7", [])
    assert paragraphs(ofd(layer(text("公开", 20, 80, code=" ")))) == [("公开", 1)]


def test_characters_one_below_the_other_are_two_lines() -> None:
    own, _ = tried(on_page(text("12", y=28.5, code='DeltaY="4"')))
    assert own == "1\n2"


@pytest.mark.parametrize(
    ("objects", "printed"),
    [
        # written in points within an object that is made as small as them
        (text("12", 155.9, 87.87, size=9.92, CTM="0.3528 0 0 0.3528 0 0"), "12"),
        (text("12", 0, 0, CTM=f"1 0 0 1 55 {BASE}"), "12"),
        (text("12", -5, BASE, CTM="1 0 0 1 60 0"), "12"),
        (text("12", code='DeltaX="1.4"', HScale="0.8"), "12"),
    ],
)
def test_the_matrix_of_an_object(objects: str, printed: str) -> None:
    assert tried(on_page(objects)) == (printed, [])


@pytest.mark.parametrize(
    "turned",
    [
        text("12", -BASE, 55, CTM="0 -1 1 0 0 0"),
        text("12", -60, BASE, CTM="-1 0 0 1 0 0"),
        text("1", CharDirection="90"),
        text("1", 57, 27, CharDirection="180"),
    ],
)
def test_a_number_that_is_turned_or_mirrored_is_not_read(turned: str) -> None:
    own, found = tried(on_page(turned))
    assert (own, ("cell-not-read", "turned") in found) == ("\ufffc", True)


def test_nothing_shows_outside_the_boundary() -> None:
    assert tried(on_page(text("12", box="50 25 25 10"))) == ("12", [])
    assert tried(on_page(text("12", box="80 60 25 10"))) == ("", [("cell-unseen", "clipped")])
    cut, _ = tried(on_page(text("123", box="50 25 8 10")))
    assert cut == "12\ufffd"
    # what is filled shows as far as its boundary goes
    covers = path(rectangle(0, 0, 100, 100), fill="255 255 255", box="80 60 10 10")
    assert tried(on_page(text("12") + covers)) == ("12", [])


def test_a_boundary_may_go_to_the_left() -> None:
    assert tried(on_page(text("12", 60, box="64 25 -10 10"))) == ("12", [])


@pytest.mark.parametrize(
    ("words", "box"), [("—", "55.2 29.4 2.6 0.5"), ("。", "55.3 30.4 0.9 0.9"), ("/", "55 27 1.75 4")]
)
def test_a_boundary_drawn_close_around_the_ink_of_a_character_hides_nothing(words: str, box: str) -> None:
    own, found = tried(on_page(text(words, box=box)))
    assert (own, [item for item in found if item[0] != "text-invisible"]) == (words, [])


def test_a_clip_cuts_an_object() -> None:
    area = tag("Area", tag("Path", tag("AbbreviatedData", rectangle(0, 0, 140, 20)), Boundary="0 0 140 20"))
    inner = tag("Clips", tag("Clip", area), TransFlag="false")
    assert tried(on_page(text("12", inner=inner))) == ("", [("cell-unseen", "clipped")])
    scaled = tag("Clips", tag("Clip", area), TransFlag="true")
    moved = text("12", 27.5, BASE / 2, size=1.75, inner=scaled, CTM="2 0 0 2 0 0")
    assert tried(on_page(moved)) == ("12", [])


@pytest.mark.parametrize(
    ("attributes", "why"),
    [({"Visible": "false"}, "hidden"), ({"Alpha": "0"}, "transparent"), ({"Fill": "false"}, "hidden")],
)
def test_text_that_is_not_seen(attributes: dict[str, object], why: str) -> None:
    assert tried(on_page(text("12", **attributes))) == ("", [("cell-unseen", why)])  # type: ignore[arg-type]


def test_white_and_clear_colours() -> None:
    white = text("12", inner=tag("FillColor", Value="255 255 255"))
    assert tried(on_page(white)) == ("", [("cell-unseen", "colour")])
    clear = text("12", inner=tag("FillColor", Value="0 0 0", Alpha="0"))
    assert tried(on_page(clear)) == ("", [("cell-unseen", "transparent")])
    dark = path(rectangle(50.5, 25.5, 24, 9), fill="0 0 0")
    assert tried(on_page(dark + white)) == ("12", [])


def test_how_an_object_is_drawn_comes_from_parameters_that_build_on_others() -> None:
    params = tag("DrawParam", tag("FillColor", Value="255 255 255"), ID=5) + tag(
        "DrawParam", ID=6, Relative=5
    )
    resources = tag("DrawParams", params)
    assert tried(on_page(text("12", DrawParam=6), resources=resources)) == ("", [("cell-unseen", "colour")])
    own = text("12", inner=tag("FillColor", Value="0 0 0"), DrawParam=6)
    assert tried(on_page(own, resources=resources)) == ("12", [])
    white = layer(text("12"), DrawParam=6)
    assert tried(read(ofd(layer(TABLE) + white, resources=resources))) == ("", [("cell-unseen", "colour")])
    loop = tag("DrawParams", tag("DrawParam", ID=5, Relative=6) + tag("DrawParam", ID=6, Relative=5))
    assert tried(on_page(text("12", DrawParam=6), resources=loop)) == ("12", [])


@pytest.mark.parametrize(
    ("space", "value", "seen"),
    [
        ({"Type": "GRAY"}, "255", False),
        ({"Type": "GRAY"}, "0", True),
        ({"Type": "CMYK"}, "0 0 0 0", False),
        ({"Type": "CMYK"}, "0 0 0 255", True),
        ({"Type": "RGB"}, "#FF #FF #FF", False),
        ({"Type": "RGB", "BitsPerComponent": "1"}, "1 1 1", False),
        ({"Type": "LAB"}, "255 255 255", True),
    ],
)
def test_colour_spaces(space: dict[str, str], value: str, seen: bool) -> None:
    resources = tag("ColorSpaces", tag("ColorSpace", ID=7, **space))
    own = text("12", inner=tag("FillColor", Value=value, ColorSpace=7))
    assert tried(on_page(own, resources=resources))[0] == ("12" if seen else "")


def test_layers_lie_over_each_other_by_their_type() -> None:
    cover = path(rectangle(50.5, 25.5, 24, 9), fill="255 255 255")
    below = layer(cover, Type="Background")
    above = layer(cover, Type="Foreground")
    assert tried(read(ofd(layer(TABLE + text("12")) + below))) == ("12", [])
    assert tried(read(ofd(above + layer(TABLE + text("12"))))) == ("", [("cell-covered", "12")])


TEMPLATE = tag("TemplatePage", ID=20, BaseLoc="Tpls/Tpl_0/Content.xml")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (None, ("15", [])),
        ("Background", ("15", [])),
        ("Foreground", ("12", [("text-covered", "15")])),
    ],
)
def test_a_template_lies_below_or_above_its_page(
    order: str | None, expected: tuple[str, list[tuple[str, str]]]
) -> None:
    cover = path(rectangle(50.5, 25.5, 24, 9), fill="255 255 255")
    page = tag("Template", TemplateID=20, ZOrder=order) + "|" + layer(TABLE + cover + text("15"))
    template = root("Page", tag("Content", layer(cover + text("12"))))
    found = tried(read(ofd(page, common=TEMPLATE, extra={"Doc_0/Tpls/Tpl_0/Content.xml": template})))
    if order != "Foreground":
        # the number of the template is covered by the page
        assert found == ("15", [("text-covered", "12")])
    else:
        assert found == expected


def test_pages_come_in_the_order_of_the_list() -> None:
    parts = parts_of(layer(text("第二页", 20, 40)), layer(text("第一页", 20, 40)))
    document = str(parts["Doc_0/Document.xml"])
    first = tag("Page", ID=1, BaseLoc="Pages/Page_1/Content.xml")
    second = tag("Page", ID=2, BaseLoc="Pages/Page_2/Content.xml")
    assert first + second in document
    parts["Doc_0/Document.xml"] = document.replace(first + second, second + first)
    assert paragraphs(packed(parts)) == [("第一页", 1), ("第二页", 2)]


def test_the_current_version_is_the_document() -> None:
    versions = tag(
        "Versions",
        tag("Version", ID="v1", Index=1, BaseLoc="Doc_0/Versions/V1.xml")
        + tag("Version", ID="v2", Index=2, Current="true", BaseLoc="Doc_0/Versions/V2.xml"),
    )
    parts = parts_of(layer(text("旧版本", 20, 40)), body=versions)
    newer = str(parts["Doc_0/Document.xml"]).replace("Page_1", "Page_9")
    parts["Doc_0/Newer.xml"] = newer
    parts["Doc_0/Pages/Page_9/Content.xml"] = root("Page", tag("Content", layer(text("新版本", 20, 40))))
    parts["Doc_0/Versions/V2.xml"] = root("DocVersion", tag("DocRoot", "/Doc_0/Newer.xml"))
    assert paragraphs(packed(parts)) == [("新版本", 1)]


def test_all_documents_of_a_file_are_read_one_after_the_other() -> None:
    parts = parts_of(layer(text("第一份", 20, 40)))
    parts["Doc_1/Document.xml"] = str(parts["Doc_0/Document.xml"])
    parts["Doc_1/Pages/Page_1/Content.xml"] = root("Page", tag("Content", layer(text("第二份", 20, 40))))
    bodies = "".join(tag("DocBody", tag("DocRoot", f"Doc_{at}/Document.xml")) for at in (0, 1))
    parts["OFD.xml"] = root("OFD", bodies)
    assert paragraphs(packed(parts)) == [("第一份", 1), ("第二份", 2)]


def test_blocks_and_drawings_that_are_kept_elsewhere() -> None:
    block = tag("PageBlock", tag("PageBlock", text("12")))
    assert tried(on_page(block)) == ("12", [])
    unit = tag(
        "CompositeGraphicUnit", tag("Content", text("12", 5, 6, box="0 0 25 10")), ID=30, Width=25, Height=10
    )
    resources = tag("CompositeGraphicUnits", unit)
    placed = tag("CompositeObject", ID=31, ResourceID=30, Boundary=CELL)
    assert tried(on_page(placed, resources=resources)) == ("12", [])
    half = tag("CompositeObject", ID=31, ResourceID=30, Boundary="50 25 3 10")
    assert tried(on_page(half, resources=resources)) == ("", [("cell-unseen", "clipped")])
    hidden = tag("CompositeObject", ID=31, ResourceID=30, Boundary=CELL, Visible="false")
    assert tried(on_page(hidden, resources=resources)) == ("", [("cell-unseen", "hidden")])


def test_what_is_no_known_object_is_not_read() -> None:
    unknown = tag("HologramObject", ID=9, Boundary="52 27 10 6")
    assert tried(on_page(text("12") + unknown)) == ("12\ufffc", [("cell-not-read", "unknown")])


def test_text_outside_the_page_is_not_there() -> None:
    own, found = tried(on_page(text("7", 300, 40)))
    assert (own, found) == ("", [("text-invisible", "")])


def test_what_lies_outside_the_area_of_display_is_not_sure() -> None:
    area = tag("Area", tag("PhysicalBox", "0 0 140 100") + tag("ApplicationBox", "0 0 52 100"))
    document = read(ofd(f"{area}|" + layer(TABLE + text("12"))))
    assert cells(document) == ["规章", "12\ufffc", "26\ufffc", "行政规范性文件", "3", ""]


def test_attachments_are_not_shown() -> None:
    listed = root("Attachments", tag("Attachment", tag("FileLoc", "a.xml"), Name="a", Format="xml"))
    document = on_page(
        text("12"),
        document=tag("Attachments", "Attachs/Attachments.xml"),
        extra={"Doc_0/Attachs/Attachments.xml": listed, "Doc_0/Attachs/a.xml": "<a>99</a>"},
    )
    assert (tried(document), document.pictures) == (("12", []), ())


# --- files that cannot be read


def test_an_encrypted_file_is_refused() -> None:
    parts = {**parts_of(layer(TABLE)), "Encryptions.xml": root("Encryptions", "")}
    with pytest.raises(EncryptedDocumentError, match="the OFD is encrypted"):
        read(packed(parts))


def without(name: str) -> dict[str, str | bytes]:
    parts = parts_of(layer(TABLE))
    del parts[name]
    return parts


BROKEN: dict[str, tuple[dict[str, str | bytes], str]] = {
    "no document": (without("Doc_0/Document.xml"), "Document.xml.*is missing"),
    "no page": (without("Doc_0/Pages/Page_1/Content.xml"), "Page_1/Content.xml.*is missing"),
    "no pages": (parts_of(), "names no page"),
    "no template": (
        parts_of(tag("Template", TemplateID=4) + "|" + layer(TABLE)),
        "a template that is missing",
    ),
    "no file of a template": (
        parts_of(tag("Template", TemplateID=20) + "|" + layer(TABLE), common=TEMPLATE),
        "Tpl_0/Content.xml.*is missing",
    ),
    "no number": (parts_of(layer(text("1", Alpha="a"))), "an Alpha of the OFD is 'a'"),
    "no finite number": (parts_of(layer(text("1", HScale="1e999"))), "an HScale of the OFD"),
    "no box": (parts_of(layer(text("1", box="1 2 3"))), "a Boundary of the OFD has 3 numbers"),
    "no matrix": (parts_of(layer(text("1", CTM="1 0 0"))), "a CTM of the OFD has 3 numbers"),
    "no distance": (parts_of(layer(text("12", code='DeltaX="g 2"'))), "is repeated and not given"),
    "no count": (parts_of(layer(text("12", code='DeltaX="g -2 1"'))), "which is no count"),
    "no path": (parts_of(layer(path("M 1 1 L 3"))), "a path of the OFD cannot be followed at 'L'"),
    "no command": (parts_of(layer(path("M 1 1 Z"))), "a path of the OFD cannot be followed at 'Z'"),
    "no size": (parts_of(layer(TABLE), size=(0, 10)), "has no size that a page can have"),
    "no XML": ({**parts_of(layer(TABLE)), "Doc_0/Document.xml": "<a"}, "not well-formed"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_damaged_file_is_refused(name: str) -> None:
    parts, message = BROKEN[name]
    with pytest.raises(DamagedDocumentError, match=message):
        read(packed(parts))


def test_a_file_without_text_is_empty() -> None:
    with pytest.raises(EmptyDocumentError, match="the pages of the OFD hold no text"):
        read(ofd(layer("")))
    with pytest.raises(UnreadableDocumentError):
        read(b"PK\x03\x04OFD.xml")
