"""Layouts as a whole: what they ask, and how one is made from another."""

from __future__ import annotations

import pytest

from form_samples import SMALL
from govdisclose.errors import DeclarationError
from govdisclose.grammar import GRAMMAR_VERSION, H, Layout
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.layouts.cn_2019 import REQUESTS, REVIEWS


def test_the_form_of_2019_asks_198_entries_and_that_of_2021_asks_200() -> None:
    assert (CN_2019.asked, CN_2021.asked) == (198, 200)


def test_the_form_of_2021_is_made_from_that_of_2019() -> None:
    assert (CN_2019.base, CN_2021.base) == (None, "cn-2019")
    assert CN_2021.table("reviews") is CN_2019.table("reviews")
    assert CN_2021.sections == CN_2019.sections
    assert CN_2021.titles == CN_2019.titles


def test_each_form_names_its_notice() -> None:
    assert (CN_2019.source, CN_2021.source) == ("国办公开办函〔2019〕60号", "国办公开办函〔2021〕30号")


def test_the_tables_come_in_the_order_of_the_form() -> None:
    assert [table.key for table in CN_2021.tables] == ["disclosure", "requests", "reviews"]


def test_an_unknown_table_names_those_there_are() -> None:
    with pytest.raises(DeclarationError) as caught:
        CN_2019.table("taxes")
    assert str(caught.value) == "cn-2019 has no table 'taxes': disclosure, requests, reviews"


def test_derive_puts_a_table_in_place_of_that_of_its_key() -> None:
    made = CN_2019.derive("xx-2019", "变体", "示例", REQUESTS.derive(stub=SMALL.stub, identities=()))
    assert (made.id, made.base, made.asked) == ("xx-2019", "cn-2019", 22 + 7 * 7 + 15)


def test_derive_changes_fields_last() -> None:
    made = CN_2019.derive("xx-2019", "变体", "示例", titles=("年报",), base=None)
    assert (made.titles, made.base) == (("年报",), None)


def test_derive_of_a_table_that_is_not_there_is_refused() -> None:
    with pytest.raises(DeclarationError, match="cn-2019 has no table 'small'"):
        CN_2019.derive("xx-2019", "变体", "示例", SMALL)


def test_a_layout_without_tables_is_refused() -> None:
    with pytest.raises(DeclarationError, match="xx: a layout needs at least one table"):
        Layout("xx", "空", "示例", ())


def test_a_layout_with_a_table_twice_is_refused() -> None:
    with pytest.raises(DeclarationError, match="xx: the table 'reviews' stands twice"):
        Layout("xx", "重", "示例", (REVIEWS, REVIEWS))


def test_a_layout_is_of_the_grammar_that_made_it() -> None:
    assert CN_2019.grammar_version == GRAMMAR_VERSION == 1


def test_an_edit_deep_in_a_form_is_one_expression() -> None:
    assert REQUESTS.stub is not None
    made = CN_2021.derive(
        "xx-2022",
        "变体",
        "示例",
        REQUESTS.derive(stub=REQUESTS.stub.append(H("more", "6.另行"), under="results/not_processed")),
    )
    assert made.asked == 10 + 24 * 7 + 15
