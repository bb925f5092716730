"""A fault in one label changes the entries of its line, its group or its table's heading, and no other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from strategies import distinct_forms, examples

from govdisclose import parse_document
from govdisclose.document import Document
from govdisclose.grammar.entry import State
from govdisclose.testing.damage import DAMAGES
from govdisclose.testing.documents import Filled, Key, places
from govdisclose.testing.grids import map_grids, with_texts
from govdisclose.testing.laws import reading
from govdisclose.text import fold

_TYPO = "彐"


def _with_row_label(filled: Filled, key: Key, at: int) -> tuple[Document, str]:
    """The label left of an entry with one wrong character, and the label as it is now."""
    number, row, _ = places(filled.layout)[key]
    grid = filled.document.grids[number - 1]
    left = min(place[2] for other, place in places(filled.layout).items() if place[:2] == (number, row))
    cell = grid.at(row, left - 1)
    assert cell is not None
    at %= len(cell.text)
    text = cell.text[:at] + _TYPO + cell.text[at + 1 :]
    new = with_texts(grid, {(cell.row, cell.column): text})
    return map_grids(filled.document, lambda old: new if old.number == number else old), text


@given(filled=distinct_forms(), data=st.data())
@examples(80)
def test_a_misspelt_row_label_takes_its_row_and_no_other(filled: Filled, data: st.DataObject) -> None:
    keys = [key for key in filled.truth if key[1]]
    key = data.draw(st.sampled_from(keys))
    document, text = _with_row_label(filled, key, data.draw(st.integers(0, 60)))
    result = parse_document(document)
    before, after = reading(parse_document(filled.document).entries), reading(result.entries)
    assert result.layout is filled.layout
    for other in before:
        if other[:2] == key[:2]:
            assert after[other] == (State.MISSING, None, None)
        else:
            assert after[other] == before[other]
    assert any(item.kind == "row-missing" and item.path == ":".join(key[:2]) for item in result.findings)
    assert any(
        item.kind == "row-not-matched" and fold(text) in fold(item.facts["label"]) for item in result.findings
    )


@given(filled=distinct_forms(), seed=st.integers(0, 2**16))
@examples(60)
def test_a_misspelt_label_of_any_kind_leaves_the_other_tables_alone(filled: Filled, seed: int) -> None:
    document = DAMAGES["misspelt-label"](filled, seed).document
    touched = {
        table.key
        for table, old, new in zip(filled.layout.tables, filled.document.grids, document.grids, strict=True)
        if old != new
    }
    before, after = (
        reading(parse_document(filled.document).entries),
        reading(parse_document(document).entries),
    )
    assert {key[0] for key in before if before[key] != after[key]} <= touched
