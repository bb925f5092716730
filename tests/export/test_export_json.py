from __future__ import annotations

import io
import json
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve, frozen
from export_samples import SMALL, Grants, at, drop, grants, put, water_bureau

from govdisclose.errors import GovdiscloseError
from govdisclose.export import (
    JSON,
    SCHEMA_VERSION,
    ExportedIdentity,
    ExportError,
    from_json,
    to_dict,
    to_json,
    write_jsonl,
)
from govdisclose.grammar.identity import Outcome
from govdisclose.locate import Locator
from govdisclose.records import NOT_ASKED, Money, Period, Report

WATER = water_bureau()


def test_an_export_says_what_it_is_and_where_it_came_from() -> None:
    found = to_dict(WATER, "https://example.org/2023.html")
    assert list(found) == [
        "schema",
        "source",
        "format",
        "layout",
        "report",
        "entries",
        "findings",
        "identities",
    ]
    assert [found[key] for key in ("schema", "source", "format", "layout")] == [
        "govdisclose/report/1",
        "https://example.org/2023.html",
        "text",
        "cn-2021",
    ]
    assert SCHEMA_VERSION == "govdisclose/report/1"


def test_a_number_a_blank_a_slash_and_a_text_are_four_entries() -> None:
    entries = at(to_dict(WATER), "entries")
    assert isinstance(entries, list)
    assert len(entries) == 200
    assert [
        [at(entry, "value"), at(entry, "state"), at(entry, "raw")] for entry in (*entries[:6], entries[10])
    ] == [
        [0, "number", "0"],
        [None, "blank", ""],
        [None, "not_applicable", "/"],
        [12, "number", "12"],
        [None, "text", "详见附表"],
        [1204, "number", "1,204"],
        [None, "missing", ""],
    ]


def test_an_entry_has_its_paths_its_unit_and_its_place() -> None:
    assert at(to_dict(WATER), "entries", 9) == {
        "table": "disclosure",
        "row": "fees/administrative_fees",
        "column": "amount",
        "value": "7390.10",
        "unit": "万元",
        "state": "number",
        "raw": "7390.10",
        "at": {"table": 1, "row": 14, "column": 2},
    }


def test_in_a_record_what_the_form_did_not_ask_has_no_key_and_a_blank_is_null() -> None:
    assert at(to_dict(WATER), "report", "disclosure") == {
        "documents": {
            "regulations": {"issued": 0, "repealed": None, "in_force": None},
            "normative_documents": {"issued": 12, "repealed": None, "in_force": 1204},
        },
        "licensing": {"licences": {"decisions": 35}},
        "enforcement": {"penalties": {"decisions": 8}, "compulsory_measures": {"decisions": 0}},
        "fees": {"administrative_fees": {"amount": {"value": "7390.10", "unit": "万元"}}},
    }
    published = from_json(to_json(WATER)).report.disclosure.documents.regulations
    assert published.repealed is None
    assert published.newly_made is NOT_ASKED


def test_a_finding_has_its_message_in_two_languages() -> None:
    finding = at(to_dict(WATER), "findings", 0)
    assert [at(finding, key) for key in ("kind", "severity", "path", "at")] == [
        "cell-not-a-count",
        "warning",
        "disclosure:documents/normative_documents:repealed",
        {"table": 1, "row": 4, "column": 3},
    ]
    assert at(finding, "facts", "text") == "详见附表"
    assert str(at(finding, "message", "en")).startswith('the cell holds "详见附表"')
    assert str(at(finding, "message", "zh")).startswith("单元格内容为“详见附表”")


def test_an_identity_has_its_outcome_and_both_sums() -> None:
    first = at(to_dict(WATER), "identities", 0)
    assert first == {
        "id": "requests-row-total",
        "path": "requests:received:total",
        "outcome": "not_assessable",
        "left": None,
        "right": None,
    }
    assert from_json(to_json(WATER)).identities[0] == ExportedIdentity(
        "requests-row-total", "requests:received:total", Outcome.NOT_ASSESSABLE, None, None
    )


def test_a_period_is_two_dates() -> None:
    report = evolve(WATER.report, period=Period(date(2023, 1, 1), date(2023, 12, 31)))
    result = evolve(WATER, report=report)
    assert at(to_dict(result), "report", "period") == {"start": "2023-01-01", "end": "2023-12-31"}
    assert from_json(to_json(result)).report == report


def test_a_place_on_a_page_keeps_its_box() -> None:
    place = Locator(page=3, box=(72.5, 100.0, 90.25, 110.0))
    result = evolve(WATER, entries=(evolve(WATER.entries[0], at=place),))
    assert at(to_dict(result), "entries", 0, "at") == {"page": 3, "box": [72.5, 100.0, 90.25, 110.0]}
    assert from_json(to_json(result)).entries[0].at == place


def test_a_small_amount_is_written_without_exponent_and_keeps_its_digits() -> None:
    entry = evolve(WATER.entries[9], value=Decimal("0.00000010"))
    result = evolve(WATER, entries=(entry,))
    assert at(to_dict(result), "entries", 0, "value") == "0.00000010"
    assert str(from_json(to_json(result)).entries[0].value) == "1.0E-7"


def test_an_amount_far_from_one_keeps_its_exponent() -> None:
    result = evolve(WATER, entries=(evolve(WATER.entries[9], value=Decimal("1E+5000")),))
    assert at(to_dict(result), "entries", 0, "value") == "1E+5000"
    assert from_json(to_json(result)).entries == result.entries


def test_where_two_layouts_tie_the_layout_is_null() -> None:
    result = evolve(WATER, layout=None)
    assert to_dict(result)["layout"] is None
    assert from_json(to_json(result)).layout is None


def test_chinese_stays_readable_and_what_shows_nothing_is_escaped() -> None:
    organ = "示例\u200b县\u202e局\ufeff\u0007\x7f\U000e0041"
    text = to_json(grants(organ=organ), indent=None)
    assert '"organ":"示例\\u200b县\\u202e局\\ufeff\\u0007\\u007f\\udb40\\udc41"' in text
    assert from_json(text, layouts=[SMALL]).report.organ == organ


def test_a_backslash_before_such_a_character_does_not_swallow_it() -> None:
    organ = "\\\u200b\\\\\u202e\\u200b"
    assert from_json(to_json(grants(organ=organ)), layouts=[SMALL]).report.organ == organ


def test_a_formula_is_carried_as_it_is() -> None:
    raw = "=cmd|' /C calc'!A0"
    exported = from_json(to_json(grants(raw)), layouts=[SMALL])
    assert exported.entries[0].raw == raw


def test_json_lines_are_one_report_a_line_with_or_without_source() -> None:
    file = io.StringIO()
    write_jsonl([("a.html", WATER), grants(organ="示例\u2028县\n局")], file)
    lines = file.getvalue().splitlines()
    assert [json.loads(line)["source"] for line in lines] == ["a.html", None]
    assert from_json(lines[0]).report == WATER.report
    assert from_json(lines[1], layouts=[SMALL]).report.organ == "示例\u2028县\n局"


# --- forms with other tables


def test_a_record_of_another_form_comes_back_by_its_layout() -> None:
    result = grants()
    assert at(to_dict(result), "report", "tables") == {
        "grants": {"paid": {"value": "3.50", "unit": "万元"}, "refused": 2}
    }
    assert from_json(to_json(result), layouts=[SMALL]).report.tables == {
        "grants": Grants(Money(Decimal("3.50"), "万元"), 2)
    }


def test_without_its_layout_a_record_of_another_form_is_refused() -> None:
    with pytest.raises(
        ExportError, match=r"report\.tables\.grants: expected one layout .*'grants-1'.*found none"
    ):
        from_json(to_json(grants()))


@frozen
class Listed:
    words: tuple[str, ...]


@frozen
class Worded:
    words: str | None


def test_a_record_that_holds_other_things_than_numbers_and_words_is_refused() -> None:
    result = evolve(WATER, report=Report(tables={"listed": Listed(("三",))}))
    with pytest.raises(ExportError, match=r"Listed\.words: expected .* found tuple"):
        to_json(result)


def test_words_of_a_record_are_strings() -> None:
    result = evolve(WATER, report=Report(tables={"worded": Worded("条")}))
    assert at(to_dict(result), "report", "tables", "worded") == {"words": "条"}


def test_a_float_in_a_record_is_refused() -> None:
    result = evolve(WATER, report=Report(tables={"grants": Grants(Money(3.5, None), 2)}))  # type: ignore[arg-type]
    with pytest.raises(
        ExportError, match=r"report\.tables\.grants\.paid: expected an int, a finite Decimal or None"
    ):
        to_json(result)


# --- what is refused on the way back


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the export: expected a JSON text, found Expecting value"),
        ("[" * 100_000, "the export: expected a JSON text"),
        ("[]", "the export: expected an object, found an array of 0"),
        ("{}", "schema: expected 'govdisclose/report/1', found null"),
        (
            '{"schema": "govdisclose/report/2"}',
            "expected 'govdisclose/report/1', found 'govdisclose/report/2'",
        ),
        ('{"schema": "govdisclose/report/1"}', "source: expected a value, found no such key"),
        ('{"schema": 1, "schema": 2}', "the key 'schema' stands twice"),
    ],
)
def test_what_is_no_export_is_refused(text: str, message: str) -> None:
    with pytest.raises(ExportError) as error:
        from_json(text)
    assert message in str(error.value)
    assert isinstance(error.value, GovdiscloseError)


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (
            ("entries", 0, "value"),
            1.0,
            "entries[0].value: expected an integer, a decimal string or null, found 1.0",
        ),
        (("entries", 0, "value"), True, "entries[0].value: expected an integer"),
        (("entries", 0, "value"), "NaN", "entries[0].value: expected a decimal string, found 'NaN'"),
        (("entries", 0, "value"), "1\n", "entries[0].value: expected a decimal string"),
        (("entries", 0, "value"), "1E99999999999", "entries[0].value: expected a decimal string"),
        (("entries", 0, "value"), None, "entries[0].value: expected a number with state number, found null"),
        (("entries", 1, "value"), 0, "entries[1].value: expected null with state blank, found 0"),
        (("entries", 0, "state"), "zero", "entries[0].state: expected one of number, blank"),
        (("entries", 0, "at"), {"cell": 1}, "entries[0].at: expected null, or an object of table"),
        (("entries", 0, "at"), {"row": "3"}, "entries[0].at.row: expected an integer or null, found '3'"),
        (("entries", 0, "at"), {"box": [0, 0, 1]}, "entries[0].at.box: expected four numbers"),
        (("entries", 0, "extra"), 1, "entries[0]: expected only the keys table, row"),
        (("entries",), {}, "entries: expected an array, found an object of 0"),
        (("findings", 0, "kind"), "cell-eaten", "findings[0].kind: expected a kind of the catalogue"),
        (("findings", 0, "facts"), {"text": 1}, "findings[0].facts.text: expected a string, found 1"),
        (("identities", 0, "outcome"), "fine", "identities[0].outcome: expected one of holds"),
        (("layout",), 2021, "layout: expected a string or null, found 2021"),
        (("report", "year"), "2023", "report.year: expected an integer or null, found '2023'"),
        (
            ("report", "period"),
            {"start": "2023-W01-1", "end": "2023-12-31"},
            "report.period.start: expected a date",
        ),
        (
            ("report", "period"),
            {"start": "2023-02-30", "end": "2023-12-31"},
            "report.period.start: expected a date",
        ),
        (("report", "reviews"), [], "report.reviews: expected an object, found an array of 0"),
        (
            ("report", "reviews", "appeal"),
            {},
            "report.reviews: expected the fields of Reviews, found the key 'appeal'",
        ),
        (
            ("report", "reviews", "reconsideration", "total"),
            "1",
            "report.reviews.reconsideration.total: expected an integer or null, found '1'",
        ),
        (
            ("report", "disclosure", "fees", "administrative_fees", "amount"),
            {"value": 7390.1, "unit": "万元"},
            "report.disclosure.fees.administrative_fees.amount.value: expected a decimal string, found 7390.1",
        ),
        (
            ("report", "disclosure", "fees", "administrative_fees", "amount"),
            {"value": "7390.1"},
            "expected money",
        ),
    ],
)
def test_a_damaged_export_is_refused_by_place(path: tuple[str | int, ...], value: JSON, message: str) -> None:
    content = to_dict(WATER)
    put(content, path, value)
    with pytest.raises(ExportError) as error:
        from_json(json.dumps(content))
    assert message in str(error.value)


@pytest.mark.parametrize(
    "path",
    [("format",), ("report", "organ"), ("report", "tables"), ("report", "requests")],
)
def test_a_missing_key_is_refused(path: tuple[str, ...]) -> None:
    content = to_dict(WATER)
    drop(content, path)
    with pytest.raises(ExportError, match="expected a value, found no such key") as error:
        from_json(json.dumps(content))
    assert error.value.where == ".".join(path)


def test_a_place_that_is_no_number_is_not_written() -> None:
    entry = evolve(WATER.entries[0], at=Locator(box=(0.0, 0.0, float("nan"), 1.0)))
    with pytest.raises(ExportError):
        to_json(evolve(WATER, entries=(entry,)))
