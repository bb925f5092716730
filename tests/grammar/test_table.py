"""Declared tables, their bands and what they ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from form_samples import SMALL
from govdisclose.errors import DeclarationError
from govdisclose.grammar import H, Table, amount, balance, change, count, stack, tree
from govdisclose.layouts.cn_2019 import DISCLOSURE, REQUESTS, REVIEWS
from govdisclose.layouts.cn_2021 import DISCLOSURE_2021, REQUESTS_2021

COLUMNS = tree(H("a", "甲"), H("b", "乙"))
ROWS = tree(H("one", "一行"), H("two", "二行"))
BAND = Table("band", "段", boxhead=COLUMNS, stub=ROWS)


@pytest.mark.parametrize(
    ("declare", "message"),
    [
        (lambda: Table("t", "表"), "t: a table has either a boxhead or bands"),
        (
            lambda: Table("t", "表", boxhead=COLUMNS, bands=(BAND,)),
            "t: a table has either a boxhead or bands",
        ),
        (
            lambda: Table("t", "表", bands=(BAND,), stub=ROWS),
            "t: stub and identities belong to the bands of a stack",
        ),
        (lambda: stack("t", "表", BAND, BAND), "t: the key of a band 'band' stands twice"),
        (
            lambda: stack("t", "表", stack("inner", "内", BAND)),
            "t/inner: a band holds no bands",
        ),
        (
            lambda: stack("t", "表", Table("bare", "裸", boxhead=COLUMNS)),
            "t/bare: a band needs a stub",
        ),
        (
            lambda: BAND.derive(identities=(balance("x", ["one"], ["three"]),)),
            "band: identity 'x' names 'three', no row of it",
        ),
        (
            lambda: Table("t", "表", boxhead=COLUMNS, identities=(balance("x", ["one"], ["two"]),)),
            "2 mistakes:\n- t: identity 'x' names 'one', no row of it\n- t: identity 'x' names 'two', no row of it",
        ),
        (
            lambda: SMALL.derive(identities=(balance("x", ["first"], ["done"]),)),
            "small: identity 'x' names 'done', no row of it; did you mean 'done/open'?",
        ),
        (lambda: stack("t", "表"), "t: a table has either a boxhead or bands"),
    ],
)
def test_a_wrong_declaration_is_refused_with_its_path(declare: Callable[[], Table], message: str) -> None:
    with pytest.raises(DeclarationError) as caught:
        declare()
    assert str(caught.value) == message


@pytest.mark.parametrize(("left", "right"), [([], ["one"]), (["one"], [])])
def test_a_balance_needs_two_sides(left: list[str], right: list[str]) -> None:
    with pytest.raises(DeclarationError, match="identity 'x': both sides need at least one row"):
        balance("x", left, right)


@pytest.mark.parametrize(
    ("table", "asked"),
    [(DISCLOSURE, 22), (DISCLOSURE_2021, 10), (REQUESTS, 161), (REQUESTS_2021, 175), (REVIEWS, 15)],
)
def test_each_table_of_the_forms_asks_its_entries(table: Table, asked: int) -> None:
    cells = list(table.cells())
    assert len(cells) == asked
    assert len(set(cells)) == asked


def test_the_cells_of_a_stack_begin_with_the_key_of_the_band() -> None:
    assert list(stack("t", "表", BAND).cells()) == [
        ("band/one", "a"),
        ("band/one", "b"),
        ("band/two", "a"),
        ("band/two", "b"),
    ]


def test_a_table_without_stub_has_one_row_without_a_path() -> None:
    assert list(Table("t", "表", boxhead=COLUMNS).cells()) == [("", "a"), ("", "b")]


def test_a_row_and_a_column_have_their_official_labels() -> None:
    assert DISCLOSURE.row_labels("fees/administrative_fees") == ("第二十条第（八）项", "行政事业性收费")
    assert DISCLOSURE.column_labels("fees/administrative_fees", "change") == ("本年增/减",)
    assert REQUESTS.row_labels("results/refused/state_secret") == (
        "三、本年度办理结果",
        "（三）不予公开",
        "1.属于国家秘密",
    )
    assert REQUESTS.column_labels("received", "legal_person/other") == ("法人或其他组织", "其他")
    assert REVIEWS.row_labels("") == ()


def test_a_band_is_found_by_the_row() -> None:
    band, rest = DISCLOSURE.band_of("fees/administrative_fees")
    assert (band.key, rest) == ("fees", "administrative_fees")
    assert SMALL.band_of("done/open") == (SMALL, "done/open")


def test_a_row_of_no_band_names_the_bands() -> None:
    with pytest.raises(DeclarationError) as caught:
        DISCLOSURE.band_of("taxes/x")
    assert str(caught.value) == (
        "disclosure: no band 'taxes': documents, licensing, enforcement, fees, procurement"
    )


def test_the_kind_of_number_is_that_of_the_column_then_the_row_then_the_table() -> None:
    table = Table(
        "t",
        "表",
        entry=count(),
        boxhead=tree(H("a", "甲"), H("b", "乙", entry=amount())),
        stub=tree(H("one", "一行", entry=change()), H("two", "二行")),
    )
    kinds = [table.kind_of(row, column).name for row, column in table.cells()]
    assert kinds == ["change", "amount", "count", "amount"]


def test_with_band_changes_one_band_and_leaves_the_others() -> None:
    made = DISCLOSURE.with_band("fees", boxhead=tree(H("amount", "金额", entry=amount())))
    assert [band.key for band in made.bands] == [band.key for band in DISCLOSURE.bands]
    assert len(list(made.cells())) == 21
    assert made.bands[:3] == DISCLOSURE.bands[:3]


def test_with_band_of_an_unknown_band_names_the_bands() -> None:
    with pytest.raises(DeclarationError) as caught:
        DISCLOSURE_2021.with_band("procurement", title="无")
    assert str(caught.value) == ("disclosure: no band 'procurement': documents, licensing, enforcement, fees")


def test_derive_checks_as_a_declaration_does() -> None:
    with pytest.raises(DeclarationError, match="names 'received', no row of it"):
        REQUESTS.derive(stub=ROWS)


def test_the_beijing_variant_is_one_edit() -> None:
    rows = tree(
        H("licences", "行政许可"),
        H("other_services", "其他对外管理服务事项", H("checks", "行政检查"), H("confirmations", "行政确认")),
    )
    made = DISCLOSURE.with_band("licensing", stub=rows)
    assert len(list(made.cells())) == 25


def test_equal_tables_are_equal_and_hash_alike() -> None:
    again = REQUESTS.derive()
    assert (again == REQUESTS, hash(again) == hash(REQUESTS)) == (True, True)
