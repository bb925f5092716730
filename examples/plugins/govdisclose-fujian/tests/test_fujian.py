"""What must hold of every layout; how the two forms differ; and what is printed in the samples."""

from __future__ import annotations

import json
from pathlib import Path

import govdisclose
import jsonschema
import pytest
from govdisclose.export import from_json, schema, to_json
from govdisclose.grammar import Layout
from govdisclose.grammar.draw import draw
from govdisclose.testing.conformance import layout_tests, sample_tests

from govdisclose_fujian import FUJIAN_2011, FUJIAN_2014, LAYOUTS
from govdisclose_fujian.records import Indicator, Statistics

IDS = [layout.id for layout in LAYOUTS]

test_the_form_of_2011 = layout_tests(FUJIAN_2011, others=LAYOUTS)
test_the_form_of_2014 = layout_tests(
    FUJIAN_2014,
    base=FUJIAN_2011,
    edits=["added statistics:fees_waived: 政府信息公开收费减免金额"],
    others=LAYOUTS,
)
test_the_samples = sample_tests(Path(__file__).parents[1] / "samples", among=IDS)


@pytest.mark.parametrize("layout", LAYOUTS, ids=IDS)
@pytest.mark.parametrize("year", [2011, 2014, 2018])
def test_the_rows_tell_the_form_and_not_the_year(layout: Layout, year: int) -> None:
    texts = {("received", "in_year"): "12", ("received", "unit"): "条", ("received", "to_date"): "80"}
    document = draw(
        layout, {"statistics": texts}, title=[f"示例市{year}年政府信息公开工作年度报告"], year=year
    )
    result = govdisclose.parse_document(document)
    assert layout is result.layout
    assert year == result.report.year
    statistics = result.report.tables["statistics"]
    assert isinstance(statistics, Statistics)
    assert Indicator("条", 12, 80) == statistics.received
    assert Indicator(None, None, None) == statistics.lawsuits


def test_a_row_that_the_form_does_not_ask_is_not_asked() -> None:
    for layout, asked in ((FUJIAN_2011, False), (FUJIAN_2014, True)):
        statistics = govdisclose.parse_document(draw(layout, {}), layouts=LAYOUTS).report.tables["statistics"]
        assert isinstance(statistics, Statistics)
        assert asked == (statistics.fees_waived.in_year is None)
        assert (not asked) == (statistics.fees_waived.in_year is govdisclose.NOT_ASKED)


def test_a_part_that_is_more_than_the_whole_is_said() -> None:
    texts = {("received", "in_year"): "3", ("online", "in_year"): "5"}
    result = govdisclose.parse_document(draw(FUJIAN_2011, {"statistics": texts}), layouts=LAYOUTS)
    broken = [item for item in result.findings if item.kind == "part-exceeds-whole"]
    assert ["5", "3"] == [fact for item in broken for fact in (item.facts["part"], item.facts["whole"])]
    assert 5 == result.entry("statistics", "online", "in_year").value


@pytest.mark.parametrize("layout", LAYOUTS, ids=IDS)
def test_a_result_goes_to_json_and_back(layout: Layout) -> None:
    rows = layout.tables[0].cells()
    texts = {(row, column): "条" if column == "unit" else "3" for row, column in rows}
    title = ["示例市2014年政府信息公开工作年度报告"]
    result = govdisclose.parse_document(draw(layout, {"statistics": texts}, title=title))
    text = to_json(result)
    jsonschema.validate(json.loads(text), schema())
    assert result.report == from_json(text, layouts=LAYOUTS).report
