"""Rendering undoes reading: bind(unbind(record)), and parse(render(export(parse(x))))."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from govdisclose.bind import bind, unbind
from govdisclose.document import Writer
from govdisclose.export import from_json, to_json
from govdisclose.grammar.draw import draw
from govdisclose.grammar.entry import Entry, State
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.table import Table
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.parsing import parse, parse_document
from govdisclose.records import Money
from govdisclose.registry import writers
from govdisclose.render import blank, misfits, render

FORMS = [CN_2019, CN_2021]
TABLES = [pytest.param(table, id=f"{layout.id}-{table.key}") for layout in FORMS for table in layout.tables]

_PRINTED = [
    "0",
    "3",
    "12",
    "1,234",
    "11398889",
    "５件",
    "",
    " ",
    "/",
    "——",
    "详见附表",
    "007",
    "1 2",
    "1\x0b2",
]
_PRINTED += [
    "减4",
    "+2",
    "-15",
    "3.27",
    "24252.311082",
    "225940元",
    "3.27万元",
    "零",
    "无",
    "\ufffd",
    "甲|乙",
]
_ORGANS = ["示例市财政局", "虚构县人民政府办公室", "样本市示范区城市管理和综合行政执法局（城市管理委员会）"]
_PROSE = ["2024年，本机关照章办理。", "（一）健全制度；", "1.公开信息318条。", "无。"]


@st.composite
def reports(draw_: st.DrawFn, layout: Layout) -> tuple[dict[str, dict[tuple[str, str], str]], str, int, str]:
    odd = draw_(st.dictionaries(st.integers(0, 199), st.sampled_from(_PRINTED), max_size=40))
    usual = draw_(st.sampled_from(["0", "", "/", "27"]))
    places = [(table.key, place) for table in layout.tables for place in table.cells()]
    texts: dict[str, dict[tuple[str, str], str]] = {}
    for number, (key, place) in enumerate(places):
        texts.setdefault(key, {})[place] = odd.get(number, usual)
    organ, year = draw_(st.sampled_from(_ORGANS)), draw_(st.integers(2019, 2026))
    return texts, organ, year, draw_(st.sampled_from(_PROSE))


@pytest.mark.parametrize("writer", writers(), ids=lambda writer: str(writer.id))
@pytest.mark.parametrize("layout", FORMS, ids=lambda layout: str(layout.id))
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_a_rendered_report_reads_as_the_report(data: st.DataObject, layout: Layout, writer: Writer) -> None:
    texts, organ, year, prose = data.draw(reports(layout))
    lines = {section.key: [prose] for section in layout.sections}
    read = parse_document(
        draw(layout, texts, title=[f"{organ}{year}年政府信息公开工作年度报告"], prose=lines), layouts=[layout]
    )
    exported = from_json(to_json(read))
    rendered = render(exported.report, layout, entries=exported.entries)
    again = parse(writer.write(rendered))
    before, after = read.report, again.report
    assert (organ, year) == (before.organ, before.year) == (after.organ, after.year)
    assert before.disclosure == after.disclosure
    assert before.requests == after.requests
    assert before.reviews == after.reviews
    assert [(item.key, item.heading, item.text) for item in before.sections] == [
        (item.key, item.heading, item.text) for item in after.sections
    ]
    assert [(entry.path, entry.state) for entry in read.entries] == [
        (entry.path, entry.state) for entry in again.entries
    ]
    assert [entry.path for entry in read.entries if entry.state in (State.TEXT, State.UNREADABLE)] == [
        item.path
        for item in misfits(before, layout, entries=read.entries)
        if item.reason in ("text", "unreadable")
    ]


def entry(table: Table, place: tuple[str, str], held: int | Money | str | None) -> Entry:
    """An entry that a record holds so."""
    state = State.BLANK if held is None else State.NUMBER
    if isinstance(held, Money):
        return Entry(table.key, *place, held.value, held.unit, state, "", None)
    assert not isinstance(held, str)
    return Entry(table.key, *place, held, None, state, "", None)


def entries(table: Table) -> st.SearchStrategy[list[Entry]]:
    """An entry for each place of a table: a number, or none."""
    decimals = st.decimals(0, 10**9, places=6, allow_nan=False)
    kinds: dict[str, st.SearchStrategy[int | Money]] = {
        "count": st.integers(0, 10**8),
        "change": st.integers(-(10**6), 10**6),
        "amount": st.builds(Money, decimals, st.sampled_from(["元", "万元", None])),
    }
    return st.tuples(
        *(
            st.builds(entry, st.just(table), st.just(place), st.none() | kinds[table.kind_of(*place).name])
            for place in table.cells()
        )
    ).map(list)


@pytest.mark.parametrize("table", TABLES)
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_a_record_unbound_and_bound_is_the_record(data: st.DataObject, table: Table) -> None:
    record = bind(table, data.draw(entries(table)))
    held = [entry(table, place, value) for place, value in unbind(table, record).items()]
    assert bind(table, held) == record


@given(
    st.sampled_from(FORMS), st.text("示例市财政局一二（）·ABC年度0129 ", max_size=30), st.integers(2000, 2099)
)
@settings(max_examples=60, deadline=None)
@example(CN_2021, "示例市财政局2024", 2024)
def test_any_organ_can_be_put_in_a_title(layout: Layout, organ: str, year: int) -> None:
    assert parse_document(blank(layout, organ=organ, year=year), layouts=[layout]).layout == layout
