"""What a page shows and what is no text of its content: fields, annotations, drawn characters, pictures."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pdf_ink import alarms
from pdf_samples import BACKENDS, filled, found, pages, read, stream, text
from pdf_things import (
    CELL,
    FIELD,
    FORM,
    HEAD,
    PICTURE,
    body,
    curve,
    form,
    note,
    page,
    plain,
    told,
    unread,
    words,
)

from govdisclose.document import DEFAULT_LIMITS
from govdisclose.errors import UnreadableDocumentError
from govdisclose.grid import UNREAD
from govdisclose.readers.pdf.raster import raster

pytestmark = pytest.mark.parametrize("backend", BACKENDS)


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
