"""Five real reports. The numbers below were read from the files by eye, not by the parser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

import govdisclose
from form_samples import relabel
from govdisclose import Document, Result
from govdisclose.grammar.draw import draw
from govdisclose.layouts import CN_2019
from govdisclose.writers import docx, html, text
from section_samples import KEYS
from seed_samples import needs_seeds, seed_path

pytestmark = needs_seeds

ORGANS = {
    "000": ("宁波市机关事务管理局", 2019),
    "001": ("温州市机关事务管理局", 2019),
    "002": ("鄞州区人民政府办公室", 2020),
    "003": ("相山区机关事务管理中心", 2019),
    "004": ("宁波市对口支援和区域合作局", 2019),
}

STATES = {
    "000": {"number": 198},
    "001": {"number": 198},
    "002": {"number": 54, "blank": 144},
    "003": {"number": 198},
    "004": {"number": 198},
}

NOT_ZERO = {
    "000": {
        "disclosure:documents/regulations:total_disclosed": "31",
        "disclosure:documents/normative_documents:newly_made": "1",
        "disclosure:documents/normative_documents:newly_disclosed": "1",
        "disclosure:documents/normative_documents:total_disclosed": "32",
        "disclosure:procurement/central_procurement:items": "2",
        "disclosure:procurement/central_procurement:amount": "7390.1 万元",
        "requests:received:natural_person": "3",
        "requests:received:total": "3",
        "requests:results/granted:natural_person": "1",
        "requests:results/granted:total": "1",
        "requests:results/refused/internal_affairs:natural_person": "1",
        "requests:results/refused/internal_affairs:total": "1",
        "requests:results/unavailable/not_held:natural_person": "1",
        "requests:results/unavailable/not_held:total": "1",
        "requests:results/total:natural_person": "3",
        "requests:results/total:total": "3",
    },
    "001": {
        "disclosure:procurement/central_procurement:items": "12",
        "disclosure:procurement/central_procurement:amount": "225940 元",
        "requests:received:natural_person": "2",
        "requests:received:total": "2",
        "requests:results/granted:natural_person": "1",
        "requests:results/granted:total": "1",
        "requests:results/refused/internal_affairs:natural_person": "1",
        "requests:results/refused/internal_affairs:total": "1",
        "requests:results/total:natural_person": "2",
        "requests:results/total:total": "2",
    },
    "002": {
        "disclosure:documents/normative_documents:newly_made": "21",
        "disclosure:documents/normative_documents:newly_disclosed": "21",
        "disclosure:documents/normative_documents:total_disclosed": "101",
        "disclosure:procurement/central_procurement:items": "1",
        "disclosure:procurement/central_procurement:amount": "3.27 万元",
        "requests:received:natural_person": "47",
        "requests:received:legal_person/commercial": "1",
        "requests:received:total": "48",
        "requests:carried_in:natural_person": "4",
        "requests:carried_in:total": "4",
        "requests:results/granted:natural_person": "13",
        "requests:results/granted:total": "13",
        "requests:results/partially_granted:natural_person": "10",
        "requests:results/partially_granted:total": "10",
        "requests:results/unavailable/not_held:natural_person": "5",
        "requests:results/unavailable/not_held:total": "5",
        "requests:results/unavailable/not_compiled:natural_person": "1",
        "requests:results/unavailable/not_compiled:total": "1",
        "requests:results/unavailable/still_unclear:natural_person": "3",
        "requests:results/unavailable/still_unclear:total": "3",
        "requests:results/not_processed/petitions:natural_person": "2",
        "requests:results/not_processed/petitions:total": "2",
        "requests:results/not_processed/repeated:natural_person": "2",
        "requests:results/not_processed/repeated:total": "2",
        "requests:results/other:natural_person": "12",
        "requests:results/other:total": "12",
        "requests:results/total:natural_person": "48",
        "requests:results/total:total": "48",
        "requests:carried_out:natural_person": "3",
        "requests:carried_out:legal_person/commercial": "1",
        "requests:carried_out:total": "4",
        "reviews::reconsideration/upheld": "3",
        "reviews::reconsideration/other": "1",
        "reviews::reconsideration/total": "4",
        "reviews::litigation/after_reconsideration/upheld": "9",
        "reviews::litigation/after_reconsideration/other": "1",
        "reviews::litigation/after_reconsideration/total": "10",
    },
    "003": {},
    "004": {
        "disclosure:documents/normative_documents:newly_disclosed": "3",
        "disclosure:documents/normative_documents:total_disclosed": "45",
    },
}

BLANK_IN_002 = (
    "requests:received:legal_person/research",
    "requests:received:legal_person/other",
    "requests:carried_in:legal_person/commercial",
    "requests:results/granted:legal_person/commercial",
    "requests:results/refused/state_secret:natural_person",
    "requests:results/refused/state_secret:total",
    "requests:results/total:legal_person/commercial",
    "requests:carried_out:legal_person/other",
    "reviews::reconsideration/corrected",
    "reviews::litigation/direct/total",
)

NUMBERS = sorted(ORGANS)
WRITTEN: dict[str, Callable[[Document], bytes]] = {
    "html": html.WRITER.write,
    "docx": docx.WRITER.write,
    "cells": lambda document: text.write(document, shape="cells"),
    "tabs": lambda document: text.write(document, shape="tabs"),
    "pipes": lambda document: text.write(document, shape="pipes"),
}


def printed(result: Result) -> dict[str, str]:
    """Every number that is not zero, with its unit."""
    return {
        f"{entry.table}:{entry.row}:{entry.column}": (
            f"{entry.value} {entry.unit}" if entry.unit else str(entry.value)
        )
        for entry in result.entries
        if entry.value
    }


def states(result: Result) -> dict[str, int]:
    return dict(Counter(entry.state.value for entry in result.entries))


def errors(result: Result) -> list[str]:
    return [str(item) for item in result.findings if item.severity == "error"]


@pytest.mark.parametrize("number", NUMBERS)
def test_the_organ_the_year_and_the_form_are_read(number: str) -> None:
    result = govdisclose.parse(seed_path(number))
    assert (result.report.organ, result.report.year) == ORGANS[number]
    assert result.layout is not None
    assert result.layout.id == "cn-2019"
    assert [section.key for section in result.report.sections] == KEYS


@pytest.mark.parametrize("number", NUMBERS)
def test_every_entry_is_as_printed(number: str) -> None:
    result = govdisclose.parse(seed_path(number))
    assert printed(result) == NOT_ZERO[number]
    assert states(result) == STATES[number]
    assert len(result.entries) == 198


@pytest.mark.parametrize("number", NUMBERS)
def test_no_value_is_absent_or_in_doubt(number: str) -> None:
    result = govdisclose.parse(seed_path(number))
    assert errors(result) == []
    assert result.read == 198


def test_cells_left_empty_are_blank_and_not_zero() -> None:
    result = govdisclose.parse(seed_path("002"))
    by_path = {f"{entry.table}:{entry.row}:{entry.column}": entry for entry in result.entries}
    assert [by_path[name].state.value for name in BLANK_IN_002] == ["blank"] * len(BLANK_IN_002)
    assert [by_path[name].value for name in BLANK_IN_002] == [None] * len(BLANK_IN_002)


@pytest.mark.parametrize(
    ("number", "line"), [("000", 107), ("001", 164), ("002", 119), ("003", 110), ("004", 109)]
)
def test_an_entry_knows_the_line_on_which_it_is_printed(number: str, line: int) -> None:
    entry = govdisclose.parse(seed_path(number)).entry("requests", "received", "natural_person")
    assert entry.at is not None
    lines = seed_path(number).read_text(encoding="utf-8").split("\n")
    assert lines[(entry.at.line or 0) - 1].strip() == str(entry.value)
    assert abs((entry.at.line or 0) - line) <= 60


def drawn(number: str) -> Document:
    """The report on a clean form, each cell with the very text that is printed in it."""
    result = govdisclose.parse(seed_path(number))
    texts: dict[str, dict[tuple[str, str], str]] = {}
    for entry in result.entries:
        texts.setdefault(entry.table, {})[entry.row, entry.column] = entry.raw
    organ, year = ORGANS[number]
    document = draw(CN_2019, texts, title=(f"{organ}{year}年政府信息公开工作年度报告",))
    if number != "000":
        return document
    return relabel(document, 采购总金额="采购总金额（万元）")


@pytest.mark.parametrize("shape", sorted(WRITTEN))
@pytest.mark.parametrize("number", NUMBERS)
def test_the_report_drawn_again_says_the_same_in_every_format(number: str, shape: str) -> None:
    again = govdisclose.parse(WRITTEN[shape](drawn(number)))
    assert printed(again) == NOT_ZERO[number]
    assert states(again) == STATES[number]
    assert errors(again) == []
    assert (again.report.organ, again.report.year) == ORGANS[number]


@pytest.mark.parametrize("number", ["000", "001", "003", "004"])
def test_a_full_report_says_the_same_as_bare_lines(number: str) -> None:
    again = govdisclose.parse(text.write(drawn(number), shape="lines"))
    assert printed(again) == NOT_ZERO[number]
    assert states(again) == STATES[number]
    assert errors(again) == []


def test_bare_lines_in_which_blanks_left_no_trace_never_give_a_wrong_number() -> None:
    again = govdisclose.parse(text.write(drawn("002"), shape="lines"))
    wrong = {name: value for name, value in printed(again).items() if NOT_ZERO["002"].get(name) != value}
    zero = [entry.path for entry in again.entries if entry.table != "disclosure" and entry.value == 0]
    assert wrong == {}
    assert zero == []
    assert printed(again)["requests:received:total"] == "48"


@pytest.mark.parametrize("shape", sorted(WRITTEN))
@pytest.mark.parametrize("number", ["000", "002", "003", "004"])
def test_a_text_whose_columns_are_lost_and_then_forced_into_columns_gives_no_wrong_number(
    number: str, shape: str
) -> None:
    again = govdisclose.parse(WRITTEN[shape](govdisclose.read(seed_path(number))))
    wrong = {name: value for name, value in printed(again).items() if NOT_ZERO[number].get(name) != value}
    assert wrong == {}
