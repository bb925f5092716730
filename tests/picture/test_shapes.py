"""What is to be drawn over a page, as boxes with a kind and words."""

from __future__ import annotations

import pytest
from pdf_samples import BACKENDS, filled, pages, read, ruled, text
from picture_samples import LAYOUT, LINES, OTHER, PAGE, ROWS, TABLE, XS, YS, parsed

import govdisclose
from govdisclose.findings import Severity
from govdisclose.picture import Kind, Mark, Shape, drawing

HEADS = [
    Shape(Kind.HEADING, (50, 50, 150, 70)),
    Shape(Kind.COLUMN_HEADING, (150, 50, 200, 70), ("paper",)),
    Shape(Kind.COLUMN_HEADING, (200, 50, 250, 70), ("online",)),
    Shape(Kind.COLUMN_HEADING, (250, 50, 300, 70), ("total",)),
]
RECEIVED = [
    Shape(Kind.ROW_HEADING, (50, 70, 150, 90), ("received",)),
    Shape(Kind.VALUE, (150, 70, 200, 90), ("received", "paper")),
    Shape(Kind.VALUE, (200, 70, 250, 90), ("received", "online")),
    Shape(Kind.BROKEN, (250, 70, 300, 90), ("received", "total")),
]
ANSWERED = [
    Shape(Kind.ROW_HEADING, (50, 90, 150, 110), ("answered",)),
    Shape(Kind.VALUE, (150, 90, 200, 110), ("answered", "paper")),
    Shape(Kind.DOUBT, (200, 90, 250, 110), ("answered", "online")),
    Shape(Kind.VALUE, (250, 90, 300, 110), ("answered", "total")),
]
UNKNOWN = [
    Shape(Kind.UNMATCHED, (50, 110, 150, 130)),
    Shape(Kind.UNMATCHED, (150, 110, 200, 130)),
    Shape(Kind.UNMATCHED, (200, 110, 250, 130)),
    Shape(Kind.UNMATCHED, (250, 110, 300, 130)),
]


def shapes_of(source: bytes, page: int = 1) -> list[Shape]:
    result = parsed(source)
    return list(drawing(result.document, result).page(page).shapes)


@pytest.mark.parametrize("backend", BACKENDS)
def test_every_cell_and_line_is_of_the_kind_that_it_was_taken_for(backend: str) -> None:
    document = read(PAGE, backend)
    result = govdisclose.parse_document(document, layouts=[LAYOUT])
    (page,) = drawing(document, result).pages
    assert list(page.shapes) == [
        Shape(Kind.TITLE, (50, 6.4, 260, 16.4)),
        Shape(Kind.SECTION, (50, 21.4, 110, 31.4)),
        Shape(Kind.SECTION, (50, 33.4, 110, 43.4)),
        *HEADS,
        *RECEIVED,
        *ANSWERED,
        *UNKNOWN,
        Shape(Kind.PROSE, (50, 161.4, 100, 171.4)),
        Shape(Kind.UNMATCHED, (50, 220, 100, 240)),
        Shape(Kind.UNMATCHED, (100, 220, 150, 240)),
    ]


def test_findings_are_numbered_down_the_page_and_those_without_a_place_come_last() -> None:
    result = parsed()
    drawn = drawing(result.document, result)
    assert list(drawn.page(1).marks) == [
        Mark(1, Severity.WARNING, (250, 70, 300, 90)),
        Mark(2, Severity.WARNING, (200, 90, 250, 110)),
        Mark(3, Severity.ERROR, (50, 110, 300, 130)),
    ]
    assert [item.kind for item in drawn.findings] == [
        "total-broken",
        "cell-not-a-count",
        "row-not-matched",
        "row-missing",
    ]


def test_without_a_result_all_cells_are_unmatched_and_all_lines_are_lines() -> None:
    document = govdisclose.read(pages(text(50, 285, "天气晴朗") + OTHER))
    assert list(drawing(document).page(1).shapes) == [
        Shape(Kind.LINE, (50, 6.4, 90, 16.4)),
        Shape(Kind.UNMATCHED, (50, 220, 100, 240)),
        Shape(Kind.UNMATCHED, (100, 220, 150, 240)),
    ]


def test_an_unknown_column_is_unmatched_and_the_others_are_not() -> None:
    rows = [["项目名称", "纸质申请", "口头申请", "合计"], ["收到申请", "1", "2", "3"]]
    ys = YS[:3]
    found = shapes_of(pages(ruled(XS, ys) + filled(XS, ys, rows)))
    assert [(shape.kind, shape.words) for shape in found] == [
        (Kind.HEADING, ()),
        (Kind.COLUMN_HEADING, ("paper",)),
        (Kind.UNMATCHED, ()),
        (Kind.COLUMN_HEADING, ("total",)),
        (Kind.ROW_HEADING, ("received",)),
        (Kind.VALUE, ("received", "paper")),
        (Kind.UNMATCHED, ()),
        (Kind.VALUE, ("received", "total")),
    ]


def test_a_second_copy_of_a_table_is_one_only_where_the_first_was_used() -> None:
    blank = [
        [words if not column or not row else "" for column, words in enumerate(cells)]
        for row, cells in enumerate(ROWS)
    ]
    drawn = pages(LINES + TABLE, ruled(XS, YS) + filled(XS, YS, blank))
    assert {shape.kind for shape in shapes_of(drawn, 2)} == {Kind.COPY}
    assert Kind.COPY not in {shape.kind for shape in shapes_of(drawn, 1)}


def test_a_blank_and_a_slash_are_values() -> None:
    rows = [ROWS[0], ["收到申请", "", "/", "0"]]
    found = shapes_of(pages(ruled(XS, YS[:3]) + filled(XS, YS[:3], rows)))
    assert [shape.kind for shape in found[5:]] == [Kind.VALUE, Kind.VALUE, Kind.VALUE]


@pytest.mark.parametrize(
    ("turn", "entries", "matrix", "place"),
    [
        ("the page by 90", b"/MediaBox[0 0 400 300]/Rotate 90", b"0 1 -1 0 400 0", (250, 170, 300, 190)),
        ("the page by 180", b"/MediaBox[0 0 400 300]/Rotate 180", b"-1 0 0 -1 400 300", (250, 70, 300, 90)),
        ("the page by 270", b"/MediaBox[0 0 400 300]/Rotate 270", b"0 -1 1 0 0 300", (250, 170, 300, 190)),
        ("the table", b"/MediaBox[0 0 300 400]", b"0 1 -1 0 300 0", (70, 100, 90, 150)),
    ],
)
@pytest.mark.parametrize("backend", BACKENDS)
def test_boxes_are_those_of_the_page_as_it_is_shown(
    turn: str, entries: bytes, matrix: bytes, place: tuple[int, int, int, int], backend: str
) -> None:
    document = read(pages(b"%b cm\n" % matrix + TABLE, entries=entries), backend)
    result = govdisclose.parse_document(document, layouts=[LAYOUT])
    (broken,) = [shape for shape in drawing(document, result).page(1).shapes if shape.kind is Kind.BROKEN]
    assert (turn, broken.box, broken.words) == (turn, place, ("received", "total"))


def test_a_format_without_pages_has_nothing_to_draw() -> None:
    result = govdisclose.parse("二、申请情况\n\n项目名称\t纸质申请\n收到申请\t1\n".encode(), layouts=[LAYOUT])
    drawn = drawing(result.document, result)
    assert drawn.pages == ()
    assert drawn.page(1).shapes == ()
