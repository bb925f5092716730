"""Entries to records and back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import frozen
from cattrs import BaseValidationError

from form_samples import filled
from govdisclose import parse_document
from govdisclose.bind import bind, unbind
from govdisclose.grammar import Entry, H, Layout, State, Table, amount, stack, tree
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.records import NOT_ASKED, Amount, Count, Disclosure, Money, Requests, Reviews


@frozen
class Inner:
    b: Count = NOT_ASKED


@frozen
class Line:
    a: Count = NOT_ASKED
    group: Inner = Inner()


@frozen
class Lines:
    first: Line = Line()
    second: Line = Line()


@frozen
class Row:
    price: Amount = NOT_ASKED


@frozen
class Rows:
    only: Row = Row()


@frozen
class Band:
    first: Line = Line()


@frozen
class Whole:
    top: Band = Band()


TABLE = Table(
    "lines",
    "行",
    record=Lines,
    boxhead=tree(H("a", "甲"), H("group", "乙组", H("b", "乙一"))),
    stub=tree(H("first", "第一行"), H("second", "第二行")),
)


def entry(row: str, column: str, value: int | Decimal | None, unit: str | None = None) -> Entry:
    state = State.NUMBER if value is not None else State.BLANK
    return Entry("lines", row, column, value, unit, state, "" if value is None else str(value), None)


def test_the_paths_of_an_entry_are_the_fields_of_the_record() -> None:
    entries = [
        entry("first", "a", 1),
        entry("first", "group/b", 2),
        entry("second", "a", None),
        entry("second", "group/b", 0),
    ]
    assert bind(TABLE, entries) == Lines(Line(1, Inner(2)), Line(None, Inner(0)))


@pytest.mark.parametrize("layout", [CN_2019, CN_2021], ids=lambda layout: layout.id)
def test_a_record_made_by_one_call_is_the_one_that_its_fields_give(
    layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = {
        table.key: [
            Entry(
                table.key,
                row,
                column,
                Decimal(at) if table.kind_of(row, column).name == "amount" else at if at % 3 else None,
                "万元" if at % 2 else None,
                State.NUMBER if at % 3 else State.BLANK,
                "",
                None,
            )
            for at, (row, column) in enumerate(table.cells())
        ]
        for table in layout.tables
    }
    at_once = {table.key: bind(table, entries[table.key]) for table in layout.tables}
    monkeypatch.setattr("govdisclose.bind._maker", lambda _: None)
    assert at_once == {table.key: bind(table, entries[table.key]) for table in layout.tables}


def test_what_is_not_among_the_entries_is_not_asked() -> None:
    assert bind(TABLE, [entry("first", "a", 1)]) == Lines(
        Line(1, Inner(NOT_ASKED)), Line(NOT_ASKED, Inner(NOT_ASKED))
    )


def test_an_amount_is_money_with_its_unit_or_none() -> None:
    table = Table(
        "lines",
        "行",
        record=Rows,
        boxhead=tree(H("price", "价格", entry=amount())),
        stub=tree(H("only", "唯一")),
    )
    assert bind(table, [entry("only", "price", Decimal("1.50"), "万元")]) == Rows(
        Row(Money(Decimal("1.50"), "万元"))
    )


def test_a_record_without_a_field_for_a_path_is_refused() -> None:
    wrong = TABLE.derive(stub=tree(H("first", "第一行"), H("third", "第三行")))
    with pytest.raises(BaseValidationError):
        bind(wrong, [entry("third", "a", 1)])


@pytest.mark.parametrize("form", [CN_2019, CN_2021], ids=["cn-2019", "cn-2021"])
def test_the_records_of_a_form_give_back_every_number(form: Layout) -> None:
    report = parse_document(filled(form, "7")).report
    records = {"disclosure": report.disclosure, "requests": report.requests, "reviews": report.reviews}
    for table in form.tables:
        found = unbind(table, records[table.key])
        assert list(found) == list(table.cells())
        assert {value.value if isinstance(value, Money) else value for value in found.values()} == {7}


def test_what_a_form_asks_and_the_record_was_not_asked_is_none() -> None:
    assert set(unbind(CN_2021.table("disclosure"), Disclosure()).values()) == {None}
    assert set(unbind(CN_2019.table("requests"), Requests()).values()) == {None}
    assert len(unbind(CN_2019.table("reviews"), Reviews())) == 15


def test_a_record_that_holds_no_number_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="first:a holds str, expected a number"):
        unbind(TABLE, Lines(Line("1")))  # type: ignore[arg-type]


def test_a_stack_binds_each_band_to_its_field() -> None:
    band = TABLE.derive(key="top", record=None, stub=tree(H("first", "第一行")))
    table = stack("lines", "表", band, record=Whole)
    assert bind(table, [entry("top/first", "a", 3)]) == Whole(Band(Line(3)))
