from __future__ import annotations

import csv
import io
import json
import string
import typing
from decimal import Decimal

import attrs
import jsonschema
from attrs import evolve
from export_samples import grants, water_bureau
from hypothesis import example, given, settings
from hypothesis import strategies as st

from govdisclose.catalogue import CATALOGUE, MORE
from govdisclose.export import COLUMNS, csv_rows, from_json, schema, to_dict, to_json, write_csv
from govdisclose.findings import Finding
from govdisclose.grammar.entry import Entry, State
from govdisclose.locate import Locator
from govdisclose.parsing import parse
from govdisclose.records import (
    NOT_ASKED,
    Amount,
    Count,
    Disclosure,
    Money,
    Period,
    Report,
    Requests,
    Reviews,
    SectionText,
)
from seed_samples import SEEDS, needs_seeds

WATER = water_bureau()
VALIDATOR = jsonschema.Draft202012Validator(schema())

WHOLE = st.integers(min_value=-(10**18), max_value=10**18)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False)
COUNTS: st.SearchStrategy[Count] = st.one_of(st.none(), st.just(NOT_ASKED), WHOLE)
AMOUNTS: st.SearchStrategy[Amount] = st.one_of(
    st.none(), st.just(NOT_ASKED), st.builds(Money, DECIMALS, st.none() | st.text(max_size=3))
)


def records(kind: type) -> st.SearchStrategy[typing.Any]:
    """Any record of a class, by the types of its fields."""
    parts: dict[str, st.SearchStrategy[typing.Any]] = {}
    for name, hint in typing.get_type_hints(kind).items():
        if hint == Count:
            parts[name] = COUNTS
        elif hint == Amount:
            parts[name] = AMOUNTS
        else:
            assert attrs.has(hint)
            parts[name] = records(hint)
    return st.builds(kind, **parts)


NUMBER = st.none() | st.integers(1, 9999)
BOXES = st.tuples(*[st.floats(allow_nan=False, allow_infinity=False)] * 4)
PLACES = st.none() | st.builds(Locator, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, st.none() | BOXES)
REPORTS = st.builds(
    Report,
    organ=st.none() | st.text(max_size=20),
    title=st.none() | st.text(max_size=20),
    year=st.none() | st.integers(1900, 2100),
    period=st.none() | st.builds(Period, st.dates(), st.dates()),
    province=st.none() | st.text(max_size=4),
    sections=st.lists(st.builds(SectionText, st.text(), st.text(), st.text(), PLACES), max_size=2).map(tuple),
    disclosure=records(Disclosure),
    requests=records(Requests) | st.just(Requests()),
    reviews=records(Reviews),
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    state = draw(st.sampled_from(State))
    value = draw(WHOLE | DECIMALS) if state is State.NUMBER else None
    table, row, column = (draw(st.text("ab/_", max_size=6)) for _ in range(3))
    return Entry(
        table, row, column, value, draw(st.none() | st.text(max_size=3)), state, draw(st.text()), draw(PLACES)
    )


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    kind = draw(st.sampled_from(sorted(CATALOGUE)))
    templates = CATALOGUE[kind].en + CATALOGUE[kind].zh
    names = sorted({name for _, name, _, _ in string.Formatter().parse(templates) if name})
    facts = {name: draw(st.text(max_size=9)) for name in names}
    if kind in MORE.values():
        facts = {"kind": draw(st.sampled_from(sorted(CATALOGUE))), "count": str(draw(st.integers(1, 9999)))}
    return Finding(kind, draw(PLACES), draw(st.text()), facts)


@settings(max_examples=40, deadline=None)
@given(REPORTS)
@example(Report())
def test_a_report_comes_back_as_it_was_and_keeps_to_the_schema(report: Report) -> None:
    result = evolve(WATER, report=report, entries=(), findings=(), checks=())
    text = to_json(result)
    assert from_json(text).report == report
    VALIDATOR.validate(json.loads(text))


@settings(max_examples=100, deadline=None)
@given(entries(), findings(), st.none() | st.text())
def test_entries_and_findings_come_back_as_they_were(
    entry: Entry, finding: Finding, source: str | None
) -> None:
    result = evolve(WATER, report=Report(), entries=(entry,), findings=(finding,), checks=())
    text = to_json(result, source=source, indent=None)
    exported = from_json(text)
    assert exported.entries == (entry,)
    assert type(exported.entries[0].value) is type(entry.value)
    assert exported.findings == (finding,)
    assert exported.source == source
    VALIDATOR.validate(json.loads(text))


@settings(max_examples=60, deadline=None)
@given(DECIMALS)
@example(Decimal("-0.00"))
@example(Decimal("1E+40"))
def test_an_amount_keeps_its_digits(value: Decimal) -> None:
    result = evolve(WATER, entries=(evolve(WATER.entries[9], value=value),))
    assert from_json(to_json(result)).entries[0].value == value


@settings(max_examples=200, deadline=None)
@given(st.text(), st.text())
@example("a\rb", 'a"b,\n')
@example("\r", "=1")
def test_a_plain_csv_gives_every_field_back_exactly(source: str, raw: str) -> None:
    result = grants()
    result = evolve(result, entries=(evolve(result.entries[0], raw=raw), *result.entries[1:]))
    file = io.StringIO(newline="")
    write_csv([(source, result)], file)
    found = list(csv.reader(io.StringIO(file.getvalue(), newline="")))
    assert found == [list(COLUMNS), *(list(row.values()) for row in csv_rows(result, source))]


@settings(max_examples=200, deadline=None)
@given(st.text("=+-@\t\r\n \u200b\u202e１1.,-年cmd|'") | st.text())
@example("\u200b=1")
@example(" \t=1")
@example("\u3000=1")
def test_no_field_for_excel_begins_like_a_formula(text: str) -> None:
    file = io.StringIO(newline="")
    write_csv([(text, grants(organ=text))], file, excel=True)
    rows = list(csv.reader(io.StringIO(file.getvalue().removeprefix("\ufeff"), newline="")))
    for field in rows[1][:2]:
        inert = not field.strip().startswith(("=", "+", "-", "@")) and field[:1] not in ("\t", "\r", "\n")
        assert inert or field.lstrip("+-").replace(",", "").replace(".", "").isdigit()
        assert not {"\u200b", "\u202e"} & set(field)


@needs_seeds
def test_five_published_reports_come_back_as_they_were() -> None:
    paths = sorted(SEEDS.glob("*.txt"))
    assert len(paths) == 5
    for path in paths:
        result = parse(path)
        exported = from_json(to_json(result, source=path.name))
        assert exported.report == result.report
        assert exported.entries == result.entries
        assert exported.findings == result.findings
        assert [item.outcome for item in exported.identities] == [item.outcome for item in result.checks]
        VALIDATOR.validate(to_dict(result))
        assert len(list(csv_rows(result, path.name))) == 198
