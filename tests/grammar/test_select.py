"""Which layout a document follows: told by its labels, never by its year."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest

from form_samples import PROSE, edit, filled, kinds, replace_grids, retext
from govdisclose import Document, parse_document
from govdisclose.document import Paragraph
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.select import select
from govdisclose.layouts import CN_2019, CN_2021

FORMS = pytest.mark.parametrize("layout", [CN_2019, CN_2021], ids=["cn-2019", "cn-2021"])
BOTH = (CN_2019, CN_2021)


def titled(layout: Layout, year: int) -> Document:
    return filled(layout, title=(f"示例市数据局{year}年政府信息公开工作年度报告",), prose=PROSE)


def without(document: Document, *numbers: int) -> Document:
    blocks = tuple(
        block for block in document.blocks if isinstance(block, Paragraph) or block.number not in numbers
    )
    return attrs.evolve(document, blocks=blocks)


@FORMS
@pytest.mark.parametrize("year", [2018, 2019, 2020, 2021, 2022, 2025])
def test_the_labels_tell_the_form_whatever_the_year(layout: Layout, year: int) -> None:
    result = parse_document(titled(layout, year))
    assert result.layout is layout
    assert result.report.year == year
    assert kinds(result.findings) == []


@FORMS
def test_the_form_is_told_whichever_is_tried_first(layout: Layout) -> None:
    document = titled(layout, 2021)
    chosen = [select(document, order).chosen for order in (BOTH, BOTH[::-1])]
    assert [fit.layout.id if fit else None for fit in chosen] == [layout.id, layout.id]


@FORMS
@pytest.mark.parametrize("number", [1, 2])
def test_one_table_that_differs_is_enough(layout: Layout, number: int) -> None:
    result = parse_document(without(titled(layout, 2021), 3 - number))
    assert result.layout is layout
    assert kinds(result.findings) == ["table-not-found"]


@FORMS
def test_table_4_alone_does_not_tell_the_form(layout: Layout) -> None:
    document = edit(
        without(titled(layout, 2021), 1, 2), 3, lambda found: retext(found, {(3, 0): "5", (3, 4): "5"})
    )
    result = parse_document(document)
    assert result.layout is None
    named = [item.facts["layouts"] for item in result.findings if item.kind == "layout-undecided"]
    assert [sorted(names.split(" and ")) for names in named] == [["cn-2019", "cn-2021"]]
    assert len(result.entries) == 15
    assert result.entry("reviews", "", "reconsideration/upheld").value == 5
    assert result.report.reviews.reconsideration.total == 5


@FORMS
def test_without_any_table_no_form_is_told(layout: Layout) -> None:
    result = parse_document(without(titled(layout, 2021), 1, 2, 3))
    assert result.layout is None
    assert kinds(result.findings) == ["no-table-found", "table-not-found"]


def test_a_tie_names_both_whichever_is_tried_first() -> None:
    document = without(titled(CN_2019, 2019), 1, 2)
    found = [{fit.layout.id for fit in select(document, order).tied} for order in (BOTH, BOTH[::-1])]
    assert found == [{"cn-2019", "cn-2021"}] * 2


def test_an_entry_of_an_undecided_form_names_no_layout() -> None:
    result = parse_document(without(titled(CN_2019, 2019), 1, 2))
    with pytest.raises(KeyError, match="the form asks for no entry requests:received:total"):
        result.entry("requests", "received", "total")


@FORMS
def test_a_form_that_fits_wholly_passes_the_other_over_and_says_which_labels_it_lacks(layout: Layout) -> None:
    selection = select(titled(layout, 2021), BOTH)
    assert selection.chosen is not None
    assert selection.chosen.misfit == Fraction(0)
    ((other, labels),) = selection.passed_over
    assert other is not layout
    expected = "上一年项目数量" if layout is CN_2021 else "本年制发件数"
    assert expected in labels
    assert selection.tied == ()


def test_a_form_with_a_fault_is_chosen_by_the_fewest_misfits() -> None:
    document = edit(titled(CN_2019, 2019), 2, lambda found: retext(found, {(23, 1): "（六）另行处理"}))
    selection = select(document, BOTH)
    assert [fit.layout.id for fit in selection.fits] == ["cn-2019", "cn-2021"]
    assert selection.fits[0].misfit < selection.fits[1].misfit
    assert parse_document(document).layout is CN_2019


def test_tables_of_two_forms_in_one_report_are_never_mixed_silently() -> None:
    document = replace_grids(titled(CN_2019, 2021), 2, [titled(CN_2021, 2021).grids[1]])
    result = parse_document(document)
    assert [item for item in result.findings if item.severity == "error"] != []


def test_a_layout_given_alone_is_used_even_where_another_fits_better() -> None:
    result = parse_document(titled(CN_2021, 2021), layouts=[CN_2019])
    assert result.layout is CN_2019
    assert result.entry("reviews", "", "reconsideration/total").value == 0
    assert "row-not-matched" in kinds(result.findings)


def test_the_wording_of_2019_in_the_2021_form_is_an_alias() -> None:
    document = edit(
        titled(CN_2021, 2021),
        1,
        lambda found: retext(
            found,
            {(cell.row, cell.column): "规范性文件" for cell in found.cells if cell.text == "行政规范性文件"},
        ),
    )
    result = parse_document(document)
    assert result.layout is CN_2021
    assert kinds(result.findings) == ["label-by-alias"]
