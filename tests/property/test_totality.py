"""Every declared entry is there once, and every line that is none of the form's is reported."""

from __future__ import annotations

from hypothesis import given
from strategies import distinct_forms, examples

from govdisclose import parse_document
from govdisclose.findings import Severity
from govdisclose.grammar.entry import State
from govdisclose.testing.damage import Struck, damages
from govdisclose.testing.documents import Filled
from govdisclose.testing.noise import Applied, noises


@given(distinct_forms(), damages(), noises(most=2))
@examples(120)
def test_each_declared_entry_comes_once_whatever_the_document_does(
    filled: Filled, fault: Struck, noise: Applied
) -> None:
    result = parse_document(noise(fault(filled).document, filled.layout))
    form = result.layout or result.selection.best.layout
    expected = [(table.key, *cell) for table in form.tables for cell in table.cells()]
    found = [(entry.table, entry.row, entry.column) for entry in result.entries]
    assert found == [key for key in expected if result.layout or key[0] in {item[0] for item in found}]


@given(distinct_forms(), damages())
@examples(120)
def test_what_has_no_value_has_a_finding(filled: Filled, fault: Struck) -> None:
    result = parse_document(fault(filled).document)
    weighty = {item.path.partition(":")[0] for item in result.findings if item.severity is not Severity.INFO}
    for entry in result.entries:
        if entry.state in (State.MISSING, State.UNREADABLE, State.TEXT):
            assert entry.value is None
            assert entry.table in weighty


@given(distinct_forms(), damages(["unknown-row", "unknown-column", "stray-number-row"]))
@examples(80)
def test_a_line_that_the_form_does_not_have_is_reported(filled: Filled, fault: Struck) -> None:
    kinds = {
        "row-not-matched",
        "row-without-heading",
        "row-repeated",
        "row-with-values-not-asked",
        "column-not-matched",
        "column-without-heading",
        "column-repeated",
        "cells-under-one-heading",
        "cell-spans-headings",
        "row-too-long",
    }
    result = parse_document(fault(filled).document)
    assert kinds & {item.kind for item in result.findings}
