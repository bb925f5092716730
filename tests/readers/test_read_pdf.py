"""What is read from pages drawn by hand, by both backends alike."""

from __future__ import annotations

import pytest
from pdf_samples import BACKENDS, box, composite, filled, line, pages, pdf, read, ruled, stream, text
from pdf_texts import ROWS, TABLE, XS, YS, cells, kinds, texts

import govdisclose
from govdisclose.document import DEFAULT_LIMITS
from govdisclose.errors import (
    DamagedDocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    ImageOnlyDocumentError,
)
from govdisclose.readers.pdf import READER

pytestmark = pytest.mark.parametrize("backend", BACKENDS)


# --- rules to grids


def test_a_ruled_table_is_a_grid_with_places(backend: str) -> None:
    document = read(pages(TABLE), backend)
    (grid,) = document.grids
    assert cells(grid) == [
        ("信息内容", 0, 0, 1, 1),
        ("数量", 0, 1, 1, 1),
        ("规章", 1, 0, 1, 1),
        ("12", 1, 1, 1, 1),
    ]
    last = grid.cells[-1]
    assert last.page == 1
    assert last.box == pytest.approx((150, 70, 220, 90), abs=0.6)
    assert (document.format, document.findings) == ("pdf", ())


def test_a_rule_that_is_not_there_is_a_merged_cell(backend: str) -> None:
    rules = (
        b"".join(line(50, y, 220, y) for y in (250, 230)) + line(150, 210, 220, 210) + line(50, 190, 220, 190)
    )
    rules += line(50, 250, 50, 190) + line(220, 250, 220, 190) + line(150, 230, 150, 190)
    words = text(54, 236, "申请人情况") + text(54, 206, "三、") + text(154, 216, "1") + text(154, 196, "2")
    (grid,) = read(pages(rules + words), backend).grids
    assert cells(grid) == [
        ("申请人情况", 0, 0, 1, 2),
        ("三、", 1, 0, 2, 1),
        ("1", 1, 1, 1, 1),
        ("2", 2, 1, 1, 1),
    ]


def test_thin_rectangles_of_each_cell_are_rules(backend: str) -> None:
    rules = b"".join(
        box(x, y, 0.75, 20) + box(x, y, width, 0.75) + box(x, y + 19.6, width, 0.75)
        for x, width in ((50, 100), (150, 70))
        for y in (230, 210)
    ) + box(219.6, 210, 0.75, 40)
    assert texts(read(pages(rules + filled(XS, YS, ROWS)), backend)) == [["信息内容", "数量", "规章", "12"]]


def test_sides_of_borders_that_are_cut_slantwise_are_rules(backend: str) -> None:
    """As browsers draw borders of which not all sides are alike."""
    sides = b"".join(
        b"%g %g m %g %g l %g %g l %g %g l h f\n" % corners
        for x, y, right, top in (
            (50, 230, 150, 250),
            (150, 230, 220, 250),
            (50, 210, 150, 230),
            (150, 210, 220, 230),
        )
        for corners in (
            (x, top, right, top, right - 1, top - 1, x + 1, top - 1),
            (right, top, right, y, right - 1, y + 1, right - 1, top - 1),
            (x, y, right, y, right - 1, y + 1, x + 1, y + 1),
            (x, top, x, y, x + 1, y + 1, x + 1, top - 1),
        )
    )
    assert texts(read(pages(sides + filled(XS, YS, ROWS)), backend)) == [["信息内容", "数量", "规章", "12"]]


def test_stroked_rectangles_doubled_and_broken_rules_are_one_edge_each(backend: str) -> None:
    frames = b"50 210 100 40 re S 152 210 68 40 re S\n"
    broken = line(50, 230, 90, 230) + line(92, 230, 220, 230)
    document = read(pages(frames + broken + filled(XS, YS, ROWS)), backend)
    assert [(grid.rows, grid.columns) for grid in document.grids] == [(2, 2)]


def test_an_underline_and_a_frame_around_a_paragraph_are_no_tables(backend: str) -> None:
    document = read(
        pages(
            line(50, 198, 150, 198) + text(50, 200, "标题") + b"40 90 200 40 re S\n" + text(50, 105, "说明")
        ),
        backend,
    )
    assert ([item.text for item in document.paragraphs], document.grids) == (["标题", "说明"], ())


def test_two_tables_side_by_side_are_read_from_left_to_right(backend: str) -> None:
    right = [240, 300, 360]
    content = (
        ruled(right, [252, 232, 212]) + filled(right, [252, 232, 212], [["乙", "2"], ["丁", "4"]]) + TABLE
    )
    assert texts(read(pages(content), backend)) == [
        ["信息内容", "数量", "规章", "12"],
        ["乙", "2", "丁", "4"],
    ]


def test_a_frame_around_tables_is_layout(backend: str) -> None:
    frame = ruled([20, 380], [290, 150, 20]) + text(30, 100, "说明")
    document = read(pages(frame + TABLE), backend)
    assert texts(document) == [["信息内容", "数量", "规章", "12"]]
    assert [item.text for item in document.paragraphs] == ["说明"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_as_it_is_shown(turn: int, backend: str) -> None:
    entries = b"/MediaBox[0 0 400 300]/Rotate %d" % turn
    matrix = {90: b"0 1 -1 0 400 0", 180: b"-1 0 0 -1 400 300", 270: b"0 -1 1 0 0 300"}[turn]
    content = b"%b cm\n" % matrix + ruled(XS, YS) + filled(XS, YS, ROWS)
    assert texts(read(pages(content, entries=entries), backend)) == [["信息内容", "数量", "规章", "12"]]


@pytest.mark.parametrize("matrix", [b"0 1 -1 0 300 0", b"0 -1 1 0 0 400"])
def test_a_table_drawn_sideways_is_turned_upright(matrix: bytes, backend: str) -> None:
    source = pages(b"%b cm\n" % matrix + TABLE, entries=b"/MediaBox[0 0 300 400]")
    (grid,) = read(source, backend).grids
    assert [cell.text for cell in grid.cells] == ["信息内容", "数量", "规章", "12"]
    left, top, right, bottom = grid.cells[0].box or (0, 0, 0, 0)
    assert (round(right - left), round(bottom - top)) == (20, 100)


# --- text to cells


def test_a_number_that_its_cell_is_too_narrow_for_is_joined_with_a_finding(backend: str) -> None:
    xs, ys = [50, 150, 166], [250, 220, 190]
    content = (
        ruled(xs, ys)
        + text(54, 230, "规章")
        + text(153, 238, "17")
        + text(153, 226, "8")
        + text(153, 200, "20")
    )
    document = read(pages(content), backend)
    assert texts(document) == [["规章", "178", "", "20"]]
    assert kinds(document) == ["number-wrapped"]


def test_two_numbers_in_a_cell_with_room_for_both_stay_two(backend: str) -> None:
    xs, ys = [50, 150, 220], [250, 220, 190]
    content = ruled(xs, ys) + text(54, 230, "规章") + text(154, 238, "17") + text(154, 226, "8")
    document = read(pages(content), backend)
    assert texts(document) == [["规章", "17\n8", "", ""]]
    assert kinds(document) == []


def test_a_number_that_runs_over_a_rule_is_in_neither_cell_for_sure(backend: str) -> None:
    xs, ys = [50, 100, 120, 140], [250, 230, 210]
    content = ruled(xs, ys) + text(54, 236, "规章") + text(102, 236, "11398") + text(104, 216, "5")
    document = read(pages(content), backend)
    assert texts(document) == [["规章", "1139\ufffd", "8\ufffd", "", "5", ""]]
    assert kinds(document) == ["text-over-edge", "text-over-edge"]


def test_a_number_that_runs_out_of_the_table_may_go_on_unpainted(backend: str) -> None:
    content = ruled(XS, YS) + filled(XS, YS, [["规章", "1139888912345678"], ["", "5"]])
    document = read(pages(content), backend)
    assert texts(document) == [["规章", "1139888912345678\ufffd", "", "5"]]


def test_a_cell_that_goes_on_beside_the_paper_is_not_blank_for_sure(backend: str) -> None:
    width = 400  # of the page
    content = (
        ruled([50, 200, width + 40], [290, 270, 250]) + text(54, 276, "规章") + text(width + 5, 276, "12")
    )
    document = read(pages(content + text(54, 256, "许可") + text(210, 256, "7")), backend)
    assert texts(document) == [["规章", "\ufffd", "许可", "7"]]
    assert kinds(document) == ["text-invisible", "cell-off-page"]


@pytest.mark.parametrize(
    ("place", "printed"),
    [
        (b"30 0 0 12 210 274", "\ufffc"),
        (b"1 0 0 1 210 274", ""),  # holds a place
        (b"180 0 0 60 100 240", ""),  # a seal over several cells
    ],
)
def test_a_cell_with_a_picture_and_no_text_is_not_blank(place: bytes, printed: str, backend: str) -> None:
    shown = b"q %b cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q\n" % place
    content = ruled([50, 200, 260], [290, 270, 250]) + text(54, 276, "规章") + text(54, 256, "许可")
    document = read(pages(content + shown + text(210, 256, "7")), backend)
    assert texts(document) == [["规章", printed, "许可", "7"]]
    assert kinds(document) == (["cell-is-picture"] if printed else [])


def test_what_is_printed_twice_to_look_bold_is_read_once(backend: str) -> None:
    content = TABLE + filled([x + 0.3 for x in XS], YS, ROWS)
    assert texts(read(pages(content), backend)) == [["信息内容", "数量", "规章", "12"]]


def test_two_numbers_over_each_other_are_not_woven_into_one(backend: str) -> None:
    content = TABLE + text(156, 216, "34")
    assert texts(read(pages(content), backend))[0][3] in ("12 34", "12\ufffd")


def test_radicals_are_the_characters_that_they_stand_for(backend: str) -> None:
    content = TABLE + text(50, 180, "⼀、⾏政⺠⻓")
    assert read(pages(content), backend).paragraphs[0].text == "一、行政民长"


def test_what_cannot_be_seen_is_left_out_with_a_finding(backend: str) -> None:
    hidden = (
        text(190, 216, "1", before=b"3 Tr")
        + b"q 1 g "
        + text(195, 216, "2")
        + b"Q "
        + text(154, -50, "3")
        + b"q 0 0 9 9 re W n "
        + text(170, 216, "4")
        + b"Q "
    )
    document = read(pages(TABLE + hidden), backend)
    assert texts(document) == [["信息内容", "数量", "规章", "12"]]
    assert [(item.kind, dict(item.facts)) for item in document.findings] == [
        ("text-invisible", {"count": "1"}),  # beside the paper, and so in no cell
        ("text-unseen", {"text": "412", "why": "hidden"}),
    ]


def test_white_text_on_a_dark_heading_is_seen(backend: str) -> None:
    content = (
        b"0.2 g 50 230 170 20 re f 1 g\n" + filled(XS, YS, [["信息内容", "数量"]]) + b"0 g\n" + ruled(XS, YS)
    )
    assert texts(read(pages(content), backend)) == [["信息内容", "数量", "", ""]]


def test_white_text_that_something_is_painted_over_later_does_not_stand_on_it(backend: str) -> None:
    content = TABLE + b"q 1 g " + text(190, 216, "9") + b"Q 0.2 g 180 211 30 18 re f\n"
    document = read(pages(content), backend)
    assert texts(document) == [["信息内容", "数量", "规章", "12\ufffc"]]
    assert [(item.kind, dict(item.facts)) for item in document.findings] == [
        ("text-covered", {"text": "9"}),
        ("cell-not-read", {"what": "drawing", "text": "12"}),
    ]


def layered(configuration: bytes, content: bytes, *extra: bytes) -> bytes:
    """A file with the layers 6 and 7; ``/A`` and ``/B`` mark what belongs to them, and ``/C`` what to object 8."""
    catalog = b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R 7 0 R]/D<<%b>>>>>>" % configuration
    layers = [b"<</Type/OCG/Name(%b)>>" % name for name in (b"A", b"B")]
    return pages(
        content,
        resources=b"/Properties<</A 6 0 R/B 7 0 R/C 8 0 R>>/XObject<</X 8 0 R>>",
        extra=[*layers, *extra],
        catalog=catalog,
    )


def within(name: bytes, content: bytes) -> bytes:
    return b"/OC /%b BDC\n%bEMC\n" % (name, content)


@pytest.mark.parametrize("configuration", [b"/OFF[7 0 R]", b"/BaseState/OFF/ON[6 0 R]"])
def test_text_and_rules_of_a_hidden_layer_are_left_out(configuration: bytes, backend: str) -> None:
    inner = b"/Span BMC " + text(190, 216, "3") + b"EMC\n" + line(185, 250, 185, 210)
    content = within(b"A", TABLE) + within(b"B", inner) + text(164, 216, "4")
    document = read(layered(configuration, content), backend)
    assert texts(document) == [["信息内容", "数量", "规章", "124"]]
    assert [(item.kind, dict(item.facts)) for item in document.findings] == [
        ("text-unseen", {"text": "3", "why": "hidden"})
    ]


def test_a_layer_that_is_shown_is_read(backend: str) -> None:
    document = read(layered(b"/BaseState/ON", within(b"A", TABLE)), backend)
    assert texts(document) == [["信息内容", "数量", "规章", "12"]]
    assert kinds(document) == []


def test_a_form_of_a_hidden_layer_is_left_out(backend: str) -> None:
    form = stream(
        text(190, 216, "3"),
        b"/Type/XObject/Subtype/Form/BBox[0 0 400 300]/OC 7 0 R/Resources<</Font<</F 3 0 R>>>>",
    )
    for configuration, number, found in ((b"/OFF[7 0 R]", "12", ["text-unseen"]), (b"", "12 3", [])):
        document = read(layered(configuration, TABLE + b"/X Do\n", form), backend)
        assert texts(document) == [["信息内容", "数量", "规章", number]]
        assert kinds(document) == found


@pytest.mark.parametrize(
    ("membership", "shown"),
    [
        (b"/OCGs 7 0 R", False),
        (b"/OCGs[6 0 R 7 0 R]", True),
        (b"/OCGs[6 0 R 7 0 R]/P/AllOn", False),
        (b"/OCGs[6 0 R 7 0 R]/P/AnyOff", True),
        (b"/OCGs[6 0 R 7 0 R]/P/AllOff", False),
        (b"/OCGs[]/P/AllOn", True),
        (b"/OCGs 6 0 R/VE[/And 6 0 R[/Not 7 0 R]]", True),
        (b"/OCGs 6 0 R/VE[/Or 7 0 R[/Not 6 0 R]]", False),
    ],
)
def test_what_depends_on_several_layers_is_read_where_it_is_shown(
    membership: bytes, shown: bool, backend: str
) -> None:
    content = TABLE + within(b"C", text(190, 216, "3"))
    document = read(layered(b"/OFF[7 0 R]", content, b"<</Type/OCMD%b>>" % membership), backend)
    assert texts(document) == [["信息内容", "数量", "规章", "12 3" if shown else "12"]]


def test_codes_of_a_font_without_a_map_are_unknown_and_never_chinese(backend: str) -> None:
    document = read(pages(TABLE, font=composite(None, b"GB1")), backend)
    assert texts(document) == [["\ufffd" * 4, "\ufffd" * 2, "\ufffd" * 2, "\ufffd" * 2]]
    assert kinds(document) == ["characters-unmapped"]


def test_a_code_that_the_map_lacks_is_unknown(backend: str) -> None:
    only = b"begincmap 1 beginbfchar <0031> <0031> endbfchar endcmap"
    document = read(pages(TABLE, font=composite(only)), backend)
    assert texts(document)[0][3] == "1\ufffd"


# --- files that cannot be read


def test_a_scan_says_so_and_what_would_help(backend: str) -> None:
    picture = stream(
        b"\0", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    )
    source = pages(b"400 0 0 300 0 0 cm /I Do", resources=b"/XObject<</I 6 0 R>>", extra=[picture])
    with pytest.raises(ImageOnlyDocumentError, match=r"is a scan: 1 pages .* text recognition \(OCR\)"):
        read(source, backend)


def test_pages_without_anything_are_empty(backend: str) -> None:
    with pytest.raises(EmptyDocumentError, match="hold no text"):
        read(pages(b"0 0 m 9 9 l S"), backend)


def test_a_password_that_is_not_empty_is_an_error_of_its_own(backend: str) -> None:
    locked = b"<</Filter/Standard/V 1/R 2/O<%b>/U<%b>/P -4>>" % (b"11" * 32, b"22" * 32)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, locked]
    with pytest.raises(EncryptedDocumentError, match="asks for a password"):
        read(pdf(objects, b"/Encrypt 4 0 R/ID[<aa><aa>]"), backend)


def test_a_file_that_an_empty_password_opens_is_read(backend: str) -> None:
    document = read(pages(TABLE, user=b""), backend)
    assert texts(document) == [["信息内容", "数量", "规章", "12"]]
    assert kinds(document) == []


def test_a_file_that_asks_for_a_password_says_so(backend: str) -> None:
    with pytest.raises(EncryptedDocumentError, match="save it without one"):
        read(pages(TABLE, user=b"secret"), backend)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6])
def test_a_file_that_breaks_off_is_damaged(share: float, backend: str) -> None:
    source = pages(TABLE)
    with pytest.raises((DamagedDocumentError, EmptyDocumentError)):
        read(source[: int(len(source) * share)], backend)


# --- the reader


def test_the_reader_is_found_by_its_content(backend: str) -> None:
    source = b"\r\n" * 100 + pages(TABLE)
    assert READER.claims(source[:65_536]) is True
    assert READER.claims(b" " * 1024 + b"%PDF-1.7") is False
    assert govdisclose.read(pages(TABLE)).format == "pdf"


def test_other_bytes_are_damaged(backend: str) -> None:
    with pytest.raises(DamagedDocumentError, match="does not begin"):
        READER.read(b"no PDF", DEFAULT_LIMITS)


def test_what_stands_far_apart_on_one_line_is_not_one_paragraph(backend: str) -> None:
    content = text(30, 200, "职能") + text(120, 200, "示例市档案局2022年年度报告") + text(30, 180, "年")
    content += text(60, 180, "度") + text(90, 180, "报告")
    document = read(pages(content), backend)
    assert [item.text for item in document.paragraphs] == ["职能", "示例市档案局2022年年度报告", "年 度 报告"]
