"""The reader of RTF passes the kit that all readers pass, and keeps every entry of a report and its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rtf_writer
from govdisclose import parse, parse_document
from govdisclose.document import Document
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.readers.rtf import READER
from govdisclose.testing.conformance import reader_tests
from govdisclose.testing.documents import Filled, documents
from govdisclose.testing.laws import differences
from govdisclose.testing.noise import NOISES, Applied, noises
from govdisclose.testing.values import Zero

ZEROS: st.SearchStrategy[Zero] = st.sampled_from(["0", "", "/"])
LAYOUTS = st.sampled_from((CN_2019, CN_2021))
FORMS = LAYOUTS.flatmap(lambda layout: documents(layout, zeros=ZEROS))
DISTINCT = LAYOUTS.flatmap(lambda layout: documents(layout, distinct=True))
# What cuts a label may cost a row its values where another kind stands beside it: see tests/property/test_noise.py.
KINDS = [name for name in NOISES if name not in ("cut-inside-row", "cut-inside-group-label")]

test_the_reader_of_rtf = reader_tests(READER, rtf_writer.write)


def _written(document: Document) -> bytes:
    return rtf_writer.write(document, "repeated")


test_the_reader_of_rtf_as_word_writes_it = reader_tests(READER, _written, seeds=5)


@pytest.mark.parametrize("way", rtf_writer.WAYS)
@given(filled=FORMS)
@settings(max_examples=12, deadline=None)
def test_every_entry_and_its_place_is_kept(way: str, filled: Filled) -> None:
    result = parse(rtf_writer.write(filled.document, way))
    assert result.layout is filled.layout
    read = {(entry.table, entry.row, entry.column): entry.raw.strip() for entry in result.entries}
    assert read == filled.truth
    before = parse_document(filled.document)
    places = [
        [entry.at and (entry.at.row, entry.at.column) for entry in one.entries] for one in (before, result)
    ]
    assert places[0] == places[1]


@given(DISTINCT, noises(KINDS, most=3), st.sampled_from(rtf_writer.WAYS))
@settings(max_examples=60, deadline=None)
def test_what_real_reports_do_to_the_form_changes_no_entry(filled: Filled, noise: Applied, way: str) -> None:
    result = parse_document(rtf_writer.through(noise(filled.document, filled.layout), way))
    before = parse_document(filled.document)
    assert result.layout is filled.layout
    assert differences(before, result, units=noise.keeps_units) == []
