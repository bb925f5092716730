"""The reports in ``examples`` are what the script makes, and reading them gives what their sources say."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import TypedDict

import pytest

from govdisclose import Result, Severity, State, parse
from govdisclose.errors import GovdiscloseError

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORTS = sorted((EXAMPLES / "reports").iterdir())

Value = int | Decimal | None


class Expected(TypedDict):
    file: str
    organ: str
    year: int
    layout: str
    findings: dict[str, int]
    readings: dict[str, dict[str, str]]
    entries: dict[str, dict[str, dict[str, str]]]


def expected_of(path: Path) -> Expected:
    found: Expected = json.loads((EXAMPLES / "expected" / f"{path.stem}.json").read_text("utf-8"))
    return found


def name_of(path: Path) -> str:
    return path.name


@pytest.fixture(scope="module", params=REPORTS, ids=name_of)
def example(request: pytest.FixtureRequest) -> tuple[Result, Expected]:
    path: Path = request.param
    return parse(path), expected_of(path)


def reading_of(printed: str, stated: dict[str, str] | None) -> tuple[State, Value, str | None]:
    """State, value and unit of a cell, by the plainest of rules: not those of the library."""
    if stated is not None:
        value = stated.get("value")
        number = None if value is None else Decimal(value)
        return State(stated["state"]), number, stated.get("unit")
    text = printed.strip()
    if not text:
        return State.BLANK, None, None
    if text == "/":
        return State.NOT_APPLICABLE, None, None
    assert re.fullmatch("[0-9]+([.][0-9]+)?", text), f"{printed!r} needs an entry under [readings]"
    return State.NUMBER, Decimal(text), None


def test_the_shipped_files_are_those_that_the_script_makes() -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, EXAMPLES / "make_reports.py", "--check"], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_every_report_has_its_expectation_and_no_expectation_stands_alone() -> None:
    names = sorted(path.stem for path in (EXAMPLES / "expected").iterdir())
    assert names == sorted(path.stem for path in REPORTS)
    assert len(names) >= 12


def test_every_cell_is_read_as_it_is_printed(example: tuple[Result, Expected]) -> None:
    result, expected = example
    printed = {
        (table, row, column): text
        for table, rows in expected["entries"].items()
        for row, cells in rows.items()
        for column, text in cells.items()
    }
    if expected["file"].endswith(".txt"):  # white space around a cell separates it
        printed = {path: text.strip() for path, text in printed.items()}
    assert {(entry.table, entry.row, entry.column): entry.raw for entry in result.entries} == printed


def test_every_cell_has_the_value_and_state_of_what_is_printed(example: tuple[Result, Expected]) -> None:
    result, expected = example
    for entry in result.entries:
        printed = expected["entries"][entry.table][entry.row][entry.column]
        state, value, unit = reading_of(printed, expected["readings"].get(entry.path))
        assert (entry.path, entry.state, entry.value) == (entry.path, state, value)
        if unit is not None:
            assert (entry.path, entry.unit) == (entry.path, unit)


def test_a_count_is_an_int_and_money_a_decimal(example: tuple[Result, Expected]) -> None:
    result, _ = example
    for entry in result.entries:
        if entry.value is not None:
            assert type(entry.value) is (Decimal if entry.column == "amount" else int), entry.path


def test_the_findings_are_those_that_the_source_foresees(example: tuple[Result, Expected]) -> None:
    result, expected = example
    found = Counter(item.kind for item in result.findings if item.severity is not Severity.INFO)
    assert dict(found) == expected["findings"]


def test_organ_year_and_form_are_those_of_the_source(example: tuple[Result, Expected]) -> None:
    result, expected = example
    assert result.layout is not None
    assert (result.report.organ, result.report.year) == (expected["organ"], expected["year"])
    assert result.layout.id == expected["layout"]


def test_both_forms_and_all_formats_are_among_the_reports() -> None:
    assert {path.suffix for path in REPORTS} == {".html", ".docx", ".txt"}
    assert {expected_of(path)["layout"] for path in REPORTS} == {"cn-2019", "cn-2021"}


def test_the_organs_are_invented() -> None:
    for path in REPORTS:
        assert re.match("示例|样例|范例", expected_of(path)["organ"]), path.name


ODD = {
    "digits-run-together.txt": {"layout-undecided", "table-not-found", "table-run-together"},
    "tables-are-pictures.html": {"tables-as-pictures", "table-not-found"},
    "two-copies-differ.html": {"table-conflict"},
}
REFUSED = {
    "news-page.html": "NotAReportError",
    "attached-report.html": "ReportElsewhereError",
    "truncated.docx": "DamagedDocumentError",
}


def test_every_odd_file_is_said_to_be_odd() -> None:
    assert {path.name for path in (EXAMPLES / "odd").iterdir()} == {*ODD, *REFUSED}


@pytest.mark.parametrize("name", sorted(ODD))
def test_an_odd_file_gives_errors_and_no_doubtful_number(name: str) -> None:
    result = parse(EXAMPLES / "odd" / name)
    kinds = {item.kind for item in result.findings if item.severity is Severity.ERROR}
    assert kinds == ODD[name]


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_a_file_that_is_no_report_is_refused_by_name(name: str) -> None:
    with pytest.raises(GovdiscloseError) as caught:
        parse(EXAMPLES / "odd" / name)
    assert type(caught.value).__name__ == REFUSED[name]
