"""A record class that does not take what its table asks is said when the layout is loaded, with path and class."""

from __future__ import annotations

import pytest
from attrs import field, frozen

from govdisclose.grammar import H, Layout, Table, amount, tree
from govdisclose.grammar.values import words
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.plugins._record import record_mismatch
from govdisclose.records import Amount, Count


@frozen
class Pair:
    first: Count
    second: int | None


@frozen
class Sound:
    things: Pair
    money: Amount = None
    remark: str | None = None


@frozen
class NotOptional:
    things: Pair
    money: Amount
    remark: str


@frozen
class Lacking:
    things: Count
    money: Amount
    remark: str | None


@frozen
class Short:
    first: Count


@frozen
class HoldsShort:
    things: Short
    money: Amount
    remark: str | None


@frozen
class Demanding:
    things: Pair
    money: Amount
    remark: str | None
    year: int


@frozen
class Unresolved:
    things: "NoSuchClass"  # type: ignore[name-defined]  # noqa: F821, UP037
    money: Amount
    remark: str | None


class Plain:
    things: Pair


@frozen
class MoneyAsCount:
    things: Pair
    money: Count
    remark: str | None


@frozen
class HoldsPlain:
    things: Plain
    money: Amount
    remark: str | None


def _refuse(value: Count) -> Count:
    if value is None:
        raise ValueError("a number is needed")
    return value


@frozen
class PickyPair:
    first: Count = field(converter=_refuse)
    second: Count


@frozen
class Picky:
    things: PickyPair
    money: Amount
    remark: str | None


def table(record: type | None) -> Table:
    return Table(
        "sums",
        "事项",
        boxhead=tree(
            H("things", "事项", H("first", "一类"), H("second", "二类")),
            H("money", "金额", entry=amount()),
            H("remark", "备注", entry=words()),
        ),
        record=record,
    )


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (None, None),
        (Sound, None),
        (
            Lacking,
            "sums/things: the form has headings under it, and the field 'things' of Lacking is no attrs class",
        ),
        (HoldsShort, "sums/things/second: the record class Short has no field 'second'"),
        (
            Demanding,
            "sums: the field 'year' of the record class Demanding has no default, and the form does not ask it",
        ),
        (HoldsPlain, "sums/things: the record class Plain is no attrs class"),
        (
            MoneyAsCount,
            "sums/money: the field 'money' of the record class MoneyAsCount is not declared as Amount",
        ),
        (
            NotOptional,
            "sums/remark: the field 'remark' of the record class NotOptional is not declared as str | None",
        ),
    ],
)
def test_a_record_class_is_held_against_the_paths(record: type | None, expected: str | None) -> None:
    assert expected == record_mismatch(table(record))


def test_a_type_that_cannot_be_resolved_is_said() -> None:
    said = record_mismatch(table(Unresolved))
    assert said is not None
    assert said.startswith("sums: the types of the record class Unresolved cannot be resolved: ")


def test_a_class_that_refuses_a_number_is_said() -> None:
    assert "sums/things: the record class Picky does not take a table without a number" == record_mismatch(
        table(Picky)
    )


@pytest.mark.parametrize("layout", [CN_2019, CN_2021], ids=lambda layout: layout.id)
def test_the_records_of_the_built_in_layouts_hold(layout: Layout) -> None:
    assert [None, None, None] == [record_mismatch(one) for one in layout.tables]
