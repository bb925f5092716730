"""What must hold of every layout; what this one changes in the form of 2019; and what is printed in the samples."""

from __future__ import annotations

import json
from pathlib import Path

import govdisclose
import jsonschema
from govdisclose.export import from_json, schema, to_json
from govdisclose.grammar.draw import draw
from govdisclose.layouts import CN_2019
from govdisclose.records.disclosure import Decisions
from govdisclose.testing.conformance import layout_tests, sample_tests

from govdisclose_beijing import LAYOUT

EDITS = [
    "added disclosure:licensing/other_services/inspections: 行政检查",
    "added disclosure:licensing/other_services/confirmations: 行政确认",
]

test_the_layout = layout_tests(LAYOUT, base=CN_2019, edits=EDITS)
test_the_samples = sample_tests(Path(__file__).parents[1] / "samples", among=[LAYOUT.id])


def test_it_is_installed_and_found() -> None:
    row = ("licensing/other_services/inspections", "decisions")
    document = draw(LAYOUT, {"disclosure": {row: "12"}}, title=["示例区2019年政府信息公开工作年度报告"])
    result = govdisclose.parse_document(document)
    assert LAYOUT is result.layout
    assert 12 == result.entry("disclosure", *row).value


def test_the_national_record_has_the_rows_that_beijing_asks() -> None:
    texts = {table.key: dict.fromkeys(table.cells(), "3") for table in LAYOUT.tables}
    report = govdisclose.parse_document(draw(LAYOUT, texts, title=["示例区2019年年度报告"])).report
    others = report.disclosure.licensing.other_services
    assert Decisions(3, 3, 3) == getattr(others, "inspections", None)
    assert govdisclose.NOT_ASKED is others.decisions
    assert 3 == report.disclosure.documents.regulations.newly_made


def test_the_form_of_2019_stays_what_it_was() -> None:
    document = draw(CN_2019, {}, title=["示例区2019年政府信息公开工作年度报告"])
    assert CN_2019 is govdisclose.parse_document(document).layout


def test_a_result_goes_to_json_and_back() -> None:
    texts = {table.key: dict.fromkeys(table.cells(), "3") for table in LAYOUT.tables}
    result = govdisclose.parse_document(draw(LAYOUT, texts, title=["示例区2019年政府信息公开工作年度报告"]))
    text = to_json(result)
    jsonschema.validate(json.loads(text), schema())
    assert result.report == from_json(text, layouts=[LAYOUT]).report
