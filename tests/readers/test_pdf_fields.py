"""Fields of forms in the cells of a page."""

from __future__ import annotations

import pytest
from pdf_samples import BACKENDS, read
from pdf_things import FIELD, body, form, note, page, plain, told, unread, words

from govdisclose.grid import UNREAD

pytestmark = pytest.mark.parametrize("backend", BACKENDS)


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
