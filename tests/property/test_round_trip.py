"""What is drawn, written and read again is what was printed, each number with the cell that it stands in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import BLANK_OR_SLASH, LAYOUTS, distinct_forms, examples, forms

from govdisclose import parse_document
from govdisclose.document import Document
from govdisclose.grammar.entry import Entry, State
from govdisclose.grammar.identity import Outcome
from govdisclose.grammar.layout import Layout
from govdisclose.testing.documents import Filled, documents, places
from govdisclose.testing.documents import filled as fill
from govdisclose.testing.formats import FORMATS, LOSSY
from govdisclose.testing.laws import silently_wrong
from govdisclose.testing.oracle import printed_in
from govdisclose.testing.values import Broken, broken_values, values

WHOLE = [name for name in FORMATS if name not in LOSSY]


def _raw(entries: tuple[Entry, ...]) -> dict[tuple[str, str, str], str]:
    return {(entry.table, entry.row, entry.column): entry.raw for entry in entries}


def _text_at(document: Document, entry: Entry) -> str:
    at = entry.at
    assert at is not None
    if at.table is None:
        return next(block.text for block in document.paragraphs if block.line == at.line)
    assert at.row is not None
    assert at.column is not None
    grid = document.grids[at.table - 1]
    cell = grid.at(at.row - 1, at.column - 1)
    assert cell is not None
    return cell.text


@given(forms())
@examples(40)
def test_a_drawn_form_is_read_as_printed(filled: Filled) -> None:
    result = parse_document(filled.document)
    assert result.layout is filled.layout
    assert _raw(result.entries) == filled.truth
    assert (result.report.organ, result.report.year) == (filled.organ, filled.year)


@given(forms())
@examples(30)
def test_a_cell_with_0_a_blank_and_a_slash_stay_apart(filled: Filled) -> None:
    expected = {"": State.BLANK, "/": State.NOT_APPLICABLE}
    for entry in parse_document(filled.document).entries:
        assert entry.state is expected.get(entry.raw, State.NUMBER)


@pytest.mark.parametrize("name", WHOLE)
@given(filled=forms())
@examples(12)
def test_each_format_keeps_every_entry_and_its_place(name: str, filled: Filled) -> None:
    document = FORMATS[name](filled.document)
    result = parse_document(document)
    assert result.layout is filled.layout
    assert {key: raw.strip() for key, raw in _raw(result.entries).items()} == filled.truth
    for entry in result.entries:
        assert _text_at(document, entry) == entry.raw


@given(distinct_forms())
@examples(12)
def test_lines_without_rows_keep_every_entry_if_none_is_blank(filled: Filled) -> None:
    document = FORMATS["text-lines"](filled.document)
    result = parse_document(document)
    assert result.layout is filled.layout
    assert _raw(result.entries) == filled.truth
    for entry in result.entries:
        assert _text_at(document, entry) == entry.raw


@given(forms())
@examples(25)
def test_lines_without_rows_are_never_read_wrong_where_blanks_are_lost(filled: Filled) -> None:
    result = parse_document(FORMATS["text-lines"](filled.document))
    printed = {key: [text] for key, text in filled.truth.items()}
    assert silently_wrong(filled, result, printed, merges=False) == []
    for entry in result.entries:
        if entry.value is not None:
            assert entry.raw == filled.truth[entry.table, entry.row, entry.column]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
@given(data=st.data())
@examples(15)
def test_forms_that_add_up_have_no_broken_identity(layout: Layout, data: st.DataObject) -> None:
    filled = data.draw(documents(layout, balanced=True))
    result = parse_document(filled.document)
    assert {check.outcome for check in result.checks} == {Outcome.HOLDS}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
@given(data=st.data())
@examples(15)
def test_a_number_too_large_is_kept_and_breaks_the_sums_it_is_in(layout: Layout, data: st.DataObject) -> None:
    broken: Broken = data.draw(broken_values(layout))
    result = parse_document(fill(layout, broken.texts).document)
    assert result.entry(*broken.cell).raw == broken.texts[broken.cell[0]][broken.cell[1:]]
    about = [check for check in result.checks if check.outcome is Outcome.BROKEN]
    assert about
    for check in about:
        cells = (*check.identity.left, *check.identity.right)
        assert broken.cell[1:] in cells


@given(
    st.sampled_from(LAYOUTS).flatmap(lambda layout: documents(layout, balanced=False, zeros=BLANK_OR_SLASH))
)
@examples(20)
def test_forms_that_do_not_add_up_are_read_as_printed_too(filled: Filled) -> None:
    assert _raw(parse_document(filled.document).entries) == filled.truth


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
@given(data=st.data())
@examples(3)
def test_the_second_reading_of_a_drawn_form_agrees_with_what_was_drawn(
    layout: Layout, data: st.DataObject
) -> None:
    filled = fill(layout, data.draw(values(layout)))
    assert printed_in(filled.document, layout) == {key: [text] for key, text in filled.truth.items()}
    assert len(places(layout)) == layout.asked
