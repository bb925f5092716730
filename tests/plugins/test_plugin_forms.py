"""To install a form changes nothing for the reports of other forms, and its own reports are read by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest
from plugin_samples import Site, layout_of, make_site, usable

from govdisclose import Result, parse, parse_document
from govdisclose.document import Cell, Document, Grid, Paragraph
from govdisclose.grammar import Layout
from govdisclose.grammar.draw import draw
from govdisclose.layouts import CN_2019, CN_2021

REPORTS = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.*"))
TITLE = "示例市教育局2022年政府信息公开工作年度报告"

START = """
from govdisclose.grammar import *
from govdisclose.layouts import CN_2019, CN_2021
REQUESTS, REVIEWS = CN_2019.table("requests"), CN_2019.table("reviews")
def derived(id, *tables, base=CN_2019):
    return base.derive(id, "示例省年度报告", "示例办〔2014〕1号", *tables)
"""

FORMS = {
    "the same as a built-in form": "LAYOUT = derived('odd', base=CN_2021)",
    "one alias more": 'LAYOUT = derived("odd", REQUESTS.derive(stub=REQUESTS.stub.alias("received", "本年新收")))',
    "one row renamed": 'LAYOUT = derived("odd", REQUESTS.derive(stub=REQUESTS.stub.relabel("received", "甲")))',
    "one row less": 'LAYOUT = derived("odd", REQUESTS.derive(stub=REQUESTS.stub.drop("results/granted"), record=None))',
    "one row more": "LAYOUT = derived('odd', REQUESTS.derive("
    "stub=REQUESTS.stub.append(H('more', '五、其他')), record=None))",
    "one table of the three": "import attrs\nLAYOUT = attrs.evolve(derived('odd'), tables=(REVIEWS,))",
    "a form of its own": "LAYOUT = Layout('odd', '示例省年度报告', '示例办〔2014〕1号', "
    "(Table('things', '事项', boxhead=tree(H('a', '总计'), H('b', '其他'))),))",
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    yield from make_site(tmp_path, monkeypatch)


def said(result: Result) -> tuple[object, ...]:
    """All of a result but how it was chosen."""
    return result.report, result.entries, result.findings, result.layout, result.document, result.checks


def read_all() -> list[tuple[object, ...]]:
    return [said(parse(path)) for path in REPORTS]


def filled(layout: Layout) -> Document:
    texts = {
        table.key: {cell: str(number) for number, cell in enumerate(table.cells())} for table in layout.tables
    }
    return draw(layout, texts, title=[TITLE])


def without(document: Document, keep: Callable[[Grid], bool]) -> Document:
    return attrs.evolve(
        document, blocks=tuple(b for b in document.blocks if isinstance(b, Paragraph) or keep(b))
    )


def worded(document: Document, label: str, other: str) -> Document:
    """The document with other words in each cell that holds the label."""
    blocks = [
        attrs.evolve(block, cells=tuple(_reworded(cell, label, other) for cell in block.cells))
        if isinstance(block, Grid)
        else block
        for block in document.blocks
    ]
    return attrs.evolve(document, blocks=tuple(blocks))


def _reworded(cell: Cell, label: str, other: str) -> Cell:
    return attrs.evolve(cell, text=other) if cell.text == label else cell


@pytest.fixture(scope="module")
def before() -> list[tuple[object, ...]]:
    return read_all()


def test_there_are_reports_to_compare() -> None:
    assert len(REPORTS) > 5


@pytest.mark.parametrize("case", FORMS)
def test_a_form_that_is_installed_changes_no_report_of_other_forms(
    case: str, site: Site, before: list[tuple[object, ...]]
) -> None:
    site.put_layout("odd", START + FORMS[case])
    assert usable() == ["odd"]
    assert before == read_all()


@pytest.mark.parametrize("case", FORMS)
@pytest.mark.parametrize("kept", [(), (1,), (2,), (3,), (1, 3)])
def test_a_report_that_lost_tables_is_read_as_before(case: str, kept: tuple[int, ...], site: Site) -> None:
    document = without(filled(CN_2021), lambda grid: grid.number in kept)
    expected = said(parse_document(document))
    site.put_layout("odd", START + FORMS[case])
    assert usable() == ["odd"]
    assert expected == said(parse_document(document))


@pytest.mark.parametrize("case", ["one row renamed", "one row less", "one row more"])
def test_a_report_of_the_form_is_read_by_it(case: str, site: Site) -> None:
    site.put_layout("odd", START + FORMS[case])
    document = filled(layout_of("odd"))
    result = parse_document(document)
    assert result.layout == layout_of("odd")
    assert result.read == result.layout.asked
    assert [] == [
        item.kind for item in result.findings if item.kind.startswith(("row-", "column-", "table-"))
    ]


def test_a_report_in_the_wording_of_the_variant_is_read_by_it(site: Site) -> None:
    site.put_layout("odd", START + FORMS["one alias more"])
    result = parse_document(worded(filled(CN_2019), "一、本年新收政府信息公开申请数量", "本年新收"))
    assert result.layout == layout_of("odd")
    assert result.entry("requests", "received", "total").raw == "6"


@pytest.mark.parametrize("case", FORMS)
@pytest.mark.parametrize(
    "label", ["（一）予以公开", "一、本年新收政府信息公开申请数量", "总计", "四、结转下年度继续办理"]
)
def test_a_damaged_label_is_none_of_another_form(case: str, label: str, site: Site) -> None:
    document = worded(filled(CN_2019), label, "口口")
    expected = said(parse_document(document))
    site.put_layout("odd", START + FORMS[case])
    assert usable() == ["odd"]
    assert expected == said(parse_document(document))


def test_a_form_with_tables_of_its_own_is_read_by_it(site: Site) -> None:
    site.put_layout("odd", START + _OWN)
    document = filled(layout_of("odd"))
    result = parse_document(document)
    assert result.layout == layout_of("odd")
    assert [0, 1, 2, 3] == [entry.value for entry in result.entries]


_OWN = """
LAYOUT = Layout("odd", "示例省年度报告", "示例办〔2014〕1号", (
    Table("meetings", "会议", boxhead=tree(H("held", "召开次数"), H("attended", "参加人次")),
          stub=tree(H("city", "市级会议"), H("county", "县级会议"))),
))
"""


def test_between_two_equal_variants_nothing_is_chosen_and_both_are_named(site: Site) -> None:
    code = 'LAYOUT = derived("{id}", REQUESTS.derive(stub=REQUESTS.stub.relabel("received", "甲")))'
    site.put_layout("one", START + code.format(id="one-2014"))
    site.put_layout("two", START + code.format(id="two-2014"))
    result = parse_document(filled(layout_of("one-2014")))
    assert result.layout is None
    assert ["one-2014 and two-2014"] == [
        item.facts["layouts"] for item in result.findings if item.kind == "layout-undecided"
    ]
    assert ["one-2014", "two-2014"] == [item.layout.id for item in result.selection.tied]


def test_a_base_goes_before_its_variant(site: Site) -> None:
    code = (
        'ONE = derived("one-2014", REQUESTS.derive(stub=REQUESTS.stub.relabel("received", "甲")))\n'
        'LAYOUT = (derived("a-variant", base=ONE), ONE)'
    )
    site.put_layout("one", START + code)
    assert ["a-variant", "one-2014"] == usable()
    assert parse_document(filled(layout_of("one-2014"))).layout == layout_of("one-2014")


def test_a_form_that_cannot_fit_is_passed_over_and_the_trace_says_so(site: Site) -> None:
    site.put_layout("odd", START + FORMS["one row renamed"])
    selection = parse_document(filled(CN_2019)).selection
    assert ["cn-2019"] == [item.layout.id for item in selection.fits]
    assert ("odd", ("甲",)) in [(layout.id, labels) for layout, labels in selection.passed_over]


def test_a_form_that_was_tried_stands_after_the_one_that_was_chosen(site: Site) -> None:
    site.put_layout("odd", START + FORMS["one alias more"])
    result = parse_document(filled(CN_2019))
    assert result.layout == CN_2019
    assert ["cn-2019", "odd"] == [item.layout.id for item in result.selection.fits]
