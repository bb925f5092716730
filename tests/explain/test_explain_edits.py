from __future__ import annotations

from form_samples import edit, filled, retext
from govdisclose import Document, parse_document
from govdisclose.explain import explain, to_text
from govdisclose.explain.edits import edits_of


def misspelt(row: int, column: int, text: str) -> Document:
    return edit(filled(), 2, lambda found: retext(found, {(row, column): text}))


def codes(document: Document) -> list[str]:
    return [
        item.code for matched in parse_document(document).selection.best.matched for item in edits_of(matched)
    ]


def test_an_unknown_row_comes_with_the_edit_that_would_accept_it() -> None:
    assert codes(misspelt(3, 0, "一、本年新收申请数量")) == [
        'requests: stub.alias("received", "一、本年新收申请数量")'
    ]


def test_an_unknown_column_comes_with_the_edit_that_would_accept_it() -> None:
    assert codes(misspelt(1, 3, "自然人士")) == ['requests: boxhead.alias("natural_person", "自然人士")']


def test_a_label_that_is_like_none_comes_with_no_edit() -> None:
    assert codes(misspelt(3, 0, "八、完全另外")) == []


def test_the_explanation_shows_the_edit_in_both_languages() -> None:
    result = parse_document(misspelt(3, 0, "一、本年新收申请数量"))
    for language, title in (("en", "What would accept the labels"), ("zh", "如何接受未识别的标题")):
        page = to_text(explain(result, language=language))
        assert title in page
        assert 'requests: stub.alias("received", "一、本年新收申请数量")' in page


def test_a_report_that_matches_has_no_such_part() -> None:
    assert "What would accept" not in to_text(explain(parse_document(filled())))
