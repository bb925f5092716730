"""What a result holds."""

from __future__ import annotations

import datetime
import pickle
from decimal import Decimal

import pytest

import govdisclose
from form_samples import PROSE, TITLE, fill, filled, kinds
from govdisclose import (
    NOT_ASKED,
    Money,
    State,
)
from govdisclose.grammar.draw import draw
from govdisclose.layouts import CN_2019, CN_2021
from parse_samples import sample
from section_samples import KEYS

# --- a result


def test_a_result_has_the_report_and_its_entries() -> None:
    result = govdisclose.parse_document(sample())
    assert result.report.organ == "示例市数据局"
    assert result.report.title == "示例市数据局2019年政府信息公开工作年度报告"
    assert result.report.year == 2019
    assert result.layout is CN_2019
    assert len(result.entries) == 198
    assert result.read == 198
    assert kinds(result.findings) == ["change-in-words"]


def test_an_entry_is_found_by_its_paths() -> None:
    entry = govdisclose.parse_document(sample()).entry("requests", "received", "legal_person/commercial")
    assert (entry.value, entry.state, entry.raw, entry.unit) == (1, State.NUMBER, "1", None)
    assert str(entry.at) == "table 2, row 4, column 5"
    assert entry.path == "requests:received:legal_person/commercial"


def test_an_entry_of_a_table_without_stub_has_an_empty_row() -> None:
    entry = govdisclose.parse_document(sample()).entry("reviews", "", "litigation/direct/total")
    assert (entry.value, str(entry.at)) == (0, "table 3, row 4, column 10")


def test_an_entry_that_the_form_does_not_ask_is_a_key_error_that_names_it() -> None:
    with pytest.raises(KeyError) as caught:
        govdisclose.parse_document(sample()).entry("requests", "results/other/other", "total")
    assert caught.value.args == ("cn-2019 asks for no entry requests:results/other/other:total",)


def test_the_records_hold_the_numbers_of_the_2019_form() -> None:
    report = govdisclose.parse_document(sample()).report
    assert report.requests.received.natural_person == 47
    assert report.requests.received.legal_person.commercial == 1
    assert report.requests.received.legal_person.research == 0
    assert report.requests.received.total == 48
    assert report.requests.results.granted.total == 48
    assert report.requests.results.other.total == 0
    assert report.requests.results.other.overdue_fee.total is NOT_ASKED
    assert report.disclosure.documents.normative_documents.total_disclosed == 101
    assert report.disclosure.documents.normative_documents.issued is NOT_ASKED
    assert report.disclosure.licensing.licences.change == -4
    assert report.disclosure.procurement.central_procurement.amount == Money(Decimal("3.27"), "万元")
    assert report.disclosure.fees.administrative_fees.amount is NOT_ASKED
    assert report.reviews.litigation.direct.pending == 0
    assert report.tables == {}


def test_the_records_hold_the_numbers_of_the_2021_form() -> None:
    document = filled(
        CN_2021,
        title=("示例市数据局2022年政府信息公开工作年度报告",),
        disclosure={
            "documents/regulations:in_force": "7",
            "fees/administrative_fees:amount": "24252.311082",
        },
        requests={
            "results/other/other:natural_person": "2",
            "results/other/other:total": "2",
            "results/total:natural_person": "2",
            "results/total:total": "2",
            "received:natural_person": "2",
            "received:total": "2",
        },
    )
    result = govdisclose.parse_document(document)
    report = result.report
    assert (len(result.entries), kinds(result.findings)) == (200, [])
    assert report.disclosure.documents.regulations.in_force == 7
    assert report.disclosure.documents.regulations.newly_made is NOT_ASKED
    assert report.disclosure.fees.administrative_fees.amount == Money(Decimal("24252.311082"), "万元")
    assert report.disclosure.procurement.central_procurement.items is NOT_ASKED
    assert report.requests.results.other.other.total == 2
    assert report.requests.results.other.overdue_correction.total == 0
    assert report.requests.results.other.total is NOT_ASKED


def test_a_question_not_asked_is_false_and_tells_itself_from_a_blank() -> None:
    document = draw(CN_2019, fill(text=""), title=TITLE, prose=PROSE)
    report = govdisclose.parse_document(document).report
    assert report.requests.received.total is None
    assert report.disclosure.documents.regulations.issued is NOT_ASKED
    assert (bool(NOT_ASKED), repr(NOT_ASKED)) == (False, "NOT_ASKED")
    assert pickle.loads(pickle.dumps(NOT_ASKED)) is NOT_ASKED  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    ("raw", "state"),
    [
        ("", State.BLANK),
        ("\u3000", State.BLANK),
        ("/", State.NOT_APPLICABLE),
        ("无", State.TEXT),
        ("详见附表", State.TEXT),
        ("\ufffd", State.UNREADABLE),
        ("0", State.NUMBER),
    ],
)
def test_empty_slash_text_and_zero_are_four_different_things(raw: str, state: State) -> None:
    document = filled(requests={"carried_in:natural_person": raw})
    entry = govdisclose.parse_document(document).entry("requests", "carried_in", "natural_person")
    assert (entry.state, entry.raw, entry.value is None) == (state, raw, state is not State.NUMBER)


def test_the_period_and_the_sections_are_read() -> None:
    document = filled(title=(*TITLE, "统计期限自2019年1月1日起至2019年12月31日止。"))
    report = govdisclose.parse_document(document).report
    assert report.period is not None
    assert (report.period.start, report.period.end) == (
        datetime.date(2019, 1, 1),
        datetime.date(2019, 12, 31),
    )
    assert [section.key for section in report.sections] == KEYS
    found = report.section("overview")
    assert found is not None
    assert (found.heading, found.text) == ("一、总体情况", "本机关按要求做好各项工作。")
    assert report.section("appendix") is None
